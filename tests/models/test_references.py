"""What stage 2 borrows: from its own mirror image, and from further photographs."""

import pytest
import torch
from torch import Tensor

from facerestore_models import create
from facerestore_models.blocks.attention import BorrowedBias, BorrowedCells, DynamicAttention
from facerestore_models.blocks.modulation import RegionStyles, StyleSums
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS, TextureGenerator, added_state
from facerestore_models.tone import toned_like

NAME = "texture_generator_tiny"


def generator(*, seed: int = 0) -> TextureGenerator:
    """A tiny network with every weight moved, because fresh ones paint the membrane only."""
    torch.manual_seed(seed)
    network = create(NAME).eval().requires_grad_(requires_grad=False)
    assert isinstance(network, TextureGenerator)
    for parameter in network.parameters():
        parameter += 0.1 * torch.randn(parameter.shape)
    return network


def inputs(count: int = 1, *, seed: int = 1) -> tuple[Tensor, ...]:
    random = torch.Generator().manual_seed(seed)
    hole = torch.zeros(count, 1, 64, 64)
    hole[..., 16:48, :32] = 1
    crop = torch.rand(count, 3, 64, 64, generator=random) * (1 - hole)
    layout = (4 * torch.randn(count, 19, 32, 32, generator=random)).softmax(dim=1)
    latent = torch.randn(count, LATENT_CHS, generator=random)
    return crop, hole, layout, latent, torch.randn(count, NOISE_MAPS, 32, 32, generator=random), torch.zeros(count)


def opened(network: TextureGenerator) -> TextureGenerator:
    """With nothing against borrowed cells."""
    for module in network.modules():
        if isinstance(module, BorrowedBias):
            module.visible.zero_()
            module.hidden.zero_()
    return network


def test_that_a_state_from_before_references_loads_and_paints_as_it_did() -> None:
    old = generator()
    before = {key: value for key, value in old.state_dict().items() if key not in added_state(old)}
    new = create(NAME).eval()
    new.load_state_dict(before, strict=True)
    given = inputs()
    torch.testing.assert_close(new(*given, mirror=False), old(*given, mirror=False))


def test_that_a_state_that_lacks_a_part_of_what_was_added_is_refused() -> None:
    network = generator()
    state = network.state_dict()
    state.pop(next(iter(added_state(network))))
    with pytest.raises(RuntimeError, match="Missing key"):
        create(NAME).load_state_dict(state, strict=True)


def test_that_mirror_image_and_references_change_the_painting() -> None:
    network = opened(generator())
    given = inputs()
    alone = network(*given, mirror=False)
    mirrored = network(*given)
    helped = network(*given, network.encode_reference(*inputs(2, seed=5)[:3]))
    assert not torch.allclose(alone, mirrored)
    assert not torch.allclose(mirrored, helped)


def test_that_an_absent_reference_is_as_none() -> None:
    network = opened(generator())
    given = inputs(2)
    lent = network.encode_reference(*inputs(1, seed=5)[:3]).arranged(torch.tensor([[0], [-1]]))
    together, without = network(*given, lent), network(*given)
    torch.testing.assert_close(together[1], without[1])
    assert not torch.allclose(together[0], without[0])


def test_that_the_order_of_references_does_not_matter() -> None:
    network = opened(generator())
    lent = network.encode_reference(*inputs(3, seed=5)[:3])
    there, back = (lent.arranged(torch.tensor([order])) for order in ([0, 1, 2], [2, 0, 1]))
    given = inputs()
    torch.testing.assert_close(network(*given, there), network(*given, back))


def test_that_a_batch_with_references_is_painted_as_its_pictures_alone() -> None:
    network = opened(generator())
    given = inputs(2)
    lent = network.encode_reference(*inputs(2, seed=5)[:3])
    both = network(*given, lent.arranged(torch.tensor([[0, 1], [1, -1]])))
    second = network(*(value[1:] for value in given), lent.arranged(torch.tensor([[1]])))
    torch.testing.assert_close(both[1:], second)


