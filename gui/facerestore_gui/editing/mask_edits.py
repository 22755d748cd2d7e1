"""MaskEdits: edits of the mask that look at much of it, calculated in a thread, in the order they are asked for.

An edit is calculated from the mask itself, not from a copy: a hundred megapixels have no cheap ones. If the mask
or its classes change in the meantime, what was calculated is thrown away and calculated again. So classes are looked
at when an edit is calculated, not when it is asked for: one that is gone by then must not be painted.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from facerestore.editing.mask_shapes import Combination, Region
from facerestore.editing.painting import PixelDiff
from facerestore.values.geometry import Box, Extent
from facerestore.values.repair import RepairedPhoto
from facerestore_gui.background.lazy_modules import mask_calculations, scratch_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.mask import edit_mask, set_classes
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.look.step_label import translate
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

if TYPE_CHECKING:
    from facerestore.files.plane_file import ClassedMask
    from facerestore_gui.background.scratch_calculations import ScratchWay

AT_ONCE_PX: Final = 300_000
"""So many pixels are looked at in a few milliseconds; what looks at more goes to a thread."""

_Patches = Sequence[PixelDiff]
_Put = Callable[[_Patches], None]
_Calculate = Callable[[NDArray[np.uint8]], _Patches]


@dataclass(frozen=True, eq=False)
class _Wanted:
    """``put``: what makes a step of the history of what was calculated."""

    calculate: _Calculate
    put: _Put


class MaskEdits(QObject):
    """The edits of the mask that calculate. ``runner`` is its own: an edit neither ends nor waits for a restoration
    under way."""

    def __init__(self, document: Document, settings: ToolSettings, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings, self.runner = document, settings, runner
        self._waiting: deque[_Wanted] = deque()
        self._is_held: Callable[[], bool] = lambda: False
        self._once_done: list[Callable[[], object]] = []
        self._revision = 0
        document.edited.connect(self._note_change)
        document.opened.connect(self._on_opened)
        document.gesture_ended.connect(self._go_on)
        runner.failed.connect(self._on_failed)
        runner.ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        return self.runner.is_busy or bool(self._waiting)

    def wait_while(self, is_held: Callable[[], bool]) -> None:
        """Nothing is put into the mask while this says so: a drag stays one step."""
        self._is_held = is_held

    def once_done(self, call: Callable[[], object]) -> None:
        """Call when all that was asked for so far is in the mask; never if it is cancelled or fails."""
        if self.is_busy:
            self._once_done.append(call)
        else:
            call()

    def cancel(self) -> None:
        """Forget what is not done yet."""
        self._waiting.clear()
        self._once_done.clear()
        self.runner.cancel()

    # --- edits

    def draw(
        self,
        label: str,
        region: Callable[[Extent], Region | None],
        outline_photo: NDArray[np.float64],
        combination: Combination,
    ) -> None:
        """A shape that lies within the box of its outline (N, 2), combined with the mask."""
        project = self._document.project
        if project is None:
            return
        extent, in_hand = project.photo.extent, self._settings.damage_class

        def patches(plane: NDArray[np.uint8]) -> _Patches:
            value, kept = self._value_and_kept(in_hand)
            return mask_calculations.combined_shape(plane, region(extent), combination, value=value, kept=kept)

        box = extent.box if combination is Combination.INTERSECT else Box.around(outline_photo).clipped(extent)
        self._ask(label, patches, looks_at_px=box.width * box.height)

    def wand(
        self, x_photo: float, y_photo: float, *, tolerance: float, is_contiguous: bool, combination: Combination
    ) -> None:
        """What has the colour of a place, combined with the mask."""
        project = self._document.project
        if project is None:
            return
        photo, hand, in_hand = project.photo, project.hand, self._settings.damage_class

        def patches(plane: NDArray[np.uint8]) -> _Patches:
            # as it is filled by hand: what was healed has the colour that it is seen in
            pixels = RepairedPhoto(photo, hand.repairs(plane)).photo.pixels
            region = mask_calculations.wand_region(
                pixels, x_photo, y_photo, tolerance=tolerance, is_contiguous=is_contiguous
            )
            value, kept = self._value_and_kept(in_hand)
            return mask_calculations.combined_shape(plane, region, combination, value=value, kept=kept)

        self._ask(translate("MaskEdits", "Magic wand"), patches)

    def trace(self, way: "ScratchWay", *, is_straight: bool, combination: Combination) -> None:
        """A scratch along a way, as wide as it is at each place, combined with the mask."""
        project = self._document.project
        if project is None:
            return
        pixels, in_hand = project.photo.pixels, self._settings.damage_class

        def patches(plane: NDArray[np.uint8]) -> _Patches:
            region = scratch_calculations.scratch_region(pixels, way, is_straight=is_straight)
            value, kept = self._value_and_kept(in_hand)
            return mask_calculations.combined_shape(plane, region, combination, value=value, kept=kept)

        self._ask(translate("MaskEdits", "Trace scratch"), patches)

    def grow(self) -> None:
        """All that is repaired, by the radius that the settings say."""
        self._change(translate("MaskEdits", "Grow mask"), "grow", self._settings.refine_px)

    def shrink(self) -> None:
        self._change(translate("MaskEdits", "Shrink mask"), "shrink", self._settings.refine_px)

    def smooth(self) -> None:
        self._change(translate("MaskEdits", "Smooth mask"), "smooth", self._settings.refine_px)

    def remove_specks(self) -> None:
        """Parts of fewer pixels than a square of the radius that the settings say has."""
        self._change(translate("MaskEdits", "Remove specks"), "remove_specks", self._settings.refine_px)

    def fill_holes(self) -> None:
        self._change(translate("MaskEdits", "Fill holes"), "fill_holes", 0)

    def invert(self) -> None:
        """What is repaired is kept, and the other way round; what is protected stays."""
        self._change(translate("MaskEdits", "Invert mask"), "invert", 0)

    def clear(self) -> None:
        self._ask(translate("MaskEdits", "Clear mask"), lambda plane: mask_calculations.cleared(plane))

    def replace(self, read: "ClassedMask") -> None:
        """The mask of a file in place of the present one. It has the photo's size; the classes that it has and the
        document has not come with it."""

        def put(patches: _Patches) -> None:
            classes, _ = self._settings.classes.joined(read.table, read.numbers)
            set_classes(self._document, translate("MaskEdits", "Import mask"), classes, *patches)

        def patches(present: NDArray[np.uint8]) -> _Patches:
            _, numbers = self._settings.classes.joined(read.table, read.numbers)
            return mask_calculations.imported(present, mask_calculations.renumbered(read.plane, numbers))

        self._ask(translate("MaskEdits", "Import mask"), patches, put=put)

    def take(self, regions: Sequence[tuple[Region, int]], note: Callable[[object, object], object]) -> None:
        """Damage that was suggested, all of it in one step; of a kind that has no class any more it is plain damage.
        ``note`` is called with the document's revisions before and after that step."""
        label = translate("MaskEdits", "Accept suggestions")

        def patches(plane: NDArray[np.uint8]) -> _Patches:
            kinds = [(region, self._settings.kind_of(kind).number) for region, kind in regions]
            return mask_calculations.repaired_regions(plane, kinds)

        def put(patches: _Patches) -> None:
            before = self._document.revision
            edit_mask(self._document, label, *patches)
            note(before, self._document.revision)

        self._ask(label, patches, put=put)

    def remove_class(self, number: int) -> None:
        """A class less; what was painted as it is marked no more."""

        def put(patches: _Patches) -> None:
            classes = self._settings.classes
            kind = classes.kind(number)
            if kind is not None:
                set_classes(self._document, translate("MaskEdits", "Remove class"), classes.without(number), *patches)

        self._ask(
            translate("MaskEdits", "Remove class"),
            lambda plane: mask_calculations.without_class(plane, number),
            put=put,
        )

    def _value_and_kept(self, in_hand: int) -> tuple[int, frozenset[int]]:
        """What a tool paints that was used with a class in hand, and what it leaves alone."""
        value = self._settings.kind_of(in_hand).number
        return value, self._settings.kept_from(value)

    def _change(self, label: str, name: str, radius_px: int) -> None:
        in_hand = self._settings.damage_class

        def patches(plane: NDArray[np.uint8]) -> _Patches:
            added, repaired = self._settings.kind_of(in_hand).number, self._settings.classes.repaired
            return mask_calculations.changed(plane, name, radius_px, added=added, repaired=repaired)

        self._ask(label, patches)

    # --- one after the other

    def _ask(
        self, label: str, calculate: _Calculate, *, looks_at_px: int | None = None, put: _Put | None = None
    ) -> None:
        """Do it now where it looks at few pixels (None: all of the photo's), else in a thread. Without ``put`` the
        patches are an edit of the mask."""
        project = self._document.project
        if project is None:
            return
        count = project.photo.extent.pixel_count if looks_at_px is None else looks_at_px
        wanted = _Wanted(calculate, put or (lambda patches: edit_mask(self._document, label, *patches)))
        if count <= AT_ONCE_PX and not self.is_busy and not self._is_held():
            wanted.put(calculate(project.coverage))
        else:
            self._waiting.append(wanted)
            self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self.runner.is_busy and not self._is_held():
            self.runner.start(self._carry_out(self._waiting[0]))

    def _carry_out(self, wanted: _Wanted) -> Steps:
        project = self._document.project
        assert project is not None, "asked for in an open photo"
        coverage = project.coverage
        revision = self._revision
        patches: _Patches = yield Calculation("mask", lambda progress, cancel: wanted.calculate(coverage))
        if self._revision != revision or self._is_held():
            return  # it is asked for again when this ends, or when the drag does
        self._waiting.popleft()
        wanted.put(patches)

    def _on_failed(self) -> None:
        """What cannot be done is not asked for again."""
        self._once_done.clear()
        if self._waiting:
            self._waiting.popleft()

    def _on_ended(self) -> None:
        # after the others that listen have heard of the end
        QTimer.singleShot(0, self, self._after_end)

    def _after_end(self) -> None:
        self._go_on()
        if not self.is_busy:
            calls, self._once_done = self._once_done, []
            for call in calls:
                call()

    def _note_change(self) -> None:
        self._revision += 1

    def _on_opened(self) -> None:
        self._revision += 1
        self.cancel()
