"""Whether the finished folder works: run with its own Python, and nothing else."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from problems import Problem

from package import layout

NEEDS_TORCH: Final = ("facerestore.inference.backends.torch",)
"""Packages that only a program with PyTorch imports."""

_CODE: Final = Path(__file__).with_name("inside_folder.py")


def check(folder: Path, python: Path | None = None) -> None:
    """Imports every module of the program, uses what is imported late or was changed, restores the sample portrait.
    ``python``: where it is, if not as in the folder for Linux. Raises Problem with what is missing."""
    command = [python or folder / layout.PYTHON, "-I", "-B", _CODE, *NEEDS_TORCH]
    with tempfile.TemporaryDirectory() as home:
        variables = {"QT_QPA_PLATFORM": "offscreen", **_home(home)}
        done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Problem(f"The finished folder does not work:\n{done.stdout}{done.stderr}")
    print(done.stdout.strip(), flush=True)


def _home(home: str) -> dict[str, str]:
    """A person who has nothing yet."""
    if sys.platform != "win32":
        return {"PATH": "/usr/bin:/bin", "HOME": home}
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    return kept | dict.fromkeys(("USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP"), home)
