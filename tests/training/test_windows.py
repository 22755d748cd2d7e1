"""Windows of many shapes, their holes, and where their faces are."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore_training.data import masks
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.data.windows import (
    CELL_PX,
    NO_FACE,
    FramedPictures,
    WindowBatches,
    frame_box,
    window_shape,
)

UNCHANGED = AgingConfig(soft=0, grey=0, sepia=0, faded=0, uneven=0, grain=0)
HOLES = masks.mask_pool(24, size_px=256, seed=0)


def places(height: int, width: int) -> NDArray[np.uint8]:
    """A picture whose red says the column and whose green says the row, 0...255 over the picture."""
    rows, columns = np.mgrid[:height, :width]
    return np.dstack([columns * 255 / width, rows * 255 / height, 0 * rows]).round().astype(np.uint8)


def batches(*sets: FramedPictures, **settings: float) -> WindowBatches:
    return WindowBatches(sets, [1.0] * len(sets), HOLES, UNCHANGED, **settings)


def test_that_windows_have_about_as_many_cells_in_every_shape_from_1_2_to_2_1() -> None:
    rng = np.random.default_rng(0)
    shapes = [window_shape(128, rng) for _ in range(300)]
    cells = [-(-height // CELL_PX) * -(-width // CELL_PX) for height, width in shapes]
    assert 0.85 * 64 <= min(cells) <= max(cells) <= 1.15 * 64
    ratios = np.array([height / width for height, width in shapes])
    assert 0.3 < ratios.min() < 0.6
    assert 1.7 < ratios.max() < 3
    assert abs(np.log(ratios).mean()) < 0.1
    assert sum(height % 2 or width % 2 for height, width in shapes) > 50
    assert min(min(shape) for shape in shapes) >= 64


def test_that_the_frame_of_an_aligned_face_is_its_crop() -> None:
    np.testing.assert_allclose(frame_box(TEMPLATE * 200 + [30, 50]), [30, 50, 230, 250], atol=0.01)


def test_that_a_turned_face_has_an_upright_frame_of_its_size() -> None:
    turn = np.array([[0.8, -0.6], [0.6, 0.8]])
    box = frame_box((TEMPLATE - 0.5) @ turn.T * 100 + 300)
    np.testing.assert_allclose(box, [250, 250, 350, 350], atol=0.1)


@pytest.mark.parametrize("size_px", [96, 128])
def test_that_the_face_box_lies_where_the_face_is_in_the_window(size_px: int) -> None:
    # the face's frame is the middle half of the picture
    box = np.array([[60, 50, 180, 150]], np.float32)
    made = batches(FramedPictures([places(200, 240)], [box]), untold_share=0.0)
    rng = np.random.default_rng(3)
    told = 0
    for _ in range(12):
        batch = made(size_px, 1, rng)
        left, top, right, bottom = batch["face_box"][0].tolist()
        if right <= left:
            continue
        told += 1
        x, y = (left + right) / 2, (top + bottom) / 2
        height, width = batch["target"].shape[2:]
        if 1 <= x < width - 1 and 1 <= y < height - 1:
            column, row, _ = batch["target"][0, :, int(y), int(x)].tolist()
            # the middle of the frame shows the middle of the picture, as well as the box is told
            assert abs(column - 0.5) < 0.06
            assert abs(row - 0.5) < 0.06
    assert told > 5


def test_that_a_batch_is_of_one_shape_with_zero_in_its_holes_and_its_picture_elsewhere() -> None:
    made = batches(
        FramedPictures.aligned([places(256, 256)] * 3, 256), FramedPictures([places(90, 300)], [NO_FACE[None]])
    )
    rng = np.random.default_rng(0)
    for _ in range(6):
        batch = made(96, 5, rng)
        crop, hole, target = batch["crop"], batch["hole"], batch["target"]
        assert crop.shape == target.shape
        assert hole.shape == (5, 1, *crop.shape[2:])
        assert set(hole.unique().tolist()) == {0.0, 1.0}
        assert (hole.flatten(1).sum(dim=1) > 0).all()
        assert not (crop * hole).any()
        torch.testing.assert_close(crop, target * (1 - hole))


def test_that_holes_often_touch_a_border() -> None:
    made = batches(FramedPictures.aligned([places(256, 256)], 256))
    hole = torch.cat([made(96, 8, np.random.default_rng(seed))["hole"].amax(dim=(1, 3))[:, 0] for seed in range(4)])
    assert 0.2 < float(hole.mean()) <= 1


def test_that_no_face_is_told_where_it_is_not_to_be() -> None:
    made = batches(FramedPictures.aligned([places(256, 256)], 256), untold_share=1.0)
    assert not made(96, 8, np.random.default_rng(0))["face_box"].any()
