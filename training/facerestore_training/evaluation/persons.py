"""Does a painting belong to the person? Stage 2 with its mirror image, with further photographs, with a stranger's."""

# N pictures, D length of an embedding, H W pixels, R references

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from facerestore.inference.backends.torch.conditioning import random_tensors
from facerestore.values.alignment import TEMPLATE
from facerestore_models import TextureInputs
from facerestore_models.blocks.borrowing import Borrowed, Lenders
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_models.texture_generator import TextureGenerator
from facerestore_models.tone import toned_like
from facerestore_training import metrics
from facerestore_training.batched_inference import predicted_layouts
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.bootstrap import difference_interval
from facerestore_training.evaluation.embeddings import embedded
from facerestore_training.evaluation.tables import table
from facerestore_training.losses.perceptual import SqueezeNetDistance

BUCKETS: Final = ("eye", "eyes", "half", "r20_40", "r40_60")
MODES: Final[dict[str, tuple[bool, str, int]]] = {
    "without mirror": (False, "own", 0),
    "mirror": (True, "own", 0),
    "1 reference": (True, "own", 1),
    "3 references": (True, "own", 3),
    "a stranger": (True, "stranger", 1),
}
"""Name of a way to restore: (whether the mirror image is seen, whose references, how many at most)."""
_EYE_SHARE: Final = (0.11, 0.08)
"""Half width and half height of what counts as an eye, as shares of the crop's side."""


@dataclass(frozen=True, eq=False)
class PersonCase:
    """A photograph to be damaged, ``own``: further ones of the person, ``stranger``: those of somebody else."""

    target: int
    own: tuple[int, ...]
    stranger: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class PersonReport:
    """``figures``: (bucket, way) -> figure -> (N,), one number for each person."""

    count: int
    notes: tuple[str, ...]
    figures: Mapping[tuple[str, str], Mapping[str, NDArray[np.float64]]]

    def as_json(self) -> dict[str, Any]:
        rows = []
        for (bucket, mode), figures in self.figures.items():
            row: dict[str, Any] = {"bucket": bucket, "mode": mode}
            for name, values in figures.items():
                row[name] = float(np.nanmean(values))
                row[f"{name} over mirror"] = self.difference(bucket, mode, "mirror", name)
                row[f"{name} over without mirror"] = self.difference(bucket, mode, "without mirror", name)
            rows.append(row)
        return {"count": self.count, "notes": list(self.notes), "figures": rows}

    def difference(self, bucket: str, mode: str, other: str, figure: str) -> list[float] | None:
        """[mean, low, high]: 95 %, paired bootstrap over persons; None where the other way is not there."""
        if (bucket, other) not in self.figures:
            return None
        ours, theirs = self.figures[bucket, mode][figure], self.figures[bucket, other][figure]
        there = np.isfinite(ours) & np.isfinite(theirs)
        if not there.any():
            return None
        return [float((ours - theirs)[there].mean()), *difference_interval(ours[there], theirs[there])]

    def markdown(self) -> str:
        names = list(next(iter(self.figures.values())))
        rows = []
        for (bucket, mode), figures in self.figures.items():
            likeness = self.difference(bucket, mode, "without mirror", "identity")
            rows.append(
                [bucket, mode]
                + [f"{np.nanmean(figures[name]):.3f}" for name in names]
                + ["" if likeness is None else "{:+.3f} ({:+.3f} ... {:+.3f})".format(*likeness)]
            )
        notes = "\n".join(f"- {note}" for note in self.notes)
        return f"{notes}\n\n{table(['holes', 'way', *names, 'identity over without mirror'], rows)}\n"


def person_cases(keys: Sequence[str], persons: Mapping[str, str]) -> list[PersonCase]:
    """One for each person: the first photograph is the target, the others and the next person's are references."""
    by_person: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        by_person.setdefault(persons[key], []).append(index)
    groups = [group for group in by_person.values() if len(group) > 1]
    return [
        PersonCase(group[0], tuple(group[1:]), tuple(groups[(number + 1) % len(groups)]))
        for number, group in enumerate(groups)
    ]


