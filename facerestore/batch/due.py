"""What is due in a watched batch: jobs of which a file has changed since a run came to them, once all are there."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facerestore.batch.arrivals import Arrivals
from facerestore.batch.fingerprints import FileStamp
from facerestore.batch.item import BatchItem
from facerestore.batch.keys import ResultKey
from facerestore.batch.watch_options import WatchOptions
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

Signature = tuple[tuple[str, FileStamp], ...]
"""The files of an item as they are."""


@dataclass(frozen=True)
class Due:
    """An item of a batch, and its files as they were when it was planned."""

    key: ResultKey
    item: BatchItem
    signature: Signature

    @property
    def files(self) -> tuple[Path, ...]:
        return _files(self.item)

    @property
    def has_changed(self) -> bool:
        """Whether one of its files was written, renamed or removed since."""
        return _signature(self.item) != self.signature


class DueItems:
    """Compares one plan of a batch with the next. ``companion_ends``: how the names end of masks and layouts, which
    wait for their photos; ``say_once``: for the person."""

    def __init__(self, times: WatchOptions, companion_ends: tuple[str, ...], say_once: Callable[[str], None]) -> None:
        self._times, self._companion_ends, self._say_once = times, companion_ends, say_once
        self._arrivals = Arrivals(quiet_s=times.quiet_s, doubtful_s=times.doubtful_s)
        self._due: list[Due] = []
        self._settled: dict[ResultKey, Signature] = {}
        """Those that a run has come to."""
        self._again_from_s: dict[ResultKey, float] = {}
        self._keys: frozenset[ResultKey] | None = None

    def plan(self, items: Sequence[tuple[ResultKey, BatchItem]]) -> frozenset[ResultKey]:
        """What is planned from now on. Those that were planned before and are not any more."""
        planned = [Due(key, item, _signature(item)) for key, item in items]
        # without a signature a file has gone in this moment, and the next plan tells
        self._due = [due for due in planned if due.signature and self._settled.get(due.key) != due.signature]
        if self._keys is None:
            written_before = time.time() - max(10.0, self._times.quiet_s)
            self._arrivals.take_as_arrived(
                (file for due in self._due for file in due.files), older_than_s=written_before
            )
        self._arrivals.forget_others({file for due in self._due for file in due.files})
        keys = frozenset(due.key for due in planned)
        gone = (self._keys or frozenset()) - keys
        for key in gone:
            self._settled.pop(key, None)
            self._again_from_s.pop(key, None)
        self._keys = keys
        return gone

    def ready(self, most: int) -> list[Due]:
        """Those that may be begun, so many of them."""
        now_s = time.monotonic()
        # all are asked: a file's rest is counted from when it is seen first
        return [due for due in self._due if self._is_ready(due, now_s)][:most]

    def settle(self, due: Due) -> None:
        """A run has come to it."""
        self._settled[due.key] = due.signature
        self._due = [one for one in self._due if one.key != due.key]

    def try_again(self, due: Due, *, after_s: float) -> None:
        """It is due again after a while, though nothing has changed."""
        self._settled.pop(due.key, None)
        self._again_from_s[due.key] = time.monotonic() + after_s
        if due not in self._due:
            self._due.append(due)

    @property
    def waiting(self) -> set[ResultKey]:
        """Those that nothing came to yet."""
        return {due.key for due in self._due if not self._is_without_photo(due)}

    def _is_ready(self, due: Due, now_s: float) -> bool:
        arrived = [self._arrivals.has(file, now_s) for file in due.files]
        if not all(arrived) or now_s < self._again_from_s.get(due.key, 0.0):
            return False
        job, rested_s = due.item.job, self._arrivals.rested_s(due.item.photo, now_s)
        if self._is_without_photo(due):
            if rested_s >= self._times.doubtful_s:
                name = shown(due.item.photo.name)
                self._say_once(TranslatableText("{file} is called like a mask, and waits for its photo.", file=name))
            return False
        may_get_a_mask = job is not None and job.found_damage is not None
        return not may_get_a_mask or rested_s >= self._times.mask_wait_s

    def _is_without_photo(self, due: Due) -> bool:
        """A mask or layout that came before its photo; to a batch that does not wait it is a photo."""
        return due.item.photo.stem.casefold().endswith(self._companion_ends)


def _files(item: BatchItem) -> tuple[Path, ...]:
    return (item.photo,) if item.job is None else item.job.originals


def _signature(item: BatchItem) -> Signature:
    """Empty where one of the files is not there."""
    try:
        return tuple((str(file), FileStamp.of(file)) for file in _files(item))
    except OSError:
        return ()
