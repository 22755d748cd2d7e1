"""Where a photo is damaged: the network for damage on overlapping tiles, in bounded memory."""

# B batch, G groups of damage and none, H W pixels

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.inference.backends.interface import DamageNetwork, Floats
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_map import DamageMap
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.request import DamageRequest
from facerestore_resources.damage_groups import DamageGroup

TILE_PX: Final = 512
_OVERLAP_PX: Final = 128
"""What two tiles see both, at least: each answers for the half that lies on its side."""

_MULTIPLE: Final = 32
_LEAST_PX: Final = 64


def map_damage(
    network: DamageNetwork,
    request: DamageRequest,
    *,
    on_progress: OnProgress = no_progress,
    cancel: CancelToken = NEVER,
) -> DamageMap:
    """The map of the request's copy. Raises Cancelled between tiles."""
    pixels = request.pixels
    height, width = pixels.shape[:2]
    shares = np.empty((height, width, len(DamageGroup)), np.uint8)
    tiles = [(rows, columns) for rows in _spans(height) for columns in _spans(width)]
    for number, (rows, columns) in enumerate(tiles):
        raise_if_cancelled(cancel)
        on_progress("damage", number, len(tiles))
        answer = _answer(network, pixels[rows.seen, columns.seen])
        inner = answer[rows.own_in_seen, columns.own_in_seen]
        shares[rows.own, columns.own] = np.rint(255 * inner)
    on_progress("damage", len(tiles), len(tiles))
    return DamageMap(shares, request.scale)


@dataclass(frozen=True)
class _Span:
    """Rows or columns of a tile: what it sees, and what it answers for."""

    seen: slice
    own: slice

    @property
    def own_in_seen(self) -> slice:
        return slice(self.own.start - self.seen.start, self.own.stop - self.seen.start)


def _spans(length: int) -> list[_Span]:
    """Tiles along a side. All lie within the photo, and their sides are multiples of _MULTIPLE where the photo has so
    many pixels: the network learnt from windows that end, and takes a mirror image beyond the edge for damage."""
    side = min(TILE_PX, max(length // _MULTIPLE * _MULTIPLE, min(length, _LEAST_PX)))
    overlap = min(_OVERLAP_PX, side // 2)
    count = 1 if side >= length else -(-(length - overlap) // (side - overlap))
    starts = np.rint(np.linspace(0, length - side, count)).astype(int).tolist()
    middles = [(one + side + following) // 2 for one, following in pairwise(starts)]
    edges = [0, *middles, length]
    return [
        _Span(slice(start, start + side), slice(first, last))
        for start, first, last in zip(starts, edges[:-1], edges[1:], strict=True)
    ]


def _answer(network: DamageNetwork, pixels: NDArray[np.uint8]) -> Floats:
    """Probabilities float32 (h, w, G)."""
    height, width = pixels.shape[:2]
    below, beside = (max(_LEAST_PX, -(-side // _MULTIPLE) * _MULTIPLE) - side for side in (height, width))
    padded = cv2.copyMakeBorder(pixels, 0, below, 0, beside, cv2.BORDER_REFLECT)
    photo = np.ascontiguousarray(np.asarray(padded, np.float32).transpose(2, 0, 1)[None] / np.float32(255))
    return network(photo)[0, :, :height, :width].transpose(1, 2, 0)
