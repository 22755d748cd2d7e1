import tracemalloc

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facerestore.compositing import compositor, tiling
from facerestore.compositing.compositor import composite
from facerestore.compositing.tone import LUMA
from facerestore.values.alignment import CROP_PX, Alignment, FaceCrop
from facerestore.values.cancellation import Cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.damage import (
    astronaut,
    astronaut_alignment,
    damaged,
    decibels,
    face_hole,
    grain,
    painting,
    scratches,
)


@st.composite
def photos(draw: st.DrawFn) -> Photo:
    """Grey or RGB, with or without alpha, 8 or 16 bits, from one pixel up; noise or a gradient."""
    height, width = draw(st.integers(1, 70)), draw(st.integers(1, 70))
    depth = draw(st.sampled_from([np.uint8, np.uint16]))
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    mode = draw(st.sampled_from(["grey", "rgb", "equal"]))
    shape = (height, width) if mode == "grey" else (height, width, 3)
    white = np.iinfo(depth).max
    if draw(st.booleans()):
        pixels = rng.integers(0, white, shape, depth, endpoint=True)
    else:
        pixels = np.broadcast_to(
            np.linspace(0, white, width).astype(depth).reshape((1, width) + (1,) * (len(shape) - 2)), shape
        ).copy()
    if mode == "equal":
        pixels[...] = pixels[..., :1]
    alpha = rng.integers(0, 2, (height, width)).astype(depth) * white if draw(st.booleans()) else None
    return Photo(pixels, None if alpha is None else alpha.astype(depth))


@st.composite
def masks(draw: st.DrawFn, extent: Extent) -> Mask:
    restore = np.zeros((extent.height, extent.width), np.bool_)
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    kind = draw(st.sampled_from(["empty", "all", "pixels", "box", "line"]))
    x, y = rng.integers(0, (extent.width, extent.height), (2, 2)).T
    if kind == "all":
        restore[:] = True
    elif kind == "pixels":
        restore[y, x] = True
    elif kind == "box":
        restore[min(y) : max(y) + 1, min(x) : max(x) + 1] = True
    elif kind == "line":
        restore[:, x[0]] = True
    return Mask.from_bool(restore)


@st.composite
def candidates(draw: st.DrawFn, photo: Photo) -> Candidate:
    """A painting of noise, anywhere: turned, beyond the photo's edge, much finer or coarser than the photo."""
    angle, scale = draw(st.floats(-3.2, 3.2)), draw(st.floats(0.05, 40))
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    centre = rng.uniform(-0.2, 1.2, 2) * (photo.extent.width, photo.extent.height)
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = np.hstack([turn, (CROP_PX / 2 - turn @ centre)[:, None]])
    hole = cv2.resize(rng.random((4, 4), dtype=np.float32), (CROP_PX, CROP_PX)) > 0.5
    crop = FaceCrop(rng.random((CROP_PX, CROP_PX, 3), dtype=np.float32), hole, Alignment(matrix))
    painted = rng.random((CROP_PX, CROP_PX, 3), dtype=np.float32)
    return Candidate(painted, crop, Layout(np.zeros((CROP_PX, CROP_PX), np.uint8)), 0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_that_nothing_outside_the_mask_changes_whatever_the_photo_mask_and_crops(data: st.DataObject) -> None:
    photo = data.draw(photos())
    mask = data.draw(masks(photo.extent))
    painted = data.draw(st.lists(candidates(photo), max_size=2))
    before = photo.pixels.copy()
    result = composite(photo, mask, painted, seed=data.draw(st.integers(-9, 9)))
    kept = ~mask.restore
    assert result.photo.pixels.dtype == photo.pixels.dtype
    assert result.photo.pixels.shape == photo.pixels.shape
    assert (result.photo.pixels[kept] == before[kept]).all()
    assert (photo.pixels == before).all()
    assert result.photo.alpha is photo.alpha
    assert not (result.generated & result.filled).any()
    assert ((result.generated | result.filled) == mask.restore).all()
    if photo.is_grey:
        assert result.photo.is_grey


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_that_the_same_seed_gives_the_same_bytes(data: st.DataObject) -> None:
    photo = data.draw(photos())
    mask = data.draw(masks(photo.extent))
    painted = data.draw(st.lists(candidates(photo), max_size=2))
    first, again = (composite(photo, mask, painted, seed=7).photo.pixels for _ in range(2))
    assert (first == again).all()


def test_that_another_seed_gives_other_grain() -> None:
    noisy = np.clip(astronaut() + grain((300, 400, 3), sigma=9, size_px=0.7, is_coloured=False), 0, 255)
    mask, pixels = face_hole(), noisy.astype(np.uint8)
    first, other = (composite(damaged(pixels, mask), mask, [], seed=seed).photo.pixels for seed in (1, 2))
    assert (first != other)[mask.restore].mean() > 0.5


def test_that_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="photo's size"):
        composite(Photo(astronaut()), Mask.empty(Extent(3, 3)), [])


