"""``train import-stylegan``: a public generator becomes stage 1 of an ISFRNet, with its source on the card."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from facerestore_models import create
from facerestore_models.isfrnet import IsfrNet
from facerestore_models.manifest import read_manifest
from facerestore_models.weights import load_weights
from facerestore_training.main import main


def public_state() -> dict[str, torch.Tensor]:
    """isfrnet_tiny's generator as NVIDIA's layout names it."""
    network = create("isfrnet_tiny")
    assert isinstance(network, IsfrNet)
    names = {"convolve": "conv1", "enlarge": "conv0", "to_picture": "torgb"}
    state = {}
    for name, value in network.prior.generator.state_dict().items():
        parts = name.split(".")
        if name == "start":
            state["synthesis.b4.const"] = value
        elif parts[0] == "mapping":
            state[f"mapping.fc{parts[2]}.{parts[3]}"] = value
        else:
            state[f"synthesis.b{4 * 2 ** int(parts[1])}.{names[parts[2]]}.{'.'.join(parts[3:])}"] = value
    return {name: value.contiguous() for name, value in state.items()}


def imported(file: Path, out: Path) -> int:
    named = ("--source", "example.org", "--licence", "CC0-1.0")
    return main(["train", "import-stylegan", str(file), "--network", "isfrnet_tiny", "--out", str(out), *named])


def test_that_the_generator_is_the_public_one_and_the_card_says_whose(tmp_path: Path) -> None:
    state = public_state()
    save_file(state, tmp_path / "public.safetensors")
    assert imported(tmp_path / "public.safetensors", tmp_path / "weights") == 0
    (entry,) = read_manifest(tmp_path / "weights")
    assert entry.name == "isfrnet_tiny.base"
    assert entry.card["generator"]["source"] == "example.org"
    assert entry.card["generator"]["licence"] == "CC0-1.0"
    _, network = load_weights(tmp_path / "weights" / entry.file)
    assert isinstance(network, IsfrNet)
    torch.testing.assert_close(
        network.prior.generator.start, state["synthesis.b4.const"], atol=1e-3, rtol=1e-3, msg="written as float16"
    )


def test_that_what_does_not_fit_what_is_pickled_and_what_is_missing_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_file({"mapping.fc0.weight": torch.zeros(4, 4)}, tmp_path / "other.safetensors")
    assert imported(tmp_path / "other.safetensors", tmp_path / "weights") == 2
    assert "neither synthesis.b4.const" in capsys.readouterr().err
    (tmp_path / "network.pkl").write_bytes(b"\x80\x04.")
    assert imported(tmp_path / "network.pkl", tmp_path / "weights") == 2
    assert "would have to be unpickled" in capsys.readouterr().err
    (tmp_path / "broken.safetensors").write_bytes(b"nothing")
    assert imported(tmp_path / "broken.safetensors", tmp_path / "weights") == 1
    assert "no safetensors file" in capsys.readouterr().err
    assert imported(tmp_path / "nowhere.safetensors", tmp_path / "weights") == 1
    assert "nowhere.safetensors is not there" in capsys.readouterr().err
    assert not (tmp_path / "weights").exists()
