"""Five points for faces that have none, and surer ones for those that have: the mean of many looks of a teacher.

A teacher's points move by a twentieth of the eye distance with the scale and place at which it sees a face, and as much
again when the picture is mirrored. Its mean over several looks, half of them at the mirror image, does not, and is what
can be learnt.
"""

# N faces, 5 points

import hashlib
import logging
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import POINT_PARTNERS, TEMPLATE
from facerestore.values.errors import UsageError
from facerestore_training.data import shards
from facerestore_training.data.scenes import Scene
from facerestore_training.data.shards import FACE_PX, FaceSet

log = logging.getLogger(__name__)

LOOKS: Final = 12
"""Every second one at the mirror image."""
_LEAST_SCORE: Final = 0.7
_EYES_PX: Final = (55.0, 90.0)
"""Distance of the eyes in a look: where the teacher is at its best."""
_CANVAS_PX: Final = 320
_SAME_FACE: Final = 0.5
"""Mean distance of two finds of one face at most, in eye distances."""


class PointTeacher:
    """YuNet (Wu et al., Machine Intelligence Research 2023) through OpenCV, from a file; raises UsageError."""

    def __init__(self, file: Path) -> None:
        try:
            self._network = cv2.FaceDetectorYN.create(str(file), "", (_CANVAS_PX, _CANVAS_PX), _LEAST_SCORE, 0.3, 50)
        except cv2.error as error:
            raise UsageError(
                f"{file.name} cannot be read as a face detector.", advice="Give YuNet as an ONNX file."
            ) from error

    def mean_points(
        self, pixels: NDArray[np.uint8], expected: NDArray[np.floating], rng: np.random.Generator
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]] | None:
        """((5, 2) points, (4,) box left, top, right, bottom) of the face with points about ``expected``, in pixels.

        The mean of the looks that found it, the picture and its mirror image counting alike; None where half of the
        looks at either of them did not find it.
        """
        eyes_px = max(1.0, float(np.linalg.norm(expected[1] - expected[0])))
        mirrored, expected_there = np.ascontiguousarray(pixels[:, ::-1]), _mirrored(expected, pixels.shape[1])
        here = [self._look(pixels, expected, eyes_px, rng) for _ in range(LOOKS // 2)]
        there = [self._look(mirrored, expected_there, eyes_px, rng) for _ in range(LOOKS // 2)]
        sure = [look for look in here if look is not None]
        sure_there = [_mirrored_back(look, pixels.shape[1]) for look in there if look is not None]
        if min(len(sure), len(sure_there)) <= LOOKS // 4:
            return None
        mean = np.mean([np.mean(looks, axis=0) for looks in (sure, sure_there)], axis=0)
        return mean[4:].reshape(5, 2).astype(np.float32), mean[:4].astype(np.float32)

    def _look(
        self, pixels: NDArray[np.uint8], expected: NDArray[np.floating], eyes_px: float, rng: np.random.Generator
    ) -> NDArray[np.float64] | None:
        """(14,) box and points as one look finds them."""
        scale = float(np.exp(rng.uniform(*np.log(_EYES_PX)))) / eyes_px
        # always of one size: the network is built anew, and what it held not given back, when the size changes
        shift = _CANVAS_PX / 2 + rng.uniform(-16, 16, 2) - scale * expected.mean(axis=0)
        # OpenCV counts from pixel centres
        offset = shift + (scale - 1) / 2
        matrix = np.array([[scale, 0, offset[0]], [0, scale, offset[1]]])
        if scale < 0.7:
            pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), 0.4 / scale), np.uint8)
        seen = cv2.warpAffine(
            np.ascontiguousarray(pixels[..., ::-1]),
            matrix,
            (_CANVAS_PX, _CANVAS_PX),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REFLECT_101,
        )
        _, faces = self._network.detect(seen)
        if faces is None:
            return None
        points = (faces[:, 4:14].reshape(-1, 5, 2) - shift) / scale
        distance = np.linalg.norm(points - expected, axis=2).mean(axis=1) / eyes_px
        nearest = int(distance.argmin())
        if distance[nearest] > _SAME_FACE:
            return None
        left, top, wide, high = faces[nearest, :4]
        corners = (np.array([[left, top], [left + wide, top + high]]) - shift) / scale
        return np.concatenate([corners.ravel(), points[nearest].ravel()])


def _mirrored(points_52: NDArray[np.floating], width_px: int) -> NDArray[np.floating]:
    """The same five points in the mirrored picture, under the names that they have there."""
    return (points_52 * (-1, 1) + (width_px, 0))[list(POINT_PARTNERS)]


def _mirrored_back(look: NDArray[np.float64], width_px: int) -> NDArray[np.float64]:
    """A look at the mirror image, (14,), as a look at the picture."""
    left, top, right, bottom = look[:4]
    points = _mirrored(look[4:].reshape(5, 2), width_px)
    return np.concatenate([[width_px - right, top, width_px - left, bottom], points.ravel()])


def aligned_scenes(
    faces: FaceSet, files: Sequence[Path], teacher: Path, cache: Path, only: Collection[str] = ()
) -> list[Scene]:
    """Aligned faces as scenes of one face each, with the teacher's points; those it does not find are left out.

    ``faces``: those of the files, or of the sources in ``only``. Points are kept in ``cache``; the pictures stay where
    ``faces`` has them.
    """
    expected = TEMPLATE * FACE_PX
    file = cache / f"points{LOOKS}-{shards.fingerprint([*files, teacher], only)}.npy"
    if not file.exists():
        _write_points([(pixels, expected) for pixels in faces.pixels], teacher, file)
    scenes = [
        Scene(key, pixels, row[None, :4], row[4:].reshape(1, 5, 2))
        for key, pixels, row in zip(faces.keys, faces.pixels, np.load(file, allow_pickle=False), strict=True)
        if np.isfinite(row).all()
    ]
    log.info("%s finds %d of %d aligned faces", teacher.name, len(scenes), len(faces))
    return scenes


def surer_scenes(scenes: Sequence[Scene], source: Path, teacher: Path, cache: Path) -> list[Scene]:
    """The scenes with the teacher's mean points in place of the stored ones, where it finds the same faces again."""
    # training and evaluation look at different scenes of one file
    which = hashlib.sha256("\n".join(scene.key for scene in scenes).encode(errors="surrogateescape")).hexdigest()[:12]
    file = cache / f"points{LOOKS}-{shards.fingerprint([source, teacher])}-{which}.npy"
    if not file.exists():
        _write_points([(scene.pixels, points) for scene in scenes for points in scene.points], teacher, file)
    rows = iter(np.load(file, allow_pickle=False))
    surer = []
    for scene in scenes:
        points = scene.points.copy()
        for index in range(len(points)):
            row = next(rows)
            if np.isfinite(row).all():
                points[index] = row[4:].reshape(5, 2)
        surer.append(Scene(scene.key, scene.pixels, scene.boxes, points))
    return surer


def _write_points(
    looked_for: Sequence[tuple[NDArray[np.uint8], NDArray[np.floating]]], teacher: Path, file: Path
) -> None:
    """(N, 14) float32 boxes and points into a .npy file, NaN where the teacher does not find the face."""
    network, rng = PointTeacher(teacher), np.random.default_rng(0)
    rows = np.full((len(looked_for), 14), np.nan, np.float32)
    for index, (pixels, expected) in enumerate(looked_for):
        found = network.mean_points(np.asarray(pixels), expected, rng)
        if found is not None:
            rows[index] = np.concatenate([found[1], found[0].ravel()])
        if index % 1000 == 0:
            log.info("points of %d of %d faces", index, len(looked_for))
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}.part.npy")
    np.save(part, rows, allow_pickle=False)
    part.replace(file)
