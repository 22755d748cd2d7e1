"""History: what was done and undone, merged by gesture, within a memory limit."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from facerestore.editing.changes import Change
from facerestore.editing.commands import Command
from facerestore.editing.project import Project

DEFAULT_LIMIT_BYTES: Final = 256 * 2**20


@dataclass(frozen=True, eq=False)
class _Step:
    """A command and the memory it holds, counted once: a long stroke merges hundreds of times.
    ``render_version``: of the state that it leads to."""

    command: Command
    byte_count: int
    render_version: object


class HistoryStep(NamedTuple):
    """A step as a list of the history shows it. ``revision``: of the state that it leads to."""

    label: str
    revision: object
    is_done: bool


class History:
    """Done and undone commands of one project.

    The oldest steps are forgotten when their data outgrow ``limit_bytes``; the last step is always kept.
    """

    def __init__(self, project: Project, *, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self._project = project
        self._limit_bytes = limit_bytes
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._beginning = object()
        self._first_render_version = object()
        self.has_forgotten = False
        """Whether there were steps before the oldest one."""

    @property
    def steps(self) -> tuple[HistoryStep, ...]:
        """What was done, in order, and after it what was undone, the next to be redone first."""
        done = (HistoryStep(step.command.label, step, is_done=True) for step in self._done)
        undone = (HistoryStep(step.command.label, step, is_done=False) for step in reversed(self._undone))
        return (*done, *undone)

    @property
    def beginning(self) -> object:
        """The revision of the state before the oldest step."""
        return self._beginning

    def set_limit(self, limit_bytes: int) -> None:
        """How much the steps may hold from now on; the oldest beyond it are forgotten at once."""
        self._limit_bytes = limit_bytes
        self._forget_oldest()

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None if there is nothing."""
        return self._done[-1].command.label if self._done else None

    @property
    def redo_label(self) -> str | None:
        return self._undone[-1].command.label if self._undone else None

    @property
    def undoable(self) -> Command | None:
        """What undo would take back, as a whole."""
        return self._done[-1].command if self._done else None

    @property
    def redoable(self) -> Command | None:
        return self._undone[-1].command if self._undone else None

    @property
    def last_gesture(self) -> int:
        """The gesture of the last step; 0 if it has none."""
        return self._done[-1].command.gesture if self._done else 0

    @property
    def byte_count(self) -> int:
        return sum(step.byte_count for step in self._done + self._undone)

    @property
    def revision(self) -> object:
        """A token that is the same object whenever the project is in the same state of this history."""
        return self._done[-1] if self._done else self._beginning

    @property
    def render_version(self) -> object:
        """As ``revision``, but the same also in states that differ only by what something is called, or how the photo
        is looked at: a photo restored from either is the same."""
        return self._done[-1].render_version if self._done else self._first_render_version

    def do(self, command: Command) -> Change:
        """Carry out a command; what was undone can no longer be redone."""
        render_version = self.render_version if command.keeps_render else object()
        change = command.do(self._project)
        self._undone.clear()
        last = self._done[-1] if self._done else None
        merged = last.command.merged(command) if last else None
        if last is None or merged is None:
            self._done.append(_Step(command, command.byte_count, render_version))
        else:
            self._done[-1] = _Step(merged, last.byte_count + command.byte_count, render_version)
        self._forget_oldest()
        return change

    def undo(self) -> Change | None:
        """Take back the last step; None if there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return step.command.undo(self._project)

    def redo(self) -> Change | None:
        """Do the step again that was undone last; None if there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step.command.do(self._project)

    def _forget_oldest(self) -> None:
        total = self.byte_count
        while total > self._limit_bytes and len(self._done) > 1:
            forgotten = self._done.pop(0)
            total -= forgotten.byte_count
            self.has_forgotten = True
            # the state before the oldest step that is left is a new beginning
            self._beginning, self._first_render_version = object(), forgotten.render_version
