"""From an open photo to a saved result, with a real worker process."""

import json
import os
import signal
import threading
import time

import fake_restorer
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from facerestore.files.layout_file import write_layout
from facerestore.files.reading import read_mask, read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_gui.canvas.photo_item import ViewMode
from facerestore_gui.dialogs.files import FileDialogs
from facerestore_gui.messages import Tone
from facerestore_gui.tasks import Calculation
from facerestore_resources.face_classes import FaceClass

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
    assert record["weights"] == {"fake": "0" * 64}
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
    assert driver.message.tone is Tone.ALARM
    assert not (tmp_path / "out.png").exists()
    assert (tmp_path / "out.json").read_text() == "{}"


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


def test_that_an_unexpected_error_is_a_message_and_the_next_run_works(driver):
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_RAISE)
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


def test_that_a_worker_that_cannot_be_started_is_a_message_and_not_endless_work(driver, monkeypatch):
    def refuse(request):
        raise OSError("no more processes")

    monkeypatch.setattr(driver.window.jobs, "submit", refuse)
    driver.trigger("predict_layout")
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"
    monkeypatch.undo()
    driver.run("predict_layout")
    assert driver.document.work.layout is not None


def test_that_a_fault_between_two_steps_is_a_message_and_not_endless_work(driver):
    def steps():
        yield Calculation("read", lambda progress, cancel: None)
        raise ValueError("planted")

    driver.window.runner.start(steps())
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"


def test_that_cancelling_ends_the_work_within_a_second(driver):
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_SLOW)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    began = time.monotonic()
    driver.key(Qt.Key.Key_Escape)
    driver.wait_idle()
    assert time.monotonic() - began < 1
    assert driver.document.result is None
    assert driver.message is None


def test_that_a_calculation_cancelled_ends_the_task_at_once_and_its_result_is_left_unused(driver):
    release, used = threading.Event(), []

    def steps():
        used.append((yield Calculation("composite", lambda progress, cancel: release.wait(10))))

    driver.window.runner.start(steps())
    driver.wait(lambda: driver.window.status.text.startswith("Putting"))
    driver.key(Qt.Key.Key_Escape)
    assert not driver.window.runner.is_busy
    release.set()
    driver.qtbot.wait(50)
    assert used == []


def test_that_a_worker_deaf_to_cancelling_is_ended_and_replaced(open_window, portrait):
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_DEAF)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    began, pid = time.monotonic(), driver.window.jobs.worker_pid
    driver.window.cancel()
    driver.wait_idle()
    assert time.monotonic() - began < 1.5
    assert driver.message is None
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None
    assert driver.window.jobs.worker_pid != pid


def test_that_another_photo_opens_while_a_deaf_worker_is_being_ended(open_window, portrait, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((90, 80), 77, np.uint8)), other)
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_DEAF)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    driver.open(other)
    assert driver.project.photo.path == other
    assert len(driver.project.faces) == 1
    assert driver.message is None


def test_that_a_cancel_while_the_worker_still_starts_is_heard(open_window, portrait):
    driver = open_window("SlowStart")
    driver.window.files.open_photo(portrait)
    driver.wait(lambda: driver.window.jobs.worker_pid is not None)
    began = time.monotonic()
    driver.window.cancel()
    driver.wait_idle()
    assert time.monotonic() - began < 1.5
    assert driver.project.faces == ()
    driver.run("find_faces")
    assert len(driver.project.faces) == 1


@pytest.mark.parametrize("end", ["abort", "kill"])
def test_that_the_workers_death_leaves_mask_and_layout_and_the_next_run_works(open_window, portrait, end):
    driver = open_window()
    driver.open(portrait)
    driver.run("predict_layout")
    driver.stroke((100, 80), (140, 120))
    coverage, labels = driver.project.coverage.copy(), driver.document.work.layout.labels
    if end == "abort":
        driver.generate(fake_restorer.SEED_CRASH)
    else:
        driver.generate(fake_restorer.SEED_SLOW)
        driver.wait(lambda: driver.window.status.text.startswith("Painting"))
        os.kill(driver.window.jobs.worker_pid, signal.SIGKILL)
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"
    assert "mask and the layout are untouched" in driver.message.text
    assert (driver.project.coverage == coverage).all()
    assert driver.document.work.layout.labels is labels
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


