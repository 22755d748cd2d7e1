"""The network for damage on tiles: no seams, bounded memory, any size."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from facerestore.inference.backends.torch.calls import TorchDamage
from facerestore.inference.damage_detection import TILE_PX, map_damage
from facerestore.values.cancellation import Cancelled
from facerestore.values.photo import Photo
from facerestore.values.request import DamageRequest
from facerestore_models import create
from facerestore_resources.damage_groups import DamageGroup


class Bright(nn.Module):
    """Takes what is nearly white for a line; remembers the sizes that it was shown."""

    def __init__(self):
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))
        self.sizes = []

    def forward(self, photo, hole):
        self.sizes.append(tuple(photo.shape[2:]))
        logits = torch.zeros(len(photo), len(DamageGroup), *photo.shape[2:])
        logits[:, DamageGroup.LINE] = 40 * (photo.mean(dim=1) - 0.9)
        logits[:, DamageGroup.NONE] = 4
        return logits


def request_of(pixels):
    return DamageRequest.of(Photo(pixels))


@pytest.mark.parametrize("shape", [(40, 30), (700, 1000, 3), (1400, 90)])
def test_that_every_pixel_is_answered_whatever_the_size(shape):
    pixels = np.full(shape, 100, np.uint8)
    pixels[10:12, 5:25] = 255
    pixels[-3:, -3:] = 255
    network = Bright()
    found = map_damage(TorchDamage(network), request_of(pixels))
    assert found.shares.shape == (*shape[:2], len(DamageGroup))
    assert found.scale == 1
    white = pixels.reshape(*shape[:2], -1)[..., 0] == 255
    np.testing.assert_array_equal(found.damage > 0.4, white)
    assert max(max(size) for size in network.sizes) <= TILE_PX


@given(st.integers(64, 1400), st.integers(64, 200))
@settings(max_examples=60, deadline=None)
def test_that_the_network_sees_nothing_beyond_the_photo_which_it_would_take_for_damage(height, width):
    network = Bright()
    map_damage(TorchDamage(network), request_of(np.full((height, width), 100, np.uint8)))
    assert all(high <= height and wide <= width for high, wide in network.sizes)
    assert all(side % 32 == 0 for size in network.sizes for side in size)


def test_that_a_large_photo_is_searched_in_a_reduced_copy():
    found = map_damage(TorchDamage(Bright()), request_of(np.full((200, 2800), 90, np.uint8)))
    assert found.shares.shape[:2] == (100, 1400)
    assert found.scale == 0.5


def test_that_tiles_leave_no_seam():
    rng = np.random.default_rng(0)
    pixels = np.clip(rng.normal(120, 30, (600, 500, 3)), 0, 255).astype(np.uint8)
    torch.manual_seed(0)
    network = create("damage_net_tiny").eval()
    whole = map_damage(TorchDamage(network), request_of(pixels)).shares.astype(int)
    # another grid of tiles: what is left out at the top moves all of it
    moved = map_damage(TorchDamage(network), request_of(pixels[32:])).shares.astype(int)
    inner = np.s_[150:-150, 150:-150]
    assert np.abs(whole[32:][inner] - moved[inner]).mean() < 3


def test_that_a_search_can_be_stopped_between_tiles():
    class Stopping:
        def is_set(self):
            return True

    with pytest.raises(Cancelled):
        map_damage(TorchDamage(Bright()), request_of(np.zeros((64, 64), np.uint8)), cancel=Stopping())
