"""FolderProjects: which project of a photo a batch takes."""

from pathlib import Path

from facerestore.documents.kept_projects import projects_of
from facerestore.documents.project_container import SUFFIX
from facerestore.jobs.pairing import files_of, name_key


class FolderProjects:
    """The projects that lie beside photos or in the program's ``own_folder``, each folder listed once. Which of several
    is taken is not decided here: it is the one that the window would open."""

    def __init__(self, own_folder: Path | None = None) -> None:
        self._own_folder = own_folder
        self._names: dict[Path, frozenset[str]] = {}

    def of(self, photo: Path) -> tuple[Path, ...]:
        """The projects of a photo; the first is taken."""
        folders = [photo.parent] if self._own_folder is None else [photo.parent, self._own_folder]
        if not any(self._names_in(folder) for folder in folders):
            return ()
        return projects_of(photo, self._own_folder, lambda place: name_key(place.name) in self._names_in(place.parent))

    def _names_in(self, folder: Path) -> frozenset[str]:
        names = self._names.get(folder)
        if names is None:
            there = (path.name for path in files_of(folder))
            names = self._names[folder] = frozenset(name_key(name) for name in there if name.endswith(SUFFIX))
        return names
