"""NotesButton: what the window said, to be read again."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facerestore_gui.look.icons import icon
from facerestore_gui.window.announcements import Announcements


class NotesButton(QToolButton):
    """A button of the status bar with the notes that were put away when the person went on working. Hidden without
    any."""

    def __init__(self, announcements: Announcements, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._announcements = announcements
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Notes"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.refresh_icons()
        announcements.notes_changed.connect(self._refresh)
        self._refresh()

    def refresh_icons(self) -> None:
        self.setIcon(icon("note"))

    def _refresh(self) -> None:
        notes = self._announcements.notes
        self._menu.clear()
        for note in notes:
            # what follows a & would pass for a key
            action = self._menu.addAction(note.title.replace("&", "&&"))
            action.triggered.connect(partial(self._announcements.show_again, note))
        self.setToolTip("\n".join([self.tr("Notes, to be read again:"), *(note.title for note in notes)]))
        self.setVisible(bool(notes))
