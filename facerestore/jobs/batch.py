"""A folder restored: which mask belongs to which photo, where its result goes, and what became of it."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from facerestore.files.record_file import record_of_result
from facerestore.jobs.file_job import FileJob, restore_file
from facerestore.jobs.file_masks import MaskFiles, refuse_unknown_classes
from facerestore.jobs.result_files import PHOTO_SUFFIXES, restored_name
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.restorers import SEMANTIC, Restorer, refuse_unread
from facerestore.values.cancellation import NEVER, Cancelled, CancelToken
from facerestore.values.damage_classes import Policy
from facerestore.values.errors import FaceRestoreError, NoFaceFound, UsageError
from facerestore.values.file_names import shown
from facerestore.values.request import DEFAULT_SEED

_MASK_SUFFIXES: Final = (".png", ".tif", ".tiff", ".webp", ".jpg", ".jpeg")
_COMPANIONS: Final = ("_mask", "_layout")
_FILL, _PROTECT = "_fill", "_protect"

_log = logging.getLogger(__name__)

Status = Literal["restored", "skipped", "failed"]


@dataclass(frozen=True, kw_only=True)
class BatchRequest:
    """``masks``, ``fills``, ``protects`` and ``layouts`` are searched at the photo's own place in the tree; without
    ``masks``, a photo's mask is ``<stem>_mask.png`` beside it. ``policies``: as in ``MaskFiles``. ``format``: "keep",
    "png", "tiff" or "jpeg"."""

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
    restorer: Restorer = SEMANTIC
    is_recursive: bool = False
    overwrite: bool = False


@dataclass(frozen=True, eq=False)
class BatchItem:
    """One photo of a batch; ``job`` is None when the photo has no mask."""

    photo: Path
    job: FileJob | None


@dataclass(frozen=True)
class FileOutcome:
    """What became of one photo; ``message`` is for the person, ``notes`` too."""

    photo: Path
    status: Status
    message: str
    output: Path | None = None
    notes: tuple[str, ...] = ()
    elapsed_s: float = 0.0


@dataclass(frozen=True)
class BatchReport:
    """The outcomes in order; ``is_cancelled``: the rest was not begun."""

    outcomes: tuple[FileOutcome, ...]
    planned: int
    is_cancelled: bool = False

    def count(self, status: Status) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)


OnItem = Callable[[int, BatchItem], None]
OnOutcome = Callable[[int, FileOutcome], None]


def planned(request: BatchRequest) -> tuple[BatchItem, ...]:
    """Every photo of the folder with its job, in the order of their paths; no two results share a name.

    Raises UsageError if the folder is not there or holds no photo, for a restorer that does not look at what it is
    given, or for a policy of a class that none of the masks
    can have.
    """
    refuse_unread(request.restorer, has_layout=request.layouts is not None, has_place=request.is_aligned)
    for folder in (request.photos, *_helpers(request)):
        if not folder.is_dir():
            raise UsageError(f"There is no folder {shown(folder)}.")
    photos = _photos(request)
    if not photos:
        raise UsageError(
            f"There is no photo in {shown(request.photos)}.",
            advice="Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.",
        )
    outputs = _outputs(photos, request)
    items = tuple(BatchItem(photo, _job(photo, output, request)) for photo, output in zip(photos, outputs, strict=True))
    refuse_unknown_classes([item.job.masks for item in items if item.job is not None])
    return items


def restore_batch(
    items: Sequence[BatchItem],
    networks: LocalNetworks,
    *,
    on_item: OnItem = lambda index, item: None,
    on_outcome: OnOutcome = lambda index, outcome: None,
    cancel: CancelToken = NEVER,
) -> BatchReport:
    """One outcome for each photo: a photo that fails does not stop the rest, a cancel does.

    What stands complete already is skipped, so that a batch that was stopped goes on where it was.
    """
    outcomes: list[FileOutcome] = []
    for index, item in enumerate(items):
        on_item(index, item)
        try:
            if cancel.is_set():
                raise Cancelled
            outcome = _outcome(item, networks, cancel)
        except Cancelled:
            return BatchReport(tuple(outcomes), planned=len(items), is_cancelled=True)
        outcomes.append(outcome)
        on_outcome(index, outcome)
    return BatchReport(tuple(outcomes), planned=len(items))


def _outcome(item: BatchItem, networks: LocalNetworks, cancel: CancelToken) -> FileOutcome:
    if item.job is None:
        return FileOutcome(item.photo, "skipped", "no mask")
    if item.job.output.exists() and record_of_result(item.job.output) and not item.job.overwrite:
        return FileOutcome(item.photo, "skipped", "already restored", item.job.output)
    began = time.monotonic()
    try:
        restored = restore_file(item.job, networks, cancel=cancel)
    except Cancelled:
        raise
    except NoFaceFound as error:
        _log.warning("%s: %s", shown(item.photo), error)
        message = f"{error.sentence} Restore it by itself: 'facerestore restore' takes --points, which say where it is."
        return FileOutcome(item.photo, "failed", message, elapsed_s=time.monotonic() - began)
    except FaceRestoreError as error:
        _log.warning("%s: %s", shown(item.photo), error)
        return FileOutcome(item.photo, "failed", str(error), elapsed_s=time.monotonic() - began)
    except MemoryError:
        _log.exception("%s", shown(item.photo))
        message = "There is not enough memory for this photo. Close other programs."
        return FileOutcome(item.photo, "failed", message, elapsed_s=time.monotonic() - began)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one photo, the others are restored
        _log.exception("%s", shown(item.photo))
        message = f"Something unexpected went wrong ({type(error).__name__}). The log has the details."
        return FileOutcome(item.photo, "failed", message, elapsed_s=time.monotonic() - began)
    return FileOutcome(item.photo, "restored", "restored", restored.output, restored.notes, time.monotonic() - began)


def _photos(request: BatchRequest) -> list[Path]:
    pattern = "**/*" if request.is_recursive else "*"
    results = request.results.resolve()
    helpers = [folder.resolve() for folder in _helpers(request)]
    source = request.photos.resolve()
    excluded = [folder for folder in (results, *helpers) if folder != source]
    return sorted(
        path
        for path in request.photos.glob(pattern)
        if path.is_file()
        and path.suffix.lower() in PHOTO_SUFFIXES
        and not _is_companion(path, request)
        and not any(part.startswith(".") for part in path.relative_to(request.photos).parts)
        and not any(path.resolve().is_relative_to(folder) for folder in excluded)
    )


def _helpers(request: BatchRequest) -> list[Path]:
    """The folders of what goes with photos."""
    folders = (request.masks, request.fills, request.protects, request.layouts)
    return [folder for folder in folders if folder is not None]


def _is_companion(path: Path, request: BatchRequest) -> bool:
    """Whether the picture belongs to a photo beside it, or is a result that this program recorded."""
    if record_of_result(path) is not None:
        return True
    # names that mean nothing unless such masks are asked for
    more = [end for end, folder in ((_FILL, request.fills), (_PROTECT, request.protects)) if folder is not None]
    ends = (*_COMPANIONS, *more)
    base = next((path.stem.removesuffix(end) for end in ends if path.stem.endswith(end)), "")
    return bool(base) and _first(path.parent, (base,), PHOTO_SUFFIXES) is not None


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
    return str(path).casefold()


def _job(photo: Path, output: Path, request: BatchRequest) -> FileJob | None:
    place = photo.parent.relative_to(request.photos)
    masks = MaskFiles(
        _mask(photo, place, request),
        _further(photo, request.fills, place, _FILL, request),
        _further(photo, request.protects, place, _PROTECT, request),
        request.policies,
    )
    if masks.mask is None and masks.fill is None:
        return None
    job = FileJob(
        photo=photo,
        masks=masks,
        output=output,
        label_order=request.label_order,
        is_aligned=request.is_aligned,
        seed=request.seed,
        restorer=request.restorer,
        overwrite=request.overwrite,
    )
    if request.layouts is None:
        return job
    return replace(job, layout=_first(request.layouts / place, (f"{photo.stem}_layout", photo.stem), (".png",)))


def _mask(photo: Path, place: Path, request: BatchRequest) -> Path | None:
    if request.masks is None:
        return _first(photo.parent, (f"{photo.stem}_mask",), (".png",))
    found = _first(request.masks / place, (photo.stem, f"{photo.stem}_mask"), _MASK_SUFFIXES)
    if found is not None and found.resolve() == photo.resolve():
        return _first(photo.parent, (f"{photo.stem}_mask",), _MASK_SUFFIXES)
    return found


def _further(photo: Path, folder: Path | None, place: Path, end: str, request: BatchRequest) -> Path | None:
    """The mask of a photo in a folder of further masks. Where the folder has other files of the photo's name too, its
    name must have the end that says what it is."""
    if folder is None:
        return None
    used = [other.resolve() for other in (request.photos, *_helpers(request))]
    is_alone = used.count(folder.resolve()) == 1
    return _first(folder / place, (f"{photo.stem}{end}", *([photo.stem] if is_alone else [])), _MASK_SUFFIXES)


def _first(folder: Path, stems: Sequence[str], suffixes: Sequence[str]) -> Path | None:
    candidates = (folder / f"{stem}{suffix}" for stem in stems for suffix in suffixes)
    return next((path for path in candidates if path.is_file()), None)
