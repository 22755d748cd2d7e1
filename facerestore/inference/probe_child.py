"""What ``probe_process`` starts: a device is tried in a process of its own, which a fault of its driver may end."""

import json
import os
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import psutil

from facerestore.inference.gpu_pack import use_pack
from facerestore.values.errors import FaceRestoreError, UsageError

_LOOK_S: Final = 0.5


def main(asked: str) -> None:
    """Prints lines of JSON: ``processor_s``, how long the processor took, and then the fields of Probed. ``asked``:
    JSON with the fields of ProbeTarget."""
    threading.Thread(target=_end_with_parent, args=(psutil.Process(os.getppid()),), daemon=True).start()
    from facerestore.inference.device_probe import Expected, Probed, probed

    wanted = json.loads(asked)
    use_pack(wanted["packages"] and Path(wanted["packages"]))
    module, _, name = wanted["factory"].partition(":")
    weights_dir = wanted["weights_dir"] and Path(wanted["weights_dir"])
    try:
        make = getattr(import_module(module), name)
        began = time.monotonic()
        expected = Expected.by(make("cpu", weights_dir))
        _say({"processor_s": time.monotonic() - began})
        # only now: a driver that hangs does so from its first call on
        found = probed(make(wanted["device"], weights_dir), expected)
    except FaceRestoreError as error:
        # a device that is not there stays away until a driver or a library changes
        found = Probed(problem=error.sentence.rstrip("."), passes=not isinstance(error, UsageError))
    _say(asdict(found))
    # a driver that crashes on its way out has answered nevertheless
    os._exit(0)


def _say(message: Mapping[str, Any]) -> None:
    print(json.dumps(message), flush=True)  # noqa: T201 - this is what is read


def _end_with_parent(parent: psutil.Process) -> None:
    """A process whose parent has gone would try a device that hangs for ever."""
    while parent.is_running():
        time.sleep(_LOOK_S)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
