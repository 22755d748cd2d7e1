"""The watch over this process: what it did last, and where it was when the system ended it, in files of its own that
outlive it."""

import faulthandler
import logging
import os
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

import psutil

from facerestore.files.anonymous_text import log_text
from facerestore.files.user_dirs import LOGGERS, crash_folder

_MOST_ENTRIES: Final = 100
_FAULT: Final = ".fault"
_TRAIL: Final = ".trail"
_PROGRAM: Final = ("facerestore", "facerestore_gui", "facerestore_models", "facerestore_training")
_LIBRARIES: Final = re.compile(r"(?:site-packages|dist-packages|python3\.[0-9]+)[\\/](.+)")
_FRAME: Final = re.compile(r'  File "(?P<file>.*)", line (?P<line>[0-9]+) in (?P<name>[\w.<>]+)')
_HEADING: Final = re.compile(
    r"(?:Fatal Python error|Windows fatal exception|Current thread|Thread 0x|Extension modules|  <no Python frame>).*"
)


@dataclass(frozen=True)
class NativeCrash:
    """How a process ended that the system ended: ``text`` says where it was, ``log`` what it did last."""

    text: str
    log: tuple[str, ...]


class CrashWatch:
    """The watch over one process. ``begin`` once; ``end`` where the process ends as it should."""

    def __init__(self) -> None:
        self.trail = Trail()
        self._fault: TextIO | None = None

    def begin(self) -> None:
        """From now on an end by the system leaves its traces. A folder that cannot be written to leaves none."""
        folder = crash_folder() / "running"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stem = folder / str(os.getpid())
            self._fault = stem.with_suffix(_FAULT).open("w", encoding="utf-8", errors="backslashreplace")
            self.trail.write_to(stem.with_suffix(_TRAIL))
        except OSError:
            return
        faulthandler.enable(self._fault)
        for name in LOGGERS:
            logging.getLogger(name).addHandler(self.trail)

    def end(self) -> None:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(self.trail)
        self.trail.close()
        if self._fault is not None:
            faulthandler.disable()
            self._fault.close()
            self._fault = None
            _forget(crash_folder() / "running" / str(os.getpid()))


class Trail(logging.Handler):
    """The last entries of the log, without a name in them, in memory and in a file."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s:"))
        self.entries: deque[str] = deque(maxlen=_MOST_ENTRIES)
        self._file: TextIO | None = None
        self._written = 0

    def write_to(self, path: Path) -> None:
        """Raises OSError."""
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace")

    def emit(self, record: logging.LogRecord) -> None:
        when = logging.Formatter("%(asctime)s").formatTime(record)
        self.entries.append(f"{when} {record.levelname} {record.name}: {log_text(record)}")
        if self._file is None:
            return
        with suppress(OSError, ValueError):
            if self._written >= _MOST_ENTRIES:
                # a program may run for weeks
                self._file.seek(0)
                self._file.truncate()
                self._file.write("".join(f"{one}\n" for one in list(self.entries)[:-1]))
                self._written = 0
            self._file.write(f"{self.entries[-1]}\n")
            self._file.flush()
            self._written += 1

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        super().close()


def native_crashes() -> Iterator[NativeCrash]:
    """Processes that the system ended since this was asked last; their traces are gone afterwards. Traces of those
    that still run stay."""
    for fault in sorted((crash_folder() / "running").glob(f"*{_FAULT}")):
        if fault.stem.isdecimal() and psutil.pid_exists(int(fault.stem)):
            continue
        text, log = _text_of(fault), _text_of(fault.with_suffix(_TRAIL))
        _forget(fault.with_suffix(""))
        if text.strip():
            yield NativeCrash(_without_paths(text), tuple(log.splitlines()[-_MOST_ENTRIES:]))


def _without_paths(text: str) -> str:
    """What ``faulthandler`` wrote, files by the way from where packages lie, and nothing that it never writes."""
    lines = []
    for line in text.splitlines():
        frame = _FRAME.fullmatch(line)
        if frame is not None:
            lines.append(f"  {_module(frame['file'])}, line {frame['line']}, in {frame['name']}")
        elif _HEADING.fullmatch(line):
            lines.append(line)
    return "\n".join(lines)


def _module(file: str) -> str:
    found = _LIBRARIES.search(file)
    parts = re.split(r"[\\/]", found.group(1) if found else file)
    inside = next((place for place, part in enumerate(parts) if part in _PROGRAM), 0 if found else len(parts))
    # the innermost: a checkout may lie in a folder of the package's name
    inside = max((place for place, part in enumerate(parts) if part in _PROGRAM), default=inside)
    return ".".join(parts[inside:]).removesuffix(".py") or "<...>"


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes()[: 2**20].decode("utf-8", errors="replace")
    except OSError:
        return ""


def _forget(stem: Path) -> None:
    for suffix in (_FAULT, _TRAIL):
        with suppress(OSError):
            stem.with_suffix(suffix).unlink(missing_ok=True)
