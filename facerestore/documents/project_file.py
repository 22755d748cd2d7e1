"""Project files (.facerestore): a zip of a manifest and lossless pictures. The photo is named, never copied.

Nothing in the zip is packed (PNG is packed already), so that no member can grow beyond the file; the pictures'
own sizes are compared with the manifest before one of them is decoded. Nothing is ever unpacked onto the disk.
"""

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from facerestore.documents import project_manifest
from facerestore.documents.earlier_codec import candidates_part
from facerestore.documents.earlier_results import EarlierResults
from facerestore.documents.earlier_versions import Keeping, keep_version
from facerestore.documents.project_container import (
    MAX_FILE_BYTES,
    SUFFIX,
    add,
    content_of,
    members_of,
    refuse_container,
)
from facerestore.documents.project_members import MemberReader, MemberWriter
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.atomic_file import atomic_file, refuse_originals
from facerestore.files.reading import refusing
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.errors import OutputRefused, ProjectUnreadable
from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore.values.translatable_text import TranslatableText


def write_project(
    project: SavedProject,
    path: Path | str,
    *,
    overwrite: bool = False,
    keeps_version: bool = False,
    originals: Iterable[Path | str] = (),
) -> Keeping:
    """Writes the project whole or not at all. Equal projects give equal bytes. ``keeps_version``: what it replaces is
    kept beside it, and what became of that is returned. Raises OutputRefused."""
    target = Path(path)
    keeping = Keeping.NOTHING_TO_KEEP

    def keep(new: Path) -> None:
        nonlocal keeping
        keeping = keep_version(target, new)

    refuse_originals(target, (project.original.path, *originals))
    if target.suffix.lower() != SUFFIX:
        raise OutputRefused(
            target, TranslatableText("A project's name ends in {suffix}.", suffix=SUFFIX), advice="Give it such a name."
        )
    with atomic_file(target, overwrite=overwrite, before=keep if keeps_version else _keep_nothing) as stream:
        write_project_to(stream, project, relative_path=_relative(project.original.path, target))
        if stream.tell() > MAX_FILE_BYTES:
            raise OutputRefused(
                target,
                "The project takes more than 2 GB.",
                advice="Remove results from it: save them as photos of their own.",
            )
    return keeping


def _keep_nothing(new: Path) -> None:
    """The journal's projects are nobody's documents."""


def write_project_to(stream: BinaryIO, project: SavedProject, *, relative_path: str = "") -> None:
    """Writes the project's bytes into a stream that can seek."""
    parts = MemberWriter()
    manifest = project_manifest.encoded(project, relative_path, parts)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        add(archive, project_manifest.NAME, manifest)
        parts.write_to(archive)


def read_project(path: Path | str) -> tuple[SavedProject, str]:
    """The project of a file, and where its original was as seen from the file, if the file says.

    The candidates of earlier results stay in the file. Raises ProjectUnreadable for anything that this program did not
    write, OutOfMemory.
    """
    path = Path(path)
    with _opened(path) as stream:
        project, relative_path = read_project_from(stream)
    note_place(project.earlier, path)
    return project, relative_path


def note_place(earlier: EarlierResults, path: Path) -> None:
    """The candidates of earlier results are in a project file since."""
    for key, one in earlier.stored.items():
        one.add_place(str(path), partial(_carried, path, candidates_part(key)))


def _carried(path: Path, part: str) -> bytes:
    """A part of a project file that is not read with it. Raises UnsupportedPicture, OSError."""
    with path.open("rb") as stream:
        refuse_container(stream)
        with zipfile.ZipFile(stream) as archive:
            members = members_of(archive)
            if part not in members:
                raise UnsupportedPicture.damaged("it lacks a part")
            return content_of(archive, members, part)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A project file to be read. Raises ProjectUnreadable, also for what is raised while it is."""
    with refusing(path, ProjectUnreadable):
        try:
            # a pipe or a device of that name would never end
            if not stat.S_ISREG(path.stat().st_mode):
                raise UnsupportedPicture("This is no file.", "Open a file that ends in .facerestore.")
            stream = path.open("rb")
        except OSError as error:
            raise UnsupportedPicture(
                "The file cannot be opened.", "Check its name, and whether its disk is connected."
            ) from error
        with stream:
            yield stream


def read_original(path: Path | str) -> Original:
    """Which photo a project file is about; nothing else of it is read. Raises as ``read_project``."""
    path = Path(path)
    with _opened(path) as stream:
        refuse_container(stream)
        with zipfile.ZipFile(stream) as archive:
            return project_manifest.original_in(content_of(archive, _members(archive), project_manifest.NAME))


def read_framing(path: Path | str) -> tuple[Framing, Extent]:
    """How a project file says that its photo is looked at, and the photo's extent; nothing else of it is read. Raises
    as ``read_project``."""
    with _opened(Path(path)) as stream:
        refuse_container(stream)
        with zipfile.ZipFile(stream) as archive:
            return project_manifest.framing_in(content_of(archive, _members(archive), project_manifest.NAME))


def has_result(path: Path | str) -> bool:
    """Whether a project file has a result; nothing else of it is read. Raises as ``read_project``."""
    with _opened(Path(path)) as stream:
        refuse_container(stream)
        with zipfile.ZipFile(stream) as archive:
            return project_manifest.result_count_in(content_of(archive, _members(archive), project_manifest.NAME)) > 0


def read_project_from(stream: BinaryIO) -> tuple[SavedProject, str]:
    """As ``read_project``. Raises UnsupportedPicture, and what decoders raise."""
    refuse_container(stream)
    with zipfile.ZipFile(stream) as archive:
        members = _members(archive)
        parts = MemberReader(archive, members)
        read, relative_path = project_manifest.decoded(content_of(archive, members, project_manifest.NAME), parts)
        return read(), relative_path


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What is in the archive, by name, with a manifest among it. Raises UnsupportedPicture."""
    members = members_of(archive)
    if project_manifest.NAME not in members:
        raise UnsupportedPicture(
            "The file is a zip, but not a project of facerestore.",
            TranslatableText("Open a file that ends in {suffix}.", suffix=SUFFIX),
        )
    if members[project_manifest.NAME].file_size > project_manifest.MAX_BYTES:
        raise UnsupportedPicture.damaged("its list of contents is too long")
    return members


def _relative(original: Path, project: Path) -> str:
    try:
        return Path(os.path.relpath(original, project.absolute().parent)).as_posix()
    except ValueError:
        return ""  # another drive
