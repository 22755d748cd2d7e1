"""Save as, drops and the filmstrip in the real window."""

import json
import zipfile

import cv2
import numpy as np
import pytest
import tifffile
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolTip

from facerestore.files.layout_file import write_layout
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore_gui.background.project_calculations import work_on
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.document.document import Document
from facerestore_gui.document.photo_work import PhotoWork
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.files.photo_list import PhotoList, photos_of
from facerestore_gui.panels import filmstrip
from facerestore_gui.panels.filmstrip import Filmstrip
from facerestore_resources.face_classes import FaceClass

pytestmark = pytest.mark.gui
DEFAULTS = SaveOptions()


def drop(driver, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    driver.window.dropEvent(event)
    driver.wait_idle()
    driver.qtbot.wait(20)
    driver.wait_idle()


def grey(path, value=77, shape=(50, 60)):
    write_photo(Photo(np.full(shape, value, np.uint8)), path)
    return path


class TestSaveAs:
    @pytest.fixture
    def deep(self):
        return Photo(np.zeros((4, 4), np.uint16))

    @pytest.fixture
    def dialog(self, qtbot, tmp_path):
        def make(photo, name="a_restored.png", options=DEFAULTS):
            dialog = SaveAsDialog(tmp_path / name, photo, options)
            qtbot.addWidget(dialog)
            return dialog

        return make

    def test_that_the_format_follows_the_name_and_the_name_the_format(self, dialog, deep, tmp_path):
        asked = dialog(deep)
        asked._format.setCurrentIndex(asked._format.findData(".tif"))
        assert asked.path == tmp_path / "a_restored.tif"
        asked._name.setText(str(tmp_path / "b.JPEG"))
        assert asked._format.currentData() == ".jpg"
        asked._name.setText(str(tmp_path / "c.v2"))
        assert asked.path == tmp_path / "c.v2.jpg"

    def test_that_a_format_of_eight_bits_says_so_and_others_keep_sixteen(self, dialog, deep):
        asked = dialog(deep)
        assert not asked.options.eight_bit
        assert "bit for bit" in asked._note.text()
        assert asked._quality.isHidden()
        asked._format.setCurrentIndex(asked._format.findData(".webp"))
        assert asked.options.eight_bit
        assert "rounded" in asked._note.text()
        asked._format.setCurrentIndex(asked._format.findData(".jpg"))
        assert "every pixel" in asked._note.text()
        assert not asked._quality.isHidden()

    def test_that_jpeg_is_not_offered_to_a_photo_with_transparency(self, dialog):
        pixels = np.zeros((4, 4), np.uint8)
        assert dialog(Photo(pixels, pixels.copy()))._format.findData(".jpg") < 0

    def test_that_it_begins_as_the_last_time(self, dialog, deep):
        options = SaveOptions(True, KeptMetadata.COLOUR, 80, is_marked=False, has_record=False)
        assert dialog(deep, options=options).options == options

    def test_that_a_file_is_replaced_only_when_the_person_says_so(self, dialog, deep, tmp_path, monkeypatch):
        grey(tmp_path / "a_restored.png")
        answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
        monkeypatch.setattr(QMessageBox, "question", lambda *rest: answers.pop(0))
        asked = dialog(deep)
        asked.accept()
        assert asked.choice is None
        asked.accept()
        assert asked.choice == (tmp_path / "a_restored.png", SaveOptions())

    def test_that_a_name_is_browsed_for(self, dialog, deep, tmp_path, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *rest, **more: (str(tmp_path / "b.tif"), ""))
        asked = dialog(deep)
        asked._browse()
        assert asked._format.currentData() == ".tif"

    def test_that_all_widgets_have_names(self, dialog, deep):
        asked = dialog(deep)
        for widget in (asked._name, asked._format, asked._depth, asked._quality, asked._metadata):
            assert widget.accessibleName()


@pytest.fixture
def deep_result(driver, tmp_path):
    """A result of a 16-bit photo with metadata."""
    pixels = driver.project.photo.pixels.astype(np.uint16) * 256 + 3
    metadata = PhotoMetadata(xmp=b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>', dpi=(300.0, 300.0))
    write_photo(Photo(pixels, metadata=metadata), tmp_path / "deep.png")
    driver.open(tmp_path / "deep.png")
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    return driver


def saved(driver, path, options):
    driver.dialogs.path, driver.dialogs.options = path, options
    driver.run("save_as")
    return read_photo(path)


class TestWhatIsSaved:
    def test_that_depth_metadata_mark_and_record_are_kept_by_default(self, deep_result, tmp_path):
        photo = saved(deep_result, tmp_path / "out.png", SaveOptions())
        keep = ~deep_result.project.mask().restore
        assert (photo.pixels[keep] == deep_result.project.photo.pixels[keep]).all()
        assert b"compositeWithTrainedAlgorithmicMedia" in photo.metadata.xmp
        assert json.loads((tmp_path / "out.json").read_text())["kept_pixels_exact"]

    def test_that_sixteen_bits_become_the_nearest_eight(self, deep_result, tmp_path):
        photo = saved(deep_result, tmp_path / "out.png", SaveOptions(eight_bit=True))
        exact = deep_result.document.result.restoration.photo.pixels / 257
        assert np.abs(photo.pixels - exact).max() <= 0.5
        assert not json.loads((tmp_path / "out.json").read_text())["kept_pixels_exact"]

    def test_that_metadata_mark_and_record_can_be_left_out(self, deep_result, tmp_path):
        options = SaveOptions(metadata=KeptMetadata.COLOUR, is_marked=False, has_record=False)
        photo = saved(deep_result, tmp_path / "out.tif", options)
        assert photo.metadata.xmp is None
        assert photo.metadata.dpi == (300.0, 300.0)
        assert not (tmp_path / "out.json").exists()

    def test_that_a_sixteen_bit_photo_can_be_a_jpeg(self, deep_result, tmp_path):
        options = SaveOptions(eight_bit=True, quality=60)
        assert saved(deep_result, tmp_path / "out.jpg", options).bits == 8

    def test_that_saving_again_asks_nothing_and_does_the_same(self, deep_result, tmp_path):
        saved(deep_result, tmp_path / "out.png", SaveOptions(eight_bit=True))
        (tmp_path / "out.png").unlink()
        deep_result.dialogs.path = None
        deep_result.run("save")
        assert read_photo(tmp_path / "out.png").bits == 8


@pytest.mark.parametrize("suffix", ["ora", "tif"])
def test_that_layers_are_saved_whose_scan_and_patches_are_the_result(deep_result, tmp_path, suffix):
    deep_result.dialogs.path = tmp_path / f"layers.{suffix}"
    deep_result.run("save_layers")
    result = deep_result.document.result.restoration
    if suffix == "tif":
        with tifffile.TiffFile(tmp_path / "layers.tif") as file:
            flat, scan, *patches = (page.asarray() for page in file.pages)
    else:
        with zipfile.ZipFile(tmp_path / "layers.ora") as archive:
            names = sorted(name for name in archive.namelist() if name.startswith("data/"))
            flat, scan = (in_rgb(archive.read(name)) for name in ("mergedimage.png", names[0]))
            patches = names[1:]
    np.testing.assert_array_equal(flat, result.photo.pixels)
    np.testing.assert_array_equal(scan, deep_result.project.photo.pixels)
    assert len(patches) >= 3, "a patch, the mask and the layout of the face"


def test_that_layers_of_another_kind_are_refused_with_what_to_do(deep_result, tmp_path):
    deep_result.dialogs.path = tmp_path / "layers.psd"
    deep_result.run("save_layers")
    assert ".ora" in deep_result.message.text
    assert not (tmp_path / "layers.psd").exists()


def in_rgb(png):
    return cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)[..., ::-1]


class TestDrops:
    def test_that_a_mask_of_the_photos_size_is_taken_as_its_mask(self, driver, tmp_path, portrait):
        mask = np.zeros((200, 240), np.bool_)
        mask[20:60, 30:90] = True
        write_mask(Mask.from_bool(mask), tmp_path / "mask.png")
        drop(driver, tmp_path / "mask.png")
        assert driver.project.photo.path == portrait
        assert (driver.project.mask().restore == mask).all()
        driver.trigger("undo")
        assert driver.document.mask_is_empty

    def test_that_a_layout_is_taken_as_the_faces_layout(self, driver, tmp_path, portrait):
        write_layout(Layout(np.full((256, 256), FaceClass.HAT, np.uint8)), tmp_path / "layout.png")
        drop(driver, tmp_path / "layout.png")
        assert driver.project.photo.path == portrait
        assert (driver.document.work.layout.labels == FaceClass.HAT).all()

    @pytest.mark.parametrize("shape", [(200, 240), (50, 60)])
    def test_that_a_photo_is_opened_whatever_its_size(self, driver, tmp_path, shape):
        drop(driver, grey(tmp_path / "other.png", shape=shape))
        assert driver.project.photo.path == tmp_path / "other.png"

    def test_that_a_project_is_opened(self, driver, tmp_path, portrait):
        driver.click(60, 60)
        driver.dialogs.path = tmp_path / "a.facerestore"
        driver.run("save_project")
        driver.open(grey(tmp_path / "other.png"))
        drop(driver, tmp_path / "a.facerestore")
        assert driver.project.photo.path == portrait

    def test_that_a_damaged_picture_is_a_message(self, driver, tmp_path, portrait):
        (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
        drop(driver, tmp_path / "bad.png")
        assert driver.message.title == "The photo cannot be opened"
        assert driver.project.photo.path == portrait

    def test_that_several_photos_and_folders_become_a_filmstrip(self, driver, tmp_path):
        folder = tmp_path / "folder"
        folder.mkdir()
        paths = [grey(folder / "b.png"), grey(folder / "a.png"), grey(tmp_path / "c.png")]
        drop(driver, folder, paths[2])
        assert driver.session.photos.paths == (folder / "a.png", folder / "b.png", tmp_path / "c.png")
        assert driver.project.photo.path == folder / "a.png"
        assert driver.window.filmstrip.isVisible()


def shown_strip(qtbot, width):
    """A list of photos, and the strip that shows it."""
    document = Document()
    photos = PhotoList(document)
    strip = Filmstrip(photos)
    qtbot.addWidget(strip)
    strip.document = document  # the owner of both, which nobody else holds
    strip.resize(width, 120)
    strip.show()
    return photos, strip


class TestFilmstrip:
    @pytest.fixture
    def folder(self, tmp_path):
        folder = tmp_path / "folder"
        folder.mkdir()
        for name in ("A.png", "b.png", "c.png"):
            grey(folder / name)
        for name in ("b_mask.png", "c_restored.png", ".hidden.png"):
            grey(folder / name)
        (folder / "notes.txt").write_text("no photo")
        return folder

    def test_that_masks_and_results_are_not_photos_of_their_own(self, folder):
        assert [path.name for path in photos_of([folder])] == ["A.png", "b.png", "c.png"]
        grey(folder / "lonely_mask.png")
        assert folder / "lonely_mask.png" in photos_of([folder])
        assert photos_of([folder / "missing"]) == []

    def test_that_the_files_beside_a_photo_say_how_far_it_is(self, folder):
        works = [work_on(folder / name, None) for name in ("A.png", "b.png", "c.png")]
        assert works == [PhotoWork.UNTOUCHED, PhotoWork.MASKED, PhotoWork.SAVED]

    def test_that_a_project_says_how_far_its_photo_is(self, driver, folder):
        photo = folder / "A.png"
        driver.open(photo)
        driver.stroke((10, 10), (20, 10))
        driver.dialogs.path = folder / "A.facerestore"
        driver.run("save_project_as")
        assert work_on(photo, None) is PhotoWork.MASKED
        driver.generate()
        driver.wait_idle()
        driver.run("save_project")
        assert work_on(photo, None) is PhotoWork.RESTORED
        driver.dialogs.path = folder / "A_restored.png"
        driver.run("save_as")
        assert work_on(photo, None) is PhotoWork.SAVED

    def test_that_marks_are_told_apart_without_their_colour(self, monkeypatch):
        monkeypatch.setattr(filmstrip, "_COLOURS", dict.fromkeys(filmstrip._COLOURS, QColor("gray")))
        seen = [filmstrip._framed(QImage(), work).toImage() for work in PhotoWork]
        assert all(one != other for number, one in enumerate(seen) for other in seen[:number])

    def test_that_the_tip_of_a_photo_says_how_far_it_is_and_what_the_marks_mean(self, driver, folder):
        driver.dialogs.path = folder
        driver.run("open_folder")
        strip = driver.window.filmstrip
        driver.wait(lambda: all(": " in strip.item(row).toolTip().splitlines()[0] for row in range(3)))
        assert strip.item(1).toolTip().startswith("b.png: has a mask\n")
        assert strip.item(0).toolTip().startswith("A.png: nothing done yet\n")
        assert strip.item(2).toolTip().startswith("c.png: restored and saved\n")
        assert all("tick: saved" in strip.item(row).toolTip() for row in range(3))

    def test_that_a_tip_covers_no_photo_of_the_strip(self, driver, folder):
        driver.dialogs.path = folder
        driver.run("open_folder")
        strip = driver.window.filmstrip
        driver.wait(lambda: "nothing" in strip.item(0).toolTip())
        place = strip.visualItemRect(strip.item(0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, strip.viewport().mapToGlobal(place))
        QApplication.sendEvent(strip.viewport(), event)
        driver.wait(QToolTip.isVisible)
        (tip,) = (one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible())
        strip_on_screen = QRect(strip.mapToGlobal(QPoint(0, 0)), strip.size())
        assert not tip.geometry().intersects(strip_on_screen)
        QToolTip.hideText()

    def test_that_one_goes_through_a_folder(self, driver, folder):
        driver.dialogs.path = folder
        driver.run("open_folder")
        assert driver.project.photo.path == folder / "A.png"
        actions = driver.window.actions_table.by_name
        assert not actions["previous_photo"].isEnabled()
        driver.run("next_photo")
        driver.run("next_photo")
        assert driver.project.photo.path == folder / "c.png"
        assert not actions["next_photo"].isEnabled()
        driver.run("previous_photo")
        assert driver.window.filmstrip.currentItem().text() == "b.png"

    def test_that_unsaved_work_is_asked_about_on_the_way_and_staying_stays(self, driver, folder):
        driver.dialogs.path = folder
        driver.run("open_folder")
        driver.click(20, 20)
        driver.dialogs.answer = "stay"
        strip = driver.window.filmstrip
        strip.itemClicked.emit(strip.item(2))
        assert driver.dialogs.asked
        assert driver.project.photo.path == folder / "A.png"
        assert strip.currentItem().text() == "A.png"

    def test_that_a_photos_project_is_opened_rather_than_the_photo(self, driver, folder):
        driver.dialogs.path = folder
        driver.run("open_folder")
        driver.click(20, 20)
        driver.dialogs.path = folder / "A.facerestore"
        driver.run("save_project")
        driver.wait(lambda: "has a mask" in driver.window.filmstrip.item(0).toolTip())
        driver.run("next_photo")
        driver.run("previous_photo")
        assert driver.document.project_file == folder / "A.facerestore"
        assert not driver.document.mask_is_empty

    def test_that_it_is_hidden_and_shown(self, driver, folder):
        driver.dialogs.path = folder
        driver.run("open_folder")
        driver.trigger("show_filmstrip")
        assert not driver.window.filmstrip.isVisible()
        driver.trigger("show_filmstrip")
        assert driver.window.filmstrip.isVisible()

    def test_that_only_pictures_in_sight_are_loaded(self, qtbot, tmp_path):
        for number in range(30):
            grey(tmp_path / f"{number:02d}.png", shape=(5, 5))
        photos, strip = shown_strip(qtbot, 460)
        photos.list_photos([tmp_path])
        photos.set_open(tmp_path / "29.png")
        qtbot.waitUntil(lambda: isinstance(strip.item(29).data(257), QImage))
        qtbot.wait(100)
        assert strip.item(15).data(257) is None
        strip.close_pool()

    def test_that_pictures_are_loaded_in_the_background_and_bad_ones_hurt_nobody(self, qtbot, folder):
        (folder / "d.jpg").write_bytes(b"rubbish")
        photos, strip = shown_strip(qtbot, 800)
        assert photos.list_photos([folder])
        qtbot.waitUntil(lambda: all(isinstance(strip.item(row).data(257), QImage) for row in range(4)))
        assert not strip.item(0).data(257).isNull()
        assert strip.item(3).data(257).isNull()
        assert not photos.list_photos([folder / "missing"])
        assert strip.count() == 4
        strip.close_pool()


class TestWhatIsNotInThePicture:
    """It is said before and when it is saved."""

    def test_a_result_that_is_older_than_the_mask_is_called_so(self, driver, tmp_path):
        driver.click(120, 100)
        driver.generate()
        driver.wait_idle()
        driver.dialogs.path = tmp_path / "one.png"
        driver.run("save_as")
        assert driver.dialogs.warning == ""
        driver.trigger("undo")
        driver.run("save_as")
        assert "changed since this result was made" in driver.dialogs.warning
        driver.run("save")
        driver.wait(lambda: driver.message.title == "Saved as it is in sight")

    def test_what_is_masked_and_not_generated_is_called_so(self, driver, tmp_path):
        driver.session.tool_settings.choose(ToolKind.HEAL)
        driver.stroke((60, 60), (80, 60))
        driver.wait_idle()
        driver.dialogs.path = tmp_path / "two.png"
        driver.run("save_as")
        assert driver.dialogs.warning == ""
        driver.session.tool_settings.choose(ToolKind.BRUSH)
        driver.stroke((120, 100), (130, 100))
        driver.run("save_as")
        assert "What is masked is not restored in it" in driver.dialogs.warning

    def test_generating_with_nothing_masked_gives_the_photo_back(self, driver):
        driver.click(120, 100)
        driver.generate()
        driver.wait_idle()
        while not driver.document.mask_is_empty:
            driver.trigger("undo")
        driver.trigger("generate")
        driver.wait(lambda: driver.message.title == "Nothing is masked any more")
        assert driver.document.result is None
        assert not driver.document.has_changes
        assert len(driver.session.results.kept.results) == 1, "it can be returned to"
