"""Commands: edits made of data. ``do`` and ``undo`` change a project and say what they changed.

``undo`` after ``do`` gives the same project. No command knows of windows, tools or networks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState, Project
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DamageTable
from facerestore.values.framing import Framing
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import HandDiff
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference


@dataclass(frozen=True)
class MaskChanged:
    box: Box


@dataclass(frozen=True)
class LayoutChanged:
    """``box`` in pixels of the layout."""

    face: int
    box: Box


@dataclass(frozen=True)
class FacesChanged:
    """Faces came, went or moved; their layouts may have changed with them."""


@dataclass(frozen=True)
class ClassesChanged:
    """Damage classes came, went or are treated otherwise; ``box``: where the mask changed with them, often empty."""

    box: Box


@dataclass(frozen=True)
class ChoiceChanged:
    """Which candidates a face uses, and how strongly."""

    face: int


@dataclass(frozen=True)
class ReferencesChanged:
    """From which photographs a face borrows, or which of its parts."""

    face: int


@dataclass(frozen=True)
class FramingChanged:
    """The photo is turned, straightened or cropped otherwise."""


@dataclass(frozen=True)
class HandChanged:
    """What is filled by hand, and the mask with it; ``box`` in pixels of the photo."""

    box: Box


Change = (
    MaskChanged
    | HandChanged
    | LayoutChanged
    | FacesChanged
    | ChoiceChanged
    | ReferencesChanged
    | ClassesChanged
    | FramingChanged
)


class Command(Protocol):
    """``label`` completes the menu entry "Undo ...". Each kind has its record in ``journal_records``."""

    @property
    def label(self) -> str: ...

    @property
    def byte_count(self) -> int: ...

    @property
    def gesture(self) -> int:
        """The drag that this is part of, other than 0; 0 for a step by itself."""
        ...

    @property
    def keeps_render(self) -> bool:
        """Whether a photo restored after it looks the same, pixel by pixel, as one restored before."""
        ...

    def do(self, project: Project) -> Change: ...

    def undo(self, project: Project) -> Change: ...

    def merged(self, later: "Command") -> "Command | None":
        """One command for this one and a later one of the same gesture; None if they are two steps."""
        ...


@dataclass(frozen=True, eq=False)
class MaskEdit:
    """Patches of the mask, in the order they were painted. Equal gestures, other than 0, merge."""

    label: str
    patches: tuple[PixelDiff, ...]
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return sum(patch.byte_count for patch in self.patches)

    def do(self, project: Project) -> Change:
        for patch in self.patches:
            patch.flip(project.coverage)
        return MaskChanged(_touched(self.patches))

    def undo(self, project: Project) -> Change:
        for patch in reversed(self.patches):
            patch.flip(project.coverage)
        return MaskChanged(_touched(self.patches))

    def merged(self, later: Command) -> "MaskEdit | None":
        if isinstance(later, MaskEdit) and _goes_on(self, later):
            return replace(self, patches=self.patches + later.patches)
        return None


@dataclass(frozen=True, eq=False)
class HandEdit:
    """Pixels painted by hand, and the patches of the mask that say where, in the order they were painted. Equal
    gestures, other than 0, merge."""

    label: str
    patches: tuple[PixelDiff, ...]
    pixels: tuple[HandDiff, ...]
    gesture: int = 0
    keeps_render: ClassVar[bool] = False

    @property
    def byte_count(self) -> int:
        return sum(one.byte_count for one in self.patches) + sum(one.byte_count for one in self.pixels)

    def do(self, project: Project) -> Change:
        project.hand = project.hand.flipped(self.pixels)
        for patch in self.patches:
            patch.flip(project.coverage)
        return HandChanged(self._box)

    def undo(self, project: Project) -> Change:
        project.hand = project.hand.flipped(self.pixels)
        for patch in reversed(self.patches):
            patch.flip(project.coverage)
        return HandChanged(self._box)

    @property
    def _box(self) -> Box:
        box = _touched(self.patches)
        for one in self.pixels:
            box = box.union(one.box)
        return box

    def merged(self, later: Command) -> "HandEdit | None":
        if isinstance(later, HandEdit) and _goes_on(self, later):
            return replace(self, patches=self.patches + later.patches, pixels=self.pixels + later.pixels)
        return None


@dataclass(frozen=True, eq=False)
class SetClasses:
    """Other damage classes, or other policies; ``patches``: what the mask loses with a class that goes, or gets with
    those that come."""

    label: str
    before: DamageTable
    after: DamageTable
    patches: tuple[PixelDiff, ...] = ()
    gesture: int = 0

    @property
    def keeps_render(self) -> bool:
        """Whether every pixel is treated as before: only names or colours changed."""
        return not self.patches and self.before.policies == self.after.policies

    @property
    def byte_count(self) -> int:
        return sum(patch.byte_count for patch in self.patches)

    def do(self, project: Project) -> Change:
        project.classes = self.after
        for patch in self.patches:
            patch.flip(project.coverage)
        return ClassesChanged(_touched(self.patches))

    def undo(self, project: Project) -> Change:
        for patch in reversed(self.patches):
            patch.flip(project.coverage)
        project.classes = self.before
        return ClassesChanged(_touched(self.patches))

    def merged(self, later: Command) -> None:
        return None


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
        return LayoutChanged(self.face, _touched(self.patches))

    def merged(self, later: Command) -> "LayoutEdit | None":
        if isinstance(later, LayoutEdit) and _goes_on(self, later) and later.face == self.face:
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
        if isinstance(later, MovePoint) and _goes_on(self, later) and later.face == self.face:
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
        if isinstance(later, SetChoice) and _goes_on(self, later) and later.face == self.face:
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


@dataclass(frozen=True)
class SetFraming:
    """The photo turned, straightened or cropped otherwise. Equal gestures, other than 0, merge."""

    label: str
    before: Framing
    after: Framing
    gesture: int = 0
    keeps_render: ClassVar[bool] = True

    @property
    def byte_count(self) -> int:
        return 0

    def do(self, project: Project) -> Change:
        project.framing = self.after
        return FramingChanged()

    def undo(self, project: Project) -> Change:
        project.framing = self.before
        return FramingChanged()

    def merged(self, later: Command) -> "SetFraming | None":
        if isinstance(later, SetFraming) and _goes_on(self, later):
            return replace(self, after=later.after)
        return None


def _is_in_both(one: Reference, *groups: Mapping[int, Reference]) -> bool:
    return all(id(one.crop.pixels) in group for group in groups)


def _reference_size(one: Reference) -> int:
    layout = 0 if one.layout is None else one.layout.labels.nbytes
    beneath = 0 if one.beneath is None else one.beneath.pixels.nbytes
    return one.crop.pixels.nbytes + one.crop.hole.nbytes + layout + beneath


def _goes_on(command: Command, later: Command) -> bool:
    """Whether both are parts of one drag."""
    return command.gesture != 0 and later.gesture == command.gesture


def _touched(patches: tuple[PixelDiff, ...]) -> Box:
    box = Box(0, 0, 0, 0)
    for patch in patches:
        box = box.union(patch.box)
    return box


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
