"""The brush of the mask under mouse and pen: size, hardness, pressure."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtWidgets import QApplication

from facerestore_gui.document.tool_settings import PressureCurve

pytestmark = pytest.mark.gui


def test_that_brackets_change_size_and_hardness(driver, settings):
    settings.set_brush_diameter(20)
    driver.key(Qt.Key.Key_BracketRight)
    assert settings.brush_diameter_px == 24
    driver.trigger("softer_brush")
    driver.trigger("softer_brush")
    driver.trigger("harder_brush")
    assert settings.hardness == pytest.approx(0.9)


def test_that_a_soft_brush_leaves_even_ground_beside_its_core(desk, settings):
    settings.set_brush_diameter(30)
    settings.set_hardness(0.5)
    desk.stroke((20, 20), (60, 20))
    rows = np.nonzero(desk.project.coverage[:, 40])[0]
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


@pytest.mark.parametrize(
    ("curve", "width"), [(PressureCurve.SOFT, 30), (PressureCurve.LINEAR, 23), (PressureCurve.FIRM, 14)]
)
def test_that_a_pens_pressure_becomes_size_by_the_chosen_curve(driver, curve, width):
    settings = driver.session.tool_settings
    settings.set_brush_diameter(40)
    settings.choose_pressure_curve(curve)
    pen(driver, [(60, 100, 0.5), (90, 100, 0.5), (120, 100, 0.5)])
    settings.choose_pressure_curve(PressureCurve.LINEAR)
    expected = 40 * (0.15 + 0.85 * curve.bent(0.5))
    assert expected == pytest.approx(width, abs=3)
    assert np.count_nonzero(driver.project.coverage[:, 90]) == pytest.approx(expected, abs=2)


def test_that_a_preset_is_kept_and_taken_by_the_buttons_menu(driver):
    button, settings = driver.window.column.panels["tool"].brush._presets, driver.session.tool_settings
    button.ask_name = lambda title, name: "R&D dust"
    settings.set_brush_diameter(9)

    def entry(text):
        button.fill_menu()
        return next(one for one in button.menu_of_presets.actions() if one.text() == text)

    entry("Keep this brush...").trigger()
    assert button.text() == "R&&D dust"
    settings.set_brush_diameter(80)
    assert button.text() == "Presets"
    entry("R&&D dust").trigger()
    assert settings.brush_diameter_px == 9
    (delete,) = entry("Delete").menu().actions()
    delete.trigger()
    assert driver.session.brush_presets.presets == ()
