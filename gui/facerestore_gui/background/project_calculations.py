"""What tasks with projects calculate in threads. Imported with the first of them, as ``file_calculations`` is."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

import numpy as np

from facerestore.documents.abandoned_journals import (
    Abandoned,
    abandoned_journals,
    discarded_journals,
    photos_gone_through,
    put_aside,
)
from facerestore.documents.earlier_versions import EarlierVersion, Keeping, earlier_versions
from facerestore.documents.file_state import FileState
from facerestore.documents.journal_files import discard_journal
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.kept_projects import files_kept, own_place, place_beside, project_of
from facerestore.documents.original_search import find_original, is_same_file
from facerestore.documents.project_file import has_result, note_place, read_framing, read_project, write_project
from facerestore.documents.saved_project import Original, SavedProject, SavedResult
from facerestore.editing.project import Project
from facerestore.files import png_chunks
from facerestore.files.layout_file import ORDER_KEYWORD
from facerestore.files.plane_file import table_in
from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_content, read_photo, refusing
from facerestore.files.stored_picture import MAX_PIXELS
from facerestore.values.damage_table import DEFAULT_TABLE, is_plane
from facerestore.values.errors import FaceRestoreError, OutputRefused, PhotoUnreadable
from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore_gui.background.photo_reading import photo_of
from facerestore_gui.document.photo_work import PHOTO_SUFFIXES, PhotoWork
from facerestore_gui.document.result import Result
from facerestore_gui.document.snapshot import Snapshot
from facerestore_gui.look.images import Picture

__all__ = [
    "Abandoned",
    "EarlierVersion",
    "Keeping",
    "abandoned_journals",
    "discard_journal",
    "discarded_journals",
    "earlier_versions",
    "photos_gone_through",
    "put_aside",
]


@dataclass(frozen=True)
class Written:
    """What came of writing a project. ``keeping``: what became of the version before, ``replaced``: in which state that
    was, ``state``: of the file now."""

    keeping: Keeping
    replaced: FileState | None
    state: FileState | None


@dataclass(frozen=True, eq=False)
class Loaded:
    """What a file or a journal says. ``place``: the project file beside which the photo may be. ``state``: in which
    the window last knew that file, None where nobody knows."""

    saved: SavedProject
    place: Path | None
    relative_path: str
    is_recovered: bool
    state: FileState | None = None


@dataclass(frozen=True, eq=False)
class Resumed:
    """A project over its photo, ready to be shown."""

    loaded: Loaded
    project: Project
    picture: Picture
    result: Result | None


@dataclass(frozen=True)
class OriginalMissing:
    """The answer that a project's photo was not found."""

    original: Original


@dataclass(frozen=True)
class OriginalChanged:
    """The answer that a project's photo is not the one that it was made with. ``fits``: mask and layouts could lie over
    it all the same."""

    original: Original
    path: Path
    fits: bool


def load_file(path: Path) -> Loaded:
    # before it is read: what is written meanwhile counts as another's
    state = FileState.of(path)
    saved, relative_path = read_project(path)
    return Loaded(saved, path, relative_path, is_recovered=False, state=state)


def load_version(version: Path, project: Path) -> Loaded:
    """An earlier version of a project, which is to be saved as the project again."""
    state = FileState.of(project)
    saved, relative_path = read_project(version)
    return Loaded(saved, project, relative_path, is_recovered=True, state=state)


def load_journal(folder: Path) -> Loaded:
    recovered = read_journal(folder)
    return Loaded(recovered.project, recovered.project_file, "", is_recovered=True, state=recovered.project_state)


def resumed(
    load: Callable[[], Loaded], photo_path: Path | None, *, accept_changed: bool, known: Photo | None = None
) -> Resumed | OriginalMissing | OriginalChanged:
    """A project with its photo, which is looked for unless a path is given. ``accept_changed``: any photo of the
    right size will do. ``known``: a photo that is open; if it is this one, it is not read, and held, a second time."""
    loaded = load()
    original = loaded.saved.original
    if photo_path is None:
        found = find_original(original, project=loaded.place, relative_path=loaded.relative_path)
        if found is None:
            return OriginalMissing(original)
        photo_path, is_same = found.path, found.is_same
    else:
        is_same = is_same_file(original, photo_path)
    photo = photo_of(photo_path, known)
    if not original.fits(photo):
        return OriginalChanged(original, photo_path, fits=False)
    if not is_same and not accept_changed:
        return OriginalChanged(original, photo_path, fits=True)
    project = Project(photo)
    project.coverage[:] = loaded.saved.coverage
    project.classes = loaded.saved.classes
    project.hand = loaded.saved.hand
    project.faces, project.faces_are_sought = loaded.saved.faces, loaded.saved.faces_are_sought
    project.framing = loaded.saved.framing
    return Resumed(loaded, project, Picture(photo), _result(loaded.saved, photo))


