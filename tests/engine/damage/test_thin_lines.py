"""Faint long scratches: no pixel of them is sure, their whole course is."""

import cv2
import numpy as np
import pytest

from facerestore.damage.proposals import find_damage
from facerestore.damage.thin_lines import thin_lines
from facerestore.values.cancellation import Cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import DamageMap
from facerestore.values.photo import Photo
from facerestore_resources.damage_groups import DamageGroup
from tests.support.damage import astronaut
from tests.support.seen_damage import seen_damage


class Ended:
    def is_set(self) -> bool:
        return True


def wall(height: int = 400, width: int = 320) -> np.ndarray:
    """A painted backdrop: soft clouds with grain."""
    rng = np.random.default_rng(0)
    clouds = cv2.resize(rng.normal(0, 1, (14, 11)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(140 + 12 * clouds + rng.normal(0, 2, (height, width)), 0, 255).astype(np.uint8)


def scratched(picture: np.ndarray, by: int, width_px: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """With a slightly bent line from the upper edge, brighter or darker by so much, and where that is."""
    height, width = picture.shape
    along = np.linspace(0, 1, 60)
    points = np.stack([width * (0.15 + 0.6 * along) + 4 * np.sin(4 * along), height * 0.55 * along], axis=1)
    drawn = np.zeros(picture.shape, np.uint8)
    cv2.polylines(drawn, [np.rint(16 * points).astype(np.int32)], False, 255, width_px, cv2.LINE_AA, 4)
    return np.clip(picture + by * (drawn / 255.0), 0, 255).astype(np.uint8), drawn > 127


def doubted(line: np.ndarray, probability: float) -> DamageMap:
    """What the network says of a line that it is not sure of."""
    near = np.nonzero(cv2.dilate(line.astype(np.uint8), np.ones((3, 3), np.uint8)))
    return seen_damage(line.shape, [(near, DamageGroup.LINE, probability)])


@pytest.mark.parametrize("by", [30, -30])
def test_that_a_long_line_that_the_network_only_suspects_is_found_from_end_to_end(by: int) -> None:
    pixels, line = scratched(wall(), by)
    region, confidence = thin_lines(Photo(pixels), pixels, doubted(line, 0.3))[0]
    assert confidence > 0.5
    inside = np.zeros(line.shape, np.bool_)
    inside[region.box.slices] = region.inside
    near = cv2.dilate(line.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert cv2.dilate(inside.astype(np.uint8), np.ones((3, 3), np.uint8))[line].mean() > 0.8
    assert near[inside].mean() > 0.8


def test_that_the_network_counts() -> None:
    pixels, line = scratched(wall(), 30)
    sure, unsure = (thin_lines(Photo(pixels), pixels, doubted(line, one))[0][1] for one in (0.4, 0.0))
    assert sure > unsure


@pytest.mark.parametrize("picture", [wall(), cv2.cvtColor(astronaut(), cv2.COLOR_RGB2GRAY)], ids=["wall", "portrait"])
def test_that_an_undamaged_picture_has_none_that_is_taken(picture: np.ndarray) -> None:
    found = thin_lines(Photo(picture), picture, seen_damage(picture.shape, []))
    assert all(confidence < 0.4 for _, confidence in found)


def test_that_it_is_proposed_in_the_pixels_of_a_larger_photo() -> None:
    pixels, truth = scratched(wall(2000, 1600), 30, width_px=3)
    small = cv2.resize(truth.astype(np.uint8), (1120, 1400), interpolation=cv2.INTER_NEAREST) > 0
    shown = doubted(small, 0.4)
    found = [one for one in find_damage(Photo(pixels), seen=DamageMap(shown.shares, 0.7)) if one.confidence > 0.4]
    assert {one.kind for one in found} & {DamageClass.SCRATCH, DamageClass.CREASE}
    covered = np.zeros(truth.shape, np.bool_)
    for one in found:
        covered[one.region.box.slices] |= one.region.inside
    assert covered[truth].mean() > 0.7
    near = cv2.dilate(truth.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert near[covered].mean() > 0.8


def test_that_what_the_network_is_sure_of_is_not_found_twice() -> None:
    pixels, line = scratched(wall(), 60)
    found = [one for one in find_damage(Photo(pixels), seen=doubted(line, 0.97)) if one.confidence > 0.4]
    assert len(found) == 1


def test_that_the_search_stops_when_asked() -> None:
    pixels, line = scratched(wall(), 30)
    with pytest.raises(Cancelled):
        thin_lines(Photo(pixels), pixels, doubted(line, 0.3), cancel=Ended())


def beads(gap_px: int) -> tuple[np.ndarray, DamageMap]:
    """Five bright beads on a string, of which the network is certain."""
    pixels = wall()
    places = []
    for index in range(5):
        left = 60 + index * gap_px
        pixels[200:206, left : left + 6] = 240
        places.append((np.s_[200:206, left : left + 6], DamageGroup.SPECK, 0.95))
    return pixels, seen_damage(pixels.shape, places)


def test_that_bright_marks_of_one_size_in_a_row_are_less_sure_than_dust_that_lies_apart() -> None:
    row, apart = (
        [one.confidence for one in find_damage(Photo(pixels), seen=seen) if one.kind is DamageClass.DUST]
        for pixels, seen in (beads(12), beads(40))
    )
    assert len(row) == len(apart) == 5
    assert max(row) < 0.7
    assert min(apart) > 0.85
