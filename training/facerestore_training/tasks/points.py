"""The five points' training: from jittered close looks at faces, half of them partly covered."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from facerestore.inference.detection import DEFAULT, LOOK_FRAME, look_at
from facerestore.values.alignment import POINT_PARTNERS, similarity
from facerestore_models.face_points import STRIDE, cell_centres, points_of
from facerestore_training import sheets
from facerestore_training.data import masks
from facerestore_training.data.degradations import AgingConfig, aged_tone, grained
from facerestore_training.data.scenes import Scene
from facerestore_training.runs.loop import Alone, Batch, Losses

_AGING = AgingConfig(grey=0.4, soft=0.3, grain=0.3)
_ALIGNED_SHARE = 0.35
_USUAL_EYES = float(np.linalg.norm(LOOK_FRAME[1] - LOOK_FRAME[0]))
"""Distance of the eyes in a close look at a face from the front, in shares of its side."""
_MOST_WEIGHT = 3.0


@dataclass(frozen=True, eq=False)
class _Look:
    pixels: NDArray[np.float32]
    hole: NDArray[np.bool_]
    points: NDArray[np.float32]


@dataclass(eq=False)
class PointsTask(Alone):
    """L1 of the points in eye distances, as they are judged, and cross-entropy of their maps.

    Faces from the side, whose eyes lie close together in the picture, are seen up to three times as often as others:
    they are few and the hardest. ``aligned``: faces cut out of their photos, mostly from the front, which a third of
    the samples are taken from where there are any.
    """

    scenes: Sequence[Scene]
    validation: Sequence[Scene]
    masked_share: float = 0.5
    aligned: Sequence[Scene] = ()

    def __post_init__(self) -> None:
        self._faces = [(scene, i) for scene in self.scenes for i in range(len(scene.boxes))]
        eyes = np.array([_eyes_in_box(*face) for face in self._faces])
        weights = np.clip(np.median(eyes) / np.maximum(eyes, 1e-3), 1, _MOST_WEIGHT) if len(eyes) else eyes
        self._chances = weights / weights.sum()
        # drawing a hole costs more than learning from it
        holes = masks.mask_pool(900, size_px=DEFAULT.look_px, seed=4) > 0
        self._holes = holes[holes.mean(axis=(1, 2)) < 0.4]
        rng = np.random.default_rng(9)
        faces = [(scene, 0) for scene in self.validation if len(scene.boxes)]
        self._fixed = {
            share: [_look(*face, DEFAULT.look_px, self._hole(DEFAULT.look_px, share, rng), rng) for face in faces]
            for share in (0, 1)
        }

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        chosen = [self._chosen(rng) for _ in range(count)]
        looks = [_look(scene, i, size_px, self._hole(size_px, self.masked_share, rng), rng) for scene, i in chosen]
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        batch = _tensors(looks)
        picture = grained(aged_tone(batch["picture"], _AGING, generator), _AGING, generator)
        return batch | {"picture": (picture * (1 - batch["hole"])).contiguous(memory_format=torch.channels_last)}

    def _chosen(self, rng: np.random.Generator) -> tuple[Scene, int]:
        if self.aligned and rng.random() < _ALIGNED_SHARE:
            return self.aligned[int(rng.integers(len(self.aligned)))], 0
        return self._faces[int(rng.choice(len(self._faces), p=self._chances))]

    def _hole(self, size_px: int, share: float, rng: np.random.Generator) -> NDArray[np.bool_]:
        if rng.random() >= share:
            return np.zeros((size_px, size_px), np.bool_)
        hole = self._holes[int(rng.integers(len(self._holes)))]
        return np.asarray(cv2.resize(hole.astype(np.uint8), (size_px, size_px)) > 0)

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        heat = network(batch["picture"], batch["hole"])
        error = (points_of(heat) - batch["points"]).abs().mean(dim=(1, 2)) / batch["picture"].shape[-1]
        eyes = (batch["points"][:, 1] - batch["points"][:, 0]).norm(dim=1) / batch["picture"].shape[-1]
        points = 10 * (error * (_USUAL_EYES / eyes).clamp(0.5, _MOST_WEIGHT)).mean()
        cells = _map_entropy(heat, batch["points"])
        return Losses(points + 0.1 * cells, {"points": points, "cells": cells})

    @torch.no_grad()
    def validate(self, network: nn.Module) -> dict[str, float]:
        figures = {}
        for share, looks in self._fixed.items():
            errors = []
            for start in range(0, len(looks), 50):
                batch = _tensors(looks[start : start + 50])
                points = points_of(network(batch["picture"], batch["hole"]))
                eyes = (batch["points"][:, 1] - batch["points"][:, 0]).norm(dim=1).clamp(min=1)
                errors.append((points - batch["points"]).norm(dim=2).mean(dim=1) / eyes)
            figures["error_masked" if share else "error"] = float(torch.cat(errors).mean())
        return figures

    @torch.no_grad()
    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        pictures = []
        for look in [*self._fixed[0][:10], *self._fixed[1][:10]]:
            batch = _tensors([look])
            points = points_of(network(batch["picture"], batch["hole"]))[0].numpy()
            drawn = np.ascontiguousarray((look.pixels * 255).astype(np.uint8))
            for x, y in points:
                cv2.circle(drawn, (int(x), int(y)), 2, (0, 255, 0), -1)
            pictures.append(drawn)
        sheets.save_sheet([pictures[:10], pictures[10:]], path)


def _map_entropy(heat_BPhw: Tensor, points_BP2: Tensor) -> Tensor:
    """Cross-entropy of the maps with a bump of 1.2 cells at each point that lies in the look.

    The mean alone tells a map where its centre should be, but not that it should be narrow.
    """
    x_w, y_h = (cell_centres(n, heat_BPhw.device) for n in (heat_BPhw.shape[3], heat_BPhw.shape[2]))
    across = (x_w - points_BP2[..., :1]).square()[:, :, None, :]
    down = (y_h - points_BP2[..., 1:]).square()[..., None]
    bump = torch.exp(-(across + down) / (2 * (1.2 * STRIDE) ** 2)).flatten(2)
    mass = bump.sum(dim=2)
    entropy = -(bump * heat_BPhw.flatten(2).log_softmax(dim=2)).sum(dim=2) / mass.clamp(min=1e-3)
    seen = mass > 1
    return (entropy * seen).sum() / seen.sum().clamp(min=1)


def _eyes_in_box(scene: Scene, index: int) -> float:
    """Distance of the eyes as a share of the box's side: small where the face looks to the side."""
    left, top, right, bottom = scene.boxes[index].astype(np.float64)
    apart = np.linalg.norm(scene.points[index][1] - scene.points[index][0])
    return float(apart / max(1.0, (right - left) * (bottom - top)) ** 0.5)


