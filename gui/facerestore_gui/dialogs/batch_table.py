"""The photos of a batch as a table: small pictures, names, states, reasons."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facerestore.restoration.restorers import RESTORERS
from facerestore.values.file_names import shown
from facerestore.values.review import Verdict
from facerestore_gui.background.lazy_modules import batch_calculations
from facerestore_gui.files.batch_control import BatchControl
from facerestore_gui.files.batch_rows import BatchRow
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP, number, restorer_title

_SIDE_PX: Final = 48
_GAP_PX: Final = 2
_STATES: Final = {
    "waiting": QT_TRANSLATE_NOOP("BatchTable", "Waiting"),
    "lacks mask": QT_TRANSLATE_NOOP("BatchTable", "Waits for its mask"),
    "finding": QT_TRANSLATE_NOOP("BatchTable", "Looking for damage"),
    "found": QT_TRANSLATE_NOOP("BatchTable", "Mask made"),
    "working": QT_TRANSLATE_NOOP("BatchTable", "Restoring"),
    "restored": QT_TRANSLATE_NOOP("BatchTable", "Restored"),
    "done": QT_TRANSLATE_NOOP("BatchTable", "Done before"),
    "failed": QT_TRANSLATE_NOOP("BatchTable", "Failed"),
    "set aside": QT_TRANSLATE_NOOP("BatchTable", "Set aside"),
    "skipped": QT_TRANSLATE_NOOP("BatchTable", "Skipped"),
    "stopped": QT_TRANSLATE_NOOP("BatchTable", "Stopped"),
}
_VERDICTS: Final = {
    Verdict.NEEDS_REVIEW: QT_TRANSLATE_NOOP("BatchTable", "Needs review"),
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("BatchTable", "Accepted"),
    Verdict.CONSERVATIVE: QT_TRANSLATE_NOOP("BatchTable", "With caution"),
    Verdict.REJECTED: QT_TRANSLATE_NOOP("BatchTable", "Rejected"),
}
_VERDICT_KEYS: Final = {
    Qt.Key.Key_A: Verdict.ACCEPTED,
    Qt.Key.Key_C: Verdict.CONSERVATIVE,
    Qt.Key.Key_R: Verdict.REJECTED,
    Qt.Key.Key_N: Verdict.NEEDS_REVIEW,
}
_COLOURS: Final = {"restored": "#2e9e4f", "failed": "#d0463b", "set aside": "#d0463b", "working": "#2a6fd6"}
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class BatchModel(QAbstractTableModel):
    """The rows of a batch, as Qt's views ask for them."""

    def __init__(self, batch: BatchControl, parent: QWidget) -> None:
        super().__init__(parent)
        self._batch = batch
        self._rows: list[BatchRow] = []
        self._headings = [
            self.tr("Photo"),
            self.tr("State"),
            self.tr("Seconds"),
            self.tr("Review"),
            self.tr("Reason, notes"),
        ]
        batch.changed.connect(self._on_changed)
        batch.row_changed.connect(self._on_row)
        self._on_changed()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_heading else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return self._words(row)[column] or None
            case Qt.ItemDataRole.DecorationRole if column == 0:
                return self._pictures(row)
            case Qt.ItemDataRole.ForegroundRole if column == 1 and row.state in _COLOURS:
                return QColor(_COLOURS[row.state])
            case Qt.ItemDataRole.TextAlignmentRole if column == 2:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, row: BatchRow) -> tuple[str, ...]:
        wanted = self._batch.wanted
        assert wanted is not None, "rows are of a batch"
        name = shown(row.photo.relative_to(wanted.photos).as_posix())
        if row.restorer and len(wanted.restorers) > 1:
            name += f" \N{MIDDLE DOT} {restorer_title(RESTORERS[row.restorer])}"
        state = "done" if row.was_done and row.state == "restored" else row.state
        if row.lacks_mask and self._batch.is_under_way and self._batch.is_watching:
            state = "lacks mask"
        said = QCoreApplication.translate("BatchTable", _STATES.get(state, state))
        verdict = "" if row.verdict is None else QCoreApplication.translate("BatchTable", _VERDICTS[row.verdict])
        return name, said, number(row.seconds) if row.seconds else "", verdict, row.reason

    def _pictures(self, row: BatchRow) -> QPixmap | None:
        """Before and after, side by side; None before there is a result."""
        wanted = self._batch.wanted
        if wanted is None or row.state != "restored":
            return None
        paths = [batch_calculations.thumbnail_of(row.photo, row.restorer, wanted, kind) for kind in ("before", "after")]
        key = f"{paths[0]}:{row.seconds}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        pictures = [QPixmap(str(path)) for path in paths]
        if any(picture.isNull() for picture in pictures):
            return None
        both = QPixmap(2 * _SIDE_PX + _GAP_PX, _SIDE_PX)
        both.fill(Qt.GlobalColor.transparent)
        painter = QPainter(both)
        for place, picture in enumerate(pictures):
            small = picture.scaled(
                _SIDE_PX, _SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawPixmap(place * (_SIDE_PX + _GAP_PX), (_SIDE_PX - small.height()) // 2, small)
        painter.end()
        QPixmapCache.insert(key, both)
        return both

    def shown_row(self, row: int) -> BatchRow | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _on_changed(self) -> None:
        if self._rows != self._batch.rows:
            self.beginResetModel()
            self._rows = list(self._batch.rows)
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._headings) - 1))

    def _on_row(self, row: int) -> None:
        if row < len(self._rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))


class BatchTable(QTableView):
    """The table. A double click or Enter opens the photo in the editor; a letter gives the verdict on its result, and
    goes on to the next that needs one. ``reviewed`` carries the row and the Verdict."""

    reviewed = Signal(int, object)

    def __init__(self, batch: BatchControl, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(BatchModel(batch, self))
        self.setAccessibleName(self.tr("Photos of the batch"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(2 * _SIDE_PX + _GAP_PX, _SIDE_PX))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(_SIDE_PX + 6)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 300)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._batch = batch
        self._current: BatchRow | None = None
        self.model().modelAboutToBeReset.connect(self._keep_current)
        self.model().modelReset.connect(self._find_current)

    def _keep_current(self) -> None:
        """A watch finds further photos while somebody reviews those that are there."""
        model, row = self.model(), self.currentIndex().row()
        self._current = model.shown_row(row) if isinstance(model, BatchModel) else None

    def _find_current(self) -> None:
        if self._current in self._batch.rows:
            self.setCurrentIndex(self.model().index(self._batch.rows.index(self._current), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verdict = next((one for key, one in _VERDICT_KEYS.items() if event.key() == key), None)
        if verdict is None or event.modifiers() or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        row = self.currentIndex().row()
        self.reviewed.emit(row, verdict)
        self.go_to_next(row)

    def go_to_next(self, after: int) -> None:
        """The next result that nobody has looked at, from the beginning again after the last."""
        rows = self._batch.rows
        order = [*range(after + 1, len(rows)), *range(after)]
        found = next((row for row in order if rows[row].verdict is Verdict.NEEDS_REVIEW), None)
        if found is not None:
            self.setCurrentIndex(self.model().index(found, 0))
