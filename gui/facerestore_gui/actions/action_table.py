"""The one table of actions: text, shortcuts, icon, when it can be used. Menus, bars and the list of shortcuts
are made from it."""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class ActionSpec:
    """``needs``: conditions that must all hold, as the window names them. ``is_switch``: it can be checked.
    ``icon_off``: its icon while it is not."""

    name: str
    text: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: frozenset[str] = frozenset()
    is_switch: bool = False
    begins_group: bool = False
    icon_off: str = ""

    @property
    def shown_text(self) -> str:
        """In the person's language, as ``shown_menu`` and ``what``."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def shown_menu(self) -> str:
        return QCoreApplication.translate("Menus", self.menu)

    @property
    def what(self) -> str:
        """What it does, in words."""
        if self.tip:
            return QCoreApplication.translate("Actions", self.tip)
        return plain_text(self.shown_text)


def plain_text(text: str) -> str:
    """An action's text without the mark of its mnemonic, with which some languages append a letter in brackets, and
    without its dots."""
    return re.sub(r"\s*\(&\w\)", "", text).replace("&", "").removesuffix("...")


def _needs(words: str) -> frozenset[str]:
    return frozenset(words.split())


ACTIONS: Final = (
    ActionSpec("new", "&New from a photo...", "&File", ("Ctrl+N",), tip="Begin with a photo"),
    ActionSpec("open", "&Open...", "&File", ("Ctrl+O",), "open", "Open a photo or a project"),
    ActionSpec(
        "open_folder", "Open &folder...", "&File", ("Ctrl+Shift+O",), tip="Show the photos of a folder as a filmstrip"
    ),
    ActionSpec("open_recent", "Open &recent", "&File", tip="What was opened last"),
    ActionSpec(
        "open_version", "Open an earlier &version...", "&File",
        tip="The project as it was saved before", needs=_needs("project_file idle"),
    ),
    ActionSpec("recover", "Recover &unsaved work...", "&File", tip="What an earlier window left behind unsaved"),
    ActionSpec(
        "save_project", "&Save project", "&File", ("Ctrl+S",), "save",
        "Save mask, layouts and result as a project", _needs("photo idle"), begins_group=True,
    ),
    ActionSpec(
        "save_project_as", "Save project &as...", "&File", ("Ctrl+Shift+S",), "", "Save as another project",
        _needs("photo idle"),
    ),
    ActionSpec(
        "save", "Save restored p&hoto", "&File", ("Ctrl+E",), "", "Save the result where it was saved last",
        _needs("result idle"), begins_group=True,
    ),
    ActionSpec(
        "save_as", "Save restored photo as...", "&File", ("Ctrl+Shift+E",), "export",
        "Save the result as a new file: format, depth, metadata", _needs("result idle"),
    ),
    ActionSpec("quit", "&Quit", "&File", ("Ctrl+Q",), begins_group=True),
    ActionSpec("undo", "&Undo", "&Edit", ("Ctrl+Z",), "undo", "Undo", _needs("undo")),
    ActionSpec("redo", "&Redo", "&Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "Redo", _needs("redo")),
    ActionSpec(
        "cancel", "&Cancel", "&Edit", ("Esc",), "", "Stop what is under way", begins_group=True
    ),
    ActionSpec("zoom_in", "Zoom &in", "&View", ("Ctrl++", "Ctrl+="), needs=_needs("photo")),
    ActionSpec("zoom_out", "Zoom o&ut", "&View", ("Ctrl+-",), needs=_needs("photo")),
    ActionSpec("fit", "&Fit in window", "&View", ("Ctrl+0",), "fit", "Show the whole photo", _needs("photo")),
    ActionSpec(
        "full_size", "&100%", "&View", ("Ctrl+1",), "full_size", "One pixel of the photo on one of the screen",
        _needs("photo"),
    ),
    ActionSpec(
        "view_original", "&Original", "&View", ("Alt+1",), "original", "Show the photo as it was opened",
        _needs("photo"), is_switch=True, begins_group=True,
    ),
    ActionSpec(
        "view_compare", "&Compare", "&View", ("Alt+2", "C"), "compare",
        "Before and after, with a divider to drag", _needs("result"), is_switch=True,
    ),
    ActionSpec(
        "view_result", "&Result", "&View", ("Alt+3",), "result", "Show the restored photo", _needs("result"),
        is_switch=True,
    ),
    ActionSpec(
        "view_sides", "&Side by side", "&View", ("Alt+4",), "sides", "Original and result side by side",
        _needs("result"), is_switch=True,
    ),
    ActionSpec(
        "view_difference", "&Difference", "&View", ("Alt+5",), "difference",
        "What changed, four times as strong", _needs("result"), is_switch=True,
    ),
    ActionSpec(
        "show_origin", "Show what was in&vented", "&View", ("Shift+I",), "",
        "Show what was generated (red) and what was filled from its surroundings (blue)", _needs("result"),
        is_switch=True,
    ),
    ActionSpec(
        "show_candidates", "Show ca&ndidates", "&View", ("F8",), "",
        "Show the versions of the chosen face below the canvas", _needs("photo"), is_switch=True,
    ),
    ActionSpec(
        "show_mask", "Show &mask", "&View", ("M",), "eye", "Show the mask over the photo", is_switch=True,
        begins_group=True, icon_off="eye_off",
    ),
    ActionSpec(
        "show_layout", "Show &layout", "&View", ("Shift+M",), "eye", "Show the layout over the photo",
        is_switch=True, icon_off="eye_off",
    ),
    ActionSpec(
        "previous_photo", "&Previous photo", "&View", ("Ctrl+PgUp",), tip="The photo before in the filmstrip",
        needs=_needs("previous"), begins_group=True,
    ),
    ActionSpec(
        "next_photo", "Ne&xt photo", "&View", ("Ctrl+PgDown",), tip="The next photo in the filmstrip",
        needs=_needs("next"),
    ),
    ActionSpec(
        "show_filmstrip", "Sho&w filmstrip", "&View", ("F7",), tip="Show the photos of the folder below the canvas",
        needs=_needs("filmstrip"), is_switch=True,
    ),
    ActionSpec("language", "Lan&guage", "&View", tip="The language of this window"),
    ActionSpec("next_panel", "Next p&anel", "&View", ("F6",), tip="Move the keyboard to the next panel"),
    ActionSpec(
        "tool_hand", "&Hand", "&Tools", ("H",), "hand", "Move the view (hold Space with any tool)", is_switch=True
    ),
    ActionSpec(
        "tool_brush", "&Brush", "&Tools", ("B",), "brush", "Mask brush: paint over what is to be restored",
        is_switch=True,
    ),
    ActionSpec(
        "tool_eraser", "&Eraser", "&Tools", ("E",), "eraser", "Mask eraser: keep this as it is", is_switch=True
    ),
    ActionSpec(
        "tool_lasso", "&Lasso", "&Tools", ("L",), "lasso",
        "Lasso: draw round the damage by hand; Alt takes away", is_switch=True,
    ),
    ActionSpec(
        "tool_polygon", "Pol&ygon", "&Tools", ("Shift+L",), "polygon",
        "Polygon: click corner by corner; Enter closes it, Backspace takes one back", is_switch=True,
    ),
    ActionSpec(
        "tool_rectangle", "&Rectangle", "&Tools", ("R",), "rectangle",
        "Rectangle: drag from corner to corner; Shift makes a square, Alt takes away", is_switch=True,
    ),
    ActionSpec(
        "tool_ellipse", "Ell&ipse", "&Tools", ("O",), "ellipse",
        "Ellipse: drag from corner to corner; Shift makes a circle, Alt takes away", is_switch=True,
    ),
    ActionSpec(
        "tool_wand", "Magic &wand", "&Tools", ("W",), "wand",
        "Magic wand: click what has one colour; Alt takes away", is_switch=True,
    ),
    ActionSpec(
        "tool_suggest", "Suggested &damage", "&Tools", ("D",), "suggest",
        "Take or refuse damage that was found", is_switch=True,
    ),
    ActionSpec(
        "tool_paint", "Class &paint", "&Tools", ("P",), "paint", "Class brush: paint into the layout",
        is_switch=True,
    ),
    ActionSpec(
        "tool_fill", "&Fill", "&Tools", ("F",), "fill", "Fill a region of the layout with a class", is_switch=True
    ),
    ActionSpec(
        "tool_pick", "Eyedropper", "&Tools", ("I",), "pick", "Pick the class under the pointer", is_switch=True
    ),
    ActionSpec(
        "tool_class_polygon", "Cl&ass polygon", "&Tools", ("Shift+P",), "class_polygon",
        "Class polygon: click corner by corner; Enter fills it with the class", is_switch=True,
    ),
    ActionSpec(
        "tool_smart_edge", "&Smart edge", "&Tools", ("Shift+E",), "smart_edge",
        "Smart edge: draw roughly round a part; it goes to the photo's edges", is_switch=True,
    ),
    ActionSpec(
        "tool_part", "Move par&t", "&Tools", ("T",), "part",
        "Move part: drag, scale or turn an eye, a brow, the mouth", is_switch=True,
    ),
    ActionSpec(
        "tool_choose", "Candidate br&ush", "&Tools", ("Y",), "choose",
        "Candidate brush: take parts from the candidate in hand", is_switch=True,
    ),
    ActionSpec(
        "tool_points", "Face p&oints", "&Tools", ("V",), "points", "Drag the five points of the face",
        is_switch=True,
    ),
    ActionSpec(
        "cursor_press", "&Cursor: press or lift", "&Tools", ("A",),
        tip="Use the tool by keyboard: show the cursor, press there, lift", needs=_needs("cursor"), begins_group=True,
    ),
    ActionSpec(
        "cursor_straight", "Cursor: press with Shift", "&Tools", ("Shift+A",),
        tip="Press with Shift: a straight stroke from the last one's end, a square, a circle", needs=_needs("cursor"),
    ),
    ActionSpec(
        "cursor_away", "Cursor: right butto&n", "&Tools", ("Q",),
        tip="Press the right button: take away, erase, paint background", needs=_needs("cursor"),
    ),
    ActionSpec("smaller_brush", "S&maller brush", "&Tools", ("[",), begins_group=True),
    ActionSpec("larger_brush", "Lar&ger brush", "&Tools", ("]",)),
    ActionSpec("softer_brush", "Softer brush", "&Tools", ("{",), tip="The brush's rim paints only what stands out"),
    ActionSpec("harder_brush", "Harder brush", "&Tools", ("}",), tip="More of the brush paints whatever is there"),
    ActionSpec("swap_class", "Swap class and bac&kground", "&Tools", ("X",)),
    ActionSpec(
        "find_damage", "&Find damage", "&Mask", ("Ctrl+D",), "find_damage",
        "Find damage: look for scratches, creases, dust and tears", _needs("photo idle"),
    ),
    ActionSpec(
        "accept_suggestions", "&Accept all suggestions", "&Mask", ("Shift+Return", "Shift+Enter"),
        tip="Put all suggestions that are shown and taken into the mask", needs=_needs("suggestions"),
    ),
    ActionSpec(
        "reject_suggestions", "&Reject all suggestions", "&Mask", ("Shift+Delete",),
        tip="Forget all that was found", needs=_needs("suggestions"),
    ),
    ActionSpec(
        "next_damage", "&Next class of damage", "&Mask", ("K",), tip="Paint as the next class of damage",
        begins_group=True,
    ),
    ActionSpec(
        "change_class", "Change c&lass...", "&Mask", tip="Name, colour and treatment of the class in hand",
        needs=_needs("photo"),
    ),
    ActionSpec(
        "add_class", "Add a class...", "&Mask", tip="A class of damage of your own", needs=_needs("photo"),
    ),
    ActionSpec(
        "remove_class", "Remo&ve class", "&Mask",
        tip="The class in hand goes; what was painted in it is marked no more", needs=_needs("photo"),
    ),
    ActionSpec(
        "clear_mask", "&Clear mask", "&Mask", ("Ctrl+Delete",), tip="Clear the mask, protected places too",
        needs=_needs("mask"), begins_group=True,
    ),
    ActionSpec(
        "invert_mask", "&Invert mask", "&Mask", ("Shift+V",),
        tip="Restore what is kept and keep what is restored", needs=_needs("photo"),
    ),
    ActionSpec(
        "grow_mask", "&Grow mask", "&Mask", ("Ctrl+Shift+Up",), "grow", "Grow the mask",
        _needs("mask"), begins_group=True,
    ),
    ActionSpec(
        "shrink_mask", "&Shrink mask", "&Mask", ("Ctrl+Shift+Down",), "shrink", "Shrink the mask", _needs("mask"),
    ),
    ActionSpec(
        "smooth_mask", "S&mooth mask", "&Mask", ("Ctrl+Shift+M",), "smooth",
        "Smooth the mask's outline; thin scratches stay", _needs("mask"),
    ),
    ActionSpec(
        "remove_specks", "Remove spec&ks", "&Mask", ("Ctrl+Shift+K",), "specks",
        "Remove small specks from the mask", _needs("mask"),
    ),
    ActionSpec(
        "fill_holes", "Fill &holes", "&Mask", ("Ctrl+Shift+H",), "holes", "Fill the mask's holes", _needs("mask"),
    ),
    ActionSpec(
        "import_mask", "Im&port mask...", "&Mask", tip="Read the mask from a picture: white is restored",
        needs=_needs("photo idle"), begins_group=True,
    ),
    ActionSpec(
        "export_mask", "&Export mask...", "&Mask", tip="Write the mask as a PNG, classes as greys: light is restored",
        needs=_needs("photo idle"),
    ),
    ActionSpec(
        "find_faces", "&Find faces", "F&ace", ("Ctrl+Shift+F",), "find", "Look for faces again",
        _needs("photo idle"),
    ),
    ActionSpec(
        "add_face", "&Add a face", "F&ace", ("Ctrl+Shift+A",), "add",
        "Add a face: click its five points, or draw a box round it", _needs("photo"),
    ),
    ActionSpec(
        "skip_face", "&Skip face", "F&ace", ("Shift+S",), "skip", "Leave the chosen face as it is",
        _needs("face"), is_switch=True, begins_group=True,
    ),
    ActionSpec(
        "face_up", "Face further &up", "F&ace", ("Alt+Up",), "up", "Move the chosen face up in the list",
        _needs("faces"),
    ),
    ActionSpec(
        "face_down", "Face further &down", "F&ace", ("Alt+Down",), "down", "Move the chosen face down in the list",
        _needs("faces"),
    ),
    ActionSpec(
        "remove_face", "&Remove face", "F&ace", (), "remove", "Remove the chosen face", _needs("face idle")
    ),
    ActionSpec(
        "predict_layout", "&Predict layout", "&Layout", ("Ctrl+L",), "layout",
        "Predict what each part of the face is", _needs("face idle"),
    ),
    ActionSpec(
        "reset_layout", "&Reset to the prediction", "&Layout", tip="Undo all painting in the layout",
        needs=_needs("prediction"),
    ),
    ActionSpec(
        "reset_class", "Reset this &class to the prediction", "&Layout", ("Shift+R",), "",
        "Reset the class in hand to the prediction", _needs("prediction"),
    ),
    ActionSpec(
        "mirror_right", "Mirror class to the ri&ght half", "&Layout", ("Alt+Right",), "mirror_right",
        "Mirror the class in hand from the left half of the picture to the right", _needs("layout"),
        begins_group=True,
    ),
    ActionSpec(
        "mirror_left", "Mirror class to the le&ft half", "&Layout", ("Alt+Left",), "mirror_left",
        "Mirror the class in hand from the right half of the picture to the left", _needs("layout"),
    ),
    ActionSpec(
        "larger_part", "Make the part larg&er", "&Layout", ("Ctrl+]",), "",
        "Make the picked part, or that of the class in hand, 5% larger", _needs("layout"),
    ),
    ActionSpec(
        "smaller_part", "Make the part s&maller", "&Layout", ("Ctrl+[",), "",
        "Make the picked part, or that of the class in hand, 5% smaller", _needs("layout"),
    ),
    ActionSpec(
        "find_alternatives", "Show &alternatives", "&Layout", ("Shift+N",), "",
        "Show other layouts that the damage allows", _needs("face"), begins_group=True,
    ),
    ActionSpec(
        "next_alternative", "&Next alternative", "&Layout", ("N",), "", "Work on with the next alternative",
        _needs("face"),
    ),
    ActionSpec(
        "previous_alternative", "Pre&vious alternative", "&Layout", ("Ctrl+Shift+N",), "",
        "Work on with the alternative before", _needs("face"),
    ),
    ActionSpec(
        "show_uncertainty", "Show &uncertainty", "&Layout", ("Shift+U",), "uncertainty",
        "Show where the prediction is unsure; what you edit counts as sure", _needs("face"), is_switch=True,
    ),
    ActionSpec(
        "live_preview", "L&ive preview", "&Layout", ("F5",), "preview",
        "Live preview: paint the texture anew around every edit", _needs("photo"), is_switch=True,
    ),
    ActionSpec(
        "load_layout", "&Load layout...", "&Layout", tip="Read the layout from a PNG",
        needs=_needs("face idle"), begins_group=True,
    ),
    ActionSpec(
        "save_layout", "&Save layout...", "&Layout", tip="Write the layout as an indexed PNG",
        needs=_needs("layout idle"),
    ),
    ActionSpec(
        "generate", "&Generate", "&Restore", ("Ctrl+Return", "Ctrl+Enter"), "generate",
        "Restore what the mask covers", _needs("photo idle"),
    ),
    ActionSpec(
        "more_candidates", "Make &more candidates", "&Restore", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "",
        "Make more versions of the chosen face, one after the other", _needs("photo idle"), begins_group=True,
    ),
    ActionSpec(
        "use_candidate", "&Use candidate", "&Restore", ("U",), "",
        "Use the candidate in hand for the chosen part of the face", _needs("result"),
    ),
    ActionSpec("next_candidate", "&Next candidate", "&Restore", (".",), "", "Take the next candidate in hand"),
    ActionSpec(
        "previous_candidate", "&Previous candidate", "&Restore", (",",), "", "Take the candidate before in hand"
    ),
    ActionSpec(
        "redo_face", "&Redo this face", "&Restore", ("Ctrl+R",), "redo_face",
        "Make another version of the chosen face alone", _needs("face idle"),
    ),
    ActionSpec(
        "guide", "User &guide", "&Help", ("Shift+F1",), tip="How everything is done, with pictures, and what the "
        "networks cannot do",
    ),
    ActionSpec("shortcuts", "&Keyboard shortcuts", "&Help", ("F1",)),
    ActionSpec(
        "tour", "&Tour", "&Help", tip="Three steps on a sample portrait: paint, look at the layout, generate",
        needs=_needs("idle"),
    ),
    ActionSpec("open_log", "Open the &log folder", "&Help", tip="Where the program writes what went wrong"),
    ActionSpec("about", "&About", "&Help", begins_group=True),
)  # fmt: skip

KEYS_WITHOUT_ACTION: Final = (
    ("Middle button", "Move the view"),
    ("Wheel", "Zoom at the pointer"),
    ("Ctrl+Wheel, Alt+Wheel", "Brush size"),
    ("Alt+click, with a tool of the layout", "Pick the class under the pointer"),
    ("Right button", "Erase with the brush; background with the class brush"),
    ("Shift+click", "A straight stroke from where the last one ended"),
    ("Shift, with rectangle and ellipse", "A square, a circle"),
    ("Alt or right button, with shapes and wand", "Take away from the mask"),
    ("Enter or double click, with the polygon", "Close it; Backspace takes the last corner back, Esc gives it up"),
    ("Pen", "Pressure sets the size, its other end erases"),
    ("Arrow keys", "Move the view, the divider when comparing, the chosen face point, or the cursor once it is shown"),
    ("Shift or Ctrl with arrow keys", "A long step; with the cursor and Ctrl a step of one pixel"),
    ("Enter, with the points tool", "Choose the next face point"),
    ("Enter and arrow keys, with Move part", "Pick the part of the class in hand; move it"),
)
"""What the canvas does by itself, for the list of shortcuts."""
