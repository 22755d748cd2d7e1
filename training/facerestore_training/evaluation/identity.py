"""Is the person kept? Verification on pairs of photos, one of each pair damaged and restored."""

# N photos, P pairs, D length of an embedding

import csv
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore.values.alignment import TEMPLATE, similarity
from facerestore.values.errors import UsageError, WeightsDamaged, WeightsMissing
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_training.data import shards
from facerestore_training.data.shards import FACE_PX, FaceSet
from facerestore_training.evaluation.baselines import Inpaint, Pictures, mean_fill
from facerestore_training.evaluation.bootstrap import difference_interval, share_won_back
from facerestore_training.evaluation.judging import composited
from facerestore_training.evaluation.tables import table
from facerestore_training.runs.starting_weights import loaded

log = logging.getLogger(__name__)

INPUTS: Final[dict[str, tuple[float, float]]] = {"0-255": (1.0, 0.0), "-1-1": (1 / 127.5, 127.5)}
"""Range of an embedder's RGB input: (scale, what is subtracted before). SFace reads 0-255, ArcFace's family -1...1."""
_POINTS_112: Final = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]
)
"""Where ArcFace and SFace want the five points in 112 x 112 pixels (Deng et al., CVPR 2019, their code)."""
_SIDE_PX: Final = 112
_FOLDS: Final = 10
MASKED: Final = "masked"
"""The way that restores nothing: what the others are to win back is what this one loses."""
_CHUNK: Final = 16


@dataclass(frozen=True, eq=False)
class Embedder:
    """``embed``: pictures uint8 (N, 256, 256, 3) in the crop frame -> (N, D) of length 1."""

    embed: Callable[[Pictures], NDArray[np.float32]]
    name: str
    is_identity_network: bool


@dataclass(frozen=True, eq=False)
class Pairs:
    """``first``, ``second``: (P,) indices into ``faces``; ``is_same``: (P,) whether they show one person."""

    faces: FaceSet
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    is_same: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True)
class IdentityFigures:
    """Of one restorer on one bucket. ``accuracy`` with ``accuracy_change`` (95 % interval, over pairs) to undamaged
    photos; ``won_back``: which share of the accuracy that masking lost is there again (with its interval), None for the
    masked photos themselves and where they lost none; ``cosine``: mean to the same photo undamaged; ``share_kept``:
    above the verification threshold."""

    accuracy: float
    accuracy_change: tuple[float, float]
    won_back: tuple[float, float, float] | None
    cosine: float
    share_kept: float
    cosine_same: float
    cosine_other: float


@dataclass(frozen=True, eq=False)
class IdentityReport:
    """``undamaged``: accuracy and threshold without any hole; ``figures``: (bucket, restorer) -> figures;
    ``missing``: by name, why a way to restore could not take part."""

    embedder: Embedder
    pair_count: int
    accuracy: float
    threshold: float
    figures: dict[tuple[str, str], IdentityFigures]
    missing: Mapping[str, str] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """What the embedding is, in a sentence."""
        if self.embedder.is_identity_network:
            return f"Embedding network: {self.embedder.name}."
        return (
            f"{self.embedder.name} is no identity network: its cosines tell faces apart badly. Read nothing into them."
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "note": self.note,
            "missing": dict(self.missing),
            "pairs": self.pair_count,
            "undamaged": {"accuracy": self.accuracy, "threshold": self.threshold},
            "figures": [
                {"bucket": bucket, "restorer": restorer}
                | {name: getattr(f, name) for name in IdentityFigures.__dataclass_fields__}
                for (bucket, restorer), f in self.figures.items()
            ],
        }

    def markdown(self) -> str:
        rows = [
            [
                bucket,
                restorer,
                f"{f.accuracy:.3f}",
                f"{f.accuracy_change[0]:+.3f} ... {f.accuracy_change[1]:+.3f}",
                "" if f.won_back is None else "{:.2f} ({:.2f} ... {:.2f})".format(*f.won_back),
                f"{f.cosine:.3f}",
                f"{f.share_kept:.3f}",
                f"{f.cosine_same:.3f}",
                f"{f.cosine_other:.3f}",
            ]
            for (bucket, restorer), f in self.figures.items()
        ]
        head = [
            "holes",
            "restorer",
            "accuracy",
            "change, 95 %",
            "of the loss won back, 95 %",
            "cosine to itself",
            "above threshold",
            "cosine, same person",
            "cosine, other person",
        ]
        notes = [
            self.note,
            f"{self.pair_count} pairs; the second photo of each is damaged. Undamaged: accuracy {self.accuracy:.3f} at "
            f"cosine {self.threshold:.3f}.",
            *(f"{name} is not installed: {why}" for name, why in self.missing.items()),
        ]
        return "\n".join(f"- {note}" for note in notes) + f"\n\n{table(head, rows)}\n"


