"""Framing: places of a scan and of its turned picture, and crops that stay within it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.framing import MOST_DEGREES, UNFRAMED, Framing
from facerestore.values.geometry import Box, Extent

_EXTENTS = st.builds(Extent, st.integers(1, 400), st.integers(1, 400))
_TURNS = st.integers(0, 3)
_DEGREES = st.floats(-MOST_DEGREES, MOST_DEGREES)
_PLACES = st.tuples(st.floats(-500, 900), st.floats(-500, 900))


@st.composite
def _boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.integers(-300, 500)), draw(st.integers(-300, 500))
    return Box(left, top, left + draw(st.integers(1, 400)), top + draw(st.integers(1, 400)))


@given(_EXTENTS, _TURNS, _DEGREES, _PLACES)
def test_a_place_goes_to_the_turned_picture_and_back(
    extent: Extent, turns: int, degrees: float, place: tuple[float, float]
) -> None:
    framing = Framing(turns, degrees)
    there = framing.to_turned(np.array([place]), extent)
    assert framing.to_scan(there, extent) == pytest.approx(np.array([place]), abs=1e-6)


@given(_EXTENTS, _TURNS)
def test_the_corners_of_what_is_shown_are_those_of_the_scan_after_quarter_turns(extent: Extent, turns: int) -> None:
    framing = Framing(turns)
    corners = framing.corners_scan(framing.box(extent), extent)
    whole = np.array([[0, 0], [extent.width, 0], [extent.width, extent.height], [0, extent.height]])
    # the upper left corner comes from the lower left one after one turn clockwise
    assert corners.tolist() == np.roll(whole, turns, axis=0).tolist()


def test_a_straightening_turns_clockwise() -> None:
    # a horizon that falls to the left by ten degrees: its right end is higher
    extent, angle = Extent(200, 100), np.deg2rad(10)
    ends = np.array([[100, 50], [100 + 80 * np.cos(angle), 50 - 80 * np.sin(angle)]])
    level = Framing(0, 10).to_turned(ends, extent)
    assert level[0, 1] == pytest.approx(level[1, 1])


@given(_EXTENTS, _TURNS, _DEGREES)
def test_what_is_shown_without_a_crop_has_no_empty_corner(extent: Extent, turns: int, degrees: float) -> None:
    framing = Framing(turns, degrees)
    box = framing.box(extent)
    if min(box.width, box.height) > 1:
        assert framing.holds(box, extent)


@given(_EXTENTS, _TURNS, _DEGREES, _boxes())
def test_a_crop_is_kept_within_the_picture(extent: Extent, turns: int, degrees: float, box: Box) -> None:
    framing = Framing(turns, degrees).cropped(box, extent)
    kept = framing.box(extent)
    if min(kept.width, kept.height) > 1:
        assert framing.holds(kept, extent)


@given(_EXTENTS, _TURNS, _DEGREES, _DEGREES, _boxes())
def test_a_crop_still_fits_after_another_straightening(
    extent: Extent, turns: int, before: float, after: float, box: Box
) -> None:
    framing = Framing(turns, before).cropped(box, extent).straightened(after, extent)
    kept = framing.box(extent)
    if min(kept.width, kept.height) > 1:
        assert framing.holds(kept, extent)


@given(_EXTENTS, _TURNS, _DEGREES, _boxes(), st.integers(-4, 4))
def test_turning_shows_the_same_part_of_the_scan(
    extent: Extent, turns: int, degrees: float, box: Box, more: int
) -> None:
    framing = Framing(turns, degrees).cropped(box, extent)
    turned = framing.turned(more, extent)
    assert turned.quarter_turns == (turns + more) % 4
    if framing.crop is not None:
        before, after = (one.corners_scan(one.box(extent), extent) for one in (framing, turned))
        assert after == pytest.approx(np.roll(before, more, axis=0), abs=1e-6)


@given(_EXTENTS, _TURNS, _DEGREES, _boxes())
def test_four_turns_are_none(extent: Extent, turns: int, degrees: float, box: Box) -> None:
    framing = Framing(turns, degrees).cropped(box, extent)
    assert framing.turned(4, extent) == framing
    assert framing.turned(1, extent).turned(-1, extent) == framing


@given(_EXTENTS, _TURNS, _DEGREES, _boxes(), _boxes())
def test_a_dragged_crop_goes_as_far_as_the_picture(
    extent: Extent, turns: int, degrees: float, box: Box, wanted: Box
) -> None:
    framing = Framing(turns, degrees).cropped(box, extent)
    start = framing.box(extent)
    if framing.holds(start, extent):
        assert framing.holds(framing.reached(start, wanted, extent), extent)


def test_a_dragged_crop_slides_along_the_border() -> None:
    framing, extent = UNFRAMED, Extent(100, 80)
    reached = framing.reached(Box(10, 10, 50, 50), Box(10, 10, 400, 70), extent)
    assert reached == Box(10, 10, 100, 70)


def test_a_new_crop_grows_from_a_place_the_way_that_gives_more() -> None:
    framing, extent, start = Framing(0, 10.0), Extent(240, 200), Box(99, 119, 100, 120)
    wanted = Box(-30, 60, 100, 120)
    grown = framing.grown(start, wanted, extent)
    assert grown == Box(6, 60, 100, 120)
    assert framing.holds(grown, extent)
    # sideways first it would be two pixels high
    assert framing.reached(start, wanted, extent).height == 2


def test_a_crop_of_everything_is_none() -> None:
    assert UNFRAMED.cropped(Box(-5, 0, 120, 90), Extent(100, 80)).crop is not None
    assert UNFRAMED.cropped(Box(0, 0, 100, 80), Extent(100, 80)).is_plain


@pytest.mark.parametrize("bad", [{"quarter_turns": 4}, {"straightening_degrees": 46.0}, {"crop": Box(3, 3, 3, 9)}])
def test_what_cannot_be_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"framing|crop"):
        Framing(**bad)  # type: ignore[arg-type]


@given(_EXTENTS, _TURNS, _DEGREES, _PLACES, st.floats(-180, 180))
def test_a_line_that_was_drawn_is_level_or_upright_afterwards(
    extent: Extent, turns: int, before: float, start: tuple[float, float], angle: float
) -> None:
    direction = np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
    end = np.array(start) + 100 * direction
    framing = Framing(turns, before).levelled(start, tuple(end), extent)
    ends = framing.to_turned(np.array([start, end]), extent)
    # an angle has two decimals
    assert np.abs(ends[1] - ends[0]).min() < 100 * np.deg2rad(0.006)
