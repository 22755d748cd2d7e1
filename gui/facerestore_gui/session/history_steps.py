"""HistorySteps: all that can be undone and redone as one list, and the way to any place in it."""

import time
from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions

_PORTION_S: Final = 0.03
"""So long steps are taken before waiting events have their turn."""


class Step(NamedTuple):
    """One step, as the menu calls it."""

    label: str
    is_done: bool


class HistorySteps(QObject):
    """The steps of the document, and between them those of the suggestions that are looked through, in the order in
    which undo would take them back. Going to one is undoing or redoing until it is there, in portions: many steps on a
    large photo take longer than an eye wants to wait. It ends early when something else is done meanwhile."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        suggestions: Suggestions,
        undo: Callable[[], object],
        redo: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._suggestions = document, suggestions
        self._undo, self._redo = undo, redo
        self._left = 0
        """Steps still to be redone; below 0, to be undone."""
        self._place: object = None
        """Where the last portion ended."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.changed)
        self._walk = QTimer(self)
        self._walk.setSingleShot(True)
        self._walk.setInterval(0)
        self._walk.timeout.connect(self._go_on)
        for signal in (
            document.opened,
            document.history_changed,
            suggestions.steps_changed,
            suggestions.began_or_ended,
        ):
            signal.connect(self._tell_soon)

    def _tell_soon(self) -> None:
        """Once for many steps, and not on a walk before it ends."""
        if not self.is_walking:
            self._soon.start()

    @property
    def has_forgotten(self) -> bool:
        """Whether the list begins later than the work on the photo did."""
        history = self._document.history
        return history is not None and history.has_forgotten

    @property
    def is_walking(self) -> bool:
        return self._left != 0

    def listed(self) -> list[Step]:
        """All steps, those that are done before those that are undone."""
        return [*self._done(), *self._undone()]

    def _done(self) -> list[Step]:
        """As undo would take them back, the last one last."""
        history = self._document.history
        if history is None:
            return []
        of_document = [step for step in history.steps if step.is_done]
        of_suggestions = list(self._suggestions.steps_done)
        if not of_suggestions:
            return [Step(step.label, is_done=True) for step in of_document]
        found: list[Step] = []
        while True:
            revision = of_document[-1].revision if of_document else history.beginning
            if of_suggestions and of_suggestions[-1][1] is revision:
                found.append(Step(of_suggestions.pop()[0], is_done=True))
            elif of_document:
                found.append(Step(of_document.pop().label, is_done=True))
            else:
                return found[::-1]

    def _undone(self) -> list[Step]:
        """As redo would bring them back, the next one first."""
        history = self._document.history
        if history is None:
            return []
        of_document = [step for step in history.steps if not step.is_done][::-1]
        of_suggestions, revision = list(self._suggestions.steps_undone), history.revision
        found: list[Step] = []
        while True:
            if of_suggestions and of_suggestions[-1][1] is revision:
                found.append(Step(of_suggestions.pop()[0], is_done=False))
            elif of_document:
                step = of_document.pop()
                revision = step.revision
                found.append(Step(step.label, is_done=False))
            else:
                return found

    def go_to(self, done_count: int) -> None:
        """Undo or redo until so many steps are done."""
        count = min(max(done_count, 0), len(self.listed()))
        self._left = count - len(self._done())
        self._place = self._here()
        self._go_on()

    def _here(self) -> tuple[object, int]:
        return self._document.revision, len(self._suggestions.steps_done)

    def _go_on(self) -> None:
        if self._here() != self._place:
            self._left = 0
        until_s = time.monotonic() + _PORTION_S
        while self._left:
            before = self._here()
            if self._left < 0:
                self._undo()
                self._left += 1
            else:
                self._redo()
                self._left -= 1
            if self._here() == before:
                self._left = 0
            if time.monotonic() >= until_s:
                break
        self._place = self._here()
        if self._left:
            self._walk.start()
        else:
            self._soon.start()
