"""Faces drawn by code, with their true layouts: enough for a network to learn something from."""

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore_resources.face_classes import FaceClass
from facerestore_training.data.shards import FaceSet

_TONES = {
    FaceClass.BACKGROUND: (90, 110, 130),
    FaceClass.SKIN: (220, 180, 150),
    FaceClass.NOSE: (205, 160, 130),
    FaceClass.LEFT_EYE: (60, 60, 90),
    FaceClass.RIGHT_EYE: (60, 60, 90),
    FaceClass.HAIR: (80, 50, 30),
    FaceClass.NECK: (200, 160, 130),
    FaceClass.CLOTH: (40, 60, 120),
    FaceClass.UPPER_LIP: (180, 70, 80),
    FaceClass.LOWER_LIP: (190, 80, 90),
}


def drawn_face(seed: int, side: int = 256) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """(picture (side, side, 3), labels (side, side)) of a face in the crop frame."""
    rng = np.random.default_rng(seed)
    labels = np.zeros((side, side), np.uint8)
    points = TEMPLATE * side
    centre = (side // 2, int(0.55 * side))

    def ellipse(at: tuple[float, float], half: tuple[float, float], value: FaceClass) -> None:
        axes = (int(half[0] * side * rng.uniform(0.9, 1.1)), int(half[1] * side * rng.uniform(0.9, 1.1)))
        cv2.ellipse(labels, (int(at[0]), int(at[1])), axes, 0, 0, 360, int(value), -1)

    ellipse((centre[0], 0.5 * side), (0.36, 0.42), FaceClass.HAIR)
    cv2.rectangle(labels, (int(0.4 * side), int(0.8 * side)), (int(0.6 * side), side), int(FaceClass.NECK), -1)
    cv2.rectangle(labels, (0, int(0.94 * side)), (side, side), int(FaceClass.CLOTH), -1)
    ellipse(centre, (0.27, 0.35), FaceClass.SKIN)
    ellipse(tuple(points[0]), (0.05, 0.025), FaceClass.LEFT_EYE)
    ellipse(tuple(points[1]), (0.05, 0.025), FaceClass.RIGHT_EYE)
    ellipse(tuple(points[2]), (0.04, 0.05), FaceClass.NOSE)
    mouth = (points[3] + points[4]) / 2
    ellipse((mouth[0], mouth[1] - 0.012 * side), (0.09, 0.02), FaceClass.UPPER_LIP)
    ellipse((mouth[0], mouth[1] + 0.012 * side), (0.09, 0.02), FaceClass.LOWER_LIP)
    picture = np.zeros((side, side, 3), np.float32)
    for value, tone in _TONES.items():
        picture[labels == value] = np.array(tone) * rng.uniform(0.85, 1.1)
    picture = cv2.GaussianBlur(picture, (0, 0), 1.0) + rng.normal(0, 2, picture.shape)
    return np.clip(picture, 0, 255).astype(np.uint8), labels


def drawn_faces(count: int) -> FaceSet:
    """A set of drawn faces with labels."""
    pairs = [drawn_face(seed) for seed in range(count)]
    return FaceSet(
        tuple(f"drawn-{i}" for i in range(count)), np.stack([p for p, _ in pairs]), np.stack([m for _, m in pairs])
    )