def saved_project(snapshot: Snapshot) -> SavedProject:
    """What is saved of a document. Reads the photo's file for its hash, once. Raises OutputRefused where that cannot
    be."""
    result = snapshot.result
    results = () if result is None else (SavedResult.of(result.restoration, result.mask, result.seed, snapshot.others),)
    return SavedProject(
        _original(snapshot.photo),
        snapshot.coverage,
        snapshot.faces,
        snapshot.current_face,
        snapshot.seed,
        results,
        result_is_current=snapshot.result_is_current,
        classes=snapshot.classes,
        framing=snapshot.framing,
        hand=snapshot.hand,
        faces_are_sought=snapshot.faces_are_sought,
        earlier=snapshot.kept.earlier().readable(),
    )


_originals: Final[dict[Path, tuple[FileState, Original]]] = {}
"""Of the photos that were saved with a project: a photo of a hundred megapixels is not read again with every save, and
one whose disk was taken away is still known."""


def _original(photo: Photo) -> Original:
    if photo.path is None:
        raise OutputRefused(Path("photo"), "The photo is in no file.", advice="Save it first.")
    state, known = FileState.of(photo.path), _originals.get(photo.path)
    if known is not None and state in (None, known[0]):
        return known[1]
    try:
        original = Original.of(photo, file_hash(photo.path))
    except OSError as error:
        raise OutputRefused(
            photo.path, "The photo is no longer where it was.", advice="Put it back, and save again."
        ) from error
    if state is not None:
        _originals[photo.path] = (state, original)
    return original


_writing: Final = threading.Lock()
_written_numbers: Final[dict[Path, int]] = {}
"""Of the newest snapshot in each file: what a person saves and what is kept by itself are written in two threads."""


def write(snapshot: Snapshot, path: Path, *, keeps_version: bool = True) -> Written:
    """A document into a project file, unless a later state of it is there already."""
    project = saved_project(snapshot)
    with _writing:
        replaced, keeping = FileState.of(path), Keeping.NOTHING_TO_KEEP
        if _written_numbers.get(path, -1) < snapshot.number:
            keeping = write_project(project, path, overwrite=True, keeps_version=keeps_version)
            _written_numbers[path] = snapshot.number
            note_place(project.earlier, path)
        return Written(keeping, replaced, FileState.of(path))


@dataclass(frozen=True)
class KeptPlace:
    """Where a project is to be kept: in ``known``, a file that the window read or wrote last in ``state``, None where
    nobody knows in which; None: in one of its own, ``beside`` the photo or else in the program's ``own_folder``.
    ``seen``: what had the name of its project when the photo was opened."""

    known: Path | None
    state: FileState | None
    beside: bool
    own_folder: Path
    seen: Mapping[Path, FileState] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """A project that was kept by itself. ``is_anothers``: its file was written by another window meanwhile, and was
    left to that."""

    path: Path
    written: Written
    is_anothers: bool


def _is_written_since(path: Path, known: FileState | None) -> bool:
    """Whether a file was written by another since it was ``known``. Where nobody knows that, nobody is suspected: what
    is in it is kept as a version."""
    return known is not None and FileState.of(path) not in (None, known)


