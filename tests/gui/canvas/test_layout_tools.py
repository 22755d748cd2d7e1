"""The tools of the layout in the real window: shapes, parts, mirror, reset, locks, eyedropper."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore_gui.canvas.tools.part_tool import handle_places
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_resources.face_classes import FLIPPED, FaceClass

pytestmark = pytest.mark.gui


@pytest.fixture
def face(driver):
    """A person with a predicted layout."""
    driver.session.tools.part.let_go()
    driver.run("predict_layout")
    return driver


def labels_of(driver):
    return driver.document.work.layout.labels


def in_photo(driver, x_crop, y_crop):
    """A place of the crop, in the photo."""
    return tuple(driver.document.work.alignment.to_photo(np.array([[x_crop, y_crop]]))[0])


def middle_of(driver, face_class):
    rows, columns = np.nonzero(labels_of(driver) == face_class)
    return columns.mean() + 0.5, rows.mean() + 0.5


def settle(driver):
    driver.wait(lambda: not driver.session.layouts.edits.is_busy)


def test_that_a_polygon_puts_the_class_inside_its_corners_in_one_step(face):
    face.session.tool_settings.choose_class(FaceClass.GLASSES)
    face.key(Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert face.session.tool_settings.kind is ToolKind.CLASS_POLYGON
    before = labels_of(face)
    for place in ((100, 100), (160, 100), (160, 140), (100, 140)):
        face.click(*in_photo(face, *place))
        assert labels_of(face) is before
    face.key(Qt.Key.Key_Return)
    changed = labels_of(face) != before
    assert (labels_of(face)[105:135, 105:155] == FaceClass.GLASSES).all()
    assert not changed[:97].any()
    assert not changed[143:].any()
    face.trigger("undo")
    assert (labels_of(face) == before).all()


def test_that_escape_and_another_tool_give_an_unfinished_polygon_up(face):
    face.session.tool_settings.choose(ToolKind.CLASS_POLYGON)
    before = labels_of(face)
    for give_up in (face.window.requests.cancel, lambda: face.session.tool_settings.choose(ToolKind.PAINT)):
        face.session.tool_settings.choose(ToolKind.CLASS_POLYGON)
        for place in ((100, 100), (160, 100), (160, 140)):
            face.click(*in_photo(face, *place))
        give_up()
        face.key(Qt.Key.Key_Return)
    assert labels_of(face) is before


def test_that_a_smart_edge_goes_to_the_edge_of_the_face(face):
    # the portrait's face is an ellipse of one colour on a ground of another
    face.session.tool_settings.choose_class(FaceClass.HAT)
    face.session.tool_settings.choose(ToolKind.SMART_EDGE)
    angles = np.linspace(0, 2 * np.pi, 40)
    line = [(120 + 49 * np.cos(a), 105 + 67 * np.sin(a)) for a in angles]
    face.stroke(*line)
    settle(face)
    work = face.document.work
    places = work.alignment.to_photo(np.argwhere(labels_of(face) == FaceClass.HAT)[:, ::-1] + 0.5)
    away = np.hypot((places[:, 0] - 120) / 52, (places[:, 1] - 105) / 70)
    assert len(places)
    assert away.max() < 1.04
    ring = work.alignment.to_crop(np.array([(120 + 51 * np.cos(a), 105 + 69 * np.sin(a)) for a in angles])).astype(int)
    inside = ((ring >= 0) & (ring < 256)).all(axis=1)
    hit = labels_of(face)[ring[inside, 1], ring[inside, 0]] == FaceClass.HAT
    assert hit.mean() > 0.8


def test_that_alt_and_click_pick_a_class_with_brush_and_fill_and_paint_nothing(face):
    before = labels_of(face)
    for kind in (ToolKind.PAINT, ToolKind.FILL, ToolKind.SMART_EDGE):
        face.session.tool_settings.choose(kind)
        face.session.tool_settings.choose_class(FaceClass.HAT)
        face.stroke(in_photo(face, *middle_of(face, FaceClass.NOSE)), keys=Qt.KeyboardModifier.AltModifier)
        assert face.session.tool_settings.face_class == FaceClass.NOSE
    settle(face)
    assert labels_of(face) is before


def test_that_a_dragged_eye_moves_as_a_whole_and_leaves_skin_behind(face):
    face.key(Qt.Key.Key_T)
    before = labels_of(face)
    x, y = middle_of(face, FaceClass.LEFT_EYE)
    count = (before == FaceClass.LEFT_EYE).sum()
    face.stroke(*(in_photo(face, x + step, y + step * 0.75) for step in (0, 8, 16)))
    new_x, new_y = middle_of(face, FaceClass.LEFT_EYE)
    assert (new_x - x, new_y - y) == pytest.approx((16, 12), abs=1.5)
    assert (labels_of(face) == FaceClass.LEFT_EYE).sum() == pytest.approx(count, rel=0.1)
    assert labels_of(face)[int(y), int(x)] == FaceClass.SKIN
    assert face.session.tool_settings.face_class == FaceClass.LEFT_EYE
    face.trigger("undo")
    assert (labels_of(face) == before).all()
    assert face.session.tools.part.selection is None


def test_that_what_a_part_covers_on_its_way_comes_back(face):
    face.session.tool_settings.choose(ToolKind.PART)
    before = labels_of(face)
    x, y = middle_of(face, FaceClass.LEFT_EYE)
    brow_y = middle_of(face, FaceClass.LEFT_BROW)[1]
    face.stroke(in_photo(face, x, y), in_photo(face, x, (y + brow_y) / 2), in_photo(face, x, brow_y))
    assert ((labels_of(face) == FaceClass.LEFT_BROW) != (before == FaceClass.LEFT_BROW)).any()
    face.stroke(in_photo(face, x, brow_y), in_photo(face, x, y + 12))
    assert (labels_of(face) == FaceClass.LEFT_BROW)[before == FaceClass.LEFT_BROW].all()


def test_that_handles_scale_the_mouth_with_its_lips_and_the_knob_turns_it(face):
    face.session.tool_settings.choose(ToolKind.PART)
    before = labels_of(face)
    mouth = [FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP]
    face.click(*in_photo(face, *middle_of(face, FaceClass.UPPER_LIP)))
    selection, work = face.session.tools.part.selection, face.document.work
    handles, knob = handle_places(selection, work.alignment.scale / face.window.canvas.transform().m11())
    corner, centre = handles[2], selection.centre
    outward = centre + (corner - centre) * 1.5
    face.stroke(in_photo(face, *corner), in_photo(face, *outward))
    after = labels_of(face)
    was, now = (np.isin(one, mouth).sum() for one in (before, after))
    assert now == pytest.approx(was * 1.5**2, rel=0.15)
    assert {int(one) for one in mouth} <= set(np.unique(after))
    face.trigger("undo")
    assert (labels_of(face) == before).all()
    face.click(*in_photo(face, *middle_of(face, FaceClass.UPPER_LIP)))
    reach = np.linalg.norm(knob[0] - centre)
    face.stroke(in_photo(face, *knob[0]), in_photo(face, centre[0] + reach, centre[1]))
    rows, columns = np.nonzero(np.isin(labels_of(face), mouth))
    assert np.ptp(rows) > np.ptp(columns)


def test_that_parts_are_picked_moved_and_scaled_by_keys_alone(face):
    face.session.tool_settings.choose_class(FaceClass.RIGHT_EYE)
    face.key(Qt.Key.Key_T)
    before = labels_of(face)
    x, y = middle_of(face, FaceClass.RIGHT_EYE)
    face.key(Qt.Key.Key_Return)
    face.key(Qt.Key.Key_Right)
    face.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert middle_of(face, FaceClass.RIGHT_EYE) == pytest.approx((x + 1, y + 10), abs=0.6)
    for _ in range(5):
        face.trigger("larger_part")
    assert (labels_of(face) == FaceClass.RIGHT_EYE).sum() > 1.3 * (before == FaceClass.RIGHT_EYE).sum()
    for _ in range(7):
        face.trigger("undo")
    assert (labels_of(face) == before).all()
    assert face.session.tool_settings.kind is ToolKind.PART


def test_that_a_locked_part_and_the_skin_are_not_picked(face):
    face.session.tool_settings.choose(ToolKind.PART)
    face.click(*in_photo(face, 128, 80))
    assert face.session.tools.part.selection is None
    face.session.tool_settings.toggle_lock(FaceClass.LOWER_LIP)
    face.click(*in_photo(face, *middle_of(face, FaceClass.UPPER_LIP)))
    assert face.session.tools.part.selection is None


def test_that_mirroring_makes_the_other_eye_like_this_one(face):
    settings_ = face.session.tool_settings
    settings_.choose(ToolKind.PART)
    settings_.choose_class(FaceClass.LEFT_EYE)
    for _ in range(6):
        face.trigger("larger_part")
    edited = labels_of(face)
    on_left = middle_of(face, FaceClass.LEFT_EYE)[0] < 128
    face.trigger("mirror_right" if on_left else "mirror_left")
    count = (labels_of(face) == FaceClass.LEFT_EYE).sum()
    assert (labels_of(face) == FLIPPED[FaceClass.LEFT_EYE]).sum() == pytest.approx(count, rel=0.1)
    assert (labels_of(face) == FaceClass.LEFT_EYE).sum() == (edited == FaceClass.LEFT_EYE).sum()
    face.trigger("undo")
    assert (labels_of(face) == edited).all()


def test_that_one_class_is_reset_and_the_others_stay_as_painted(face):
    settings_ = face.session.tool_settings
    predicted = labels_of(face)
    settings_.set_brush_diameter(24)
    settings_.choose(ToolKind.PAINT)
    settings_.choose_class(FaceClass.HAT)
    face.stroke(in_photo(face, 60, 30), in_photo(face, 190, 30))
    settings_.choose_class(FaceClass.NOSE)
    face.stroke(in_photo(face, 128, 170), in_photo(face, 140, 170))
    hat = labels_of(face) == FaceClass.HAT
    face.key(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert ((labels_of(face) == FaceClass.NOSE) == (predicted == FaceClass.NOSE)).all()
    assert ((labels_of(face) == FaceClass.HAT) == hat).all()
    face.trigger("reset_layout")
    assert (labels_of(face) == predicted).all()


def test_that_reset_all_leaves_locked_classes_as_painted(face):
    settings_ = face.session.tool_settings
    settings_.set_brush_diameter(30)
    settings_.choose(ToolKind.PAINT)
    settings_.choose_class(FaceClass.HAT)
    face.stroke(in_photo(face, 60, 30), in_photo(face, 190, 30))
    painted = labels_of(face)
    settings_.toggle_lock(FaceClass.HAT)
    face.trigger("reset_layout")
    assert ((labels_of(face) == FaceClass.HAT) == (painted == FaceClass.HAT)).all()


def test_that_a_drag_taken_back_by_escape_leaves_no_trace(face):
    face.session.tool_settings.choose(ToolKind.PART)
    before = labels_of(face)
    x, y = middle_of(face, FaceClass.LEFT_EYE)
    QTest.mousePress(face.viewport, Qt.MouseButton.LeftButton, pos=face.at(*in_photo(face, x, y)))
    QTest.mouseMove(face.viewport, face.at(*in_photo(face, x + 20, y)))
    assert (labels_of(face) != before).any()
    face.window.requests.cancel()
    QTest.mouseRelease(face.viewport, Qt.MouseButton.LeftButton, pos=face.at(*in_photo(face, x + 20, y)))
    assert (labels_of(face) == before).all()


_PLACES = st.tuples(st.floats(20, 235), st.floats(20, 235))
_STEPS = st.one_of(
    st.tuples(
        st.sampled_from([ToolKind.PAINT, ToolKind.FILL, ToolKind.CLASS_POLYGON, ToolKind.SMART_EDGE]),
        st.integers(0, 18),
        st.lists(_PLACES, min_size=1, max_size=5),
    ),
    st.tuples(
        st.just(ToolKind.PART), st.sampled_from([2, 4, 5, 6, 7, 10, 11, 12]), st.lists(_PLACES, min_size=1, max_size=3)
    ),
    st.tuples(
        st.sampled_from(["mirror_left", "mirror_right", "reset_class", "reset_layout", "larger_part"]),
        st.integers(0, 18),
        st.just([]),
    ),
)


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_STEPS, min_size=3, max_size=8), st.sets(st.sampled_from([1, 2, 4, 11, 13]), max_size=3))
def test_that_any_edits_undone_and_redone_give_identical_arrays_and_leave_locked_classes(face, steps, locked):
    settings_, document = face.session.tool_settings, face.document
    settings_.locked = frozenset(locked)
    start, count = labels_of(face), 0
    is_locked = np.isin(start, list(locked))
    for kind, face_class, places in steps:
        before = document.revision
        settings_.choose_class(face_class)
        if isinstance(kind, ToolKind):
            settings_.choose(kind)
            _use(face, kind, face_class, places)
        else:
            face.window.actions_table.by_name[kind].trigger()
        settle(face)
        count += document.revision is not before
        assert (labels_of(face)[is_locked] == start[is_locked]).all()
    end, tool = labels_of(face), settings_.kind
    for _ in range(count):
        document.undo()
    assert (labels_of(face) == start).all()
    for _ in range(count):
        document.redo()
    assert (labels_of(face) == end).all()
    assert settings_.kind is tool
    for _ in range(count):
        document.undo()


def _use(driver, kind, face_class, places):
    if kind is ToolKind.PART:
        driver.key(Qt.Key.Key_Return)
        selection = driver.session.tools.part.selection
        start = places[0] if selection is None else selection.corners().mean(axis=0)
        driver.stroke(*(in_photo(driver, *place) for place in (start, *places)))
    elif kind is ToolKind.CLASS_POLYGON:
        for place in places:
            driver.click(*in_photo(driver, *place))
        driver.key(Qt.Key.Key_Return)
        driver.window.requests.cancel()
    else:
        driver.stroke(*(in_photo(driver, *place) for place in places))
