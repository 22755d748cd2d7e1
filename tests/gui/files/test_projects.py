"""Projects in the real window: saved, opened, refused; the photo found again."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from facerestore.documents.project_file import read_project
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.files.recent_files import RecentFiles
from facerestore_gui.tasks.messages import Tone
from facerestore_gui.window.recent_menu import RecentMenu
from facerestore_resources.face_classes import FaceClass

pytestmark = pytest.mark.gui


@pytest.fixture
def worked_on(driver, place):
    """A photo with a mask, a painted layout and a result, saved as a project."""
    driver.stroke((100, 80), (140, 120))
    driver.run("predict_layout")
    settings = driver.session.tool_settings
    settings.choose(ToolKind.PAINT)
    settings.choose_class(FaceClass.GLASSES)
    driver.stroke((100, 96), (140, 96))
    driver.generate(seed=5)
    driver.wait_idle()
    driver.dialogs.path = place
    driver.run("save_project")
    return driver


def test_that_a_project_saved_and_opened_gives_the_same_document(worked_on, place, other, portrait):
    driver = worked_on
    before, result, work = driver.project, driver.document.result, driver.document.work
    assert driver.document.unsaved_parts() == []
    driver.open(other)
    driver.session.restore_settings.set_seed(0)
    driver.open_project(place)
    assert driver.project.photo.path == portrait
    assert (driver.project.coverage == before.coverage).all()
    assert (driver.document.work.layout.labels == work.layout.labels).all()
    assert (driver.document.work.predicted.labels == work.predicted.labels).all()
    again = driver.document.result
    assert (again.restoration.photo.pixels == result.restoration.photo.pixels).all()
    assert (again.seed, driver.session.restore_settings.seed) == (5, 5)
    assert driver.document.result_is_current
    assert driver.document.unsaved_parts() == []
    assert driver.window.windowTitle().startswith("work.facerestore")
    assert driver.document.history.undo_label is None
    driver.trigger("reset_layout")
    assert (driver.document.work.layout.labels == work.predicted.labels).all()


def test_that_the_result_of_an_opened_project_is_saved_like_the_first_time(worked_on, place, other, tmp_path):
    driver = worked_on
    driver.dialogs.path = tmp_path / "first.png"
    driver.run("save_as")
    driver.open(other)
    driver.open_project(place)
    driver.dialogs.path = tmp_path / "again.png"
    driver.run("save_as")
    first, again = (read_photo(tmp_path / f"{name}.png") for name in ("first", "again"))
    assert (first.pixels == again.pixels).all()
    records = [(tmp_path / f"{name}.json").read_text() for name in ("first", "again")]
    assert records[0].replace("first.png", "again.png") == records[1]


def test_that_a_project_is_saved_where_it_was_without_asking(worked_on, place):
    driver = worked_on
    driver.dialogs.path = None
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.click(30, 160)
    assert driver.document.unsaved_parts() == ["changes to the mask"]
    driver.run("save_project")
    assert driver.document.unsaved_parts() == []
    assert read_project(place)[0].coverage[160, 30]
    driver.click(60, 160)
    driver.trigger("undo")
    assert driver.document.unsaved_parts() == []
    driver.trigger("undo")
    assert driver.document.unsaved_parts()


def test_that_an_edit_during_the_saving_is_still_to_be_saved(desk, place):
    desk.click(60, 60)
    desk.dialogs.path = place
    desk.trigger("save_project")
    desk.click(30, 160)
    desk.wait_idle()
    assert desk.document.unsaved_parts() == ["changes to the mask"]
    assert not read_project(place)[0].coverage[160, 30]


@pytest.mark.parametrize("fault", ["truncated", "foreign", "empty", "rubbish in it"])
def test_that_a_bad_project_is_a_message_and_the_old_one_stays(worked_on, place, tmp_path, fault, portrait):
    driver, bad = worked_on, tmp_path / "bad.facerestore"
    content = place.read_bytes()
    bad.write_bytes(
        {
            "truncated": content[: len(content) // 2],
            "foreign": portrait.read_bytes(),
            "empty": b"",
            "rubbish in it": content.replace(b"facerestore-project/", b"facerestore-project/".swapcase()),
        }[fault]
    )
    project, coverage = driver.project, driver.project.coverage.copy()
    driver.open_project(bad)
    assert driver.message.title == "The project cannot be opened"
    assert driver.message.text.startswith("bad.facerestore: ")
    assert driver.project is project
    assert (project.coverage == coverage).all()


def test_that_a_photo_that_moved_with_its_project_is_found_beside_it(worked_on, place, portrait, tmp_path, other):
    driver = worked_on
    driver.open(other)
    there = tmp_path / "there"
    there.mkdir()
    for path in (place, portrait):
        shutil.move(path, there)
    driver.open_project(there / place.name)
    assert driver.project.photo.path == there / portrait.name
    assert driver.document.result is not None


def test_that_a_photo_that_is_gone_is_asked_for(worked_on, place, portrait, tmp_path, other):
    driver = worked_on
    driver.open(other)
    (tmp_path / "far").mkdir()
    moved = shutil.move(portrait, tmp_path / "far" / "renamed.png")
    driver.open_project(place)
    assert driver.message.title == "The project's photo is not where it was"
    assert driver.project.photo.path == other
    driver.dialogs.path = moved
    dict(driver.message.choices)["Find the photo..."]()
    driver.wait_idle()
    assert driver.dialogs.suggested == "portrait.png"
    assert driver.project.photo.path == moved
    assert driver.document.project_file == place


def test_that_a_photo_that_changed_is_told_and_opened_only_when_wanted(worked_on, place, portrait, other):
    driver = worked_on
    driver.open(other)
    pixels = read_photo(portrait).pixels.copy()
    pixels[0, 0] ^= 1
    write_photo(Photo(pixels), portrait, overwrite=True)
    driver.open_project(place)
    assert driver.message.title == "The project's photo has changed"
    assert driver.project.photo.path == other
    dict(driver.message.choices)["Open it anyway"]()
    driver.wait_idle()
    assert (driver.project.photo.pixels == pixels).all()
    assert not driver.document.mask_is_empty


def test_that_a_photo_of_another_size_cannot_take_the_place(worked_on, place, portrait, other):
    driver = worked_on
    driver.open(other)
    write_photo(Photo(np.zeros((7, 9), np.uint8)), portrait, overwrite=True)
    driver.open_project(place)
    assert driver.message.title == "The photo does not fit the project"
    assert driver.message.tone is Tone.ALARM
    assert [text for text, _ in driver.message.choices] == ["Find another..."]


def test_that_a_project_that_cannot_be_written_is_a_message_and_stays_unsaved(desk, portrait):
    desk.click(60, 60)
    desk.dialogs.path = portrait.parent / "no such folder" / "a.facerestore"
    desk.run("save_project")
    assert desk.message.tone is Tone.ALARM
    assert desk.document.unsaved_parts() == ["changes to the mask"]
    assert desk.document.project_file is None


def test_that_undo_and_redo_of_everything_leave_the_tool_alone(driver):
    settings = driver.session.tool_settings
    nose = tuple(driver.document.work.face.points_photo[2])
    driver.click(60, 60)
    settings.choose(ToolKind.POINTS)
    driver.stroke(nose, (nose[0] + 9, nose[1] + 6), (nose[0] + 20, nose[1] + 12))
    driver.run("predict_layout")
    settings.choose(ToolKind.FILL)
    settings.choose_class(FaceClass.HAT)
    driver.click(120, 95)
    driver.trigger("clear_mask")
    driver.trigger("remove_face")
    settings.choose(ToolKind.PICK)
    diameter, face_class = settings.brush_diameter_px, settings.face_class
    labels = []
    for name in ["undo"] * 6 + ["redo"] * 6:
        labels.append(driver.window.actions_table.by_name["undo"].text())
        driver.trigger(name)
        assert (settings.kind, settings.face_class) == (ToolKind.PICK, face_class)
        assert settings.brush_diameter_px == diameter
    # one drag is one step
    assert len(set(labels[:6])) == 6


def test_that_recent_files_are_remembered_latest_first_and_no_more_than_ten(qtbot, tmp_path):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    kept, opened = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat), []
    recent = RecentFiles(kept, parent)
    for number in [*range(12), 5]:
        recent.note(tmp_path / f"{number} & co.png")
    kept.sync()
    again = RecentFiles(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat), parent)
    assert [path.name.split()[0] for path in again.paths] == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    RecentMenu(again, opened.append, parent).actions()[0].trigger()
    assert opened == [tmp_path / "5 & co.png"]
    again.forget()
    assert again.paths == []


def test_that_photos_and_projects_are_noted_as_recent(worked_on, place, portrait, other):
    driver = worked_on
    driver.open(other)
    driver.open_project(place)
    assert driver.session.recent.paths[:3] == [place, other, portrait]


def test_that_saving_without_the_photo_says_that_nothing_was_saved(desk, portrait, tmp_path):
    desk.click(60, 60)
    portrait.unlink()
    desk.dialogs.path = tmp_path / "work.facerestore"
    desk.run("save_project")
    assert desk.message.title == "The file cannot be saved"
    assert "no longer where it was" in desk.message.text
    assert not desk.dialogs.path.exists()
    assert desk.document.unsaved_parts()


def test_that_a_project_that_cannot_be_written_stays_unsaved(desk, tmp_path):
    desk.click(60, 60)
    (tmp_path / "work.facerestore").mkdir()
    desk.dialogs.path = tmp_path / "work.facerestore"
    desk.run("save_project")
    assert desk.message.title == "The file cannot be saved"
    assert desk.document.unsaved_parts()


def test_that_a_photo_that_is_open_is_not_held_twice_unless_its_file_was_written_since(worked_on, place, portrait):
    driver = worked_on
    photo = driver.project.photo
    driver.open_project(place)
    assert driver.project.photo is photo
    other = Photo(255 - photo.pixels)
    write_photo(other, portrait, overwrite=True)
    driver.run("save_project")
    driver.open_project(place)
    assert (driver.project.photo.pixels == other.pixels).all()
