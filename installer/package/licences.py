"""``licences.html``: everything in the folder, with its terms. Made of what the packages say of themselves."""

import email
import email.message
import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from problems import Problem

from package import common_licences, debian_packages, layout

OWN: Final = "facerestore"
_FILE_NAMES: Final = re.compile(r"(licen[cs]e|copying|notice|thirdpartynotices|authors)", re.IGNORECASE)
_LONGEST_NAME: Final = 80
_QT: Final = ("pyside6-essentials", "shiboken6")

_QT_NOTE: Final = """\
<p>Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. They are shared libraries, and
may be replaced by builds of your own with the same interfaces:</p>
<ul><li>Qt: <code>{packages}/PySide6/{libraries}</code>, with the plugins in
<code>{packages}/PySide6/{plugins}</code></li>
<li>Qt for Python: <code>{packages}/PySide6</code> and <code>{packages}/shiboken6</code></li></ul>
<p>Nothing in this folder keeps a changed library from being loaded. The libraries are the unchanged builds of the Qt
project, published on PyPI as PySide6-Essentials and shiboken6 in the versions above; of ICU's data, which is not Qt's
(on Linux <code>libicudata</code>), what Qt does not read was left out. Their source is at
<a href="https://download.qt.io/official_releases/QtForPython/">download.qt.io/official_releases/QtForPython</a> and
<a href="https://download.qt.io/official_releases/qt/">download.qt.io/official_releases/qt</a>. You may modify them for
your own use, and examine how this program works with them. Third-party code inside Qt (among it ICU, HarfBuzz,
FreeType, libpng, libjpeg, PCRE2, zlib) is listed with its licences at
<a href="https://doc.qt.io/qt-6/licenses-used-in-qt.html">doc.qt.io/qt-6/licenses-used-in-qt.html</a>.</p>
"""

