"""Losses against what they are defined by."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore_training import metrics
from facerestore_training.losses import equations


def pictures(seed: int, *, count: int = 2, side: int = 32) -> torch.Tensor:
    return torch.rand(count, 3, side, side, generator=torch.Generator().manual_seed(seed))


@given(seed=st.integers(0, 2**31), noise=st.floats(0, 0.5))
@settings(max_examples=20)
def test_that_ssim_is_the_figure_that_evaluation_prints(seed: int, noise: float) -> None:
    truth = (pictures(seed) * 255).round() / 255
    result = ((truth + noise * pictures(seed + 1)).clamp(0, 1) * 255).round() / 255
    arrays = [(p * 255).round().byte().permute(0, 2, 3, 1).numpy() for p in (result, truth)]
    expected = [metrics.ssim(mine, theirs) for mine, theirs in zip(*arrays, strict=True)]
    np.testing.assert_allclose(equations.ssim(result, truth), expected, atol=2e-5)


def test_that_ssim_is_the_same_under_autocast() -> None:
    result, truth = pictures(0), pictures(1)
    with torch.autocast("cpu", torch.bfloat16):
        under = equations.ssim(result, truth)
    torch.testing.assert_close(under, equations.ssim(result, truth), rtol=0, atol=0)


def test_that_the_ssim_loss_draws_a_picture_to_the_truth() -> None:
    truth = pictures(0, count=1)
    result = torch.full_like(truth, 0.5, requires_grad=True)
    optimizer = torch.optim.Adam([result], lr=0.05)
    first = float(equations.one_minus_ssim(result.detach(), truth))
    for _ in range(40):
        optimizer.zero_grad()
        equations.one_minus_ssim(result, truth).backward()
        optimizer.step()
    assert float(equations.one_minus_ssim(result.detach(), truth)) < 0.3 * first
    assert float(equations.one_minus_ssim(truth, truth)) == pytest.approx(0, abs=1e-6)


@given(error=st.floats(0.0, 1.0))
def test_that_the_clipped_log_error_is_minus_the_psnr_up_to_forty_decibels(error: float) -> None:
    found = float(equations.clipped_log_mse(torch.full((1, 3, 4, 4), error), torch.zeros(1, 3, 4, 4)))
    assert found == pytest.approx(math.log(error**2 + 1e-4), abs=1e-4)
    assert found >= math.log(1e-4) - 1e-4


def test_that_the_clipped_log_error_is_taken_picture_by_picture() -> None:
    truth = torch.zeros(2, 1, 4, 4)
    result = torch.tensor([0.1, 0.5]).view(2, 1, 1, 1).expand(2, 1, 4, 4)
    expected = (math.log(0.01 + 1e-4) + math.log(0.25 + 1e-4)) / 2
    assert float(equations.clipped_log_mse(result, truth)) == pytest.approx(expected, abs=1e-5)


def test_that_a_haar_difference_ignores_an_even_shift_and_sees_an_edge() -> None:
    everywhere = torch.ones(1, 1, 16, 16)
    assert float(equations.haar_difference(torch.full((1, 3, 16, 16), 0.3), everywhere)) == pytest.approx(0, abs=1e-6)
    stripes = torch.tensor([0.5, -0.5]).repeat(8).expand(1, 3, 16, 16)
    # only the finest horizontal band is not zero: (top + bottom) / 2 * (left - right) = 1
    assert float(equations.haar_difference(stripes, everywhere)) == pytest.approx(1 / 6)


def test_that_a_haar_band_of_the_second_level_is_orthonormal() -> None:
    blocks = torch.tensor([0.5, 0.5, -0.5, -0.5]).repeat(4).expand(1, 1, 16, 16)
    # low-pass doubles the value, and the second level's band doubles the difference once more
    assert float(equations.haar_difference(blocks, torch.ones(1, 1, 16, 16))) == pytest.approx(2 / 6)


def test_that_errors_outside_the_hole_do_not_count() -> None:
    hole = torch.zeros(1, 1, 16, 16)
    hole[..., :8, :8] = 1
    error = torch.rand(1, 3, 16, 16) * (1 - hole)
    assert float(equations.haar_difference(error, hole)) == 0
    assert float(equations.mean_in(error, hole)) == 0


def layouts(*, sure: float) -> torch.Tensor:
    asked = torch.full((1, 19, 8, 8), (1 - sure) / 18)
    asked[:, 3] = sure
    return asked


def test_that_consistency_is_low_where_the_parser_sees_what_was_asked_for() -> None:
    hole = torch.ones(1, 1, 16, 16)
    asked = layouts(sure=1.0)
    right, wrong = 20 * asked, 20 * asked.roll(1, dims=1)
    assert float(equations.layout_consistency(right, asked, hole)) < 1e-3
    assert float(equations.layout_consistency(wrong, asked, hole)) == pytest.approx(20, abs=0.1)


def test_that_a_layout_which_asks_for_nothing_asks_for_nothing() -> None:
    logits = torch.randn(1, 19, 8, 8, requires_grad=True)
    loss = equations.layout_consistency(logits, layouts(sure=1 / 19), torch.ones(1, 1, 16, 16))
    assert float(loss.detach()) == pytest.approx(0, abs=1e-4)


def test_that_consistency_is_judged_in_the_hole_only() -> None:
    hole = torch.zeros(1, 1, 16, 16)
    hole[..., :8] = 1
    logits = torch.zeros(1, 19, 8, 8, requires_grad=True)
    equations.layout_consistency(logits, layouts(sure=1.0), hole).backward()
    assert logits.grad is not None
    assert logits.grad[..., :4].abs().sum() > 0
    assert logits.grad[..., 4:].abs().sum() == 0


def test_that_detail_elsewhere_is_as_good_as_detail_but_a_soft_picture_lacks_energy() -> None:
    truth = pictures(3, side=64)
    hole = torch.ones(2, 1, 64, 64)
    # whole windows of noise, mirrored: unlike by pixels, alike in how much there is
    moved = truth.unflatten(-1, (8, 8)).flip(-1).flatten(-2)
    soft = torch.nn.functional.avg_pool2d(truth, 3, 1, 1)
    assert float(equations.energy_difference(truth, truth, hole)) == 0
    found = [float(equations.energy_difference(picture, truth, hole)) for picture in (moved, soft)]
    assert found[0] < 0.4 * found[1]


def test_that_only_the_holes_energy_counts_and_its_lack_asks_for_more() -> None:
    truth = pictures(4, side=128)
    hole = torch.zeros(2, 1, 128, 128)
    hole[..., 64:] = 1
    soft = (0.5 + 0.3 * (truth - 0.5)).requires_grad_()
    with torch.autocast("cpu", torch.bfloat16):
        loss = equations.energy_difference(soft, truth, hole)
    assert loss.dtype == torch.float32
    loss.backward()
    assert soft.grad is not None
    assert float((soft.grad[..., 64:] * (soft.detach() - 0.5)[..., 64:]).sum()) < 0
    assert float(soft.grad[..., :32].abs().max()) == 0
