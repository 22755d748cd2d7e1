"""Actions of the menu View: what is shown, and where one looks."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import (
    CHANGES,
    COMPARISON,
    FILMSTRIP,
    NEXT_PHOTO,
    PHOTO,
    PREVIOUS_PHOTO,
    Condition,
)
from facerestore_gui.document.overlay_settings import MaskLook
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.session.session import Session

MENU: Final = "&View"


def _mode(
    mode: ViewMode, text: str, keys: tuple[str, ...], tip: str, need: Condition, *, begins_group: bool = False
) -> ActionSpec:
    """The action that shows original, result or both; its icon bears the mode's name."""
    return ActionSpec(
        name=f"view_{mode}",
        text=text,
        menu=MENU,
        run=lambda session: session.view.choose_mode(mode),
        keys=keys,
        icon=mode.value,
        tip=tip,
        needs=(need,),
        checked=lambda session: session.view.mode is mode,
        begins_group=begins_group,
    )


def _mask_look(look: MaskLook, text: str, tip: str) -> ActionSpec:
    """The action that has the mask drawn in one of its ways."""
    return ActionSpec(
        name=f"mask_as_{look}",
        text=text,
        menu=MENU,
        run=lambda session: _show_mask_as(session, look),
        tip=tip,
        checked=lambda session: session.overlays.mask_look is look,
    )


def _show_mask_as(session: Session, look: MaskLook) -> None:
    session.overlays.set_mask_look(look)
    # who says how it is drawn wants to see it
    session.view.show_mask(shown=True)


_ROTATED_DEG: Final = 15

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
    ActionSpec(
        name="type_zoom",
        text="Type the &zoom",
        menu=MENU,
        on_window=lambda window: window.type_zoom(),
        keys=("Ctrl+G",),
        tip="Type a figure for the zoom, in percent",
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="rotate_view_right",
        text="Rotate view to the right",
        menu=MENU,
        on_window=lambda window: window.rotate_view(_ROTATED_DEG),
        keys=("Alt+PgDown",),
        tip="Rotate what you see by 15 degrees to the right; the photo stays as it is",
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="rotate_view_left",
        text="Rotate view to the left",
        menu=MENU,
        on_window=lambda window: window.rotate_view(-_ROTATED_DEG),
        keys=("Alt+PgUp",),
        tip="Rotate what you see by 15 degrees to the left; the photo stays as it is",
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="upright_view",
        text="View upright",
        menu=MENU,
        on_window=lambda window: window.put_view_upright(),
        keys=("Alt+Home",),
        tip="Take the rotation of the view back",
        needs=(PHOTO,),
    ),
    _mode(ViewMode.ORIGINAL, "&Original", ("Alt+1",), "Show the photo as it was opened", PHOTO, begins_group=True),
    _mode(ViewMode.COMPARE, "&Compare", ("Alt+2", "C"), "Before and after, with a divider to drag", CHANGES),
    _mode(ViewMode.RESULT, "&Result", ("Alt+3",), "Show the restored photo", CHANGES),
    _mode(ViewMode.SIDES, "&Side by side", ("Alt+4",), "Original and result side by side", CHANGES),
    _mode(ViewMode.DIFFERENCE, "&Difference", ("Alt+5",), "What changed, four times as strong", CHANGES),
    ActionSpec(
        name="show_loupe",
        text="Loup&e in the comparison",
        menu=MENU,
        run=lambda session: session.view.show_loupe(shown=not session.view.shows_loupe),
        keys=("Z",),
        tip="Before and after at the pointer, pixel by pixel, while comparing",
        needs=(COMPARISON,),
        checked=lambda session: session.view.shows_loupe,
    ),
    ActionSpec(
        name="double_loupe",
        text="Loupe at 200%",
        menu=MENU,
        run=lambda session: session.view.scale_loupe(1 if session.view.loupe_scale == 2 else 2),
        keys=("Shift+Z",),
        tip="The loupe shows each pixel of the photo on two by two of the screen",
        needs=(COMPARISON,),
        checked=lambda session: session.view.loupe_scale == 2,
    ),
    ActionSpec(
        name="show_origin",
        text="Show what was in&vented",
        menu=MENU,
        run=lambda session: session.view.show_origin(shown=not session.view.origin_is_seen),
        keys=("Shift+I",),
        tip="Colour what the network invented (orange), what mirror image (blue) and references lent, mixed by "
        "their shares, what was filled from its surroundings (yellow), and by hand (red)",
        needs=(CHANGES,),
        checked=lambda session: session.view.origin_is_seen,
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
    _mask_look(MaskLook.OVERLAY, "Mask as a film", "The mask as a film of colour over the photo"),
    _mask_look(MaskLook.OUTLINE, "Mask as outlines", "Only the outlines of the mask, with nothing over the photo"),
    _mask_look(
        MaskLook.BLACK_WHITE,
        "Mask in black and white",
        "The mask alone: white is repaired, grey is protected or left alone, black is not marked",
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
        name="show_navigator",
        text="Show naviga&tor",
        menu=MENU,
        run=lambda session: session.view.show_navigator(shown=not session.view.shows_navigator),
        keys=("F3",),
        tip="Show the whole photo with a frame round the part that is seen",
        checked=lambda session: session.view.shows_navigator,
        begins_group=True,
    ),
    ActionSpec(
        name="show_history",
        text="Show histor&y",
        menu=MENU,
        run=lambda session: session.view.show_history(shown=not session.view.shows_history),
        keys=("F4",),
        tip="Show every step, to go back to one",
        checked=lambda session: session.view.shows_history,
    ),
    ActionSpec(
        name="canvas_alone",
        text="&Hide panels",
        menu=MENU,
        run=lambda session: session.view.leave_canvas_alone(alone=not session.view.is_canvas_alone),
        keys=("F9",),
        tip="Put all panels and bars away, and bring them back",
        checked=lambda session: session.view.is_canvas_alone,
    ),
    ActionSpec(
        name="full_screen",
        text="Full screen",
        menu=MENU,
        run=lambda session: session.view.fill_screen(filled=not session.view.is_full_screen),
        keys=("F11",),
        tip="Fill the screen with the window, and give it back",
        checked=lambda session: session.view.is_full_screen,
    ),
    ActionSpec(
        name="reset_panels",
        text="Panels as at first",
        menu=MENU,
        on_window=lambda window: window.reset_panels(),
        tip="Put all panels back where they were at first",
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
