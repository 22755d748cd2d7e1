"""What a journal is made of: records of edits, each with its length and checksum, one after another.

A record is a JSON object and, after it, arrays as they lie in memory; in the mask's and layout's records these are
which bits flip, so that undoing is written like doing.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from struct import Struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.json_fields import Fields, packed
from facerestore.documents.project_manifest import original_of, original_values
from facerestore.documents.saved_faces import MAX_FACES, alignment_of, alignment_values, face_of, face_values
from facerestore.documents.saved_project import Original
from facerestore.editing.commands import (
    Command,
    LayoutEdit,
    MaskEdit,
    MovePoint,
    SetChoice,
    SetClasses,
    SetFaces,
    SetLayout,
)
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState, Project
from facerestore.files.damage_table_text import table_of, table_values
from facerestore.files.stored_picture import MAX_PIXELS, UnsupportedPicture
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DamageTable
from facerestore.values.geometry import Box, Extent
from facerestore.values.layout import Layout

MAGIC: Final = b"facerestore-journal/1\n"
_FRAME: Final = Struct("<II")
"""Length of the payload and its CRC-32."""
_HEAD: Final = Struct("<BI")
"""Kind of the record and length of its JSON."""
_MAX_LAYOUT_SIDE: Final = 2048
_MAX_SEED: Final = 2**63 - 1


class _Kind(IntEnum):
    BEGIN = 1
    MASK = 2
    LAYOUT = 3
    FACES = 4
    SAVED = 5
    HASH = 6
    CLASSES = 7


@dataclass(frozen=True)
class Begin:
    """The first record: of which photo, and from which project file, if any. The mask is empty, faces are none."""

    original: Original
    project_file: Path | None
    seed: int


@dataclass(frozen=True, eq=False)
class MaskFlips:
    """``is_edit``: a person did it, and would miss it."""

    patches: tuple[PixelDiff, ...]
    is_edit: bool = True


@dataclass(frozen=True, eq=False)
class LayoutFlips:
    face: int
    patches: tuple[PixelDiff, ...]


@dataclass(frozen=True, eq=False)
class FacesSet:
    faces: tuple[FaceState, ...]
    current_face: int
    is_edit: bool = True


@dataclass(frozen=True, eq=False)
class ClassesSet:
    """Which damage classes there are, and what changes in the mask with them."""

    classes: DamageTable
    patches: tuple[PixelDiff, ...] = ()
    is_edit: bool = True


@dataclass(frozen=True)
class Saved:
    """All that was done so far is in this project file; ``project_file`` None: in files of other kinds."""

    project_file: Path | None


@dataclass(frozen=True)
class OriginalHash:
    sha256: str


Record = Begin | MaskFlips | LayoutFlips | FacesSet | ClassesSet | Saved | OriginalHash


def record_of_command(command: Command, project: Project, current_face: int) -> Record:
    """What doing, undoing or redoing a command has just done to a project. Raises TypeError for a command of a kind
    that has no record: it would be lost silently."""
    match command:
        case MaskEdit(patches=patches):
            return MaskFlips(patches)
        case LayoutEdit(face=face, patches=patches):
            return LayoutFlips(face, patches)
        case SetClasses(patches=patches):
            return ClassesSet(project.classes, patches)
        case SetLayout() | MovePoint() | SetFaces() | SetChoice():
            return FacesSet(project.faces, current_face)
    raise TypeError(f"{type(command).__name__} has no record in a journal.")


def framed(record: Record, *, pack: bool = False) -> bytes:
    """A record's bytes in the file. ``pack``: smaller, and slower."""
    kind, values, blobs = _parts(record)
    if pack:
        blobs = [zlib.compress(blob, 1) for blob in blobs]
    text = packed({**values, "blobs": [len(blob) for blob in blobs], "packed": pack})
    payload = b"".join([_HEAD.pack(kind, len(text)), text, *blobs])
    return _FRAME.pack(len(payload), zlib.crc32(payload)) + payload


def payloads(data: bytes) -> tuple[list[bytes], bool]:
    """The payloads of a file's bytes, up to the first record that is not whole; and whether all are. Raises
    UnsupportedPicture for another kind of file."""
    if not data.startswith(MAGIC):
        if MAGIC.startswith(data):
            return [], False
        raise UnsupportedPicture("The file is not a journal of facerestore.", "It cannot be recovered.")
    found, position = [], len(MAGIC)
    while position + _FRAME.size <= len(data):
        length, checksum = _FRAME.unpack_from(data, position)
        payload = data[position + _FRAME.size : position + _FRAME.size + length]
        # a file whose end was never written reads as zeros, whose checksum is zero
        if length < _HEAD.size or len(payload) < length or zlib.crc32(payload) != checksum:
            break
        found.append(payload)
        position += _FRAME.size + length
    return found, position == len(data)


