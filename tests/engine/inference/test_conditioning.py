import numpy as np
import pytest
import torch

from facerestore.inference.conditioning import crop_tensors, layout_tensor, picture_array, random_tensors
from facerestore.inference.devices import choose_device, describe_device
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.errors import UsageError
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout

CPU = torch.device("cpu")


def test_that_a_crop_becomes_tensors_with_zero_in_its_hole() -> None:
    rng = np.random.default_rng(0)
    pixels, hole = rng.random((8, 8, 3), np.float32), rng.random((8, 8)) < 0.5
    crop, cover = crop_tensors(FaceCrop(pixels, hole, Alignment.of_aligned(Extent(8, 8), crop_px=8)), CPU)
    assert (crop[:, :, torch.from_numpy(hole)] == 0).all()
    np.testing.assert_array_equal(cover[0, 0].numpy() > 0, hole)
    np.testing.assert_array_equal(crop[0].permute(1, 2, 0).numpy()[~hole], pixels[~hole])


@pytest.mark.parametrize("side", [16, 32, 64, 100])
def test_that_a_layout_of_any_size_becomes_probabilities(side: int) -> None:
    labels = np.zeros((side, side), np.uint8)
    labels[:, side // 2 :] = 13
    tensor = layout_tensor(Layout(labels), 16, CPU)
    assert tensor.shape == (1, 19, 16, 16)
    torch.testing.assert_close(tensor.sum(dim=1), torch.ones(1, 16, 16))
    assert tensor[0, 13, :, 8:].min() == 1
    assert tensor[0, 0, :, :8].min() == 1


def test_that_random_tensors_follow_their_seed_only() -> None:
    for first, again, other in zip(
        random_tensors(1, 8, CPU), random_tensors(1, 8, CPU), random_tensors(2, 8, CPU), strict=True
    ):
        assert torch.equal(first, again)
        assert not torch.equal(first, other)


def test_that_a_picture_is_clipped_to_what_a_photo_can_hold() -> None:
    picture = picture_array(torch.tensor([[[[-1.0]], [[0.5]], [[2.0]]]]))
    np.testing.assert_array_equal(picture, [[[0.0, 0.5, 1.0]]])


def test_that_the_cpu_is_always_there_and_an_unknown_device_is_refused() -> None:
    assert choose_device("cpu") == CPU
    assert describe_device(CPU).startswith("cpu")
    assert choose_device("auto").type in ("cpu", "cuda", "mps")
    for name in ("tpu", "cuda:99", "cuda:x", ""):
        with pytest.raises(UsageError):
            choose_device(name)
