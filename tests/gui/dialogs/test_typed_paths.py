"""Paths typed letter by letter: half of a path is no error."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QDialogButtonBox

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.dialogs.batch import BatchWindow
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.files.batch_control import BatchControl
from tests.support.pictures import noise_photo

pytestmark = pytest.mark.gui

paths = st.lists(st.sampled_from(["/", "\\", "~", ".", "..", "C:", " ", "a", "é", "b.png", ".tiff", "\0"]), max_size=6)


@pytest.fixture(scope="module")
def batch(qapp):
    window = BatchWindow(BatchControl(WorkerSettings()))
    yield window
    window.deleteLater()


@pytest.fixture(scope="module")
def save_as(qapp):
    photo = replace(noise_photo(), path=Path("a.png"))
    dialog = SaveAsDialog(Path("a_restored.png"), photo, SaveOptions(), None)
    yield dialog
    dialog.deleteLater()


def letters_of(parts):
    text = "".join(parts)
    return [text[:count] for count in range(len(text) + 1)]


@settings(deadline=None, max_examples=60)
@given(parts=paths)
@example(parts=["/a/b"])
@example(parts=["C:\\a"])
def test_that_results_are_suggested_beside_a_folder_typed_letter_by_letter_and_nowhere_else(batch, parts):
    for text in letters_of(parts):
        batch.photos._field.setText(text)
        has_name = Path(batch.photos.text).name not in ("", "..")
        assert batch.results.text == (f"{Path(batch.photos.text)}_restored" if has_name else "")


def test_that_results_the_person_named_stay_whatever_is_typed(batch):
    batch.results._field.setText("/results")
    for text in letters_of(["/scans"]):
        batch.photos._field.setText(text)
        assert batch.results.text == "/results"


@settings(deadline=None, max_examples=60)
@given(parts=paths)
@example(parts=["~nobody/a.png"])
def test_that_the_name_of_a_result_may_be_typed_letter_by_letter(save_as, parts):
    save = save_as._buttons.button(QDialogButtonBox.StandardButton.Save)
    for text in letters_of(parts):
        save_as._name.setText(text)
        assert save.isEnabled() == bool(save_as.path.name)