def read_pairs(folder: Path, cache: Path, *, limit: int | None = None) -> Pairs:
    """``images.tar`` and ``pairs.csv`` (first, second, same_person 0 or 1). Raises FileNotFoundError, UsageError.

    With a limit, as many pairs of one person as of two.
    """
    faces = shards.load_faces([folder / "images.tar"], cache)
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    if limit is not None:
        same, other = ([r for r in rows if (r["same_person"] == "1") is is_same] for is_same in (True, False))
        rows = same[: (limit + 1) // 2] + other[: limit // 2]
    if len(rows) < 4:
        raise UsageError("Verification needs at least four pairs.", advice="Raise --limit.")
    used = {row[side] for row in rows for side in ("first", "second")}
    indices = [i for i, key in enumerate(faces.keys) if key in used]
    place = {faces.keys[i]: n for n, i in enumerate(indices)}
    missing = used - set(place)
    if missing:
        raise UsageError(f"pairs.csv names {min(missing)}, which images.tar lacks.", advice="Check the folder.")
    return Pairs(
        faces.subset(indices),
        np.array([place[row["first"]] for row in rows]),
        np.array([place[row["second"]] for row in rows]),
        np.array([row["same_person"] == "1" for row in rows]),
    )


def load_embedder(file: Path, *, input_range: str = "0-255") -> Embedder:
    """A face network as ONNX, or a face embedder or stage 1 of this project as safetensors.

    ONNX (through OpenCV) must read RGB (1, 3, 112, 112) in the given range, aligned as for ArcFace and SFace, and
    answer a vector. TorchScript and other pickled files are refused. Raises WeightsMissing, WeightsDamaged, UsageError.
    """
    if not file.exists():
        raise WeightsMissing(f"The embedding network {file} is not there.", advice="Check the path.")
    if file.suffix == ".onnx":
        return _onnx_embedder(file, *INPUTS[input_range])
    if file.suffix == ".safetensors":
        return _own_embedder(file)
    raise UsageError(f"{file.name} is neither ONNX nor safetensors.", advice="Export the network to ONNX.")


def verify(cosines_P: NDArray[np.float64], is_same_P: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], float]:
    """(which pairs are judged rightly, mean threshold): LFW's ten folds, the threshold of each from the other nine."""
    folds = np.arange(len(cosines_P)) % min(_FOLDS, len(cosines_P))
    is_right, thresholds = np.zeros(len(cosines_P), bool), []
    for fold in np.unique(folds):
        there = folds == fold
        threshold = _best_threshold(cosines_P[~there], is_same_P[~there])
        is_right[there] = (cosines_P[there] >= threshold) == is_same_P[there]
        thresholds.append(threshold)
    return is_right, float(np.mean(thresholds))


def evaluate_identity(
    pairs: Pairs, buckets: Mapping[str, NDArray[np.uint8]], restorers: Mapping[str, Inpaint], embedder: Embedder
) -> IdentityReport:
    """Verification with the second photo of every pair damaged and restored; ``buckets`` hold a hole for every face.

    Masked photos, with their holes in the mean colour of what is visible, are judged first.
    """
    clean_ND = _embedded(embedder, pairs.faces.pixels)
    cosines = (clean_ND[pairs.first] * clean_ND[pairs.second]).sum(axis=1)
    was_right, threshold = verify(cosines, pairs.is_same)
    is_right = was_right.astype(np.float64)
    chosen, place = np.unique(pairs.second, return_inverse=True)
    faces = pairs.faces.subset(chosen.tolist())
    figures = {}
    for bucket, holes in buckets.items():
        log.info("judging %s", bucket)
        masked_right: NDArray[np.float64] | None = None
        for name, restore in {MASKED: mean_fill, **restorers}.items():
            restored_ND = _restored(embedder, restore, faces, holes[chosen])
            own = (restored_ND * clean_ND[chosen]).sum(axis=1)
            found = (clean_ND[pairs.first] * restored_ND[place]).sum(axis=1)
            is_still_right = verify(found, pairs.is_same)[0].astype(np.float64)
            won_back = None if masked_right is None else share_won_back(is_right, masked_right, is_still_right)
            masked_right = is_still_right if masked_right is None else masked_right
            figures[bucket, name] = IdentityFigures(
                accuracy=float(is_still_right.mean()),
                accuracy_change=difference_interval(is_still_right, is_right),
                won_back=won_back,
                cosine=float(own.mean()),
                share_kept=float((own >= threshold).mean()),
                cosine_same=float(found[pairs.is_same].mean()),
                cosine_other=float(found[~pairs.is_same].mean()),
            )
    return IdentityReport(embedder, len(cosines), float(is_right.mean()), threshold, figures)


