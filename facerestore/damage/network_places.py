"""Network places: connected places that the network for damage sees, and what kind each is by its look and shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.edge_steps import REACH_PX, step_share
from facerestore.damage.place_shapes import PlaceShape
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import DamageMap
from facerestore_resources.damage_groups import DamageGroup

_LEVELS: Final = (0.95, 0.85, 0.75, 0.65, 0.55, 0.45)
"""How sure the surest pixel of a place is at least: the surest places are taken out first, and what was less sure
beside them is a place of its own."""

_EDGE: Final = 0.8
"""A place ends where the network is less than so many times as sure as it was to be in its midst."""

_LEAST_PX: Final = 3
_THIN_PX: Final = 14
_THIN_SHARE: Final = 0.03
"""What is wider than this and that share of the shorter side is no line: grass and foliage look like many of them."""

_BLOT_CONFIDENCE: Final = 0.9
_BLOT_STEPS: Final = 0.5
"""So sure, and with a step along so much of its outline, such a wide place is a blot all the same: a brush stroke, a
splash of paint. On hair, cloth and printed skin the network sees specks without an end."""

_BESIDE_PX: Final = 2
_BESIDE_SHARE: Final = 0.2
"""With so much of it so near to such specks, a less sure place is their rim, and none either."""

_SAME_PX: Final = 2.0
"""How far a pixel's neighbours have a say in whether it is an area or a line."""


@dataclass(frozen=True, eq=False)
class NetworkPlaces:
    """``labels``: int32 (h, w), places numbered from 1; of each, in this order: ``boxes``: int (N, 4) left, top, right,
    bottom; ``confidences``: 0...1, the mean probability of its pixels; ``kinds``.
    No two places share a pixel. What was taken for specks or lines and is far too wide for them is a stain or none."""

    labels: NDArray[np.int32]
    boxes: NDArray[np.intp]
    confidences: NDArray[np.float64]
    kinds: tuple[DamageClass, ...]


def network_places(seen: DamageMap, grey: NDArray[np.uint8]) -> NetworkPlaces:
    """The places of a map. ``grey``: uint8 (h, w), the copy that it is of. Stains and losses are apart from the lines
    that cross them."""
    damage = seen.damage
    soft = cv2.GaussianBlur(seen.shares[..., 1:], (0, 0), _SAME_PX).astype(np.float32)
    thin = soft[..., DamageGroup.SPECK - 1] + soft[..., DamageGroup.LINE - 1]
    is_area = soft[..., DamageGroup.STAIN - 1] + soft[..., DamageGroup.LOSS - 1] > thin
    labels = np.zeros(damage.shape, np.int32)
    boxes: list[NDArray[np.intp]] = []
    confidences: list[float] = []
    kinds: list[DamageClass] = []
    refused = np.zeros(damage.shape, np.float32)
    # lines and specks first: a rim may look like a stain
    for one_sort in (~is_area, is_area):
        for window, inside in _peeled(np.where(one_sort, damage, np.float32(0))):
            confidence = float(damage[window][inside].mean())
            if (refused[window][inside] >= confidence).mean() > _BESIDE_SHARE:
                continue
            kind = _kind(_group(seen.shares[window][inside]), inside, damage.shape)
            if kind is None and confidence >= _BLOT_CONFIDENCE and _steps(grey, window, inside) >= _BLOT_STEPS:
                kind = DamageClass.STAIN
            if kind is None:
                around, placed = _with_margin(window, inside, _BESIDE_PX, damage.shape)
                side = np.ones((2 * _BESIDE_PX + 1,) * 2, np.uint8)
                near = cv2.dilate(placed.astype(np.uint8), side) > 0
                refused[around][near] = np.maximum(refused[around][near], confidence)
                continue
            labels[window][inside] = len(kinds) + 1
            rows, columns = window
            boxes.append(np.array([columns.start, rows.start, columns.stop, rows.stop], np.intp))
            confidences.append(confidence)
            kinds.append(kind)
    return NetworkPlaces(
        labels, np.array(boxes, np.intp).reshape(-1, 4), np.array(confidences, np.float64), tuple(kinds)
    )


def _peeled(damage: NDArray[np.float32]) -> Iterator[tuple[tuple[slice, slice], NDArray[np.bool_]]]:
    """Windows of a map of probabilities (h, w), and which of their pixels are one place: the surest first."""
    left = damage.copy()
    for level in _LEVELS:
        count, parts, stats, _ = cv2.connectedComponentsWithStats(
            (left >= _EDGE * level).astype(np.uint8), connectivity=8
        )
        sure = np.zeros(count, np.bool_)
        sure[parts[left >= level]] = True
        for number in np.flatnonzero(sure[1:]) + 1:
            x, y, width, height, area = (int(value) for value in stats[number])
            window = np.s_[y : y + height, x : x + width]
            inside = parts[window] == number
            left[window][inside] = 0
            if area >= _LEAST_PX:
                yield window, inside


def _group(shares_NG: NDArray[np.uint8]) -> DamageGroup:
    """What most of the pixels look like."""
    return DamageGroup(int(shares_NG[:, 1:].sum(axis=0, dtype=np.int64).argmax()) + 1)


def _kind(group: DamageGroup, inside: NDArray[np.bool_], shape: tuple[int, ...]) -> DamageClass | None:
    """None for what cannot be damage of that group."""
    if group is DamageGroup.STAIN:
        return DamageClass.STAIN
    if group is DamageGroup.LOSS:
        return DamageClass.TEAR
    measured = PlaceShape.of(inside)
    return None if measured.width > max(_THIN_PX, _THIN_SHARE * min(shape)) else measured.thin_kind(shape)


def _steps(grey: NDArray[np.uint8], window: tuple[slice, slice], inside: NDArray[np.bool_]) -> float:
    """Of a place, the share of its outline with a step."""
    around, placed = _with_margin(window, inside, REACH_PX, grey.shape)
    return step_share(grey[around], placed)


def _with_margin(
    window: tuple[slice, slice], inside: NDArray[np.bool_], margin_px: int, shape: tuple[int, ...]
) -> tuple[tuple[slice, slice], NDArray[np.bool_]]:
    """A window grown to all sides within a picture of that shape, and the place in it."""
    rows, columns = (
        slice(max(0, side.start - margin_px), min(side.stop + margin_px, length))
        for side, length in zip(window, shape[:2], strict=True)
    )
    placed = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.bool_)
    top, left = window[0].start - rows.start, window[1].start - columns.start
    placed[top : top + inside.shape[0], left : left + inside.shape[1]] = inside
    return (rows, columns), placed
