"""What the window remembers from one day to the next: its place on the screen, how the overlays look, and which keys
were changed."""

import json

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow

from facerestore_gui.keys.reserved_keys import refusal
from facerestore_gui.keys.shortcuts import DEFAULT_KEYS, Shortcuts, read_keys
from facerestore_gui.window.side_column import SideColumn


def recall(window: QMainWindow, column: SideColumn, kept: QSettings) -> None:
    """Set window and panels as they were kept; what was never kept, or makes no sense, stays as it is."""
    geometry = kept.value("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    mask, layout = column.mask_section, column.layout_section
    colour = QColor(str(kept.value("mask/colour", "")))
    if colour.isValid():
        mask.set_colour(colour)
    mask.set_opacity(_share(kept, "mask/opacity", mask.opacity))
    layout.set_opacity(_share(kept, "layout/opacity", layout.opacity))
    layout.set_palette(str(kept.value("layout/palette", "")))


def kept_language(kept: QSettings | None) -> str | None:
    """The language that a person has chosen; None: the system's."""
    return str(kept.value("language") or "") or None if kept is not None else None


def keep_language(kept: QSettings | None, language: str | None) -> None:
    if kept is not None:
        kept.setValue("language", language or "")


def remember(window: QMainWindow, column: SideColumn, kept: QSettings) -> None:
    """Keep them for the next start."""
    kept.setValue("geometry", window.saveGeometry())
    kept.setValue("mask/colour", column.mask_section.colour.name())
    kept.setValue("mask/opacity", column.mask_section.opacity)
    kept.setValue("layout/opacity", column.layout_section.opacity)
    kept.setValue("layout/palette", column.layout_section.palette_name)


def recall_shortcuts(shortcuts: Shortcuts, kept: QSettings) -> None:
    """Set the keys that were changed; an entry that makes no sense, or names what is not known, is left out."""
    entries = {name: _kept_keys(name, kept.value(f"shortcuts/{name}")) for name in DEFAULT_KEYS}
    shortcuts.apply({name: keys for name, keys in entries.items() if keys is not None})


def remember_shortcuts(shortcuts: Shortcuts, kept: QSettings) -> None:
    """Keep the keys that are not as in the table."""
    differing = shortcuts.differing()
    for name in DEFAULT_KEYS:
        if name in differing:
            kept.setValue(f"shortcuts/{name}", json.dumps(differing[name]))
        else:
            kept.remove(f"shortcuts/{name}")


def _kept_keys(name: str, entry: object) -> tuple[str, ...] | None:
    """The keys of an entry, a JSON list; None for nonsense."""
    try:
        listed = json.loads(entry) if isinstance(entry, str) else None
    except ValueError:
        return None
    if not isinstance(listed, list) or not all(isinstance(keys, str) for keys in listed):
        return None
    read = tuple(map(read_keys, listed))
    is_sound = all(keys and refusal(name, keys) is None for keys in read)
    return read if is_sound else None


def _share(kept: QSettings, key: str, otherwise: float) -> float:
    """A number that some systems keep as text."""
    try:
        share = float(str(kept.value(key)))
    except ValueError:
        return otherwise
    return share if 0 <= share <= 1 else otherwise
