"""Photos, masks and layouts opened, dropped and refused; masks and layouts in files of their own."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from facerestore.files.layout_file import write_layout
from facerestore.files.reading import read_mask
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_resources.face_classes import FaceClass

pytestmark = pytest.mark.gui


def test_that_a_bad_file_is_a_message_and_the_old_photo_stays(desk, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    desk.click(60, 60)
    photo, coverage = desk.project.photo, desk.project.coverage.copy()
    desk.open(bad)
    assert desk.message.title == "The photo cannot be opened"
    assert desk.message.text.startswith("bad.png: ")
    assert desk.project.photo is photo
    assert (desk.project.coverage == coverage).all()


def test_that_a_photo_opened_next_begins_with_the_first_seed_again_and_a_broken_one_changes_none(desk, tmp_path):
    desk.session.restore_settings.set_seed(7)
    bad, other = tmp_path / "bad.png", tmp_path / "other.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    desk.open(bad)
    assert desk.session.restore_settings.seed == 7
    desk.open(other)
    assert desk.session.restore_settings.seed == 0


def test_that_a_photo_can_be_dropped(driver, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    _drop(driver.window, other)
    driver.wait(lambda: driver.project.photo.path == other)


def test_that_a_folder_without_photos_dropped_is_told_and_nothing_is_opened(driver, tmp_path, portrait):
    (tmp_path / "empty").mkdir()
    _drop(driver.window, tmp_path / "empty")
    assert driver.message.title == "No photos there"
    assert driver.project.photo.path == portrait


def test_that_mask_and_layout_are_opened_with_the_photo(open_session, portrait, tmp_path):
    mask = np.zeros((200, 240), np.bool_)
    mask[20:60, 30:90] = True
    write_mask(Mask.from_bool(mask), tmp_path / "mask.png")
    labels = np.full((256, 256), FaceClass.HAT, np.uint8)
    write_layout(Layout(labels), tmp_path / "layout.png")
    desk = open_session()
    desk.open(portrait, mask=tmp_path / "mask.png", layout=tmp_path / "layout.png")
    assert (desk.project.mask().restore == mask).all()
    assert (desk.document.work.layout.labels == FaceClass.HAT).all()


def test_that_a_mask_goes_out_and_comes_back_as_it_was(desk, tmp_path):
    desk.stroke((60, 60), (150, 90))
    coverage = desk.project.coverage.copy()
    desk.dialogs.path = tmp_path / "mask.png"
    desk.run("export_mask")
    assert (read_mask(tmp_path / "mask.png").coverage == coverage).all()
    desk.trigger("clear_mask")
    desk.run("import_mask")
    assert (desk.project.coverage == coverage).all()
    desk.trigger("undo")
    assert desk.document.mask_is_empty


def test_that_a_mask_of_another_size_is_refused_and_nothing_changes(desk, tmp_path):
    write_mask(Mask.from_bool(np.ones((7, 9), np.bool_)), tmp_path / "mask.png")
    desk.dialogs.path = tmp_path / "mask.png"
    desk.run("import_mask")
    assert desk.message.title == "The mask cannot be used"
    assert desk.document.mask_is_empty


def test_that_a_layout_goes_out_and_comes_back_as_it_was(desk, tmp_path):
    desk.run("predict_layout")
    labels = desk.document.work.layout.labels
    desk.dialogs.path = tmp_path / "layout.png"
    desk.run("save_layout")
    desk.trigger("undo")
    assert desk.document.work.layout is None
    desk.run("load_layout")
    assert (desk.document.work.layout.labels == labels).all()


def test_that_a_layout_of_an_unnamed_order_is_asked_about(desk, tmp_path):
    from PIL import Image

    path = tmp_path / "foreign.png"
    Image.fromarray(np.full((64, 64), 17, np.uint8)).save(path)
    desk.dialogs.path = path
    desk.run("load_layout")
    assert desk.document.work.layout is None
    choices = dict(desk.message.choices)
    choices["BiSeNet"]()
    desk.wait_idle()
    assert (desk.document.work.layout.labels == FaceClass.HAIR).all()


def _drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none))
