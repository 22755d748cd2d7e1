"""The one table of the panels at the right of the canvas, from top to bottom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from facerestore_gui.panels.faces_panel import FacesSection
from facerestore_gui.panels.layout_panel import LayoutSection
from facerestore_gui.panels.mask_panel import MaskSection
from facerestore_gui.panels.references_panel import ReferencesSection
from facerestore_gui.panels.restore_panel import RestoreSection
from facerestore_gui.panels.section import Section
from facerestore_gui.panels.tool_panel import ToolSection
from facerestore_gui.session.session import Session


class Room(Enum):
    """The room of a panel: how a panel stands in its column."""

    OWN = auto()
    """As high as what is in it."""
    REST = auto()
    """All that the others leave."""
    ALWAYS = auto()
    """Below the others, and never scrolled away."""


@dataclass(frozen=True)
class SidePanel:
    """A panel of the column. ``make`` is called with the session, the actions by name, and the parent."""

    name: str
    make: Callable[[Session, dict[str, QAction], QWidget], Section]
    room: Room = Room.OWN


SIDE_PANELS: Final = (
    SidePanel("faces", lambda session, actions, parent: FacesSection(session.document, actions, parent)),
    SidePanel(
        "tool",
        lambda session, actions, parent: ToolSection(
            session.tool_settings, session.brush_presets, session.suggestions, session.document, actions, parent
        ),
    ),
    SidePanel(
        "mask",
        lambda session, actions, parent: MaskSection(
            session.tool_settings, session.overlays, session.damage_class_edits, actions, parent
        ),
    ),
    SidePanel(
        "layout",
        lambda session, actions, parent: LayoutSection(
            session.document, session.tool_settings, session.overlays, session.layouts, actions, parent
        ),
        Room.REST,
    ),
    SidePanel(
        "references",
        lambda session, actions, parent: ReferencesSection(
            session.document,
            session.reference_proposals,
            session.reference_tasks,
            session.files,
            session.restore_tasks,
            actions,
            parent,
        ),
    ),
    SidePanel(
        "restore",
        lambda session, actions, parent: RestoreSection(
            session.document,
            session.restore_settings,
            session.restore_tasks,
            session.suggestions,
            actions,
            parent,
        ),
        Room.ALWAYS,
    ),
)


def made_panels(session: Session, actions: dict[str, QAction], parent: QWidget) -> Mapping[str, Section]:
    """All of the table, by name."""
    return {panel.name: panel.make(session, actions, parent) for panel in SIDE_PANELS}
