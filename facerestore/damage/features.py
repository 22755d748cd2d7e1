"""Damage features: numbers that tell damage from what belongs to the picture, one row for each candidate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.filters import Responses
from facerestore.values.alignment import Alignment
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

FEATURES: Final = (
    "log_width",
    "log_length",
    "roundness",
    "straightness",
    "contrast",
    "contrast_to_lively",
    "contrast_to_around",
    "edge",
    "unevenness",
    "extreme",
    "is_bright",
    "lively",
    "contrast_to_step",
    "face",
)
"""The columns, in order. ``extreme``: how near to black or white; ``face``: how much of it are eyes, mouth and the
like."""

_FACE_CLASSES: Final = frozenset(
    {
        FaceClass.NOSE,
        FaceClass.GLASSES,
        FaceClass.LEFT_EYE,
        FaceClass.RIGHT_EYE,
        FaceClass.LEFT_BROW,
        FaceClass.RIGHT_BROW,
        FaceClass.LEFT_EAR,
        FaceClass.RIGHT_EAR,
        FaceClass.MOUTH,
        FaceClass.UPPER_LIP,
        FaceClass.LOWER_LIP,
        FaceClass.EARRING,
        FaceClass.NECKLACE,
    }
)
_HALF_CLASSES: Final = frozenset({FaceClass.HAIR, FaceClass.HAT, FaceClass.CLOTH})
_REACHES: Final = (0.36, 0.36, 0.26, 0.2, 0.2)
"""Radius of what belongs to the face around each of its five points, in distances between the eyes."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """``labels``: int32 (H, W), places numbered from 1; ``features``: float64 (N, F) of numbers 1...N; ``boxes``:
    int (N, 4) left, top, right, bottom; ``lengths``, ``widths``, ``straightness``: (N,), pixels and 0...1."""

    labels: NDArray[np.int32]
    features: NDArray[np.float64]
    boxes: NDArray[np.intp]
    lengths: NDArray[np.float64]
    widths: NDArray[np.float64]
    straightness: NDArray[np.float64]

    @property
    def count(self) -> int:
        return len(self.features)


def measured_candidates(grey: NDArray[np.uint8], answers: Responses, face_map: NDArray[np.float32]) -> Candidates:
    """The candidates of a grey picture (H, W) and what is measured of each."""
    labels = answers.candidates
    count = int(labels.max()) + 1
    found = labels > 0
    rows, columns = np.nonzero(found)
    at = labels[found]
    area = np.maximum(np.bincount(at, minlength=count), 1).astype(np.float64)

    def mean(values: NDArray[np.generic]) -> NDArray[np.float64]:
        return np.asarray(np.bincount(at, weights=values[found].astype(np.float64), minlength=count) / area)

    picture = grey.astype(np.float32) / np.float32(255)
    depth = cv2.distanceTransform(found.astype(np.uint8), cv2.DIST_L2, 5)
    # the mean depth of a line is a quarter of its width; single pixels have depth one
    width = np.maximum(4 * mean(depth) - 2, 1)
    length = area / width
    x, y = (np.bincount(at, weights=place, minlength=count) / area for place in (columns, rows))
    xx = np.bincount(at, weights=(columns - x[at]) ** 2, minlength=count) / area
    yy = np.bincount(at, weights=(rows - y[at]) ** 2, minlength=count) / area
    xy = np.bincount(at, weights=(columns - x[at]) * (rows - y[at]), minlength=count) / area
    half, apart = (xx + yy) / 2, np.sqrt(((xx - yy) / 2) ** 2 + xy**2)
    major, minor = np.sqrt(half + apart + 1 / 12), np.sqrt(np.maximum(half - apart, 0) + 1 / 12)
    straightness = np.minimum(np.sqrt(12) * major / np.maximum(length, 1), 1)

    value, lively = mean(picture), mean(answers.lively)
    around, around_uneven = _surroundings(picture, answers.strength, labels, count)
    contrast = np.abs(value - around)
    gradient = np.hypot(*(cv2.Sobel(picture, cv2.CV_32F, *order, scale=1 / 4) for order in ((1, 0), (0, 1))))
    uneven = np.sqrt(np.maximum(mean(picture**2) - value**2, 0))
    features = np.stack(
        [
            np.log(width),
            np.log(np.maximum(length, 1)),
            minor / major,
            straightness,
            np.log(contrast + 0.01),
            np.log(contrast + 0.01) - np.log(lively + 0.004),
            np.log(contrast + 0.01) - np.log(around_uneven + 0.01),
            np.log(mean(gradient) + 0.01),
            np.log(uneven + 0.01),
            np.abs(2 * value - 1),
            (np.arange(count) <= answers.bright_count).astype(np.float64),
            np.log(lively + 0.004),
            np.log(contrast + 0.01) - np.log(mean(answers.step) + 0.01),
            mean(face_map),
        ],
        axis=1,
    )
    return Candidates(labels, features[1:], _boxes(labels, count), length[1:], width[1:], straightness[1:])


def _surroundings(
    picture: NDArray[np.float32], strength: NDArray[np.float32], labels: NDArray[np.int32], count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The mean of what lies 2 or 3 px around each number and is in none, and how much stands out of it (N,)."""
    near, far = (cv2.dilate(labels.astype(np.float32), np.ones((side, side), np.uint8)) for side in (3, 7))
    ring = (near == 0) & (far > 0)
    at = far[ring].astype(np.intp)
    total = np.bincount(at, minlength=count)
    mean = np.bincount(at, weights=picture[ring], minlength=count) / np.maximum(total, 1)
    # not the spread of tones: along a long scratch they change with the picture
    square = np.bincount(at, weights=strength[ring].astype(np.float64) ** 2, minlength=count) / np.maximum(total, 1)
    whole = float(picture.mean())
    return np.where(total > 0, mean, whole), np.sqrt(square)


