"""The status bar: what the program does now and for how long, the device, the photo, the zoom."""

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from facerestore.files.installed_weights import named_weights, set_of, weights_folder
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.document.edits.layout import class_at
from facerestore_gui.files.project_keeping import KeepState
from facerestore_gui.look.elided_label import ElidedLabel
from facerestore_gui.look.translation import engine_words, face_class_name, number
from facerestore_gui.session.session import Session
from facerestore_gui.tasks.messages import stage_text
from facerestore_gui.tasks.ram_usage import RamUsage
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.window.announcements import Announcements
from facerestore_gui.window.notes_button import NotesButton
from facerestore_gui.window.zoom_field import ZoomField

_TICK_MS = 100
_PATIENCE_MS = 200
_MEMORY_MS = 3000
_LEAST_LEFT_S = 1.0


class StatusBar(QStatusBar):
    """The bar at the bottom of the window. On the left a hint, or the task under way with progress and a way to cancel
    it."""

    cancel_wanted = Signal()

    def __init__(self, runner: TaskRunner, edits: TaskRunner, parent: QWidget | None = None) -> None:
        """``edits``: a runner whose work is mostly done before an eye could read what it is; shown when it is not."""
        super().__init__(parent)
        self._runners = (runner, edits)
        self._stage = ""
        self.setSizeGripEnabled(False)
        self._text = ElidedLabel(self)
        self._progress = _new_progress(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setToolTip(self.tr("Stop the work under way (Esc)"))
        self._cancel.setAutoDefault(False)
        # the bar keeps its height when work begins, and the photo its place
        self.setMinimumHeight(self._cancel.sizeHint().height() + 6)
        self._cancel.clicked.connect(self.cancel_wanted)
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(8, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(self._progress)
        row.addWidget(self._cancel)
        row.addWidget(self._text, 1)
        self.addWidget(left, 1)
        self._row = row
        self.kept = self._add_field(self.tr("Project"))
        self.place = self._add_field(self.tr("Class under the pointer"))
        self.photo = self._add_field(self.tr("Photo"))
        self.angle = self._add_field(self.tr("Rotation of the view"))
        self.angle.setToolTip(self.tr("By how much the view is rotated; the photo is not"))
        self.angle.hide()
        self.zoom = ZoomField(self)
        self.addPermanentWidget(self.zoom)
        self.device = self._add_field(self.tr("Device"))
        self.memory = self._add_field(self.tr("Memory"))
        self._hint = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PATIENCE_MS)
        self._later.timeout.connect(self._on_began)
        runner.began.connect(self._on_began)
        edits.began.connect(self._later.start)
        for one in self._runners:
            one.progressed.connect(self._on_progressed)
            one.ended.connect(self._on_ended)
        self._show_busy(busy=False)
        for one in self._runners:
            if one.is_busy:
                self._on_progressed(*one.progress)
                self._on_began()

    def offer_notes(self, announcements: Announcements) -> None:
        """What was said can be read again, at the left end."""
        self.notes = NotesButton(announcements, self)
        self._row.insertWidget(0, self.notes)

    def follow(self, session: Session, canvas: CanvasView) -> None:
        """Show the photo, the device, the zoom, and the class under the pointer."""
        self._session = session
        for signal in (session.document.opened, session.document.framing_changed):
            signal.connect(self._show_photo)
        session.worker.ready.connect(self._show_device)
        session.keeping.changed.connect(self._show_kept)
        self._show_photo()
        self._show_device()
        self._show_kept()
        self.zoom.follow(canvas)
        canvas.scale_changed.connect(lambda: self._show_angle(canvas.angle))
        for gone in (canvas.pointer_left, session.document.opened, session.view.overlays_changed):
            gone.connect(self.place.clear)
        canvas.pointer_moved.connect(lambda place: self._show_place(session, place))

    def _show_photo(self) -> None:
        project = self._session.document.project
        if project is None:
            return
        photo, seen = project.photo, project.framing.shown_extent(project.photo.extent)
        # a turned scan is as wide as it is seen, so that both sizes can be compared
        scan = project.framing.turned_extent(photo.extent)
        text = (
            self.tr("{width} x {height}, {bits} bit grey")
            if photo.pixels.ndim == 2
            else self.tr("{width} x {height}, {bits} bit RGB")
        ).format(width=scan.width, height=scan.height, bits=photo.bits)
        is_whole = project.framing.is_plain
        if seen != scan:
            text = self.tr("{width} x {height} of {scan}").format(width=seen.width, height=seen.height, scan=text)
        self.photo.setText(text)
        self.photo.setToolTip("" if is_whole else self.tr("What is seen of the scan, turned, straightened and cropped"))

    def _show_angle(self, angle: float) -> None:
        """By how much the view is rotated; nothing while it is not."""
        self.angle.setText(f"{angle:.0f}\N{DEGREE SIGN}")
        self.angle.setVisible(angle != 0)

    def _show_kept(self) -> None:
        """Whether all that was done is in the project; quiet, in one word."""
        words = {
            KeepState.EMPTY: "",
            KeepState.DUE: self.tr("Not saved yet"),
            KeepState.WRITING: self.tr("Saving"),
            KeepState.KEPT: self.tr("Saved"),
            KeepState.FAILED: self.tr("Not saved"),
        }
        self.kept.setText(words[self._session.keeping.state])
        file = self._session.document.project_file
        self.kept.setToolTip("" if file is None else str(file))

    def _show_device(self) -> None:
        ready = self._session.worker.standing
        device, why = (
            engine_words(ready.device_name) or self.tr("Networks not loaded"),
            engine_words(ready.device_reason),
        )
        if set_of(weights_folder()) is not None:
            device = self.tr("{device}, weights for paid work").format(device=device)
            chosen = (
                self.tr("FACERESTORE_WEIGHTS chose the weights that may be used for paid work.")
                if named_weights()
                else self.tr("The preferences chose the weights that may be used for paid work.")
            )
            why = f"{why} {chosen}".strip()
        self.device.setText(device)
        self.device.setToolTip(why)

    def _show_place(self, session: Session, place: QPointF) -> None:
        found = class_at(session.document, place.x(), place.y()) if session.view.layout_is_shown else None
        self.place.setText("" if found is None else face_class_name(found))

    @property
    def _is_busy(self) -> bool:
        return self._progress.isVisibleTo(self)

    @property
    def text(self) -> str:
        return self._text.full_text

    def set_hint(self, hint: str) -> None:
        """What the tool in hand does; shown while nothing else is going on."""
        self._hint = hint
        if not self._is_busy:
            self._text.show_text(hint)

    def watch_memory(self, use: RamUsage) -> None:
        """Show how much memory the program takes, every few seconds."""
        timer = QTimer(self)
        timer.setInterval(_MEMORY_MS)
        timer.timeout.connect(lambda: self._show_memory(use))
        timer.start()
        QTimer.singleShot(0, self, lambda: self._show_memory(use))

    def _show_memory(self, use: RamUsage) -> None:
        held, free = use.byte_count(), use.free_byte_count()
        self.memory.setText(
            self.tr("{held} GB, {free} GB free").format(held=number(held / 2**30), free=f"{free / 2**30:.0f}")
        )
        self.memory.setToolTip(
            self.tr("Main memory that the window and the process of the networks hold, and what is free")
        )

    def _add_field(self, name: str) -> QLabel:
        field = QLabel(self)
        field.setAccessibleName(name)
        field.setObjectName("faint")
        field.setContentsMargins(8, 0, 8, 0)
        self.addPermanentWidget(field)
        return field

    def _on_began(self) -> None:
        self._progress.setRange(0, 0)
        self._show_busy(busy=True)
        self._timer.start()
        self._tick()

    def _on_progressed(self, stage: str, done: int, total: int) -> None:
        self._stage = stage_text(stage)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.setAccessibleName(self._stage)
        if self._is_busy:
            self._tick()

    def _on_ended(self) -> None:
        if any(runner.is_busy for runner in self._runners):
            return
        self._later.stop()
        self._timer.stop()
        self._stage = ""
        self._show_busy(busy=False)
        self._text.show_text(self._hint)

    def _tick(self) -> None:
        self._cancel.setEnabled(any(runner.can_cancel for runner in self._runners))
        elapsed = max(runner.elapsed_s for runner in self._runners)
        self._text.show_text(self._stage_and_times(elapsed) if self._stage else "")

    def _stage_and_times(self, elapsed_s: float) -> str:
        """What is done, for how long, and what is left by the times of earlier work, where there are any."""
        since = _shown_time(elapsed_s)
        known = [one for runner in self._runners if (one := runner.seconds_left) is not None]
        if not known:
            return self.tr("{stage} ...  {since}").format(stage=self._stage, since=since)
        left_s = max(known)
        if left_s >= _LEAST_LEFT_S:
            unit = self.tr("{n} s") if left_s < 90 else self.tr("{n} min")
            left = unit.format(n=f"{left_s if left_s < 90 else left_s / 60:.0f}")
            return self.tr("{stage} ...  {since}, about {left} left").format(stage=self._stage, since=since, left=left)
        text = self.tr("{stage} ...  {since}, nearly done")
        if left_s <= 0:
            text = self.tr("{stage} ...  {since}, longer than the last times")
        return text.format(stage=self._stage, since=since)

    def _show_busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)


def _shown_time(elapsed_s: float) -> str:
    if elapsed_s < 60:
        return QCoreApplication.translate("StatusBar", "{n} s").format(n=number(elapsed_s))
    text = QCoreApplication.translate("StatusBar", "{minutes} min {seconds} s")
    return text.format(minutes=int(elapsed_s // 60), seconds=int(elapsed_s % 60))


def _new_progress(parent: QWidget) -> QProgressBar:
    progress = QProgressBar(parent)
    progress.setTextVisible(False)
    progress.setFixedSize(QSize(140, 10))
    progress.setAccessibleName(QCoreApplication.translate("StatusBar", "Progress"))
    progress.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return progress
