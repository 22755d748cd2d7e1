"""Crash reports: text files that a person may send, or not. Nothing here sends anything."""

import platform
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final

from facerestore import __version__
from facerestore.files.anonymous_text import known_names, without_names
from facerestore.files.atomic_file import atomic_write
from facerestore.files.user_dirs import crash_folder
from facerestore.values.errors import OutputRefused

MOST_REPORTS: Final = 10
_PACKAGES: Final = ("torch", "onnxruntime", "numpy", "opencv-python-headless", "PySide6-Essentials")
_HEADING: Final = (
    "facerestore: report of a crash",
    "(no picture is in it, and nothing by which you or your files are called; it was sent to nobody)",
)


def write_report(
    happened: str,
    *,
    circumstances: Mapping[str, str],
    log: Sequence[str] = (),
    names: Iterable[str | Path] = (),
) -> Path | None:
    """A new report, or None where it cannot be written; of more than MOST_REPORTS the oldest go.

    ``happened``: a traceback without paths; ``circumstances``: what else is known, by name; ``log``: its last entries;
    ``names``: paths that the person works with, which are named nowhere in the report.
    """
    now = datetime.now(UTC)
    lines = [*_HEADING, "", f"written: {now:%Y-%m-%d %H:%M:%S} UTC"]
    lines += [f"{name}: {value}" for name, value in {**_versions(), **circumstances}.items()]
    lines += ["", "What happened", "", *happened.splitlines(), "", "The log before it", ""]
    lines += [line for entry in log or ["(nothing)"] for line in entry.splitlines()]
    known = known_names(names)
    # lines of functions and their source are the program's own, and may hold words that are names elsewhere
    text = "".join(f"{line if line.startswith('  ') else without_names(line, known)}\n" for line in lines)
    path = crash_folder() / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, text.encode("utf-8", errors="backslashreplace"), overwrite=True)
    except (OSError, OutputRefused):
        return None
    for old in list_reports()[MOST_REPORTS:]:
        remove_report(old)
    return path


def list_reports() -> list[Path]:
    """The reports that are kept, the newest first."""
    return sorted(crash_folder().glob("crash-*.txt"), reverse=True)


def remove_report(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _versions() -> dict[str, str]:
    found = {
        "facerestore": __version__,
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found
