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

    _by_folder: dict[Path, dict[str, str | list[str]]] = field(default_factory=dict)

    def named(self, folder: Path, stems: Sequence[str], *, apart_from: Path | None = None) -> Path | None:
        """The picture of a folder that has the first of the stems that any has; one that can be read goes first, then
        one with exactly this name."""
        stored = self._by_folder.get(folder)
        if stored is None:
            stored = self._by_folder[folder] = _by_stem(files_of(folder))
        for stem in stems:
            names = stored.get(name_key(stem), [])
            paths = (folder / name for name in ([names] if isinstance(names, str) else names))
            found = [path for path in paths if path != apart_from]
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
    # what the listing says of its files is not asked again: a million questions to a share take long
    try:
        with os.scandir(folder) as entries:
            names = [(entry.name, entry.is_file()) for entry in entries if _is_listed(entry, is_recursive=is_recursive)]
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    names.sort(key=lambda one: os.path.normcase(one[0]))
    for name, is_file in names:
        if is_file:
            yield folder / name
        else:
            yield from files_of(folder / name, is_recursive=True)


def _is_listed(entry: "os.DirEntry[str]", *, is_recursive: bool) -> bool:
    is_folder = is_recursive and entry.is_dir(follow_symlinks=False)
    return not entry.name.startswith(".") and (entry.is_file() or is_folder)


def _by_stem(files: Iterable[Path]) -> dict[str, str | list[str]]:
    """The names of pictures by their stems: one name, or several."""
    stored: dict[str, str | list[str]] = {}
    for path in files:
        if file_kind(path).is_some_picture:
            key = name_key(path.stem)
            before = stored.get(key, [])
            names = [before] if isinstance(before, str) else before
            stored[key] = [*names, path.name] if names else path.name
    return stored


def _rank(path: Path) -> int:
    """Formats that keep a mask's edges go before those that do not."""
    order = list(FORMATS_BY_SUFFIX)
    suffix = path.suffix.lower()
    return order.index(suffix) if suffix in order else len(order)
