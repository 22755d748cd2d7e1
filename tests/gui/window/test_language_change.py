"""Another language while the window is open: at once, and nothing that was done, or stood somewhere, is lost."""

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
from fake_restorer import SEED_SLOW
from PySide6.QtCore import QLocale, QPointF, QSettings, Qt, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QGraphicsItem, QLabel, QTabBar, QWidget
from shiboken6 import Shiboken

from facerestore.files.crash_watch import CrashWatch
from facerestore_gui.actions.actions import Actions
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.dialogs.batch import BatchWindow
from facerestore_gui.dialogs.preferences import PreferencesDialog
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.look.translation import face_class_in_sentence
from facerestore_gui.tasks.messages import notice, stage_text
from facerestore_gui.tasks.ram_usage import RamUsage
from facerestore_gui.window.crash_reporter import CrashReporter
from facerestore_gui.window.guide_pages import PAGES, guide_page
from facerestore_gui.window.guide_window import GuideWindow

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def english_again(qapp):
    """The program speaks English to the tests that follow."""
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale.system())


@pytest.fixture
def steady_memory(monkeypatch):
    """A machine on which nothing moves: how wide the words about memory are decides what is left for others."""
    monkeypatch.setattr(RamUsage, "byte_count", lambda usage: 2**30)
    monkeypatch.setattr(RamUsage, "free_byte_count", lambda usage: 2**33)


@pytest.fixture
def fresh(steady_memory, open_window, portrait):
    """A window of its own, with the portrait open."""
    driver = open_window("OneFace")
    driver.open(portrait)
    return driver


def speak(driver, language):
    """Choose a language as the menu does, and wait until the window speaks it."""
    before = weakref.ref(driver.window.canvas)
    driver.session.preferences.choose_language(language)
    driver.wait(lambda: before() is None)
    driver.qtbot.wait(50)


def seen_in(window):
    """What the window shows: of each widget in sight its kind, place, words and whether it can be used."""
    for widget in [window, *window.findChildren(QWidget)]:
        is_seen = widget.window() is window and not widget.visibleRegion().isEmpty()
        if is_seen:
            place = widget.mapTo(window, widget.rect().topLeft()).toTuple()
            words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
            yield type(widget).__name__, place, widget.size().toTuple(), words, widget.toolTip(), widget.isEnabled()


def words_of(driver):
    """Some words of every part of the window."""
    window = driver.window
    return {
        window.menuBar().actions()[0].text(),
        window.actions_table.by_name["undo"].text(),
        window.column.accessibleName(),
        window.docks.history.windowTitle(),
        window.canvas.accessibleName(),
        window.status.text,
        window.status.photo.text(),
        window.history_panel.item(0).text(),
    }


def test_that_the_window_made_anew_shows_what_it_showed(fresh):
    window, session = fresh.window, fresh.session
    fresh.stroke((90, 90), (150, 90))
    fresh.generate(seed=3)
    fresh.wait_idle()
    for action in ("navigator", "history"):
        fresh.trigger(f"show_{action}")
    for language, kind, mode in (
        ("en", ToolKind.BRUSH, ViewMode.COMPARE),
        (None, ToolKind.PAINT, ViewMode.ORIGINAL),
        ("en", ToolKind.CHOOSE, ViewMode.RESULT),
        (None, ToolKind.CROP, ViewMode.ORIGINAL),
    ):
        session.tool_settings.choose(kind)
        session.view.set_mode(mode)
        # over the canvas, where a brush shows its ring
        fresh.hover(100, 100)
        picture = settled_picture(fresh)
        before = sorted(seen_in(window))
        speak(fresh, language)
        assert sorted(seen_in(window)) == before
        # a canvas is drawn in portions
        fresh.wait(lambda picture=picture: window.canvas.grab().toImage() == picture)


def settled_picture(driver):
    """What the canvas shows, once it shows the same for a while and nothing coarse stands in."""
    scene, seen = driver.window.canvas_scene, [driver.window.canvas.grab().toImage()]

    def rests():
        seen.append(driver.window.canvas.grab().toImage())
        is_settled = scene.photo.is_settled and scene.mask.is_settled
        return is_settled and len(seen) > 3 and all(one == seen[-1] for one in seen[-4:])

    driver.wait(rests)
    return seen[-1]


