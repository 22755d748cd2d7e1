"""LocalNetworks: networks of this process behind the interface that the worker has."""

from collections.abc import Callable, Sequence

from facerestore.restoration.backend import Backend, Ready, answer
from facerestore.restoration.face_memory import FaceMemory
from facerestore.restoration.run import run
from facerestore.restoration.steps import Recipe, T
from facerestore.values.cancellation import NEVER, CancelToken
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.request import Request


class LocalNetworks:
    """The networks of this installation; PyTorch and they are loaded when they are first asked for, and kept.

    ``album_memory``: the faces of albums that were looked through.
    ``device``: as in ``inference.backend_choice``. ``make``: another backend instead, for its device. Every use may
    raise WeightsError, or UsageError where there is no such device.
    """

    def __init__(self, *, device: str = "auto", make: Callable[[str], Backend] | None = None) -> None:
        self._device, self._make = device, make or _installed
        self._backend: Backend | None = None
        self.album_memory = FaceMemory()

    def verified_hashes(self, tasks: Sequence[str]) -> dict[str, str]:
        """SHA-256 of the installed networks for these tasks, whose files are whole. Raises now what the first use would
        raise: UsageError (no such device), WeightsError."""
        from facerestore.inference.backend_choice import chosen_backend

        _ = self._loaded
        return chosen_backend(self._device).verified_hashes(tasks)

    def processes_with_room(self) -> int | None:
        """How many processes like this one the graphics device has memory for; None where the processor is used."""
        from facerestore.inference.backend_choice import chosen_backend
        from facerestore.inference.device_memory import processes_with_room

        return processes_with_room(chosen_backend(self._device))

    def ready(self) -> Ready:
        """What the networks used so far are, and where they run; nothing before the first use."""
        return Ready() if self._backend is None else Ready.of(self._backend)

    def answer(self, request: Request, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER) -> object:
        """The answer to one request."""
        return answer(self._loaded, request, on_progress, cancel)

    def run(self, recipe: Recipe[T], *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER) -> T:
        """What a task ends in whose requests these networks answer. Raises Cancelled, and what its steps raise."""
        return run(recipe, self.answer, on_progress=on_progress, cancel=cancel)

    @property
    def _loaded(self) -> Backend:
        if self._backend is None:
            self._backend = self._make(self._device)
        return self._backend


def _installed(device: str) -> Backend:
    from facerestore.inference.loaded_networks import Networks

    return Networks(device=device)
