"""Standing: how a window stands, to be taken up again by what is made anew in it."""

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from facerestore_gui.canvas.view import CanvasView, ViewPlace
from facerestore_gui.window.announcements import Announcements, Said
from facerestore_gui.window.docks import Docks, DocksState
from facerestore_gui.window.side_column import SideColumn
from facerestore_gui.window.tour import Tour, TourPlace


class Stander(Protocol):
    """A window by those of its parts that stand somewhere."""

    docks: Docks
    column: SideColumn
    canvas: CanvasView
    tour: Tour
    announcements: Announcements

    def isActiveWindow(self) -> bool: ...

    def show_work(self) -> None: ...


@dataclass(frozen=True)
class Standing:
    """What of a window is neither its session's nor remembered from one day to the next. ``said``: what stays in
    the words in which it was said; ``is_offer``: the tour's offer stood in the bar, which is made again."""

    docks: DocksState
    scrolled: int
    place: ViewPlace
    tour: TourPlace
    said: Said
    is_offer: bool
    had_keyboard: bool

    @classmethod
    def of(cls, window: Stander) -> "Standing":
        said = window.announcements.said()
        is_offer = said.in_bar is not None and said.in_bar is window.tour.offered
        return cls(
            docks=window.docks.state(),
            scrolled=window.column.scrolled,
            place=window.canvas.place(),
            tour=window.tour.place(),
            # what the tour offers would hold it, and with it all that is taken down
            said=replace(said, in_bar=None) if is_offer else said,
            is_offer=is_offer,
            had_keyboard=QApplication.focusWidget() is not None and window.isActiveWindow(),
        )

    def show_again(self, window: Stander) -> None:
        """Have the window stand so."""
        window.show_work()
        # what is new is polished and shown with the next events, and has its sizes only then
        QCoreApplication.sendPostedEvents()
        window.docks.put_back(self.docks)
        window.docks.show_wanted()
        QCoreApplication.sendPostedEvents()
        window.canvas.go_to(self.place)
        window.column.scroll_to(self.scrolled)
        window.tour.go_on_from(self.tour)
        window.announcements.go_on_with(self.said)
        if self.is_offer:
            window.tour.say_offer()
        if self.had_keyboard:
            window.canvas.setFocus()
