"""Arrays as pictures on the screen."""

import io

import numpy as np
import pytest
from PIL import ImageCms

from facerestore.values.geometry import Box
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.repair import RepairedPhoto
from facerestore_gui.look.images import Picture, ScreenPixels, rgb_pixels

BGRA = [2, 1, 0]
"""Qt's order to red, green, blue."""


def test_that_a_grey_photo_is_shown_as_it_is_and_a_colour_one_in_qts_order():
    grey = np.arange(20, dtype=np.uint8).reshape(4, 5)
    assert (ScreenPixels(Photo(grey)).part(Box(1, 0, 4, 3)) == grey[:3, 1:4]).all()
    colour = np.random.default_rng(1).integers(0, 256, (4, 5, 3)).astype(np.uint8)
    shown = ScreenPixels(Photo(colour)).part(Box(0, 1, 5, 4))
    assert (shown[..., BGRA] == colour[1:4]).all()
    assert (shown[..., 3] == 255).all()


def test_that_16_bits_are_shown_by_their_upper_half():
    values = np.array([[0, 255, 256, 32768, 65535]], np.uint16)
    assert ScreenPixels(Photo(values)).part(Box(0, 0, 5, 1)).tolist() == [[0, 0, 1, 128, 255]]


def test_that_alpha_goes_into_the_colours_before_they_are_reduced():
    colour = np.full((2, 2, 3), 200, np.uint8)
    alpha = np.array([[255, 128], [0, 0]], np.uint8)
    shown = ScreenPixels(Photo(colour, alpha)).part(Box(0, 0, 2, 2))
    assert shown[0].tolist() == [[200, 200, 200, 255], [100, 100, 100, 128]]
    assert (shown[1] == 0).all()


def test_that_a_profile_other_than_srgb_changes_what_is_shown_and_not_the_photo():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    odd = ImageCms.ImageCmsProfile(io.BytesIO(_swapped_primaries()))
    pixels = np.full((2, 2, 3), (200, 40, 40), np.uint8)
    for profile, changes in ((odd, True), (lab, False)):
        photo = Photo(pixels.copy(), metadata=PhotoMetadata(icc_profile=profile.tobytes()))
        shown = ScreenPixels(photo).part(Box(0, 0, 2, 2))[..., BGRA]
        assert (shown != pixels).any() == changes
        assert (photo.pixels == pixels).all()


def test_that_a_damaged_profile_is_ignored():
    photo = Photo(np.full((2, 2, 3), 9, np.uint8), metadata=PhotoMetadata(icc_profile=b"rubbish"))
    assert (ScreenPixels(photo).part(Box(0, 0, 2, 2))[..., :3] == 9).all()


@pytest.mark.parametrize("shape", [(7, 5), (7, 5, 3), (1, 1, 3), (3, 1025), (1500, 2001, 3)])
def test_that_a_coarser_pixel_is_the_mean_of_those_under_it(shape):
    pixels = np.random.default_rng(1).integers(0, 256, shape).astype(np.uint8)
    picture = Picture(Photo(pixels))
    assert picture.is_complete
    count = picture.level_for(0.0)
    assert (count > 0) == (max(shape) > 512)
    for level in range(1, count + 1):
        step = 2**level
        shown = rgb_pixels(picture.image(level)).astype(int)
        assert shown.shape[:2] == (-(-shape[0] // step), -(-shape[1] // step))
        rows, columns = shape[0] // step, shape[1] // step
        inside = pixels[: step * rows, : step * columns].reshape(rows, step, columns, step, 3 if len(shape) == 3 else 1)
        blocks = inside.mean(axis=(1, 3))
        assert np.abs(shown[:rows, :columns] - blocks).max(initial=0) <= level


def test_that_a_large_picture_is_filled_from_the_top_and_stops_when_told():
    pixels = np.random.default_rng(2).integers(0, 256, (2200, 2100), np.uint8)
    picture = Picture(Photo(pixels))
    assert picture.rows_ready == 0
    picture.build(lambda: picture.rows_ready > 0)
    assert 0 < picture.rows_ready < 2200
    rows = picture.rows_ready // 2
    assert rgb_pixels(picture.image(1))[rows - 1, 0, 0] == pytest.approx(
        pixels[2 * rows - 2 : 2 * rows, :2].mean(), abs=1
    )
    picture.build(lambda: False)
    assert picture.is_complete
    assert rgb_pixels(picture.image(1))[-1, -1, 0] == pytest.approx(pixels[-2:, -2:].mean(), abs=1)


@pytest.mark.parametrize("shape", [(900, 1300, 3), (900, 1300)])
def test_that_a_repaired_photo_looks_like_one_of_its_own_and_holds_no_second_one(shape):
    rng = np.random.default_rng(5)
    photo = Photo(rng.integers(0, 65536, shape, np.uint16))
    where = np.zeros(shape[:2], np.bool_)
    where[300:310, 50:1200] = where[20:800, 640:645] = True
    repaired = RepairedPhoto.of_planes(photo, rng.integers(0, 65536, shape, np.uint16), generated=where)
    whole, shown = ScreenPixels(repaired.photo), ScreenPixels(repaired)
    for box, step in ((Box(0, 0, 1300, 900), 1), (Box(0, 0, 1300, 900), 4), (Box(600, 290, 700, 333), 2)):
        assert (shown.part(box, step=step) == whole.part(box, step=step)).all()
    pictures = Picture(repaired), Picture(repaired.photo)
    for level in (1, 2):
        one, other = (rgb_pixels(picture.image(level)) for picture in pictures)
        assert (one == other).all()


def test_that_what_is_held_for_the_screen_is_a_fraction_of_the_photo():
    for pixels in (np.zeros((2200, 2100, 3), np.uint8), np.zeros((2200, 2100), np.uint8)):
        assert Picture(Photo(pixels)).byte_count < 0.55 * pixels.nbytes


def test_that_a_thumbnail_shows_its_box_whether_or_not_the_levels_are_there():
    pixels = np.zeros((2200, 2100, 3), np.uint8)
    pixels[1000:2000, 1000:2000] = (250, 120, 10)
    picture = Picture(Photo(pixels))
    for _ in range(2):
        thumbnail = picture.thumbnail(Box(1000, 1000, 2000, 2000), 32)
        assert max(thumbnail.width(), thumbnail.height()) == 32
        assert rgb_pixels(thumbnail)[16, 16].tolist() == [250, 120, 10]
        picture.build(lambda: False)
    assert picture.thumbnail(Box(5000, 0, 6000, 10), 32).isNull()


def _swapped_primaries():
    """An sRGB profile whose red and blue have changed places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    entries = {data[132 + 12 * n : 136 + 12 * n].decode(): 132 + 12 * n for n in range(count)}
    red, blue = entries["rXYZ"], entries["bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = data[blue + 4 : blue + 12], data[red + 4 : red + 12]
    data[16:20] = b"RGB "
    return bytes(data).replace(b"s\x00R\x00G\x00B", b"o\x00d\x00d\x00!")
