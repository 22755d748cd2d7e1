"""Replaying a journal: the state that its records lead to, up to the last whole one."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.file_state import FileState
from facerestore.documents.journal_records import (
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
from facerestore.documents.saved_project import SavedProject
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.framing import UNFRAMED
from facerestore.values.geometry import Extent
from facerestore.values.hand_layer import NO_LAYER, TILE_PX, HandDiff
from facerestore.values.reference import Reference

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
