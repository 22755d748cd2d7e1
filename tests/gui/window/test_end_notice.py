"""Long work that ends while the person is elsewhere is told by the system; short work and work in sight is not."""

import fake_restorer
import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from facerestore_gui.window import end_notice

pytestmark = [
    pytest.mark.gui,
    # Qt's own, of a display that has no tray
    pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True),
]


@pytest.fixture
def told(monkeypatch):
    """The notices, of a system that has a tray."""
    notices = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, title, text, *rest: notices.append((title, text)))
    return notices


@pytest.fixture
def alerts(monkeypatch):
    windows = []
    monkeypatch.setattr(QApplication, "alert", staticmethod(lambda window, *rest: windows.append(window)))
    return windows


@pytest.fixture
def away(monkeypatch):
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))


@pytest.fixture
def everything_is_long(monkeypatch):
    monkeypatch.setattr(end_notice, "LONG_S", 0.0)


def test_that_the_end_of_long_work_is_told_to_who_is_away(driver, told, alerts, away, everything_is_long):
    driver.run("predict_layout")
    driver.wait(lambda: bool(told))
    assert told == [("Done", driver.project.photo.path.name)]
    assert alerts == [driver.window]


def test_that_work_that_failed_is_not_called_done(driver, told, alerts, away, everything_is_long):
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_RAISE)
    driver.wait_idle()
    driver.wait(lambda: bool(told))
    assert told[-1][0] == "It did not work"


def test_that_who_is_here_is_not_told(driver, told, alerts, everything_is_long):
    driver.run("predict_layout")
    assert (told, alerts) == ([], [])


def test_that_short_work_is_not_told(driver, told, alerts, away):
    driver.run("predict_layout")
    assert (told, alerts) == ([], [])


def test_that_without_a_tray_there_is_the_mark_in_the_task_bar(
    driver, told, alerts, away, everything_is_long, monkeypatch
):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    driver.run("predict_layout")
    assert (told, alerts) == ([], [driver.window])
