"""Damaged samples: pictures aged as in training, damaged by code, with the map of where."""

# B batch, H W pixels

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from facerestore_training.data.damage import areas, lines
from facerestore_training.data.damage.canvas import Canvas
from facerestore_training.data.damage.lookalikes import with_lookalikes
from facerestore_training.data.degradations import OLD_PHOTOGRAPHS, AgingConfig, aged_tone, grained
from facerestore_training.data.overlays import OverlayPool

AGING: Final = replace(OLD_PHOTOGRAPHS, stained=0.0, foxed=0.0, jpeg=0.0, halftone=0.02, strength=0.75)
"""Stains and foxing are damage here, and what is damaged is saved as JPEG afterwards."""

_SCANNING: Final = AgingConfig(jpeg=0.35, sharpened=0.1)

Draw = Callable[[Canvas, np.random.Generator, OverlayPool | None], None]

DAMAGES: Final[dict[str, tuple[float, Draw]]] = {
    "dust": (0.16, lines.dirty),
    "threads": (0.10, lines.threads),
    "scratches": (0.18, lines.scratched),
    "creases": (0.15, lines.creased),
    "cracks": (0.10, lines.cracked),
    "smudges": (0.03, areas.smudged),
    "foxing": (0.04, areas.foxed),
    "water": (0.02, areas.watered),
    "ink": (0.04, areas.inked),
    "tape": (0.03, areas.taped),
    "silvering": (0.01, areas.silvered),
    "corners": (0.07, areas.cornered),
    "tears": (0.08, areas.torn),
    "flakes": (0.09, areas.flaked),
    "holes": (0.05, areas.holed),
}
"""How often each kind of damage is drawn, and what draws it."""


@dataclass(frozen=True, eq=False)
class DamagedBatch:
    """``pictures``: uint8 (B, H, W, 3); ``labels``: uint8 (B, H, W), DamageGroup or UNSURE."""

    pictures: NDArray[np.uint8]
    labels: NDArray[np.uint8]

    def turned(self, rng: np.random.Generator) -> "DamagedBatch":
        """The same, by one of the eight turns and reflections of a square; now and then as negatives."""
        turns, step = int(rng.integers(4)), int(rng.choice((-1, 1)))
        pictures = np.rot90(self.pictures, turns, axes=(1, 2))[:, :, ::step]
        if rng.random() < 0.2:
            pictures = 255 - pictures
        return DamagedBatch(
            np.ascontiguousarray(pictures),
            np.ascontiguousarray(np.rot90(self.labels, turns, axes=(1, 2))[:, :, ::step]),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class DamagedPictures:
    """Pictures uint8 (h, w, 3) of any size, and what they are damaged with. ``undamaged``: share without any damage;
    ``plain``: share that is not aged; ``overlays``: real shapes, without which all are drawn."""

    pictures: Sequence[NDArray[np.uint8]]
    overlays: OverlayPool | None
    undamaged: float = 0.2
    plain: float = 0.25

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> DamagedBatch:
        """Random windows of random pictures, ``size_px`` a side."""
        windows = []
        for _ in range(count):
            picture = self.pictures[int(rng.integers(len(self.pictures)))]
            windows.append(with_lookalikes(framed(picture, size_px, rng), rng))
        aged = self._aged(np.stack(windows), rng)
        made = [self._damaged(picture, rng) for picture in aged]
        labels = np.stack([canvas.labels() for canvas in made])
        # the same scanner sees picture and damage
        pictures = torch.from_numpy(np.stack([_blurred(canvas.pixels, rng) for canvas in made])).permute(0, 3, 1, 2)
        scanned = grained(pictures.clamp(0, 1), _SCANNING, _generator(rng)).clamp(0, 1)
        eight = scanned.permute(0, 2, 3, 1).mul(255).round().to(torch.uint8)
        return DamagedBatch(np.ascontiguousarray(eight.numpy()), labels)

    def _aged(self, windows: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
        generator = _generator(rng)
        tensor = torch.from_numpy(windows).permute(0, 3, 1, 2)
        aged = grained(aged_tone(tensor, AGING, generator), AGING, generator)
        made = np.ascontiguousarray(aged.clamp(0, 1).permute(0, 2, 3, 1).numpy())
        is_plain = rng.random(len(windows)) < self.plain
        made[is_plain] = windows[is_plain]
        return made

    def _damaged(self, picture: NDArray[np.float32], rng: np.random.Generator) -> Canvas:
        canvas = Canvas.of(picture)
        if rng.random() < self.undamaged:
            return canvas
        chances = np.array([chance for chance, _ in DAMAGES.values()])
        draws = [draw for _, draw in DAMAGES.values()]
        count = 1 + int(rng.poisson(1.0))
        for which in rng.choice(len(draws), count, p=chances / chances.sum()):
            draws[int(which)](canvas, rng, self.overlays)
        np.clip(canvas.pixels, 0, 1, out=canvas.pixels)
        return canvas


def framed(picture: NDArray[np.uint8], size_px: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """A window (size, size, 3) 0...1 of a picture, from all of it to a third of its side, mirrored half of the time,
    now and then upside down."""
    height, width = picture.shape[:2]
    scale = size_px / min(height, width) * float(np.exp(rng.uniform(0, np.log(3.2))))
    if rng.random() < 0.15:
        scale = size_px / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    enlarging = cv2.INTER_CUBIC if rng.random() < 0.7 else cv2.INTER_LINEAR
    sized = cv2.resize(picture, size, interpolation=enlarging if scale > 1 else cv2.INTER_AREA)
    missing = [max(0, size_px - side) for side in sized.shape[:2]]
    if any(missing):
        tone = np.full(3, rng.choice((rng.integers(0, 30), rng.integers(200, 256)))).tolist()
        sized = cv2.copyMakeBorder(sized, missing[0], 0, missing[1], 0, cv2.BORDER_CONSTANT, value=tone)
    top, left = (int(rng.integers(side - size_px + 1)) for side in sized.shape[:2])
    window = sized[top : top + size_px, left : left + size_px]
    window = window[:, ::-1] if rng.random() < 0.5 else window
    window = window[::-1] if rng.random() < 0.1 else window
    return np.ascontiguousarray(window, np.float32) / np.float32(255)


def _blurred(pixels: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """As half of the scanners see it."""
    if rng.random() < 0.5:
        return pixels
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.3, 0.8)), np.float32)


def _generator(rng: np.random.Generator) -> torch.Generator:
    return torch.Generator().manual_seed(int(rng.integers(2**62)))
