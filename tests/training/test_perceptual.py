"""Perceptual distances, on networks with random weights."""

import sys
from pathlib import Path

import pytest
import torch
import torchvision.models
from safetensors.torch import save_file
from torch import nn

from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore_models import create
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_training.losses.perceptual import LpipsDistance, ParserDistance, SqueezeNetFeatures
from tests.support.backbones import squeezenet_file, written

PICTURE, OTHER = torch.rand(2, 3, 64, 64), torch.rand(2, 3, 64, 64)


@pytest.fixture(scope="module")
def squeezenet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return squeezenet_file(tmp_path_factory.mktemp("backbones"))


def parser_distance() -> ParserDistance:
    torch.manual_seed(0)
    network = create("semantic_layout_tiny")
    assert isinstance(network, SemanticLayoutNet)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += 0.05 * torch.randn_like(parameter)
    return ParserDistance(network)


def test_that_lpips_is_zero_for_the_same_picture_and_grows_with_the_difference(squeezenet: Path) -> None:
    distance = LpipsDistance(squeezenet)
    near = float(distance(0.9 * PICTURE + 0.1 * OTHER, PICTURE))
    assert float(distance(PICTURE, PICTURE)) == 0
    assert 0 < near < float(distance(OTHER, PICTURE))


def test_that_lpips_uses_the_backbone_it_is_given(squeezenet: Path, tmp_path: Path) -> None:
    torch.manual_seed(1)
    other = written(torchvision.models.squeezenet1_1(weights=None).features, tmp_path / "other.safetensors")
    found = [float(LpipsDistance(file)(PICTURE, OTHER)) for file in (squeezenet, squeezenet, other)]
    assert found[0] == found[1] != found[2]


def test_that_lpips_uses_the_fitted_heads_of_the_package(squeezenet: Path) -> None:
    heads = {k: v for k, v in LpipsDistance(squeezenet).model.state_dict().items() if k.startswith("lin")}
    # fitted to judgements, they cannot be negative; fresh ones are so half of the time
    assert all((head >= 0).all() for head in heads.values())


def test_that_lpips_moves_the_result_and_none_of_its_own_weights(squeezenet: Path) -> None:
    distance = LpipsDistance(squeezenet)
    result = OTHER.clone().requires_grad_()
    distance(result, PICTURE).backward()
    assert result.grad is not None
    assert result.grad.abs().sum() > 0
    assert not any(p.requires_grad for p in distance.parameters())


def test_that_squeezenet_shows_pictures_at_four_depths_and_learns_nothing(squeezenet: Path) -> None:
    network = SqueezeNetFeatures(squeezenet)
    found = network(PICTURE.clone().requires_grad_())
    assert [tuple(f.shape[:2]) for f in found] == [(2, chs) for chs in SqueezeNetFeatures.CHS]
    assert [f.shape[-1] for f in found] == [31, 15, 7, 3]
    assert all(f.requires_grad for f in found)
    assert not any(p.requires_grad for p in network.parameters())


def test_that_a_backbone_is_known_by_its_shapes(tmp_path: Path) -> None:
    file = written(torchvision.models.alexnet(weights=None).features, tmp_path / "alex.safetensors")
    assert LpipsDistance(file).model.pnet_type == "alex"


def test_that_lpips_without_a_backbone_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match="leave LPIPS out"):
        LpipsDistance(None)
    with pytest.raises(WeightsMissing, match="cannot be read"):
        LpipsDistance(tmp_path / "nowhere.safetensors")


def test_that_lpips_without_its_package_says_what_to_do(squeezenet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lpips", None)
    with pytest.raises(WeightsMissing, match=r"facerestore\[training\]"):
        LpipsDistance(squeezenet)


def test_that_other_files_and_half_backbones_are_refused(squeezenet: Path, tmp_path: Path) -> None:
    pickled = tmp_path / "net.pth"
    torch.save({"features.0.weight": torch.zeros(64, 3, 11, 11)}, pickled)
    with pytest.raises(WeightsDamaged, match="not a safetensors"):
        LpipsDistance(pickled)
    foreign = tmp_path / "foreign.safetensors"
    save_file({"a": torch.zeros(1)}, foreign)
    with pytest.raises(WeightsDamaged, match="not one of"):
        LpipsDistance(foreign)
    half = tmp_path / "half.safetensors"
    save_file({"features.0.weight": torch.zeros(64, 3, 11, 11)}, half)
    with pytest.raises(WeightsDamaged, match="no whole alex"):
        LpipsDistance(half)


def test_that_the_parser_distance_is_zero_for_the_same_picture_and_positive_for_another() -> None:
    distance = parser_distance()
    assert float(distance(PICTURE, PICTURE)) == pytest.approx(0, abs=1e-6)
    assert float(distance(0.9 * PICTURE + 0.1 * OTHER, PICTURE)) < float(distance(OTHER, PICTURE))


def test_that_the_parser_distance_moves_the_result_and_none_of_the_parsers_weights() -> None:
    distance = parser_distance()
    result = OTHER.clone().requires_grad_()
    distance(result, PICTURE).backward()
    assert result.grad is not None
    assert result.grad.abs().sum() > 0
    assert not any(p.requires_grad for p in distance.parameters())


def test_that_one_pass_gives_the_parsers_own_logits_and_the_same_distance() -> None:
    distance = parser_distance()
    hole = torch.zeros(2, 1, 64, 64)
    logits = distance.network(PICTURE, hole)
    # asked for what the parser is sure to see: cross-entropy is its entropy
    asked = logits.argmax(dim=1)
    one_hot = nn.functional.one_hot(asked, 19).permute(0, 3, 1, 2).float()
    measured, consistency = distance.with_consistency(PICTURE, OTHER, one_hot, hole + 1)
    torch.testing.assert_close(measured, distance(PICTURE, OTHER))
    torch.testing.assert_close(consistency, nn.functional.cross_entropy(logits, asked))
