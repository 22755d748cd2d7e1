"""A bar that floats over the canvas and says what went wrong and what to do. It takes no focus, stops nothing, and
moves nothing: the photo stays where it is when it comes and when it goes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from facerestore_gui.look.icons import icon
from facerestore_gui.tasks.messages import Message
from facerestore_gui.window.floating_bar import FloatingBar


class MessageBar(FloatingBar):
    """The bar of messages, at the lower edge of ``over``. Shows one message at a time, the latest."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, Qt.Edge.BottomEdge)
        self.message: Message | None = None
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.clicked.connect(self.clear)
        self._buttons: list[QPushButton] = []
        self.row.addWidget(self._text, 1)
        self.row.addWidget(self._close)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        self._close.setIcon(icon("close"))

    def stand_before(self, other: QWidget) -> None:
        """The keyboard comes to the bar's buttons just before another widget."""
        QWidget.setTabOrder(self._close, other)

    def show_message(self, message: Message) -> None:
        self.clear()
        self.message = message
        self.setObjectName(message.tone.value)
        # the style sheet chooses by object name: have it read again
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(f"<b>{_escaped(message.title)}.</b>&nbsp; {_escaped(message.text)}")
        self.setAccessibleName(f"{message.title}. {message.text}")
        for text, call in message.choices:
            self._add_button(text, call)
        self.float_up()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        self.message = None
        for button in self._buttons:
            self.row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        self.hide()

    def _add_button(self, text: str, call: object) -> None:
        button = QPushButton(text, self)
        button.clicked.connect(self.clear)
        button.clicked.connect(lambda: call() if callable(call) else None)
        self.row.insertWidget(self.row.count() - 1, button)
        # else the keyboard would come to it last of all
        QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._close, button)
        self._buttons.append(button)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