def evaluate_persons(
    network: TextureGenerator,
    layout_network: SemanticLayoutNet,
    embedder: FaceEmbedder,
    faces: FaceSet,
    cases: Sequence[PersonCase],
    buckets: Mapping[str, NDArray[np.uint8]],
    *,
    modes: Sequence[str] = tuple(MODES),
    distance: SqueezeNetDistance | None = None,
    seed: int = 0,
) -> PersonReport:
    """Every way on every bucket; ``buckets`` hold a hole for every face of the set.

    Figures: ``psnr`` and ``hole_psnr`` of the composite; ``identity``: cosine of embeddings to the same photograph
    undamaged, ``identity_others``: to the person's other photographs (some of which may be the references), both less
    the mean embedding of the set, because all faces have most of it in common; ``distance``: dlib's, to the same
    photograph; ``eyes``: SqueezeNet distance of one eye and the other's mirror image, less the truth's own, unsigned.
    """
    clean_ND = embedded(embedder, faces.pixels)
    mean_D = clean_ND.mean(axis=0)
    centred_ND = _unit(clean_ND - mean_D)
    painter = PersonPainter(network, layout_network, faces, seed)
    figures: dict[tuple[str, str], dict[str, NDArray[np.float64]]] = {}
    for bucket, holes in buckets.items():
        found_of: dict[str, dict[str, list[float]]] = {mode: {} for mode in modes}
        for case in cases:
            hole, truth = holes[case.target], np.asarray(faces.pixels[case.target])
            photo = painter.photo(case.target, hole)
            for mode, rows in found_of.items():
                uses_mirror, whose, most = MODES[mode]
                lenders = (case.own if whose == "own" else case.stranger)[:most]
                result = painter(photo, lenders, mirror=uses_mirror)
                found = embedded(embedder, result[None])[0]
                centred = _unit(found - mean_D)
                row = {
                    "psnr": metrics.psnr(result, truth),
                    "hole_psnr": metrics.psnr(result, truth, hole > 0),
                    "identity": float(centred @ centred_ND[case.target]),
                    "identity_others": float(np.mean(centred_ND[list(case.own)] @ centred)),
                    "distance": float(np.linalg.norm(found - clean_ND[case.target])),
                }
                if distance is not None:
                    row["eyes"] = abs(_eyes_apart(distance, result) - _eyes_apart(distance, truth))
                for name, value in row.items():
                    rows.setdefault(name, []).append(value)
        for mode, rows in found_of.items():
            figures[bucket, mode] = {name: np.array(values) for name, values in rows.items()}
    notes = (
        f"{len(cases)} persons, one photograph of each; single samples, seed {seed}; composites of 8 bits.",
        "Identity is the cosine of dlib's embedding, which may be one of the network's losses: no independent judge.",
    )
    return PersonReport(len(cases), notes, figures)


@dataclass(frozen=True, eq=False)
class DamagedPhoto:
    """A face with its hole as the networks read it, and what stage 2 paints of its own."""

    inputs: TextureInputs
    painted: Tensor
    truth_HW3: NDArray[np.uint8]


