"""What commands say that they changed."""

from dataclasses import dataclass

from facerestore.values.geometry import Box


@dataclass(frozen=True)
class MaskChanged:
    box: Box


@dataclass(frozen=True)
class LayoutChanged:
    """``box`` in pixels of the layout."""

    face: int
    box: Box


@dataclass(frozen=True)
class FacesChanged:
    """Faces came, went or moved; their layouts may have changed with them."""


@dataclass(frozen=True)
class ClassesChanged:
    """Damage classes came, went or are treated otherwise; ``box``: where the mask changed with them, often empty."""

    box: Box


@dataclass(frozen=True)
class ChoiceChanged:
    """Which candidates a face uses, and how strongly."""

    face: int


@dataclass(frozen=True)
class ReferencesChanged:
    """From which photographs a face borrows, or which of its parts."""

    face: int


@dataclass(frozen=True)
class FramingChanged:
    """The photo is turned, straightened or cropped otherwise."""


@dataclass(frozen=True)
class HandChanged:
    """What is filled by hand, and the mask with it; ``box`` in pixels of the photo."""

    box: Box


Change = (
    MaskChanged
    | HandChanged
    | LayoutChanged
    | FacesChanged
    | ChoiceChanged
    | ReferencesChanged
    | ClassesChanged
    | FramingChanged
)
