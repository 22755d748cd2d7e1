"""What a batch is going to do: which photos a folder has, what belongs to each, and where its result goes."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final

from facerestore.documents.project_container import SUFFIX as PROJECT_SUFFIX
from facerestore.files.record_file import record_of_result
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.file_masks import MaskFiles, refuse_unknown_classes
from facerestore.jobs.pairing import Pictures, file_kind, files_of, name_key
from facerestore.jobs.result_files import restored_name
from facerestore.restoration.restorers import SEMANTIC, Restorer, refuse_unread
from facerestore.values.damage_classes import Policy
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown
from facerestore.values.request import DEFAULT_DETAIL, DEFAULT_SEED
from facerestore.values.translatable_text import TranslatableText

_MASK, _LAYOUT, _FILL, _PROTECT = "_mask", "_layout", "_fill", "_protect"
REPORT_FOLDER: Final = "facerestore-report"
"""Where a batch's report lies among the results, with small pictures of them."""
NO_MASK: Final = "no mask"


@dataclass(frozen=True, kw_only=True)
class BatchRequest:
    """``masks``, ``fills``, ``protects`` and ``layouts`` are searched at the photo's own place in the tree; without
    ``masks``, a photo's mask is ``<stem>_mask`` beside it. ``policies``: as in ``MaskFiles``. ``format``: "keep",
    "png", "tiff" or "jpeg". ``common_mask``: for every photo that has none of its own, as scans of one frame with the
    same damage have. ``uses_projects``: the project beside a photo, ``<stem>.facerestore``, comes before its
    masks; it is for restorers that follow a layout."""

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
    restorer: Restorer = SEMANTIC
    common_mask: Path | None = None
    uses_projects: bool = True
    is_recursive: bool = False
    overwrite: bool = False
    is_compressed: bool = True


@dataclass(frozen=True, eq=False)
class BatchItem:
    """One photo of a batch; ``job`` is None where there is nothing to do, for a ``reason``."""

    photo: Path
    job: FileJob | None
    reason: str = NO_MASK


def request_values(request: BatchRequest) -> dict[str, object]:
    """A request as JSON, for the ledger."""
    values: dict[str, object] = {}
    for field in fields(request):
        value = getattr(request, field.name)
        if isinstance(value, Restorer):
            values[field.name] = value.name
        elif field.name == "policies":
            values[field.name] = [[name, str(policy)] for name, policy in value]
        else:
            values[field.name] = str(value) if isinstance(value, Path) else value
    return values


def planned(request: BatchRequest) -> tuple[BatchItem, ...]:
    """Every photo of the folder with its job, in the order of their paths; no two results share a name.

    Raises UsageError if the folder is not there or holds no photo, for a restorer that does not look at what it is
    given, or for a policy of a class that none of the masks can have.
    """
    refuse_unread(request.restorer, has_layout=request.layouts is not None, has_place=request.is_aligned)
    for folder in (request.photos, *_helpers(request)):
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
    if not photos:
        raise UsageError(
            TranslatableText("There is no photo in {folder}.", folder=shown(request.photos)),
            advice="Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.",
        )
    outputs = _outputs(photos, request)
    items = tuple(_item(photo, output, request, pictures) for photo, output in zip(photos, outputs, strict=True))
    refuse_unknown_classes([item.job.masks for item in items if item.job is not None])
    return items


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
    helpers = [folder.resolve() for folder in (request.results, *_helpers(request))]
    excluded = [folder for folder in helpers if folder != source]
    return [
        path
        for path in files_of(request.photos, is_recursive=request.is_recursive)
        if file_kind(path).is_some_picture
        and REPORT_FOLDER not in path.parts
        and not any(path.resolve().is_relative_to(folder) for folder in excluded)
        and not _is_companion(path, request, pictures)
    ]


def _helpers(request: BatchRequest) -> list[Path]:
    """The folders of what goes with photos."""
    folders = (request.masks, request.fills, request.protects, request.layouts)
    return [folder for folder in folders if folder is not None]