def test_that_a_worker_that_died_idle_is_replaced_without_a_word(open_window, portrait):
    driver = open_window()
    driver.open(portrait)
    os.kill(driver.window.jobs.worker_pid, signal.SIGKILL)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


def test_that_the_window_stays_responsive_while_the_worker_starts_and_works(open_window, portrait):
    driver = open_window("SlowStart")
    gaps, last = [], [time.monotonic()]

    def tick():
        gaps.append(time.monotonic() - last[0])
        last[0] = time.monotonic()

    timer = QTimer()
    timer.timeout.connect(tick)
    driver.open(portrait)
    driver.click(120, 100)
    last[0] = time.monotonic()
    timer.start(5)
    driver.generate()
    driver.wait_idle()
    timer.stop()
    # a loaded machine may take any one tick away; most must come in time, and none may wait for the work
    assert np.quantile(gaps, 0.95) < 0.1
    assert max(gaps) < 0.5


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


def test_that_a_bad_file_is_a_message_and_the_old_photo_stays(driver, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    driver.click(60, 60)
    photo, coverage = driver.project.photo, driver.project.coverage.copy()
    driver.open(bad)
    assert driver.message.title == "The photo cannot be opened"
    assert driver.message.text.startswith("bad.png: ")
    assert driver.project.photo is photo
    assert (driver.project.coverage == coverage).all()


def test_that_a_photo_can_be_dropped(driver, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    _drop(driver.window, other)
    driver.wait_idle()
    assert driver.project.photo.path == other


def test_that_a_folder_without_photos_dropped_is_told_and_nothing_is_opened(driver, tmp_path, portrait):
    (tmp_path / "empty").mkdir()
    _drop(driver.window, tmp_path / "empty")
    assert driver.message.title == "No photos there"
    assert driver.project.photo.path == portrait


def test_that_mask_and_layout_are_opened_with_the_photo(open_window, portrait, tmp_path):
    mask = np.zeros((200, 240), np.bool_)
    mask[20:60, 30:90] = True
    write_mask(Mask.from_bool(mask), tmp_path / "mask.png")
    labels = np.full((256, 256), FaceClass.HAT, np.uint8)
    write_layout(Layout(labels), tmp_path / "layout.png")
    driver = open_window()
    driver.open(portrait, mask=tmp_path / "mask.png", layout=tmp_path / "layout.png")
    assert (driver.project.mask().restore == mask).all()
    assert (driver.document.work.layout.labels == FaceClass.HAT).all()


def test_that_a_mask_goes_out_and_comes_back_as_it_was(driver, tmp_path):
    driver.stroke((60, 60), (150, 90))
    coverage = driver.project.coverage.copy()
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("export_mask")
    assert (read_mask(tmp_path / "mask.png").coverage == coverage).all()
    assert driver.document.unsaved_parts() == []
    driver.trigger("clear_mask")
    driver.run("import_mask")
    assert (driver.project.coverage == coverage).all()
    driver.trigger("undo")
    assert driver.document.mask_is_empty


def test_that_a_mask_of_another_size_is_refused_and_nothing_changes(driver, tmp_path):
    write_mask(Mask.from_bool(np.ones((7, 9), np.bool_)), tmp_path / "mask.png")
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("import_mask")
    assert driver.message.title == "The mask cannot be used"
    assert driver.document.mask_is_empty


def test_that_a_layout_goes_out_and_comes_back_as_it_was(driver, tmp_path):
    driver.run("predict_layout")
    labels = driver.document.work.layout.labels
    driver.dialogs.path = tmp_path / "layout.png"
    driver.run("save_layout")
    driver.trigger("undo")
    assert driver.document.work.layout is None
    driver.run("load_layout")
    assert (driver.document.work.layout.labels == labels).all()


def test_that_a_layout_of_an_unnamed_order_is_asked_about(driver, tmp_path):
    from PIL import Image

    path = tmp_path / "foreign.png"
    Image.fromarray(np.full((64, 64), 17, np.uint8)).save(path)
    driver.dialogs.path = path
    driver.run("load_layout")
    assert driver.document.work.layout is None
    choices = dict(driver.message.choices)
    choices["BiSeNet"]()
    driver.wait_idle()
    assert (driver.document.work.layout.labels == FaceClass.HAIR).all()


def test_that_a_prediction_for_a_face_moved_meanwhile_is_left_unused(driver):
    driver.trigger("predict_layout")
    work = driver.document.work
    driver.document.move_point(2, 130, 120, start=work, gesture=driver.document.next_gesture())
    driver.wait_idle()
    assert driver.document.work.layout is None


def test_that_closing_with_unsaved_work_asks_and_stays_if_told_to(driver):
    driver.click(60, 60)
    driver.dialogs.answer = "stay"
    assert not driver.window.close()
    assert driver.dialogs.asked == [["changes to the mask"]]
    assert driver.window.isVisible()


def test_that_saving_on_the_way_out_saves_and_then_closes(open_window, portrait, tmp_path):
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.answer, driver.dialogs.path = "save", tmp_path / "out.facerestore"
    driver.window.close()
    driver.wait(lambda: not driver.window.isVisible())
    assert (tmp_path / "out.facerestore").exists()


def test_that_saving_before_another_photo_saves_and_then_opens_it(driver, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.click(30, 160)
    driver.dialogs.answer, driver.dialogs.path = "save", tmp_path / "out.facerestore"
    driver.window.files.open_photo(other)
    driver.wait(lambda: driver.project.photo.path == other)
    driver.wait_idle()
    assert (tmp_path / "out.facerestore").exists()
    assert [parts[0] for parts in driver.dialogs.asked] == ["the restored photo"]
    assert driver.document.unsaved_parts() == []


def test_that_a_save_given_up_on_the_way_out_does_not_close_the_window_later(driver, tmp_path):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.dialogs.answer, driver.dialogs.path = "save", None
    assert not driver.window.close()
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    driver.qtbot.wait(20)
    assert driver.document.unsaved_parts() == []
    assert driver.window.isVisible()


def test_that_a_mask_in_a_file_leaves_the_layout_to_be_saved(driver, tmp_path):
    driver.run("predict_layout")
    driver.click(60, 60)
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("export_mask")
    assert driver.document.unsaved_parts() == ["changes to the faces and their layout"]
    driver.dialogs.path = tmp_path / "layout.png"
    driver.run("save_layout")
    assert driver.document.unsaved_parts() == []
    driver.click(90, 60)
    assert driver.document.unsaved_parts() == ["changes to the mask"]
    driver.trigger("undo")
    assert driver.document.unsaved_parts() == []


def test_that_saving_an_old_result_does_not_pass_for_saving_later_strokes(driver, tmp_path):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    driver.click(30, 160)
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    assert "changes to the mask" in driver.document.unsaved_parts()


def test_that_a_name_without_suffix_gets_one_before_the_question_of_replacing(qtbot, tmp_path, monkeypatch):
    seen = []

    def accept(dialog):
        dialog.selectFile("mine")
        seen.append((dialog.defaultSuffix(), dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)))
        return QFileDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", accept)
    window = QWidget()
    qtbot.addWidget(window)
    assert FileDialogs(window).save_project(tmp_path / "photo.facerestore") == tmp_path / "mine.facerestore"
    assert FileDialogs(window).save_mask(tmp_path / "photo_mask.png") == tmp_path / "mine.png"
    assert seen == [("facerestore", False), ("png", False)]


def test_that_closing_while_the_worker_works_ends_it(open_window, portrait):
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_DEAF)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    pid = driver.window.jobs.worker_pid
    began = time.monotonic()
    assert driver.window.close()
    assert time.monotonic() - began < 1
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_that_missing_weights_are_told_with_their_advice(open_window, portrait):
    driver = open_window("WithoutWeights")
    driver.open(portrait)
    assert driver.message.title == "A network is not installed"
    assert "Install it." in driver.message.text
    assert driver.project is not None


def _drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none))
