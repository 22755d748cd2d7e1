"""What a Debian package says about itself: control file, copyright, changelog."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

MAINTAINER: Final = "The facerestore developers <maintainers@facerestore.invalid>"
"""The project has no address of its own yet."""
_SUMMARY: Final = "restores damaged portraits, and only what is damaged"
_DESCRIPTION: Final = (
    "You paint over what is damaged in the scan of a portrait; exactly that is repaired, and every other pixel "
    "stays as it is. A map of the parts of the face can be corrected by hand before the missing part is painted.",
    "Everything runs on your own computer. The package has a Python and networks of its own, and needs no network "
    "connection. The networks were trained on research data, whose terms allow non-commercial research only.",
)
_LICENCE: Final = (
    "On Debian systems, the full text of the Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0."
)
_OTHERS: Final = (
    "The interpreter, the libraries and the networks below /opt/facerestore are works of others, or were made with "
    "their data, each under terms of its own; /opt/facerestore/licences.html lists them all. The networks "
    "(*.safetensors, *.onnx) are for non-commercial research only, but for those in weights/public_domain."
)


def control(version: str, depends: Sequence[str], installed_kib: int) -> str:
    """The control file of the binary package."""
    description = "\n .\n".join(
        textwrap.fill(paragraph, 78, initial_indent=" ", subsequent_indent=" ") for paragraph in _DESCRIPTION
    )
    return (
        "Package: facerestore\n"
        f"Version: {version}\n"
        "Architecture: amd64\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {installed_kib}\n"
        f"Depends: {', '.join(depends)}\n"
        # without these two the menu has no icon, and a project no type
        "Recommends: hicolor-icon-theme, shared-mime-info\n"
        # for Chinese, and for file dialogs as GNOME has them
        "Suggests: fonts-noto-cjk, libgtk-3-0 | libgtk-3-0t64\n"
        "Section: graphics\n"
        "Priority: optional\n"
        f"Description: {_SUMMARY}\n{description}\n"
    )


def copyright_file() -> str:
    """In the format of DEP-5."""
    years = "2026"
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: facerestore\n"
        f"Comment:\n{_indented(_OTHERS)}\n"
        "\n"
        "Files: *\n"
        f"Copyright: {years} The facerestore developers\n"
        "License: Apache-2.0\n"
        f"{_indented(_LICENCE)}\n"
    )


def changelog(metainfo: Path, version: str, epoch: int) -> str:
    """The releases of an AppStream file, newest first, as a Debian changelog. A version that is no release of the file
    has an entry of its own."""
    entries = [(number, date, words) for number, date, words in _releases(metainfo)]
    if version not in {number for number, _, _ in entries}:
        entries.insert(0, (version, datetime.fromtimestamp(epoch, UTC), "A build between two releases."))
    return "\n".join(_changelog_entry(*one) for one in entries)


def with_renamed(depends: str) -> list[str]:
    """Dependencies as dpkg-shlibdeps gives them, those that have two names with both.

    Debian 13 and Ubuntu 24.04 renamed libraries whose time became 64 bits wide: to ``t64`` at the end.
    """
    return sorted(filter(None, (_with_both(one.strip()) for one in depends.split(","))))


_RENAMED: Final = frozenset({"libglib2.0-0", "libssl3", "libreadline8", "libdb5.3", "libtirpc3", "libcups2"})


def _with_both(dependency: str) -> str:
    name, _, limit = dependency.partition(" ")
    old = name.removesuffix("t64")
    if old not in _RENAMED and old == name:
        return dependency
    return " | ".join(f"{one} {limit}".strip() for one in (old, f"{old}t64"))


def _releases(metainfo: Path) -> Iterator[tuple[str, datetime, str]]:
    for release in ElementTree.parse(metainfo).iterfind("releases/release"):
        words = release.findtext("description/p[1]") or ""
        yield release.attrib["version"], datetime.fromisoformat(release.attrib["date"]).replace(tzinfo=UTC), words


def _changelog_entry(version: str, date: datetime, words: str) -> str:
    text = textwrap.fill(re.sub(r"\s+", " ", words).strip(), 76, initial_indent="  * ", subsequent_indent="    ")
    return f"facerestore ({version}) unstable; urgency=medium\n\n{text}\n\n -- {MAINTAINER}  {format_datetime(date)}\n"


def _indented(text: str) -> str:
    return textwrap.fill(text, 78, initial_indent=" ", subsequent_indent=" ")
