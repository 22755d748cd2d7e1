"""Broad bright cracks: found by their course, and nothing that a photo shows in their place."""

import cv2
import numpy as np
import pytest

from facerestore.damage.bands import bands
from facerestore.damage.proposals import Caution, find_damage
from facerestore.values.cancellation import Cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import DamageMap
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from facerestore_resources.damage_groups import DamageGroup
from tests.support.damage import astronaut


def cracked(width_px: int = 16, value: int = 235, size: int = 512) -> tuple[np.ndarray, np.ndarray]:
    """The astronaut with a crack from edge to edge, a little bent, and where that is."""
    pixels = cv2.resize(astronaut(), (size, size), interpolation=cv2.INTER_AREA)
    along = np.linspace(0, 1, 80)
    points = np.stack([size * (0.1 + 0.75 * along), size * along], axis=1)
    points[:, 0] += size / 40 * np.sin(5 * along)
    drawn = np.zeros(pixels.shape[:2], np.uint8)
    cv2.polylines(drawn, [np.rint(points).astype(np.int32)], False, 255, width_px)
    grain = np.random.default_rng(0).normal(0, 4, (*drawn.shape, 1))
    share = cv2.GaussianBlur(drawn, (0, 0), 0.8)[..., None] / 255
    return np.clip(pixels + (value + grain - pixels) * share, 0, 255).astype(np.uint8), drawn > 0


def grey(pixels: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)


@pytest.mark.parametrize("width_px", [12, 18, 24])
def test_that_a_broad_bright_crack_through_a_portrait_is_certain(width_px: int) -> None:
    pixels, truth = cracked(width_px)
    ((region, confidence),) = bands(Photo(pixels), grey(pixels))
    assert confidence >= Caution.CERTAIN.value
    inside = region.over(Extent.of(pixels).box)
    near = cv2.dilate(truth.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert inside[truth].mean() > 0.85
    assert near[inside].mean() > 0.85


def test_that_an_undamaged_portrait_has_none() -> None:
    assert bands(Photo(astronaut()), grey(astronaut())) == []


@pytest.mark.parametrize("value", [30, 120])
def test_that_what_is_dark_or_grey_is_none(value: int) -> None:
    pixels, _ = cracked(value=value)
    assert bands(Photo(pixels), grey(pixels)) == []


def test_that_the_border_of_a_print_is_none() -> None:
    pixels = astronaut().copy()
    pixels[:, 6:18] = 240
    assert bands(Photo(pixels), grey(pixels)) == []


@pytest.mark.parametrize("by_network", [True, False])
def test_that_it_is_proposed_as_a_crease_in_the_photos_own_pixels(by_network: bool) -> None:
    pixels, truth = cracked(48, size=1536)
    seen = None
    if by_network:
        shares = np.zeros((1400, 1400, len(DamageGroup)), np.uint8)
        shares[..., DamageGroup.NONE] = 255
        seen = DamageMap(shares, 1400 / 1536)
    found = [one for one in find_damage(Photo(pixels), seen=seen) if one.confidence >= Caution.USUAL.value]
    covered = np.zeros(truth.shape, np.bool_)
    for one in found:
        covered[one.region.box.slices] |= one.region.inside
    assert covered[truth].mean() > 0.85
    assert DamageClass.CREASE in {one.kind for one in found}


def test_that_what_was_found_already_is_not_found_twice() -> None:
    pixels, truth = cracked()
    shares = np.zeros((*truth.shape, len(DamageGroup)), np.uint8)
    shares[..., DamageGroup.NONE] = np.where(truth, 0, 255)
    shares[..., DamageGroup.LOSS] = np.where(truth, 255, 0)
    found = find_damage(Photo(pixels), seen=DamageMap(shares, 1.0))
    assert [one.kind for one in found] == [DamageClass.TEAR]


def test_that_the_search_can_be_ended() -> None:
    class Ended:
        def is_set(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        bands(Photo(astronaut()), grey(astronaut()), cancel=Ended())
