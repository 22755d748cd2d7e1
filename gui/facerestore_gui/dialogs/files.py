"""FileDialogs: the dialogs over a window that ask for files, and whether unsaved work is to be kept."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from facerestore.values.damage_table import DamageKind
from facerestore.values.framing import Framing
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore_gui.dialogs.damage_class import DamageClassDialog
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.dialogs.reference_mask import ReferenceMaskDialog
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.dialogs.versions import VersionsDialog
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.files.dialogs import Answer
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from facerestore.documents.abandoned_journals import Abandoned
    from facerestore.documents.earlier_versions import EarlierVersion

_PHOTOS: Final = QT_TRANSLATE_NOOP("FileDialogs", "Photos (*.png *.tif *.tiff *.jpg *.jpeg *.webp)")
_PROJECTS: Final = QT_TRANSLATE_NOOP("FileDialogs", "Projects (*.facerestore)")
_PHOTOS_AND_PROJECTS: Final = QT_TRANSLATE_NOOP(
    "FileDialogs", "Photos and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)"
)
_MASKS_AND_PROJECTS: Final = QT_TRANSLATE_NOOP(
    "FileDialogs", "Masks and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)"
)
_PNG: Final = QT_TRANSLATE_NOOP("FileDialogs", "PNG (*.png)")
_LAYERS: Final = QT_TRANSLATE_NOOP("FileDialogs", "OpenRaster (*.ora);;TIFF, a page for each layer (*.tif *.tiff)")


class FileDialogs:
    """The system's own dialogs, and ours, over one window: the ``Dialogs`` of its session."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def open_photo(self, folder: Path | None) -> Path | None:
        return self._open(QCoreApplication.translate("FileDialogs", "Open a portrait"), folder, _PHOTOS)

    def open_file(self, folder: Path | None) -> Path | None:
        """A photo or a project."""
        return self._open(
            QCoreApplication.translate("FileDialogs", "Open a portrait or a project"), folder, _PHOTOS_AND_PROJECTS
        )

    def open_folder(self, folder: Path | None) -> Path | None:
        name = QFileDialog.getExistingDirectory(
            self._window, QCoreApplication.translate("FileDialogs", "Open a folder of photos"), str(folder or "")
        )
        return Path(name) if name else None

    def find_photo(self, name: str, folder: Path | None) -> Path | None:
        """The photo of a project that was not found."""
        return self._open(
            QCoreApplication.translate("FileDialogs", "Where is {name}?").format(name=name), folder, _PHOTOS
        )

    def open_mask(self, folder: Path | None) -> Path | None:
        return self._open(QCoreApplication.translate("FileDialogs", "Import a mask"), folder, _PHOTOS)

    def open_layout(self, folder: Path | None) -> Path | None:
        return self._open(QCoreApplication.translate("FileDialogs", "Load a layout"), folder, _PNG)

    def open_references(self, folder: Path | None) -> list[Path]:
        """Photographs of the person in the open one; none: they changed their mind."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            QCoreApplication.translate("FileDialogs", "Photographs of the same person"),
            str(folder or ""),
            f"{_shown(_PHOTOS)};;{QCoreApplication.translate('FileDialogs', 'All files (*)')}",
        )
        return list(map(Path, names))

    def open_reference_mask(self, folder: Path | None) -> Path | None:
        """A mask file, or a project, of a photograph from which the face borrows."""
        title = QCoreApplication.translate("FileDialogs", "Mask or project of the photograph")
        return self._open(title, folder, _MASKS_AND_PROJECTS)

    def paint_reference_mask(self, reference: Reference) -> NDArray[np.bool_] | None:
        """What is hidden of such a photograph's crop (S, S)."""
        dialog = ReferenceMaskDialog(reference, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.hidden

    def open_album(self, folder: Path | None) -> Path | None:
        """A folder in which the person may be."""
        name = QFileDialog.getExistingDirectory(
            self._window,
            QCoreApplication.translate("FileDialogs", "Look for the person in a folder"),
            str(folder or ""),
        )
        return Path(name) if name else None

    def save_result(
        self, suggested: Path, photo: Photo, options: SaveOptions, framing: Framing, warning: str
    ) -> tuple[Path, SaveOptions] | None:
        """Where to save the restored photo, and how; ``options`` to begin with. ``framing``: how it is viewed;
        ``warning``: what it is not; empty for none."""
        dialog = SaveAsDialog(suggested, photo, options, self._window, framing=framing, warning=warning)
        dialog.exec()
        dialog.deleteLater()
        return dialog.choice

    def save_project(self, suggested: Path) -> Path | None:
        return self._save(QCoreApplication.translate("FileDialogs", "Save the project"), suggested, _PROJECTS)

    def save_mask(self, suggested: Path) -> Path | None:
        return self._save(QCoreApplication.translate("FileDialogs", "Export the mask"), suggested, _PNG)

    def save_layout(self, suggested: Path) -> Path | None:
        return self._save(QCoreApplication.translate("FileDialogs", "Save the layout"), suggested, _PNG)

    def save_layers(self, suggested: Path, framing: Framing) -> tuple[Path, bool] | None:
        """Where to save the layers, and whether as they are viewed; asked only where that is otherwise than the scan
        lies."""
        path = self._save(QCoreApplication.translate("FileDialogs", "Save in layers"), suggested, _LAYERS)
        if path is None or framing.is_plain:
            return None if path is None else (path, False)
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(QCoreApplication.translate("FileDialogs", "Save in layers"))
        box.setText(QCoreApplication.translate("FileDialogs", "The photo is turned, straightened or cropped."))
        box.setInformativeText(
            QCoreApplication.translate("FileDialogs", "Save the layers as the scan lies, or as you see it?")
        )
        lying = box.addButton(
            QCoreApplication.translate("FileDialogs", "As the scan lies"), QMessageBox.ButtonRole.AcceptRole
        )
        viewed = box.addButton(
            QCoreApplication.translate("FileDialogs", "As viewed"), QMessageBox.ButtonRole.AcceptRole
        )
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(lying)
        box.exec()
        return (path, box.clickedButton() is viewed) if box.clickedButton() in (lying, viewed) else None

    def keep_unsaved(self, parts: list[str]) -> Answer:
        """What to do with work that would be lost; ``parts`` names it."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(QCoreApplication.translate("FileDialogs", "Unsaved work"))
        box.setText(
            QCoreApplication.translate("FileDialogs", "This would be lost:")
            + "".join(f"\n\N{BULLET} {part}" for part in parts)
        )
        box.setInformativeText(QCoreApplication.translate("FileDialogs", "Save all of it as a project first?"))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers: dict[int, Answer] = {buttons.Save.value: "save", buttons.Discard.value: "discard"}
        return answers.get(box.exec(), "stay")

    def stop_batch(self, waiting: int) -> bool:
        """Whether a folder that is being restored, with so many photos left, is to be left where it is."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(QCoreApplication.translate("FileDialogs", "A folder is being restored"))
        text = QCoreApplication.translate("FileDialogs", "Photos that are not restored yet: {count}.")
        box.setText(text.format(count=waiting))
        box.setInformativeText(
            QCoreApplication.translate("FileDialogs", "Stop here? The same folder goes on from there another time.")
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Yes | buttons.No)
        box.setDefaultButton(buttons.No)
        return box.exec() == buttons.Yes.value

    def choose_recovery(self, found: "list[Abandoned]", discard: Callable[[Path], object]) -> Path | None:
        """The journal to recover; None: later."""
        dialog = RecoveryDialog(found, discard, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def edit_class(self, kind: DamageKind, *, is_new: bool, taken: Collection[str]) -> DamageKind | None:
        """A class of damage as the person wants it, under a name that is not taken."""
        dialog = DamageClassDialog(kind, is_new=is_new, taken=taken, parent=self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def choose_version(self, project: Path, found: "list[EarlierVersion]") -> Path | None:
        """The earlier version of a project to open."""
        dialog = VersionsDialog(project, found, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _open(self, title: str, folder: Path | None, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            str(folder or ""),
            f"{_shown(kinds)};;{QCoreApplication.translate('FileDialogs', 'All files (*)')}",
        )
        return Path(name) if name else None

    def _save(self, title: str, suggested: Path, kinds: str) -> Path | None:
        kinds = _shown(kinds)
        dialog = QFileDialog(self._window, title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested.name)
        fitting = next((kind for kind in kinds.split(";;") if f"*{suggested.suffix}" in kind), kinds.split(";;")[0])
        dialog.selectNameFilter(fitting)
        # a name without suffix gets one before the dialog asks whether to replace the file of that name
        dialog.setDefaultSuffix(_first_suffix(fitting))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_first_suffix(kind)))
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        dialog.deleteLater()
        return Path(dialog.selectedFiles()[0]) if accepted else None


def _shown(kinds: str) -> str:
    return QCoreApplication.translate("FileDialogs", kinds)


def _first_suffix(kind: str) -> str:
    """ "tif" of "TIFF (*.tif *.tiff)"."""
    return kind.partition("*.")[2].partition(" ")[0].rstrip(")")
