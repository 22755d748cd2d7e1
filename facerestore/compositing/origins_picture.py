"""A picture that shows where each restored pixel is from: the photo in grey, what was invented or borrowed coloured."""

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box
from facerestore.values.photo import Photo
from facerestore.values.repair import BY_HAND, RepairedPhoto

NETWORK_RGB: Final = (213, 94, 0)
MIRROR_RGB: Final = (0, 114, 178)
SURROUNDINGS_RGB: Final = (240, 228, 66)
HAND_RGB: Final = (220, 38, 127)
REFERENCES_RGB: Final = (
    (0, 158, 115),
    (204, 121, 167),
    (86, 180, 233),
    (230, 159, 0),
    (120, 94, 240),
    (100, 60, 20),
    (0, 73, 73),
    (146, 0, 0),
)
"""Of Okabe and Ito's palette ("Color Universal Design", 2008) as far as it goes, told apart by most colour-blind
people; one for each reference in its order."""
_LEAST_HOLE: Final = 0.25
"""Of a pixel, to be counted as painted."""
_TINT: Final = 0.6
"""How much of a pixel is its origin's colour; the rest is the restored photo."""


def origins_picture(repaired: RepairedPhoto, candidates: Sequence[Candidate], changed: NDArray[np.bool_]) -> Photo:
    """The restored photo in grey, 8 bits, each pixel that ``changed`` (H, W) in the colours of where it is from, mixed
    as its origins are: the network, the photo's mirror image, references, a person's hand, or the surroundings
    where no face was painted."""
    photo = repaired.photo
    samples = photo.pixels if photo.bits == 8 else (photo.pixels >> 8).astype(np.uint8)
    grey = samples if samples.ndim == 2 else cv2.cvtColor(np.ascontiguousarray(samples), cv2.COLOR_RGB2GRAY)
    picture: NDArray[np.uint8] = np.repeat(np.asarray(grey, np.uint8)[..., None], 3, axis=2)
    tints = np.empty_like(picture)
    tints[:] = SURROUNDINGS_RGB
    if not candidates:
        # painted in regions, which no candidate tells of
        tints[repaired.generated] = NETWORK_RGB
    for candidate in candidates:
        box = candidate.alignment.box_photo(photo.extent)
        if not box.is_empty:
            mixed, is_painted = origin_tints(candidate, box)
            tints[box.slices][is_painted] = mixed[is_painted]
    for one in repaired.repairs:
        if one.kind in BY_HAND:
            tints[one.box.slices][one.where] = HAND_RGB
    coloured = (1 - _TINT) * picture[changed] + _TINT * tints[changed]
    picture[changed] = np.rint(coloured).astype(np.uint8)
    return Photo(picture)


def origin_tints(candidate: Candidate, box: Box, step: int = 1) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """The colours of where the pixels of a candidate are from, mixed by the shares that ``Candidate.origin_shares``
    sums up, for every ``step``-th pixel of a box of the photo: RGB (h, w, 3), and where it has any (h, w)."""
    hole = candidate.crop.hole.astype(np.float32)
    side = hole.shape[0]
    # the centre of each square of the box, counted from pixel centres as OpenCV does
    matrix = candidate.alignment.matrix_photo_to_crop * (side / candidate.alignment.crop_px)
    middle = np.array([box.left, box.top]) + step / 2
    to_crop = np.hstack([matrix[:, :2] * step, (matrix[:, :2] @ middle + matrix[:, 2] - 0.5)[:, None]])
    size = (-(-box.width // step), -(-box.height // step))
    over = cv2.warpAffine(
        np.dstack([_tints(candidate), hole]),
        to_crop,
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
    )
    weight = over[..., 3:]
    mixed = np.clip(np.rint(over[..., :3] / np.maximum(weight, _LEAST_HOLE)), 0, 255).astype(np.uint8)
    return mixed, np.asarray(weight[..., 0] > _LEAST_HOLE)


def mixed_colours(shares_RHW: NDArray[np.float32]) -> NDArray[np.float32]:
    """(H, W, 3) 0...255: the colours of the mirror image and of references by their shares 0...1, the network's for the
    rest."""
    colours = np.array([MIRROR_RGB, *REFERENCES_RGB][: len(shares_RHW)], np.float32).reshape(-1, 3)
    own = np.clip(1 - shares_RHW.sum(axis=0), 0, 1)[..., None]
    mixed = np.tensordot(shares_RHW, colours, axes=(0, 0)) + own * np.array(NETWORK_RGB, np.float32)
    return np.asarray(mixed, np.float32)


def _tints(candidate: Candidate) -> NDArray[np.float32]:
    """(S, S, 3) 0...255 in the crop's hole: the colours of the origins, by their shares."""
    side = candidate.crop.hole.shape[0]
    lent = np.zeros((0, side, side), np.uint8) if candidate.lent is None else candidate.lent
    return mixed_colours(lent.astype(np.float32) / np.float32(255)) * candidate.crop.hole[..., None].astype(np.float32)
