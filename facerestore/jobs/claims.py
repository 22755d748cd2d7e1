"""Who is at work on which result: a small file beside it for as long as the work takes.

A second run into the same folder passes over what the first is at. Where a process ended in the middle of a photo, its
claim stays and says so to the next run.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facerestore.files.process_mark import PREFIX, is_left, process_mark

_MOST_BYTES: Final = 4096
_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@dataclass(frozen=True)
class _Claim:
    """``ended``: how many processes ended while they were at the result, the one that made the claim left out."""

    mark: str
    ended: int


def ended_at(output: Path) -> int:
    """How many processes ended, one after the other, while they were at work on a result."""
    place = _place(output)
    found = _read(place)
    return found.ended + 1 if found is not None and _is_left(found, place) else 0


def forget(output: Path) -> None:
    """What was left of earlier attempts at a result goes."""
    if ended_at(output):
        with suppress(OSError):
            _place(output).unlink()


@contextmanager
def claimed(output: Path) -> Iterator[bool]:
    """Inside, a result is this process's to make; False if another process that is running is at it already.

    Where no claim can be written, for instance because the folder is read-only, there is none, and no harm done; a file
    of a claim's name that is none says nothing.
    """
    place, ended = _place(output), ended_at(output)
    if ended:
        _remove_left(place)
    content = json.dumps({"mark": process_mark(), "ended": ended}).encode()
    try:
        # whole from the start: a claim that is empty yet could be read by another process
        part = place.with_name(f"{process_mark()}{secrets.token_hex(4)}.part")
        part.write_bytes(content)
        try:
            os.link(part, place)
        finally:
            part.unlink()
    except FileExistsError:
        yield _read(place) is None
        return
    except OSError:
        yield True
        return
    try:
        yield True
    finally:
        with suppress(OSError):
            place.unlink()


def _remove_left(place: Path) -> None:
    """Only one of several processes succeeds, and none removes the claim that another made in the meantime."""
    aside = place.with_name(f"{process_mark()}{secrets.token_hex(4)}.part")
    with suppress(OSError):
        os.rename(place, aside)
        found = _read(aside)
        if found is not None and not _is_left(found, aside):
            os.link(aside, place)
        aside.unlink()


def _place(output: Path) -> Path:
    """Of one length for every name."""
    name = hashlib.sha256(output.name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return output.with_name(f"{PREFIX}at-{name}")


def _is_left(claim: _Claim, place: Path) -> bool:
    with suppress(OSError):
        return is_left(claim.mark, changed_s=place.stat().st_mtime)
    return False


def _read(place: Path) -> _Claim | None:
    """None where there is no claim."""
    try:
        if not place.is_file() or place.stat().st_size > _MOST_BYTES:
            return None
        values = json.loads(place.read_bytes())
        return _Claim(str(values["mark"]), int(values["ended"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
