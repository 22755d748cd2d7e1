import math

import cv2
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facerestore.values.alignment import TEMPLATE, Alignment, cut_crop, similarity
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.pictures import box_mask, drawn_portrait, noise, noise_photo, random_mask

IDENTITY = np.array([[1.0, 0, 0], [0, 1, 0]])


def turned(scale: float, degrees: float, left: float, top: float, crop_px: int = 32) -> Alignment:
    """The crop's frame turned about its corner at (left, top) of the photo."""
    cos, sin = scale * math.cos(math.radians(degrees)), scale * math.sin(math.radians(degrees))
    linear = np.array([[cos, -sin], [sin, cos]])
    return Alignment(np.hstack([linear, -linear @ [[left], [top]]]), crop_px)


alignments = st.builds(turned, st.floats(0.02, 8), st.floats(-180, 180), st.floats(-20, 60), st.floats(-20, 60))


@given(
    st.builds(turned, st.floats(0.005, 50), st.floats(-180, 180), st.floats(-9e3, 9e3), st.floats(-9e3, 9e3)),
    st.floats(-20_000, 20_000),
    st.floats(-20_000, 20_000),
)
def test_that_a_point_mapped_to_the_crop_and_back_moves_less_than_a_hundredth_of_a_pixel(
    alignment: Alignment, x: float, y: float
) -> None:
    point = np.array([[x, y]])
    assert np.abs(alignment.to_photo(alignment.to_crop(point)) - point).max() < 0.01


@given(st.floats(0.05, 20), st.floats(-180, 180), st.floats(-500, 500), st.floats(-500, 500))
def test_that_a_face_that_is_a_turned_template_lands_on_the_template(
    scale: float, degrees: float, left: float, top: float
) -> None:
    there = turned(scale, degrees, left, top)
    face = Face.from_points(there.to_photo(TEMPLATE * 256))
    found = Alignment.of_face(face).to_crop(face.points_photo)
    np.testing.assert_allclose(found, TEMPLATE * 256, atol=0.01)


@settings(deadline=None)
@given(st.lists(st.floats(-5, 5), min_size=10, max_size=10), st.floats(-1, 1), st.floats(-0.1, 0.1))
def test_that_no_other_similarity_is_closer(moves: list[float], shift: float, turn: float) -> None:
    source = TEMPLATE * 100 + np.array(moves).reshape(5, 2)
    target = TEMPLATE * 256
    best = similarity(source, target)
    other = best.copy()
    other[:, :2] = best[:, :2] @ np.array([[1 + turn, -turn], [turn, 1 + turn]])
    other[:, 2] += shift

    def error(matrix: np.ndarray) -> float:
        return float(((source @ matrix[:, :2].T + matrix[:, 2] - target) ** 2).sum())

    assert error(best) <= error(other) + 1e-6
    assert np.linalg.det(best[:, :2]) > 0


def test_that_five_points_on_one_spot_are_refused() -> None:
    with pytest.raises(ValueError, match="spot"):
        Alignment.of_face(Face.from_points(np.ones((5, 2))))


@pytest.mark.parametrize(
    "matrix", [np.zeros((2, 3)), np.full((2, 3), np.nan), np.eye(3), np.array([[1.0, 2, 0], [2, 4, 0]])]
)
def test_that_what_cannot_be_inverted_is_no_alignment(matrix: np.ndarray) -> None:
    with pytest.raises(ValueError, match="alignment"):
        Alignment(matrix)


@given(alignments, st.integers(1, 600))
def test_that_a_resized_frame_shows_the_same_part_of_the_photo(alignment: Alignment, crop_px: int) -> None:
    np.testing.assert_allclose(
        alignment.resized(crop_px).corners_photo(), alignment.corners_photo(), atol=1e-6, rtol=1e-9
    )


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("grey", [False, True])
def test_that_a_crop_cut_at_identity_equals_the_photo(bits: int, grey: bool) -> None:
    photo = noise_photo(48, 48, bits=bits, grey=grey)
    crop = cut_crop(photo, Mask.empty(photo.extent), Alignment(IDENTITY, 48))
    np.testing.assert_array_equal(crop.pixels, photo.rgb_float())
    assert not crop.hole.any()
    assert crop.is_grey == grey


def test_that_an_aligned_picture_of_any_size_fills_its_crop() -> None:
    smooth = cv2.GaussianBlur(noise(512, 512), (0, 0), 12)
    for width, height in [(64, 64), (512, 512), (300, 200)]:
        photo = Photo(cv2.resize(smooth, (width, height), interpolation=cv2.INTER_AREA))
        crop = cut_crop(photo, Mask.empty(photo.extent), Alignment.of_aligned(photo.extent, crop_px=128))
        expected = cv2.resize(smooth, (128, 128), interpolation=cv2.INTER_AREA) / 255
        # half a value of 8 bits, and what linear interpolation costs on a picture this smooth
        assert np.abs(crop.pixels - expected)[4:-4, 4:-4].max() < 0.02
        assert not crop.hole.any()


