"""Edits of what a face uses: which candidates, and how strongly."""

from facerestore.editing.face_commands import SetChoice
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.document.document import Document


def set_choice(document: Document, face: int, label: str, choice: CandidateMix | None, *, gesture: int = 0) -> None:
    """Which candidates a face uses, and how strongly."""
    if document.project is not None and 0 <= face < len(document.project.faces):
        document.do(SetChoice(label, face, document.project.faces[face].choice, choice, gesture))
