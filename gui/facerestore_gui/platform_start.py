"""The start of Qt on a computer whose display cannot be used: a sentence, where Qt would abort the process."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler

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
                # Qt blames one library of X11 whichever of them lacks
                reason = lacking_library() or next(iter(reasons), None)
                sys.stderr.write(_NO_WINDOW if reason is None else _NO_WINDOW_BECAUSE.format(reason=shown(reason)))
                sys.stderr.flush()
            os._exit(_FAILED)
        reasons.append(text)

    before = qInstallMessageHandler(on_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def lacking_library(plugin: Path | None = None) -> str | None:
    """Why Qt's plugin for X11 cannot be loaded, which names the library that the system lacks; None where that is not
    the reason, or another platform is asked for. ``plugin``: its file, Qt's own if None."""
    if sys.platform != "linux" or not os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb"):
        return None
    plugin = plugin or Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return None
