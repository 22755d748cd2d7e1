"""The mask over the photo, in the colours of its classes. Repaints only the box that changed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.values.damage_table import DEFAULT_TABLE, DamageTable
from facerestore.values.geometry import Box, Extent
from facerestore_gui.canvas.drawing import box_of, draw_level, rect_of, screen_scale, view_scale
from facerestore_gui.canvas.mask_levels import MaskLevels
from facerestore_gui.canvas.outline_tiles import OutlineTiles
from facerestore_gui.canvas.repainting import LaterRepaint, Portion
from facerestore_gui.document.overlay_settings import DEFAULT_MASK_OPACITY, MaskLook
from facerestore_gui.look.damage_colours import DEFAULT_COLOUR, colour_of

_BLACK, _GREY, _WHITE = "#000000", "#707070", "#ffffff"


class MaskItem(QGraphicsItem):
    """The mask over the photo. Reads the project's coverage array directly: nothing is converted when a stroke changes
    it."""

    def __init__(self, timers: QObject) -> None:
        """``timers``: the object that the item's timers live and die with."""
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._levels: MaskLevels | None = None
        self._rect = QRectF()
        self._colours: list[int] = []
        self._classes: DamageTable = DEFAULT_TABLE
        self._look = (QColor(DEFAULT_COLOUR), DEFAULT_MASK_OPACITY, MaskLook.OVERLAY)
        self._outlines: OutlineTiles | None = None
        self._later = LaterRepaint(self.update, timers)
        self.set_look(*self._look)

    @property
    def is_settled(self) -> bool:
        """Whether the coarse levels are up to date wherever they were painted."""
        return not self._later.is_waiting

    @property
    def byte_count(self) -> int:
        """What is held for the screen besides the coverage."""
        outlines = 0 if self._outlines is None else self._outlines.byte_count
        return outlines + (0 if self._levels is None else self._levels.byte_count)

    def show_coverage(self, coverage: NDArray[np.uint8] | None) -> None:
        """Show a plane (H, W) of damage classes that others change in place."""
        self.prepareGeometryChange()
        self._later.forget()
        self._levels = None if coverage is None else MaskLevels(coverage)
        self._outlines = None
        self._rect = QRectF() if coverage is None else QRectF(0, 0, coverage.shape[1], coverage.shape[0])
        self.set_look(*self._look)

    def set_look(self, colour: QColor, opacity: float, look: MaskLook) -> None:
        """``colour``: of damage of no named kind; the others have their own. ``opacity``: of the film; outlines, and
        black and white, are opaque."""
        self._look = (colour, opacity, look)
        is_plain = look is MaskLook.BLACK_WHITE
        self._colours = [QColor(_BLACK).rgba() if is_plain else 0] * 256
        for kind in self._classes.kinds:
            shown = QColor(colour_of(kind, colour.name()))
            if is_plain:
                shown = QColor(_WHITE if kind.number in self._classes.repaired else _GREY)
            elif look is MaskLook.OVERLAY:
                shown.setAlphaF(opacity)
            self._colours[kind.number] = shown.rgba()
        if look is not MaskLook.OUTLINE or self._levels is None:
            self._outlines = None
        else:
            extent = Extent(round(self._rect.width()), round(self._rect.height()))
            self._outlines = self._outlines or OutlineTiles(self._levels, extent)
            self._outlines.set_colours(self._colours)
        self.update()

    def set_classes(self, classes: DamageTable) -> None:
        self._classes = classes
        self.set_look(*self._look)

    def update_box(self, box: Box) -> None:
        if self._levels is not None:
            self._levels.change(box)
            if self._outlines is not None:
                self._outlines.change(box)
            scale = view_scale(self)
            # neighbours are smoothed into each other when zoomed out, as far as a pixel of the level drawn
            margin = 1 + (1 / scale if scale < 1 else 0)
            if self._outlines is not None:
                margin = 2 + 4 / scale
            self.update(rect_of(box).adjusted(-margin, -margin, margin, margin))

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        exposed = option.exposedRect.intersected(self._rect)
        if self._levels is None or exposed.isEmpty():
            return
        scale = screen_scale(painter)
        level, portion = self._levels.level_for(scale), Portion()
        left = Box(0, 0, 0, 0)
        if level > 0:
            left = self._levels.refresh(box_of(exposed), portion.is_left)
            if not left.is_empty:
                self._later.add(rect_of(left))
        if self._outlines is not None:
            missing = self._outlines.draw(painter, exposed, scale, left, portion.is_left)
            if not missing.isEmpty():
                self._later.add(missing)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1.0)
        draw_level(painter, exposed, self._levels.image(level, self._colours), 2**level)
