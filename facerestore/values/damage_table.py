"""The damage classes of one project: which there are, what they are called, and what is done about each.

A project begins with ``DEFAULT_TABLE``. A person may give a class another policy, name and colour, take it away, or
add one of their own, which gets a free number of the plane.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.damage_classes import (
    CLASS_NAMES,
    DEFAULT_POLICIES,
    HAND_NAMES,
    DamageClass,
    HandClass,
    Policy,
)
from facerestore.values.mask import THRESHOLD, Mask

LONGEST_NAME: Final = 40
REPAIRING: Final = frozenset({Policy.RESTORE, Policy.FILL})
"""The policies that change pixels."""

BY_HAND: Final = frozenset(int(one) for one in HandClass)
"""The numbers of what a person filled by hand; no class of a table has one of them."""

_BUILT_IN: Final = frozenset(int(one) for one in DamageClass)
_COLOUR_DIGITS: Final = frozenset("0123456789abcdef")
_ROWS: Final = 512
_MOST_COUNTED: Final = 2**22


@dataclass(frozen=True, kw_only=True)
class DamageKind:
    """One class of a project: ``number`` 1 to 255 in the plane. ``name`` and ``colour`` ("#rrggbb", lower case) are
    empty where a class that every project begins with keeps the program's own."""

    number: int
    policy: Policy
    name: str = ""
    colour: str = ""

    def __post_init__(self) -> None:
        is_own = self.number not in _BUILT_IN
        if not 1 <= self.number <= 255:
            raise ValueError("A class has a number from 1 to 255.")
        if self.number in BY_HAND or self.policy is Policy.HAND:
            raise ValueError("What is filled by hand is no class of damage.")
        if self.name != self.name.strip() or not self.name.isprintable() or (is_own and not self.name):
            raise ValueError("A class has a name that can be read.")
        if len(self.name) > LONGEST_NAME:
            raise ValueError(f"The name of a class has at most {LONGEST_NAME} characters.")
        is_colour = len(self.colour) == 7 and self.colour[0] == "#" and _COLOUR_DIGITS.issuperset(self.colour[1:])
        if not is_colour and (self.colour or is_own):
            raise ValueError("The colour of a class is #rrggbb.")

    @property
    def english_name(self) -> str:
        """What the class is called in files and on the command line."""
        return self.name or CLASS_NAMES[DamageClass(self.number)]


@dataclass(frozen=True)
class DamageTable:
    """The classes of a project, in the order in which they are shown. Damage of no named kind is always among them:
    it is what the white of a plain mask means."""

    kinds: tuple[DamageKind, ...]

    def __post_init__(self) -> None:
        if len({one.number for one in self.kinds}) < len(self.kinds):
            raise ValueError("Each class has a number of its own.")
        if DamageClass.DAMAGE not in self.policies:
            raise ValueError("A table of classes has that of plain damage.")

    @cached_property
    def policies(self) -> Mapping[int, Policy]:
        """By number; what has no class is kept."""
        by_hand = dict.fromkeys(BY_HAND, Policy.HAND)
        return MappingProxyType({0: Policy.KEEP} | by_hand | {one.number: one.policy for one in self.kinds})

    @cached_property
    def protected(self) -> frozenset[int]:
        """The numbers that tools pass as ``locked``, so that nothing is painted over protected places."""
        return frozenset(one.number for one in self.kinds if one.policy is Policy.PROTECT)

    @cached_property
    def repaired(self) -> frozenset[int]:
        """The numbers of classes whose pixels are restored or filled."""
        return frozenset(one.number for one in self.kinds if one.policy in REPAIRING)

    def kind(self, number: int) -> DamageKind | None:
        return next((one for one in self.kinds if one.number == number), None)

    def changed(self, kind: DamageKind) -> Self:
        """The table with a class in place of the one of its number."""
        return replace(self, kinds=tuple(kind if one.number == kind.number else one for one in self.kinds))

    def with_policy(self, number: int, policy: Policy) -> Self:
        """The table with another policy for one class."""
        return replace(
            self, kinds=tuple(replace(one, policy=policy) if one.number == number else one for one in self.kinds)
        )

    def added(self, kind: DamageKind) -> Self:
        """The table with one class more, at its end. Raises ValueError if there is one of its number."""
        return replace(self, kinds=(*self.kinds, kind))

    def without(self, number: int) -> Self:
        """The table with one class less. Raises ValueError for plain damage."""
        return replace(self, kinds=tuple(one for one in self.kinds if one.number != number))

    def free_number(self, policy: Policy) -> int:
        """A number for a class to be added: light for one that is repaired, dark for one that stays, so that a program
        that knows only masks reads it as it is meant. Raises ValueError if the plane has no room."""
        light, dark = range(254, THRESHOLD - 1, -1), range(1, THRESHOLD)
        places = (*light, *dark) if policy in REPAIRING else (*dark, *light)
        free: list[int] = [one for one in places if one not in self.policies and one not in _BUILT_IN]
        if not free:
            raise ValueError("The mask has no room for another class.")
        return free[0]

    def joined(self, other: "DamageTable", used: Collection[int]) -> tuple[Self, Mapping[int, int]]:
        """The table with those classes of another one that are used, and the number that each of these has in it.

        A class of a person's own is known by its name: where its number belongs to another class already, it gets a
        free one. Of a class that both have this table's policy, name and colour stay. Raises ValueError if the plane
        has no room.
        """
        table, numbers = self, {}
        for kind in (one for one in other.kinds if one.number in used):
            same = self._same(kind)
            if same is None:
                is_free = table.kind(kind.number) is None
                same = kind if is_free else replace(kind, number=table.free_number(kind.policy))
                table = table.added(same)
            numbers[kind.number] = same.number
        return table, numbers

    def _same(self, kind: DamageKind) -> DamageKind | None:
        """The class of this table that one of another table is."""
        at_its_number = self.kind(kind.number)
        if at_its_number is not None and (kind.number in _BUILT_IN or at_its_number.name == kind.name):
            return at_its_number
        own = (one for one in self.kinds if not {one.number, kind.number} & _BUILT_IN)
        return next((one for one in own if one.name == kind.name), None)

    def where(self, plane: NDArray[np.uint8], policy: Policy) -> NDArray[np.uint8]:
        """255 where a plane (H, W) has a class of a policy, else 0."""
        return _marked(plane, (number for number, its in self.policies.items() if its is policy))

    def has_repairs(self, plane: NDArray[np.uint8]) -> bool:
        """Whether anything of a plane (H, W) is to be restored or filled."""
        # the first rows with damage end it, and most others are told by their largest number: it is asked after every
        # stroke
        least = min(self.repaired, default=256)
        for top in range(0, len(plane), _ROWS):
            piece = plane[top : top + _ROWS]
            largest = int(piece.max())
            if largest in self.repaired or (largest > least and bool(_marked(piece, self.repaired).any())):
                return True
        return False


