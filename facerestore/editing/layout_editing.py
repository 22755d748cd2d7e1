"""Edits of a layout beyond the brush: polygon, smart edge, mirror, move and scale a part, back to the prediction.

Labels (S, S) and a few numbers in, a patch out; nothing changes the labels it is given. Brush and fill are
``painting.paint_stroke`` and ``painting.fill_region``: they take classes and locks as they are. Everywhere, pixels
whose present class is ``locked`` never change.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.segmentation import slic, watershed

from facerestore.compositing.seam import membrane
from facerestore.editing.mask_shapes import Region
from facerestore.editing.painting import PixelDiff
from facerestore.values.alignment import TEMPLATE
from facerestore.values.geometry import Extent
from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED, FaceClass

Labels = NDArray[np.uint8]
Part = NDArray[np.bool_]
"""Which pixels of a layout are meant (S, S)."""

MOUTH: Final = frozenset({FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP})
"""Classes that are moved as one."""

GROUNDS: Final = frozenset(
    {
        FaceClass.BACKGROUND,
        FaceClass.SKIN,
        FaceClass.GLASSES,
        FaceClass.HAIR,
        FaceClass.HAT,
        FaceClass.NECK,
        FaceClass.CLOTH,
    }
)
"""Classes that lie under the others: what is uncovered becomes the nearest of them."""

_SUPERPIXELS: Final = 900
_COMPACTNESS: Final = 20.0
_SOFTENED_PX: Final = 1.0
"""Grain would tear superpixels to pieces."""


@dataclass(frozen=True)
class Movement:
    """Shift in pixels of the layout, then scale and turn (degrees, clockwise) about the part's centre."""

    right_px: float = 0.0
    down_px: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    turn_degrees: float = 0.0

    def __post_init__(self) -> None:
        if not (self.scale_x > 0 and self.scale_y > 0):
            raise ValueError("A part is scaled by a number above 0; to turn it over, mirror it.")


def put_class(labels: Labels, region: Region | None, value: int, *, locked: Collection[int] = ()) -> PixelDiff | None:
    """One class in a region: a polygon, a superpixel, a snapped outline."""
    return None if region is None else PixelDiff.of_shape(labels, region.box, region.inside, value, locked=locked)


def class_at(labels: Labels, x_px: float, y_px: float) -> FaceClass | None:
    """The class under a place; None outside the layout."""
    extent, column, row = Extent.of(labels), int(np.floor(x_px)), int(np.floor(y_px))
    inside = 0 <= column < extent.width and 0 <= row < extent.height
    return FaceClass(int(labels[row, column])) if inside else None


def part_at(labels: Labels, x_px: float, y_px: float) -> Part | None:
    """The connected part under a place, such as one eye; of the mouth, lips and inside together. None outside."""
    found = class_at(labels, x_px, y_px)
    if found is None:
        return None
    meant = np.isin(labels, list(MOUTH if found in MOUTH else {found})).astype(np.uint8)
    pieces = cv2.connectedComponents(meant, connectivity=8)[1]
    return np.asarray(pieces == pieces[int(np.floor(y_px)), int(np.floor(x_px))])


