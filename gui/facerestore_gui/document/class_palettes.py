"""Palettes: the colours in which the 19 classes are drawn, on the canvas and in the legend.

Nobody tells 19 colours apart at sight, and every twelfth man fewer still. The second palette has the eight colours of
M. Okabe and K. Ito (Color Universal Design, 2008), which people with any kind of colour vision tell apart; classes
that share a colour differ by a pattern.
"""

from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore_gui.look.translation import QT_TRANSLATE_NOOP
from facerestore_resources.face_classes import CLASS_COUNT, COLOURS, FaceClass

TILE_PX: Final = 6
"""Patterns repeat after so many pixels of the layout."""

_DARKER: Final = 0.42

_Colour = tuple[int, int, int]


class Pattern(IntEnum):
    """A pattern of a class, for whom colours are not enough."""

    PLAIN = 0
    STRIPES = 1
    DOTS = 2


@dataclass(frozen=True)
class Palette:
    """A set of colours for the classes of the layout. ``colours``: RGB 0-255 by class id. ``patterns``: by class id,
    drawn in a darker shade of the colour."""

    name: str
    text: str
    colours: tuple[_Colour, ...]
    patterns: tuple[Pattern, ...] = (Pattern.PLAIN,) * CLASS_COUNT

    @property
    def has_patterns(self) -> bool:
        return any(self.patterns)

    def colour(self, face_class: int, *, is_mark: bool = False) -> _Colour:
        """Of a class, or of its pattern's marks."""
        red, green, blue = self.colours[face_class]
        share = _DARKER if is_mark else 1.0
        return round(red * share), round(green * share), round(blue * share)

    def marks(self, labels: NDArray[np.uint8], top: int = 0, left: int = 0) -> NDArray[np.bool_]:
        """Which pixels of labels (h, w), whose first one is at ``top`` and ``left`` of its layout, belong to a
        pattern's marks."""
        rows = (np.arange(labels.shape[0]) + top)[:, None] % TILE_PX
        columns = (np.arange(labels.shape[1]) + left)[None] % TILE_PX
        return np.asarray(_TILES[np.asarray(self.patterns, np.intp)[labels], rows, columns])


def _tiles() -> NDArray[np.bool_]:
    """A tile (TILE_PX, TILE_PX) for each pattern."""
    tiles = np.zeros((len(Pattern), TILE_PX, TILE_PX), np.bool_)
    row, column = np.indices((TILE_PX, TILE_PX))
    tiles[Pattern.STRIPES] = (row + column) % TILE_PX < 2
    tiles[Pattern.DOTS] = (row % 3 == 1) & (column % 3 == 1)
    return tiles


_TILES: Final = _tiles()

_ORANGE, _SKY, _GREEN, _YELLOW = (230, 159, 0), (86, 180, 233), (0, 158, 115), (240, 228, 66)
_BLUE, _VERMILLION, _PURPLE, _GREY = (0, 114, 178), (213, 94, 0), (204, 121, 167), (170, 170, 170)

_SAFE: Final[dict[FaceClass, tuple[_Colour, Pattern]]] = {
    FaceClass.BACKGROUND: ((0, 0, 0), Pattern.PLAIN),
    FaceClass.SKIN: (_ORANGE, Pattern.PLAIN),
    FaceClass.NOSE: (_SKY, Pattern.PLAIN),
    FaceClass.GLASSES: (_GREY, Pattern.PLAIN),
    FaceClass.LEFT_EYE: (_BLUE, Pattern.PLAIN),
    FaceClass.RIGHT_EYE: (_BLUE, Pattern.STRIPES),
    FaceClass.LEFT_BROW: (_GREEN, Pattern.PLAIN),
    FaceClass.RIGHT_BROW: (_GREEN, Pattern.STRIPES),
    FaceClass.LEFT_EAR: (_PURPLE, Pattern.PLAIN),
    FaceClass.RIGHT_EAR: (_PURPLE, Pattern.STRIPES),
    FaceClass.MOUTH: (_VERMILLION, Pattern.PLAIN),
    FaceClass.UPPER_LIP: (_VERMILLION, Pattern.STRIPES),
    FaceClass.LOWER_LIP: (_VERMILLION, Pattern.DOTS),
    FaceClass.HAIR: (_YELLOW, Pattern.PLAIN),
    FaceClass.HAT: (_YELLOW, Pattern.STRIPES),
    FaceClass.EARRING: (_GREY, Pattern.STRIPES),
    FaceClass.NECKLACE: (_GREY, Pattern.DOTS),
    FaceClass.NECK: (_ORANGE, Pattern.STRIPES),
    FaceClass.CLOTH: (_SKY, Pattern.STRIPES),
}

STANDARD: Final = Palette("standard", QT_TRANSLATE_NOOP("Palettes", "CelebAMask-HQ colours"), COLOURS)
COLOUR_BLIND: Final = Palette(
    "colour_blind",
    QT_TRANSLATE_NOOP("Palettes", "Colour-blind safe"),
    tuple(_SAFE[one][0] for one in FaceClass),
    tuple(_SAFE[one][1] for one in FaceClass),
)
PALETTES: Final = MappingProxyType({one.name: one for one in (STANDARD, COLOUR_BLIND)})
