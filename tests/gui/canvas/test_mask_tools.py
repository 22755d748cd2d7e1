"""The magic wand and the edits of the whole mask in the real window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.editing import mask_edits

pytestmark = pytest.mark.gui

ALT = Qt.KeyboardModifier.AltModifier


def test_that_the_wand_takes_an_eye_and_by_its_settings_both_or_the_face_too(desk, settings):
    settings.choose(ToolKind.WAND)
    desk.click(102, 96)
    one = desk.project.coverage.copy()
    assert one[96, 102] == 255
    assert one[96, 138] == 0
    desk.trigger("undo")
    settings.set_wand(12, is_contiguous=False)
    desk.click(102, 96)
    assert desk.project.coverage[96, 138] == 255
    assert desk.project.coverage[150, 120] == 0
    desk.trigger("undo")
    settings.set_wand(100, is_contiguous=True)
    desk.click(102, 96)
    assert desk.project.coverage.all()


def test_that_what_is_large_is_calculated_in_a_thread_in_its_order(desk, settings, monkeypatch):
    monkeypatch.setattr(mask_edits, "AT_ONCE_PX", 0)
    desk.drag(ToolKind.RECTANGLE, (20, 20), (180, 150))
    desk.drag(ToolKind.RECTANGLE, (60, 60), (100, 100), keys=ALT)
    desk.session.mask_edits.invert()
    assert desk.session.mask_edits.is_busy
    assert desk.document.mask_is_blank
    desk.wait(lambda: not desk.session.mask_edits.is_busy)
    coverage = desk.project.coverage
    assert coverage[80, 80] == 255
    assert coverage[30, 30] == 0
    assert coverage[190, 190] == 255
    for label in ("Invert mask", "Rectangle", "Rectangle"):
        assert desk.document.history.undo_label == label
        desk.trigger("undo")
    assert desk.document.mask_is_blank


def test_that_a_stroke_begun_meanwhile_stays_one_step_and_the_shape_follows_it(driver, settings, monkeypatch):
    monkeypatch.setattr(mask_edits, "AT_ONCE_PX", 0)
    driver.drag(ToolKind.RECTANGLE, (20, 20), (100, 100))
    settings.choose(ToolKind.BRUSH)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(150, 50))
    for y in range(60, 160, 10):
        QTest.mouseMove(driver.viewport, driver.at(150, y))
        driver.qtbot.wait(10)
    assert driver.project.coverage[50, 50] == 0
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(150, 150))
    driver.wait(lambda: not driver.session.mask_edits.is_busy)
    assert driver.project.coverage[50, 50] == 255
    driver.trigger("undo")
    assert driver.document.history.undo_label == "Brush stroke"
    driver.trigger("undo")
    assert driver.document.mask_is_blank


def test_that_a_fault_in_a_calculation_is_a_message_and_the_next_edit_works(desk, settings, monkeypatch):
    monkeypatch.setattr(mask_edits, "AT_ONCE_PX", 0)
    desk.session.mask_edits._ask("Fault", lambda plane: 1 / 0)
    desk.wait(lambda: desk.message is not None)
    desk.drag(ToolKind.RECTANGLE, (20, 20), (100, 100))
    desk.wait(lambda: not desk.session.mask_edits.is_busy)
    assert desk.project.coverage[50, 50] == 255


def test_that_the_whole_mask_is_grown_shrunk_smoothed_and_cleaned(desk, settings):
    desk.drag(ToolKind.RECTANGLE, (50, 50), (90, 90))
    area = np.count_nonzero(desk.project.coverage)
    settings.set_refine_px(5)
    desk.trigger("grow_mask")
    assert np.count_nonzero(desk.project.coverage) > area + 4 * 5 * 38
    desk.trigger("shrink_mask")
    assert np.count_nonzero(desk.project.coverage) == pytest.approx(area, rel=0.02)
    desk.trigger("smooth_mask")
    assert desk.project.coverage[51, 51] == 0
    desk.drag(ToolKind.RECTANGLE, (150, 150), (153, 153))
    desk.trigger("remove_specks")
    assert not desk.project.coverage[140:].any()
    desk.drag(ToolKind.ELLIPSE, (60, 60), (70, 70), keys=ALT)
    assert desk.project.coverage[65, 65] == 0
    desk.trigger("fill_holes")
    assert desk.project.coverage[65, 65] == 255
    assert settings.kind is ToolKind.ELLIPSE


def test_that_undo_and_redo_leave_tool_class_and_settings_alone(desk, settings):
    desk.drag(ToolKind.RECTANGLE, (50, 50), (90, 90))
    settings.choose_damage(DamageClass.DUST)
    settings.choose(ToolKind.WAND)
    desk.trigger("undo")
    desk.trigger("redo")
    assert (settings.kind, settings.damage_class) == (ToolKind.WAND, DamageClass.DUST)


def test_that_the_panel_shows_what_the_tool_in_hand_can_be_set_to(driver, settings):
    section = driver.window.column.panels["tool"]
    for kind, page, name in (
        (ToolKind.BRUSH, section.brush, "Brush"),
        (ToolKind.LASSO, section.shape, "Lasso"),
        (ToolKind.WAND, section.wand, "Magic wand"),
        (ToolKind.SUGGEST, section.suggestions, "Suggested damage"),
    ):
        settings.choose(kind)
        assert page.isVisible()
        assert section.accessibleName() == name
    assert not section.brush.isVisible()


def test_that_an_edit_of_a_large_photo_is_calculated_anew_when_the_mask_changed_meanwhile(open_session, tmp_path):
    pixels = np.random.default_rng(2).integers(0, 255, (2400, 3200), np.uint8)
    write_photo(Photo(pixels), tmp_path / "large.png")
    desk = open_session("NoFace")
    desk.open(tmp_path / "large.png")
    desk.session.placer.stop()
    desk.drag(ToolKind.ELLIPSE, (100, 100), (3000, 2300))
    assert desk.session.mask_edits.is_busy
    desk.wait(lambda: not desk.session.mask_edits.is_busy)
    assert desk.project.coverage[1200, 1600] == 255
    desk.trigger("grow_mask")
    desk.trigger("undo")
    desk.wait(lambda: not desk.session.mask_edits.is_busy)
    # what was calculated from the ellipse did not fit any more, and growing nothing is no step
    assert desk.document.mask_is_blank
    assert desk.document.history.undo_label is None
