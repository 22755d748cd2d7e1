"""Actions of the menu Help: the guide, the keys and the program."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import IDLE

MENU: Final = "&Help"

HELP_ACTIONS: Final = (
    ActionSpec(
        name="guide",
        text="User &guide",
        menu=MENU,
        on_window=lambda window: window.show_guide(),
        keys=("Shift+F1",),
        tip="How everything is done, with pictures, and what the networks cannot do",
    ),
    ActionSpec(
        name="shortcuts",
        text="&Keyboard shortcuts",
        menu=MENU,
        on_window=lambda window: window.change_shortcuts(),
        keys=("F1",),
    ),
    ActionSpec(
        name="tour",
        text="&Tour",
        menu=MENU,
        on_window=lambda window: window.start_tour(),
        tip="Three steps on a sample portrait: paint, look at the layout, generate",
        needs=(IDLE,),
    ),
    ActionSpec(
        name="open_log",
        text="Open the &log folder",
        menu=MENU,
        on_window=lambda window: window.open_log(),
        tip="Where the program writes what went wrong",
    ),
    ActionSpec(
        name="check_installation",
        text="&Check this installation",
        menu=MENU,
        on_window=lambda window: window.check_installation(),
        tip="Whether networks, memory, folders and file types are as they should be, and what to do if not",
    ),
    ActionSpec(
        name="crash_reports",
        text="Crash &reports",
        menu=MENU,
        on_window=lambda window: window.show_crash_reports(),
        tip="What was written down when the program failed; it is sent to nobody",
    ),
    ActionSpec(
        name="about",
        text="&About",
        menu=MENU,
        on_window=lambda window: window.show_about(),
        begins_group=True,
    ),
)
