import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from facerestore.editing.layout_editing import (
    Movement,
    class_at,
    mirrored,
    moved,
    part_at,
    put_class,
    snapped_to_edges,
    snapped_to_superpixels,
    superpixels,
    with_class_reset,
    with_region_reset,
)
from facerestore.editing.mask_shapes import Region, ellipse, polygon
from facerestore.values.alignment import TEMPLATE
from facerestore.values.geometry import Extent
from facerestore_resources.face_classes import FLIPPED, FaceClass

SIDE = 64
LABELS = hnp.arrays(np.uint8, (SIDE, SIDE), elements=st.integers(0, 18), fill=st.integers(0, 18))
CLASSES = st.sets(st.integers(0, 18))


def face() -> np.ndarray:
    """A face with one eye higher than the other, and half a mouth."""
    labels = np.zeros((256, 256), np.uint8)
    cv2.ellipse(labels, (128, 140), (80, 105), 0, 0, 360, int(FaceClass.SKIN), -1)
    labels[:60][labels[:60] > 0] = FaceClass.HAIR
    for x, y, eye, brow in ((97, 122, 4, 6), (160, 130, 5, 7)):
        cv2.ellipse(labels, (x, y), (16, 7), 0, 0, 360, eye, -1)
        cv2.ellipse(labels, (x, y - 18), (18, 4), 0, 0, 360, brow, -1)
    cv2.ellipse(labels, (128, 187), (28, 12), 0, 90, 270, int(FaceClass.UPPER_LIP), -1)
    cv2.ellipse(labels, (128, 187), (20, 4), 0, 90, 270, int(FaceClass.MOUTH), -1)
    return labels


def changed(labels, patch):
    after = labels.copy()
    if patch is not None:
        patch.flip(after)
    return after


@settings(max_examples=60)
@given(labels=LABELS, predicted=LABELS, locked=CLASSES, classes=CLASSES, seed=st.integers(0, 2**31))
def test_that_locked_classes_never_change_whatever_the_tool(labels, predicted, locked, classes, seed):
    rng = np.random.default_rng(seed)
    before, (x, y), value = labels.copy(), rng.uniform(0, SIDE, 2), int(rng.integers(19))
    movement = Movement(*rng.uniform(-20, 20, 2), *rng.uniform(0.3, 3, 2), float(rng.uniform(-180, 180)))
    outline = polygon(rng.uniform(-9, SIDE + 9, (6, 2)), Extent.of(labels))
    part = rng.random(labels.shape) < 0.3
    for patch in (
        put_class(labels, outline, value, locked=locked),
        moved(labels, part_at(labels, x, y), movement, locked=locked),
        moved(labels, part, movement, locked=locked),
        mirrored(labels, classes, from_left=bool(rng.integers(2)), locked=locked),
        with_class_reset(labels, predicted, value, locked=locked),
        with_region_reset(labels, predicted, part, locked=locked),
    ):
        after = changed(labels, patch)
        assert (labels == before).all()
        assert after.max() < 19
        assert (after == before)[np.isin(before, list(locked))].all()
        if patch is not None:
            patch.flip(after)
            assert (after == before).all()


@given(labels=LABELS, predicted=LABELS, value=st.integers(0, 18))
def test_that_a_reset_class_is_where_the_prediction_has_it_and_other_pixels_stay(labels, predicted, value):
    after = changed(labels, with_class_reset(labels, predicted, value))
    assert ((after == value) == (predicted == value)).all()
    untouched = (labels != value) & (predicted != value)
    assert (after == labels)[untouched].all()
    everything = np.ones(labels.shape, np.bool_)
    assert (changed(labels, with_region_reset(labels, predicted, everything)) == predicted).all()


def test_that_a_part_is_what_is_connected_and_the_mouth_is_one():
    labels = face()
    assert (part_at(labels, 97, 122) == (labels == FaceClass.LEFT_EYE)).all()
    assert (part_at(labels, 120, 187) == np.isin(labels, [10, 11, 12])).all()
    assert class_at(labels, 160.9, 130) is FaceClass.RIGHT_EYE
    for place in ((-0.1, 3), (3, -0.1), (256, 3), (3, 256)):
        assert class_at(labels, *place) is None
        assert part_at(labels, *place) is None


@settings(max_examples=30)
@given(right=st.integers(-25, 25), down=st.integers(-8, 25))
def test_that_a_part_moved_by_whole_pixels_keeps_its_shape_and_uncovers_skin(right, down):
    labels = face()
    eye = part_at(labels, 97, 122)
    after = changed(labels, moved(labels, eye, Movement(right, down)))
    expected = np.roll(eye, (down, right), axis=(0, 1))
    assert ((after == FaceClass.LEFT_EYE) == expected).all()
    assert (after[eye & ~expected] == FaceClass.SKIN).all()
    assert (after == labels)[~eye & ~expected].all()


@pytest.mark.parametrize("scale", [0.5, 0.8, 1.5, 2.5])
def test_that_a_scaled_part_has_the_scaled_area_about_the_same_centre(scale):
    labels = face()
    mouth = part_at(labels, 120, 187)
    after = np.isin(changed(labels, moved(labels, mouth, Movement(scale_x=scale, scale_y=scale))), [10, 11, 12])
    assert after.sum() == pytest.approx(mouth.sum() * scale**2, rel=0.06)
    assert np.argwhere(after).mean(axis=0) == pytest.approx(np.argwhere(mouth).mean(axis=0), abs=1)


