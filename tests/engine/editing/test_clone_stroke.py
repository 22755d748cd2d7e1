"""A stroke of the clone brush: pixels in, pixels out."""

import numpy as np
import pytest

from facerestore.editing.clone_stroke import CloneStroke
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.hand_layer import NO_LAYER
from facerestore.values.photo import Photo

LOCKED, UNSOUND = (DamageClass.ORIGINAL,), (DamageClass.DAMAGE,)


@pytest.fixture
def photo():
    return Photo(np.random.default_rng(4).integers(0, 65_536, (120, 160, 3), dtype=np.uint16))


@pytest.fixture
def plane():
    return np.zeros((120, 160), np.uint8)


def stroke(photo, plane, offset, **keywords):
    return CloneStroke(photo, NO_LAYER, plane, offset, locked=LOCKED, unsound=UNSOUND, **keywords)


def test_that_it_copies_bit_for_bit(photo, plane):
    made = stroke(photo, plane, (40, 10)).piece(np.array([[30.0, 40.0], [60.0, 40.0]]), 6)
    source = photo.pixels[made.box.moved(40, 10).slices]
    np.testing.assert_array_equal(made.samples, source[made.where])
    assert made.where.sum() > 30 * 12


def test_that_it_never_copies_itself(photo, plane):
    """What it has painted is copied as it was before."""
    one = stroke(photo, plane, (-10, 0))
    for x in range(30, 100, 5):
        made = one.piece(np.array([[x, 40.0], [x + 5, 40.0]]), 8)
        rows, columns = np.nonzero(made.where)
        rows, columns = rows + made.box.top, columns + made.box.left
        np.testing.assert_array_equal(made.samples, photo.pixels[rows, columns - 10])
        plane[rows, columns] = HandClass.CLONED


def test_that_protected_pixels_are_not_painted_and_damage_is_not_copied(photo, plane):
    plane[:, 50:55] = DamageClass.ORIGINAL
    plane[:, 100:110] = DamageClass.DAMAGE
    made = stroke(photo, plane, (50, 0)).piece(np.array([[40.0, 60.0], [70.0, 60.0]]), 5)
    columns = np.nonzero(made.where)[1] + made.box.left
    assert set(columns) == set(range(35, 75)) - set(range(50, 60))


def test_that_nothing_is_copied_from_beyond_the_photo(photo, plane):
    assert stroke(photo, plane, (0, -100)).piece(np.array([[50.0, 50.0]]), 5) is None
    made = stroke(photo, plane, (-45, 0)).piece(np.array([[50.0, 50.0]]), 10)
    assert np.nonzero(made.where)[1].min() + made.box.left == 45


def test_that_a_fading_rim_is_whole_where_the_stroke_goes_on(photo, plane):
    """The end of a piece fades only as long as it is the end."""
    flat = Photo(np.zeros((120, 160), np.uint16) + np.where(np.arange(160) < 80, 10_000, 30_000).astype(np.uint16))
    one = stroke(flat, plane, (80, 0), fading=0.8)
    first = one.piece(np.array([[30.0, 60.0]]), 20)
    assert first.samples.max() == 30_000
    assert np.unique(first.samples).size > 5
    second = one.piece(np.array([[30.0, 60.0], [50.0, 60.0]]), 20)
    middle = np.zeros(second.where.shape, second.samples.dtype)
    middle[second.where] = second.samples
    row = middle[60 - second.box.top, 30 - second.box.left : 50 - second.box.left]
    assert (row == 30_000).all()


def test_that_transparent_pixels_stay(plane):
    alpha = np.full((120, 160), 255, np.uint8)
    alpha[:, :50] = 0
    pixels = np.random.default_rng(0).integers(0, 256, (120, 160), dtype=np.uint8)
    made = stroke(Photo(pixels, alpha), plane, (30, 0)).piece(np.array([[50.0, 60.0]]), 9)
    assert np.nonzero(made.where)[1].min() + made.box.left == 50
