"""Damage by a scanner's infrared: found wherever the channel lies, and never taken from a second picture."""

import threading
from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.damage.infrared import (
    NOT_REGISTERED,
    SEVERAL_CHANNELS,
    SHOWS_PICTURE,
    TOO_MUCH,
    InfraredDamage,
    infrared_damage,
)
from facerestore.damage.infrared_registration import LEAST_PROMINENCE, MOST_OFFSET_PX, registration
from facerestore.damage.proposals import Caution, sure_enough
from facerestore.files.inventory import Kind
from facerestore.values.cancellation import Cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import ExtraPlane, Photo
from tests.support.infrared import DrawnScan, drawn_scan

offsets = st.integers(-MOST_OFFSET_PX, MOST_OFFSET_PX)


def covered(scan: DrawnScan, found: InfraredDamage) -> np.ndarray:
    plane = np.zeros(scan.dirt.shape, np.bool_)
    for one in found.proposals:
        plane[one.region.box.slices] |= one.region.inside
    return plane


def near(dirt: np.ndarray, reach_px: int) -> np.ndarray:
    return cv2.dilate(dirt.astype(np.uint8), np.ones((2 * reach_px + 1,) * 2, np.uint8)) > 0


@settings(deadline=None, max_examples=5)
@given(
    offsets,
    offsets,
    st.sampled_from([8, 16]),
    st.sampled_from([0.5, 1.0, 2.2]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 1000),
)
def test_that_dirt_of_a_colour_film_is_found_where_it_lies_in_the_picture(
    right: int, down: int, bits: int, gamma: float, is_negative: bool, is_page: bool, seed: int
) -> None:
    scan = drawn_scan(offset=(right, down), bits=bits, gamma=gamma, is_negative=is_negative, is_page=is_page, seed=seed)
    found = infrared_damage(scan.photo)
    plane = covered(scan, found)
    assert found.notes == ()
    assert plane[scan.dirt].mean() > 0.98
    assert near(scan.dirt, 3)[plane].mean() > 0.98
    assert all(one.confidence >= Caution.CERTAIN.value for one in found.proposals)
    kinds = {one.kind for one in found.proposals}
    assert DamageClass.DUST in kinds
    assert kinds & {DamageClass.SCRATCH, DamageClass.CREASE}


@settings(deadline=None, max_examples=5)
@given(
    offsets,
    offsets,
    st.sampled_from(["silver", "kodachrome"]),
    st.sampled_from([8, 16]),
    st.sampled_from([0.5, 1.0, 2.2]),
    st.integers(0, 1000),
)
def test_that_infrared_of_silver_film_and_of_kodachrome_is_not_used_and_that_is_said(
    right: int, down: int, film: str, bits: int, gamma: float, seed: int
) -> None:
    scan = drawn_scan(offset=(right, down), film=film, bits=bits, gamma=gamma, seed=seed)
    found = infrared_damage(scan.photo)
    assert found.proposals == ()
    assert found.notes == (SHOWS_PICTURE,)


def test_that_infrared_of_a_grey_scan_of_silver_film_is_not_used() -> None:
    scan = drawn_scan(film="silver")
    grey = Photo(scan.photo.pixels.mean(axis=2).astype(np.uint16), extras=scan.photo.extras)
    assert infrared_damage(grey).notes == (SHOWS_PICTURE,)


@settings(deadline=None, max_examples=5)
@given(offsets, offsets, st.booleans(), st.integers(0, 1000))
def test_that_infrared_is_registered_to_the_pixel(right: int, down: int, is_negative: bool, seed: int) -> None:
    scan = drawn_scan(offset=(right, down), is_negative=is_negative, seed=seed)
    place = registration(scan.photo, scan.infrared)
    assert (place.right, place.down, place.is_sure) == (right, down, True)


@pytest.mark.parametrize("seed", range(3))
def test_that_infrared_with_nothing_in_common_is_taken_as_it_lies_and_that_is_said(seed: int) -> None:
    clean = drawn_scan(film="dye", specks=0, scratches=0, seed=seed)
    other = drawn_scan(film="clear", offset=(5, -4), specks=8, scratches=0, seed=seed + 100)
    photo = replace(clean.photo, extras=other.photo.extras)
    place = registration(photo, other.infrared)
    assert (place.right, place.down, place.is_sure) == (0, 0, False)
    assert place.prominence < LEAST_PROMINENCE
    found = infrared_damage(photo)
    assert found.notes == (NOT_REGISTERED,)
    assert found.proposals
    assert all(one.confidence < Caution.CERTAIN.value for one in found.proposals)


@pytest.mark.parametrize("film", ["clear", "dye"])
def test_that_clean_film_has_no_dirt(film: str) -> None:
    for softness_px in (0.6, 2.0):
        scan = drawn_scan(film=film, specks=0, scratches=0, softness_px=softness_px, offset=(3, -5))
        assert infrared_damage(scan.photo).proposals == ()


def test_that_faint_dirt_and_dirt_in_soft_infrared_is_found() -> None:
    for options in ({"opacity": 0.1, "noise": 0.004}, {"softness_px": 2.0}):
        scan = drawn_scan(offset=(-6, 2), **options)  # type: ignore[arg-type]
        plane = covered(scan, infrared_damage(scan.photo))
        assert plane[scan.dirt].mean() > 0.9
        assert near(scan.dirt, 4)[plane].mean() > 0.95


