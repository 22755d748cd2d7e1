"""Which backend runs the networks, by the name of a device, and why. PyTorch and ONNX Runtime are imported where one
was chosen: each takes seconds. A graphics device is trusted once it was tried."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facerestore import __version__
from facerestore.inference.backends.interface import InferenceBackend
from facerestore.inference.backends.onnx.exported import exported_folder
from facerestore.inference.device_memory import lack_for_process
from facerestore.inference.device_probe import Probed
from facerestore.inference.gpu_pack import use_pack
from facerestore.inference.graphics_driver import driver_and_cards, is_mac_with_metal, may_have_graphics
from facerestore.inference.installed_engines import has_cuda_by_onnx, has_torch, onnx_problem, version_of
from facerestore.inference.probe_memory import remember, remembered
from facerestore.inference.probe_process import ProbeTarget, probe_in_process
from facerestore.values.errors import UsageError
from facerestore.values.translatable_text import TranslatableText

_log = logging.getLogger(__name__)

_BY_ONNX_ALONE: Final = ("directml", "coreml")
_LEFT_OPEN: Final = ("auto", "torch")
"""Devices that mean a graphics device where there is one, and else the processor."""


@dataclass(frozen=True)
class ChosenBackend:
    """A backend that was chosen. ``reason``: why it is this one. ``note``: what a person must know who named another
    device. ``is_instead``: of a graphics device that is there and is not used."""

    backend: InferenceBackend
    reason: str
    note: str = ""
    is_instead: bool = False


@dataclass(frozen=True)
class _Graphics:
    """A graphics device by its name, and the package that runs networks on it."""

    name: str
    library: str


def choose_backend(
    device: str = "auto", weights_dir: Path | None = None, *, probe: Callable[[ProbeTarget], Probed] | None = None
) -> ChosenBackend:
    """The backend for a device, and why.

    ``auto``: a graphics device, else as ``cpu``. ``cpu``: ONNX Runtime where the exported networks are installed and
    are those of the weights, else PyTorch. ``torch``: PyTorch on the best device it has. ``onnx``: ONNX Runtime on the
    processor. Others are graphics devices: ``cuda`` and ``mps`` by PyTorch, ``directml``, ``coreml`` and,
    without PyTorch, ``cuda`` where that build of ONNX Runtime is installed.

    A graphics device that was never tried with this driver and library is tried now, which takes seconds; one that is
    not right is not taken, also where it was asked for.

    Raises UsageError for a device, or a library, that is not there; WeightsError where ONNX Runtime was asked for and
    has no networks.
    """
    use_pack()
    graphics = _graphics_for(device, weights_dir)
    if graphics is None:
        return ChosenBackend(_on_processor(device, weights_dir), _reason_for_processor(device, weights_dir))
    # what was asked for and is not there is refused before anything is tried
    asked = None if device in _LEFT_OPEN else _on_graphics(graphics, weights_dir)
    tried = _tried(graphics, weights_dir, probe or probe_in_process)
    refused: TranslatableText | None
    if tried.problem:
        refused = TranslatableText(
            "The graphics device ({device}) was tried and cannot be trusted: {problem}. The processor is used instead.",
            device=graphics.name,
            problem=tried.problem,
        )
    else:
        backend = asked or _on_graphics(graphics, weights_dir)
        refused = lack_for_process(backend)
        if refused is None:
            return ChosenBackend(backend, "The graphics device was tried: it paints what the processor paints.")
    _log.warning("%s", refused)
    instead = _on_processor("torch" if device == "torch" else "cpu", weights_dir)
    return ChosenBackend(instead, refused, note="" if device in _LEFT_OPEN else refused, is_instead=True)


def chosen_backend(device: str = "auto", weights_dir: Path | None = None) -> InferenceBackend:
    """The backend of ``choose_backend``."""
    return choose_backend(device, weights_dir).backend


def backend_to_try(device: str, weights_dir: Path | None) -> InferenceBackend:
    """A graphics device that nobody has tried yet, such as ``cuda by torch``, or ``cpu``. Raises UsageError,
    WeightsError."""
    name, _, library = device.partition(" by ")
    return _on_graphics(_Graphics(name, library), weights_dir) if library else _on_processor(name, weights_dir)


def _graphics_for(device: str, weights_dir: Path | None) -> _Graphics | None:
    """What is meant by a device; None for the processor."""
    if device in ("cpu", "onnx"):
        return None
    if device in _BY_ONNX_ALONE:
        return _Graphics(device, "onnxruntime")
    by_onnx = not has_torch() and device != "torch" and has_cuda_by_onnx()
    if device not in _LEFT_OPEN:
        return _Graphics(device, "onnxruntime" if by_onnx and device == "cuda" else "torch")
    if by_onnx and onnx_problem(weights_dir) is None:
        return _Graphics("cuda", "onnxruntime")
    if has_torch() and may_have_graphics():
        return _Graphics("mps" if is_mac_with_metal() else "cuda", "torch")
    return None


def _tried(graphics: _Graphics, weights_dir: Path | None, probe: Callable[[ProbeTarget], Probed]) -> Probed:
    """What becomes of a device, or what is remembered of it."""
    parts = (
        f"{graphics.name} by {version_of(graphics.library)}",
        driver_and_cards(),
        f"facerestore {__version__}",
    )
    key = "; ".join(parts)
    known = remembered(key)
    if known is None:
        _log.info("trying a device: %s", key)
        factory = f"{__name__}:{backend_to_try.__name__}"
        target = ProbeTarget(device=f"{graphics.name} by {graphics.library}", factory=factory, weights_dir=weights_dir)
        known = probe(target)
        _log.info("tried: %s", known.problem or f"right within {known.apart:.2g}")
        remember(key, known)
    return known


def _on_graphics(graphics: _Graphics, weights_dir: Path | None) -> InferenceBackend:
    if graphics.library == "torch":
        return _by_torch(graphics.name, weights_dir)
    return _by_onnx(graphics.name, weights_dir)


def _on_processor(device: str, weights_dir: Path | None) -> InferenceBackend:
    """``auto`` and ``cpu``, which leave the library open, ``torch`` and ``onnx``, which name it."""
    if device == "onnx" or (device != "torch" and onnx_problem(weights_dir) is None):
        return _by_onnx("onnx", weights_dir)
    return _by_torch("cpu", weights_dir)


def _reason_for_processor(device: str, weights_dir: Path | None) -> str:
    problem = onnx_problem(weights_dir)
    if device == "onnx":
        return "It was asked for."
    if device == "torch":
        return "PyTorch was asked for, and no graphics device is there."
    if problem is not None:
        return TranslatableText("{problem} PyTorch runs the networks.", problem=problem.sentence)
    return "The exported networks are installed, and no graphics device is used."


def _by_onnx(device: str, weights_dir: Path | None) -> InferenceBackend:
    problem = onnx_problem(weights_dir)
    if problem is not None:
        raise problem
    from facerestore.inference.backends.onnx.backend import OnnxBackend

    others = (lambda: _by_torch("cpu", weights_dir)) if has_torch() else None
    return OnnxBackend(exported_folder(weights_dir), device=device, others=others)


def _by_torch(device: str, weights_dir: Path | None) -> InferenceBackend:
    if not has_torch():
        raise UsageError(
            TranslatableText("The device {name!r} needs PyTorch, which is not installed.", name=device),
            advice="Choose --device auto, or install PyTorch.",
        )
    from facerestore.inference.backends.torch.backend import TorchBackend
    from facerestore.inference.backends.torch.devices import choose_device

    return TorchBackend(choose_device(device), weights_dir)
