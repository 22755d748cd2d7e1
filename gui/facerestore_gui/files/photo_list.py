"""PhotoList: the photos of a folder, and which of them is open."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore_gui.document.photo_work import PHOTO_SUFFIXES

_DERIVED: Final = ("_mask", "_layout", "_restored")
"""How the names of files end that belong to another photo."""
_MOST: Final = 20_000


class PhotoList(QObject):
    """The photos to go through one after the other. ``wanted`` carries the path of one to be opened."""

    wanted = Signal(object)
    listed = Signal()
    """Other photos."""
    changed = Signal()
    """Other photos, or another place among them."""
    marked = Signal(object)
    """The path of a photo beside which a mask, a project or a result may have been saved."""
    reframed = Signal(object)
    """The path of a photo that is turned or cropped otherwise now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths: tuple[Path, ...] = ()
        self.sources: tuple[Path, ...] = ()
        """The photos and folders that these are of, as they were given."""
        self.open_photo: Path | None = None
        self.framings: dict[Path, tuple[Framing, Extent]] = {}
        """Of the photos that were turned or cropped since the list was made, before their projects say so."""

    def list_photos(self, paths: Sequence[Path]) -> bool:
        """Go through these photos, and those of these folders. False if there is none, and nothing changes."""
        photos = photos_of(paths)
        if photos:
            self.paths, self.sources, self.framings = tuple(photos), tuple(paths), {}
            self.listed.emit()
            self.changed.emit()
        return bool(photos)

    def clear(self) -> None:
        self.paths = self.sources = ()
        self.listed.emit()
        self.changed.emit()

    def set_open(self, path: Path | None) -> None:
        """Which photo is open, one of these or another."""
        self.open_photo = path
        self.changed.emit()
        self.mark(path)

    def mark(self, path: Path | None) -> None:
        """A photo's mask, project or result may have been saved."""
        if path in self.paths:
            self.marked.emit(path)

    def note_framing(self, path: Path | None, framing: Framing, extent: Extent) -> None:
        """How a photo of an extent is viewed now."""
        if path is not None and path in self.paths:
            self.framings[path] = framing, extent
            self.reframed.emit(path)

    def is_elsewhere(self, path: Path) -> bool:
        """Whether a photo lies in none of the folders of these."""
        return bool(self.paths) and path.parent not in {one.parent for one in self.paths}

    @property
    def row(self) -> int:
        """Which one is open; -1 if none of these."""
        return next((row for row, one in enumerate(self.paths) if one == self.open_photo), -1)

    def can_go(self, steps: int) -> bool:
        return 0 <= self.row + steps < len(self.paths)

    def go(self, steps: int) -> None:
        """To the next (1) or previous (-1) photo."""
        if self.can_go(steps):
            self.wanted.emit(self.paths[self.row + steps])


def photos_of(paths: Iterable[Path]) -> list[Path]:
    """The photos among paths and in their folders, by name; not the masks, layouts and results beside them."""
    found: list[Path] = []
    for path in paths:
        try:
            inside = sorted(path.iterdir(), key=lambda one: one.name.lower()) if path.is_dir() else [path]
        except OSError:
            continue
        photos = [one for one in inside if one.suffix.lower() in PHOTO_SUFFIXES and not one.name.startswith(".")]
        stems = {one.stem for one in photos}
        found += [one for one in photos if not _is_derived(one.stem, stems)]
    return list(dict.fromkeys(found))[:_MOST]


def _is_derived(stem: str, stems: set[str]) -> bool:
    return any(stem.endswith(ending) and stem.removesuffix(ending) in stems for ending in _DERIVED)
