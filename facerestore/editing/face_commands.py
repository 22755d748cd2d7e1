"""Commands about faces: their places, layouts, choices among candidates, and references."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facerestore.editing.changes import Change, ChoiceChanged, FacesChanged, LayoutChanged, ReferencesChanged
from facerestore.editing.commands import Command, goes_on, touched
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState, Project
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.geometry import Box
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference


@dataclass(frozen=True, eq=False)
class LayoutEdit:
    """Patches of one face's layout. Equal gestures, other than 0, merge."""

    label: str
    face: int
    patches: tuple[PixelDiff, ...]
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return sum(patch.byte_count for patch in self.patches)

    def do(self, project: Project) -> Change:
        return self._flip(project, self.patches)

    def undo(self, project: Project) -> Change:
        return self._flip(project, self.patches[::-1])

    def _flip(self, project: Project, patches: tuple[PixelDiff, ...]) -> Change:
        work, layout = _work_with_layout(project, self.face)
        labels = layout.labels.copy()
        for patch in patches:
            patch.flip(labels)
        project.replace_face(self.face, work.with_layout(layout.with_labels(labels)))
        return LayoutChanged(self.face, touched(self.patches))

    def merged(self, later: Command) -> "LayoutEdit | None":
        if isinstance(later, LayoutEdit) and goes_on(self, later) and later.face == self.face:
            return replace(self, patches=self.patches + later.patches)
        return None


@dataclass(frozen=True, eq=False)
class SetLayout:
    """Another layout for one face: predicted, loaded from a file, or reset."""

    label: str
    face: int
    before: FaceState
    after: FaceState
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return _size(self.before) + _size(self.after)

    def do(self, project: Project) -> Change:
        return self._put(project, self.after)

    def undo(self, project: Project) -> Change:
        return self._put(project, self.before)

    def _put(self, project: Project, work: FaceState) -> Change:
        project.replace_face(self.face, work)
        return LayoutChanged(self.face, _whole(self.after.layout, self.before.layout))

    def merged(self, later: Command) -> None:
        return None


@dataclass(frozen=True, eq=False)
class MovePoint:
    """One of the five points elsewhere; the layout is carried along. Equal gestures, other than 0, merge."""

    label: str
    face: int
    before: FaceState
    after: FaceState
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return _size(self.before) + _size(self.after)

    def do(self, project: Project) -> Change:
        project.replace_face(self.face, self.after)
        return FacesChanged()

    def undo(self, project: Project) -> Change:
        project.replace_face(self.face, self.before)
        return FacesChanged()

    def merged(self, later: Command) -> "MovePoint | None":
        if isinstance(later, MovePoint) and goes_on(self, later) and later.face == self.face:
            return replace(self, after=later.after)
        return None


@dataclass(frozen=True, eq=False)
class SetFaces:
    """Other faces: found again, added by hand, or removed."""

    label: str
    before: tuple[FaceState, ...]
    after: tuple[FaceState, ...]
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return sum(map(_size, self.before)) + sum(map(_size, self.after))

    def do(self, project: Project) -> Change:
        project.faces = self.after
        return FacesChanged()

    def undo(self, project: Project) -> Change:
        project.faces = self.before
        return FacesChanged()

    def merged(self, later: Command) -> None:
        return None


@dataclass(frozen=True, eq=False)
class SetChoice:
    """Other candidates, or another strength, in parts of a face. Equal gestures, other than 0, merge."""

    label: str
    face: int
    before: CandidateMix | None
    after: CandidateMix | None
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return sum(one.byte_count for one in (self.before, self.after) if one is not None)

    def do(self, project: Project) -> Change:
        project.replace_face(self.face, project.faces[self.face].with_choice(self.after))
        return ChoiceChanged(self.face)

    def undo(self, project: Project) -> Change:
        project.replace_face(self.face, project.faces[self.face].with_choice(self.before))
        return ChoiceChanged(self.face)

    def merged(self, later: Command) -> "SetChoice | None":
        if isinstance(later, SetChoice) and goes_on(self, later) and later.face == self.face:
            return replace(self, after=later.after)
        return None


@dataclass(frozen=True, eq=False)
class SetReferences:
    """Other references for a face, in another order, or lending other parts."""

    label: str
    face: int
    before: tuple[Reference, ...]
    after: tuple[Reference, ...]
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        """Of those that come or go: what stays is held by the face itself."""
        before, after = ({id(one.crop.pixels): one for one in each} for each in (self.before, self.after))
        return sum(_reference_size(one) for one in (before | after).values() if not _is_in_both(one, before, after))

    def do(self, project: Project) -> Change:
        return self._put(project, self.after)

    def undo(self, project: Project) -> Change:
        return self._put(project, self.before)

    def _put(self, project: Project, references: tuple[Reference, ...]) -> Change:
        project.replace_face(self.face, project.faces[self.face].with_references(references))
        return ReferencesChanged(self.face)

    def merged(self, later: Command) -> None:
        return None


def _is_in_both(one: Reference, *groups: Mapping[int, Reference]) -> bool:
    return all(id(one.crop.pixels) in group for group in groups)


def _reference_size(one: Reference) -> int:
    layout = 0 if one.layout is None else one.layout.labels.nbytes
    beneath = 0 if one.beneath is None else one.beneath.pixels.nbytes
    return one.crop.pixels.nbytes + one.crop.hole.nbytes + layout + beneath


def _work_with_layout(project: Project, face: int) -> tuple[FaceState, Layout]:
    work = project.faces[face]
    assert work.layout is not None, "only a layout that exists is edited"
    return work, work.layout


def _whole(*layouts: Layout | None) -> Box:
    sizes = [Box(0, 0, one.labels.shape[1], one.labels.shape[0]) for one in layouts if one is not None]
    box = Box(0, 0, 0, 0)
    for size in sizes:
        box = box.union(size)
    return box


def _size(work: FaceState) -> int:
    return sum(one.labels.nbytes for one in (work.layout, work.predicted) if one is not None)