@pytest.mark.parametrize("language", ["de", "zh_CN", "fr", "es"])
def test_that_every_part_of_the_window_speaks_a_chosen_language_at_once(fresh, language):
    fresh.trigger("show_history")
    fresh.qtbot.wait(50)
    english = words_of(fresh)
    speak(fresh, language)
    assert not words_of(fresh) & english
    assert fresh.message is None
    marked = [action.data() for action in fresh.window.languages.menu.actions() if action.isChecked()]
    assert marked == [language]


def test_that_strokes_undo_and_unsaved_work_survive(fresh):
    fresh.stroke((90, 90), (150, 90))
    fresh.stroke((90, 120), (150, 120))
    coverage, steps = fresh.project.coverage.copy(), [one.is_done for one in fresh.session.history_steps.listed()]
    speak(fresh, "de")
    assert np.array_equal(fresh.project.coverage, coverage)
    assert [one.is_done for one in fresh.session.history_steps.listed()] == steps
    assert fresh.window.isWindowModified()
    fresh.trigger("undo")
    fresh.trigger("undo")
    assert fresh.document.mask_is_blank
    fresh.trigger("redo")
    fresh.stroke((90, 150), (150, 150))
    assert fresh.project.coverage[150, 120]


def test_that_tool_zoom_angle_and_divider_stay(fresh):
    fresh.session.tool_settings.choose(ToolKind.HEAL)
    fresh.session.tool_settings.set_brush_diameter(23)
    canvas = fresh.window.canvas
    canvas.rotate_to(30)
    canvas.zoom_to(3.0)
    canvas.centre_on(QPointF(80, 110))
    canvas.set_divider(0.3)
    del canvas  # it is to go
    speak(fresh, "fr")
    canvas = fresh.window.canvas
    assert (canvas.scale_factor, canvas.angle) == pytest.approx((3.0, 30.0))
    assert canvas.middle_photo().toTuple() == pytest.approx((80, 110), abs=1)
    assert canvas.place().divider == pytest.approx(0.3)
    assert fresh.session.tool_settings.kind is ToolKind.HEAL
    assert fresh.session.tool_settings.brush_diameter_px == 23
    assert canvas.hasFocus()


def test_that_a_panel_that_was_taken_out_or_moved_stays_there(fresh):
    fresh.trigger("show_history")
    fresh.window.docks.history.setFloating(True)
    fresh.window.docks.history.setGeometry(40, 50, 300, 260)
    fresh.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, fresh.window.docks.column)
    fresh.qtbot.wait(50)
    place = fresh.window.docks.history.geometry()
    speak(fresh, "es")
    docks = fresh.window.docks
    assert docks.history.isFloating()
    assert docks.history.isVisible()
    assert docks.history.geometry() == place
    assert fresh.window.dockWidgetArea(docks.column) is Qt.DockWidgetArea.LeftDockWidgetArea


def test_that_a_restoration_goes_on_and_is_shown(open_window, portrait):
    driver = open_window("OneFace")
    driver.open(portrait)
    driver.stroke((90, 90), (150, 90))
    driver.generate(seed=SEED_SLOW)
    driver.wait_for_stage("texture")
    speak(driver, "de")
    assert driver.session.runner.is_busy
    assert driver.window.status.text.startswith(stage_text("texture"))
    assert stage_text("texture") != "Painting texture"
    driver.wait_idle()
    assert driver.document.result is not None
    assert driver.window.canvas_scene.photo.has_result
    assert driver.window.candidates_bar.isVisible()


def test_that_the_window_before_is_gone_from_memory(fresh):
    fresh.stroke((90, 90), (150, 90))
    fresh.generate(seed=3)
    fresh.wait_idle()
    for action in ("show_navigator", "show_history", "batch", "guide"):
        fresh.trigger(action)
    kinds = (QWidget, CanvasScene, Actions, QGraphicsItem)
    gc.collect()
    before = [weakref.ref(one) for one in gc.get_objects() if issubclass(type(one), kinds) and is_of_window(one, fresh)]
    assert len(before) > 80
    speak(fresh, "de")
    gc.collect()
    assert [one() for one in before if one() is not None] == []


