"""Random numbers without PyTorch are those of PyTorch."""

import numpy as np
import pytest
import torch

from facerestore.inference.random_numbers import NormalNumbers

UNITS = 4
"""In the last place of float32: PyTorch's own cosine is good to 3.5."""


def draws(seed: int, shapes: list[tuple[int, ...]]) -> list[tuple[np.ndarray, np.ndarray]]:
    generator, numbers = torch.Generator().manual_seed(seed), NormalNumbers(seed)
    return [(torch.randn(*shape, generator=generator).numpy(), numbers.draw(*shape)) for shape in shapes]


@pytest.mark.parametrize("seed", [0, 1, 7, 123_456_789, 2**31, 2**32 - 1, 2**32 + 5, 2**63 - 1])
@pytest.mark.parametrize(
    "shapes",
    [[(1, 32), (1, 3, 128, 128)], [(16,)], [(17,)], [(31,), (32,), (33,)], [(10_003,)], [(2, 5, 7), (40,), (4, 4)]],
)
def test_that_many_numbers_are_those_of_torch_to_a_few_units_of_the_last_place(seed, shapes):
    for wanted, found in draws(seed, shapes):
        assert found.dtype == np.float32
        assert found.shape == wanted.shape
        assert (np.abs(wanted - found) <= UNITS * np.spacing(np.abs(wanted))).all()


@pytest.mark.parametrize("seed", [0, 3, 2**40 + 1])
def test_that_few_numbers_are_those_of_torch_bit_for_bit_and_the_second_of_a_pair_is_kept(seed):
    for wanted, found in draws(seed, [(1,), (3,), (2,), (15,), (1, 1), (5, 2)]):
        np.testing.assert_array_equal(found, wanted)


def test_that_few_and_many_numbers_follow_each_other_as_in_torch():
    for wanted, found in draws(5, [(3,), (64,), (2,), (20,), (1,)]):
        np.testing.assert_allclose(found, wanted, rtol=1e-6)


def test_that_no_numbers_are_an_array_without_any():
    assert NormalNumbers(0).draw(0, 3).shape == (0, 3)
