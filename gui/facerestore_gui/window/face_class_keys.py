"""Picking a class by typing its number: 1 picks skin, 1 and 3 in quick succession pick hair."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_resources.face_classes import CLASS_COUNT

_PAUSE_MS: Final = 700
"""After this long, a digit begins a new number."""


class FaceClassKeys(QObject):
    """The digits that pick a class of the layout."""

    def __init__(self, settings: ToolSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._typed = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.forget)

    def type_digit(self, digit: str) -> None:
        """The class of the number typed so far; a number without class begins anew with this digit."""
        number = int(self._typed + digit)
        if number >= CLASS_COUNT or self._typed == "0":
            self._typed, number = "", int(digit)
        self._typed += digit
        self._settings.choose_class(number)
        self._timer.start()

    def forget(self) -> None:
        self._typed = ""
