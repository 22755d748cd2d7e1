"""Adversarial losses on functions whose gradients are known, and the patch critic."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from facerestore_training.losses import critics


def generator() -> torch.Generator:
    return torch.Generator().manual_seed(0)


def linear(slope: float) -> critics.Score:
    """A score whose gradient is ``slope`` in every one of a picture's elements."""
    return lambda pictures: slope * pictures.sum(dim=(1, 2, 3))


@given(slope=st.floats(-3, 3))
def test_that_the_gradient_penalty_of_a_linear_score_is_the_distance_of_its_norm_from_one(slope: float) -> None:
    real, fake = torch.rand(2, 3, 4, 4), torch.rand(2, 3, 4, 4)
    found = critics.gradient_penalty(linear(slope), real, fake, generator())
    assert float(found) == pytest.approx((abs(slope) * math.sqrt(48) - 1) ** 2, rel=1e-4, abs=1e-5)


def test_that_the_gradient_penalty_is_taken_between_real_and_fake() -> None:
    seen: list[Tensor] = []

    def score(pictures: Tensor) -> Tensor:
        seen.append(pictures.detach())
        return pictures.sum(dim=(1, 2, 3))

    critics.gradient_penalty(score, torch.ones(64, 1, 2, 2), torch.zeros(64, 1, 2, 2), generator())
    shares = seen[0][:, 0, 0, 0]
    assert 0 <= shares.min() < 0.1
    assert 0.9 < shares.max() <= 1
    torch.testing.assert_close(seen[0], shares.view(-1, 1, 1, 1).expand(-1, 1, 2, 2))


@given(slope=st.floats(-3, 3))
def test_that_r1_of_a_linear_score_is_half_its_squared_slope(slope: float) -> None:
    found = critics.r1_penalty(linear(slope), torch.rand(2, 3, 4, 4))
    assert float(found) == pytest.approx(0.5 * slope**2 * 48, rel=1e-4, abs=1e-9)


def test_that_r1_of_a_quadratic_score_follows_the_pictures() -> None:
    real = torch.rand(3, 1, 2, 2)
    found = critics.r1_penalty(lambda x: x.square().sum(dim=(1, 2, 3)), real)
    torch.testing.assert_close(found, 2 * real.square().sum(dim=(1, 2, 3)).mean())


def test_that_r1_of_separate_patches_is_the_mean_of_their_own_penalties() -> None:
    real = torch.rand(2, 1, 4, 4)
    # every pixel is a patch of its own with slope 3
    torch.testing.assert_close(critics.r1_penalty(lambda x: 3 * x, real), torch.tensor(4.5))


def test_that_penalties_reach_the_critics_weights_also_under_autocast() -> None:
    critic = critics.PatchCritic(base=4)
    hole, layout = torch.zeros(2, 1, 64, 64), torch.rand(2, 19, 32, 32)

    def score(pictures: Tensor) -> Tensor:
        return critic(pictures, hole, layout)[0]

    with torch.autocast("cpu", torch.bfloat16):
        real, fake = torch.rand(2, 3, 64, 64), torch.rand(2, 3, 64, 64)
        penalty = critics.r1_penalty(score, real) + critics.gradient_penalty(score, real, fake, generator())
    assert penalty.dtype == torch.float32
    penalty.backward()
    assert all(layer.weight.grad.abs().sum() > 0 for layer in critic.stages)


def test_that_an_undecided_critic_loses_log_two_for_each_side() -> None:
    zeros, ones = torch.zeros(2, 1, 4, 4), torch.ones(2, 1, 4, 4)
    assert float(critics.softplus_critic_loss(zeros, zeros, ones)) == pytest.approx(2 * math.log(2))
    assert float(critics.softplus_generator_loss(zeros, ones)) == pytest.approx(math.log(2))


def test_that_a_visible_patch_of_a_fake_counts_as_real() -> None:
    fake = torch.full((1, 1, 1, 2), 5.0)
    painted = torch.tensor([1.0, 0.0]).view(1, 1, 1, 2)
    fake.requires_grad_()
    critics.softplus_critic_loss(torch.zeros_like(fake), fake, painted).backward()
    assert fake.grad is not None
    assert fake.grad[..., 0] > 0 > fake.grad[..., 1]


def test_that_only_painted_patches_move_the_painter() -> None:
    fake = torch.zeros(1, 1, 1, 2, requires_grad=True)
    critics.softplus_generator_loss(fake, torch.tensor([1.0, 0.0]).view(1, 1, 1, 2)).backward()
    assert fake.grad is not None
    assert fake.grad.flatten().tolist() == [-0.5, 0.0]


def test_that_the_painter_loses_nothing_where_nothing_was_painted() -> None:
    assert float(critics.softplus_generator_loss(torch.ones(1, 1, 2, 2), torch.zeros(1, 1, 2, 2))) == 0


