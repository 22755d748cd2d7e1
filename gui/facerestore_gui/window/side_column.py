"""The column of panels at the right: faces, tool, mask, layout, and Generate always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import MASK_TOOLS, ToolSettings
from facerestore_gui.editing.layout_controller import LayoutController
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.panels.faces_panel import FacesSection
from facerestore_gui.panels.layout_panel import LayoutSection
from facerestore_gui.panels.mask_panel import MaskSection
from facerestore_gui.panels.restore_panel import RestoreSection
from facerestore_gui.panels.tool_panel import ToolSection

_WIDTH_PX = 308


class SideColumn(QWidget):
    """Scrolls where the window is low; the part with Generate never scrolls away. The legend of the layout gives its
    room to the mask while a tool of the mask is in hand."""

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        suggestions: Suggestions,
        layouts: LayoutController,
        restore_tasks: RestoreTasks,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.face_section = FacesSection(document, actions, self)
        self.tool_section = ToolSection(settings, suggestions, actions, self)
        self.mask_section = MaskSection(settings, actions, self)
        self.layout_section = LayoutSection(document, settings, layouts, actions, self)
        self.restore_section = RestoreSection(document, restore_tasks, actions, self)
        # a tool without settings leaves its room to the legend
        self.tool_section.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFixedWidth(_WIDTH_PX)
        upper = QWidget(self)
        rows = QVBoxLayout(upper)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for section in (self.face_section, self.tool_section, self.mask_section):
            rows.addWidget(section)
            rows.addWidget(_rule(self))
        rows.addWidget(self.layout_section, 1)
        rows.addStretch(0)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(upper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(_rule(self))
        column.addWidget(self.restore_section)
        self._settings = settings
        settings.changed.connect(self._follow_tool)
        self._follow_tool()

    def bring_into_view(self, section: QWidget) -> None:
        """Scroll so that a section is seen."""
        self._scroll.ensureWidgetVisible(section, 0, 0)

    def refresh_icons(self) -> None:
        self.layout_section.refresh_icons()
        self.restore_section.refresh_icons()

    def _follow_tool(self) -> None:
        self.layout_section.legend.setVisible(self._settings.kind not in MASK_TOOLS)

    def stops(self) -> list[QWidget]:
        """Where F6 stops on its way round the window."""
        return [
            self.face_section,
            self.tool_section,
            self.mask_section,
            self.layout_section,
            self.restore_section,
        ]


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setFrameShadow(QFrame.Shadow.Plain)
    rule.setFixedHeight(1)
    return rule
