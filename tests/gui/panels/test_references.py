"""References: found in photographs and folders, taken or refused, part by part, kept in history and project."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from facerestore.documents.project_file import read_project
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.photo import Photo
from facerestore.values.reference import ALL_PARTS, MOST_REFERENCES, ReferencePart
from facerestore_gui.document.reference_proposals import Proposal
from facerestore_gui.window.drop_areas import DropAreas

pytestmark = pytest.mark.gui


@pytest.fixture
def album(tmp_path, portrait, drawn):
    """Two photographs in the portrait's own tone, one in nearly that, one in another, and a file that is no photo."""
    folder = tmp_path / "album"
    folder.mkdir()
    pixels = drawn()
    for name, shift in (("1921.png", 1), ("1931.png", 2), ("perhaps.png", 13), ("stranger.png", 60)):
        write_photo(Photo(np.clip(pixels.astype(int) + shift, 0, 255).astype(np.uint8)), folder / name)
    (folder / "broken.png").write_bytes(b"nothing")
    return folder


@pytest.fixture
def drawn(portrait):
    """Makes the portrait's pixels."""
    return lambda: read_photo(portrait).pixels.copy()


@pytest.fixture
def one(open_window, portrait):
    driver = open_window("OneFace")
    driver.open(portrait)
    driver.session.tool_settings.set_brush_diameter(24)
    driver.stroke((110, 95), (130, 95))
    driver.window.column.bring_into_view(panel(driver))
    return driver


def panel(driver):
    return driver.window.column.panels["references"]


def names(driver):
    """What the strip shows, in its order."""
    return [getattr(one, "reference", one).file_name for one in panel(driver)._entries]


def search(driver, folder):
    driver.dialogs.path = folder
    driver.trigger("search_album")
    driver.wait_idle()


def take(driver):
    panel(driver)._take_button.click()
    driver.wait_idle()


def test_that_a_named_photo_is_taken_at_once_and_undone_as_one_step(one, album):
    one.dialogs.path = album / "1931.png"
    one.trigger("add_references")
    one.wait_idle()
    (reference,) = one.document.work.references
    assert reference.file_name == "1931.png"
    assert reference.layout is not None
    assert reference.parts == ALL_PARTS
    assert one.message is None
    assert one.document.history.undo_label == "Add reference"
    one.trigger("undo")
    assert one.document.work.references == ()
    assert names(one) == []
    one.trigger("redo")
    assert one.document.work.references == (reference,)


def test_that_the_same_photo_is_added_once_and_the_open_one_not_at_all(one, album, portrait):
    one.session.reference_tasks.add_photos([album / "1931.png", album / "1931.png", portrait])
    one.wait_idle()
    one.session.reference_tasks.add_photos([album / "1931.png"])
    one.wait_idle()
    assert names(one) == ["1931.png"]


def test_that_a_named_photo_of_somebody_else_is_taken_and_said(one, album):
    one.session.reference_tasks.add_photos([album / "stranger.png"])
    one.wait_idle()
    assert names(one) == ["stranger.png"]
    assert "stranger.png may show another person" in one.message.text


def test_that_one_that_cannot_be_read_stops_no_other(one, album):
    one.session.reference_tasks.add_photos([album / "broken.png", album / "1921.png"])
    one.wait_idle()
    assert names(one) == ["1921.png"]
    assert "broken.png" in one.message.text


