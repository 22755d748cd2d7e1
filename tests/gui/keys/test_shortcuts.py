"""Shortcuts that a person changes: in the dialog, by key press, over a restart, and in settings that are broken."""

import shutil

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QStyle

from facerestore_gui.actions.action_table import DEFAULT_KEYS
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog, menu_keys_of
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.keys.shortcuts import Shortcuts, read_keys
from facerestore_gui.window.window_settings import recall_shortcuts, remember_shortcuts

pytestmark = pytest.mark.gui

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def kept(tmp_path):
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def dialog(qtbot, driver):
    """The dialog over the shared window, whose keys are as in the table again afterwards."""
    window = driver.window
    titles = [action.text() for action in window.menuBar().actions()]
    dialog = ShortcutsDialog(window.shortcuts, window, menu_keys=menu_keys_of(titles))
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()
    dialog.deleteLater()
    window.shortcuts.reset_all()


def leave(driver, dialog):
    dialog.close()
    driver.window.activateWindow()
    driver.wait(driver.window.isActiveWindow)


def press_in(dialog, name, key, modifier=Qt.KeyboardModifier.NoModifier):
    dialog.choose(name)
    dialog._keys.setFocus()
    QTest.keyClick(dialog._keys, key, modifier)


def test_that_keys_pressed_in_the_dialog_choose_the_tool_at_once_and_the_old_ones_no_more(driver, dialog):
    press_in(dialog, "tool_lasso", Qt.Key.Key_G)
    leave(driver, dialog)
    driver.key(Qt.Key.Key_L)
    assert driver.session.tool_settings.kind is ToolKind.BRUSH
    driver.key(Qt.Key.Key_G)
    assert driver.session.tool_settings.kind is ToolKind.LASSO


def test_that_menu_and_tip_and_hint_say_the_new_keys(driver, dialog):
    action = driver.window.actions_table.by_name["predict_layout"]
    driver.session.tool_settings.choose(ToolKind.PAINT)
    assert "(Ctrl+L)" in driver.window.status._hint
    press_in(dialog, "predict_layout", Qt.Key.Key_J, CTRL)
    assert action.shortcuts() == [QKeySequence("Ctrl+J")]
    assert action.toolTip().endswith("(Ctrl+J)")
    assert "(Ctrl+J)" in driver.window.status._hint
    dialog._clear.click()
    assert "(" not in action.toolTip()
    assert "(" not in driver.window.status._hint


def test_that_keys_in_addition_leave_the_present_ones(dialog, driver):
    dialog._adds.setChecked(True)
    press_in(dialog, "tool_lasso", Qt.Key.Key_G)
    assert driver.window.shortcuts.keys_of("tool_lasso") == ("L", "G")


def test_that_keys_of_another_action_are_named_and_taken_only_when_that_is_wanted(driver, dialog):
    shortcuts = driver.window.shortcuts
    press_in(dialog, "tool_lasso", Qt.Key.Key_E)
    assert "Mask eraser" in dialog._note.text()
    assert shortcuts.keys_of("tool_eraser") == ("E",)
    dialog._leave.click()
    assert shortcuts.differing() == {}
    press_in(dialog, "tool_lasso", Qt.Key.Key_E)
    dialog._take.click()
    assert shortcuts.keys_of("tool_lasso") == ("E",)
    assert shortcuts.keys_of("tool_eraser") == ()


def test_that_resetting_a_row_asks_before_it_takes_its_keys_back(driver, dialog):
    shortcuts = driver.window.shortcuts
    shortcuts.assign("tool_lasso", ["E"])
    dialog.choose("tool_eraser")
    dialog._reset.click()
    assert shortcuts.keys_of("tool_lasso") == ("E",)
    dialog._take.click()
    assert shortcuts.keys_of("tool_eraser") == ("E",)
    assert shortcuts.keys_of("tool_lasso") == ()


def test_that_resetting_all_gives_every_action_its_first_keys(driver, dialog, monkeypatch):
    shortcuts = driver.window.shortcuts
    shortcuts.assign("tool_lasso", ["E"])
    shortcuts.assign("digit_3", ["F12"])
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    dialog._reset_all.click()
    assert {name: shortcuts.keys_of(name) for name in DEFAULT_KEYS} == DEFAULT_KEYS


@pytest.mark.parametrize(
    ("key", "modifier", "reason"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "arrow keys"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "finishes"),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, "presses buttons"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "gives up"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "lists and text fields"),
        (Qt.Key.Key_F, ALT, "menu File"),
    ],
)
def test_that_reserved_keys_are_refused_with_the_reason(driver, dialog, key, modifier, reason):
    press_in(dialog, "tool_lasso", key, modifier)
    assert reason in dialog._note.text()
    assert driver.window.shortcuts.differing() == {}


def test_that_the_dialog_says_when_a_text_field_keeps_the_key(dialog):
    press_in(dialog, "tool_lasso", Qt.Key.Key_G)
    assert "text field" in dialog._note.text()


