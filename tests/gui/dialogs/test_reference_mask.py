"""Painting what is hidden in a photograph from which a face borrows."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from facerestore.values.alignment import TEMPLATE, Alignment, FaceCrop
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.reference import Reference
from facerestore_gui.dialogs.reference_mask import ReferenceMaskDialog, _Plate

pytestmark = pytest.mark.gui

SIDE = 256


@pytest.fixture
def reference():
    crop = FaceCrop(
        np.full((SIDE, SIDE, 3), 0.5, np.float32),
        np.zeros((SIDE, SIDE), np.bool_),
        Alignment.of_aligned(Extent(SIDE, SIDE), crop_px=SIDE),
    )
    return Reference(crop=crop, face=Face.from_points(TEMPLATE * SIDE), file_name="a.jpg")


@pytest.fixture
def opened(qtbot):
    def make(reference):
        dialog = ReferenceMaskDialog(reference)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog, dialog.findChild(_Plate)

    return make


def press(dialog, name):
    next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == name).click()


def test_that_a_press_hides_what_is_under_the_brush(opened, reference):
    dialog, plate = opened(reference)
    QTest.mouseClick(plate, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 100))
    press(dialog, "OK")
    assert dialog.hidden[50, 100]
    assert dialog.hidden[50, 110]
    assert not dialog.hidden[50, 130]


def test_that_the_right_button_takes_paint_away_and_undo_brings_it_back(opened, reference):
    dialog, plate = opened(reference)
    QTest.mouseClick(plate, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 100))
    QTest.mouseClick(plate, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 100))
    assert not plate.hidden.any()
    press(dialog, "Undo")
    assert plate.hidden[50, 100]
    press(dialog, "Clear")
    assert not plate.hidden.any()
    press(dialog, "Undo")
    press(dialog, "Undo")
    assert not plate.hidden.any()
    assert not plate.can_undo


def test_that_cancelling_gives_nothing(opened, reference):
    dialog, plate = opened(reference)
    QTest.mouseClick(plate, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 100))
    dialog.reject()
    assert dialog.hidden is None


def test_that_it_begins_with_the_mask_that_there_is(opened, reference):
    hidden = np.zeros((SIDE, SIDE), np.bool_)
    hidden[10:20, 30:40] = True
    _, plate = opened(reference.with_mask(hidden))
    assert (plate.hidden == hidden).all()
    shown = plate.grab().toImage()
    assert shown.pixelColor(70, 30) != shown.pixelColor(200, 200)
