"""ResultOverlays: what was invented, which candidate is used where, and the one looked at, over the photo."""

from typing import Final

from PySide6.QtCore import QObject

from facerestore_gui.canvas.choice_item import ChoiceItem
from facerestore_gui.canvas.origin_item import OriginItem
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools.choice_tool import ChoiceTool
from facerestore_gui.document.document import Document
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.editing.candidate_looks import CandidateLooks
from facerestore_gui.editing.candidate_selection import CandidateSelection

_ORIGIN_Z: Final = 5
_CHOICE_Z: Final = 25


class ResultOverlays(QObject):
    """The overlays of a result: what was invented, which candidate is used where, and which one is looked at."""

    def __init__(
        self,
        scene: CanvasScene,
        document: Document,
        settings: ToolSettings,
        selection: CandidateSelection,
        looks: CandidateLooks,
        tool: ChoiceTool,
    ) -> None:
        super().__init__(scene)
        self._photo, self._looks = scene.photo, looks
        self._view, self._document, self._settings = scene.view_state, document, settings
        self._selection, self._tool = selection, tool
        self._origin, self._choice = OriginItem(scene.photo), ChoiceItem()
        self._origin.setZValue(_ORIGIN_Z)
        self._choice.setZValue(_CHOICE_Z)
        for item in (self._origin, self._choice):
            scene.addItem(item)
        tool.on_stroke = self._show_choice
        view = self._view
        for signal in (view.mode_changed, view.overlays_changed, document.result_changed, document.gesture_ended):
            signal.connect(self._show_origin)
        # after the scene has the new result
        for signal in (looks.changed, document.result_changed):
            signal.connect(self._show_looks)
        for signal in (
            view.mode_changed,
            settings.changed,
            document.choice_changed,
            document.result_changed,
            document.current_face_changed,
            document.faces_changed,
        ):
            signal.connect(self._show_choice)
        self._show_origin()
        self._show_looks()
        self._show_choice()

    def _show_origin(self) -> None:
        wanted = self._view.origin_is_seen
        project = self._document.project
        if wanted and project is not None:
            self._origin.show_result(self._document.result, project.hand.repairs(project.coverage))
        else:
            self._origin.show_result(None)

    def _show_looks(self) -> None:
        self._photo.show_previews(self._looks.shown())

    def _show_choice(self) -> None:
        work, choice = self._document.work, self._selection.choice
        wanted = self._settings.kind is ToolKind.CHOOSE and self._view.shows_overlays and work is not None
        if not wanted or work is None:
            self._choice.show_choice(None, None, None)
        else:
            self._choice.show_choice(choice, work.alignment, self._tool.stroke, self._selection.seeds)
