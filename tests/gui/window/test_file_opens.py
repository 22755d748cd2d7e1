"""What macOS asks an app to open comes in events, some of them before there is a window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent

from facerestore_gui.window.file_opens import FileOpens


def ask(application, path):
    return QCoreApplication.sendEvent(application, QFileOpenEvent(str(path)))


def test_that_a_file_asked_for_before_the_window_is_there_is_opened_when_it_is(qapp, tmp_path):
    opens, opened = FileOpens(qapp), []
    ask(qapp, tmp_path / "first.png")
    ask(qapp, tmp_path / "second.facerestore")
    assert opens.hand_to(opened.append)
    assert opened == [tmp_path / "second.facerestore"]
    ask(qapp, tmp_path / "third.png")
    assert opened[1:] == [tmp_path / "third.png"]
    opens.deleteLater()


def test_that_without_a_file_nothing_is_opened(qapp):
    opens, opened = FileOpens(qapp), []
    assert not opens.hand_to(opened.append)
    assert opened == []
    opens.deleteLater()
