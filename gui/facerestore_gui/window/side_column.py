"""The column of panels beside the canvas; Generate is always in sight."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facerestore_gui.panels.faces_panel import FacesSection
from facerestore_gui.panels.references_panel import ReferencesSection
from facerestore_gui.panels.side_panels import SIDE_PANELS, Room, made_panels
from facerestore_gui.session.session import Session

_LEAST_WIDTH_PX = 322
"""So that buttons stay in their rows where a scroll bar takes some of it."""
_MOST_WIDTH_PX = 620


class SideColumn(QWidget):
    """The panels of the table below each other. Scrolls where the window is low; what is always in sight does not.
    ``panels``: the sections by the names of the table."""

    def __init__(self, session: Session, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels = made_panels(session, actions, self)
        self._rules: dict[QWidget, QFrame] = {}
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        self.setMaximumWidth(_MOST_WIDTH_PX)
        self.setAccessibleName(self.tr("Panels"))
        upper = QWidget(self)
        rows = QVBoxLayout(upper)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
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
        for panel in SIDE_PANELS:
            section = self.panels[panel.name]
            if panel.room is Room.ALWAYS:
                column.addWidget(_rule(self))
                column.addWidget(section)
                continue
            if rows.count():
                self._rules[section] = _rule(self)
                rows.addWidget(self._rules[section])
                section.installEventFilter(self)
            rows.addWidget(section, 1 if panel.room is Room.REST else 0)
            self._follow(section)
        rows.addStretch(0)
        faces = self.panels["faces"]
        self._faces = faces if isinstance(faces, FacesSection) else None
        if self._faces is not None:
            # once the layouts around it know how tall it is
            self._faces.listed.connect(lambda: QTimer.singleShot(0, self, self._share_room))
        references = self.panels["references"]
        if isinstance(references, ReferencesSection):
            # once it has its place: what is to be looked through must not begin below the window
            references.came.connect(lambda: QTimer.singleShot(0, self, lambda: self.bring_into_view(references)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A rule goes with its section."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent) and isinstance(watched, QWidget):
            self._follow(watched)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The list of faces gets what the panels below it leave."""
        upper = self._scroll.widget()
        if self._faces is not None and upper is not None:
            # as wide as it is without a scroll bar, which a list that fits needs not
            wanted_px = upper.heightForWidth(self._scroll.width())
            self._faces.give_list(self._faces.list_px + self._scroll.viewport().height() - wanted_px)

    def _follow(self, section: QWidget) -> None:
        if section in self._rules:
            self._rules[section].setVisible(not section.isHidden())

    @property
    def scrolled(self) -> int:
        """How far it is scrolled down, in pixels."""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, place_px: int) -> None:
        self._scroll.verticalScrollBar().setValue(place_px)

    def bring_into_view(self, section: QWidget) -> None:
        """Scroll so that a section is seen."""
        self._scroll.ensureWidgetVisible(section, 0, 0)

    def refresh_icons(self) -> None:
        for section in self.panels.values():
            section.refresh_icons()

    def stops(self) -> list[QWidget]:
        """Where F6 stops on its way round the window."""
        return [section for section in self.panels.values() if not section.isHidden()]


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setFrameShadow(QFrame.Shadow.Plain)
    rule.setFixedHeight(1)
    return rule
