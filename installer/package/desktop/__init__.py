"""What makes the program one of a desktop's own: menu entry, icons, file type, man pages, completions."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from problems import Problem

METAINFO: Final = "local.facerestore.facerestore.metainfo.xml"
_DATA: Final = Path(__file__).parent / "data"
_INSTALLER: Final = Path(__file__).parents[2]
_PLACES: Final = {
    "facerestore.desktop": "applications",
    METAINFO: "metainfo",
    "facerestore-mime.xml": "mime/packages",
}


def data(name: str) -> Path:
    """A file of this package's data."""
    return _DATA / name


def write_share(share: Path, *, python: Path, tools: Path, epoch: int) -> None:
    """Writes all into the folder ``share``, laid out as below ``/usr``. ``python``: one in which the program is
    installed; ``tools``: a folder with shtab. Raises Problem."""
    for name, place in _PLACES.items():
        (share / place).mkdir(parents=True, exist_ok=True)
        # which names stay untouched by what the umask of the person is
        shutil.copyfile(_DATA / name, share / place / Path(name).name)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(_INSTALLER), str(tools))),
        "COLUMNS": "80",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [python, "-B", "-s", "-m", "package.desktop.generate", share, str(epoch)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Problem(f"Man pages, completions and icons could not be made:\n{done.stderr}")
