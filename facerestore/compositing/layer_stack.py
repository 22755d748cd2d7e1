"""A result in layers: the scan as it is, what was painted or continued over it, where, and the layouts of faces."""

from collections.abc import Sequence
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.picture_layer import PictureLayer
from facerestore.values.repair import RepairedPhoto, RepairKind
from facerestore_resources.face_classes import COLOURS

SCAN: Final = "Scan"
MASK: Final = "Mask"
_PATCHES: Final = {
    RepairKind.FILLED: "Continued from the surroundings",
    RepairKind.GENERATED: "Painted by the network",
    RepairKind.HEALED: "Healed by hand",
    RepairKind.CLONED: "Cloned by hand",
}


def layer_stack(repaired: RepairedPhoto, candidates: Sequence[Candidate], mask: Mask) -> tuple[PictureLayer, ...]:
    """From the lowest: the scan; a patch for each kind of repair, at the scan's depth, opaque where it changes the scan
    and transparent elsewhere, so that scan and patches are the result bit for bit; hidden, ``mask`` in grey and the
    layout of each face in its colours.

    A photo with transparency is no such stack: over its transparent pixels a patch would count twice.
    """
    source = repaired.source
    if not source.is_opaque:
        raise ValueError("A photo with transparency has no layers.")
    channels = 1 if source.pixels.ndim == 2 else 3
    whole = source.extent.box
    layers = [PictureLayer(SCAN, whole, source.bits, channels, lambda strip: source.pixels[strip])]
    for kind, name in _PATCHES.items():
        box = _around([one.box for one in repaired.repairs if one.kind is kind])
        if not box.is_empty:
            layers.append(_patch(repaired, kind, name, box, channels))
    if not mask.is_empty:
        layers.append(PictureLayer(MASK, whole, 8, 1, lambda strip: mask.coverage[strip], is_visible=False))
    for number, candidate in enumerate(candidates, 1):
        layer = _layout(candidate, whole, f"Layout of face {number}")
        if layer is not None:
            layers.append(layer)
    return tuple(layers)


def _patch(repaired: RepairedPhoto, kind: RepairKind, name: str, box: Box, channels: int) -> PictureLayer:
    dtype, opaque = repaired.dtype, np.iinfo(repaired.dtype).max

    def rows(strip: slice) -> NDArray[Any]:
        part = Box(box.left, box.top + strip.start, box.right, box.top + strip.stop)
        made = np.zeros((part.height, part.width, channels + 1), dtype)
        for one in repaired.repairs:
            if one.kind is not kind or one.box.intersection(part).is_empty:
                continue
            common, where, samples = one.part(part)
            rows_in, columns_in = common.top - part.top, common.left - part.left
            over = made[rows_in : rows_in + common.height, columns_in : columns_in + common.width]
            over[where] = np.column_stack([samples, np.full(len(samples), opaque, dtype)])
        return made

    return PictureLayer(name, box, repaired.source.bits, channels + 1, rows)


def _layout(candidate: Candidate, whole: Box, name: str) -> PictureLayer | None:
    """None for a face whose crop lies beyond the photo."""
    alignment, labels = candidate.alignment, candidate.layout.labels
    corners = alignment.corners_photo()
    left, top = np.floor(corners.min(axis=0)).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    box = Box(int(left), int(top), int(right), int(bottom)).intersection(whole)
    if box.is_empty:
        return None
    colours = np.asarray(COLOURS, np.uint8)

    def rows(strip: slice) -> NDArray[Any]:
        part = Box(box.left, box.top + strip.start, box.right, box.top + strip.stop)
        here = alignment.warp_to_photo(labels, part, interpolation=cv2.INTER_NEAREST)
        inside = np.zeros(here.shape, np.uint8)
        cv2.fillConvexPoly(inside, np.rint(corners - (part.left, part.top)).astype(np.int32), 255)
        return np.dstack([colours[here], inside])

    return PictureLayer(name, box, 8, 4, rows, is_visible=False)


def _around(boxes: Sequence[Box]) -> Box:
    if not boxes:
        return Box(0, 0, 0, 0)
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
