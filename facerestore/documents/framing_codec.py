"""How a photo is looked at, as JSON."""

from typing import Final

from facerestore.documents.json_fields import Fields
from facerestore.files.stored_picture import MAX_SIDE_PX, UnsupportedPicture
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box, Extent

NAME: Final = "framing"
_MOST_PX: Final = 2 * MAX_SIDE_PX
"""A straightened picture reaches beyond the corners of the one before."""


def framing_values(framing: Framing) -> dict[str, object]:
    crop = framing.crop
    return {
        "quarter_turns": framing.quarter_turns,
        "straightening_degrees": framing.straightening_degrees,
        "crop": None if crop is None else [crop.left, crop.top, crop.right, crop.bottom],
    }


def framing_of(fields: Fields, extent: Extent) -> Framing:
    """The framing of a photo of an extent, plain where the JSON has none. Raises UnsupportedPicture, also for a crop
    that reaches beyond the photo."""
    if not fields.has(NAME):
        return UNFRAMED
    said = fields.inner(NAME)
    turns, degrees = said.whole("quarter_turns", most=3), said.number("straightening_degrees")
    crop = None
    if said.has("crop"):
        sides = said.numbers("crop", 4)
        if any(side != int(side) or abs(side) > _MOST_PX for side in sides):
            raise UnsupportedPicture.damaged("its crop has no whole pixels")
        crop = Box(*map(int, sides))
    try:
        framing = Framing(turns, degrees, crop)
    except ValueError as error:
        raise UnsupportedPicture.damaged("its photo cannot lie so") from error
    if crop is not None and not framing.holds(crop, extent):
        raise UnsupportedPicture.damaged("its crop reaches beyond the photo")
    return framing
