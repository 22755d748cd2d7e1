"""Ridge walk: from a place on a line along it to both its ends, as far as it is clear.

A step looks ahead in a narrow fan, because scratches have no corners, and goes where the line stands out the
most. Where it stands out far less than it did so far, the walk goes straight on for a while, and ends if the line does
not come back.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_FAN: Final = np.deg2rad(np.arange(-30, 31, 5, dtype=np.float64))
_TURN_COST: Final = 0.25
"""How much of its strength a line must have more for the walk to turn by the whole half of the fan."""
_STILL_SHARE: Final = 0.4
"""From that share of what is usual along the line it is still there."""
_GAP: Final = 2.5
"""How many looks ahead it may be gone."""
_BESIDE: Final = 0.7
"""Beside a line there is less than that share of what it has itself, on both sides; else it is a texture."""
_CLEAR: Final = 1.5
"""How strong a line must be in all to be one."""
_LEAST_LOOKS: Final = 2.0
"""How long it must be, in looks ahead."""

_Floats = NDArray[np.float64]


def walked(strength: NDArray[np.float32], row: int, column: int, *, look_cells: float) -> NDArray[np.float64] | None:
    """The line through a cell of a grid (h, w), as places (N, 2) x, y in cells, from one end to the other; None where
    no clear one is. ``look_cells``: how far each step looks ahead, more for broad lines."""
    start = np.array([column + 0.5, row + 0.5])
    first = _first_direction(strength, start, look_cells)
    one = _walk(strength, start, first, look_cells)
    other = _walk(strength, start, first + np.pi, look_cells)
    line = np.concatenate([one[::-1], start[None], other])
    length = float(np.hypot(*np.diff(line, axis=0).T).sum()) if len(line) > 1 else 0.0
    if length < _LEAST_LOOKS * look_cells or float(_sampled(strength, line).mean()) < _CLEAR:
        return None
    return line


def _first_direction(strength: NDArray[np.float32], start: _Floats, look: float) -> float:
    """Where the line goes from a place, to the side on which it is the clearest."""
    angles = np.arange(72) * np.pi / 36
    return float(angles[int(_ahead(strength, start, angles, look).argmax())])


def _walk(strength: NDArray[np.float32], start: _Floats, angle: float, look: float) -> _Floats:
    """The places (N, 2) after the start, without what is beyond the end."""
    height, width = strength.shape
    step = look / 2
    place, usual = start, [float(_sampled(strength, start[None])[0])]
    places: list[tuple[_Floats, bool]] = []
    seen = {_square(start, step)}
    gone = 0.0
    while gone <= _GAP * look and len(places) < 4 * (height + width):
        angles = angle + _FAN
        ahead = _ahead(strength, place, angles, look)
        best = int((ahead * (1 - _TURN_COST * np.abs(_FAN) / _FAN[-1])).argmax())
        least = _STILL_SHARE * float(np.median(usual[-40:]))
        is_there = ahead[best] >= least and _stands_alone(strength, place, angles[best], look)
        if is_there:
            angle, gone = float(angles[best]), 0.0
            usual.append(float(ahead[best]))
        else:
            gone += step
        place = place + step * np.array([np.cos(angle), np.sin(angle)])
        square = _square(place, step)
        if not (0 <= place[0] < width and 0 <= place[1] < height) or square in seen:
            break
        seen.add(square)
        places.append((place, is_there))
    while places and not places[-1][1]:
        places.pop()
    return np.array([one for one, _ in places], np.float64).reshape(-1, 2)


def _square(place: _Floats, step: float) -> tuple[int, int]:
    """Where the walk was: it may cross its way, and not go it again."""
    x, y = np.floor(place / (0.7 * step)).astype(int).tolist()
    return x, y


def _stands_alone(strength: NDArray[np.float32], place: _Floats, angle: float, look: float) -> bool:
    across = np.array([-np.sin(angle), np.cos(angle)]) * look
    own = float(_ahead(strength, place, np.array([angle]), look)[0])
    sides = [float(_ahead(strength, place + sign * across, np.array([angle]), look)[0]) for sign in (1, -1)]
    return max(sides) < _BESIDE * own


def _ahead(strength: NDArray[np.float32], place: _Floats, angles: _Floats, look: float) -> _Floats:
    """The mean strength from a place ahead in each direction (A,)."""
    away = np.linspace(look / 4, look, max(4, round(look)))
    directions = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    places = place + directions[:, None] * away[:, None]
    return np.asarray(_sampled(strength, places.reshape(-1, 2)).reshape(len(angles), -1).mean(axis=1))


def _sampled(strength: NDArray[np.float32], places: _Floats) -> _Floats:
    """The strength at places (N, 2), between cells; 0 outside."""
    height, width = strength.shape
    x, y = places[:, 0] - 0.5, places[:, 1] - 0.5
    inside = (places[:, 0] >= 0) & (places[:, 0] < width) & (places[:, 1] >= 0) & (places[:, 1] < height)
    left, top = (np.clip(np.floor(one), 0, most - 1).astype(np.intp) for one, most in ((x, width), (y, height)))
    right, below = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    beside, down = np.clip(x - left, 0, 1), np.clip(y - top, 0, 1)
    upper = strength[top, left] * (1 - beside) + strength[top, right] * beside
    lower = strength[below, left] * (1 - beside) + strength[below, right] * beside
    return np.where(inside, upper * (1 - down) + lower * down, 0.0)
