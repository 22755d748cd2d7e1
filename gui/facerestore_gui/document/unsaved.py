"""What of a document would be lost if it were closed now: mask, faces and result."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Part(StrEnum):
    """What is edited."""

    MASK = "mask"
    HAND = "hand"
    FACES = "faces"
    FRAMING = "framing"


class Unsaved:
    """A memory of what is in no project yet. ``revision``s are the history's tokens: the same object whenever the
    document is in the same state."""

    def __init__(self, revision: object) -> None:
        self._parts: set[Part] = set()
        self._saved_revision = revision
        self.has_result = False

    def in_words(self) -> list[str]:
        words = {
            Part.MASK: QCoreApplication.translate("Unsaved", "changes to the mask"),
            Part.HAND: QCoreApplication.translate("Unsaved", "what was filled by hand"),
            Part.FACES: QCoreApplication.translate("Unsaved", "changes to the faces and their layout"),
            Part.FRAMING: QCoreApplication.translate("Unsaved", "how the photo is turned and cropped"),
        }
        changes = [words[part] for part in Part if part in self._parts]
        return [QCoreApplication.translate("Unsaved", "the restored photo"), *changes] if self.has_result else changes

    def note_change(self, part: Part, revision: object) -> None:
        """A part has changed; by undoing, perhaps, back to what was saved."""
        self._parts.add(part)
        if revision is self._saved_revision:
            self._parts.clear()

    def note_everything(self) -> None:
        """All that is here is in no file that the person knows of: it was recovered."""
        self._parts.update(Part)
        self._saved_revision = None

    def mark_edits_saved(self, revision: object) -> None:
        """Mask and faces as they stand are in a project, or nobody minds if they are lost."""
        self._parts.clear()
        self._saved_revision = revision