def test_that_what_a_crop_covers_is_generated_and_the_rest_is_filled() -> None:
    pixels, mask = astronaut(), scratches(300, 400, count=5, width_px=3)
    alignment = astronaut_alignment()
    result = composite(damaged(pixels, mask), mask, [painting(pixels, mask, alignment)])
    y, x = np.nonzero(mask.restore)
    crop_xy = alignment.to_crop(np.stack([x + 0.5, y + 0.5], axis=1))
    inside = ((crop_xy >= 0) & (crop_xy < CROP_PX)).all(axis=1)
    assert (result.generated[y, x] == inside).all()
    assert 0 < inside.mean() < 1


@pytest.mark.parametrize("shift", [0.1, -0.1])
@pytest.mark.parametrize("scale", [1, 3])
def test_that_a_painting_of_another_brightness_leaves_no_step_and_comes_out_right_inside(
    shift: float, scale: int
) -> None:
    # highlights and shadows are kept off the ends, where a shifted painting would be cut
    pixels = (40 + 0.68 * astronaut(scale)).astype(np.uint8)
    mask = face_hole(scale)
    result = composite(
        damaged(pixels, mask), mask, [painting(pixels, mask, astronaut_alignment(scale), shift=shift)]
    ).photo.pixels.astype(float)
    error = cv2.GaussianBlur(result - pixels, (0, 0), 1.0)
    depth = cv2.distanceTransform(mask.coverage, cv2.DIST_L2, 5)
    # of 25 levels of shift less than 2 are left, at the seam as deep inside
    assert abs(error[(depth > 0) & (depth <= 3)].mean()) < 2
    assert abs(error[depth > 10 * scale].mean()) < 2


@pytest.mark.parametrize(("shift", "gain_db"), [(0.0, 1.5), (0.05, 9.0)])
def test_that_thin_scratches_in_a_fine_scan_are_bridged_better_than_by_pasting(shift: float, gain_db: float) -> None:
    pixels, alignment = astronaut(4), astronaut_alignment(4)
    mask = scratches(*pixels.shape[:2], count=8, width_px=3)
    candidate = painting(pixels, mask, alignment, shift=shift)
    pasted = np.clip(255 * alignment.warp_to_photo(candidate.pixels, Extent.of(pixels).box), 0, 255)
    result = composite(damaged(pixels, mask), mask, [candidate])
    ours = decibels(result.photo.pixels, pixels, result.generated)
    assert ours > decibels(pasted, pixels, result.generated) + gain_db


def test_that_a_torn_edge_of_an_aligned_picture_is_painted_up_to_its_frame() -> None:
    pixels = cv2.resize(astronaut()[40:240, 130:330], (320, 320), interpolation=cv2.INTER_AREA)
    restore = np.zeros((320, 320), np.bool_)
    restore[:80, 240:] = True
    mask = Mask.from_bool(restore)
    alignment = Alignment.of_aligned(Extent.of(pixels))
    result = composite(damaged(pixels, mask), mask, [painting(pixels, mask, alignment, blur_px=0.7)])
    assert (result.generated == restore).all()
    assert decibels(result.photo.pixels, pixels, restore) > 28


def test_that_a_painting_fades_out_towards_a_crop_edge_inside_the_photo() -> None:
    grey = np.full((300, 400, 3), 128, np.uint8)
    covered = np.zeros((300, 400), np.uint8)
    covered[100:140] = 255
    mask, alignment = Mask(covered), astronaut_alignment()
    dark = painting(grey, mask, alignment, shift=-0.1)
    stripes = np.tile(np.sin(np.arange(CROP_PX) / 3)[:, None, None], (1, CROP_PX, 3)).astype(np.float32)
    striped = Candidate(dark.pixels + 0.1 * stripes, dark.crop, dark.layout, 0)
    result = composite(damaged(grey, mask), mask, [striped]).photo.pixels.astype(int)
    assert np.abs(result[110:130] - 128).max() > 10
    assert np.abs(np.diff(result, axis=1))[105:135].max() <= 8


