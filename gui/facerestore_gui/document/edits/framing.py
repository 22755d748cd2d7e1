"""Edits of how the photo is looked at: turned, straightened, cropped."""

from facerestore.editing.commands import SetFraming
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box
from facerestore_gui.document.document import Document
from facerestore_gui.look.step_label import translate


def turn_photo(document: Document, quarter_turns: int) -> None:
    """Clockwise by positive quarter turns."""
    project = document.project
    if project is not None:
        label = (
            translate("DocumentEdits", "Turn left") if quarter_turns < 0 else translate("DocumentEdits", "Turn right")
        )
        set_framing(document, label, project.framing.turned(quarter_turns, project.photo.extent))


def straighten_photo(document: Document, degrees: float, *, start: Framing | None = None, gesture: int = 0) -> None:
    """To an angle, clockwise, after the quarter turns. ``start``: the framing before the gesture, whose crop has not
    shrunk yet; None: as it is."""
    project = document.project
    if project is not None:
        framing = (start or project.framing).straightened(degrees, project.photo.extent)
        set_framing(document, translate("DocumentEdits", "Straighten"), framing, gesture=gesture)


def level_photo(document: Document, start_photo: tuple[float, float], end_photo: tuple[float, float]) -> None:
    """So that a line between two places of the scan lies level, or stands upright where it is nearer to that."""
    project = document.project
    if project is not None:
        framing = project.framing.levelled(start_photo, end_photo, project.photo.extent)
        set_framing(document, translate("DocumentEdits", "Straighten"), framing)


def crop_photo(document: Document, framing: Framing, crop: Box | None, *, gesture: int = 0) -> None:
    """A crop of a framing, which is the photo's as it was when the drag began; None: none."""
    project = document.project
    if project is not None:
        cropped = framing.cropped(crop, project.photo.extent)
        set_framing(document, translate("DocumentEdits", "Crop"), cropped, gesture=gesture)


def reset_framing(document: Document) -> None:
    """The scan as it lies, all of it."""
    set_framing(document, translate("DocumentEdits", "Show the scan as it lies"), UNFRAMED)


def set_framing(document: Document, label: str, framing: Framing, *, gesture: int = 0) -> None:
    """Another framing; one that changes nothing is no step."""
    project = document.project
    if project is not None and framing != project.framing:
        document.do(SetFraming(label, project.framing, framing, gesture))
