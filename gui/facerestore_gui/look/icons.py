"""The icons, drawn by code on a grid of 24 so that they are sharp at every scale and follow the palette."""

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from facerestore_resources import path

_SHAPES: Final = {
    "open": '<path d="M3 19V5h6l2 3h10v11z"/><path d="M3 11h18"/>',
    "save": '<path d="M4 4h13l3 3v13H4z"/><path d="M8 4v5h7V4M7 20v-7h10v7"/>',
    "export": '<path d="M13 4H3v16h18v-8"/><path d="m3 17 5-5 4 4 3-3 6 5"/><path d="M18 2v7M15 6.5 18 9.5l3-3"/>',
    "tick_none": '<rect x="4" y="4" width="16" height="16" rx="2"/>',
    "tick_some": '<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M8 12h8" stroke-width="3"/>',
    "tick_all": '<rect x="4" y="4" width="16" height="16" rx="2"/><path d="m8 12 3 3.5 5.5-7" stroke-width="2.4"/>',
    "note": '<path d="M4 4h16v12h-8l-5 4v-4H4z"/><path d="M12 7.2v.2M12 10v3.5" stroke-width="2"/>',
    "undo": '<path d="M8 5 3 10l5 5"/><path d="M3 10h11a6 6 0 0 1 0 10h-4"/>',
    "redo": '<path d="m16 5 5 5-5 5"/><path d="M21 10H10a6 6 0 0 0 0 10h4"/>',
    "fit": '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/><rect x="8.5" y="8.5" width="7" height="7"/>',
    "full_size": '<path d="M6 8l2.5-2v12M16 8l2.5-2v12"/><path d="M12.5 10v.2M12.5 15v.2"/>',
    "hand": '<path d="M7 13V7a1.5 1.5 0 0 1 3 0v4-6a1.5 1.5 0 0 1 3 0v6-5a1.5 1.5 0 0 1 3 0v5-2.5'
    'a1.5 1.5 0 0 1 3 0V15c0 4-2.5 6-6 6-3 0-4.5-1.5-6-4l-3-4c1-1.5 2.5-1 3 0z"/>',
    "turn_left": '<rect x="9" y="9" width="11" height="11"/><path d="M4 13V9a5 5 0 0 1 5-5h4"/><path d="m1.5 10.5'
    ' 2.5 3 2.5-3"/>',
    "turn_right": '<rect x="4" y="9" width="11" height="11"/><path d="M20 13V9a5 5 0 0 0-5-5h-4"/><path d="m17.5 10.5'
    ' 2.5 3 2.5-3"/>',
    "crop": '<path d="M7 2v15h15M2 7h15v15"/>',
    "straighten": '<path d="M3 18 21 9"/><path d="M3 18h18" stroke-dasharray="2.5 2.5"/><path d="M15.5 12c1 1.7 1.3 3.6'
    ' 1 6"/>',
    "brush": '<path d="M20 4 10.5 13.5"/><path d="M13 16 8.5 11.5"/>'
    '<path d="M8.5 12.5c-3 .5-2.5 4.5-5 6 3.5 1.5 8 0 8.5-3.5"/>',
    "eraser": '<path d="m14 4 6 6-9 9H7l-3-3z"/><path d="m9 9 6 6M7 20h13"/>',
    "lasso": '<path d="M12 4c5 0 9 2.6 9 6s-4 6-9 6c-1.6 0-3-.2-4.3-.7"/><path d="M7.7 15.3C4.9 14.2 3 12.3 3 10'
    'c0-3.4 4-6 9-6" stroke-dasharray="2.5 2.5"/>'
    '<circle cx="6.5" cy="17" r="1.9"/><path d="M7 19c.5 1.5-.5 2.5-2 2.5"/>',
    "polygon": '<path d="M5 19 4 9l9-5 7 7-4 8z"/><circle cx="5" cy="19" r="1.2"/><circle cx="4" cy="9" r="1.2"/>'
    '<circle cx="13" cy="4" r="1.2"/><circle cx="20" cy="11" r="1.2"/><circle cx="16" cy="19" r="1.2"/>',
    "rectangle": '<rect x="3.5" y="6" width="17" height="12" stroke-dasharray="3 2.2"/>',
    "ellipse": '<ellipse cx="12" cy="12" rx="9" ry="6.5" stroke-dasharray="3 2.2"/>',
    "wand": '<path d="M4 20 14 10"/><path d="M17 3v4M15 5h4M20 10v3M18.5 11.5h3M10.5 4v3M9 5.5h3"/>',
    "trace": '<path d="M6.2 17.6c2.6-.6 2.2-4.6 5-5.6s1.8-4.4 6.4-5.8"/><circle cx="4.8" cy="19" r="2"/>'
    '<circle cx="19.4" cy="5.2" r="2"/>',
    "suggest": '<path d="M4 19c4-5 3-8 8-14" stroke-dasharray="2.8 2"/><path d="m12.5 16.5 3 3 5.5-6"/>',
    "heal": '<path d="m9.5 4.5 10 10a3.5 3.5 0 0 1-5 5l-10-10a3.5 3.5 0 0 1 5-5z"/>'
    '<path d="m7 12 5-5M12 17l5-5M11 12.1v.1M13 12.1v.1M12 11v.1M12 13v.1"/>',
    "clone": '<path d="M5 20h14M6 20v-3h12v3M8.5 17c0-2 1.8-2.5 1.8-4.5 0-1.2-1.8-2.3-1.8-4.5a3.5 3.5 0 0 1 7 0'
    'c0 2.2-1.8 3.3-1.8 4.5 0 2 1.8 2.5 1.8 4.5"/>',
    "find_damage": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>'
    '<path d="m8 13.5 2-3-.5-1.5 3-2.5"/>',
    "grow": '<circle cx="12" cy="12" r="4"/><path d="M12 5V2M12 22v-3M5 12H2M22 12h-3"/>'
    '<path d="m10.5 3.5 1.5-1.5 1.5 1.5M10.5 20.5l1.5 1.5 1.5-1.5'
    'M3.5 10.5 2 12l1.5 1.5M20.5 10.5 22 12l-1.5 1.5"/>',
    "shrink": '<circle cx="12" cy="12" r="4"/><path d="M12 2v4M12 22v-4M2 12h4M22 12h-4"/>'
    '<path d="m10.5 4.5 1.5 1.5 1.5-1.5M10.5 19.5l1.5-1.5 1.5 1.5'
    'M4.5 10.5 6 12l-1.5 1.5M19.5 10.5 18 12l1.5 1.5"/>',
    "smooth": '<path d="M3 9l3-4 3 6 3-6 3 6 3-6 3 4" opacity=".45"/><path d="M3 18c6-5 12-5 18 0"/>',
    "specks": '<path d="M6 7v.2M16 5v.2M19 12v.2M5 17v.2" stroke-width="3"/><path d="m9 10 7 7M16 10l-7 7"/>',
    "holes": '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3.5" fill="currentColor" fill-opacity=".5"/>',
    "paint": '<path d="M12 3C6.5 3 3 7 3 12s4 9 8 9c2 0 2.5-1.5 1.5-2.5-1.5-1.5-.5-3.5 1.5-3.5h3'
    'c2.5 0 4-1.5 4-4 0-4.5-4-8-9-8z"/><path d="M7.5 11v.2M11 7.5v.2M15.5 8v.2"/>',
    "fill": '<path d="m4 12 8-8 8 8-8 8z"/><path d="M4.5 12h15M9 3l3 3"/><path d="M21 16c1.5 2 1.5 4 0 4'
    's-1.5-2 0-4z"/>',
    "pick": '<path d="m13 7 4 4-8.5 8.5L4 20l.5-4.5z"/><path d="m11.5 5.5 7 7M15 8l2.5-2.5a2 2 0 0 1 2 2L17 10"/>',
    "class_polygon": '<path d="m4 10 7-6 9 5-3 11H8z" fill="currentColor" fill-opacity=".3"/>',
    "smart_edge": '<path d="M4 14c0-6 4-10 9-10 4 0 7 3 7 7 0 5-4 9-9 9-4 0-7-2-7-6z" stroke-dasharray="2.5 2.5"/>'
    '<path d="M7.5 14.5c0-4 2.5-7 5.5-7s4 2 4 4c0 3-2 5.5-5 5.5s-4.5-1-4.5-2.5z"/>',
    "part": '<rect x="6" y="6" width="12" height="12" stroke-dasharray="3 2"/><path d="M4.5 4.5h3v3h-3zM16.5 4.5h3'
    'v3h-3zM4.5 16.5h3v3h-3zM16.5 16.5h3v3h-3z" fill="currentColor"/>',
    "mirror_right": '<path d="M12 3v4M12 9v1M12 14v1M12 17v4"/><path d="M3 12h17M15.5 7.5 20 12l-4.5 4.5"/>',
    "mirror_left": '<path d="M12 3v4M12 9v1M12 14v1M12 17v4"/><path d="M21 12H4M8.5 7.5 4 12l4.5 4.5"/>',
    "uncertainty": '<path d="M12 3.5v11M6.5 9h11M6.5 19.5h11"/>',
    "preview": '<path d="M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7z"/><path d="m10.5 9 4.5 3-4.5 3z" '
    'fill="currentColor"/>',
    "points": '<circle cx="8" cy="9" r="1.7"/><circle cx="16" cy="9" r="1.7"/>'
    '<circle cx="12" cy="13" r="1.7"/><circle cx="9" cy="17.5" r="1.7"/><circle cx="15" cy="17.5" r="1.7"/>',
    "person": '<rect x="3" y="4" width="13" height="16"/><circle cx="9.5" cy="10" r="2.5"/>'
    '<path d="M5.5 19.5c0-3 1.8-4.5 4-4.5s4 1.5 4 4.5M20 4.5v6M17 7.5h6"/>',
    "album": '<path d="M3 19V5h6l2 3h10v4M3 19h9"/><circle cx="16.5" cy="16" r="3.5"/><path d="m19 18.5 3 3"/>',
    "eye": '<path d="M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7z"/><circle cx="12" cy="12" r="3"/>',
    "eye_off": '<path d="M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7z" opacity=".35"/>'
    '<path d="M5 20 19 4" opacity=".6"/>',
    "lock": '<rect x="5" y="11" width="14" height="9"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "unlock": '<rect x="5" y="11" width="14" height="9" opacity=".3"/><path d="M8 11V8a4 4 0 0 1 7.5-2" opacity=".3"/>',
    "generate": '<path d="M10 4c.8 4 2.5 5.5 6 6.5-3.5 1-5.2 2.5-6 6.5-.8-4-2.5-5.5-6-6.5 3.5-1 5.2-2.5 '
    '6-6.5z"/><path d="M18 3v4M16 5h4M18 16v5M15.5 18.5h5"/>',
    "layout": '<circle cx="12" cy="12" r="9"/><path d="M3.5 9c5-4 12-4 17 0M8 12.5h2M14 12.5h2M9 17c2 1.3 4 1.3 6 0"/>',
    "original": '<rect x="3" y="5" width="18" height="14"/>',
    "compare": '<rect x="3" y="5" width="18" height="14"/><path d="M12 2v20"/>'
    '<path d="M12 5h9v14h-9z" fill="currentColor" opacity=".35" stroke="none"/>',
    "result": '<rect x="3" y="5" width="18" height="14" fill="currentColor" fill-opacity=".35"/>',
    "dice": '<rect x="4" y="4" width="16" height="16"/><path d="M8.5 8.5v.2M15.5 15.5v.2M12 12v.2M15.5 8.5v.2'
    'M8.5 15.5v.2"/>',
    "float": '<rect x="4" y="9" width="11" height="11"/><path d="M9 9V4h11v11h-5"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "add": '<path d="M12 5v14M5 12h14"/>',
    "remove": '<path d="M5 12h14"/>',
    "choose": '<rect x="3" y="4" width="8" height="8"/><rect x="13" y="4" width="8" height="8" opacity=".45"/>'
    '<path d="M20 13 13.5 19.5M14 17.5c-3 .2-2.5 2-4.5 3 2.5 1 5 .2 5.5-1.5"/>',
    "sides": '<rect x="2" y="6" width="9" height="12"/>'
    '<rect x="13" y="6" width="9" height="12" fill="currentColor" fill-opacity=".35"/>',
    "difference": '<circle cx="9" cy="12" r="6"/><circle cx="15" cy="12" r="6"/>',
    "box": '<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4"/><circle cx="12" cy="12" r="4"/>',
    "redo_face": '<path d="M19 8a8 8 0 1 0 1 6"/><path d="M20 4v5h-5"/>'
    '<path d="M9 11v.2M14 11v.2M9.5 15c1.5 1 3 1 4.5 0"/>',
    "up": '<path d="M12 19V5M6 11l6-6 6 6"/>',
    "down": '<path d="M12 5v14M6 13l6 6 6-6"/>',
    "skip": '<circle cx="12" cy="12" r="9"/><path d="M6 18 18 6"/>',
    "find_faces": '<path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5"/>'
    '<path d="M9 9.5v1.5M15 9.5v1.5M8.5 14.5c2 2 5 2 7 0"/>',
}
_SIZES_PX: Final = (16, 20, 24, 32, 48)
_PROGRAM_SIZES_PX: Final = (16, 24, 32, 48, 64, 128)


