"""The preferences dialog, and what becomes of what is chosen in it."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialogButtonBox, QLabel, QSpinBox

from facerestore.editing.history import DEFAULT_LIMIT_BYTES
from facerestore.files.installed_weights import SETS, WEIGHTS_VARIABLE
from facerestore.inference.device_names import processor_name
from facerestore_gui.dialogs.preferences import PreferencesDialog
from facerestore_gui.document.preferences import Preferences, ThemeChoice
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from facerestore_gui.look.languages import install_language
from facerestore_gui.window import requests

pytestmark = pytest.mark.gui

UNUSUAL = Preferences(
    language="de",
    theme=ThemeChoice.DARK,
    save_format=".tif",
    save=SaveOptions(eight_bit=True, metadata=KeptMetadata.COLOUR, is_marked=False, has_record=False),
    device="cpu",
    threads=1,
    undo_mib=64,
    weights_set="public-domain",
)


def named(dialog, name, kind=QComboBox):
    return next(widget for widget in dialog.findChildren(kind) if widget.accessibleName() == name)


@pytest.mark.parametrize("value", [Preferences(), UNUSUAL, replace(UNUSUAL, undo_mib=300)])
def test_that_ok_without_a_change_changes_nothing(qtbot, value):
    dialog = PreferencesDialog(value, keeps_beside=False)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert (dialog.chosen, dialog.keeps_beside) == (value, False)


def test_that_the_defaults_come_back_with_their_button(qtbot):
    dialog = PreferencesDialog(UNUSUAL, keeps_beside=False)
    qtbot.addWidget(dialog)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    dialog.accept()
    assert (dialog.chosen, dialog.keeps_beside) == (Preferences(), True)


def test_that_every_field_is_read(qtbot):
    dialog = PreferencesDialog(Preferences())
    qtbot.addWidget(dialog)
    named(dialog, "Language").setCurrentText("Deutsch")
    named(dialog, "Theme").setCurrentText("Dark")
    named(dialog, "Format of restored photos").setCurrentText("TIFF")
    named(dialog, "Depth").setCurrentIndex(1)
    named(dialog, "Metadata").setCurrentIndex(1)
    named(dialog, "Networks run on").setCurrentText("Processor")
    named(dialog, "Cores", QSpinBox).setValue(1)
    named(dialog, "Memory for undo").setCurrentText("64 MiB")
    named(dialog, "Projects are kept").setCurrentIndex(1)
    named(dialog, "Set of networks").setCurrentIndex(1)
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(False)
    dialog.accept()
    assert (dialog.chosen, dialog.keeps_beside) == (UNUSUAL, False)


def test_that_the_devices_offered_are_those_that_are_there(qtbot):
    dialog = PreferencesDialog(Preferences(), devices=("auto", "cpu", "onnx", "directml"))
    qtbot.addWidget(dialog)
    box = named(dialog, "Networks run on")
    texts = [box.itemText(index) for index in range(box.count())]
    assert texts == [
        "The fastest that is there",
        "Processor",
        "Processor, by ONNX Runtime",
        "Graphics card (DirectML)",
    ]
    box.setCurrentIndex(3)
    dialog.accept()
    assert dialog.chosen.device == "directml"


def test_that_the_menu_opens_it_with_the_devices_of_this_computer(open_window, monkeypatch):
    monkeypatch.setattr(requests, "installed_devices", lambda: ("auto", "cpu", "cuda"))
    driver = open_window("OneFace")
    accept_with(driver, lambda dialog: named(dialog, "Networks run on").setCurrentIndex(2))
    assert driver.session.preferences.value.device == "cuda"


def test_that_what_the_networks_run_on_is_said_in_the_persons_language(qtbot, qapp):
    class Words(QTranslator):
        def translate(self, context, text, *more):
            return {"cpu ({library}, {count} threads)": "Prozessor ({library}, {count} Fäden)"}.get(text, text)

    words = Words()
    qapp.installTranslator(words)
    try:
        dialog = PreferencesDialog(Preferences(), device_name=processor_name("ONNX Runtime", 2))
    finally:
        qapp.removeTranslator(words)
    qtbot.addWidget(dialog)
    assert "Now: Prozessor (ONNX Runtime, 2 Fäden)" in [label.text() for label in dialog.findChildren(QLabel)]


def test_that_the_set_of_networks_is_said_to_be_of_the_next_start(qtbot):
    dialog = PreferencesDialog(Preferences())
    qtbot.addWidget(dialog)
    assert "Another set is used from the next start on" in [label.text() for label in dialog.findChildren(QLabel)]
    box = named(dialog, "Set of networks")
    assert [box.itemData(i) for i in range(box.count())] == ["", *SETS]
    box.setCurrentIndex(1)
    dialog.accept()
    assert dialog.chosen == Preferences(weights_set="public-domain")


def test_that_the_variable_is_said_to_win_over_the_set_of_networks_and_the_choice_is_kept(open_window, monkeypatch):
    monkeypatch.setenv(WEIGHTS_VARIABLE, "/mine/nets")
    driver = open_window("OneFace")
    driver.session.preferences.change(Preferences(weights_set="public-domain"))
    seen = []

    def look(dialog):
        seen.append(named(dialog, "Set of networks").isEnabled())
        seen.extend(label.text() for label in dialog.findChildren(QLabel) if "WEIGHTS" in label.text())

    accept_with(driver, look)
    assert seen == [False, "FACERESTORE_WEIGHTS is set, and wins: /mine/nets"]
    assert driver.session.preferences.value.weights_set == "public-domain"


_START = """
import sys
from PySide6.QtCore import QSettings
from facerestore.files.installed_weights import set_of, weights_folder
from facerestore_gui import application
QSettings("facerestore", "facerestore").setValue("preferences/weights_set", sys.argv[1])
def made(*arguments, **keywords):
    sys.exit(f"made with {set_of(weights_folder())}")
