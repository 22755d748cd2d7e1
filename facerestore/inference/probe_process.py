"""Trying a device in a process of its own, with a limit of time: a kernel that hangs cannot be interrupted, and one
that crashes takes its process along."""

import json
import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from facerestore.inference.device_probe import Probed

_log = logging.getLogger(__name__)

PROCESSOR_LIMIT_S: Final = 600.0
"""For the start of the process, and the processor's own answer."""
LIMIT_S: Final = 120.0
"""For the device: its first kernel waits for libraries of gigabytes to be read, and for kernels to be built for it."""
_SLOWER: Final = 10
"""A device that takes less than so many times what the processor took is not taken for hanging: where other programs
have the processor, all takes long."""
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_MOST_LOGGED: Final = 2000
_Said = dict[str, Any] | None
"""A message of the process; None: it has ended."""


@dataclass(frozen=True, kw_only=True)
class ProbeTarget:
    """What is tried. ``factory``: "module:name" of a callable: device and folder of weights in, a backend out; the
    device ``cpu`` is the processor. ``packages``: a folder of a pack to be tried with."""

    device: str
    factory: str
    weights_dir: Path | None = None
    packages: Path | None = None


def probe_in_process(
    target: ProbeTarget, *, limit_s: float = LIMIT_S, processor_limit_s: float = PROCESSOR_LIMIT_S
) -> Probed:
    """What the device did, or that it did nothing in time, or ended the process."""
    asked = {
        "factory": target.factory,
        "device": target.device,
        "weights_dir": target.weights_dir and str(target.weights_dir),
        "packages": target.packages and str(target.packages),
    }
    # -P: what lies in the person's folder is no part of the program
    command = [sys.executable, "-P", "-m", "facerestore.inference.probe_child", json.dumps(asked)]
    places = {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=places,
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            return Probed(problem=f"the process that tries it does not start: {error.strerror}", passes=True)
        with process:
            try:
                found = _heard(process, limit_s, processor_limit_s)
            finally:
                process.kill()
        if found is None:
            complaints.seek(0)
            _log.warning("trying a device: %s", complaints.read().decode("utf-8", "replace")[-_MOST_LOGGED:])
            return Probed(problem=f"the process that tried it ended with {process.returncode}")
    return found


def _heard(process: "subprocess.Popen[bytes]", limit_s: float, processor_limit_s: float) -> Probed | None:
    """What the process says of the device; None where it ends before."""
    assert process.stdout is not None
    said: queue.SimpleQueue[_Said] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(process.stdout, said.put), daemon=True).start()
    try:
        message = said.get(timeout=processor_limit_s)
    except queue.Empty:
        return Probed(problem=f"the processor gave no answer within {processor_limit_s:.0f} s", passes=True)
    if message is not None and "processor_s" in message:
        patience_s = max(limit_s, _SLOWER * float(message["processor_s"]))
        try:
            message = said.get(timeout=patience_s)
        except queue.Empty:
            return Probed(problem=f"it gave no answer within {patience_s:.0f} s")
    if message is None:
        process.wait()
        return None
    return Probed(problem=str(message["problem"]), apart=float(message["apart"]), passes=bool(message["passes"]))


def _listen(stream: IO[bytes], hear: Any) -> None:
    """All messages until the end; what libraries print is none."""
    for message in _messages(stream):
        hear(message)
    hear(None)


def _messages(lines: Iterable[bytes]) -> Iterable[dict[str, Any]]:
    for line in lines:
        try:
            message = json.loads(line)
        except ValueError:
            continue
        if isinstance(message, dict):
            yield message
