"""Small parts that the panels share: a section with its heading, sliders with a name, icon buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.look.translation import percentage


class Section(QWidget):
    """A heading with room for buttons on its right, and rows below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(10, 6, 10, 6)
        self.rows.setSpacing(4)
        self._head = QHBoxLayout()
        self._head.setSpacing(2)
        self._heading = QLabel(self)
        self._heading.setObjectName("section")
        self._head.addWidget(self._heading, 1)
        self.rows.addLayout(self._head)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """The heading, and the name that is read aloud."""
        self._heading.setText(title)
        self.setAccessibleName(title)

    def refresh_icons(self) -> None:
        """Draw icons of its own again in the palette's colours; those of actions follow by themselves."""

    def add_head_button(self, action: QAction) -> QToolButton:
        """A flat button for an action, at the right of the heading."""
        button = action_button(action, self)
        self.add_head_widget(button)
        return button

    def add_head_widget(self, widget: QWidget) -> None:
        """Something small at the right of the heading."""
        self._head.addWidget(widget)

    def add_row(self, *widgets: QWidget, stretch: int = 0) -> QHBoxLayout:
        """Widgets side by side; the one at ``stretch`` takes the room that is left."""
        row = QHBoxLayout()
        row.setSpacing(6)
        for index, widget in enumerate(widgets):
            row.addWidget(widget, 1 if index == stretch else 0)
        self.rows.addLayout(row)
        return row


class PercentSlider(QWidget):
    """A slider of 0 to 100 % with its name and value. ``keys``: actions that move it."""

    moved = Signal(float)
    """The share, 0...1."""
    pressed = Signal()
    released = Signal()
    """A drag begins, and ends; keys move it without either."""

    def __init__(
        self, name: str, share: float, tip: str, parent: QWidget | None = None, *, keys: Sequence[QAction] = ()
    ) -> None:
        super().__init__(parent)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setPageStep(10)
        tip_with_keys(self._slider, tip, *keys)
        self._slider.setAccessibleName(self.tr("{name} in percent").format(name=name))
        self._value = QLabel(self)
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance(percentage(1.0)))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        label = QLabel(name, self)
        label.setBuddy(self._slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        self._slider.valueChanged.connect(self._on_value)
        self._slider.sliderPressed.connect(self.pressed)
        self._slider.sliderReleased.connect(self.released)
        self.set_share(share)

    @property
    def share(self) -> float:
        return self._slider.value() / 100

    def set_share(self, share: float) -> None:
        self._slider.setValue(round(share * 100))

    def _on_value(self, value: int) -> None:
        self._value.setText(percentage(value / 100))
        self.moved.emit(value / 100)


def named_row(name: str, *widgets: QWidget) -> QHBoxLayout:
    """A name and the widgets it is for, of which the first takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    label = QLabel(name)
    label.setBuddy(widgets[0])
    row.addWidget(label)
    for index, widget in enumerate(widgets):
        row.addWidget(widget, 0 if index else 1)
    return row


def name_choice(choice: QComboBox, name: str) -> None:
    """Name a choice and the list that it opens."""
    choice.setAccessibleName(name)
    choice.view().setAccessibleName(name)


def tip_with_keys(widget: QWidget, tip: str, *actions: QAction) -> None:
    """Set a widget's tip, with the keys of actions that do the same, now and whenever they change."""

    def show() -> None:
        keys = [each.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for each in actions]
        shown = ", ".join(filter(None, keys))
        widget.setToolTip(f"{tip}  ({shown})" if shown else tip)

    for action in actions:
        action.changed.connect(show)
    show()


def action_button(action: QAction, parent: QWidget) -> QToolButton:
    """A flat button with an action's icon; its accessible name is the action's text."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(plain_text(action.text()))
    return button


def text_button(action: QAction, parent: QWidget, text: str = "") -> QToolButton:
    """A framed button with an action's text, or a shorter one."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    shown = text or plain_text(action.text())
    button.setAccessibleName(plain_text(action.text()))
    keep_text(button, action, shown)
    return button


def keep_text(button: QToolButton, action: QAction, text: str) -> None:
    """A tool button takes its action's text whenever the action changes: put the short one back."""
    restore: Callable[[], None] = lambda: button.setText(text)  # noqa: E731
    action.changed.connect(restore)
    restore()
