import numpy as np
import pytest

from facerestore.compositing.tone import LUMA, measured_tone
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.damage import astronaut, face_hole


def sepia(pixels: np.ndarray) -> np.ndarray:
    """Brown, with shadows of another colour than the lights, as prints have."""
    luma = pixels @ LUMA / 255
    toned = np.stack([0.04 + 0.95 * luma**0.85, 0.02 + 0.85 * luma, 0.7 * luma**1.25], axis=-1)
    return np.asarray(np.rint(255 * toned), np.uint8)


def hue_degrees(rgb: np.ndarray) -> np.ndarray:
    luma = rgb @ LUMA
    return np.asarray(np.degrees(np.arctan2(rgb[..., 2] - luma, rgb[..., 0] - luma)))


def test_that_a_painted_colour_face_takes_the_hue_of_a_sepia_photo() -> None:
    mask, brown = face_hole(), sepia(astronaut())
    tone = measured_tone(Photo(brown), mask)
    assert tone.strength == 1
    toned = tone.applied(astronaut().astype(np.float32) / 255)[mask.restore]
    expected = sepia(np.rint(255 * np.repeat((toned @ LUMA)[:, None], 3, axis=1)))
    difference = np.abs(hue_degrees(toned) - hue_degrees(brown[mask.restore] / 255.0))
    assert expected.shape == toned.shape
    assert np.median(difference) < 2


def test_that_a_colour_photo_keeps_the_painted_colours_to_the_bit() -> None:
    tone = measured_tone(Photo(astronaut()), face_hole())
    painted = np.random.default_rng(0).random((20, 20, 3), dtype=np.float32)
    assert tone.strength == 0
    assert (tone.applied(painted) == painted).all()


def test_that_toning_keeps_the_luma() -> None:
    tone = measured_tone(Photo(sepia(astronaut())), face_hole())
    painted = np.random.default_rng(0).random((50, 50, 3), dtype=np.float32)
    np.testing.assert_allclose(tone.applied(painted) @ LUMA, painted @ LUMA, atol=1e-5)


@pytest.mark.parametrize("visible", [0, 3])
def test_that_too_few_visible_pixels_give_no_tone(visible: int) -> None:
    restore = np.ones((30, 30), np.bool_)
    restore[0, :visible] = False
    assert measured_tone(Photo(sepia(astronaut())[:30, :30].copy()), Mask.from_bool(restore)).strength == 0


def test_that_what_is_transparent_does_not_count_as_visible() -> None:
    brown = sepia(astronaut())
    brown[:140] = np.random.default_rng(0).integers(0, 256, (140, 400, 3), np.uint8)
    alpha = np.full(brown.shape[:2], 255, np.uint8)
    alpha[:140] = 0
    mask = np.zeros(brown.shape[:2], np.bool_)
    mask[150:200, 150:200] = True
    assert measured_tone(Photo(brown.copy(), alpha), Mask.from_bool(mask)).strength == 1
    assert measured_tone(Photo(brown.copy()), Mask.from_bool(mask)).strength == 0