def _look(scene: Scene, index: int, size_px: int, hole: NDArray[np.bool_], rng: np.random.Generator) -> _Look:
    """A close look as use gives it: at the box, or in the frame of points that are a little off."""
    points = scene.points[index].astype(np.float64)
    box = scene.boxes[index].astype(np.float64)
    if rng.random() < 0.5:
        face_px = max(4.0, float(np.prod(box[2:] - box[:2])) ** 0.5)
        scale = DEFAULT.look_share * size_px / face_px * float(np.exp(rng.normal(0, 0.12)))
        angle, off = rng.normal(0, 0.25), rng.normal(0, 0.08, 2) * face_px
        centre = (box[:2] + box[2:]) / 2 + off
        turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        matrix = np.hstack([turn, (size_px / 2 - turn @ centre)[:, None]])
    else:
        eyes = max(2.0, float(np.linalg.norm(points[1] - points[0])))
        matrix = similarity(points + rng.normal(0, 0.12 * eyes, (5, 2)), LOOK_FRAME * size_px)
    pixels = scene.pixels.astype(np.float32) / np.float32(255)
    looked, _ = look_at(pixels, np.zeros(pixels.shape[:2], bool), matrix, size_px)
    seen = points @ matrix[:, :2].T + matrix[:, 2]
    if rng.random() < 0.5:
        looked, hole = looked[:, ::-1], hole[:, ::-1]
        seen = seen[list(POINT_PARTNERS)] * (-1, 1) + (size_px, 0)
    return _Look(np.ascontiguousarray(looked), np.ascontiguousarray(hole), seen.astype(np.float32))


def _tensors(looks: Sequence[_Look]) -> dict[str, Tensor]:
    hole = torch.from_numpy(np.stack([look.hole for look in looks]))[:, None].float()
    picture = torch.from_numpy(np.stack([look.pixels for look in looks])).permute(0, 3, 1, 2)
    return {
        "picture": (picture * (1 - hole)).contiguous(memory_format=torch.channels_last),
        "hole": hole,
        "points": torch.from_numpy(np.stack([look.points for look in looks])),
    }
