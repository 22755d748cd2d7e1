"""DamageClassEdits: what a person does to the damage classes themselves, each a step of the history."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DamageKind
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.mask import set_classes
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.look.damage_colours import class_name, free_colour
from facerestore_gui.look.step_label import translate
from facerestore_gui.tasks.messages import notice


class DamageClassEdits(QObject):
    """The edits of damage classes: of the one in hand, or of one that comes."""

    said = Signal(object)
    """A Message."""

    def __init__(
        self, document: Document, settings: ToolSettings, edits: MaskEdits, files: FileControl, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._settings, self._edits, self._files = document, settings, edits, files

    def set_policy(self, policy: Policy) -> None:
        """Treat what is painted in the class in hand, and what will be, in another way."""
        number = self._settings.damage_class
        set_classes(
            self._document,
            translate("DamageClassEdits", "Change treatment"),
            self._settings.classes.with_policy(number, policy),
        )

    def change(self) -> None:
        """Another name, colour or treatment for the class in hand."""
        kind = self._settings.classes.kind(self._settings.damage_class)
        if self._document.project is None or kind is None:
            return
        wanted = self._files.dialogs.edit_class(kind, is_new=False, taken=self._names(but=kind.number))
        if wanted is not None:
            set_classes(
                self._document, translate("DamageClassEdits", "Change class"), self._settings.classes.changed(wanted)
            )

    def add(self) -> None:
        """A new class, which is then in hand."""
        classes = self._settings.classes
        if self._document.project is None:
            return
        try:
            number = classes.free_number(Policy.RESTORE)
        except ValueError:
            text = self.tr("Remove one that is not needed first.")
            self.said.emit(notice(self.tr("The mask has no room for another class"), text))
            return
        taken, name = self._names(), self.tr("New class")
        if name in taken:
            name = next(f"{name} {count}" for count in range(2, 258) if f"{name} {count}" not in taken)
        blank = DamageKind(number=number, policy=Policy.RESTORE, name=name, colour=free_colour(classes))
        wanted = self._files.dialogs.edit_class(blank, is_new=True, taken=taken)
        if wanted is not None:
            # what a thread has done to the classes while the dialog was open stays
            classes = self._settings.classes
            # light or dark, as other programs read it
            kind = replace(wanted, number=classes.free_number(wanted.policy))
            set_classes(self._document, translate("DamageClassEdits", "Add class"), classes.added(kind))
            self._settings.choose_damage(kind.number)

    def _names(self, *, but: int | None = None) -> set[str]:
        """What the classes are called, but one."""
        return {class_name(kind) for kind in self._settings.classes.kinds if kind.number != but}

    def remove(self) -> None:
        """The class in hand goes; what was painted in it is marked no more."""
        number = self._settings.damage_class
        kind = self._settings.classes.kind(number)
        if self._document.project is None or kind is None:
            return
        if number == DamageClass.DAMAGE:
            text = self.tr("It is what the white of a plain mask means. Give it another treatment instead.")
            self.said.emit(notice(self.tr("Plain damage stays"), text))
            return
        self._edits.remove_class(number)
        text = self.tr("What was painted as {name} is marked no more. Undo brings it back.")
        self.said.emit(notice(self.tr("Class removed"), text.format(name=class_name(kind))))
