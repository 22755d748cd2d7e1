"""The modules of calculations, imported when the first of theirs is made: after the window's first paint."""

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = [
    "batch_calculations",
    "candidate_calculations",
    "damage_calculations",
    "damage_search",
    "face_search",
    "file_calculations",
    "installation_calculations",
    "layout_calculations",
    "mask_calculations",
    "project_calculations",
    "recipe",
    "reference_calculations",
    "reference_search",
    "repeated_calculations",
    "restoration_faces",
    "result_files",
    "sample_calculations",
    "scratch_calculations",
]

if TYPE_CHECKING:
    from facerestore.jobs import result_files
    from facerestore.restoration import damage_search, face_search, recipe, reference_search
    from facerestore.restoration import faces as restoration_faces
    from facerestore_gui.background import (
        batch_calculations,
        candidate_calculations,
        damage_calculations,
        file_calculations,
        installation_calculations,
        layout_calculations,
        mask_calculations,
        project_calculations,
        reference_calculations,
        repeated_calculations,
        sample_calculations,
        scratch_calculations,
    )
else:

    class _LazyModule:
        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> object:
            return getattr(import_module(self._name), name)

    batch_calculations = _LazyModule("facerestore_gui.background.batch_calculations")
    file_calculations = _LazyModule("facerestore_gui.background.file_calculations")
    installation_calculations = _LazyModule("facerestore_gui.background.installation_calculations")
    candidate_calculations = _LazyModule("facerestore_gui.background.candidate_calculations")
    damage_calculations = _LazyModule("facerestore_gui.background.damage_calculations")
    layout_calculations = _LazyModule("facerestore_gui.background.layout_calculations")
    mask_calculations = _LazyModule("facerestore_gui.background.mask_calculations")
    project_calculations = _LazyModule("facerestore_gui.background.project_calculations")
    damage_search = _LazyModule("facerestore.restoration.damage_search")
    recipe = _LazyModule("facerestore.restoration.recipe")
    reference_calculations = _LazyModule("facerestore_gui.background.reference_calculations")
    repeated_calculations = _LazyModule("facerestore_gui.background.repeated_calculations")
    reference_search = _LazyModule("facerestore.restoration.reference_search")
    face_search = _LazyModule("facerestore.restoration.face_search")
    restoration_faces = _LazyModule("facerestore.restoration.faces")
    result_files = _LazyModule("facerestore.jobs.result_files")
    sample_calculations = _LazyModule("facerestore_gui.background.sample_calculations")
    scratch_calculations = _LazyModule("facerestore_gui.background.scratch_calculations")
