"""ScratchSearch: the ways along scratches from a place of the photo, calculated in a thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facerestore_gui.background.lazy_modules import scratch_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

if TYPE_CHECKING:
    from facerestore_gui.background.scratch_calculations import RidgeLevels, ScratchPaths, ScratchWay

_Place = tuple[float, float]


class ScratchSearch(QObject):
    """The search from one place at a time. Where lines are in the photo is looked for once, at the first search, and
    kept for the next ones; ways to other places are then read off at once."""

    found = Signal()
    """The ways from the place are known."""
    failed = Signal()

    def __init__(self, document: Document, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self.runner = document, runner
        self._levels: RidgeLevels | None = None
        self._paths: ScratchPaths | None = None
        document.opened.connect(self._on_opened)
        runner.failed.connect(self.failed)
        runner.ended.connect(self._on_ended)

    @property
    def is_ready(self) -> bool:
        return self._paths is not None

    def begin(self, place: _Place, *, reach_px: float) -> None:
        """Look for the ways from a place, or from the line that lies within reach of it."""
        self._paths = None
        self.runner.start(self._search(place, reach_px))

    def end(self) -> None:
        """Forget the ways, and end the search for them."""
        self._paths = None
        self.runner.cancel()

    def way_to(self, place: _Place, *, reach_px: float) -> "ScratchWay | None":
        """The way to a place; None as long as the search goes on."""
        if self._paths is None or self._levels is None:
            return None
        places = self._paths.to(*place, reach_px=reach_px)
        return scratch_calculations.ScratchWay(places, self._paths.ridge, self._levels.cell_px)

    def followed(self) -> "ScratchWay | None":
        """The scratch at the place, to its ends; None where there is no clear one, or the search goes on."""
        if self._paths is None or self._levels is None or self._paths.followed is None:
            return None
        return scratch_calculations.ScratchWay(self._paths.followed, self._paths.ridge, self._levels.cell_px)

    def _search(self, place: _Place, reach_px: float) -> Steps:
        project = self._document.project
        if project is None:
            return
        pixels = project.photo.pixels
        if self._levels is None:
            self._levels = yield Calculation(
                "mask", lambda progress, cancel: scratch_calculations.ridge_levels(pixels, cancel)
            )
        levels = self._levels
        self._paths = yield Calculation(
            "mask", lambda progress, cancel: scratch_calculations.scratch_paths(levels, place, reach_px, cancel)
        )

    def _on_ended(self) -> None:
        if self._paths is not None:
            self.found.emit()

    def _on_opened(self) -> None:
        self.end()
        self._levels = None
