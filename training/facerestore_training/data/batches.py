"""Batches of faces with holes: what stage 1 and stage 2 learn from, made by the same steps."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from facerestore_training.data.augmentation import FrameJitter, sample
from facerestore_training.data.degradations import AgingConfig, aged_tone, grained
from facerestore_training.data.shards import FaceSet


@dataclass(eq=False)
class FaceBatches:
    """Random batches from several face sets, the first being ``weights[0]`` as likely, and a pool of holes.

    A batch has ``target`` (B, 3, H, W) 0...1 in the tone of an old print, ``crop``: the same with grain and zero
    in the hole, ``hole`` (B, 1, H, W) 1 = restore, and ``labels`` (B, 256, 256) where the sets have them.
    """

    sets: Sequence[FaceSet]
    weights: Sequence[float]
    holes: NDArray[np.uint8]
    jitter: FrameJitter = field(default_factory=FrameJitter)
    aging: AgingConfig = field(default_factory=AgingConfig)
    whole_share: float = 0.05

    def __call__(self, size_px: int, count: int, rng: np.random.Generator) -> dict[str, Tensor]:
        chances = np.asarray(self.weights) / np.sum(self.weights)
        pictures, maps = [], []
        for _ in range(count):
            faces = self.sets[int(rng.choice(len(self.sets), p=chances))]
            index = int(rng.integers(len(faces)))
            labels = None if faces.labels is None else faces.labels[index]
            picture, labels = sample(faces.pixels[index], labels, size_px=size_px, jitter=self.jitter, rng=rng)
            pictures.append(picture)
            if labels is not None:
                maps.append(labels)
        hole = torch.from_numpy(np.stack([self._hole(size_px, rng) for _ in range(count)]))[:, None].float()
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        clean = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float().div_(255)
        target = aged_tone(clean, self.aging, generator)
        batch = {
            "target": _channels_last(target),
            "crop": _channels_last(grained(target, self.aging, generator) * (1 - hole)),
            "hole": hole,
        }
        if maps:
            batch["labels"] = torch.from_numpy(np.stack(maps))
        return batch

    def _hole(self, size_px: int, rng: np.random.Generator) -> NDArray[np.uint8]:
        if rng.random() < self.whole_share:
            return np.zeros((size_px, size_px), np.uint8)
        hole = self.holes[int(rng.integers(len(self.holes)))]
        if rng.random() < 0.5:
            hole = hole[:, ::-1]
        if hole.shape[0] != size_px:
            # a cell that is half restored is not visible: the engine's rule for crops
            hole = (cv2.resize(hole * np.uint8(255), (size_px, size_px), interpolation=cv2.INTER_AREA) > 127).astype(
                np.uint8
            )
        return np.ascontiguousarray(hole)


def _channels_last(pictures: Tensor) -> Tensor:
    return pictures.contiguous(memory_format=torch.channels_last)
