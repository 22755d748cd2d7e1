"""What reading and restoring a photo will need, against what this process may still take: a photo that cannot fit is
refused in a sentence, before a limit of the system ends the program without one."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from facerestore.files.picture_header import PictureClaim, claimed_picture
from facerestore.values.errors import OutOfMemory
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

_COPIES: Final = 3
"""Of the photo's colours at the peak of a restoration, measured with tests/performance/memory.py."""
BASE_BYTES: Final = 700 * 2**20
"""What is as large for every photo: the interpreter, libraries and networks."""
ALWAYS_TRIED_BYTES: Final = 128 * 2**20
"""What needs no more for what is a photo's own is tried: an estimate of the system's free memory is no closer."""
_ROOT: Final = Path("/")


def refuse_what_cannot_fit(path: Path, max_pixels: int, *, free: Callable[[], int] | None = None) -> None:
    """Raises OutOfMemory for a photo's file whose header claims more than ``free`` bytes can hold (by default what this
    process may still take). A file that cannot be told, is none, or claims more than ``max_pixels`` is left to the
    reading. Raises OSError and ValueError where it cannot be opened."""
    if not path.is_file():
        return
    with path.open("rb") as stream:
        claim = claimed_picture(stream)
    if claim is None or claim.extent.width * claim.extent.height > max_pixels:
        return
    own = own_bytes(claim, path.stat().st_size)
    if own <= ALWAYS_TRIED_BYTES:
        return
    needed = own + max(0, BASE_BYTES - _held_bytes())
    available = (free or free_bytes)()
    if needed > available:
        raise OutOfMemory(
            TranslatableText(
                "{name} needs about {needed} MB of memory to be restored, and {free} MB are free.",
                name=shown(path.name),
                needed=f"{needed / 2**20:.0f}",
                free=f"{available / 2**20:.0f}",
            ),
            advice="Close other programs, allow this one more memory, or open a smaller copy of the photo.",
        )


def own_bytes_of(path: Path) -> int:
    """``own_bytes`` of a photo's file; 0 where that cannot be told."""
    try:
        with path.open("rb") as stream:
            claim = claimed_picture(stream)
        return 0 if claim is None else own_bytes(claim, path.stat().st_size)
    except (OSError, ValueError):
        return 0


def own_bytes(claim: PictureClaim, file_bytes: int) -> int:
    """What grows with a photo at the peak: its file beside the decoded samples while it is read, or the copies of its
    colours while it is restored; alpha and further planes, those with pages of their own too, are never copied."""
    colours = 3 if claim.channels >= 3 else 1
    plane = claim.extent.width * claim.extent.height * claim.sample_bytes
    further = plane * (claim.channels - colours) + claim.page_bytes
    return further + max(file_bytes + 2 * plane * colours, _COPIES * plane * colours)


def free_bytes(root: Path = _ROOT) -> int:
    """What this process may still take: the system's free memory and swap, or less where a control group that it is in
    has a limit. ``root``: the folder under which /proc and /sys lie."""
    import psutil  # a start without a large photo does not need it

    swap = psutil.swap_memory().free
    return max(0, min((psutil.virtual_memory().available + swap, *_rooms_v2(root, swap), *_rooms_v1(root))))


def _held_bytes() -> int:
    """What this process holds already, of its base among others."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def _rooms_v2(root: Path, swap: int) -> Iterator[int]:
    """What each control group of version 2 above this process leaves free. Source: Linux, admin-guide/cgroup-v2,
    "Memory Interface Files"."""
    for group in _groups(root, "", root / "sys/fs/cgroup"):
        limit, used = _number(group / "memory.max"), _number(group / "memory.current")
        if limit is None or used is None:
            continue
        most, swapped = _number(group / "memory.swap.max"), _number(group / "memory.swap.current")
        can_swap = swap if most is None or swapped is None else min(swap, most - swapped)
        yield limit - used + _cache(group, "active_file", "inactive_file") + max(0, can_swap)


def _rooms_v1(root: Path) -> Iterator[int]:
    """The same of version 1 (admin-guide/cgroup-v1/memory)."""
    for group in _groups(root, "memory", root / "sys/fs/cgroup/memory"):
        limit, used = _number(group / "memory.limit_in_bytes"), _number(group / "memory.usage_in_bytes")
        if limit is not None and used is not None:
            yield limit - used + _cache(group, "total_active_file", "total_inactive_file")


def _groups(root: Path, controller: str, mount: Path) -> Iterator[Path]:
    """The folders of this process's control group and of all above it. In a container some of them are not there."""
    for line in _lines(root / "proc/self/cgroup"):
        _, controllers, place = (*line.split(":", 2), "", "")[:3]
        if controller in controllers.split(","):
            inner = PurePosixPath(place.lstrip("/"))
            yield from (mount / one for one in (inner, *inner.parents))


def _cache(group: Path, *names: str) -> int:
    """The bytes of files that a group's memory only keeps in case: they are given up first."""
    entries = (line.split() for line in _lines(group / "memory.stat"))
    return sum(int(entry[1]) for entry in entries if len(entry) == 2 and entry[0] in names)


def _number(path: Path) -> int | None:
    """What a file of one number says; None for the word "max", and where there is no such file."""
    word = "".join(_lines(path)).strip()
    return int(word) if word.isdecimal() else None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
