"""Announcements: what a session has to say, and why an action cannot be used, in the message bar."""

from PySide6.QtCore import QObject

from facerestore_gui.actions.actions import Actions
from facerestore_gui.session.session import Session
from facerestore_gui.tasks.messages import Message, Tone, notice
from facerestore_gui.window.message_bar import MessageBar


class Announcements(QObject):
    """The connection of a session to the bar, as long as the window lives."""

    def __init__(self, bar: MessageBar, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._refusal: tuple[str, Message] | None = None
        """What was asked in vain last, by its action's name, and what was said."""
        session.said.connect(bar.show_message)
        session.changed.connect(self._take_back)
        session.runner.began.connect(self._on_began)
        session.files.opening.connect(bar.clear)

    def say_why_not(self, action: str, obstacle: str) -> None:
        """That an action cannot be used now; a message that waits for an answer, or an alarm, stays before it."""
        shown = self._bar.message
        if shown is None or not (shown.choices or shown.tone is Tone.ALARM):
            self._refusal = action, notice(self.tr("Not now"), obstacle)
            self._bar.show_message(self._refusal[1])

    def _take_back(self) -> None:
        """What is no longer so."""
        message = self._bar.message
        if message is not None and not message.holds():
            self._bar.clear()

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
        message = self._bar.message
        if message is not None and not message.choices:
            self._bar.clear()
