"""Project files (.facerestore): a zip of a manifest and lossless pictures. The photo is named, never copied.

Nothing in the zip is packed (PNG is packed already), so that no member can grow beyond the file; the pictures'
own sizes are compared with the manifest before one of them is decoded. Nothing is ever unpacked onto the disk.
"""

import os
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.documents import project_manifest
from facerestore.documents.earlier_versions import Keeping, keep_version
from facerestore.documents.project_container import (
    MAX_FILE_BYTES,
    SUFFIX,
    add,
    content_of,
    members_of,
    refuse_container,
)
from facerestore.documents.project_manifest import (
    CandidateEntry,
    FaceEntry,
    Manifest,
    ResultEntry,
    candidate_choice_name,
    candidate_layout_name,
    candidate_pixels_name,
    choice_name,
    layout_name,
    prediction_name,
    result_name,
)
from facerestore.documents.saved_project import SavedCandidate, SavedProject, SavedResult
from facerestore.editing.project import FaceState
from facerestore.files import png_file
from facerestore.files.atomic_file import atomic_file, refuse_originals
from facerestore.files.layout_file import decoded_layout, encoded_layout
from facerestore.files.reading import refusing
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.alignment import CROP_PX
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import is_plane
from facerestore.values.errors import OutputRefused, ProjectUnreadable
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

MAX_DECODED_BYTES: Final = 6 * 2**30
_MAX_LAYOUT_PIXELS: Final = 2**22
_GREY, _RGB = 0, 2
"""PNG's colour types."""


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
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        add(archive, project_manifest.NAME, project_manifest.encoded(project, relative_path))
        add(archive, project_manifest.MASK, _encoded_picture(project.coverage))
        for index, work in enumerate(project.faces):
            if work.layout is not None:
                add(archive, layout_name(index), encoded_layout(work.layout))
            if work.predicted is not None:
                add(archive, prediction_name(index), encoded_layout(work.predicted))
            if work.choice is not None:
                add(archive, choice_name(index, "seeds"), _encoded_picture(work.choice.plane))
                add(archive, choice_name(index, "strength"), _encoded_picture(work.choice.strength))
        for index, result in enumerate(project.results):
            _add_result(archive, index, result)


def read_project(path: Path | str) -> tuple[SavedProject, str]:
    """The project of a file, and where its original was as seen from the file, if the file says.

    Raises ProjectUnreadable for anything that this program did not write, OutOfMemory.
    """
    path = Path(path)
    with refusing(path, ProjectUnreadable):
        try:
            stream = path.open("rb")
        except OSError as error:
            raise UnsupportedPicture(
                "The file cannot be opened.", "Check its name, and whether its disk is connected."
            ) from error
        with stream:
            return read_project_from(stream)


def read_project_from(stream: BinaryIO) -> tuple[SavedProject, str]:
    """As ``read_project``. Raises UnsupportedPicture, and what decoders raise."""
    refuse_container(stream)
    with zipfile.ZipFile(stream) as archive:
        members = _members(archive)
        manifest = project_manifest.decoded(content_of(archive, members, project_manifest.NAME))
        if set(members) != manifest.member_names():
            raise UnsupportedPicture.damaged("it holds other parts than it says")
        if manifest.decoded_byte_count() > MAX_DECODED_BYTES:
            raise UnsupportedPicture("The project is too large for this program.", "Nothing that it saves is as large.")
        reader = _Reader(archive, members, manifest)
        project = SavedProject(
            original=manifest.original,
            coverage=reader.plane(),
            faces=tuple(reader.face(index, entry) for index, entry in enumerate(manifest.faces)),
            current_face=manifest.current_face,
            seed=manifest.seed,
            results=tuple(reader.result(index, entry) for index, entry in enumerate(manifest.results)),
            result_is_current=manifest.result_is_current,
            classes=manifest.classes,
        )
    return project, manifest.relative_path


