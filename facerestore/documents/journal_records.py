"""What a journal is made of: records of edits, each with its length and checksum, one after another.

A record is a JSON object and, after it, arrays as they lie in memory; in the mask's and layout's records these are
which bits flip, so that undoing is written like doing.
"""

import zlib
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from struct import Struct
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.face_codec import MAX_FACES, MAX_SEED, face_of, face_values
from facerestore.documents.file_state import FileState
from facerestore.documents.framing_codec import NAME as FRAMING
from facerestore.documents.framing_codec import framing_of, framing_values
from facerestore.documents.journal_blobs import ArrayReader, ArrayWriter
from facerestore.documents.json_fields import Fields, packed
from facerestore.documents.project_manifest import original_of, original_values
from facerestore.documents.reference_codec import KnownReferences, reference_of, reference_values
from facerestore.documents.saved_project import Original
from facerestore.editing.commands import Command, HandEdit, MaskEdit, SetClasses, SetFraming
from facerestore.editing.face_commands import LayoutEdit, MovePoint, SetChoice, SetFaces, SetLayout, SetReferences
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState, Project
from facerestore.files.damage_table_text import table_of, table_values
from facerestore.files.stored_picture import MAX_PIXELS, UnsupportedPicture
from facerestore.values.damage_table import DamageTable
from facerestore.values.framing import Framing
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import HandDiff, HandLayer, tile_box
from facerestore.values.raster import pixels_where
from facerestore.values.reference import MOST_REFERENCES, Reference

MAGIC: Final = b"facerestore-journal/1\n"
_FRAME: Final = Struct("<II")
"""Length of the payload and its CRC-32."""
_MAX_NS: Final = 2**63
_HEAD: Final = Struct("<BI")
"""Kind of the record and length of its JSON."""


class _Kind(IntEnum):
    BEGIN = 1
    MASK = 2
    LAYOUT = 3
    FACES = 4
    SAVED = 5
    HASH = 6
    CLASSES = 7
    REFERENCES = 8
    FRAMING = 9
    HAND = 10


@dataclass(frozen=True)
class Begin:
    """The first record: of which photo, and from which project file, if any. The mask is empty, faces are none.
    ``project_state``: of that file when the window last read or wrote it; None where nobody knows."""

    original: Original
    project_file: Path | None
    seed: int
    project_state: FileState | None = None


@dataclass(frozen=True, eq=False)
class MaskFlips:
    """``is_edit``: a person did it, and would miss it."""

    patches: tuple[PixelDiff, ...]
    is_edit: bool = True


@dataclass(frozen=True, eq=False)
class HandFlips:
    """What changes in the pixels that are painted by hand, and in the mask with them; ``is_edit`` as of
    ``MaskFlips``."""

    patches: tuple[PixelDiff, ...]
    pixels: tuple[HandDiff, ...]
    is_edit: bool = True


@dataclass(frozen=True, eq=False)
class LayoutFlips:
    face: int
    patches: tuple[PixelDiff, ...]


@dataclass(frozen=True, eq=False)
class FacesSet:
    """``are_sought``: they have been looked for; as of ``Project``."""

    faces: tuple[FaceState, ...]
    current_face: int
    is_edit: bool = True
    are_sought: bool = True


@dataclass(frozen=True, eq=False)
class ReferencesKept:
    """References that later records name by their keys. Each is written once, when a face has it first."""

    references: tuple[Reference, ...]


@dataclass(frozen=True, eq=False)
class ClassesSet:
    """Which damage classes there are, and what changes in the mask with them."""

    classes: DamageTable
    patches: tuple[PixelDiff, ...] = ()
    is_edit: bool = True


@dataclass(frozen=True)
class FramingSet:
    """How the photo is looked at. ``extent``: of the photo."""

    framing: Framing
    extent: Extent
    is_edit: bool = True


@dataclass(frozen=True)
class Saved:
    """A project file was written; ``project_file`` None: files of other kinds. ``project_state``: in which it is since,
    None where nobody knows. ``is_all``: all that was done so far is in it."""

    project_file: Path | None
    project_state: FileState | None = None
    is_all: bool = True


@dataclass(frozen=True)
class OriginalHash:
    sha256: str


Record = (
    Begin
    | MaskFlips
    | HandFlips
    | LayoutFlips
    | FacesSet
    | ReferencesKept
    | ClassesSet
    | FramingSet
    | Saved
    | OriginalHash
)


def record_of_command(command: Command, project: Project, current_face: int) -> Record:
    """What doing, undoing or redoing a command has just done to a project. Raises TypeError for a command of a kind
    that has no record: it would be lost silently."""
    match command:
        case MaskEdit(patches=patches):
            return MaskFlips(patches)
        case HandEdit(patches=patches, pixels=pixels):
            return HandFlips(patches, pixels)
        case LayoutEdit(face=face, patches=patches):
            return LayoutFlips(face, patches)
        case SetClasses(patches=patches):
            return ClassesSet(project.classes, patches)
        case SetFraming():
            return FramingSet(project.framing, project.photo.extent)
        case SetLayout() | MovePoint() | SetFaces() | SetChoice() | SetReferences():
            return FacesSet(project.faces, current_face, are_sought=project.faces_are_sought)
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


