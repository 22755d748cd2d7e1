"""Holes for training and measuring: drawn shapes, and pools in which every ratio is equally often."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore_training.data.overlays import OverlayPool

Hole = NDArray[np.uint8]
Draw = Callable[[np.random.Generator, int], Hole]
"""(rng, size_px) -> hole (size, size), 1 = restore."""

BUCKETS: Final = ((0.01, 0.10), (0.10, 0.20), (0.20, 0.30), (0.30, 0.40), (0.40, 0.50), (0.50, 0.60))
"""Shares of the crop that holes cover, equally frequent in a pool."""
_ABOVE: Final = (0.60, 0.90)

_REACH: Final[dict[str, tuple[float, ...]]] = {
    # how readily a kind has a ratio: BUCKETS, then above 60 %
    "wide": (0.7, 1, 1, 1, 1, 1, 1),
    "free_form": (0.7, 1, 1, 1, 1, 1, 1),
    "facial_parts": (1, 1, 1, 0.7, 0.4, 0.2, 0),
    "scratches": (1, 0.7, 0.3, 0.1, 0, 0, 0),
    "overlays": (1, 0.8, 0.5, 0.2, 0.1, 0, 0),
    "blotches": (1, 1, 1, 1, 1, 1, 1),
}
_MOST_PIECES: Final = 60
_MOST_TRIES: Final = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class MaskMix:
    """Shares of the kinds in a pool, relative to their sum. With pictures without a hole and holes from label maps,
    which batches add (5 and 10 %), they are 30 % wide, 25 % free form, 15 % parts, 15 % scratches, 10 % blotches.

    ``above_60``: share of the pool that covers 60 to 90 %, beside the buckets.
    """

    wide: float = 0.30
    free_form: float = 0.25
    facial_parts: float = 0.05
    scratches: float = 0.075
    overlays: float = 0.075
    blotches: float = 0.10
    above_60: float = 0.0


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


def cracks(rng: np.random.Generator, size_px: int) -> Hole:
    """Branching thin lines, covered generously as a person's brush does: 1 to 3 px more at 256."""
    hole = np.zeros((size_px, size_px), np.uint8)
    ends = [(rng.uniform(0, size_px, 2), rng.uniform(0, 2 * np.pi)) for _ in range(rng.integers(1, 4))]
    for _ in range(int(rng.integers(12, 50))):
        which = int(rng.integers(len(ends)))
        point, angle = ends[which]
        angle += rng.normal() * 0.35
        end = point + rng.uniform(0.02, 0.10) * size_px * np.array([np.cos(angle), np.sin(angle)])
        cv2.line(hole, _pixel(point), _pixel(end), 1, max(1, round(rng.uniform(1, 3) * size_px / 256)))
        ends[which] = (end, angle)
        if rng.random() < 0.25:
            ends.append((end, angle + rng.choice((-1, 1)) * rng.uniform(0.5, 1.3)))
    grown = 1 + 2 * round(rng.uniform(1, 3) * size_px / 256)
    return np.asarray(cv2.dilate(hole, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (grown, grown))), np.uint8)


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


def wide(rng: np.random.Generator, size_px: int) -> Hole:
    """LaMa's large masks (Suvorov et al. 2022, at 256 px): strokes up to 105 px wide, or boxes of 30 to 150 px."""
    hole, unit = np.zeros((size_px, size_px), np.uint8), size_px / 256
    if rng.random() < 0.5:
        for _ in range(rng.integers(1, 5)):
            width, height = rng.uniform(30, 150, 2) * unit
            left, top = rng.uniform(0, size_px - width), rng.uniform(0, size_px - height)
            hole[int(top) : int(top + height), int(left) : int(left + width)] = 1
        return hole
    for _ in range(rng.integers(1, 6)):
        point = rng.uniform(0, size_px, 2)
        for step in range(rng.integers(1, 6)):
            angle = 0.01 + rng.uniform(0, 4)
            angle = 2 * np.pi - angle if step % 2 == 0 else angle
            reach, width = (10 + rng.uniform(0, 200)) * unit, (5 + rng.uniform(0, 100)) * unit
            end = np.clip(point + reach * np.array([np.sin(angle), np.cos(angle)]), 0, size_px - 1)
            cv2.line(hole, _pixel(point), _pixel(end), 1, max(1, int(width)))
            point = end
    return hole