class _Reader:
    """Pictures of an archive, each compared with the manifest before it is decoded. Methods raise
    UnsupportedPicture."""

    def __init__(self, archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], manifest: Manifest) -> None:
        self._archive, self._members, self._manifest = archive, members, manifest
        original = manifest.original
        self._shape = (original.extent.height, original.extent.width)

    def plane(self) -> NDArray[np.uint8]:
        plane: NDArray[np.uint8] = self._picture(project_manifest.MASK, self._shape, 8)
        if not is_plane(plane, self._manifest.classes):
            raise UnsupportedPicture.damaged("its mask has values that mean nothing")
        return plane

    def mask(self, name: str) -> Mask:
        try:
            return Mask(self._picture(name, self._shape, 8))
        except ValueError as error:
            raise UnsupportedPicture.damaged("a mask is neither black nor white") from error

    def face(self, index: int, entry: FaceEntry) -> FaceState:
        layout = self._layout(layout_name(index)) if entry.has_layout else None
        predicted = self._layout(prediction_name(index)) if entry.has_prediction else None
        layout = predicted if _are_equal(layout, predicted) else layout
        names = [choice_name(index, plane) for plane in ("seeds", "strength")]
        choice = self._choice(names, entry.choice_seeds, CROP_PX)
        return FaceState(entry.face, layout, predicted, choice, entry.is_skipped)

    def result(self, index: int, entry: ResultEntry) -> SavedResult:
        original = self._manifest.original
        shape = (entry.box.height, entry.box.width)
        mask = self.mask(result_name(index, "mask"))
        if mask.box != entry.box:
            raise UnsupportedPicture.damaged("a result does not cover its mask")
        full_shape = shape if original.channels == 1 else (*shape, original.channels)
        return SavedResult(
            mask=mask,
            pixels=self._picture(result_name(index, "pixels"), full_shape, original.bits),
            generated=self._picture(result_name(index, "generated"), shape, 8) > 0,
            seed=entry.seed,
            device=entry.device,
            elapsed_s=entry.elapsed_s,
            candidates=tuple(self._candidate(index, number, one) for number, one in enumerate(entry.candidates)),
            weights=entry.weights,
            notes=entry.notes,
            filled=self._picture(result_name(index, "filled"), shape, 8) > 0 if entry.has_filled else None,
            protected=self.mask(result_name(index, "protected")) if entry.has_protected else None,
            classes=entry.classes,
        )

    def _candidate(self, index: int, number: int, entry: CandidateEntry) -> SavedCandidate:
        names = [candidate_choice_name(index, number, plane) for plane in ("seeds", "strength")]
        side = entry.alignment.crop_px
        return SavedCandidate(
            self._crop(candidate_pixels_name(index, number), side),
            self._layout(candidate_layout_name(index, number)),
            entry.alignment,
            entry.seed,
            self._choice(names, entry.choice_seeds, side),
        )

    def _choice(self, names: Sequence[str], seeds: tuple[int, ...], side: int) -> CandidateMix | None:
        if not seeds:
            return None
        try:
            plane, strength = (self._picture(name, (side, side), 8) for name in names)
            return CandidateMix(seeds, plane, strength)
        except ValueError as error:
            raise UnsupportedPicture.damaged("a choice of candidates makes no sense") from error

    def _layout(self, name: str) -> Layout:
        return decoded_layout(content_of(self._archive, self._members, name), max_pixels=_MAX_LAYOUT_PIXELS)

    def _crop(self, name: str, side: int) -> NDArray[np.float32]:
        data = content_of(self._archive, self._members, name)
        if len(data) != 12 * side * side:
            raise UnsupportedPicture.damaged("a painted face has another size than it says")
        pixels = np.frombuffer(data, "<f4").reshape(side, side, 3).astype(np.float32)
        if not np.isfinite(pixels).all():
            raise UnsupportedPicture.damaged("a painted face has values that are no colours")
        return pixels

    def _picture(self, name: str, shape: tuple[int, ...], bits: int) -> NDArray[Any]:
        data = content_of(self._archive, self._members, name)
        if not data.startswith(png_file.SIGNATURE):
            raise UnsupportedPicture.damaged(TranslatableText("{name} is not a PNG picture", name=name))
        header = png_file.header(png_file.read_chunks(data))
        colour_type = _GREY if len(shape) == 2 else _RGB
        if header != (shape[1], shape[0], bits, colour_type):
            raise UnsupportedPicture.damaged(TranslatableText("{name} has another size than it says", name=name))
        picture = png_file.decoded(data, max_pixels=shape[0] * shape[1])
        if picture.pixels.shape != shape or picture.alpha is not None:
            raise UnsupportedPicture.damaged(TranslatableText("{name} has another size than it says", name=name))
        return picture.pixels


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


def _add_result(archive: zipfile.ZipFile, index: int, result: SavedResult) -> None:
    add(archive, result_name(index, "mask"), _encoded_picture(result.mask.coverage))
    add(archive, result_name(index, "pixels"), _encoded_picture(result.pixels))
    add(archive, result_name(index, "generated"), _encoded_picture(result.generated.astype(np.uint8) * np.uint8(255)))
    if result.filled is not None:
        add(archive, result_name(index, "filled"), _encoded_picture(result.filled.astype(np.uint8) * np.uint8(255)))
    if result.protected is not None:
        add(archive, result_name(index, "protected"), _encoded_picture(result.protected.coverage))
    for number, one in enumerate(result.candidates):
        add(archive, candidate_pixels_name(index, number), np.ascontiguousarray(one.pixels, "<f4").tobytes())
        add(archive, candidate_layout_name(index, number), encoded_layout(one.layout))
        if one.choice is not None:
            add(archive, candidate_choice_name(index, number, "seeds"), _encoded_picture(one.choice.plane))
            add(archive, candidate_choice_name(index, number, "strength"), _encoded_picture(one.choice.strength))


def _encoded_picture(samples: NDArray[Any]) -> bytes:
    return png_file.encoded(samples, PhotoMetadata())


def _are_equal(one: Layout | None, other: Layout | None) -> bool:
    """Whether a layout is the prediction itself: nothing was painted since."""
    if one is None or other is None or one.labels.shape != other.labels.shape:
        return False
    return bool((one.labels == other.labels).all())


def _relative(original: Path, project: Path) -> str:
    try:
        return Path(os.path.relpath(original, project.absolute().parent)).as_posix()
    except ValueError:
        return ""  # another drive
