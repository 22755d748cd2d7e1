from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from facerestore_models import create
from facerestore_models.weights import WeightsProblem, load_weights, save_weights, sha256_of

NAME = "face_detector_tiny"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    path = tmp_path / "net.safetensors"
    save_weights(create(NAME), NAME, path)
    return path


def test_that_saved_weights_come_back_within_half_precision(saved: Path) -> None:
    torch.manual_seed(0)
    original = create(NAME).state_dict()
    name, network = load_weights(saved, sha256=sha256_of(saved))
    assert name == f"{NAME}.base"
    for key, value in network.state_dict().items():
        torch.testing.assert_close(value, original[key], rtol=1e-3, atol=1e-4)


def test_that_one_flipped_byte_is_noticed(saved: Path) -> None:
    good = sha256_of(saved)
    content = bytearray(saved.read_bytes())
    content[-1] ^= 1
    saved.write_bytes(content)
    with pytest.raises(WeightsProblem, match="SHA-256"):
        load_weights(saved, sha256=good)


def test_that_a_pickle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    torch.save({"a": torch.zeros(2)}, path)
    with pytest.raises(WeightsProblem, match="not a safetensors"):
        load_weights(path)


def test_that_another_label_order_is_refused(saved: Path) -> None:
    metadata = {"format": "facerestore-weights-1", "network": NAME, "label_order": "bisenet", "class_count": "19"}
    save_file(load_file(saved), saved, metadata=metadata)
    with pytest.raises(WeightsProblem, match="label order"):
        load_weights(saved)


def test_that_an_unknown_network_and_a_foreign_file_are_refused(saved: Path) -> None:
    save_file(load_file(saved), saved, metadata={"format": "facerestore-weights-1", "network": "x"})
    with pytest.raises(WeightsProblem, match="does not know"):
        load_weights(saved)
    save_file({"a": torch.zeros(1)}, saved)
    with pytest.raises(WeightsProblem, match="not a facerestore"):
        load_weights(saved)


def test_that_missing_tensors_and_infinite_numbers_are_refused(saved: Path) -> None:
    metadata = {"format": "facerestore-weights-1", "network": NAME, "label_order": "celeba", "class_count": "19"}
    tensors = load_file(saved)
    key = next(iter(tensors))
    save_file(tensors | {key: torch.full_like(tensors[key], float("inf"))}, saved, metadata=metadata)
    with pytest.raises(WeightsProblem, match="not finite"):
        load_weights(saved)
    tensors.pop(key)
    save_file(tensors, saved, metadata=metadata)
    with pytest.raises(WeightsProblem, match="do not fit"):
        load_weights(saved)


def test_that_the_tag_is_kept_and_weights_without_one_are_the_base(saved: Path) -> None:
    save_weights(create(NAME), f"{NAME}.mine", saved)
    assert load_weights(saved)[0] == f"{NAME}.mine"
    metadata = {"format": "facerestore-weights-1", "network": NAME, "label_order": "celeba", "class_count": "19"}
    save_file(load_file(saved), saved, metadata=metadata)
    assert load_weights(saved)[0] == f"{NAME}.base"
    save_file(load_file(saved), saved, metadata=metadata | {"tag": "../x"})
    with pytest.raises(WeightsProblem, match="tag"):
        load_weights(saved)
