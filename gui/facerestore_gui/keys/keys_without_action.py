"""What keys, wheel and pen do on the canvas by themselves, for the list of shortcuts."""

from typing import Final

KEYS_WITHOUT_ACTION: Final = (
    ("Middle button", "Move the view"),
    ("Wheel", "Zoom at the pointer"),
    ("Ctrl+Wheel, Alt+Wheel", "Brush size"),
    ("Alt+click, with a tool of the layout", "Pick the class under the pointer"),
    ("Alt+click or right button, with the clone brush", "Copy from there"),
    ("Right button, with the heal brush", "Take off what was filled by hand"),
    ("Right button", "Erase with the brush; background with the class brush"),
    ("Shift+click", "A straight stroke from where the last one ended"),
    ("Shift, with rectangle and ellipse", "A square, a circle"),
    ("Alt or right button, with shapes and wand", "Take away from the mask"),
    ("Enter or double click, with the polygon", "Close it; Backspace takes the last corner back, Esc gives it up"),
    ("Pen", "Pressure sets the size, its other end erases"),
    ("Arrow keys", "Move the view, the divider when comparing, the chosen face point, or the cursor once it is shown"),
    (
        "Arrow keys and digits, while a candidate is looked at",
        "Look at the one beside it, or at the one of that number",
    ),
    ("Shift or Ctrl with arrow keys", "A long step; with the cursor and Ctrl a step of one pixel"),
    ("Enter, with the points tool", "Choose the next face point"),
    ("Enter and arrow keys, with Move part", "Pick the part of the class in hand; move it"),
)
"""Keys and what they do, to be translated in the context "KeysWithoutAction"."""
