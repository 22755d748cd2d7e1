"""The way of the keyboard's focus through the window and every dialog."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from facerestore.documents.earlier_versions import EarlierVersion
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore_gui.dialogs.damage_class import DamageClassDialog
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog
from facerestore_gui.dialogs.versions import VersionsDialog
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.tasks.messages import notice
from facerestore_gui.window.guide_window import GuideWindow
from facerestore_gui.window.message_bar import MessageBar

pytestmark = pytest.mark.gui

MOST_LINKS = 30
"""Within a page of the guide, Tab goes from link to link."""
SHIFT = Qt.KeyboardModifier.ShiftModifier


def walked(window, first, *, backwards=False):
    """The widgets that Tab visits from one until it comes round, in the order of going forward."""
    first.setFocus()
    seen = []
    while (widget := QApplication.focusWidget()) not in seen:
        assert widget is not None
        seen.append(widget)
        for _ in range(MOST_LINKS):
            QTest.keyClick(
                widget,
                Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab,
                SHIFT if backwards else Qt.KeyboardModifier.NoModifier,
            )
            if QApplication.focusWidget() is not widget:
                break
    assert widget is first, f"Tab is caught at {name_of(widget, window)}"
    return [seen[0], *reversed(seen[1:])] if backwards else seen


def name_of(widget, window):
    """What a screen reader says of a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text().replace("&", "")
    owner = widget.parentWidget() if isinstance(widget, QLineEdit) else widget
    labels = [label.text() for label in window.findChildren(QLabel) if label.buddy() in (widget, owner)]
    return labels[0].replace("&", "") if labels else ""


def reachable(window):
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.focusProxy()
    }


def assert_good_names(widgets, window):
    names = [name_of(widget, window) for widget in widgets]
    assert all(names), [widget for widget, name in zip(widgets, names, strict=True) if not name]
    doubled = [one for one, other in itertools.pairwise(names) if one == other]
    assert doubled == []


def goes_back(one, other, window):
    """Whether going from a widget to another one is against the way one reads: up, or to the left in a row."""
    here, there = (widget.rect().translated(widget.mapTo(window, QPoint())) for widget in (one, other))
    is_same_row = here.top() < there.bottom() and there.top() < here.bottom()
    return there.left() < here.left() if is_same_row else there.top() < here.top()


@pytest.mark.parametrize("kind", [ToolKind.BRUSH, ToolKind.WAND, ToolKind.PAINT, ToolKind.SMART_EDGE, ToolKind.POINTS])
def test_that_shift_tab_goes_from_the_canvas_to_every_widget_and_back(driver, kind):
    window = driver.window
    driver.run("predict_layout")
    driver.stroke((100, 100), (120, 110))
    driver.generate()
    driver.wait_idle()
    window.session.tool_settings.choose(kind)
    window.message_bar.show_message(notice("Planted", "to be walked to", ("Choose", lambda: None)))
    seen = walked(window, window.canvas, backwards=True)
    assert reachable(window) - set(seen) == set()
    assert_good_names(seen, window)
    in_column = [widget for widget in seen if window.column.isAncestorOf(widget)]
    steps_back = [
        (name_of(one, window), name_of(other, window))
        for one, other in itertools.pairwise(in_column)
        if goes_back(one, other, window)
    ]
    assert steps_back == []
    window.message_bar.clear()


def test_that_the_buttons_of_a_message_come_between_the_tools_and_the_canvas(driver):
    window = driver.window
    window.message_bar.show_message(notice("Planted", "to be walked to", ("Choose", lambda: None)))
    seen = walked(window, window.canvas, backwards=True)
    assert [name_of(widget, window) for widget in seen[-2:]] == ["Close message", "Choose"]
    assert isinstance(seen[-1].parent(), MessageBar)
    window.message_bar.clear()


def _shortcuts(window, portrait):
    return ShortcutsDialog(window.shortcuts, window)


def _save_as(window, portrait):
    return SaveAsDialog(portrait.with_name("new.png"), window.session.document.project.photo, SaveOptions(), window)


def _recovery(window, portrait):
    return RecoveryDialog([], lambda _: None, window)


def _versions(window, portrait):
    return VersionsDialog(portrait, [EarlierVersion(portrait, 1e9, 1000)], window)


def _damage_class(window, portrait):
    return DamageClassDialog(DEFAULT_TABLE.kinds[1], is_new=False, parent=window)


def _guide(window, portrait):
    return GuideWindow(window, "en")


@pytest.mark.parametrize("made", [_shortcuts, _save_as, _recovery, _versions, _damage_class, _guide])
def test_that_tab_goes_round_a_dialog_and_every_widget_has_a_name(driver, portrait, made, qtbot):
    dialog = made(driver.window, portrait)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    first = dialog.focusWidget() or next(iter(reachable(dialog)))
    seen = walked(dialog, first)
    assert reachable(dialog) - set(seen) == set()
    assert_good_names(seen, dialog)
    dialog.close()
    dialog.deleteLater()
