"""The real window, with the real worker process and restorers without networks."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("FACERESTORE_TEST_PLATFORM", "offscreen")

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from facerestore.editing.mask_shapes import Combination
from facerestore.files.writing import write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.window.main_window import MainWindow


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

    def save_result(self, suggested, photo, options):
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

    def keep_unsaved(self, parts):
        self.asked.append(parts)
        return self.answer

    def choose_recovery(self, found, discard):
        self.offered = found
        return found[0].folder if self.recovers else None

    def edit_class(self, kind, *, is_new, taken):
        self.offered = kind
        return None if self.kind is None else self.kind(kind)

    def choose_version(self, project, found):
        self.offered = found
        return None if self.version is None else found[self.version].path


class Driver:
    """A person at the window."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.document = qtbot, window, window.document
        self.dialogs = window.files.dialogs = FakeDialogs()
        # shortcuts are for the active window, and several tests leave more than one open
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def project(self):
        return self.document.project

    @property
    def viewport(self):
        return self.window.canvas.viewport()

    @property
    def message(self):
        return self.window.message_bar.message

    def wait(self, condition, timeout=20_000):
        self.qtbot.waitUntil(condition, timeout=timeout)

    def wait_idle(self):
        self.wait(lambda: not self.window.runner.is_busy)

    def open(self, path, **kwargs):
        self.window.files.open_photo(path, **kwargs)
        self.wait_idle()

    def open_project(self, path):
        self.window.files.open_file(path)
        self.wait_idle()

    def trigger(self, name):
        action = self.window.actions_table.by_name[name]
        assert action.isEnabled(), f"{name} cannot be used now"
        action.trigger()

    def run(self, name):
        self.trigger(name)
        self.wait_idle()

    def generate(self, seed=0):
        self.window.column.restore_section.set_seed(seed)
        self.trigger("generate")

    def choose_restorer(self, name):
        """Choose a way to restore as a person does, by the list in the Restore panel."""
        combo = self.window.column.restore_section.restorers
        combo.setCurrentIndex(combo.findData(name))
        combo.activated.emit(combo.currentIndex())

    def at(self, x, y) -> QPoint:
        return self.window.canvas.mapFromScene(QPointF(x, y))

    def stroke(self, *places, button=Qt.MouseButton.LeftButton, keys=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self.viewport, button, keys, self.at(*places[0]))
        for place in places[1:]:
            QTest.mouseMove(self.viewport, self.at(*place))
        QTest.mouseRelease(self.viewport, button, keys, self.at(*places[-1]))

    def drag(self, kind, *places, **keywords):
        self.window.tool_settings.choose(kind)
        self.stroke(*places, **keywords)

    def click(self, x, y):
        self.stroke((x, y))

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


@pytest.fixture
def portrait(tmp_path):
    """A drawn face of 240 x 200 pixels in a file."""
    path = tmp_path / "portrait.png"
    write_photo(Photo(drawn_portrait()), path)
    return path


@pytest.fixture
def other(tmp_path):
    """Another photo."""
    path = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), path)
    return path


@pytest.fixture
def place(tmp_path):
    """Where a project is saved."""
    return tmp_path / "work.facerestore"


@pytest.fixture
def root(tmp_path):
    """The folder of a window's journals."""
    return tmp_path / "journals"


def drawn_portrait():
    pixels = np.full((200, 240, 3), (90, 110, 140), np.uint8)
    cv2.ellipse(pixels, (120, 105), (52, 70), 0, 0, 360, (205, 170, 150), -1)
    for x in (102, 138):
        cv2.circle(pixels, (x, 96), 6, (60, 50, 45), -1)
    cv2.ellipse(pixels, (120, 142), (18, 6), 0, 0, 360, (170, 80, 80), -1)
    return pixels


def new_window(factory, **keywords):
    window = MainWindow(WorkerSettings(f"fake_restorer:{factory}"), **keywords)
    window.resize(1100, 760)
    window.show()
    return window


def close_window(window):
    window.files.dialogs = FakeDialogs()
    window.close()


@pytest.fixture
def window_driver(qtbot):
    """Puts a person at a window."""
    return lambda window: Driver(qtbot, window)


@pytest.fixture
def close():
    """Closes a window without questions."""
    return close_window


@pytest.fixture
def open_window(qtbot):
    """Opens windows with a named fake restorer, and closes them whatever happens."""
    windows = []

    def make(factory="OneFace", **keywords):
        window = new_window(factory, **keywords)
        windows.append(window)
        qtbot.waitExposed(window)
        return Driver(qtbot, window)

    yield make
    for window in windows:
        close_window(window)
        window.deleteLater()


@pytest.fixture(scope="session")
def shared_window(qapp):
    """One window with one worker process for all tests that leave both alive."""
    window = new_window("OneFace")
    yield window
    close_window(window)


@pytest.fixture
def driver(qtbot, shared_window, portrait):
    """A window with the portrait open, its face found, and the tools as at the start."""
    driver = Driver(qtbot, shared_window)
    shared_window.placer.stop()
    start = ToolSettings()
    settings = shared_window.tool_settings
    settings.kind, settings.face_class, settings.locked = start.kind, start.face_class, start.locked
    settings.show_classes(start.visible)
    shared_window.canvas_scene.set_layout_opacity(0.45)
    shared_window.message_bar.clear()
    shared_window.filmstrip.clear()
    shared_window.filmstrip.hide()
    shared_window.column.restore_section.set_seed(0)
    driver.open(portrait)
    driver.trigger("fit")
    driver.dialogs.asked.clear()
    return driver


@pytest.fixture
def settings(driver):
    """The tools' settings, put back afterwards: the window is shared."""
    settings = driver.window.tool_settings
    yield settings
    settings.damage_class, settings.combination, settings.hardness = DamageClass.DAMAGE, Combination.ADD, 1.0
    settings.wand_tolerance, settings.wand_is_contiguous = 12.0, True
    settings.pressure_sets_size, settings.refine_px = True, 3
    settings.choose(ToolKind.BRUSH)


@pytest.fixture
def journalled(open_window, root, portrait):
    """A window that keeps journals, with the portrait open."""
    driver = open_window(journals=root)
    driver.open(portrait)
    return driver
