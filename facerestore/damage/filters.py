"""Damage filters: where a photo has something thin or small that is brighter or darker than all around it.

Two filters that answer each other's weakness. The difference from a median (a top-hat that keeps edges) finds specks
and lines with a clear contrast, in one narrow and one wide window. A bank of oriented line filters, which
compare the mean along a short line with that on both of its sides, finds long faint lines that the first cannot tell
from grain. Both are measured against how lively
the photo is near the place: what stands out in a sky does not in hair.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

_NARROW_PX: Final = 7
_WIDE_SHARE: Final = 0.035
_WIDEST_PX: Final = 31
_NEAR_PX: Final = 31
"""Side of the window in which liveliness is measured."""

_DIRECTIONS: Final = 12
_LINE_SIGMA_PX: Final = 0.8
_LINE_LENGTH_PX: Final = 5.0
_SIDE_PX: Final = 3.5
"""How far to the sides of a line its surroundings are looked at."""

_LEAST: Final = 0.06
_LIVELY: Final = 4.0
_LINE_LEAST: Final = 0.04
_STEP: Final = 0.5
"""How much of a step nearby something must stand out by: sharpening and JPEG leave lines along every edge."""

_STEP_PX: Final = 9
_LOW: Final = 0.6
_TRIM: Final = 0.25
"""What stands out less than this share of what does next to it is no part of it."""

_TRIM_PX: Final = 11

_LEAST_RANGE: Final = 64


@dataclass(frozen=True, eq=False)
class Responses:
    """``strength``: float32 (H, W), how much brighter (above 0) or darker a place is than what is around it, 0...1
    of white; ``lively``: float32 (H, W), how large this commonly is nearby;
    ``step``: float32 (H, W), the height of the edges nearby; ``candidates``: int32 (H, W), connected
    places that stand out, numbered from 1, the bright ones before the dark; ``bright_count``."""

    strength: NDArray[np.float32]
    lively: NDArray[np.float32]
    step: NDArray[np.float32]
    candidates: NDArray[np.int32]
    bright_count: int


def responses(grey: NDArray[np.uint8]) -> Responses:
    """The filters' answers for a grey picture (H, W), at best about a thousand pixels a side."""
    picture = grey.astype(np.float32) / np.float32(255)
    wide_px = int(np.clip(_WIDE_SHARE * min(grey.shape), _NARROW_PX + 2, _WIDEST_PX)) | 1
    narrow, wide = (_specks(grey, side_px) for side_px in (_NARROW_PX, wide_px))
    lines = line_response(picture)
    marks = np.zeros(grey.shape, np.int32)
    bright_count = 0
    step = _steps(grey, wide_px)
    limits = [
        (response, np.maximum(least, _LIVELY * _liveliness(response)) + _STEP * step)
        for response, least in ((narrow, _LEAST), (wide, 1.6 * _LEAST), (lines, _LINE_LEAST))
    ]
    for sign in (1, -1):
        found = np.zeros(grey.shape, np.bool_)
        for response, limit in limits:
            found |= _hysteresis(sign * response, limit)
        count, parts = cv2.connectedComponents(
            (found & (marks == 0)).astype(np.uint8), connectivity=8, ltype=cv2.CV_32S
        )
        marks = np.where(parts > 0, parts + bright_count, marks)
        if sign > 0:
            bright_count = count - 1
    strength = np.where(np.abs(lines) > np.abs(wide), lines, wide)
    # line filters answer beyond a speck, and the low threshold lets grain join it: each pixel must differ itself
    own = cv2.GaussianBlur(picture, (0, 0), _LINE_SIGMA_PX) - cv2.medianBlur(grey, wide_px) / np.float32(255)
    towards = np.where(marks > bright_count, -own, own)
    size = np.where(marks > 0, np.maximum(towards, 0), 0).astype(np.float32)
    marks[size <= _TRIM * np.asarray(cv2.dilate(size, np.ones((_TRIM_PX, _TRIM_PX), np.uint8)), np.float32)] = 0
    left, numbers = np.unique(np.append(marks, 0), return_inverse=True)
    bright_count = int(((left > 0) & (left <= bright_count)).sum())
    candidates = numbers[:-1].reshape(marks.shape).astype(np.int32)
    return Responses(strength, _liveliness(strength), step, candidates, bright_count)


