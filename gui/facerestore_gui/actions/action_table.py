"""The one table of actions, in the order of the menus. Menus, bars and the list of shortcuts are made from it."""

from collections.abc import Mapping
from typing import Final

from facerestore_gui.actions.specs.edit import EDIT_ACTIONS
from facerestore_gui.actions.specs.face import FACE_ACTIONS
from facerestore_gui.actions.specs.file import FILE_ACTIONS
from facerestore_gui.actions.specs.help import HELP_ACTIONS
from facerestore_gui.actions.specs.layout import LAYOUT_ACTIONS
from facerestore_gui.actions.specs.mask import MASK_ACTIONS
from facerestore_gui.actions.specs.restore import RESTORE_ACTIONS
from facerestore_gui.actions.specs.tools import TOOLS_ACTIONS
from facerestore_gui.actions.specs.view import VIEW_ACTIONS
from facerestore_gui.keys.held_keys import HELD_KEYS
from facerestore_gui.keys.shortcuts import read_keys

ACTIONS: Final = (
    *FILE_ACTIONS,
    *EDIT_ACTIONS,
    *VIEW_ACTIONS,
    *TOOLS_ACTIONS,
    *MASK_ACTIONS,
    *FACE_ACTIONS,
    *LAYOUT_ACTIONS,
    *RESTORE_ACTIONS,
    *HELP_ACTIONS,
)

DEFAULT_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    **{spec.name: tuple(map(read_keys, spec.keys)) for spec in ACTIONS},
    **{spec.name: tuple(map(read_keys, spec.keys)) for spec in HELD_KEYS},
}
"""Of every action and every held key, by name."""
