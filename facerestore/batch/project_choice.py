"""FolderProjects: which project beside a photo a batch takes."""

from pathlib import Path

from facerestore.documents.kept_projects import projects_of
from facerestore.documents.project_container import SUFFIX
from facerestore.jobs.pairing import files_of, name_key


class FolderProjects:
    """The projects that lie beside photos, each folder listed once. Which of several is taken is not decided here: it
    is the one that the window would open."""

    def __init__(self) -> None:
        self._names: dict[Path, frozenset[str]] = {}

    def of(self, photo: Path) -> tuple[Path, ...]:
        """The projects of a photo; the first is taken."""
        names = self._names.get(photo.parent)
        if names is None:
            there = (path.name for path in files_of(photo.parent))
            names = self._names[photo.parent] = frozenset(name_key(name) for name in there if name.endswith(SUFFIX))
        return projects_of(photo, None, lambda place: name_key(place.name) in names) if names else ()
