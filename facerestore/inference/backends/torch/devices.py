"""Where networks run."""

from typing import Final

import torch

from facerestore.inference.device_names import graphics_name, processor_name
from facerestore.values.errors import UsageError
from facerestore.values.translatable_text import TranslatableText

CHOICES: Final = ("auto", "cpu", "cuda", "mps")
_LIBRARY: Final = "PyTorch"


def choose_device(name: str = "auto") -> torch.device:
    """The device of a name in CHOICES (or ``cuda:1``); auto takes CUDA, then MPS, then the CPU.

    Raises UsageError for a device that is not there.
    """
    has_mps = torch.backends.mps.is_available()
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "mps" if has_mps else "cpu")
    if name == "cpu":
        return torch.device("cpu")
    if name == "mps" and has_mps:
        return torch.device("mps")
    if name.partition(":")[0] == "cuda" and torch.cuda.is_available():
        index = name.partition(":")[2]
        if not index or (index.isdigit() and int(index) < torch.cuda.device_count()):
            return torch.device(name)
    raise UsageError(
        TranslatableText("The device {name!r} is not available here.", name=name),
        advice="Choose --device auto or --device cpu.",
    )


def describe_device(device: torch.device) -> str:
    """A device for the person: ``cpu (PyTorch, 2 threads)`` or ``cuda (PyTorch, NVIDIA ...)``."""
    if device.type == "cpu":
        return processor_name(_LIBRARY, torch.get_num_threads())
    card = torch.cuda.get_device_name(device) if device.type == "cuda" else ""
    return graphics_name(str(device), _LIBRARY, card=card)


def free_bytes(device: torch.device) -> int | None:
    """What this process may still take of a graphics device's memory; None where that cannot be told."""
    if device.type == "mps":
        return max(0, torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    if device.type != "cuda":
        return None
    try:
        free, _ = torch.cuda.mem_get_info(device)
    except RuntimeError as error:
        # asking takes memory too; what else goes wrong is told by the job itself
        return 0 if "out of memory" in str(error).lower() else None
    # PyTorch keeps what it was given and uses it again
    return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