class TestAFolder:
    def test_that_what_is_to_be_looked_through_is_scrolled_into_sight(self, one, album):
        column = one.window.column
        one.window.resize(1000, 560)
        column.scroll_to(0)
        search(one, album)
        strip = panel(one)._strip
        one.wait(lambda: not strip.visibleRegion().isEmpty())
        assert column.scrolled > 0

    def test_that_it_is_proposed_and_nothing_is_taken_unasked(self, one, album):
        search(one, album)
        assert set(names(one)) == {"1921.png", "1931.png", "perhaps.png"}
        assert names(one)[-1] == "perhaps.png"
        assert [entry.is_likely for entry in panel(one)._entries] == [True, True, False]
        assert one.document.work.references == ()
        assert "Of 5 photographs, 2 probably" in one.message.text
        assert "broken.png" in one.message.text

    def test_that_each_is_taken_or_refused(self, one, album):
        search(one, album)
        first, second, third = names(one)
        take(one)
        assert names(one) == [first, second, third]
        assert [reference.file_name for reference in one.document.work.references] == [first]
        strip = panel(one)._strip
        strip.setCurrentRow(1)
        one.qtbot.keyClick(strip, Qt.Key.Key_Delete)
        assert names(one) == [first, third]
        strip.setCurrentRow(1)
        take(one)
        assert [reference.file_name for reference in one.document.work.references] == [first, third]
        assert all(reference.layout is not None for reference in one.document.work.references)

    def test_that_all_that_are_likely_are_taken_by_one_press(self, one, album):
        search(one, album)
        panel(one)._all_button.click()
        one.wait_idle()
        assert sorted(reference.file_name for reference in one.document.work.references) == ["1921.png", "1931.png"]
        assert [isinstance(entry, Proposal) for entry in panel(one)._entries] == [False, False, True]

    def test_that_undoing_what_was_taken_proposes_it_again_and_redoing_takes_it(self, one, album):
        search(one, album)
        proposed = names(one)
        panel(one)._all_button.click()
        one.wait_idle()
        one.generate()
        one.wait_idle()
        while one.document.work.references:
            one.trigger("undo")
        assert names(one) == proposed
        assert all(isinstance(entry, Proposal) for entry in panel(one)._entries)
        assert panel(one).isVisible()
        while not one.document.work.references:
            one.trigger("redo")
        assert [isinstance(entry, Proposal) for entry in panel(one)._entries] == [False, False, True]

    def test_that_one_that_was_taken_and_removed_is_not_proposed_again(self, one, album):
        search(one, album)
        first, *others = names(one)
        take(one)
        strip = panel(one)._strip
        strip.setCurrentRow(0)
        one.qtbot.keyClick(strip, Qt.Key.Key_Delete)
        assert names(one) == others
        one.trigger("undo")
        assert names(one) == [first, *others]

    def test_that_a_face_too_hidden_to_be_known_is_told_and_nothing_searched(self, one, album):
        one.session.tool_settings.set_brush_diameter(240)
        one.stroke((60, 100), (180, 100))
        search(one, album)
        assert names(one) == []
        assert "too much to tell who it is" in one.message.text

    def test_that_cancelling_a_search_leaves_all_as_it_was(self, one, album):
        one.dialogs.path = album
        one.trigger("search_album")
        one.cancel()
        one.wait_idle()
        assert names(one) == []

    def test_that_proposals_belong_to_their_face(self, open_window, portrait, album):
        driver = open_window("TwoFaces")
        driver.open(portrait)
        search(driver, album)
        shown = names(driver)
        driver.document.choose_face(1)
        assert names(driver) == []
        driver.document.choose_face(0)
        assert names(driver) == shown


def test_that_parts_are_refused_one_by_one_and_undone(one, album):
    one.session.reference_tasks.add_photos([album / "1931.png"])
    one.wait_idle()
    panel(one)._part_actions[ReferencePart.MOUTH].trigger()
    assert one.document.work.references[0].parts == ALL_PARTS - {ReferencePart.MOUTH}
    assert panel(one)._parts.text() == "Lends 4 parts"
    one.trigger("undo")
    assert one.document.work.references[0].parts == ALL_PARTS
    assert panel(one)._part_actions[ReferencePart.MOUTH].isChecked()


def test_that_a_result_is_older_than_references_that_change_and_newer_again_when_undone(one, album):
    one.generate()
    one.wait_idle()
    assert one.document.result_is_current
    one.session.reference_tasks.add_photos([album / "1931.png"])
    one.wait_idle()
    assert not one.document.result_is_current
    one.generate()
    one.wait_idle()
    assert one.document.result_is_current
    (references,) = one.document.result.restoration.references
    assert [reference.file_name for reference in references] == ["1931.png"]
    one.trigger("undo")
    assert not one.document.result_is_current
    one.trigger("redo")
    assert one.document.result_is_current


