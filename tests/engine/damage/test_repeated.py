"""Damage that repeats at one place of many scans, and what must not be taken for it."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.damage.proposals import DamageProposal
from facerestore.damage.repeated import LEAST_SCANS, SeenScan, repeated_places, seen_scan
from facerestore.editing.mask_shapes import Region
from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Extent

EXTENT = Extent(200, 150)


def blot(rng: np.random.Generator, side: int = 9) -> np.ndarray:
    """The irregular shape of a speck, no two alike."""
    rows, columns = np.mgrid[:side, :side] - (side - 1) / 2
    angle = np.arctan2(rows, columns)
    phases, lengths = rng.uniform(0, 6.3, 3), rng.uniform(0.6, 1.4, 3)
    reach = side / 3 + sum(
        0.5 * length * np.cos((n + 1) * angle + p) for n, (p, length) in enumerate(zip(phases, lengths, strict=True))
    )
    return np.asarray(np.hypot(rows, columns) <= np.maximum(reach, 1.2))


def speck(shape: np.ndarray, left: int, top: int, kind: DamageClass = DamageClass.DUST) -> DamageProposal:
    region = Region.of(shape, left, top)
    assert region is not None
    return DamageProposal(0, kind, region, 0.5)


def picture(rng: np.random.Generator) -> np.ndarray:
    """Another content each time."""
    return rng.integers(0, 255, (150, 200), dtype=np.uint8)


def scans_with(
    rng: np.random.Generator, shape: np.ndarray, *, shown: int, count: int, shift: int = 0, same: bool = False
) -> list[SeenScan]:
    """Scans of which some show a speck at (60, 40), and each has three specks of its own."""
    first, scans = picture(rng), []
    for index in range(count):
        # in columns of their own, so that no two scans happen to have one at the same place
        left = 5 + 12 * index
        own = [speck(blot(rng), int(rng.integers(left, left + 3)), int(rng.integers(70, 135))) for _ in range(3)]
        moved = (int(rng.integers(-shift, shift + 1)), int(rng.integers(-shift, shift + 1)))
        common = [speck(shape, 60 + moved[0], 40 + moved[1])] if index < shown else []
        scans.append(seen_scan(own + common, EXTENT, first if same else picture(rng)))
    return scans


@settings(deadline=None, max_examples=30)
@given(st.integers(4, 14), st.data(), st.integers(0, 1000))
def test_that_a_speck_at_one_place_is_found_by_its_pixels_and_nothing_else_is(
    count: int, data: st.DataObject, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    shown = data.draw(st.integers(max(LEAST_SCANS, -(-count // 2)), count))
    shape = blot(rng)
    shift = data.draw(st.integers(0, 1))
    (place,) = repeated_places(scans_with(rng, shape, shown=shown, count=count, shift=shift), EXTENT)
    assert place.kind is DamageClass.DUST
    assert place.scans == tuple(range(shown))
    assert place.share == shown / count
    inside = place.region.over(EXTENT.box)[40:49, 60:69]
    assert (inside & shape).sum() > 0.5 * shape.sum()
    assert abs(int(place.region.inside.sum()) - int(shape.sum())) < 0.7 * shape.sum()
    # what moves from scan to scan may be of the picture
    assert place.is_certain == (shown >= 4) if shift == 0 else not place.is_certain or shown >= 4


@pytest.mark.parametrize(("shown", "count"), [(2, 2), (2, 8), (3, 11)])
def test_that_few_scans_are_not_enough(shown: int, count: int) -> None:
    rng = np.random.default_rng(0)
    assert repeated_places(scans_with(rng, blot(rng), shown=shown, count=count), EXTENT) == ()


def test_that_a_place_is_asked_about_where_the_scans_are_alike_around_it() -> None:
    rng = np.random.default_rng(1)
    (place,) = repeated_places(scans_with(rng, blot(rng), shown=6, count=6, same=True), EXTENT)
    assert place.likeness == pytest.approx(1)
    assert not place.is_certain
    assert repeated_places(scans_with(rng, blot(rng), shown=6, count=14, same=True), EXTENT) == ()


def test_that_scans_of_which_no_copy_is_known_are_asked_about() -> None:
    rng = np.random.default_rng(1)
    scans = [SeenScan(one.places) for one in scans_with(rng, blot(rng), shown=6, count=6)]
    (place,) = repeated_places(scans, EXTENT)
    assert (place.likeness, place.is_certain) == (None, False)


def test_that_other_shapes_at_one_place_are_not_one_thing() -> None:
    rng = np.random.default_rng(2)
    scans = []
    for _ in range(8):
        thin = np.zeros((21, 21), np.bool_)
        angle = rng.uniform(0, np.pi)
        for step in np.linspace(-10, 10, 60):
            thin[round(10 + step * np.sin(angle)), round(10 + step * np.cos(angle))] = True
        scans.append(seen_scan([speck(thin, 60, 40, DamageClass.SCRATCH)], EXTENT, picture(rng)))
    assert repeated_places(scans, EXTENT) == ()


def test_that_people_in_one_pose_have_no_repeated_damage() -> None:
    """Eyes of nearly one size at nearly one place."""
    rng = np.random.default_rng(3)
    scans = []
    for _ in range(12):
        left, top, side = rng.integers(57, 64), rng.integers(38, 43), int(rng.integers(7, 13))
        scans.append(seen_scan([speck(blot(rng, side), int(left), int(top))], EXTENT, picture(rng)))
    assert not any(place.is_certain for place in repeated_places(scans, EXTENT))


def test_that_the_line_of_a_roller_is_one_place_though_each_scan_shows_another_part() -> None:
    rng = np.random.default_rng(4)
    scans = []
    for _ in range(8):
        top, bottom = sorted(int(edge) for edge in rng.choice(150, 2, replace=False))
        top, bottom = min(top, bottom - 60, 90) if bottom - top < 60 else top, max(bottom, 60)
        line = np.ones((bottom - max(top, 0), 2), np.bool_)
        scans.append(seen_scan([speck(line, 120, max(top, 0), DamageClass.SCRATCH)], EXTENT, picture(rng)))
    (place,) = repeated_places(scans, EXTENT)
    assert place.kind is DamageClass.SCRATCH
    assert place.region.box.width <= 4
    assert place.region.box.height > 100
    assert place.is_certain


def test_that_what_is_thick_is_no_dust_on_the_glass() -> None:
    rng = np.random.default_rng(5)
    shadow = speck(np.ones((40, 60), np.bool_), 30, 30, DamageClass.STAIN)
    assert repeated_places([seen_scan([shadow], EXTENT, picture(rng)) for _ in range(6)], EXTENT) == ()


def test_that_nothing_repeats_where_nothing_was_found() -> None:
    assert repeated_places([seen_scan([], EXTENT)] * 5, EXTENT) == ()
    assert repeated_places([], EXTENT) == ()


def written(text: str, scale: float) -> list[DamageProposal]:
    """The signs of a text as a search finds them, each by itself."""
    plane = np.zeros((150, 200), np.uint8)
    cv2.putText(plane, text, (30, 60), cv2.FONT_HERSHEY_SIMPLEX, scale, 255, 1)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(plane)
    found = []
    for number, (left, top, width, height, _) in enumerate(stats[1:].tolist(), 1):
        inside = labels[top : top + height, left : left + width] == number
        found.append(speck(inside, left, top, DamageClass.SCRATCH))
    return found


def scans_of(rng: np.random.Generator, *proposals: DamageProposal) -> list[SeenScan]:
    """Six scans that all show these, and are different pictures else."""
    return [seen_scan(list(proposals), EXTENT, picture(rng)) for _ in range(6)]


@pytest.mark.parametrize("text", ["1873", "KODAK", "24A 25", "8", "ATELIER"])
@pytest.mark.parametrize("scale", [0.4, 0.8])
def test_that_printed_signs_are_asked_about_and_never_certain(text: str, scale: float) -> None:
    found = repeated_places(scans_of(np.random.default_rng(6), *written(text, scale)), EXTENT)
    assert found
    assert not any(one.is_certain for one in found)


def test_that_dust_beside_print_is_still_certain() -> None:
    rng = np.random.default_rng(7)
    found = repeated_places(scans_of(rng, *written("1873", 0.5), speck(blot(rng), 150, 100)), EXTENT)
    assert [one.region.box.left >= 149 for one in found if one.is_certain] == [True]


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 1000))
def test_that_specks_that_lie_about_are_certain(seed: int) -> None:
    rng = np.random.default_rng(seed)
    # one in each corner of the scan, so that none follows another
    specks = [speck(blot(rng), left, top) for left, top in ((20, 20), (160, 30), (30, 120), (150, 115))]
    found = repeated_places(scans_of(rng, *specks), EXTENT)
    assert [one.is_certain for one in found] == [True] * 4


def test_that_lines_in_both_directions_are_a_border_and_asked_about() -> None:
    rng = np.random.default_rng(8)
    down, across = np.ones((120, 2), np.bool_), np.ones((2, 140), np.bool_)
    one_way = scans_of(rng, speck(down, 20, 10, DamageClass.SCRATCH), speck(down, 180, 10, DamageClass.SCRATCH))
    assert [one.is_certain for one in repeated_places(one_way, EXTENT)] == [True, True]
    both = scans_of(rng, speck(down, 20, 10, DamageClass.SCRATCH), speck(across, 30, 140, DamageClass.SCRATCH))
    assert [one.is_certain for one in repeated_places(both, EXTENT)] == [False, False]
