"""What a batch is going to do: which photos a folder has, what belongs to each, and where its result goes."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Final

from facerestore.batch.item import NO_MASK, BatchItem
from facerestore.batch.keys import ResultKey
from facerestore.batch.known import known_results
from facerestore.batch.names import DEFAULT_PATTERN, NamePattern, Names
from facerestore.batch.project_choice import FolderProjects
from facerestore.damage.proposals import Caution
from facerestore.files.file_end import missing_end
from facerestore.files.infrared_file import infrared_path
from facerestore.files.record_file import record_of_result
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.file_masks import MaskFiles, refuse_unknown_classes
from facerestore.jobs.pairing import Pictures, file_kind, files_of, is_infrared
from facerestore.jobs.repeated_report import is_of_report
from facerestore.restoration.restorers import SEMANTIC, Restorer, refuse_lacking, refuse_unread
from facerestore.values.damage_classes import Policy
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown
from facerestore.values.request import DEFAULT_DETAIL, DEFAULT_SEED
from facerestore.values.translatable_text import TranslatableText

_MASK, _LAYOUT, _FILL, _PROTECT = "_mask", "_layout", "_fill", "_protect"
REPORT_FOLDER: Final = "facerestore-report"
"""Where a batch's report lies among the results, with small pictures of them."""


@dataclass(frozen=True, kw_only=True)
class BatchRequest:
    """``masks``, ``fills``, ``protects`` and ``layouts`` are searched at the photo's own place in the tree; without
    ``masks``, a photo's mask is ``<stem>_mask`` beside it. ``policies``: as in ``MaskFiles``. ``format``: "keep",
    "png", "tiff" or "jpeg". ``name``: how results are called. ``restorers``: each photo is restored by each.
    ``common_mask``: for every photo that has none of its own, as scans of one frame with the same damage have.
    ``found_damage``: what a photo without any mask is restored by, where it is not left alone. ``album``: a folder of
    photographs of the persons, from which faces may borrow; a project has references of its own. ``uses_projects``: the
    project of a photo, the one that the window would open, comes before its masks; it is for restorers that follow
    a layout. It lies beside the photo, or in ``own_projects``, the program's own folder, where it is kept if nothing
    may be written beside the photo."""

    photos: Path
    results: Path
    masks: Path | None = None
    fills: Path | None = None
    protects: Path | None = None
    policies: tuple[tuple[str, Policy], ...] = ()
    layouts: Path | None = None
    label_order: str | None = None
    is_aligned: bool = False
    format: str = "keep"
    seed: int = DEFAULT_SEED
    detail: float = DEFAULT_DETAIL
    name: NamePattern = DEFAULT_PATTERN
    restorers: tuple[Restorer, ...] = (SEMANTIC,)
    common_mask: Path | None = None
    found_damage: Caution | None = None
    album: Path | None = None
    uses_projects: bool = True
    own_projects: Path | None = None
    is_recursive: bool = False
    overwrite: bool = False
    is_compressed: bool = True


def request_values(request: BatchRequest) -> dict[str, object]:
    """A request as JSON, for the ledger."""
    values: dict[str, object] = {}
    for field in fields(request):
        value = getattr(request, field.name)
        if field.name == "restorers":
            values[field.name] = [one.name for one in request.restorers]
        elif isinstance(value, NamePattern):
            values[field.name] = value.text
        elif isinstance(value, Caution):
            values[field.name] = value.name
        elif field.name == "policies":
            values[field.name] = [[name, str(policy)] for name, policy in value]
        else:
            values[field.name] = str(value) if isinstance(value, Path) else value
    return values


