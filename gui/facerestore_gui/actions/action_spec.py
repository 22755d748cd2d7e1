"""ActionSpec: one action of the window, with all that there is to say about it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from facerestore_gui.actions.conditions import Condition
from facerestore_gui.actions.window_port import WindowPort
from facerestore_gui.look.step_label import label_now
from facerestore_gui.session.session import Session


@dataclass(frozen=True, kw_only=True)
class ActionSpec:
    """An action: what it is called, where it stands, what it does, and what must hold before.

    It either does something to the session (``run``) or to the window alone (``on_window``). ``text`` and ``menu`` are
    English, with the mnemonic marked by "&"; ``keys``: as Qt writes them portably, the first ones shown in tips;
    ``checked``: of a switch, whether it is on now; ``label``: what its text says after a colon, None for nothing;
    ``icon_off``: the icon of a switch that is off.
    """

    name: str
    text: str
    menu: str
    run: Callable[[Session], object] | None = None
    on_window: Callable[[WindowPort], object] | None = None
    keys: tuple[str, ...] = ()
    icon: str = ""
    icon_off: str = ""
    tip: str = ""
    needs: tuple[Condition, ...] = ()
    checked: Callable[[Session], bool] | None = None
    label: Callable[[Session], str | None] | None = None
    begins_group: bool = False

    def __post_init__(self) -> None:
        if (self.run is None) == (self.on_window is None):
            raise ValueError("An action acts on the session or on the window, on one of them", self.name)

    def do(self, session: Session, window: WindowPort) -> None:
        """Carry it out, whatever holds."""
        if self.run is not None:
            self.run(session)
        elif self.on_window is not None:
            self.on_window(window)

    @property
    def is_switch(self) -> bool:
        return self.checked is not None

    @property
    def shown_text(self) -> str:
        """In the person's language, as ``shown_menu`` and ``what``."""
        return QCoreApplication.translate("Actions", self.text)

    def text_now(self, session: Session) -> str:
        """``shown_text`` with its label."""
        label = None if self.label is None else self.label(session)
        if not label:
            return self.shown_text
        return QCoreApplication.translate("Actions", "{action}: {label}").format(
            action=self.shown_text, label=label_now(label)
        )

    @property
    def shown_menu(self) -> str:
        return QCoreApplication.translate("Menus", self.menu)

    @property
    def what(self) -> str:
        """What it does, in words."""
        if self.tip:
            return QCoreApplication.translate("Actions", self.tip)
        return plain_text(self.shown_text)


def plain_text(text: str) -> str:
    """An action's text without the mark of its mnemonic, with which some languages append a letter in brackets, and
    without its dots."""
    return re.sub(r"\s*\(&\w\)", "", text).replace("&", "").removesuffix("...").rstrip()
