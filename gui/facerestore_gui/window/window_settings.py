"""What the window remembers from one day to the next: its place on the screen, how the overlays look, which panels are
shown, how a pen paints, and which keys were changed."""

import json

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow

from facerestore_gui.document.class_palettes import PALETTES
from facerestore_gui.document.overlay_settings import MaskLook
from facerestore_gui.document.tool_settings import PressureCurve
from facerestore_gui.keys.reserved_keys import refusal
from facerestore_gui.keys.shortcuts import Shortcuts, read_keys
from facerestore_gui.session.session import Session


def recall(window: QMainWindow, session: Session, kept: QSettings) -> None:
    """Set window, overlays and view as they were kept; what was never kept, or makes no sense, stays as it is."""
    geometry = kept.value("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    overlays = session.overlays
    colour = QColor(str(kept.value("mask/colour", "")))
    if colour.isValid():
        overlays.set_mask_colour(colour)
    overlays.set_mask_opacity(_share(kept, "mask/opacity", overlays.mask_opacity))
    overlays.set_layout_opacity(_share(kept, "layout/opacity", overlays.layout_opacity))
    look = str(kept.value("mask/look", ""))
    if look in list(MaskLook):
        overlays.set_mask_look(MaskLook(look))
    view = session.view
    view.show_navigator(shown=_is_on(kept, "view/navigator"))
    view.show_history(shown=_is_on(kept, "view/history"))
    view.show_loupe(shown=_is_on(kept, "view/loupe"))
    view.scale_loupe(2 if _is_on(kept, "view/loupe_doubled") else 1)
    palette = str(kept.value("layout/palette", ""))
    if palette in PALETTES:
        session.tool_settings.choose_palette(PALETTES[palette])
    curve = str(kept.value("pen/pressure_curve", ""))
    if curve in set(PressureCurve):
        session.tool_settings.choose_pressure_curve(PressureCurve(curve))
    session.tool_settings.set_pressure_sets_size(str(kept.value("pen/pressure_sets_size", "yes")) != "no")


def remember(window: QMainWindow, session: Session, kept: QSettings) -> None:
    """Keep them for the next start."""
    overlays = session.overlays
    kept.setValue("geometry", window.saveGeometry())
    kept.setValue("mask/colour", overlays.mask_colour.name())
    kept.setValue("mask/opacity", overlays.mask_opacity)
    kept.setValue("layout/opacity", overlays.layout_opacity)
    kept.setValue("mask/look", overlays.mask_look.value)
    view = session.view
    kept.setValue("view/navigator", view.shows_navigator)
    kept.setValue("view/history", view.shows_history)
    kept.setValue("view/loupe", view.shows_loupe)
    kept.setValue("view/loupe_doubled", view.loupe_scale == 2)
    kept.setValue("layout/palette", session.tool_settings.palette.name)
    kept.setValue("pen/pressure_curve", session.tool_settings.pressure_curve.value)
    kept.setValue("pen/pressure_sets_size", "yes" if session.tool_settings.pressure_sets_size else "no")


def recall_shortcuts(shortcuts: Shortcuts, kept: QSettings) -> None:
    """Set the keys that were changed; an entry that makes no sense, or names what is not known, is left out."""
    entries = {name: _kept_keys(name, kept.value(f"shortcuts/{name}")) for name in shortcuts.defaults}
    shortcuts.apply({name: keys for name, keys in entries.items() if keys is not None})


def remember_shortcuts(shortcuts: Shortcuts, kept: QSettings) -> None:
    """Keep the keys that are not as in the table."""
    differing = shortcuts.differing()
    for name in shortcuts.defaults:
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


def _is_on(kept: QSettings, key: str) -> bool:
    """A switch that some systems keep as text; off for nonsense."""
    return str(kept.value(key, "")).lower() == "true"


def _share(kept: QSettings, key: str, otherwise: float) -> float:
    """A number that some systems keep as text."""
    try:
        share = float(str(kept.value(key)))
    except ValueError:
        return otherwise
    return share if 0 <= share <= 1 else otherwise
