"""What a journal's folder holds beside its logs and bases, and how it is deleted."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

LOCK: Final = "lock.json"
RESULT: Final = "result.facerestore"
THUMBNAIL: Final = "thumbnail.png"
PHOTOS: Final = "photos.json"
"""The photos that were being gone through, and folders of them: a list of paths."""


def discard_journal(folder: Path) -> None:
    """Delete a journal that nobody wants."""
    # out of sight first: without its lock it would look abandoned for a moment
    hidden = folder.with_name(f".{folder.name}")
    with suppress(OSError):
        folder.rename(hidden)
    shutil.rmtree(hidden, ignore_errors=True)
