import logging
from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore_training.labels import labelled_faces, trust
from facerestore_training.labels.labelling import LabelledFaces
from facerestore_training.labels.trust import Trust
from tests.support.drawn_faces import drawn_faces
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_data import png, write_tar


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    faces = drawn_faces(4)
    members = {f"{k}.png": png(np.asarray(p)) for k, p in zip(faces.keys, faces.pixels, strict=True)}
    return write_tar(tmp_path / "faces.tar", members)


def test_that_faces_are_labelled_once_and_what_is_left_out_is_said(
    shard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def kept(read: LabelledFaces) -> Trust:
        assert np.isfinite(read.confidence_N).all()
        return Trust(np.array([0, 2]), {"without a nose": 2})

    monkeypatch.setattr(labelled_faces, "trusted", kept)
    caplog.set_level(logging.INFO)
    parser = write_tiny_weights(tmp_path / "weights") / "semantic_layout_tiny.safetensors"
    arguments = ([shard], parser, tmp_path / "cache", torch.device("cpu"))
    faces, chosen = labelled_faces.labelled_faces(*arguments)
    assert faces.labels is not None
    assert faces.labels.shape == (4, 256, 256)
    assert chosen.tolist() == [0, 2]
    assert "2 of 4 layouts are trusted; 2 without a nose" in caplog.text
    written = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "cache").glob("layouts-*")}
    assert {"beards", "unsure"} <= {name.split(".")[1] for name in written}
    labelled_faces.labelled_faces(*arguments)
    assert written == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "cache").glob("layouts-*")}


def test_that_a_labeller_of_which_nothing_is_trusted_is_named(
    shard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(labelled_faces, "trusted", lambda read: Trust(np.array([], int), {trust.UNSURE: 4}))
    parser = write_tiny_weights(tmp_path / "weights") / "semantic_layout_tiny.safetensors"
    _, chosen = labelled_faces.labelled_faces([shard], parser, tmp_path / "cache", torch.device("cpu"))
    assert chosen.tolist() == [0, 1, 2, 3]
    assert "semantic_layout_tiny.safetensors" in caplog.text
