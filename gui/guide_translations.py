"""Keeps the translations of the guide in step with its English pages: ``python gui/guide_translations.py``.

Writes ``guide/behind.txt``, the list of sections that are read in English for want of a translation of the present
text, and prints it. Whoever has translated such a section says so, and its hash is written into the translation:

    python gui/guide_translations.py de/mask#the-tools fr/mask#the-tools
"""

import re
import sys
from typing import Final

from facerestore_gui.window.guide_pages import (
    PAGES,
    english_sections,
    guide_folder,
    sections_behind,
    translated_file,
)
from facerestore_resources.translations import LANGUAGES

LIST: Final = guide_folder() / "behind.txt"


def behind() -> list[str]:
    """The sections that are read in English, each as ``language/page#anchor``."""
    return [f"{language}/{one}" for language in LANGUAGES if language != "en" for one in sections_behind(language)]


def accept(place: str) -> None:
    """Write down that a translated section, ``language/page#anchor``, was made from the present English text. Raises
    ValueError if there is no such section."""
    language, _, rest = place.partition("/")
    page, _, anchor = rest.partition("#")
    file = translated_file(page, language)
    if page not in PAGES or language not in LANGUAGES or not file.exists():
        raise ValueError("No such section", place)
    english = {one.anchor: one for one in english_sections((guide_folder() / f"{page}.md").read_text("utf-8"))}
    mark = re.compile(rf"^<!-- {re.escape(anchor)}(?: [0-9a-f]{{8}})? -->$", re.MULTILINE)
    if anchor not in english or not mark.search(file.read_text("utf-8")):
        raise ValueError("No such section", place)
    text = mark.sub(f"<!-- {anchor} {english[anchor].made_from} -->", file.read_text("utf-8"), count=1)
    file.write_text(text, "utf-8", newline="\n")


def main() -> None:
    for place in sys.argv[1:]:
        accept(place)
    found = behind()
    LIST.write_text("".join(f"{one}\n" for one in found), "utf-8", newline="\n")
    sys.stdout.writelines(f"{one}\n" for one in found)


if __name__ == "__main__":
    main()
