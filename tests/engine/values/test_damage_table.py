"""The damage classes of one project."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facerestore.compositing.compositor import composite
from facerestore.compositing.strength import FaceStrength, with_strength
from facerestore.editing.painting import paint_stroke
from facerestore.values.alignment import CROP_PX
from facerestore.values.damage_classes import CLASS_NAMES, CLASS_POLICIES, DamageClass, HandClass, Policy
from facerestore.values.damage_table import (
    BY_HAND,
    DEFAULT_TABLE,
    REPAIRING,
    DamageKind,
    DamageTable,
    class_shares,
    is_plane,
    region_plan,
)
from facerestore.values.mask import THRESHOLD
from facerestore.values.photo import Photo
from tests.engine.values.test_damage_classes import noise_painting

NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
COLOURS = st.integers(0, 2**24 - 1).map(lambda value: f"#{value:06x}")
POLICIES = st.sampled_from(CLASS_POLICIES)


@st.composite
def tables(draw):
    """The classes that there are, some gone, some changed, some new."""
    table = DEFAULT_TABLE
    for kind in DEFAULT_TABLE.kinds:
        if kind.number != DamageClass.DAMAGE and draw(st.booleans()):
            table = table.without(kind.number)
        else:
            table = table.with_policy(kind.number, draw(POLICIES))
    for _ in range(draw(st.integers(0, 3))):
        policy = draw(POLICIES)
        number = table.free_number(draw(POLICIES))
        table = table.added(DamageKind(number=number, policy=policy, name=draw(NAMES), colour=draw(COLOURS)))
    return table


@given(table=tables(), other=tables())
def test_that_tables_are_joined_without_a_class_of_one_becoming_that_of_the_other(table, other):
    used = [one.number for one in other.kinds]
    joined, numbers = table.joined(other, used)
    assert joined.kinds[: len(table.kinds)] == table.kinds
    for kind in other.kinds:
        found = joined.kind(numbers[kind.number])
        assert found.english_name == kind.english_name
        known = [one for one in table.kinds if one.english_name == kind.english_name]
        assert found in known or (found.policy, found.colour) == (kind.policy, kind.colour)
    assert table.joined(other, []) == (table, {})


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(table=tables(), seed=st.integers(0, 2**31), strength=st.integers(0, 100), deep=st.booleans())
def test_that_what_is_protected_or_kept_stays_bit_identical_whatever_classes_there_are(table, seed, strength, deep):
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(1, 40, 2))
    plane = rng.choice(sorted(table.policies), shape).astype(np.uint8)
    dtype = np.uint16 if deep else np.uint8
    photo = Photo(rng.integers(0, np.iinfo(dtype).max, (*shape, 3), dtype))
    asked = region_plan(plane, table)
    painted = noise_painting(rng, photo.extent)
    made = composite(photo, asked.restore, [painted], fill=asked.fill, protected=asked.protected, seed=seed)
    weak = FaceStrength(painted.alignment, np.full((CROP_PX, CROP_PX), strength, np.uint8))
    result = with_strength(made, [weak])
    still = ~np.isin(plane, list(table.repaired))
    assert (result.photo.pixels[still] == photo.pixels[still]).all()
    assert not (result.generated | result.filled)[still].any()
    assert table.has_repairs(plane) == bool((~still).any())


@given(table=tables(), seed=st.integers(0, 2**31))
def test_that_no_stroke_changes_a_protected_class(table, seed):
    rng = np.random.default_rng(seed)
    plane = rng.choice(sorted(table.policies), (30, 30)).astype(np.uint8)
    before = plane.copy()
    for number in rng.choice(sorted(table.policies), 4):
        patch = paint_stroke(plane, rng.uniform(0, 30, (3, 2)), 6, int(number), locked=table.protected)
        if patch is not None:
            patch.flip(plane)
    locked = np.isin(before, list(table.protected))
    assert (plane[locked] == before[locked]).all()


@given(tables(), POLICIES)
def test_that_a_new_class_gets_a_free_number_that_other_programs_read_as_it_is_meant(table, policy):
    number = table.free_number(policy)
    assert number not in table.policies
    assert number not in list(DamageClass)
    assert (number >= THRESHOLD) == (policy in REPAIRING)


def test_that_a_plane_has_room_for_every_number_and_no_more():
    table = DEFAULT_TABLE
    for _ in range(255 - len(HandClass) - len(DEFAULT_TABLE.kinds)):
        number = table.free_number(Policy.FILL)
        table = table.added(DamageKind(number=number, policy=Policy.FILL, name="x", colour="#000000"))
    with pytest.raises(ValueError, match="room"):
        table.free_number(Policy.FILL)
    assert is_plane(np.arange(256, dtype=np.uint8)[None], table)


def test_that_shares_count_each_class_that_was_painted_under_its_name():
    plane = np.zeros((10, 10), np.uint8)
    plane[0] = DamageClass.DUST
    plane[1:3] = DamageClass.DAMAGE
    table = DEFAULT_TABLE.changed(DamageKind(number=DamageClass.DUST, policy=Policy.RESTORE, name="Flecks"))
    shares = [(one.name, one.policy, one.share) for one in class_shares(plane, table)]
    assert shares == [("Damage", Policy.RESTORE, 0.2), ("Flecks", Policy.RESTORE, 0.1)]


def test_that_shares_of_more_pixels_than_float32_counts_are_exact():
    plane = np.full((4097, 4097), DamageClass.DAMAGE, np.uint8)  # an odd number above 2**24
    assert [one.share for one in class_shares(plane)] == [1.0]
    plane[-1, -1] = DamageClass.DUST
    assert [one.share * plane.size for one in class_shares(plane)] == [plane.size - 1, 1]


def test_that_plain_damage_cannot_be_taken_away_and_numbers_are_not_given_twice():
    with pytest.raises(ValueError, match="plain damage"):
        DEFAULT_TABLE.without(DamageClass.DAMAGE)
    with pytest.raises(ValueError, match="own"):
        DEFAULT_TABLE.added(DEFAULT_TABLE.kinds[0])
    assert CLASS_NAMES.keys() == DEFAULT_TABLE.policies.keys() - BY_HAND


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 0},
        {"number": 256},
        {"number": 9},
        {"number": 9, "name": "Tape"},
        {"number": 9, "name": "Tape", "colour": "red"},
        {"number": 9, "name": " Tape", "colour": "#123456"},
        {"number": 9, "name": "a\nb", "colour": "#123456"},
        {"number": 9, "name": "x" * 41, "colour": "#123456"},
        {"number": 192, "colour": "#12345G"},
    ],
)
def test_that_a_class_without_number_name_or_colour_is_refused(fields):
    with pytest.raises(ValueError, match="class"):
        DamageKind(policy=Policy.FILL, **fields)


def test_that_a_table_needs_plain_damage():
    with pytest.raises(ValueError, match="plain damage"):
        DamageTable(())
