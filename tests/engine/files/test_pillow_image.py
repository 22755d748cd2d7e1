import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.files import pillow_image
from facerestore.files.pillow_image import image_of


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([1, 3, 4]), st.integers(1, 200))
def test_that_the_image_has_every_row_whatever_the_strips(
    height: int, width: int, channels: int, strip_pixels: int
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, channels), np.uint8)
    pixels = pixels[..., 0] if channels == 1 else pixels
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pillow_image, "_STRIP_PIXELS", strip_pixels)
        np.testing.assert_array_equal(np.asarray(image_of(pixels.__getitem__, pixels.shape)), pixels)
