"""Which libraries can run the networks here, and on which devices: told without loading one of them."""

import importlib.util
import sys
from pathlib import Path
from typing import Final

from facerestore.files.gpu_pack_file import installed_packages
from facerestore.files.installed_weights import lacking_tasks, listed_hashes
from facerestore.inference.backends.onnx.exported import exported_folder, read_exported
from facerestore.inference.graphics_driver import has_nvidia_driver, is_mac_with_metal, may_have_graphics
from facerestore.values.errors import UsageError, WeightsDamaged, WeightsError
from facerestore.values.translatable_text import TranslatableText

NEEDED_TASKS: Final = frozenset({"detection", "points", "layout", "texture"})
_BUILDS: Final = ("", "-gpu", "-directml")
"""ONNX Runtime has a package of another name for each build."""


def installed_devices(weights_dir: Path | None = None) -> tuple[str, ...]:
    """The devices that may be chosen here, by their names: those whose library is installed and whose driver is there.
    Whether they are right is known when they are tried."""
    build = _onnx_build() if onnx_problem(weights_dir) is None else None
    found = {
        "auto": True,
        "cpu": True,
        "onnx": build is not None,
        "cuda": may_have_graphics() and not is_mac_with_metal() and (has_torch() or build == "-gpu"),
        "mps": is_mac_with_metal() and has_torch(),
        "directml": build == "-directml",
        "coreml": build == "" and sys.platform == "darwin",
    }
    return tuple(device for device, is_there in found.items() if is_there)


def has_torch() -> bool:
    """Whether PyTorch is installed."""
    try:
        return importlib.util.find_spec("torch") is not None
    except ValueError:  # of a module that stands for one that must not be imported
        return False


def has_cuda_by_onnx() -> bool:
    """Whether ONNX Runtime may run networks on a card of NVIDIA."""
    return _onnx_build() == "-gpu" and has_nvidia_driver()


def onnx_problem(weights_dir: Path | None = None) -> UsageError | WeightsError | None:
    """Why ONNX Runtime cannot run the networks of a folder of weights; None where it can."""
    if importlib.util.find_spec("onnxruntime") is None:
        return UsageError("ONNX Runtime is not installed.", advice='Install it: pip install "facerestore[light]"')
    folder = exported_folder(weights_dir)
    try:
        exported = read_exported(folder)
    except WeightsError as error:
        return error
    if not {network.task for network in exported} >= NEEDED_TASKS - lacking_tasks(weights_dir):
        return _stale(folder)
    weights = listed_hashes(weights_dir)
    # a folder without weights beside them is a program without PyTorch
    if weights and any(weights.get(network.name) != network.weights_sha256 for network in exported):
        return _stale(folder)
    return None


def version_of(library: str) -> str:
    """Name and version of the package of ``torch`` or ``onnxruntime``."""
    name = library + ((_onnx_build() or "") if library == "onnxruntime" else "")
    return f"{name} {_version(name) or 'unknown'}"


def _onnx_build() -> str | None:
    """How the package's name ends; None where there is none. A larger build lies over the plain one."""
    return next((build for build in reversed(_BUILDS) if _version(f"onnxruntime{build}")), None)


def _version(package: str) -> str | None:
    from importlib import metadata  # takes as long as all else that --help imports

    pack = None if has_torch() else installed_packages()
    places = [str(place) for place in (pack, *sys.path) if place is not None]
    found = next(iter(metadata.distributions(name=package, path=places)), None)
    return None if found is None else found.version


def _stale(folder: Path) -> WeightsDamaged:
    return WeightsDamaged(
        TranslatableText("The exported networks in {folder} were made of other weights.", folder=str(folder)),
        advice="Export the networks again (facerestore models export-onnx).",
    )
