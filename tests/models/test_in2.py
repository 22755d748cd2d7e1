"""IN2: any shape, any size, and what stays the same when the picture moves."""

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_models import create
from facerestore_models.blocks.fourier_convolution import SpectralTransform
from facerestore_models.blocks.implicit_decoder import ImplicitHead, Places, resampled
from facerestore_models.blocks.membrane import membrane
from facerestore_models.blocks.neighbourhood import HybridAttention, NeighbourhoodAttention
from facerestore_models.in2 import In2, read_size
from facerestore_models.weights import save_weights

NO_FACE = torch.zeros(1, 4)


def shaken(network: torch.nn.Module, by: float = 0.05) -> torch.nn.Module:
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += by * torch.randn(parameter.shape, generator=generator)
    return network.eval()


def tiny(seed: int = 0) -> In2:
    torch.manual_seed(seed)
    network = shaken(create("in2_tiny"))
    assert isinstance(network, In2)
    return network


def smooth_picture(height: int, width: int) -> tuple[Tensor, Tensor]:
    """(crop, hole): a photo without grain, with a hole that touches a border."""
    generator = torch.Generator().manual_seed(height)
    coarse = torch.rand(1, 3, 4, 4, generator=generator)
    picture = F.interpolate(coarse, size=(height, width), mode="bicubic", align_corners=False).clamp(0, 1)
    hole = torch.zeros(1, 1, height, width)
    hole[..., height // 4 : height // 2, : width // 2] = 1
    return picture * (1 - hole), hole


@pytest.mark.parametrize(("height", "width"), [(65, 400), (64, 64), (97, 131), (400, 65), (64, 127)])
def test_that_any_height_and_width_is_painted_at_its_own_size(height: int, width: int) -> None:
    crop, hole = smooth_picture(height, width)
    with torch.no_grad():
        painted = tiny()(crop, hole, torch.tensor([[0.0, 0, 60, 60]]))
    assert painted.shape == (1, 3, height, width)
    assert torch.isfinite(painted).all()


@pytest.mark.slow
def test_that_a_photo_of_2048_by_1365_is_painted_whole() -> None:
    crop, hole = smooth_picture(1365, 2048)
    with torch.no_grad():
        assert tiny()(crop, hole).shape == (1, 3, 1365, 2048)


@pytest.mark.parametrize(("height", "width"), [(65, 160), (64, 64), (96, 80)])
def test_that_decoding_at_twice_the_size_and_shrinking_is_decoding_at_the_size(height: int, width: int) -> None:
    """Within 15 % of what the network changes on average: colour is a bent function of place and pixel size, and a mean
    of it is not the function of the mean."""
    crop, hole = smooth_picture(height, width)
    network = tiny()
    box = torch.tensor([[4.0, 4, 60, 60]])
    with torch.no_grad():
        here = network(crop, hole, box)
        twice = F.avg_pool2d(network(crop, hole, box, (2 * height, 2 * width)), 2)
        change = (here - membrane(crop, hole)).abs().mean()
    assert change > 0.01
    assert (twice - here).abs().mean() < 0.15 * change


@pytest.mark.parametrize("times", [1.5, 0.75])
def test_that_a_broken_multiple_of_the_size_is_the_same_picture(times: float) -> None:
    crop, hole = smooth_picture(96, 128)
    network = tiny()
    with torch.no_grad():
        here = network(crop, hole)
        other = network(crop, hole, None, (int(96 * times), int(128 * times)))
    back = F.interpolate(other, size=(96, 128), mode="bilinear", align_corners=False)
    assert (back - here).abs().mean() < 0.35 * (here - membrane(crop, hole)).abs().mean()


def test_that_features_moved_by_a_cell_are_decoded_to_a_picture_moved_by_a_cell() -> None:
    head = shaken(ImplicitHead(8, 8, cell_px=4))
    features = torch.randn(1, 8, 6, 7)
    box = torch.tensor([[2.0, 3.0, 20.0, 19.0]])
    moved = torch.cat([features[..., -1:], features[..., :-1]], dim=3)
    with torch.no_grad():
        here = head(features, Places(24, 28, 24, 28, box))
        there = head(moved, Places(24, 28, 24, 28, box + torch.tensor([4.0, 0, 4, 0])))
    # without the columns at the border, which have other neighbours
    torch.testing.assert_close(there[..., 8:-4], here[..., 4:-8], rtol=1e-4, atol=1e-5)


def test_that_attention_moves_with_its_places() -> None:
    block = shaken(HybridAttention(8, heads=2))
    # channel attention is by means of the whole map, which a move in zeros leaves alone
    small = torch.randn(1, 8, 5, 6)
    here, there = torch.zeros(1, 8, 24, 24), torch.zeros(1, 8, 24, 24)
    here[..., 8:13, 8:14] = small
    there[..., 9:14, 11:17] = small
    with torch.no_grad():
        torch.testing.assert_close(block(there)[..., 8:16, 10:18], block(here)[..., 7:15, 7:15], rtol=1e-4, atol=1e-5)


def gathered(attention: NeighbourhoodAttention, x_BHWC: Tensor) -> Tensor:
    """The same by definition: 49 keys gathered for each query."""
    batch, height, width, chs = x_BHWC.shape
    heads, places = attention.heads, height * width
    query, *others = attention.query_key_value(x_BHWC).permute(0, 3, 1, 2).chunk(3, dim=1)
    key, value = (F.unfold(one, 7, padding=3).view(batch, heads, chs // heads, 49, places) for one in others)
    scaled = query.reshape(batch, heads, chs // heads, 1, places) * (chs // heads) ** -0.5
    inside = F.unfold(torch.ones(1, 1, height, width), 7, padding=3).view(1, 1, 49, places)
    logits = (scaled * key).sum(dim=2) + attention.nearness.view(1, heads, 49, 1)
    weights = logits.masked_fill(inside == 0, float("-inf")).softmax(dim=2)
    merged = (weights[:, :, None] * value).sum(dim=3).reshape(batch, chs, height, width)
    out: Tensor = attention.out(merged.permute(0, 2, 3, 1))
    return out


@pytest.mark.parametrize(("height", "width"), [(1, 1), (5, 3), (8, 8), (9, 21)])
def test_that_every_place_attends_to_its_49_neighbours_and_no_other(height: int, width: int) -> None:
    attention = shaken(NeighbourhoodAttention(8, heads=2), 0.3)
    assert isinstance(attention, NeighbourhoodAttention)
    x_BHWC = torch.randn(2, height, width, 8)
    with torch.no_grad():
        torch.testing.assert_close(attention(x_BHWC), gathered(attention, x_BHWC), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_that_the_fourier_transform_is_of_float32_whatever_the_autocast(
    dtype: torch.dtype, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    transform = torch.fft.rfft2

    def watched(value: Tensor, **settings: str) -> Tensor:
        seen.append(value.dtype)
        return transform(value, **settings)

    monkeypatch.setattr(torch.fft, "rfft2", watched)
    with torch.no_grad(), torch.autocast("cpu", dtype):
        answer = SpectralTransform(8)(1e4 * torch.rand(1, 8, 7, 9))
    assert seen == [torch.float32]
    assert torch.isfinite(answer).all()


def test_that_a_spectral_transform_answers_everywhere_to_one_place() -> None:
    transform = shaken(SpectralTransform(32))
    x = torch.rand(1, 32, 9, 14)
    other = x.clone()
    other[..., 0, 0] += 10
    with torch.no_grad():
        assert ((transform(x) - transform(other)).abs().amax(dim=1) > 1e-3).all()


def test_that_a_face_box_without_a_width_is_no_face() -> None:
    crop, hole = smooth_picture(64, 80)
    network = tiny()
    with torch.no_grad():
        alone = network(crop, hole)
        torch.testing.assert_close(network(crop, hole, NO_FACE), alone)
        assert not torch.allclose(network(crop, hole, torch.tensor([[8.0, 8, 60, 60]])), alone)


@pytest.mark.parametrize(
    ("size", "read"),
    [((128, 128), None), ((181, 181), None), ((256, 256), (128, 128)), ((201, 301), (100, 150)), ((65, 600), None)],
)
def test_that_large_pictures_are_read_at_half_their_size_and_strips_at_their_own(
    size: tuple[int, int], read: tuple[int, int] | None
) -> None:
    assert read_size(*size) == read


def test_that_whole_multiples_are_resampled_as_all_others_are() -> None:
    features = torch.randn(2, 3, 5, 6)
    # one pixel less than all cells is no whole multiple
    box = torch.zeros(2, 4)
    quick = resampled(features, 4, Places(18, 23, 18, 23, box))
    slow = F.interpolate(features, size=(20, 24), mode="bilinear", align_corners=False)[..., :18, :23]
    torch.testing.assert_close(quick, slow)
    halves = resampled(features, 4, Places(18, 20, 27, 30, box))
    whole = resampled(features, 4, Places(18, 20, 54, 60, box))
    torch.testing.assert_close(F.avg_pool2d(whole, 2), halves, atol=0.08, rtol=0.05)


def test_that_the_membrane_of_a_long_strip_has_no_grey_where_nothing_near_is_visible() -> None:
    crop, hole = torch.full((1, 3, 16, 300), 0.9), torch.zeros(1, 1, 16, 300)
    hole[..., 60:240] = 1
    torch.testing.assert_close(membrane(crop * (1 - hole), hole), crop, rtol=0, atol=1e-4)


def test_that_the_weights_fit_into_16_mb(tmp_path) -> None:  # type: ignore[no-untyped-def]
    save_weights(create("in2"), "in2", tmp_path / "in2.safetensors")
    assert (tmp_path / "in2.safetensors").stat().st_size < 16_000_000


def test_that_a_photo_may_be_read_at_half_the_size_that_it_is_painted_at() -> None:
    crop, hole = smooth_picture(96, 128)
    box = torch.tensor([[8.0, 8, 60, 60]])
    network = tiny()
    with torch.no_grad():
        painted = network(crop, hole, box, None, (48, 64))
        assert painted.shape == crop.shape
        # the same features, painted at their own size, from the same picture at half the size
        small = [F.interpolate(one, (48, 64), mode="area") for one in (membrane(crop, hole), hole)]
        same = network(small[0] * (1 - small[1]), small[1], box / 2)
        change, wanted = painted - membrane(crop, hole), same - membrane(small[0] * (1 - small[1]), small[1])
    assert (F.avg_pool2d(change, 2) - wanted).abs().mean() < 0.3 * wanted.abs().mean()
    with torch.no_grad():
        torch.testing.assert_close(network(crop, hole, box, None, (96, 128)), network(crop, hole, box))
