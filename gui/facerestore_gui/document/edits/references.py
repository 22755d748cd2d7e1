"""Edits of what a face borrows from: other photographs of the person, and which parts each may lend."""

from collections.abc import Sequence
from dataclasses import dataclass

from facerestore.editing.face_commands import SetReferences
from facerestore.values.file_names import shown
from facerestore.values.reference import MOST_REFERENCES, Reference, ReferencePart
from facerestore_gui.document.document import Document
from facerestore_gui.look.step_label import translate


@dataclass(frozen=True, eq=False)
class Added:
    """What became of references that were to be added: ``left_out`` had no room."""

    added: tuple[Reference, ...]
    left_out: tuple[Reference, ...]


def add_references(document: Document, face: int, references: Sequence[Reference]) -> Added:
    """Further references for a face, as one step; those that it has already are not added again."""
    before = _references(document, face)
    keys = {one.key for one in before}
    new = tuple(one for one in references if one.key not in keys)
    room = MOST_REFERENCES - len(before)
    added, left_out = new[:room], new[room:]
    if added:
        label = translate("DocumentEdits", "Add reference")
        document.do(SetReferences(label, face, before, before + added))
    return Added(added, left_out)


def remove_reference(document: Document, face: int, reference: Reference) -> None:
    before = _references(document, face)
    after = tuple(one for one in before if one is not reference)
    if len(after) < len(before):
        label = translate("DocumentEdits", "Remove reference")
        document.do(SetReferences(label, face, before, after))


def set_reference_parts(document: Document, face: int, reference: Reference, parts: frozenset[ReferencePart]) -> None:
    """Which parts of the face a reference may lend."""
    before = _references(document, face)
    after = tuple(one.with_parts(parts) if one is reference else one for one in before)
    if reference in before and parts != reference.parts:
        label = translate("DocumentEdits", "Parts lent by {file}").filled(file=shown(reference.file_name))
        document.do(SetReferences(label, face, before, after))


def set_reference_mask(document: Document, face: int, reference: Reference, after: Reference) -> None:
    """The same photograph with another mask in a reference's place, lending the parts that this lends by now."""
    before = _references(document, face)
    at = next((index for index, one in enumerate(before) if one.key == reference.key), None)
    if at is not None:
        label = translate("DocumentEdits", "Mask of {file}").filled(file=shown(reference.file_name))
        changed = (*before[:at], after.with_parts(before[at].parts), *before[at + 1 :])
        document.do(SetReferences(label, face, before, changed))


def _references(document: Document, face: int) -> tuple[Reference, ...]:
    if document.project is None or not 0 <= face < len(document.project.faces):
        return ()
    return document.project.faces[face].references
