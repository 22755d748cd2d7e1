"""The faces panel: the faces found, which one is worked on, and faces placed by hand."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPixmap, QTransform
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from facerestore.values.geometry import Box
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.faces import skip_face
from facerestore_gui.look.icons import untinted
from facerestore_gui.look.translation import percentage
from facerestore_gui.panels.section import Section
from facerestore_gui.panels.tips_beside import TipsBeside

_THUMBNAIL_PX = 32
_LEAST_ROWS, _MOST_ROWS = 3, 12
"""How many rows of a longer list are shown: as many as leave the panels below in sight."""
_FRAME_PX = 2


class FacesSection(Section):
    """A list with thumbnails; the chosen row is the document's current face."""

    listed = Signal()
    """The list was filled anew."""

    def __init__(self, document: Document, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("FacesSection", "Faces"), parent)
        self._document = document
        for name in ("redo_face", "face_up", "face_down", "find_faces", "add_face", "remove_face", "add_references"):
            self.add_head_button(actions[name])
        self._none = QLabel(self.tr("No face yet."), self)
        self._none.setObjectName("faint")
        self._list = QListWidget(self)
        self._list.setIconSize(QSize(_THUMBNAIL_PX, _THUMBNAIL_PX))
        self._list.setAccessibleName(self.tr("Faces"))
        self._list.setToolTip(
            self.tr(
                "The face whose points and layout you edit; one without its tick is left as it is. They are restored "
                "in this order, at first row by row in a group, else the largest before the others; one that you place "
                "gets the next number. The numbers are those on the photo."
            )
        )
        TipsBeside(self._list)
        self._list_room_px = 0
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.addWidget(self._none)
        self.rows.addWidget(self._list)
        self._list.currentRowChanged.connect(document.choose_face)
        self._list.itemChanged.connect(self._on_ticked)
        document.faces_changed.connect(self._refill)
        for signal in (document.history_changed, document.framing_changed):
            signal.connect(self._refill)
        document.current_face_changed.connect(self._show_current)
        self._refill()

    def _refill(self) -> None:
        project, picture = self._document.project, self._document.picture
        faces = () if project is None else project.faces
        with QSignalBlocker(self._list):
            self._list.clear()
            for number, work in enumerate(faces, start=1):
                # 1 is a face placed by hand, or one whose points were moved by hand
                source = (
                    self.tr("by hand")
                    if work.face.confidence >= 1
                    else self.tr("{share} sure").format(share=percentage(work.face.confidence))
                )
                state = self.tr("with layout") if work.layout is not None else self.tr("no layout yet")
                state = self.tr("skipped") if work.is_skipped else state
                item = QListWidgetItem(
                    self.tr("Face {number}   {source}, {state}").format(number=number, source=source, state=state)
                )
                item.setCheckState(Qt.CheckState.Unchecked if work.is_skipped else Qt.CheckState.Checked)
                if project is not None and picture is not None:
                    left, top, right, bottom = (round(edge) for edge in work.face.box_xyxy)
                    thumbnail = picture.thumbnail(Box(left, top, right, bottom), _THUMBNAIL_PX)
                    # as the photo lies in sight
                    turn = QTransform().rotate(90 * project.framing.quarter_turns)
                    item.setIcon(untinted(QPixmap.fromImage(thumbnail.transformed(turn))))
                self._list.addItem(item)
            self._list.setCurrentRow(self._document.current_face)
        self._list.setVisible(bool(faces))
        self._none.setVisible(not faces)
        self.give_list(self._list_room_px)
        self.listed.emit()

    @property
    def list_px(self) -> int:
        """How tall the list is; 0 without one."""
        return 0 if self._list.isHidden() else self._list.minimumHeight()

    def give_list(self, room_px: int) -> None:
        """Make the list as tall as all of it takes, or as the room allows."""
        self._list_room_px = room_px
        row_px = max(self._list.sizeHintForRow(0), _THUMBNAIL_PX)
        fitting = min(max((room_px - 2 * _FRAME_PX) // row_px, _LEAST_ROWS), _MOST_ROWS)
        self._list.setFixedHeight(min(max(self._list.count(), 1), fitting) * row_px + 2 * _FRAME_PX)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        """A face is skipped, or restored again. Later: the list must not change while it tells."""
        row, is_skipped = self._list.row(item), item.checkState() is not Qt.CheckState.Checked
        QTimer.singleShot(0, self, lambda: skip_face(self._document, row, is_skipped=is_skipped))

    def _show_current(self) -> None:
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(self._document.current_face)
