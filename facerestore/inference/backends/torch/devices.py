"""Where networks run."""

from typing import Final

import torch

from facerestore.values.errors import UsageError
from facerestore.values.translatable_text import TranslatableText

CHOICES: Final = ("auto", "cpu", "cuda", "mps")


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
    """A device for the person: ``cpu (2 threads)`` or ``cuda (NVIDIA ...)``."""
    if device.type == "cuda":
        return f"{device} ({torch.cuda.get_device_name(device)})"
    return f"cpu ({torch.get_num_threads()} threads)" if device.type == "cpu" else str(device)
