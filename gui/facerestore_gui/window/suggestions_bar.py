"""SuggestionsBar: as long as damage is suggested, what can be done about it is in sight, whatever tool is in hand."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from facerestore.values.damage_classes import DamageClass
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.look.damage_colours import class_name
from facerestore_gui.look.icons import icon
from facerestore_gui.panels.section import text_button
from facerestore_gui.window.floating_bar import FloatingBar


class SuggestionsBar(FloatingBar):
    """A line at the upper edge of ``over``: how many places are suggested and taken; accept, reject, take by kind."""

    def __init__(
        self, suggestions: Suggestions, settings: ToolSettings, actions: dict[str, QAction], over: QWidget
    ) -> None:
        super().__init__(over, Qt.Edge.TopEdge, hugs=True)
        self._suggestions, self._settings = suggestions, settings
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Suggested damage"))
        self._text = QLabel(self)
        self._kinds = QToolButton(self)
        self._kinds.setText(self.tr("Kinds"))
        self._kinds.setToolTip(self.tr("Take or refuse all suggestions of a kind"))
        self._kinds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._kinds.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._kinds)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._kinds.setMenu(self._menu)
        accept = text_button(actions["accept_suggestions"], self, self.tr("Accept"))
        reject = text_button(actions["reject_suggestions"], self, self.tr("Reject all"))
        for widget in (self._text, self._kinds, accept, reject):
            self.row.addWidget(widget)
        suggestions.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        if not self._suggestions.is_active:
            self.hide()
            return
        text = self.tr("{taken} of {shown} suggestions taken")
        shown, taken = self._suggestions.shown, self._suggestions.taken
        self._text.setText(text.format(taken=len(taken), shown=len(shown)))
        self.float_up()

    def _fill_menu(self) -> None:
        self._menu.clear()
        shown = Counter(one.kind for one in self._suggestions.shown)
        taken = Counter(one.kind for one in self._suggestions.taken)
        for kind, count in shown.most_common():
            self._add_entry(kind, class_name(self._settings.kind_of(kind)), taken[kind], count)
        if len(shown) > 1:
            self._menu.addSeparator()
            self._add_entry(None, self.tr("All kinds"), taken.total(), shown.total())

    def _add_entry(self, kind: DamageClass | None, name: str, taken: int, shown: int) -> None:
        text = self.tr("{kind}: {taken} of {shown}")
        entry = self._menu.addAction(text.format(kind=name, taken=taken, shown=shown))
        # a menu's own ticks know no half one
        entry.setIcon(icon("tick_all" if taken == shown else "tick_some" if taken else "tick_none"))
        entry.triggered.connect(lambda: self._suggestions.take_kind(kind, taken=taken < shown))
