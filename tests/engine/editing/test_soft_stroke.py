"""The soft brush: a core that paints everything, a rim that paints what stands out."""

import numpy as np
import pytest

from facerestore.editing.painting import paint_stroke
from facerestore.editing.project import Project
from facerestore.editing.soft_stroke import paint_soft_stroke
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import NO_LAYER, HandDiff
from facerestore.values.photo import Photo

LINE = np.array([[20.0, 30.0], [80.0, 30.0]])


def photo(grain=4):
    """Grey with grain, and a bright scratch across it at the column 50."""
    pixels = np.random.default_rng(1).integers(100 - grain, 100 + grain, (60, 100)).astype(np.uint8)
    pixels[:, 49:52] = 230
    return pixels


def part_of(pixels):
    return lambda box: pixels[box.slices]


def test_that_a_hard_brush_is_the_plain_one():
    plane = np.zeros((60, 100), np.uint8)
    soft = paint_soft_stroke(plane, part_of(photo()), LINE, 12, 1.0, 255)
    plain = paint_stroke(plane, LINE, 12, 255)
    assert (soft.changed() == plain.changed()).all()
    assert soft.box == plain.box


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_that_the_rim_takes_the_scratch_and_leaves_sound_pixels(depth, channels):
    pixels = photo().astype(depth) * (257 if depth is np.uint16 else 1)
    if channels == 3:
        pixels = np.repeat(pixels[..., None], 3, axis=2)
    plane = np.zeros((60, 100), np.uint8)
    paint_soft_stroke(plane, part_of(pixels), LINE, 12, 0.25, 255).flip(plane)
    assert plane[30, 20:80].all()
    assert plane[20:40, 50].all()
    assert not plane[36:41, 25:45].any()


def test_that_a_soft_stroke_paints_nothing_outside_the_plain_one_nor_over_what_is_locked():
    plane = np.zeros((60, 100), np.uint8)
    plane[:, 48:50] = DamageClass.ORIGINAL
    patch = paint_soft_stroke(plane, part_of(photo()), LINE, 12, 0.5, 255, locked={DamageClass.ORIGINAL})
    painted = plane.copy()
    patch.flip(painted)
    whole = np.zeros((60, 100), np.uint8)
    paint_stroke(whole, LINE, 12, 255).flip(whole)
    assert not (painted == 255)[whole == 0].any()
    assert (painted[:, 48:50] == DamageClass.ORIGINAL).all()


def test_that_on_even_ground_a_soft_stroke_is_its_core():
    plane = np.zeros((60, 100), np.uint8)
    paint_soft_stroke(plane, part_of(np.full((60, 100), 90, np.uint8)), LINE, 12, 0.5, 255).flip(plane)
    core = np.zeros((60, 100), np.uint8)
    paint_stroke(core, LINE, 6, 255).flip(core)
    assert (plane == core).all()


def test_that_a_scratch_that_was_healed_stands_out_no_more():
    project, column = Project(Photo(photo())), Box(49, 0, 52, 60)
    healed = np.full((60, 3), 100, np.uint8)
    project.hand = NO_LAYER.flipped([HandDiff.of(NO_LAYER, column, np.ones((60, 3), np.bool_), healed.ravel())])
    project.coverage[column.slices] = HandClass.HEALED
    painted = paint_soft_stroke(np.zeros((60, 100), np.uint8), project.worked, LINE, 12, 0.25, 255)
    core = paint_stroke(np.zeros((60, 100), np.uint8), LINE, 3, 255)
    assert painted.changed().sum() == core.changed().sum()
