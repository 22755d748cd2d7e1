"""What the window remembers from one day to the next: its place on the screen, and how the overlays look."""

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow

from facerestore_gui.side_column import SideColumn


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


def remember(window: QMainWindow, column: SideColumn, kept: QSettings) -> None:
    """Keep them for the next start."""
    kept.setValue("geometry", window.saveGeometry())
    kept.setValue("mask/colour", column.mask_section.colour.name())
    kept.setValue("mask/opacity", column.mask_section.opacity)
    kept.setValue("layout/opacity", column.layout_section.opacity)
    kept.setValue("layout/palette", column.layout_section.palette_name)


def _share(kept: QSettings, key: str, otherwise: float) -> float:
    """A number that some systems keep as text."""
    try:
        share = float(str(kept.value(key)))
    except ValueError:
        return otherwise
    return share if 0 <= share <= 1 else otherwise
