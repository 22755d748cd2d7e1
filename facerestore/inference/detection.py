"""Faces of a photo: found by the detector at several sizes, their points by another network from close up.

No face found is an ordinary answer: an empty tuple.
"""

# B batch, C channels, H W pixels

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_softmax

from facerestore.inference.backends.interface import Detections, Detector, Floats, PointsNetwork
from facerestore.values.alignment import POINT_PARTNERS, TEMPLATE, similarity
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.face import Face, is_same_face
from facerestore.values.request import DetectionRequest
from facerestore_resources.network_shapes import POINT_STRIDE

_MULTIPLE: Final = 64
_MOST_CONFIDENT: Final = 1 - 1e-6
"""Faces that are placed by hand have 1."""

_OF_SCORE, _OF_SPREAD, _USUAL_SPREAD = 2.85, 13.4, 3.19
LOOK_FRAME: Final = 0.5 + (TEMPLATE - TEMPLATE.mean(axis=0)) * 1.25
"""Where the five points stand in a close look, as a share of its side."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DetectorSettings:
    """``score``: least confidence of a face. ``sizes_px``: longest sides at which the photo is searched, so that
    faces are found whether they fill it or not. ``overlap``: IoU above which two finds are one face; so are
    they when one lies within the other.
    ``looks``: how often the points are refined, each time in a square of ``look_px`` in which the face is
    ``look_share`` wide."""

    score: float = 0.4
    sizes_px: tuple[int, ...] = (160, 320, 640)
    overlap: float = 0.4
    looks: int = 2
    look_px: int = 128
    look_share: float = 0.55


DEFAULT: Final = DetectorSettings()


def find_faces(
    detector: Detector,
    points_network: PointsNetwork | None,
    request: DetectionRequest,
    *,
    settings: DetectorSettings = DEFAULT,
    cancel: CancelToken = NEVER,
) -> tuple[Face, ...]:
    """The faces that stand upright in what is searched, in photo pixels, the surest first.

    With a points network the confidence is ``certainty``'s. Without one it is the detector's score, and the points are
    its own, good to a tenth of the eye distance.
    """
    seen = sightings(detector, points_network, request, settings=settings, cancel=cancel)
    faces = [_in_photo(one, request) for one in seen]
    return tuple(sorted(faces, key=lambda face: -face.confidence))


@dataclass(frozen=True, eq=False)
class Sighting:
    """What may be a face, in pixels of the searched copy: the detector's ``score`` 0...1, the ``spread`` of its points
    in the last close look (None where there was none), its ``box`` (4,) and ``points`` (5, 2)."""

    score: float
    spread: float | None
    box: NDArray[np.float64]
    points: NDArray[np.float64]

    @property
    def confidence(self) -> float:
        return self.score if self.spread is None else certainty(self.score, self.spread)


def sightings(
    detector: Detector,
    points_network: PointsNetwork | None,
    request: DetectionRequest,
    *,
    settings: DetectorSettings = DEFAULT,
    cancel: CancelToken = NEVER,
) -> Iterator[Sighting]:
    """What ``find_faces`` makes faces of, one at a time, those of the highest score first."""
    finds: list[_Find] = []
    longest = max(request.pixels.shape[:2])
    for size_px in request.sizes_px or settings.sizes_px:
        raise_if_cancelled(cancel)
        scale = size_px / longest
        if scale > 1.5 or (scale > 1 and finds):
            continue
        finds += _finds(detector, request.pixels, request.hole, scale, settings.score)
    for find in _suppressed(finds, settings.overlap):
        raise_if_cancelled(cancel)
        if points_network is None:
            yield Sighting(find.score, None, find.box, find.points)
        else:
            points, spread = _closer_look(points_network, request, find, settings)
            yield Sighting(find.score, spread, find.box, points)


def certainty(score: float, spread: float) -> float:
    """How likely it is that a find is a face that stands upright, 0...1.

    ``score``: the detector's, 0...1. ``spread``: the mean entropy, in nats, of the maps of the five points in the last
    close look; where there is no face, or one that lies on its side, the points lie nowhere in particular. The weights
    are those of a logistic regression on both, of turned and unturned photos, some of them with a hidden eye;
    ``tests/performance/face_certainty.py`` measures them, and models/README.md has the table.
    """
    odds = np.log(max(score, 1e-6) / max(1 - score, 1e-6))
    return float(1 / (1 + np.exp(-(_OF_SCORE * odds - _OF_SPREAD * (spread - _USUAL_SPREAD)))))


@dataclass(frozen=True, eq=False)
class _Find:
    """In pixels of the reduced photo."""

    score: float
    box: NDArray[np.float64]
    points: NDArray[np.float64]


def _finds(
    network: Detector, pixels: NDArray[np.float32], hole: NDArray[np.bool_], scale: float, least: float
) -> list[_Find]:
    height, width = max(1, round(pixels.shape[0] * scale)), max(1, round(pixels.shape[1] * scale))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    resized = cv2.resize(pixels, (width, height), interpolation=interpolation)
    cover = cv2.resize(hole.astype(np.float32), (width, height), interpolation=interpolation)
    # what is partly covered is shown by its visible part: the average without the hole's black
    visible = resized / np.maximum(1 - cover, 0.25)[..., None]
    answer = _answer(network, np.asarray(visible, np.float32), np.asarray(cover > 0.5))
    scores = np.asarray(expit(answer.score[0]), np.float32)
    # a face answers in the cell of its centre; neighbours that say less are the same face
    peaks = np.asarray(cv2.dilate(scores, np.ones((3, 3), np.uint8)))
    rows, columns = np.nonzero((scores >= least) & (scores >= peaks))
    ratio = np.array([pixels.shape[1] / width, pixels.shape[0] / height])
    return [
        _Find(
            float(scores[row, column]),
            answer.box[0, row, column].astype(np.float64) * np.tile(ratio, 2),
            answer.points[0, row, column].astype(np.float64) * ratio,
        )
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]


def _answer(network: Detector, pixels: NDArray[np.float32], hole: NDArray[np.bool_]) -> Detections:
    """The network's answer, averaged over the picture and its mirror image."""
    height, width = hole.shape
    padded_height, padded_width = (-(-side // _MULTIPLE) * _MULTIPLE for side in (height, width))
    picture_3HW = np.zeros((3, padded_height, padded_width), np.float32)
    cover_1HW = np.zeros((1, padded_height, padded_width), np.float32)
    picture_3HW[:, :height, :width] = (np.clip(pixels, 0, 1) * ~hole[..., None]).transpose(2, 0, 1)
    cover_1HW[0, :height, :width] = hole
    both = network(
        np.stack([picture_3HW, picture_3HW[..., ::-1]]),
        np.stack([cover_1HW, cover_1HW[..., ::-1]]),
    )
    return _unmirrored(both, padded_width)


def _unmirrored(both: Detections, width: int) -> Detections:
    """One answer from those to a picture and to its mirror image."""
    mirror, offset = np.array([-1, 1], np.float32), np.array([width, 0], np.float32)
    mirrored_points = both.points[1:, :, ::-1][..., list(POINT_PARTNERS), :] * mirror + offset
    corners = both.box[1:, :, ::-1].reshape(*both.points[1:].shape[:3], 2, 2) * mirror + offset
    # the mirror image's right side is the picture's left
    mirrored_box = np.stack([corners[..., 1, 0], corners[..., 0, 1], corners[..., 0, 0], corners[..., 1, 1]], axis=-1)
    return Detections(
        score=_mean(both.score[:1], both.score[1:, :, ::-1]),
        box=_mean(both.box[:1], mirrored_box),
        points=_mean(both.points[:1], mirrored_points),
    )


def _mean(one: Floats, other: Floats) -> Floats:
    return np.asarray((one + other) / 2, np.float32)


def _suppressed(finds: list[_Find], overlap: float) -> list[_Find]:
    kept: list[_Find] = []
    for find in sorted(finds, key=lambda f: -f.score):
        if all(not is_same_face(find.box, other.box, overlap) for other in kept):
            kept.append(find)
    return kept


def _closer_look(
    network: PointsNetwork, request: DetectionRequest, find: _Find, settings: DetectorSettings
) -> tuple[NDArray[np.float64], float]:
    """(points, spread of their maps) from close looks: the first at its box, the next in the frame of the last."""
    centre = (find.box[:2] + find.box[2:]) / 2
    face_px = max(4.0, float(np.prod(find.box[2:] - find.box[:2])) ** 0.5)
    scale = settings.look_share * settings.look_px / face_px
    matrix = np.hstack([scale * np.eye(2), (settings.look_px / 2 - scale * centre)[:, None]])
    points, spread = _looked(network, request, matrix, settings.look_px)
    for _ in range(settings.looks - 1):
        matrix = similarity(points, LOOK_FRAME * settings.look_px)
        points, spread = _looked(network, request, matrix, settings.look_px)
    return points, spread


def _looked(
    network: PointsNetwork, request: DetectionRequest, matrix: NDArray[np.float64], side_px: int
) -> tuple[NDArray[np.float64], float]:
    """(points of the reduced photo (5, 2), spread of their maps), seen through a similarity onto a square."""
    pixels, hole = look_at(request.pixels, request.hole, matrix, side_px)
    picture_B3HW = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None])
    points, spread = points_and_spread(network(picture_B3HW, hole.astype(np.float32)[None, None])[0])
    return np.asarray((points - matrix[:, 2]) @ np.linalg.inv(matrix[:, :2]).T, np.float64), spread


