"""The layout panel: the legend of the 19 classes, to pick, show and lock them, and see their share."""

from typing import Any, Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facerestore_gui.canvas.layout_item import DEFAULT_OPACITY
from facerestore_gui.canvas.tool_settings import ToolSettings
from facerestore_gui.document import Document
from facerestore_gui.icons import icon
from facerestore_gui.panels.section import PercentSlider, Section, text_button
from facerestore_resources.face_classes import CLASS_COUNT, COLOURS, NAMES

_SHOWN, _LOCKED, _NAME, _NUMBER, _SHARE = range(5)
_ROW_PX: Final = 20
_SWATCH_PX: Final = 14
_LEAST_ROWS: Final = 5
"""So few that a window of 640 pixels scrolls the legend alone, not the column with the legend in it."""

_Index = QModelIndex | QPersistentModelIndex


class LegendModel(QAbstractTableModel):
    """One row per class: shown, locked, colour and name, number key, share of the crop."""

    def __init__(self, document: Document, settings: ToolSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._shares = [0.0] * CLASS_COUNT
        self._icons: dict[str, QIcon] = {}
        self._swatches = [_swatch(QColor(*colour)) for colour in COLOURS]
        self.refresh_icons()
        settings.changed.connect(self._tell)
        document.layout_changed.connect(self.count)
        document.faces_changed.connect(self.count)
        document.current_face_changed.connect(self.count)

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
                return {_NAME: NAMES[row], _NUMBER: str(row), _SHARE: _share_text(self._shares[row])}.get(column)
            case Qt.ItemDataRole.DecorationRole:
                return self._decoration(row, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in (_NUMBER, _SHARE):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _TIPS[column]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return ("", "", "Class", "Key", "Share")[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return _TIPS[section]
        return None

    def _decoration(self, row: int, column: int) -> Any:
        if column == _SHOWN:
            return self._icons["eye" if row in self._settings.visible else "eye_off"]
        if column == _LOCKED:
            return self._icons["lock" if row in self._settings.locked else "unlock"]
        return self._swatches[row] if column == _NAME else None

    def _spoken(self, row: int, column: int) -> str | None:
        if column == _SHOWN:
            return f"{NAMES[row]} {'shown' if row in self._settings.visible else 'hidden'}"
        if column == _LOCKED:
            return f"{NAMES[row]} {'locked' if row in self._settings.locked else 'not locked'}"
        return None

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(CLASS_COUNT - 1, 4))


class LegendView(QTableView):
    """The legend. A click on a name picks the class; on the eye or the lock it switches them. With the
    keyboard: arrows pick, Space shows or hides, Return locks."""

    def __init__(self, model: LegendModel, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setModel(model)
        self.setAccessibleName("Classes of the layout")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
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


class LayoutSection(Section):
    """Predict, reset, load and save; the overlay's opacity; the legend."""

    opacity_changed = Signal(float)

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Layout", parent)
        self.add_head_button(actions["show_layout"])
        names = ("predict_layout", "reset_layout", "load_layout", "save_layout")
        texts = ("Predict", "Reset", "Load...", "Save...")
        buttons = [text_button(actions[name], self, text) for name, text in zip(names, texts, strict=True)]
        row = self.add_row(*buttons, stretch=-1)
        row.setSpacing(3)
        row.addStretch(1)
        self._opacity = PercentSlider("Opacity", DEFAULT_OPACITY, "Opacity of the layout over the photo", self)
        self._opacity.moved.connect(self.opacity_changed)
        self.rows.addWidget(self._opacity)
        self.model = LegendModel(document, settings, self)
        self.legend = LegendView(self.model, settings, self)
        self.legend.setMinimumHeight(_LEAST_ROWS * _ROW_PX)
        self.legend.setMaximumHeight(CLASS_COUNT * _ROW_PX + 2)
        self.rows.addWidget(self.legend, 1)
        # the legend grows to its last row; what is left then lies below it, not between the rows above
        self.rows.addStretch(0)
        margins = self.rows.contentsMargins()
        margins.setBottom(margins.bottom() - self.rows.spacing())
        self.rows.setContentsMargins(margins)

    @property
    def opacity(self) -> float:
        """0...1."""
        return self._opacity.share

    def set_opacity(self, opacity: float) -> None:
        self._opacity.set_share(opacity)


_TIPS: Final = (
    "Show this class in the overlay (Space)",
    "Lock this class: painting never changes it (Return)",
    "Click to paint with this class. Left and right are the person's own",
    "Type this number to pick the class",
    "Share of the face crop",
)


def _share_text(share: float) -> str:
    if share == 0:
        return ""
    return "< 0.1%" if share < 0.001 else f"{share:.1%}"


def _swatch(colour: QColor) -> QIcon:
    swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
    swatch.fill(colour)
    painter = QPainter(swatch)
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(0, 0, _SWATCH_PX - 1, _SWATCH_PX - 1)
    painter.end()
    made = QIcon(swatch)
    # without a picture of its own, a selected row would tint the colour
    made.addPixmap(swatch, QIcon.Mode.Selected)
    return made
