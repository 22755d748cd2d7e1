"""The pages of the user guide: where they lie, what they are called, where their headings are."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facerestore_resources import path

PAGES: Final = (
    "contents",
    "first",
    "turning",
    "mask",
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
_HEADING: Final = re.compile(r"^(#{1,2}) (.+)$", re.MULTILINE)
_CODE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide. ``title``: its first heading; ``sections``: those of the second level."""

    file: Path
    title: str
    sections: tuple[str, ...]


def guide_folder() -> Path:
    return path("guide")


def guide_page(name: str) -> GuidePage:
    """One of PAGES."""
    file = guide_folder() / f"{name}.md"
    headings = _HEADING.findall(_CODE.sub("", file.read_text("utf-8")))
    titles = [text for marks, text in headings if marks == "#"]
    return GuidePage(file, titles[0], tuple(text for marks, text in headings if marks == "##"))


def anchor_of(heading: str) -> str:
    """What stands for a heading in a link, as everywhere in Markdown: small letters, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