def moved(labels: Labels, part: Part, movement: Movement, *, locked: Collection[int] = ()) -> PixelDiff | None:
    """A part elsewhere, larger or smaller; what it uncovers becomes the nearest class under it."""
    if not part.any():
        return None
    rows, columns = np.nonzero(part)
    centre = np.array([columns.mean(), rows.mean()])
    angle = np.deg2rad(movement.turn_degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    linear = turn @ np.diag([movement.scale_x, movement.scale_y])
    shift = centre + np.array([movement.right_px, movement.down_px]) - linear @ centre
    return _stamped(labels, part, part, np.hstack([linear, shift[:, None]]), range(CLASS_COUNT), locked)


def mirrored(
    labels: Labels,
    classes: Collection[int],
    *,
    from_left: bool,
    points_crop: NDArray[np.floating] | None = None,
    locked: Collection[int] = (),
) -> PixelDiff | None:
    """One half of the face, as to some classes, over the other: a left eye becomes the right one, half a mouth the
    other half. ``classes`` are those of the half that is copied; it is the left one as seen in the picture, or the
    right one. What the other half had of the copies' classes is replaced.

    The axis runs through the middle between the eyes and the middle of the mouth: of ``points_crop`` (5, 2) x, y
    in pixels of the layout, or of the template, which fits a face seen from the front.
    """
    points = TEMPLATE * Extent.of(labels).width if points_crop is None else np.asarray(points_crop, np.float64)
    top, bottom = points[:2].mean(axis=0), points[3:].mean(axis=0)
    along = (bottom - top) / np.linalg.norm(bottom - top)
    rows, columns = np.indices(labels.shape) + 0.5
    to_left = (columns - top[0]) * along[1] - (rows - top[1]) * along[0] < 0
    source_side = to_left if from_left else ~to_left
    part = np.isin(labels, list(classes)) & source_side
    replaced = np.isin(labels, [FLIPPED[one] for one in classes]) & ~source_side
    linear = 2 * np.outer(along, along) - np.eye(2)
    # the axis is given for corners of pixels, the map is for their centres
    shift = top - 0.5 - linear @ (top - 0.5)
    return _stamped(labels, part, replaced, np.hstack([linear, shift[:, None]]), FLIPPED, locked, allowed=~source_side)


def with_class_reset(
    labels: Labels, predicted: Labels, value: int, *, locked: Collection[int] = ()
) -> PixelDiff | None:
    """One class exactly where the prediction has it; where it was besides, the prediction's other classes."""
    return with_region_reset(labels, predicted, (labels == value) | (predicted == value), locked=locked)


def with_region_reset(
    labels: Labels, predicted: Labels, part: Part, *, locked: Collection[int] = ()
) -> PixelDiff | None:
    """The prediction within a part of the layout."""
    return PixelDiff.between(labels, np.where(part, predicted, labels), locked=locked)


def superpixels(pixels: NDArray[np.float32], hole: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Small areas of one colour (S, S), numbered from 1: SLIC (R. Achanta et al., PAMI 2012) on a crop's pixels
    (S, S, 3) 0...1. In its hole, where nothing is seen, they are what its surroundings let expect."""
    found = slic(_seen(pixels, hole), n_segments=_SUPERPIXELS, compactness=_COMPACTNESS, start_label=1, channel_axis=-1)
    return np.asarray(found, np.int32)


def snapped_to_superpixels(region: Region, areas: NDArray[np.int32], *, least_share: float = 0.5) -> Region | None:
    """The areas of which a region covers at least a share; None if there is none."""
    drawn = region.over(Extent.of(areas).box)
    count = int(areas.max()) + 1
    covered = np.bincount(areas[drawn], minlength=count)
    whole = np.maximum(np.bincount(areas.ravel(), minlength=count), 1)
    return Region.of((covered / whole >= least_share)[areas])


def snapped_to_edges(
    region: Region, pixels: NDArray[np.float32], hole: NDArray[np.bool_], *, reach_px: int = 6
) -> Region | None:
    """The region with its outline on the strongest edges of a crop (S, S, 3) within ``reach_px``: a watershed of
    the gradient between what is surely inside and surely outside (L. Vincent and P. Soille, PAMI 1991).

    Where the crop has its hole there are no edges to see, and the outline stays as it was drawn.
    """
    drawn = region.over(Extent.of(pixels).box).astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach_px + 1, 2 * reach_px + 1))
    core = cv2.erode(drawn, disc, borderValue=0)
    if not core.any():
        # thinner than the reach: its middle line is surely inside
        core = (cv2.distanceTransform(drawn, cv2.DIST_L2, 3) >= _ridge(drawn)).astype(np.uint8)
    markers = np.where(cv2.dilate(drawn, disc) == 0, 2, core).astype(np.int32)
    if not (markers == 2).any():
        return region
    basins: NDArray[np.int32] = watershed(_gradient(_seen(pixels, hole)), markers)  # type: ignore[no-untyped-call]
    found = basins == 1
    return Region.of(np.where(hole, drawn > 0, found))


def _stamped(
    labels: Labels,
    part: Part,
    replaced: Part,
    matrix: NDArray[np.float64],
    new_classes: Collection[int],
    locked: Collection[int],
    *,
    allowed: Part | None = None,
) -> PixelDiff | None:
    """``replaced`` pixels taken away, then the part's classes, renamed, put where ``matrix`` (2, 3; from and to
    centres of pixels, counted from 0) carries them, as far as it is ``allowed``."""
    names, size = list(new_classes), Extent.of(labels)
    after = _uncovered(labels, replaced)
    present = np.unique(labels[part]).tolist()
    # one share for each class, not nearest labels: the outline of an enlarged part has no steps
    shares = [
        cv2.warpAffine(
            (part & (labels == one)).astype(np.float32),
            matrix,
            (size.width, size.height),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
        )
        for one in present
    ]
    if shares:
        stack = np.stack(shares)
        there = stack.sum(axis=0) >= 0.5
        if allowed is not None:
            there &= allowed
        chosen = np.array([names[one] for one in present], np.uint8)[stack.argmax(axis=0)]
        after = np.where(there, chosen, after)
    return PixelDiff.between(labels, np.asarray(after, np.uint8), locked=locked)


def _uncovered(labels: Labels, gone: Part) -> Labels:
    """The labels with the nearest class that lies under the others where something is gone."""
    known = np.isin(labels, list(GROUNDS)) & ~gone
    known = known if known.any() else ~gone
    if not known.any() or not gone.any():
        return labels
    _, nearest = cv2.distanceTransformWithLabels(
        (~known).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    by_number = np.zeros(int(nearest.max()) + 1, np.uint8)
    by_number[nearest[known]] = labels[known]
    return np.where(gone, by_number[nearest], labels).astype(np.uint8)


def _ridge(drawn: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Half of the largest depth near each pixel, above zero: what is at least as deep is the middle of its part."""
    depth = np.asarray(cv2.distanceTransform(drawn, cv2.DIST_L2, 3), np.float32)
    near = cv2.dilate(depth, np.ones((9, 9), np.uint8))
    return np.maximum(np.asarray(near, np.float32) / 2, 0.5)


def _seen(pixels: NDArray[np.float32], hole: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The crop without the hole's own edges."""
    return membrane(pixels, ~hole) if hole.any() else pixels


def _gradient(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """The length of the strongest channel's gradient (S, S)."""
    soft = cv2.GaussianBlur(pixels, (0, 0), 1.0)
    x, y = (cv2.Sobel(soft, cv2.CV_32F, *order) for order in ((1, 0), (0, 1)))
    return np.asarray(np.hypot(x, y).max(axis=-1), np.float32)
