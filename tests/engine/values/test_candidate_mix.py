"""Which candidate is used where, and how strongly."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from fake_restorer import schematic_layout
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.compositing.strength import FaceStrength, with_strength
from facerestore.editing.face_commands import SetChoice
from facerestore.editing.history import History
from facerestore.editing.project import FaceState, Project
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import (
    LEFT_EYE,
    PART_NAMES,
    PARTS,
    RIGHT_EYE,
    CandidateMix,
    mixed,
    part_at,
    part_region,
)
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore_resources.face_classes import FaceClass

SIDE = 64
LAYOUT = schematic_layout(SIDE)


def candidate(seed, value):
    crop = FaceCrop(
        np.zeros((SIDE, SIDE, 3), np.float32),
        np.ones((SIDE, SIDE), np.bool_),
        Alignment.of_aligned(Extent(SIDE, SIDE), crop_px=SIDE),
    )
    return Candidate(np.full((SIDE, SIDE, 3), value, np.float32), crop, LAYOUT, seed)


def half(side=SIDE):
    region = np.zeros((side, side), np.bool_)
    region[:, : side // 2] = True
    return region


def test_that_every_class_is_in_exactly_one_part():
    classes = [one for part in PARTS.values() for one in part]
    assert sorted(classes) == list(range(19))


def test_that_inside_its_region_a_mix_equals_the_chosen_candidate():
    choice = CandidateMix.whole(1, SIDE).with_seed(half(), 2)
    made = mixed(choice, {1: candidate(1, 0.2), 2: candidate(2, 0.8)})
    assert made.pixels[:, : SIDE // 2 - 5] == pytest.approx(0.8)
    assert made.pixels[:, SIDE // 2 + 5 :] == pytest.approx(0.2)
    blend = made.pixels[SIDE // 2, SIDE // 2 - 5 : SIDE // 2 + 5, 0]
    assert (np.diff(blend) <= 1e-6).all()
    assert "seeds 1, 2" in made.notes[0]


def test_that_one_candidate_alone_is_returned_as_it_is():
    only = candidate(7, 0.5)
    assert mixed(CandidateMix.whole(7, SIDE), {7: only}) is only


def test_that_a_candidate_used_nowhere_is_left_out():
    choice = CandidateMix.whole(1, SIDE).with_seed(half(), 2).with_seed(np.ones((SIDE, SIDE), np.bool_), 3)
    assert choice.seeds == (3,)


def test_that_a_part_includes_its_classes_and_the_wide_parts_do_not_reach_into_it():
    eyes, skin = part_region(LAYOUT, "Eyes"), part_region(LAYOUT, "Skin")
    assert eyes[np.isin(LAYOUT.labels, (4, 5))].all()
    assert not (eyes & skin).any()
    rows, columns = np.nonzero(LAYOUT.labels == 4)
    assert part_at(LAYOUT, columns[0] + 0.5, rows[0] + 0.5) == LEFT_EYE
    assert part_at(LAYOUT, -1, 3) is None


def test_that_each_eye_is_a_part_of_its_own_and_both_together_are_the_eyes():
    left, right = part_region(LAYOUT, LEFT_EYE), part_region(LAYOUT, RIGHT_EYE)
    assert left[LAYOUT.labels == FaceClass.LEFT_EYE].all()
    assert not left[LAYOUT.labels == FaceClass.RIGHT_EYE].any()
    assert (left | right == part_region(LAYOUT, "Eyes")).all()
    assert not (left & right).any()


def test_that_left_and_right_are_those_of_the_picture_whatever_a_layout_calls_its_eyes():
    exchanged = Layout(LAYOUT.labels[:, ::-1].copy())
    assert np.nonzero(exchanged.labels == FaceClass.LEFT_EYE)[1].min() > SIDE / 2
    assert np.nonzero(part_region(exchanged, LEFT_EYE))[1].max() < SIDE / 2
    alone = exchanged.labels.copy()
    alone[alone == FaceClass.RIGHT_EYE] = FaceClass.SKIN
    assert not part_region(Layout(alone), LEFT_EYE).any()
    assert part_region(Layout(alone), RIGHT_EYE).any()


@pytest.mark.parametrize("hides_eyes", [True, False])
def test_that_glasses_are_shared_by_the_eyes_even_where_they_hide_them(hides_eyes):
    labels = LAYOUT.labels.copy()
    where = np.isin(labels, [FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE])
    frame = cv2.dilate(where.astype(np.uint8), np.ones((3, 17), np.uint8)) > 0
    labels[frame if hides_eyes else frame & ~where] = FaceClass.GLASSES
    layout = Layout(labels)
    left, right = part_region(layout, LEFT_EYE), part_region(layout, RIGHT_EYE)
    columns = np.arange(SIDE)
    assert (left | right == part_region(layout, "Eyes")).all()
    assert columns[left.any(axis=0)].mean() < SIDE / 2 < columns[right.any(axis=0)].mean()
    assert abs(int(left.sum()) - int(right.sum())) < 0.2 * left.sum()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(PART_NAMES)), st.integers(0, 4), st.integers(0, 100)), max_size=8))
def test_that_undoing_all_choices_gives_the_first_and_redoing_all_the_last(steps):
    project = Project(Photo(np.zeros((90, 90, 3), np.uint8)))
    points = np.array([[30, 40], [60, 40], [45, 55], [33, 70], [57, 70]], np.float64)
    project.faces = (FaceState(Face.from_points(points), LAYOUT),)
    history = History(project)
    for part, seed, percent in steps:
        before = project.faces[0].choice
        region = part_region(LAYOUT, part)
        after = (before or CandidateMix.whole(0, SIDE)).with_seed(region, seed).with_strength(region, percent)
        history.do(SetChoice("Choose", 0, before, after))
    last = project.faces[0].choice
    while history.undo() is not None:
        pass
    assert project.faces[0].choice is None
    while history.redo() is not None:
        pass
    assert project.faces[0].choice is last


def composite_of(photo, value, changed):
    pixels = photo.pixels.copy()
    pixels[changed] = value
    return RepairedPhoto.of_planes(photo, pixels, generated=changed)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(80, 80), (80, 80, 3)])
def test_that_strength_blends_between_the_photo_and_the_restoration(dtype, shape):
    photo = Photo(np.full(shape, 40, dtype))
    changed = np.zeros((80, 80), np.bool_)
    changed[20:60, 20:60] = True
    alignment = Alignment.of_aligned(Extent(80, 80), crop_px=SIDE)
    strength = np.where(half(), 0, 50).astype(np.uint8)
    made = with_strength(composite_of(photo, 140, changed), [FaceStrength(alignment, strength)])
    pixels = made.photo.pixels if len(shape) == 2 else made.photo.pixels[..., 0]
    assert (pixels[20:60, 20:38] == 40).all()
    assert (pixels[20:60, 43:60] == 90).all()
    assert (pixels[~changed] == 40).all()
    assert not made.generated[20:60, 20:38].any()
    assert made.generated[20:60, 43:60].all()


def test_that_full_strength_changes_nothing_and_outside_all_crops_neither():
    photo = Photo(np.full((80, 80), 40, np.uint8))
    changed = np.ones((80, 80), np.bool_)
    made = composite_of(photo, 140, changed)
    full = FaceStrength(Alignment.of_aligned(Extent(80, 80), crop_px=SIDE), np.full((SIDE, SIDE), 100, np.uint8))
    assert with_strength(made, [full]) is made
    small = FaceStrength(Alignment.of_aligned(Extent(20, 20), crop_px=SIDE), np.zeros((SIDE, SIDE), np.uint8))
    weak = with_strength(made, [small])
    assert (weak.photo.pixels[:20, :20] == 40).all()
    assert (weak.photo.pixels[21:] == 140).all()


@pytest.mark.parametrize(
    ("seeds", "plane", "strength"),
    [
        ((), 0, 100),
        ((1, 1), 0, 100),
        ((1,), 1, 100),
        ((1,), 0, 101),
    ],
)
def test_that_a_choice_that_makes_no_sense_is_refused(seeds, plane, strength):
    with pytest.raises(ValueError, match="choice"):
        CandidateMix(seeds, np.full((4, 4), plane, np.uint8), np.full((4, 4), strength, np.uint8))


def test_that_a_mixture_says_who_lent_what_where():
    lent = {1: np.full((2, SIDE, SIDE), 200, np.uint8), 2: np.zeros((2, SIDE, SIDE), np.uint8)}
    candidates = {seed: replace(candidate(seed, 0.5), lent=shares) for seed, shares in lent.items()}
    top = np.zeros((SIDE, SIDE), np.bool_)
    top[: SIDE // 2] = True
    choice = CandidateMix.whole(1, SIDE).with_seed(top, 2)
    made = mixed(choice, candidates).lent
    assert made is not None
    assert (made[:, 0] == 0).all()
    assert (made[:, -1] == 200).all()
    assert mixed(choice, candidates | {2: candidate(2, 0.5)}).lent is None
