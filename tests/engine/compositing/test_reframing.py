"""Reframing: quarter turns and crops bit for bit, straightening by one good resampling."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from facerestore.compositing import reframing
from facerestore.compositing.reframing import reframed
from facerestore.values.framing import Framing
from facerestore.values.geometry import Box, Extent


def _of(pixels: NDArray[Any], framing: Framing) -> NDArray[Any]:
    return reframed(lambda box: pixels[box.slices], Extent.of(pixels), framing)


@st.composite
def _pictures(draw: st.DrawFn) -> NDArray[Any]:
    shape = (draw(st.integers(1, 40)), draw(st.integers(1, 40)), *draw(st.sampled_from([(), (3,)])))
    dtype = draw(st.sampled_from([np.uint8, np.uint16]))
    rng = np.random.default_rng(draw(st.integers(0, 2**16)))
    return rng.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)


@given(_pictures(), st.integers(0, 3))
def test_quarter_turns_are_those_of_numpy_bit_for_bit(pixels: NDArray[Any], turns: int) -> None:
    made = _of(pixels, Framing(turns))
    assert made.dtype == pixels.dtype
    assert np.array_equal(made, np.rot90(pixels, -turns))


@given(_pictures(), st.integers(0, 3), st.data())
def test_a_crop_cuts_what_was_turned(pixels: NDArray[Any], turns: int, data: st.DataObject) -> None:
    turned = np.rot90(pixels, -turns)
    left, top = data.draw(st.integers(0, turned.shape[1] - 1)), data.draw(st.integers(0, turned.shape[0] - 1))
    right = data.draw(st.integers(left + 1, turned.shape[1]))
    bottom = data.draw(st.integers(top + 1, turned.shape[0]))
    made = _of(pixels, Framing(turns, 0.0, Box(left, top, right, bottom)))
    assert np.array_equal(made, turned[top:bottom, left:right])


@given(_pictures(), st.integers(0, 3))
def test_turned_and_turned_back_is_the_scan(pixels: NDArray[Any], turns: int) -> None:
    assert np.array_equal(_of(_of(pixels, Framing(turns)), Framing((4 - turns) % 4)), pixels)


def test_a_large_scan_is_turned_in_strips(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (1500, 900), np.uint8)
    read: list[Box] = []

    def strip(box: Box) -> NDArray[Any]:
        read.append(box)
        return pixels[box.slices]

    made = reframed(strip, Extent.of(pixels), Framing(1))
    assert np.array_equal(made, np.rot90(pixels, -1))
    assert max(box.width * box.height for box in read) <= 2**20


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("degrees", [-33.0, -2.5, 0.3, 45.0])
@pytest.mark.parametrize("turns", [0, 1])
def test_a_straightened_plane_is_where_its_formula_says(dtype: type, degrees: float, turns: int) -> None:
    """Of a smooth picture, each sample is known at any place."""
    extent, framing = Extent(240, 180), Framing(turns, degrees)
    white = np.iinfo(dtype).max

    def value(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        return white * (0.5 + 0.2 * np.sin(x / 9) + 0.2 * np.cos(y / 11))

    ys, xs = np.mgrid[: extent.height, : extent.width] + 0.5
    made = _of(np.rint(value(xs, ys)).astype(dtype), framing)
    box = framing.box(extent)
    ys, xs = np.mgrid[box.top : box.bottom, box.left : box.right] + 0.5
    places = framing.to_scan(np.stack([xs.ravel(), ys.ravel()], axis=1), extent)
    wanted = value(*places.T).reshape(made.shape)
    inner = np.s_[
        16:-16, 16:-16
    ]  # the picture goes on as its mirror image, whose bend is seen some pixels from the border
    assert made.dtype == dtype
    assert np.abs(made.astype(float) - wanted)[inner].max() < 1.7


def test_tiles_leave_no_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.random.default_rng(2).integers(0, 65535, (260, 240), np.uint16)
    at_once = _of(pixels, Framing(0, 7.0))
    monkeypatch.setattr(reframing, "_TILE_PX", 50)
    assert np.abs(_of(pixels, Framing(0, 7.0)).astype(int) - at_once).max() <= 1


def test_grey_in_three_channels_stays_grey() -> None:
    grey = np.random.default_rng(3).integers(0, 255, (90, 70), np.uint8)
    made = _of(np.dstack([grey] * 3), Framing(3, -11.0))
    assert (made == made[..., :1]).all()


def test_white_and_black_stay_within_their_depth() -> None:
    pixels = np.where(np.indices((80, 80)).sum(axis=0) % 16 < 8, 255, 0).astype(np.uint8)
    made = _of(pixels, Framing(0, 5.0))
    assert (made.min(), made.max()) == (0, 255)
