"""RaySession: this program's part in a Ray cluster. Ray is imported here, and nowhere else."""

import os
import secrets
import shutil
import socket
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from facerestore.batch.crew import usable_cores
from facerestore.values.errors import RestorationFailed, UsageError
from facerestore.values.translatable_text import TranslatableText

_NAMESPACE: Final = "facerestore"
_LEAST_OBJECT_STORE: Final = 80 * 2**20
"""Jobs and their ends are small; pictures go through the file system. Ray takes no less than 75 MiB."""
_LONGEST_PLACE: Final = 28
_ANSWER_S: Final = 10.0
_SILENT: Final = {
    # never tells anybody that it is used
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_enable_metrics_collection": "0",
    "RAY_DEDUP_LOGS": "0",
}
_ALONE: Final = {
    # despite its name this decides, on every system, whether servers listen on the loopback address only
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
    "RAY_AUTH_MODE": "token",
    # one for all clusters of this process, because Ray keeps the first that it sees
    "RAY_AUTH_TOKEN": secrets.token_hex(32),
}


class RaySession:
    """A connection to a Ray cluster, or a cluster of this computer alone.

    The latter listens on the loopback address, has no dashboard, answers nobody who lacks its passing token, and keeps
    its files in a folder of this user that goes with it. Raises UsageError where Ray is not installed or the address
    cannot be meant, RestorationFailed where the cluster does not answer.
    """

    def __init__(self, address: str | None) -> None:
        self.is_own = address is None
        self._folder: Path | None = None
        if address is not None and address.startswith("ray://"):
            raise UsageError(
                TranslatableText("A batch cannot be driven through {address}.", address=address),
                advice="Start it on a computer of the cluster, with --ray-address auto.",
            )
        os.environ.update(_SILENT)
        if self.is_own:
            os.environ.update(_ALONE)
        self.ray: Any = _imported()
        try:
            if address is None:
                self._start()
            else:
                self._connect(address)
        except (OSError, OverflowError, RuntimeError, ValueError) as error:
            self.close()
            raise RestorationFailed(
                TranslatableText("The Ray cluster cannot be used ({reason}).", reason=_first(error)),
                advice="See what 'ray status' says; all computers need the same versions of Ray and Python.",
            ) from error

    def close(self) -> None:
        """Leave the cluster; end it where it is this computer's own."""
        self.ray.shutdown()
        if self._folder is not None:
            with suppress(OSError):
                shutil.rmtree(self._folder)

    def pinned(self, node: str) -> Any:
        """How Ray is told to start something on one computer and nowhere else."""
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        return NodeAffinitySchedulingStrategy(node, soft=False)

    def _start(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="ray-", dir=_passing_place()))
        self.ray.init(
            address="local",
            num_cpus=usable_cores(),
            include_dashboard=False,
            object_store_memory=_LEAST_OBJECT_STORE,
            namespace=_NAMESPACE,
            configure_logging=False,
            log_to_driver=False,
            _temp_dir=str(self._folder),
        )

    def _connect(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        if port.isdecimal():
            # Ray itself would try for minutes
            socket.create_connection((host.strip("[]"), int(port)), _ANSWER_S).close()
        self.ray.init(address=address, namespace=_NAMESPACE, configure_logging=False, log_to_driver=False)


def _passing_place() -> str:
    """Where passing files go; elsewhere than the system says where that is long, because Ray's sockets lie there, and
    the path of a socket has about 100 characters at most."""
    usual = tempfile.gettempdir()
    return usual if sys.platform == "win32" or len(usual) <= _LONGEST_PLACE else "/tmp"


def _imported() -> Any:
    try:
        import ray
    except ImportError as error:
        raise UsageError(
            "Ray is not installed, which --engine ray needs.",
            advice="Install it with 'python -m pip install ray' in this program's environment, or leave --engine away.",
        ) from error
    return ray


def _first(error: BaseException) -> str:
    """The first line of what Ray says, which often goes on for a page."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
