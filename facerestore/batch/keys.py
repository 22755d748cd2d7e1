"""Keys: what a photo and its results are known by in a ledger."""

from pathlib import Path
from typing import NamedTuple


class ResultKey(NamedTuple):
    """A result: of which photo, as a path within the folder of photos, and by which restorer's name. Where there is
    nothing to restore, there is no restorer."""

    photo: str
    restorer: str


def within(path: Path, folder: Path) -> str:
    """The path as seen from a folder, with slashes, for every system alike."""
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return path.as_posix()
