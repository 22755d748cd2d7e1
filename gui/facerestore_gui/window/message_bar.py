"""A bar that floats over the canvas and says what went wrong and what to do. It takes no focus, stops nothing, and
moves nothing: the photo stays where it is when it comes and when it goes."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from facerestore_gui.look.icons import icon
from facerestore_gui.tasks.messages import Message

_WIDEST_PX: Final = 880
_MARGIN_PX: Final = 12


class MessageBar(QFrame):
    """The bar of messages, at the lower edge of ``over``. Shows one message at a time, the latest."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.message: Message | None = None
        self._over = over
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self.refresh_icons()
        over.installEventFilter(self)
        self.hide()

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
        self._take_place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        self.message = None
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.message is not None:
            self._take_place()
        return False

    def _take_place(self) -> None:
        """In the middle of the lower edge, as high as its words need."""
        width = min(_WIDEST_PX, self._over.width() - 2 * _MARGIN_PX)
        self._row.invalidate()
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = (self._over.width() - width) // 2
        self.setGeometry(left, self._over.height() - height - _MARGIN_PX, width, height)

    def _add_button(self, text: str, call: object) -> None:
        button = QPushButton(text, self)
        button.clicked.connect(self.clear)
        button.clicked.connect(lambda: call() if callable(call) else None)
        self._row.insertWidget(self._row.count() - 1, button)
        # else the keyboard would come to it last of all
        QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._close, button)
        self._buttons.append(button)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
