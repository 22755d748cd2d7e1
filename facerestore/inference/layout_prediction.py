"""Stage 1: the layout of a crop, with probabilities."""

# H W cells of two pixels, K classes, S side of the crop

from collections.abc import Callable

import cv2
import numpy as np
from scipy.special import softmax

from facerestore.inference.arrays import crop_arrays, layout_latent
from facerestore.inference.backends.interface import Floats, LayoutNetwork
from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import LayoutPrediction
from facerestore.values.request import LayoutRequest


class BestGuess:
    """What stage 1 said of the last crop when it was asked for the best single guess: alternatives to it show the same
    where the crop is visible, and are mostly asked for one after the other."""

    def __init__(self) -> None:
        self._crop: FaceCrop | None = None
        self._logits: Floats | None = None

    def of(self, crop: FaceCrop, make: Callable[[], Floats]) -> Floats:
        """The logits of a crop, made unless they are those of the last one."""
        if self._logits is None or self._crop is None or not _are_equal(self._crop, crop):
            self._crop, self._logits = crop, make()
        return self._logits


def predict_layout(
    network: LayoutNetwork, request: LayoutRequest, best_guess: BestGuess | None = None
) -> LayoutPrediction:
    """The layout of the whole crop: read off the picture where it is visible, imagined in the hole.

    Alternatives differ in the hole alone: what is visible has one layout. ``best_guess`` belongs to the network.
    """
    crop = request.crop
    pixels, hole = crop_arrays(crop)
    logits = (best_guess or BestGuess()).of(crop, lambda: network(pixels, hole, None))
    latent = layout_latent(request.alternative)
    if latent is not None:
        side = hole.shape[-1] // 2
        hidden = hole.reshape(1, 1, side, 2, side, 2).max(axis=(3, 5))
        logits = np.where(hidden > 0, network(pixels, hole, latent), logits)
    probabilities = softmax(_enlarged(logits[0], crop.hole.shape[0]), axis=0)
    return LayoutPrediction.from_probabilities(probabilities.astype(np.float16), crop.alignment)


def _enlarged(logits_KHW: Floats, side: int) -> Floats:
    """(K, S, S), between cells' centres by both neighbours in each direction."""
    planes = [cv2.resize(plane, (side, side), interpolation=cv2.INTER_LINEAR) for plane in logits_KHW]
    return np.asarray(planes, np.float32)


def _are_equal(one: FaceCrop, other: FaceCrop) -> bool:
    # by content: a crop that comes through the worker's pipe is another object each time
    return np.array_equal(one.pixels, other.pixels) and np.array_equal(one.hole, other.hole)