def _is_companion(path: Path, request: BatchRequest, pictures: Pictures) -> bool:
    """Whether the picture belongs to a photo beside it, or is a result that this program recorded."""
    if record_of_result(path) is not None:
        return True
    # names that mean nothing unless such masks are asked for
    more = [end for end, folder in ((_FILL, request.fills), (_PROTECT, request.protects)) if folder is not None]
    end = next((end for end in (_MASK, _LAYOUT, *more) if path.stem.casefold().endswith(end)), None)
    return end is not None and pictures.named(path.parent, (path.stem[: -len(end)],), apart_from=path) is not None


def _item(photo: Path, output: Path, request: BatchRequest, pictures: Pictures) -> BatchItem:
    job = _job(photo, output, request, pictures)
    found = file_kind(photo)
    if job is None and found.refusal is not None:
        return BatchItem(photo, None, f"{found.refusal.sentence} {found.refusal.advice}")
    return BatchItem(photo, job)


def _outputs(photos: Sequence[Path], request: BatchRequest) -> list[Path]:
    """A path for each photo, at its place in the tree; equal stems take the suffix in: ``a_jpg_restored``."""
    # without case, as the file systems of Windows and macOS; by stem, because a JPEG's result is a PNG
    stems = Counter(_key(photo.with_suffix("")) for photo in photos)
    taken: set[str] = set()
    outputs = []
    for photo in photos:
        stem = photo.stem
        if stems[_key(photo.with_suffix(""))] > 1:
            stem = f"{photo.stem}_{photo.suffix[1:]}"
        folder = request.results / photo.parent.relative_to(request.photos)
        output = folder / restored_name(photo, stem=stem, format=request.format)
        further = 2
        while _key(output.with_suffix("")) in taken:
            output = folder / restored_name(photo, stem=f"{stem}_{further}", format=request.format)
            further += 1
        taken.add(_key(output.with_suffix("")))
        outputs.append(output)
    return outputs


def _key(path: Path) -> str:
    return name_key(str(path))


def _job(photo: Path, output: Path, request: BatchRequest, pictures: Pictures) -> FileJob | None:
    place = photo.parent.relative_to(request.photos)
    masks = MaskFiles(
        _mask(photo, place, request, pictures) or request.common_mask,
        _further(photo, request.fills, place, _FILL, request, pictures),
        _further(photo, request.protects, place, _PROTECT, request, pictures),
        request.policies,
    )
    project = _project(photo, request)
    if masks.mask is None and masks.fill is None and project is None:
        return None
    job = FileJob(
        photo=photo,
        masks=masks,
        output=output,
        project=project,
        label_order=request.label_order,
        is_aligned=request.is_aligned,
        seed=request.seed,
        detail=request.detail,
        restorer=request.restorer,
        overwrite=request.overwrite,
        is_compressed=request.is_compressed,
    )
    if request.layouts is None:
        return job
    return replace(job, layout=_beside_others(photo, request.layouts / place, _LAYOUT, pictures))


def _project(photo: Path, request: BatchRequest) -> Path | None:
    """The project that the editor saved beside the photo."""
    beside = photo.with_name(f"{photo.stem}{PROJECT_SUFFIX}")
    is_wanted = request.uses_projects and request.restorer.follows_layout and not request.is_aligned
    return beside if is_wanted and os.path.isfile(beside) else None


def _mask(photo: Path, place: Path, request: BatchRequest, pictures: Pictures) -> Path | None:
    if request.masks is None:
        return pictures.named(photo.parent, (f"{photo.stem}{_MASK}",))
    return _beside_others(photo, request.masks / place, _MASK, pictures)


def _beside_others(photo: Path, folder: Path, end: str, pictures: Pictures) -> Path | None:
    """What a folder has for a photo. In the photo's own folder its name must have the end that says what it is."""
    own = folder.resolve() == photo.parent.resolve()
    ended = f"{photo.stem}{end}"
    return pictures.named(folder, (ended,) if own else (photo.stem, ended))


def _further(
    photo: Path, folder: Path | None, place: Path, end: str, request: BatchRequest, pictures: Pictures
) -> Path | None:
    """The mask of a photo in a folder of further masks. Where the folder has other files of the photo's name too, its
    name must have the end that says what it is."""
    if folder is None:
        return None
    used = [other.resolve() for other in (request.photos, *_helpers(request))]
    is_alone = used.count(folder.resolve()) == 1
    return pictures.named(folder / place, (f"{photo.stem}{end}", *([photo.stem] if is_alone else [])))
