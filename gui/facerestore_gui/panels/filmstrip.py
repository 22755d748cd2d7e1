"""Filmstrip: the photos of a folder below the canvas, with a dot for those that have a mask, a project or a result."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRectF, QRunnable, QSize, QSizeF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.files.photo_list import PhotoList, has_work_beside
from facerestore_gui.look.framing_transform import shown_transform
from facerestore_gui.look.icons import untinted

_PICTURE_PX: Final = QSize(96, 72)
_CELL_PX: Final = QSize(112, 104)
_DOT_PX: Final = 12
_DOT_COLOUR: Final = "#3fae5a"
_FINER: Final = 2.0
"""How many pixels are read for one of a picture that is turned or cropped."""
_PATH: Final = Qt.ItemDataRole.UserRole
_PICTURE: Final = Qt.ItemDataRole.UserRole + 1
"""A QImage; False while it is being loaded, None before."""


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
        photos.marked.connect(self._mark_photo)
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

    def _mark_photo(self, path: Path) -> None:
        self._mark(self.item(self._row(path)))

    def _mark(self, item: QListWidgetItem) -> None:
        has_work = has_work_beside(item.data(_PATH))
        name = item.text()
        item.setToolTip(self.tr("{name}: has a mask, a project or a result").format(name=name) if has_work else name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
        picture = item.data(_PICTURE)
        framed = _framed(picture if isinstance(picture, QImage) else QImage(), has_work=has_work)
        item.setIcon(untinted(framed))

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
        """A photo is turned or cropped otherwise: its picture follows."""
        self.item(self._row(path)).setData(_PICTURE, None)
        self._soon.start()

    def _show_picture(self, path: Path, picture: QImage) -> None:
        row = self._row(path)
        if row >= 0:
            self.item(row).setData(_PICTURE, picture)
            self._mark(self.item(row))


def _framed(picture: QImage, *, has_work: bool) -> QPixmap:
    """The picture in the middle of a cell, with a dot where there is work."""
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
    if has_work:
        painter.setPen(QColor("white"))
        painter.setBrush(QColor(_DOT_COLOUR))
        painter.drawEllipse(_PICTURE_PX.width() - _DOT_PX - 2, 2, _DOT_PX, _DOT_PX)
    painter.end()
    return pixmap


class _Relay(QObject):
    """Carries pictures from the thread to the window."""

    loaded = Signal(object, QImage)


class _Load(QRunnable):
    """``framing``: how the photo is viewed, and its extent; None: as its project says, if it has one."""

    def __init__(
        self, path: Path, framing: tuple[Framing, Extent] | None, own_folder: Path | None, relay: _Relay
    ) -> None:
        super().__init__()
        self._path, self._framing, self._own_folder, self._relay = path, framing, own_folder, relay

    def run(self) -> None:
        framing = self._framing or project_calculations.framing_for(self._path, self._own_folder)
        self._relay.loaded.emit(self._path, _picture(self._path, framing))


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
