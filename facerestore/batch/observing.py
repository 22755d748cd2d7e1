"""Observers of folders: something was written, renamed or removed there. By the system's notices, or by looking every
so often, as network shares need it, which send no notices of what other computers do."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil
from watchdog.events import FileSystemEvent, FileSystemEventHandler, FileSystemMovedEvent
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

_log = logging.getLogger(__name__)

POLL_S: Final = 5.0
_NETWORK: Final = frozenset(
    ("nfs", "nfs4", "cifs", "smbfs", "smb2", "smb3", "ncpfs", "afpfs", "afs", "9p", "webdav", "davfs", "vboxsf", "ceph")
)
_KINDS: Final = frozenset(("created", "modified", "moved", "deleted", "closed"))
"""Of events; opening and reading a file is none, else our own reading would wake us."""


@dataclass(frozen=True)
class WatchedFolder:
    folder: Path
    is_recursive: bool = False


class FolderObserver:
    """Notices changes in folders from ``start`` to ``stop``. ``is_ours``: a path at which nothing is of interest.
    ``poll_s``: looks every so many seconds; None: only where notices cannot be relied on, every POLL_S."""

    def __init__(
        self, folders: Sequence[WatchedFolder], *, is_ours: Callable[[Path], bool], poll_s: float | None = None
    ) -> None:
        self._folders, self._is_ours, self._poll_s = tuple(dict.fromkeys(folders)), is_ours, poll_s
        self._observers: list[BaseObserver] = []
        self._changed = threading.Event()

    def start(self) -> None:
        """Begin anew. A folder that is not there is not observed."""
        self.stop()
        polled = [one for one in self._folders if self._poll_s is not None or is_on_network(one.folder)]
        noticed = [one for one in self._folders if one not in polled]
        if noticed and not self._begin(Observer(), noticed):
            polled = [*polled, *noticed]  # the system has no more notices to give
        if polled:
            self._begin(PollingObserver(timeout=self._poll_s or POLL_S), polled)

    def stop(self) -> None:
        for observer in self._observers:
            observer.stop()
        for observer in self._observers:
            observer.join()
        self._observers.clear()

    def wait(self, timeout_s: float) -> bool:
        """Whether something has changed since it was asked last, waiting so long for it."""
        has_changed = self._changed.wait(timeout_s)
        self._changed.clear()
        return has_changed

    def _begin(self, observer: BaseObserver, folders: Sequence[WatchedFolder]) -> bool:
        handler = _Handler(self._on_event)
        try:
            for one in folders:
                if one.folder.is_dir():
                    observer.schedule(handler, str(one.folder), recursive=one.is_recursive)
            observer.start()
        except OSError as error:
            _log.warning("Folders cannot be observed: %s", error)
            observer.unschedule_all()
            return False
        self._observers.append(observer)
        return True

    def _on_event(self, event: FileSystemEvent) -> None:
        paths = [event.src_path, *([event.dest_path] if isinstance(event, FileSystemMovedEvent) else [])]
        # that a folder was written says nothing that its files do not say
        is_of_interest = event.event_type in _KINDS and not (event.is_directory and event.event_type == "modified")
        if is_of_interest and not all(self._is_ours(Path(os.fsdecode(path))) for path in paths):
            self._changed.set()


class _Handler(FileSystemEventHandler):
    def __init__(self, on_event: Callable[[FileSystemEvent], None]) -> None:
        self._on_event = on_event

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._on_event(event)


def is_on_network(folder: Path) -> bool:
    """Whether the folder is on another computer's disk, as far as the system says."""
    place = os.path.realpath(folder)
    if sys.platform == "win32" and place.startswith("\\\\"):
        return True
    best, is_network = -1, False
    for mount in psutil.disk_partitions(all=True):
        point = mount.mountpoint
        if _is_within(place, point) and len(point) >= best:
            kind = mount.fstype.casefold()
            best = len(point)
            is_network = kind in _NETWORK or kind.startswith("fuse.") or "remote" in mount.opts.split(",")
    return is_network


def _is_within(place: str, mount_point: str) -> bool:
    try:
        return os.path.commonpath((place, mount_point)) == os.path.normpath(mount_point)
    except ValueError:  # other drives
        return False
