"""The dialog that asks how a result is saved."""

from pathlib import Path

import pytest

from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.document.save_options import SaveOptions
from tests.support.pictures import noise_photo

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(("name", "is_asked"), [("a.tif", True), ("a.png", True), ("a.webp", False), ("a.jpg", False)])
def test_that_only_formats_that_can_be_uncompressed_ask_for_it(qtbot, tmp_path: Path, name: str, is_asked: bool):
    dialog = SaveAsDialog(tmp_path / name, noise_photo(), SaveOptions(is_compressed=False), None)
    qtbot.addWidget(dialog)
    assert dialog.options.is_compressed != is_asked
