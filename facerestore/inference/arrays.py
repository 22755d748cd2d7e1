"""Crops, holes and layouts as the networks read them, and back. The one place where both meet."""

# C channels, H W pixels, K classes, N maps, S side of a crop, Z latent length

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.inference.backends.interface import Floats, TextureArrays
from facerestore.inference.random_numbers import NormalNumbers
from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import Layout
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_resources.network_shapes import LAYOUT_LATENT_CHS, NOISE_MAPS, TEXTURE_LATENT_CHS

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)


def crop_arrays(crop: FaceCrop) -> tuple[Floats, Floats]:
    """(crop (1, 3, S, S) 0...1 with zero in the hole, hole (1, 1, S, S) 1 = restore)."""
    return shown_arrays(crop.pixels, crop.hole)


def shown_arrays(pixels: Floats, hole: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """The same of a picture (H, W, 3) 0...1 of any shape and its hole (H, W)."""
    cover = hole.astype(np.float32)[None, None]
    planes = pixels.astype(np.float32).transpose(2, 0, 1)[None] * (1 - cover)
    return np.ascontiguousarray(planes, np.float32), cover


def layout_array(layout: Layout, side_px: int) -> Floats:
    """The layout's labels averaged to probabilities (1, 19, side, side); larger or smaller layouts are resized."""
    labels = layout.labels
    if labels.shape != (2 * side_px, 2 * side_px):
        resized = cv2.resize(labels, (2 * side_px, 2 * side_px), interpolation=cv2.INTER_NEAREST)
        labels = np.asarray(resized, np.uint8)
    one_hot = labels[None] == np.arange(CLASS_COUNT, dtype=np.uint8)[:, None, None]
    cells = one_hot.reshape(CLASS_COUNT, side_px, 2, side_px, 2)
    return np.asarray(cells.sum(axis=(2, 4), dtype=np.float32)[None] / 4, np.float32)


def random_arrays(seed: int, side_px: int) -> tuple[Floats, Floats]:
    """(latent (1, Z), noise (1, N, side, side)), N(0, 1), the same for the same seed wherever networks run."""
    numbers = NormalNumbers(seed)
    return numbers.draw(1, TEXTURE_LATENT_CHS), numbers.draw(1, NOISE_MAPS, side_px, side_px)


def layout_latent(alternative: int) -> Floats | None:
    """The latent (1, Z) of an alternative layout, N(0, 1); None for the best single guess, 0."""
    return None if alternative == 0 else NormalNumbers(alternative).draw(1, LAYOUT_LATENT_CHS)


def texture_arrays(crop: FaceCrop, layout: Layout, seed: int) -> TextureArrays:
    """What stage 2 is given for one crop: to paint it in the photograph's own tone."""
    side = crop.hole.shape[0] // 2
    pixels, hole = crop_arrays(crop)
    latent, noise = random_arrays(seed, side)
    return TextureArrays(crop=pixels, hole=hole, layout=layout_array(layout, side), latent=latent, noise=noise)


def picture_array(picture_13HW: Floats) -> Floats:
    """A network's picture as float32 (H, W, 3), clipped to 0...1."""
    return np.ascontiguousarray(picture_13HW[0].transpose(1, 2, 0).clip(0, 1), np.float32)


def painted_into(picture: Floats, pixels: Floats, hole: NDArray[np.bool_], *, is_grey: bool) -> Floats:
    """A picture (H, W, 3) where there is a hole, the pixels' own elsewhere; a grey photo's stays grey."""
    if is_grey:
        picture = np.repeat((picture @ _LUMA)[..., None], 3, axis=2)
    return np.ascontiguousarray(np.where(hole[..., None], picture, pixels), np.float32)
