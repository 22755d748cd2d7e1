"""LevelBuilder: fills the levels of large pictures behind the window's back."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, QRectF, QTimer

from facerestore_gui.look.images import Picture

_LOOK_EVERY_MS: Final = 30


@dataclass(eq=False)
class _Work:
    picture: Picture
    rows_told: int
    stopped: threading.Event = field(default_factory=threading.Event)


class LevelBuilder:
    """A thread for each picture whose levels are not complete; the window's thread looks now and then how far it is.

    The threads touch nothing but their picture, and are no daemons: one that the end of the program meets within OpenCV
    would take the whole process down with it.
    """

    def __init__(self, on_filled: Callable[[QRectF], None], timers: QObject) -> None:
        """``on_filled`` is told the part of the photo whose levels have come to show it; the timer is a child of
        ``timers``."""
        self._on_filled = on_filled
        self._works: list[_Work] = []
        self._timer = QTimer(timers)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def follow(self, pictures: Sequence[Picture]) -> None:
        """Complete these pictures, and stop with all others."""
        for work in self._works:
            if work.picture not in pictures:
                work.stopped.set()
        self._works = [work for work in self._works if not work.stopped.is_set()]
        followed = [work.picture for work in self._works]
        for picture in pictures:
            if not picture.is_complete and picture not in followed:
                self._begin(picture)
        if self._works:
            self._timer.start()

    def close(self) -> None:
        """Stop with all: the program does not end before the threads do."""
        self.follow(())

    def _begin(self, picture: Picture) -> None:
        work = _Work(picture, picture.rows_ready)
        self._works.append(work)
        thread = threading.Thread(target=picture.build, args=(work.stopped.is_set,), name="levels")
        thread.start()

    def _look(self) -> None:
        for work in list(self._works):
            ready, extent = work.picture.rows_ready, work.picture.extent
            if ready > work.rows_told:
                # some rows more: smoothing reads across the edge
                top = max(0, work.rows_told - work.picture.preview_step * 2)
                self._on_filled(QRectF(0, top, extent.width, ready - top))
                work.rows_told = ready
            if work.rows_told >= extent.height:
                self._works.remove(work)
        if not self._works:
            self._timer.stop()
