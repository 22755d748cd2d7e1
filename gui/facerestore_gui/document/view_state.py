"""ViewState: which of original and result is shown, which overlays lie over it, and which bars stand beside it."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal

from facerestore_gui.document.document import Document


class ViewMode(StrEnum):
    """What the canvas shows: the original, the result, or both."""

    ORIGINAL = "original"
    COMPARE = "compare"
    RESULT = "result"
    SIDES = "sides"
    DIFFERENCE = "difference"


_Shown = tuple[bool, bool]
"""Whether the mask is shown, and the layout."""
_ALL_SHOWN: Final = (True, True)
_NONE_SHOWN: Final = (False, False)


class ViewState(QObject):
    """The state of what a person looks at; the canvas draws it. The original is the scan as it was opened, whatever was
    done to it by hand. Overlays are seen over the original and over the
    result, over the comparison none, and none while the original is held. Where the result is from is seen over all
    that shows it. A new result switches them off, so that it can be seen; who goes back to the original has them as
    they were there; an edit switches its own on again, until it is undone."""

    mode_changed = Signal()
    overlays_changed = Signal()
    candidate_step_wanted = Signal(int)
    """By keys over the photo: the next candidate, or the one before."""
    bars_changed = Signal()
    """Which panels and bars stand round the canvas, and whether the window fills the screen."""
    loupe_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.mode = ViewMode.ORIGINAL
        self.mask_is_shown = True
        self.layout_is_shown = True
        self.shows_origin = False
        """Where the result is from; ``origin_is_seen`` says whether that can be seen now."""
        self.is_looking = False
        """Whether a candidate is looked at, which is not the result's own."""
        self.shows_grid = False
        """Whether all candidates are seen side by side in place of the photo."""
        self.shows_candidates = False
        self.shows_filmstrip = False
        self.shows_navigator = False
        self.shows_history = False
        self.is_canvas_alone = False
        """Whether all panels and bars are put away for now."""
        self.is_full_screen = False
        self.shows_loupe = False
        self.loupe_scale = 1
        """Screen pixels per photo pixel under the loupe: 1 or 2."""
        self.holds_original = False
        self._is_still = self._has_new_result = self._has_other_bars = False
        self._in_original, self._in_result = _ALL_SHOWN, _NONE_SHOWN
        """Mask and layout: whether they were shown when original, or result, was seen last."""
        self._revision: object = None
        self._before_edit: tuple[object, _Shown] | None = None
        """The state that was left by an edit, or an undo, that switched one on; and what was shown there."""
        document.opened.connect(self._on_opened)
        document.mask_changed.connect(self._on_mask_changed)
        document.hand_changed.connect(self._on_hand_changed)
        document.layout_changed.connect(self._on_layout_changed)
        document.result_changed.connect(self._on_result_changed)
        document.history_changed.connect(self._on_history_changed)

    @property
    def is_comparing(self) -> bool:
        is_compared = self.mode is ViewMode.COMPARE and self._document.has_changes
        return is_compared and not self.holds_original and not self.is_looking

    @property
    def mode_shown(self) -> ViewMode:
        """The mode that is seen: a candidate that is looked at is seen whole, beside the original or alone."""
        if self.holds_original:
            return ViewMode.ORIGINAL
        return ViewMode.RESULT if self.is_looking and self.mode is not ViewMode.SIDES else self.mode

    @property
    def shows_overlays(self) -> bool:
        """Whether anything but pictures is seen."""
        is_picture_alone = self.holds_original or self.is_comparing or self.is_looking
        return not is_picture_alone and self.mode is not ViewMode.DIFFERENCE

    @property
    def origin_is_seen(self) -> bool:
        """Whether where the result is from is shown over it: also over the side after in a comparison, but neither over
        the original that is held nor over candidates that are looked at."""
        return self.shows_origin and not (self.holds_original or self.is_looking or self.shows_grid)

    def set_mode(self, mode: ViewMode) -> None:
        """Original, comparison or result; where nothing was restored or filled by hand there is only the original."""
        self.mode = mode if self._document.has_changes else ViewMode.ORIGINAL
        self.is_looking = False
        self.mode_changed.emit()

    def choose_mode(self, mode: ViewMode) -> None:
        """The person wants to see the photo in a mode, whatever stands in its place."""
        self.show_grid(shown=False)
        was_original = self.mode is ViewMode.ORIGINAL
        self.set_mode(mode)
        if was_original and self.mode is not ViewMode.ORIGINAL:
            self._in_original = self._shown
            self._show(self._in_result)
        elif self.mode is ViewMode.ORIGINAL and not was_original:
            self._in_result = self._shown
            self._show(self._in_original)

    @property
    def _shown(self) -> "_Shown":
        return self.mask_is_shown, self.layout_is_shown

    def _show(self, shown: "_Shown") -> None:
        """Mask and layout, or none of them, whatever was edited."""
        self._before_edit = None
        if shown != self._shown:
            self.mask_is_shown, self.layout_is_shown = shown
            self.overlays_changed.emit()

    def set_looking(self, *, is_looking: bool) -> None:
        """A candidate is looked at, or none any more; the mode stays, to be returned to."""
        if is_looking != self.is_looking:
            self.is_looking = is_looking
            self.mode_changed.emit()

    def show_grid(self, *, shown: bool) -> None:
        """All candidates side by side; only where there is a result."""
        shown = shown and self._document.result is not None
        if shown != self.shows_grid:
            self.shows_grid = shown
            self.bars_changed.emit()

    def hold_original(self, *, held: bool) -> None:
        """Show the original alone for as long as a key is held."""
        if held != self.holds_original:
            self.holds_original = held
            self.mode_changed.emit()

    def keep_still(self, *, still: bool) -> None:
        """While a button is down over the photo nothing moves under the pointer: a new result, and the bar that comes
        with it, wait until it is let go."""
        self._is_still = still
        if still:
            return
        if self._has_other_bars:
            self._has_other_bars = False
            self.bars_changed.emit()
        if self._has_new_result:
            self._has_new_result = False
            self._on_result_changed()

    def leave_comparison(self) -> None:
        """Painting happens on one picture: on the result, where two were compared, and on no candidate that is only
        looked at."""
        self.set_looking(is_looking=False)
        if self.mode in (ViewMode.COMPARE, ViewMode.DIFFERENCE):
            self.set_mode(ViewMode.RESULT)

    def show_mask(self, *, shown: bool) -> None:
        self._before_edit = None
        self.mask_is_shown = shown
        self.overlays_changed.emit()

    def show_layout(self, *, shown: bool) -> None:
        self._before_edit = None
        self.layout_is_shown = shown
        self.overlays_changed.emit()

    def show_origin(self, *, shown: bool) -> None:
        """Show where the result is from, or no longer; who wants to see it comes back to the result from whatever is
        looked at in its place."""
        self.shows_origin = shown
        if shown:
            self.set_looking(is_looking=False)
            self.show_grid(shown=False)
        self.overlays_changed.emit()

    def show_candidates(self, *, shown: bool) -> None:
        self.shows_candidates = shown
        self._tell_bars()

    def show_filmstrip(self, *, shown: bool) -> None:
        self.shows_filmstrip = shown
        self._tell_bars()

    def show_navigator(self, *, shown: bool) -> None:
        self.shows_navigator = shown
        self._tell_bars()

    def show_history(self, *, shown: bool) -> None:
        self.shows_history = shown
        self._tell_bars()

    def leave_canvas_alone(self, *, alone: bool) -> None:
        """Put all panels and bars away, or bring back those that were there."""
        self.is_canvas_alone = alone
        self._tell_bars()

    def fill_screen(self, *, filled: bool) -> None:
        self.is_full_screen = filled
        self._tell_bars()

    def show_loupe(self, *, shown: bool) -> None:
        """A loupe over the comparison."""
        self.shows_loupe = shown
        self.loupe_changed.emit()

    def scale_loupe(self, scale: int) -> None:
        """1 or 2 screen pixels per photo pixel."""
        self.loupe_scale = scale
        self.loupe_changed.emit()

    def _tell_bars(self) -> None:
        if self._is_still:
            self._has_other_bars = True
        else:
            self.bars_changed.emit()

    def _on_opened(self) -> None:
        self._in_original, self._in_result = _ALL_SHOWN, _NONE_SHOWN
        self._revision, self._before_edit = self._document.revision, None
        self.mask_is_shown, self.layout_is_shown, self.shows_origin = True, True, False
        self.show_grid(shown=False)
        self.overlays_changed.emit()
        self.set_mode(ViewMode.RESULT if self._document.hand_is_seen else ViewMode.ORIGINAL)

    def _on_hand_changed(self) -> None:
        """What is painted by hand is seen at once; where all of it is undone, the original is left."""
        has_changes = self._document.has_changes
        if has_changes == (self.mode is ViewMode.ORIGINAL):
            self.set_mode(ViewMode.RESULT if has_changes else ViewMode.ORIGINAL)

    def _on_mask_changed(self) -> None:
        if not self.mask_is_shown:
            self._show_for_edit(mask=True, layout=self.layout_is_shown)

    def _on_layout_changed(self) -> None:
        if not self.layout_is_shown:
            self._show_for_edit(mask=self.mask_is_shown, layout=True)

    def _show_for_edit(self, *, mask: bool, layout: bool) -> None:
        before = self._before_edit or (self._revision, self._shown)
        self._show((mask, layout))
        self._before_edit = before

    def _on_history_changed(self) -> None:
        """What was switched on by an edit that is undone now, or by an undo that is redone, is switched off again."""
        self._revision = self._document.revision
        if self._before_edit is not None and self._before_edit[0] is self._revision:
            self._show(self._before_edit[1])

    def _on_result_changed(self) -> None:
        if self._is_still:
            self._has_new_result = True
            return
        result = self._document.result
        if result is not None and result.is_rebuilt and self.mode is not ViewMode.ORIGINAL:
            self.mode_changed.emit()
            return
        if result is not None:
            if self.mode is ViewMode.ORIGINAL:
                self._in_original = self._shown
            self._before_edit = None
            self.mask_is_shown = self.layout_is_shown = self.shows_origin = False
            self.overlays_changed.emit()
        elif self.mode is not ViewMode.ORIGINAL and not self._document.hand_is_seen:
            self._show(self._in_original)
        without = ViewMode.RESULT if self._document.hand_is_seen else ViewMode.ORIGINAL
        self.set_mode(without if result is None else ViewMode.COMPARE)
