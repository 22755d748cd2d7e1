"""One file: photo, mask and layout in; result and record out. Command line, batch and sample walk it."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.compositor import painted_by
from facerestore.compositing.hand_filling import changed_with_hand, with_hand
from facerestore.compositing.origins_picture import origins_picture
from facerestore.damage.proposals import Caution
from facerestore.files.atomic_file import refuse_originals
from facerestore.files.installed_weights import lacking_tasks
from facerestore.files.layered_file import refuse_layers, write_layers
from facerestore.files.layout_file import read_layout, write_layout
from facerestore.files.reading import read_photo
from facerestore.files.record_file import record_path_for, take_up_left
from facerestore.files.writing import notes_on_writing, write_photo
from facerestore.jobs.damage_files import asked_by_found_damage
from facerestore.jobs.file_masks import AskedFor, MaskFiles, read_masks
from facerestore.jobs.file_projects import read_work
from facerestore.jobs.framed_result import framed_layers
from facerestore.jobs.reference_files import album_files, named_photos
from facerestore.jobs.result_files import ensure_folder, is_lossy, refuse_taken, refuse_unwritable_result, write_result
from facerestore.restoration.face_references import ReferencedFaces, with_references
from facerestore.restoration.faces import ChosenFaces, chosen_faces, largest, resized_layout
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import RestorationRequest, predicted_layout, restored
from facerestore.restoration.restorers import SEMANTIC, Restorer, refuse_lacking, refuse_unread
from facerestore.restoration.routing import networks_of, routed
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.errors import UsageError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.file_names import shown
from facerestore.values.framing import UNFRAMED
from facerestore.values.layout import Layout
from facerestore.values.request import DEFAULT_DETAIL, DEFAULT_SEED
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText


@dataclass(frozen=True, kw_only=True, eq=False)
class FileJob:
    """Restore ``photo`` where ``masks`` say, into ``output``; the record goes beside it.

    ``is_aligned``: the photo is a square crop in the CelebA-HQ frame. ``points_photo``: (5, 2), instead of
    looking for faces. ``detail``: how strong borrowed detail is, 0...1. ``references``: photographs of the same person;
    ``album``: a folder in which they are looked for; ``is_album_shared``: it is that of many photos, and may hold
    nothing for this one. ``project``: a project file of the photo, whose mask, faces,
    layouts, references and choices are used in place of ``masks``, and its seed and detail in place of these.
    ``other_projects``: older ones of the photo, which are left alone.
    ``found_damage``: what looks damaged is restored, where there is neither mask nor project. ``infrared``: the file of
    the scan's infrared channel that is beside it and shows damage.
    ``fingerprint``: of the job, for the record. ``origins``: where a picture goes of where each restored pixel is
    from; ``layers``: where scan, patches, mask and layouts go as layers of one file. ``is_framed``: result and layers
    are turned, straightened and cropped as the project says, and not as the scan lies. ``overwrite`` applies to earlier
    results, never to the photo, its masks, the layout, references, or a photo of the album.
    """

    photo: Path
    masks: MaskFiles
    output: Path
    layout: Path | None = None
    label_order: str | None = None
    is_aligned: bool = False
    points_photo: NDArray[np.float64] | None = None
    seed: int = DEFAULT_SEED
    detail: float = DEFAULT_DETAIL
    restorer: Restorer = SEMANTIC
    references: tuple[Path, ...] = ()
    album: Path | None = None
    is_album_shared: bool = False
    origins: Path | None = None
    layers: Path | None = None
    project: Path | None = None
    other_projects: tuple[Path, ...] = ()
    found_damage: Caution | None = None
    infrared: Path | None = None
    fingerprint: str | None = None
    overwrite: bool = False
    is_compressed: bool = True
    is_framed: bool = False

    @property
    def record(self) -> Path:
        """Where the record goes, as things stand in the folder. Raises OutputRefused."""
        return record_path_for(self.output)

    @property
    def originals(self) -> tuple[Path, ...]:
        named = (self.photo, *self.masks.paths, self.layout, self.project, self.infrared, *self.references)
        return tuple(path for path in named if path is not None)

    @property
    def has_masked(self) -> bool:
        """Whether a network may have something to do: what is only to be filled needs none."""
        return self.masks.mask is not None or self.project is not None or self.found_damage is not None

    @property
    def tasks(self) -> tuple[str, ...]:
        """Of the networks that may have a part in the result."""
        if not self.has_masked:
            return ()
        looking: tuple[str, ...] = ()
        if self.found_damage is not None:
            # filters look where a set of weights has no network for damage
            lacking = lacking_tasks()
            looking = tuple(task for task in ("damage", "detection", "points") if task not in lacking)
        comparing = ("embedding",) if self.has_references else ()
        return tuple(dict.fromkeys((*networks_of(self.restorer), *looking, *comparing)))

    @property
    def project_notes(self) -> tuple[str, ...]:
        """What is to be known of the project that was taken, where there are several."""
        if self.project is None or not self.other_projects:
            return ()
        text = "The photo has {count} projects. The newest is used, {project}, which the window opens, too."
        count, name = len(self.other_projects) + 1, shown(self.project.name)
        return (TranslatableText(text, count=count, project=name),)

    @property
    def has_references(self) -> bool:
        return bool(self.references) or self.album is not None


@dataclass(frozen=True, eq=False)
class RestoredFile:
    """The files that a job wrote, and what it found out on the way; ``notes`` are for the person."""

    output: Path
    record: Path
    result: RestorationResult
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class LayoutFile:
    """The layout that was written, for which of how many faces."""

    output: Path
    layout: Layout
    notes: tuple[str, ...]


def restore_file(
    job: FileJob, networks: LocalNetworks, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
) -> RestoredFile:
    """The result and its record, both written or neither. Raises FaceRestoreError or Cancelled."""
    has_place = job.is_aligned or job.points_photo is not None
    refuse_lacking(job.restorer)
    refuse_unread(
        job.restorer,
        has_layout=job.layout is not None,
        has_place=has_place,
        has_references=job.has_references,
    )
    # what a killed run of the same command has left half done is done anew
    overwrite = job.output.name in take_up_left(job.output.parent, is_hurried=True) or job.overwrite
    refuse_taken(job.output, originals=job.originals, overwrite=overwrite)
    record_path_for(job.output)  # refused before any work is done
    if job.origins is not None:
        _refuse_origins(job)
    photo = read_photo(job.photo)
    if job.layers is not None:
        refuse_layers(photo, job.layers)
        refuse_taken(job.layers, originals=(*job.originals, job.output), overwrite=job.overwrite)
    notes_on_writing(photo, job.output, is_compressed=job.is_compressed)  # refused before any work is done
    work = None if job.project is None else read_work(job.project, photo, job.photo)
    if work is not None:
        asked = work.asked
    elif job.found_damage is not None:
        search = asked_by_found_damage(photo, job.found_damage, job.masks)
        asked = networks.run(search, on_progress=on_progress, cancel=cancel)
    else:
        asked = read_masks(job.masks, photo.extent)
    masks = asked.region_plan
    hand = () if work is None else work.hand
    layout = read_layout(job.layout, label_order=job.label_order) if job.layout else None
    refuse_unwritable_result(job.output)
    album_paths = _album_paths(job)
    for path in filter(None, (job.output, job.origins, job.layers)):
        refuse_originals(path, album_paths)
    named = named_photos(job.references)
    album = named_photos(album_paths, memory=networks.album_memory)
    raise_if_cancelled(cancel)
    choice = ChosenFaces() if work is None else ChosenFaces(work.faces)
    # what is filled needs no face
    if (
        (work is None or not work.has_faces)
        and job.restorer.looks_for_faces
        and not painted_by(masks.restore, masks.fill, masks.protected).is_empty
    ):
        looking = chosen_faces(
            photo,
            asked.changed,
            is_aligned=job.is_aligned,
            points_photo=job.points_photo,
            layout=layout,
            is_needed=job.restorer.needs_face,
            viewed_turns=0 if work is None else work.framing.quarter_turns,
        )
        choice = networks.run(looking, on_progress=on_progress, cancel=cancel)
    lent = ReferencedFaces(choice.faces)
    if named or album:
        asking = with_references(photo, asked.changed, choice.faces, named=named, album=album)
        lent = networks.run(asking, on_progress=on_progress, cancel=cancel)
    request = RestorationRequest(
        photo=photo,
        plan=masks,
        faces=lent.faces,
        seed=job.seed if work is None else work.seed,
        detail=job.detail if work is None or work.detail is None else work.detail,
        restorer=job.restorer,
        classes=asked.classes,
        hand=hand,
    )
    mixes = None if work is None else work.mixes
    # who has worked on faces in the window has drawn layouts or chosen candidates
    request = routed(request, is_bound=layout is not None or (work is not None and work.has_faces))
    result = networks.run(restored(request, networks.ready, mixes=mixes), on_progress=on_progress, cancel=cancel)
    raise_if_cancelled(cancel)
    framing = work.framing if work is not None and job.is_framed else UNFRAMED
    result = replace(result, repaired=with_hand(result.repaired, hand))
    changed = changed_with_hand(asked.changed, hand)
    written = write_result(
        result,
        job.output,
        source=photo,
        mask=changed,
        overwrite=overwrite,
        originals=job.originals,
        is_compressed=job.is_compressed,
        fingerprint=job.fingerprint,
        asked_restorer=job.restorer.name if job.restorer.chooses else None,
        framing=framing,
    )
    if job.origins is not None:
        picture = origins_picture(result.repaired, result.candidates, changed.restore)
        ensure_folder(job.origins.parent)
        write_photo(picture, job.origins, overwrite=overwrite, originals=(*job.originals, job.output))
    if job.layers is not None:
        shown_layers = framed_layers(result.repaired, result.candidates, changed, framing)
        ensure_folder(job.layers.parent)
        write_layers(
            shown_layers.repaired,
            shown_layers.layers,
            job.layers,
            overwrite=overwrite,
            originals=(*job.originals, job.output),
        )
    told = [
        *job.project_notes,
        *asked.notes,
        *choice.notes,
        *lent.notes,
        *result.notes,
        *_told_of_identity(result),
        *written.notes,
    ]
    if changed.is_empty:
        told.append(_nothing_to_do(asked))
    if is_lossy(job.output):
        told.append("JPEG cannot hold the untouched pixels exactly; PNG and TIFF can.")
    assert written.record is not None, "results of files have records"
    return RestoredFile(job.output, written.record, result, tuple(told))


def _album_paths(job: FileJob) -> tuple[Path, ...]:
    if job.album is None:
        return ()
    return album_files(job.album, apart_from=job.originals, may_be_empty=job.is_album_shared)


def _refuse_origins(job: FileJob) -> None:
    assert job.origins is not None
    if job.origins.suffix.lower() != ".png":
        raise UsageError(
            "The picture of origins is saved as PNG.", advice=f"Call it {shown(job.origins.with_suffix('.png').name)}."
        )
    refuse_taken(job.origins, originals=(*job.originals, job.output), overwrite=job.overwrite)


def _told_of_identity(result: RestorationResult) -> tuple[str, ...]:
    """What the check says of the faces that have references; the record says it of all."""
    checks = [(number, one.check) for number, one in enumerate(result.candidates, 1)]
    return tuple(
        TranslatableText("Face {number}: {words}", number=number, words=check.sentence)
        for number, check in checks
        if check is not None and check.photographs
    )


def _nothing_to_do(asked: AskedFor) -> str:
    masks = asked.region_plan
    if not masks.restore.is_empty or masks.fill is not None:
        return "All that is to be restored is protected, so nothing was changed."
    if asked.classes:
        return "No class of the mask is to be restored or filled, so nothing was changed."
    return "The mask is empty (all black), so nothing was restored; white is what to restore."


def layout_file(
    photo_path: Path,
    output: Path,
    networks: LocalNetworks,
    *,
    mask_path: Path | None = None,
    is_aligned: bool = False,
    points_photo: NDArray[np.float64] | None = None,
    alternative: int = 0,
    overwrite: bool = False,
) -> LayoutFile:
    """Stage 1's layout of the photo's largest face, or an ``alternative`` to it, written as an indexed PNG.

    Raises FaceRestoreError.
    """
    if output.suffix.lower() != ".png":
        raise UsageError("A layout is saved as PNG.", advice=f"Call it {output.with_suffix('.png').name}.")
    originals = tuple(path for path in (photo_path, mask_path) if path is not None)
    refuse_taken(output, originals=originals, overwrite=overwrite)
    photo = read_photo(photo_path)
    mask = read_masks(MaskFiles(mask_path), photo.extent).changed
    chosen = networks.run(chosen_faces(photo, mask, is_aligned=is_aligned, points_photo=points_photo))
    alignment = largest([face.alignment for face in chosen.faces])
    layout = networks.run(predicted_layout(photo, mask, alignment, alternative=alternative)).layout
    if is_aligned:
        layout = resized_layout(layout, side_px=photo.extent.width, alignment=alignment)
    ensure_folder(output.parent)
    write_layout(layout, output, overwrite=overwrite, originals=originals)
    found = len(chosen.faces)
    notes = (f"{found} faces found; this is the layout of the largest.",) if found > 1 else ()
    return LayoutFile(output, layout, notes)
