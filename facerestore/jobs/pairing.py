"""Which files of a folder belong together: photos, and the masks and layouts that are named after them.

Names are compared by their stem, without case and in one Unicode form: macOS writes an umlaut as two characters, other
systems as one, and on the screen both are the same. What a file is, its content says, and not its suffix.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facerestore.files.file_kinds import ENOUGH_BYTES, NO_PICTURE, format_of, refusal
from facerestore.files.infrared_file import scan_stem_of
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.files.writing import FORMATS_BY_SUFFIX

COMPANIONS: Final = ("_mask", "_layout", "_fill", "_protect")
"""How the names of files end that belong to a photo."""


def name_key(name: str) -> str:
    """Equal for names that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


@dataclass(frozen=True)
class FileKind:
    """What a file is by its beginning: a picture that is read, or by its name ought to be one (``is_ours``), or
    something that is not read, with the ``refusal`` that says what it is; else it is no picture at all."""

    is_ours: bool
    refusal: UnsupportedPicture | None = None

    @property
    def is_some_picture(self) -> bool:
        return self.is_ours or (self.refusal is not None and self.refusal.sentence != NO_PICTURE)


def file_kind(path: Path) -> FileKind:
    """Opens regular files only."""
    try:
        if not path.is_file():
            return FileKind(is_ours=False)
        with path.open("rb") as stream:
            beginning = stream.read(ENOUGH_BYTES)
    except (OSError, ValueError):
        beginning = b""
    is_read = format_of(beginning) is not None
    is_ours = is_read or path.suffix.lower() in FORMATS_BY_SUFFIX
    return FileKind(is_ours, None if is_read or not beginning else refusal(beginning))


@dataclass
class Pictures:
    """The pictures of folders by their stems, each folder looked at once; also of kinds that cannot be read, so that
    whoever looks for one hears why it cannot be used."""

    _by_folder: dict[Path, dict[str, list[Path]]] = field(default_factory=dict)

    def named(self, folder: Path, stems: Sequence[str], *, apart_from: Path | None = None) -> Path | None:
        """The picture of a folder that has the first of the stems that any has; one that can be read goes first, then
        one with exactly this name."""
        stored = self._by_folder.get(folder)
        if stored is None:
            stored = self._by_folder[folder] = _by_stem(files_of(folder))
        for stem in stems:
            found = [path for path in stored.get(name_key(stem), []) if path != apart_from]
            if len(found) == 1:
                return found[0]
            if found:
                return min(
                    found, key=lambda path: (not file_kind(path).is_ours, path.stem != stem, _rank(path), path.name)
                )
        return None


def is_infrared(path: Path, pictures: Pictures) -> bool:
    """Whether the picture is the infrared channel of a scan that lies beside it, and no photo."""
    stem = scan_stem_of(path)
    return stem is not None and pictures.named(path.parent, (stem,), apart_from=path) is not None


def files_of(folder: Path, *, is_recursive: bool = False) -> Iterator[Path]:
    """The files of a folder that are not hidden, in the order of their paths. Pipes, devices and sockets are none."""
    yield from sorted(_files_in(folder, is_recursive=is_recursive), key=_in_order)


def _files_in(folder: Path, *, is_recursive: bool) -> Iterator[Path]:
    """In any order. What the listing says of its files is not asked again: a million questions to a share take long."""
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    with entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_file():
                yield folder / entry.name
            elif is_recursive and entry.is_dir(follow_symlinks=False):
                yield from _files_in(folder / entry.name, is_recursive=True)


def _in_order(path: Path) -> tuple[str, ...]:
    return tuple(map(os.path.normcase, path.parts)) if os.name == "nt" else path.parts


def _by_stem(files: Iterable[Path]) -> dict[str, list[Path]]:
    stored: dict[str, list[Path]] = {}
    for path in files:
        if file_kind(path).is_some_picture:
            stored.setdefault(name_key(path.stem), []).append(path)
    return stored


def _rank(path: Path) -> int:
    """Formats that keep a mask's edges go before those that do not."""
    order = list(FORMATS_BY_SUFFIX)
    suffix = path.suffix.lower()
    return order.index(suffix) if suffix in order else len(order)
