"""The modules of calculations, imported when the first of theirs is made: after the window's first paint."""

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = [
    "calculations",
    "candidate_calculations",
    "damage_calculations",
    "layout_calculations",
    "mask_calculations",
    "project_calculations",
    "sample_calculations",
]

if TYPE_CHECKING:
    from facerestore_gui import (
        calculations,
        candidate_calculations,
        damage_calculations,
        layout_calculations,
        mask_calculations,
        project_calculations,
        sample_calculations,
    )
else:

    class _Late:
        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> object:
            return getattr(import_module(self._name), name)

    calculations = _Late("facerestore_gui.calculations")
    candidate_calculations = _Late("facerestore_gui.candidate_calculations")
    damage_calculations = _Late("facerestore_gui.damage_calculations")
    layout_calculations = _Late("facerestore_gui.layout_calculations")
    mask_calculations = _Late("facerestore_gui.mask_calculations")
    project_calculations = _Late("facerestore_gui.project_calculations")
    sample_calculations = _Late("facerestore_gui.sample_calculations")
