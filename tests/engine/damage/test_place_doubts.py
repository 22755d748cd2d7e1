"""What the network is sure of, beside what lies around it: patterns, buttons and frames are for somebody who looks."""

import cv2
import numpy as np
import pytest

from facerestore.damage.network_places import network_places
from facerestore.damage.place_doubts import DOUBTED, less_sure_where_doubted
from facerestore.damage.proposals import CERTAIN, Caution, find_damage
from facerestore.values.damage_map import DamageMap
from facerestore.values.photo import Photo
from facerestore_resources.damage_groups import DamageGroup
from tests.support.seen_damage import seen_damage

SHAPE = (400, 320)
PLAIN = np.full(SHAPE, 120, np.uint8)
TEXTURE = np.random.default_rng(1).integers(40, 200, SHAPE, np.uint8)
SURE = 0.96


def confidences_in(places, pixels=PLAIN):
    seen = seen_damage(SHAPE, places)
    return less_sure_where_doubted(network_places(seen, pixels), seen.damage, pixels, certain=CERTAIN).tolist()


def seen_line(where):
    """A map on which what is not 0 is a line, SURE in its midst."""
    shares = np.zeros((*SHAPE, len(DamageGroup)), np.uint8)
    shares[..., DamageGroup.LINE] = np.where(where > 0, round(255 * SURE), 0)
    shares[..., DamageGroup.NONE] = 255 - shares[..., DamageGroup.LINE]
    return DamageMap(shares, 1.0)


def oval(share=(0.4, 0.42), *, centre=(0.5, 0.5), begin=0, end=360, width=3):
    """A printed line around the middle, drawn white on black; shares are of the picture's width and height."""
    height, width_px = SHAPE
    drawn = np.zeros(SHAPE, np.uint8)
    middle = (round(centre[0] * width_px), round(centre[1] * height))
    axes = (round(share[0] * width_px), round(share[1] * height))
    return cv2.ellipse(drawn, middle, axes, 0, begin, end, 255, width)


def sure_boxes(line):
    """Left, top, right, bottom of what is taken without a look of a bright line, which is seen."""
    seen, pixels = seen_line(line), np.where(line > 0, 230, PLAIN).astype(np.uint8)
    places = network_places(seen, pixels)
    assert places.kinds
    sure = less_sure_where_doubted(places, seen.damage, pixels, certain=CERTAIN)
    return places.boxes[sure >= Caution.USUAL.value].tolist()


def test_that_a_line_amid_many_that_look_like_damage_is_a_pattern():
    line = (np.s_[200:203, 60:260], DamageGroup.LINE, SURE)
    around = [(np.s_[190:213, 40:280], DamageGroup.LINE, 0.6)]
    assert max(confidences_in([*around, line])) == DOUBTED
    assert max(confidences_in([line])) == pytest.approx(SURE, abs=0.01)


@pytest.mark.parametrize("group", [DamageGroup.SPECK, DamageGroup.LINE])
def test_that_what_differs_less_from_a_texture_than_the_texture_does_within_is_doubted(group):
    where = np.s_[200:204, 100:104] if group is DamageGroup.SPECK else np.s_[200:203, 100:180]
    bright = TEXTURE.copy()
    bright[where] = 255
    assert confidences_in([(where, group, SURE)], TEXTURE) == [DOUBTED]
    assert confidences_in([(where, group, SURE)], bright) == pytest.approx([SURE], abs=0.01)


@pytest.mark.parametrize("group", [DamageGroup.STAIN, DamageGroup.LOSS])
def test_that_a_stain_or_hole_as_narrow_as_a_button_is_doubted_in_a_texture_only(group):
    narrow, wide = np.s_[200:208, 100:108], np.s_[200:230, 100:130]
    for pixels, where, is_doubted in ((TEXTURE, narrow, True), (PLAIN, narrow, False), (TEXTURE, wide, False)):
        pixels = pixels.copy()
        pixels[where] = 250
        (confidence,) = confidences_in([(where, group, SURE)], pixels)
        assert (confidence == DOUBTED) == is_doubted


def test_that_an_oval_frame_is_suggested_and_not_taken_without_a_look():
    pixels = np.where(oval() > 0, 230, PLAIN).astype(np.uint8)
    found = find_damage(Photo(pixels), seen=seen_line(oval()))
    assert found
    assert max(one.confidence for one in found) < Caution.USUAL.value


def test_that_a_frame_seen_in_two_pieces_is_one():
    assert not sure_boxes(np.maximum(oval(begin=20, end=80), oval(begin=200, end=300)))


@pytest.mark.parametrize(
    "line",
    [
        oval(share=(0.12, 0.12)),
        oval(centre=(0.2, 0.75)),
        oval(begin=0, end=45),
        cv2.line(np.zeros(SHAPE, np.uint8), (20, 40), (300, 360), 255, 3),
        cv2.polylines(np.zeros(SHAPE, np.uint8), [np.array([[30, 40], [150, 200], [120, 380]])], False, 255, 3),
    ],
    ids=["small", "beside the middle", "short", "straight", "bent"],
)
def test_that_other_lines_are_scratches_still(line):
    assert sure_boxes(line)


def test_that_a_scratch_within_a_frame_is_one_still():
    line = cv2.line(oval(), (90, 120), (230, 300), 255, 3)
    line[:] = np.where(cv2.dilate(oval(), np.ones((9, 9), np.uint8)) > 0, oval(), line)
    ((left, _, right, _),) = sure_boxes(line)
    assert (left, right) == pytest.approx((90, 230), abs=12)
