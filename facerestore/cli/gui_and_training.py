"""``facerestore gui``, ``train``, ``evaluate``: the packages above the engine, imported only here."""

import argparse
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from facerestore.cli.interrupts import ctrl_c_raises
from facerestore.values.errors import FaceRestoreError, UsageError
from facerestore_resources.translations import LANGUAGES

TRAINING_COMMANDS: Final = ("train", "evaluate")
_GUI: Final = "gui"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    from facerestore.cli import arguments

    gui = subparsers.add_parser(_GUI, help="open the window (also without a command)")
    gui.add_argument("photo", type=arguments.path, nargs="?", metavar="PHOTO", help="a photo, a project or a folder")
    gui.add_argument("--mask", type=arguments.path, help="its mask: white is restored")
    gui.add_argument("--layout", type=arguments.path, help="the layout of its face")
    gui.add_argument("--language", choices=LANGUAGES, help="the window's language, this time")
    gui.set_defaults(run=window)
    # these two parse their own arguments; here they are listed for --help
    subparsers.add_parser("train", help="train a network", add_help=False)
    subparsers.add_parser("evaluate", help="measure a network on the validation set", add_help=False)


def with_command(words: Sequence[str], *, commands: Sequence[str]) -> list[str]:
    """The words of a command line, with the window's command where nothing or a file comes first."""
    if not words:
        return [_GUI]
    first = words[0]
    is_command = first in commands or first.startswith("-")
    looks_like_file = Path(first).name != first or Path(first).suffix or os.path.lexists(Path(first).expanduser())
    return [_GUI, *words] if looks_like_file and not is_command else list(words)


def window(parsed: argparse.Namespace) -> int:
    """Opens the window, and returns when it is closed. Raises FaceRestoreError where no window can be."""
    if not _has_display():
        raise FaceRestoreError(
            "There is no display to open the window on.", advice="'facerestore --help' lists what works without."
        )
    try:
        from facerestore_gui.main import main

        with ctrl_c_raises():
            return main(_window_arguments(parsed))
    except ImportError as error:
        raise FaceRestoreError(
            f"The window cannot be opened ({error}).",
            advice="On Linux, 'python3 installer/start.py' names the packages that it needs.",
        ) from error


def _window_arguments(parsed: argparse.Namespace) -> list[str]:
    words = [parsed.photo] if parsed.photo else []
    for name in ("mask", "layout", "language"):
        if value := getattr(parsed, name):
            words += [f"--{name}", value]
    return [str(word) for word in words]


def _has_display() -> bool:
    """Whether there can be one; whether it answers, the window sees."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def training(argv: Sequence[str]) -> int:
    """Hands ``train ...`` or ``evaluate ...`` on, the command's name included. Raises UsageError without PyTorch."""
    if importlib.util.find_spec("torch") is None:
        raise UsageError(
            "Networks are trained and measured with PyTorch, which is not installed.",
            advice="The program that is installed with pip has it: pip install facerestore",
        )
    from facerestore_training.main import main

    with ctrl_c_raises():
        return main(list(argv))
