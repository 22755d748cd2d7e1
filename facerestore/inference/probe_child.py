"""What ``probe_process`` starts: a device is tried in a process of its own, which a fault of its driver may end."""

import json
import os
import sys
import threading
import time
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Final

import psutil

from facerestore.inference.gpu_pack import use_pack
from facerestore.values.errors import FaceRestoreError, UsageError

_LOOK_S: Final = 0.5


def main(asked: str) -> None:
    """Prints one line of JSON, the fields of Probed. ``asked``: JSON with the ``factory`` of the backends, the
    ``device``, ``weights_dir`` where it is not the usual one, and the ``packages`` of a pack."""
    threading.Thread(target=_end_with_parent, args=(psutil.Process(os.getppid()),), daemon=True).start()
    from facerestore.inference.device_probe import Probed, probed

    wanted = json.loads(asked)
    use_pack(wanted["packages"] and Path(wanted["packages"]))
    module, _, name = wanted["factory"].partition(":")
    weights_dir = wanted["weights_dir"]
    try:
        device, processor = getattr(import_module(module), name)(wanted["device"], weights_dir and Path(weights_dir))
        found = probed(device, processor)
    except FaceRestoreError as error:
        # a device that is not there stays away until a driver or a library changes
        found = Probed(problem=error.sentence.rstrip("."), passes=not isinstance(error, UsageError))
    print(json.dumps(asdict(found)), flush=True)  # noqa: T201 - this is what is read
    # a driver that crashes on its way out has answered nevertheless
    os._exit(0)


def _end_with_parent(parent: psutil.Process) -> None:
    """A process whose parent has gone would try a device that hangs for ever."""
    while parent.is_running():
        time.sleep(_LOOK_S)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