def points_and_spread(heat_Phw: Floats) -> tuple[NDArray[np.float64], float]:
    """(the mean of each point's map in pixels of the look (P, 2), the mean entropy of the maps in nats: 0 for points
    that lie in one cell each, log(h w) for ones that lie anywhere), from logits."""
    height, width = heat_Phw.shape[1:]
    log_share = log_softmax(heat_Phw.reshape(len(heat_Phw), -1).astype(np.float64), axis=1)
    share = np.exp(log_share).reshape(heat_Phw.shape)
    across = share.sum(axis=1) @ ((np.arange(width) + 0.5) * POINT_STRIDE)
    down = share.sum(axis=2) @ ((np.arange(height) + 0.5) * POINT_STRIDE)
    entropy = -(np.exp(log_share) * log_share).sum(axis=1)
    return np.stack([across, down], axis=1), float(entropy.mean())


def look_at(
    pixels: NDArray[np.float32], hole: NDArray[np.bool_], matrix: NDArray[np.float64], side_px: int
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """A square (side, side, 3) of a picture through a similarity, zero in the hole (side, side)."""
    scale = abs(np.linalg.det(matrix[:, :2])) ** 0.5
    cover = hole.astype(np.float32)
    if scale < 0.7:
        blur = 0.4 / scale
        cover = np.asarray(cv2.GaussianBlur(cover, (0, 0), blur), np.float32)
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), blur), np.float32)
        pixels = np.asarray(pixels / np.maximum(1 - cover, 0.25)[..., None], np.float32)
    # OpenCV counts from pixel centres
    centred = matrix.copy()
    centred[:, 2] += matrix[:, :2] @ np.full(2, 0.5) - 0.5
    size = (side_px, side_px)
    looked = np.asarray(cv2.warpAffine(pixels, centred, size, flags=cv2.INTER_LINEAR), np.float32)
    covered = np.asarray(cv2.warpAffine(cover, centred, size, flags=cv2.INTER_LINEAR)) > 0.5
    return np.where(covered[..., None], 0, np.clip(looked, 0, 1)).astype(np.float32), covered


def _in_photo(seen: Sighting, request: DetectionRequest) -> Face:
    corners = request.to_photo(seen.box.reshape(2, 2))
    (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return Face(request.to_photo(seen.points), (left, top, right, bottom), min(_MOST_CONFIDENT, seen.confidence))
