"""Filmstrip: the photos of a folder below the canvas, with a dot for those that have a mask, a project or a result."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from facerestore_gui.look.icons import untinted

PHOTO_SUFFIXES: Final = (".png", ".tif", ".tiff", ".jpg", ".jpeg", ".webp")
_DERIVED: Final = ("_mask", "_layout", "_restored")
"""How the names of files end that belong to another photo."""
_PICTURE_PX: Final = QSize(96, 72)
_CELL_PX: Final = QSize(112, 104)
_DOT_PX: Final = 12
_DOT_COLOUR: Final = "#3fae5a"
_PATH: Final = Qt.ItemDataRole.UserRole
_PICTURE: Final = Qt.ItemDataRole.UserRole + 1
"""A QImage; False while it is being loaded, None before."""
_MOST: Final = 20_000


class Filmstrip(QListWidget):
    """Hidden until a folder is opened. ``wanted`` carries the path of the photo that a person chose."""

    wanted = Signal(object)
    changed = Signal()
    """Other photos, or another place among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
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
        self._shown: Path | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._relay = _Relay(self)
        self._relay.loaded.connect(self._show_picture, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(60)
        self._soon.timeout.connect(self._load_visible)
        self.horizontalScrollBar().valueChanged.connect(lambda: self._soon.start())
        self.hide()

    @property
    def paths(self) -> list[Path]:
        return [self.item(row).data(_PATH) for row in range(self.count())]

    def open(self, paths: Sequence[Path]) -> bool:
        """Show these photos, and those of these folders. False if there is none, and nothing changes."""
        photos = photos_of(paths)
        if not photos:
            return False
        self._pool.clear()
        self.clear()
        for path in photos:
            item = QListWidgetItem(path.name)
            item.setData(_PATH, path)
            item.setSizeHint(_CELL_PX)
            self.addItem(item)
            self._mark(item)
        self.show()
        self.show_current(self._shown)
        self._soon.start()
        return True

    def show_current(self, path: Path | None) -> None:
        """Mark the photo that is open, if it is one of these."""
        self._shown = path
        row = self._row(path)
        self.setCurrentRow(row)
        if row >= 0:
            self._mark(self.item(row))
            self.scrollToItem(self.item(row))
        self.changed.emit()

    def is_open_photo_among(self) -> bool:
        return self._row(self._shown) >= 0

    def conditions(self) -> frozenset[str]:
        """What holds, in the words of the table of actions."""
        holds = {"filmstrip": self.count() > 0, "next": self.can_go(1), "previous": self.can_go(-1)}
        return frozenset(name for name, is_true in holds.items() if is_true)

    def can_go(self, steps: int) -> bool:
        row = self._row(self._shown)
        return self.count() > 0 and 0 <= row + steps < self.count()

    def go(self, steps: int) -> None:
        """To the next (1) or previous (-1) photo."""
        if self.can_go(steps):
            self.wanted.emit(self.item(self._row(self._shown) + steps).data(_PATH))

    def refresh_mark(self, path: Path | None) -> None:
        """A photo's mask or result may have been saved."""
        row = self._row(path)
        if row >= 0:
            self._mark(self.item(row))

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

    def _row(self, path: Path | None) -> int:
        return next((row for row, one in enumerate(self.paths) if one == path), -1)

    def _want(self, item: QListWidgetItem) -> None:
        path = item.data(_PATH)
        # what is marked is what is open, also when the person then chooses to stay
        self.setCurrentRow(self._row(self._shown))
        if path != self._shown:
            self.wanted.emit(path)

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
                self._pool.start(_Load(item.data(_PATH), self._relay))

    def _show_picture(self, path: Path, picture: QImage) -> None:
        row = self._row(path)
        if row >= 0:
            self.item(row).setData(_PICTURE, picture)
            self._mark(self.item(row))


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


def has_work_beside(photo: Path) -> bool:
    """Whether a mask, a project or a result of the photo lies beside it, under the names that are suggested."""
    names = [f"{photo.stem}.facerestore", f"{photo.stem}_mask.png"]
    names += [f"{photo.stem}_restored{suffix}" for suffix in PHOTO_SUFFIXES]
    return any(photo.with_name(name).exists() for name in names)


def _is_derived(stem: str, stems: set[str]) -> bool:
    return any(stem.endswith(ending) and stem.removesuffix(ending) in stems for ending in _DERIVED)


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
    def __init__(self, path: Path, relay: _Relay) -> None:
        super().__init__()
        self._path, self._relay = path, relay

    def run(self) -> None:
        reader = QImageReader(str(self._path))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            # a JPEG is decoded at this size, which is many times faster
            reader.setScaledSize(size.scaled(_PICTURE_PX, Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        if not picture.isNull():
            aspect = Qt.AspectRatioMode.KeepAspectRatio
            picture = picture.scaled(_PICTURE_PX, aspect, Qt.TransformationMode.SmoothTransformation)
        self._relay.loaded.emit(self._path, picture)
