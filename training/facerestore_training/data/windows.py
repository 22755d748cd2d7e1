"""Windows of photos, of many shapes and one area, with holes: what an inpainting of any shape learns from."""

# B batch, H W pixels

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from facerestore.values.alignment import TEMPLATE, similarity
from facerestore_training.data.degradations import AgingConfig, aged_tone, grained, rimmed

CELL_PX: Final = 16
"""Side of a token: windows have equally many, give or take one row or column."""
MOST_ELONGATED: Final = 2.0
NO_FACE: Final = np.zeros(4, np.float32)

_TRIES: Final = 10
_LEAST_PX: Final = 64


@dataclass(frozen=True, eq=False)
class FramedPictures:
    """``pictures``: uint8 (H, W, 3), of any sizes; ``boxes``: for each picture float32 (N, 4), left, top, right, bottom
    of the upright squares around its faces' CelebA-HQ frames."""

    pictures: Sequence[NDArray[np.uint8]]
    boxes: Sequence[NDArray[np.float32]]

    @classmethod
    def aligned(cls, pictures: Sequence[NDArray[np.uint8]], side_px: int) -> "FramedPictures":
        """Crops of ``side_px`` in the frame: the frame is the picture."""
        whole = np.array([[0, 0, side_px, side_px]], np.float32)
        return cls(pictures, [whole] * len(pictures))


def frame_box(points: NDArray[np.floating]) -> NDArray[np.float32]:
    """The upright square around a face's frame, by its five points (5, 2). Raises ValueError for points on one spot."""
    matrix = similarity(TEMPLATE, points)
    centre = matrix[:, :2] @ np.array([0.5, 0.5]) + matrix[:, 2]
    half = float(np.sqrt(np.linalg.det(matrix[:, :2]))) / 2
    return np.array([*(centre - half), *(centre + half)], np.float32)


def window_shape(size_px: int, rng: np.random.Generator) -> tuple[int, int]:
    """(height, width) of about ``size_px`` squared pixels, the ratio log-uniform from 1:2 to 2:1. Half of the shapes
    are whole cells, the others up to a cell less, so that odd sizes occur; both are the same work."""
    cells = size_px / CELL_PX
    ratio = float(np.exp(rng.uniform(-np.log(MOST_ELONGATED), np.log(MOST_ELONGATED))))
    rows = max(1, round(cells * np.sqrt(ratio)))
    columns = max(1, round(cells**2 / rows))
    less = rng.integers(0, CELL_PX, 2) if rng.random() < 0.5 else (0, 0)
    height, width = (side * CELL_PX - int(cut) for side, cut in zip((rows, columns), less, strict=True))
    return max(height, min(_LEAST_PX, rows * CELL_PX)), max(width, min(_LEAST_PX, columns * CELL_PX))