def test_that_the_holder_of_the_film_is_no_dirt() -> None:
    scan = drawn_scan()
    pixels, infrared = scan.photo.pixels.copy(), scan.infrared.copy()
    for array in (pixels, infrared):
        array[:30], array[:, -25:] = 600, 600
    found = infrared_damage(Photo(pixels, extras=(ExtraPlane(infrared, Kind.EXTRA_SAMPLE),)))
    plane = covered(scan, found)
    assert not plane[:25].any()
    assert not plane[:, -20:].any()
    inside = np.s_[40:, :-35]
    assert plane[inside][scan.dirt[inside]].mean() > 0.95


@pytest.mark.parametrize("turned", [False, True])
def test_that_a_channel_that_shows_another_picture_is_not_used(turned: bool) -> None:
    scan = drawn_scan()
    other = drawn_scan(film="silver", seed=3, specks=0).infrared
    other = np.ascontiguousarray(other[:, ::-1] if turned else cv2.rotate(other, cv2.ROTATE_180))
    found = infrared_damage(replace(scan.photo, extras=(ExtraPlane(other, Kind.EXTRA_SAMPLE),)))
    assert found.proposals == ()
    assert found.notes == (TOO_MUCH,)


def test_that_very_many_specks_are_joined_and_none_is_lost() -> None:
    picture = np.random.default_rng(0).integers(90, 110, (700, 900, 3), dtype=np.uint8)
    scan = drawn_scan(picture=picture, specks=0, scratches=0, offset=(2, 1))
    pixels, infrared = scan.photo.pixels.copy(), scan.infrared.copy()
    jitter = np.random.default_rng(1)
    places = [
        (row + int(jitter.integers(8)), column + int(jitter.integers(8)))
        for row in range(20, 670, 16)
        for column in range(20, 870, 16)
    ]
    for row, column in places:
        pixels[row : row + 3, column : column + 3] //= 4
        infrared[row + 1 : row + 4, column + 2 : column + 5] //= 4
    photo = Photo(pixels, extras=(ExtraPlane(infrared, Kind.EXTRA_SAMPLE),))
    found = infrared_damage(photo)
    assert len(places) > 2000
    assert len(found.proposals) < 1000
    plane = covered(scan, found)
    assert all(plane[row + 1, column + 1] for row, column in places)
    assert infrared_damage(photo, most_dust_px=2).proposals == ()


def test_that_a_scan_that_is_longer_than_opencv_warps_is_searched() -> None:
    pixels = np.full((70, 33_000, 3), 120, np.uint8)
    infrared = np.random.default_rng(0).integers(198, 203, (70, 33_000), dtype=np.uint8)
    for left in range(500, 32_500, 1000):
        spot = np.s_[30 : 30 + left % 7 + 4, left : left + 6]
        pixels[spot], infrared[spot] = 30, 50
    found = infrared_damage(Photo(pixels, extras=(ExtraPlane(infrared, Kind.EXTRA_SAMPLE),)))
    assert len(found.proposals) == 32


def test_that_a_file_with_two_further_channels_is_said_to_be_unclear() -> None:
    scan = drawn_scan()
    photo = replace(scan.photo, extras=scan.photo.extras * 2)
    found = infrared_damage(photo)
    assert (found.proposals, found.notes) == ((), (SEVERAL_CHANNELS,))


@pytest.mark.parametrize("kind", [Kind.SECOND_ALPHA, None])
def test_that_a_photo_without_infrared_has_none(kind: Kind | None) -> None:
    scan = drawn_scan()
    extras = () if kind is None else (ExtraPlane(scan.infrared, kind),)
    found = infrared_damage(replace(scan.photo, extras=extras))
    assert (found.proposals, found.notes) == ((), ())


@pytest.mark.parametrize("fill", [0, 7, 65535])
def test_that_an_empty_channel_and_a_tiny_photo_have_no_dirt(fill: int) -> None:
    scan = drawn_scan(specks=0)
    flat = np.full(scan.dirt.shape, fill, np.uint16)
    photo = replace(scan.photo, extras=(ExtraPlane(flat, Kind.EXTRA_SAMPLE),))
    assert infrared_damage(photo).proposals == ()
    tiny = Photo(np.zeros((9, 7, 3), np.uint8), extras=(ExtraPlane(np.zeros((9, 7), np.uint8), Kind.EXTRA_SAMPLE),))
    assert infrared_damage(tiny).proposals == ()


def test_that_the_search_leaves_photo_and_infrared_as_they_are_and_can_be_stopped() -> None:
    scan = drawn_scan(offset=(1, 1))
    before = scan.photo.pixels.copy(), scan.infrared.copy()
    first, second = infrared_damage(scan.photo), infrared_damage(scan.photo)
    np.testing.assert_array_equal(scan.photo.pixels, before[0])
    np.testing.assert_array_equal(scan.infrared, before[1])
    assert [one.confidence for one in first.proposals] == [one.confidence for one in second.proposals]
    assert len(sure_enough(first.proposals, Caution.CERTAIN)) == len(first.proposals)

    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Cancelled):
        infrared_damage(scan.photo, cancel=stopped)
