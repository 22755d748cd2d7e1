"""RestoreSettings: the seed that Generate uses, and how many more candidates are made at once."""

from typing import Final

from PySide6.QtCore import QObject, Signal

FIRST_SEED: Final = 0
"""Of a photo that nothing was made of yet."""
LARGEST_SEED: Final = 2**31 - 1
MOST_CANDIDATES: Final = 16


class RestoreSettings(QObject):
    """The settings of a restoration. Equal seeds give equal results on one device. Undo never changes them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seed = FIRST_SEED
        self.more_count = 4

    def set_seed(self, seed: int) -> None:
        """0 ... ``LARGEST_SEED``; what lies beyond is taken as the largest."""
        self.seed = min(max(seed, 0), LARGEST_SEED)
        self.changed.emit()

    def set_more_count(self, count: int) -> None:
        self.more_count = count
        self.changed.emit()
