"""What the networks are given, and what becomes of their answers."""

import numpy as np
import pytest
import torch

from facerestore.inference.arrays import crop_arrays, layout_array, picture_array, random_arrays
from facerestore.inference.backends.torch.devices import choose_device, describe_device
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.errors import UsageError
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout

CPU = torch.device("cpu")


def test_that_a_crop_becomes_arrays_with_zero_in_its_hole() -> None:
    rng = np.random.default_rng(0)
    pixels, hole = rng.random((8, 8, 3), np.float32), rng.random((8, 8)) < 0.5
    crop, cover = crop_arrays(FaceCrop(pixels, hole, Alignment.of_aligned(Extent(8, 8), crop_px=8)))
    assert (crop[:, :, hole] == 0).all()
    np.testing.assert_array_equal(cover[0, 0] > 0, hole)
    np.testing.assert_array_equal(crop[0].transpose(1, 2, 0)[~hole], pixels[~hole])


@pytest.mark.parametrize("side", [16, 32, 64, 100])
def test_that_a_layout_of_any_size_becomes_probabilities(side: int) -> None:
    labels = np.zeros((side, side), np.uint8)
    labels[:, side // 2 :] = 13
    found = layout_array(Layout(labels), 16)
    assert found.shape == (1, 19, 16, 16)
    np.testing.assert_array_equal(found.sum(axis=1), np.ones((1, 16, 16)))
    assert found[0, 13, :, 8:].min() == 1
    assert found[0, 0, :, :8].min() == 1


def test_that_a_cell_between_two_classes_is_as_much_of_each_as_it_has_pixels() -> None:
    found = layout_array(Layout(np.array([[1, 1], [1, 4]], np.uint8)), 1)
    assert found[0, 1, 0, 0] == 0.75
    assert found[0, 4, 0, 0] == 0.25


def test_that_random_arrays_follow_their_seed_only() -> None:
    for first, again, other in zip(random_arrays(1, 8), random_arrays(1, 8), random_arrays(2, 8), strict=True):
        np.testing.assert_array_equal(first, again)
        assert not np.array_equal(first, other)


def test_that_a_picture_is_clipped_to_what_a_photo_can_hold() -> None:
    picture = picture_array(np.array([[[[-1.0]], [[0.5]], [[2.0]]]], np.float32))
    np.testing.assert_array_equal(picture, [[[0.0, 0.5, 1.0]]])


def test_that_the_cpu_is_always_there_and_an_unknown_device_is_refused() -> None:
    assert choose_device("cpu") == CPU
    assert describe_device(CPU).startswith("cpu (PyTorch, ")
    assert describe_device(torch.device("mps")) == "mps (PyTorch)"
    assert choose_device("auto").type in ("cpu", "cuda", "mps")
    for name in ("tpu", "cuda:99", "cuda:x", ""):
        with pytest.raises(UsageError):
            choose_device(name)
