"""SavedCandidates: the candidates of a photo's faces as they outlive the window, with all that they were made for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.saved_project import OtherCandidate
from facerestore.values.alignment import Alignment
from facerestore.values.damage_table import DamageTable
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import HandLayer
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference


@dataclass(frozen=True, eq=False)
class SavedFace:
    """What a restorer was given for one face; its crop is cut from the photo again."""

    alignment: Alignment
    layout: Layout
    networks: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, eq=False)
class SavedCandidates:
    """Candidates of a photo's faces, with all that they were made for. ``plane``: uint8 (h, w) of the ``box``, the
    numbers of its damage ``classes``, which are zero outside; ``hand``: what was painted by hand then. ``painted``: the
    candidates, each of the face of that number, in the order in which they were made. ``reason``: why this restorer was
    chosen."""

    box: Box
    plane: NDArray[np.uint8]
    classes: DamageTable
    hand: HandLayer
    restorer: str
    reason: str
    faces: tuple[SavedFace, ...]
    painted: tuple[OtherCandidate, ...]
