"""Where a face lies in a photo, as JSON: as it was found, and the frame of its crop."""

from typing import Final

from facerestore.documents.json_fields import Fields
from facerestore.editing.project import FaceState
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.alignment import Alignment
from facerestore.values.face import Face

_MAX_CROP_PX: Final = 4096


def alignment_values(alignment: Alignment) -> dict[str, object]:
    return {"matrix": alignment.matrix_photo_to_crop.tolist(), "crop_px": alignment.crop_px}


def alignment_of(fields: Fields) -> Alignment:
    """Raises UnsupportedPicture, also for a matrix without an inverse."""
    crop_px = fields.whole("crop_px", least=1, most=_MAX_CROP_PX)
    try:
        return Alignment(fields.matrix("matrix", 2, 3), crop_px)
    except ValueError as error:
        raise UnsupportedPicture.damaged("a crop has no place") from error


def found_values(face: Face) -> dict[str, object]:
    return {"points": face.points_photo.tolist(), "box": list(face.box_xyxy), "confidence": face.confidence}


def found_face(fields: Fields) -> Face:
    """Raises UnsupportedPicture, also for points that make no face."""
    left, top, right, bottom = fields.numbers("box", 4)
    face = Face(fields.matrix("points", 5, 2), (left, top, right, bottom), fields.number("confidence"))
    try:
        FaceState(face)
    except ValueError as error:
        raise UnsupportedPicture.damaged("its points make no face") from error
    return face
