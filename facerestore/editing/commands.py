"""Commands: edits made of data. ``do`` and ``undo`` change a project and say what they changed.

``undo`` after ``do`` gives the same project. No command knows of windows, tools or networks. Those about the mask and
the view stand here, those about faces in ``face_commands``.
"""

from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from facerestore.editing.changes import Change, ClassesChanged, FramingChanged, HandChanged, MaskChanged
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import Project
from facerestore.values.damage_table import DamageTable
from facerestore.values.framing import Framing
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import HandDiff


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
        return MaskChanged(touched(self.patches))

    def undo(self, project: Project) -> Change:
        for patch in reversed(self.patches):
            patch.flip(project.coverage)
        return MaskChanged(touched(self.patches))

    def merged(self, later: Command) -> "MaskEdit | None":
        if isinstance(later, MaskEdit) and goes_on(self, later):
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
        box = touched(self.patches)
        for one in self.pixels:
            box = box.union(one.box)
        return box

    def merged(self, later: Command) -> "HandEdit | None":
        if isinstance(later, HandEdit) and goes_on(self, later):
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
        return ClassesChanged(touched(self.patches))

    def undo(self, project: Project) -> Change:
        for patch in reversed(self.patches):
            patch.flip(project.coverage)
        project.classes = self.before
        return ClassesChanged(touched(self.patches))

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
        if isinstance(later, SetFraming) and goes_on(self, later):
            return replace(self, after=later.after)
        return None


def goes_on(command: Command, later: Command) -> bool:
    """Whether both are parts of one drag."""
    return command.gesture != 0 and later.gesture == command.gesture


def touched(patches: tuple[PixelDiff, ...]) -> Box:
    """The box of all of them."""
    box = Box(0, 0, 0, 0)
    for patch in patches:
        box = box.union(patch.box)
    return box
