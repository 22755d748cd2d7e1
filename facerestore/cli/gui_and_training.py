"""``facerestore gui``, ``train``, ``evaluate``: the packages above the engine, imported only here."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Final

from facerestore.values.errors import FaceRestoreError

TRAINING_COMMANDS: Final = ("train", "evaluate")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    from facerestore.cli import arguments

    gui = subparsers.add_parser("gui", help="open the window (also without a command)")
    gui.add_argument("photo", type=arguments.path, nargs="?", metavar="PHOTO", help="a photo to begin with")
    gui.add_argument("--mask", type=arguments.path, help="its mask")
    gui.add_argument("--layout", type=arguments.path, help="the layout of its face")
    gui.set_defaults(run=window)
    # these two parse their own arguments; here they are listed for --help
    subparsers.add_parser("train", help="train a network", add_help=False)
    subparsers.add_parser("evaluate", help="measure a network on the validation set", add_help=False)


def window(parsed: argparse.Namespace) -> int:
    """Opens the window, and returns when it is closed. Raises FaceRestoreError where no window can be."""
    if not _has_display():
        raise FaceRestoreError(
            "There is no display to open the window on.", advice="'facerestore --help' lists what works without."
        )
    try:
        from facerestore_gui.main import main

        return main(_window_arguments(parsed))
    except ImportError as error:
        raise FaceRestoreError(
            f"The window cannot be opened ({error}).",
            advice="On Linux, 'python3 installer/start.py' names the packages that it needs.",
        ) from error


def _window_arguments(parsed: argparse.Namespace) -> list[str]:
    words = [parsed.photo] if parsed.photo else []
    for name in ("mask", "layout"):
        if path := getattr(parsed, name):
            words += [f"--{name}", path]
    return [str(word) for word in words]


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def training(argv: Sequence[str]) -> int:
    """Hands ``train ...`` or ``evaluate ...`` on, the command's name included."""
    from facerestore_training.main import main

    return main(list(argv))
