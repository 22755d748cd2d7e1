"""Which way restores a photo where the person leaves that open."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.restoration.recipe import FaceToRestore, RestorationRequest
from facerestore.restoration.restorers import AUTO, RESTORERS, SEMANTIC, WAYS
from facerestore.restoration.routing import DamageShape, chosen_way, networks_of, routed
from facerestore.values.alignment import Alignment
from facerestore.values.damage_table import RegionPlan
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

FACE = Alignment(np.array([[1.28, 0, -128.0], [0, 1.28, -128.0]]))
"""A frame of 200 px from (100, 100) on."""


def all_installed(restorer):
    return True


def without_in2(restorer):
    return restorer.name != "in2"


def without_painters(restorer):
    return not restorer.painter


def mask_of(draw, height=400, width=400):
    coverage = np.zeros((height, width), np.uint8)
    draw(coverage)
    return Mask(coverage)


def spot(x, y, radius):
    return mask_of(lambda plane: cv2.circle(plane, (x, y), radius, 255, -1))


def scratch(start, end, width=3):
    return mask_of(lambda plane: cv2.line(plane, start, end, 255, width))


def hatching(step):
    def draw(plane):
        plane[::step] = 255
        plane[1::step] = 255
        plane[2::step] = 255

    return mask_of(draw)


@pytest.mark.parametrize(
    ("damage", "faces", "with_in2", "without"),
    [
        pytest.param(spot(200, 200, 30), [FACE], "semantic", "semantic", id="within a face"),
        pytest.param(scratch((110, 110), (290, 290)), [FACE], "semantic", "semantic", id="a scratch across a face"),
        pytest.param(spot(300, 200, 60), [FACE], "in2", "semantic", id="across the border of the face's frame"),
        pytest.param(spot(40, 40, 35), [FACE], "in2", "membrane", id="a wide hole beside the face"),
        pytest.param(
            scratch((10, 20), (390, 60)), [FACE], "navier-stokes", "navier-stokes", id="a scratch above the face"
        ),
        pytest.param(hatching(12), [], "navier-stokes", "navier-stokes", id="many lines, no face"),
        pytest.param(spot(200, 200, 90), [], "in2", "membrane", id="a wide hole, no face"),
    ],
)
def test_that_the_rule_chooses_by_damage_faces_and_what_is_installed(damage, faces, with_in2, without):
    shape = DamageShape.of(damage, faces)
    assert chosen_way(shape, usable=all_installed).restorer.name == with_in2
    assert chosen_way(shape, usable=without_in2).restorer.name == without


def test_that_a_face_at_the_edge_of_the_photo_is_for_the_whole_photo_where_that_is_installed():
    at_edge = Alignment(np.array([[1.28, 0, 90.0], [0, 1.28, -128.0]]))
    shape = DamageShape.of(spot(60, 200, 10), [at_edge])
    assert shape.frame_outside > 0.3
    assert shape.in_faces == 1
    assert chosen_way(shape, usable=all_installed).restorer.name == "in2"
    assert chosen_way(shape, usable=without_in2).restorer is SEMANTIC


@given(
    in_faces=st.floats(0, 1),
    outside=st.floats(0, 1),
    width=st.floats(0, 500),
    bound=st.booleans(),
)
def test_that_what_is_chosen_is_installed_restores_itself_and_is_explained(in_faces, outside, width, bound):
    shape = DamageShape(in_faces, outside, width)
    for usable in (all_installed, without_in2):
        choice = chosen_way(shape, is_bound=bound, usable=usable)
        assert choice.restorer in WAYS
        assert usable(choice.restorer)
        assert choice.restorer.title in choice.reason
        assert not bound or choice.restorer is SEMANTIC


@given(width=st.integers(2, 30), scale=st.integers(1, 6))
def test_that_width_is_that_of_a_strip_whatever_the_photos_size(width, scale):
    side = 512 * scale
    plane = np.zeros((side, side), np.uint8)
    plane[100 * scale : (100 + width) * scale] = 255
    assert DamageShape.of(Mask(plane), []).width_px == pytest.approx(width, abs=2.5)


def test_that_a_scratch_finer_than_the_map_still_counts():
    plane = np.zeros((4000, 4000), np.uint8)
    plane[2000] = 255
    shape = DamageShape.of(Mask(plane), [])
    assert 0 < shape.width_px <= 4
    assert chosen_way(shape, usable=without_in2).restorer.name == "navier-stokes"


def request(damage, restorer=AUTO, faces=(), **fields):
    photo = Photo(np.zeros((400, 400, 3), np.uint8))
    return RestorationRequest(photo=photo, plan=RegionPlan(damage, **fields), faces=faces, restorer=restorer)


def test_that_who_names_a_way_gets_it_and_who_does_not_gets_a_reason():
    named = request(spot(200, 200, 30), RESTORERS["telea"])
    assert routed(named) is named
    chosen = routed(request(spot(200, 200, 30), faces=(FaceToRestore(FACE),)), usable=without_in2)
    assert chosen.restorer is SEMANTIC
    assert SEMANTIC.title in chosen.reason


def test_that_a_layout_or_candidates_of_the_person_bind_to_the_way_that_reads_them():
    beside = request(spot(40, 40, 35))
    assert routed(beside, is_bound=True, usable=all_installed).restorer is SEMANTIC
    assert routed(beside, usable=all_installed).restorer.name == "in2"


def test_that_a_mask_with_nothing_to_paint_needs_no_reason():
    protected = spot(40, 40, 35)
    made = routed(request(protected, protected=protected))
    assert (made.restorer, made.reason) == (SEMANTIC, "")


def test_that_the_networks_of_one_that_chooses_are_those_of_all_that_it_can_choose():
    assert set(networks_of(AUTO, usable=all_installed)) == {"detection", "points", "layout", "texture", "inpainting"}
    assert set(networks_of(AUTO, usable=without_in2)) == {"detection", "points", "layout", "texture"}
    assert networks_of(RESTORERS["telea"]) == ()


@pytest.mark.parametrize(("width", "way"), [(5, "navier-stokes"), (40, "membrane")])
def test_that_a_damaged_face_is_filled_where_no_network_paints_faces_and_that_is_said(width, way):
    choice = chosen_way(DamageShape(1, 0, width), usable=without_painters)
    assert choice.restorer.name == way
    assert "no network that paints faces" in choice.reason
    beside = chosen_way(DamageShape(0, 0, width), usable=without_painters)
    assert (beside.restorer.name, "no network" in beside.reason) == (way, False)


def test_that_faces_are_looked_for_also_where_no_network_paints_them():
    assert networks_of(AUTO, usable=without_painters) == ("detection", "points")


def test_that_the_network_for_whole_photos_paints_faces_where_no_other_does():
    only_in2 = chosen_way(DamageShape(1, 0, 40), usable=lambda one: one is not SEMANTIC)
    assert (only_in2.restorer.name, "in a face" in only_in2.reason) == ("in2", True)
