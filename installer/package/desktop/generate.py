"""What is made from the program itself: man pages, completions, icons. Runs where the program is installed, and
shtab.

python -m package.desktop.generate SHARE EPOCH
"""

import argparse
import sys
from pathlib import Path
from typing import Final

from facerestore import __version__
from facerestore.cli.commands import command_parser
from package.desktop.completions import PLACES, completion
from package.desktop.icon_set import write_icons
from package.desktop.man_page import Page, Section, entry, man_page, subcommands

_ENVIRONMENT: Final = entry("FACERESTORE_WEIGHTS", "Folder of networks to be used instead of those that are installed.")
_FILES: Final[Section] = (
    "FILES",
    (
        entry("~/.config/facerestore/", "Settings."),
        entry("~/.local/share/facerestore/projects/", "Projects that are not kept beside their photos."),
        entry("~/.local/state/facerestore/", "Log, the sample, and what was not saved yet."),
    ),
)


def window_parser() -> argparse.ArgumentParser:
    """The parser of ``facerestore-gui``: what ``facerestore gui`` takes."""
    parser = subcommands(command_parser()[0])["gui"]
    parser.prog = "facerestore-gui"
    parser.description = (
        "Opens the window of facerestore, in which damaged portraits are restored: paint over what is damaged, and "
        "exactly that is repaired. The user guide is in its Help menu."
    )
    return parser


def man_pages(epoch: int) -> dict[str, str]:
    """The pages by file name."""
    command = Page(
        "facerestore",
        "restore damaged portraits",
        __version__,
        epoch,
        (("ENVIRONMENT", [_ENVIRONMENT]), _FILES, ("SEE ALSO", [".BR facerestore\\-gui (1)"])),
    )
    window = Page(
        "facerestore-gui",
        "restore damaged portraits in a window",
        __version__,
        epoch,
        (("ENVIRONMENT", [_ENVIRONMENT]), _FILES, ("SEE ALSO", [".BR facerestore (1)"])),
    )
    return {
        "facerestore.1": man_page(command_parser()[0], command),
        "facerestore-gui.1": man_page(window_parser(), window),
    }


def completions() -> dict[str, str]:
    """The scripts by their place below ``share``."""
    parsers = {"facerestore": lambda: command_parser()[0], "facerestore-gui": window_parser}
    return {
        place.format(name=name): completion(parser(), shell)
        for name, parser in parsers.items()
        for shell, place in PLACES.items()
    }


def main() -> None:
    share, epoch = Path(sys.argv[1]), int(sys.argv[2])
    pages = {f"man/man1/{name}": text for name, text in man_pages(epoch).items()}
    for place, text in (pages | completions()).items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    write_icons(share)


if __name__ == "__main__":
    main()