def _default_table() -> DamageTable:
    order = ("DAMAGE", "SCRATCH", "CREASE", "STAIN", "TEAR", "DUST", "ORIGINAL")
    classes = (DamageClass[name] for name in order)
    return DamageTable(tuple(DamageKind(number=int(one), policy=DEFAULT_POLICIES[one]) for one in classes))


DEFAULT_TABLE: Final = _default_table()
"""In the order in which a person meets them."""


@dataclass(frozen=True)
class ClassShare:
    """A class that was painted, what was done about it, and its share of the photo's pixels, 0...1."""

    number: int
    name: str
    policy: Policy
    share: float


@dataclass(frozen=True, eq=False)
class RegionPlan:
    """What is done where, without overlap: ``restore``; ``fill`` and ``protected``, None where no pixel has it."""

    restore: Mask
    fill: Mask | None = None
    protected: Mask | None = None


def is_plane(labels: NDArray[np.generic], table: DamageTable = DEFAULT_TABLE) -> bool:
    """Whether an array is a plane of damage classes: uint8 (H, W) with no other number than a table's."""
    if labels.ndim != 2 or labels.dtype != np.uint8:
        return False
    return _present(np.asarray(labels, np.uint8)) <= table.policies.keys()


def region_plan(plane: NDArray[np.uint8], table: DamageTable = DEFAULT_TABLE) -> RegionPlan:
    """What a plane (H, W) of damage classes asks for. Raises ValueError for numbers that are none of the table's."""
    numbers = _present(plane) if plane.ndim == 2 and plane.dtype == np.uint8 else None
    if numbers is None or not numbers <= table.policies.keys():
        raise ValueError("A plane of damage classes is uint8 (H, W) with their numbers only.")
    # another plane as large as the scan is made only for a policy that some pixel has
    there = {table.policies[number] for number in numbers}
    fill, protected = (
        Mask(table.where(plane, policy)) if policy in there else None for policy in (Policy.FILL, Policy.PROTECT)
    )
    return RegionPlan(Mask(table.where(plane, Policy.RESTORE)), fill, protected)


def class_shares(plane: NDArray[np.uint8], table: DamageTable = DEFAULT_TABLE) -> tuple[ClassShare, ...]:
    """The classes that a plane (H, W) has pixels of, in the table's order, under their English names; after them what
    was filled by hand."""
    counts = _counts(plane)
    named = [(one.number, one.english_name, one.policy) for one in table.kinds]
    named += [(int(one), name, Policy.HAND) for one, name in HAND_NAMES.items()]
    return tuple(
        ClassShare(number, name, policy, int(counts[number]) / plane.size)
        for number, name, policy in named
        if counts[number] > 0
    )


def _present(plane: NDArray[np.uint8]) -> set[int]:
    """The numbers that a plane (H, W) has pixels of."""
    return set(np.flatnonzero(_counts(plane)).tolist())


def _counts(plane: NDArray[np.uint8]) -> NDArray[np.int64]:
    """How many pixels of a plane (H, W) have each number, (256,)."""
    counts = np.zeros(256, np.int64)
    # most of a scan has no damage, and counting zeros is slow
    left, top, width, height = cv2.boundingRect(plane) if plane.size else (0, 0, 0, 0)
    marked = plane[top : top + height, left : left + width]
    counts[0] = plane.size - marked.size
    # OpenCV counts in float32, which has no odd numbers above 2**24
    rows = max(1, _MOST_COUNTED // max(1, width))
    for top in range(0, height, rows):
        strip = np.ascontiguousarray(marked[top : top + rows])
        counts += cv2.calcHist([strip], [0], None, [256], [0, 256]).ravel().astype(np.int64)
    return counts


def _marked(plane: NDArray[np.uint8], numbers: Iterable[int]) -> NDArray[np.uint8]:
    table = np.zeros(256, np.uint8)
    table[list(numbers)] = 255
    return np.asarray(cv2.LUT(plane, table), np.uint8)
