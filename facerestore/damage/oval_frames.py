"""Oval frames: printed lines around a portrait, which look like scratches drawn with a compass."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

_LEAST_LENGTH: Final = 0.1
"""Of the shorter side: what is shorter tells nothing of an oval."""
_MOST_LINES: Final = 12
_MOST_POINTS: Final = 400
"""How many of the longest lines, and of the pixels of each, an oval is sought in."""
_LEAST_ROUND: Final = 0.2
"""How much of an oval is there. So long an arc is no straight line, and fits one oval alone."""
_MOST_OFF_CENTRE: Final = 0.15
"""How far an oval's middle lies from the picture's at most, in its width and height: frames go around what is shown."""
_LEAST_ACROSS: Final = 0.4
_MOST_ACROSS: Final = 1.25
"""How large an oval is, of the picture's shorter and longer side."""
_BESIDE_PX: Final = 1.0
"""How far beyond half its width a line strays from an oval."""
_LEAST_NEAR: Final = 0.9
_PIECE_NEAR: Final = 0.8
"""Share of the pixels that stray no further: of the lines that an oval was sought in, and of all others."""


@dataclass(frozen=True, eq=False)
class Line:
    """``points``: float32 (N, 2), x and y of its pixels; ``length`` and ``width`` in pixels."""

    points: NDArray[np.float32]
    length: float
    width: float


@dataclass(frozen=True)
class _Oval:
    """``turned``: degrees; axes are halves, in pixels."""

    centre: tuple[float, float]
    axes: tuple[float, float]
    turned: float

    @property
    def perimeter(self) -> float:
        return float(np.pi * sum(self.axes))

    def share_near(self, line: Line) -> float:
        """Of a line's pixels, the share that lies on it."""
        turned = np.radians(self.turned)
        turn = np.array([[np.cos(turned), -np.sin(turned)], [np.sin(turned), np.cos(turned)]])
        own_N2 = (line.points - self.centre) @ turn / self.axes
        strays_N = np.abs(np.hypot(*own_N2.T) - 1) * min(self.axes)
        return float((strays_N <= line.width / 2 + _BESIDE_PX).mean())


def on_oval_frames(lines: Sequence[Line], shape: tuple[int, ...]) -> list[bool]:
    """Of each line, whether it is a piece of an oval around the middle of a picture (h, w) of that shape."""
    ovals = list(_ovals(lines, shape))
    return [any(oval.share_near(line) >= _PIECE_NEAR for oval in ovals) for line in lines]


def _ovals(lines: Sequence[Line], shape: tuple[int, ...]) -> Iterator[_Oval]:
    """Those that one long line or two make: where a frame is torn or pale, it is seen in pieces."""
    long = [line for line in lines if line.length >= _LEAST_LENGTH * min(shape[:2])]
    longest = sorted(long, key=lambda line: -line.length)[:_MOST_LINES]
    for pieces in (*((line,) for line in longest), *combinations(longest, 2)):
        oval = _fitted(pieces, shape)
        if (
            oval is not None
            and sum(line.length for line in pieces) >= _LEAST_ROUND * oval.perimeter
            and all(oval.share_near(line) >= _LEAST_NEAR for line in pieces)
        ):
            yield oval


def _fitted(lines: Sequence[Line], shape: tuple[int, ...]) -> _Oval | None:
    """None where it would be no frame."""
    height, width = shape[:2]
    points_N2 = np.concatenate([line.points[:: -(-len(line.points) // _MOST_POINTS)] for line in lines])
    centre, across, turned = cv2.fitEllipseAMS(points_N2[:, None])
    if not np.isfinite([*centre, *across]).all():  # of a straight line
        return None
    off = max(abs(centre[0] / width - 0.5), abs(centre[1] / height - 0.5))
    is_sized = min(across) >= _LEAST_ACROSS * min(height, width) and max(across) <= _MOST_ACROSS * max(height, width)
    if off > _MOST_OFF_CENTRE or not is_sized:
        return None
    return _Oval((centre[0], centre[1]), (across[0] / 2, across[1] / 2), turned)
