"""The legend of the 19 classes, to pick, show and lock them, and see their share."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facerestore_gui.document.class_palettes import Palette
from facerestore_gui.document.document import Document
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.look.icons import icon
from facerestore_gui.look.images import owned_image
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP, face_class_name, percentage
from facerestore_resources.face_classes import CLASS_COUNT

_SHOWN, _LOCKED, _NAME, _NUMBER, _SHARE = range(5)
ROW_PX: Final = 20
_SWATCH_PX: Final = 14
_Index = QModelIndex | QPersistentModelIndex


class LegendModel(QAbstractTableModel):
    """One row per class: shown, locked, colour and name, number key, share of the crop."""

    def __init__(self, document: Document, settings: ToolSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._shares = [0.0] * CLASS_COUNT
        self._icons: dict[str, QIcon] = {}
        self._palette = settings.palette
        self._swatches = _swatches(self._palette)
        self.refresh_icons()
        settings.changed.connect(self._on_settings)
        document.layout_changed.connect(self.count)
        document.faces_changed.connect(self.count)
        document.current_face_changed.connect(self.count)
        self.count()

    def refresh_icons(self) -> None:
        self._icons = {name: icon(name) for name in ("eye", "eye_off", "lock", "unlock")}
        self._tell()

    def count(self) -> None:
        """Bring the shares in step with the current face's layout."""
        work = self._document.work
        if work is None or work.layout is None:
            self._shares = [0.0] * CLASS_COUNT
        else:
            labels = work.layout.labels
            self._shares = (np.bincount(labels.ravel(), minlength=CLASS_COUNT) / labels.size).tolist()
        self._tell()

    def rowCount(self, parent: _Index | None = None) -> int:
        return CLASS_COUNT if parent is None or not parent.isValid() else 0

    def columnCount(self, parent: _Index | None = None) -> int:
        return 5

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return {_NAME: face_class_name(row), _NUMBER: str(row), _SHARE: _share_text(self._shares[row])}.get(
                    column
                )
            case Qt.ItemDataRole.DecorationRole:
                return self._decoration(row, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in (_NUMBER, _SHARE):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tr(_TIPS[column])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return ("", "", self.tr("Class"), self.tr("Key"), self.tr("Share"))[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.tr(_TIPS[section])
        return None

    def _decoration(self, row: int, column: int) -> Any:
        if column == _SHOWN:
            return self._icons["eye" if row in self._settings.visible else "eye_off"]
        if column == _LOCKED:
            return self._icons["lock" if row in self._settings.locked else "unlock"]
        return self._swatches[row] if column == _NAME else None

    def _spoken(self, row: int, column: int) -> str | None:
        if column == _SHOWN:
            return (self.tr("{name} shown") if row in self._settings.visible else self.tr("{name} hidden")).format(
                name=face_class_name(row)
            )
        if column == _LOCKED:
            return (self.tr("{name} locked") if row in self._settings.locked else self.tr("{name} not locked")).format(
                name=face_class_name(row)
            )
        return None

    def _on_settings(self) -> None:
        if self._settings.palette is not self._palette:
            self._palette = self._settings.palette
            self._swatches = _swatches(self._palette)
        self._tell()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(CLASS_COUNT - 1, 4))


class LegendView(QTableView):
    """The legend. A click on a name picks the class; on the eye or the lock it switches them. With the
    keyboard: arrows pick, Space shows or hides, Return locks."""

    def __init__(self, model: LegendModel, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setModel(model)
        self.setAccessibleName(self.tr("Classes of the layout"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_SHOWN, 24), (_LOCKED, 24), (_NUMBER, 34), (_SHARE, 58)):
            header.resizeSection(column, width)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        settings.changed.connect(self._show_class)
        self._show_class()

    def sizeHint(self) -> QSize:
        """No higher than it must be: it takes what room is left, and a column that asked for more would scroll."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._settings.toggle_visible(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._settings.toggle_lock(row)
        elif event.text().isdigit():
            event.ignore()  # the number keys pick a class; the view would search for a name
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _SHOWN:
            self._settings.toggle_visible(index.row())
        elif index.column() == _LOCKED:
            self._settings.toggle_lock(index.row())

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() != self._settings.face_class:
            self._settings.choose_class(index.row())

    def _show_class(self) -> None:
        row = self._settings.face_class
        if self.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model().index(row, _NAME)
            with QSignalBlocker(self):
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)


_TIPS: Final = (
    QT_TRANSLATE_NOOP("LegendModel", "Show this class in the overlay (Space)"),
    QT_TRANSLATE_NOOP("LegendModel", "Lock this class: painting never changes it (Return)"),
    QT_TRANSLATE_NOOP("LegendModel", "Click to paint with this class. Left and right are the person's own"),
    QT_TRANSLATE_NOOP("LegendModel", "Type this number to pick the class"),
    QT_TRANSLATE_NOOP("LegendModel", "Share of the face crop"),
)


def _share_text(share: float) -> str:
    if share == 0:
        return ""
    return f"< {percentage(0.001, decimals=1)}" if share < 0.001 else percentage(share, decimals=1)


def painted_labels(labels: NDArray[np.uint8], palette: Palette) -> QImage:
    """Labels (h, w) in the colours and patterns of a palette."""
    plain, marks = (
        np.array([palette.colour(label, is_mark=is_mark) for label in range(CLASS_COUNT)], np.uint8)
        for is_mark in (False, True)
    )
    painted = np.where(palette.marks(labels)[..., None], marks[labels], plain[labels])
    return owned_image(np.ascontiguousarray(painted), QImage.Format.Format_RGB888)


def _swatches(palette: Palette) -> list[QIcon]:
    return [_swatch(palette, label) for label in range(CLASS_COUNT)]


def _swatch(palette: Palette, label: int) -> QIcon:
    swatch = QPixmap.fromImage(painted_labels(np.full((_SWATCH_PX, _SWATCH_PX), label, np.uint8), palette))
    painter = QPainter(swatch)
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(0, 0, _SWATCH_PX - 1, _SWATCH_PX - 1)
    painter.end()
    made = QIcon(swatch)
    # without a picture of its own, a selected row would tint the colour
    made.addPixmap(swatch, QIcon.Mode.Selected)
    return made
