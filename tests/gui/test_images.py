"""Arrays as pictures on the screen."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageCms
from PySide6.QtCore import QRectF

from facerestore.geometry import Box
from facerestore.photo import Photo, PhotoMetadata
from facerestore_gui.images import MaskLevels, Picture, rgb_pixels, shown_pixels


def test_that_an_8_bit_photo_is_shown_without_a_copy():
    photo = Photo(np.zeros((4, 5, 3), np.uint8))
    assert np.shares_memory(shown_pixels(photo), photo.pixels)


def test_that_16_bits_are_shown_by_their_upper_half():
    values = np.array([[0, 255, 256, 32768, 65535]], np.uint16)
    assert shown_pixels(Photo(values)).tolist() == [[0, 0, 1, 128, 255]]


def test_that_a_profile_other_than_srgb_changes_what_is_shown_and_not_the_photo():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    odd = ImageCms.ImageCmsProfile(io.BytesIO(_swapped_primaries()))
    pixels = np.full((2, 2, 3), (200, 40, 40), np.uint8)
    for profile, changes in ((odd, True), (lab, False)):
        photo = Photo(pixels.copy(), metadata=PhotoMetadata(icc_profile=profile.tobytes()))
        assert (shown_pixels(photo) != pixels).any() == changes
        assert (photo.pixels == pixels).all()


def test_that_a_damaged_profile_is_ignored():
    photo = Photo(np.full((2, 2, 3), 9, np.uint8), metadata=PhotoMetadata(icc_profile=b"rubbish"))
    assert (shown_pixels(photo) == 9).all()


@pytest.mark.parametrize("shape", [(7, 5), (7, 5, 3), (1, 1, 3), (3, 1025)])
def test_that_a_picture_shows_its_pixels(shape):
    pixels = np.random.default_rng(1).integers(0, 256, shape).astype(np.uint8)
    picture = Picture.of(pixels)
    image, source = picture.for_scale(1.0, QRectF(0, 0, shape[1], shape[0]))
    wanted = pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2)
    assert (rgb_pixels(image) == wanted).all()
    assert (source.width(), source.height()) == (shape[1], shape[0])


def test_that_a_large_picture_is_drawn_from_a_level_with_enough_pixels():
    picture = Picture.of(np.zeros((1000, 3000), np.uint8))
    for scale in (1.0, 0.6, 0.5, 0.3, 0.25, 0.1):
        image, source = picture.for_scale(scale, QRectF(0, 0, 3000, 1000))
        assert image.width() >= 3000 * scale or image.width() <= 512
        assert source.width() == pytest.approx(image.width())


@given(
    width=st.integers(1, 1300),
    height=st.integers(1, 700),
    boxes=st.lists(st.tuples(*[st.floats(0, 1)] * 4), max_size=4),
)
def test_that_levels_updated_box_by_box_equal_levels_made_anew(width, height, boxes):
    coverage = np.zeros((height, width), np.uint8)
    levels = MaskLevels(coverage)
    for x0, y0, x1, y1 in boxes:
        left, right = sorted((int(x0 * width), int(x1 * width)))
        top, bottom = sorted((int(y0 * height), int(y1 * height)))
        box = Box(left, top, right, bottom)
        coverage[box.slices] = 255 - coverage[box.slices]
        levels.update(box)
    for kept, anew in zip(levels._levels, MaskLevels(coverage)._levels, strict=True):
        assert (kept == anew).all()


def test_that_a_single_masked_pixel_is_seen_from_afar():
    coverage = np.zeros((2000, 3000), np.uint8)
    levels = MaskLevels(coverage)
    coverage[777, 1234] = 255
    levels.update(Box(1234, 777, 1235, 778))
    image, _ = levels.for_scale(0.1, QRectF(0, 0, 3000, 2000), [0] + [0xFFFF0000] * 255)
    assert rgb_pixels(image)[..., 0].max() == 255


def _swapped_primaries():
    """An sRGB profile whose red and blue have changed places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    entries = {data[132 + 12 * n : 136 + 12 * n].decode(): 132 + 12 * n for n in range(count)}
    red, blue = entries["rXYZ"], entries["bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = data[blue + 4 : blue + 12], data[red + 4 : red + 12]
    data[16:20] = b"RGB "
    return bytes(data).replace(b"s\x00R\x00G\x00B", b"o\x00d\x00d\x00!")