def _steps(grey: NDArray[np.uint8], side_px: int) -> NDArray[np.float32]:
    """How far the tones near each pixel are apart, without what is narrower than a window."""
    median, window = cv2.medianBlur(grey, side_px), np.ones((_STEP_PX, _STEP_PX), np.uint8)
    return np.asarray(cv2.morphologyEx(median, cv2.MORPH_GRADIENT, window), np.float32) / np.float32(255)


def toned(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture (H, W) with its tones stretched from black to white: a faded photo's damage is faint, too."""
    # to its very ends: what is brighter than all the rest may be the damage
    low, high = float(grey.min()), float(grey.max())
    stretched = (grey.astype(np.float32) - low) * (255 / max(high - low, _LEAST_RANGE))
    return np.asarray(np.clip(np.rint(stretched), 0, 255), np.uint8)


def _specks(grey: NDArray[np.uint8], side_px: int) -> NDArray[np.float32]:
    """How much brighter or darker than the median, as far as it is narrower than the window: a step is neither."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side_px, side_px))
    median = cv2.medianBlur(grey, side_px)
    bright = np.minimum(cv2.subtract(grey, median), cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, disc))
    dark = np.minimum(cv2.subtract(median, grey), cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, disc))
    return (np.asarray(bright, np.float32) - np.asarray(dark, np.float32)) / np.float32(255)


def line_response(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """The strongest answer of the oriented line filters (H, W): how much brighter a line is than both its sides
    (above 0), or darker than both, in units of the picture. A step has one such side only, and gives nothing."""
    best = np.zeros(picture.shape, np.float32)
    for kernel, (right, down) in _KERNELS:
        along = np.asarray(cv2.filter2D(picture, cv2.CV_32F, kernel, borderType=cv2.BORDER_REPLICATE), np.float32)
        sides = [_shifted(along, sign * right, sign * down) for sign in (1, -1)]
        bright = np.maximum(along - np.maximum(*sides), 0)
        dark = np.maximum(np.minimum(*sides) - along, 0)
        answer = bright - dark
        best = np.where(np.abs(answer) > np.abs(best), answer, best)
    return best


def _shifted(picture: NDArray[np.float32], right: int, down: int) -> NDArray[np.float32]:
    height, width = picture.shape
    reach = int(np.ceil(_SIDE_PX))
    padded = cv2.copyMakeBorder(picture, reach, reach, reach, reach, cv2.BORDER_REPLICATE)
    return np.asarray(padded[reach + down : reach + down + height, reach + right : reach + right + width])


def _line_kernels() -> tuple[tuple[NDArray[np.float32], tuple[int, int]], ...]:
    """Gaussians long along a line and short across it, and the step (right, down) to its side."""
    reach = int(np.ceil(2.5 * _LINE_LENGTH_PX))
    rows, columns = np.indices((2 * reach + 1, 2 * reach + 1)) - reach
    kernels = []
    for index in range(_DIRECTIONS):
        angle = np.pi * index / _DIRECTIONS
        along = columns * np.cos(angle) + rows * np.sin(angle)
        across = rows * np.cos(angle) - columns * np.sin(angle)
        kernel = np.exp(-((across / _LINE_SIGMA_PX) ** 2) / 2 - (along / _LINE_LENGTH_PX) ** 2 / 2)
        side = (round(-_SIDE_PX * np.sin(angle)), round(_SIDE_PX * np.cos(angle)))
        kernels.append(((kernel / kernel.sum()).astype(np.float32), side))
    return tuple(kernels)


_KERNELS: Final = _line_kernels()


def _liveliness(response: NDArray[np.float32]) -> NDArray[np.float32]:
    """The median of a response's size near each pixel."""
    eight = np.minimum(np.abs(response) * 1020, 255).astype(np.uint8)
    return np.asarray(cv2.medianBlur(eight, _NEAR_PX).astype(np.float32) / 1020, np.float32)


def _hysteresis(response: NDArray[np.float32], threshold: NDArray[np.float32]) -> NDArray[np.bool_]:
    """What is above a share of the threshold and connected to what is above it (J. Canny, PAMI 1986)."""
    low = (response > _LOW * threshold).astype(np.uint8)
    parts = cv2.connectedComponents(low, connectivity=8, ltype=cv2.CV_32S)[1]
    is_strong = np.zeros(int(parts.max()) + 1, np.bool_)
    is_strong[parts[response > threshold]] = True
    is_strong[0] = False
    return np.asarray(is_strong[parts])
