"""Whether the finished folder works: run with its own Python, and nothing else."""

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from problems import Problem

from package import layout

NEEDS_TORCH: Final = ("facerestore.inference.backends.torch",)
"""Packages that only a program with PyTorch imports."""

_CODE: Final = Path(__file__).with_name("inside_folder.py")


def check(folder: Path) -> None:
    """Imports every module of the program, uses what is imported late or was changed, restores the sample portrait.
    Raises Problem with what is missing."""
    command = [folder / layout.PYTHON, "-I", "-B", _CODE, *NEEDS_TORCH]
    with tempfile.TemporaryDirectory() as home:
        variables = {"PATH": "/usr/bin:/bin", "HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Problem(f"The finished folder does not work:\n{done.stdout}{done.stderr}")
    print(done.stdout.strip(), flush=True)
