"""The picture of where restored pixels are from."""

import numpy as np
import pytest

from facerestore.compositing.origins_picture import (
    MIRROR_RGB,
    NETWORK_RGB,
    REFERENCES_RGB,
    SURROUNDINGS_RGB,
    origin_tints,
    origins_picture,
)
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box, Extent
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore_resources.face_classes import FaceClass

SIDE = 256


def candidate(lent: np.ndarray | None) -> Candidate:
    """Everything in the middle is hidden."""
    alignment = Alignment.of_aligned(Extent(SIDE, SIDE))
    hole = np.zeros((SIDE, SIDE), np.bool_)
    hole[64:192, 64:192] = True
    crop = FaceCrop(np.zeros((SIDE, SIDE, 3), np.float32), hole, alignment)
    layout = Layout(np.full((SIDE, SIDE), FaceClass.SKIN, np.uint8), alignment)
    return Candidate(crop.pixels, crop, layout, 0, lent=lent)


def lent(mirror: int, *references: int) -> np.ndarray:
    return np.stack([np.full((SIDE, SIDE), value, np.uint8) for value in (mirror, *references)])


def shown(one: Candidate | None, bits: int = 8) -> np.ndarray:
    """The picture of a black photo, without the share of the photo itself."""
    photo = Photo(np.zeros((SIDE, SIDE, 3), np.uint8 if bits == 8 else np.uint16))
    changed = np.zeros((SIDE, SIDE), np.bool_)
    changed[64:192, 64:192] = True
    return origins_picture(RepairedPhoto(photo), [] if one is None else [one], changed).pixels / 0.6


@pytest.mark.parametrize(
    ("shares", "colour"),
    [
        (None, NETWORK_RGB),
        (lent(0), NETWORK_RGB),
        (lent(255), MIRROR_RGB),
        (lent(0, 255), REFERENCES_RGB[0]),
        (lent(0, 0, 255), REFERENCES_RGB[1]),
    ],
)
def test_that_what_is_from_one_origin_has_its_colour(shares: np.ndarray | None, colour: tuple[int, int, int]) -> None:
    np.testing.assert_allclose(shown(candidate(shares))[80:170, 80:170], np.broadcast_to(colour, (90, 90, 3)), atol=2)


def test_that_two_origins_are_mixed_by_their_shares() -> None:
    half = (np.array(MIRROR_RGB) + NETWORK_RGB) / 2
    np.testing.assert_allclose(shown(candidate(lent(128)))[128, 128], half, atol=2)


def test_that_what_no_face_covers_is_from_its_surroundings_and_what_did_not_change_is_grey() -> None:
    picture = shown(None, bits=16)
    np.testing.assert_allclose(picture[128, 128], SURROUNDINGS_RGB, atol=2)
    assert not picture[:64].any()


@pytest.mark.parametrize("step", [1, 3])
@pytest.mark.parametrize("shares", [None, lent(0), lent(255), lent(0, 200), lent(60, 60, 130)])
def test_that_the_hole_alone_is_coloured_and_its_colours_are_mixed_by_the_shares_that_the_record_says(
    shares: np.ndarray | None, step: int
) -> None:
    one, box = candidate(shares), Box(30, 40, 230, 241)
    tints, has_any = origin_tints(one, box, step)
    assert tints.shape[:2] == has_any.shape == (-(-201 // step), -(-200 // step))
    rows, columns = (np.arange(size) * step + step // 2 for size in has_any.shape)
    inside = ((rows + 40 >= 64) & (rows + 40 < 192))[:, None] & ((columns + 30 >= 64) & (columns + 30 < 192))
    np.testing.assert_array_equal(has_any, inside)
    told = one.origin_shares() or (1.0,)
    mixed = np.array(told) @ np.array([NETWORK_RGB, MIRROR_RGB, *REFERENCES_RGB])[: len(told)]
    np.testing.assert_allclose(tints[has_any], np.broadcast_to(mixed, (inside.sum(), 3)), atol=1)


def test_that_the_map_in_sum_shows_what_the_record_says_though_one_lender_is_ahead_nowhere() -> None:
    generator = np.random.default_rng(0)
    parts = np.stack([generator.integers(0, 40, (SIDE, SIDE)), generator.integers(0, 90, (SIDE, SIDE))])
    one = candidate(parts.astype(np.uint8))
    tints, has_any = origin_tints(one, Box(0, 0, SIDE, SIDE))
    shares = one.origin_shares()
    assert shares is not None
    assert shares[0] > 0.5
    expected = np.array(shares) @ np.array([NETWORK_RGB, MIRROR_RGB, REFERENCES_RGB[0]])
    np.testing.assert_allclose(tints[has_any].mean(axis=0), expected, atol=0.6)
