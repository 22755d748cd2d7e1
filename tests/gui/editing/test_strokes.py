"""Painting in the real window."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from facerestore_gui.document.edits.layout import class_at
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_resources.face_classes import COLOURS, FaceClass

pytestmark = pytest.mark.gui


def test_that_a_brush_stroke_covers_the_mask_under_it_and_nothing_else(desk):
    desk.session.tool_settings.set_brush_diameter(10)
    desk.stroke((50, 50), (70, 50), (90, 50))
    coverage = desk.project.coverage
    assert coverage[50, 50:91].all()
    assert not coverage[58:].any()
    assert not coverage[:, :43].any()


def test_that_one_drag_is_one_step_and_the_eraser_takes_away(driver):
    driver.stroke((50, 50), (70, 55), (90, 50))
    painted = driver.project.coverage.copy()
    driver.key(Qt.Key.Key_E)
    assert driver.session.tool_settings.kind is ToolKind.ERASER
    driver.stroke((60, 40), (60, 60))
    assert driver.project.coverage.sum() < painted.sum()
    driver.run("undo")
    assert (driver.project.coverage == painted).all()
    driver.run("undo")
    assert not driver.project.coverage.any()
    assert driver.session.tool_settings.kind is ToolKind.ERASER
    assert not driver.window.actions_table.by_name["undo"].isEnabled()


def test_that_the_right_button_erases_with_the_brush(desk):
    desk.stroke((60, 60), (90, 60))
    desk.stroke((60, 60), (90, 60), button=Qt.MouseButton.RightButton)
    assert desk.document.mask_is_empty


def test_that_shift_draws_a_straight_line_from_the_last_stroke(desk):
    desk.session.tool_settings.set_brush_diameter(6)
    desk.click(40, 40)
    desk.stroke((160, 40), keys=Qt.KeyboardModifier.ShiftModifier)
    assert desk.project.coverage[40, 41:159].all()


def test_that_escape_takes_back_the_stroke_under_way(driver):
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(50, 50))
    QTest.mouseMove(driver.viewport, driver.at(90, 90))
    assert not driver.document.mask_is_empty
    driver.window.requests.cancel()
    assert driver.document.mask_is_empty
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(90, 90))
    assert driver.document.mask_is_empty


def test_that_no_stroke_goes_on_from_one_photo_to_the_next(driver, portrait):
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(50, 50))
    driver.session.file_tasks.open(portrait)
    driver.wait_idle()
    QTest.mouseMove(driver.viewport, driver.at(90, 90))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(90, 90))
    assert driver.document.mask_is_empty
    driver.stroke((160, 40), keys=Qt.KeyboardModifier.ShiftModifier)
    assert not driver.project.coverage[45:].any()


def test_that_undoing_all_and_redoing_all_gives_identical_arrays(desk):
    desk.run("predict_layout")
    start = (desk.project.coverage.copy(), desk.document.work.layout.labels.copy())
    random = np.random.default_rng(4)
    tools = [ToolKind.BRUSH, ToolKind.ERASER, ToolKind.PAINT, ToolKind.FILL]
    steps = 0
    for _ in range(25):
        desk.session.tool_settings.choose(tools[random.integers(len(tools))])
        desk.session.tool_settings.choose_class(int(random.integers(19)))
        desk.session.tool_settings.set_brush_diameter(float(random.integers(2, 60)))
        before = desk.document.revision
        desk.stroke(*[tuple(random.uniform((10, 10), (230, 190))) for _ in range(random.integers(1, 6))])
        steps += desk.document.revision is not before
    end = (desk.project.coverage.copy(), desk.document.work.layout.labels.copy())
    for _ in range(steps):
        desk.trigger("undo")
    assert (desk.project.coverage == start[0]).all()
    assert (desk.document.work.layout.labels == start[1]).all()
    for _ in range(steps):
        desk.trigger("redo")
    assert (desk.project.coverage == end[0]).all()
    assert (desk.document.work.layout.labels == end[1]).all()


def test_that_clear_and_invert_are_steps_too(desk):
    desk.click(60, 60)
    desk.trigger("invert_mask")
    assert desk.project.coverage.mean() > 200
    desk.trigger("clear_mask")
    assert desk.document.mask_is_empty
    desk.trigger("undo")
    desk.trigger("undo")
    assert 0 < desk.project.coverage.mean() < 60


def test_that_the_canvas_shows_the_mask_in_its_colour_until_it_is_hidden(driver):
    driver.hover(30, 30)  # the brush's outline is where it will be after the click
    bare = driver.pixel(32, 32)
    driver.click(30, 30)
    # within the stroke, between the brush's cross and its ring
    shown = driver.pixel(32, 32)
    assert shown[0] > bare[0] + 40
    driver.trigger("show_mask")
    driver.wait_for_colour(32, 32, bare)


def test_that_painting_a_class_changes_the_layout_and_never_a_locked_class(desk):
    desk.run("predict_layout")
    settings = desk.session.tool_settings
    before = desk.document.work.layout.labels.copy()
    settings.toggle_lock(FaceClass.SKIN)
    settings.choose_class(FaceClass.GLASSES)
    settings.choose(ToolKind.PAINT)
    settings.set_brush_diameter(30)
    desk.stroke((100, 96), (140, 96))
    after = desk.document.work.layout.labels
    assert (after == FaceClass.GLASSES).any()
    assert (after[before == FaceClass.SKIN] == FaceClass.SKIN).all()


def test_that_fill_and_eyedropper_work_where_the_pointer_is(driver):
    driver.run("predict_layout")
    place = (120, 95)
    assert class_at(driver.document, *place) == FaceClass.SKIN
    driver.session.tool_settings.choose_class(FaceClass.HAT)
    driver.key(Qt.Key.Key_F)
    driver.click(*place)
    assert class_at(driver.document, *place) == FaceClass.HAT
    driver.session.tool_settings.choose_class(FaceClass.NECK)
    driver.key(Qt.Key.Key_I)
    driver.click(*place)
    assert driver.session.tool_settings.face_class == FaceClass.HAT


def test_that_the_layout_is_reset_to_the_prediction_and_back_by_undo(desk):
    desk.run("predict_layout")
    predicted = desk.document.work.layout.labels
    desk.session.tool_settings.choose(ToolKind.PAINT)
    desk.session.tool_settings.choose_class(FaceClass.HAT)
    desk.stroke((100, 60), (140, 60))
    painted = desk.document.work.layout.labels
    assert (painted != predicted).any()
    desk.trigger("reset_layout")
    assert (desk.document.work.layout.labels == predicted).all()
    desk.trigger("undo")
    assert (desk.document.work.layout.labels == painted).all()


def test_that_the_canvas_shows_the_layout_in_class_colours(driver):
    bare = np.array(driver.pixel(120, 70))
    driver.run("predict_layout")
    driver.session.overlays.set_layout_opacity(1.0)
    label = class_at(driver.document, 120, 70)
    assert driver.pixel(120, 70) == pytest.approx(COLOURS[label], abs=2)
    driver.session.tool_settings.toggle_visible(label)
    assert driver.pixel(120, 70) == pytest.approx(bare, abs=3)


def test_that_typed_numbers_pick_classes(driver):
    settings = driver.session.tool_settings
    driver.key(Qt.Key.Key_2)
    assert settings.face_class == 2
    driver.window.face_class_keys.forget()
    driver.key(Qt.Key.Key_1)
    driver.key(Qt.Key.Key_3)
    assert settings.face_class == 13
    driver.key(Qt.Key.Key_7)
    assert settings.face_class == 7
    driver.key(Qt.Key.Key_X)
    assert settings.face_class == 0
    driver.key(Qt.Key.Key_X)
    assert settings.face_class == 7


def test_that_a_dragged_point_moves_the_frame_and_carries_the_layout(driver):
    driver.run("predict_layout")
    before = driver.document.work
    nose = tuple(before.face.points_photo[2])
    driver.key(Qt.Key.Key_V)
    driver.stroke(nose, (nose[0] + 9, nose[1] + 6), (nose[0] + 20, nose[1] + 12))
    moved = driver.document.work
    assert moved.face.points_photo[2] == pytest.approx((nose[0] + 20, nose[1] + 12), abs=1)
    assert not np.allclose(moved.alignment.matrix_photo_to_crop, before.alignment.matrix_photo_to_crop)
    assert moved.layout.alignment is not None
    assert (moved.layout.labels != before.layout.labels).any()
    driver.trigger("undo")
    assert driver.document.work is before


def test_that_points_can_be_moved_with_the_keyboard(driver):
    driver.key(Qt.Key.Key_V)
    before = driver.document.work.face.points_photo.copy()
    driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    after = driver.document.work.face.points_photo
    assert after[1] == pytest.approx(before[1] + [1, 10])
    assert (after[[0, 2, 3, 4]] == before[[0, 2, 3, 4]]).all()


def test_that_the_wheel_zooms_at_the_pointer(driver):
    canvas = driver.window.canvas
    place, scale = driver.at(60, 150), canvas.scale_factor
    _wheel(canvas, place, 120, Qt.KeyboardModifier.NoModifier)
    _wheel(canvas, place, 120, Qt.KeyboardModifier.NoModifier)
    under = canvas.mapToScene(place)
    assert (under.x(), under.y()) == pytest.approx((60, 150), abs=1.0)
    assert canvas.scale_factor == pytest.approx(scale * 1.25**2)


def test_that_control_and_wheel_change_the_brush_and_not_the_zoom(driver):
    canvas = driver.window.canvas
    scale, size = canvas.scale_factor, driver.session.tool_settings.brush_diameter_px
    _wheel(canvas, driver.at(60, 60), 120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale_factor == scale
    assert driver.session.tool_settings.brush_diameter_px > size
    driver.key(Qt.Key.Key_BracketLeft)
    assert driver.session.tool_settings.brush_diameter_px == size


def test_that_full_size_is_one_screen_pixel_per_photo_pixel_and_fit_shows_all(driver):
    driver.trigger("full_size")
    assert driver.window.canvas.scale_factor == pytest.approx(1.0)
    driver.trigger("zoom_in")
    driver.trigger("fit")
    part = driver.window.canvas.visible_part_photo()
    assert (part.width(), part.height()) == (240, 200)


def test_that_space_and_drag_move_the_view_and_paint_nothing(driver):
    driver.window.canvas.zoom_to(8)
    before = driver.window.canvas.visible_part_photo().center()
    QTest.keyPress(driver.window.canvas, Qt.Key.Key_Space)
    driver.stroke((120, 100), (110, 95), (105, 90))
    QTest.keyRelease(driver.window.canvas, Qt.Key.Key_Space)
    assert driver.window.canvas.visible_part_photo().center() != before
    assert driver.document.mask_is_empty


def test_that_switching_tools_by_keys_checks_the_tool_in_the_bar(driver):
    for key, kind in (
        (Qt.Key.Key_H, ToolKind.HAND),
        (Qt.Key.Key_P, ToolKind.PAINT),
        (Qt.Key.Key_B, ToolKind.BRUSH),
    ):
        driver.key(key)
        assert driver.session.tool_settings.kind is kind
        assert driver.window.actions_table.by_name[f"tool_{kind}"].isChecked()


def test_that_painting_during_a_comparison_shows_the_result_with_its_mask(desk):
    desk.click(60, 60)
    desk.generate()
    desk.wait_idle()
    assert desk.session.view.mode is ViewMode.COMPARE
    assert not desk.session.view.mask_is_shown
    desk.click(30, 160)
    assert desk.session.view.mode is ViewMode.RESULT
    assert desk.session.view.mask_is_shown


def _wheel(canvas, place, delta, keys):
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    position = QPointF(place)
    event = QWheelEvent(
        position,
        canvas.viewport().mapToGlobal(position),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)
