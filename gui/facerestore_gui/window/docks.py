"""Docks: the panels round the canvas, which of them are seen, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget, QWidget

from facerestore_gui.document.view_state import ViewState
from facerestore_gui.window.panel_dock import PanelDock

_KEY: Final = "panels"
_VERSION: Final = 1
"""Of what is remembered: with another set of panels it means nothing."""
_ABOVE_OR_BELOW: Final = Qt.DockWidgetArea.TopDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea
_AT_A_SIDE: Final = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
_UPPER_PX: Final = 190
"""How high navigator and history are at first."""


@dataclass(frozen=True)
class DocksState:
    """Where the panels are: ``places`` now, ``put_away`` before the canvas was left alone."""

    places: QByteArray
    put_away: QByteArray | None
    has_heights: bool


class Docks(QObject):
    """The panels of a window as docks. The person moves, stacks and resizes them, and takes them out of the window; the
    view's state says which are seen. The column with Generate is always there, but when the canvas is left alone."""

    def __init__(
        self,
        window: QMainWindow,
        view: ViewState,
        *,
        column: QWidget,
        navigator: QWidget,
        history: QWidget,
        candidates: QWidget,
        filmstrip: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._view = window, view
        self._bars: tuple[QWidget, ...] = ()
        self._put_away: QByteArray | None = None
        """How the panels stood before the canvas was left alone: what is hidden loses its size."""
        self._has_heights = False
        """Whether the heights at the side are those of the person, or were set once."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tidy)
        self.navigator = PanelDock("navigator", navigator, window)
        self.history = PanelDock("history", history, window)
        self.column = PanelDock("column", column, window, edges=_AT_A_SIDE, can_close=False)
        self.candidates = PanelDock("candidates", candidates, window, edges=_ABOVE_OR_BELOW, hugs=True)
        self.filmstrip = PanelDock("filmstrip", filmstrip, window, edges=_ABOVE_OR_BELOW)
        self._all = (self.navigator, self.history, self.column, self.candidates, self.filmstrip)
        # no animation: the photo must not glide under the pointer
        window.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.RightDockWidgetArea)
        for corner in (Qt.Corner.TopLeftCorner, Qt.Corner.BottomLeftCorner):
            window.setCorner(corner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self._put_in_place()
        self.navigator.close_wanted.connect(lambda: view.show_navigator(shown=False))
        self.history.close_wanted.connect(lambda: view.show_history(shown=False))
        self.candidates.close_wanted.connect(lambda: view.show_candidates(shown=False))
        self.filmstrip.close_wanted.connect(lambda: view.show_filmstrip(shown=False))
        view.bars_changed.connect(self.show_wanted)
        for dock in self._all:
            dock.dockLocationChanged.connect(self._soon.start)
            dock.visibilityChanged.connect(self._soon.start)

    def follow_bars(self, bars: Sequence[QWidget]) -> None:
        """What goes and comes with the panels: menu bar, tool bars, status bar."""
        self._bars = tuple(bars)

    def show_wanted(self) -> None:
        """Bring what is seen in step with the view's state."""
        view, is_alone = self._view, self._view.is_canvas_alone
        if is_alone and self._put_away is None:
            self._put_away = self._window.saveState(_VERSION)
        wanted = {
            self.column: True,
            self.navigator: view.shows_navigator,
            self.history: view.shows_history,
            self.candidates: view.shows_candidates,
            self.filmstrip: view.shows_filmstrip,
        }
        for dock, is_wanted in wanted.items():
            is_new = is_wanted and not is_alone and dock.isHidden()
            dock.setVisible(is_wanted and not is_alone)
            if is_new and self._window.isVisible():
                # of panels in one place, the one that was asked for last is in front
                dock.raise_()
            if is_new and dock in (self.navigator, self.history) and not self._has_heights:
                self._has_heights = True
                self._window.resizeDocks([dock], [_UPPER_PX], Qt.Orientation.Vertical)
        for bar in self._bars:
            bar.setVisible(not is_alone)
        if self._put_away is not None and not is_alone:
            state, self._put_away = self._put_away, None
            self._window.restoreState(state, _VERSION)
            # others may be wanted by now
            self.show_wanted()
        self._soon.start()

    def _tidy(self) -> None:
        """Name the bars of stacked panels for those who hear them; Qt keeps those without a use, out of sight but
        within reach of the keyboard."""
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(self.tr("Stacked panels"))
            bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus if bar.count() > 1 else Qt.FocusPolicy.NoFocus)

    def refresh_icons(self) -> None:
        """Draw the icons of the titles again in the palette's colours."""
        for dock in self._all:
            dock.title.refresh_icons()

    def reset(self) -> None:
        """All panels where they are at first."""
        self._has_heights = False
        for dock in self._all:
            dock.setFloating(False)
            dock.hide()
        self._put_in_place()
        self.show_wanted()

    def _put_in_place(self) -> None:
        window, right = self._window, Qt.DockWidgetArea.RightDockWidgetArea
        for dock in self._all:
            window.removeDockWidget(dock)
        window.addDockWidget(right, self.navigator)
        window.splitDockWidget(self.navigator, self.column, Qt.Orientation.Vertical)
        window.tabifyDockWidget(self.navigator, self.history)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.candidates)
        window.splitDockWidget(self.candidates, self.filmstrip, Qt.Orientation.Vertical)
        column = self.column.widget()
        window.resizeDocks([self.column], [column.minimumWidth()], Qt.Orientation.Horizontal)

    def state(self) -> DocksState:
        """How the panels stand, to be put back into docks that are made anew."""
        return DocksState(self._window.saveState(_VERSION), self._put_away, has_heights=self._has_heights)

    def put_back(self, state: DocksState) -> None:
        """The panels as they stood."""
        self._put_away, self._has_heights = state.put_away, state.has_heights
        self._window.restoreState(state.places, _VERSION)

    def recall(self, kept: QSettings) -> None:
        """Put the panels where they were left; what was never kept, or makes no sense, stays as it is."""
        state = kept.value(_KEY)
        if isinstance(state, QByteArray):
            self._has_heights = self._window.restoreState(state, _VERSION)

    def remember(self, kept: QSettings) -> None:
        kept.setValue(_KEY, self._put_away or self._window.saveState(_VERSION))