def planned(
    request: BatchRequest,
    *,
    known: Mapping[ResultKey, str] | None = None,
    day: date | None = None,
    may_be_empty: bool = False,
) -> tuple[BatchItem, ...]:
    """Every photo of the folder with its jobs, one for each restorer, in the order of their paths; no two results share
    a name. ``known``: names of results that are there, by the ledger without it. ``day``: that of names, today without.

    Raises UsageError if a folder is not there or, unless it ``may_be_empty``, holds no photo, for restorers that do
    not look at what they are given, for names that cannot be, or for a policy of a class that none of the masks can
    have; WeightsMissing for a restorer that the chosen set of weights has no network for.
    """
    _refuse_unread(request)
    for restorer in request.restorers:
        refuse_lacking(restorer)
    for folder in (request.photos, *_helpers(request), *([request.album] if request.album else [])):
        if not folder.is_dir():
            raise UsageError(
                TranslatableText("There is no folder {folder}.", folder=shown(folder)), advice="Name another folder."
            )
    pictures = Pictures()
    photos = _photos(request, pictures)
    if request.common_mask is not None:
        if not os.path.isfile(request.common_mask):
            raise UsageError(
                TranslatableText("There is no mask {file}.", file=shown(request.common_mask)),
                advice="Name a mask that is there.",
            )
        photos = [photo for photo in photos if photo.resolve() != request.common_mask.resolve()]
    if not photos and not may_be_empty:
        raise UsageError(
            TranslatableText("There is no photo in {folder}.", folder=shown(request.photos)),
            advice="Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.",
        )
    if known is None:
        known = known_results(request.photos, photos, request.results)
    items = tuple(_items(photos, request, pictures, known, day or date.today()))
    if not may_be_empty or any(item.has_job for item in items):
        # which classes the masks have that are still to come, nobody knows
        refuse_unknown_classes(request.policies, (item.job.masks for item in items if item.job is not None))
    return items


def _refuse_unread(request: BatchRequest) -> None:
    """Of several restorers it is enough if one looks at what is given."""
    asked = {
        "has_layout": request.layouts is not None,
        "has_place": request.is_aligned,
        "has_references": request.album is not None,
    }
    for given in (name for name, is_given in asked.items() if is_given):
        refusals = []
        for restorer in request.restorers:
            try:
                refuse_unread(restorer, **{name: name == given for name in asked})
            except UsageError as refusal:
                refusals.append(refusal)
        if len(refusals) == len(request.restorers):
            raise refusals[0]


def unused_files(request: BatchRequest, items: Sequence[BatchItem]) -> tuple[Path, ...]:
    """The pictures in the folders of masks and layouts that belong to no photo, or of which another one was taken."""
    photos = request.photos.resolve()
    used = {path.resolve() for item in items if item.job is not None for path in item.job.originals}
    folders = dict.fromkeys(folder.resolve() for folder in _helpers(request))
    return tuple(
        path
        for folder in folders
        if folder != photos
        for path in files_of(folder, is_recursive=request.is_recursive)
        if path.resolve() not in used and file_kind(path).is_some_picture
    )


def _photos(request: BatchRequest, pictures: Pictures) -> list[Path]:
    source = request.photos.resolve()
    apart = (request.results, *_helpers(request), *([request.album] if request.album else []))
    helpers = [folder.resolve() for folder in apart]
    excluded = [folder for folder in helpers if folder != source]
    return [
        path
        for path in files_of(request.photos, is_recursive=request.is_recursive)
        if file_kind(path).is_some_picture
        and REPORT_FOLDER not in path.parts
        and not is_of_report(path)
        and not is_infrared(path, pictures)
        and not any(path.resolve().is_relative_to(folder) for folder in excluded)
        and not _is_companion(path, request, pictures)
    ]


def _helpers(request: BatchRequest) -> list[Path]:
    """The folders of what goes with photos."""
    folders = (request.masks, request.fills, request.protects, request.layouts)
    return [folder for folder in folders if folder is not None]


def companion_ends(request: BatchRequest) -> tuple[str, ...]:
    """How the stems of files end that belong to a photo."""
    # names that mean nothing unless such masks are asked for
    more = [end for end, folder in ((_FILL, request.fills), (_PROTECT, request.protects)) if folder is not None]
    return (_MASK, _LAYOUT, *more)


def _is_companion(path: Path, request: BatchRequest, pictures: Pictures) -> bool:
    """Whether the picture belongs to a photo beside it, or is a result that this program recorded."""
    if record_of_result(path) is not None:
        return True
    end = next((end for end in companion_ends(request) if path.stem.casefold().endswith(end)), None)
    if end is None:
        return False
    own = path.stem[: -len(end)]
    return pictures.named(path.parent, (own,), apart_from=path) is not None or os.path.isfile(path.with_name(own))


