"""ReferenceProposals: faces of other photographs that may be of the person, for as long as one looks through them.

They are no part of the document: what is taken becomes an edit of the face, and is proposed again where that is undone;
what is refused or removed is forgotten.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from facerestore.restoration.candidate_set import FaceKey
from facerestore.values.reference import Reference
from facerestore_gui.document.document import Document


@dataclass(frozen=True, eq=False)
class Proposal:
    """A face that was found. ``distance``: of the two faces' embeddings; ``is_likely``: near enough for the same
    person."""

    reference: Reference
    distance: float
    is_likely: bool


class ReferenceProposals(QObject):
    """The proposals for one face of the open photo, the best first."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._face: FaceKey | None = None
        self._all: tuple[Proposal, ...] = ()
        document.opened.connect(self.end)

    @property
    def shown(self) -> tuple[Proposal, ...]:
        """Those for the current face that it does not borrow from; none while another one is chosen."""
        work = self._document.work
        if work is None or work.alignment.key != self._face:
            return ()
        return tuple(
            one for one in self._all if not any(one.reference.is_same_face(taken) for taken in work.references)
        )

    def begin(self, face: FaceKey, proposals: Iterable[Proposal]) -> None:
        """Look through new ones; those before are forgotten."""
        self._face, self._all = face, tuple(proposals)
        self.changed.emit()

    def drop(self, proposals: Iterable[Proposal]) -> None:
        """Forget some that were refused."""
        gone = set(map(id, proposals))
        self._all = tuple(one for one in self._all if id(one) not in gone)
        self.changed.emit()

    def drop_face(self, reference: Reference) -> None:
        """Forget what was taken and is removed: else it would be proposed at once."""
        self.drop(one for one in self._all if one.reference.is_same_face(reference))

    def end(self) -> None:
        if self._all:
            self._face, self._all = None, ()
            self.changed.emit()
