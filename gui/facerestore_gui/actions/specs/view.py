"""Actions of the menu View: what is shown, and where one looks."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import FILMSTRIP, NEXT_PHOTO, PHOTO, PREVIOUS_PHOTO, RESULT, Condition
from facerestore_gui.document.view_state import ViewMode

MENU: Final = "&View"


def _mode(
    mode: ViewMode, text: str, keys: tuple[str, ...], tip: str, need: Condition, *, begins_group: bool = False
) -> ActionSpec:
    """The action that shows original, result or both; its icon bears the mode's name."""
    return ActionSpec(
        name=f"view_{mode}",
        text=text,
        menu=MENU,
        run=lambda session: session.view.set_mode(mode),
        keys=keys,
        icon=mode.value,
        tip=tip,
        needs=(need,),
        checked=lambda session: session.view.mode is mode,
        begins_group=begins_group,
    )


VIEW_ACTIONS: Final = (
    ActionSpec(
        name="zoom_in",
        text="Zoom &in",
        menu=MENU,
        on_window=lambda window: window.zoom_by(1),
        keys=("Ctrl++", "Ctrl+="),
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="zoom_out",
        text="Zoom o&ut",
        menu=MENU,
        on_window=lambda window: window.zoom_by(-1),
        keys=("Ctrl+-",),
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="fit",
        text="&Fit in window",
        menu=MENU,
        on_window=lambda window: window.fit(),
        keys=("Ctrl+0",),
        icon="fit",
        tip="Show the whole photo",
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="full_size",
        text="&100%",
        menu=MENU,
        on_window=lambda window: window.zoom_to(1.0),
        keys=("Ctrl+1",),
        icon="full_size",
        tip="One pixel of the photo on one of the screen",
        needs=(PHOTO,),
    ),
    _mode(ViewMode.ORIGINAL, "&Original", ("Alt+1",), "Show the photo as it was opened", PHOTO, begins_group=True),
    _mode(ViewMode.COMPARE, "&Compare", ("Alt+2", "C"), "Before and after, with a divider to drag", RESULT),
    _mode(ViewMode.RESULT, "&Result", ("Alt+3",), "Show the restored photo", RESULT),
    _mode(ViewMode.SIDES, "&Side by side", ("Alt+4",), "Original and result side by side", RESULT),
    _mode(ViewMode.DIFFERENCE, "&Difference", ("Alt+5",), "What changed, four times as strong", RESULT),
    ActionSpec(
        name="show_origin",
        text="Show what was in&vented",
        menu=MENU,
        run=lambda session: session.view.show_origin(shown=not session.view.shows_origin),
        keys=("Shift+I",),
        tip="Colour what the network invented (orange), what mirror image (blue) and references lent, and what was "
        "filled from its surroundings (yellow)",
        needs=(RESULT,),
        checked=lambda session: session.view.shows_origin,
    ),
    ActionSpec(
        name="show_candidates",
        text="Show ca&ndidates",
        menu=MENU,
        run=lambda session: session.view.show_candidates(shown=not session.view.shows_candidates),
        keys=("F8",),
        tip="Show the versions of the chosen face below the canvas",
        needs=(PHOTO,),
        checked=lambda session: session.view.shows_candidates,
    ),
    ActionSpec(
        name="show_mask",
        text="Show &mask",
        menu=MENU,
        run=lambda session: session.view.show_mask(shown=not session.view.mask_is_shown),
        keys=("M",),
        icon="eye",
        icon_off="eye_off",
        tip="Show the mask over the photo",
        checked=lambda session: session.view.mask_is_shown,
        begins_group=True,
    ),
    ActionSpec(
        name="show_layout",
        text="Show &layout",
        menu=MENU,
        run=lambda session: session.view.show_layout(shown=not session.view.layout_is_shown),
        keys=("Shift+M",),
        icon="eye",
        icon_off="eye_off",
        tip="Show the layout over the photo",
        checked=lambda session: session.view.layout_is_shown,
    ),
    ActionSpec(
        name="previous_photo",
        text="&Previous photo",
        menu=MENU,
        run=lambda session: session.photos.go(-1),
        keys=("Ctrl+PgUp",),
        tip="The photo before in the filmstrip",
        needs=(PREVIOUS_PHOTO,),
        begins_group=True,
    ),
    ActionSpec(
        name="next_photo",
        text="Ne&xt photo",
        menu=MENU,
        run=lambda session: session.photos.go(1),
        keys=("Ctrl+PgDown",),
        tip="The next photo in the filmstrip",
        needs=(NEXT_PHOTO,),
    ),
    ActionSpec(
        name="show_filmstrip",
        text="Sho&w filmstrip",
        menu=MENU,
        run=lambda session: session.view.show_filmstrip(shown=not session.view.shows_filmstrip),
        keys=("F7",),
        tip="Show the photos of the folder below the canvas",
        needs=(FILMSTRIP,),
        checked=lambda session: session.view.shows_filmstrip,
    ),
    ActionSpec(
        name="language",
        text="Lan&guage",
        menu=MENU,
        on_window=lambda window: window.pop_up("language"),
        tip="The language of this window",
    ),
    ActionSpec(
        name="next_panel",
        text="Next p&anel",
        menu=MENU,
        on_window=lambda window: window.go_to_next_panel(),
        keys=("F6",),
        tip="Move the keyboard to the next panel",
    ),
)