def test_that_the_filter_finds_rows_by_name_and_by_keys(dialog):
    table = dialog._table
    for wanted, expected in (("eraser", "tool_eraser"), ("Ctrl+Shift+H", "fill_holes"), ("class 13", "digit_0")):
        dialog._search.setText(wanted)
        names = [table.item(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(table.rowCount())]
        assert expected in [name for row, name in enumerate(names) if not table.isRowHidden(row)]
        assert table.chosen in [name for row, name in enumerate(names) if not table.isRowHidden(row)]


def test_that_what_the_canvas_does_by_itself_cannot_be_changed(dialog):
    dialog._search.setText("Middle button")
    assert dialog._table.chosen is None
    assert not dialog._keys.isEnabled()


def test_that_digits_and_held_keys_can_be_changed(driver, dialog):
    shortcuts, view, settings = (
        driver.window.shortcuts,
        driver.session.view,
        driver.session.tool_settings,
    )
    press_in(dialog, "digit_1", Qt.Key.Key_F12)
    shortcuts.assign("hold_original", ["G"])
    leave(driver, dialog)
    driver.key(Qt.Key.Key_F12)
    driver.key(Qt.Key.Key_3)
    assert settings.face_class == 13
    QTest.keyPress(driver.window.canvas, Qt.Key.Key_G)
    assert not view.shows_overlays
    QTest.keyRelease(driver.window.canvas, Qt.Key.Key_G)
    assert view.shows_overlays
    driver.key(Qt.Key.Key_Backslash)
    assert view.shows_overlays


def test_that_tab_leaves_the_canvas_when_it_no_longer_shows_the_original(driver, dialog):
    driver.window.shortcuts.assign("hold_original", ["\\"])
    leave(driver, dialog)
    driver.window.canvas.setFocus()
    driver.key(Qt.Key.Key_Tab)
    assert driver.window.focusWidget() is not driver.window.canvas


def test_that_changed_keys_come_back_with_a_new_window_and_only_they_are_kept(open_window, kept):
    first = open_window(kept=kept)
    first.window.shortcuts.assign("tool_lasso", ["E", "$"])
    kept.sync()
    kept.beginGroup("shortcuts")
    assert sorted(kept.childKeys()) == ["tool_eraser", "tool_lasso"]
    kept.endGroup()
    second = open_window(kept=kept)
    second.key(Qt.Key.Key_E)
    assert second.session.tool_settings.kind is ToolKind.LASSO
    assert second.window.shortcuts.keys_of("tool_eraser") == ()
    second.window.shortcuts.reset_all()
    kept.sync()
    assert not [key for key in kept.allKeys() if key.startswith("shortcuts/")]


def test_that_keys_come_back_from_the_file_itself_whatever_they_are(tmp_path, kept, qapp):
    shortcuts = Shortcuts(DEFAULT_KEYS)
    changed = {"tool_lasso": (",", ";"), "tool_wand": ("\\", '"'), "tool_fill": (), "next_candidate": ("%", "Ctrl+=")}
    for name, keys in changed.items():
        shortcuts.assign(name, keys)
    remember_shortcuts(shortcuts, kept)
    kept.sync()
    # a file of another name: Qt gives the same settings again for the same one, without reading
    copied = shutil.copy(tmp_path / "kept.ini", tmp_path / "copied.ini")
    again = Shortcuts(DEFAULT_KEYS)
    recall_shortcuts(again, QSettings(str(copied), QSettings.Format.IniFormat))
    assert again.differing() == shortcuts.differing()
    assert {name: again.keys_of(name) for name in changed} == changed


def test_that_entries_without_sense_are_left_out_one_by_one(open_window, kept):
    entries = {
        "tool_lasso": '["G"]',
        "no_such_action": '["Ctrl+J"]',
        "tool_wand": "rubbish",
        "tool_fill": '{"a": 1}',
        "tool_pick": '["Ctrl+Frob"]',
        "tool_part": "[3]",
        "tool_hand": '["Return"]',
        "tool_brush": '["Ctrl+K, Ctrl+C"]',
        "tool_points": '["G"]',
    }
    for name, entry in entries.items():
        kept.setValue(f"shortcuts/{name}", entry)
    shortcuts = open_window(kept=kept).window.shortcuts
    owners = [name for name in DEFAULT_KEYS if "G" in shortcuts.keys_of(name)]
    assert owners == ["tool_lasso"]
    # the second to ask for G is left without, the nonsense has what the table says
    assert shortcuts.differing() == {"tool_lasso": ("G",), "tool_points": ()}


def test_that_two_rows_can_exchange_their_keys_over_a_restart(qapp):
    shortcuts = Shortcuts(DEFAULT_KEYS)
    shortcuts.apply({"tool_lasso": ("E",), "tool_eraser": ("L",)})
    assert shortcuts.keys_of("tool_lasso") == ("E",)
    assert shortcuts.keys_of("tool_eraser") == ("L",)


def test_that_escape_always_gives_up(qapp):
    shortcuts = Shortcuts(DEFAULT_KEYS)
    shortcuts.assign("cancel", ["Ctrl+."])
    assert shortcuts.keys_of("cancel") == ("Esc", "Ctrl+.")


def test_that_all_keys_of_the_tables_can_be_read_and_belong_to_one(qapp):
    all_keys = [keys for owned in DEFAULT_KEYS.values() for keys in owned]
    assert len(all_keys) == len(set(all_keys))
    assert [read_keys(keys) for keys in all_keys] == all_keys
    assert "" not in all_keys


def test_that_every_row_of_the_shortcuts_is_read_whole(dialog):
    table, wraps = dialog._table, Qt.TextFlag.TextWordWrap
    margin = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for row in range(table.rowCount()):
        for column in (1, 2):
            item = table.item(row, column)
            room = QRect(0, 0, table.columnWidth(column) - 2 * margin, 10_000)
            needed = QFontMetrics(item.font()).boundingRect(room, wraps, item.text())
            assert needed.height() <= table.rowHeight(row), item.text()
            assert needed.width() <= room.width(), item.text()
