"""One restorer on one bucket: all figures, picture by picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from torch import nn

from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training import metrics
from facerestore_training.batched_inference import layout_probabilities
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation import kid, spectrum
from facerestore_training.evaluation.baselines import Pictures
from facerestore_training.evaluation.embeddings import embedded
from facerestore_training.evaluation.perception import Lpips, squeezenet_distance
from facerestore_training.evaluation.spectrum import SpectrumFigures
from facerestore_training.losses.perceptual import SqueezeNetDistance

_Number = TypeVar("_Number", np.int32, np.float32)

RAW_FIGURES: Final = ("raw_psnr", "raw_ssim", "visible_psnr")


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Judges:
    """What judges beside pixels; each may be absent.

    ``parser``: stage 1, which reads results without a hole; ``embedder``: says how far the result's face is from the
    true one's; ``keeps_features``: for KID, which is of a whole set.
    """

    parser: nn.Module | None = None
    lpips: Lpips | None = None
    distance: SqueezeNetDistance | None = None
    embedder: FaceEmbedder | None = None
    has_spectrum: bool = True
    keeps_features: bool = False


@dataclass(frozen=True, eq=False)
class Scores:
    """``figures``: name -> one number for each picture (N,); ``confusion_NKK``: true by re-parsed class in the hole.

    Composites are judged, rounded to 8 bits, visible pixels from the photo. ``raw_*`` judge the picture as it was
    painted, ``visible_psnr`` its visible pixels only; they are there where that differs from the composite.
    """

    figures: Mapping[str, NDArray[np.float64]]
    confusion_NKK: NDArray[np.int32] | None = None
    spectrum: SpectrumFigures | None = None
    features_ND: NDArray[np.float32] | None = None

    @property
    def psnr(self) -> NDArray[np.float64]:
        return self.figures["psnr"]

    def means(self) -> dict[str, float]:
        """The mean of every figure; ``miou`` is pooled over the pictures; shares of bands within 20 % of the truth."""
        found = {name: float(values.mean()) for name, values in self.figures.items()}
        if self.confusion_NKK is not None:
            found["miou"] = float(metrics.mean_iou(self.confusion_NKK.sum(axis=0)))
        if self.spectrum is not None:
            pooled = self.spectrum.pooled()
            found["spectrum_within_crop"] = spectrum.share_within(pooled.to_truth, spectrum.CROP_BANDS)
            found["spectrum_within_breadth"] = spectrum.share_within(pooled.to_truth, spectrum.BREADTH_BANDS)
        return found

    @staticmethod
    def joined(parts: Sequence["Scores"]) -> "Scores":
        """The scores of all parts, in order. ``raw_*`` stay only if every part has them."""
        names = [name for name in parts[0].figures if all(name in part.figures for part in parts)]
        spectra = [part.spectrum for part in parts if part.spectrum is not None]
        return Scores(
            {name: np.concatenate([part.figures[name] for part in parts]) for name in names},
            _joined([part.confusion_NKK for part in parts]),
            SpectrumFigures(
                *(np.concatenate([getattr(s, field.name) for s in spectra]) for field in fields(SpectrumFigures))
            )
            if spectra
            else None,
            _joined([part.features_ND for part in parts]),
        )


def composited(painted: Pictures, faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """The painted pictures in the holes, the faces elsewhere."""
    return np.where(holes[..., None] > 0, painted, np.asarray(faces.pixels[: len(holes)]))


def score(
    painted: Pictures,
    faces: FaceSet,
    holes: NDArray[np.uint8],
    judges: Judges | None = None,
    *,
    energies_of_truth: Sequence[NDArray[np.float32]] | None = None,
) -> Scores:
    """The figures of painted pictures (N, 256, 256, 3) against the true faces.

    ``energies_of_truth``: ``spectrum.band_energies`` of each face, for a caller that judges several restorers.
    """
    judges = judges or Judges(has_spectrum=False)
    results = composited(painted, faces, holes)
    rows: dict[str, list[float]] = {}
    is_raw_another = bool((results != painted).any())
    for index, result in enumerate(results):
        truth, hole = np.asarray(faces.pixels[index]), holes[index]
        row = _pixel_figures(result, painted[index], truth, hole, is_raw_another=is_raw_another)
        for name, value in (row | _network_figures(result, truth, hole, judges)).items():
            rows.setdefault(name, []).append(value)
    return Scores(
        {name: np.array(values) for name, values in rows.items()},
        _confusions(results, faces, holes, judges.parser),
        _spectra(results, faces, holes, energies_of_truth)
        if judges.has_spectrum and faces.labels is not None
        else None,
        kid.pooled_features(judges.distance.features, results)
        if judges.keeps_features and judges.distance is not None
        else None,
    )


def _pixel_figures(
    result: Pictures, painted: Pictures, truth: Pictures, hole: NDArray[np.uint8], *, is_raw_another: bool
) -> dict[str, float]:
    found = {
        "psnr": metrics.psnr(result, truth),
        "hole_psnr": metrics.psnr(result, truth, hole > 0),
        "ssim": metrics.ssim(result, truth),
        "l1": metrics.l1(result, truth),
    }
    if is_raw_another:
        raw = (metrics.psnr(painted, truth), metrics.ssim(painted, truth), metrics.psnr(painted, truth, hole == 0))
        found |= dict(zip(RAW_FIGURES, raw, strict=True))
    return found


def _network_figures(result: Pictures, truth: Pictures, hole: NDArray[np.uint8], judges: Judges) -> dict[str, float]:
    found = {}
    if judges.lpips is not None:
        found["lpips"], found["hole_lpips"] = judges.lpips(result, truth, hole)
    if judges.distance is not None:
        found["squeezenet"] = squeezenet_distance(judges.distance, result, truth)
    if judges.embedder is not None:
        one, other = embedded(judges.embedder, np.stack([result, truth]))
        found["identity"] = float(np.linalg.norm(one - other))
    return found


def _confusions(
    results: Pictures, faces: FaceSet, holes: NDArray[np.uint8], parser: nn.Module | None
) -> NDArray[np.int32] | None:
    if parser is None or faces.labels is None:
        return None
    read = layout_probabilities(parser, results, None).argmax(axis=1)
    truth = np.asarray(faces.labels[: len(results)])
    return np.stack([metrics.confusion_matrix(truth[i], read[i], holes[i] > 0) for i in range(len(results))]).astype(
        np.int32
    )


def _spectra(
    results: Pictures, faces: FaceSet, holes: NDArray[np.uint8], truths: Sequence[NDArray[np.float32]] | None
) -> SpectrumFigures:
    assert faces.labels is not None
    if truths is None:
        truths = [spectrum.band_energies(np.asarray(face)) for face in faces.pixels[: len(results)]]
    rows = [
        spectrum.compare_spectra(result, truths[index], holes[index], np.asarray(faces.labels[index]))
        for index, result in enumerate(results)
    ]
    to_truth, to_surroundings, truth_to_surroundings = (np.stack(column) for column in zip(*rows, strict=True))
    return SpectrumFigures(to_truth, to_surroundings, truth_to_surroundings)


def _joined(parts: Sequence[NDArray[_Number] | None]) -> NDArray[_Number] | None:
    there = [part for part in parts if part is not None]
    return np.concatenate(there) if len(there) == len(parts) else None
