"""The 19 classes of a layout, in CelebAMask-HQ order: the only table of ids, names, colours and partners.

Left and right are the *subject's* side as the data set files name them: ``LEFT_EYE`` is the file ``l_eye``.
"""

from enum import IntEnum

LABEL_ORDER = "celeba"
"""Name of the canonical id order, written into layout files and into the metadata of weights."""


class FaceClass(IntEnum):
    """One class of a layout; the value is its id."""

    BACKGROUND = 0
    SKIN = 1
    NOSE = 2
    GLASSES = 3
    LEFT_EYE = 4
    RIGHT_EYE = 5
    LEFT_BROW = 6
    RIGHT_BROW = 7
    LEFT_EAR = 8
    RIGHT_EAR = 9
    MOUTH = 10
    UPPER_LIP = 11
    LOWER_LIP = 12
    HAIR = 13
    HAT = 14
    EARRING = 15
    NECKLACE = 16
    NECK = 17
    CLOTH = 18


CLASS_COUNT = len(FaceClass)

COLOURS: tuple[tuple[int, int, int], ...] = (
    (0, 0, 0),
    (204, 0, 0),
    (76, 153, 0),
    (204, 204, 0),
    (51, 51, 255),
    (204, 0, 204),
    (0, 255, 255),
    (255, 204, 204),
    (102, 51, 0),
    (255, 0, 0),
    (102, 204, 0),
    (255, 255, 0),
    (0, 0, 153),
    (0, 0, 204),
    (255, 51, 153),
    (0, 204, 204),
    (0, 51, 0),
    (255, 153, 51),
    (0, 204, 0),
)
"""RGB 0-255 by class id, as CelebAMask-HQ's ``g_color.py`` paints them."""

ALTERNATIVE_COLOURS: dict[int, tuple[tuple[int, int, int], ...]] = {7: ((51, 255, 255),)}
"""Colours other tools write for a class; accepted on import, never written."""

NAMES: tuple[str, ...] = (
    "Background",
    "Skin",
    "Nose",
    "Glasses",
    "Left eye",
    "Right eye",
    "Left brow",
    "Right brow",
    "Left ear",
    "Right ear",
    "Mouth (inside)",
    "Upper lip",
    "Lower lip",
    "Hair",
    "Hat",
    "Earring",
    "Necklace",
    "Neck",
    "Cloth",
)
"""English display names by class id."""

FLIPPED: tuple[int, ...] = (0, 1, 2, 3, 5, 4, 7, 6, 9, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18)
"""FLIPPED[id] is the class that a left-right mirror image shows in its place."""

OTHER_ORDERS: dict[str, tuple[int, ...]] = {
    # index = their id, value = canonical id (permutation tables of product conventions)
    "bisenet": (0, 1, 6, 7, 4, 5, 3, 8, 9, 15, 2, 10, 11, 12, 17, 16, 18, 13, 14),
    "segface": (0, 17, 1, 18, 8, 9, 6, 7, 4, 5, 2, 10, 12, 11, 13, 3, 14, 15, 16),
}
"""To canonical ids from the orders of other face parsers, by name."""
