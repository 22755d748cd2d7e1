import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.compositing.seam import Level, membrane, pulled, pushed
from facerestore.compositing.tiling import PiecewiseMembrane, Plan
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from tests.support.damage import astronaut, scratches


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 4), st.integers(0, 2**31), st.floats(0.01, 1))
def test_that_known_values_stay_and_others_lie_between_them(
    height: int, width: int, chs: int, seed: int, share: float
) -> None:
    rng = np.random.default_rng(seed)
    values = rng.random((height, width, chs)).astype(np.float32)
    known = rng.random((height, width)) < share
    known[rng.integers(height), rng.integers(width)] = True
    carried = membrane(values, known)
    assert carried.shape == values.shape
    np.testing.assert_allclose(carried[known], values[known], atol=1e-6)
    for channel in range(chs):
        inside = values[..., channel][known]
        assert carried[..., channel].min() >= inside.min() - 1e-5
        assert carried[..., channel].max() <= inside.max() + 1e-5


def test_that_a_membrane_without_anything_known_is_zero() -> None:
    assert not membrane(np.ones((9, 7, 3), np.float32), np.zeros((9, 7), np.bool_)).any()


def test_that_a_slope_goes_on_through_a_hole() -> None:
    slope = np.repeat(np.linspace(0, 1, 120, dtype=np.float32)[None, :, None], 90, axis=0)
    known = np.ones((90, 120), np.bool_)
    known[20:70, 30:90] = False
    assert np.abs(membrane(slope, known) - slope).max() < 0.06


def test_that_a_scratch_is_bridged_better_than_by_telea_and_navier_stokes() -> None:
    pixels = astronaut()
    mask = scratches(300, 400, count=12, width_px=3)

    def squared_error(bridged: np.ndarray) -> float:
        return float(((bridged.astype(np.float64) - pixels)[mask.restore] ** 2).mean())

    ours = squared_error(255 * membrane(pixels.astype(np.float32) / 255, ~mask.restore))
    for method in (cv2.INPAINT_TELEA, cv2.INPAINT_NS):
        assert ours < squared_error(cv2.inpaint(pixels, mask.coverage, 3, method))


def test_that_grain_at_the_border_does_not_streak_into_the_hole() -> None:
    noise = np.random.default_rng(0).standard_normal((200, 200, 1), dtype=np.float32)
    known = np.ones((200, 200), np.bool_)
    known[50:150, 50:150] = False
    carried = membrane(noise, known)[..., 0]
    # ten pixels inside, less than a fiftieth of the noise's variance is left
    assert carried[60:140, 60:140].var() < 0.02


@settings(max_examples=200, deadline=None)
@given(st.data(), st.integers(1, 90), st.integers(1, 90), st.sampled_from([1, 3]), st.integers(0, 4))
def test_that_a_part_is_pulled_bit_for_bit_as_the_whole(
    data: st.DataObject, height: int, width: int, chs: int, levels: int
) -> None:
    left, top = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    part = Box(left, top, data.draw(st.integers(left + 1, width)), data.draw(st.integers(top + 1, height)))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**31)))
    values = rng.random((height, width, chs)).astype(np.float32)
    known = (rng.random((height, width)) < rng.random()) * rng.random((height, width))
    pyramid = pushed(Level(values, known.astype(np.float32)), levels)
    coarse = rng.random(pyramid[-1].values.shape).astype(np.float32)
    np.testing.assert_array_equal(pulled(pyramid, coarse, part=part), pulled(pyramid, coarse)[part.slices])


def _pulled_in_pieces(values: np.ndarray, mask: Mask, *, piece_px: int, coarse_cells: int) -> np.ndarray:
    plan = Plan.of(mask, piece_px=piece_px, coarse_cells=coarse_cells)
    whole = PiecewiseMembrane(plan, values.shape[2])
    levels = {
        piece: Level(values[piece.read.slices], (mask.coverage[piece.read.slices] == 0).astype(np.float32))
        for piece in plan.pieces
    }
    for piece, level in levels.items():
        whole.add(piece, level)
    result = values.copy()
    for piece, level in levels.items():
        result[piece.wanted.slices] = whole.pull(piece, level)
    return result


@pytest.mark.parametrize("coarse_cells", [3000, 12000])
def test_that_a_hole_worked_in_pieces_looks_like_one_worked_whole(coarse_cells: int) -> None:
    values = astronaut().astype(np.float32) / 255
    covered = scratches(300, 400, count=6, width_px=3).coverage.copy()
    cv2.circle(covered, (220, 130), 70, 255, -1)
    mask = Mask(covered)
    at_once = _pulled_in_pieces(values, mask, piece_px=512, coarse_cells=2**20)
    in_pieces = _pulled_in_pieces(values, mask, piece_px=64, coarse_cells=coarse_cells)
    # cells far from every hole are not read, so the deep inside differs slightly; no piece's edge shows
    assert np.abs(at_once - in_pieces)[mask.restore].max() < 0.03
    assert np.abs(at_once - in_pieces)[mask.restore].mean() < 0.001


def test_that_specks_far_apart_are_pieces_of_their_own() -> None:
    restore = np.zeros((512, 512), np.bool_)
    restore[20:24, 30:33], restore[480:490, 470:475] = True, True
    plan = Plan.of(Mask.from_bool(restore), coarse_cells=5000)
    assert {piece.wanted for piece in plan.pieces} == {Box(30, 20, 33, 24), Box(470, 480, 475, 490)}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(0, 2**31), st.sampled_from([16, 64, 1024]))
def test_that_the_pieces_hold_each_masked_pixel_once(width: int, height: int, seed: int, cells: int) -> None:
    rng = np.random.default_rng(seed)
    restore = np.zeros((height, width), np.bool_)
    restore[rng.integers(0, height, 5), rng.integers(0, width, 5)] = True
    plan = Plan.of(Mask.from_bool(restore), piece_px=64, coarse_cells=cells)
    count = np.zeros((height, width), np.intp)
    for piece in plan.pieces:
        assert piece.wanted.intersection(piece.read) == piece.wanted
        assert piece.read.clipped(Extent(width, height)) == piece.read
        count[piece.wanted.slices] += 1
    assert (count[restore] == 1).all()
    assert Box.of_nonzero(restore).intersection(plan.canvas) == Box.of_nonzero(restore)
