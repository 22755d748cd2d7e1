"""The tools of the mask in the real window, driven by mouse, keys and pen."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.editing.mask_shapes import Combination
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import Photo
from facerestore_gui import mask_edits
from facerestore_gui.canvas.tool_settings import ToolKind

pytestmark = pytest.mark.gui

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def settings(driver):
    """The tools' settings, put back afterwards: the window is shared."""
    settings = driver.window.tool_settings
    yield settings
    settings.damage_class, settings.combination, settings.hardness = DamageClass.DAMAGE, Combination.ADD, 1.0
    settings.wand_tolerance, settings.wand_is_contiguous = 12.0, True
    settings.pressure_sets_size, settings.refine_px = True, 3
    settings.choose(ToolKind.BRUSH)


def drag(driver, kind, *places, **keywords):
    driver.window.tool_settings.choose(kind)
    driver.stroke(*places, **keywords)


def test_that_a_rectangle_covers_what_lies_between_its_corners_in_one_step(driver, settings):
    before = driver.document.position
    drag(driver, ToolKind.RECTANGLE, (20, 30), (50, 40), (80, 70))
    coverage = driver.project.coverage
    rows, columns = np.nonzero(coverage)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == pytest.approx((30, 69, 20, 79), abs=1)
    assert coverage[32:68, 22:78].all()
    driver.trigger("undo")
    assert driver.document.position is before
    assert driver.document.mask_is_blank


def test_that_shift_makes_a_square_and_a_circle(driver, settings):
    for kind in (ToolKind.RECTANGLE, ToolKind.ELLIPSE):
        drag(driver, kind, (20, 30), (50, 40), (100, 60), keys=SHIFT)
        rows, columns = np.nonzero(driver.project.coverage)
        assert abs(np.ptp(rows) - np.ptp(columns)) <= 1
        assert np.ptp(columns) == pytest.approx(80, abs=2)
        driver.trigger("undo")


def test_that_alt_and_the_right_button_take_away(driver, settings):
    drag(driver, ToolKind.RECTANGLE, (20, 30), (100, 90))
    drag(driver, ToolKind.ELLIPSE, (40, 40), (60, 60), keys=ALT)
    drag(driver, ToolKind.RECTANGLE, (80, 50), (90, 60), button=RIGHT)
    coverage = driver.project.coverage
    assert coverage[50, 50] == 0
    assert coverage[55, 85] == 0
    assert coverage[42, 42] == 255


def test_that_intersecting_keeps_only_what_is_inside(driver, settings):
    drag(driver, ToolKind.RECTANGLE, (20, 30), (100, 90))
    settings.choose_combination(Combination.INTERSECT)
    drag(driver, ToolKind.RECTANGLE, (60, 60), (200, 180))
    rows, columns = np.nonzero(driver.project.coverage)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == pytest.approx((60, 89, 60, 99), abs=1)


def test_that_the_lasso_takes_what_it_goes_round(driver, settings):
    ring = [(100 + 40 * np.cos(angle), 100 + 30 * np.sin(angle)) for angle in np.linspace(0, 6, 40)]
    drag(driver, ToolKind.LASSO, *ring)
    expected = cv2.ellipse(np.zeros((200, 240), np.uint8), (100, 100), (40, 30), 0, 0, 344, 255, -1)
    assert ((driver.project.coverage > 0) == (expected > 0)).mean() > 0.99


@pytest.mark.parametrize("ending", ["enter", "double", "first"])
def test_that_a_polygon_is_closed_by_enter_a_double_click_or_its_first_corner(driver, settings, ending):
    settings.choose(ToolKind.POLYGON)
    for place in ((30, 30), (90, 30), (90, 80), (30, 80)):
        driver.click(*place)
    assert driver.document.mask_is_blank
    if ending == "enter":
        driver.key(Qt.Key.Key_Return)
    elif ending == "double":
        QTest.mouseDClick(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(30, 80))
    else:
        driver.click(30, 30)
    assert driver.project.coverage[32:78, 32:88].all()
    assert not driver.window.tools.polygon.is_drawing
    assert driver.document.history.undo_label == "Polygon"


def test_that_backspace_takes_a_corner_back_and_escape_gives_the_polygon_up(driver, settings):
    settings.choose(ToolKind.POLYGON)
    for place in ((30, 30), (90, 30), (200, 190), (90, 80), (30, 80)):
        driver.click(*place)
        if place == (200, 190):
            driver.key(Qt.Key.Key_Backspace)
    assert len(driver.window.tools.preview.points) == 5
    driver.key(Qt.Key.Key_Escape)
    assert not driver.window.tools.preview.points
    assert driver.document.mask_is_blank
    driver.key(Qt.Key.Key_Return)
    assert driver.document.mask_is_blank