def _items(
    photos: Sequence[Path], request: BatchRequest, pictures: Pictures, known: Mapping[ResultKey, str], day: date
) -> Iterator[BatchItem]:
    restorers = {one.name: one for one in request.restorers}
    names = Names(
        request.name, request.photos, request.results, day, tuple(restorers), format=request.format, known=known
    )
    idle: Path | None = None
    projects = FolderProjects(request.own_projects)
    for photo, name, output in names.outputs(photos):
        if photo == idle:
            continue  # said once, and not for each restorer
        restorer = restorers[name]
        is_wanted = request.uses_projects and restorer.follows_layout and not request.is_aligned
        job = _job(photo, output, request, restorer, pictures, projects.of(photo) if is_wanted else ())
        if job is None:
            idle, refusal = photo, file_kind(photo).refusal or missing_end(photo)
            yield BatchItem(photo, None, NO_MASK if refusal is None else f"{refusal.sentence} {refusal.advice}")
        else:
            yield BatchItem(photo, job)


def _job(
    photo: Path,
    output: Path,
    request: BatchRequest,
    restorer: Restorer,
    pictures: Pictures,
    projects: tuple[Path, ...],
) -> FileJob | None:
    place = photo.parent.relative_to(request.photos)
    masks = MaskFiles(
        _mask(photo, place, request, pictures) or request.common_mask,
        _further(photo, request.fills, place, _FILL, request, pictures),
        _further(photo, request.protects, place, _PROTECT, request, pictures),
        request.policies,
    )
    project = next(iter(projects), None)
    has_none = masks.mask is None and masks.fill is None and project is None
    if has_none and (request.found_damage is None or file_kind(photo).refusal is not None):
        return None
    layout = None
    if request.layouts is not None and restorer.follows_layout:
        layout = _beside_others(photo, request.layouts / place, _LAYOUT, pictures)
    return FileJob(
        photo=photo,
        masks=masks,
        output=output,
        layout=layout,
        project=project,
        other_projects=projects[1:],
        label_order=request.label_order,
        is_aligned=request.is_aligned and (restorer.needs_face or restorer.chooses),
        seed=request.seed,
        detail=request.detail,
        restorer=restorer,
        found_damage=request.found_damage if has_none else None,
        infrared=infrared_path(photo) if has_none else None,
        album=request.album if restorer.takes_references and project is None else None,
        is_album_shared=True,
        overwrite=request.overwrite,
        is_compressed=request.is_compressed,
    )


def _mask(photo: Path, place: Path, request: BatchRequest, pictures: Pictures) -> Path | None:
    if request.masks is None:
        return pictures.named(photo.parent, _ended(photo, _MASK))
    return _beside_others(photo, request.masks / place, _MASK, pictures)


def _beside_others(photo: Path, folder: Path, end: str, pictures: Pictures) -> Path | None:
    """What a folder has for a photo. In the photo's own folder its name must have the end that says what it is."""
    own = folder.resolve() == photo.parent.resolve()
    first, then = _ended(photo, end)
    return pictures.named(folder, (first, then) if own else (first, photo.stem, then))


def _ended(photo: Path, end: str) -> tuple[str, str]:
    """Stems of a photo's companions: where two photos share a stem, their suffix tells whose it is (a.png_mask)."""
    return f"{photo.name}{end}", f"{photo.stem}{end}"


def _further(
    photo: Path, folder: Path | None, place: Path, end: str, request: BatchRequest, pictures: Pictures
) -> Path | None:
    """The mask of a photo in a folder of further masks. Where the folder has other files of the photo's name too, its
    name must have the end that says what it is."""
    if folder is None:
        return None
    used = [other.resolve() for other in (request.photos, *_helpers(request))]
    is_alone = used.count(folder.resolve()) == 1
    return pictures.named(folder / place, (*_ended(photo, end), *([photo.stem] if is_alone else [])))
