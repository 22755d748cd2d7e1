"""Whole photos with faces, for the detector: reading, and making square samples of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import POINT_PARTNERS
from facerestore_training.data import masks
from facerestore_training.data.decoding import decode_rgb
from facerestore_training.data.tars import read_records


@dataclass(frozen=True, eq=False)
class Scene:
    """``pixels`` uint8 (H, W, 3); ``boxes`` float32 (N, 4) left, top, right, bottom; ``points`` (N, 5, 2)."""

    key: str
    pixels: NDArray[np.uint8]
    boxes: NDArray[np.float32]
    points: NDArray[np.float32]


def load_scenes(shard: Path) -> tuple[Scene, ...]:
    """The scenes of a tar with members ``KEY.webp`` and ``KEY.json``."""
    scenes = []
    for key, record in read_records(shard):
        faces = json.loads(record["json"])["faces"]
        xywh = np.array([face["box_xywh"] for face in faces], np.float32).reshape(-1, 4)
        points = np.array([face["points_xy"] for face in faces], np.float32).reshape(-1, 5, 2)
        boxes = np.concatenate([xywh[:, :2], xywh[:, :2] + xywh[:, 2:]], axis=1)
        scenes.append(Scene(key, decode_rgb(record["webp"]), boxes, points))
    return tuple(scenes)


def split_scenes(scenes: Sequence[Scene], held_out: int, seed: int) -> tuple[list[Scene], list[Scene]]:
    """(training, held out), the same for the same arguments."""
    order = np.random.default_rng(seed).permutation(len(scenes))
    return [scenes[i] for i in order[held_out:]], [scenes[i] for i in order[:held_out]]


def sample_scene(
    scene: Scene, *, size_px: int, masked_share: float, rng: np.random.Generator
) -> tuple[Scene, NDArray[np.uint8]]:
    """A square sample of a scene in which one of its faces has a random size, and the hole in it (size, size).

    ``masked_share`` of the samples have holes over their faces.
    """
    matrix = _random_frame(scene, size_px, rng)
    shrink = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    pixels = scene.pixels
    if shrink < 0.6:
        small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        back = np.diag([pixels.shape[1] / small.shape[1], pixels.shape[0] / small.shape[0]])
        warp = np.hstack([matrix[:, :2] @ back, matrix[:, 2:]])
        pixels = np.asarray(small, np.uint8)
    else:
        warp = matrix
    fill = tuple(int(v) for v in rng.integers(0, 256, 3)) if rng.random() < 0.7 else (0, 0, 0)
    square = cv2.warpAffine(
        pixels,
        warp,
        (size_px, size_px),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=fill,
    )
    points = scene.points @ matrix[:, :2].T.astype(np.float32) + matrix[:, 2].astype(np.float32)
    boxes = _mapped_boxes(scene.boxes, matrix)
    sample = Scene(scene.key, np.asarray(square, np.uint8), boxes, points)
    if rng.random() < 0.5:
        sample = _flipped(sample)
    sample = _visible_only(sample, size_px)
    return sample, _hole(sample, size_px, masked_share, rng)


def letterboxed(scene: Scene, size_px: int) -> Scene:
    """The whole scene in the top left of a square of ``size_px``, not enlarged."""
    height, width = scene.pixels.shape[:2]
    scale = min(1.0, size_px / max(height, width))
    small = cv2.resize(scene.pixels, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    square = np.zeros((size_px, size_px, 3), np.uint8)
    square[: small.shape[0], : small.shape[1]] = small
    return Scene(scene.key, square, scene.boxes * np.float32(scale), scene.points * np.float32(scale))


def cover_face(box: NDArray[np.float32], share: float, size_px: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """A hole (size, size) of free form over ``share`` (+-5 %) of a face's box."""
    left, top, right, bottom = (round(float(v)) for v in box)
    side = max(8, right - left, bottom - top)
    for _ in range(400):
        patch = masks.free_form(rng, side)[: bottom - top, : right - left]
        if abs(patch.mean() - share) < 0.05:
            break
    hole = np.zeros((size_px, size_px), np.uint8)
    y0, x0, y1, x1 = max(0, top), max(0, left), min(size_px, bottom), min(size_px, right)
    if y1 > y0 and x1 > x0:
        hole[y0:y1, x0:x1] = patch[y0 - top : y1 - top, x0 - left : x1 - left]
    return hole


def _random_frame(scene: Scene, size_px: int, rng: np.random.Generator) -> NDArray[np.float64]:
    height, width = scene.pixels.shape[:2]
    if len(scene.boxes) and rng.random() < 0.9:
        box = scene.boxes[rng.integers(len(scene.boxes))]
        centre = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], np.float64)
        face_px = float(np.sqrt(max(1.0, (box[2] - box[0]) * (box[3] - box[1]))))
        wanted_px = float(np.exp(rng.uniform(np.log(14), np.log(0.8 * size_px))))
        # a face enlarged much beyond its pixels teaches softness, not size
        scale = min(wanted_px / face_px, 3.0)
    else:
        centre = rng.uniform([0, 0], [width, height])
        scale = size_px / max(height, width) * float(np.exp(rng.uniform(-0.3, 1.2)))
    angle = rng.normal(0, 12)
    matrix = np.asarray(cv2.getRotationMatrix2D((float(centre[0]), float(centre[1])), float(angle), scale), np.float64)
    # a third of the faces at the sample's edge, where photos cut people off
    margin = 0.02 if rng.random() < 0.35 else 0.2
    target = rng.uniform(margin, 1 - margin, 2) * size_px
    matrix[:, 2] += target - (matrix[:, :2] @ centre + matrix[:, 2])
    return matrix


def _mapped_boxes(boxes: NDArray[np.float32], matrix: NDArray[np.float64]) -> NDArray[np.float32]:
    """Boxes of the same size around the mapped centres: a box stays upright when the picture turns."""
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    scale = np.sqrt(abs(np.linalg.det(matrix[:, :2])))
    half = (boxes[:, 2:] - boxes[:, :2]) / 2 * scale
    mapped = np.asarray(centres @ matrix[:, :2].T + matrix[:, 2])
    return np.concatenate([mapped - half, mapped + half], axis=1).astype(np.float32)


def _flipped(scene: Scene) -> Scene:
    side = scene.pixels.shape[1]
    boxes = scene.boxes[:, [2, 1, 0, 3]] * np.array([-1, 1, -1, 1], np.float32)
    boxes[:, [0, 2]] += side
    points = scene.points[:, POINT_PARTNERS] * np.array([-1, 1], np.float32)
    points[..., 0] += side
    return Scene(scene.key, np.ascontiguousarray(scene.pixels[:, ::-1]), boxes, points)


def _visible_only(scene: Scene, size_px: int) -> Scene:
    if not len(scene.boxes):
        return scene
    centres = (scene.boxes[:, :2] + scene.boxes[:, 2:]) / 2
    inside = ((centres > 0) & (centres < size_px)).all(axis=1)
    return Scene(scene.key, scene.pixels, scene.boxes[inside], scene.points[inside])


def _hole(scene: Scene, size_px: int, share: float, rng: np.random.Generator) -> NDArray[np.uint8]:
    hole = np.zeros((size_px, size_px), np.uint8)
    if rng.random() >= share:
        return hole
    for box in scene.boxes:
        if rng.random() < 0.8:
            hole |= cover_face(box, float(rng.uniform(0.05, 0.5)), size_px, rng)
    if rng.random() < 0.3:
        hole |= masks.scratches(rng, size_px)
    return hole
