"""The search for damage: what it costs, and what it says before it has learnt anything."""

import torch

from facerestore_models import create
from facerestore_models.damage_net import NormedConv
from facerestore_resources.damage_groups import DamageGroup


def test_that_its_weights_are_smaller_than_four_megabytes() -> None:
    # saved as float16
    assert 2 * sum(value.numel() for value in create("damage_net").state_dict().values()) < 4_000_000


def test_that_a_fresh_one_thinks_that_little_is_damaged() -> None:
    torch.manual_seed(0)
    with torch.no_grad():
        logits = create("damage_net").eval()(torch.rand(1, 3, 64, 64), torch.zeros(1, 1, 64, 64))
    assert logits.softmax(dim=1)[:, DamageGroup.NONE].mean() > 0.8


def test_that_convolution_and_normalisation_are_one_in_use() -> None:
    torch.manual_seed(0)
    layer = NormedConv(4, 6, stride=2)
    shown = torch.rand(2, 4, 16, 16)
    layer.train()(shown)
    with torch.no_grad():
        layer.eval()[1].weight.uniform_(0.5, 2)
        torch.testing.assert_close(layer(shown), layer[1](layer[0](shown)))
