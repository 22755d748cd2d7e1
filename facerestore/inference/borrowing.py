"""Whom a painted face borrows from: its mirror image and its references as the network reads them, made once for all
candidates of a crop and layout."""

# R lenders, H W pixels, S side of the crop

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.inference.arrays import crop_arrays, layout_array
from facerestore.inference.backends.interface import Floats, ReferenceArrays, TextureArrays, TextureNetwork
from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference, equal_references
from facerestore.values.request import TextureRequest

_EDGE_PX = 9
"""How softly a part that may not be lent ends, so that no seam lies inside the painting."""


class LendersOnce:
    """The lenders of the last crop, layout and references: further candidates of a face find them made."""

    def __init__(self) -> None:
        self._last: tuple[_Asked, object | None] | None = None

    def of(self, network: TextureNetwork, request: TextureRequest, inputs: TextureArrays) -> object | None:
        """The mirror image first, then the references in their order. ``inputs``: the request's."""
        asked = _Asked(request.crop, request.layout, request.references, network)
        if self._last is None or not self._last[0].equals(asked):
            references = _lenders(request) if request.references else None
            self._last = asked, network.lenders(inputs, references)
        return self._last[1]


@dataclass(frozen=True, eq=False)
class _Asked:
    crop: FaceCrop
    layout: Layout
    references: tuple[Reference, ...]
    network: TextureNetwork

    def equals(self, other: "_Asked") -> bool:
        return (
            self.network is other.network
            and np.array_equal(self.crop.hole, other.crop.hole)
            and np.array_equal(self.layout.labels, other.layout.labels)
            and np.array_equal(self.crop.pixels, other.crop.pixels)
            and equal_references(self.references, other.references)
        )


def eight_bit_shares(shares_RHW: Floats) -> NDArray[np.uint8]:
    """(R, S, S), 0...255: how much of each pixel each lender gave."""
    return np.asarray(np.rint(shares_RHW * np.float32(255)).clip(0, 255), np.uint8)


def _lenders(request: TextureRequest) -> ReferenceArrays:
    """The references, each with its layout and where it may lend."""
    side = request.crop.hole.shape[0] // 2
    layouts = []
    for one in request.references:
        if one.layout is None:
            raise ValueError("A reference lends by its layout.")
        layouts.append(layout_array(one.layout, side))
    crops, holes = zip(*(crop_arrays(one.crop) for one in request.references), strict=True)
    return ReferenceArrays(
        crop_R3HW=np.concatenate(crops),
        hole_R1HW=np.concatenate(holes),
        layout_RKHW=np.concatenate(layouts),
        allowed_R1HW=np.stack([_softly(one.lends_in(request.layout)) for one in request.references])[:, None],
    )


def _softly(where: NDArray[np.bool_]) -> Floats:
    """0...1: the mean of what is allowed around each pixel, of those that there are."""

    def summed(plane: Floats) -> Floats:
        sums = cv2.boxFilter(plane, cv2.CV_32F, (_EDGE_PX, _EDGE_PX), normalize=False, borderType=cv2.BORDER_CONSTANT)
        return np.asarray(sums, np.float32)

    return summed(where.astype(np.float32)) / summed(np.ones(where.shape, np.float32))
