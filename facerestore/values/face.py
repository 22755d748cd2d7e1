"""Face: where a face is, found by the detector or placed by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

_WITHIN: Final = 0.75

POINT_NAMES = (
    "eye on the left",
    "eye on the right",
    "nose tip",
    "mouth corner on the left",
    "mouth corner on the right",
)
"""Left and right as seen when the face stands upright. Not "left eye": a layout's classes call the person's own so."""

_LEAST_GROUP: Final = 3
_MOST_UNLIKE: Final = 1.6
"""How much larger than the usual one the largest face of a group may be."""
_ROW_STEP: Final = 0.85
"""Of the usual face's height."""


@dataclass(frozen=True, eq=False)
class Face:
    """``points_photo``: float64 (5, 2) x, y in photo pixels, (0, 0) the outer corner of the first pixel, in
    the order of POINT_NAMES. ``box_xyxy``: left, top, right, bottom. ``confidence``: 0...1; 1 if placed by hand.
    """

    points_photo: NDArray[np.float64]
    box_xyxy: tuple[float, float, float, float]
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if self.points_photo.shape != (5, 2) or not np.isfinite(self.points_photo).all():
            raise ValueError("A face has five finite points (x, y).")
        self.points_photo.flags.writeable = False

    @classmethod
    def from_points(cls, points_photo: NDArray[np.floating], *, confidence: float = 1.0) -> "Face":
        """A face placed by hand; its box is guessed from the points."""
        points = np.asarray(points_photo, np.float64).reshape(5, 2).copy()
        centre = points.mean(axis=0)
        reach = 1.35 * np.abs(points - centre).max() + 1e-6
        box = (centre[0] - reach, centre[1] - 1.3 * reach, centre[0] + reach, centre[1] + 1.3 * reach)
        return cls(points, (float(box[0]), float(box[1]), float(box[2]), float(box[3])), confidence)

    @property
    def is_found(self) -> bool:
        """Whether the detector found it, and nobody placed or moved it."""
        return self.confidence < 1

    @property
    def eye_distance_px(self) -> float:
        return float(np.linalg.norm(self.points_photo[1] - self.points_photo[0]))


def is_same_face(one: ArrayLike, other: ArrayLike, overlap: float = 0.4) -> bool:
    """Whether two boxes (left, top, right, bottom) show one face: by their IoU above ``overlap``, or because one lies
    within the other. Faces do not stand within faces: the same one was found at two sizes."""
    first, second = np.asarray(one, np.float64), np.asarray(other, np.float64)
    width, height = np.minimum(first[2:], second[2:]) - np.maximum(first[:2], second[:2])
    both = max(0.0, float(width)) * max(0.0, float(height))
    areas = [float(np.prod(box[2:] - box[:2])) for box in (first, second)]
    return both > overlap * (sum(areas) - both) or both > _WITHIN * min(areas)


def usable_faces(faces: Iterable[Face], *, quarter_turns: int = 0) -> tuple[Face, ...]:
    """Those of a group, where none is much larger than the others, row by row as one reads; else the largest first.
    Faces that have no frame are left out. ``quarter_turns``: how often the photo is to be turned to the left so that
    they stand upright, as one reads them."""
    usable = sorted((face for face in faces if face.eye_distance_px > 1), key=lambda face: -face.eye_distance_px)
    sizes_px = [face.eye_distance_px for face in usable]
    is_group = len(usable) >= _LEAST_GROUP and sizes_px[0] <= _MOST_UNLIKE * float(np.median(sizes_px))
    return _in_reading_order(usable, quarter_turns) if is_group else tuple(usable)


def _in_reading_order(faces: Iterable[Face], quarter_turns: int) -> tuple[Face, ...]:
    """Rows from the top, each from the left: a row ends where the next lower face stands lower by most of a face."""
    placed = sorted(((face, _place(face, quarter_turns)) for face in faces), key=lambda one: one[1][1])
    most_px = _ROW_STEP * float(np.median([height for _, (_, _, height) in placed]))
    rows: list[list[tuple[Face, tuple[float, float, float]]]] = []
    for face, place in placed:
        if rows and place[1] - rows[-1][-1][1][1] < most_px:
            rows[-1].append((face, place))
        else:
            rows.append([(face, place)])
    return tuple(face for row in rows for face, _ in sorted(row, key=lambda one: one[1][0]))


def _place(face: Face, quarter_turns: int) -> tuple[float, float, float]:
    """(x of the middle, y of the middle, height) of a face's box in the photo turned to the left."""
    left, top, right, bottom = face.box_xyxy
    for _ in range(quarter_turns % 4):
        left, top, right, bottom = top, -right, bottom, -left
    return (left + right) / 2, (top + bottom) / 2, bottom - top
