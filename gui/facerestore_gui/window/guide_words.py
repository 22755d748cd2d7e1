"""The names of the window in the guide: menus, entries and keys.

The pages name them in English and keys as Qt writes them portably, in every language of the guide:
**Mask > Find damage** (`Ctrl+D`). What is shown is what the window says: so the guide can name no entry that the window
calls otherwise.
"""

import re
from typing import Final

from PySide6.QtGui import QKeySequence

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.keys.held_keys import HELD_KEYS

ENTRY: Final = re.compile(r"\*\*(\w+)\s+>\s+([^*]+?)\*\*")
"""A menu and an entry of it; a line may be broken between any two words."""
KEYS: Final = re.compile(r"`([^`\n]+)`")
_CODE: Final = re.compile(r"(^```.*?^```)", re.MULTILINE | re.DOTALL)
_PLACES: Final = {(plain_text(one.menu), plain_text(one.text)): one for one in ACTIONS}
_KNOWN: Final = {keys for one in ACTIONS for keys in one.keys} | {
    *(keys for one in HELD_KEYS for keys in one.keys),
    "Shift+Tab",
}


def with_words_of_the_window(page: str) -> str:
    """A page in Markdown whose entries and keys are named as the window names them. What is no entry and no key, such
    as a command, stays."""
    pieces = _CODE.split(page)
    # every other one is an example
    pieces[::2] = [KEYS.sub(_shown_keys, ENTRY.sub(_shown_entry, piece)) for piece in pieces[::2]]
    return "".join(pieces)


def _shown_entry(found: re.Match[str]) -> str:
    spec = _PLACES.get((found.group(1), " ".join(found.group(2).split())))
    if spec is None:
        return found.group()
    return f"**{plain_text(spec.shown_menu)} > {plain_text(spec.shown_text)}**"


def _shown_keys(found: re.Match[str]) -> str:
    keys = found.group(1)
    if keys not in _KNOWN:
        return found.group()
    return f"`{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}`"
