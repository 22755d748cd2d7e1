"""ReferenceTasks: finds the person of a face in other photographs, and gives the face what the person at work takes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.editing.project import FaceState, Project
from facerestore.restoration.candidate_set import FaceKey
from facerestore.restoration.steps import Recipe
from facerestore.values.embedding import MOST_HIDDEN
from facerestore.values.errors import FaceRestoreError
from facerestore.values.file_names import shown
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import MOST_REFERENCES, Reference
from facerestore_gui.background.lazy_modules import file_calculations, recipe, reference_calculations, reference_search
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.references import add_references, remove_reference, set_reference_mask
from facerestore_gui.document.reference_proposals import Proposal, ReferenceProposals
from facerestore_gui.look.translation import engine_words, percentage
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

_FILES_NAMED = 4
"""More are counted, not named: a message is read."""


class ReferenceTasks(QObject):
    """The tasks with references, for the current face. Photographs that are named are taken as they are, and what
    speaks against one is said; those of a folder are proposed."""

    said = Signal(object)
    """A Message."""

    def __init__(
        self, document: Document, proposals: ReferenceProposals, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._proposals, self._runner = document, proposals, runner

    def add_photos(self, paths: Sequence[Path]) -> None:
        """The person's face in each of these photographs."""
        if self._document.work is not None and paths:
            self._runner.start(self._add(tuple(paths)))

    def search_folder(self, folder: Path) -> None:
        """Propose the person's faces in the photographs of a folder."""
        if self._document.work is not None:
            self._runner.start(self._search(folder))

    def take_files(self, paths: Sequence[Path]) -> None:
        """What was dropped: a folder to look through, or photographs."""
        if len(paths) == 1 and paths[0].is_dir():
            self.search_folder(paths[0])
        else:
            self.add_photos([path for path in paths if not path.is_dir()])

    def take(self, proposals: Sequence[Proposal]) -> None:
        work = self._document.work
        if work is not None and proposals:
            self._runner.start(self._take(work.alignment.key, tuple(proposals)))

    def mask(self, reference: Reference, hidden: NDArray[np.bool_]) -> None:
        """Hide that of a reference's crop (S, S), and nothing else that a mask hid."""
        if self._document.work is not None:
            self._runner.start(self._mask(reference, lambda: hidden))

    def mask_by_file(self, reference: Reference, path: Path) -> None:
        """Hide what a mask file, or a project of the photograph, says."""
        if self._document.work is not None:
            self._runner.start(self._mask(reference, lambda: reference_calculations.masked_in_file(path, reference)))

    def unmask(self, reference: Reference) -> None:
        self.mask(reference, np.zeros_like(reference.crop.hole))

    def refuse(self, proposal: Proposal) -> None:
        self._proposals.drop((proposal,))

    def remove(self, reference: Reference) -> None:
        """The current face borrows from it no longer."""
        self._proposals.drop_face(reference)
        remove_reference(self._document, self._document.current_face, reference)

    # --- tasks

    def _add(self, paths: tuple[Path, ...]) -> Steps:
        project, work = self._open()
        damaged = yield from self._damaged_face(project, work)
        sources = yield Calculation(
            "album", lambda progress, cancel: reference_calculations.photos_of(paths, apart_from=project.photo.path)
        )
        found: list[Reference] = []
        told: list[str] = []
        for source in sources:
            try:
                likest = yield from reference_search.likest_face(source, damaged)
            except FaceRestoreError as error:
                told.append(f"{shown(source.file_name)}: {engine_words(error.sentence)}")
                continue
            found.append(likest.reference)
            notes = reference_search.another_person_note(likest), reference_search.masked_note(likest.reference)
            told += [engine_words(note) for note in notes if note is not None]
        references = yield from recipe.with_layouts(found)
        if len(sources) < len(set(paths)):
            told.append(self.tr("The open photo itself was left out."))
        self._give(project, work.alignment.key, references, told)

    def _search(self, folder: Path) -> Steps:
        project, work = self._open()
        damaged = yield from self._damaged_face(project, work)
        if not damaged.embedding.is_comparable:
            self._say_hidden(damaged.embedding.hidden_share)
            return
        sources = yield Calculation(
            "album", lambda progress, cancel: reference_calculations.photos_in(folder, apart_from=project.photo.path)
        )
        found = yield from reference_search.album_faces(sources, damaged)
        if self._document.project is not project:
            return
        likely = _proposals(found.proposed, are_likely=True)
        others = _proposals([one for one in found.others if one.is_same_person], are_likely=False)
        taken = {one.key for one in work.references}
        self._proposals.begin(work.alignment.key, (one for one in likely + others if one.reference.key not in taken))
        self._say_found(len(likely), len(others), len(sources), [name for name, _ in found.unread])

    def _take(self, face: FaceKey, proposals: tuple[Proposal, ...]) -> Steps:
        project, _ = self._open()
        references = yield from recipe.with_layouts([one.reference for one in proposals])
        self._give(project, face, references, [])

    def _mask(self, reference: Reference, hidden: Callable[[], NDArray[np.bool_]]) -> Steps:
        project, work = self._open()
        masked = yield Calculation("crop", lambda progress, cancel: reference.with_mask(hidden()))
        if np.array_equal(masked.crop.hole, reference.crop.hole):
            text = self.tr("{file} is masked like that already, or the mask lies beside its face.")
            text = text.format(file=shown(reference.file_name))
            self.said.emit(notice(self.tr("This mask changes nothing"), text))
            return
        (after,) = yield from recipe.with_layouts((masked,))
        index = self._index_of(project, work.alignment.key)
        if index is not None:
            set_reference_mask(self._document, index, reference, after)

    def _damaged_face(self, project: Project, work: FaceState) -> Recipe["reference_search.DamagedFace"]:
        scan, hand, coverage, classes = project.photo, project.hand, project.coverage.copy(), project.classes
        mask: Mask = yield Calculation(
            "crop", lambda progress, cancel: file_calculations.changed_mask(coverage, classes)
        )
        photo: Photo = yield Calculation(
            "crop", lambda progress, cancel: file_calculations.worked(scan, hand, coverage)
        )
        return (yield from reference_search.damaged_face(photo, mask, work.alignment, work.layout))

    def _give(self, project: Project, face: FaceKey, references: Sequence[Reference], told: list[str]) -> None:
        """To the face, if it is still there."""
        index = self._index_of(project, face)
        if index is None:
            return
        left_out = add_references(self._document, index, references).left_out
        if left_out:
            told.append(
                self.tr("A face borrows from at most {most} photographs; left out: {files}.").format(
                    most=MOST_REFERENCES, files=self._named([one.file_name for one in left_out])
                )
            )
        if told:
            self.said.emit(notice(self.tr("Photographs of the person"), " ".join(told)))

    def _index_of(self, project: Project, face: FaceKey) -> int | None:
        """Which face that is now; None where it is gone."""
        if self._document.project is not project:
            return None
        return next((at for at, one in enumerate(project.faces) if one.alignment.key == face), None)

    def _open(self) -> tuple[Project, FaceState]:
        project, work = self._document.project, self._document.work
        assert project is not None, "asked before the task began"
        assert work is not None, "asked before the task began"
        return project, work

    # --- what is said

    def _say_hidden(self, hidden_share: float) -> None:
        text = self.tr(
            "{share} of the face is hidden, too much to tell who it is (at most {most}). Add photographs of the person "
            "by name."
        )
        text = text.format(share=percentage(hidden_share), most=percentage(MOST_HIDDEN))
        self.said.emit(notice(self.tr("The folder was not searched"), text))

    def _say_found(self, likely: int, others: int, photos: int, unread: list[str]) -> None:
        title = self.tr("Nobody like this person was found") if not likely + others else self.tr("Look through them")
        told = [self.tr("Of {photos} photographs, {count} probably of the person.").format(count=likely, photos=photos)]
        if others:
            told.append(self.tr("Those with a question mark may be of somebody else: {count}.").format(count=others))
        if likely + others:
            told.append(self.tr("Take or refuse each under References."))
        if unread:
            told.append(self.tr("Not read: {files}.").format(files=self._named(unread)))
        self.said.emit(notice(title, " ".join(told)))

    def _named(self, names: Sequence[str]) -> str:
        first = ", ".join(map(shown, names[:_FILES_NAMED]))
        further = len(names) - _FILES_NAMED
        return first if further <= 0 else self.tr("{files} and {count} more").format(files=first, count=further)


def _proposals(found: "Sequence[reference_search.Likeness]", *, are_likely: bool) -> list[Proposal]:
    return [Proposal(one.reference, one.distance, are_likely) for one in found if one.distance is not None]