def _restored(embedder: Embedder, restore: Inpaint, faces: FaceSet, holes: NDArray[np.uint8]) -> NDArray[np.float32]:
    parts = []
    for start in range(0, len(faces), _CHUNK):
        some = faces.subset(range(start, min(len(faces), start + _CHUNK)))
        some_holes = holes[start : start + _CHUNK]
        parts.append(_embedded(embedder, composited(restore(some, some_holes), some, some_holes)))
    return np.concatenate(parts)


def _embedded(embedder: Embedder, pictures: Pictures) -> NDArray[np.float32]:
    return np.concatenate(
        [embedder.embed(np.asarray(pictures[i : i + _CHUNK])) for i in range(0, len(pictures), _CHUNK)]
    )


def _best_threshold(cosines: NDArray[np.float64], is_same: NDArray[np.bool_]) -> float:
    """The cosine from which on pairs count as one person, so that most are judged rightly."""
    order = np.argsort(cosines)
    # right when the threshold is this pair's cosine: others below it, same persons from it on
    right = np.concatenate([[0], np.cumsum(~is_same[order])]) + np.concatenate(
        [np.cumsum(is_same[order][::-1])[::-1], [0]]
    )
    best = int(np.argmax(right))
    ordered = cosines[order]
    if best == 0:
        return float(ordered[0]) - 1e-6
    if best == len(ordered):
        return float(ordered[-1]) + 1e-6
    return float(ordered[best - 1] + ordered[best]) / 2


def _onnx_embedder(file: Path, scale: float, subtracted: float) -> Embedder:
    try:
        network = cv2.dnn.readNetFromONNX(str(file))
    except cv2.error as error:
        raise WeightsDamaged(f"{file.name} is no ONNX network that OpenCV can run.", advice="Give another.") from error
    to_112 = similarity(TEMPLATE * FACE_PX, _POINTS_112)

    def embed(pictures: Pictures) -> NDArray[np.float32]:
        rows = []
        for picture in pictures:
            small = cv2.warpAffine(picture, to_112, (_SIDE_PX, _SIDE_PX), flags=cv2.INTER_AREA)
            network.setInput(cv2.dnn.blobFromImage(small, scale, (_SIDE_PX, _SIDE_PX), (subtracted,) * 3))
            try:
                rows.append(np.asarray(network.forward(), np.float32).ravel())
            except cv2.error as error:
                raise WeightsDamaged(
                    f"{file.name} does not read RGB of 112 x 112 pixels.", advice="Give another."
                ) from error
        return _unit(np.stack(rows))

    return Embedder(embed, file.name, is_identity_network=True)


def _own_embedder(file: Path) -> Embedder:
    name, network = loaded(file)
    if isinstance(network, FaceEmbedder):
        return _face_embedder(network, name)
    if isinstance(network, SemanticLayoutNet):
        return _stage1_embedder(network, name)
    raise UsageError(f"{file.name} holds {name}.", advice="Give a face embedder, or the weights of stage 1.")


def _face_embedder(network: FaceEmbedder, name: str) -> Embedder:
    @torch.no_grad()
    def embed(pictures: Pictures) -> NDArray[np.float32]:
        crop = torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float().div_(255)
        return _unit(network(crop).numpy())

    return Embedder(embed, name, is_identity_network=True)


def _stage1_embedder(network: SemanticLayoutNet, name: str) -> Embedder:
    @torch.no_grad()
    def embed(pictures: Pictures) -> NDArray[np.float32]:
        crop = torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float().div_(255)
        features = network.features(crop, torch.zeros_like(crop[:, :1]))[-1]
        pooled = nn.functional.adaptive_avg_pool2d(features.float(), 4)
        # the mean over places is nearly the same for all faces, and would make every cosine nearly 1
        return _unit((pooled - pooled.mean(dim=(2, 3), keepdim=True)).flatten(1).numpy())

    return Embedder(embed, f"stage 1 ({name})", is_identity_network=False)


def _unit(rows_ND: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(rows_ND, axis=1, keepdims=True)
    return np.asarray(rows_ND / np.maximum(length, 1e-12), np.float32)
