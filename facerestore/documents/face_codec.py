"""A face and the work on it as JSON and blobs, for project files and journals alike.

What a field of ``FaceState`` is called and means stands here, once. Where its pictures go is a store's: parts of a zip
(``project_members``) or arrays behind a record (``journal_blobs``).
"""

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

from facerestore.documents.json_fields import Fields
from facerestore.editing.project import FaceState
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.alignment import CROP_PX, Alignment
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.face import Face
from facerestore.values.layout import Layout

MAX_FACES: Final = 100
MAX_SEED: Final = 2**63 - 1
MAX_LAYOUT_SIDE: Final = 2048
_MAX_CROP_PX: Final = 4096

_T = TypeVar("_T", covariant=True)
Read = Callable[[], _T]
"""Reads a value whose place and size are known: a store counts all blobs before the first of them is decoded."""

LayoutPair = tuple[Layout | None, Layout | None]
"""A face's layout as it stands, and as stage 1 predicted it: one object where nothing was painted since."""


class BlobWriter(Protocol):
    """A store that takes the pictures of one face. Methods return what the JSON says about them."""

    def layouts(self, layout: Layout | None, predicted: Layout | None) -> dict[str, object]: ...

    def mix(self, mix: CandidateMix | None) -> dict[str, object]: ...


class BlobReader(Protocol):
    """A store that gives the pictures of one face back, by what its JSON says. Methods, and what they return, raise
    UnsupportedPicture."""

    def layouts(self, fields: Fields) -> Read[LayoutPair]: ...

    def mix(self, fields: Fields, side_px: int) -> Read[CandidateMix | None]:
        """``side_px``: the side that the mix's planes must have."""


def face_values(state: FaceState, blobs: BlobWriter) -> dict[str, object]:
    """A face as JSON; its pictures go into the store."""
    return {
        **_found_values(state.face),
        **blobs.layouts(state.layout, state.predicted),
        "is_skipped": state.is_skipped,
        **blobs.mix(state.choice),
    }


def face_of(fields: Fields, blobs: BlobReader) -> Read[FaceState]:
    """The face of a JSON object. Raises UnsupportedPicture, also for points that make no face; so does reading it."""
    face = _found_face(fields)
    # journals and projects of the first versions know no skipped faces
    is_skipped = fields.has("is_skipped") and fields.flag("is_skipped")
    layouts, mix = blobs.layouts(fields), blobs.mix(fields, CROP_PX)
    return lambda: FaceState(face, *layouts(), choice=mix(), is_skipped=is_skipped)


def alignment_values(alignment: Alignment) -> dict[str, object]:
    return {"matrix": alignment.matrix_photo_to_crop.tolist(), "crop_px": alignment.crop_px}


def alignment_of(fields: Fields) -> Alignment:
    """Raises UnsupportedPicture, also for a matrix without an inverse."""
    crop_px = fields.whole("crop_px", least=1, most=_MAX_CROP_PX)
    try:
        return Alignment(fields.matrix("matrix", 2, 3), crop_px)
    except ValueError as error:
        raise UnsupportedPicture.damaged("a crop has no place") from error


def _found_values(face: Face) -> dict[str, object]:
    return {"points": face.points_photo.tolist(), "box": list(face.box_xyxy), "confidence": face.confidence}


def _found_face(fields: Fields) -> Face:
    left, top, right, bottom = fields.numbers("box", 4)
    face = Face(fields.matrix("points", 5, 2), (left, top, right, bottom), fields.number("confidence"))
    try:
        FaceState(face)
    except ValueError as error:
        raise UnsupportedPicture.damaged("its points make no face") from error
    return face
