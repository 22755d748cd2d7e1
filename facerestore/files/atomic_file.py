"""Writing a file whole or not at all, and never over one that must stay."""

import errno
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from facerestore.files.look_limit import LookLimit
from facerestore.files.process_mark import is_left, process_mark
from facerestore.values.errors import OutputRefused
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

_REASONS: Final = {
    errno.ENOSPC: ("The disk is full.", "Free some space, or save to another disk."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Free some space, or save to another disk."),
    errno.EACCES: ("The folder may not be written to.", "Choose another folder."),
    errno.EPERM: ("The folder may not be written to.", "Choose another folder."),
    errno.EROFS: ("The disk is read-only.", "Choose another folder."),
    errno.ENOENT: ("The folder does not exist.", "Create it, or choose another folder."),
    errno.ENOTDIR: ("The folder is not a folder.", "Choose another folder."),
    errno.ENAMETOOLONG: ("The name is too long.", "Choose a shorter name."),
}


PART: Final = ".part"
RECORD_PART: Final = ".json.part"
"""How the names of files end that are not whole yet, or not in their place."""

_looks = LookLimit()

_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def atomic_write(path: Path | str, data: bytes, *, overwrite: bool = False) -> None:
    """Writes the file whole or not at all; see ``atomic_file``."""
    with atomic_file(path, overwrite=overwrite) as stream:
        stream.write(data)


@contextmanager
def atomic_file(
    path: Path | str, *, overwrite: bool = False, before: Callable[[Path], object] = lambda part: None
) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file at the end of the block; if it is left by an error or an
    interrupt, nothing changes and nothing is left behind. ``before`` is called with the file that holds all bytes just
    before it takes its place. Raises OutputRefused.

    What killed processes left in the folder is removed, but records, which ``record_file`` looks through."""
    target = Path(path)
    _refuse_place(target, overwrite=overwrite)
    remove_left_parts(target.parent, is_hurried=True)
    part = _new_part(target.parent, RECORD_PART if target.suffix == ".json" else PART)
    try:
        with _refusing(target):
            descriptor = os.open(part, _NEW_FILE, 0o666)
        with _refusing(target), os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        before(part)
        with _refusing(target):
            _put_in_place(part, target, overwrite=overwrite)
    finally:
        with suppress(OSError):
            part.unlink()


def left_parts(folder: Path, *, ended: str = "") -> list[Path]:
    """The parts in a folder that were left by processes that have ended, and those with the mark of one that is known
    to have ``ended``, on whatever computer."""
    return looked_through(folder, ended=ended)[0]


def looked_through(folder: Path, *, ended: str = "") -> tuple[list[Path], int]:
    """The same, with the number of all entries."""
    found, count = [], 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            count += 1
            with suppress(OSError):
                if entry.name.endswith(PART) and (
                    (ended and entry.name.startswith(ended)) or is_left(entry.name, changed_s=entry.stat().st_mtime)
                ):
                    found.append(folder / entry.name)
    return found, count


def remove_left_parts(folder: Path, *, is_hurried: bool = False, ended: str = "") -> None:
    """Removes what killed processes left in a folder, but records. What cannot be removed stays. ``is_hurried``: a
    large folder that was looked through lately is not looked through again. ``ended``: as of ``left_parts``."""
    for part in _looks.found(folder, looked_through) if is_hurried else left_parts(folder, ended=ended):
        if not part.name.endswith(RECORD_PART):
            with suppress(OSError):
                part.unlink()


def refuse_unwritable(path: Path | str) -> None:
    """Raises OutputRefused where a file of this name cannot be made, before any work is done for it. Leaves nothing."""
    target = Path(path)
    _refuse_place(target, overwrite=True)
    with _refusing(target):
        with suppress(FileNotFoundError):
            os.lstat(target)  # a name that is too long
        probe = _new_part(target.parent, PART)
        try:
            os.close(os.open(probe, _NEW_FILE, 0o666))
        finally:
            with suppress(OSError):
                probe.unlink()


def _new_part(folder: Path, kind: str) -> Path:
    # of a length of its own, so that a name that is just allowed stays allowed; in the same folder, so that it can be
    # renamed
    return folder / f"{process_mark()}{secrets.token_hex(4)}{kind}"


def refuse_originals(path: Path | str, originals: Iterable[Path | str]) -> None:
    """Raises OutputRefused if the path is one of the originals under this or another name: a link to it,
    another spelling on a file system that ignores case."""
    target = Path(path)
    for original in originals:
        if _is_same(target, Path(original)):
            raise OutputRefused(
                target,
                "This is an original, which is never overwritten.",
                advice="Choose another name or folder.",
            )


def _is_same(target: Path, original: Path) -> bool:
    with suppress(OSError):
        return target.samefile(original)
    with suppress(OSError, RuntimeError):
        return target.resolve() == original.resolve()
    return target.absolute() == original.absolute()


def _refuse_place(target: Path, *, overwrite: bool) -> None:
    if "\0" in str(target):
        raise OutputRefused(target, "The name is not allowed.", advice="Choose another name.")
    with _refusing(target):
        if target.is_dir():
            raise OutputRefused(target, "There is a folder of this name.", advice="Choose another name.")
        if not target.parent.is_dir():
            raise OutputRefused(
                target,
                TranslatableText("The folder {folder} does not exist.", folder=shown(target.parent)),
                advice="Create it, or choose another folder.",
            )
        if not overwrite and os.path.lexists(target):
            raise _exists(target)


def _put_in_place(part: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        os.replace(part, target)
    else:
        try:
            # unlike a rename, a link fails if somebody made the file in the meantime
            os.link(part, target)
        except FileExistsError:
            raise _exists(target) from None
        except OSError:
            # file systems without links
            if os.path.lexists(target):
                raise _exists(target) from None
            os.replace(part, target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself safe against a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _exists(target: Path) -> OutputRefused:
    return OutputRefused(
        target, "A file of this name exists.", advice="Choose another name, or allow it to be overwritten."
    )


@contextmanager
def _refusing(target: Path) -> Iterator[None]:
    """Turns what the system says into a sentence."""
    try:
        yield
    except OSError as error:
        sentence, advice = _REASONS.get(
            error.errno or 0,
            (
                TranslatableText(
                    "The system refuses to write it ({reason}).", reason=error.strerror or shown(str(error))
                ),
                "Choose another folder.",
            ),
        )
        raise OutputRefused(target, sentence, advice=advice) from error
