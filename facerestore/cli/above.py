"""``facerestore gui``, ``train``, ``evaluate``: the packages above the engine, imported only here."""

import argparse
from collections.abc import Sequence
from typing import Final

TRAINING_COMMANDS: Final = ("train", "evaluate")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    from facerestore.cli import arguments

    gui = subparsers.add_parser("gui", help="open the window (also without a command)")
    gui.add_argument("photo", type=arguments.path, nargs="?", metavar="PHOTO", help="a photo to begin with")
    gui.add_argument("--mask", type=arguments.path, help="its mask")
    gui.set_defaults(run=window)
    # these two parse their own arguments; here they are listed for --help
    subparsers.add_parser("train", help="train a network", add_help=False)
    subparsers.add_parser("evaluate", help="measure a network on the validation set", add_help=False)


def window(parsed: argparse.Namespace) -> int:
    """Opens the window, and returns when it is closed."""
    from facerestore_gui.main import main

    photo = [str(parsed.photo)] if parsed.photo else []
    mask = ["--mask", str(parsed.mask)] if parsed.mask else []
    return main([*photo, *mask])


def training(argv: Sequence[str]) -> int:
    """Hands ``train ...`` or ``evaluate ...`` on, the command's name included."""
    from facerestore_training.main import main

    return main(list(argv))