def record_of(payload: bytes, known: KnownReferences) -> Record:
    """The record of a payload; ``known``: the references of the records before it. Raises UnsupportedPicture."""
    kind, text_length = _HEAD.unpack_from(payload)
    text_end = _HEAD.size + text_length
    fields = Fields.parsed(payload[_HEAD.size : text_end])
    blobs = ArrayReader(fields, payload[text_end:])
    match kind:
        case _Kind.BEGIN:
            original, seed = original_of(fields.inner("original")), fields.whole("seed", most=MAX_SEED)
            return Begin(original, _path(fields), seed, _state(fields))
        case _Kind.MASK:
            return MaskFlips(blobs.diffs(fields), fields.flag("is_edit"))
        case _Kind.HAND:
            return HandFlips(blobs.diffs(fields), blobs.hand_diffs(fields), fields.flag("is_edit"))
        case _Kind.LAYOUT:
            return LayoutFlips(fields.whole("face", most=MAX_FACES), blobs.diffs(fields))
        case _Kind.FACES:
            faces = tuple(face_of(one, blobs, known)() for one in fields.objects("faces", most=MAX_FACES))
            current_face = fields.whole("current_face", least=-1, most=MAX_FACES)
            are_sought = fields.flag("are_sought") if fields.has("are_sought") else bool(faces)
            return FacesSet(faces, current_face, fields.flag("is_edit"), are_sought)
        case _Kind.REFERENCES:
            objects = fields.objects("references", most=MAX_FACES * MOST_REFERENCES)
            return ReferencesKept(tuple(reference_of(one, blobs)[1]() for one in objects))
        case _Kind.CLASSES:
            classes = table_of(fields.values.get("classes"))
            return ClassesSet(classes, blobs.diffs(fields), fields.flag("is_edit"))
        case _Kind.FRAMING:
            extent = Extent(*(fields.whole(name, least=1, most=MAX_PIXELS) for name in ("width", "height")))
            return FramingSet(framing_of(fields, extent), extent, fields.flag("is_edit"))
        case _Kind.SAVED:
            return Saved(_path(fields), _state(fields), not fields.has("is_all") or fields.flag("is_all"))
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


def hand_flips_of_all(layer: HandLayer) -> HandFlips | None:
    """The record that makes an empty layer into this one; None if it is empty."""
    diffs = []
    for key, tile in sorted(layer.tiles.items()):
        where = np.asarray(tile != 0) if tile.ndim == 2 else (tile != 0).any(axis=2)
        diffs.append(HandDiff(tile_box(key), np.packbits(where), pixels_where(tile, where)))
    return HandFlips((), tuple(diffs), is_edit=False) if diffs else None


def _parts(record: Record) -> tuple[_Kind, dict[str, object], list[bytes]]:
    """Kind, JSON and arrays of a record."""
    arrays = ArrayWriter()
    match record:
        case Begin(original=original, project_file=project_file, seed=seed, project_state=state):
            begun = {"original": original_values(original), "seed": seed}
            return _Kind.BEGIN, {**begun, **_named(project_file, state)}, []
        case MaskFlips(patches=patches, is_edit=is_edit):
            return _Kind.MASK, {"is_edit": is_edit, **arrays.diffs(patches)}, arrays.blobs
        case HandFlips(patches=patches, pixels=pixels, is_edit=is_edit):
            flips = {**arrays.diffs(patches), **arrays.hand_diffs(pixels)}
            return _Kind.HAND, {"is_edit": is_edit, **flips}, arrays.blobs
        case LayoutFlips(face=face, patches=patches):
            return _Kind.LAYOUT, {"face": face, **arrays.diffs(patches)}, arrays.blobs
        case FacesSet(faces=faces, current_face=current_face, is_edit=is_edit, are_sought=are_sought):
            values = [face_values(one, arrays) for one in faces]
            flags = {"is_edit": is_edit, "are_sought": are_sought}
            return _Kind.FACES, {"faces": values, "current_face": current_face, **flags}, arrays.blobs
        case ReferencesKept(references=references):
            described = [reference_values(one, arrays) for one in references]
            return _Kind.REFERENCES, {"references": described}, arrays.blobs
        case ClassesSet(classes=classes, patches=patches, is_edit=is_edit):
            shown = {"classes": table_values(classes), "is_edit": is_edit, **arrays.diffs(patches)}
            return _Kind.CLASSES, shown, arrays.blobs
        case FramingSet(framing=framing, extent=extent, is_edit=is_edit):
            size = {"width": extent.width, "height": extent.height}
            return _Kind.FRAMING, {FRAMING: framing_values(framing), **size, "is_edit": is_edit}, []
        case Saved(project_file=project_file, project_state=state, is_all=is_all):
            return _Kind.SAVED, {**_named(project_file, state), "is_all": is_all}, []
        case OriginalHash(sha256=sha256):
            return _Kind.HASH, {"sha256": sha256}, []


def _named(project_file: Path | None, state: FileState | None) -> dict[str, object]:
    known = None if state is None else {"written_ns": state.written_ns, "bytes": state.byte_count}
    return {"project_file": None if project_file is None else str(project_file), "project_state": known}


def _path(fields: Fields) -> Path | None:
    return Path(fields.text("project_file")) if fields.has("project_file") else None


def _state(fields: Fields) -> FileState | None:
    """Journals of earlier versions do not say it."""
    if not fields.has("project_state"):
        return None
    state = fields.inner("project_state")
    return FileState(state.whole("written_ns", most=_MAX_NS), state.whole("bytes", most=_MAX_NS))
