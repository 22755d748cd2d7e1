"""Earlier versions of a saved project: opened, offered, and kept."""

import shutil
from collections import namedtuple
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QListWidget

from facerestore.documents.earlier_versions import EarlierVersion
from facerestore.documents.project_file import read_project, write_project
from facerestore_gui.dialogs.versions import VersionsDialog
from facerestore_gui.tasks.messages import Tone

pytestmark = pytest.mark.gui


def test_that_what_another_window_saved_meanwhile_is_kept_and_said(desk, place):
    desk.dialogs.path = place
    desk.stroke((20, 30), (60, 30))
    desk.run("save_project")
    saved, _ = read_project(place)
    theirs = saved.coverage.copy()
    theirs[50:60] = 255
    write_project(replace(saved, coverage=theirs), place, overwrite=True)
    desk.stroke((20, 90), (60, 90))
    desk.run("save_project")
    assert (read_project(place)[0].coverage == desk.project.coverage).all()
    assert "Another window" in desk.message.title
    assert (read_project(place.with_name(f"{place.name}.bak1"))[0].coverage == theirs).all()
    desk.stroke((100, 90), (110, 90))
    desk.run("save_project")
    assert "Another window" not in desk.message.title


class TestEarlierVersions:
    @pytest.fixture
    def twice(self, driver, place):
        """A project saved with one stroke, and again with a second; the masks of both."""
        driver.dialogs.path = place
        masks = []
        for stroke in (((20, 30), (60, 30)), ((20, 90), (60, 90))):
            driver.stroke(*stroke)
            driver.run("save_project")
            masks.append(driver.project.coverage.copy())
        return masks

    def test_that_one_is_opened_without_changing_a_file_and_saving_it_keeps_what_was_there(self, driver, place, twice):
        first, second = twice
        files = {path.name: path.read_bytes() for path in place.parent.glob("work.*")}
        driver.dialogs.version = 0
        driver.trigger("open_version")
        driver.wait(lambda: not driver.session.runner.is_busy and (driver.project.coverage == first).all())
        assert driver.document.project_file == place
        assert driver.document.unsaved_parts()
        assert "earlier version" in driver.message.title
        assert {path.name: path.read_bytes() for path in place.parent.glob("work.*")} == files
        driver.run("save_project")
        assert (read_project(place)[0].coverage == first).all()
        kept = [(read_project(place.with_name(f"work.facerestore.bak{n}"))[0].coverage) for n in (1, 2)]
        assert (kept[0] == second).all()
        assert (kept[1] == first).all()

    def test_that_unsaved_work_is_asked_about_first(self, driver, twice):
        driver.stroke((100, 100), (140, 100))
        painted = driver.project.coverage.copy()
        driver.dialogs.version, driver.dialogs.answer = 0, "stay"
        driver.trigger("open_version")
        driver.wait(lambda: bool(driver.dialogs.asked))
        assert (driver.project.coverage == painted).all()

    def test_that_none_is_said_where_there_is_none_and_the_action_waits_for_a_saved_project(self, driver, place):
        action = driver.window.actions_table.by_name["open_version"]
        assert not action.isEnabled()
        driver.stroke((20, 30), (60, 30))
        driver.dialogs.path = place
        driver.run("save_project")
        assert action.isEnabled()
        driver.trigger("open_version")
        driver.wait(lambda: driver.message is not None and "no earlier version" in driver.message.title)

    def test_that_a_damaged_project_offers_the_version_before(self, driver, place, twice, other):
        place.write_bytes(place.read_bytes()[:-30])
        driver.open(other)
        driver.open_project(place)
        assert driver.message.tone is Tone.ALARM
        ((text, call),) = driver.message.choices
        assert "before" in text
        call()
        driver.wait_idle()
        assert (driver.project.coverage == twice[0]).all()
        assert driver.document.project_file == place

    def test_that_the_version_before_a_damaged_one_is_offered_too(self, driver, place, twice, other):
        driver.stroke((100, 100), (140, 100))
        driver.dialogs.path = place
        driver.run("save_project")
        for path in (place, place.with_name(f"{place.name}.bak1")):
            path.write_bytes(path.read_bytes()[:-30])
        driver.open(other)
        driver.open_project(place)
        for _ in range(2):
            ((_, call),) = driver.message.choices
            call()
            driver.wait_idle()
        assert (driver.project.coverage == twice[0]).all()
        assert driver.document.project_file == place

    def test_that_a_full_disk_is_said_and_the_project_saved_all_the_same(self, driver, place, twice, monkeypatch):
        usage = namedtuple("usage", "total used free")
        monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(2**30, 2**30, 2**20))
        driver.stroke((100, 100), (140, 100))
        driver.run("save_project")
        assert "without the version before" in driver.message.title
        assert (read_project(place)[0].coverage == driver.project.coverage).all()

    def test_that_the_list_says_when_and_how_large(self, qtbot, place):
        found = [EarlierVersion(place.with_name(f"work.facerestore.bak{n}"), 1e9 - n * 1e5, 3_500_000) for n in (1, 2)]
        dialog = VersionsDialog(place, found)
        qtbot.addWidget(dialog)
        rows = dialog.findChild(QListWidget)
        assert rows.count() == 2
        assert "2001" in rows.item(0).text()
        assert "3.34 MiB" in rows.item(0).text()
        rows.setCurrentRow(1)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open).click()
        assert dialog.chosen == found[1].path