def is_of_window(one, driver):
    """Whether an object is part of what a window shows."""
    if not Shiboken.isValid(one) or one is driver.window:
        return False
    if isinstance(one, QGraphicsItem):
        return one.scene() is driver.window.canvas_scene
    parent = one
    while parent is not None:
        if parent is driver.window:
            return not isinstance(one, QTabBar) and type(one).__module__.startswith("facerestore_gui")
        parent = parent.parent()
    return False


def test_that_the_batch_window_keeps_what_was_entered(fresh, tmp_path):
    fresh.trigger("batch")
    batch = fresh.window.findChild(BatchWindow)
    batch.results.set(tmp_path / "elsewhere")
    batch.names.setText("{stem}_new")
    batch.again.setChecked(True)
    batch.damage.setCurrentIndex(2)
    photos, damage, place = batch.photos.text, batch.damage.currentText(), batch.pos()
    speak(fresh, "de")
    (batch,) = fresh.window.findChildren(BatchWindow)
    assert batch.isVisible()
    assert batch.pos() == place
    assert (batch.photos.text, batch.results.text) == (photos, str(tmp_path / "elsewhere"))
    assert batch.names.text() == "{stem}_new"
    assert batch.again.isChecked()
    assert batch.damage.currentIndex() == 2
    assert batch.damage.currentText() != damage


def test_that_the_guide_stays_on_its_page(fresh):
    fresh.trigger("guide")
    fresh.window.findChild(GuideWindow).show_page(PAGES[2])
    title = fresh.window.findChild(GuideWindow).windowTitle()
    speak(fresh, "de")
    (guide,) = fresh.window.findChildren(GuideWindow)
    assert guide.isVisible()
    assert guide.browser.source().fileName() == f"{PAGES[2]}.md"
    assert guide.windowTitle() != title
    assert guide_page(PAGES[2], "de").title in guide.browser.toPlainText()


def test_that_the_tour_goes_on_with_its_step(open_window, tmp_path):
    driver = open_window("OneFace", samples=tmp_path)
    driver.trigger("tour")
    driver.wait(lambda: driver.window.tour.step == 0 and not driver.session.runner.is_busy)
    driver.window.tour.go_on()
    said = driver.window.tour.mark.said.title
    speak(driver, "fr")
    assert driver.window.tour.step == 1
    assert driver.window.tour.mark.isVisible()
    assert driver.window.tour.mark.said.title != said


def test_that_the_offer_of_the_tour_is_made_again_in_the_language(open_window, tmp_path):
    driver = open_window(
        "OneFace", samples=tmp_path, kept=QSettings(str(tmp_path / "kept"), QSettings.Format.IniFormat)
    )
    driver.window.tour.offer()
    said = driver.message.title
    speak(driver, "de")
    assert driver.message.title != said
    assert len(driver.message.choices) == 2


def test_that_a_message_that_waits_for_an_answer_stays(fresh):
    message = notice("Well?", "Say so.", ("Yes", lambda: None))
    fresh.session.said.emit(message)
    speak(fresh, "de")
    assert fresh.message is message


def test_that_a_message_that_asks_nothing_stays_and_those_behind_it_can_be_read_again(fresh):
    first, last = notice("Found", "There are two."), notice("Done", "It is done.")
    for message in (first, last):
        fresh.session.said.emit(message)
    fresh.qtbot.wait(10)
    speak(fresh, "fr")
    assert fresh.message is last
    assert fresh.window.announcements.notes == (first,)
    assert fresh.window.status.notes.isVisible()
    fresh.click(60, 60)
    assert fresh.message is None
    assert fresh.window.announcements.notes == (last, first)


