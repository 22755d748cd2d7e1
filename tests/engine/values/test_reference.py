"""References: what they may lend, and when two are the same."""

from dataclasses import replace

import numpy as np
import pytest

from facerestore.values.alignment import TEMPLATE, Alignment, FaceCrop
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.reference import ALL_PARTS, Reference, ReferencePart, equal_references
from facerestore_resources.face_classes import FaceClass

SIDE = 64


def layout():
    labels = np.full((SIDE, SIDE), FaceClass.SKIN, np.uint8)
    labels[10:14] = FaceClass.LEFT_BROW
    labels[15:19] = FaceClass.LEFT_EYE
    labels[40:46] = FaceClass.MOUTH
    return Layout(labels)


def reference(value=0.5, **fields):
    crop = FaceCrop(
        np.full((SIDE, SIDE, 3), value, np.float32),
        np.zeros((SIDE, SIDE), np.bool_),
        Alignment.of_aligned(Extent(SIDE, SIDE), crop_px=SIDE),
    )
    return Reference(crop=crop, face=Face.from_points(TEMPLATE * SIDE), file_name="a.jpg", **fields)


def test_that_all_parts_together_are_the_whole_face_and_none_is_nothing():
    assert reference().lends_in(layout()).all()
    assert not reference(parts=frozenset()).lends_in(layout()).any()


@pytest.mark.parametrize(("part", "row"), [(ReferencePart.BROWS, 12), (ReferencePart.EYES, 17), ("mouth", 43)])
def test_that_a_part_alone_is_lent_where_it_lies(part, row):
    one = reference(parts=frozenset({ReferencePart(part)}))
    where = one.lends_in(layout())
    assert where[row].all()
    assert not where[30].any()
    others = one.with_parts(ALL_PARTS - {ReferencePart(part)}).lends_in(layout())
    assert not others[row].any()
    assert others[30].all()


def test_that_a_part_that_is_allowed_keeps_its_margin_beside_one_that_is_not():
    eyes = reference(parts=frozenset({ReferencePart.EYES})).lends_in(layout())
    both = reference(parts=frozenset({ReferencePart.EYES, ReferencePart.BROWS})).lends_in(layout())
    assert eyes[14].all()
    assert (eyes <= both).all()


def test_that_references_are_equal_by_what_they_lend():
    one = reference()
    assert one.equals(reference())
    # their names change nothing that is painted
    assert one.equals(replace(one, file_name="b.jpg", sha256="0" * 64))
    for other in (reference(0.4), one.with_layout(layout()), one.with_parts(frozenset({ReferencePart.EYES}))):
        assert not one.equals(other)
    assert equal_references((one, one), (one, reference()))
    assert not equal_references((one,), (one, one))


class TestAMask:
    def test_that_what_it_hides_is_black_and_in_the_hole_and_comes_back_without_it(self):
        whole = reference(0.5, layout=layout())
        hidden = np.zeros((SIDE, SIDE), np.bool_)
        hidden[10:20] = True
        masked = whole.with_mask(hidden)
        assert (masked.crop.hole == hidden).all()
        assert not masked.crop.pixels[hidden].any()
        assert (masked.crop.pixels[~hidden] == whole.crop.pixels[~hidden]).all()
        assert masked.layout is None
        assert not masked.equals(whole)
        assert masked.key != whole.key
        assert masked.with_mask(np.zeros_like(hidden)).crop is whole.crop

    def test_that_another_takes_the_place_of_the_one_before(self):
        first, second = np.zeros((2, SIDE, SIDE), np.bool_)
        first[:10], second[50:] = True, True
        assert (reference().with_mask(first).with_mask(second).crop.hole == second).all()
