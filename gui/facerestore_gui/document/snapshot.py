"""Snapshot: a document at one moment, to be written while the person goes on."""

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.project import FaceState, Project
from facerestore.values.damage_table import DamageTable
from facerestore.values.framing import Framing
from facerestore.values.hand_layer import HandLayer
from facerestore.values.photo import Photo
from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults, KeptState
from facerestore_gui.document.result import Result

if TYPE_CHECKING:
    from facerestore.documents.saved_project import OtherCandidate

_NUMBERS: Final = itertools.count()


@dataclass(frozen=True, eq=False, kw_only=True)
class Snapshot:
    """All that is saved of a document. ``project``: whose it is; later edits change that, and not this. ``revision``:
    of the document then. ``number``: greater than those of all snapshots before."""

    project: Project
    photo: Photo
    coverage: NDArray[np.uint8]
    classes: DamageTable
    hand: HandLayer
    faces: tuple[FaceState, ...]
    faces_are_sought: bool
    framing: Framing
    current_face: int
    seed: int
    result: Result | None
    others: "tuple[OtherCandidate, ...]"
    result_is_current: bool
    kept: KeptState
    revision: object
    number: int = field(default_factory=lambda: next(_NUMBERS))

    @classmethod
    def of(cls, document: Document, kept: KeptResults, seed: int) -> Self:
        """Of a document with an open photo, and of the results made so far. ``seed``: of the window."""
        project, result = document.project, document.result
        assert project is not None, "there is something to save"
        return cls(
            project=project,
            photo=project.photo,
            coverage=project.coverage.copy(),
            classes=project.classes,
            hand=project.hand,
            faces=project.faces,
            faces_are_sought=project.faces_are_sought,
            framing=project.framing,
            current_face=document.current_face,
            seed=seed,
            result=result,
            others=() if result is None else result.others_now(),
            result_is_current=document.result_is_current,
            kept=kept.state,
            revision=document.revision,
        )
