"""Saved candidates as a small zip of their own, which whoever keeps it carries along unopened until it is wanted."""

import io
import zipfile
from typing import Final

from facerestore.documents.face_codec import MAX_FACES, MAX_LAYOUT_SIDE
from facerestore.documents.json_fields import Fields, Read, packed
from facerestore.documents.place_codec import alignment_of, alignment_values
from facerestore.documents.project_container import add, content_of, members_of, refuse_container
from facerestore.documents.project_members import MemberReader, MemberWriter
from facerestore.documents.reference_codec import (
    KnownReferences,
    distinct,
    linked_references,
    reference_links,
    reference_of,
    reference_values,
)
from facerestore.documents.result_codec import MOST_OTHERS, other_of, other_values
from facerestore.documents.saved_candidates import SavedCandidates, SavedFace
from facerestore.files.damage_table_text import table_of, table_values
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.alignment import CROP_PX
from facerestore.values.damage_table import is_plane
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import TILE_PX, HandLayer
from facerestore.values.reference import MOST_REFERENCES

_MANIFEST: Final = "manifest.json"
_MANIFEST_BYTES: Final = 16 * 2**20
_FORMAT: Final = "facerestore-candidates/1"
_MOST_NETWORKS: Final = 32
_BASE_BYTES: Final = 16 * 2**20
_BYTES_A_FACE: Final = MAX_LAYOUT_SIDE**2
"""Its layout."""
_BYTES_A_REFERENCE: Final = 14 * CROP_PX**2 + MAX_LAYOUT_SIDE**2
_BYTES_A_CANDIDATE: Final = (6 + 1 + MOST_REFERENCES) * CROP_PX**2


def encoded_candidates(saved: SavedCandidates) -> bytes:
    """The bytes of candidates. Equal ones give equal bytes."""
    parts = MemberWriter()
    references = distinct(one for face in saved.faces for one in face.references)
    parts.picture("plane", saved.plane)
    tiles = sorted(saved.hand.tiles)
    for row, column in tiles:
        parts.below("hand").picture(f"{row}_{column}", saved.hand.tiles[row, column])
    sample = saved.hand.tiles[tiles[0]] if tiles else None
    manifest = {
        "format": _FORMAT,
        "restorer": saved.restorer,
        "reason": str(saved.reason),
        "box": [saved.box.left, saved.box.top, saved.box.right, saved.box.bottom],
        "classes": table_values(saved.classes),
        "hand": [index for key in tiles for index in key],
        **({} if sample is None else {"bits": sample.itemsize * 8, "channels": 1 if sample.ndim == 2 else 3}),
        "references": [
            reference_values(one, parts.below(f"references/{number}")) for number, one in enumerate(references)
        ],
        "faces": [_face_values(one, parts.below(f"faces/{number}")) for number, one in enumerate(saved.faces)],
        **other_values(saved.painted, parts),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        add(archive, _MANIFEST, packed(manifest))
        parts.write_to(archive)
    return stream.getvalue()


def decoded_candidates(data: bytes, extent: Extent) -> SavedCandidates:
    """The candidates of a photo of this extent. Raises UnsupportedPicture, and what decoders raise."""
    stream = io.BytesIO(data)
    refuse_container(stream)
    with zipfile.ZipFile(stream) as archive:
        members = members_of(archive)
        if _MANIFEST not in members or members[_MANIFEST].file_size > _MANIFEST_BYTES:
            raise UnsupportedPicture.damaged("it has no list of contents")
        fields = Fields.parsed(content_of(archive, members, _MANIFEST))
        return _candidates_of(fields, MemberReader(archive, members), extent)


def _candidates_of(fields: Fields, parts: MemberReader, extent: Extent) -> SavedCandidates:
    if fields.text("format") != _FORMAT:
        raise UnsupportedPicture.damaged("its candidates are of another kind")
    box = Box(*(int(value) for value in fields.numbers("box", 4)))
    if box.is_empty or box.clipped(extent) != box:
        raise UnsupportedPicture.damaged("its candidates lie outside the photo")
    classes = table_of(fields.values["classes"] if fields.has("classes") else None)
    plane = parts.picture("plane", (box.height, box.width), 8)
    numbers = fields.wholes("hand", most=max(extent.width, extent.height) // TILE_PX)
    keys = list(zip(numbers[::2], numbers[1::2], strict=False))
    bits, channels = (fields.whole(name, most=16) if keys else 1 for name in ("bits", "channels"))
    if keys and (bits not in (8, 16) or channels not in (1, 3)):
        raise UnsupportedPicture.damaged("what was painted by hand is of no photo")
    shape = (TILE_PX, TILE_PX) if channels == 1 else (TILE_PX, TILE_PX, channels)
    tiles = {key: parts.below("hand").picture(f"{key[0]}_{key[1]}", shape, bits) for key in keys}
    references = fields.objects("references", most=MAX_FACES * MOST_REFERENCES)
    known = dict(reference_of(one, parts.below(f"references/{number}")) for number, one in enumerate(references))
    told = fields.objects("faces", most=MAX_FACES)
    faces = [_face_of(one, parts.below(f"faces/{number}"), known) for number, one in enumerate(told)]
    sides = [alignment_of(one).crop_px for one in told]
    others = fields.objects("others", most=MOST_OTHERS) if fields.has("others") else ()
    painted = [other_of(one, parts.below(f"others/{number}"), sides) for number, one in enumerate(others)]
    most = _BASE_BYTES + box.width * box.height + len(keys) * TILE_PX**2 * channels * bits // 8
    most += len(faces) * _BYTES_A_FACE + len(references) * _BYTES_A_REFERENCE + len(others) * _BYTES_A_CANDIDATE
    parts.refuse_other_than_declared(besides=_MANIFEST, most_bytes=most)
    read_plane = plane()
    if not is_plane(read_plane, classes):
        raise UnsupportedPicture.damaged("its mask has values that mean nothing")
    return SavedCandidates(
        box=box,
        plane=read_plane,
        classes=classes,
        hand=HandLayer({key: tile() for key, tile in tiles.items()}),
        restorer=fields.text("restorer"),
        reason=fields.text("reason"),
        faces=tuple(one() for one in faces),
        painted=tuple(one() for one in painted),
    )


def _face_values(one: SavedFace, parts: MemberWriter) -> dict[str, object]:
    parts.layout("layout", one.layout)
    return {
        **alignment_values(one.alignment),
        "networks": sorted(one.networks),
        **reference_links(one.references),
    }


def _face_of(fields: Fields, parts: MemberReader, known: KnownReferences) -> Read[SavedFace]:
    alignment, networks = alignment_of(fields), frozenset(fields.texts("networks", most=_MOST_NETWORKS))
    layout, references = parts.layout("layout"), linked_references(fields, known)
    return lambda: SavedFace(alignment, layout(), networks, references())
