"""Muon beside AdamW: what each takes, and what a step does."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor, nn

from facerestore_models import create
from facerestore_training.recipes import texture_generator
from facerestore_training.runs.optimizers import Muon, is_matrix, optimizers_of, orthogonal

RATE, DECAY = 1e-2, 0.1


def after_steps(optimizer: torch.optim.Optimizer, parameter: nn.Parameter, gradients: list[Tensor]) -> Tensor:
    for gradient in gradients:
        parameter.grad = gradient.clone(memory_format=torch.preserve_format)
        optimizer.step()
    return parameter.detach()


@pytest.mark.parametrize("shape", [(40, 96), (96, 40)])
def test_that_a_matrix_learns_as_by_the_muon_of_pytorch(shape: tuple[int, int]) -> None:
    generator = torch.Generator().manual_seed(0)
    start, *gradients = (torch.randn(shape, generator=generator) for _ in range(6))
    ours, theirs = nn.Parameter(start.clone()), nn.Parameter(start.clone())
    found = after_steps(Muon([ours], RATE, weight_decay=DECAY), ours, gradients)
    muon = torch.optim.Muon([theirs], lr=RATE, weight_decay=DECAY, adjust_lr_fn="match_rms_adamw")
    expected = after_steps(muon, theirs, gradients)
    # theirs is always calculated in bf16, ours only where that is fast
    torch.testing.assert_close(found - start, expected - start, rtol=0, atol=0.05 * RATE)
    assert (expected - start).abs().mean() > 0.3 * RATE


@pytest.mark.parametrize("memory_format", [torch.contiguous_format, torch.channels_last])
def test_that_a_kernel_learns_as_the_matrix_of_its_outputs_however_it_lies(memory_format: torch.memory_format) -> None:
    generator = torch.Generator().manual_seed(0)
    start, *gradients = (torch.randn(32, 40, 3, 3, generator=generator) for _ in range(4))
    kernel = nn.Parameter(start.clone(memory_format=memory_format))
    matrix = nn.Parameter(start.flatten(1).clone())
    found = after_steps(Muon([kernel], RATE, weight_decay=DECAY), kernel, gradients)
    expected = after_steps(Muon([matrix], RATE, weight_decay=DECAY), matrix, [g.flatten(1) for g in gradients])
    torch.testing.assert_close(found.flatten(1), expected, rtol=0, atol=0.05 * RATE)
    assert found.is_contiguous(memory_format=memory_format)


@pytest.mark.parametrize("shape", [(3, 32, 64), (2, 64, 32), (1, 32, 600)])
def test_that_all_directions_of_an_orthogonal_step_are_about_as_large(shape: tuple[int, int, int]) -> None:
    generator = torch.Generator().manual_seed(0)
    # one direction a hundred times as large as the others
    matrices = torch.randn(shape, generator=generator)
    matrices += 100 * torch.randn(shape[0], shape[1], 1, generator=generator)
    values = torch.linalg.svdvals(orthogonal(matrices).float())
    assert values[:, :-2].min() > 0.3
    assert values.max() < 1.3
    assert orthogonal(torch.zeros(shape)).abs().max() == 0


def test_that_a_step_is_as_large_as_one_of_adam_for_an_even_gradient() -> None:
    generator = torch.Generator().manual_seed(0)
    parameter = nn.Parameter(torch.zeros(64, 256))
    gradient = torch.randn(parameter.shape, generator=generator)
    found = after_steps(Muon([parameter], RATE, weight_decay=0), parameter, [gradient])
    assert float(found.square().mean().sqrt()) == pytest.approx(0.2 * RATE, rel=0.25)


def test_that_what_has_no_gradient_stays_and_does_not_decay() -> None:
    still, moving = (nn.Parameter(torch.ones(32, 32)) for _ in range(2))
    optimizer = Muon([still, moving], RATE, weight_decay=DECAY)
    moving.grad = torch.eye(32)
    optimizer.step()
    assert torch.equal(still, torch.ones(32, 32))
    assert not torch.equal(moving, torch.ones(32, 32))
    assert still not in optimizer.state


def test_that_each_parameter_of_stage_2_has_one_optimizer_and_only_hidden_matrices_have_muon() -> None:
    network = create("texture_generator")
    optimizers = optimizers_of(replace(texture_generator.cpu(), optimizer="muon"), [network], RATE)
    names = {id(p): name for name, p in network.named_parameters()}
    taken = {k: [names[id(p)] for g in o.param_groups for p in g["params"]] for k, o in optimizers.items()}
    assert sorted(taken["optimizer"] + taken["muon"]) == sorted(names.values())
    assert {"bottleneck.0.first.weight", "attention.0.query.weight", "encode0.0.first.weight"} <= set(taken["muon"])
    assert {"paint.weight", "positions.table", "styles.mean", "restored_tone"} <= set(taken["optimizer"])
    assert all(name.endswith(".weight") for name in taken["muon"])


@pytest.mark.parametrize("name", ["semantic_layout", "in2", "damage_net", "face_points", "face_detector"])
def test_that_no_head_or_table_is_a_matrix(name: str) -> None:
    matrices = {key for key, parameter in create(name).named_parameters() if is_matrix(parameter)}
    assert matrices
    assert not any(key.split(".")[-2] in ("head", "colour", "positions") for key in matrices)


def test_that_adamw_alone_has_all_parameters_of_a_run_without_muon() -> None:
    network = create("texture_generator_tiny")
    optimizers = optimizers_of(replace(texture_generator.tiny(), optimizer="adamw"), [network], RATE)
    assert list(optimizers) == ["optimizer"]
    assert len(optimizers["optimizer"].param_groups[0]["params"]) == len(list(network.parameters()))


def test_that_a_depthwise_kernel_is_no_matrix() -> None:
    assert not is_matrix(nn.Conv2d(64, 64, 3, groups=64).weight)
    assert is_matrix(nn.Conv2d(64, 64, 3).weight)
