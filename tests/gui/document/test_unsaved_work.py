"""What is unsaved, and what is asked before it would be lost."""

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from facerestore.files.writing import write_photo
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


def test_that_saving_before_another_photo_saves_and_then_opens_it(driver, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.click(30, 160)
    driver.dialogs.answer, driver.dialogs.path = "save", tmp_path / "out.facerestore"
    driver.session.files.open_photo(other)
    driver.wait(lambda: driver.project.photo.path == other)
    driver.wait_idle()
    assert (tmp_path / "out.facerestore").exists()
    assert [parts[0] for parts in driver.dialogs.asked] == ["the restored photo"]
    assert driver.document.unsaved_parts() == []


def test_that_a_save_given_up_on_the_way_out_does_not_close_the_window_later(driver, tmp_path):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.answer, driver.dialogs.path = "save", None
    assert not driver.window.close()
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    driver.qtbot.wait(20)
    assert driver.document.unsaved_parts() == []
    assert driver.window.isVisible()


def test_that_a_mask_in_a_file_leaves_the_layout_to_be_saved(driver, tmp_path):
    driver.run("predict_layout")
    driver.click(60, 60)
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("export_mask")
    assert driver.document.unsaved_parts() == ["changes to the faces and their layout"]
    driver.dialogs.path = tmp_path / "layout.png"
    driver.run("save_layout")
    assert driver.document.unsaved_parts() == []
    driver.click(90, 60)
    assert driver.document.unsaved_parts() == ["changes to the mask"]
    driver.trigger("undo")
    assert driver.document.unsaved_parts() == []


def test_that_saving_an_old_result_does_not_pass_for_saving_later_strokes(driver, tmp_path):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.click(30, 160)
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    assert "changes to the mask" in driver.document.unsaved_parts()


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
    assert seen == [("facerestore", False), ("png", False)]
