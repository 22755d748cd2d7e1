"""The tour: three steps on a sample portrait, for a person who has never seen the program."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSettings, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from facerestore.files.user_dirs import sample_folder
from facerestore_gui.background.lazy_modules import sample_calculations
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.session.session import Session
from facerestore_gui.tasks.messages import Message, notice
from facerestore_gui.tasks.task_runner import Calculation, Steps
from facerestore_gui.window.coach_mark import Coaching, CoachMark
from facerestore_gui.window.side_column import SideColumn

_KEPT: Final = "tour/offered"
_LOOK_MS: Final = 200
"""How often the mark looks where its widget is, and whether the step is done."""
_ENOUGH: Final = 0.6
"""The share of the damage that is to be painted over."""
_FACE_PRICE: Final = 0.1
"""Of a pixel of the face that the bubble hides; one of the damage costs 1."""
_CRACK_AT: Final = (328, 326)
"""A place of the sample where the crack is; the bubble beside it leaves the face free."""


@dataclass(frozen=True)
class TourPlace:
    """How far a tour is."""

    step: int | None
    sample: "sample_calculations.SampleFile | None"
    shows_legend: bool
    is_awaited: bool


class Tour(QObject):
    """A walk through a restoration, in bubbles over ``window``. ``generate``: the action that restores; ``folder``:
    where the sample is made; None: in the program's own state. Offered once, at the first start."""

    said = Signal(object)
    """A Message."""
    began_or_ended = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        canvas: CanvasView,
        column: SideColumn,
        generate: QAction,
        shortcuts: Shortcuts,
        *,
        kept: QSettings | None,
        folder: Path | None,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._canvas, self._column = window, session, canvas, column
        self._generate, self._shortcuts, self._kept, self._folder = generate, shortcuts, kept, folder
        self.mark = CoachMark(window)
        self.mark.next_wanted.connect(self.go_on)
        self.mark.close_wanted.connect(self.stop)
        self.step: int | None = None
        """0, 1, 2; None while there is no tour."""
        self._sample: sample_calculations.SampleFile | None = None
        self._shows_legend = False
        self.offered: Message | None = None
        """What was said when the person was asked last."""
        self.is_preparing = False
        """Whether the sample is being made."""
        self._is_awaited = False
        """Whether the sample is being opened for the tour."""
        session.document.opened.connect(self._on_opened)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)

    def offer(self) -> None:
        """Ask, in the message bar, whether the person wants the tour; never a second time."""
        if self._kept is None or self._kept.contains(_KEPT):
            return
        self._kept.setValue(_KEPT, "true")
        self.say_offer()

    def say_offer(self) -> None:
        """Ask, whether they were asked before or not."""
        self.offered = notice(
            self.tr("Welcome"),
            self.tr("A short tour shows the three steps of a restoration on a sample portrait. Help has it, too."),
            (self.tr("Start the tour"), self.start),
            (self.tr("No, thanks"), lambda: None),
        )
        self.said.emit(self.offered)

    def place(self) -> TourPlace:
        """To be gone on from in a tour that is made anew."""
        return TourPlace(self.step, self._sample, self._shows_legend, self._is_awaited)

    def go_on_from(self, place: TourPlace) -> None:
        """Where another tour over the same session ended."""
        self.step, self._sample, self._shows_legend = place.step, place.sample, place.shows_legend
        self._is_awaited = place.is_awaited
        if self.step is not None:
            self._show_step()
            self._clock.start()
            self.began_or_ended.emit()

    def start(self) -> None:
        """Make the sample, and open it unless the person wants to keep what is open; then the first step."""
        self.stop()
        self._session.runner.start(self._prepare(self._folder or sample_folder()))

    def stop(self) -> None:
        """End the tour; what was done to the sample stays open."""
        was_shown = self.step is not None
        self.step = None
        self._clock.stop()
        if self.mark.isAncestorOf(self._window.focusWidget() or self._window):
            self._canvas.setFocus()
        self.mark.hide()
        if was_shown:
            self.began_or_ended.emit()

    def go_on(self) -> None:
        """The next step, or the end."""
        if self.step is None or self.step == 2:
            self.stop()
        else:
            self.step += 1
            if self.step == 1:
                self._column.bring_into_view(self._column.panels["layout"])
            self._show_step()

    # --- the sample

    def _prepare(self, folder: Path) -> Steps:
        self.is_preparing = True
        try:
            self._sample = yield Calculation("sample", lambda progress, cancel: sample_calculations.sample_file(folder))
        finally:
            self.is_preparing = False
        # when the task has ended: opening is one of its own, and may ask
        QTimer.singleShot(0, self, self._open_sample)

    def _open_sample(self) -> None:
        if self._sample is not None:
            photo = self._sample.photo
            self._session.files.leave_for(lambda: self._open_and_begin(photo))

    def _open_and_begin(self, photo: Path) -> None:
        self._is_awaited = True
        self._session.file_tasks.open(photo)

    def _on_opened(self) -> None:
        is_awaited, self._is_awaited = self._is_awaited, False
        if is_awaited and self._has_sample():
            self.step, self._shows_legend = 0, False
            self._session.tool_settings.choose(ToolKind.BRUSH)
            self._show_step()
            self._clock.start()
            self.began_or_ended.emit()

    def _has_sample(self) -> bool:
        project = self._session.document.project
        return project is not None and self._sample is not None and project.photo.path == self._sample.photo

    # --- the steps

    def _look(self) -> None:
        """Follow the widget, and go on when the person has done what the step is about."""
        if self.step is None or not self._has_sample():
            self.stop()
        elif self.step < 2 and self._is_done():
            self.go_on()
        else:
            self._show_step()

    def _is_done(self) -> bool:
        document, canvas = self._session.document, self._canvas
        if canvas.is_dragging or self._session.runner.is_busy:
            return False
        if self.step == 0:
            assert document.project is not None
            assert self._sample is not None
            return bool(np.mean(document.project.coverage[self._sample.mask] > 0) >= _ENOUGH)
        work = document.work
        return work is not None and work.predicted is not None and work.layout is not work.predicted

    def _show_step(self) -> None:
        assert self.step is not None
        coaching, target = (self._of_mask, self._of_layout, self._of_result)[self.step]()
        if self.step == 0 and self._canvas.is_dragging:
            self.mark.step_aside()
            return
        self.mark.say(coaching)
        if self.step == 0:
            self.mark.stand_free(target, self._hidden_work)
        else:
            self.mark.point_at(target)

    def _hidden_work(self, bubble: QRect) -> float:
        """How many pixels of the damage, and of the face at a smaller price, a bubble in the window would lie over."""
        assert self._sample is not None
        canvas = self._canvas
        corners = (canvas.mapToScene(canvas.viewport().mapFrom(self._window, at)) for at in _corners(bubble))
        (left, top), (right, bottom) = ((max(0, round(at.x())), max(0, round(at.y()))) for at in corners)
        mask = self._sample.mask
        face = np.zeros_like(mask)
        for work in () if self._session.document.project is None else self._session.document.project.faces:
            x0, y0, x1, y1 = (max(0, round(edge)) for edge in work.face.box_xyxy)
            face[y0:y1, x0:x1] = True
        here = (slice(top, bottom), slice(left, right))
        return float(mask[here].sum() + _FACE_PRICE * face[here].sum())

    def _of_mask(self) -> tuple[Coaching, QRect]:
        canvas = self._canvas
        place = canvas.viewport().mapTo(self._window, canvas.mapFromScene(QPointF(*_CRACK_AT)))
        return Coaching(
            self.tr("1 of 3: Paint over the damage"),
            self.tr(
                "A crack runs through this portrait. Paint over it with the brush, from edge to edge and a little "
                "beyond; what you do not paint over stays as it is, bit for bit. The keyboard comes here, and back, by "
                "View > Next panel{keys}."
            ).format(keys=self._shortcuts.bracketed("next_panel")),
            self.tr("Next"),
            (self.tr("Paint it for me"), self._paint),
        ), QRect(place - QPoint(10, 10), place + QPoint(10, 10))

    def _of_layout(self) -> tuple[Coaching, QRect]:
        work, section = self._session.document.work, self._column.panels["layout"]
        if work is None or work.layout is None:
            text = self.tr(
                "The layout says which part of the face each pixel is, also under the damage. Press Predict and look "
                "at it."
            )
            helps = (self.tr("Predict it"), self._session.file_tasks.predict_layout)
            return self._second(text, helps), self._rect_of(section)
        if not self._shows_legend:
            # with a tool of the mask in hand the legend gives its room away
            self._shows_legend = True
            self._session.tool_settings.choose(ToolKind.PAINT)
        text = self.tr(
            "Is a part of the face where it does not belong? Choose its class in the legend and paint it right, with "
            "the class brush. The restoration follows what you paint."
        )
        return self._second(text, None), self._rect_of(section)

    def _second(self, text: str, helps: tuple[str, Callable[[], object]] | None) -> Coaching:
        return Coaching(self.tr("2 of 3: Look at the layout, and correct it"), text, self.tr("Next"), helps)

    def _of_result(self) -> tuple[Coaching, QRect]:
        window, session = self._window, self._session
        title = self.tr("3 of 3: Generate and compare")
        if session.document.result is None:
            text = self.tr("Generate restores what the mask covers. Other seeds give other versions.")
            helps = (self.tr("Generate"), self._generate.trigger)
            return Coaching(title, text, self.tr("Finish"), helps), self._rect_of(self._column.panels["restore"])
        text = self.tr(
            "Before and after: drag the divider. What was painted over is invented: plausible, but not how it was. "
            "The view menu shows which parts are."
        )
        viewport = self._canvas.viewport()
        # beside the lower end of the divider
        place = viewport.mapTo(window, QPoint(viewport.width() // 2 - 8, viewport.height() * 4 // 5))
        return Coaching(title, text, self.tr("Finish")), QRect(place, place)

    def _rect_of(self, widget: QWidget) -> QRect:
        """What is seen of a widget, in the window; the column where it is scrolled out of sight."""
        seen = widget if not widget.visibleRegion().isEmpty() else self._column
        shown = seen.visibleRegion().boundingRect()
        return QRect(seen.mapTo(self._window, shown.topLeft()), shown.size())

    def _paint(self) -> None:
        if self._sample is not None and self._has_sample():
            self._session.mask_edits.replace(self._sample.painted)


def _corners(box: QRect) -> tuple[QPoint, QPoint]:
    """Upper left and lower right."""
    return box.topLeft(), box.bottomRight()
