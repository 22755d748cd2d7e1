"""The photo on the canvas: the original, the result, or both with a divider between them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import rect_of
from facerestore_gui.canvas.level_builder import LevelBuilder
from facerestore_gui.canvas.photo_frame import PhotoFrame
from facerestore_gui.canvas.picture_painter import PicturePainter
from facerestore_gui.canvas.preview_painter import PREVIEW_PORTION_S, PreviewPainter
from facerestore_gui.canvas.repainting import LaterRepaint, Portion
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.look.images import DifferencePixels, Picture
from facerestore_gui.look.screen_preview import ScreenPreview

DIFFERENCE_GAIN: Final = 4.0
"""How often the difference is amplified."""


class PhotoItem(QGraphicsItem):
    """The photo and its result on the canvas. Draws only what is exposed, from the level of detail that fits the
    zoom."""

    def __init__(self, timers: QObject, frame: PhotoFrame | None = None) -> None:
        """``timers``: the object that the item's timers live and die with. ``frame``: how the photo lies, and what is
        shown of it; None: all of it, as the scan lies."""
        super().__init__()
        self._frame = frame
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._before: Picture | None = None
        self._after: Picture | None = None
        self._difference: Picture | None = None
        self._companion: QWidget | None = None
        self._mode = ViewMode.ORIGINAL
        self._divider = 0.5
        self._pictures = PicturePainter()
        self._previews: tuple[ScreenPreview, ...] = ()
        self._preview_tiles = PreviewPainter()
        self._later = LaterRepaint(self.update, timers)
        self._levels = LevelBuilder(self.update, timers)

    def close(self) -> None:
        """Stop what goes on behind the window's back."""
        self._levels.close()

    @property
    def pictures(self) -> tuple[Picture | None, Picture | None]:
        """Before and after."""
        return self._before, self._after

    @property
    def has_result(self) -> bool:
        return self._after is not None

    @property
    def mode(self) -> ViewMode:
        return self._mode

    def changed_part(self, exposed: QRectF, widget: QWidget | None) -> tuple[QRectF, QPolygonF | None]:
        """What of an exposed part shows what became of the photo in a widget, and not the original; with the corners
        that it is to be cut by, where it stands askew in the scan."""
        if self._mode is ViewMode.ORIGINAL or (widget is not None and widget is self._companion):
            return QRectF(), None
        exposed = self._within_frame(exposed.intersected(self.boundingRect()))
        if self._mode is not ViewMode.COMPARE:
            return exposed, None
        part = self._part(self._divider, 1.0)
        is_straight = self._frame is None or self._frame.framing.is_lossless
        return exposed.intersected(part.boundingRect()), None if is_straight else part

    def _within_frame(self, exposed: QRectF) -> QRectF:
        """Without what a crop hides."""
        if self._frame is not None and self._frame.hides_part and not self._frame.shows_surroundings:
            return exposed.intersected(self._frame.crop_scan.boundingRect())
        return exposed

    @property
    def is_settled(self) -> bool:
        """Whether nothing coarse stands in for what is still being made."""
        pictures = (self._before, self._after, self._difference)
        return not self._later.is_waiting and all(one is None or one.is_complete for one in pictures)

    @property
    def byte_count(self) -> int:
        """What is held for the screen besides the photo and the result."""
        pictures = (self._before, self._after, self._difference)
        tiles = self._pictures.tiles.byte_count + self._preview_tiles.byte_count
        return tiles + sum(one.byte_count for one in pictures if one is not None)

    @property
    def divider_line(self) -> tuple[QPointF, QPointF]:
        """Its upper and its lower end, in pixels of the scan."""
        _, top, bottom, _ = self._part(0.0, self._divider).toList()
        return top, bottom

    def show_pictures(self, before: Picture | None, after: Picture | None) -> None:
        self.prepareGeometryChange()
        if (before, after) != (self._before, self._after):
            self._pictures.tiles.clear()
        if after is not self._after:
            self._previews = ()
            self._preview_tiles.clear()
        self._before, self._after = before, after
        self._difference = None
        self._later.forget()
        self._prepare()

    def show_previews(self, previews: Sequence[ScreenPreview]) -> None:
        """What lies over the result; of the result's own picture, in boxes that do not matter to one another."""
        for box in [one.box for one in (*self._previews, *previews)]:
            self.update(rect_of(box))
        self._previews = tuple(previews)

    def set_mode(self, mode: ViewMode) -> None:
        self._mode = mode
        self._prepare()

    def set_companion(self, viewport: QWidget) -> None:
        """The widget that shows the original when original and result are seen side by side."""
        self._companion = viewport

    def _prepare(self) -> None:
        if self._mode is ViewMode.DIFFERENCE and self._difference is None and self._before and self._after:
            pixels = DifferencePixels(self._before.pixels, self._after.pixels, DIFFERENCE_GAIN)
            self._difference = Picture(pixels)
        elif self._mode is not ViewMode.DIFFERENCE and self._difference is not None:
            self._difference = None
            self._pictures.tiles.clear()
        pictures = (self._before, self._after, self._difference)
        self._levels.follow([one for one in pictures if one is not None])
        self.update()

    def set_divider(self, share: float) -> None:
        """The divider's place as a share of the width of what is shown; the original is left of it."""
        old, self._divider = self._divider, min(max(share, 0.0), 1.0)
        self.update(self._part(*sorted((old, self._divider))).boundingRect())

    @property
    def divider(self) -> float:
        return self._divider

    def boundingRect(self) -> QRectF:
        if self._before is None:
            return QRectF()
        extent = self._before.extent
        return QRectF(0, 0, extent.width, extent.height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        exposed, portion = self._within_frame(option.exposedRect.intersected(self.boundingRect())), Portion()
        is_companion = widget is not None and widget is self._companion
        if self._after is None and self._mode is ViewMode.DIFFERENCE and not is_companion:
            painter.fillRect(exposed, Qt.GlobalColor.black)
        elif self._after is None or self._mode is ViewMode.ORIGINAL or is_companion:
            self._draw(painter, self._before, exposed, portion)
        elif self._mode is ViewMode.DIFFERENCE:
            self._draw(painter, self._difference, exposed, portion)
        elif self._mode in (ViewMode.RESULT, ViewMode.SIDES):
            self._draw(painter, self._after, exposed, portion)
        else:
            self._draw_within(painter, self._before, self._part(0.0, self._divider), exposed, portion)
            self._draw_within(painter, self._after, self._part(self._divider, 1.0), exposed, portion)

    def _part(self, left: float, right: float) -> QPolygonF:
        """What is shown between two shares of its width: its corners in the scan, from the upper left one clockwise."""
        box = self.boundingRect() if self._frame is None else self._frame.box
        xs = box.left() + left * box.width(), box.left() + right * box.width()
        corners = [QPointF(xs[0], box.top()), QPointF(xs[1], box.top()), QPointF(xs[1], box.bottom())]
        part = QPolygonF([*corners, QPointF(xs[0], box.bottom())])
        return part if self._frame is None else self._frame.to_scan.map(part)

    def _draw_within(
        self, painter: QPainter, picture: Picture | None, part: QPolygonF, exposed: QRectF, portion: Portion
    ) -> None:
        """Draw what lies within a part that may stand askew in the scan."""
        inside = exposed.intersected(part.boundingRect())
        if self._frame is None or self._frame.framing.is_lossless:
            self._draw(painter, picture, inside, portion)
            return
        path = QPainterPath()
        path.addPolygon(part)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self._draw(painter, picture, inside, portion)
        painter.restore()

    def _draw(self, painter: QPainter, picture: Picture | None, part_photo: QRectF, portion: Portion) -> None:
        if picture is None:
            return
        missing = self._pictures.draw(painter, picture, part_photo, portion)
        if not missing.isEmpty():
            self._later.add(missing)
        if picture is self._after:
            self._draw_previews(painter, part_photo)

    def _draw_previews(self, painter: QPainter, part_photo: QRectF) -> None:
        """Over the result, the candidates that are looked at."""
        portion = Portion(PREVIEW_PORTION_S)
        for preview in self._previews:
            missing = self._preview_tiles.draw(painter, preview, part_photo, portion)
            if not missing.isEmpty():
                self._later.add(missing)
