"""The window with the shipped networks: open, mask, predict, paint into the layout, generate, undo, save, verify."""

import json

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from facerestore.demo.sample import damaged_sample
from facerestore.files.provenance import changed_kept_pixels, kept_pixels_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.window.main_window import MainWindow
from facerestore_resources.face_classes import FaceClass

pytestmark = [pytest.mark.slow, pytest.mark.gui]

_PATIENCE_MS = 180_000


@pytest.fixture
def sample(tmp_path):
    """The damaged sample portrait with its mask, in files."""
    drawn = damaged_sample()
    write_photo(drawn.damaged, tmp_path / "portrait.png")
    write_mask(drawn.mask, tmp_path / "mask.png")
    return tmp_path


@pytest.fixture
def window(qtbot):
    window = MainWindow(WorkerSettings(device="cpu"))
    window.resize(1100, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.session.files.may_leave = lambda **keywords: True  # nobody is there to answer
    window.close()
    window.deleteLater()


def test_that_a_portrait_goes_from_a_file_through_the_window_to_a_file(qtbot, window, sample, tmp_path):
    def wait():
        qtbot.waitUntil(lambda: not window.session.runner.is_busy, timeout=_PATIENCE_MS)

    def trigger(name):
        action = window.actions_table.by_name[name]
        assert action.isEnabled(), name
        action.trigger()
        wait()

    document = window.session.document
    window.session.files.open_photo(sample / "portrait.png", mask=sample / "mask.png")
    wait()
    assert document.work is not None, "no face was found"
    mask = document.project.mask()
    assert (mask.coverage == damaged_sample().mask.coverage).all()

    trigger("predict_layout")
    predicted = document.work.layout.labels.copy()
    assert {FaceClass.SKIN, FaceClass.HAIR, FaceClass.NOSE} <= set(predicted.ravel().tolist())

    window.session.tool_settings.choose(ToolKind.PAINT)
    window.session.tool_settings.choose_class(FaceClass.GLASSES)
    window.session.tool_settings.set_brush_diameter(24)
    canvas = window.canvas
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(QPointF(205, 109)))
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(QPointF(246, 107)))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(QPointF(246, 107)))
    painted = document.work.layout.labels.copy()
    assert (painted[predicted != painted] == FaceClass.GLASSES).all()
    assert (predicted != painted).any()
    trigger("undo")
    assert (document.work.layout.labels == predicted).all()
    trigger("redo")
    assert (document.work.layout.labels == painted).all()

    trigger("generate")
    assert document.result is not None
    window.session.file_tasks.save_result(tmp_path / "restored.png")
    wait()

    source, restored = read_photo(sample / "portrait.png"), read_photo(tmp_path / "restored.png")
    assert changed_kept_pixels(source, restored, mask) == 0
    assert (source.pixels[mask.restore] != restored.pixels[mask.restore]).any()
    record = json.loads((tmp_path / "restored.json").read_text())
    assert record["kept_pixels_sha256"] == kept_pixels_hash(source, mask)
    assert record["generated_share"] > 0
