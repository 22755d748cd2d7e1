"""Details: the borrowed detail of all faces of a photo, laid over a part of it at one strength."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import Painting
from facerestore.compositing.detail import BorrowedDetail
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo


@dataclass(frozen=True, eq=False)
class DetailPart:
    """The detail of a part of the photo: ``pixels`` float32 (h, w, C) around 0; ``share`` float32 (h, w): how strong it
    is, 0 where nothing is borrowed ... 1."""

    pixels: NDArray[np.float32]
    share: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Details:
    """``parts``: by face; ``strength``: 0...1."""

    parts: tuple[BorrowedDetail, ...] = ()
    strength: float = 0.0

    @classmethod
    def of(
        cls,
        photo: Photo,
        samples: NDArray[np.uint8] | NDArray[np.uint16],
        paintings: Sequence[Painting],
        candidates: Sequence[Candidate],
        *,
        mask: Mask,
        fill: Mask | None,
        protected: Mask | None,
        strength: float,
        seed: int,
    ) -> Self:
        """What the paintings of candidates borrow. ``samples``: the photo's pixels, (H, W) if it is grey; ``mask``: all
        that changes. What is protected lends nothing: it may be a stamp on the face."""
        if strength <= 0:
            return cls()
        borrows = mask if fill is None else Mask(mask.coverage & ~fill.coverage)
        withheld = (mask,) if protected is None else (mask, protected)
        found = (
            BorrowedDetail.of(photo, samples, painting, one.layout, borrows=borrows, withheld=withheld, seed=seed)
            for painting, one in zip(paintings, candidates, strict=True)
        )
        return cls(tuple(one for one in found if one is not None), strength)

    def over(self, box_photo: Box, depth_px: NDArray[np.float32], chs: int) -> DetailPart:
        """Each pixel's detail, of the face whose crop's centre is nearest, so strong as it is missing at its depth
        (h, w) in the hole."""
        shape = (box_photo.height, box_photo.width)
        pixels, share = np.zeros((*shape, chs), np.float32), np.zeros(shape, np.float32)
        nearest = np.full(shape, np.inf, np.float32)
        for one in self.parts:
            if Box.around(one.painting.alignment.corners_photo()).intersection(box_photo).is_empty:
                continue
            inside, _, distance = one.painting.inside_and_share(box_photo)
            here = inside & (distance < nearest)
            nearest[here] = distance[here]
            own, lent = one.over(box_photo)
            missing = self.strength * one.missing_share(depth_px)
            pixels[here] = (own * missing[..., None])[here]
            share[here] = (lent * missing)[here]
        return DetailPart(pixels, share)
