"""From an open photo to a saved result, with a real worker process."""

import json

import fake_restorer
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.document.edits.faces import move_point
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.tasks.messages import Tone

pytestmark = pytest.mark.gui


def test_that_a_photo_is_opened_masked_restored_compared_and_saved(desk, portrait, tmp_path):
    desk.stroke((100, 80), (140, 120))
    desk.generate(seed=5)
    desk.wait_idle()
    assert desk.document.work.layout is not None
    assert desk.session.view.mode is ViewMode.COMPARE
    desk.dialogs.path = tmp_path / "out.png"
    desk.run("save_as")
    assert desk.dialogs.suggested == portrait.with_name("portrait_restored.png")
    source, saved, mask = read_photo(portrait), read_photo(tmp_path / "out.png"), desk.project.mask()
    assert (saved.pixels[~mask.restore] == source.pixels[~mask.restore]).all()
    assert b"compositeWithTrainedAlgorithmicMedia" in saved.metadata.xmp
    record = json.loads((tmp_path / "out.json").read_text())
    assert record["faces"][0]["seed"] == 5
    assert record["weights"] == {name: name[0] * 64 for name in fake_restorer.NETWORKS}


def test_that_the_comparison_shows_before_left_and_after_right_of_the_divider(driver):
    driver.session.tool_settings.set_brush_diameter(60)
    driver.stroke((120, 80), (120, 150))
    driver.trigger("show_mask")
    driver.generate()
    driver.wait_idle()
    restored = driver.document.result.restoration.photo.pixels
    column, row = max(
        ((x, y) for x in range(95, 145, 5) for y in range(70, 150, 5)),
        key=lambda at: np.abs(restored[at[1], at[0]].astype(int) - driver.project.photo.pixels[at[1], at[0]]).sum(),
    )
    canvas = driver.window.canvas
    canvas.set_divider(1.0)
    before = driver.pixel(column + 0.5, row + 0.5)
    canvas.set_divider(0.0)
    after = driver.pixel(column + 0.5, row + 0.5)
    assert before != after
    QTest.keyPress(canvas, Qt.Key.Key_Tab)
    assert driver.pixel(column + 0.5, row + 0.5) == pytest.approx(before, abs=2)
    QTest.keyRelease(canvas, Qt.Key.Key_Tab)
    QTest.keyPress(canvas, Qt.Key.Key_Backslash)
    assert driver.pixel(column + 0.5, row + 0.5) == pytest.approx(before, abs=2)
    QTest.keyRelease(canvas, Qt.Key.Key_Backslash)
    assert driver.pixel(column + 0.5, row + 0.5) == pytest.approx(after, abs=2)


def test_that_the_original_is_never_overwritten(desk, portrait):
    content = portrait.read_bytes()
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    desk.dialogs.path = portrait
    desk.run("save_as")
    assert desk.message.tone is Tone.ALARM
    assert portrait.read_bytes() == content
    assert desk.document.unsaved_parts()


def test_that_a_file_that_is_no_record_is_not_replaced_by_one(desk, tmp_path):
    (tmp_path / "out.json").write_text("{}")
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    desk.dialogs.path = tmp_path / "out.png"
    desk.run("save_as")
    desk.wait_idle()
    assert (tmp_path / "out.json").read_text() == "{}"
    assert (tmp_path / "out.png.json").is_file()


def test_that_a_photo_saved_in_two_formats_keeps_both_records(desk, tmp_path):
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    for name in ("out.tif", "out.png"):
        desk.dialogs.path = tmp_path / name
        desk.run("save_as")
        desk.wait_idle()
    records = [json.loads((tmp_path / name).read_text()) for name in ("out.json", "out.png.json")]
    assert [record["result_name"] for record in records] == ["out.tif", "out.png"]


def test_that_a_mask_off_the_face_is_filled_without_a_network(desk):
    desk.session.tool_settings.set_brush_diameter(4)
    desk.click(3, 3)
    desk.generate(fake_restorer.SEED_RAISE)
    desk.wait_idle()
    assert desk.document.result is not None
    assert desk.message.title == "No network was needed"