_HEAD: Final = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Licences of facerestore</title>
<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;line-height:1.4}
pre{white-space:pre-wrap;font-size:.8em;background:#f4f4f4;padding:1em}table{border-collapse:collapse}
td,th{text-align:left;padding:.2em 1em .2em 0;vertical-align:top}summary{cursor:pointer}</style></head><body>
<h1>Licences</h1>
<p>facerestore's own code is under the Apache License 2.0. What it ships with has terms of its own, listed here.
<strong>The trained networks are not free for every use:</strong> see <a href="#weights">the networks</a>.</p>
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One thing in the folder. ``texts``: licence texts by their file name."""

    name: str
    version: str
    licence: str
    texts: Mapping[str, str]

    @property
    def anchor(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower())


@dataclass(frozen=True, kw_only=True, slots=True)
class QtPlaces:
    """Where a person finds what Qt's licence lets them replace: below a folder's ``packages``, in PySide6."""

    packages: str
    libraries: str
    plugins: str


LINUX: Final = QtPlaces(packages=layout.PACKAGES, libraries="Qt/lib/libQt6*.so.6", plugins="Qt/plugins")


def write(folder: Path, debian: Mapping[str, Path], scratch: Path) -> None:
    """Look through the folder for Linux, and write the page into it."""
    unpacked = scratch / "licences"
    others = _debian_parts(debian, unpacked)
    common = common_licences.texts(debian["base-files"])
    write_page(folder, LINUX, others, common)


def write_page(folder: Path, places: QtPlaces, others: Sequence[Part], common: Mapping[str, str]) -> None:
    """Look through a folder's packages, and write the page into it. ``others``: what ships besides."""
    packages = folder / places.packages
    parts = [*python_packages(packages), *others]
    manifests = sorted((packages / "facerestore_resources").rglob("manifest.json"))
    weights = [entry for file in manifests for entry in json.loads(file.read_text(encoding="utf-8"))["weights"]]
    (folder / layout.LICENCES).write_text(page(parts, common, weights, places), encoding="utf-8", newline="\n")


def page(
    parts: Sequence[Part],
    common: Mapping[str, str],
    weights: Iterable[Mapping[str, object]],
    places: QtPlaces = LINUX,
) -> str:
    """``common``: texts that others refer to; ``weights``: as their manifests list them. Raises Problem where a part
    neither names nor brings a licence."""
    if silent := [part.name for part in parts if not part.licence and not part.texts]:
        raise Problem(f"Nothing is said about the licence of {', '.join(silent)}: package/licences.py must.")
    return "".join(_page(parts, common, weights, places))


def python_packages(packages: Path) -> list[Part]:
    """Every package that has metadata among the packages, the program itself first."""
    parts = [_python_package(packages, info) for info in sorted(packages.glob("*.dist-info"))]
    return sorted(parts, key=lambda part: (part.name != OWN, part.name.lower()))


def _python_package(packages: Path, info: Path) -> Part:
    metadata = email.message_from_string((info / "METADATA").read_text(encoding="utf-8"))
    name = str(metadata["Name"])
    texts = _texts(info)
    # libraries inside a wheel are named in files among the modules, where they are named at all
    for module in _modules(info):
        for text_name, text in _texts(packages / module).items():
            if text not in texts.values():
                texts[f"{module}/{text_name}"] = text
    licence = "Apache-2.0" if name == OWN else _licence_name(metadata)
    return Part(name=name, version=str(metadata["Version"]), licence=licence, texts=texts)


def _licence_name(metadata: email.message.Message) -> str:
    """The expression, or what the classifiers say, or the first line of the field; empty where nothing is said."""
    if expression := metadata["License-Expression"]:
        return str(expression)
    field = str(metadata["License"] or "").strip().splitlines()
    if len(field) == 1 and len(field[0]) < _LONGEST_NAME:
        return field[0]
    classifiers = [str(line) for line in metadata.get_all("Classifier", []) if str(line).startswith("License ::")]
    return ", ".join(line.split(" :: ")[-1] for line in classifiers)


def _modules(info: Path) -> list[str]:
    """Top folders that a package brought."""
    names = (line.split("/")[0] for line in (info / "RECORD").read_text(encoding="utf-8").splitlines() if "/" in line)
    return sorted({name for name in names if not name.endswith((".dist-info", ".data", ".libs")) and name != ".."})


def _texts(folder: Path) -> dict[str, str]:
    """Files that are licences by their name, below a folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and _is_licence(path.relative_to(folder)))
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8", errors="replace") for path in found}


def _is_licence(path: Path) -> bool:
    is_text = path.suffix.lower() in ("", ".txt", ".md", ".rst", ".apache", ".bsd") or path.suffix[1:].isdigit()
    return is_text and (bool(_FILE_NAMES.search(path.name)) or "licenses" in path.parts[:-1])


def _debian_parts(debian: Mapping[str, Path], unpacked: Path) -> list[Part]:
    """The interpreter and the libraries that came from Debian, whose copyright files are complete."""
    shipped = (
        *debian_packages.INTERPRETER,
        *debian_packages.INTERPRETER_LIBRARIES,
        *debian_packages.QT_LIBRARIES,
    )
    parts = []
    for name in shipped:
        debian_packages.unpack([debian[name]], unpacked / name)
        text = _copyright(unpacked / name, name)
        version = debian_packages.version_of(debian[name])
        licence = "see its text" if text else "that of the other parts of Python"
        parts.append(Part(name=name, version=version, licence=licence, texts={"copyright": text} if text else {}))
    return parts


def _copyright(unpacked: Path, name: str) -> str:
    """Empty where a package leaves it to another one of the same source, which is listed too."""
    file = unpacked / f"usr/share/doc/{name}/copyright"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _page(
    parts: Sequence[Part], common: Mapping[str, str], weights: Iterable[Mapping[str, object]], places: QtPlaces
) -> Iterable[str]:
    yield _HEAD
    yield "<table><tr><th>what</th><th>version</th><th>licence</th></tr>\n"
    for part in parts:
        link = f'<a href="#{part.anchor}">{html.escape(part.name)}</a>'
        yield f"<tr><td>{link}</td><td>{html.escape(part.version)}</td><td>{html.escape(part.licence)}</td></tr>\n"
    yield "</table>\n"
    yield from _weights_section(weights)
    for part in parts:
        yield f'<h2 id="{part.anchor}">{html.escape(part.name)} {html.escape(part.version)}</h2>\n'
        yield f"<p>{html.escape(part.licence)}</p>\n"
        if part.name.lower().replace("_", "-") in _QT:
            yield _QT_NOTE.format(packages=places.packages, libraries=places.libraries, plugins=places.plugins)
        yield from (_text(name, text) for name, text in part.texts.items())
    yield '<h2 id="texts">Texts that others refer to</h2>\n'
    yield from (_text(name, text) for name, text in common.items())
    yield "</body></html>\n"


def _weights_section(weights: Iterable[Mapping[str, object]]) -> Iterable[str]:
    yield '<h2 id="weights">The networks</h2>\n<table><tr><th>network</th><th>terms</th><th>learnt from</th></tr>\n'
    for entry in weights:
        card = entry.get("card")
        assert isinstance(card, dict)
        data = "<br>".join(html.escape(str(line)) for line in card.get("data", ()))
        terms = html.escape(str(card.get("terms", "not stated")))
        yield f"<tr><td>{html.escape(str(entry['network']))}</td><td>{terms}</td><td>{data}</td></tr>\n"
    yield "</table>\n"


def _text(name: str, text: str) -> str:
    return f"<details><summary>{html.escape(name)}</summary><pre>{html.escape(text.strip())}</pre></details>\n"
