import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from tests.support.pictures import box_mask, random_mask

masks = st.builds(
    lambda width, height, share, seed: random_mask(Extent(width, height), share=share, seed=seed),
    st.integers(1, 30),
    st.integers(1, 30),
    st.sampled_from([0.0, 0.02, 0.3, 1.0]),
    st.integers(0, 5),
)


@pytest.mark.parametrize("coverage", [np.full((2, 2), 128, np.uint8), np.zeros((2, 2, 1), np.uint8), np.zeros((2, 2))])
def test_that_a_mask_has_two_values_and_one_channel(coverage: np.ndarray) -> None:
    with pytest.raises(ValueError, match="mask"):
        Mask(coverage)


def test_that_a_mask_cannot_be_painted_behind_its_back() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Mask.empty(Extent(3, 3)).coverage[0, 0] = 255


@given(masks)
def test_that_twice_inverted_is_the_same_mask(mask: Mask) -> None:
    np.testing.assert_array_equal(mask.inverted().inverted().coverage, mask.coverage)
    np.testing.assert_array_equal(mask.inverted().restore, ~mask.restore)


@settings(deadline=None)
@given(masks, st.integers(0, 6))
def test_that_a_grown_mask_holds_the_mask_and_a_shrunken_one_lies_inside(mask: Mask, radius_px: int) -> None:
    assert (mask.grown(radius_px).restore | ~mask.restore).all()
    assert (~mask.grown(-radius_px).restore | mask.restore).all()
    if radius_px == 0:
        np.testing.assert_array_equal(mask.grown(0).coverage, mask.coverage)


def test_that_a_dot_grows_to_a_disc_of_the_radius() -> None:
    dot = box_mask(Extent(41, 41), 20, 20, 21, 21)
    y, x = np.mgrid[-20:21, -20:21]
    grown = dot.grown(8).restore
    # rounding of a disc on a grid: at most one pixel
    assert grown[x**2 + y**2 <= 7**2].all()
    assert not grown[x**2 + y**2 > 9**2].any()


@given(masks)
def test_that_the_box_is_the_smallest_that_holds_all_there_is_to_restore(mask: Mask) -> None:
    outside = mask.restore.copy()
    outside[mask.box.slices] = False
    assert not outside.any()
    assert mask.is_empty == mask.box.is_empty
    if not mask.is_empty:
        inside = mask.restore[mask.box.slices]
        assert inside[0].any()
        assert inside[-1].any()
        assert inside[:, 0].any()
        assert inside[:, -1].any()


def test_that_the_empty_mask_restores_nothing() -> None:
    mask = Mask.empty(Extent(4, 3))
    assert mask.is_empty
    assert mask.box == Box(0, 0, 0, 0)
    assert mask.extent == Extent(4, 3)


@pytest.mark.parametrize("wrong", [1, 127, 254])
@pytest.mark.parametrize("place", [(0, 0), (1499, 999)])
def test_that_one_wrong_value_anywhere_in_a_large_mask_is_noticed(wrong: int, place: tuple[int, int]) -> None:
    coverage = np.zeros((1500, 1000), np.uint8)
    coverage[700] = 255
    coverage[place] = wrong
    with pytest.raises(ValueError, match="values"):
        Mask(coverage)