def face_map(
    shape: tuple[int, int], scale: float, faces: Sequence[Face], layouts: Sequence[Layout]
) -> NDArray[np.float32]:
    """How much each pixel of a reduced photo (H, W) belongs to the features of a face, 0...1, by the layouts that
    know their place and, roughly, by the points of the faces. ``scale``: its pixels per photo pixel."""
    found = np.zeros(shape, np.float32)
    for face in faces:
        points = face.points_photo * scale
        for point, reach in zip(points, _REACHES, strict=True):
            radius = max(1, round(reach * face.eye_distance_px * scale))
            cv2.circle(found, (int(point[0]), int(point[1])), radius, 1.0, -1)
        # the teeth of a smile lie between the corners
        left, right = points[3:].astype(int).tolist()
        cv2.line(found, left, right, 1.0, max(1, round(0.3 * face.eye_distance_px * scale)))
    weights = np.zeros(CLASS_COUNT, np.float32)
    weights[list(_HALF_CLASSES)], weights[list(_FACE_CLASSES)] = 0.5, 1.0
    for layout in layouts:
        if layout.alignment is not None:
            shown = cv2.dilate(weights[layout.labels], np.ones((5, 5), np.uint8))
            matrix = layout.alignment.matrix_crop_to_photo * (layout.alignment.crop_px / layout.labels.shape[0])
            placed = Alignment(
                np.asarray(cv2.invertAffineTransform(matrix * scale), np.float64), layout.labels.shape[0]
            )
            to_small = placed.matrix_crop_to_photo
            found = np.maximum(found, cv2.warpAffine(shown, to_small, shape[::-1], flags=cv2.INTER_LINEAR))
    return np.asarray(cv2.GaussianBlur(found, (0, 0), 1.5), np.float32)


def _boxes(labels: NDArray[np.int32], count: int) -> NDArray[np.intp]:
    rows, columns = np.nonzero(labels)
    at = labels[rows, columns].astype(np.intp)
    boxes = np.zeros((4, count), np.intp)
    boxes[:2] = max(labels.shape)
    for side, places, extreme in (
        (0, columns, np.minimum),
        (1, rows, np.minimum),
        (2, columns + 1, np.maximum),
        (3, rows + 1, np.maximum),
    ):
        extreme.at(boxes[side], at, places)
    return boxes.T[1:]
