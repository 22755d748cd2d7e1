"""The detector's training: where faces are, and their five points, also under holes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore.inference.backends.torch.calls import TorchDetector, TorchPoints
from facerestore.inference.detection import DetectorSettings, find_faces
from facerestore.values.request import DetectionRequest
from facerestore_models.face_detector import STRIDE, Detections
from facerestore_training import sheets
from facerestore_training.data.degradations import AgingConfig, aged_tone, grained
from facerestore_training.data.scenes import Scene, cover_face, letterboxed, sample_scene
from facerestore_training.runs.loop import Alone, Batch, Losses

_MAX_FACES = 12


@dataclass(frozen=True, eq=False)
class DetectorFigures:
    """``recall`` at the score where there are ``false_per_photo`` false faces, and the mean distance of the five
    points of the faces found, in eye distances."""

    recall: float
    point_error: float
    score: float


@dataclass(eq=False)
class DetectorTask(Alone):
    """Focal loss on a map of face centres, L1 on boxes and points in units of the face."""

    scenes: Sequence[Scene]
    validation: Sequence[Scene]
    masked_share: float = 0.5

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        pictures, holes, boxes, points, counts = [], [], [], [], []
        for _ in range(count):
            scene = self.scenes[int(rng.integers(len(self.scenes)))]
            sample, hole = sample_scene(scene, size_px=size_px, masked_share=self.masked_share, rng=rng)
            pictures.append(sample.pixels)
            holes.append(hole)
            boxes.append(_padded(sample.boxes))
            points.append(_padded(sample.points))
            counts.append(min(_MAX_FACES, len(sample.boxes)))
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        aging = AgingConfig(grey=0.4, grain=0.3, soft=0.3)
        picture = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float().div_(255)
        picture = grained(aged_tone(picture, aging, generator), aging, generator)
        hole_B1HW = torch.from_numpy(np.stack(holes))[:, None].float()
        return {
            "picture": (picture * (1 - hole_B1HW)).contiguous(memory_format=torch.channels_last),
            "hole": hole_B1HW,
            "boxes": torch.from_numpy(np.stack(boxes)),
            "points": torch.from_numpy(np.stack(points)),
            "counts": torch.tensor(counts),
        }

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        answer: Detections = network(batch["picture"], batch["hole"])
        heat, owner = _targets(batch["boxes"], batch["counts"], answer.score.shape[1:])
        score = _focal(answer.score, heat)
        cell = owner >= 0
        if not bool(cell.any()):
            return Losses(score, {"score": score})
        image = torch.nonzero(cell)[:, 0]
        true_box = batch["boxes"][image, owner[cell]]
        true_points = batch["points"][image, owner[cell]]
        size = (true_box[:, 2:] - true_box[:, :2]).mean(dim=1).clamp(min=4)
        box = F.smooth_l1_loss(answer.box[cell] / size[:, None], true_box / size[:, None], beta=0.1)
        points = F.smooth_l1_loss(
            answer.points[cell] / size[:, None, None], true_points / size[:, None, None], beta=0.02
        )
        return Losses(score + 2 * box + 10 * points, {"score": score, "box": box, "points": points})

    def validate(self, network: nn.Module) -> dict[str, float]:
        clean = detector_figures(network, self.validation, covered=0.0)
        masked = detector_figures(network, self.validation, covered=0.3)
        return {
            "recall": clean.recall,
            "point_error": clean.point_error,
            "score_at_rate": clean.score,
            "recall_masked": masked.recall,
            "point_error_masked": masked.point_error,
        }

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        pictures = []
        for scene in self.validation[:12]:
            square = letterboxed(scene, 320)
            faces = find_faces(TorchDetector(network), None, _request(square.pixels, np.zeros((320, 320), bool)))
            drawn = square.pixels.copy()
            for face in faces:
                for x, y in face.points_photo:
                    cv2.circle(drawn, (int(x), int(y)), 2, (0, 255, 0), -1)
            pictures.append(drawn)
        sheets.save_sheet([pictures[i : i + 4] for i in range(0, len(pictures) - 3, 4)], path)


def detector_figures(
    network: nn.Module,
    scenes: Sequence[Scene],
    *,
    covered: float,
    points_network: nn.Module | None = None,
    false_per_photo: float = 0.05,
    seed: int = 3,
) -> DetectorFigures:
    """Recall and point error on whole scenes, ``covered`` share of each face masked.

    A face counts as found when IoU >= 0.5 with a labelled one; a detection that overlaps no labelled face by 0.3
    is false. Labels are a teacher's, so that a face it missed counts against us.
    """
    looks = None if points_network is None else TorchPoints(points_network)
    found: list[tuple[float, bool, float]] = []
    total = 0
    for index, scene in enumerate(scenes):
        square = letterboxed(scene, 320)
        rng = np.random.default_rng([seed, index])
        hole = np.zeros((320, 320), np.uint8)
        if covered:
            for box in square.boxes:
                hole |= cover_face(box, covered, 320, rng)
        request = _request(square.pixels, hole > 0)
        faces = find_faces(TorchDetector(network), looks, request, settings=DetectorSettings(score=0.05))
        total += len(square.boxes)
        free = set(range(len(square.boxes)))
        for face in faces:
            overlaps = [_iou(np.asarray(face.box_xyxy, np.float32), box) for box in square.boxes]
            best = int(np.argmax(overlaps)) if overlaps else -1
            if best >= 0 and overlaps[best] >= 0.5 and best in free:
                free.discard(best)
                eyes = np.linalg.norm(square.points[best, 1] - square.points[best, 0])
                error = np.linalg.norm(face.points_photo - square.points[best], axis=1).mean() / max(eyes, 1)
                found.append((face.confidence, True, float(error)))
            elif best < 0 or overlaps[best] < 0.3:
                found.append((face.confidence, False, 0.0))
    return _at_rate(found, total, allowed=int(false_per_photo * len(scenes)))


def _at_rate(found: list[tuple[float, bool, float]], total: int, *, allowed: int) -> DetectorFigures:
    false, errors, score = 0, [], 1.0
    for confidence, is_true, error in sorted(found, reverse=True):
        false += not is_true
        if false > allowed:
            break
        score = confidence
        if is_true:
            errors.append(error)
    return DetectorFigures(len(errors) / max(1, total), float(np.mean(errors)) if errors else 1.0, score)


def _targets(boxes_BN4: Tensor, counts: Tensor, grid: tuple[int, ...]) -> tuple[Tensor, Tensor]:
    """(heat (B, h, w) 0...1 with 1 at each face's centre, the face that a cell answers for or -1)."""
    rows, columns = grid
    y = (torch.arange(rows) + 0.5)[:, None] * STRIDE
    x = (torch.arange(columns) + 0.5) * STRIDE
    heat = torch.zeros(len(counts), rows, columns)
    owner = torch.full((len(counts), rows, columns), -1)
    for image, count in enumerate(counts.tolist()):
        for index in range(count):
            left, top, right, bottom = boxes_BN4[image, index].tolist()
            centre_x, centre_y = (left + right) / 2, (top + bottom) / 2
            sigma = max(STRIDE * 0.6, 0.1 * (right - left + bottom - top) / 2)
            bump = torch.exp(-((x - centre_x) ** 2 + (y - centre_y) ** 2) / (2 * sigma**2))
            peak = (
                min(rows - 1, max(0, int(centre_y / STRIDE))),
                min(columns - 1, max(0, int(centre_x / STRIDE))),
            )
            bump[peak] = 1.0
            closer = bump > heat[image]
            owner[image][closer & (bump > 0.45)] = index
            heat[image] = torch.maximum(heat[image], bump)
    return heat, owner


def _focal(logits: Tensor, heat: Tensor) -> Tensor:
    """CenterNet's focal loss (Law and Deng, CornerNet, ECCV 2018, Eq. 1): alpha 2, beta 4."""
    probability = logits.sigmoid().clamp(1e-5, 1 - 1e-5)
    positive = (heat > 0.999).float()
    hit = positive * (1 - probability) ** 2 * probability.log()
    miss = (1 - positive) * (1 - heat) ** 4 * probability**2 * (1 - probability).log()
    return -(hit + miss).sum() / positive.sum().clamp(min=1)


def _padded(values: NDArray[np.float32]) -> NDArray[np.float32]:
    padded = np.zeros((_MAX_FACES, *values.shape[1:]), np.float32)
    padded[: len(values)] = values[:_MAX_FACES]
    return padded


def _request(pixels: NDArray[np.uint8], hole: NDArray[np.bool_]) -> DetectionRequest:
    visible = pixels.astype(np.float32) / 255 * ~hole[..., None]
    return DetectionRequest(visible.astype(np.float32), hole, scale=1.0)


def _iou(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    both = max(0.0, float(width)) * max(0.0, float(height))
    each = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    return both / max(1e-6, float(each) - both)
