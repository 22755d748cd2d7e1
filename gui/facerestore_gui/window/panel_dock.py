"""PanelDock: a panel that can be moved to another edge, stacked with others, taken out of the window, and resized."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from facerestore_gui.look.icons import icon

_EVERY_EDGE: Final = Qt.DockWidgetArea.AllDockWidgetAreas
_CHANGES_HEIGHT: Final = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)
_ICON_PX: Final = QSize(12, 12)


class PanelTitle(QWidget):
    """What a panel is dragged by, with its name and its buttons; Qt's own buttons know no dark windows. The buttons
    are for the mouse: the keyboard has the menu View."""

    def __init__(self, title: str, parent: QWidget, *, can_close: bool) -> None:
        super().__init__(parent)
        self._name = QLabel(title, self)
        self._name.setObjectName("faint")
        self.float_button = self._button(self.tr("Take out of the window, or put back"))
        self.close_button = self._button(self.tr("Put away"))
        self.close_button.setVisible(can_close)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self._name, 1)
        row.addWidget(self.float_button)
        row.addWidget(self.close_button)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        """Draw the icons again in the palette's colours."""
        self.float_button.setIcon(icon("float"))
        self.close_button.setIcon(icon("close"))

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(_ICON_PX)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button


class PanelDock(QDockWidget):
    """The frame of one panel. Whether it is seen, others say: its cross only asks to be put away. Keys that nothing in
    it takes are the window's, also while it floats."""

    close_wanted = Signal()

    def __init__(
        self,
        name: str,
        panel: QWidget,
        window: QMainWindow,
        *,
        edges: Qt.DockWidgetArea = _EVERY_EDGE,
        can_close: bool = True,
        hugs: bool = False,
    ) -> None:
        """``name``: by which its place is remembered; ``hugs``: never higher than what is in it."""
        super().__init__(panel.accessibleName(), window)
        self._window = window
        self.setObjectName(name)
        self.setAllowedAreas(edges)
        features = QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        if can_close:
            features |= QDockWidget.DockWidgetFeature.DockWidgetClosable
        self.setFeatures(features)
        self.setWidget(panel)
        self.title = PanelTitle(panel.accessibleName(), self, can_close=can_close)
        self.setTitleBarWidget(self.title)
        self.title.float_button.clicked.connect(lambda: self.setFloating(not self.isFloating()))
        self.title.close_button.clicked.connect(self.close_wanted)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        if hugs:
            panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt gives the room of a neighbour that goes to those that stay."""
        if isinstance(watched, QWidget) and event.type() in _CHANGES_HEIGHT:
            layout = watched.layout()
            needed = max(watched.sizeHint().height(), watched.minimumSizeHint().height())
            if layout is not None and layout.hasHeightForWidth():
                needed = max(needed, layout.heightForWidth(watched.width()))
            watched.setMaximumHeight(needed)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isFloating():
            self._window.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.isFloating():
            self._window.keyReleaseEvent(event)
        else:
            super().keyReleaseEvent(event)
