"""Which backend runs the networks, by the name of a device."""

from pathlib import Path

from facerestore.inference.backends.interface import InferenceBackend


def chosen_backend(device: str = "auto", weights_dir: Path | None = None) -> InferenceBackend:
    """The backend for a device. Raises UsageError for one that is not there."""
    # imported where it is needed: it brings PyTorch
    from facerestore.inference.backends.torch.backend import TorchBackend
    from facerestore.inference.backends.torch.devices import choose_device

    return TorchBackend(choose_device(device), weights_dir)
