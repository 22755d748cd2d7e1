"""Announcements: what a session has to say, and why an action cannot be used, in the message bar."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from facerestore_gui.actions.actions import Actions
from facerestore_gui.session.session import Session
from facerestore_gui.tasks.messages import Message, Tone, notice
from facerestore_gui.window.message_bar import MessageBar

_MOST_NOTES: Final = 8
_PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TabletPress)


@dataclass(frozen=True)
class Said:
    """What was said and is not over: the message in the bar, the notes behind it, and, by its action's name, what the
    message refuses."""

    in_bar: Message | None
    notes: tuple[Message, ...]
    refusal: tuple[str, Message] | None


class Announcements(QObject):
    """The connection of a session to the bar, as long as the window lives. A note that asks nothing is put away when
    the person goes on working: with a press on the canvas, or the next step. ``notes``: those that were put away,
    the latest first, as long as they hold."""

    notes_changed = Signal()

    def __init__(self, bar: MessageBar, session: Session, canvas: QWidget, parent: QObject) -> None:
        """``canvas``: where the person works, below the bar."""
        super().__init__(parent)
        self._bar, self._document = bar, session.document
        self._notes: list[Message] = []
        self._refusal: tuple[str, Message] | None = None
        """What was asked in vain last, by its action's name, and what was said."""
        self._said_at: object = None
        """The state of the work when the note in the bar was read first: steps of the work that said it are over."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._note_state)
        self._canvas = canvas
        canvas.installEventFilter(self)
        session.said.connect(self._say)
        session.changed.connect(self._take_back)
        session.document.history_changed.connect(self._on_step)
        session.runner.began.connect(self._on_began)
        session.files.opening.connect(self._forget)

    @property
    def notes(self) -> tuple[Message, ...]:
        return tuple(one for one in self._notes if one.holds())

    def said(self) -> Said:
        """To be gone on with by announcements that are made anew."""
        return Said(self._bar.message, self.notes, self._refusal)

    def go_on_with(self, said: Said) -> None:
        """As others left it, in the words in which it was said."""
        self._notes, self._refusal = list(said.notes), said.refusal
        self.notes_changed.emit()
        if said.in_bar is not None and said.in_bar.holds():
            self._show(said.in_bar)

    def show_again(self, note: Message) -> None:
        """A note that was put away."""
        self._say(note)

    def say_why_not(self, action: str, obstacle: str) -> None:
        """That an action cannot be used now; a message that waits for an answer, or an alarm, stays before it."""
        shown = self._bar.message
        if shown is None or _is_passing(shown):
            self._put_away()
            self._refusal = action, notice(self.tr("Not now"), obstacle)
            self._show(self._refusal[1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and event.type() in _PRESSES:
            self._put_away()
        return False

    def _say(self, message: Message) -> None:
        self._put_away()
        self._show(message)

    def _show(self, message: Message) -> None:
        self._bar.show_message(message)
        self._said_at = None
        self._soon.start()

    def _note_state(self) -> None:
        self._said_at = self._document.revision

    def _on_step(self) -> None:
        if self._said_at is not None and self._said_at is not self._document.revision:
            self._put_away()

    def _put_away(self) -> None:
        """The note in the bar, if it asks nothing; it can be read again."""
        message = self._bar.message
        if message is None or not _is_passing(message):
            return
        self._bar.clear()
        is_refusal = self._refusal is not None and self._refusal[1] is message
        if message.holds() and not is_refusal:
            others = [one for one in self._notes if (one.title, one.text) != (message.title, message.text)]
            self._notes = [message, *others][:_MOST_NOTES]
            self.notes_changed.emit()

    def _forget(self) -> None:
        """They were about another photo."""
        self._bar.clear()
        self._notes.clear()
        self.notes_changed.emit()

    def _take_back(self) -> None:
        """What is no longer so."""
        message = self._bar.message
        if message is not None and not message.holds():
            self._bar.clear()
        if len(self.notes) < len(self._notes):
            self._notes = list(self.notes)
            self.notes_changed.emit()

    def take_back_refusal(self, actions: Actions) -> None:
        """What can be used again need not be excused any more."""
        if self._refusal is None:
            return
        action, message = self._refusal
        if self._bar.message is not message:
            self._refusal = None
        elif not actions.obstacle(action):
            self._refusal = None
            self._bar.clear()

    def _on_began(self) -> None:
        """New work makes old messages old, unless they wait for an answer."""
        self._put_away()
        message = self._bar.message
        if message is not None and not message.choices:
            self._bar.clear()


def _is_passing(message: Message) -> bool:
    """Whether it neither waits for an answer nor is an alarm."""
    return message.tone is Tone.NOTICE and not message.choices
