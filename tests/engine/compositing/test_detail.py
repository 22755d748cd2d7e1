"""Detail that a painting borrows from visible places of its scan."""

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from facerestore.compositing import compositor, tiling
from facerestore.compositing.compositor import composite
from facerestore.compositing.detail_matching import Patches, matched
from facerestore.compositing.detail_places import GROUPS, Places
from facerestore.compositing.detail_survey import nearest_mirror
from facerestore.values.alignment import CROP_PX, Alignment, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_resources.face_classes import FaceClass

SIDE_PX = 512


def textured(sigma: float = 0.03, *, seed: int = 0, side_px: int = SIDE_PX) -> NDArray[np.uint8]:
    """Skin with pores (H, W, 3): a smooth ramp and noise that is finer than a crop of half the side can hold."""
    ramp = np.linspace(0.4, 0.6, side_px, dtype=np.float32)[None, :, None] * np.ones((side_px, 1, 3), np.float32)
    pores = np.random.default_rng(seed).standard_normal((side_px, side_px, 1), dtype=np.float32)
    return np.rint(np.clip(ramp + sigma * pores, 0, 1) * 255).astype(np.uint8)


def hole(side_px: int = SIDE_PX) -> Mask:
    covered = np.zeros((side_px, side_px), np.uint8)
    cv2.ellipse(covered, (side_px // 2, side_px // 2), (side_px // 6, side_px // 5), 20, 0, 360, 255, -1)
    return Mask(covered)


def painted(photo: Photo, mask: Mask, labels: NDArray[np.uint8] | int, alignment: Alignment | None = None) -> Candidate:
    """What a network might paint: the crop's own colours, and nothing finer."""
    alignment = alignment or Alignment.of_aligned(photo.extent)
    crop = cut_crop(photo, mask, alignment)
    whole = cut_crop(photo, Mask.empty(mask.extent), alignment).pixels
    plane = np.broadcast_to(np.asarray(labels, np.uint8), (CROP_PX, CROP_PX)).copy()
    return Candidate(cv2.GaussianBlur(whole, (0, 0), 2.0), crop, Layout(plane), 0)


def fine_energy(pixels: NDArray[np.generic], where: NDArray[np.bool_]) -> float:
    """Mean square of what is finer than three pixels, of the mean of the channels."""
    grey = pixels.reshape(*pixels.shape[:2], -1).astype(np.float32).mean(axis=2)
    return float(((grey - cv2.GaussianBlur(grey, (0, 0), 1.0))[where] ** 2).mean())


def deep(mask: Mask) -> NDArray[np.bool_]:
    return cv2.erode(mask.coverage, np.ones((9, 9), np.uint8)) > 0


@st.composite
def scans(draw: st.DrawFn) -> tuple[Photo, Mask, Candidate]:
    """A small finely textured scan of any depth, its face turned anyhow, parts of several kinds."""
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    side_px = draw(st.integers(150, 260))
    pixels = textured(draw(st.sampled_from([0.0, 0.02, 0.2])), seed=int(rng.integers(99)), side_px=side_px)
    if draw(st.booleans()):
        pixels = pixels[..., 0]
    if draw(st.booleans()):
        pixels = (pixels.astype(np.uint16) * 257).astype(np.uint16)
    alpha = None
    if draw(st.booleans()):
        alpha = np.full(pixels.shape[:2], np.iinfo(pixels.dtype).max, pixels.dtype)
        alpha[: side_px // 4] = 0
    covered = cv2.resize(rng.random((5, 5), dtype=np.float32), (side_px, side_px)) > draw(st.floats(0.2, 0.9))
    photo, mask = Photo(pixels, alpha), Mask.from_bool(covered)
    angle, scale = draw(st.floats(-3.2, 3.2)), draw(st.floats(0.3, 1.0))
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = np.hstack([turn, (CROP_PX / 2 - turn @ np.array([side_px / 2, side_px / 2]))[:, None]])
    labels = cv2.resize(
        rng.integers(0, 19, (3, 3)).astype(np.uint8), (CROP_PX, CROP_PX), interpolation=cv2.INTER_NEAREST
    )
    return photo, mask, painted(photo, mask, labels, Alignment(matrix))


@given(scans(), st.floats(0, 1), st.integers(-9, 9))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_detail_never_changes_a_pixel_outside_the_mask_and_is_the_same_for_the_same_seed(scan, strength, seed):
    photo, mask, candidate = scan
    first, again = (composite(photo, mask, [candidate], seed=seed, detail=strength).photo for _ in range(2))
    kept = mask.coverage == 0
    assert first.pixels.dtype == photo.pixels.dtype
    assert first.pixels.shape == photo.pixels.shape
    assert (first.pixels[kept] == photo.pixels[kept]).all()
    assert (first.pixels == again.pixels).all()


def test_that_a_hole_has_the_fine_energy_of_its_surroundings_with_detail_and_lacks_it_without():
    # single pores are no grain: little is grown for them
    pixels = textured(0.0)
    strokes = np.random.default_rng(1).random((SIDE_PX, SIDE_PX)) < 0.06
    pixels[strokes] -= 40
    photo, mask = Photo(pixels), hole()
    candidate = painted(photo, mask, FaceClass.SKIN)
    truth = fine_energy(pixels, deep(mask))
    with_detail = fine_energy(composite(photo, mask, [candidate], detail=1.0).photo.pixels, deep(mask)) / truth
    without = fine_energy(composite(photo, mask, [candidate]).photo.pixels, deep(mask)) / truth
    assert 0.7 < with_detail < 1.3
    assert without < 0.6 * with_detail


def test_that_grain_is_not_doubled_where_detail_brings_it():
    photo, mask = Photo(textured(0.03)), hole()
    candidate = painted(photo, mask, FaceClass.SKIN)
    truth = fine_energy(photo.pixels, deep(mask))
    for strength in (0.0, 0.5, 1.0):
        made = composite(photo, mask, [candidate], detail=strength).photo.pixels
        assert 0.7 < fine_energy(made, deep(mask)) / truth < 1.3, strength


def test_that_skin_borrows_nothing_from_hair():
    pixels = textured(0.0)
    rough = textured(0.15)
    pixels[:, 400:] = rough[:, 400:]
    labels = np.full((CROP_PX, CROP_PX), FaceClass.SKIN, np.uint8)
    labels[:, 200:] = FaceClass.HAIR
    photo, mask = Photo(pixels), hole()
    made = composite(photo, mask, [painted(photo, mask, labels)], detail=1.0).photo.pixels
    assert fine_energy(made, deep(mask)) < 1.0


def test_that_what_is_protected_or_masked_lends_nothing():
    pixels = textured(0.0)
    pixels[:, 400:] = textured(0.2)[:, 400:]
    photo, mask = Photo(pixels), hole()
    stamp = np.zeros_like(mask.coverage)
    stamp[:, 396:] = 255
    candidate = painted(photo, mask, FaceClass.SKIN)
    with_stamp = composite(photo, mask, [candidate], protected=Mask(stamp), detail=1.0).photo.pixels
    assert (with_stamp[:, 400:] == pixels[:, 400:]).all()
    assert fine_energy(with_stamp, deep(mask)) < 1.0


@pytest.mark.parametrize(
    ("covered", "label", "side_px"),
    [
        ("all", FaceClass.SKIN, 512),
        ("hole", FaceClass.BACKGROUND, 512),
        ("hole", FaceClass.GLASSES, 512),
        ("hole", FaceClass.SKIN, 128),
        ("hole", FaceClass.SKIN, 300),
        ("speck", FaceClass.HAIR, 512),
    ],
)
def test_that_where_nothing_can_lend_the_result_is_as_without_detail(covered, label, side_px):
    photo, mask = Photo(textured(0.03, side_px=side_px)), hole(side_px)
    labels = np.full((CROP_PX, CROP_PX), label, np.uint8)
    if covered == "all":
        mask = Mask(np.full((side_px, side_px), 255, np.uint8))
    if covered == "speck":
        # hair only where it is hidden
        labels[:] = np.where(cv2.resize(mask.coverage, (CROP_PX, CROP_PX)) > 0, FaceClass.HAIR, FaceClass.BACKGROUND)
    candidate = painted(photo, mask, labels)
    with_detail, without = (composite(photo, mask, [candidate], detail=one).photo.pixels for one in (1.0, 0.0))
    assert (with_detail == without).all()


def test_that_detail_is_the_same_in_pieces_as_in_one(monkeypatch):
    photo, mask = Photo(textured(0.05, side_px=700)), hole(700)
    candidate = painted(photo, mask, FaceClass.SKIN)
    whole = composite(photo, mask, [candidate], detail=1.0).photo.pixels.astype(int)
    small = type("Small", (), {"of": lambda mask: tiling.Plan.of(mask, piece_px=128, coarse_cells=20000)})
    monkeypatch.setattr(compositor, "Plan", small)
    in_pieces = composite(photo, mask, [candidate], detail=1.0).photo.pixels.astype(int)
    assert np.abs(whole - in_pieces).mean() < 0.1


@given(st.integers(0, 2**31), st.floats(-3.2, 3.2))
@settings(max_examples=20, deadline=None)
def test_that_no_place_lends_twice_close_by(seed, turned):
    rng = np.random.default_rng(seed)
    crop = rng.random((96, 96, 3), dtype=np.float32)
    groups = np.full((96, 96), int(rng.integers(0, len(GROUPS))), np.int8)
    visible = np.ones((96, 96), np.bool_)
    visible[30:70, 30:70] = False
    places = Places.of(crop, groups, visible, rng.random((96, 96), dtype=np.float32))
    grid = np.argwhere(np.ones((10, 10), np.bool_))
    patches = Patches(grid, 32 + 4 * grid, np.full(len(grid), groups[0, 0], np.intp))
    loans = matched(places, patches, turned=turned, seed=seed)
    assert loans == matched(places, patches, turned=turned, seed=seed)
    for index, one in enumerate(loans):
        assert places.visible[one.y, one.x]
        for other in loans[:index]:
            if max(abs(one.row - other.row), abs(one.column - other.column)) <= 3:
                assert (one.x, one.y) != (other.x, other.y)


@given(st.floats(-3.1, 3.1))
def test_that_the_nearest_mirror_axis_is_never_farther_than_a_sixteenth_turn(angle):
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    axis, four_times = nearest_mirror(Alignment(np.hstack([turn, np.zeros((2, 1))])))
    assert 0 <= axis <= 3
    assert abs(four_times) <= np.pi / 2 + 1e-6


def test_that_a_photo_without_a_face_takes_any_strength_of_detail():
    photo, mask = Photo(textured(0.02)), hole()
    with_detail, without = (composite(photo, mask, [], detail=one).photo.pixels for one in (1.0, 0.0))
    assert (with_detail == without).all()
    assert mask.extent == Extent(SIDE_PX, SIDE_PX)
