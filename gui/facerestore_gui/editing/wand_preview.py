"""WandPreview: what the magic wand would take, outlined before it goes into the mask."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from facerestore_gui.background.lazy_modules import mask_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

_REST_MS: Final = 150
"""So long the pointer rests at a place before what is there is looked for."""


@dataclass(frozen=True)
class WandPlace:
    """What the wand is asked for: a place of the photo, and how far colours may differ."""

    x_photo: float
    y_photo: float
    tolerance: float
    is_contiguous: bool
    takes_away: bool


class WandPreview(QObject):
    """The outlines of what the wand would take at a place. They are found in a thread, the latest place only: one that
    another has overtaken is never shown. ``runner`` is its own."""

    changed = Signal()

    def __init__(self, document: Document, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._runner = document, runner
        self.outlines: tuple[NDArray[np.float64], ...] = ()
        """Closed lines (N, 2) in pixels of the photo; none while nothing is shown."""
        self.shown: WandPlace | None = None
        """What they are of."""
        self._wanted: WandPlace | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        runner.ended.connect(self._begin)
        document.opened.connect(self.clear)

    @property
    def is_under_way(self) -> bool:
        return self._wanted is not None and self._wanted != self.shown

    def show_at(self, place: WandPlace) -> None:
        """Look for what the wand would take, now."""
        self._wanted = place
        self._rest.stop()
        self._begin()

    def rest_at(self, place: WandPlace) -> None:
        """The same, once the pointer has rested there. What was shown of another place goes at once, unless the new
        place lies in it as well."""
        if place != self._wanted:
            self._wanted = place
            self._rest.start()

    def clear(self) -> None:
        self._wanted = None
        self._rest.stop()
        self._show(None, ())

    def _begin(self) -> None:
        wanted, project = self._wanted, self._document.project
        if wanted is None or wanted == self.shown or project is None:
            return
        if not self._runner.is_busy and not self._rest.isActive():
            self._runner.start(self._found(wanted, project.photo.pixels))

    def _found(self, wanted: WandPlace, pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> Steps:
        outlines: tuple[NDArray[np.float64], ...] = yield Calculation(
            "mask",
            lambda progress, cancel: mask_calculations.wand_outlines(
                pixels,
                wanted.x_photo,
                wanted.y_photo,
                tolerance=wanted.tolerance,
                is_contiguous=wanted.is_contiguous,
            ),
        )
        if wanted == self._wanted:
            self._show(wanted, outlines)

    def _show(self, place: WandPlace | None, outlines: tuple[NDArray[np.float64], ...]) -> None:
        if place != self.shown or self.outlines:
            self.shown, self.outlines = place, outlines
            self.changed.emit()

    def close(self) -> None:
        """End what is under way."""
        self._runner.close()
