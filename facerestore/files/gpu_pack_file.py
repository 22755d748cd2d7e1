"""A pack for a graphics card: one file with the packages of a library for it, to be carried to a computer without a
network. A zip of wheels, stored as they are.

Which wheels those are stands in a list that comes with the program, each with its SHA-256. A pack has no say in it:
what is not in the list is not unpacked, whoever made the file.
"""

import hashlib
import platform
import re
import shutil
import stat
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Final

import facerestore_resources
from facerestore.files.atomic_file import atomic_file
from facerestore.files.user_dirs import gpu_pack_folder
from facerestore.values.errors import PackRefused
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.translatable_text import TranslatableText

_CHUNK: Final = 2**20
_MOST_WHEELS: Final = 40
_MOST_FILES: Final = 20_000
_MOST_BYTES: Final = 12 * 2**30
_GROWTH: Final = 3
"""A pack grows to less than this many times its size while it is unpacked, its largest wheel lying beside it."""
_REQUIREMENT: Final = re.compile(r"([A-Za-z0-9._-]+)==(\S+)(.*)")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_ANOTHER: Final = "Take a pack that was built by this version of the program, for this kind of computer."
_PARTS: Final = ("include", "__pycache__")
"""Folders that only compilers read."""
INSTALLED: Final = "installed"
"""The folder of the packages in use, within ``gpu_pack_folder``."""


def installed_packages() -> Path | None:
    """Where the packages of the pack are that is installed; None where there is none."""
    folder = gpu_pack_folder() / INSTALLED
    return folder if folder.is_dir() else None


def pinned_wheels(listed: Path | None = None) -> dict[str, str]:
    """Package and version by the SHA-256 of each wheel that a pack may hold; the list is what ``pip`` reads."""
    text = (listed or wheel_list()).read_text("utf-8").replace("\\\n", " ")
    found: dict[str, str] = {}
    for line in text.splitlines():
        named = _REQUIREMENT.match(line.partition(" #")[0].strip())
        if named:
            found |= dict.fromkeys(_HASH.findall(named[3]), f"{named[1]}=={named[2]}")
    return found


def wheel_list() -> Path:
    """The program's own list."""
    return facerestore_resources.path("gpu_pack/wheels.txt")


def write_pack(wheels: Sequence[Path], target: Path) -> None:
    """One file of these wheels. Raises OutputRefused."""
    with (
        atomic_file(target, overwrite=True) as stream,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True) as pack,
    ):
        for wheel in sorted(wheels):
            pack.write(wheel, wheel.name)


def unpack(
    pack: Path, folder: Path, pinned: Mapping[str, str], *, on_progress: OnProgress = no_progress
) -> tuple[str, ...]:
    """The packages of a pack, unpacked into an empty folder; their names and versions. What was written of a pack that
    is refused is left to who made the folder.

    Raises PackRefused where a wheel is not pinned, one that is pinned is missing, or what is in it is no package's.
    """
    try:
        with zipfile.ZipFile(pack) as opened:
            wheels = opened.infolist()
            if len(wheels) > _MOST_WHEELS:
                raise _damaged(pack)
            found = []
            for number, wheel in enumerate(wheels):
                on_progress("unpacking", number, len(wheels))
                found.append(_unpack_wheel(opened, wheel, pack, folder, pinned))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise _damaged(pack) from error
    except OSError as error:
        raise _unreadable(pack, error) from error
    missing = sorted(set(pinned.values()) - set(found))
    if missing:
        raise PackRefused(pack, TranslatableText("It lacks {packages}.", packages=", ".join(missing)), advice=_ANOTHER)
    return tuple(sorted(found))


def _unpack_wheel(
    opened: zipfile.ZipFile, wheel: zipfile.ZipInfo, pack: Path, folder: Path, pinned: Mapping[str, str]
) -> str:
    """Package and version. The wheel is compared with its hash before anything in it is read."""
    if not fits_here(wheel.filename):
        raise PackRefused(
            pack,
            TranslatableText("The package {file} in it is for another computer or Python.", file=wheel.filename),
            advice=_ANOTHER,
        )
    copy = folder / "wheel.part"
    with opened.open(wheel) as source, copy.open("wb") as target:
        sha256 = _copied(source, target, wheel.file_size)
    name = pinned.get(sha256)
    if name is None:
        raise PackRefused(
            pack,
            TranslatableText("The program does not know the package {file} in it.", file=wheel.filename),
            advice=_ANOTHER,
        )
    with zipfile.ZipFile(copy) as members:
        for member in _members(members, pack):
            place = folder.joinpath(*PurePosixPath(member.filename).parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            with members.open(member) as source, place.open("xb") as target:
                _copied(source, target, member.file_size)
    copy.unlink()
    return name


def fits_here(wheel: str) -> bool:
    """Whether a wheel, by its file name, is for this Python on this system."""
    python, _, system = ("", "", *wheel.removesuffix(".whl").split("-"))[-3:]
    if python not in ("py3", f"cp{sys.version_info.major}{sys.version_info.minor}"):
        return False
    if sys.platform == "win32":
        return system in ("any", "win_amd64")
    return system == "any" or ("linux" in system and system.endswith(f"_{platform.machine()}"))


def _members(wheel: zipfile.ZipFile, pack: Path) -> Iterator[zipfile.ZipInfo]:
    """The files that are used at work. Raises PackRefused for names that lead elsewhere, links, and too much of it."""
    members = [one for one in wheel.infolist() if not one.is_dir()]
    if len(members) > _MOST_FILES or sum(one.file_size for one in members) > _MOST_BYTES:
        raise _damaged(pack)
    for member in members:
        parts = PurePosixPath(member.filename).parts
        leads_elsewhere = "\\" in member.filename or ":" in member.filename or member.filename.startswith("/")
        if leads_elsewhere or ".." in parts or stat.S_ISLNK(member.external_attr >> 16):
            raise _damaged(pack)
        if not set(parts) & set(_PARTS):
            yield member


def _copied(source: IO[bytes], target: BinaryIO, size: int) -> str:
    """SHA-256 of what was copied. Raises ValueError for more than was declared."""
    digest, left = hashlib.sha256(), size
    while chunk := source.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise ValueError("larger than declared")
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def refuse_small_disk(pack: Path, folder: Path) -> None:
    """Raises PackRefused where a folder's disk has no room for what is in a pack, or it cannot be read."""
    try:
        needed, free = _GROWTH * pack.stat().st_size, shutil.disk_usage(folder).free
    except OSError as error:
        raise _unreadable(pack, error) from error
    if needed > free:
        raise PackRefused(
            pack,
            TranslatableText(
                "It needs {needed} MB on the disk of {folder}, which has {free} MB.",
                needed=needed >> 20,
                free=free >> 20,
                folder=str(folder),
            ),
            advice="Free some space.",
        )


def _unreadable(pack: Path, error: OSError) -> PackRefused:
    return PackRefused(
        pack,
        TranslatableText("It cannot be unpacked ({reason}).", reason=error.strerror or str(error)),
        advice="See whether the file is there and may be read, and the disk has space.",
    )


def _damaged(pack: Path) -> PackRefused:
    return PackRefused(pack, "It is no pack for a graphics card, or damaged.", advice="Build it again.")
