"""``facerestore train seed-texture``: a run of the tiny recipe, and what it refuses."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore_models import create
from facerestore_models.weights import save_weights
from facerestore_training.main import main
from tests.support.drawn_faces import drawn_faces
from tests.training.test_data import png, write_tar


@pytest.fixture
def shard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    faces = drawn_faces(4)
    return write_tar(
        tmp_path / "faces.tar", {f"{k}.png": png(np.asarray(p)) for k, p in zip(faces.keys, faces.pixels, strict=True)}
    )


def options(shard: Path, parser: str) -> list[str]:
    torch.manual_seed(0)
    weights = shard.with_name(f"{parser}.safetensors")
    save_weights(create(parser), parser, weights)
    found = ["--faces", str(shard), "--validation", str(shard), "--layout-weights", str(weights)]
    return [*found, "--out", str(shard.with_name("run")), "--recipe", "tiny", "--device", "cpu", "--images", "24"]


@pytest.mark.parametrize("critic", ["wgan-gp", "r1"])
def test_that_the_seed_painter_is_trained_by_one_command(shard: Path, critic: str) -> None:
    assert main(["train", "seed-texture", *options(shard, "semantic_layout_tiny"), "--critic", critic]) == 0
    run = shard.with_name("run")
    records = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    assert {"perceptual", "consistency", "fooled", "critic", "penalty"} <= records[0].keys()
    assert json.loads((run / "state.json").read_text())["network"] == "seed_texture_tiny"


def test_that_another_stage_1_and_a_missing_backbone_are_refused(
    shard: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "seed-texture", *options(shard, "seed_layout_tiny")]) == 2
    assert "--layout-weights" in capsys.readouterr().err
    nowhere = ["--lpips-backbone", str(shard.with_name("nowhere.safetensors"))]
    assert main(["train", "seed-texture", *options(shard, "semantic_layout_tiny"), *nowhere]) == 1
    assert "cannot be read" in capsys.readouterr().err
