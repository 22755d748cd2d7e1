"""What edits and previews of a layout calculate. Imported with the first of them, as ``file_calculations`` is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.compositor import composite
from facerestore.editing.layout_editing import (
    GROUNDS,
    MOUTH,
    Movement,
    mirrored,
    moved,
    part_at,
    put_class,
    snapped_to_edges,
    snapped_to_superpixels,
    superpixels,
    with_class_reset,
)
from facerestore.editing.mask_shapes import Region, lasso, polygon
from facerestore.editing.painting import PixelDiff
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_resources.face_classes import FLIPPED

__all__ = ["Movement", "Region", "part_at", "put_class", "with_class_reset"]

Labels = NDArray[np.uint8]

SURROUNDINGS_PX: Final = 20
"""So far around an edit, in pixels of the crop, a preview is made anew. The texture network sees further; what it
changes there is left for Generate."""

_BLENDED_PX: Final = 9
"""Over how many pixels the new part gives way to the old one."""

_UNSURE_NATS: Final = float(np.log(3))
"""Three classes as likely as each other: more doubt than that is shown no stronger."""


def polygon_patch(
    labels: Labels, corners_crop: NDArray[np.float64], value: int, locked: Collection[int]
) -> PixelDiff | None:
    return put_class(labels, polygon(corners_crop, Extent.of(labels)), value, locked=locked)


def snapped(crop: FaceCrop, line_crop: NDArray[np.float64], *, to_areas: bool) -> Region | None:
    """What a line (N, 2) drawn roughly round something means: up to the edges near it, or in areas of one colour."""
    region = lasso(line_crop, Extent.of(crop.hole))
    if region is None:
        return None
    if to_areas:
        return snapped_to_superpixels(region, superpixels(crop.pixels, crop.hole))
    return snapped_to_edges(region, crop.pixels, crop.hole)


def mirrored_patch(
    labels: Labels, face_class: int, points_crop: NDArray[np.float64], *, from_left: bool, locked: Collection[int]
) -> PixelDiff | None:
    """A class and its partner; of the mouth, lips and inside together."""
    classes = set(MOUTH) if face_class in MOUTH else {face_class, FLIPPED[face_class]}
    return mirrored(labels, classes, from_left=from_left, points_crop=points_crop, locked=locked)


def movable_part(labels: Labels, x_px: float, y_px: float, locked: Collection[int]) -> NDArray[np.bool_] | None:
    """The part under a place (S, S) that can be moved as a shape: one that lies on others, and nothing of it locked."""
    part = part_at(labels, x_px, y_px)
    if part is None:
        return None
    classes = set(np.unique(labels[part]).tolist())
    return None if classes & (set(locked) | set(GROUNDS)) else part


def largest_part(labels: Labels, face_class: int, locked: Collection[int]) -> NDArray[np.bool_] | None:
    """The largest part of a class that can be moved; None if there is none."""
    count, pieces, stats, _ = cv2.connectedComponentsWithStats((labels == face_class).astype(np.uint8), connectivity=8)
    if count < 2:
        return None
    largest = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
    rows, columns = np.nonzero(pieces == largest)
    return movable_part(labels, float(columns[0]), float(rows[0]), locked)


def moved_labels(labels: Labels, part: NDArray[np.bool_], movement: Movement, locked: Collection[int]) -> Labels:
    """Other labels: those with the part elsewhere."""
    made = labels.copy()
    patch = moved(labels, part, movement, locked=locked)
    if patch is not None:
        patch.flip(made)
    return made


def uncertainty(probabilities: NDArray[np.float16]) -> NDArray[np.uint8]:
    """How unsure stage 1 is of each pixel (S, S), from its probabilities (19, S, S): their entropy, 0 none ... 255
    as between three classes or more."""
    p = np.asarray(probabilities, np.float32)
    entropy = -(p * np.log(np.maximum(p, 1e-7))).sum(axis=0)
    return np.asarray(np.clip(np.rint(entropy * (255 / _UNSURE_NATS)), 0, 255), np.uint8)


@dataclass(frozen=True, eq=False)
class Previewed:
    """A live preview of a crop. ``pixels``: uint8 (S, S, 3) of the crop, meaningful in its hole; ``labels``: the layout
    they follow."""

    crop: FaceCrop
    labels: Labels
    pixels: NDArray[np.uint8]
    seed: int


def previewed(candidate: Candidate, before: Previewed | None) -> Previewed:
    """How a candidate looks in its crop, at the crop's own resolution. Where the layout is as it was before, and far
    enough from where it is not, the earlier preview of the same crop and seed stays, to the bit."""
    labels = candidate.layout.labels
    made = Previewed(candidate.crop, labels, _composited(candidate), candidate.seed)
    if before is None or before.crop is not candidate.crop or before.seed != candidate.seed:
        return made
    share = touched_share(before.labels, labels)[..., None]
    mixed = np.rint(share * made.pixels + (1 - share) * before.pixels).astype(np.uint8)
    return Previewed(made.crop, labels, np.where(share > 0, mixed, before.pixels), made.seed)


def touched_share(before: Labels, after: Labels) -> NDArray[np.float32]:
    """1 where labels differ and around it, 0 far from there (S, S)."""
    side = 2 * SURROUNDINGS_PX + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    near = cv2.dilate((before != after).astype(np.float32), disc)
    # a box, not a bell: its reach ends
    return np.asarray(cv2.blur(near, (_BLENDED_PX, _BLENDED_PX), borderType=cv2.BORDER_REPLICATE), np.float32)


def _composited(candidate: Candidate) -> NDArray[np.uint8]:
    """The crop restored as the photo is, by the same compositing, on a photo that is the crop itself."""
    crop = candidate.crop
    seen = Photo(np.rint(crop.pixels * 255).astype(np.uint8))
    side = crop.hole.shape[0]
    own = Alignment(np.eye(2, 3) * (candidate.alignment.crop_px / side), candidate.alignment.crop_px)
    in_crop = FaceCrop(crop.pixels, crop.hole, own, is_grey=crop.is_grey)
    mask = Mask.from_bool(crop.hole)
    made = composite(seen, mask, [Candidate(candidate.pixels, in_crop, candidate.layout, candidate.seed)])
    return np.ascontiguousarray(made.photo.pixels)


def part_box(part: NDArray[np.bool_]) -> Box:
    return Box.of_nonzero(part)


def centre_of(part: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The middle of a part (x, y), about which it is scaled and turned; in pixels counted from corners."""
    rows, columns = np.nonzero(part)
    return np.array([columns.mean() + 0.5, rows.mean() + 0.5])