application.MainWindow = made
application.run([])
"""


@pytest.mark.parametrize(
    ("preferred", "named", "used"),
    [("public-domain", "", "public-domain"), ("", "", None), ("", "public-domain", "public-domain")],
)
def test_that_the_window_is_made_with_the_set_that_was_preferred_or_that_the_variable_names(preferred, named, used):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), WEIGHTS_VARIABLE: named}
    command = [sys.executable, "-c", _START, preferred]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert f"made with {used}" in done.stderr


def accept_with(driver, change):
    """Opens the dialog from the menu, changes it and presses OK."""

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreferencesDialog)
        change(dialog)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    QTimer.singleShot(0, answer)
    driver.trigger("preferences")


def test_that_photos_are_suggested_and_saved_as_preferred(open_window, portrait):
    driver = open_window("OneFace")
    accept_with(driver, lambda dialog: named(dialog, "Format of restored photos").setCurrentText("TIFF"))
    accept_with(driver, lambda dialog: dialog.findChildren(QCheckBox)[-1].setChecked(False))
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.path = portrait.with_name("saved.tif")
    driver.run("save_as")
    assert driver.dialogs.suggested.name == "portrait_restored.tif"
    assert driver.dialogs.path.exists()
    assert not driver.dialogs.path.with_suffix(".json").exists()


def test_that_a_change_makes_the_next_job_one_of_a_new_process(open_window, portrait, monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    driver = open_window("TellsThreads")
    driver.open(portrait)
    driver.run("predict_layout")
    worker = driver.session.worker
    first = worker.worker_pid
    assert worker.device_name == "fake with all threads"
    accept_with(driver, lambda dialog: named(dialog, "Cores", QSpinBox).setValue(1))
    assert worker.worker_pid == first, "what runs is left alone until there is work"
    driver.run("predict_layout")
    assert worker.worker_pid != first
    assert worker.device_name == "fake with 1 threads"
    assert driver.session.batch.worker.threads == 1


def test_that_another_preference_leaves_what_was_chosen_for_a_photo(open_window):
    driver = open_window("OneFace")
    chosen = driver.session.file_tasks.result_options = SaveOptions(quality=50, is_compressed=False)
    accept_with(driver, lambda dialog: named(dialog, "Memory for undo").setCurrentText("64 MiB"))
    assert driver.session.file_tasks.result_options == chosen


def test_that_memory_for_undo_is_the_histories(open_window, portrait):
    driver = open_window("OneFace")
    driver.open(portrait)
    document = driver.session.document
    assert document.history._limit_bytes == DEFAULT_LIMIT_BYTES
    accept_with(driver, lambda dialog: named(dialog, "Memory for undo").setCurrentText("64 MiB"))
    assert document.history._limit_bytes == 64 * 2**20
    driver.open(portrait)
    assert document.history._limit_bytes == 64 * 2**20


def test_that_projects_go_where_they_are_wanted(open_window, tmp_path):
    driver = open_window("OneFace", projects=tmp_path / "own")
    accept_with(driver, lambda dialog: named(dialog, "Projects are kept").setCurrentIndex(1))
    assert not driver.session.keeping.is_beside


def test_that_another_language_is_spoken_once_the_dialog_is_closed(open_window, qapp):
    driver = open_window("OneFace")
    accept_with(driver, lambda dialog: named(dialog, "Language").setCurrentText("Deutsch"))
    driver.wait(lambda: driver.window.language == "de")
    checked = [action.data() for action in driver.window.languages.menu.actions() if action.isChecked()]
    assert checked == ["de"]
    install_language(qapp, "en")