def test_that_a_crop_of_one_pixel_more_is_the_photo_s_neighbour() -> None:
    photo = noise_photo(40, 40)
    moved = cut_crop(photo, Mask.empty(photo.extent), turned(1, 0, 5, 3, crop_px=20))
    np.testing.assert_allclose(moved.pixels, photo.rgb_float()[3:23, 5:25], atol=1e-6)


@settings(deadline=None, max_examples=60)
@given(alignments, st.sampled_from([0.05, 0.5, 0.95]), st.booleans(), st.sampled_from([8, 16]), st.integers(0, 5))
def test_that_a_crop_never_shows_what_the_mask_covers(
    alignment: Alignment, share: float, grey: bool, bits: int, seed: int
) -> None:
    photo = noise_photo(50, 40, bits=bits, grey=grey, seed=seed)
    mask = random_mask(photo.extent, share=share, seed=seed)
    assume(not Box.around(alignment.corners_photo()).clipped(photo.extent).is_empty)
    first = cut_crop(photo, mask, alignment)
    covered = photo.pixels.copy()
    covered[mask.restore] = photo.white - covered[mask.restore]
    second = cut_crop(photo.with_pixels(covered), mask, alignment)
    np.testing.assert_array_equal(first.pixels, second.pixels)
    np.testing.assert_array_equal(first.hole, second.hole)
    assert first.is_grey == second.is_grey
    assert not first.pixels[first.hole].any()


@settings(deadline=None, max_examples=40)
@given(alignments)
def test_that_a_photo_of_one_tone_stays_that_tone_around_a_mask(alignment: Alignment) -> None:
    extent = Extent(50, 40)
    assume(not Box.around(alignment.corners_photo()).clipped(extent).is_empty)
    mask = box_mask(extent, 15, 10, 30, 25)
    pixels = np.full((40, 50, 3), 200, np.uint8)
    pixels[mask.restore] = 0
    crop = cut_crop(Photo(pixels), mask, alignment)
    # no dark fringe: the average is over visible pixels only
    np.testing.assert_allclose(crop.pixels[~crop.hole], 200 / 255, atol=1e-5)


def test_that_a_coloured_stain_under_the_mask_does_not_make_a_grey_photo_coloured() -> None:
    pixels = np.repeat(noise(40, 40, channels=1), 3, axis=2)
    pixels[10:20, 10:20, 0] = 255
    mask = box_mask(Extent(40, 40), 10, 10, 20, 20)
    alignment = Alignment(IDENTITY, 40)
    assert cut_crop(Photo(pixels), mask, alignment).is_grey
    assert not cut_crop(Photo(pixels), Mask.empty(Extent(40, 40)), alignment).is_grey


@pytest.mark.parametrize("left", [-12, 18])
@pytest.mark.parametrize("top", [-9, 17])
def test_that_a_crop_over_the_photo_s_edge_shows_its_mirror_image(left: int, top: int) -> None:
    photo = noise_photo(40, 40)
    crop = cut_crop(photo, Mask.empty(photo.extent), turned(1, 0, left, top, crop_px=32))
    rows = np.pad(np.arange(40), 20, mode="reflect")[20 + top : 52 + top]
    columns = np.pad(np.arange(40), 20, mode="reflect")[20 + left : 52 + left]
    np.testing.assert_allclose(crop.pixels, photo.rgb_float()[np.ix_(rows, columns)], atol=1e-6)
    assert not crop.hole.any()


def test_that_the_mask_is_mirrored_with_the_photo() -> None:
    photo = noise_photo(40, 40)
    mask = box_mask(photo.extent, 0, 0, 5, 40)
    crop = cut_crop(photo, mask, turned(1, 0, -12, 0, crop_px=32))
    # columns 1 to 4 of the photo are mirrored about column 0
    np.testing.assert_array_equal(np.flatnonzero(crop.hole[10]), np.arange(8, 17))


def test_that_a_face_outside_the_photo_and_a_mask_of_another_size_are_refused() -> None:
    photo = noise_photo(40, 30)
    with pytest.raises(ValueError, match="outside"):
        cut_crop(photo, Mask.empty(photo.extent), turned(1, 0, 500, 500))
    with pytest.raises(ValueError, match="size"):
        cut_crop(photo, Mask.empty(Extent(30, 40)), turned(1, 0, 0, 0))


