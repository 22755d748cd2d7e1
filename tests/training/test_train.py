"""``facerestore train``: what the options decide, and one run from the installed weights to its folder."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore.files.installed_weights import WEIGHTS_VARIABLE
from facerestore.values.errors import UsageError, WeightsMissing
from facerestore_models.weights import sha256_of
from facerestore_training.commands import train
from facerestore_training.kinds import KINDS
from facerestore_training.kinds.texture import DiscriminatorKind, critic_of
from facerestore_training.losses.perceptual import SqueezeNetFeatures
from facerestore_training.main import main
from facerestore_training.runs.run_folder import CONFIG_FILE, DATA_FILE
from facerestore_training.runs.starting_weights import weights_named
from tests.support.backbones import squeezenet_file
from tests.support.drawn_faces import drawn_faces
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_data import png, write_tar

CPU, CUDA = torch.device("cpu"), torch.device("cuda")


@pytest.mark.parametrize(
    ("kind", "weights", "device", "recipe"),
    [
        ("texture", None, CUDA, "full"),
        ("texture", None, CPU, "cpu"),
        ("texture", "some.safetensors", CPU, "cpu"),
        ("texture", "shipped", CUDA, "finetune"),
        ("layout", "shipped", CPU, "finetune"),
        ("points", "shipped", CPU, "finetune"),
        ("detector", "shipped", CPU, "cpu"),
    ],
)
def test_that_the_recipe_follows_device_and_starting_weights(
    kind: str, weights: str | None, device: torch.device, recipe: str
) -> None:
    assert KINDS[kind].default_recipe(device, is_from_shipped=weights == "shipped") == recipe


@pytest.mark.parametrize(
    ("asked", "device", "has_triton", "compiled"),
    [
        (None, CPU, True, False),
        (True, CPU, False, True),
        (None, CUDA, True, True),
        (None, CUDA, False, False),
        (False, CUDA, True, False),
    ],
)
def test_that_compiling_is_for_gpus_with_triton_unless_asked_for(
    asked: bool | None, device: torch.device, has_triton: bool, compiled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "find_spec", lambda name: object() if has_triton else None)
    assert train.compiles(asked, device) is compiled


def test_that_compiling_for_a_gpu_without_triton_is_refused_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="Triton"):
        train.compiles(True, CUDA)


@pytest.mark.parametrize(
    ("recipe", "asked", "bases"),
    [
        ("full", None, [48, 32]),
        ("full", "none", None),
        ("full", "parts", [32]),
        ("cpu", None, None),
        ("cpu", "both", [32, 24]),
        ("sharpen", "parts", [24]),
        ("finetune", None, None),
        ("full", "both", [48, 32]),
    ],
)
def test_that_the_discriminator_is_there_on_a_gpu_and_smaller_elsewhere_when_asked_for(
    recipe: str, asked: DiscriminatorKind | None, bases: list[int] | None
) -> None:
    discriminator = critic_of(recipe, asked, None)
    critics = None if discriminator is None else [discriminator.network.whole, discriminator.network.parts]
    found = None if critics is None else [next(c.parameters()).shape[0] for c in critics if c is not None]
    assert found == bases


@pytest.mark.parametrize(("recipe", "asked"), [("full", None), ("sharpen", "features")])
def test_that_an_discriminator_looks_through_features_where_there_are_any(
    recipe: str, asked: DiscriminatorKind | None, tmp_path: Path
) -> None:
    features = SqueezeNetFeatures(squeezenet_file(tmp_path))
    discriminator = critic_of(recipe, asked, features)
    assert discriminator is not None
    assert discriminator.features is features
    assert discriminator.network.whole is None
    # what is frozen is no part of what learns and is saved
    assert not any("features" in name for name, _ in discriminator.network.named_parameters())
    with pytest.raises(UsageError, match="--features"):
        critic_of("sharpen", "features", None)


def test_that_shipped_names_the_installed_weights_and_a_path_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(write_tiny_weights(tmp_path)))
    assert weights_named("shipped", "layout") == tmp_path / "semantic_layout_tiny.safetensors"
    assert weights_named("a/b.safetensors", "layout") == Path("a/b.safetensors")
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(tmp_path / "none"))
    with pytest.raises(WeightsMissing):
        weights_named("shipped", "layout")


@pytest.mark.parametrize(("discriminator", "figures"), [("both", {"critic", "fooled"}), ("features", {"told_seen"})])
def test_that_a_run_from_the_installed_weights_against_an_discriminator_describes_itself_and_goes_on(
    discriminator: str, figures: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = drawn_faces(4)
    shard = write_tar(
        tmp_path / "faces.tar", {f"{k}.png": png(np.asarray(p)) for k, p in zip(faces.keys, faces.pixels, strict=True)}
    )
    weights = write_tiny_weights(tmp_path / "weights")
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(weights))
    (tmp_path / "masks" / "middle").mkdir(parents=True)
    hole = np.pad(np.full((90, 90), 255, np.uint8), 83)
    for key in faces.keys:
        (tmp_path / "masks" / "middle" / f"{key}.png").write_bytes(png(hole))
    run = tmp_path / "run"
    options = ["--masks", str(tmp_path / "masks")]
    options += ["--faces", str(shard), "--validation", str(shard), "--out", str(run), "--device", "cpu"]
    options += ["--layout-weights", str(weights / "semantic_layout_tiny.safetensors")]
    options += ["--from-weights", "shipped", "--recipe", "tiny", "--discriminator", discriminator]
    options += ["--features", str(squeezenet_file(tmp_path)), "--optimizer", "muon", "--learning-rate", "1e-3"]
    assert main(["train", "texture", *options, "--images", "4"]) == 0
    assert main(["train", "texture", *options, "--images", "8"]) == 0
    config = json.loads((run / CONFIG_FILE).read_text())
    assert config["started_from"]["sha256"] == sha256_of(weights / "texture_generator_tiny.safetensors")
    assert config["sources"] == {"faces": "not stated"}
    assert config["values"]["images"] == 8
    assert config["values"]["optimizer"] == "muon"
    assert config["values"]["learning_rate"] == 1e-3
    assert len(json.loads((run / DATA_FILE).read_text())["keys"]) == 4
    records = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    assert [r["images"] for r in records if r["kind"] == "train"] == [4, 8]
    assert {"loss", "lr", "images/s"} | figures <= records[0].keys()
    assert len(list(run.glob("events.out.tfevents.*"))) == 2


@pytest.mark.parametrize("recipe", ["cpu", "full", "further", "finetune"])
def test_that_what_is_not_shipped_learns_alone_first_beside_finished_weights_only(recipe: str, tmp_path: Path) -> None:
    kind = KINDS["layout"]

    def first(from_weights: str | None) -> int:
        arguments = Namespace(
            recipe=recipe, from_weights=from_weights, out=tmp_path, images=None, optimizer=None, learning_rate=None
        )
        return train.run_config(kind, arguments).auxiliary_first

    assert first(None) == 0
    assert first("shipped") >= 3_000
    # a run that goes on by a command without its first weights
    (tmp_path / CONFIG_FILE).write_text(json.dumps({"started_from": {"file": "semantic_layout.safetensors"}}))
    assert first(None) == first("shipped")


def test_that_another_rate_keeps_the_share_of_it_that_a_run_ends_with(tmp_path: Path) -> None:
    arguments = Namespace(
        recipe="cpu", from_weights=None, out=tmp_path, images=None, optimizer="adamw", learning_rate=1.6e-3
    )
    config = train.run_config(KINDS["texture"], arguments)
    assert config.learning_rate == 1.6e-3
    assert config.final_learning_rate == pytest.approx(4e-5)
    assert config.optimizer == "adamw"


@pytest.mark.parametrize("text", ["0", "-1e-3", "1", "fast"])
def test_that_what_is_no_learning_rate_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["train", "texture", "--learning-rate", text])
    assert "--learning-rate" in capsys.readouterr().err


def test_that_the_former_name_of_the_discriminator_is_understood_and_not_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    parser = ArgumentParser()
    KINDS["texture"].add_options(parser)
    given = ["--faces", "f", "--validation", "v", "--layout-weights", "w"]
    assert parser.parse_args([*given, "--opponent", "parts"]).discriminator == "parts"
    assert parser.parse_args([*given, "--discriminator", "both"]).discriminator == "both"
    assert parser.parse_args(given).discriminator is None
    assert "opponent" not in parser.format_help()
