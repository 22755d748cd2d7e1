"""Suggestions: damage that was found, for as long as the person looks through it. No part of the document: what is
accepted becomes one edit of the mask, what is refused is forgotten. Until then what is done to them is undone like
everything else; undoing that edit brings them back as they were."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.editing.mask_shapes import Region
from facerestore.editing.painting import PixelDiff, paint_stroke
from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Box
from facerestore_gui.look.step_label import translate

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
    def of(cls, kind: DamageClass, region: Region, confidence: float, *, is_taken: bool = True) -> "Suggestion":
        inside = region.inside.astype(np.uint8) * np.uint8(255)
        return cls(kind, confidence, region.box, inside, traced(inside, region.box), is_taken)

    @property
    def size_px(self) -> int:
        """The longer side of its box."""
        return max(self.box.width, self.box.height)

    def region(self) -> Region | None:
        """What is left of it."""
        return Region.of(self.inside > 0, self.box.left, self.box.top)

    def is_at(self, x_photo: float, y_photo: float, reach_px: float) -> bool:
        reach = max(0, round(reach_px))
        column, row = int(np.floor(x_photo)) - self.box.left, int(np.floor(y_photo)) - self.box.top
        rows = slice(max(0, row - reach), max(0, row + reach + 1))
        return bool(self.inside[rows, max(0, column - reach) : max(0, column + reach + 1)].any())


@dataclass(frozen=True, eq=False)
class _Step:
    """What was done to suggestions at once; doing it again takes it back. ``revision``: of the document then."""

    label: str
    revision: object
    cuts: list[tuple[Suggestion, PixelDiff]] = field(default_factory=list)
    turned: Sequence[Suggestion] = ()
    """Those that were taken and are refused, or the other way round."""
    puts_away: bool = False
    """All of them were rejected, and are seen no more."""

    def flip(self) -> None:
        for one, patch in self.cuts:
            patch.flip(one.inside)
            one.outlines = traced(one.inside, one.box)
        for one in self.turned:
            one.is_taken = not one.is_taken


class Suggestions(QObject):
    """The damage that was found and is looked through. ``threshold``: how sure a suggestion must be to be shown, and to
    be accepted; ``sizes_px``: how long it must be at least and at most, None for no limit. ``most_dust_px``: how large
    a speck of dust may be, for the next search; None: after the photo's size. ``pointed``: the one under the pointer.
    ``revision``: says that of the document, whose own steps come between."""

    began_or_ended = Signal()
    changed = Signal()
    """What is shown, taken or trimmed, too."""
    pointed_changed = Signal()

    steps_changed = Signal()
    """There is another step to undo or redo."""

    def __init__(self, parent: QObject | None = None, *, revision: Callable[[], object] = lambda: None) -> None:
        super().__init__(parent)
        self._revision = revision
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._trimming: _Step | None = None
        self._all: tuple[Suggestion, ...] = ()
        self._stale: list[Suggestion] = []
        self._accepting: tuple[object, object] | None = None
        """The document's revisions before and after what was accepted went into the mask."""
        self._is_accepted = False
        self._is_put_away = True
        self.threshold = DEFAULT_THRESHOLD
        self.sizes_px: tuple[int | None, int | None] = (None, None)
        self.most_dust_px: int | None = None
        self.pointed: Suggestion | None = None

    @property
    def is_active(self) -> bool:
        """Whether there are any to be looked through: found, and neither accepted nor rejected."""
        return not self._is_accepted and not self._is_put_away

    @property
    def shown(self) -> list[Suggestion]:
        """Those sure enough and of the sizes that are wanted, the surest first; none of those that were rejected."""
        if not self.is_active:
            return []
        least, most = self.sizes_px
        return [
            one
            for one in self._all
            if one.confidence >= self.threshold
            and (least is None or one.size_px >= least)
            and (most is None or one.size_px <= most)
        ]

    @property
    def taken(self) -> list[Suggestion]:
        return [one for one in self.shown if one.is_taken]

    def begin(self, found: Iterable[Suggestion]) -> None:
        self._all, self._stale, self.pointed = tuple(found), [], None
        # what was too short in one photo is not in the next
        self.sizes_px = (None, None)
        self._done, self._undone, self._trimming = [], [], None
        self._accepting, self._is_accepted, self._is_put_away = None, False, False
        self.began_or_ended.emit()
        self.changed.emit()

    def reject(self) -> None:
        """Put all of them away: a step like others."""
        if self.is_active:
            self.end_trim()
            step = _Step(translate("Suggestions", "Reject all"), self._revision(), puts_away=True)
            self._flip(step)
            self._note(step)

    def end(self) -> None:
        """Forget them."""
        if self._all or self._done or self._undone:
            self._all, self._stale, self.pointed = (), [], None
            self._done, self._undone, self._trimming = [], [], None
            self._accepting, self._is_accepted, self._is_put_away = None, False, True
            self.began_or_ended.emit()
            self.changed.emit()

    def accepted(self) -> list[tuple[Region, DamageClass]]:
        """What is taken, as it was trimmed."""
        regions = ((one.region(), one.kind) for one in self.taken)
        return [(region, kind) for region, kind in regions if region is not None]

    def put_away_accepted(self) -> None:
        """They are on their way into the mask: seen no more."""
        self.end_trim()
        self._see(is_accepted=True)

    def note_accepted(self, before: object, after: object) -> None:
        """What was accepted is in the mask, which took the document from one revision to another."""
        self._accepting = (before, after)

    def follow(self) -> None:
        """The document has another revision: where that undid what was accepted they are seen again, as they were
        left, and where it was redone no more."""
        if self._accepting is not None:
            before, after = self._accepting
            if self._is_accepted and self._revision() is before:
                self._see(is_accepted=False)
            elif not self._is_accepted and self._revision() is after:
                self._see(is_accepted=True)

    def _see(self, *, is_accepted: bool) -> None:
        self._is_accepted, self.pointed = is_accepted, None
        self.began_or_ended.emit()
        self.changed.emit()

    def set_threshold(self, threshold: float) -> None:
        self.threshold = threshold
        self.changed.emit()

    def set_sizes(self, least_px: int | None, most_px: int | None) -> None:
        """Show and accept only what is that long; None for no limit."""
        self.sizes_px = (least_px, most_px)
        self.changed.emit()

    def toggle_at(self, x_photo: float, y_photo: float, *, reach_px: float) -> None:
        """Take or refuse what is suggested at a place."""
        found = self._at(x_photo, y_photo, reach_px)
        if found is not None:
            self.pointed = found
            self._turn((found,), translate("Suggestions", "Take or refuse"))

    def take_kind(self, kind: DamageClass | None, *, taken: bool) -> None:
        """Take or refuse all that is shown of a class, or of all classes."""
        turned = [one for one in self.shown if kind in (None, one.kind) and one.is_taken is not taken]
        label = translate("Suggestions", "Take a kind")
        self._turn(turned, label if taken else translate("Suggestions", "Refuse a kind"))

    def _turn(self, turned: Sequence[Suggestion], label: str) -> None:
        if turned:
            step = _Step(label, self._revision(), turned=turned)
            step.flip()
            self._note(step)
            self.changed.emit()

    # --- steps

    @property
    def steps_done(self) -> Sequence[tuple[str, object]]:
        """What was done to them, in order: label, and the document's revision then."""
        return [(step.label, step.revision) for step in self._done]

    @property
    def steps_undone(self) -> Sequence[tuple[str, object]]:
        """What was undone of it, the next to be redone last."""
        return [(step.label, step.revision) for step in self._undone]

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None if there is nothing, or something else was done since."""
        last = self._done[-1] if self._done else None
        return last.label if last is not None and last.revision is self._revision() else None

    @property
    def redo_label(self) -> str | None:
        last = self._undone[-1] if self._undone else None
        return last.label if last is not None and last.revision is self._revision() else None

    def undo(self) -> None:
        if self.undo_label is not None:
            self._move(self._done, self._undone)

    def redo(self) -> None:
        if self.redo_label is not None:
            self._move(self._undone, self._done)

    def _move(self, steps: list[_Step], others: list[_Step]) -> None:
        step = steps.pop()
        others.append(step)
        self._flip(step)
        self.steps_changed.emit()

    def _flip(self, step: _Step) -> None:
        step.flip()
        if step.puts_away:
            self._is_put_away, self.pointed = not self._is_put_away, None
            self.began_or_ended.emit()
        self.changed.emit()

    def _note(self, step: _Step) -> None:
        self._done.append(step)
        self._undone.clear()
        self.steps_changed.emit()

    def point_at(self, x_photo: float, y_photo: float, *, reach_px: float) -> None:
        """Say what is at a place."""
        found = self._at(x_photo, y_photo, reach_px)
        if found is not self.pointed:
            self.pointed = found
            self.pointed_changed.emit()

    def trim(self, points_photo: NDArray[np.float64], radius_px: float) -> None:
        """Cut a piece of an eraser's stroke (N, 2) out of what is taken."""
        reach = Box.around(points_photo).grown(int(np.ceil(radius_px)) + 1)
        step = self._trimming or _Step(translate("Suggestions", "Trim"), self._revision())
        is_changed = False
        for one in self.taken:
            if one.box.intersection(reach).is_empty:
                continue
            origin = np.array([one.box.left, one.box.top], np.float64)
            patch = paint_stroke(one.inside, points_photo - origin, radius_px, 0)
            if patch is not None:
                patch.flip(one.inside)
                step.cuts.append((one, patch))
                is_changed = True
                self._retrace(one)
        if is_changed:
            self._trimming = step
            self.changed.emit()

    def end_trim(self) -> None:
        """The drag is over and is a step: trace what was too large to be traced while it went on."""
        step, self._trimming = self._trimming, None
        if step is not None:
            self._note(step)
        for one in self._stale:
            one.outlines = traced(one.inside, one.box)
        if self._stale:
            self._stale = []
            self.changed.emit()

    def abandon_trim(self) -> None:
        """Take back the drag under way."""
        step, self._trimming = self._trimming, None
        if step is not None:
            step.flip()
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
