"""The gate: what it lets pass, what it refuses, and why."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from facerestore.inference.backends.torch.networks import list_weights
from facerestore_models import create
from facerestore_models.weights import load_weights
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass
from facerestore_training.commands.gate import LEAST_FACES, Bucket, Verdict
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.bootstrap import Comparison
from facerestore_training.main import main
from facerestore_training.recipes import isfrnet, semantic_layout, texture_generator
from tests.support.drawn_faces import drawn_faces
from tests.support.finished_run import write_finished_run
from tests.support.tiny_weights import TINY, write_tiny_weights
from tests.training.test_data import png, write_tar

RECIPES = {"texture_generator_tiny": texture_generator, "semantic_layout_tiny": semantic_layout}
EVERY_RECIPE = RECIPES | {"isfrnet_tiny": isfrnet}


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    return drawn_faces(LEAST_FACES + 2)


@pytest.fixture
def against(tmp_path: Path) -> Path:
    return write_tiny_weights(tmp_path / "against")


def shard_of(faces: FaceSet, file: Path, *, is_labelled: bool = False) -> Path:
    members = {}
    for index, key in enumerate(faces.keys):
        members[f"{key}.{'webp' if is_labelled else 'png'}"] = png(np.asarray(faces.pixels[index]))
        if is_labelled:
            assert faces.labels is not None
            members[f"{key}.png"] = png(np.asarray(faces.labels[index]))
    return write_tar(file, members)


def run_of(network: nn.Module, name: str, folder: Path) -> Path:
    """A run that was trained on the faces 0 and 1."""
    learnt = drawn_faces(2)
    return write_finished_run(
        folder / "run", EVERY_RECIPE[name].tiny(), network, shard_of(learnt, folder / "learnt.tar"), learnt
    )


def gate(run: Path, against: Path, shard: Path, out: Path, *options: str) -> int:
    arguments = ["--run", str(run), "--against", str(against), "--validation", str(shard), "--out", str(out)]
    return main(["train", "gate", *arguments, "--device", "cpu", *options])


def masks_for(faces: FaceSet, folder: Path) -> str:
    hole = np.zeros((256, 256), np.uint8)
    hole[90:180, 80:180] = 255
    (folder / "middle").mkdir(parents=True)
    for key in faces.keys:
        (folder / "middle" / f"{key}.png").write_bytes(png(hole))
    return str(folder)


def test_that_what_paints_for_one_way_only_is_held_against_its_own_weights(
    faces: FaceSet, against: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "isfrnet_tiny"
    _, same = load_weights(against / f"{name}.safetensors")
    unseen = faces.subset(range(2, len(faces)))
    run, shard = run_of(same, name, tmp_path), shard_of(unseen, tmp_path / "val.tar")
    assert gate(run, against, shard, tmp_path / "out", "--masks", masks_for(unseen, tmp_path / "masks")) == 0
    said = capsys.readouterr().out
    (found,) = json.loads(said[: said.rindex("}") + 1])["buckets"].values()
    assert found["difference"] == 0, "stage 2 paints otherwise"
    assert {entry.name for entry in list_weights(tmp_path / "out")} == {f"{tiny}.base" for tiny in TINY}


def test_that_a_run_as_good_as_what_is_shipped_becomes_a_whole_weights_folder(
    faces: FaceSet, against: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "texture_generator_tiny"
    _, same = load_weights(against / f"{name}.safetensors")
    unseen = faces.subset(range(2, len(faces)))
    run, shard = run_of(same, name, tmp_path), shard_of(unseen, tmp_path / "val.tar")
    out = tmp_path / "out"
    assert gate(run, against, shard, out, "--masks", masks_for(unseen, tmp_path / "masks")) == 0
    cards = {entry.name: entry.card for entry in list_weights(out)}
    assert set(cards) == {f"{tiny}.base" for tiny in TINY}
    verdict = cards[f"{name}.base"]["gate"]
    assert verdict["passed"]
    assert verdict["buckets"]["middle"]["difference"] == 0
    assert '"passed": true' in capsys.readouterr().out


@pytest.mark.parametrize("name", RECIPES)
def test_that_a_worse_run_is_refused_with_its_figures_and_writes_nothing(
    name: str, faces: FaceSet, against: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.manual_seed(1)
    worse = create(name)
    if name == "semantic_layout_tiny":
        always(worse, FaceClass.BACKGROUND)
        better = create(name)
        always(better, FaceClass.SKIN)
        replace_weights(against, name, better)
    else:
        for parameter in worse.parameters():
            torch.nn.init.normal_(parameter, std=0.5)
    unseen = faces.subset(range(2, len(faces)))
    run, shard = run_of(worse, name, tmp_path), shard_of(unseen, tmp_path / "val.tar", is_labelled="layout" in name)
    out = tmp_path / "out"
    assert gate(run, against, shard, out, "--masks", masks_for(unseen, tmp_path / "masks")) == 1
    printed = capsys.readouterr()
    assert "Refused" in printed.err
    figures = json.loads(printed.out)
    assert not figures["passed"]
    assert figures["buckets"]["middle"]["ours"] < figures["buckets"]["middle"]["theirs"]
    assert not out.exists()


def always(network: nn.Module, face_class: FaceClass) -> None:
    """Make stage 1 answer one class everywhere."""
    bias = [p for key, p in network.named_parameters() if key.endswith("bias") and p.shape == (CLASS_COUNT,)][-1]
    with torch.no_grad():
        bias[int(face_class)] += 100


def replace_weights(folder: Path, name: str, network: nn.Module) -> None:
    from facerestore_models.manifest import write_manifest_entry
    from facerestore_models.weights import save_weights

    save_weights(network, name, folder / f"{name}.safetensors")
    write_manifest_entry(folder, name, f"{name}.safetensors", {})


def test_that_faces_the_run_was_trained_on_are_refused(
    faces: FaceSet, against: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "texture_generator_tiny"
    run, shard = run_of(create(name), name, tmp_path), shard_of(faces, tmp_path / "val.tar")
    assert gate(run, against, shard, tmp_path / "out") == 2
    assert "trained on 2 of these 12 faces, drawn-0 among them" in capsys.readouterr().err


@pytest.mark.parametrize(("count", "sentence"), [(5, "5 faces say too little"), (10, "judged by labels")])
def test_that_too_few_faces_and_stage_1_without_labels_are_refused(
    count: int, sentence: str, faces: FaceSet, against: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "semantic_layout_tiny"
    run = run_of(create(name), name, tmp_path)
    shard = shard_of(faces.subset(range(2, 2 + count)), tmp_path / "val.tar")
    assert gate(run, against, shard, tmp_path / "out") == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(("low", "passes"), [(-0.05, True), (0.3, True), (-0.15, False), (float("nan"), False)])
def test_that_the_lower_end_of_every_interval_decides(low: float, *, passes: bool) -> None:
    def bucket(low: float) -> Bucket:
        comparison = Comparison(figure="psnr", difference=low + 0.1, low=low, high=low + 0.2, count=20)
        return Bucket(ours=25.0, theirs=25.0, comparison=comparison)

    verdict = Verdict(figure="PSNR, dB", tolerance=0.1, buckets={"a": bucket(0.2), "b": bucket(low)})
    assert verdict.passed is passes
