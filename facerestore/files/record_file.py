"""Records on the disk: which file beside a result is its record, how it is read, and how it comes into place."""

import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from facerestore.files.atomic_file import (
    RECORD_PART,
    atomic_file,
    atomic_write,
    left_parts,
    looked_through,
    remove_left_parts,
)
from facerestore.files.look_limit import LookLimit
from facerestore.files.provenance import Record
from facerestore.values.errors import OutputRefused
from facerestore.values.review import Review, Verdict

FORMAT: Final = "facerestore-record/1"
_MAX_BYTES: Final = 8 * 2**20

_looks = LookLimit()


def record_path_for(output: Path) -> Path:
    """Where the record of a result goes: ``out.json`` beside ``out.png``; ``out.png.json`` where the first name belongs
    to another file or to the record of another result that is still there. Raises OutputRefused if both names do."""
    own = record_of_result(output)
    if own is not None:
        return own
    for path in _names(output):
        if _is_free(path):
            return path
    raise OutputRefused(
        _names(output)[-1],
        "The record of the result goes here, but this file belongs to something else.",
        advice="Choose another name for the result.",
    )


def record_of_result(output: Path) -> Path | None:
    """The record that says it is this result's; None if there is none."""
    return next((path for path in _names(output) if _result_name(path) == output.name), None)


def is_record(path: Path) -> bool:
    """Whether the file is a record that this program wrote."""
    return _content(path) is not None


def read_record(path: Path) -> dict[str, Any]:
    """The content of a record as its JSON says it. Raises ValueError if it is not one of this program's."""
    content = _content(path)
    if content is None:
        raise ValueError(f"{path.name} is not a record of facerestore.")
    return content


@contextmanager
def move_record(path: Path, output: Path, *, source_name: str) -> Iterator[None]:
    """The record of a result becomes that of ``output``, to which the block moves it; ``source_name``: what its photo
    is called now. The new record is in place before the block begins, the old one goes when it has ended well. Raises
    OutputRefused, and ValueError for a file that is no record."""
    content = read_record(path) | {"result_name": output.name, "source_name": source_name}
    new = record_path_for(output)
    text = json.dumps(content, indent=2, ensure_ascii=False)
    atomic_write(new, text.encode("utf-8", "backslashreplace") + b"\n", overwrite=True)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    with suppress(OSError):
        path.unlink()


def put_review(path: Path, review: Review) -> None:
    """Say in a record what a person said of its result, in place of what was said before. Raises OutputRefused, and
    ValueError for a file that is no record."""
    content = read_record(path) | {"review": asdict(review)}
    text = json.dumps(content, indent=2, ensure_ascii=False)
    atomic_write(path, text.encode("utf-8", "backslashreplace") + b"\n", overwrite=True)


def review_in(record: dict[str, Any]) -> Review | None:
    """What a record says of a review; None where it says nothing that makes sense."""
    try:
        said = record["review"]
        return Review(Verdict(said["verdict"]), str(said["name"]), str(said["at"]), str(said["result_sha256"]))
    except (KeyError, TypeError, ValueError):
        return None


@contextmanager
def record_beside(record: Record, path: Path) -> Iterator[None]:
    """Puts the record into place when the block ends well, and leaves nothing behind when it does not.

    The record's bytes are on the disk before the block starts, so that what can fail (a full disk, a folder
    without permission) fails before the result is written. Raises OutputRefused.
    """
    content = json.dumps({"format": FORMAT, **asdict(record)}, indent=2, ensure_ascii=False)
    with atomic_file(path, overwrite=True) as stream:
        # a name that is no UTF-8 holds lone surrogates, whose backslash escapes are JSON's own
        stream.write(content.encode("utf-8", "backslashreplace") + b"\n")
        stream.flush()
        yield


def take_up_left(folder: Path, *, is_hurried: bool = False, ended: str = "") -> frozenset[str]:
    """Finishes what a process left that was killed between a result and its record: the record takes its place. The
    names of such results. ``is_hurried``, ``ended``: as of ``remove_left_parts``.

    The bytes of a record are on the disk before its result is begun. So a result that is younger than a record that has
    not taken its place is that record's; an older one is still the result of an earlier run, with a record of its own.
    """
    finished = set()
    for part in _looks.found(folder, looked_through) if is_hurried else left_parts(folder, ended=ended):
        if part.name.endswith(RECORD_PART):
            with suppress(OSError, OutputRefused):
                name = _result_name(part)
                if name is not None and _is_younger(folder / name, part):
                    os.replace(part, record_path_for(folder / name))
                    finished.add(name)
            with suppress(OSError):
                part.unlink()
    return frozenset(finished)


def clean_folders(folders: Iterable[Path]) -> None:
    """Finishes or removes what killed processes left in folders. May wait for slow disks."""
    for folder in folders:
        take_up_left(folder)
        remove_left_parts(folder)


def clean_after_death(folder: Path, mark: str) -> None:
    """Finishes or removes what a process left in a folder that has just ended, whose mark is known where it was on
    another computer."""
    take_up_left(folder, ended=mark)
    remove_left_parts(folder, ended=mark)


def _is_younger(result: Path, part: Path) -> bool:
    return result.is_file() and result.stat().st_mtime_ns >= part.stat().st_mtime_ns


def _names(output: Path) -> tuple[Path, Path]:
    return output.with_suffix(".json"), output.with_name(f"{output.name}.json")


def _is_free(path: Path) -> bool:
    """Whether nothing is lost if a record takes this name: no file, or the record of a result that is gone."""
    if not os.path.lexists(path):
        return True
    name = _result_name(path)
    return name is not None and not os.path.isfile(path.with_name(name))


def _result_name(path: Path) -> str | None:
    """The file in its own folder that a record says it belongs to; None if this is no record, or names none."""
    name = (_content(path) or {}).get("result_name")
    if not isinstance(name, str) or name in ("", ".", "..") or set(name) & set("/\\\0"):
        return None
    return name


def _content(path: Path) -> dict[str, Any] | None:
    """The JSON of a record; None for whatever else lies there, also what is not a file or too large to be one."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_BYTES:
            return None
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    is_ours = isinstance(content, dict) and str(content.get("format", "")).startswith("facerestore-record/")
    return content if is_ours else None