def test_that_hidden_cells_of_a_reference_are_never_looked_at() -> None:
    torch.manual_seed(0)
    attention = DynamicAttention(8, heads=2, pool=1).eval()
    with torch.no_grad():
        attention.out.weight.copy_(torch.eye(8)[..., None, None])
        attention.reference_bias.hidden.zero_()
        attention.reference_bias.visible.zero_()
    layout = torch.full((1, 19, 4, 4), 1 / 19)
    hole = torch.zeros(1, 1, 1, 4, 4)
    hole[..., 2:, :] = 1
    lie = BorrowedCells.of(layout[:, None], hole)
    cells = torch.randn(1, 1, 8, 4, 4)
    other = cells.clone()
    other[..., 2:, :] = 9
    x = torch.randn(1, 8, 4, 4)
    found = [attention(x, torch.zeros(1, 1, 4, 4), layout, None, (c, lie)) for c in (cells, other)]
    torch.testing.assert_close(found[0], found[1])


def test_that_a_liking_for_the_same_place_finds_the_mirror_partner() -> None:
    attention = DynamicAttention(4, heads=1, pool=1).eval()
    with torch.no_grad():
        attention.out.weight.copy_(torch.eye(4)[..., None, None])
        attention.query.weight.zero_()
        attention.gate.weight.zero_()
        attention.gate.bias.fill_(20.0)  # type: ignore[union-attr]
        attention.key_value.weight.copy_(torch.cat([torch.zeros(4, 4), torch.eye(4)])[..., None, None])
        attention.key_value.bias.zero_()  # type: ignore[union-attr]
        attention.mirror_bias.visible.fill_(1.0)
        attention.mirror_bias.hidden.fill_(1.0)
        attention.mirror_bias.near.fill_(100.0)
    layout = torch.full((1, 19, 4, 4), 1 / 19)
    hole = torch.zeros(1, 1, 4, 4)
    x = torch.randn(1, 4, 4, 4)
    lie = BorrowedCells.of(layout[:, None].flip(4), hole[:, None])
    found = attention(x, hole, layout, lie) - x
    torch.testing.assert_close(found, attention.norm(x).flip(3), rtol=1e-3, atol=1e-3)


def test_that_references_lend_the_style_of_what_is_hidden_on_both_sides() -> None:
    torch.manual_seed(0)
    styles = RegionStyles(4, 6, 3).eval()
    layout = torch.zeros(1, 19, 8, 8)
    layout[:, 4] = 1
    hidden = torch.ones(1, 1, 8, 8)
    x, latent = torch.randn(1, 4, 8, 8), torch.randn(1, 3)
    with torch.no_grad():
        lent = styles.sums(torch.randn(1, 4, 8, 8), layout, 0 * hidden)
        found = styles(x, layout, hidden, latent, lent)
        without = styles(x, layout, hidden, latent)
        nothing = styles(x, layout, hidden, latent, StyleSums(0 * lent.sums_BKD, 0 * lent.mass_BK1))
    torch.testing.assert_close(found[:, 4], lent.measured()[0][:, 4])
    torch.testing.assert_close(found[:, 5], lent.measured()[0][:, 4])
    torch.testing.assert_close(nothing, without)
    assert not torch.allclose(found[:, 4], without[:, 4])


def test_that_a_colour_photograph_turns_grey_beside_a_grey_one() -> None:
    random = torch.Generator().manual_seed(0)
    colour = torch.rand(1, 3, 32, 32, generator=random)
    grey = (0.2 + 0.3 * torch.rand(1, 1, 32, 32, generator=random)).expand(-1, 3, -1, -1)
    layout = torch.zeros(1, 19, 16, 16)
    layout[:, 1] = 1
    hole = torch.zeros(1, 1, 32, 32)
    toned = toned_like(colour, hole, layout, grey, hole, layout)
    assert (toned.amax(dim=1) - toned.amin(dim=1)).max() < 1e-5
    torch.testing.assert_close(toned.mean(), grey.mean(), rtol=0.02, atol=0.0)


def test_that_a_photograph_in_the_same_tone_stays_as_it_is() -> None:
    picture = 0.2 + 0.6 * torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    layout = torch.full((1, 19, 16, 16), 1 / 19)
    hole = torch.zeros(1, 1, 32, 32)
    torch.testing.assert_close(toned_like(picture, hole, layout, picture, hole, layout), picture)