def test_that_two_faces_that_share_a_hole_are_each_painted_by_their_own_crop() -> None:
    grey = np.full((300, 400, 3), 128, np.uint8)
    covered = np.zeros((300, 400), np.uint8)
    covered[120:160, 60:340] = 255
    mask = Mask(covered)
    painted = []
    for left, sign in ((20, 1), (180, -1)):
        alignment = Alignment(np.array([[1.28, 0, -1.28 * left], [0, 1.28, -1.28 * 40]]))
        plain = painting(grey, mask, alignment)
        mark = np.zeros((CROP_PX, CROP_PX, 3), np.float32)
        cv2.circle(mark, (128, 128), 12, (sign * 0.3,) * 3, -1)
        painted.append(Candidate(plain.pixels + mark, plain.crop, plain.layout, 0))
    result = composite(damaged(grey, mask), mask, painted).photo.pixels.astype(int)
    assert result[140, 120, 0] > 128 + 60
    assert result[140, 280, 0] < 128 - 60
    assert abs(result[140, 200, 0] - 128) < 5


def test_that_a_sepia_photo_stays_on_its_hue() -> None:
    luma = astronaut() @ LUMA / 255
    brown = np.stack([0.04 + 0.95 * luma**0.85, 0.02 + 0.85 * luma, 0.7 * luma**1.25], axis=-1)
    pixels, mask = np.rint(255 * brown).astype(np.uint8), face_hole()
    colourful = painting(astronaut(), mask, astronaut_alignment())
    own = painting(pixels, mask, astronaut_alignment())
    candidate = Candidate(colourful.pixels, own.crop, own.layout, 0)
    result = composite(damaged(pixels, mask), mask, [candidate]).photo.pixels / 255.0

    def hue_degrees(rgb: np.ndarray) -> np.ndarray:
        y = rgb @ LUMA
        return np.asarray(np.degrees(np.arctan2(rgb[..., 2] - y, rgb[..., 0] - y)))

    assert np.abs(hue_degrees(result) - hue_degrees(pixels / 255.0))[mask.restore].mean() < 2


def test_that_a_photo_worked_in_pieces_shows_no_piece() -> None:
    pixels = astronaut(2)
    mask = Mask(np.maximum(face_hole(2).coverage, scratches(600, 800, count=8, width_px=4).coverage))
    candidate = painting(pixels, mask, astronaut_alignment(2), shift=0.05)
    whole = composite(damaged(pixels, mask), mask, [candidate]).photo.pixels.astype(int)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            compositor,
            "Plan",
            type("Small", (), {"of": lambda mask: tiling.Plan.of(mask, piece_px=128, coarse_cells=20000)}),
        )
        in_pieces = composite(damaged(pixels, mask), mask, [candidate]).photo.pixels.astype(int)
    difference = np.abs(whole - in_pieces)[mask.restore]
    assert difference.mean() < 0.5
    assert np.percentile(difference, 99) <= 4


def test_that_a_large_scan_is_not_copied_as_floats() -> None:
    height, width = 3000, 4000
    pixels = np.broadcast_to(np.linspace(60, 190, width, dtype=np.uint8)[None, :, None], (height, width, 3)).copy()
    covered = np.zeros((height, width), np.uint8)
    cv2.line(covered, (10, 10), (width - 10, height - 10), 255, 5)
    photo, mask = Photo(pixels), Mask(covered)
    tracemalloc.start()
    composite(photo, mask, [])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # the result, four masks of the photo's size, and a fixed sum for the pieces
    assert peak < pixels.nbytes + 4 * covered.nbytes + 100e6


class _CancelledAfter:
    def __init__(self, calls: int) -> None:
        self.left = calls

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_that_it_can_be_cancelled_and_reports_progress_up_to_the_end() -> None:
    pixels, mask = astronaut(), face_hole()
    seen: list[tuple[str, int, int]] = []
    composite(damaged(pixels, mask), mask, [], on_progress=lambda *step: seen.append(step))
    assert seen == [("composite", 0, 2), ("composite", 1, 2), ("composite", 2, 2)]
    for calls in (0, 1):
        with pytest.raises(Cancelled):
            composite(damaged(pixels, mask), mask, [], cancel=_CancelledAfter(calls))


def test_that_a_photo_of_which_nothing_is_visible_still_gets_its_painting() -> None:
    pixels = astronaut()
    mask = Mask(np.full(pixels.shape[:2], 255, np.uint8))
    candidate = painting(pixels, mask, astronaut_alignment())
    result = composite(Photo(pixels.copy()), mask, [candidate])
    centre = np.zeros(pixels.shape[:2], np.bool_)
    centre[100:150, 200:250] = True
    assert decibels(result.photo.pixels, pixels, centre) > 25