def record_of(payload: bytes) -> Record:
    """The record of a payload. Raises UnsupportedPicture."""
    kind, text_length = _HEAD.unpack_from(payload)
    text_end = _HEAD.size + text_length
    fields = Fields.parsed(payload[_HEAD.size : text_end])
    blobs = _Blobs(fields, payload[text_end:])
    match kind:
        case _Kind.BEGIN:
            return Begin(original_of(fields.inner("original")), _path(fields), fields.whole("seed", most=_MAX_SEED))
        case _Kind.MASK:
            return MaskFlips(_patches(fields, blobs), fields.flag("is_edit"))
        case _Kind.LAYOUT:
            return LayoutFlips(fields.whole("face", most=MAX_FACES), _patches(fields, blobs))
        case _Kind.FACES:
            faces = tuple(_face_work(one, blobs) for one in fields.objects("faces", most=MAX_FACES))
            return FacesSet(faces, fields.whole("current_face", least=-1, most=MAX_FACES), fields.flag("is_edit"))
        case _Kind.CLASSES:
            classes = table_of(fields.values.get("classes"))
            return ClassesSet(classes, _patches(fields, blobs), fields.flag("is_edit"))
        case _Kind.SAVED:
            return Saved(_path(fields))
        case _Kind.HASH:
            return OriginalHash(fields.text("sha256"))
    raise UnsupportedPicture.damaged("it has a record of an unknown kind")


def mask_flips_of_all(plane: NDArray[np.uint8]) -> MaskFlips | None:
    """The record that makes an empty mask into this one; None if it is empty."""
    box = Box.of_nonzero(plane)
    if box.is_empty:
        return None
    part = np.ascontiguousarray(plane[box.slices])
    patch = PixelDiff.between(np.zeros_like(part), part)
    assert patch is not None, "the box has pixels that are not zero"
    inner = patch.box
    place = Box(box.left + inner.left, box.top + inner.top, box.left + inner.right, box.top + inner.bottom)
    return MaskFlips((PixelDiff(place, patch.changed_bits, patch.flips),), is_edit=False)


def _parts(record: Record) -> tuple[_Kind, dict[str, object], list[bytes]]:
    """Kind, JSON and arrays of a record."""
    match record:
        case Begin(original=original, project_file=project_file, seed=seed):
            return _Kind.BEGIN, {"original": original_values(original), "seed": seed, **_named(project_file)}, []
        case MaskFlips(patches=patches, is_edit=is_edit):
            return _Kind.MASK, {"is_edit": is_edit, "boxes": _boxes(patches)}, _patch_blobs(patches)
        case LayoutFlips(face=face, patches=patches):
            return _Kind.LAYOUT, {"face": face, "boxes": _boxes(patches)}, _patch_blobs(patches)
        case FacesSet(faces=faces, current_face=current_face, is_edit=is_edit):
            blobs: list[bytes] = []
            values = [_work_values(work, blobs) for work in faces]
            return _Kind.FACES, {"faces": values, "current_face": current_face, "is_edit": is_edit}, blobs
        case ClassesSet(classes=classes, patches=patches, is_edit=is_edit):
            shown = {"classes": table_values(classes), "is_edit": is_edit, "boxes": _boxes(patches)}
            return _Kind.CLASSES, shown, _patch_blobs(patches)
        case Saved(project_file=project_file):
            return _Kind.SAVED, _named(project_file), []
        case OriginalHash(sha256=sha256):
            return _Kind.HASH, {"sha256": sha256}, []


class _Blobs:
    """The arrays of a record, taken one after another. Methods raise UnsupportedPicture."""

    def __init__(self, fields: Fields, data: bytes) -> None:
        lengths = fields.wholes("blobs", most=len(data))
        if sum(lengths) != len(data):
            raise UnsupportedPicture.damaged("a record has another length than it says")
        self._lengths, self._data, self._is_packed = iter(lengths), memoryview(data), fields.flag("packed")
        self._position = 0

    def next(self, *, most: int) -> NDArray[np.uint8]:
        """The next array, of at most so many bytes."""
        length = next(self._lengths, None)
        if length is None:
            raise UnsupportedPicture.damaged("a record lacks an array")
        data = bytes(self._data[self._position : self._position + length])
        self._position += length
        if self._is_packed:
            try:
                data = zlib.decompressobj().decompress(data, most + 1)
            except zlib.error as error:
                raise UnsupportedPicture.damaged("an array cannot be unpacked") from error
        if len(data) > most:
            raise UnsupportedPicture.damaged("an array is too long")
        return np.frombuffer(data, np.uint8)


