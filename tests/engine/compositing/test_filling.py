import cv2
import numpy as np

from facerestore.compositing.crop_layers import Painting
from facerestore.compositing.filling import continuations
from facerestore.compositing.patch_inpainting import patch_filled
from facerestore.compositing.seam import membrane
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.damage import astronaut, astronaut_alignment, damaged, painting, scratches

SIDE = 96


def striped() -> np.ndarray:
    """Soft slanted stripes (H, W, 1)."""
    y, x = np.indices((SIDE, SIDE))
    return (0.5 + 0.3 * np.sin((x + 0.4 * y) * 0.6))[..., None].astype(np.float32)


def corner(side: int = SIDE, part: int = 40) -> np.ndarray:
    hole = np.zeros((side, side), np.bool_)
    hole[:part, :part] = True
    return hole


def nowhere(hole: np.ndarray) -> np.ndarray:
    return np.zeros_like(hole)


def test_that_stripes_go_on_into_a_torn_corner() -> None:
    stripes, hole = striped(), corner()
    filled = patch_filled(stripes, hole, nowhere(hole), seed=0)
    error = ((filled - stripes)[hole] ** 2).mean()
    smooth_error = ((membrane(stripes, ~hole) - stripes)[hole] ** 2).mean()
    assert error < 0.3 * smooth_error
    assert (filled[~hole] == stripes[~hole]).all()


def test_that_equal_seeds_fill_alike() -> None:
    stripes, hole = striped(), corner()
    first, again = (patch_filled(stripes, hole, nowhere(hole), seed=5) for _ in range(2))
    assert (first == again).all()


def test_that_nothing_is_copied_from_where_the_picture_is_unique() -> None:
    picture = np.full((SIDE, SIDE, 3), 0.4, np.float32)
    picture += np.random.default_rng(0).normal(0, 0.02, picture.shape).astype(np.float32)
    picture[30:60, 40:70] = (1, 0, 0)
    hole, unique = corner(), np.zeros((SIDE, SIDE), np.bool_)
    unique[24:66, 34:76] = True
    filled = patch_filled(picture, hole, unique, seed=0)
    # the red square touches the hole; nothing redder than a soft edge grows from it
    assert (filled[:20, :30] - 0.4).max() < 0.2


def test_that_a_picture_without_a_whole_visible_patch_is_filled_by_a_membrane() -> None:
    picture = np.random.default_rng(0).random((30, 30, 3), dtype=np.float32)
    hole = np.ones((30, 30), np.bool_)
    hole[::5, ::5] = False
    filled = patch_filled(picture, hole, nowhere(hole), seed=0)
    np.testing.assert_allclose(filled, membrane(picture, ~hole), atol=1e-6)
    assert np.isfinite(filled).all()


def test_that_pictures_smaller_than_a_patch_are_filled() -> None:
    for height, width in ((1, 1), (1, 9), (5, 3), (7, 7)):
        picture = np.full((height, width, 1), 0.25, np.float32)
        hole = np.ones((height, width), np.bool_)
        hole[0, 0] = False
        np.testing.assert_allclose(patch_filled(picture, hole, nowhere(hole), seed=0), picture, atol=1e-6)


def test_that_scratches_are_not_continued_from_patches() -> None:
    mask = scratches(300, 400, count=10, width_px=4)
    photo = damaged(astronaut(), mask)
    assert continuations(photo, photo.pixels, mask, (), seed=0) == ()


def torn_corner() -> Mask:
    covered = np.zeros((300, 400), np.uint8)
    cv2.fillPoly(covered, [np.array([[399, 0], [330, 0], [345, 30], [340, 60], [399, 90]])], 255)
    return Mask(covered)


def test_that_a_torn_corner_is_continued_over_the_whole_hole_and_not_far_beyond() -> None:
    mask = torn_corner()
    photo = damaged(astronaut(), mask)
    (continued,) = continuations(photo, photo.pixels, mask, (), seed=0)
    _, share = continued.over(photo.extent.box)
    assert share[mask.restore].min() > 0.9
    assert share[mask.grown(20).coverage == 0].max() == 0


def test_that_holes_a_painting_covers_are_left_to_it() -> None:
    covered = np.zeros((300, 400), np.uint8)
    cv2.circle(covered, (226, 128), 30, 255, -1)
    mask, alignment = Mask(covered), astronaut_alignment()
    photo = damaged(astronaut(), mask)
    paintings = [Painting.of(painting(astronaut(), mask, alignment), photo.extent, None)]
    assert continuations(photo, photo.pixels, mask, paintings, seed=0) == ()
    assert len(continuations(photo, photo.pixels, mask, (), seed=0)) == 1


def test_that_a_16_bit_photo_is_continued_as_the_8_bit_one() -> None:
    mask = torn_corner()
    small = damaged(astronaut(), mask)
    deep = Photo(small.pixels.astype(np.uint16) * 257)
    (eight,) = continuations(small, small.pixels, mask, (), seed=0)
    (sixteen,) = continuations(deep, deep.pixels, mask, (), seed=0)
    # a tie between two patches may fall the other way; the pictures are the same
    assert np.median(np.abs(eight.pixels - sixteen.pixels)) < 0.01
