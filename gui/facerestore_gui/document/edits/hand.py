"""Edits by hand: pixels that a person heals or clones, a layer over the photo, each with its place in the mask."""

from collections.abc import Collection
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.healing import context_of, healed
from facerestore.compositing.standing_out import thin_damage
from facerestore.editing.clone_stroke import CloneStroke
from facerestore.editing.commands import HandEdit
from facerestore.editing.painting import PixelDiff, stroke_shape
from facerestore.editing.project import Project
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import HandDiff, seen
from facerestore_gui.document.document import Document
from facerestore_gui.look.step_label import translate

_LEAST_CORE_PX: Final = 0.5


def heal(
    document: Document, points_photo: NDArray[np.floating], radius_px: float, *, hardness: float, gesture: int
) -> bool:
    """Continue what a piece of a stroke covers from what lies around it. What is protected or transparent stays; what
    is to be repaired says nothing. Within ``hardness`` (0...1) of the radius all is healed, in the rim beyond only what
    stands out. False where there is nothing to continue it from."""
    project = document.project
    found = None if project is None else stroke_shape(project.photo.extent, points_photo, radius_px)
    if project is None or found is None:
        return True
    box, shape = found
    hole_box = Box.of_nonzero(shape & _may_be_painted(project, box)).moved(box.left, box.top)
    if hole_box.is_empty:
        return True
    around = context_of(hole_box, project.photo.extent)
    may_be_painted = _may_be_painted(project, around)
    hole = np.zeros((around.height, around.width), np.bool_)
    hole[hole_box.moved(-around.left, -around.top).slices] = shape[hole_box.moved(-box.left, -box.top).slices]
    hole &= may_be_painted
    known = ~_among(project.coverage[around.slices], project.classes.repaired)
    if project.photo.alpha is not None:
        known &= project.photo.alpha[around.slices] > 0
    present, brush = project.worked(around), hole
    if hardness < 1:
        hole = brush & (thin_damage(present, brush) | _core(project, around, points_photo, hardness * radius_px))
        if not hole.any():
            return True
    samples = healed(present, hole, known, known & may_be_painted, brush=brush)
    if samples is None:
        return False
    label = translate("DocumentEdits", "Heal")
    _paint(document, project, around, hole, samples, HandClass.HEALED, label, gesture)
    return True


def begin_clone(document: Document, offset: tuple[int, int], *, fading: float) -> CloneStroke | None:
    """A stroke of the clone brush over the open photo, which copies from ``offset`` (x, y) beside it."""
    project = document.project
    if project is None:
        return None
    classes = project.classes
    return CloneStroke(
        project.photo,
        project.hand,
        project.coverage,
        offset,
        fading=fading,
        locked=classes.protected,
        unsound=classes.repaired,
    )


def clone(
    document: Document, stroke: CloneStroke, points_photo: NDArray[np.floating], radius_px: float, *, gesture: int
) -> bool:
    """A piece of a clone stroke. False where nothing could be copied."""
    project = document.project
    copied = stroke.piece(points_photo, radius_px)
    if project is None or copied is None:
        return False
    label = translate("DocumentEdits", "Clone")
    _paint(document, project, copied.box, copied.where, copied.samples, HandClass.CLONED, label, gesture)
    return True


def take_off(document: Document, points_photo: NDArray[np.floating], radius_px: float, *, gesture: int) -> None:
    """Show the photo again where a piece of a stroke covers what was filled by hand; nothing else changes."""
    project = document.project
    found = None if project is None else stroke_shape(project.photo.extent, points_photo, radius_px)
    if project is None or found is None:
        return
    box, shape = found
    patch = PixelDiff.of_shape(project.coverage, box, shape & seen(project.coverage[box.slices]), DamageClass.NONE)
    if patch is not None:
        document.do(HandEdit(translate("DocumentEdits", "Take off"), (patch,), (), gesture))


def _core(project: Project, box: Box, points_photo: NDArray[np.floating], radius_px: float) -> NDArray[np.bool_]:
    """What a thinner stroke covers of a box (h, w); nothing for one without width."""
    covered = np.zeros((box.height, box.width), np.bool_)
    found = stroke_shape(project.photo.extent, points_photo, radius_px) if radius_px >= _LEAST_CORE_PX else None
    if found is not None:
        covered[found[0].moved(-box.left, -box.top).slices] = found[1]
    return covered


def _may_be_painted(project: Project, box: Box) -> NDArray[np.bool_]:
    free = ~_among(project.coverage[box.slices], project.classes.protected)
    return free if project.photo.alpha is None else free & (project.photo.alpha[box.slices] > 0)


def _among(plane: NDArray[np.uint8], numbers: Collection[int]) -> NDArray[np.bool_]:
    """Where a plane (h, w) has one of some numbers."""
    table = np.zeros(256, np.uint8)
    table[list(numbers)] = 1
    return np.asarray(cv2.LUT(plane, table), np.uint8).view(np.bool_)


def _paint(
    document: Document,
    project: Project,
    box: Box,
    where: NDArray[np.bool_],
    samples: NDArray[Any],
    kind: HandClass,
    label: str,
    gesture: int,
) -> None:
    """Samples (N, ...) of a box where true (h, w), as a step of the history."""
    patch = PixelDiff.of_shape(project.coverage, box, where, kind)
    pixels = HandDiff.of(project.hand, box, where, samples)
    if patch is not None or pixels is not None:
        patches = () if patch is None else (patch,)
        document.do(HandEdit(label, patches, () if pixels is None else (pixels,), gesture))
