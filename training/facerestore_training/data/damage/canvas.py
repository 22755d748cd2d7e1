"""Canvas: a picture on which damage is drawn, and the map of what was."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_resources.damage_groups import DamageGroup

Alpha = NDArray[np.float32]
"""(H, W) 0...1: how much of a pixel a shape covers."""

UNSURE: Final = 255
"""Label of pixels that nobody is asked about: changed, but hardly to be seen."""

VISIBLE: Final = 0.08
"""A pixel is damaged when it is off by this share of white at least."""

_FAINT: Final = 0.03
_COVERED: Final = 0.12
_AREAS: Final = (DamageGroup.STAIN, DamageGroup.LOSS)


@dataclass(eq=False)
class Canvas:
    """``pixels``: float32 (H, W, 3) 0...1, changed in place by ``paint`` and ``multiply``; ``groups``: uint8 (H, W),
    the DamageGroup of the last damage over each pixel."""

    pixels: NDArray[np.float32]
    groups: NDArray[np.uint8]
    _before: NDArray[np.float32]

    @classmethod
    def of(cls, pixels: NDArray[np.float32]) -> "Canvas":
        return cls(pixels.copy(), np.zeros(pixels.shape[:2], np.uint8), pixels)

    @property
    def shape(self) -> tuple[int, int]:
        height, width = self.groups.shape
        return height, width

    @property
    def is_grey(self) -> bool:
        """Whether all channels are equal, so that what is drawn has to be grey too."""
        sample = self._before[::8, ::8]
        return bool((sample.max(axis=2) - sample.min(axis=2)).max() < 0.02)

    def paint(self, group: DamageGroup, alpha: Alpha, colour: NDArray[np.floating]) -> None:
        """Cover with a colour (3,) or (H, W, 3); grey on a grey picture."""
        if self.is_grey:
            colour = np.asarray(colour).mean(axis=-1, keepdims=True)
        self.pixels += (np.asarray(colour, np.float32) - self.pixels) * alpha[..., None]
        self._mark(group, alpha)

    def multiply(self, group: DamageGroup, alpha: Alpha, factor: NDArray[np.floating]) -> None:
        """Make a share ``factor`` (3,) of what is there; of equal channels on a grey picture."""
        if self.is_grey:
            factor = np.asarray(factor).mean(keepdims=True)
        self.pixels *= 1 + alpha[..., None] * (np.asarray(factor, np.float32) - 1)
        self._mark(group, alpha)

    def _mark(self, group: DamageGroup, alpha: Alpha) -> None:
        self.groups[alpha > _COVERED] = group

    def labels(self) -> NDArray[np.uint8]:
        """uint8 (H, W): the group of each pixel that is visibly damaged, UNSURE where it hardly is, else 0."""
        difference = np.abs(self.pixels - self._before)
        # NumPy is slow along an axis of three
        change = np.maximum(np.maximum(difference[..., 0], difference[..., 1]), difference[..., 2])
        drawn = self.groups > 0
        # the inside of a stain or hole belongs to it where the picture happens to have its tone
        faint = np.where(np.isin(self.groups, _AREAS), 0, _FAINT)
        labels = np.where(drawn & (change >= VISIBLE), self.groups, 0).astype(np.uint8)
        labels[drawn & (change < VISIBLE) & (change >= faint)] = UNSURE
        labels[~drawn & (change >= _FAINT)] = UNSURE
        return labels


def field(rng: np.random.Generator, shape: tuple[int, int], cells: int) -> Alpha:
    """Smooth noise of standard deviation near 1, so many cells across."""
    coarse = rng.normal(size=(cells, cells)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC), np.float32)


def filled(shape: tuple[int, int], points: NDArray[np.floating], *, softness_px: float = 0.0) -> Alpha:
    """A polygon (N, 2) of x, y, its edge antialiased."""
    drawn = np.zeros(shape, np.uint8)
    cv2.fillPoly(drawn, [np.rint(16 * points).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return _soft(drawn, softness_px)


def line(shape: tuple[int, int], points: NDArray[np.floating], width_px: float, *, softness_px: float = 0.0) -> Alpha:
    """A polyline (N, 2) of x, y; what is thinner than a pixel is faint."""
    drawn = np.zeros(shape, np.uint8)
    strength = 255 * min(1.0, width_px)
    cv2.polylines(drawn, [np.rint(16 * points).astype(np.int32)], False, strength, max(1, round(width_px)), 16, 4)
    return _soft(drawn, softness_px)


def _soft(drawn: NDArray[np.uint8], softness_px: float) -> Alpha:
    soft = cv2.GaussianBlur(drawn, (0, 0), softness_px) if softness_px > 0.2 else drawn
    return np.asarray(soft, np.float32) / np.float32(255)


def rough(rng: np.random.Generator, start: NDArray[np.floating], end: NDArray[np.floating], jag: float) -> Alpha:
    """A path (N, 2) from point to point by midpoint displacement: the edge of torn paper. ``jag``: the first
    displacement, as a share of the distance."""
    points = np.stack([start, end]).astype(np.float64)
    reach = jag * float(np.linalg.norm(points[1] - points[0]))
    for _ in range(6):
        middle = (points[:-1] + points[1:]) / 2 + rng.normal(0, reach, (len(points) - 1, 2))
        woven = np.empty((len(points) + len(middle), 2))
        woven[::2], woven[1::2] = points, middle
        points, reach = woven, 0.55 * reach
    return points.astype(np.float32)


def blob(rng: np.random.Generator, centre: NDArray[np.floating], radius_px: float, roughness: float) -> Alpha:
    """A closed outline (48, 2) around a centre, stretched and uneven."""
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    radii = np.ones(48)
    for wave in range(1, 9):
        radii += roughness * rng.normal() / wave * np.cos(wave * angles + rng.uniform(0, 2 * np.pi))
    radii = radius_px * np.clip(radii, 0.25, 2)
    stretch, turn = rng.uniform(0.5, 1), rng.uniform(0, np.pi)
    x, y = radii * np.cos(angles), stretch * radii * np.sin(angles)
    turned = np.stack([x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)], axis=1)
    return np.asarray(centre + turned, np.float32)
