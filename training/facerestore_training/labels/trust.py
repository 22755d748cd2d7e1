"""Which layouts of a parser are good enough to learn from, and which a person should look at."""

# N faces, K classes

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore_resources.face_classes import CLASS_COUNT, FaceClass
from facerestore_training.data.shards import FaceSet
from facerestore_training.labels.labelling import LabelledFaces

UNSURE: Final = "unsure"
_EYES: Final = [FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE]
_LIPS: Final = [FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP]
_SKIN: Final = [FaceClass.SKIN, FaceClass.NOSE]


@dataclass(frozen=True, kw_only=True, slots=True)
class TrustRules:
    """Least areas as shares of the crop, about a tenth of what a usual face has; and the share of the least sure
    faces that is left out, whatever their layouts look like."""

    face: float = 0.05
    nose: float = 0.002
    mouth: float = 0.0008
    eye: float = 0.0002
    glasses: float = 0.004
    unsure: float = 0.05


@dataclass(frozen=True, eq=False)
class Trust:
    """``kept``: indices of the faces to learn from; ``reasons``: how many were left out, each for its first reason."""

    kept: NDArray[np.intp]
    reasons: Mapping[str, int]

    def report(self) -> str:
        """One line: what was kept, and what was left out and why."""
        left_out = sum(self.reasons.values())
        why = ", ".join(f"{count} {reason}" for reason, count in self.reasons.items() if count)
        return f"{len(self.kept)} of {len(self.kept) + left_out} layouts are trusted" + (f"; {why}" if why else "")


def trusted(read: LabelledFaces, rules: TrustRules | None = None) -> Trust:
    """Leaves out faces whose layout makes no sense, and of all faces those of which the parser was least sure."""
    rules = rules or TrustRules()
    labels = read.faces.labels
    assert labels is not None
    share_NK, row_NK, column_NK = _measured(labels)
    eyes_row, lips_row = (_mean_where(row_NK[:, part], share_NK[:, part]) for part in (_EYES, _LIPS))
    both_eyes = (share_NK[:, _EYES] >= rules.eye).all(axis=1)
    wrong: dict[str, NDArray[np.bool_]] = {
        "without a face": share_NK[:, _SKIN].sum(axis=1) < rules.face,
        "without a nose": share_NK[:, FaceClass.NOSE] < rules.nose,
        "without a mouth": share_NK[:, _LIPS].sum(axis=1) < rules.mouth,
        "without eyes or glasses": (share_NK[:, _EYES].max(axis=1) < rules.eye)
        & (share_NK[:, FaceClass.GLASSES] < rules.glasses),
        "with the mouth above the eyes": lips_row < eyes_row,
        # the subject's left eye is on the right of the picture
        "with left and right exchanged": both_eyes
        & (column_NK[:, FaceClass.LEFT_EYE] < column_NK[:, FaceClass.RIGHT_EYE]),
        UNSURE: read.confidence_N < np.quantile(read.confidence_N, rules.unsure),
    }
    reasons = {}
    is_kept = np.ones(len(labels), bool)
    for reason, found in wrong.items():
        reasons[reason] = int((found & is_kept).sum())
        is_kept &= ~found
    return Trust(np.flatnonzero(is_kept), reasons)


def by_class_share(faces: FaceSet, kind: FaceClass) -> NDArray[np.intp]:
    """Indices of the faces that have the class, the largest first."""
    assert faces.labels is not None
    share = _measured(faces.labels)[0][:, kind]
    order = np.argsort(-share, kind="stable")
    return order[share[order] > 0]


def by_dark_chin(faces: FaceSet) -> NDArray[np.intp]:
    """Indices of the faces, the one whose chin is darkest against its cheeks first. A beard has no class of its own:
    this finds most of them, and shadows too."""
    luma = np.stack([np.asarray(pixels[::4, ::4], np.float32) @ (0.299, 0.587, 0.114) for pixels in faces.pixels])
    # where the crop frame has them, in cells of 4 px
    chin = luma[:, 49:55, 26:39].mean(axis=(1, 2))
    cheeks = (luma[:, 37:43, 21:26].mean(axis=(1, 2)) + luma[:, 37:43, 39:44].mean(axis=(1, 2))) / 2
    return np.argsort(chin / (cheeks + 8))


def _measured(
    labels: NDArray[np.uint8],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """(share, mean row, mean column), each (N, K) and a share of the crop, of every fourth pixel."""
    share, row, column = (np.zeros((len(labels), CLASS_COUNT)) for _ in range(3))
    for index in range(len(labels)):
        sample = np.asarray(labels[index, ::2, ::2])
        side = len(sample)
        at = (np.arange(side) + 0.5) / side
        flat = sample.ravel()
        count = np.bincount(flat, minlength=CLASS_COUNT)
        share[index] = count / flat.size
        for mean, weight in ((row, np.repeat(at, side)), (column, np.tile(at, side))):
            mean[index] = np.bincount(flat, weight, minlength=CLASS_COUNT) / count.clip(1)
    return share, row, column


def _mean_where(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    total = weights.sum(axis=1)
    mean: NDArray[np.float64] = (values * weights).sum(axis=1) / np.where(total > 0, total, np.nan)
    return mean