def test_that_another_tool_gives_the_polygon_up(driver, settings):
    settings.choose(ToolKind.POLYGON)
    driver.click(30, 30)
    driver.click(90, 30)
    driver.key(Qt.Key.Key_B)
    assert not driver.window.tools.polygon.is_drawing
    assert driver.document.mask_is_blank


def test_that_escape_during_a_drag_leaves_no_shape(driver, settings):
    settings.choose(ToolKind.RECTANGLE)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(30, 30))
    QTest.mouseMove(driver.viewport, driver.at(90, 90))
    assert driver.window.tools.preview.points
    driver.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(90, 90))
    assert driver.document.mask_is_blank


def test_that_the_wand_takes_an_eye_and_by_its_settings_both_or_the_face_too(driver, settings):
    settings.choose(ToolKind.WAND)
    driver.click(102, 96)
    one = driver.project.coverage.copy()
    assert one[96, 102] == 255
    assert one[96, 138] == 0
    driver.trigger("undo")
    settings.set_wand(12, is_contiguous=False)
    driver.click(102, 96)
    assert driver.project.coverage[96, 138] == 255
    assert driver.project.coverage[150, 120] == 0
    driver.trigger("undo")
    settings.set_wand(100, is_contiguous=True)
    driver.click(102, 96)
    assert driver.project.coverage.all()


def test_that_what_is_large_is_calculated_in_a_thread_in_its_order(driver, settings, monkeypatch):
    monkeypatch.setattr(mask_edits, "AT_ONCE_PX", 0)
    drag(driver, ToolKind.RECTANGLE, (20, 20), (180, 150))
    drag(driver, ToolKind.RECTANGLE, (60, 60), (100, 100), keys=ALT)
    driver.window.mask_edits.invert()
    assert driver.window.mask_edits.is_busy
    assert driver.document.mask_is_blank
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    coverage = driver.project.coverage
    assert coverage[80, 80] == 255
    assert coverage[30, 30] == 0
    assert coverage[190, 190] == 255
    for label in ("Invert mask", "Rectangle", "Rectangle"):
        assert driver.document.history.undo_label == label
        driver.trigger("undo")
    assert driver.document.mask_is_blank


def test_that_a_stroke_begun_meanwhile_stays_one_step_and_the_shape_follows_it(driver, settings, monkeypatch):
    monkeypatch.setattr(mask_edits, "AT_ONCE_PX", 0)
    drag(driver, ToolKind.RECTANGLE, (20, 20), (100, 100))
    settings.choose(ToolKind.BRUSH)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(150, 50))
    for y in range(60, 160, 10):
        QTest.mouseMove(driver.viewport, driver.at(150, y))
        driver.qtbot.wait(10)
    assert driver.project.coverage[50, 50] == 0
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(150, 150))
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert driver.project.coverage[50, 50] == 255
    driver.trigger("undo")
    assert driver.document.history.undo_label == "Brush stroke"
    driver.trigger("undo")
    assert driver.document.mask_is_blank


def test_that_a_fault_in_a_calculation_is_a_message_and_the_next_edit_works(driver, settings, monkeypatch):
    monkeypatch.setattr(mask_edits, "AT_ONCE_PX", 0)
    driver.window.mask_edits._ask("Fault", lambda plane: 1 / 0)
    driver.wait(lambda: driver.message is not None)
    drag(driver, ToolKind.RECTANGLE, (20, 20), (100, 100))
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert driver.project.coverage[50, 50] == 255


def test_that_the_whole_mask_is_grown_shrunk_smoothed_and_cleaned(driver, settings):
    drag(driver, ToolKind.RECTANGLE, (50, 50), (90, 90))
    area = np.count_nonzero(driver.project.coverage)
    settings.set_refine_px(5)
    driver.trigger("grow_mask")
    assert np.count_nonzero(driver.project.coverage) > area + 4 * 5 * 38
    driver.trigger("shrink_mask")
    assert np.count_nonzero(driver.project.coverage) == pytest.approx(area, rel=0.02)
    driver.trigger("smooth_mask")
    assert driver.project.coverage[51, 51] == 0
    drag(driver, ToolKind.RECTANGLE, (150, 150), (153, 153))
    driver.trigger("remove_specks")
    assert not driver.project.coverage[140:].any()
    drag(driver, ToolKind.ELLIPSE, (60, 60), (70, 70), keys=ALT)
    assert driver.project.coverage[65, 65] == 0
    driver.trigger("fill_holes")
    assert driver.project.coverage[65, 65] == 255
    assert settings.kind is ToolKind.ELLIPSE