def test_that_the_wasserstein_losses_oppose_each_other() -> None:
    real, fake = torch.rand(4, 1), torch.rand(4, 1)
    total = critics.wgan_critic_loss(real, fake) + critics.wgan_generator_loss(fake)
    torch.testing.assert_close(total, -real.mean())


def test_that_feature_matching_moves_the_fake_alone() -> None:
    fake, real = torch.rand(2, 4, requires_grad=True), torch.rand(2, 4, requires_grad=True)
    loss = critics.feature_matching([fake, fake], [real, fake.detach()])
    torch.testing.assert_close(loss, (fake - real).abs().mean() / 2)
    loss.backward()
    assert fake.grad is not None
    assert real.grad is None


def test_that_a_thin_scratch_still_marks_its_patch_as_painted() -> None:
    hole = torch.zeros(1, 1, 64, 64)
    hole[..., 40, 3] = 1
    assert critics.patch_holes(hole, torch.zeros(1, 1, 2, 2)).flatten().tolist() == [0, 0, 1, 0]


def test_that_the_patch_critic_reads_picture_hole_and_layout() -> None:
    torch.manual_seed(0)
    critic = critics.PatchCritic(base=4)
    picture, hole, layout = torch.rand(2, 3, 64, 64), torch.zeros(2, 1, 64, 64), torch.rand(2, 19, 32, 32)
    logits, features = critic(picture, hole, layout)
    assert logits.shape == (2, 1, 2, 2)
    assert [f.shape[-1] for f in features] == [32, 16, 8, 4, 2]
    for other in ((picture.flip(1), hole, layout), (picture, hole + 1, layout), (picture, hole, layout.flip(1))):
        assert not torch.allclose(logits, critic(*other)[0])


@pytest.mark.parametrize(("detail", "differs"), [(0.0, False), (8.0, True)])
def test_that_detail_finer_than_bf16_reaches_a_critic_that_is_shown_it(detail: float, differs: bool) -> None:
    torch.manual_seed(0)
    critic = critics.PatchCritic(base=4, detail=detail)
    hole, layout = torch.ones(1, 1, 64, 64), torch.full((1, 19, 32, 32), 1 / 19)
    smooth = torch.full((1, 3, 64, 64), 0.9)
    rough = smooth + 0.0004 * (torch.arange(64) % 2 * 2 - 1)
    with torch.autocast("cpu", torch.bfloat16):
        logits = [critic(picture, hole, layout)[0] for picture in (smooth, rough)]
    assert torch.equal(*logits) is not differs


def test_that_a_critic_may_be_blind_to_the_layout() -> None:
    torch.manual_seed(0)
    critic = critics.PatchCritic(base=4, sees_layout=False)
    picture, hole, layout = torch.rand(2, 3, 64, 64), torch.zeros(2, 1, 64, 64), torch.rand(2, 19, 32, 32)
    assert torch.equal(critic(picture, hole, layout)[0], critic(picture, hole, layout.flip(1))[0])


def test_that_a_critic_of_features_has_a_judgement_for_each_depth_and_knows_the_hole() -> None:
    torch.manual_seed(0)
    critic = critics.FeatureCritic((8, 16), width=4)
    features = [torch.rand(2, 8, 32, 32), torch.rand(2, 16, 16, 16)]
    hole = torch.zeros(2, 1, 64, 64)
    hole[:, :, 16:48] = 1
    logits = critic(features, hole)
    assert [tuple(depth.shape) for depth in logits] == [(2, 1, 16, 16), (2, 1, 8, 8)]
    for mine, other in zip(logits, critic(features, 1 - hole), strict=True):
        assert not torch.allclose(mine, other)
    for mine, brighter in zip(logits, critic([3 * f for f in features], hole), strict=True):
        torch.testing.assert_close(mine, brighter, rtol=1e-3, atol=1e-4)


def test_that_the_patch_critic_learns_to_tell_two_pictures_apart() -> None:
    torch.manual_seed(0)
    critic = critics.PatchCritic(base=4)
    optimizer = torch.optim.Adam(critic.parameters(), lr=1e-3, betas=(0.0, 0.99))
    hole, layout = torch.ones(4, 1, 64, 64), torch.full((4, 19, 32, 32), 1 / 19)
    real, fake = torch.rand(4, 3, 64, 64), torch.full((4, 3, 64, 64), 0.5)
    found = []
    for _ in range(30):
        logits = [critic(pictures, hole, layout)[0] for pictures in (real, fake)]
        loss = critics.softplus_critic_loss(*logits, critics.patch_holes(hole, logits[0]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        found.append(float(loss.detach()))
    assert found[-1] < 0.2 < found[0]
