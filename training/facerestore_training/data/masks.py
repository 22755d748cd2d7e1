"""Holes for training: strokes, boxes, blotches, scratches and facial parts, all ratios equally often."""

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.alignment import TEMPLATE

Hole = NDArray[np.uint8]
BUCKETS: Final = ((0.01, 0.10), (0.10, 0.20), (0.20, 0.30), (0.30, 0.40), (0.40, 0.50), (0.50, 0.60))
"""Shares of the crop that holes cover, equally frequent in a pool."""


def strokes(rng: np.random.Generator, size_px: int) -> Hole:
    """A few bent brush strokes of 3 to 14 % of the side."""
    hole = np.zeros((size_px, size_px), np.uint8)
    for _ in range(rng.integers(1, 6)):
        point, angle = rng.uniform(0, size_px, 2), rng.uniform(0, 2 * np.pi)
        for _ in range(rng.integers(2, 12)):
            angle += rng.uniform(-1.2, 1.2)
            reach = rng.uniform(0.05, 0.25) * size_px
            end = np.clip(point + reach * np.array([np.cos(angle), np.sin(angle)]), 0, size_px - 1)
            width = max(1, int(rng.uniform(0.03, 0.14) * size_px))
            cv2.line(hole, _pixel(point), _pixel(end), 1, width)
            cv2.circle(hole, _pixel(end), width // 2, 1, -1)
            point = end
    return hole


def boxes(rng: np.random.Generator, size_px: int) -> Hole:
    """One to three rectangles of 10 to 50 % of the side."""
    hole = np.zeros((size_px, size_px), np.uint8)
    for _ in range(rng.integers(1, 4)):
        width, height = rng.uniform(0.1, 0.5, 2) * size_px
        left, top = rng.uniform(0, size_px - width / 2), rng.uniform(0, size_px - height / 2)
        hole[int(top) : int(top + height), int(left) : int(left + width)] = 1
    return hole


def blotches(rng: np.random.Generator, size_px: int) -> Hole:
    """Smooth spots: thresholded low-frequency noise."""
    cells = int(rng.integers(5, 14))
    coarse = rng.normal(size=(cells, cells)).astype(np.float32)
    noise = cv2.resize(coarse, (size_px, size_px), interpolation=cv2.INTER_CUBIC)
    return (noise > rng.uniform(0.4, 1.4)).astype(np.uint8)


def scratches(rng: np.random.Generator, size_px: int) -> Hole:
    """Nearly straight thin lines of 1 to 6 px at 256."""
    hole = np.zeros((size_px, size_px), np.uint8)
    for _ in range(rng.integers(2, 10)):
        point, angle = rng.uniform(0, size_px, 2), rng.uniform(0, np.pi)
        for _ in range(rng.integers(3, 14)):
            angle += rng.normal() * 0.15
            reach = rng.uniform(0.05, 0.15) * size_px
            end = point + reach * np.array([np.cos(angle), np.sin(angle)])
            width = max(1, round(rng.uniform(1, 6) * size_px / 256))
            cv2.line(hole, _pixel(point), _pixel(end), 1, width)
            point = end
    return hole


def facial_parts(rng: np.random.Generator, size_px: int) -> Hole:
    """A whole part of the face gone: eyes, one eye, nose, mouth, or one half, where the frame puts them."""
    hole = np.zeros((size_px, size_px), np.uint8)
    points = (TEMPLATE + rng.normal(0, 0.015, TEMPLATE.shape)) * size_px
    spread = rng.uniform(0.8, 1.5)
    kind = rng.integers(6)
    if kind == 5:
        edge = int(points[2, 0] + rng.normal(0, 0.05) * size_px)
        columns = slice(0, edge) if rng.random() < 0.5 else slice(edge, size_px)
        hole[int(0.2 * size_px) : int(rng.uniform(0.75, 1.0) * size_px), columns] = 1
        return hole
    eyes, mouth = (0.10, 0.07), (0.15, 0.08)
    targets = {
        0: [(points[0], eyes), (points[1], eyes)],
        1: [(points[rng.integers(2)], (0.12, 0.09))],
        2: [(points[2] - (0, 0.04 * size_px), (0.08, 0.12))],
        3: [((points[3] + points[4]) / 2, mouth)],
        4: [((points[0] + points[1]) / 2, (0.27, 0.10))],
    }[int(kind)]
    for centre, half_axes in targets:
        axes = (int(half_axes[0] * spread * size_px), int(half_axes[1] * spread * size_px))
        cv2.ellipse(hole, _pixel(centre), axes, float(rng.uniform(-10, 10)), 0, 360, 1, -1)
    return hole


def free_form(rng: np.random.Generator, size_px: int) -> Hole:
    """Strokes, often with boxes or blotches."""
    hole = strokes(rng, size_px)
    if rng.random() < 0.5:
        hole |= boxes(rng, size_px)
    if rng.random() < 0.4:
        hole |= blotches(rng, size_px)
    return hole


_KINDS: Final[tuple[tuple[float, Callable[[np.random.Generator, int], Hole]], ...]] = (
    (0.50, free_form),
    (0.10, boxes),
    (0.10, blotches),
    (0.15, facial_parts),
    (0.15, scratches),
)


def mask_pool(count: int, *, size_px: int, seed: int) -> NDArray[np.uint8]:
    """``count`` holes (N, size, size), 1 = restore; the ratio buckets are equally frequent, and the kinds as the
    buckets allow: a scratch never covers half a face."""
    rng = np.random.default_rng(seed)
    shares, kinds = zip(*_KINDS, strict=True)
    pool = np.zeros((count, size_px, size_px), np.uint8)
    for index in range(count):
        low, high = BUCKETS[index % len(BUCKETS)]
        while not low <= pool[index].mean() < high:
            pool[index] = kinds[rng.choice(len(kinds), p=shares)](rng, size_px)
    return rng.permutation(pool)


def _pixel(point: NDArray[np.floating]) -> tuple[int, int]:
    return int(point[0]), int(point[1])
