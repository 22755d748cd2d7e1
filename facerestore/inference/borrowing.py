"""Whom a painted face borrows from: its mirror image and its references as the network reads them, made once for all
candidates of a crop and layout."""

# B batch, R lenders, H W pixels

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from facerestore.inference.conditioning import crop_tensors, layout_tensor
from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference, equal_references
from facerestore.values.request import TextureRequest
from facerestore_models import TextureInputs
from facerestore_models.blocks.borrowing import Borrowed, FittedLenders, Lenders
from facerestore_models.texture_generator import TextureGenerator
from facerestore_models.tone import toned_like

_EDGE_PX = 9
"""How softly a part that may not be lent ends, so that no seam lies inside the painting."""


class LendersOnce:
    """The lenders of the last crop, layout and references: further candidates of a face find them made."""

    def __init__(self) -> None:
        self._last: tuple[_Asked, FittedLenders | None] | None = None

    def of(self, network: TextureGenerator, request: TextureRequest, inputs: TextureInputs) -> FittedLenders | None:
        """The mirror image first, then the references in their order. ``inputs``: the request's, on a device."""
        asked = _Asked(request.crop, request.layout, request.references, inputs.crop.device, network)
        if self._last is None or not self._last[0].equals(asked):
            if request.references:
                inputs = replace(inputs, references=_lenders(request.references, inputs))
            found = network.lenders(inputs)
            if found is not None and request.references:
                found = found.within(_allowed(request, inputs.crop.device))
            self._last = asked, found
        return self._last[1]


@dataclass(frozen=True, eq=False)
class _Asked:
    crop: FaceCrop
    layout: Layout
    references: tuple[Reference, ...]
    device: torch.device
    network: TextureGenerator

    def equals(self, other: "_Asked") -> bool:
        return (
            self.network is other.network
            and self.device == other.device
            and np.array_equal(self.crop.hole, other.crop.hole)
            and np.array_equal(self.layout.labels, other.layout.labels)
            and np.array_equal(self.crop.pixels, other.crop.pixels)
            and equal_references(self.references, other.references)
        )


def _lenders(references: tuple[Reference, ...], inputs: TextureInputs) -> Lenders:
    """The references, each with its layout, in the tone of the crop that borrows."""
    side = inputs.crop.shape[-1] // 2
    device = inputs.crop.device
    lent = [crop_tensors(one.crop, device) for one in references]
    crop, hole = (torch.cat(parts) for parts in zip(*lent, strict=True))
    layouts = []
    for one in references:
        if one.layout is None:
            raise ValueError("A reference lends by its layout.")
        layouts.append(layout_tensor(one.layout, side, device))
    layout = torch.cat(layouts)
    own = (value.expand(len(references), -1, -1, -1) for value in (inputs.crop, inputs.hole, inputs.layout))
    return Lenders.references(toned_like(crop, hole, layout, *own), hole, layout)


def shares_of(borrowed: Borrowed) -> NDArray[np.uint8]:
    """(R, S, S) for one crop: how much of each pixel each lender gave, 0...255, the mean of its shares of light and
    shape and of detail."""
    shares_R1HW = (borrowed.coarse_BR1HW[0] + borrowed.fine_BR1HW[0]) / 2
    return np.asarray((shares_R1HW[:, 0] * 255).round().clamp(0, 255).to(torch.uint8).cpu().numpy())


def _allowed(request: TextureRequest, device: torch.device) -> Tensor:
    """(1, 1 + R, 1, S, S): where each lender may lend, 0...1; the mirror image everywhere."""
    everywhere = np.ones(request.crop.hole.shape, np.bool_)
    where = np.stack([everywhere, *(one.lends_in(request.layout) for one in request.references)])
    soft = F.avg_pool2d(torch.from_numpy(where)[:, None].float(), _EDGE_PX, 1, _EDGE_PX // 2, count_include_pad=False)
    return soft[None].to(device)
