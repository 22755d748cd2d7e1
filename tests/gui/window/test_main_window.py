"""The window itself: start, names, shortcuts, themes, the hook."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.document.overlay_settings import DEFAULT_LAYOUT_OPACITY
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.damage_colours import DEFAULT_COLOUR
from facerestore_gui.look.theme import DARK, LIGHT, ThemeKeeper, palette_of
from facerestore_gui.window.main_window import MainWindow

pytestmark = pytest.mark.gui

_START = """
import sys
from PySide6.QtWidgets import QApplication
import facerestore_gui.main
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.window.main_window import MainWindow
application = QApplication([])
window = MainWindow(WorkerSettings())
window.show()
application.processEvents()
loaded = {name.partition(".")[0] for name in sys.modules}
unwanted = {"torch", "torchvision", "timm", "facerestore_models", "facerestore_training"}
unwanted |= {"scipy", "skimage", "tifffile", "imagecodecs", "PIL", "defusedxml"}
print(sorted(loaded & unwanted))
window.close()
"""


def test_that_opening_the_window_leaves_torch_and_the_file_formats_out():
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{_START}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_that_calls_into_qt_leave_the_count_of_none_alone(qapp):
    # PySide6 6.12.0 takes a reference to None with every call before Python 3.12, until the interpreter aborts
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.setToolTip("")
    assert abs(sys.getrefcount(None) - before) < 100


def test_that_the_entry_point_loads_no_qt_before_it_is_called():
    code = f"import sys; sys.path[:0] = {sys.path!r}; import facerestore_gui.main; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"


def test_that_every_widget_a_person_can_use_has_an_accessible_name(driver):
    interactive = (
        QAbstractButton,
        QAbstractSlider,
        QAbstractSpinBox,
        QAbstractItemView,
    )
    unnamed = []
    for widget in driver.window.findChildren(QWidget):
        if isinstance(widget, interactive) and not _is_part(widget):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or text):
                unnamed.append(widget)
    assert unnamed == []


def test_that_every_button_and_slider_can_be_reached_by_the_keyboard(driver):
    unreachable = [
        widget.accessibleName()
        for widget in driver.window.column.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QAbstractSlider)
        and not _is_part(widget)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert unreachable == []


def test_that_every_action_is_in_a_menu(driver):
    in_menus = {
        action.objectName()
        for menu in driver.window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator()
    }
    assert in_menus == {spec.name for spec in ACTIONS}


def test_that_f6_goes_round_the_panels_and_back_to_the_canvas(driver):
    window = driver.window
    window.activateWindow()
    window.canvas.setFocus()
    seen = []
    for _ in range(12):
        driver.trigger("next_panel")
        seen.append(window.focusWidget())
        if seen[-1] is window.canvas:
            break
    assert seen[-1] is window.canvas
    assert len(set(seen)) >= 7


def test_that_the_palette_follows_the_system(qapp):
    keeper = ThemeKeeper(qapp)
    role = QPalette.ColorRole.Window
    keeper.show(Qt.ColorScheme.Dark)
    assert QApplication.palette().color(role).name() == DARK.window
    keeper.show(Qt.ColorScheme.Light)
    assert QApplication.palette().color(role).name() == LIGHT.window


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_that_text_stands_out_from_its_ground(theme):
    palette = palette_of(theme)
    roles = QPalette.ColorRole
    pairs = [
        (palette.color(roles.WindowText), palette.color(roles.Window), 7),
        (palette.color(roles.Text), palette.color(roles.Base), 7),
        (palette.color(roles.PlaceholderText), palette.color(roles.Window), 4.5),
        (palette.color(roles.HighlightedText), palette.color(roles.Highlight), 4),
    ]
    for text, ground, least in pairs:
        assert _contrast(text, ground) >= least, (text.name(), ground.name())


def test_that_the_look_of_the_overlays_is_remembered_and_nonsense_is_not(qtbot, tmp_path, close):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = MainWindow(WorkerSettings("fake_restorer:OneFace"), kept=kept)
    first.session.overlays.set_mask_colour(QColor("#00ff00"))
    first.session.overlays.set_mask_opacity(0.8)
    first.session.overlays.set_layout_opacity(0.2)
    close(first)
    kept.sync()
    again = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    second = MainWindow(WorkerSettings("fake_restorer:OneFace"), kept=again)
    assert second.session.overlays.mask_colour.name() == "#00ff00"
    assert second.canvas_scene.mask._colours[255] == QColor(0, 255, 0, 204).rgba()
    assert second.session.overlays.layout_opacity == 0.2
    close(second)
    for key in ("mask/colour", "mask/opacity", "layout/opacity"):
        again.setValue(key, "rubbish")
    third = MainWindow(WorkerSettings("fake_restorer:OneFace"), kept=again)
    assert third.session.overlays.mask_colour.name() == DEFAULT_COLOUR
    assert third.session.overlays.layout_opacity == DEFAULT_LAYOUT_OPACITY
    close(third)


def test_that_the_title_shows_the_name_whatever_it_is(driver, portrait):
    odd = portrait.with_name("a[*]b & c.png")
    portrait.rename(odd)
    driver.open(odd)
    assert driver.window.windowTitle().replace("[*][*]", "[*]").startswith("a[*]b & c.png")
    assert driver.window.windowTitle().count("[*]") == 3


def test_that_the_eye_of_an_overlay_is_crossed_out_while_it_is_hidden(driver):
    action = driver.window.actions_table.by_name["show_mask"]
    states = (QIcon.State.On, QIcon.State.Off)
    on, off = (action.icon().pixmap(QSize(16, 16), QIcon.Mode.Normal, state).toImage() for state in states)
    assert on != off


@pytest.mark.parametrize(("height", "legend_scrolls"), [(728, True), (1080, False)])
def test_that_the_column_fits_the_window_and_only_the_legend_scrolls(open_window, portrait, height, legend_scrolls):
    """728: what a screen of 768 pixels leaves of a window."""
    driver = open_window()
    driver.open(portrait)
    driver.window.resize(1366, height)
    scroll = driver.window.column.findChild(QScrollArea).verticalScrollBar()
    for kind in ToolKind:
        driver.session.tool_settings.choose(kind)
        driver.wait(lambda: not scroll.isVisible(), timeout=1000)
    driver.session.tool_settings.choose(ToolKind.FILL)
    legend = driver.window.column.panels["layout"].legend.verticalScrollBar()
    driver.wait(lambda: legend.isVisible() == legend_scrolls, timeout=1000)


def test_that_the_undo_entry_says_what_it_would_undo(driver):
    driver.click(60, 60)
    assert driver.window.actions_table.by_name["undo"].text() == "&Undo: Brush stroke"


def test_that_the_status_bar_names_device_photo_and_zoom(driver):
    status = driver.window.status
    assert status.device.text() == "fake processor"
    assert status.device.toolTip() == "It was asked for."
    assert status.photo.text() == "240 x 200, 8 bit RGB"
    assert status.photo.toolTip() == ""
    assert status.zoom.currentText().endswith("%")


def _is_part(widget):
    """Whether Qt made the widget as a part of another one, which has the name and the focus."""
    return (
        isinstance(widget, QScrollBar | QLineEdit | QHeaderView)
        or widget.objectName().startswith("qt_")
        or widget.metaObject().className() == "QTableCornerButton"
    )


def _contrast(one, other):
    """The contrast ratio of WCAG 2."""

    def luminance(colour):
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
