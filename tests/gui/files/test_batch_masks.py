"""Masks of found damage in the batch window, and the one question about what repeats."""

import cv2
import numpy as np
import pytest
from repeated_scans import EXTENT, SPECK, write_scans

from facerestore.files.plane_file import read_plane
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.jobs.repeated_report import Decision, report_in
from facerestore.values.photo import Photo
from facerestore_gui.dialogs.batch import BatchWindow
from facerestore_gui.dialogs.repeated import RepeatedDialog
from facerestore_gui.files.batch_rows import BatchState

pytestmark = [pytest.mark.gui, pytest.mark.slow]

PRINT = np.s_[98:116, 8:50]


@pytest.fixture
def scans(tmp_path):
    """Six scans with dust on the glass, and a number printed on each."""
    folder = write_scans(tmp_path) / "in"
    for path in folder.iterdir():
        pixels = read_photo(path).pixels.copy()
        cv2.putText(pixels, "1873", (10, 112), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 255, 1)
        write_photo(Photo(pixels), path, overwrite=True)
    return folder


@pytest.fixture
def driver(open_window):
    return open_window("NoFace")


@pytest.fixture
def desk(driver, scans):
    driver.trigger("batch")
    desk = driver.window.findChild(BatchWindow)
    desk.photos.set(scans)
    desk.damage.setCurrentIndex(desk.damage.findData("ALL"))
    return desk


def make_masks(driver, desk):
    desk.make.click()
    driver.wait(lambda: desk.findChild(RepeatedDialog) is not None)
    return desk.findChild(RepeatedDialog)


def plane(masks, index):
    return read_plane(masks / f"{index}_mask.png", extent=EXTENT).plane


def test_that_masks_are_made_and_print_is_asked_about_once_and_dust_is_not(driver, desk, scans):
    masks = scans.with_name("in_masks")
    question = make_masks(driver, desk)
    assert desk.masks.text == str(masks)
    assert len(list(masks.glob("*_mask.png"))) == 6
    assert all(plane(masks, index)[SPECK].any() for index in range(6))
    asked = [one for one in report_in(masks) if one.decision is Decision.ASK]
    assert len(question.rows) == len(asked) == desk._batch.questions > 0
    assert all(one.region.box.top >= PRINT[0].start for one in asked)
    question.none_damage.click()
    question.use.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.READY and not desk._batch.questions)
    assert not desk.ask.isVisible()
    for one in asked:
        box, inside = one.region.box.slices, one.region.inside
        assert not any(plane(masks, index)[box][inside].any() for index in range(6))
    assert all(plane(masks, index)[SPECK].any() for index in range(6))
    assert {one.decision for one in report_in(masks)} == {Decision.YES, Decision.NO}
    # listed with their masks, they are restored by them and not by a new search
    assert [item.job.masks.mask for item in driver.session.batch._plan.items] == sorted(masks.glob("*_mask.png"))


def test_that_what_is_left_open_is_asked_another_time(driver, desk, scans):
    question = make_masks(driver, desk)
    count = len(question.rows)
    question.rows[0].damage.setChecked(True)
    question.use.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.READY and desk._batch.questions == count - 1)
    assert desk.ask.isVisible()
    desk.ask.click()
    driver.wait(lambda: desk.findChild(RepeatedDialog) is not None)
    again = desk.findChild(RepeatedDialog)
    assert len(again.rows) == count - 1
    again.reject()
    assert desk._batch.questions == count - 1


def test_that_each_place_is_shown_in_two_scans_with_its_surroundings(driver, desk, scans):
    shown = []
    make_masks(driver, desk).reject()
    driver.session.batch.ask(shown.append)
    driver.wait(lambda: bool(shown))
    for question in shown[0]:
        assert len(question.pictures) == 2
        for picture in question.pictures:
            assert max(picture.shape[:2]) <= 168
            assert min(picture.shape[:2]) > 40
        assert (question.pictures[0] != question.pictures[1]).any()


def test_that_masks_are_not_made_where_nothing_is_to_be_found(driver, desk, scans):
    desk.damage.setCurrentIndex(0)
    assert not desk.make.isEnabled()
    desk.look.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.READY)
    assert desk._says.text() == "0 of 6 photos have a mask or a project."
    desk.damage.setCurrentIndex(desk.damage.findData("USUAL"))
    desk.look.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.READY)
    assert "damage is looked for in 6" in desk._says.text()
    assert desk.make.isEnabled()
