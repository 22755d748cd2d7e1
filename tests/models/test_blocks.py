import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore_models.blocks.attention import DynamicAttention
from facerestore_models.blocks.convolution import ResidualBlock
from facerestore_models.blocks.membrane import membrane
from facerestore_models.blocks.modulation import RegionStyles


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1000), share=st.floats(0, 1), side=st.sampled_from([8, 16, 24, 32]))
def test_that_the_membrane_keeps_visible_pixels_and_stays_within_their_range(
    seed: int, share: float, side: int
) -> None:
    generator = torch.Generator().manual_seed(seed)
    hole = (torch.rand(1, 1, side, side, generator=generator) < share).float()
    crop = torch.rand(1, 3, side, side, generator=generator) * (1 - hole)
    surface = membrane(crop, hole)
    visible = (1 - hole).bool().expand_as(crop)
    torch.testing.assert_close(surface[visible], crop[visible])
    if visible.any():
        for channel in range(3):
            seen = crop[:, channel][visible[:, channel]]
            assert surface[:, channel].min() >= seen.min() - 1e-4
            assert surface[:, channel].max() <= seen.max() + 1e-4


def test_that_the_membrane_continues_a_ramp_across_a_strip() -> None:
    ramp = torch.linspace(0, 1, 64).expand(1, 3, 64, 64).clone()
    hole = torch.zeros(1, 1, 64, 64)
    hole[..., 30:34] = 1
    error = (membrane(ramp * (1 - hole), hole) - ramp).abs().max()
    # four columns of a ramp of 1/63 per column: a nearest fill would be 2/63 off
    assert error < 0.02


def test_that_a_fresh_residual_block_is_the_identity() -> None:
    x = torch.randn(1, 8, 5, 7)
    torch.testing.assert_close(ResidualBlock(8)(x), x)


def test_that_attention_with_a_strong_affinity_reads_from_its_own_class_only() -> None:
    torch.manual_seed(0)
    attention = DynamicAttention(8, heads=2, pool=1).eval()
    with torch.no_grad():
        attention.affinity.fill_(1e4)
        attention.visibility.zero_()
        attention.out.weight.copy_(torch.eye(8)[..., None, None])
    layout = torch.zeros(1, 19, 4, 4)
    layout[:, 1, :, :2] = 1
    layout[:, 13, :, 2:] = 1
    x = torch.randn(1, 8, 4, 4)
    other = x.clone()
    hole = torch.zeros(1, 1, 4, 4)
    with torch.no_grad():
        # the norm spans the map, so the other class is changed without changing its statistics
        other[..., 2:] = x[..., 2:].flip(2)
        first, second = attention(x, hole, layout), attention(other, hole, layout)
    torch.testing.assert_close(first[..., :2], second[..., :2])


def test_that_a_hidden_eye_borrows_the_style_of_the_visible_one() -> None:
    torch.manual_seed(0)
    styles = RegionStyles(4, 6, 3).eval()
    layout = torch.zeros(1, 19, 8, 8)
    layout[:, 4, :, :4] = 1
    layout[:, 5, :, 4:] = 1
    hole = torch.zeros(1, 1, 8, 8)
    hole[..., 4:] = 1
    with torch.no_grad():
        found = styles(torch.randn(1, 4, 8, 8), layout, hole, torch.randn(1, 3))
    torch.testing.assert_close(found[:, 5], found[:, 4])
    assert not torch.allclose(found[:, 1], found[:, 4])
