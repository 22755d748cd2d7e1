"""Edits of the mask and its damage classes."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.commands import MaskEdit, SetClasses
from facerestore.editing.painting import PixelDiff, paint_stroke
from facerestore.editing.soft_stroke import paint_soft_stroke
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_table import DamageTable
from facerestore_gui.document.document import Document
from facerestore_gui.look.step_label import translate


def paint_mask(
    document: Document,
    points_photo: NDArray[np.floating],
    radius_px: float,
    *,
    value: int,
    hardness: float,
    locked: Collection[int],
    gesture: int,
) -> None:
    """A piece of a brush stroke, which paints a class of damage."""
    project = document.project
    if project is None:
        return
    patch = paint_soft_stroke(project.coverage, project.worked, points_photo, radius_px, hardness, value, locked=locked)
    edit_mask(document, translate("DocumentEdits", "Brush stroke"), patch, gesture=gesture)


def erase_mask(
    document: Document, points_photo: NDArray[np.floating], radius_px: float, *, locked: Collection[int], gesture: int
) -> None:
    """A piece of an eraser stroke."""
    if document.project is not None:
        patch = paint_stroke(document.project.coverage, points_photo, radius_px, DamageClass.NONE, locked=locked)
        edit_mask(document, translate("DocumentEdits", "Eraser stroke"), patch, gesture=gesture)


def edit_mask(document: Document, label: str, *patches: PixelDiff | None, gesture: int = 0) -> None:
    """Patches calculated from the mask as it is now, one after the other; without any there is no step."""
    made = tuple(patch for patch in patches if patch is not None)
    if made:
        document.do(MaskEdit(label, made, gesture))


def set_classes(document: Document, label: str, classes: DamageTable, *patches: PixelDiff) -> None:
    """Other damage classes, or other policies, and what changes in the mask with them."""
    if document.project is not None and (patches or classes != document.project.classes):
        document.do(SetClasses(label, document.project.classes, classes, patches))
