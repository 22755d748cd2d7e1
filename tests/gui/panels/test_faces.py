"""Several faces: skipped, ordered, redone alone, drawn as a box, moved and scaled as a whole."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTransform

from facerestore.editing.project import FaceState
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.panels.faces_panel import FacesSection
from tests.support.fake_backend import face_at

pytestmark = pytest.mark.gui


@pytest.fixture
def two(open_window, portrait):
    driver = open_window("TwoFacesBySeed")
    driver.open(portrait)
    driver.session.tool_settings.set_brush_diameter(40)
    for x in (60, 180):
        driver.stroke((x, 90), (x, 110))
    return driver


def settle(driver):
    for _ in range(2):
        driver.qtbot.wait(20)
        driver.wait_idle()


def seeds(driver):
    return [driver.session.restore_tasks.seeds(work) for work in driver.project.faces]


def ink_beside(driver, face):
    """How much the canvas differs, at the upper left of a face, from what it is without numbers."""
    numbers = driver.window.canvas_scene.face_numbers
    left, top = driver.project.faces[face].face.box_xyxy[:2]
    place = driver.at(left, top)
    area = QRect(place.x() - 18, place.y() - 18, 16, 16)
    with_them = driver.viewport.grab(area).toImage()
    numbers.setVisible(False)
    without = driver.viewport.grab(area).toImage()
    driver.window.canvas_scene._refresh()
    return with_them != without


def test_that_each_of_several_faces_has_its_number_on_the_photo_and_not_on_a_result(two):
    assert ink_beside(two, 0)
    assert ink_beside(two, 1)
    two.generate(seed=0)
    settle(two)
    assert two.session.view.mode is not ViewMode.ORIGINAL
    assert not two.window.canvas_scene.face_numbers.isVisible()
    two.session.view.set_mode(ViewMode.ORIGINAL)
    assert ink_beside(two, 1)


def test_that_one_face_alone_has_no_number(open_window, portrait):
    driver = open_window("OneFace")
    driver.open(portrait)
    assert driver.window.canvas_scene.face_numbers.boundingRect().isEmpty()


def test_that_one_face_is_redone_alone_and_the_others_keep_theirs(two):
    two.generate(seed=0)
    settle(two)
    before = two.document.result.restoration.photo.pixels.copy()
    two.document.choose_face(1)
    two.trigger("redo_face")
    settle(two)
    assert seeds(two) == [(0,), (0, 1)]
    after = two.document.result.restoration.photo.pixels
    changed = (before != after).any(axis=2)
    assert changed[:, 140:].any()
    assert not changed[:, :100].any()
    assert two.document.result_is_current
    two.trigger("undo")
    settle(two)
    assert (two.document.result.restoration.photo.pixels == before).all()


def test_that_a_skipped_face_is_left_to_its_surroundings_and_undo_brings_it_back(two):
    item = two.window.column.panels["faces"]._list.item(1)
    item.setCheckState(Qt.CheckState.Unchecked)
    two.wait(lambda: two.project.faces[1].is_skipped)
    two.generate(seed=0)
    settle(two)
    assert seeds(two) == [(0,), ()]
    assert len(two.document.result.restoration.candidates) == 1
    for label in ("Generate", "Skip face"):
        assert two.document.history.undo_label == label
        two.trigger("undo")
    assert not two.project.faces[1].is_skipped
    assert not two.document.result_is_current


def test_that_the_order_of_faces_is_changed_and_each_keeps_its_work(two):
    first, second = two.project.faces
    two.document.choose_face(1)
    two.trigger("face_up")
    assert two.project.faces == (second, first)
    assert two.document.current_face == 0
    two.trigger("face_up")
    assert two.project.faces == (second, first)
    two.trigger("undo")
    assert two.project.faces == (first, second)


def test_that_a_box_round_a_face_places_it_and_a_click_still_places_a_point(driver):
    before = driver.project.faces
    count = len(before)
    driver.trigger("add_face")
    driver.click(30, 30)
    assert len(driver.session.placer.points) == 1
    driver.key(Qt.Key.Key_Backspace)
    driver.stroke((72, 38), (120, 100), (168, 172))
    assert not driver.session.placer.is_active
    assert len(driver.project.faces) == count + 1
    # those that were there keep their numbers
    assert driver.project.faces[:count] == before
    points = driver.document.work.face.points_photo
    assert np.abs(points[0] - (97, 100)).max() < 12
    assert np.abs(points[3:].mean(axis=0) - (120, 150)).max() < 12
    driver.trigger("undo")
    assert len(driver.project.faces) == count


def test_that_a_face_is_moved_and_scaled_as_a_whole_in_one_step_each(desk):
    desk.session.tool_settings.choose(ToolKind.POINTS)
    start = desk.document.work
    centre = start.alignment.corners_photo().mean(axis=0)
    inside = centre + np.array([0, -55])
    desk.stroke(tuple(inside), tuple(inside + np.array([6, 4])), tuple(inside + np.array([12, 8])))
    moved = desk.document.work
    assert moved.face.points_photo - start.face.points_photo == pytest.approx(np.tile([12.0, 8.0], (5, 1)), abs=2)
    desk.trigger("undo")
    assert desk.document.work is start
    corner = start.alignment.corners_photo()[2]
    half = centre + (corner - centre) / 2
    desk.stroke(tuple(corner - 1), tuple((corner + half) / 2), tuple(half))
    assert desk.document.work.alignment.scale == pytest.approx(2 * start.alignment.scale, rel=0.1)
    desk.trigger("undo")
    assert desk.document.work is start


def test_that_every_button_of_the_faces_has_a_name_and_a_tooltip(driver):
    for name in ("redo_face", "face_up", "face_down", "skip_face"):
        action = driver.window.actions_table.by_name[name]
        assert action.shortcut().toString() in action.toolTip()


def test_that_what_is_hardly_a_face_is_listed_without_its_tick(open_window, portrait):
    driver = open_window("HardlyAFace")
    driver.open(portrait)
    (work,) = driver.project.faces
    assert work.is_skipped
    driver.trigger("skip_face")
    assert not driver.project.faces[0].is_skipped


def test_that_the_small_picture_of_a_face_lies_as_the_photo_does(open_window, portrait):
    driver = open_window("OneFace")
    driver.open(portrait)
    faces = driver.window.findChild(FacesSection)

    def picture():
        return faces._list.item(0).icon().pixmap(32, 32).toImage()

    upright = picture()
    driver.trigger("turn_right")
    on_its_side = picture()
    assert on_its_side == upright.transformed(QTransform().rotate(90))
    assert on_its_side != upright
    driver.trigger("undo")
    assert picture() == upright


def test_that_a_long_list_of_faces_leaves_the_brush_in_sight_and_takes_what_room_there_is(driver):
    column, faces = driver.window.column, driver.window.findChild(FacesSection)
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    found = tuple(FaceState(face_at(10 + 11 * number, 100, 10)) for number in range(20))
    driver.document.show_found_faces(found)
    heights = []
    for height in (768, 1_300, 768):
        driver.window.resize(1366, height)
        driver.qtbot.wait(50)
        brush = column.panels["tool"]
        assert brush.visibleRegion().boundingRect() == brush.rect()
        heights.append(faces.list_px)
    assert heights[0] == heights[2] >= 3 * 32
    assert heights[1] > heights[0]
    driver.document.show_found_faces(found[:2])
    driver.qtbot.wait(50)
    assert faces.list_px < heights[0]
