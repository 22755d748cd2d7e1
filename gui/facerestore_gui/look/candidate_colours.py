"""Colours of candidates: wherever a candidate is named by a colour, it is the same one."""

from typing import Final

from PySide6.QtGui import QColor

_COLOURS: Final = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442")
"""Okabe and Ito's, which differ for colour-blind eyes too. After the last one they begin again: numbers tell more."""
_DARK_TEXT_FROM: Final = 0.18
"""From this luminance on, black is read more easily than white (WCAG 2)."""


def candidate_colour(place: int) -> QColor:
    """Of the candidate at a place of the list of a face's candidates, counted from 0."""
    return QColor(_COLOURS[place % len(_COLOURS)])


def text_colour_on(ground: QColor) -> QColor:
    """Black or white, whichever is read more easily."""
    parts = ground.redF(), ground.greenF(), ground.blueF()
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("#000000" if luminance > _DARK_TEXT_FROM else "#ffffff")
