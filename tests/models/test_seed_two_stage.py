"""The seed paper's networks: what is known of them, and how the painter grows."""

import subprocess
import sys

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from facerestore_models import create
from facerestore_models.seed_two_stage import SeedLayoutNet, SeedTextureNet
from tests.models.test_networks import inputs, shaken, texture_inputs


def painter() -> SeedTextureNet:
    network = shaken(create("seed_texture_tiny"))
    assert isinstance(network, SeedTextureNet)
    return network


def painted(network: SeedTextureNet, growth: float) -> Tensor:
    with torch.no_grad():
        answer: Tensor = network(texture_inputs("seed_texture_tiny", batch=2), growth=growth)
    return answer


def enlarged(picture: Tensor) -> Tensor:
    return torch.nn.functional.interpolate(picture, scale_factor=2, mode="bilinear", align_corners=False)


def test_that_stage_1_is_built_as_the_paper_says() -> None:
    network = create("seed_layout")
    assert isinstance(network, SeedLayoutNet)
    assert len(network.vit.blocks) == 6
    assert [block.attn.num_heads for block in network.vit.blocks] == [8] * 6
    assert network.vit.embed_dim == 768
    assert network.head.out_channels == 20
    assert sum(p.numel() for p in network.parameters()) == pytest.approx(52.1e6, rel=0.01)


def test_that_the_unknown_class_is_left_out_of_the_answer() -> None:
    network = shaken(create("seed_layout_tiny"))
    assert isinstance(network, SeedLayoutNet)
    crop, hole, _ = inputs("seed_layout_tiny")
    with torch.no_grad():
        every = network.all_logits(crop, hole)
        answer = network(crop, hole)
    assert every.shape == (1, 20, 64, 64)
    torch.testing.assert_close(answer, torch.nn.functional.avg_pool2d(every[:, :19], 2))


@pytest.mark.parametrize(("growth", "side"), [(0.0, 16), (0.25, 32), (1.0, 32), (1.5, 64), (2.0, 64)])
def test_that_the_painting_grows_with_growth(growth: float, side: int) -> None:
    assert painted(painter(), growth).shape == (2, 3, side, side)


@given(share=st.floats(0.01, 1.0))
@settings(max_examples=10)
def test_that_a_new_scale_is_faded_in_from_the_enlarged_coarser_painting(share: float) -> None:
    network = painter()
    for grown in (0.0, 1.0):
        before, full = enlarged(painted(network, grown)), painted(network, grown + 1)
        expected = before + share * (full - before)
        torch.testing.assert_close(painted(network, grown + share), expected, rtol=1e-3, atol=1e-4)


def test_that_a_fresh_painter_paints_grey_at_every_scale() -> None:
    network = create("seed_texture_tiny")
    assert isinstance(network, SeedTextureNet)
    for growth in (0.0, 1.0, 2.0):
        assert (painted(network, growth) == 0.5).all()


def test_that_hidden_cells_are_no_keys_while_the_hole_is_empty() -> None:
    network = painter()
    torch.manual_seed(0)
    features, layout = torch.randn(1, 16, 8, 8), torch.rand(1, 20, 8, 8).softmax(dim=1)
    hole = torch.zeros(1, 1, 8, 8)
    hole[..., 4:] = 1
    changed = features.clone()
    # swapped, so that the normalisation stays as it was
    changed[..., 6], changed[..., 7] = features[..., 7], features[..., 6]
    for only_visible in (True, False):
        first, second = (
            network.attention3(x, hole, layout, only_visible=only_visible)[..., :4] for x in (features, changed)
        )
        assert torch.allclose(first, second, atol=1e-6) is only_visible


def test_that_only_a_hole_without_a_layout_is_unknown() -> None:
    from facerestore_models.seed_two_stage import _with_unknown

    hole = torch.zeros(1, 1, 4, 4)
    hole[..., 2:] = 1
    spread, sure = torch.full((1, 19, 2, 2), 1 / 19), torch.zeros(1, 19, 2, 2)
    sure[:, 5] = 1
    torch.testing.assert_close(_with_unknown(spread, hole)[:, 19], hole[:, 0, ::2, ::2])
    assert _with_unknown(sure, hole)[:, 19].abs().max() < 1e-6
    torch.testing.assert_close(_with_unknown(spread, hole).sum(dim=1), torch.ones(1, 2, 2))


def test_that_who_restores_photos_does_not_wait_for_timm() -> None:
    code = "import sys, facerestore_models as m; m.list_networks(); print('timm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