def brushed(rng: np.random.Generator, size_px: int) -> Hole:
    """The free form of CoModGAN and MAT (Zhao et al. 2021, Li et al. 2022): rectangles, and brushes of 4 to 18
    vertices, 2.3 to 9.4 % of the side wide; a random share of their most pieces."""
    hole, amount = np.zeros((size_px, size_px), np.uint8), rng.random()
    for most, largest in ((5, size_px // 2), (3, size_px)):
        for _ in range(rng.integers(1 + int(most * amount))):
            width, height = rng.integers(1, largest, 2)
            left, top = (int(rng.integers(-side // 2, size_px - side // 2)) for side in (width, height))
            hole[max(0, top) : max(0, top + height), max(0, left) : max(0, left + width)] = 1
    for _ in range(rng.integers(1, 2 + int(8 * amount))):
        point, radius = rng.uniform(0, size_px, 2), np.sqrt(2) * size_px / 8
        spread, width = 2 * np.pi / 5 + rng.uniform(0, 2 * np.pi / 15), int(rng.uniform(12, 48) / 512 * size_px)
        for vertex in range(rng.integers(4, 19)):
            angle = rng.uniform(0, 2 * np.pi / 15) + spread * rng.random()
            angle = 2 * np.pi - angle if vertex % 2 == 0 else angle
            reach = np.clip(rng.normal(radius, radius / 2), 0, 2 * radius)
            end = np.clip(point + reach * np.array([np.cos(angle), np.sin(angle)]), 0, size_px - 1)
            cv2.line(hole, _pixel(point), _pixel(end), 1, max(1, width))
            cv2.circle(hole, _pixel(end), width // 2, 1, -1)
            point = end
    return np.ascontiguousarray(hole[:: rng.choice((-1, 1)), :: rng.choice((-1, 1))])


def irregular(rng: np.random.Generator, size_px: int) -> Hole:
    """Thin irregular holes like those of partial convolutions (Liu et al. 2018), drawn as their common
    re-implementation does: up to 10 lines, circles and ellipses each, 3 px to 6 % of the side. For measuring."""
    hole = np.zeros((size_px, size_px), np.uint8)
    largest = max(4, int(0.06 * size_px))
    for _ in range(rng.integers(1, 11)):
        start, end = rng.integers(0, size_px, (2, 2))
        cv2.line(hole, _pixel(start), _pixel(end), 1, int(rng.integers(3, largest)))
    for _ in range(rng.integers(1, 11)):
        cv2.circle(hole, _pixel(rng.integers(0, size_px, 2)), int(rng.integers(3, largest)), 1, -1)
    for _ in range(rng.integers(1, 11)):
        axes, turned, ends = rng.integers(3, largest, 2), float(rng.uniform(0, 180)), rng.uniform(0, 360, 2)
        line = int(rng.integers(3, largest))
        cv2.ellipse(
            hole, _pixel(rng.integers(0, size_px, 2)), _pixel(axes), turned, float(ends[0]), float(ends[1]), 1, line
        )
    return hole


def of_ratio(draw: Draw, low: float, high: float, rng: np.random.Generator, size_px: int) -> Hole:
    """A hole that covers ``low <= share < high``: draws are laid over each other until there is enough.

    ValueError where the kind cannot be had in that range.
    """
    for _ in range(_MOST_TRIES):
        hole = draw(rng, size_px)
        for _ in range(_MOST_PIECES):
            if hole.mean() >= low:
                break
            hole = hole | draw(rng, size_px)
        if low <= hole.mean() < high:
            return hole
    raise ValueError(f"No hole of this kind covers {low:.0%} to {high:.0%}.")


def mask_pool(
    count: int, *, size_px: int, seed: int, mix: MaskMix | None = None, overlays: OverlayPool | None = None
) -> NDArray[np.uint8]:
    """``count`` holes (N, size, size), 1 = restore. The ratio buckets are equally frequent, and the kinds have the
    shares of the mix as far as their ratios allow; without overlays, drawn scratches have their share too."""
    mix = mix or MaskMix()
    rng = np.random.default_rng(seed)
    kinds: dict[str, tuple[float, Draw]] = {
        "wide": (mix.wide, wide),
        "free_form": (mix.free_form, _either(free_form, brushed)),
        "facial_parts": (mix.facial_parts, facial_parts),
        "scratches": (mix.scratches + (0 if overlays else mix.overlays), _either(scratches, cracks)),
        "overlays": (mix.overlays, overlays.hole) if overlays else (0.0, scratches),
        "blotches": (mix.blotches, blotches),
    }
    draws = [draw for _, draw in kinds.values()]
    chances = _chances({name: share for name, (share, _) in kinds.items()}, mix.above_60)
    pool = np.zeros((count, size_px, size_px), np.uint8)
    above = round(mix.above_60 * count)
    for index in range(count):
        bucket = len(BUCKETS) if index < above else index % len(BUCKETS)
        low, high = _ABOVE if bucket == len(BUCKETS) else BUCKETS[bucket]
        pool[index] = of_ratio(draws[rng.choice(len(draws), p=chances[:, bucket])], low, high, rng, size_px)
    return rng.permutation(pool)


def _chances(shares: dict[str, float], above_60: float) -> NDArray[np.float64]:
    """(kinds, buckets) probability of a kind in a bucket, so that over all buckets kinds have their shares: a table
    with given margins, by iterative proportional fitting."""
    table = np.array([_REACH[name] for name in shares], np.float64)
    rows = np.array(list(shares.values()))
    columns = np.array([(1 - above_60) / len(BUCKETS)] * len(BUCKETS) + [above_60])
    for _ in range(100):
        table *= (rows / rows.sum() / table.sum(axis=1).clip(1e-9))[:, None]
        table *= columns / table.sum(axis=0).clip(1e-9)
    return np.asarray(table / table.sum(axis=0).clip(1e-9))


def _either(first: Draw, second: Draw) -> Draw:
    return lambda rng, size_px: (first if rng.random() < 0.5 else second)(rng, size_px)


def _pixel(point: NDArray[np.floating] | NDArray[np.integer]) -> tuple[int, int]:
    return int(point[0]), int(point[1])
