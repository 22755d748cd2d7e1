"""Our own part of the folder: the wheel."""

import os
import tempfile
import tomllib
from pathlib import Path
from typing import Final

from package import wheels
from package.running import run

_BUILD: Final = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


def commit_time(root: Path) -> int:
    """The time of everything that is packed: SOURCE_DATE_EPOCH, or the last commit's."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    return int(named) if named else int(run(["git", "-C", root, "log", "-1", "--format=%ct"]))


def version(root: Path) -> str:
    """As the project's file says."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def install(root: Path, packages: Path, python: Path, tools: Path, epoch: int) -> None:
    """The program's wheel among the other packages. ``python``: any that runs here; ``tools``: a folder with what
    builds wheels."""
    with tempfile.TemporaryDirectory() as scratch:
        variables = {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONPATH": str(tools)}
        run([python, "-B", "-s", "-c", _BUILD, scratch], folder=root, variables=variables)
        (wheel,) = Path(scratch).glob("*.whl")
        wheels.unpack(wheel, packages)
