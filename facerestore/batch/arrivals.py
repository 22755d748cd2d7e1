"""Arrivals: which files of a watched folder have been written to their end."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facerestore.batch.fingerprints import FileStamp
from facerestore.files.whole_file import seems_whole

_PASSING: Final = (".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", ".tmp", ".temp", "~")
"""How the names of files end that a browser, a copying or a synchronising program is still at."""


@dataclass
class _Seen:
    stamp: FileStamp
    since_s: float
    is_whole: bool | None = None
    """None before it was looked at."""


class Arrivals:
    """Watches lengths and times. A file has arrived when it was the same for ``quiet_s`` and seems whole, or for
    ``doubtful_s`` whatever it seems: then restoring it says what is wrong. Under the name of a passing file it never
    has. Times are those of one clock, in seconds."""

    def __init__(self, *, quiet_s: float, doubtful_s: float) -> None:
        self._quiet_s, self._doubtful_s = quiet_s, doubtful_s
        self._seen: dict[Path, _Seen] = {}

    def take_as_arrived(self, paths: Iterable[Path], *, older_than_s: float) -> None:
        """What was there before anybody watched, and was not written for a while (seconds since 1970), if it seems
        whole."""
        for path in paths:
            try:
                about = path.stat()
            except OSError:
                continue
            if about.st_mtime < older_than_s and seems_whole(path):
                self._seen[path] = _Seen(FileStamp.of(path), float("-inf"), is_whole=True)

    def has(self, path: Path, now_s: float) -> bool:
        """Whether the file has arrived. One that cannot be looked at has not."""
        if path.name.casefold().endswith(_PASSING):
            return False
        try:
            stamp = FileStamp.of(path)
        except OSError:
            self._seen.pop(path, None)
            return False
        seen = self._seen.get(path)
        if seen is None or seen.stamp != stamp:
            self._seen[path] = _Seen(stamp, now_s)
            return self._quiet_s <= 0 and seems_whole(path)
        rested_s = now_s - seen.since_s
        if rested_s < self._quiet_s:
            return False
        if seen.is_whole is None:
            seen.is_whole = seems_whole(path)
        return seen.is_whole or rested_s >= self._doubtful_s

    def rested_s(self, path: Path, now_s: float) -> float:
        """How long a file that ``has`` arrived has been the same."""
        seen = self._seen.get(path)
        return 0.0 if seen is None else now_s - seen.since_s

    def forget_others(self, paths: Collection[Path]) -> None:
        """All but these."""
        for path in [path for path in self._seen if path not in paths]:
            del self._seen[path]
