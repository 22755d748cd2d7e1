"""Masks of found damage for the photos of a batch that have none, by the processes of a batch."""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from facerestore.batch.attempt import Died, Failed, Found, Search
from facerestore.batch.crew import ProcessCrew, crew_size
from facerestore.batch.item import BatchItem
from facerestore.batch.plan import BatchRequest
from facerestore.damage.proposals import Caution
from facerestore.jobs.damage_files import FoundInFile, mask_paths
from facerestore.jobs.repeated_damage import keeps_copy, settle_repeated
from facerestore.jobs.repeated_report import report_in
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import NEVER, CancelToken

MOST_ENDED: Final = 2
_WAIT_S: Final = 0.2
_DIED: Final = "The process that looked for damage ended while it was at this photo."

OnFound = Callable[[Path, FoundInFile], None]
OnFailed = Callable[[Path, tuple[str, ...]], None]


def without_masks(items: Sequence[BatchItem]) -> tuple[Path, ...]:
    """The photos of a batch that are restored by what is found in them."""
    found = (item.photo for item in items if item.job is not None and item.job.found_damage is not None)
    return tuple(dict.fromkeys(found))


def find_masks(
    request: BatchRequest,
    items: Sequence[BatchItem],
    masks: Path,
    caution: Caution,
    worker: WorkerSettings,
    *,
    on_begin: Callable[[Path], None] = lambda photo: None,
    on_found: OnFound = lambda photo, found: None,
    on_failed: OnFailed = lambda photo, words: None,
    cancel: CancelToken = NEVER,
) -> None:
    """Writes masks into ``masks``, at their photos' places in the tree, where nobody painted any. In the scans of one
    folder, what repeats is looked for too, as ``find-damage`` does; of a search that was cancelled nothing is said of
    that. A photo that fails stops no other. Raises FaceRestoreError."""
    earlier = () if request.is_recursive else report_in(masks)  # a damaged one is said before hours of work
    all_photos = list(dict.fromkeys(item.photo for item in items))
    wanting = set(without_masks(items))
    jobs = [job for job in mask_paths(all_photos, request.photos, masks) if job[0] in wanting]
    searches = [
        Search(photo, mask, caution, keeps_copy=not request.is_recursive and keeps_copy(index, len(jobs)))
        for index, (photo, mask) in enumerate(jobs)
    ]
    found = _searched(searches, worker, crew_size(items), on_begin, on_found, on_failed, cancel)
    if found and not request.is_recursive and not cancel.is_set():
        settle_repeated(found, masks, earlier)


def _searched(
    searches: Sequence[Search],
    worker: WorkerSettings,
    size: int,
    on_begin: Callable[[Path], None],
    on_found: OnFound,
    on_failed: OnFailed,
    cancel: CancelToken,
) -> list[FoundInFile]:
    waiting, ended = deque(enumerate(searches)), [0] * len(searches)
    under_way: dict[int, Search] = {}
    found: dict[int, FoundInFile] = {}
    with closing(ProcessCrew(worker, size)) as crew:
        crew.listen_to(cancel)
        while under_way or (waiting and not cancel.is_set()):
            while waiting and crew.free and not cancel.is_set():
                index, search = waiting.popleft()
                on_begin(search.photo)
                crew.give(index, search)
                under_way[index] = search
            for index, end in crew.ended(_WAIT_S):
                search = under_way.pop(index)
                ended[index] += isinstance(end, Died)
                match end:
                    case Found(found=in_file):
                        found[index] = in_file
                        on_found(search.photo, in_file)
                    case Failed(words=words):
                        on_failed(search.photo, words)
                    case Died() if ended[index] < MOST_ENDED:
                        waiting.append((index, replace(search, overwrite=True)))
                    case Died():
                        on_failed(search.photo, (_DIED,))
    return [found[index] for index in sorted(found)]
