"""What the network sees, as proposals: kinds, outlines, restraint."""

import cv2
import numpy as np
import pytest

from facerestore.damage.proposals import CERTAIN, Caution, find_damage, sure_enough
from facerestore.damage.protection import eyes_and_mouth
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import DamageMap
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo
from facerestore_resources.damage_groups import DamageGroup
from facerestore_resources.face_classes import FaceClass
from tests.support.seen_damage import seen_damage

SHAPE = (300, 400)
PLAIN = np.full(SHAPE, 120, np.uint8)


def found_in(places, *, pixels=PLAIN, **options):
    seen = seen_damage(pixels.shape[:2], places)
    return find_damage(Photo(pixels), seen=seen, **options)


@pytest.mark.parametrize(
    ("where", "group", "kind"),
    [
        (np.s_[100:104, 100:104], DamageGroup.SPECK, DamageClass.DUST),
        (np.s_[100:103, 100:160], DamageGroup.LINE, DamageClass.SCRATCH),
        (np.s_[100:103, 20:380], DamageGroup.LINE, DamageClass.CREASE),
        (np.s_[0:60, 0:80], DamageGroup.LOSS, DamageClass.TEAR),
        (np.s_[100:140, 100:160], DamageGroup.STAIN, DamageClass.STAIN),
    ],
)
def test_that_a_place_has_the_kind_that_it_looks_like_and_has_the_shape_of(where, group, kind):
    (one,) = found_in([(where, group, 0.9)])
    assert one.kind is kind
    assert one.confidence == pytest.approx(0.9, abs=0.01)
    covered = one.region.over(Extent(400, 300).box)
    assert covered[where].all()
    assert covered.sum() <= (where[0].stop - where[0].start + 2) * (where[1].stop - where[1].start + 2)


def test_that_a_stain_and_the_scratch_across_it_are_two_places():
    found = found_in([(np.s_[50:150, 50:150], DamageGroup.STAIN, 0.9), (np.s_[95:105, 20:300], DamageGroup.LINE, 0.95)])
    kinds = {one.kind for one in found}
    assert DamageClass.STAIN in kinds
    assert kinds & {DamageClass.SCRATCH, DamageClass.CREASE}


def test_that_caution_takes_the_sure_places_only():
    places = [
        (np.s_[20 * i : 20 * i + 4, 10:14], DamageGroup.SPECK, p) for i, p in enumerate((0.47, 0.75, 0.95), start=1)
    ]
    found = found_in(places)
    assert [len(sure_enough(found, caution)) for caution in (Caution.ALL, Caution.USUAL, Caution.CERTAIN)] == [3, 2, 1]


def test_that_a_speck_larger_than_dust_may_be_stays():
    places = [(np.s_[100:112, 100:112], DamageGroup.SPECK, 0.9), (np.s_[200:204, 100:104], DamageGroup.SPECK, 0.9)]
    assert len(found_in(places)) == 2
    (small,) = found_in(places, most_dust_px=8)
    assert small.region.box.height < 8
    assert len(found_in([(np.s_[100:140, 100:140], DamageGroup.SPECK, 0.9)])) == 0


@pytest.mark.parametrize(("probability", "is_left"), [(CERTAIN - 0.05, False), (CERTAIN + 0.05, True)])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_that_nothing_on_eyes_or_mouth_is_damage_below_certainty(place, probability, is_left):
    points = TEMPLATE * 200 + (80, 40)
    face = Face.from_points(points)
    column, row = np.rint(points[place]).astype(int)
    where = np.s_[row - 1 : row + 2, column - 40 : column + 40]
    inside = np.zeros(SHAPE, np.bool_)
    inside[where] = True
    found = found_in([(where, DamageGroup.LINE, probability)], faces=[face])
    covered = np.zeros(SHAPE, np.bool_)
    for one in found:
        covered[one.region.box.slices] |= one.region.inside
    protected = eyes_and_mouth(Extent(400, 300), [face], [])
    assert protected[row, column]
    assert (covered & inside & protected).any() == is_left
    # what leads up to the eye is damage all the same
    assert (covered & inside & ~protected).any()


def test_that_a_layout_says_where_eyes_and_mouth_are():
    labels = np.full((64, 64), FaceClass.SKIN, np.uint8)
    labels[20:26, 10:22] = FaceClass.LEFT_EYE
    layout = Layout(labels, Alignment.of_aligned(Extent(256, 256)))
    found = eyes_and_mouth(Extent(256, 256), [], [layout])
    assert found[80:104, 40:88].mean() > 0.9
    assert not found[120:, :].any()


