"""The dialog that asks how a result is saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from tests.support.pictures import noise_photo

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(("name", "is_asked"), [("a.tif", True), ("a.png", True), ("a.webp", False), ("a.jpg", False)])
def test_that_only_formats_that_can_be_uncompressed_ask_for_it(qtbot, tmp_path: Path, name: str, is_asked: bool):
    dialog = SaveAsDialog(tmp_path / name, noise_photo(), SaveOptions(is_compressed=False), None)
    qtbot.addWidget(dialog)
    assert dialog.options.is_compressed != is_asked


def test_that_the_original_is_refused_before_anything_is_asked(qtbot, tmp_path: Path, monkeypatch):
    path, link = tmp_path / "a.png", tmp_path / "other.png"
    write_photo(noise_photo(), path)
    link.symlink_to(path)
    monkeypatch.setattr(SaveAsDialog, "_may_replace", lambda *_: pytest.fail("it asks whether to replace the original"))
    dialog = SaveAsDialog(tmp_path / "new.tif", read_photo(path), SaveOptions(), None)
    qtbot.addWidget(dialog)
    dialog._metadata.setCurrentIndex(1)
    save = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    for name in (path, link):
        dialog._name.setText(str(name))
        assert not save.isEnabled()
        assert "original" in dialog._note.text()
        dialog.accept()
        assert dialog.choice is None
    dialog._name.setText(str(tmp_path / "new.png"))
    assert save.isEnabled()
    dialog.accept()
    # what was set before is still set
    assert dialog.choice == (tmp_path / "new.png", SaveOptions(metadata=KeptMetadata.COLOUR))


@pytest.mark.parametrize("typed", ["", "/", " / ", "~", ".", ".."])
def test_that_a_name_that_is_none_waits_for_the_rest_of_it(qtbot, tmp_path: Path, typed: str):
    dialog = SaveAsDialog(tmp_path / "a.png", noise_photo(), SaveOptions(), None)
    qtbot.addWidget(dialog)
    dialog._name.setText(typed)
    if not dialog._buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled():
        dialog.accept()
        assert dialog.choice is None


def test_that_what_the_picture_is_not_stands_where_it_would_be_promised(qtbot, tmp_path: Path):
    dialog = SaveAsDialog(tmp_path / "a.png", noise_photo(), SaveOptions(), None, warning="Not all of it.")
    qtbot.addWidget(dialog)
    assert dialog._note.text() == "Not all of it."


def test_that_what_stays_as_it_was_is_neither_masked_nor_filled_by_hand(qtbot, tmp_path: Path):
    dialog = SaveAsDialog(tmp_path / "a.png", noise_photo(), SaveOptions(), None)
    qtbot.addWidget(dialog)
    assert "neither masked nor filled by hand stays as it was" in dialog._note.text()
