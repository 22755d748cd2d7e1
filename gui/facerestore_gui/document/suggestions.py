"""Suggestions: damage that was found, for as long as the person looks through it. No part of the document: what is
accepted becomes one edit of the mask, what is refused is forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.editing.mask_shapes import Region
from facerestore.editing.painting import paint_stroke
from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Box

DEFAULT_THRESHOLD: Final = 0.5
_TRACED_AT_ONCE_PX: Final = 1_000_000
_FLATNESS_PX: Final = 0.6


@dataclass(eq=False)
class Suggestion:
    """A place that may be damaged. ``inside``: uint8 (h, w) of the box, 255 where it is damaged; trimmed in place.
    ``outlines``: closed lines (N, 2) in pixels of the photo."""

    kind: DamageClass
    confidence: float
    box: Box
    inside: NDArray[np.uint8]
    outlines: tuple[NDArray[np.float64], ...]
    is_taken: bool = True

    @classmethod
    def of(cls, kind: DamageClass, region: Region, confidence: float) -> "Suggestion":
        inside = region.inside.astype(np.uint8) * np.uint8(255)
        return cls(kind, confidence, region.box, inside, traced(inside, region.box))

    def region(self) -> Region | None:
        """What is left of it."""
        return Region.of(self.inside > 0, self.box.left, self.box.top)

    def is_at(self, x_photo: float, y_photo: float, reach_px: float) -> bool:
        reach = max(0, round(reach_px))
        column, row = int(np.floor(x_photo)) - self.box.left, int(np.floor(y_photo)) - self.box.top
        rows = slice(max(0, row - reach), max(0, row + reach + 1))
        return bool(self.inside[rows, max(0, column - reach) : max(0, column + reach + 1)].any())


class Suggestions(QObject):
    """The damage that was found and is looked through. ``threshold``: how sure a suggestion must be to be shown, and to
    be accepted. ``most_dust_px``: how large a speck of dust may be, for the next search; None: after the photo's size.
    ``pointed``: the one under the pointer."""

    began_or_ended = Signal()
    changed = Signal()
    """What is shown, taken or trimmed, too."""
    pointed_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Suggestion, ...] = ()
        self._stale: list[Suggestion] = []
        self.is_active = False
        self.threshold = DEFAULT_THRESHOLD
        self.most_dust_px: int | None = None
        self.pointed: Suggestion | None = None

    @property
    def shown(self) -> list[Suggestion]:
        """Those sure enough, the surest first."""
        return [one for one in self._all if one.confidence >= self.threshold]

    @property
    def taken(self) -> list[Suggestion]:
        return [one for one in self.shown if one.is_taken]

    def begin(self, found: Iterable[Suggestion]) -> None:
        self._all, self._stale, self.pointed = tuple(found), [], None
        self.is_active = True
        self.began_or_ended.emit()
        self.changed.emit()

    def end(self) -> None:
        if self.is_active:
            self._all, self._stale, self.pointed, self.is_active = (), [], None, False
            self.began_or_ended.emit()
            self.changed.emit()

    def accepted(self) -> list[tuple[Region, DamageClass]]:
        """What is taken, as it was trimmed."""
        regions = ((one.region(), one.kind) for one in self.taken)
        return [(region, kind) for region, kind in regions if region is not None]

    def set_threshold(self, threshold: float) -> None:
        self.threshold = threshold
        self.changed.emit()

    def toggle_at(self, x_photo: float, y_photo: float, *, reach_px: float) -> None:
        """Take or refuse what is suggested at a place."""
        found = self._at(x_photo, y_photo, reach_px)
        if found is not None:
            found.is_taken = not found.is_taken
            self.pointed = found
            self.changed.emit()

    def point_at(self, x_photo: float, y_photo: float, *, reach_px: float) -> None:
        """Say what is at a place."""
        found = self._at(x_photo, y_photo, reach_px)
        if found is not self.pointed:
            self.pointed = found
            self.pointed_changed.emit()

    def trim(self, points_photo: NDArray[np.float64], radius_px: float) -> None:
        """Cut a piece of an eraser's stroke (N, 2) out of what is taken."""
        reach = Box.around(points_photo).grown(int(np.ceil(radius_px)) + 1)
        is_changed = False
        for one in self.taken:
            if one.box.intersection(reach).is_empty:
                continue
            origin = np.array([one.box.left, one.box.top], np.float64)
            patch = paint_stroke(one.inside, points_photo - origin, radius_px, 0)
            if patch is not None:
                patch.flip(one.inside)
                is_changed = True
                self._retrace(one)
        if is_changed:
            self.changed.emit()

    def end_trim(self) -> None:
        """The drag is over: trace what was too large to be traced while it went on."""
        for one in self._stale:
            one.outlines = traced(one.inside, one.box)
        if self._stale:
            self._stale = []
            self.changed.emit()

    def _retrace(self, one: Suggestion) -> None:
        if one.inside.size <= _TRACED_AT_ONCE_PX:
            one.outlines = traced(one.inside, one.box)
        elif one not in self._stale:
            self._stale.append(one)

    def _at(self, x_photo: float, y_photo: float, reach_px: float) -> Suggestion | None:
        """The smallest one at a place."""
        found = [one for one in self.shown if one.is_at(x_photo, y_photo, reach_px)]
        return min(found, key=lambda one: one.box.width * one.box.height) if found else None


def traced(inside: NDArray[np.uint8], box: Box) -> tuple[NDArray[np.float64], ...]:
    """The outlines of the pixels that are not 0, along their outer edges as nearly as it matters on a screen."""
    found, _ = cv2.findContours(inside, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    lines = (cv2.approxPolyDP(one, _FLATNESS_PX, closed=True).reshape(-1, 2) for one in found)
    return tuple(line + np.array([box.left + 0.5, box.top + 0.5]) for line in lines)
