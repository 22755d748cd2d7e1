"""Dialogs: what a session asks of the person. The window shows the system's dialogs; tests answer by themselves."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.values.damage_table import DamageKind
from facerestore.values.framing import Framing
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore_gui.document.save_options import SaveOptions

if TYPE_CHECKING:
    from facerestore.documents.abandoned_journals import Abandoned
    from facerestore.documents.earlier_versions import EarlierVersion

Answer = Literal["save", "discard", "stay"]


class Dialogs(Protocol):
    """The questions to a person. None: they changed their mind."""

    def open_photo(self, folder: Path | None) -> Path | None: ...

    def open_file(self, folder: Path | None) -> Path | None:
        """A photo or a project."""

    def open_folder(self, folder: Path | None) -> Path | None: ...

    def find_photo(self, name: str, folder: Path | None) -> Path | None:
        """The photo of a project that was not found."""

    def open_mask(self, folder: Path | None) -> Path | None: ...

    def open_layout(self, folder: Path | None) -> Path | None: ...

    def open_references(self, folder: Path | None) -> list[Path]:
        """Photographs of the person in the open one; none: they changed their mind."""

    def open_reference_mask(self, folder: Path | None) -> Path | None:
        """A mask file, or a project, of a photograph from which the face borrows."""

    def paint_reference_mask(self, reference: Reference) -> NDArray[np.bool_] | None:
        """What is hidden of such a photograph's crop (S, S)."""

    def open_album(self, folder: Path | None) -> Path | None:
        """A folder in which the person may be."""

    def save_result(
        self, suggested: Path, photo: Photo, options: SaveOptions, framing: Framing, warning: str
    ) -> tuple[Path, SaveOptions] | None:
        """Where to save the restored photo, and how; ``options`` to begin with. ``framing``: how it is viewed;
        ``warning``: what it is not; empty for none."""

    def save_project(self, suggested: Path) -> Path | None: ...

    def save_mask(self, suggested: Path) -> Path | None: ...

    def save_layout(self, suggested: Path) -> Path | None: ...

    def save_layers(self, suggested: Path, framing: Framing) -> tuple[Path, bool] | None:
        """Where to save the layers, and whether as they are viewed, with this framing, or as the scan lies."""

    def keep_unsaved(self, parts: list[str]) -> Answer:
        """What to do with work that would be lost; ``parts`` names it."""

    def stop_batch(self, waiting: int) -> bool:
        """Whether a folder that is being restored, with so many photos left, is to be left where it is."""

    def choose_recovery(self, found: "list[Abandoned]", discard: Callable[[Path], object]) -> Path | None:
        """The journal to recover; None: later."""

    def edit_class(self, kind: DamageKind, *, is_new: bool, taken: Collection[str]) -> DamageKind | None:
        """A class of damage as the person wants it, under a name that is not taken."""

    def choose_version(self, project: Path, found: "list[EarlierVersion]") -> Path | None:
        """The earlier version of a project to open."""
