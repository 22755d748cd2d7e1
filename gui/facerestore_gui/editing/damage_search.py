"""DamageSearch: looks for damage, and puts what the person accepts into the mask as one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facerestore.values.photo import Photo
from facerestore_gui.background.lazy_modules import damage_calculations, damage_search, file_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.look.translation import engine_words
from facerestore_gui.tasks.messages import Message, notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

if TYPE_CHECKING:
    from facerestore.restoration.damage_search import FoundDamage


class DamageSearch(QObject):
    """The search for damage. ``said`` carries a Message. While suggestions are looked through, their tool is in hand;
    then the one before."""

    said = Signal(object)

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        suggestions: Suggestions,
        edits: MaskEdits,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._settings, self._runner = document, settings, runner
        self._suggestions, self._edits = suggestions, edits
        self._kind_before = settings.kind
        document.opened.connect(self._end)
        document.history_changed.connect(suggestions.follow)
        suggestions.began_or_ended.connect(self._take_tool)
        document.gesture_ended.connect(suggestions.end_trim)

    def find(self) -> None:
        project = self._document.project
        if project is not None:
            self._runner.start(self._find())

    def accept(self) -> None:
        """Put what is shown and taken into the mask."""
        regions = self._suggestions.accepted()
        if regions:
            self._suggestions.put_away_accepted()
            self._edits.take(regions, self._suggestions.note_accepted)
        else:
            self._end()

    def say_they_wait(self, go_on: Callable[[], object]) -> None:
        """That there are suggestions which nobody has accepted yet. ``go_on``: with what was wanted, once they are."""
        count = len(self._suggestions.taken)

        def accept_and_go_on() -> None:
            self.accept()
            self._edits.once_done(go_on)

        text = self.tr("Places that are suggested and not in the mask yet: {count}.").format(count=count)
        choices: list[tuple[str, Callable[[], object]]] = [(self.tr("Accept them and go on"), accept_and_go_on)]
        if not self._document.mask_is_empty:
            choices.append((self.tr("Go on without them"), go_on))
        self.said.emit(
            notice(self.tr("There are suggestions"), text, *choices, holds=lambda: self._suggestions.is_active)
        )

    def reject(self) -> None:
        """Put all that was found away; undo brings it back."""
        self._suggestions.reject()

    def _find(self) -> Steps:
        project = self._document.project
        assert project is not None, "damage is looked for in an open photo"
        scan, hand, coverage, faces = project.photo, project.hand, project.coverage.copy(), project.faces
        photo: Photo = yield Calculation(
            "damage", lambda progress, cancel: file_calculations.worked(scan, hand, coverage)
        )
        searched: FoundDamage = yield from damage_search.found_damage(
            photo,
            faces=[work.face for work in faces],
            layouts=[work.layout for work in faces if work.layout is not None],
            most_dust_px=self._suggestions.most_dust_px,
        )
        found = yield Calculation(
            "damage", lambda progress, cancel: damage_calculations.suggestions_of(searched.proposals, coverage)
        )
        message = self._message(searched, is_empty=not found)
        if message is not None:
            self.said.emit(message)
        if not found:
            return
        self._suggestions.begin(found)

    def _message(self, searched: "FoundDamage", *, is_empty: bool) -> Message | None:
        """What is to be said of a search, in one message: the window shows one at a time."""
        told = [engine_words(note) for note in (*searched.notes, *searched.photo_notes)]
        if is_empty:
            nothing = self.tr("Nothing stands out as scratch, crease, dust, stain or tear.")
            return notice(self.tr("No damage was found"), " ".join([nothing, *told]))
        if searched.notes:
            return notice(self.tr("A network is missing"), " ".join(told))
        if searched.photo_notes:
            return notice(self.tr("The infrared channel of this scan"), " ".join(told))
        if searched.by_infrared:
            used = self.tr("It was used to find damage. What it shows is the surest of the suggestions.")
            return notice(self.tr("The infrared channel of this scan"), used)
        return None

    def _end(self) -> None:
        self._suggestions.end()

    def _take_tool(self) -> None:
        """Their tool while there are any, then the one before."""
        if self._suggestions.is_active:
            if self._settings.kind is not ToolKind.SUGGEST:
                self._kind_before = self._settings.kind
            self._settings.choose(ToolKind.SUGGEST)
        elif self._settings.kind is ToolKind.SUGGEST:
            self._settings.choose(self._kind_before)
