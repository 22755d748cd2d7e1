"""MaskContents: whether anything is painted and whether anything is to be repaired, known without another look."""

import numpy as np
from numpy.typing import NDArray

from facerestore.values.damage_table import BY_HAND, DamageTable
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import seen


class MaskContents:
    """A memory of whether a mask holds anything. Answers of a plane (H, W) of damage classes that others change in
    place and tell of.

    The window asks after every press and every release; to look at 100 megapixels takes milliseconds each time. What is
    added inside a box answers by itself; only where something went is the whole looked at, when next asked.
    """

    def __init__(self, plane: NDArray[np.uint8], classes: DamageTable) -> None:
        self._plane, self._classes = plane, classes
        self._is_painted: bool | None = None
        self._has_repairs: bool | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is painted, damaged or protected. What is filled by hand is no mask."""
        if self._is_painted is None:
            self._is_painted = _is_painted(self._plane)
        return not self._is_painted

    @property
    def has_repairs(self) -> bool:
        """Whether anything is to be restored or filled."""
        if self._has_repairs is None:
            self._has_repairs = self._classes.has_repairs(self._plane)
        return self._has_repairs

    def change(self, box: Box) -> None:
        """The plane has changed, nowhere but in a box."""
        if not box.is_empty:
            piece = self._plane[box.slices]
            self._is_painted = _after(self._is_painted, has_it=_is_painted(piece))
            self._has_repairs = _after(self._has_repairs, has_it=self._classes.has_repairs(piece))

    def change_classes(self, classes: DamageTable) -> None:
        """Classes came, went, or are treated otherwise."""
        self._classes, self._has_repairs = classes, None


def _is_painted(plane: NDArray[np.uint8]) -> bool:
    highest = plane.max(initial=0)
    if highest == 0 or highest not in BY_HAND:
        return bool(highest > 0)
    return bool(((plane > 0) & ~seen(plane)).any())


def _after(known: bool | None, *, has_it: bool) -> bool | None:  # noqa: FBT001 - three values, not a switch
    """Whether a plane has something, by what was known before a box changed and whether that box now has it."""
    if has_it:
        return True
    return False if known is False else None
