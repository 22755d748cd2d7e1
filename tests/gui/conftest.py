"""The real window, with the real worker process and restorers without networks."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("FACERESTORE_TEST_PLATFORM", "offscreen")

import cv2
import numpy as np
import pytest
from drivers import Driver, SessionDriver, begin_anew, close_window, new_session, new_window

from facerestore.editing.mask_shapes import Combination
from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.theme import ThemeKeeper


@pytest.fixture(scope="session", autouse=True)
def look(qapp):
    """Windows look as in the program: style and style sheet change how large things are."""
    ThemeKeeper(qapp)


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


@pytest.fixture
def open_session(qtbot):
    """Begins sessions without a window, with a named fake restorer, and ends them whatever happens."""
    sessions = []

    def make(factory="OneFace", **keywords):
        sessions.append(new_session(factory, **keywords))
        return SessionDriver(qtbot, sessions[-1])

    yield make
    for session in sessions:
        session.close()


@pytest.fixture(scope="session")
def shared_session(qapp):
    """One session with one worker process for all tests that leave it alive and need no window."""
    session = new_session("OneFace")
    yield session
    session.close()


@pytest.fixture
def desk(qtbot, shared_session, portrait):
    """A session without a window, with the portrait open, its face found, and the tools as at the start."""
    driver = SessionDriver(qtbot, shared_session)
    begin_anew(driver, portrait)
    yield driver
    driver.leave()


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
    shared_window.message_bar.clear()
    begin_anew(driver, portrait)
    driver.trigger("fit")
    return driver


@pytest.fixture
def settings(request):
    """The tools' settings of the session in use, put back afterwards: it is shared."""
    driver = request.getfixturevalue("desk" if "desk" in request.fixturenames else "driver")
    settings = driver.session.tool_settings
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


@pytest.fixture
def journalled_desk(open_session, root, portrait):
    """A session that keeps journals, with the portrait open."""
    driver = open_session(journals=root)
    driver.open(portrait)
    return driver
