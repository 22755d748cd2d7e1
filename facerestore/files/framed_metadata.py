"""What a file says of its picture, for the picture turned, straightened or cropped.

What speaks of places in it follows, or is left out and told.
"""

from dataclasses import replace

from facerestore.files import exif_upright, xmp
from facerestore.files.stored_picture import turned_dpi, turned_item
from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore.values.photo import PhotoMetadata

_ORIENTATIONS = (3, 6)
"""As EXIF counts: of a picture whose sides stay where they were, and of one whose sides were exchanged. What lies at a
place of the picture lies elsewhere after either."""


def framed_metadata(metadata: PhotoMetadata, framing: Framing, extent: Extent) -> PhotoMetadata:
    """The metadata of a photo of an extent, for what its framing shows: orientation 1, its size, and its resolutions
    exchanged with its sides."""
    if framing.is_plain:
        return metadata
    is_exchanged = framing.quarter_turns % 2 == 1
    orientation, shown = _ORIENTATIONS[is_exchanged], framing.shown_extent(extent)
    exif, packet = metadata.exif, metadata.xmp
    return replace(
        metadata,
        exif=None if exif is None else exif_upright.upright(exif, shown, is_exchanged=is_exchanged),
        xmp=None if packet is None else xmp.upright(packet, shown),
        dpi=turned_dpi(metadata.dpi, orientation),
        items=tuple(turned_item(item, orientation) for item in metadata.items),
    )
