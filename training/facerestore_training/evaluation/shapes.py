"""Is a restoration as good in a wide or tall photo as in a square one, and without a seam where a crop would end?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.restoration.regions import REACH, frame_box
from facerestore.values.alignment import Alignment
from facerestore.values.face import Face
from facerestore_training import metrics
from facerestore_training.data.scenes import Scene
from facerestore_training.data.shards import FACE_PX, FaceSet
from facerestore_training.evaluation.bootstrap import difference_interval
from facerestore_training.evaluation.holes import frozen_hole
from facerestore_training.evaluation.installed import Case, InstalledRestorer
from facerestore_training.evaluation.tables import table

SHAPES: Final[Mapping[str, tuple[int, int]]] = {"1:1": (181, 181), "2:1": (128, 256), "1:2": (256, 128)}
"""(height, width) in pixels of the windows, of one area to a pixel's row; "2:1" is twice as wide as high."""
BUCKETS: Final = ("r20_40", "r40_60", "scratch")
_HIDDEN_PX: Final = 128
"""Side of the square in the middle of a face in which holes lie: all windows have it."""
_AT_PX: Final = 1.5
_NEAR_PX: Final = (4.0, 12.0)
"""How far from a border a pixel counts as at it, and as beside it."""
_LEAST_PIXELS: Final = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class ShapeFigures:
    """PSNR in the hole of one way on one bucket; ``over_square``: (mean, low, high), 95 %, by shape, of the difference
    to the square window's."""

    hole_psnr: dict[str, float]
    over_square: dict[str, tuple[float, float, float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class SeamFigures:
    """How much steeper a result is at a border than beside it, by how much the true photo is: 1 is no seam. Geometric
    mean over ``count`` photos with its 95 % interval, and the largest."""

    mean: float
    low: float
    high: float
    largest: float
    count: int


@dataclass(frozen=True, eq=False)
class ShapeReport:
    """``shapes``: by (bucket, way); ``seams``: by (border, way)."""

    shapes: dict[tuple[str, str], ShapeFigures]
    seams: dict[tuple[str, str], SeamFigures]
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "notes": list(self.notes),
            "shapes": [
                {"holes": bucket, "restorer": name, "hole_psnr": f.hole_psnr, "over_square": f.over_square}
                for (bucket, name), f in self.shapes.items()
            ],
            "seams": [
                {"border": border, "restorer": name}
                | {key: getattr(f, key) for key in SeamFigures.__dataclass_fields__}
                for (border, name), f in self.seams.items()
            ],
        }

    def markdown(self) -> str:
        parts = ["\n".join(f"- {note}" for note in self.notes)]
        others = [name for name in SHAPES if name != "1:1"]
        if self.shapes:
            head = ["holes", "restorer", "hole PSNR, 1:1", *(f"{name} less 1:1, 95 %" for name in others)]
            rows = [
                [bucket, name, f"{f.hole_psnr['1:1']:.2f}", *(_said(f.over_square[shape]) for shape in others)]
                for (bucket, name), f in self.shapes.items()
            ]
            parts.append(table(head, rows))
        if self.seams:
            head = ["border", "restorer", "seam, 95 %", "largest", "photos"]
            rows = [
                [border, name, f"{f.mean:.2f} ({f.low:.2f} ... {f.high:.2f})", f"{f.largest:.2f}", str(f.count)]
                for (border, name), f in self.seams.items()
            ]
            parts.append(table(head, rows))
        return "\n\n".join(part for part in parts if part) + "\n"


def evaluate_shapes(
    faces: FaceSet, buckets: Sequence[str], restorers: Mapping[str, InstalledRestorer], *, seed: int = 0
) -> dict[tuple[str, str], ShapeFigures]:
    """Each way in windows of one area and three shapes around the same holes of the same faces."""
    found = {}
    for bucket in buckets:
        cases = {
            shape: [window_case(faces, index, bucket, shape, seed) for index in range(len(faces))] for shape in SHAPES
        }
        for name, one in restorers.items():
            psnr = {
                shape: np.array([metrics.psnr(one.restored(c), c.pixels, c.hole > 0) for c in some])
                for shape, some in cases.items()
            }
            square = psnr["1:1"]
            found[bucket, name] = ShapeFigures(
                hole_psnr={shape: float(values.mean()) for shape, values in psnr.items()},
                over_square={
                    shape: (float((values - square).mean()), *difference_interval(values, square))
                    for shape, values in psnr.items()
                    if shape != "1:1"
                },
            )
    return found


def window_case(faces: FaceSet, index: int, bucket: str, shape: str, seed: int = 0) -> Case:
    """A window of one face around a hole in its middle; the face's frame goes beyond the window."""
    height, width = SHAPES[shape]
    top, left = (FACE_PX - height) // 2, (FACE_PX - width) // 2
    start = (FACE_PX - _HIDDEN_PX) // 2
    whole = np.zeros((FACE_PX, FACE_PX), np.uint8)
    hidden = frozen_hole(bucket, faces.keys[index], seed=seed, size_px=_HIDDEN_PX)
    whole[start : start + _HIDDEN_PX, start : start + _HIDDEN_PX] = hidden
    rows, columns = slice(top, top + height), slice(left, left + width)
    frame = Alignment(np.array([[1.0, 0.0, left], [0.0, 1.0, top]]), FACE_PX)
    return Case(np.asarray(faces.pixels[index])[rows, columns].copy(), whole[rows, columns].copy(), (frame,))


def evaluate_seams(
    scenes: Sequence[Scene], restorers: Mapping[str, InstalledRestorer]
) -> dict[tuple[str, str], SeamFigures]:
    """Each way on photos whose hole lies across the border of a face's frame, where a crop would end."""
    steepness: dict[tuple[str, str], list[float]] = {}
    for case in (case for scene in scenes if (case := seam_case(scene)) is not None):
        for name, one in restorers.items():
            made = one.restored(case)
            for border in BORDERS:
                seam = seam_of(made, case, border)
                if seam is not None:
                    steepness.setdefault((border, name), []).append(float(np.log(seam)))
    return {at: _seam_figures(np.array(values)) for at, values in steepness.items()}


def seam_case(scene: Scene) -> Case | None:
    """The photo with a round hole across that border of its largest face's frame which lies deepest in the photo; None
    where all of them lie at its edge."""
    height, width = scene.pixels.shape[:2]
    faces = tuple(Alignment.of_face(Face.from_points(points.astype(np.float64))) for points in scene.points)
    if not faces:
        return None
    face = min(faces, key=lambda one: one.scale)
    corners = face.corners_photo()
    side = float(np.linalg.norm(corners[1] - corners[0]))
    middles = (corners + np.roll(corners, -1, axis=0)) / 2
    depth = np.minimum.reduce([middles[:, 0], middles[:, 1], width - middles[:, 0], height - middles[:, 1]])
    radius = 0.25 * side
    if depth.max() < radius:
        return None
    x, y = middles[int(np.argmax(depth))].round().astype(int).tolist()
    hole = cv2.circle(np.zeros((height, width), np.uint8), (x, y), round(radius), 1, -1)
    return Case(scene.pixels, np.asarray(hole, np.uint8), faces)


def seam_of(made: NDArray[np.uint8], case: Case, border: str) -> float | None:
    """How much steeper a result is at one of BORDERS of its largest face than beside it, by how much the true photo is,
    in the hole; None where too little of the hole lies there."""
    face = min(case.faces, key=lambda one: one.scale)
    rows, columns = np.indices(case.hole.shape)
    points = np.stack([columns.ravel() + 0.5, rows.ravel() + 0.5], axis=1)
    distance = BORDERS[border](face, points).reshape(case.hole.shape)
    # what the hole's own border does is another matter
    inner = cv2.erode((case.hole > 0).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    at = inner & (np.abs(distance) <= _AT_PX)
    beside = inner & (np.abs(distance) >= _NEAR_PX[0]) & (np.abs(distance) <= _NEAR_PX[1])
    if min(at.sum(), beside.sum()) < _LEAST_PIXELS:
        return None
    shown, true = (_steepness(pixels) for pixels in (made, case.pixels))
    ratios = [(float(one[at].mean()) + 0.5) / (float(one[beside].mean()) + 0.5) for one in (shown, true)]
    return ratios[0] / ratios[1]


def _within_frame(face: Alignment, points_N2: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N,): how many pixels of the photo points lie within a face's frame; negative outside."""
    crop = face.to_crop(points_N2)
    return np.asarray(np.minimum(crop, face.crop_px - crop).min(axis=1) / face.scale, np.float64)


def _within_region(face: Alignment, points_N2: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same of what the region around a face answers for; beyond it tiles take over."""
    left, top, right, bottom = frame_box(face)
    beyond = REACH / 2 * (right - left)
    inner = np.minimum(points_N2 - (left, top), (right, bottom) - points_N2)
    return np.asarray(inner.min(axis=1) + beyond, np.float64)


BORDERS: Final[Mapping[str, Callable[[Alignment, NDArray[np.float64]], NDArray[np.float64]]]] = {
    "of the face's frame": _within_frame,
    "of the face's region": _within_region,
}
"""Where crops end, and where the region around a face ends. Each says how far within points lie."""


def _steepness(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(H, W): by how many of 255 steps luma changes from pixel to pixel."""
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    across, down = (cv2.Sobel(luma, cv2.CV_32F, x, 1 - x, ksize=3, scale=1 / 8) for x in (1, 0))
    return np.asarray(np.hypot(across, down), np.float32)


def _seam_figures(logs: NDArray[np.float64]) -> SeamFigures:
    low, high = difference_interval(logs, np.zeros_like(logs))
    return SeamFigures(
        mean=float(np.exp(logs.mean())),
        low=float(np.exp(low)),
        high=float(np.exp(high)),
        largest=float(np.exp(logs.max())),
        count=len(logs),
    )


def _said(difference: tuple[float, float, float]) -> str:
    mean, low, high = difference
    return f"{mean:+.2f} ({low:+.2f} ... {high:+.2f})"
