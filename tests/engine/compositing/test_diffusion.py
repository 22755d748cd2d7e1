"""Classical inpainting at the photo's own depth, piece by piece."""

from itertools import count

import cv2
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facerestore.compositing.diffusion import RADIUS_PX, Method, inpainted
from facerestore.values.cancellation import Cancelled
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

METHODS = pytest.mark.parametrize("method", list(Method))


def smooth(bits=8, channels=3, height=150, width=190, seed=0):
    rng = np.random.default_rng(seed)
    noise = cv2.GaussianBlur(rng.random((height, width, channels)).astype(np.float32), (0, 0), 5)
    noise = (noise - noise.min()) / (noise.max() - noise.min())
    pixels = np.rint(noise * (2**bits - 1)).astype(np.uint8 if bits == 8 else np.uint16)
    return pixels if channels == 3 else pixels.reshape(height, width)


def scratches(seed, shape=(150, 190)):
    rng = np.random.default_rng(seed)
    hole = np.zeros(shape, np.uint8)
    for _ in range(rng.integers(1, 6)):
        ends = rng.integers(0, max(shape), 4)
        cv2.line(hole, tuple(map(int, ends[:2])), tuple(map(int, ends[2:])), 255, int(rng.integers(1, 6)))
    hole[tuple(rng.integers(0, 20, 2))] = 255
    return hole


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6), method=st.sampled_from(list(Method)))
@example(seed=6731, method=Method.TELEA)  # a sum at .5, which one channel at a time rounds otherwise
def test_that_pieces_give_what_the_whole_photo_at_once_gives(seed, method):
    pixels, hole = smooth(), scratches(seed)
    whole = cv2.inpaint(pixels, hole, RADIUS_PX, method.value)
    made = inpainted(Photo(pixels), Mask(hole), method).photo.pixels
    assert (made[hole == 0] == pixels[hole == 0]).all()
    assert (made[hole > 0] == whole[hole > 0]).all()


@METHODS
@pytest.mark.parametrize("channels", [1, 3])
def test_that_16_bits_are_continued_in_16_bits(method, channels):
    pixels, hole = smooth(16, channels), scratches(3)
    made = inpainted(Photo(pixels), Mask(hole), method).photo.pixels
    assert made.dtype == np.uint16
    assert (made[hole == 0] == pixels[hole == 0]).all()
    filled = made[hole > 0]
    assert len(np.unique(filled % 257)) > 20  # 8 bits made wide would leave one remainder
    assert np.abs(filled.astype(float) - pixels[hole > 0]).mean() < 0.1 * 65535


@METHODS
def test_that_an_even_photo_stays_even(method):
    pixels, hole = np.full((60, 60, 3), (30_000, 20_001, 7), np.uint16), scratches(1, (60, 60))
    made = inpainted(Photo(pixels), Mask(hole), method).photo.pixels
    # sums of floats, cut off rather than rounded; eight bits would be off by up to 128
    assert np.abs(made.astype(int) - pixels).max() <= 8


def test_that_what_is_transparent_says_nothing():
    pixels, alpha = np.full((60, 60, 3), 90, np.uint8), np.full((60, 60), 255, np.uint8)
    pixels[:, 30:], alpha[:, 30:] = 255, 0
    hole = np.zeros((60, 60), np.uint8)
    hole[20:40, 20:30] = 255
    made = inpainted(Photo(pixels, alpha=alpha), Mask(hole), Method.TELEA).photo
    assert np.abs(made.pixels[hole > 0].astype(int) - 90).max() < 5  # far from the 255 behind
    assert (made.pixels[:, 30:] == 255).all()
    assert (made.alpha == alpha).all()


def test_that_a_mask_of_everything_is_refused():
    with pytest.raises(UsageError, match="whole photo"):
        inpainted(Photo(np.zeros((9, 9), np.uint8)), Mask(np.full((9, 9), 255, np.uint8)), Method.TELEA)


def test_that_damage_far_apart_is_worked_in_small_pieces_and_can_be_stopped_between_them():
    hole = np.zeros((2000, 2000), np.uint8)
    hole[100, 100:110] = hole[1900, 1800:1810] = 255
    calls = []
    inpainted(
        Photo(np.zeros((2000, 2000), np.uint8)),
        Mask(hole),
        Method.TELEA,
        on_progress=lambda stage, done, total: calls.append((done, total)),
    )
    assert calls == [(0, 2), (1, 2), (2, 2)]
    asked = count()
    token = type("Token", (), {"is_set": lambda self: next(asked) == 1})()
    with pytest.raises(Cancelled):
        inpainted(Photo(np.zeros((2000, 2000), np.uint8)), Mask(hole), Method.TELEA, cancel=token)