def test_that_a_part_turned_round_and_back_comes_home():
    labels = face()
    brow = part_at(labels, 97, 104)
    upright = changed(labels, moved(labels, brow, Movement(turn_degrees=90)))
    rows, columns = np.nonzero(upright == FaceClass.LEFT_BROW)
    assert np.ptp(rows) > 3 * np.ptp(columns)
    back = changed(upright, moved(upright, upright == FaceClass.LEFT_BROW, Movement(turn_degrees=-90)))
    assert ((back == FaceClass.LEFT_BROW) != brow).sum() < 0.2 * brow.sum()


def test_that_a_part_cannot_be_scaled_to_nothing():
    with pytest.raises(ValueError, match="above 0"):
        Movement(scale_x=0)


def test_that_a_mirrored_eye_and_brow_replace_the_others_and_have_their_names():
    labels = face()
    after = changed(labels, mirrored(labels, {FaceClass.LEFT_EYE, FaceClass.LEFT_BROW}, from_left=True))
    for own, other in ((4, 5), (6, 7)):
        assert (after == own).sum() == (labels == own).sum()
        assert (after == other).sum() == pytest.approx((labels == own).sum(), rel=0.05)
        rows, other_rows = (np.nonzero(after == one)[0].mean() for one in (own, other))
        # the template's axis is not quite upright
        assert rows == pytest.approx(other_rows, abs=2)
    assert (after[(labels == FaceClass.RIGHT_EYE) & (after != FaceClass.RIGHT_EYE)] != 0).all()


def test_that_a_mirrored_half_completes_a_mouth():
    labels = face()
    axis = np.array([[96, 120], [160, 120], [128, 150], [100, 190], [156, 190]], np.float64)
    after = changed(labels, mirrored(labels, {10, 11, 12}, from_left=True, points_crop=axis))
    mouth = np.isin(after, [10, 11, 12])[:, 28:228]
    assert (mouth == mouth[:, ::-1]).mean() > 0.998
    # the half that was there, and its image, save the column that the axis cuts
    assert mouth.sum() == pytest.approx(2 * np.isin(labels, [10, 11, 12]).sum(), rel=0.05)


@settings(max_examples=20)
@given(labels=LABELS, from_left=st.booleans())
def test_that_mirroring_everything_gives_a_symmetric_layout_with_sides_exchanged(labels, from_left):
    points = TEMPLATE * SIDE
    points[:, 0] = [20, SIDE - 20, SIDE / 2, 22, SIDE - 22]
    points[:, 1] = [30, 30, 40, 48, 48]
    after = changed(labels, mirrored(labels, range(19), from_left=from_left, points_crop=points))
    assert (after == np.asarray(FLIPPED)[after[:, ::-1]]).all()
    half = np.s_[:, : SIDE // 2] if from_left else np.s_[:, SIDE // 2 :]
    assert (after[half] == labels[half]).all()


def noisy_disc():
    rows, columns = np.indices((256, 256)) + 0.5
    disc = np.hypot(columns - 120, rows - 130) < 50
    noise = np.random.default_rng(0).normal(0, 0.03, (256, 256, 3))
    return disc, np.clip(np.where(disc[..., None], [0.7, 0.5, 0.4], [0.3, 0.3, 0.35]) + noise, 0, 1).astype(np.float32)


def agreement(region, truth):
    found = region.over(Extent.of(truth).box)
    return (found & truth).sum() / (found | truth).sum()


def test_that_a_roughly_drawn_outline_snaps_to_the_edge_in_the_photo():
    disc, pixels = noisy_disc()
    nothing = np.zeros((256, 256), np.bool_)
    rough = ellipse((66, 84), (174, 180), Extent(256, 256))
    assert agreement(rough, disc) < 0.93
    assert agreement(snapped_to_edges(rough, pixels, nothing), disc) > 0.97
    areas = superpixels(pixels, nothing)
    assert agreement(snapped_to_superpixels(rough, areas), disc) > 0.95


def test_that_a_drawn_outline_stays_in_the_hole_and_its_border_attracts_nothing():
    disc, pixels = noisy_disc()
    hole = np.zeros((256, 256), np.bool_)
    hole[100:160, 120:200] = True
    pixels[hole] = 0
    rough = ellipse((66, 84), (174, 180), Extent(256, 256))
    snapped = snapped_to_edges(rough, pixels, hole).over(Extent(256, 256).box)
    assert (snapped == rough.over(Extent(256, 256).box))[hole].all()
    visible = ~cv2.dilate(hole.astype(np.uint8), np.ones((9, 9), np.uint8)).astype(bool)
    assert (snapped == disc)[visible].mean() > 0.99


def test_that_a_thin_stroke_snaps_to_the_line_under_it():
    pixels = np.full((256, 256, 3), 0.6, np.float32)
    pixels[100:104] = 0.2
    stroke = np.zeros((256, 256), np.bool_)
    stroke[98:107, 40:200] = True
    snapped = snapped_to_edges(Region.of(stroke), pixels, np.zeros((256, 256), np.bool_))
    rows = np.nonzero(snapped.over(Extent(256, 256).box)[:, 60:180].any(axis=1))[0]
    assert 99 <= rows.min() <= 101
    assert 102 <= rows.max() <= 104


def test_that_superpixels_number_every_pixel_and_a_region_of_none_selects_nothing():
    _, pixels = noisy_disc()
    areas = superpixels(pixels, np.zeros((256, 256), np.bool_))
    assert areas.min() >= 1
    dot = Region.of(np.pad(np.ones((1, 1), np.bool_), 20))
    assert snapped_to_superpixels(dot, areas) is None
    assert put_class(np.zeros((9, 9), np.uint8), None, 3) is None