@pytest.mark.parametrize("face_px", [120, 256, 300])
def test_that_a_drawn_face_lies_on_the_template_in_its_crop(face_px: float) -> None:
    photo, face = drawn_portrait(face_px=face_px)
    crop = cut_crop(photo, Mask.empty(photo.extent), Alignment.of_face(face))
    for x, y in (TEMPLATE[:2] * 256).round().astype(int):
        assert crop.pixels[y, x].mean() < 0.4  # the dark of the eyes
    cheek = (TEMPLATE[2] * 256 + [-35, 0]).round().astype(int)
    assert crop.pixels[cheek[1], cheek[0], 0] > 0.7


@settings(deadline=None, max_examples=30)
@given(st.floats(0.3, 3), st.floats(-40, 40), st.floats(0, 20), st.floats(0, 20))
def test_that_a_smooth_crop_warped_back_lies_over_the_photo_it_came_from(
    scale: float, degrees: float, left: float, top: float
) -> None:
    y, x = np.mgrid[0:60, 0:60]
    pixels = np.repeat((120 + 2 * x - y).astype(np.uint8)[..., None], 3, axis=2)
    photo = Photo(pixels)
    alignment = turned(scale, degrees, left, top, crop_px=round(30 * scale))
    inner = Box.around(alignment.corners_photo()).clipped(photo.extent)
    assume(not inner.is_empty)
    back = alignment.warp_to_photo(cut_crop(photo, Mask.empty(photo.extent), alignment).pixels, inner)
    y, x = np.mgrid[inner.top : inner.bottom, inner.left : inner.right]
    at_crop = alignment.to_crop(np.stack([x.ravel() + 0.5, y.ravel() + 0.5], axis=1)).reshape(*x.shape, 2)
    margin = 2 + 2 * scale
    inside = ((at_crop > margin) & (at_crop < alignment.crop_px - margin)).all(axis=2)
    # where the crop left the photo it shows a mirror image; a plane is the same after both resamplings
    reach = 2 + 3 / scale
    inside &= (x > reach) & (x < 59 - reach) & (y > reach) & (y < 59 - reach)
    difference = np.abs(back[..., 0] - photo.rgb_float()[inner.slices][..., 0])
    assert difference[inside].max(initial=0) * 255 < 0.75


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("side_photo", [1500.0, 2000.0])
def test_that_a_crop_reduced_strip_by_strip_is_that_of_a_float_copy(
    monkeypatch: pytest.MonkeyPatch, bits: int, side_photo: float
) -> None:
    photo = noise_photo(2100, 2050, bits=bits)
    mask = random_mask(photo.extent, share=0.2)
    aligned = Alignment.of_face(Face.from_points((TEMPLATE - 0.5) * side_photo + [1040.0, 1030.0]))
    in_strips = cut_crop(photo, mask, aligned)

    def reduced_at_once(photo: Photo, mask: Mask, box: Box, size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
        visible = (mask.coverage[box.slices] == 0).astype(np.float32)
        weighted = photo.pixels[box.slices].astype(np.float32) / np.float32(photo.white) * visible[..., None]
        return tuple(cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in (weighted, visible))

    monkeypatch.setattr("facerestore.values.alignment.averaged_part", reduced_at_once)
    at_once = cut_crop(photo, mask, aligned)
    np.testing.assert_allclose(in_strips.pixels, at_once.pixels, atol=2e-6)
    np.testing.assert_array_equal(in_strips.hole, at_once.hole)


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("centre", [(300, 200), (60, 90)])
def test_that_a_turned_photo_gives_the_same_crop_also_where_it_is_mirrored(turns, centre):
    rng = np.random.default_rng(2)
    height, width = 420, 560
    pixels = cv2.GaussianBlur(rng.integers(0, 256, (height, width, 3), np.uint8), (0, 0), 3)
    coverage = np.zeros((height, width), np.uint8)
    coverage[centre[1] - 20 : centre[1] + 10, centre[0] - 30 : centre[0] + 40] = 255
    points = (TEMPLATE - 0.5) * 330 + centre
    turned_points = points.copy()
    for turn in range(turns):
        side = width if turn % 2 == 0 else height
        turned_points = np.stack([turned_points[:, 1], side - turned_points[:, 0]], axis=1)
    upright = cut_crop(Photo(pixels), Mask(coverage), Alignment.of_face(Face.from_points(points)))
    turned = cut_crop(
        Photo(np.ascontiguousarray(np.rot90(pixels, turns))),
        Mask(np.ascontiguousarray(np.rot90(coverage, turns))),
        Alignment.of_face(Face.from_points(turned_points)),
    )
    assert np.mean(turned.hole != upright.hole) < 0.002
    both = ~(turned.hole | upright.hole)
    # the reduced copy begins a part of a pixel elsewhere
    assert np.abs(turned.pixels - upright.pixels)[both].max() < 0.06
    assert np.abs(turned.pixels - upright.pixels)[both].mean() < 0.006