def test_that_references_are_in_the_project_with_the_parts_that_they_lend(one, album, place):
    one.session.reference_tasks.add_photos([album / "1921.png", album / "1931.png"])
    one.wait_idle()
    panel(one)._part_actions[ReferencePart.EYES].trigger()
    wanted = one.document.work.references
    one.dialogs.path = place
    one.trigger("save_project")
    one.wait_idle()
    saved, _ = read_project(place)
    assert [(each.key, each.parts) for each in saved.faces[0].references] == [(each.key, each.parts) for each in wanted]
    one.open_project(place)
    assert names(one) == ["1921.png", "1931.png"]


def test_that_no_more_are_taken_than_a_face_can_have(one, album, tmp_path, drawn):
    many = tmp_path / "many"
    many.mkdir()
    for number in range(MOST_REFERENCES + 2):
        pixels = drawn()
        pixels[0, 0] = number
        pixels[60:150, 80:160, 0] += np.uint8(number)
        write_photo(Photo(pixels), many / f"{number:02d}.png")
    one.session.reference_tasks.add_photos(sorted(many.iterdir()))
    one.wait_idle()
    assert len(one.document.work.references) == MOST_REFERENCES
    assert "08.png, 09.png" in one.message.text


def test_that_a_way_to_restore_that_borrows_from_none_says_so(one, album):
    one.session.reference_tasks.add_photos([album / "1931.png"])
    one.wait_idle()
    one.choose_restorer("telea")
    assert names(one) == []
    assert not panel(one).isVisible()
    assert not one.window.actions_table.by_name["add_references"].isEnabled()
    one.choose_restorer("semantic")
    assert names(one) == ["1931.png"]
    assert panel(one).isVisible()


def test_that_files_and_folders_dropped_on_it_are_references_and_no_new_photo(one, album):
    photo = one.project.photo
    drop(one, album / "1931.png")
    assert names(one) == ["1931.png"]
    drop(one, album)
    assert names(one)[0] == "1931.png"
    assert len(names(one)) == 3
    assert one.project.photo is photo