def test_that_an_outline_follows_the_photo_at_its_own_resolution():
    pixels = np.full((2000, 2800), 110, np.uint8)
    cv2.line(pixels, (300, 500), (2500, 700), 240, 3)
    scratch = pixels > 200
    small = cv2.resize((scratch * 255).astype(np.uint8), (1400, 1000), interpolation=cv2.INTER_AREA)
    shares = np.zeros((1000, 1400, len(DamageGroup)), np.uint8)
    shares[..., DamageGroup.LINE] = np.where(small > 60, 240, 0)
    shares[..., DamageGroup.NONE] = 255 - shares[..., DamageGroup.LINE]
    (one,) = find_damage(Photo(pixels), seen=DamageMap(shares, 0.5))
    covered = one.region.over(Extent(2800, 2000).box)
    assert covered[scratch].mean() > 0.98
    assert covered.sum() < 3 * scratch.sum()


def test_that_filters_look_only_where_there_is_no_network():
    pixels = PLAIN.copy()
    pixels[100:102, 50:350] = 235
    assert find_damage(Photo(pixels))
    assert found_in([], pixels=pixels) == ()


def test_that_what_is_less_sure_beside_a_place_is_a_place_of_its_own():
    sure, doubtful = np.s_[100:104, 50:200], np.s_[100:104, 200:350]
    found = found_in([(sure, DamageGroup.LINE, 0.97), (doubtful, DamageGroup.LINE, 0.5)])
    assert [one.confidence for one in found] == pytest.approx([0.97, 0.5], abs=0.01)
    (kept,) = sure_enough(found, Caution.USUAL)
    assert kept.region.box.right <= 202


def test_that_a_place_goes_on_where_the_network_is_a_little_less_sure():
    middle, ends = np.s_[100:104, 150:250], (np.s_[100:104, 50:150], np.s_[100:104, 250:350])
    (one,) = found_in([(middle, DamageGroup.LINE, 0.97), *((end, DamageGroup.LINE, 0.9) for end in ends)])
    assert one.region.box.width >= 300


def test_that_a_crease_along_a_very_long_scan_is_outlined_in_all_its_length():
    pixels = np.full((120, 34_000), 110, np.uint8)
    pixels[60:64] = 240
    shares = np.zeros((5, 1400, len(DamageGroup)), np.uint8)
    shares[2, :, DamageGroup.LINE] = 240
    shares[..., DamageGroup.NONE] = 255 - shares[..., DamageGroup.LINE]
    (one,) = find_damage(Photo(pixels), seen=DamageMap(shares, 1400 / 34_000))
    covered = one.region.over(Extent(34_000, 120).box)
    assert covered[60:64].all(axis=0).mean() > 0.98


def test_that_a_map_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="map of damage"):
        DamageMap(np.zeros((4, 4, 3), np.uint8), 1.0)


def test_that_what_is_as_wide_as_a_meadow_is_no_scratch():
    assert found_in([(np.s_[100:160, 50:350], DamageGroup.LINE, 0.95)]) == ()


@pytest.mark.parametrize("tone", [20, 230])
def test_that_wide_specks_are_a_stain_where_their_outline_is_a_step_in_the_picture(tone):
    pixels, where = PLAIN.copy(), np.s_[100:180, 0:120]
    pixels[where] = tone
    (one,) = found_in([(where, DamageGroup.SPECK, 0.95)], pixels=pixels)
    assert one.kind is DamageClass.STAIN
    assert one.region.over(Extent(400, 300).box)[where].all()
    assert found_in([(where, DamageGroup.SPECK, 0.95)]) == ()
    assert found_in([(where, DamageGroup.SPECK, 0.8)], pixels=pixels) == ()


def test_that_a_step_on_one_side_of_wide_specks_is_no_reason_to_call_them_a_stain():
    pixels = PLAIN.copy()
    pixels[:, 120:] = 230
    assert found_in([(np.s_[100:180, 120:200], DamageGroup.SPECK, 0.95)], pixels=pixels) == ()


def test_that_the_rim_of_specks_too_wide_to_be_any_is_none_either():
    wide, rim, apart = np.s_[100:180, 100:300], np.s_[180:184, 100:300], np.s_[250:253, 100:300]
    found = found_in([(wide, DamageGroup.SPECK, 0.9), (rim, DamageGroup.STAIN, 0.75), (apart, DamageGroup.LINE, 0.75)])
    assert [one.region.box.top > 240 for one in found] == [True]
    (surer,) = found_in([(wide, DamageGroup.SPECK, 0.9), (rim, DamageGroup.STAIN, 0.97)])
    assert surer.kind is DamageClass.STAIN


def test_that_a_large_hole_amid_the_photo_is_for_somebody_who_looks_and_a_missing_corner_is_not():
    (amid,) = found_in([(np.s_[100:200, 100:200], DamageGroup.LOSS, 0.8)])
    (corner,) = found_in([(np.s_[0:100, 0:100], DamageGroup.LOSS, 0.8)])
    (certain,) = found_in([(np.s_[100:200, 100:200], DamageGroup.LOSS, 0.95)])
    assert Caution.ALL.value <= amid.confidence < Caution.USUAL.value
    assert corner.confidence == pytest.approx(0.8, abs=0.01)
    assert certain.confidence == pytest.approx(0.95, abs=0.01)
