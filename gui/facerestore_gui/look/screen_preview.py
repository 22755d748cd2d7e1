"""ScreenPreview: a candidate that is looked at, on the screen: the picture of a result, and what would change in it."""

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.candidate_preview import CandidatePreview, PaintedCoverage
from facerestore.values.alignment import Alignment
from facerestore.values.geometry import Box
from facerestore_gui.look.images import Picture, ScreenPixels


class ScreenPreview:
    """A preview of a candidate over the picture of a result. Nothing outside ``box`` differs from the picture, and
    nothing outside the mask does. Holds no pixels but those of the crop."""

    def __init__(self, preview: CandidatePreview, coverage: PaintedCoverage, picture: Picture) -> None:
        assert isinstance(picture.pixels, ScreenPixels), "a result is a photo"
        self.box = preview.box
        self.picture = picture
        self._coverage, self._alignment = coverage, preview.alignment
        before, after = (picture.pixels.colours(one) for one in (preview.before, preview.after))
        self._difference = (after - before) * preview.weight[..., None]

    @property
    def byte_count(self) -> int:
        return self._difference.nbytes

    def part(self, box_photo: Box, level: int) -> NDArray[np.uint8] | None:
        """The pixels of a level of the picture over a box of the photo, whose left and top edge are pixels of that
        level, as of ``ScreenPixels.part``; None where nothing changes."""
        if box_photo.intersection(self.box).is_empty:
            return None
        share = self._coverage.part(box_photo, level)
        if not share.any():
            return None
        step = 2**level
        matrix = self._alignment.matrix_photo_to_crop
        of_level = Alignment(np.hstack([matrix[:, :2] * step, matrix[:, 2:]]), self._alignment.crop_px)
        rows, columns = share.shape
        left, top = box_photo.left // step, box_photo.top // step
        difference = of_level.warp_to_photo(self._difference, Box(left, top, left + columns, top + rows))
        shown = self.picture.level_part(level, box_photo)
        difference = difference.reshape(*share.shape, -1)
        weight = share.astype(np.float32)[..., None] / np.float32(255)
        if shown.ndim == 2:
            difference = difference[..., 0]
            weight = weight[..., 0]
        elif self.picture.has_alpha:
            weight = weight * (shown[..., 3:].astype(np.float32) / np.float32(255))
        return np.asarray(np.clip(np.rint(shown + difference * weight), 0, 255), np.uint8)
