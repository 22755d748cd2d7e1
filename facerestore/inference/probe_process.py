"""Trying a device in a process of its own, with a limit of time: a kernel that hangs cannot be interrupted, and one
that crashes takes its process along."""

import json
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facerestore.inference.device_probe import Probed

_log = logging.getLogger(__name__)

LIMIT_S: Final = 120.0
"""The first kernel on a card waits for libraries of gigabytes to be read, and for kernels to be built for it."""
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_MOST_LOGGED: Final = 2000


@dataclass(frozen=True, kw_only=True)
class ProbeTarget:
    """What is tried. ``factory``: "module:name" of a callable: device and folder of weights in, its backend and the
    processor's out. ``packages``: a folder of a pack to be tried with."""

    device: str
    factory: str
    weights_dir: Path | None = None
    packages: Path | None = None


def probe_in_process(target: ProbeTarget, *, limit_s: float = LIMIT_S) -> Probed:
    """What the device did, or that it did nothing in time, or ended the process."""
    asked = json.dumps(
        {
            "factory": target.factory,
            "device": target.device,
            "weights_dir": target.weights_dir and str(target.weights_dir),
            "packages": target.packages and str(target.packages),
        }
    )
    # -P: what lies in the person's folder is no part of the program
    command = [sys.executable, "-P", "-m", "facerestore.inference.probe_child", asked]
    places = {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}
    try:
        ended = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limit_s,
            env=places,
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Probed(problem=f"it gave no answer within {limit_s:.0f} s")
    except OSError as error:
        return Probed(problem=f"the process that tries it does not start: {error.strerror}", passes=True)
    return _read(ended)


def _read(ended: "subprocess.CompletedProcess[bytes]") -> Probed:
    lines = ended.stdout.decode("utf-8", "replace").splitlines()
    try:
        found = json.loads(lines[-1])
        return Probed(problem=str(found["problem"]), apart=float(found["apart"]), passes=bool(found["passes"]))
    except (IndexError, ValueError, KeyError, TypeError):
        _log.warning("trying a device: %s", ended.stderr.decode("utf-8", "replace")[-_MOST_LOGGED:])
        return Probed(problem=f"the process that tried it ended with {ended.returncode}")
