"""FaceCrops: the crop of a face as the networks see it, cut in a thread and kept while photo and mask stay."""

from collections.abc import Generator
from typing import Any, Final

from PySide6.QtCore import QObject

from facerestore.editing.project import FaceState
from facerestore.values.alignment import FaceCrop
from facerestore_gui.background.lazy_modules import file_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.tasks.task_runner import Calculation

_KEPT: Final = 4


class FaceCrops(QObject):
    """The crops of faces, each cut once. Cutting looks at the whole photo, which takes seconds at a hundred megapixels;
    editing a layout changes no crop."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._kept: dict[bytes, FaceCrop] = {}
        self.revision = 0
        """Changes with the photo and the mask."""
        document.opened.connect(self._forget)
        document.mask_changed.connect(self._forget)
        document.hand_changed.connect(self._forget)
        document.classes_changed.connect(self._forget)

    def of(self, work: FaceState) -> Generator[Calculation, Any, FaceCrop]:
        """The crop of a face of the open photo, as steps of a task."""
        project = self._document.project
        assert project is not None, "faces are in open photos"
        frame, photo, coverage = work.alignment.key, project.photo, project.coverage
        while frame not in self._kept:
            revision, hand = self.revision, project.hand
            # copied in the thread; if a stroke comes in between, it is cut again
            crop = yield Calculation(
                "crop",
                lambda progress, cancel, hand=hand: file_calculations.crop_of(  # type: ignore[misc]
                    photo, hand, coverage.copy(), project.classes, work
                ),
            )
            if project is not self._document.project:
                return crop  # type: ignore[no-any-return] # the photo was closed: whoever asked finds out
            if revision == self.revision:
                self._keep(frame, crop)
        return self._kept[frame]

    def is_current(self, crop: FaceCrop, work: FaceState | None) -> bool:
        """Whether a crop shows a face as photo and mask are now."""
        return work is not None and self._kept.get(work.alignment.key) is crop

    def _keep(self, frame: bytes, crop: FaceCrop) -> None:
        if len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[frame] = crop

    def _forget(self) -> None:
        self.revision += 1
        self._kept.clear()
