"""Wheels: fetched by their hashes, and unpacked without running anything of them."""

import hashlib
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from problems import Problem

from package.lock import LockedFile, pip_platform
from package.running import run

_LIBRARIES: Final = ("purelib", "platlib")
"""Parts of a wheel's data folder that belong among the packages; scripts, headers and manuals do not ship."""


def fetch(locked: Sequence[LockedFile], folder: Path, system: str = "linux") -> list[Path]:
    """The files of the lock, from the folder or from PyPI. Raises Problem."""
    folder.mkdir(parents=True, exist_ok=True)
    files = _hashes(folder)
    if missing := [file for file in locked if file.sha256 not in files]:
        _download(missing, folder, system)
        files = _hashes(folder)
    return [files[file.sha256] for file in locked]


def _download(locked: Sequence[LockedFile], folder: Path, system: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch, "wanted.txt")
        lines = [f"{file.name}=={file.version} --hash=sha256:{file.sha256}\n" for file in locked]
        wanted.write_text("".join(lines), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        run([*command, *pip_platform(system), "--dest", str(folder), "-r", str(wanted)])


def unpack(wheel: Path, packages: Path) -> None:
    """A wheel's libraries, as pip would lay them among other packages. Raises Problem for a name that leads out."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            place = _place(PurePosixPath(entry.filename))
            if entry.is_dir() or place is None:
                continue
            if place.is_absolute() or ".." in place.parts:
                raise Problem(f"{wheel.name} holds {entry.filename}, which leads out of it.")
            target = packages / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(entry))


def _place(name: PurePosixPath) -> PurePosixPath | None:
    first, *rest = name.parts
    if not first.endswith(".data"):
        return name
    return PurePosixPath(*rest[1:]) if rest and rest[0] in _LIBRARIES else None


def _hashes(folder: Path) -> dict[str, Path]:
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.glob("*.whl"))}
