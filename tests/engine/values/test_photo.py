import numpy as np
import pytest

from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.pictures import noise, noise_photo


@pytest.mark.parametrize(
    "pixels", [np.zeros((2, 2)), np.zeros((2, 2, 4), np.uint8), np.zeros((2, 2, 1), np.uint8), np.zeros(4, np.uint8)]
)
def test_that_pixels_of_another_depth_or_shape_are_no_photo(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="photo"):
        Photo(pixels)


@pytest.mark.parametrize("alpha", [np.zeros((3, 2), np.uint8), np.zeros((2, 2), np.uint16)])
def test_that_alpha_has_the_photo_s_size_and_depth(alpha: np.ndarray) -> None:
    with pytest.raises(ValueError, match="Alpha"):
        Photo(np.zeros((2, 2, 3), np.uint8), alpha)


def test_that_a_photo_cannot_be_changed() -> None:
    photo = noise_photo(alpha=True)
    assert photo.alpha is not None
    for array in (photo.pixels, photo.alpha):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 0


@pytest.mark.parametrize(("bits", "white"), [(8, 255), (16, 65535)])
def test_that_float_pixels_go_from_0_to_1_whatever_the_depth(bits: int, white: int) -> None:
    photo = Photo(np.array([[0, white]], np.uint8 if bits == 8 else np.uint16))
    assert (photo.bits, photo.white) == (bits, white)
    np.testing.assert_array_equal(photo.rgb_float(), [[[0, 0, 0], [1, 1, 1]]])


def test_that_three_equal_channels_are_grey_and_a_single_coloured_pixel_is_not() -> None:
    grey = np.repeat(noise(9, 7, channels=1), 3, axis=2)
    assert Photo(grey.copy()).is_grey
    assert noise_photo(grey=True).is_grey
    tinted = grey.copy()
    tinted[3, 4, 2] ^= 1
    assert not Photo(tinted).is_grey


def test_that_other_pixels_keep_the_metadata_and_must_fit() -> None:
    photo = noise_photo(alpha=True)
    changed = photo.with_pixels(noise_photo(seed=5).pixels)
    assert changed.alpha is photo.alpha
    assert changed.metadata is photo.metadata
    with pytest.raises(ValueError, match="shape and depth"):
        photo.with_pixels(noise_photo(bits=16).pixels)


@pytest.mark.parametrize("place", [(0, 0), (1499, 999)])
def test_that_one_coloured_pixel_of_a_large_grey_photo_makes_it_coloured_unless_it_is_masked(
    place: tuple[int, int],
) -> None:
    pixels = np.full((1500, 1000, 3), 90, np.uint8)
    pixels[place] = (91, 90, 90)
    photo = Photo(pixels)
    covered = np.zeros((1500, 1000), np.bool_)
    assert not photo.is_grey
    assert not photo.is_grey_outside(Mask.from_bool(covered))
    covered[place] = True
    assert photo.is_grey_outside(Mask.from_bool(covered))


def test_that_nothing_is_known_of_the_colour_of_a_photo_that_is_masked_everywhere() -> None:
    coloured, grey = noise_photo(4, 3), noise_photo(4, 3, grey=True)
    everything = Mask.empty(coloured.extent).inverted()
    assert not coloured.is_grey_outside(everything)
    assert grey.is_grey_outside(everything)