@dataclass(eq=False)
class WindowBatches:
    """Random windows of pictures from several sets, the first being ``weights[0]`` as likely, and a pool of holes.

    A batch has ``target`` (B, 3, H, W) 0...1 in the tone of an old print, ``crop``: the same with grain and zero in the
    hole, ``hole`` (B, 1, H, W) 1 = restore, and ``face_box`` (B, 4) in pixels of the window, zeros where no face is in
    it or where it is not told (``untold_share``). ``on_face_share`` of the holes lie where the face is.
    """

    sets: Sequence[FramedPictures]
    weights: Sequence[float]
    holes: NDArray[np.uint8]
    aging: AgingConfig = field(default_factory=lambda: AgingConfig(grain=0.2, faded=0.3, soft=0.15))
    whole_view_share: float = 0.6
    untold_share: float = 0.15
    on_face_share: float = 0.4

    def __call__(self, size_px: int, count: int, rng: np.random.Generator) -> dict[str, Tensor]:
        height, width = window_shape(size_px, rng)
        chances = np.asarray(self.weights) / np.sum(self.weights)
        windows, boxes, holes = [], [], []
        for which in rng.choice(len(self.sets), size=count, p=chances):
            source = self.sets[which]
            index = int(rng.integers(len(source.pictures)))
            window, box = self._window(source.pictures[index], source.boxes[index], height, width, rng)
            windows.append(window)
            boxes.append(box if rng.random() >= self.untold_share else NO_FACE)
            holes.append(self._hole(box, height, width, rng))
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        clean = torch.from_numpy(np.stack(windows)).permute(0, 3, 1, 2).float().div_(255)
        hole = torch.from_numpy(np.stack(holes))[:, None].float()
        target = aged_tone(clean, self.aging, generator)
        photograph = rimmed(grained(target, self.aging, generator), hole, self.aging, generator)
        return {
            "target": target.contiguous(memory_format=torch.channels_last),
            "crop": (photograph * (1 - hole)).contiguous(memory_format=torch.channels_last),
            "hole": hole,
            "face_box": torch.from_numpy(np.stack(boxes)),
        }

    def _window(
        self,
        picture: NDArray[np.uint8],
        boxes: NDArray[np.float32],
        height: int,
        width: int,
        rng: np.random.Generator,
    ) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """(pixels (height, width, 3), the box of the largest face whose middle is in them)."""
        tall, wide = picture.shape[:2]
        # at the least scale the window shows as much as it can
        least = max(height / tall, width / wide)
        scale = least
        if rng.random() >= self.whole_view_share and least < 1:
            scale = float(np.exp(rng.uniform(np.log(least), 0)))
        cut_h, cut_w = min(tall, round(height / scale)), min(wide, round(width / scale))
        top, left = int(rng.integers(tall - cut_h + 1)), int(rng.integers(wide - cut_w + 1))
        cut = picture[top : top + cut_h, left : left + cut_w]
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        window = np.asarray(cv2.resize(cut, (width, height), interpolation=way), np.uint8)
        moved = (boxes - np.array([left, top, left, top], np.float32)) * np.array(
            [width / cut_w, height / cut_h] * 2, np.float32
        )
        box = _jittered(_largest_inside(moved, height, width), rng)
        if rng.random() < 0.5:
            window = np.ascontiguousarray(window[:, ::-1])
            if box.any():
                box = np.array([width - box[2], box[1], width - box[0], box[3]], np.float32)
        return window, box

    def _hole(self, box: NDArray[np.float32], height: int, width: int, rng: np.random.Generator) -> NDArray[np.uint8]:
        """(height, width), 1 = restore, with at least one such pixel wherever a few draws find one."""
        hole = np.zeros((height, width), np.uint8)
        for _ in range(_TRIES):
            drawn = self.holes[int(rng.integers(len(self.holes)))]
            drawn = drawn[:: rng.choice((-1, 1)), :: rng.choice((-1, 1))] if rng.random() < 0.5 else drawn
            if box.any() and rng.random() < self.on_face_share:
                hole = _pasted(drawn, box, height, width)
            else:
                hole = _cut(drawn, height, width, rng)
            if hole.any():
                break
        return hole


def _cut(drawn: NDArray[np.uint8], height: int, width: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """A part of a drawn hole, of the window's shape."""
    side = drawn.shape[0]
    part = side / max(height, width) * rng.uniform(0.7, 1)
    rows, columns = max(1, int(height * part)), max(1, int(width * part))
    top, left = int(rng.integers(side - rows + 1)), int(rng.integers(side - columns + 1))
    cut = np.ascontiguousarray(drawn[top : top + rows, left : left + columns])
    return np.asarray(cv2.resize(cut, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _pasted(drawn: NDArray[np.uint8], box: NDArray[np.float32], height: int, width: int) -> NDArray[np.uint8]:
    """A hole drawn for an aligned face, where the face is."""
    scale = (box[2:] - box[:2]) / drawn.shape[0]
    matrix = np.array([[scale[0], 0, box[0]], [0, scale[1], box[1]]], np.float64)
    return np.asarray(cv2.warpAffine(drawn, matrix, (width, height), flags=cv2.INTER_NEAREST), np.uint8)


def _largest_inside(boxes: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside = boxes[((centres > 0) & (centres < [width, height])).all(axis=1)]
    return inside[np.argmax(inside[:, 2] - inside[:, 0])] if len(inside) else NO_FACE


def _jittered(box: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """As well as a detector finds it."""
    side = box[2:] - box[:2]
    centre = (box[2:] + box[:2]) / 2 + rng.normal(0, 0.015, 2) * side
    half = side / 2 * np.exp(rng.normal(0, 0.04))
    return np.concatenate([centre - half, centre + half]).astype(np.float32)