def _named(project_file: Path | None) -> dict[str, object]:
    return {"project_file": None if project_file is None else str(project_file)}


def _path(fields: Fields) -> Path | None:
    return Path(fields.text("project_file")) if fields.has("project_file") else None


def _boxes(patches: Sequence[PixelDiff]) -> list[int]:
    """Left, top, right, bottom of one box after another."""
    return [edge for one in patches for edge in (one.box.left, one.box.top, one.box.right, one.box.bottom)]


def _patch_blobs(patches: Sequence[PixelDiff]) -> list[bytes]:
    return [array.tobytes() for one in patches for array in (one.changed_bits, one.flips)]


def _patches(fields: Fields, blobs: _Blobs) -> tuple[PixelDiff, ...]:
    edges = fields.wholes("boxes", most=MAX_PIXELS)
    if len(edges) % 4:
        raise UnsupportedPicture.damaged("a box lacks a side")
    return tuple(_patch(Box(*edges[at : at + 4]), blobs) for at in range(0, len(edges), 4))


def _patch(box: Box, blobs: _Blobs) -> PixelDiff:
    count = box.width * box.height
    if box.is_empty or count > MAX_PIXELS:
        raise UnsupportedPicture.damaged("a box has no size")
    bits, flips = blobs.next(most=(count + 7) // 8), blobs.next(most=count)
    if len(bits) != (count + 7) // 8 or len(flips) not in (1, np.count_nonzero(np.unpackbits(bits, count=count))):
        raise UnsupportedPicture.damaged("a change has another length than its box")
    return PixelDiff(box, bits, flips)


def _work_values(work: FaceState, blobs: list[bytes]) -> dict[str, object]:
    """A face as JSON; its layouts' labels are added to the blobs."""
    is_prediction = work.layout is work.predicted
    return {
        **face_values(work.face),
        "layout": None if is_prediction else _layout_values(work.layout, blobs),
        "predicted": _layout_values(work.predicted, blobs),
        "is_prediction": is_prediction,
        "is_skipped": work.is_skipped,
        "choice": _choice_values(work.choice, blobs),
    }


def _layout_values(layout: Layout | None, blobs: list[bytes]) -> dict[str, object] | None:
    if layout is None:
        return None
    blobs.append(layout.labels.tobytes())
    height, width = layout.labels.shape
    alignment = None if layout.alignment is None else alignment_values(layout.alignment)
    return {"width": width, "height": height, "alignment": alignment}


def _choice_values(choice: CandidateMix | None, blobs: list[bytes]) -> dict[str, object] | None:
    if choice is None:
        return None
    blobs.extend((choice.plane.tobytes(), choice.strength.tobytes()))
    return {"seeds": list(choice.seeds), "side": choice.plane.shape[0]}


def _choice(fields: Fields, blobs: _Blobs) -> CandidateMix:
    side = fields.whole("side", least=1, most=_MAX_LAYOUT_SIDE)
    planes = [blobs.next(most=side * side) for _ in ("plane", "strength")]
    try:
        plane, strength = (one.reshape(side, side) for one in planes)
        return CandidateMix(tuple(fields.wholes("seeds", most=_MAX_SEED)), plane, strength)
    except ValueError as error:
        raise UnsupportedPicture.damaged("a choice of candidates makes no sense") from error


def _face_work(fields: Fields, blobs: _Blobs) -> FaceState:
    is_prediction = fields.flag("is_prediction")
    layout = _layout(fields.inner("layout"), blobs) if fields.has("layout") else None
    predicted = _layout(fields.inner("predicted"), blobs) if fields.has("predicted") else None
    choice = _choice(fields.inner("choice"), blobs) if fields.has("choice") else None
    is_skipped = fields.has("is_skipped") and fields.flag("is_skipped")
    return FaceState(face_of(fields), predicted if is_prediction else layout, predicted, choice, is_skipped)


def _layout(fields: Fields, blobs: _Blobs) -> Layout:
    extent = Extent(*(fields.whole(name, least=1, most=_MAX_LAYOUT_SIDE) for name in ("width", "height")))
    labels = blobs.next(most=extent.pixel_count)
    alignment = alignment_of(fields.inner("alignment")) if fields.has("alignment") else None
    try:
        return Layout(labels.reshape(extent.height, extent.width), alignment)
    except ValueError as error:
        raise UnsupportedPicture.damaged("a layout makes no sense") from error
