"""The pages of the user guide: where they lie, what their sections are, and in which language each can be read.

A page is English, ``guide/mask.md``, and a translation of it ``guide/de/mask.md``. Before each section of a translation
stands a line with the anchor of the English section and the hash of the text that it was made from. Where the English
text has changed since, it is the English section that is read: what is true in another language is worth more than what
was. ``gui/guide_translations.py`` lists those sections.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from facerestore_resources import path

PAGES: Final = (
    "contents",
    "first",
    "turning",
    "mask",
    "hand",
    "layout",
    "candidates",
    "view",
    "faces",
    "references",
    "projects",
    "saving",
    "command_line",
    "limits",
    "keyboard",
    "trouble",
)
"""In the order of the table of contents."""
BEGINNING: Final = "beginning"
"""Stands for the anchor of what comes before the first heading of the second level."""
_SECTION: Final = re.compile(r"^(?=## )", re.MULTILINE)
_HEADING: Final = re.compile(r"^#{1,2} (.+)$", re.MULTILINE)
_CODE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MADE_FROM: Final = re.compile(r"^<!-- ([\w-]+)(?: ([0-9a-f]{8}))? -->\n", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it. ``anchor``: of the English heading, in every language, as links have it;
    ``made_from``: the hash of the English text; ``is_english``: as it is written, or for want of a translation."""

    anchor: str
    heading: str
    text: str
    made_from: str
    is_english: bool = True


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide in a language. ``file``: the English page, for which pictures and links are named;
    ``sections``: the first has the page's title, the others are of the second level."""

    file: Path
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].heading

    @property
    def text(self) -> str:
        return "\n\n".join(section.text for section in self.sections) + "\n"

    @property
    def has_english(self) -> bool:
        return any(section.is_english for section in self.sections)


def guide_folder() -> Path:
    return path("guide")


def guide_page(name: str, language: str = "en") -> GuidePage:
    """One of PAGES, section by section in a language where it has one that is made from the present English text."""
    file = guide_folder() / f"{name}.md"
    english = english_sections(file.read_text("utf-8"))
    translated = {one.anchor: one for one in translated_sections(name, language)}
    chosen = []
    for section in english:
        other = translated.get(section.anchor)
        chosen.append(other if other is not None and other.made_from == section.made_from else section)
    return GuidePage(file, tuple(chosen))


def english_sections(page: str) -> list[Section]:
    """The sections of an English page."""
    sections: list[Section] = []
    for text in _split(page):
        heading = _heading_of(text)
        anchor = anchor_of(heading) if sections else BEGINNING
        sections.append(Section(anchor, heading, text.strip(), hash_of(text)))
    return sections


def translated_sections(name: str, language: str) -> list[Section]:
    """What a language has of a page, be it up to date or not. ``made_from`` is empty where nobody has said so."""
    file = translated_file(name, language)
    if language == "en" or not file.exists():
        return []
    _, *pieces = _MADE_FROM.split(file.read_text("utf-8"))
    return [
        Section(anchor, _heading_of(text), text.strip(), made_from or "", is_english=False)
        for anchor, made_from, text in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    ]


def translated_file(name: str, language: str) -> Path:
    return guide_folder() / language / f"{name}.md"


def sections_behind(language: str) -> list[str]:
    """``page#anchor`` of each section that is read in English in a language."""
    pages = {name: guide_page(name, language) for name in PAGES}
    return [f"{name}#{one.anchor}" for name, page in pages.items() for one in page.sections if one.is_english]


def hash_of(section: str) -> str:
    """Tells whether a section is another one. Where its lines are broken is all the same."""
    return hashlib.sha256(" ".join(section.split()).encode()).hexdigest()[:8]


def anchor_of(heading: str) -> str:
    """What stands for a heading in a link, as everywhere in Markdown: small letters, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def _split(page: str) -> list[str]:
    """At the headings of the second level, but not at what looks like one in an example."""
    hidden = _CODE.sub(lambda code: code.group().replace("\n#", "\n "), page)
    starts = [0, *(found.start() for found in _SECTION.finditer(hidden)), len(page)]
    return [page[start:end] for start, end in pairwise(starts)]


def _heading_of(text: str) -> str:
    found = _HEADING.search(_CODE.sub("", text))
    return found.group(1) if found else ""
