"""Is what a prior paints a face, the right one, looking the right way? Stage 1 of ISFRNet alone, and its generator."""

# N faces, H W pixels

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from torch import nn

from facerestore.inference.backends.torch.calls import TorchDetector, TorchPoints
from facerestore.inference.detection import find_faces
from facerestore.values.request import DetectionRequest
from facerestore_models.isfrnet import IsfrNet
from facerestore_training import metrics, sheets
from facerestore_training.batched_inference import paint
from facerestore_training.data.shards import FACE_PX, FaceSet
from facerestore_training.evaluation import kid
from facerestore_training.losses.perceptual import SqueezeNetFeatures
from facerestore_training.tasks.face_prior import OneStage, invented_faces

INVENTED: Final = 2_000
CERTAIN: Final = 0.5
"""Confidence from which the program takes a find for a face without asking."""
SAME_WAY: Final = 0.15
"""How far the nose may lie from where it was, along the line of the eyes and in their distance: what a turn of about
ten degrees moves it by."""
_SHOWN: Final = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundFaces:
    """Of ``count`` damaged faces, by what stage 1 paints: ``psnr`` of the whole face; ``faces``: how many the detector
    finds to be one; ``same_way``: how many of all look where the true face does; ``points_error``: mean distance of the
    five points from the true face's, in eye distances, of those that are found."""

    count: int
    psnr: float
    faces: int
    same_way: int
    points_error: float


@dataclass(frozen=True, eq=False)
class PriorReport:
    """``found`` by bucket of holes; ``kid``: of invented faces against true ones, ``floor``: of one half of the true
    ones against the other, each (mean, standard deviation), None without features or with too few faces."""

    found: Mapping[str, FoundFaces]
    kid: tuple[float, float] | None = None
    floor: tuple[float, float] | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "found": {bucket: asdict(figures) for bucket, figures in self.found.items()},
            "kid": self.kid,
            "floor": self.floor,
        }

    def as_markdown(self) -> str:
        lines = [
            "| holes | faces | PSNR | is a face | looks the same way | points, eye distances |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += [
            f"| {bucket} | {one.count} | {one.psnr:.2f} | {one.faces} | {one.same_way} | {one.points_error:.3f} |"
            for bucket, one in self.found.items()
        ]
        if self.kid and self.floor:
            lines += [
                "",
                f"{kid.NAME} of {INVENTED} invented faces: {self.kid[0]:.4f} (deviation {self.kid[1]:.4f}); of one "
                f"half of the true ones against the other {self.floor[0]:.4f}. It is no FID and no KID of the papers: "
                "another network looks.",
            ]
        return "\n".join(lines) + "\n"


def evaluate_prior(
    network: IsfrNet,
    detector: nn.Module,
    points_network: nn.Module,
    faces: FaceSet,
    holes: Mapping[str, NDArray[np.uint8]],
    *,
    features: SqueezeNetFeatures | None = None,
) -> PriorReport:
    """Each of the faces with each bucket's holes, single samples."""
    truths = [_points(detector, points_network, pixels) for pixels in faces.pixels]
    found = {}
    for bucket, drawn in holes.items():
        made = paint(OneStage(network, "prior"), None, faces, drawn, layouts="none", composited=False)
        points = [_points(detector, points_network, pixels) for pixels in made]
        scores = [metrics.psnr(one, truth) for one, truth in zip(made, faces.pixels, strict=False)]
        found[bucket] = found_faces(points, truths[: len(made)], float(np.mean(scores)))
    if features is None or len(faces) < kid.LEAST_PICTURES:
        return PriorReport(found)
    invented = invented_faces(network.prior.generator, INVENTED, side_px=FACE_PX, truncation=1.0)
    wanted = kid.pooled_features(features, np.asarray(faces.pixels))
    return PriorReport(
        found,
        kid.kernel_inception_distance(kid.pooled_features(features, invented), wanted),
        kid.kernel_inception_distance(wanted[::2], wanted[1::2]),
    )


def found_faces(
    points: Sequence[NDArray[np.float64] | None], truths: Sequence[NDArray[np.float64] | None], psnr: float
) -> FoundFaces:
    """The figures of five points (5, 2) each, None where no face is; faces whose truth is not found are left out."""
    pairs = [(mine, true) for mine, true in zip(points, truths, strict=True) if true is not None]
    both = [(mine, true) for mine, true in pairs if mine is not None]
    errors = [float(np.linalg.norm(mine - true, axis=1).mean() / _eye_distance(true)) for mine, true in both]
    return FoundFaces(
        count=len(pairs),
        psnr=psnr,
        faces=len(both),
        same_way=sum(abs(turn(mine) - turn(true)) <= SAME_WAY for mine, true in both),
        points_error=float(np.mean(errors)) if errors else float("nan"),
    )


def turn(points_52: NDArray[np.float64]) -> float:
    """How far the nose lies from the middle of the eyes, along their line and in their distance: 0 from the front."""
    left, right, nose = points_52[:3]
    along = (right - left) / _eye_distance(points_52)
    return float((nose - (left + right) / 2) @ along / _eye_distance(points_52))


def save_sheet(network: IsfrNet, faces: FaceSet, holes: Mapping[str, NDArray[np.uint8]], path: Path) -> None:
    """For each bucket the damaged, painted and true faces, and then invented ones."""
    rows: list[list[NDArray[np.uint8]]] = []
    pixels = [np.asarray(one) for one in faces.pixels[:_SHOWN]]
    for drawn in holes.values():
        made = paint(OneStage(network, "prior"), None, faces, drawn[:_SHOWN], layouts="none", composited=False)
        rows.append([sheets.with_hole(one, hole) for one, hole in zip(pixels, drawn, strict=False)])
        rows += [list(made), pixels]
    invented = list(invented_faces(network.prior.generator, 3 * _SHOWN, side_px=FACE_PX))
    rows += [invented[start : start + _SHOWN] for start in range(0, len(invented), _SHOWN)]
    sheets.save_sheet(rows, path)


def _points(detector: nn.Module, points_network: nn.Module, pixels: NDArray[np.uint8]) -> NDArray[np.float64] | None:
    """Of the surest face, None where there is none."""
    picture = np.asarray(pixels, np.float32) / np.float32(255)
    request = DetectionRequest(picture, np.zeros(picture.shape[:2], np.bool_), 1.0)
    found = find_faces(TorchDetector(detector), TorchPoints(points_network), request)
    return found[0].points_photo if found and found[0].confidence >= CERTAIN else None


def _eye_distance(points_52: NDArray[np.float64]) -> float:
    return float(np.linalg.norm(points_52[1] - points_52[0]))
