"""How a photo is viewed, in projects, journals, results and the filmstrip."""

import json

import numpy as np
import pytest
import tifffile
from left_journals import killed
from PySide6.QtWidgets import QMessageBox, QWidget

from facerestore.documents.project_file import read_framing, read_project
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box, Extent
from facerestore.values.photo import Photo
from facerestore_gui.dialogs.files import FileDialogs
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.framing import crop_photo, set_framing, straighten_photo
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.files.photo_list import PhotoList
from facerestore_gui.panels import filmstrip as filmstrip_module
from facerestore_gui.panels.filmstrip import Filmstrip

pytestmark = pytest.mark.gui

FRAMING = Framing(1, 0.0, Box(10, 20, 150, 220))


@pytest.fixture
def turned(desk):
    """A session with a result of the portrait, which is turned and cropped."""
    desk.session.tool_settings.choose(ToolKind.BRUSH)
    desk.stroke((100, 80), (140, 100))
    desk.generate()
    desk.wait_idle()
    set_framing(desk.document, "frame", FRAMING)
    yield desk
    desk.dialogs.options = None
    desk.session.file_tasks.result_options = SaveOptions()


def test_that_a_project_keeps_how_the_photo_is_viewed(turned, place, portrait):
    turned.dialogs.path = place
    turned.run("save_project")
    assert turned.document.unsaved_parts() == []
    assert read_framing(place) == (FRAMING, turned.project.photo.extent)
    turned.open(portrait)
    assert turned.project.framing == UNFRAMED
    turned.open_project(place)
    assert turned.project.framing == FRAMING
    assert turned.document.result_is_current


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_that_a_result_is_saved_as_viewed_only_where_that_is_asked_for(turned, tmp_path, suffix):
    turned.dialogs.path = tmp_path / f"lying{suffix}"
    turned.run("save_as")
    lying = read_photo(tmp_path / f"lying{suffix}").pixels
    assert lying.shape == turned.project.photo.pixels.shape
    turned.dialogs.path, turned.dialogs.options = tmp_path / f"viewed{suffix}", SaveOptions(is_framed=True)
    turned.run("save_as")
    viewed = read_photo(tmp_path / f"viewed{suffix}").pixels
    assert np.array_equal(viewed, np.rot90(lying, -1)[20:220, 10:150])
    assert json.loads((tmp_path / "viewed.json").read_text())["framing"]["crop_px"] == [10, 20, 150, 220]


def test_that_saving_again_follows_the_view(turned, tmp_path):
    turned.dialogs.path, turned.dialogs.options = tmp_path / "out.png", SaveOptions(is_framed=True)
    turned.run("save_as")
    turned.trigger("turn_right")
    turned.run("save")
    assert read_photo(tmp_path / "out.png").extent == Extent(200, 140)


def test_that_layers_are_saved_as_viewed_where_that_is_chosen(turned, tmp_path):
    turned.dialogs.path = tmp_path / "layers.tif"
    turned.dialogs.is_framed = True
    turned.run("save_layers")
    with tifffile.TiffFile(tmp_path / "layers.tif") as pages:
        assert pages.pages[0].shape == (200, 140, 3)


def test_that_an_exported_mask_lies_as_the_scan_does(turned, tmp_path):
    turned.dialogs.path = tmp_path / "mask.png"
    turned.run("export_mask")
    assert read_photo(tmp_path / "mask.png").extent == turned.project.photo.extent


