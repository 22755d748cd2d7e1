"""Stage 1: the layout of a crop, with probabilities."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore.inference.conditioning import crop_tensors, layout_latent
from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import LayoutPrediction
from facerestore.values.request import LayoutRequest


class BestGuess:
    """What stage 1 said of the last crop when it was asked for the best single guess: alternatives to it show the same
    where the crop is visible, and are mostly asked for one after the other."""

    def __init__(self) -> None:
        self._crop: FaceCrop | None = None
        self._logits: Tensor | None = None

    def of(self, crop: FaceCrop, make: Callable[[], Tensor]) -> Tensor:
        """The logits of a crop, made unless they are those of the last one."""
        if self._logits is None or self._crop is None or not _are_equal(self._crop, crop):
            self._crop, self._logits = crop, make()
        return self._logits


@torch.no_grad()
def predict_layout(network: nn.Module, request: LayoutRequest, best_guess: BestGuess | None = None) -> LayoutPrediction:
    """The layout of the whole crop: read off the picture where it is visible, imagined in the hole.

    Alternatives differ in the hole alone: what is visible has one layout. ``best_guess`` belongs to the network.
    """
    crop = request.crop
    device = next(network.parameters()).device
    tensors = crop_tensors(crop, device)
    logits = (best_guess or BestGuess()).of(crop, lambda: network(*tensors).float())
    latent = layout_latent(request.alternative, device)
    if latent is not None:
        hole = F.max_pool2d(tensors[1], 2)
        logits = torch.where(hole > 0, network(*tensors, latent).float(), logits)
    side = crop.hole.shape[0]
    logits = F.interpolate(logits, size=(side, side), mode="bilinear", align_corners=False)
    probabilities = logits[0].softmax(dim=0).cpu().numpy().astype(np.float16)
    return LayoutPrediction.from_probabilities(probabilities, crop.alignment)


def _are_equal(one: FaceCrop, other: FaceCrop) -> bool:
    # by content: a crop that comes through the worker's pipe is another object each time
    return np.array_equal(one.pixels, other.pixels) and np.array_equal(one.hole, other.hole)
