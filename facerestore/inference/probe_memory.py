"""What became of the devices that were tried, so that a second start need not try them again."""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from facerestore.files.atomic_file import atomic_write
from facerestore.files.user_dirs import probes_file
from facerestore.inference.device_probe import Probed
from facerestore.values.errors import FaceRestoreError

_log = logging.getLogger(__name__)
_MOST_BYTES: Final = 2**16
_MOST_KEPT: Final = 20


def remembered(key: str, file: Path | None = None) -> Probed | None:
    """What became of a device: ``key`` says all that its answers depend on. None where it was not tried."""
    kept = _read(file or probes_file()).get(key)
    try:
        return None if kept is None else Probed(problem=str(kept["problem"]), apart=float(kept["apart"]))
    except (KeyError, TypeError, ValueError):
        return None


def remember(key: str, probed: Probed, file: Path | None = None) -> None:
    """Keep it, unless it passes. Where it cannot be written, the device is tried anew the next time."""
    if probed.passes:
        return
    file = file or probes_file()
    kept = _read(file)
    kept.pop(key, None)
    entries = [*kept.items(), (key, asdict(probed))][-_MOST_KEPT:]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(file, json.dumps(dict(entries), indent=1).encode(), overwrite=True)
    except (OSError, FaceRestoreError) as error:
        _log.warning("what became of a device cannot be remembered: %s", error)


def forget(file: Path | None = None) -> None:
    """Have all devices tried again."""
    (file or probes_file()).unlink(missing_ok=True)


def _read(file: Path) -> dict[str, Any]:
    """Empty where there is none, or something else."""
    try:
        with file.open("rb") as stream:
            found = json.loads(stream.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
