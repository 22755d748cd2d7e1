"""How a restored photo is saved: what of the photo's depth and metadata is kept, and what is told of its making."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

DEFAULT_QUALITY: Final = 95


class KeptMetadata(StrEnum):
    """What of the original's metadata goes into the result."""

    ALL = "all"
    COLOUR = "colour"
    """The colour profile and the resolution; nothing of camera, place, time and people."""


@dataclass(frozen=True)
class SaveOptions:
    """What is written into a result's file. ``eight_bit``: 16 bits become 8. ``quality``: of JPEG, 1...100.
    ``is_compressed``: of PNG and TIFF. ``is_marked``: the file's XMP says that it was restored. ``has_record``: the
    record of what was done is written beside it. ``is_framed``: the file shows the result turned, straightened and
    cropped as the window does, and not as the scan lies."""

    eight_bit: bool = False
    metadata: KeptMetadata = KeptMetadata.ALL
    quality: int = DEFAULT_QUALITY
    is_compressed: bool = True
    is_marked: bool = True
    has_record: bool = True
    is_framed: bool = False
