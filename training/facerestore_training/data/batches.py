"""Batches of faces with holes: what stage 1 and stage 2 learn from, made by the same steps on a CPU and a GPU."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from facerestore_training.data.augmentation import FrameJitter, Frames, reframed, reframed_labels
from facerestore_training.data.degradations import AgingConfig, TonePolicy, aged_tone, grained, rimmed
from facerestore_training.data.masks import BUCKETS
from facerestore_training.data.part_holes import part_holes
from facerestore_training.data.shards import FaceSet

_UPLOADED_AT_ONCE = 1_024


@dataclass(eq=False)
class FaceBatches:
    """Random batches from several face sets, the first being ``weights[0]`` as likely, and a pool of holes.

    A batch has ``target`` (B, 3, H, W) 0...1 in the tone of an old print, ``crop``: the same with grain and zero
    in the hole, ``hole`` (B, 1, H, W) 1 = restore, and uint8 ``labels`` (B, 256, 256) where the sets have them.
    ``restore_tone`` (B,) is the value of each sample's TonePolicy: where it is 1, the target is as the photograph
    was new; ``restore_share`` says how many are. With ``tells_drawn``, ``drawn`` (B, 3) on the CPU: set, index in it,
    whether it is a mirror image.

    ``whole_share`` have no hole; ``parts_share`` miss a part of the face as their own layout shows it, in the bucket
    that they would have had. ``chosen``: for each set the indices to draw from, None for all. On a GPU, sets and
    holes are held there as uint8 and batches are made there.
    """

    sets: Sequence[FaceSet]
    weights: Sequence[float]
    holes: NDArray[np.uint8]
    jitter: FrameJitter = field(default_factory=FrameJitter)
    aging: AgingConfig = field(default_factory=AgingConfig)
    whole_share: float = 0.05
    parts_share: float = 0.10
    restore_share: float = 0.0
    tells_drawn: bool = False
    chosen: Sequence[NDArray[np.integer] | None] | None = None
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))

    def __post_init__(self) -> None:
        self._has_labels = self.sets[0].labels is not None
        if any((faces.labels is not None) != self._has_labels for faces in self.sets):
            raise ValueError("Either all sets have layouts or none.")
        self._indices = [np.arange(len(faces)) for faces in self.sets]
        for number, indices in enumerate(self.chosen or ()):
            if indices is not None:
                self._indices[number] = np.asarray(indices)
        if not all(len(indices) for indices in self._indices):
            raise ValueError("A set has no face to draw from.")
        self._pixels = [_stored(faces.pixels, self.device) for faces in self.sets]
        self._labels = [_stored(faces.labels, self.device) for faces in self.sets] if self._has_labels else []
        self._holes = torch.from_numpy(self.holes).to(self.device)
        self._ratios = self.holes.mean(axis=(1, 2))

    def __call__(self, size_px: int, count: int, rng: np.random.Generator) -> dict[str, Tensor]:
        which, places = self._drawn(count, rng)
        frames = Frames.drawn(count, self.jitter, rng)
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        pixels = sampled(self._pixels, which, places, size_px)
        clean = reframed(sized(pixels.permute(0, 3, 1, 2).float().div_(255), size_px), frames)
        labels = None
        if self._has_labels:
            labels = reframed_labels(sampled(self._labels, which, places), frames)
        hole = self._hole(size_px, labels, count, rng, generator)
        kept = aged_tone(clean, self.aging, generator)
        photograph = rimmed(grained(kept, self.aging, generator), hole, self.aging, generator)
        restored = torch.rand(count, generator=generator) < self.restore_share
        policy = torch.where(restored, float(TonePolicy.RESTORE), float(TonePolicy.KEEP)).to(self.device)
        target = torch.where(policy.view(-1, 1, 1, 1) == TonePolicy.RESTORE, clean, kept) if restored.any() else kept
        batch = {
            "target": _channels_last(target),
            "crop": _channels_last(photograph * (1 - hole)),
            "hole": hole,
            "restore_tone": policy,
        }
        if self.tells_drawn:
            batch["drawn"] = torch.from_numpy(np.stack([which, places, frames.flipped_B.numpy()], axis=1))
        return batch if labels is None else batch | {"labels": labels}

    def _drawn(self, count: int, rng: np.random.Generator) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
        """(set, index in it) of each sample."""
        chances = np.asarray(self.weights) / np.sum(self.weights)
        which = rng.choice(len(self.sets), size=count, p=chances)
        lengths = np.array([len(indices) for indices in self._indices])
        places = rng.integers(lengths[which])
        return which, np.array([self._indices[s][p] for s, p in zip(which, places, strict=True)])

    def _hole(
        self, size_px: int, labels: Tensor | None, count: int, rng: np.random.Generator, generator: torch.Generator
    ) -> Tensor:
        """(B, 1, size, size) 0 or 1."""
        chosen = rng.integers(len(self.holes), size=count)
        is_mirrored, kind = rng.random(count) < 0.5, rng.random(count)
        hole = self._holes[torch.from_numpy(chosen).to(self.device)][:, None].float()
        # a cell that is half restored is not visible: the engine's rule for crops
        hole = (sized(hole, size_px) >= 0.5).float()
        mirrored = torch.from_numpy(np.flatnonzero(is_mirrored)).to(self.device)
        hole[mirrored] = hole[mirrored].flip(3)
        is_whole = kind < self.whole_share
        hole.index_fill_(0, torch.from_numpy(np.flatnonzero(is_whole)).to(self.device), 0)
        is_part = ~is_whole & (kind < self.whole_share + self.parts_share)
        if labels is not None and is_part.any():
            where = torch.from_numpy(np.flatnonzero(is_part)).to(self.device)
            low, high = _bucket(self._ratios[chosen[is_part]])
            parts, found = part_holes(labels[where], low, high, size_px, generator)
            hole[where] = torch.where(found.view(-1, 1, 1, 1), parts, hole[where])
        return hole


def _bucket(ratios: NDArray[np.floating]) -> tuple[Tensor, Tensor]:
    """(low, high) of the bucket of each ratio; what is above the last one counts as in it."""
    edges = np.array([low for low, _ in BUCKETS[1:]])
    low, high = np.array(BUCKETS)[np.searchsorted(edges, ratios, side="right")].T
    return torch.from_numpy(low).float(), torch.from_numpy(high).float()


Stored = NDArray[np.uint8] | Tensor


def _stored(values: NDArray[np.uint8] | None, device: torch.device) -> Stored:
    """The array itself, which may lie on disk, for a CPU; a tensor on a GPU."""
    assert values is not None
    if device.type == "cpu":
        return values
    there = torch.empty(values.shape, dtype=torch.uint8, device=device)
    for start in range(0, len(values), _UPLOADED_AT_ONCE):
        there[start : start + _UPLOADED_AT_ONCE] = torch.from_numpy(np.array(values[start : start + _UPLOADED_AT_ONCE]))
    return there


def sampled(
    stored: Sequence[Stored], which: NDArray[np.integer], places: NDArray[np.integer], size_px: int | None = None
) -> Tensor:
    """The samples in their order, from where their sets are stored; arrays are shrunk to ``size_px`` at once, because
    a CPU's time goes into touching memory."""
    rows = []
    for number, place in zip(which, places, strict=True):
        row = stored[number][int(place)]
        if not isinstance(row, Tensor):
            if size_px is not None and len(row) > size_px:
                row = np.asarray(cv2.resize(row, (size_px, size_px), interpolation=cv2.INTER_AREA), np.uint8)
            row = torch.from_numpy(np.array(row))
        rows.append(row)
    return torch.stack(rows)


def sized(pictures: Tensor, size_px: int) -> Tensor:
    """Averaged over areas down to ``size_px``."""
    while pictures.shape[-1] >= 2 * size_px and pictures.shape[-1] % 2 == 0:
        # without aligned corners this is the mean of 2 x 2 pixels, six times as fast as pooling on a CPU
        pictures = F.interpolate(pictures, scale_factor=0.5, mode="bilinear", align_corners=False)
    return pictures if pictures.shape[-1] == size_px else F.adaptive_avg_pool2d(pictures, size_px)


def _channels_last(pictures: Tensor) -> Tensor:
    return pictures.contiguous(memory_format=torch.channels_last)
