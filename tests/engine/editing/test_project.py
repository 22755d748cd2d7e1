import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.editing.project import FaceState, Project, layout_in_frame
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo


def work_at(x=100.0, y=100.0, side=120.0):
    return FaceState(Face.from_points((TEMPLATE - 0.5) * side + [x, y]))


def test_that_a_mask_taken_from_the_project_does_not_change_with_later_edits():
    project = Project(Photo(np.zeros((8, 8), np.uint8)))
    mask = project.mask()
    project.coverage[2, 2] = 255
    assert mask.is_empty


@given(dx=st.floats(-20, 20), dy=st.floats(-20, 20))
def test_that_a_layout_carried_to_a_new_frame_keeps_its_place_in_the_photo(dx, dy):
    work = work_at()
    labels = np.zeros((256, 256), np.uint8)
    labels[100:150, 90:160] = 7
    moved = work.with_layout(Layout(labels, work.alignment)).with_point(2, 100 + dx, 110 + dy)
    assert moved.layout is not None
    middle = work.alignment.to_photo(np.array([[125.0, 125.0]]))
    column, row = np.floor(moved.alignment.to_crop(middle)[0]).astype(int)
    assert moved.layout.labels[row, column] == 7


def test_that_a_layout_of_an_unknown_crop_is_taken_for_this_one_at_any_size():
    alignment = work_at().alignment
    labels = np.zeros((512, 512), np.uint8)
    labels[:, 256:] = 13
    carried = layout_in_frame(Layout(labels), alignment)
    assert carried.labels.shape == (256, 256)
    assert (carried.labels[:, :128] == 0).all()
    assert (carried.labels[:, 128:] == 13).all()


def test_that_a_layout_shows_background_outside_its_own_crop():
    left, right = work_at(x=100).alignment, work_at(x=160).alignment
    carried = layout_in_frame(Layout(np.full((256, 256), 1, np.uint8), left), right)
    assert (carried.labels[:, -100:] == 0).all()
    assert (carried.labels[:, :100] == 1).all()


def test_that_points_on_one_spot_make_no_face():
    with pytest.raises(ValueError, match="one spot"):
        FaceState(Face(np.full((5, 2), 3.0), (0, 0, 1, 1)))


def test_that_a_carried_prediction_follows_the_points_too():
    work = work_at().with_prediction(Layout(np.full((256, 256), 1, np.uint8), work_at().alignment))
    moved = work.with_point(0, 70, 90)
    assert moved.predicted is not None
    assert isinstance(moved.predicted.alignment, Alignment)
    assert np.allclose(moved.predicted.alignment.matrix_photo_to_crop, moved.alignment.matrix_photo_to_crop)
