"""Place doubts: what the network takes for damage and is more likely a pattern, an outline or a frame.

The network judges pixel by pixel. A place as a whole, beside what lies around it, says more: undamaged portraits are
full of seams, buttons, foliage and engraved lines, each of which looks like damage alone.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.network_places import NetworkPlaces
from facerestore.damage.oval_frames import Line, on_oval_frames
from facerestore.damage.place_shapes import PlaceShape
from facerestore.values.damage_classes import DamageClass

DOUBTED: Final = 0.65
"""How sure a doubted place is at most: it is for somebody who looks."""

AREAS: Final = (DamageClass.STAIN, DamageClass.TEAR)
_LINES: Final = (DamageClass.SCRATCH, DamageClass.CREASE)

_LARGE_SHARE: Final = 0.004
"""Of the photo. Hair, flowers and cloth are taken for a stain or a hole of that size now and then, and nobody wants
those painted over without a look."""

_INNER_PX: Final = 2
_OUTER_PX: Final = 6
"""What lies around a place: so far from it. Nearer, the network is half sure of every rim."""

_PATTERN: Final = 0.5
"""Where the network is that sure of damage all around a line as well, it sees a pattern."""

_NARROW_PX: Final = 12
_TEXTURE: Final = 9.0
"""Mean slope of what lies around a narrow stain or hole, in 255ths of white a pixel, from which it is a button, a
clasp or a gap between leaves rather than damage."""

# the limits were chosen on 150 windows of training pictures, damaged by code, on 140 undamaged ones and on every second
# of the whole portraits


@dataclass(frozen=True)
class _Surroundings:
    """``damage``: mean probability 0...1 around a place. In 255ths of white, ``texture``: mean slope there a pixel,
    ``contrast``: how far the place is from what lies there."""

    damage: float
    texture: float
    contrast: float


def less_sure_where_doubted(
    places: NetworkPlaces, damage: NDArray[np.float32], grey: NDArray[np.uint8], *, certain: float
) -> NDArray[np.float64]:
    """The confidences of places (N,), those of doubted ones DOUBTED at most. ``damage``: how likely each pixel is
    damaged; ``grey``: the copy that was looked at, both (h, w); ``certain``: from where no size is doubted."""
    is_doubted = _too_large(places, certain) | _like_surroundings(places, damage, grey) | _frames(places)
    return np.where(is_doubted, np.minimum(places.confidences, DOUBTED), places.confidences)


def _too_large(places: NetworkPlaces, certain: float) -> NDArray[np.bool_]:
    """Large stains and holes amid the photo, unless certain."""
    height, width = places.labels.shape
    sizes = np.bincount(places.labels.ravel(), minlength=len(places.kinds) + 1)[1:]
    left, top, right, bottom = places.boxes.T
    is_inside = (left > 0) & (top > 0) & (right < width) & (bottom < height)
    is_large = sizes > _LARGE_SHARE * places.labels.size
    return np.asarray(_of_kinds(places, AREAS) & is_large & is_inside & (places.confidences < certain))


def _like_surroundings(
    places: NetworkPlaces, damage: NDArray[np.float32], grey: NDArray[np.uint8]
) -> NDArray[np.bool_]:
    """Places that do not stand out from what lies around them."""
    slopes = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=1 / 8), cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=1 / 8))
    found = np.zeros(len(places.kinds), np.bool_)
    for index in np.flatnonzero(places.confidences > DOUBTED).tolist():
        around = _surroundings(places, index, damage, grey, slopes)
        if around is None:
            continue
        if places.kinds[index] in AREAS:
            is_narrow = PlaceShape.of(_inside(places, index)).width < _NARROW_PX
            found[index] = is_narrow and around.texture >= _TEXTURE
        else:
            is_pattern = places.kinds[index] in _LINES and around.damage >= _PATTERN
            # what lies there differs as much from its own neighbours
            found[index] = is_pattern or around.contrast < around.texture
    return found


def _surroundings(
    places: NetworkPlaces,
    index: int,
    damage: NDArray[np.float32],
    grey: NDArray[np.uint8],
    slopes: NDArray[np.float32],
) -> _Surroundings | None:
    """None where a place leaves nothing around it."""
    left, top, right, bottom = places.boxes[index].tolist()
    window = np.s_[max(0, top - _OUTER_PX) : bottom + _OUTER_PX, max(0, left - _OUTER_PX) : right + _OUTER_PX]
    inside = places.labels[window] == index + 1
    distances = cv2.distanceTransform((~inside).astype(np.uint8), cv2.DIST_L2, 5)
    around = (distances > _INNER_PX) & (distances <= _OUTER_PX)
    if not around.any():
        return None
    contrast = abs(float(grey[window][inside].mean()) - float(np.median(grey[window][around])))
    return _Surroundings(float(damage[window][around].mean()), float(slopes[window][around].mean()), contrast)


def _frames(places: NetworkPlaces) -> NDArray[np.bool_]:
    """Lines that are pieces of an oval frame."""
    is_line = _of_kinds(places, _LINES)
    at = np.flatnonzero(is_line).tolist()
    is_line[at] = on_oval_frames([_line(places, index) for index in at], places.labels.shape)
    return is_line


def _line(places: NetworkPlaces, index: int) -> Line:
    inside = _inside(places, index)
    points = (np.argwhere(inside)[:, ::-1] + places.boxes[index, :2]).astype(np.float32)
    measured = PlaceShape.of(inside)
    return Line(points, measured.length, measured.width)


def _inside(places: NetworkPlaces, index: int) -> NDArray[np.bool_]:
    """The pixels of a place in its box."""
    left, top, right, bottom = places.boxes[index].tolist()
    return np.asarray(places.labels[top:bottom, left:right] == index + 1)


def _of_kinds(places: NetworkPlaces, kinds: tuple[DamageClass, ...]) -> NDArray[np.bool_]:
    return np.array([kind in kinds for kind in places.kinds], np.bool_)
