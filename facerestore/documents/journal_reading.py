"""Reading journals: which were left behind by a program that ended unasked, and what is in them."""

import json
import logging
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.file_state import FileState
from facerestore.documents.journal_earlier import read_earlier
from facerestore.documents.journal_records import (
    MAGIC,
    Begin,
    ClassesSet,
    FacesSet,
    FramingSet,
    HandFlips,
    LayoutFlips,
    MaskFlips,
    OriginalHash,
    Record,
    ReferencesKept,
    Saved,
    payloads,
    record_of,
)
from facerestore.documents.json_fields import Read
from facerestore.documents.project_file import read_project
from facerestore.documents.saved_project import SavedCandidate, SavedProject, SavedResult
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState
from facerestore.files.reading import refusing
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import DEFAULT_TABLE, REPAIRING, class_shares, is_plane
from facerestore.values.errors import FaceRestoreError, ProjectUnreadable
from facerestore.values.framing import UNFRAMED
from facerestore.values.geometry import Extent
from facerestore.values.hand_layer import NO_LAYER, TILE_PX, HandDiff
from facerestore.values.reference import Reference, equal_references

LOCK: Final = "lock.json"
RESULT: Final = "result.facerestore"
THUMBNAIL: Final = "thumbnail.png"
PHOTOS: Final = "photos.json"
"""The photos that were being gone through, and folders of them: a list of paths."""
MOST_PHOTOS: Final = 20_000
_MOST_PHOTOS_BYTES: Final = 16 * 2**20
TRASH_DAYS: Final = 30
"""How long a journal that was put aside stays."""
_TRASH: Final = ".discarded"
_CLOCK_ERROR_S: Final = 5.0
"""By how much the start of one process may seem to move when the clock is set."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Recovered:
    """``edit_count``: how many edits since ``project_file`` was saved, or since the photo was opened. ``references``:
    all that faces ever had; what was undone may be redone. ``project_state``: of the file when the window last read or
    wrote it, None where nobody knows."""

    project: SavedProject
    project_file: Path | None
    edit_count: int
    references: tuple[Reference, ...] = ()
    project_state: FileState | None = None


@dataclass(frozen=True)
class Abandoned:
    """A journal whose program is gone. ``changed_s``: when the last edit was made, in seconds since 1970;
    ``thumbnail``: a small PNG, None if there is none; ``discarded_s``: when the person put it aside, None if they did
    not."""

    folder: Path
    photo: Path
    project_file: Path | None
    changed_s: float
    edit_count: int
    thumbnail: Path | None
    discarded_s: float | None = None


def abandoned_journals(root: Path) -> list[Abandoned]:
    """The journals under ``root`` in which there is something to recover and whose program is gone, latest
    first. Those with nothing in them are deleted."""
    found = []
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if not folder.is_dir() or folder.name.startswith(".") or _is_in_use(folder):
            continue
        try:
            entry = _abandoned(folder)
        except (FaceRestoreError, OSError) as error:
            _log.warning("A journal cannot be read: %s", error)
            continue
        if entry is None:
            discard_journal(folder)
        else:
            found.append(entry)
    return sorted(found, key=lambda one: -one.changed_s)


def put_aside(folder: Path) -> None:
    """Discard a journal so that it can be had back for some time; one that is aside already is deleted."""
    if folder.parent.name == _TRASH:
        discard_journal(folder)
        return
    trash = folder.parent / _TRASH
    try:
        trash.mkdir(exist_ok=True)
        os.utime(folder)
        folder.rename(trash / folder.name)
    except OSError as error:
        _log.warning("A journal stays where it is: %s", error)


def discarded_journals(root: Path) -> list[Abandoned]:
    """What was put aside, the latest first; what has been there for more than TRASH_DAYS is deleted."""
    trash, found = root / _TRASH, []
    for folder in sorted(trash.iterdir()) if trash.is_dir() else ():
        discarded_s = folder.stat().st_mtime
        if time.time() - discarded_s > TRASH_DAYS * 86_400:
            discard_journal(folder)
            continue
        try:
            entry = _abandoned(folder)
        except (FaceRestoreError, OSError) as error:
            _log.warning("A journal cannot be read: %s", error)
            continue
        if entry is not None:
            found.append(replace(entry, discarded_s=discarded_s))
    return sorted(found, key=lambda one: -(one.discarded_s or 0))


def read_journal(folder: Path) -> Recovered:
    """What a journal holds, up to the last whole record. Raises ProjectUnreadable, OutOfMemory."""
    with refusing(folder, ProjectUnreadable):
        recovered = replayed(read_records(folder), as_far_as_possible=True)
    recovered = replace(recovered, project=replace(recovered.project, earlier=read_earlier(folder)))
    result = _kept_result(folder)
    if result is None:
        return recovered
    is_current = _is_made_from(result, recovered.project)
    return replace(recovered, project=replace(recovered.project, results=(result,), result_is_current=is_current))


def photos_gone_through(folder: Path) -> tuple[Path, ...]:
    """The photos, and folders of them, among which a journal's photo was one; empty if there were none, or if what says
    so is damaged."""
    try:
        with (folder / PHOTOS).open("rb") as file:
            data = file.read(_MOST_PHOTOS_BYTES + 1)
        listed = json.loads(data) if len(data) <= _MOST_PHOTOS_BYTES else []
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(listed, list) or not all(isinstance(path, str) and "\0" not in path for path in listed):
        return ()
    return tuple(map(Path, listed[:MOST_PHOTOS]))


def discard_journal(folder: Path) -> None:
    """Delete a journal that nobody wants."""
    # out of sight first: without its lock it would look abandoned for a moment
    hidden = folder.with_name(f".{folder.name}")
    with suppress(OSError):
        folder.rename(hidden)
    shutil.rmtree(hidden, ignore_errors=True)


def read_records(folder: Path, *, before: int | None = None) -> Iterator[Record]:
    """The records from the newest base on, up to the first that is damaged; of logs before a number alone.

    Raises UnsupportedPicture where there is no beginning, OSError.
    """
    logs, bases = ({int(path.stem): path for path in folder.glob(f"[0-9]*.{kind}")} for kind in ("log", "base"))
    first = max(bases, default=0)
    files = [bases[first]] if bases else []
    number = first
    while number in logs and (before is None or number < before):
        files.append(logs[number])
        number += 1
    known: dict[str, Read[Reference]] = {}
    for path in files:
        found, is_whole = payloads(path.read_bytes())
        for payload in found:
            record = record_of(payload, known)
            if isinstance(record, ReferencesKept):
                known |= {one.key: _as_it_is(one) for one in record.references}
            yield record
        if not is_whole:
            return


def replayed(records: Iterable[Record], *, as_far_as_possible: bool = False) -> Recovered:
    """The state that records lead to. Raises UnsupportedPicture where they do not begin; where
    they cannot be read or do not fit each other, unless the state before that will do."""
    steps = iter(records)
    begin = next(steps, None)
    if not isinstance(begin, Begin):
        raise UnsupportedPicture("The journal has no beginning.", "There is nothing in it to recover.")
    state = _State(begin)
    try:
        for record in steps:
            state.apply(record)
    except UnsupportedPicture as error:
        if not as_far_as_possible:
            raise
        _log.warning("A journal is damaged, and recovered up to there: %s", error)
    return state.recovered()


class _State:
    """A document that is being made again."""

    def __init__(self, begin: Begin) -> None:
        extent = begin.original.extent
        self._begin, self._original, self._file = begin, begin.original, (begin.project_file, begin.project_state)
        self._coverage = np.zeros((extent.height, extent.width), np.uint8)
        self._classes = DEFAULT_TABLE
        self._framing = UNFRAMED
        self._hand = NO_LAYER
        self._faces: tuple[FaceState, ...] = ()
        self._current_face, self._are_sought = -1, False
        self._references: tuple[Reference, ...] = ()
        self._edit_count = 0

    def apply(self, record: Record) -> None:
        """Raises UnsupportedPicture."""
        match record:
            case MaskFlips(patches=patches, is_edit=is_edit):
                _flip(self._coverage, patches)
                self._edit_count += is_edit
            case HandFlips(patches=patches, pixels=pixels, is_edit=is_edit):
                self._flip_hand(pixels)
                _flip(self._coverage, patches)
                self._edit_count += is_edit
            case LayoutFlips(face=face, patches=patches):
                self._flip_layout(face, patches)
                self._edit_count += 1
            case ClassesSet(classes=classes, patches=patches, is_edit=is_edit):
                _flip(self._coverage, patches)
                self._classes = classes
                self._edit_count += is_edit
            case FacesSet(faces=faces, current_face=current_face, is_edit=is_edit, are_sought=are_sought):
                self._faces, self._current_face = faces, min(current_face, len(faces) - 1)
                self._are_sought = are_sought
                self._edit_count += is_edit
            case FramingSet(framing=framing, extent=extent, is_edit=is_edit):
                if extent != self._original.extent:
                    raise UnsupportedPicture.damaged("it turns another photo")
                self._framing = framing
                self._edit_count += is_edit
            case Saved(project_file=project_file, project_state=project_state, is_all=is_all):
                self._file = self._file if project_file is None else (project_file, project_state)
                self._edit_count = 0 if is_all else self._edit_count
            case OriginalHash(sha256=sha256):
                self._original = replace(self._original, sha256=sha256)
            case ReferencesKept(references=references):
                self._references += references
            case Begin():
                raise UnsupportedPicture.damaged("it begins twice")

    def recovered(self) -> Recovered:
        project = SavedProject(
            self._original,
            self._coverage,
            self._faces,
            self._current_face,
            self._begin.seed,
            classes=self._classes,
            framing=self._framing,
            hand=self._hand,
            faces_are_sought=self._are_sought,
        )
        project_file, state = self._file
        return Recovered(project, project_file, self._edit_count, self._references, state)

    def _flip_hand(self, pixels: tuple[HandDiff, ...]) -> None:
        dtype = np.dtype(f"u{self._original.bits // 8}")
        inner = () if self._original.channels == 1 else (self._original.channels,)
        whole = self._original.extent.box
        for one in pixels:
            # a tile at the edge reaches beyond the photo, as the base of a journal has it
            if min(one.box.left, one.box.top) < 0 or one.box.intersection(whole).is_empty:
                raise UnsupportedPicture.damaged("it edits outside the photo")
            if max(one.box.right - whole.right, one.box.bottom - whole.bottom) >= TILE_PX:
                raise UnsupportedPicture.damaged("it edits outside the photo")
            if one.flips.dtype != dtype or one.flips.shape[1:] != inner:
                raise UnsupportedPicture.damaged("what was painted by hand is of another photo")
        self._hand = self._hand.flipped(pixels)

    def _flip_layout(self, face: int, patches: tuple[PixelDiff, ...]) -> None:
        layout = self._faces[face].layout if face < len(self._faces) else None
        if layout is None:
            raise UnsupportedPicture.damaged("it edits a layout that is not there")
        labels = layout.labels.copy()
        _flip(labels, patches)
        work = self._faces[face].with_layout(layout.with_labels(labels))
        self._faces = (*self._faces[:face], work, *self._faces[face + 1 :])


def _as_it_is(reference: Reference) -> Read[Reference]:
    return lambda: reference


def _flip(array: NDArray[np.uint8], patches: tuple[PixelDiff, ...]) -> None:
    extent = Extent.of(array)
    for patch in patches:
        if patch.box.clipped(extent) != patch.box:
            raise UnsupportedPicture.damaged("it edits outside the photo")
        patch.flip(array)


def _abandoned(folder: Path) -> Abandoned | None:
    """What a journal is about; None if there is nothing in it to recover. Raises FaceRestoreError."""
    if not any(path.stat().st_size > len(MAGIC) for kind in ("log", "base") for path in folder.glob(f"*.{kind}")):
        return None
    recovered = read_journal(folder)
    if recovered.edit_count == 0:
        return None
    thumbnail = folder / THUMBNAIL
    return Abandoned(
        folder,
        recovered.project.original.path,
        recovered.project_file,
        max(path.stat().st_mtime for path in folder.glob("*.log")),
        recovered.edit_count,
        thumbnail if thumbnail.is_file() else None,
    )


def _is_in_use(folder: Path) -> bool:
    """Whether the process that has the document open is still there: the same number, started at the same time."""
    import psutil  # a start without journals does not need it

    try:
        lock = json.loads((folder / LOCK).read_text())
        started: float = psutil.Process(int(lock["pid"])).create_time()
        return abs(started - float(lock["started"])) < _CLOCK_ERROR_S
    except psutil.AccessDenied:
        return True
    except (OSError, ValueError, TypeError, KeyError, psutil.Error):
        return False


def _kept_result(folder: Path) -> SavedResult | None:
    try:
        return read_project(folder / RESULT)[0].results[-1] if (folder / RESULT).exists() else None
    except (FaceRestoreError, IndexError) as error:
        _log.warning("A journal's result is lost: %s", error)
        return None


def _is_made_from(result: SavedResult, project: SavedProject) -> bool:
    """Whether a result is what the classes, layouts and choices of a project would give now."""
    if result.mask.extent != project.original.extent:
        return False
    if not is_plane(project.coverage, project.classes) or not _is_painted_the_same(result, project):
        return False
    wanted = {work.alignment.key: work for work in project.faces if not work.is_skipped}
    made = {one.alignment.key for one in result.candidates}
    restore = project.classes.where(project.coverage, Policy.RESTORE)
    touched = {
        key for key, work in wanted.items() if restore[work.alignment.box_photo(project.original.extent).slices].any()
    }
    return touched <= made and all(
        one.alignment.key in wanted and _is_of_face(one, wanted[one.alignment.key], result.seed)
        for one in result.candidates
    )


def _is_painted_the_same(result: SavedResult, project: SavedProject) -> bool:
    """Whether as much of the mask is treated in each way as it was, and in the same places taken together."""
    changed = np.logical_or.reduce([project.classes.where(project.coverage, one) > 0 for one in REPAIRING])
    if not np.array_equal(changed, result.mask.restore):
        return False
    now = class_shares(project.coverage, project.classes)
    # a name may change without anything else
    return not result.classes or [(one.number, one.policy, one.share) for one in result.classes] == [
        (one.number, one.policy, one.share) for one in now
    ]


def _is_of_face(candidate: SavedCandidate, work: FaceState, seed: int) -> bool:
    """Whether a candidate follows the face's layout, borrows from its references, and is put together as the face's
    choice says."""
    labels, side = candidate.layout.labels, candidate.alignment.crop_px
    if work.layout is None or not np.array_equal(work.layout.labels, labels):
        return False
    if not equal_references(candidate.references, work.references):
        return False
    made = candidate.choice or CandidateMix.whole(candidate.seed, side)
    return (work.choice or CandidateMix.whole(seed, side)).equals(made)
