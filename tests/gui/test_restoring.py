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
from facerestore_gui.canvas.photo_item import ViewMode
from facerestore_gui.tasks.messages import Tone

pytestmark = pytest.mark.gui


def test_that_a_photo_is_opened_masked_restored_compared_and_saved(driver, portrait, tmp_path):
    driver.stroke((100, 80), (140, 120))
    driver.generate(seed=5)
    driver.wait_idle()
    assert driver.document.work.layout is not None
    assert driver.window.canvas_scene.mode is ViewMode.COMPARE
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    assert driver.dialogs.suggested == portrait.with_name("portrait_restored.png")
    source, saved, mask = read_photo(portrait), read_photo(tmp_path / "out.png"), driver.project.mask()
    assert (saved.pixels[~mask.restore] == source.pixels[~mask.restore]).all()
    assert b"compositeWithTrainedAlgorithmicMedia" in saved.metadata.xmp
    record = json.loads((tmp_path / "out.json").read_text())
    assert record["faces"][0]["seed"] == 5
    assert record["weights"] == {name: name[0] * 64 for name in fake_restorer.NETWORKS}
    assert driver.document.unsaved_parts() == []


def test_that_the_comparison_shows_before_left_and_after_right_of_the_divider(driver):
    driver.window.tool_settings.set_brush_diameter(60)
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


def test_that_the_original_is_never_overwritten(driver, portrait):
    content = portrait.read_bytes()
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.path = portrait
    driver.run("save_as")
    assert driver.message.tone is Tone.ALARM
    assert portrait.read_bytes() == content
    assert driver.document.unsaved_parts()


def test_that_a_file_that_is_no_record_is_not_replaced_by_one(driver, tmp_path):
    (tmp_path / "out.json").write_text("{}")
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    driver.wait_idle()
    assert (tmp_path / "out.json").read_text() == "{}"
    assert (tmp_path / "out.png.json").is_file()


def test_that_a_photo_saved_in_two_formats_keeps_both_records(driver, tmp_path):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    for name in ("out.tif", "out.png"):
        driver.dialogs.path = tmp_path / name
        driver.run("save_as")
        driver.wait_idle()
    records = [json.loads((tmp_path / name).read_text()) for name in ("out.json", "out.png.json")]
    assert [record["result_name"] for record in records] == ["out.tif", "out.png"]


def test_that_a_mask_off_the_face_is_filled_without_a_network(driver):
    driver.window.tool_settings.set_brush_diameter(4)
    driver.click(3, 3)
    driver.generate(fake_restorer.SEED_RAISE)
    driver.wait_idle()
    assert driver.document.result is not None
    assert driver.message.title == "No network was needed"


def test_that_generating_without_a_mask_says_what_to_do(driver):
    driver.generate()
    driver.wait_idle()
    assert driver.message.title == "There is nothing to restore"
    assert driver.document.result is None


def test_that_an_edit_after_generating_is_told_as_such(driver):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    assert driver.document.result_is_current
    driver.click(60, 60)
    assert not driver.document.result_is_current
    driver.trigger("undo")
    assert driver.document.result_is_current


def test_that_a_photo_without_a_face_asks_for_the_five_points(open_window, portrait):
    driver = open_window("NoFace")
    driver.open(portrait)
    assert driver.message.title == "No face was found"
    assert driver.window.placer.is_active
    for x, y in ((102, 96), (138, 96), (120, 118), (106, 142), (134, 142)):
        driver.click(x, y)
    assert not driver.window.placer.is_active
    assert driver.document.work.face.points_photo[2] == pytest.approx((120, 118), abs=1)
    assert driver.document.mask_is_empty
    driver.run("predict_layout")
    assert driver.document.work.layout is not None
    driver.trigger("undo")
    driver.trigger("undo")
    assert driver.document.work is None


def test_that_points_can_be_placed_without_a_mouse(open_window, portrait):
    driver = open_window("NoFace")
    driver.open(portrait)
    driver.key(Qt.Key.Key_Return)
    assert driver.document.work is not None
    assert driver.document.work.face.points_photo.mean(axis=0) == pytest.approx((120, 118), abs=8)


def test_that_points_on_one_spot_are_refused_with_a_message(open_window, portrait):
    driver = open_window("NoFace")
    driver.open(portrait)
    for _ in range(5):
        driver.click(50, 50)
    assert driver.message.title == "These points make no face"
    assert driver.document.work is None
    driver.click(60, 60)
    driver.key(Qt.Key.Key_Backspace)
    assert driver.window.placer.points == []
    driver.key(Qt.Key.Key_Escape)
    assert not driver.window.placer.is_active


def test_that_several_faces_keep_their_own_layouts(open_window, tmp_path):
    path = tmp_path / "two.png"
    write_photo(Photo(np.full((160, 320, 3), 120, np.uint8)), path)
    driver = open_window("TwoFaces")
    driver.open(path)
    assert len(driver.project.faces) == 2
    driver.document.choose_face(1)
    driver.run("predict_layout")
    assert [work.layout is not None for work in driver.project.faces] == [False, True]
    driver.stroke((60, 80), (260, 80))
    driver.generate()
    driver.wait_idle()
    assert len(driver.document.result.restoration.candidates) == 2
    assert all(work.layout is not None for work in driver.project.faces)


def test_that_a_prediction_for_a_face_moved_meanwhile_is_left_unused(driver):
    driver.trigger("predict_layout")
    work = driver.document.work
    driver.document.move_point(2, 130, 120, start=work, gesture=driver.document.next_gesture())
    driver.wait_idle()
    assert driver.document.work.layout is None
