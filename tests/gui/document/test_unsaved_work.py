"""What is unsaved, and what is asked before it would be lost."""

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from facerestore.files.writing import write_photo
from facerestore.values.framing import UNFRAMED
from facerestore.values.photo import Photo
from facerestore_gui.dialogs.files import FileDialogs

pytestmark = pytest.mark.gui


def test_that_closing_with_unsaved_work_asks_and_stays_if_told_to(driver):
    driver.click(60, 60)
    driver.dialogs.answer = "stay"
    assert not driver.window.close()
    assert driver.dialogs.asked == [["changes to the mask"]]
    assert driver.window.isVisible()


def test_that_saving_on_the_way_out_saves_and_then_closes(open_window, portrait, tmp_path):
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.answer, driver.dialogs.path = "save", tmp_path / "out.facerestore"
    driver.window.close()
    driver.wait(lambda: not driver.window.isVisible())
    assert (tmp_path / "out.facerestore").exists()


def test_that_saving_before_another_photo_saves_and_then_opens_it(desk, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    desk.click(30, 160)
    desk.dialogs.answer, desk.dialogs.path = "save", tmp_path / "out.facerestore"
    desk.session.files.open_photo(other)
    desk.wait(lambda: desk.project.photo.path == other)
    desk.wait_idle()
    assert (tmp_path / "out.facerestore").exists()
    assert [parts[0] for parts in desk.dialogs.asked] == ["the restored photo"]
    assert desk.document.unsaved_parts() == []


def test_that_a_save_given_up_on_the_way_out_does_not_close_the_window_later(driver, tmp_path):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.answer, driver.dialogs.path = "save", None
    assert not driver.window.close()
    driver.dialogs.path = tmp_path / "out.facerestore"
    driver.run("save_project")
    driver.qtbot.wait(20)
    assert driver.document.unsaved_parts() == []
    assert driver.window.isVisible()


def test_that_a_name_without_suffix_gets_one_before_the_question_of_replacing(qtbot, tmp_path, monkeypatch):
    seen = []

    def accept(dialog):
        dialog.selectFile("mine")
        seen.append((dialog.defaultSuffix(), dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)))
        return QFileDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", accept)
    window = QWidget()
    qtbot.addWidget(window)
    assert FileDialogs(window).save_project(tmp_path / "photo.facerestore") == tmp_path / "mine.facerestore"
    assert FileDialogs(window).save_mask(tmp_path / "photo_mask.png") == tmp_path / "mine.png"
    assert FileDialogs(window).save_layers(tmp_path / "photo_layers.ora", UNFRAMED) == (tmp_path / "mine.ora", False)
    assert FileDialogs(window).save_layers(tmp_path / "photo_layers.tif", UNFRAMED) == (tmp_path / "mine.tif", False)
    assert seen == [("facerestore", False), ("png", False), ("ora", False), ("tif", False)]
