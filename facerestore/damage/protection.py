"""Protection: where nothing is called damage that is not certain, the eyes and the mouth."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore_resources.face_classes import FaceClass

_CLASSES: Final = (
    FaceClass.LEFT_EYE,
    FaceClass.RIGHT_EYE,
    FaceClass.MOUTH,
    FaceClass.UPPER_LIP,
    FaceClass.LOWER_LIP,
)
_EYE: Final = (0.27, 0.17)
"""Half axes of what belongs to an eye, in distances between the eyes, along and across the line between them."""

_MOUTH_ACROSS: Final = 0.2
_MOUTH_BEYOND: Final = 0.08


def eyes_and_mouth(extent: Extent, faces: Sequence[Face], layouts: Sequence[Layout]) -> NDArray[np.bool_]:
    """Where they are (H, W), by the points of the faces, and by the layouts that know their place in the photo."""
    found = np.zeros((extent.height, extent.width), np.uint8)
    for face in faces:
        points, distance = face.points_photo, face.eye_distance_px
        across = points[1] - points[0]
        turned = float(np.degrees(np.arctan2(across[1], across[0])))
        for eye in points[:2]:
            _ellipse(found, eye, (_EYE[0] * distance, _EYE[1] * distance), turned)
        width = float(np.linalg.norm(points[4] - points[3]))
        axes = (width / 2 + _MOUTH_BEYOND * distance, _MOUTH_ACROSS * distance)
        _ellipse(found, (points[3] + points[4]) / 2, axes, turned)
    for layout in layouts:
        if layout.alignment is not None:
            shown = np.isin(layout.labels, _CLASSES).astype(np.uint8)
            side = layout.labels.shape[0]
            matrix = layout.alignment.matrix_crop_to_photo.copy()
            matrix[:, :2] *= layout.alignment.crop_px / side
            # OpenCV's (0, 0) is the centre of the first pixel
            matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5
            size = (extent.width, extent.height)
            found |= np.asarray(cv2.warpAffine(shown, matrix, size, flags=cv2.INTER_NEAREST), np.uint8)
    return np.asarray(found > 0)


def _ellipse(found: NDArray[np.uint8], centre: NDArray[np.floating], axes: tuple[float, float], turned: float) -> None:
    whole = (max(1, round(axes[0])), max(1, round(axes[1])))
    cv2.ellipse(found, (round(float(centre[0])), round(float(centre[1]))), whole, turned, 0, 360, 1, -1)
