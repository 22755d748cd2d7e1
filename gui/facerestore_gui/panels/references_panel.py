"""The references panel: the photographs that the chosen face borrows from, and those that are proposed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from facerestore.compositing.origins_picture import MIRROR_RGB, NETWORK_RGB, REFERENCES_RGB
from facerestore.values.file_names import shown
from facerestore.values.reference import ALL_PARTS, Reference, ReferencePart
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.references import set_reference_parts
from facerestore_gui.document.lent_shares import LentShares, lent_shares
from facerestore_gui.document.reference_proposals import Proposal, ReferenceProposals
from facerestore_gui.editing.reference_tasks import ReferenceTasks
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.look.damage_colours import DEFAULT_COLOUR
from facerestore_gui.look.elided_label import ElidedLabel
from facerestore_gui.look.icons import untinted
from facerestore_gui.look.images import mask_film, owned_image
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP, percentage
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.reference_mask_menu import ReferenceMaskButton
from facerestore_gui.panels.section import Section
from facerestore_gui.panels.tips_beside import TipsBeside

_THUMBNAIL_PX: Final = 52
_CAPTION_PX: Final = 20
_BAR_PX: Final = 5
_CHIP: Final = '<span style="color: {colour}">\N{BLACK SQUARE}</span>'

_PARTS: Final[Mapping[ReferencePart, str]] = {
    ReferencePart.EYES: QT_TRANSLATE_NOOP("ReferencesSection", "Eyes"),
    ReferencePart.BROWS: QT_TRANSLATE_NOOP("ReferencesSection", "Brows"),
    ReferencePart.NOSE: QT_TRANSLATE_NOOP("ReferencesSection", "Nose"),
    ReferencePart.MOUTH: QT_TRANSLATE_NOOP("ReferencesSection", "Mouth"),
    ReferencePart.SKIN_AND_HAIR: QT_TRANSLATE_NOOP("ReferencesSection", "Skin and hair"),
}


class ReferencesSection(Section):
    """A strip of faces: those that the chosen face borrows from, ticked, then those that are proposed. The one in hand
    is told below, with what can be done about it. Without any it is hidden. Photographs and folders can be dropped on
    it."""

    came = Signal()
    """Faces were proposed or taken where there were none."""

    def __init__(
        self,
        document: Document,
        proposals: ReferenceProposals,
        tasks: ReferenceTasks,
        files: FileControl,
        restore_tasks: RestoreTasks,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("ReferencesSection", "References"), parent)
        self._document, self._proposals, self._tasks = document, proposals, tasks
        self._restore_tasks = restore_tasks
        self._entries: tuple[Reference | Proposal, ...] = ()
        for name in ("add_references", "search_album"):
            self.add_head_button(actions[name])
        self._strip = _Strip(self)
        self._strip.setAccessibleName(self.tr("References"))
        self._strip.setToolTip(self.tr("Faces to borrow from: Enter takes one, Delete takes it away"))
        TipsBeside(self._strip)
        self._strip.currentRowChanged.connect(self._show_current)
        self._strip.itemActivated.connect(lambda item: self._take())
        self._strip.on_delete = self._remove
        self._strip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._strip.customContextMenuRequested.connect(self._show_menu)
        self._about = ElidedLabel(self)
        self._about.setObjectName("faint")
        self._origins = QLabel(self)
        self._origins.setObjectName("faint")
        self._origins.setWordWrap(True)
        self._origins.setToolTip(self.tr("As View > Show what was invented mixes its colours, summed up over the face"))
        self._parts = QToolButton(self)
        self._parts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._parts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._parts.setToolTip(self.tr("Which parts of the face this photograph may lend"))
        self._parts.setAccessibleName(self.tr("Parts that it lends"))
        self._menu = QMenu(self._parts)
        self._part_actions = {part: self._part_action(part, name) for part, name in _PARTS.items()}
        self._parts.setMenu(self._menu)
        self.masking = ReferenceMaskButton(self._taken, files, tasks, self)
        self._take_button = self._button(self.tr("Take"), self.tr("Borrow from this face"), self._take)
        self._all_button = self._button(
            self.tr("Take all"), self.tr("Borrow from all that probably show the person"), self._take_all
        )
        self._remove_button = self._button(self.tr("Remove"), self.tr("Borrow from it no longer"), self._remove)
        self.rows.addWidget(self._strip)
        self.rows.addWidget(self._about)
        self.rows.addLayout(
            FlowLayout(self._parts, self.masking, self._take_button, self._all_button, self._remove_button)
        )
        self.rows.addWidget(self._origins)
        self.setAcceptDrops(True)
        for signal in (
            document.opened,
            document.faces_changed,
            document.current_face_changed,
            restore_tasks.restorer_changed,
        ):
            signal.connect(self._refill)
        for signal in (document.references_changed, proposals.changed):
            signal.connect(self._take_in)
        document.result_changed.connect(self._show_current)
        document.history_changed.connect(self._show_current)
        self._refill()

    # --- what is there

    def _take_in(self) -> None:
        had_any = bool(self._entries)
        self._refill()
        if self._entries and not had_any:
            self.came.emit()

    def _refill(self) -> None:
        work = self._document.work
        before = self._current()
        taken: tuple[Reference, ...] = () if work is None else work.references
        is_used = self._restore_tasks.restorer.takes_references
        self._entries = (*taken, *self._proposals.shown) if is_used else ()
        with QSignalBlocker(self._strip):
            self._strip.clear()
            for row, entry in enumerate(self._entries):
                self._strip.addItem(self._item(entry, REFERENCES_RGB[row] if isinstance(entry, Reference) else None))
            self._strip.setCurrentRow(self._row_after(before))
        # there are none yet: what adds them stands with the faces, and the legend has more use for the room
        self.setVisible(bool(self._entries))
        self._show_current()

    def _row_after(self, before: "Reference | Proposal | None") -> int:
        """Where what was in hand is now; the first proposal where it is gone."""
        if before is None or not self._entries:
            return 0 if self._entries else -1
        mine = _reference(before)
        rows = [row for row, entry in enumerate(self._entries) if _reference(entry).key == mine.key]
        # with another mask it has another key
        rows += [row for row, entry in enumerate(self._entries) if _reference(entry).is_same_face(mine)]
        proposed = [row for row, entry in enumerate(self._entries) if isinstance(entry, Proposal)]
        return (rows or proposed or [len(self._entries) - 1])[0]

    def _item(self, entry: "Reference | Proposal", colour: tuple[int, int, int] | None) -> QListWidgetItem:
        """``colour``: in which the overlay shows what it lent."""
        reference = _reference(entry)
        picture = _thumbnail(reference)
        if colour is not None:
            painter = QPainter(picture)
            painter.fillRect(0, picture.height() - _BAR_PX, picture.width(), _BAR_PX, QColor(*colour))
            painter.end()
        if isinstance(entry, Reference):
            caption, said = "\N{CHECK MARK}", self.tr("{file}, in use")
        elif entry.is_likely:
            caption, said = f"{entry.distance:.2f}", self.tr("{file}, proposed")
        else:
            caption, said = f"{entry.distance:.2f} ?", self.tr("{file}, perhaps the person")
        item = QListWidgetItem(untinted(picture), caption)
        text = said.format(file=shown(reference.file_name))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        item.setToolTip(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        return item

    def _current(self) -> "Reference | Proposal | None":
        row = self._strip.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _taken(self) -> Reference | None:
        """The photograph in hand, if the face borrows from it."""
        entry = self._current()
        return entry if isinstance(entry, Reference) else None

    def _show_menu(self, place: QPoint) -> None:
        """The ways to mask what was clicked."""
        item = self._strip.itemAt(place)
        if item is not None:
            self._strip.setCurrentItem(item)
            if self._taken() is not None:
                self.masking.ways.popup(self._strip.viewport().mapToGlobal(place))

    def _show_current(self) -> None:
        entry = self._current()
        is_taken, is_proposed = isinstance(entry, Reference), isinstance(entry, Proposal)
        self._parts.setVisible(is_taken)
        self.masking.show_reference()
        self._take_button.setVisible(is_proposed)
        likely = [one for one in self._entries if isinstance(one, Proposal) and one.is_likely]
        self._all_button.setVisible(is_proposed and len(likely) > 1)
        self._remove_button.setVisible(entry is not None)
        self._remove_button.setText(self.tr("Remove") if is_taken else self.tr("Refuse"))
        self._remove_button.setToolTip(
            self.tr("Borrow from it no longer") if is_taken else self.tr("Propose this face no longer")
        )
        if isinstance(entry, Reference):
            self._show_parts(entry)
        text = "" if entry is None else self._words(entry)
        self._about.show_text(text)
        self._about.setVisible(bool(text))
        self._show_origins()

    def _show_origins(self) -> None:
        """What of the face is from no photograph but its own."""
        shares = self._shares() if self._restore_tasks.restorer.takes_references else None
        self._origins.setVisible(shares is not None)
        if shares is not None:
            text = self.tr("{network} Network alone {own}, {mirror} mirror image {mirrored}")
            self._origins.setText(
                text.format(
                    network=_chip(NETWORK_RGB),
                    own=percentage(shares.network),
                    mirror=_chip(MIRROR_RGB),
                    mirrored=percentage(shares.mirror),
                )
            )

    def _words(self, entry: "Reference | Proposal") -> str:
        file = shown(_reference(entry).file_name)
        if isinstance(entry, Proposal):
            text = self.tr("Probably the person: {file}") if entry.is_likely else self.tr("Perhaps: {file}")
            return text.format(file=file)
        shares = self._shares()
        lent = None if shares is None else shares.of(entry)
        if lent is None:
            return self.tr("Generate to borrow from {file}").format(file=file)
        return self.tr("{share} is from {file}").format(file=file, share=percentage(lent))

    def _shares(self) -> LentShares | None:
        work, result = self._document.work, self._document.result
        return None if work is None else lent_shares(result, work.alignment.key)

    def _show_parts(self, reference: Reference) -> None:
        for part, action in self._part_actions.items():
            with QSignalBlocker(action):
                action.setChecked(part in reference.parts)
        names = [action.text() for part, action in self._part_actions.items() if part in reference.parts]
        text = self.tr("Lends all") if reference.parts == ALL_PARTS else self.tr("Lends {parts}")
        text = text.format(parts=names[0] if len(names) == 1 else self.tr("%n parts", "", len(names)))
        self._parts.setText(text if names else self.tr("Lends nothing"))
        self._parts.setAccessibleName(self.tr("Parts that it lends: {parts}").format(parts=", ".join(names)))

    # --- what is done

    def _part_action(self, part: ReferencePart, name: str) -> QAction:
        action = QAction(QCoreApplication.translate("ReferencesSection", name), self._menu)
        action.setCheckable(True)
        action.toggled.connect(partial(self._set_part, part))
        self._menu.addAction(action)
        return action

    def _set_part(self, part: ReferencePart, lends: bool) -> None:  # noqa: FBT001 - a signal's own argument
        reference = self._current()
        if isinstance(reference, Reference):
            parts = reference.parts | {part} if lends else reference.parts - {part}
            set_reference_parts(self._document, self._document.current_face, reference, parts)

    def _take(self) -> None:
        entry = self._current()
        if isinstance(entry, Proposal):
            self._tasks.take((entry,))

    def _take_all(self) -> None:
        self._tasks.take([one for one in self._entries if isinstance(one, Proposal) and one.is_likely])

    def _remove(self) -> None:
        entry = self._current()
        if isinstance(entry, Proposal):
            self._tasks.refuse(entry)
        elif entry is not None:
            self._tasks.remove(entry)

    def _button(self, text: str, tip: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    # --- drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._taken_from(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = self._taken_from(event.mimeData().urls())
        event.acceptProposedAction()
        self._tasks.take_files(paths)

    def _taken_from(self, urls: Sequence[QUrl]) -> list[Path]:
        """The local files of a drop, where there is a face for them."""
        can_take = self._document.work is not None and self._restore_tasks.restorer.takes_references
        return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()] if can_take else []


class _Strip(QListWidget):
    """Thumbnails in one row that scrolls. ``on_delete``: what the Delete key does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on_delete: Callable[[], object] = _nothing
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(_THUMBNAIL_PX, _THUMBNAIL_PX))
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(_THUMBNAIL_PX + _CAPTION_PX + bar + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.on_delete()
        else:
            super().keyPressEvent(event)


def _thumbnail(reference: Reference) -> QPixmap:
    """Its face, with a film over what a mask hides."""
    whole = reference.whole
    pixels = np.asarray(np.clip(whole.pixels, 0, 1) * 255, np.uint8)
    picture = owned_image(np.ascontiguousarray(pixels), QImage.Format.Format_RGB888)
    if reference.beneath is not None:
        painter = QPainter(picture)
        painter.drawImage(0, 0, mask_film(reference.crop.hole & ~whole.hole, QColor(DEFAULT_COLOUR)))
        painter.end()
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(picture).scaled(_THUMBNAIL_PX, _THUMBNAIL_PX, aspect, smooth)


def _chip(colour: tuple[int, int, int]) -> str:
    return _CHIP.format(colour=QColor(*colour).name())


def _nothing() -> None:
    """Until somebody listens."""


def _reference(entry: Reference | Proposal) -> Reference:
    return entry if isinstance(entry, Reference) else entry.reference
