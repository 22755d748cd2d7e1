"""A person at work: on a session alone, or at the real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.actions.conditions import obstacle, those_that_hold
from facerestore_gui.canvas.tools import Pointer
from facerestore_gui.document.preferences import Preferences
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.session.session import Session
from facerestore_gui.window.main_window import MainWindow

_SPECS = {spec.name: spec for spec in ACTIONS}


class FakeDialogs:
    """Answers what a test sets, instead of a person."""

    def __init__(self):
        self.path = None
        self.answer = "discard"
        self.suggested = None
        self.options = None
        self.asked = []
        self.offered = None
        self.recovers = False
        self.version = None
        self.kind = None
        self.is_framed = False
        self.hidden = None

    def open_photo(self, folder):
        return self.path

    def open_file(self, folder):
        return self.path

    def open_folder(self, folder):
        return self.path

    def find_photo(self, name, folder):
        self.suggested = name
        return self.path

    def open_mask(self, folder):
        return self.path

    def open_layout(self, folder):
        return self.path

    def open_references(self, folder):
        return [] if self.path is None else [self.path]

    def open_reference_mask(self, folder):
        return self.path

    def paint_reference_mask(self, reference):
        self.offered = reference
        return self.hidden

    def open_album(self, folder):
        return self.path

    def save_result(self, suggested, photo, options, framing, warning):
        self.warning = warning
        self.suggested = suggested
        return None if self.path is None else (self.path, self.options or options)

    def save_project(self, suggested):
        self.suggested = suggested
        return self.path

    def save_mask(self, suggested):
        self.suggested = suggested
        return self.path

    def save_layout(self, suggested):
        self.suggested = suggested
        return self.path

    def save_layers(self, suggested, framing):
        self.suggested = suggested
        return None if self.path is None else (self.path, self.is_framed)

    def keep_unsaved(self, parts):
        self.asked.append(parts)
        return self.answer

    def stop_batch(self, waiting):
        self.asked.append(waiting)
        return self.answer == "discard"

    def choose_recovery(self, found, discard):
        self.offered = found
        return found[0].folder if self.recovers else None

    def edit_class(self, kind, *, is_new, taken):
        self.offered = kind
        return None if self.kind is None else self.kind(kind)

    def choose_version(self, project, found):
        self.offered = found
        return None if self.version is None else found[self.version].path


class SessionDriver:
    """A person at a session without a window: tools are told what a pointer would tell them, and actions done as their
    table says."""

    patience_ms = 120_000

    def __init__(self, qtbot, session):
        self.qtbot, self.session, self.document = qtbot, session, session.document
        self.dialogs = session.files.dialogs = FakeDialogs()
        self.message = None
        session.said.connect(self._hear)
        session.runner.began.connect(self._forget_message)
        self._stage = ""
        session.runner.progressed.connect(self._note_stage)

    def leave(self):
        """Listen no more: the session goes on to others."""
        self.session.said.disconnect(self._hear)
        self.session.runner.began.disconnect(self._forget_message)
        self.session.runner.progressed.disconnect(self._note_stage)

    def _hear(self, message):
        self.message = message

    def _forget_message(self):
        """New work makes old messages old, unless they wait for an answer."""
        if self.message is not None and not self.message.choices:
            self.message = None

    @property
    def project(self):
        return self.document.project

    def wait(self, condition, timeout=None):
        """Until a condition holds, however slow the machine is."""
        self.qtbot.waitUntil(condition, timeout=timeout or self.patience_ms)

    def wait_idle(self):
        self.wait(lambda: not self.session.runner.is_busy)

    def _note_stage(self, stage, done, total):
        self._stage = stage

    def wait_for_stage(self, stage):
        """Until the work under way is at a stage."""
        self.wait(lambda: self.session.runner.is_busy and self._stage == stage)

    def cancel(self):
        self.session.cancel_work()

    def open(self, path, **kwargs):
        self.session.files.open_photo(path, **kwargs)
        self.wait_idle()

    def open_project(self, path):
        self.session.files.open_file(path)
        self.wait_idle()

    def trigger(self, name):
        spec = _SPECS[name]
        assert not obstacle(spec.needs, those_that_hold(self.session)), f"{name} cannot be used now"
        spec.do(self.session, None)

    def run(self, name):
        self.trigger(name)
        self.wait_idle()

    def generate(self, seed=0):
        self.session.restore_settings.set_seed(seed)
        self.trigger("generate")

    def stroke(self, *places, button=Qt.MouseButton.LeftButton, keys=Qt.KeyboardModifier.NoModifier):
        if self.session.placer.is_active:
            self.session.placer.add(*places[0])
            return
        tool = self.session.tools.current
        self.session.view.leave_comparison()
        at = Pointer(
            *places[0],
            is_secondary=button is Qt.MouseButton.RightButton,
            is_straight=bool(keys & Qt.KeyboardModifier.ShiftModifier),
            is_subtracting=bool(keys & Qt.KeyboardModifier.AltModifier),
        )
        tool.press(at)
        for x, y in places[1:]:
            at = replace(at, x_photo=x, y_photo=y)
            tool.move(at)
        tool.release(at)

    def drag(self, kind, *places, **keywords):
        self.session.tool_settings.choose(kind)
        self.stroke(*places, **keywords)

    def click(self, x, y):
        self.stroke((x, y))


class Driver(SessionDriver):
    """A person at the window: with its mouse, its keys and its menus."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.session, self.document = qtbot, window, window.session, window.session.document
        self.dialogs = window.session.files.dialogs = FakeDialogs()
        self._stage = ""
        window.session.runner.progressed.connect(self._note_stage)
        # shortcuts are for the active window, and several tests leave more than one open
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def viewport(self):
        return self.window.canvas.viewport()

    @property
    def message(self):
        return self.window.message_bar.message

    def trigger(self, name):
        action = self.window.actions_table.by_name[name]
        assert action.isEnabled(), f"{name} cannot be used now"
        action.trigger()

    def cancel(self):
        self.window.requests.cancel()

    def choose_restorer(self, name):
        """Choose a way to restore as a person does, by the list in the Restore panel."""
        combo = self.window.column.panels["restore"].restorers
        combo.setCurrentIndex(combo.findData(name))
        combo.activated.emit(combo.currentIndex())

    def at(self, x, y) -> QPoint:
        return self.window.canvas.mapFromScene(QPointF(x, y))

    def stroke(self, *places, button=Qt.MouseButton.LeftButton, keys=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self.viewport, button, keys, self.at(*places[0]))
        for place in places[1:]:
            QTest.mouseMove(self.viewport, self.at(*place))
        QTest.mouseRelease(self.viewport, button, keys, self.at(*places[-1]))

    def hover(self, x, y):
        QTest.mouseMove(self.viewport, self.at(x, y))

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.canvas, key, modifier)

    def pixel(self, x, y):
        """The colour that the canvas shows at a place of the photo."""
        picture = self.viewport.grab().toImage()
        place = self.at(x, y)
        return picture.pixelColor(place).getRgb()[:3]

    def wait_for_colour(self, x, y, colour):
        """Until the canvas shows a colour: on a busy machine an item is drawn in portions."""
        self.wait(lambda: self.pixel(x, y) == pytest.approx(colour, abs=2))


def new_window(factory, **keywords):
    window = MainWindow(WorkerSettings(f"fake_restorer:{factory}"), **keywords)
    window.resize(1100, 760)
    window.show()
    return window


def new_session(factory, **keywords):
    return Session(WorkerSettings(f"fake_restorer:{factory}"), FakeDialogs(), **keywords)


def close_window(window):
    window.session.files.dialogs = FakeDialogs()
    window.close()


def begin_anew(driver, portrait):
    """All as it is in a new session, and the portrait open."""
    session, start = driver.session, ToolSettings()
    session.placer.stop()
    settings = session.tool_settings
    settings.kind, settings.face_class, settings.locked = start.kind, start.face_class, start.locked
    settings.show_classes(start.visible)
    settings.hardness = start.hardness
    settings.set_brush_diameter(session._own_brush_px)  # nobody has chosen one, so it will be the photo's
    session.preferences.change(Preferences())
    session.file_tasks.result_options, session.file_tasks.usual_format = SaveOptions(), ""
    session.overlays.set_layout_opacity(0.45)
    session.photos.clear()
    session.view.show_filmstrip(shown=False)
    session.restore_settings.set_seed(0)
    driver.open(portrait)
    driver.dialogs.asked.clear()
