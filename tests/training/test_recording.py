"""What a run writes down, read back."""

import json
import logging
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tensorboardX.proto.event_pb2 import Event, SessionLog

from facerestore_training.runs.checkpoints import Progress
from facerestore_training.runs.recording import METRICS_FILE, SHEET_FILE, Recorder


def events_in(folder: Path) -> list[Event]:
    """TensorBoard's records: length (8 bytes), check sum (4), an Event, check sum (4)."""
    found = []
    for file in sorted(folder.glob("events.out.tfevents.*")):
        content = file.read_bytes()
        while content:
            (length,) = struct.unpack("<Q", content[:8])
            found.append(Event.FromString(content[12 : 12 + length]))
            content = content[16 + length :]
    return found


def scalars_in(folder: Path) -> dict[tuple[str, int], float]:
    values = [(event.step, value) for event in events_in(folder) for value in event.summary.value]
    return {(v.tag, step): v.simple_value for step, v in values if v.WhichOneof("value") == "simple_value"}


def test_that_figures_are_lines_and_events_by_images_seen(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    recorder.figures("train", Progress(images=8, elapsed_s=1.25), {"loss": 0.5, "lr": 1e-3, "images/s": 6.0})
    recorder.figures("validation", Progress(images=8, elapsed_s=2.0), {"psnr_r20_40": 26.123456})
    recorder.close()
    lines = [json.loads(line) for line in (tmp_path / METRICS_FILE).read_text().splitlines()]
    assert lines[0] == {"kind": "train", "images": 8, "elapsed_s": 1.2, "loss": 0.5, "lr": 0.001, "images/s": 6.0}
    assert lines[1]["psnr_r20_40"] == 26.123
    assert scalars_in(tmp_path) == {
        ("train/loss", 8): pytest.approx(0.5),
        ("train/lr", 8): pytest.approx(1e-3),
        ("train/images/s", 8): pytest.approx(6.0),
        ("validation/psnr_r20_40", 8): pytest.approx(26.123456),
    }


def test_that_the_contact_sheet_is_an_event_of_at_most_1024_px(tmp_path: Path) -> None:
    Image.fromarray(np.full((300, 2_048, 3), 90, np.uint8)).save(tmp_path / SHEET_FILE)
    recorder = Recorder(tmp_path)
    recorder.sheet(Progress(images=24))
    recorder.close()
    (value,) = (value for event in events_in(tmp_path) for value in event.summary.value)
    assert (value.tag, value.image.width, value.image.height) == ("contact", 1_024, 150)


def test_that_a_run_that_goes_on_hides_the_events_after_its_state(tmp_path: Path) -> None:
    for images in (40, 24):
        recorder = Recorder(tmp_path)
        recorder.figures("train", Progress(images=images), {"loss": 1.0})
        recorder.close()
    starts = [e.step for e in events_in(tmp_path) if e.session_log.status == SessionLog.START]
    assert sorted(starts) == [24, 40]


def test_that_without_the_package_a_warning_is_given_once_and_the_lines_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    recorder = Recorder(tmp_path)
    with caplog.at_level(logging.WARNING):
        for images in (8, 16):
            recorder.figures("train", Progress(images=images), {"loss": 1.0})
            recorder.sheet(Progress(images=images))
    recorder.close()
    assert [record.message.partition(":")[0] for record in caplog.records] == ["No events for TensorBoard"]
    assert len((tmp_path / METRICS_FILE).read_text().splitlines()) == 2
    assert events_in(tmp_path) == []