class PersonPainter:
    """Restores one face of a set with some of the others as references; layouts are stage 1's."""

    def __init__(self, network: TextureGenerator, layout_network: SemanticLayoutNet, faces: FaceSet, seed: int) -> None:
        self._network, self._layout_network, self._faces, self._seed = network, layout_network, faces, seed
        self._device = next(network.parameters()).device
        self._whole: dict[int, Tensor] = {}

    @torch.no_grad()
    def photo(self, target: int, hole_HW: NDArray[np.uint8]) -> DamagedPhoto:
        hole = torch.from_numpy(np.array(hole_HW))[None, None].float().to(self._device)
        crop = self._crop(target) * (1 - hole)
        latent, noise = random_tensors(self._seed, crop.shape[-1] // 2, self._device)
        layout = predicted_layouts(self._layout_network, crop, hole)
        inputs = TextureInputs(crop=crop, hole=hole, layout=layout, latent=latent, noise=noise)
        return DamagedPhoto(inputs, self._network.painted(inputs), np.asarray(self._faces.pixels[target]))

    @torch.no_grad()
    def __call__(self, photo: DamagedPhoto, lenders: Sequence[int], *, mirror: bool) -> NDArray[np.uint8]:
        """The composite of 8 bits, with these faces as references."""
        borrowed = self._borrowed(photo, lenders, mirror=mirror)
        return _composite(photo, photo.painted if borrowed is None else borrowed.painted_B3HW)

    @torch.no_grad()
    def shares(self, photo: DamagedPhoto, lenders: Sequence[int], *, mirror: bool) -> NDArray[np.float32]:
        """(R, H, W) 0...1: how much of each pixel is from each lender, the mirror image first if there is one."""
        borrowed = self._borrowed(photo, lenders, mirror=mirror)
        if borrowed is None:
            return np.zeros((0, *photo.truth_HW3.shape[:2]), np.float32)
        return ((borrowed.coarse_BR1HW + borrowed.fine_BR1HW) / 2)[0, :, 0].cpu().numpy()

    @torch.no_grad()
    def pasted(self, photo: DamagedPhoto, lender: int) -> NDArray[np.uint8]:
        """A face of the set in the hole as it is, in the photo's tone: what a painter would do that changed the person
        there altogether."""
        own = (photo.inputs.crop, photo.inputs.hole, photo.inputs.layout)
        picture = self._crop(lender)
        return _composite(photo, toned_like(picture, torch.zeros_like(picture[:, :1]), self._layout(lender), *own))

    def _borrowed(self, photo: DamagedPhoto, lenders: Sequence[int], *, mirror: bool) -> Borrowed | None:
        """The painting with what these faces and the mirror image lend; None where nobody does."""
        references = self._references(photo.inputs, lenders) if lenders else None
        inputs = replace(photo.inputs, mirror=mirror, references=references)
        found = self._network.lenders(inputs)
        return None if found is None else self._network.borrowed(photo.painted, inputs, found)

    def _references(self, inputs: TextureInputs, lenders: Sequence[int]) -> Lenders:
        pictures = torch.cat([self._crop(index) for index in lenders])
        nothing = torch.zeros_like(pictures[:, :1])
        layouts = torch.cat([self._layout(index) for index in lenders])
        own = (value.expand(len(lenders), -1, -1, -1) for value in (inputs.crop, inputs.hole, inputs.layout))
        toned = toned_like(pictures, nothing, layouts, *own)
        return Lenders.references(toned, nothing, layouts)

    def _crop(self, index: int) -> Tensor:
        pixels = torch.from_numpy(np.array(self._faces.pixels[index])).to(self._device)
        return pixels.permute(2, 0, 1)[None].float().div_(255).contiguous(memory_format=torch.channels_last)

    def _layout(self, index: int) -> Tensor:
        if index not in self._whole:
            crop = self._crop(index)
            self._whole[index] = predicted_layouts(self._layout_network, crop, torch.zeros_like(crop[:, :1]))
        return self._whole[index]


def _composite(photo: DamagedPhoto, picture_13HW: Tensor) -> NDArray[np.uint8]:
    picture = (picture_13HW[0].clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()
    return np.where(photo.inputs.hole[0, 0, :, :, None].cpu().numpy() > 0, picture, photo.truth_HW3)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), np.float32)


@torch.no_grad()
def _eyes_apart(distance: Callable[[Tensor, Tensor], Tensor], picture_HW3: NDArray[np.uint8]) -> float:
    """How unlike the eye on the left is to the mirror image of the one on the right."""
    side = len(picture_HW3)
    wide, high = (round(share * side) for share in _EYE_SHARE)
    eyes = []
    for x, y in np.round(TEMPLATE[:2] * side).astype(int):
        cut = np.array(picture_HW3[y - high : y + high, x - wide : x + wide])
        eyes.append(torch.from_numpy(cut).permute(2, 0, 1)[None].float().div_(255))
    return float(distance(eyes[0], eyes[1].flip(3)))
