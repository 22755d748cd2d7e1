"""Who lends how much to a pixel."""

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F

from facerestore_models.blocks.lender_shares import decided, soft_shares


def drawn(seed: int, lenders: int) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn(2, lenders, 2, 24, 20, generator=generator)
    there = (torch.rand(2, lenders, 1, 24, 20, generator=generator) > 0.3).float()
    return soft_shares(logits, there)


@given(st.integers(0, 1_000), st.integers(1, 5))
def test_that_deciding_keeps_the_sum_of_shares_and_gives_nothing_to_who_has_none(seed: int, lenders: int) -> None:
    shares = drawn(seed, lenders)
    found = decided(shares)
    assert torch.allclose(found.sum(dim=1), shares.sum(dim=1), atol=1e-5)
    assert not found[shares == 0].any()
    assert (found >= 0).all()


@given(st.integers(0, 1_000))
def test_that_one_lender_keeps_its_shares_and_the_order_of_several_means_nothing(seed: int) -> None:
    assert torch.equal(decided(drawn(seed, 1)), drawn(seed, 1))
    shares = drawn(seed, 3)
    turned = decided(shares[:, [2, 0, 1]])
    assert torch.allclose(turned, decided(shares)[:, [2, 0, 1]], atol=1e-5)


def test_that_of_two_eyes_one_is_taken_and_not_their_mean() -> None:
    shares = torch.full((1, 2, 2, 32, 32), 0.3)
    shares[:, 1] = 0.4
    found = decided(shares)
    assert found[:, 1].min() > 0.6
    assert found[:, 0].max() < 0.1


@given(st.integers(0, 1_000))
def test_that_who_has_most_is_seen_in_the_mean_of_a_square_around_a_pixel(seed: int) -> None:
    shares = drawn(seed, 3)
    around = F.avg_pool2d(shares.flatten(0, 1), 17, 1, 8, count_include_pad=False).reshape(shares.shape)
    weight = (around * (shares > 0)) ** 8
    wanted = shares.sum(dim=1, keepdim=True) * weight / weight.sum(dim=1, keepdim=True).clamp(min=1e-12)
    assert torch.allclose(decided(shares), wanted, atol=1e-4)
