"""What a screen shows of a candidate that is looked at, over the picture of a result."""

import numpy as np
import pytest
from fake_backend import alignment_at

from facerestore.compositing.candidate_preview import CandidatePreview, PaintedCoverage
from facerestore.values.geometry import Box
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.repair import RepairedPhoto
from facerestore_gui.look.images import Picture, ScreenPixels
from facerestore_gui.look.screen_preview import ScreenPreview
from tests.gui.look.test_images import _swapped_primaries

SIZE, SIDE = 600, 256


def photo_of(kind, share):
    """A photo of one colour, ``share`` of white in red, less in green and blue."""
    white = 65535 if kind == "rgb16" else 255
    dtype = np.uint16 if kind == "rgb16" else np.uint8
    if kind in ("grey", "grey as colour"):
        shape = (SIZE, SIZE) if kind == "grey" else (SIZE, SIZE, 3)
        return Photo(np.full(shape, round(share * white), dtype))
    pixels = np.empty((SIZE, SIZE, 3), dtype)
    pixels[:] = [round(share * part * white) for part in (1, 0.8, 0.5)]
    alpha = np.full((SIZE, SIZE), white // 2, dtype) if kind == "alpha" else None
    metadata = PhotoMetadata(icc_profile=_swapped_primaries()) if kind == "profile" else PhotoMetadata()
    return Photo(pixels, alpha, metadata=metadata)


def preview_over(photo, before, after):
    """Of paintings in two shares of white, over a result whose left half is painted."""
    painted = np.zeros((SIZE, SIZE), np.bool_)
    painted[:, : SIZE // 2] = True
    coverage = PaintedCoverage.of(RepairedPhoto.of_planes(photo, photo.pixels, generated=painted), 2)
    parts = [1] if photo.is_grey else [1, 0.8, 0.5]
    planes = [np.tile(np.float32(share) * np.array(parts, np.float32), (SIDE, SIDE, 1)) for share in (before, after)]
    alignment = alignment_at(SIZE / 2, SIZE / 2, 2 * SIZE)
    box = Box(0, 0, SIZE, SIZE)
    preview = CandidatePreview(planes[0], planes[1], np.ones((SIDE, SIDE), np.float32), alignment, box)
    return ScreenPreview(preview, coverage, Picture(photo))


@pytest.mark.parametrize("kind", ["grey", "grey as colour", "rgb8", "rgb16", "alpha", "profile"])
@pytest.mark.parametrize("level", [0, 1])
def test_that_a_candidate_looks_as_a_photo_of_its_colours_does_and_nothing_beside_the_mask_changes(kind, level):
    photo = photo_of(kind, 0.3)
    shown = preview_over(photo, 0.3, 0.7).part(Box(0, 0, SIZE, SIZE), level).astype(int)
    step = 2**level
    whole = Box(0, 0, SIZE, SIZE)
    was = ScreenPixels(photo).part(whole, step=step).astype(int)
    wanted = ScreenPixels(photo_of(kind, 0.7)).part(whole, step=step).astype(int)
    half = SIZE // 2 // step
    assert np.abs(shown[:, : half - 1] - wanted[:, : half - 1]).max() <= 2
    assert (shown[:, half + 1 :] == was[:, half + 1 :]).all()
    assert shown.shape == was.shape


def test_that_where_nothing_changes_there_is_nothing_to_draw():
    preview = preview_over(photo_of("rgb8", 0.3), 0.3, 0.7)
    assert preview.part(Box(400, 0, 500, 100), 0) is None
    assert preview.part(Box(0, 0, 100, 100), 0) is not None
