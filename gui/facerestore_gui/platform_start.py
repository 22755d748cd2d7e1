"""The start of Qt on a computer whose display cannot be used: a sentence, where Qt would abort the process."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from facerestore.values.file_names import shown

_FAILED: Final = 1
_NO_WINDOW: Final = (
    "facerestore: The window cannot be opened on this display. Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM; "
    "'facerestore --help' lists what works without a window.\n"
)
_NO_WINDOW_BECAUSE: Final = (
    "facerestore: The window cannot be opened on this display ({reason}). Check DISPLAY, WAYLAND_DISPLAY and "
    "QT_QPA_PLATFORM; 'facerestore --help' lists what works without a window.\n"
)
"""In English as all that the program says in a terminal; the window's language is settled later."""


@contextmanager
def platform_start() -> Iterator[None]:
    """Inside, what Qt cannot go on without ends the program with a sentence and exit code 1. Not even an exception
    could come out of there: after its last message Qt calls abort()."""
    reasons: list[str] = []

    def on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            if sys.stderr is not None:  # a program of the window on Windows has no terminal
                sys.stderr.write(_NO_WINDOW_BECAUSE.format(reason=shown(reasons[0])) if reasons else _NO_WINDOW)
                sys.stderr.flush()
            os._exit(_FAILED)
        reasons.append(text)

    before = qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
