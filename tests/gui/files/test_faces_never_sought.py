"""A photo that was left before its faces were found has them looked for when somebody comes back to it."""

import json
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
from fake_restorer import HOLD
from left_journals import in_the_journal, killed

from facerestore.documents.project_file import read_project
from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.files.project_keeping import KeepState

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Nobody waits for three seconds."""
    monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 0.05)


@pytest.fixture
def place(portrait):
    return portrait.with_suffix(".facerestore")


@pytest.fixture
def hold(tmp_path, monkeypatch):
    """While this file is there, faces are looked for and not found."""
    hold = tmp_path / "hold"
    hold.touch()
    monkeypatch.setenv(HOLD, str(hold))
    return hold


@pytest.fixture
def early(open_session, tmp_path, root, portrait, hold):
    """A session that keeps projects, in which somebody painted while faces were being looked for in the portrait."""
    early = open_session("HeldSearch", projects=tmp_path / "own", journals=root)
    early.session.files.open_file(portrait)
    paint_while_looking(early)
    return early


def paint_while_looking(driver):
    driver.wait(lambda: driver.session.file_tasks.is_finding_faces)
    driver.session.tool_settings.set_brush_diameter(40)
    driver.stroke((100, 100), (140, 100))
    assert driver.project.faces == ()


def opened(driver, path):
    """Open a photo, and look for its faces to the end."""
    driver.session.files.open_file(path)
    driver.wait(lambda: driver.project is not None and driver.project.photo.path == path)
    let_search_end()
    driver.wait_idle()


def let_search_end():
    Path(os.environ.get(HOLD, "nowhere")).unlink(missing_ok=True)


def titles_of(driver):
    said = []
    driver.session.said.connect(lambda message: said.append(message.title))
    return said


def test_that_who_comes_back_finds_the_face_and_the_network_paints_it(early, portrait, other, place):
    opened(early, other)
    assert not read_project(place)[0].faces_are_sought
    said = titles_of(early)
    opened(early, portrait)
    assert len(early.project.faces) == 1
    early.generate()
    early.wait_idle()
    assert early.document.result.restoration.candidates
    assert "No network was needed" not in said


def test_that_what_was_found_is_in_the_project_and_not_looked_for_again(early, portrait, other, place):
    opened(early, other)
    opened(early, portrait)
    early.wait(lambda: early.session.keeping.state is KeepState.KEPT)
    assert read_project(place)[0].faces_are_sought
    assert len(read_project(place)[0].faces) == 1
    opened(early, other)
    begun = []
    early.session.runner.progressed.connect(lambda stage, done, total: begun.append(stage))
    opened(early, portrait)
    assert "faces" not in begun
    assert len(early.project.faces) == 1


def test_that_stepping_through_a_folder_loses_no_face(early, portrait, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    paths = [folder / f"{number}.png" for number in range(3)]
    for path in paths:
        path.write_bytes(portrait.read_bytes())
    early.session.open_folders([folder])
    for path in paths:
        early.wait(lambda path=path: early.project.photo.path == path)
        paint_while_looking(early)
        early.session.photos.go(1)
    let_search_end()
    early.wait_idle()
    for path in paths:
        opened(early, path)
        assert len(early.project.faces) == 1
        assert early.project.coverage[100, 120]


def test_that_a_photo_without_a_face_is_not_searched_twice(open_session, tmp_path):
    photo = tmp_path / "plain.png"
    write_photo(Photo(np.full((60, 70, 3), 90, np.uint8)), photo)
    plain = open_session("NoFace", projects=tmp_path / "own")
    opened(plain, photo)
    plain.session.placer.stop()
    plain.click(30, 30)
    plain.wait(lambda: plain.session.keeping.state is KeepState.KEPT)
    assert read_project(photo.with_suffix(".facerestore"))[0].faces_are_sought
    said = titles_of(plain)
    plain.generate()
    plain.wait_idle()
    assert "No network was needed" in said


def test_that_a_program_killed_before_faces_were_found_looks_for_them_when_it_is_recovered(
    early, open_session, tmp_path, root
):
    early.session.autosave.keep_up()
    assert not in_the_journal(early).project.faces_are_sought
    left = killed(early, root)
    early.session.close()
    second = open_session(projects=tmp_path / "own", journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait_idle()
    assert len(second.project.faces) == 1
    second.session.autosave.keep_up()
    assert in_the_journal(second).project.faces_are_sought
    assert len(in_the_journal(second).project.faces) == 1


def test_that_generate_looks_for_faces_where_the_search_was_given_up_and_says_so(early):
    early.cancel()
    early.wait_idle()
    assert early.project.faces == ()
    said = titles_of(early)
    let_search_end()
    early.generate()
    early.wait_idle()
    assert said[0] == "Faces are looked for first"
    assert len(early.project.faces) == 1
    assert early.document.result.restoration.candidates
    assert "No network was needed" not in said


def test_that_a_result_made_without_the_face_is_made_again_once_the_face_is_known(early, portrait, other, place):
    early.cancel()
    early.wait_idle()
    # as a version of the program did that did not look
    early.project.faces_are_sought = True
    early.generate()
    early.wait_idle()
    assert early.document.result.restoration.candidates == ()
    opened(early, other)
    _forget(place, "faces_are_sought")
    opened(early, portrait)
    assert not early.document.result_is_current
    early.generate()
    early.wait_idle()
    assert early.document.result.restoration.candidates


def _forget(project, name):
    """A project as an earlier version wrote it."""
    with zipfile.ZipFile(project) as container:
        members = {one: container.read(one) for one in container.infolist()}
    with zipfile.ZipFile(project, "w") as container:
        for one, data in members.items():
            if one.filename == "manifest.json":
                values = json.loads(data)
                del values[name]
                data = json.dumps(values).encode()
            container.writestr(one, data)