def test_that_damage_outside_the_faces_is_said_once_and_again_when_it_is_another_share(desk):
    said = []
    desk.session.restore_tasks.said.connect(lambda message: said.append(message.title))
    for seed, stroke in ((0, ((5, 5), (40, 5))), (1, None), (2, ((100, 80), (140, 120)))):
        if stroke is not None:
            desk.stroke(*stroke)
        desk.generate(seed=seed)
        desk.wait_idle()
    assert said.count("Not all of it lies in a face") == 2


def test_that_generating_without_a_mask_says_what_to_do(desk):
    desk.generate()
    desk.wait_idle()
    assert desk.message.title == "There is nothing to restore"
    assert desk.document.result is None


def test_that_an_edit_after_generating_is_told_as_such(desk):
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    assert desk.document.result_is_current
    desk.click(60, 60)
    assert not desk.document.result_is_current
    desk.trigger("undo")
    assert desk.document.result_is_current


def test_that_in_a_photo_without_a_face_the_brush_paints_and_what_is_masked_is_filled(open_session, portrait):
    desk = open_session("NoFace")
    desk.open(portrait)
    assert desk.message.title == "No face was found"
    assert not desk.session.placer.is_active
    desk.stroke((40, 40), (60, 60))
    assert desk.document.work is None
    assert not desk.message.holds()
    assert desk.project.coverage[50, 50]
    desk.generate()
    desk.wait_idle()
    assert desk.document.result_is_current


def test_that_a_photo_without_a_face_offers_to_place_the_five_points(open_session, portrait):
    desk = open_session("NoFace")
    desk.open(portrait)
    dict(desk.message.choices)["Show the face"]()
    assert not desk.message.holds()
    assert desk.session.placer.is_active
    for x, y in ((102, 96), (138, 96), (120, 118), (106, 142), (134, 142)):
        desk.click(x, y)
    assert not desk.session.placer.is_active
    assert desk.document.work.face.points_photo[2] == pytest.approx((120, 118), abs=1)
    assert desk.document.mask_is_empty
    desk.run("predict_layout")
    assert desk.document.work.layout is not None
    desk.trigger("undo")
    desk.trigger("undo")
    assert desk.document.work is None


def test_that_points_can_be_placed_without_a_mouse(open_window, portrait):
    driver = open_window("NoFace")
    driver.open(portrait)
    driver.session.placer.start()
    driver.key(Qt.Key.Key_Return)
    assert driver.document.work is not None
    assert driver.document.work.face.points_photo.mean(axis=0) == pytest.approx((120, 118), abs=8)


def test_that_points_on_one_spot_are_refused_with_a_message(open_window, portrait):
    driver = open_window("NoFace")
    driver.open(portrait)
    driver.session.placer.start()
    for _ in range(5):
        driver.click(50, 50)
    assert driver.message.title == "These points make no face"
    assert driver.document.work is None
    driver.click(60, 60)
    driver.key(Qt.Key.Key_Backspace)
    assert driver.session.placer.points == []
    driver.key(Qt.Key.Key_Escape)
    assert not driver.session.placer.is_active


def test_that_several_faces_keep_their_own_layouts(open_session, tmp_path):
    path = tmp_path / "two.png"
    write_photo(Photo(np.full((160, 320, 3), 120, np.uint8)), path)
    desk = open_session("TwoFaces")
    desk.open(path)
    assert len(desk.project.faces) == 2
    desk.document.choose_face(1)
    desk.run("predict_layout")
    assert [work.layout is not None for work in desk.project.faces] == [False, True]
    desk.stroke((60, 80), (260, 80))
    desk.generate()
    desk.wait_idle()
    assert len(desk.document.result.restoration.candidates) == 2
    assert all(work.layout is not None for work in desk.project.faces)


def test_that_a_prediction_for_a_face_moved_meanwhile_is_left_unused(desk):
    desk.trigger("predict_layout")
    work = desk.document.work
    move_point(desk.document, 2, 130, 120, start=work, gesture=desk.document.next_gesture())
    desk.wait_idle()
    assert desk.document.work.layout is None
