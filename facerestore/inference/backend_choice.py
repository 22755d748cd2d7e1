"""Which backend runs the networks, by the name of a device, and why. PyTorch and ONNX Runtime are imported where one
was chosen: each takes seconds."""

import ctypes
import importlib.util
import platform
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from facerestore.files.installed_weights import listed_hashes
from facerestore.inference.backends.interface import InferenceBackend
from facerestore.inference.backends.onnx.exported import exported_folder, read_exported
from facerestore.values.errors import UsageError, WeightsDamaged, WeightsError
from facerestore.values.translatable_text import TranslatableText

BY_ONNX: Final = ("onnx", "directml", "coreml")
"""Devices that ONNX Runtime alone has: the processor, and what its other builds calculate with."""

NEEDED_TASKS: Final = frozenset({"detection", "points", "layout", "texture"})
_DRIVERS: Final[Mapping[str, str]] = {"linux": "libcuda.so.1", "win32": "nvcuda.dll"}


def chosen_backend(device: str = "auto", weights_dir: Path | None = None) -> InferenceBackend:
    """The backend for a device.

    ``auto``: PyTorch where it has CUDA or MPS, else as ``cpu``. ``cpu``: ONNX Runtime where the exported networks are
    installed and are those of the weights, else PyTorch. ``torch``: PyTorch on the best device it has. ``onnx``: ONNX
    Runtime on the processor; ``directml`` and ``coreml`` where that build of it is installed. Others: PyTorch's.

    Raises UsageError for a device, or a library, that is not there; WeightsError where ONNX Runtime was asked for and
    has no networks.
    """
    if device in BY_ONNX:
        problem = onnx_problem(weights_dir)
        if problem is not None:
            raise problem
        return _by_onnx(device, weights_dir)
    if device in ("auto", "cpu") and onnx_problem(weights_dir) is None:
        graphics = _by_torch("auto", weights_dir, graphics_only=True) if device == "auto" else None
        return graphics or _by_onnx("onnx", weights_dir)
    if not has_torch():
        raise UsageError(
            TranslatableText("The device {name!r} needs PyTorch, which is not installed.", name=device),
            advice="Choose --device auto, or install PyTorch.",
        )
    chosen = _by_torch("auto" if device == "torch" else device, weights_dir)
    assert chosen is not None
    return chosen


def reason_for(device: str = "auto", weights_dir: Path | None = None) -> str:
    """Why the backend of a device is the one that it is: a sentence for a bug report."""
    problem = onnx_problem(weights_dir)
    if device in BY_ONNX or device not in ("auto", "cpu"):
        return "It was asked for."
    if problem is not None:
        return f"{problem} {'PyTorch runs them.' if has_torch() else 'PyTorch is not installed either.'}"
    if device == "auto" and _by_torch("auto", weights_dir, graphics_only=True) is not None:
        return "PyTorch has a graphics device."
    return "The exported networks are installed, and no graphics device is used."


def onnx_problem(weights_dir: Path | None = None) -> UsageError | WeightsError | None:
    """Why ONNX Runtime cannot run the networks of a folder of weights; None where it can."""
    if importlib.util.find_spec("onnxruntime") is None:
        return UsageError("ONNX Runtime is not installed.", advice='Install it: pip install "facerestore[light]"')
    folder = exported_folder(weights_dir)
    try:
        exported = read_exported(folder)
    except WeightsError as error:
        return error
    if not {network.task for network in exported} >= NEEDED_TASKS:
        return _stale(folder)
    weights = listed_hashes(weights_dir)
    # a folder without weights beside them is a program without PyTorch
    if weights and any(weights.get(network.name) != network.weights_sha256 for network in exported):
        return _stale(folder)
    return None


def has_torch() -> bool:
    """Whether PyTorch is installed."""
    try:
        return importlib.util.find_spec("torch") is not None
    except ValueError:  # of a module that stands for one that must not be imported
        return False


def _stale(folder: Path) -> WeightsDamaged:
    return WeightsDamaged(
        TranslatableText("The exported networks in {folder} were made of other weights.", folder=str(folder)),
        advice="Export the networks again (facerestore models export-onnx).",
    )


def _by_onnx(device: str, weights_dir: Path | None) -> InferenceBackend:
    from facerestore.inference.backends.onnx.backend import OnnxBackend

    def others() -> InferenceBackend:
        made = _by_torch("cpu", weights_dir)
        assert made is not None
        return made

    return OnnxBackend(exported_folder(weights_dir), device=device, others=others if has_torch() else None)


def _by_torch(device: str, weights_dir: Path | None, *, graphics_only: bool = False) -> InferenceBackend | None:
    """PyTorch on a device; None for a processor where a graphics device was wanted."""
    if graphics_only and not (has_torch() and _may_have_graphics()):
        return None
    from facerestore.inference.backends.torch.backend import TorchBackend
    from facerestore.inference.backends.torch.devices import choose_device

    chosen = choose_device(device)
    return None if graphics_only and chosen.type == "cpu" else TorchBackend(chosen, weights_dir)


def _may_have_graphics() -> bool:
    """Whether it is worth importing PyTorch to ask it: a driver of NVIDIA or AMD, or a Mac with Metal."""
    if sys.platform == "darwin":
        return platform.machine() == "arm64"
    if Path("/dev/kfd").exists():
        return True
    try:
        ctypes.CDLL(_DRIVERS.get(sys.platform, "libcuda.so.1"))
    except OSError:
        return False
    return True