def icon(name: str, *, off: str = "") -> QIcon:
    """The icon in the palette's present text colours: normal, disabled, and in a selected row. ``off``: the shape
    of a switch that is not on."""
    made = QIcon()
    palette, role, group = QApplication.palette(), QPalette.ColorRole, QPalette.ColorGroup
    colours = {
        QIcon.Mode.Normal: palette.color(group.Active, role.ButtonText),
        QIcon.Mode.Disabled: palette.color(group.Disabled, role.ButtonText),
        QIcon.Mode.Selected: palette.color(group.Active, role.HighlightedText),
    }
    for mode, colour in colours.items():
        for size in _SIZES_PX:
            made.addPixmap(pixmap(off or name, size, colour), mode)
            if off:
                made.addPixmap(pixmap(name, size, colour), mode, QIcon.State.On)
    return made


def program_icon() -> QIcon:
    """The program's own icon, in its own colours, for window frames and task bars."""
    renderer = QSvgRenderer(str(path("icons/facerestore.svg")))
    made = QIcon()
    for size in _PROGRAM_SIZES_PX:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made


def swatch(colour: QColor) -> QIcon:
    """A square of one colour."""
    picture = QPixmap(16, 16)
    picture.fill(colour)
    return untinted(picture)


def untinted(picture: QPixmap) -> QIcon:
    """An icon in the picture's own colours, also where its entry is chosen; the style would tint it there."""
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)
    return made


def pixmap(name: str, size_px: int, colour: QColor) -> QPixmap:
    """One icon at one size in one colour."""
    picture = QPixmap(size_px, size_px)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        f'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">{_SHAPES[name]}</svg>'
    )
    data = QByteArray(svg.replace("currentColor", colour.name()).encode())
    QSvgRenderer(data).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return picture