def keep(snapshot: Snapshot, wanted: KeptPlace, *, keeps_version: bool) -> Kept:
    """Write a document where it is wanted, or, where that is refused, into the program's own folder. Raises
    OutputRefused where neither can be."""
    photo_path = snapshot.photo.path
    if photo_path is None:
        raise OutputRefused(Path("photo"), "The photo is in no file.", advice="Save it first.")
    theirs = wanted.known if wanted.known is not None and _is_written_since(wanted.known, wanted.state) else None
    is_anothers = theirs is not None
    place = None if is_anothers else wanted.known
    if place is None and wanted.beside:
        place, is_anothers = _new_place(partial(place_beside, photo_path), wanted, theirs)
    if place is not None and place.parent != wanted.own_folder:
        with suppress(OutputRefused):
            return Kept(place, write(snapshot, place, keeps_version=keeps_version), is_anothers)
        place = None
    if place is None:
        place, is_left = _new_place(partial(own_place, photo_path, wanted.own_folder), wanted, theirs)
        is_anothers = is_anothers or is_left
    if place is None:
        raise OutputRefused(wanted.own_folder, "All names for the project are taken.", advice="Save it elsewhere.")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(
            place, "There is no folder for it.", advice="Free some space, or save it elsewhere."
        ) from error
    return Kept(place, write(snapshot, place, keeps_version=keeps_version), is_anothers)


class _FreePlace(Protocol):
    def __call__(self, *, but_not: Path | None) -> Path | None: ...


def _new_place(free_place: _FreePlace, wanted: KeptPlace, theirs: Path | None) -> tuple[Path | None, bool]:
    """(where a project without a file of its own goes, whether a file was left to another window for it)."""
    place = free_place(but_not=theirs)
    if theirs is None and place is not None and FileState.of(place) not in (None, wanted.seen.get(place)):
        # the photo was opened in two windows before there was a project
        return free_place(but_not=place), True
    return place, theirs is not None


def seen_files(photo: Path, own_folder: Path | None) -> Mapping[Path, FileState]:
    """What has the name of a photo's project now, wherever it is kept."""
    return files_kept(photo.absolute(), own_folder)


def project_for(photo: Path, own_folder: Path | None) -> Path | None:
    """The project of a photo, wherever it is kept."""
    return project_of(photo.absolute(), own_folder)


def framing_for(photo: Path, own_folder: Path | None) -> tuple[Framing, Extent] | None:
    """How the project of a photo says that it is viewed, and the photo's extent; None where there is none, or it cannot
    be read."""
    with suppress(FaceRestoreError, OSError):
        project = project_for(photo, own_folder)
        return None if project is None else read_framing(project)
    return None


def work_on(photo: Path, own_folder: Path | None) -> PhotoWork:
    """How far a photo is, by the files that are there of it under the names that are suggested."""
    if any(photo.with_name(f"{photo.stem}_restored{suffix}").exists() for suffix in PHOTO_SUFFIXES):
        return PhotoWork.SAVED
    with suppress(FaceRestoreError, OSError):
        project = project_for(photo, own_folder)
        if project is not None:
            return PhotoWork.RESTORED if has_result(project) else PhotoWork.MASKED
    return PhotoWork.MASKED if photo.with_name(f"{photo.stem}_mask.png").exists() else PhotoWork.UNTOUCHED


def _result(saved: SavedProject, photo: Photo) -> Result | None:
    if not saved.results:
        return None
    newest = saved.results[-1]
    # its faces were seen as the photo was filled by hand then
    worked = RepairedPhoto(photo, saved.hand.repairs(saved.coverage) if saved.result_is_current else ()).photo
    restoration = newest.restoration(worked)
    restoration = replace(restoration, repaired=RepairedPhoto(photo, restoration.repaired.repairs))
    return Result(restoration, Picture(restoration.repaired), newest.mask, newest.seed, others=newest.others)


def kind_of(path: Path, extent: Extent) -> str:
    """What a picture is to a photo of an extent that is open: "mask" (a black and white PNG of its size, or one of
    damage classes), "layout"
    (a PNG that says so), or "photo". Raises PhotoUnreadable."""
    with refusing(path, PhotoUnreadable):
        data = read_content(path, MAX_PIXELS)
        if not data.startswith(png_chunks.SIGNATURE):
            return "photo"
        chunks, _ = png_chunks.read_picture_chunks(data)
    if ORDER_KEYWORD in png_chunks.texts(chunks, {ORDER_KEYWORD}):
        return "layout"
    header = png_chunks.header(chunks)
    if (header.width, header.height) != (extent.width, extent.height):
        return "photo"
    pixels = read_photo(path).pixels
    is_grey = pixels.ndim == 2 or not (pixels != pixels[..., :1]).any()
    is_two_tone = np.isin(pixels, (0, np.iinfo(pixels.dtype).max)).all()
    if not is_grey:
        return "photo"
    return "mask" if is_two_tone or is_plane(pixels, table_in(path) or DEFAULT_TABLE) else "photo"
