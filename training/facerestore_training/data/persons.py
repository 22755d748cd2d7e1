"""Several photographs of each person: who is on which face of a set, and further photographs as references."""

# B batch, R references of a whole batch, N references of one sample, H W pixels

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from facerestore_resources.face_classes import FLIPPED
from facerestore_training.data.augmentation import FrameJitter, Frames, reframed, reframed_labels
from facerestore_training.data.batches import sampled, sized
from facerestore_training.data.degradations import AgingConfig, aged_tone
from facerestore_training.data.shards import FaceSet
from facerestore_training.data.tars import ShardUnreadable, read_records

REFERENCES_MOST = 3


def read_persons(paths: Sequence[Path]) -> dict[str, str]:
    """The person on each face of tar shards, by key. Raises ShardUnreadable where ``KEY.json`` names none."""
    persons: dict[str, str] = {}
    for path in paths:
        for key, record in read_records(path):
            try:
                persons[key] = str(json.loads(record["json"])["person"])
            except (KeyError, ValueError) as error:
                raise ShardUnreadable(
                    path, f"{key} does not say which person it shows.", advice="KEY.json needs a field 'person'."
                ) from error
    return persons


def other_photographs(keys: Sequence[str], persons: Mapping[str, str]) -> list[NDArray[np.intp]]:
    """For each face of a set the indices of the other faces of its person. Raises KeyError for an unknown face."""
    by_person: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        by_person.setdefault(persons[key], []).append(index)
    return [np.array([i for i in by_person[persons[key]] if i != index], np.intp) for index, key in enumerate(keys)]


@dataclass(eq=False)
class ReferenceBatches:
    """References for the samples of FaceBatches, drawn from the same sets.

    ``others``: for each set the other photographs of each face's person, None for a set that has one of each.
    ``counts``: chances of 0, 1, ... references, as far as there are as many. A face without other photographs has, in
    ``same_share`` of cases, itself in another frame and tone. ``hidden_share`` of the references have a hole.
    """

    sets: Sequence[FaceSet]
    others: Sequence[Sequence[NDArray[np.intp]] | None]
    holes: NDArray[np.uint8]
    counts: tuple[float, ...] = (0.25, 0.35, 0.15, 0.25)
    same_share: float = 0.1
    hidden_share: float = 0.2
    jitter: FrameJitter = field(default_factory=lambda: FrameJitter(shift=0.02, log_scale=0.05, probability=1.0))
    aging: AgingConfig = field(default_factory=lambda: AgingConfig(grey=0.1, sepia=0.05, faded=0.2, uneven=0.2))

    def __call__(self, drawn_B3: Tensor, size_px: int, rng: np.random.Generator) -> dict[str, Tensor]:
        """``reference_crop`` (R, 3, H, W), ``reference_hole``, ``reference_labels`` (R, 256, 256) uint8 and
        ``reference_places`` (B, N): which of the R each sample has, -1 for none. Without any, nothing at all.

        ``drawn``: set, index and whether it is a mirror image, of each sample.
        """
        chosen = [self._chosen(int(number), int(index), rng) for number, index, _ in drawn_B3.tolist()]
        most = max(len(some) for some in chosen)
        if most == 0:
            return {}
        places = torch.full((len(chosen), most), -1)
        which: list[int] = []
        indices: list[int] = []
        flipped: list[bool] = []
        for sample, some in enumerate(chosen):
            for place, index in enumerate(some):
                places[sample, place] = len(indices)
                which.append(int(drawn_B3[sample, 0]))
                indices.append(int(index))
                flipped.append(bool(drawn_B3[sample, 2]))
        crop, labels = self._pictures(which, indices, torch.tensor(flipped), size_px, rng)
        hole = self._holes(len(indices), size_px, rng)
        return {
            "reference_crop": crop * (1 - hole),
            "reference_hole": hole,
            "reference_labels": labels,
            "reference_places": places,
        }

    def _chosen(self, number: int, index: int, rng: np.random.Generator) -> NDArray[np.intp]:
        others = self.others[number]
        count, same = int(rng.choice(len(self.counts), p=self.counts)), rng.random() < self.same_share
        if others is None:
            return np.array([index] if same else [], np.intp)
        return rng.permutation(others[index])[:count]

    def _pictures(
        self, which: Sequence[int], indices: Sequence[int], flipped_R: Tensor, size_px: int, rng: np.random.Generator
    ) -> tuple[Tensor, Tensor]:
        """Pictures and labels in frames of their own, mirrored where their samples are."""
        frames = Frames.drawn(len(indices), self.jitter, rng)
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        pixels = sampled([faces.pixels for faces in self.sets], np.array(which), np.array(indices), size_px)
        clean = reframed(sized(pixels.permute(0, 3, 1, 2).float().div_(255), size_px), frames)
        stored = [faces.labels for faces in self.sets if faces.labels is not None]
        labels = reframed_labels(sampled(stored, np.array(which), np.array(indices)), frames)
        wrong = (frames.flipped_B != flipped_R).nonzero()[:, 0]
        clean[wrong] = clean[wrong].flip(3)
        partner_K = torch.tensor(FLIPPED, dtype=torch.uint8)
        labels[wrong] = partner_K[labels[wrong].flip(2).long()]
        return aged_tone(clean, self.aging, generator), labels

    def _holes(self, count: int, size_px: int, rng: np.random.Generator) -> Tensor:
        hole = torch.from_numpy(self.holes[rng.integers(len(self.holes), size=count)])[:, None].float()
        hidden = torch.from_numpy(rng.random(count) < self.hidden_share)
        return (sized(hole, size_px) >= 0.5).float() * hidden[:, None, None, None]
