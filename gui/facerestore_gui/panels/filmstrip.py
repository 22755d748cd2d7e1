"""Filmstrip: the photos of a folder below the canvas, with a mark that says how far each of them is."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QRunnable, QSize, QSizeF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.document.photo_work import PhotoWork
from facerestore_gui.files.photo_list import PhotoList
from facerestore_gui.look.framing_transform import shown_transform
from facerestore_gui.look.icons import untinted
from facerestore_gui.panels.tips_beside import TipsBeside

_PICTURE_PX: Final = QSize(96, 72)
_CELL_PX: Final = QSize(112, 104)
_DOT_PX: Final = 12
_COLOURS: Final = {
    PhotoWork.MASKED: QColor("#f0a830"),
    PhotoWork.RESTORED: QColor("#3b8ee0"),
    PhotoWork.SAVED: QColor("#3fae5a"),
}
"""Of the marks, which are told apart by their shapes, too: a ring, a disc, a tick."""
_FINER: Final = 2.0
"""How many pixels are read for one of a picture that is turned or cropped."""
_PATH: Final = Qt.ItemDataRole.UserRole
_PICTURE: Final = Qt.ItemDataRole.UserRole + 1
"""A QImage; False while it is being loaded, None before."""
_WORK: Final = Qt.ItemDataRole.UserRole + 2
"""How far the photo is; None before it is known."""


class Filmstrip(QListWidget):
    """The view of a list of photos."""

    def __init__(self, photos: PhotoList, parent: QWidget | None = None, *, own_folder: Path | None = None) -> None:
        """``own_folder``: of projects that are not kept beside their photos."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Filmstrip"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(_PICTURE_PX)
        self.setGridSize(_CELL_PX)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(6, 6, 6, 0)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setFixedHeight(_CELL_PX.height() + 24)
        TipsBeside(self)
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)
        self._photos, self._own_folder = photos, own_folder
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._relay = _Relay(self)
        self._relay.loaded.connect(self._show_picture, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(60)
        self._soon.timeout.connect(self._load_visible)
        self.horizontalScrollBar().valueChanged.connect(lambda: self._soon.start())
        photos.listed.connect(self._fill)
        photos.changed.connect(self._show_current)
        photos.marked.connect(self._load_again)
        photos.reframed.connect(self._load_again)
        self._fill()
        self._show_current()

    def close_pool(self) -> None:
        """Wait for the picture being loaded; the others are not loaded any more."""
        self._pool.clear()
        self._pool.waitForDone(3000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def _fill(self) -> None:
        self._pool.clear()
        self.clear()
        for path in self._photos.paths:
            item = QListWidgetItem(path.name)
            item.setData(_PATH, path)
            item.setSizeHint(_CELL_PX)
            self.addItem(item)
            self._mark(item)
        self._soon.start()

    def _show_current(self) -> None:
        """Mark the photo that is open, if it is one of these."""
        row = self._photos.row
        self.setCurrentRow(row)
        if row >= 0:
            self.scrollToItem(self.item(row))

    def _row(self, path: Path) -> int:
        return self._photos.paths.index(path) if path in self._photos.paths else -1

    def _want(self, item: QListWidgetItem) -> None:
        path = item.data(_PATH)
        # what is marked is what is open, also when the person then chooses to stay
        self.setCurrentRow(self._photos.row)
        if path != self._photos.open_photo:
            self._photos.wanted.emit(path)

    def _mark(self, item: QListWidgetItem) -> None:
        work: PhotoWork | None = item.data(_WORK)
        said = item.text() if work is None else f"{item.text()}: {self._words(work)}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        legend = self.tr("Ring: it has a mask; disc: restored; tick: saved as a picture")
        item.setToolTip(f"{said}\n{legend}")
        picture = item.data(_PICTURE)
        item.setIcon(untinted(_framed(picture if isinstance(picture, QImage) else QImage(), work)))

    def _words(self, work: PhotoWork) -> str:
        return {
            PhotoWork.UNTOUCHED: self.tr("nothing done yet"),
            PhotoWork.MASKED: self.tr("has a mask"),
            PhotoWork.RESTORED: self.tr("restored, not saved as a picture"),
            PhotoWork.SAVED: self.tr("restored and saved"),
        }[work]

    def _load_visible(self) -> None:
        """Load the pictures in sight that are not loaded yet."""
        left, width = self.horizontalOffset(), _CELL_PX.width()
        last = min(self.count() - 1, (left + self.viewport().width()) // width)
        for row in range(max(0, left // width), last + 1):
            item = self.item(row)
            if item.data(_PICTURE) is None:
                item.setData(_PICTURE, False)
                path = item.data(_PATH)
                self._pool.start(_Load(path, self._photos.framings.get(path), self._own_folder, self._relay))

    def _load_again(self, path: Path) -> None:
        """A photo is turned or cropped otherwise, or further than before: its picture and its mark follow."""
        self.item(self._row(path)).setData(_PICTURE, None)
        self._soon.start()

    def _show_picture(self, path: Path, picture: QImage, work: PhotoWork) -> None:
        row = self._row(path)
        if row >= 0:
            self.item(row).setData(_PICTURE, picture)
            self.item(row).setData(_WORK, work)
            self._mark(self.item(row))


def _framed(picture: QImage, work: PhotoWork | None) -> QPixmap:
    """The picture in the middle of a cell, with a mark of how far it is."""
    pixmap = QPixmap(_PICTURE_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture.isNull():
        painter.setPen(QColor(128, 128, 128))
        painter.drawRect(14, 6, _PICTURE_PX.width() - 29, _PICTURE_PX.height() - 13)
    else:
        left = (_PICTURE_PX.width() - picture.width()) // 2
        painter.drawImage(left, (_PICTURE_PX.height() - picture.height()) // 2, picture)
    if work in _COLOURS:
        _draw_mark(painter, QRectF(_PICTURE_PX.width() - _DOT_PX - 2, 2, _DOT_PX, _DOT_PX), work)
    painter.end()
    return pixmap


def _draw_mark(painter: QPainter, place: QRectF, work: PhotoWork) -> None:
    """On a dark rim, for a light picture; a ring is open, so that it is told from a disc without its colour."""
    colour, middle = _COLOURS[work], place.center()
    if work is PhotoWork.MASKED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 150), 4.5), QPen(colour, 2.5)):
            painter.setPen(pen)
            painter.drawEllipse(place.adjusted(2, 2, -2, -2))
        return
    painter.setPen(QPen(QColor("white"), 1))
    painter.setBrush(colour)
    painter.drawEllipse(place)
    if work is PhotoWork.SAVED:
        painter.setPen(QPen(QColor("white"), 1.8))
        places = ((-3.0, 0.2), (-0.9, 2.4), (3.0, -2.2))
        painter.drawPolyline([middle + QPointF(*one) for one in places])


class _Relay(QObject):
    """Carries pictures from the thread to the window."""

    loaded = Signal(object, QImage, object)


class _Load(QRunnable):
    """``framing``: how the photo is viewed, and its extent; None: as its project says, if it has one."""

    def __init__(
        self, path: Path, framing: tuple[Framing, Extent] | None, own_folder: Path | None, relay: _Relay
    ) -> None:
        super().__init__()
        self._path, self._framing, self._own_folder, self._relay = path, framing, own_folder, relay

    def run(self) -> None:
        framing = self._framing or project_calculations.framing_for(self._path, self._own_folder)
        work = project_calculations.work_on(self._path, self._own_folder)
        self._relay.loaded.emit(self._path, _picture(self._path, framing), work)


def _picture(path: Path, framing: tuple[Framing, Extent] | None) -> QImage:
    """A small picture of a photo, as it is viewed; null where it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        # a JPEG is decoded at this size, which is many times faster
        room = QSizeF(_PICTURE_PX)
        if framing is not None and not framing[0].is_plain:
            # what is left of it after turning and cropping is to fill the cell
            room = QSizeF(size) * _fitting_scale(*framing) * _FINER
        reader.setScaledSize(
            QSizeF(size).scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(1, 1))
        )
    picture = reader.read()
    if picture.isNull():
        return picture
    if framing is not None and not framing[0].is_plain:
        return _reframed(picture, *framing)
    aspect = Qt.AspectRatioMode.KeepAspectRatio
    return picture.scaled(_PICTURE_PX, aspect, Qt.TransformationMode.SmoothTransformation)


def _fitting_scale(framing: Framing, extent: Extent) -> float:
    """Pixels of a cell per pixel of the scan."""
    shown = framing.shown_extent(extent)
    return min(_PICTURE_PX.width() / shown.width, _PICTURE_PX.height() / shown.height)


def _reframed(picture: QImage, framing: Framing, extent: Extent) -> QImage:
    scale, shown = _fitting_scale(framing, extent), framing.shown_extent(extent)
    made = QImage(max(1, round(shown.width * scale)), max(1, round(shown.height * scale)), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(shown_transform(framing, extent) * QTransform.fromScale(scale, scale))
    painter.drawImage(QRectF(0, 0, extent.width, extent.height), picture)
    painter.end()
    return made
