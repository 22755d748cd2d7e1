"""The two programs: small launchers that start the Python beside them, made on any system."""

import io
import zipfile
from pathlib import Path
from types import MappingProxyType
from typing import Final

PROGRAMS: Final = MappingProxyType(
    {
        "facerestore.exe": (
            "t64.exe",
            "python.exe",
            "import sys; from facerestore.cli.main import main; sys.exit(main())",
        ),
        "facerestore-gui.exe": (
            "w64.exe",
            "pythonw.exe",
            "import sys; from facerestore.cli.main import main; sys.exit(main(['gui', *sys.argv[1:]]))",
        ),
    }
)
"""Which launcher, with a console or without one, which Python, and what it does."""

_SHEBANG: Final = "#!<launcher_dir>\\python\\{python} -I -B\r\n"
"""The launcher puts its own folder in; Python looks at nothing of the person's."""
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


def write(folder: Path, tools: Path) -> None:
    """``tools``: a folder with distlib, whose launchers read the shebang and the archive at their own end."""
    for name, (launcher, python, code) in PROGRAMS.items():
        guarded = f"if __name__ == '__main__':\n    {code}\n"
        (folder / name).write_bytes(
            (tools / "distlib" / launcher).read_bytes() + _SHEBANG.format(python=python).encode() + _archive(guarded)
        )


def _archive(code: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", _FIRST_DAY), code)
    return packed.getvalue()
