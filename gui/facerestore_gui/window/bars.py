"""Menu bar and tool bars, made from the table of actions."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.document.overlay_settings import MaskLook

_MASK_TOOLS: Final = (
    *("brush", "eraser", "lasso", "polygon", "rectangle", "ellipse", "wand", "trace", "suggest"),
    *("heal", "clone"),
)
_OTHER_TOOLS: Final = (
    *("paint", "class_polygon", "smart_edge", "fill", "part", "pick"),
    *("choose", "points", "hand"),
    *("crop", "straighten"),
)
_GROUPS_BEGIN: Final = ("heal", "points", "crop")
_VIEWS: Final = ("view_original", "view_compare", "view_result", "view_sides", "view_difference")


def add_menus(window: QMainWindow, actions: dict[str, QAction]) -> None:
    """The menu bar, in the order of the table. Their keys work while the menu bar is put away, too."""
    menus: dict[str, QMenu] = {}
    # one that Qt makes by itself cannot be taken down before its window
    window.setMenuBar(QMenuBar(window))
    for spec in ACTIONS:
        if spec.menu not in menus:
            menus[spec.menu] = window.menuBar().addMenu(spec.shown_menu)
        if spec.begins_group:
            menus[spec.menu].addSeparator()
        menus[spec.menu].addAction(actions[spec.name])
        window.addAction(actions[spec.name])


def add_bars(window: QMainWindow, actions: dict[str, QAction]) -> tuple[QToolBar, ...]:
    """Files, history and views above; the tools at the left, in two bars that stand beside each other where the window
    is too low for one over the other."""
    top = _bar(window, "main_bar", QCoreApplication.translate("Bars", "Main bar"), Qt.ToolBarArea.TopToolBarArea)
    for pair in (("open", "save_project", "save_as"), ("undo", "redo"), ("fit", "full_size")):
        for name in pair:
            top.addAction(actions[name])
        top.addSeparator()
    # beside the disk of the project an arrow alone does not say which of the two is the picture
    actions["save_as"].setIconText(QCoreApplication.translate("Bars", "Save picture"))
    _show_text(top, actions["save_as"])
    for name in _VIEWS:
        top.addAction(actions[name])
        _show_text(top, actions[name])
    spacer = QWidget(top)
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    top.addWidget(spacer)
    lefts = []
    for bar_name, title, tools in (
        ("tools", QCoreApplication.translate("Bars", "Tools"), _MASK_TOOLS),
        ("other_tools", QCoreApplication.translate("Bars", "Other tools"), _OTHER_TOOLS),
    ):
        left = _bar(window, bar_name, title, Qt.ToolBarArea.LeftToolBarArea)
        left.setIconSize(QSize(22, 22))
        for name in tools:
            if name in _GROUPS_BEGIN:
                left.addSeparator()
            left.addAction(actions[f"tool_{name}"])
        lefts.append(left)
    all_tools = [f"tool_{name}" for name in (*_MASK_TOOLS, *_OTHER_TOOLS)]
    for names in (_VIEWS, all_tools, [f"mask_as_{look}" for look in MaskLook]):
        group = QActionGroup(window)
        for name in names:
            group.addAction(actions[name])
    for bar in (top, *lefts):
        _make_reachable(bar)
    _ToolColumns(window, top, lefts)
    return top, *lefts


class _ToolColumns(QObject):
    """The keeper of the bars of tools: one column where the window is high enough for all of them, else two."""

    def __init__(self, window: QMainWindow, top: QToolBar, bars: Sequence[QToolBar]) -> None:
        super().__init__(window)
        self._window, self._top, self._bars = window, top, bars
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._arrange()
        return False

    def _arrange(self) -> None:
        window = self._window
        rest = (window.menuBar(), self._top, window.statusBar())
        room = window.height() - sum(widget.sizeHint().height() for widget in rest)
        needs_break = sum(bar.sizeHint().height() for bar in self._bars) > room
        # asked each time: a remembered state of the window brings its own
        if needs_break != window.toolBarBreak(self._bars[-1]):
            change = window.insertToolBarBreak if needs_break else window.removeToolBarBreak
            change(self._bars[-1])


def _bar(window: QMainWindow, name: str, title: str, area: Qt.ToolBarArea) -> QToolBar:
    bar = QToolBar(title, window)
    bar.setObjectName(name)
    bar.setAccessibleName(title)
    bar.setMovable(False)
    bar.setFloatable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setIconSize(QSize(20, 20))
    window.addToolBar(area, bar)
    return bar


def _show_text(bar: QToolBar, action: QAction) -> None:
    button = bar.widgetForAction(action)
    if isinstance(button, QToolButton):
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def _make_reachable(bar: QToolBar) -> None:
    """Buttons of a bar have neither name nor focus by themselves."""
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAccessibleName(plain_text(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