def drop(driver, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    panel(driver).dropEvent(event)
    driver.wait_idle()


@pytest.mark.parametrize(("half", "is_lent"), [("left", False), ("right", True)])
def test_that_the_half_of_the_window_decides_whether_a_dropped_photograph_is_opened_or_lends(one, album, half, is_lent):
    photo = one.project.photo
    areas = drag_in(one, album / "1931.png")
    assert areas.isVisible()
    at = areas.mapTo(one.window, QPoint(areas.width() // 4 * (1 if half == "left" else 3), areas.height() // 2))
    let_go(one, album / "1931.png", at)
    assert not areas.isVisible()
    assert (one.project.photo is photo) == is_lent
    assert names(one) == (["1931.png"] if is_lent else [])


def test_that_a_folder_let_go_on_the_right_half_is_looked_through(one, album):
    photo = one.project.photo
    areas = drag_in(one, album)
    let_go(one, album, areas.mapTo(one.window, QPoint(areas.width() * 3 // 4, areas.height() // 2)))
    assert one.project.photo is photo
    assert len(names(one)) == 3


def test_that_there_is_one_way_to_drop_where_nothing_can_be_lent(one, tmp_path, album):
    areas = drag_in(one, tmp_path / "a.facerestore")
    assert not areas.isVisible()
    drag_in(one, album / "1931.png")
    one.window.dragLeaveEvent(QDragLeaveEvent())
    assert not areas.isVisible()
    one.session.restore_tasks.choose_restorer(RESTORERS["telea"])
    drag_in(one, album / "1931.png")
    assert not areas.isVisible()


def drag_in(driver, path):
    """The areas to drop on, after a file was dragged into the window."""
    driver.window.dragEnterEvent(QDragEnterEvent(QPoint(400, 400), *dragged(path)))
    return driver.window.findChild(DropAreas)


def let_go(driver, path, at):
    driver.window.dragMoveEvent(QDragMoveEvent(at, *dragged(path)))
    driver.window.dropEvent(QDropEvent(QPointF(at), *dragged(path)))
    driver.wait_idle()
    driver.qtbot.wait(20)
    driver.wait_idle()


_KEPT = []


def dragged(path):
    """Action, data, buttons and keys of a drag."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    _KEPT.append(data)  # an event does not own its data
    return Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_that_another_face_keeps_its_own(open_window, portrait, album):
    driver = open_window("TwoFaces")
    driver.open(portrait)
    driver.session.reference_tasks.add_photos([album / "1931.png"])
    driver.wait_idle()
    driver.document.choose_face(1)
    assert names(driver) == []
    assert [len(work.references) for work in driver.project.faces] == [1, 0]


@pytest.fixture
def lender(one, album):
    """A window whose face borrows from one photograph."""
    one.session.reference_tasks.add_photos([album / "1931.png"])
    one.wait_idle()
    return one


def hand(pixels):
    """A mask over the drawn face's mouth."""
    hidden = np.zeros(pixels.shape[:2], np.uint8)
    hidden[130:155, 95:145] = 255
    return hidden


class TestAMask:
    def test_that_a_painted_one_is_the_reference_s_hole_and_one_step(self, lender):
        (before,) = lender.document.work.references
        lender.dialogs.hidden = np.zeros((256, 256), np.bool_)
        lender.dialogs.hidden[150:200, 90:170] = True
        panel(lender).masking.ways.actions()[0].trigger()
        lender.wait_idle()
        (masked,) = lender.document.work.references
        assert (masked.crop.hole == lender.dialogs.hidden).all()
        assert not masked.crop.pixels[masked.crop.hole].any()
        assert masked.layout is not None
        assert panel(lender).masking.text() == "Mask 6%"
        lender.trigger("undo")
        assert lender.document.work.references == (before,)
        assert panel(lender).masking.text() == "No mask"

    def test_that_the_network_reads_it_as_that_reference_s_hole(self, lender):
        lender.dialogs.hidden = np.zeros((256, 256), np.bool_)
        lender.dialogs.hidden[150:200, 90:170] = True
        panel(lender).masking.ways.actions()[0].trigger()
        lender.wait_idle()
        lender.generate()
        lender.wait_idle()
        ((used,),) = lender.document.result.restoration.references
        assert (used.crop.hole == lender.dialogs.hidden).all()

    def test_that_the_photograph_in_hand_stays_in_hand(self, lender, album):
        lender.session.reference_tasks.add_photos([album / "1921.png"])
        lender.wait_idle()
        panel(lender)._strip.setCurrentRow(0)
        lender.session.reference_tasks.mask(lender.document.work.references[0], np.ones((256, 256), np.bool_))
        lender.wait_idle()
        assert panel(lender)._strip.currentRow() == 0

    def test_that_a_result_is_older_than_a_mask(self, lender):
        lender.generate()
        lender.wait_idle()
        lender.session.reference_tasks.mask(lender.document.work.references[0], np.ones((256, 256), np.bool_))
        lender.wait_idle()
        assert not lender.document.result_is_current

    def test_that_one_of_a_file_lies_where_it_lies_in_the_photograph(self, lender, tmp_path, drawn):
        lender.dialogs.path = tmp_path / "hand.png"
        write_photo(Photo(hand(drawn())), lender.dialogs.path)
        panel(lender).masking.ways.actions()[1].trigger()
        lender.wait_idle()
        (masked,) = lender.document.work.references
        points = masked.crop.alignment.to_crop(np.array([[120.0, 142.0], [120.0, 100.0]]))
        (x, y), (off_x, off_y) = np.rint(points).astype(int)
        assert masked.crop.hole[y, x]
        assert not masked.crop.hole[off_y, off_x]

    def test_that_one_of_another_size_is_refused_and_nothing_changes(self, lender, tmp_path):
        (before,) = lender.document.work.references
        lender.dialogs.path = tmp_path / "small.png"
        write_photo(Photo(np.full((20, 30), 255, np.uint8)), lender.dialogs.path)
        panel(lender).masking.ways.actions()[1].trigger()
        lender.wait_idle()
        assert lender.document.work.references == (before,)
        assert "small.png" in lender.message.text

    def test_that_a_project_beside_a_photograph_masks_it_as_it_is_added(self, open_window, one, album, tmp_path):
        other = open_window("OneFace")
        other.open(album / "1931.png")
        other.session.tool_settings.set_brush_diameter(24)
        other.stroke((110, 142), (130, 142))
        other.dialogs.path = album / "1931.facerestore"
        other.trigger("save_project")
        other.wait_idle()
        one.session.reference_tasks.add_photos([album / "1931.png"])
        one.wait_idle()
        (reference,) = one.document.work.references
        (point,) = reference.crop.alignment.to_crop(np.array([[120.0, 142.0]]))
        x, y = np.rint(point).astype(int)
        assert reference.crop.hole[y, x]
        assert reference.whole.pixels[y, x].any()
        assert "What the project of 1931.png masks in it is not borrowed." in one.message.text
        assert panel(one).masking.nothing.isEnabled()
        panel(one).masking.nothing.trigger()
        one.wait_idle()
        assert not one.document.work.references[0].crop.hole.any()

    def test_that_a_project_may_be_chosen_and_one_of_another_photo_is_refused(
        self, open_window, lender, album, tmp_path
    ):
        other = open_window("OneFace")
        for name in ("1931.png", "1921.png"):
            other.open(album / name)
            other.session.tool_settings.set_brush_diameter(24)
            other.stroke((110, 142), (130, 142))
            other.dialogs.path = tmp_path / f"{name}.facerestore"
            other.trigger("save_project_as")
            other.wait_idle()
        lender.dialogs.path = tmp_path / "1921.png.facerestore"
        panel(lender).masking.ways.actions()[1].trigger()
        lender.wait_idle()
        assert not lender.document.work.references[0].crop.hole.any()
        assert "made with another photo than 1931.png" in lender.message.text
        lender.dialogs.path = tmp_path / "1931.png.facerestore"
        panel(lender).masking.ways.actions()[1].trigger()
        lender.wait_idle()
        assert lender.document.work.references[0].crop.hole.any()

    def test_that_it_is_in_the_project_and_may_be_taken_away_there(self, lender, place):
        lender.session.reference_tasks.mask(lender.document.work.references[0], np.ones((256, 256), np.bool_))
        lender.wait_idle()
        whole = lender.document.work.references[0].whole.pixels
        lender.dialogs.path = place
        lender.trigger("save_project")
        lender.wait_idle()
        lender.open_project(place)
        (read,) = lender.document.work.references
        assert read.crop.hole.all()
        panel(lender).masking.nothing.trigger()
        lender.wait_idle()
        (bare,) = lender.document.work.references
        assert (bare.crop.pixels == whole).all()

    def test_that_its_thumbnail_shows_it(self, lender):
        def seen():
            return panel(lender)._strip.item(0).icon().pixmap(52).toImage().pixelColor(26, 26)

        before = seen()
        lender.session.reference_tasks.mask(lender.document.work.references[0], np.ones((256, 256), np.bool_))
        lender.wait_idle()
        assert seen() != before

    def test_that_the_menu_opens_on_the_photograph_that_was_clicked(self, lender, monkeypatch):
        opened = []
        # without a window manager Qt warns of every popup
        monkeypatch.setattr(panel(lender).masking.ways, "popup", opened.append)
        strip = panel(lender)._strip
        strip.setCurrentRow(-1)
        strip.customContextMenuRequested.emit(strip.visualItemRect(strip.item(0)).center())
        assert strip.currentRow() == 0
        assert len(opened) == 1
