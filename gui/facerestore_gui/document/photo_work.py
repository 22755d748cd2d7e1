"""PhotoWork: how far a photo of a folder is."""

from enum import Enum, auto
from typing import Final

PHOTO_SUFFIXES: Final = (".png", ".tif", ".tiff", ".jpg", ".jpeg", ".webp")
"""Of the files that are photos, and of restored ones."""


class PhotoWork(Enum):
    """What there is of a photo besides itself, the last of it that holds."""

    UNTOUCHED = auto()
    MASKED = auto()
    """It has a mask, or a project without a result."""
    RESTORED = auto()
    """Its project has a result, which nobody saved as a picture yet."""
    SAVED = auto()
    """The restored photo is a file."""
