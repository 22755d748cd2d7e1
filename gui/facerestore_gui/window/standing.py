"""Standing: how a window stands, to be taken up again by what is made anew in it."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from facerestore_gui.canvas.view import CanvasView, ViewPlace
from facerestore_gui.tasks.messages import Message
from facerestore_gui.window.docks import Docks, DocksState
from facerestore_gui.window.message_bar import MessageBar
from facerestore_gui.window.side_column import SideColumn
from facerestore_gui.window.tour import Tour, TourPlace


class Stander(Protocol):
    """A window by those of its parts that stand somewhere."""

    docks: Docks
    column: SideColumn
    canvas: CanvasView
    tour: Tour
    message_bar: MessageBar

    def isActiveWindow(self) -> bool: ...

    def show_work(self) -> None: ...


@dataclass(frozen=True)
class Standing:
    """What of a window is neither its session's nor remembered from one day to the next. ``message``: one that waits
    for an answer; others are over. It stays in the words in which it was said, unless it ``is_offer`` of the tour."""

    docks: DocksState
    scrolled: int
    place: ViewPlace
    tour: TourPlace
    message: Message | None
    is_offer: bool
    had_keyboard: bool

    @classmethod
    def of(cls, window: Stander) -> "Standing":
        message = window.message_bar.message
        is_offer = message is not None and message is window.tour.offered
        return cls(
            docks=window.docks.state(),
            scrolled=window.column.scrolled,
            place=window.canvas.place(),
            tour=window.tour.place(),
            # what the tour offers would hold it, and with it all that is taken down
            message=message if message is not None and message.choices and not is_offer else None,
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
        if self.is_offer:
            window.tour.say_offer()
        elif self.message is not None:
            window.message_bar.show_message(self.message)
        if self.had_keyboard:
            window.canvas.setFocus()
