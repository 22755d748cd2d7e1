"""Stage 1 as the engine asks it: the best single guess, and alternatives to it."""

import numpy as np
import pytest
import torch

from facerestore.inference.backends.torch.calls import TorchLayout
from facerestore.inference.layout_prediction import BestGuess, predict_layout
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.geometry import Extent
from facerestore.values.request import LayoutRequest
from facerestore_models import create

SIDE = 64


@pytest.fixture(scope="module")
def network() -> TorchLayout:
    generator = torch.Generator().manual_seed(1)
    network = create("semantic_layout_tiny").eval().requires_grad_(requires_grad=False)
    for parameter in network.parameters():
        parameter.add_(0.2 * torch.randn(parameter.shape, generator=generator))
    return TorchLayout(network)


@pytest.fixture(scope="module")
def crop() -> FaceCrop:
    rng = np.random.default_rng(0)
    hole = np.zeros((SIDE, SIDE), bool)
    hole[20:50, 16:48] = True
    pixels = rng.random((SIDE, SIDE, 3), np.float32)
    return FaceCrop(pixels, hole, Alignment.of_aligned(Extent(SIDE, SIDE), crop_px=SIDE))


def test_that_alternatives_differ_and_the_same_number_is_the_same_layout(network: TorchLayout, crop: FaceCrop) -> None:
    best, first, second, again = (
        predict_layout(network, LayoutRequest(crop, alternative)).probabilities for alternative in (0, 1, 2, 1)
    )
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - best).max() > 0.01
    assert np.abs(first - second).max() > 0.01


def test_that_an_alternative_leaves_what_is_visible_as_it_is(network: TorchLayout, crop: FaceCrop) -> None:
    best, other = (predict_layout(network, LayoutRequest(crop, n)).probabilities for n in (0, 3))
    # two pixels of the enlarged logits reach over the hole's border
    near = np.zeros((SIDE, SIDE), bool)
    near[16:54, 12:52] = True
    np.testing.assert_array_equal(best[:, ~near], other[:, ~near])


def test_that_four_layouts_of_a_crop_take_four_runs_of_the_network_and_are_the_same_as_one_by_one(
    network: TorchLayout, crop: FaceCrop
) -> None:
    runs: list[int] = []
    handle = network.network.register_forward_hook(lambda *arguments: runs.append(1))
    kept = BestGuess()
    # as the worker gets them: another object for each request
    crops = [FaceCrop(crop.pixels.copy(), crop.hole.copy(), crop.alignment) for _ in range(4)]
    together = [predict_layout(network, LayoutRequest(one, n), kept).probabilities for n, one in enumerate(crops)]
    count = len(runs)
    alone = [predict_layout(network, LayoutRequest(crop, n)).probabilities for n in range(4)]
    handle.remove()
    assert count == 4
    for one, other in zip(together, alone, strict=True):
        np.testing.assert_array_equal(one, other)


def test_that_another_crop_is_not_answered_with_the_last_one(network: TorchLayout, crop: FaceCrop) -> None:
    kept = BestGuess()
    predict_layout(network, LayoutRequest(crop), kept)
    hole = np.zeros_like(crop.hole)
    hole[:8, :8] = True
    for other in (
        FaceCrop(crop.pixels[::-1].copy(), crop.hole, crop.alignment),
        FaceCrop(crop.pixels, hole, crop.alignment),
    ):
        found = predict_layout(network, LayoutRequest(other, 2), kept).probabilities
        np.testing.assert_array_equal(found, predict_layout(network, LayoutRequest(other, 2)).probabilities)