def test_that_a_refusal_is_taken_back_in_another_language_when_it_is_over(fresh):
    fresh.window.announcements.say_why_not("clear_mask", "There is no mask.")
    speak(fresh, "fr")
    assert fresh.message.text == "There is no mask."
    fresh.stroke((90, 90), (150, 90))
    fresh.wait_idle()
    assert fresh.message is None


def test_that_keys_that_were_changed_stay(fresh):
    fresh.window.shortcuts.assign("generate", ("Ctrl+Shift+J",))
    speak(fresh, "de")
    assert fresh.window.actions_table.by_name["generate"].shortcut().toString() == "Ctrl+Shift+J"


def test_that_the_window_waits_with_another_language_until_a_stroke_is_done(fresh):
    canvas = fresh.window.canvas
    QTest.mousePress(fresh.viewport, Qt.MouseButton.LeftButton, pos=fresh.at(90, 90))
    fresh.session.preferences.choose_language("de")
    fresh.qtbot.wait(200)
    assert fresh.window.canvas is canvas
    del canvas
    QTest.mouseMove(fresh.viewport, fresh.at(150, 90))
    QTest.mouseRelease(fresh.viewport, Qt.MouseButton.LeftButton, pos=fresh.at(150, 90))
    fresh.wait(lambda: fresh.window.language == "de")
    fresh.qtbot.wait(50)
    assert fresh.project.coverage[90, 120]


def test_that_the_language_of_the_preferences_is_spoken_when_they_are_closed(fresh, monkeypatch):
    def choose(dialog):
        dialog.chosen = replace(dialog.chosen, language="es")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PreferencesDialog, "exec", choose)
    fresh.trigger("preferences")
    fresh.wait(lambda: fresh.window.language == "es")
    fresh.qtbot.wait(50)
    assert QLocale().language() is QLocale.Language.Spanish
    assert fresh.window.locale().language() is QLocale.Language.Spanish


def test_that_the_canvas_left_alone_and_the_way_back_survive(fresh):
    fresh.trigger("show_history")
    fresh.qtbot.wait(50)
    fresh.trigger("canvas_alone")
    speak(fresh, "de")
    assert not fresh.window.menuBar().isVisible()
    assert not fresh.window.docks.column.isVisible()
    fresh.trigger("canvas_alone")
    fresh.qtbot.wait(50)
    assert fresh.window.docks.history.isVisible()
    assert fresh.window.docks.column.isVisible()
    assert fresh.window.menuBar().isVisible()


def test_that_what_others_hung_on_the_window_lasts(fresh):
    reporter, timer = CrashReporter(fresh.window, CrashWatch()), QTimer(fresh.window)
    speak(fresh, "de")
    assert Shiboken.isValid(timer)
    assert Shiboken.isValid(reporter)
    reporter.catch(ValueError, ValueError("seven"), None)
    fresh.wait(lambda: fresh.message is not None)
    assert "seven" in fresh.message.text
    assert fresh.window.message_bar.isVisible()


def test_that_undo_and_the_history_name_earlier_steps_in_the_new_language(fresh):
    fresh.trigger("show_history")
    fresh.stroke((90, 90), (150, 90))
    fresh.trigger("grow_mask")
    fresh.wait(lambda: not fresh.session.mask_edits.is_busy)
    fresh.run("predict_layout")
    fresh.drag(ToolKind.PAINT, (120, 100), (125, 100))
    fresh.qtbot.wait(50)
    panel = fresh.window.history_panel
    english = {panel.item(row).text().strip() for row in range(panel.count())}
    assert "Brush stroke" in english
    for language in ("fr", "de"):
        speak(fresh, language)
        panel = fresh.window.history_panel
        shown = [panel.item(row).text() for row in range(panel.count())]
        assert len(shown) == 5
        assert not english & {one.strip("\N{BLACK RIGHT-POINTING TRIANGLE} ") for one in shown}
    assert "Pinselstrich" in shown[1]
    assert face_class_in_sentence(fresh.session.tool_settings.face_class) in shown[4]
    assert shown[4].strip("\N{BLACK RIGHT-POINTING TRIANGLE} ") in fresh.window.actions_table.by_name["undo"].text()
