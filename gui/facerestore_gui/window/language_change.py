"""LanguageChange: another language as soon as it is chosen, at a moment at which nothing is in the way."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from facerestore_gui.document.preferences import PreferencesKeeper

_LOOK_MS: Final = 50
"""How often it is asked whether the window may be made anew."""


class LanguageChange(QObject):
    """The way from a chosen language to the window that speaks it. ``is_free``: whether that can be now; ``speak`` is
    called with the language, never from within what a widget is doing."""

    def __init__(
        self,
        preferences: PreferencesKeeper,
        is_free: Callable[[], bool],
        speak: Callable[[str | None], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._is_free, self._speak = preferences, is_free, speak
        self._spoken = preferences.value.language
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        preferences.changed.connect(self._follow)

    def _follow(self) -> None:
        if self._preferences.value.language != self._spoken:
            self._soon.start(0)

    def _look(self) -> None:
        if not self._is_free():
            self._soon.start(_LOOK_MS)
        elif self._preferences.value.language != self._spoken:
            self._spoken = self._preferences.value.language
            self._speak(self._spoken)