def test_that_undo_and_redo_leave_tool_class_and_settings_alone(driver, settings):
    drag(driver, ToolKind.RECTANGLE, (50, 50), (90, 90))
    settings.choose_damage(DamageClass.DUST)
    settings.choose(ToolKind.WAND)
    driver.trigger("undo")
    driver.trigger("redo")
    assert (settings.kind, settings.damage_class) == (ToolKind.WAND, DamageClass.DUST)


def test_that_classes_are_painted_in_their_colours_and_k_takes_the_next(driver, settings):
    bare = np.array(driver.pixel(40, 40))
    settings.choose(ToolKind.RECTANGLE)
    driver.key(Qt.Key.Key_K)
    assert settings.damage_class == DamageClass.SCRATCH
    driver.stroke((20, 20), (80, 80))
    assert (driver.project.coverage[25:75, 25:75] == DamageClass.SCRATCH).all()
    shown = np.array(driver.pixel(40, 40), float)
    assert shown == pytest.approx((bare + np.array([255, 138, 0])) / 2, abs=3)


def test_that_nothing_is_painted_over_what_is_protected_unless_one_paints_that(driver, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    drag(driver, ToolKind.RECTANGLE, (50, 50), (90, 90))
    protected = driver.project.coverage == DamageClass.ORIGINAL
    assert protected.any()
    settings.choose_damage(DamageClass.DAMAGE)
    settings.set_brush_diameter(30)
    drag(driver, ToolKind.BRUSH, (40, 70), (120, 70))
    drag(driver, ToolKind.ERASER, (70, 40), (70, 120))
    drag(driver, ToolKind.ELLIPSE, (40, 40), (120, 120))
    settings.choose(ToolKind.WAND)
    driver.click(20, 20)
    for name in ("grow_mask", "shrink_mask", "smooth_mask", "invert_mask", "fill_holes"):
        driver.trigger(name)
    assert ((driver.project.coverage == DamageClass.ORIGINAL) == protected).all()
    settings.choose_damage(DamageClass.ORIGINAL)
    drag(driver, ToolKind.ERASER, (70, 40), (70, 120))
    assert driver.project.coverage[70, 70] == 0


def test_that_protected_pixels_and_fills_are_what_they_should_be_after_generating(driver, settings):
    before = driver.project.photo.pixels.copy()
    drag(driver, ToolKind.RECTANGLE, (60, 40), (180, 180))
    settings.choose_damage(DamageClass.ORIGINAL)
    drag(driver, ToolKind.ELLIPSE, (90, 80), (150, 120))
    settings.choose_damage(DamageClass.DUST)
    drag(driver, ToolKind.RECTANGLE, (100, 130), (140, 155))
    plane = driver.project.coverage.copy()
    driver.generate()
    driver.wait_idle()
    result = driver.document.result
    after, generated = result.restoration.photo.pixels, result.restoration.generated
    kept = (plane == DamageClass.ORIGINAL) | (plane == DamageClass.NONE)
    assert (plane == DamageClass.ORIGINAL).sum() > 500
    assert (after[kept] == before[kept]).all()
    assert not generated[kept].any()
    assert not generated[plane == DamageClass.DUST].any()
    assert (after[plane == DamageClass.DUST] != before[plane == DamageClass.DUST]).any()
    assert generated[plane == DamageClass.DAMAGE].any()
    assert (result.mask.restore == ~kept).all()


def test_that_only_protected_places_are_nothing_to_restore(driver, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    drag(driver, ToolKind.RECTANGLE, (60, 40), (180, 180))
    driver.generate()
    driver.wait_idle()
    assert driver.message.title == "There is nothing to restore"
    driver.trigger("clear_mask")
    assert driver.document.mask_is_blank


def test_that_classes_go_through_export_and_import(driver, settings, tmp_path):
    for kind, x in ((DamageClass.DUST, 20), (DamageClass.ORIGINAL, 80), (DamageClass.DAMAGE, 140)):
        settings.choose_damage(kind)
        drag(driver, ToolKind.RECTANGLE, (x, 30), (x + 40, 90))
    plane = driver.project.coverage.copy()
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("export_mask")
    assert (read_photo(tmp_path / "mask.png").pixels == plane).all()
    driver.trigger("clear_mask")
    driver.run("import_mask")
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert (driver.project.coverage == plane).all()
    driver.trigger("undo")
    assert driver.document.mask_is_blank


def test_that_brackets_change_size_and_hardness(driver, settings):
    settings.set_brush_diameter(20)
    driver.key(Qt.Key.Key_BracketRight)
    assert settings.brush_diameter_px == 24
    driver.trigger("softer_brush")
    driver.trigger("softer_brush")
    driver.trigger("harder_brush")
    assert settings.hardness == pytest.approx(0.9)


def test_that_a_soft_brush_leaves_even_ground_beside_its_core(driver, settings):
    settings.set_brush_diameter(30)
    settings.set_hardness(0.5)
    driver.stroke((20, 20), (60, 20))
    rows = np.nonzero(driver.project.coverage[:, 40])[0]
    assert np.ptp(rows) + 1 == pytest.approx(15, abs=2)


def test_that_a_pen_paints_by_its_pressure_and_erases_with_its_other_end(driver, settings):
    settings.set_brush_diameter(40)
    pen(driver, [(40, 50, 0.1), (100, 50, 0.1)])
    thin = np.count_nonzero(driver.project.coverage[:, 70])
    driver.trigger("undo")
    pen(driver, [(40, 50, 1.0), (100, 50, 1.0)])
    thick = np.count_nonzero(driver.project.coverage[:, 70])
    assert thick == pytest.approx(40, abs=1)
    assert thin == pytest.approx(40 * (0.15 + 0.085), abs=2)
    pen(driver, [(60, 50, 1.0), (80, 50, 1.0)], eraser=True)
    assert driver.project.coverage[50, 70] == 0
    assert driver.project.coverage[50, 35] == 255
    driver.trigger("undo")
    assert driver.project.coverage[50, 70] == 255
    driver.trigger("undo")
    assert driver.document.mask_is_blank


def test_that_a_stroke_grows_with_the_pressure_without_steps(driver, settings):
    settings.set_brush_diameter(60)
    pen(driver, [(20 + 20 * step, 100, 0.1 + 0.1 * step) for step in range(10)])
    widths = np.count_nonzero(driver.project.coverage, axis=0)[30:190]
    assert (np.diff(widths.astype(int)) >= -1).all()
    assert np.abs(np.diff(widths.astype(int))).max() <= 6


def test_that_pressure_can_be_left_out(driver, settings):
    settings.set_brush_diameter(40)
    settings.set_pressure_sets_size(False)
    pen(driver, [(40, 50, 0.1), (100, 50, 0.1)])
    assert np.count_nonzero(driver.project.coverage[:, 70]) == pytest.approx(40, abs=1)


def test_that_the_panel_shows_what_the_tool_in_hand_can_be_set_to(driver, settings):
    section = driver.window.column.tool_section
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


def test_that_an_edit_of_a_large_photo_is_calculated_anew_when_the_mask_changed_meanwhile(open_window, tmp_path):
    pixels = np.random.default_rng(2).integers(0, 255, (2400, 3200), np.uint8)
    write_photo(Photo(pixels), tmp_path / "large.png")
    driver = open_window("NoFace")
    driver.open(tmp_path / "large.png")
    driver.window.placer.stop()
    drag(driver, ToolKind.ELLIPSE, (100, 100), (3000, 2300))
    assert driver.window.mask_edits.is_busy
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert driver.project.coverage[1200, 1600] == 255
    driver.trigger("grow_mask")
    driver.trigger("undo")
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    # what was calculated from the ellipse did not fit any more, and growing nothing is no step
    assert driver.document.mask_is_blank
    assert driver.document.history.undo_label is None


def pen(driver, places, *, eraser=False):
    """A stroke of a pen through (x, y, pressure)."""
    kinds, pointer = QEvent.Type, QPointingDevice.PointerType
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer.Eraser if eraser else pointer.Pen,
        QInputDevice.Capability.Pressure,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )
    for index, (x, y, pressure) in enumerate([*places, (*places[-1][:2], 0.0)]):
        kind = kinds.TabletPress if index == 0 else kinds.TabletMove
        is_last = index == len(places)
        kind = kinds.TabletRelease if is_last else kind
        place = QPointF(driver.at(x, y))
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind,
            device,
            place,
            QPointF(driver.viewport.mapToGlobal(place)),
            pressure,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            none if kind is kinds.TabletMove else left,
            none if is_last else left,
        )
        QApplication.sendEvent(driver.viewport, event)
