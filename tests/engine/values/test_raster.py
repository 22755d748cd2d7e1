import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.raster import pixels_where
from tests.support.pictures import noise


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([None, 1, 3]), st.integers(0, 9))
@pytest.mark.parametrize("bits", [8, 16])
def test_that_chosen_pixels_are_those_that_an_index_gives(
    bits: int, width: int, height: int, channels: int | None, seed: int
) -> None:
    pixels = noise(width, height, bits=bits, channels=channels, seed=seed)
    where = np.random.default_rng(seed).random((height, width)) < 0.5
    np.testing.assert_array_equal(pixels_where(pixels, where), pixels[where])
    turned = pixels.swapaxes(0, 1)
    np.testing.assert_array_equal(pixels_where(turned, where.T), turned[where.T])