def test_that_a_killed_window_loses_no_turn_and_no_crop_that_was_dragged(journalled_desk, open_session, root):
    desk = journalled_desk
    desk.trigger("turn_left")
    straighten_photo(desk.document, 2.0)
    desk.run("predict_layout")
    for right in (150, 140, 130):
        crop_photo(desk.document, desk.project.framing, Box(20, 40, right, 200), gesture=7)
    desk.document.end_gesture()
    desk.stroke((60, 60), (80, 80))
    left = killed(desk, root)
    second = open_session(journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait_idle()
    assert second.project.framing == desk.project.framing == Framing(3, 2.0, Box(20, 40, 130, 200))
    assert (second.project.coverage == desk.project.coverage).all()
    assert second.project.faces[0].layout is not None


@pytest.mark.parametrize(
    ("framing", "words"),
    [
        (Framing(3), "As viewed: turned by -90\N{DEGREE SIGN}, 200 x 240"),
        (Framing(0, -1.5, Box(40, 40, 100, 90)), "As viewed: straightened by -1.50\N{DEGREE SIGN}, 60 x 50"),
    ],
)
def test_that_the_dialog_offers_the_view_in_words(qtbot, tmp_path, framing, words):
    photo = Photo(np.zeros((200, 240, 3), np.uint8))
    dialog = SaveAsDialog(tmp_path / "new.png", photo, SaveOptions(), None, framing=framing)
    qtbot.addWidget(dialog)
    assert dialog._form.isRowVisible(dialog._view)
    assert not dialog.options.is_framed
    dialog._view.setCurrentIndex(1)
    assert dialog._view.currentText() == words
    assert dialog.options.is_framed
    assert ("bit for bit" in dialog._note.text()) == framing.is_lossless
    assert ("resamples" in dialog._note.text()) != framing.is_lossless


def test_that_the_dialog_does_not_ask_where_the_photo_lies_as_scanned(qtbot, tmp_path):
    photo = Photo(np.zeros((20, 24, 3), np.uint8))
    dialog = SaveAsDialog(tmp_path / "new.png", photo, SaveOptions(is_framed=True), None)
    qtbot.addWidget(dialog)
    assert not dialog._form.isRowVisible(dialog._view)
    assert not dialog.options.is_framed


@pytest.mark.parametrize(("answer", "is_framed"), [("As viewed", True), ("As the scan lies", False)])
def test_that_it_is_asked_how_layers_lie(qtbot, tmp_path, monkeypatch, answer, is_framed):
    window = QWidget()
    qtbot.addWidget(window)
    dialogs = FileDialogs(window)
    monkeypatch.setattr(dialogs, "_save", lambda *_: tmp_path / "a.ora")

    def chosen(box):
        next(button for button in box.buttons() if button.text() == answer).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", chosen)
    assert dialogs.save_layers(tmp_path / "a.ora", Framing(1)) == (tmp_path / "a.ora", is_framed)


def test_that_the_filmstrip_shows_a_photo_as_its_project_says_and_then_as_it_is_viewed(qtbot, tmp_path, turned):
    pixels = np.zeros((300, 400, 3), np.uint8)
    pixels[:150], pixels[150:] = (250, 0, 0), (0, 0, 250)
    path = tmp_path / "scan.png"
    write_photo(Photo(pixels), path)
    document = Document()
    photos = PhotoList(document)
    strip = Filmstrip(photos)
    strip.document = document
    qtbot.addWidget(strip)
    strip.resize(400, 120)
    photos.list_photos([path])
    strip.show()

    def picture():
        return strip.item(0).data(filmstrip_module._PICTURE)

    qtbot.waitUntil(lambda: bool(picture()))
    assert picture().width() > picture().height()
    photos.note_framing(path, Framing(1), Extent(400, 300))
    qtbot.waitUntil(lambda: bool(picture()) and picture().width() < picture().height())
    # what was up is at the right
    left, right = (picture().pixelColor(x, picture().height() // 2) for x in (3, picture().width() - 4))
    assert (left.blue(), right.red()) > (200, 200)
    photos.note_framing(path, Framing(0, 0.0, Box(0, 0, 400, 150)), Extent(400, 300))
    qtbot.waitUntil(lambda: bool(picture()) and picture().width() > 2 * picture().height())
    assert picture().pixelColor(10, picture().height() - 2).red() > 200
    strip.close_pool()


def test_that_the_filmstrip_reads_the_view_of_a_kept_project(turned, place, qtbot):
    kept = turned.project.photo.path.with_suffix(".facerestore")
    turned.dialogs.path = kept
    turned.run("save_project_as")
    assert read_project(kept)[0].framing == FRAMING
    framing = filmstrip_module.project_calculations.framing_for(turned.project.photo.path, None)
    assert framing == (FRAMING, turned.project.photo.extent)
    picture = filmstrip_module._picture(turned.project.photo.path, framing)
    assert picture.width() / picture.height() == pytest.approx(140 / 200, abs=0.03)
