"""``facerestore doctor``: what to send with a bug report. It also works where the rest does not."""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import Final

from facerestore import __version__
from facerestore.files.user_dirs import log_file, settings_folder
from facerestore.values.file_names import shown

_PACKAGES: Final = (
    "numpy",
    "opencv-python-headless",
    "pillow",
    "tifffile",
    "imagecodecs",
    "scikit-image",
    "safetensors",
    "PySide6-Essentials",
)
_ENGINES: Final = ("torch", "torchvision", "onnxruntime")
"""Of these one is enough: PyTorch with torchvision, or ONNX Runtime with exported networks."""

Finding = tuple[str, str, bool]
"""Name, what was found, and whether it is as it should be."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "versions, devices, memory, display, weights: what to send with a bug report"
    parser = subparsers.add_parser(
        "doctor", help=text, description=f"Prints {text}. Exits with 1 if something is broken."
    )
    parser.add_argument(
        "--probe", action="store_true", help="try the graphics device again, whatever is remembered of it"
    )
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """1 if something is broken, after everything else was said."""
    is_well = True
    if parsed.probe:
        from facerestore.inference.probe_memory import forget

        forget()
    for title, examine in (
        ("Program", _program),
        ("Packages", _packages),
        ("Engine", _engine),
        ("Devices", _devices),
        ("System", _system),
        ("Weights", _weights),
        ("Places", _places),
    ):
        print(title)
        for name, found, good in _examined(examine):
            is_well = is_well and good
            print(f"  {'' if good else '!! '}{name}: {shown(found)}")
    print("Everything needed is here." if is_well else "What is marked with !! is broken.")
    return 0 if is_well else 1


def _examined(examine: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from examine()
    except Exception as error:  # noqa: BLE001 - a doctor that falls ill with the patient helps nobody
        yield "examination failed", f"{type(error).__name__}: {error}", False


def _program() -> Iterator[Finding]:
    from facerestore import __file__ as location

    yield "facerestore", __version__, True
    yield "installed in", os.path.dirname(location), True
    yield "Python", f"{platform.python_version()} ({sys.executable})", sys.version_info >= (3, 11)
    yield "platform", platform.platform(), True


def _packages() -> Iterator[Finding]:
    from importlib import metadata  # takes as long as all else that --help imports

    for name in _PACKAGES:
        try:
            yield name, metadata.version(name), True
        except metadata.PackageNotFoundError:
            yield name, "not installed", False


def _engine() -> Iterator[Finding]:
    """What runs the networks, and why."""
    from importlib import metadata

    for name in _ENGINES:
        try:
            yield name, metadata.version(name), True
        except metadata.PackageNotFoundError:
            yield name, "not installed", True
    from facerestore.inference.backend_choice import choose_backend
    from facerestore.values.errors import FaceRestoreError

    try:
        chosen = choose_backend()
        found, is_well = f"{chosen.backend.device_name}. {chosen.reason}", True
    except FaceRestoreError as error:
        found, is_well = str(error), False
    yield "networks run on", found, is_well


def _devices() -> Iterator[Finding]:
    from facerestore.inference.installed_engines import has_torch

    if not has_torch():
        yield "CPU threads", str(os.cpu_count()), True
        return
    import torch

    yield "CPU threads", str(torch.get_num_threads()), True
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            free, total = torch.cuda.mem_get_info(index)
            name = torch.cuda.get_device_name(index)
            yield f"cuda:{index}", f"{name}, {free >> 20} of {total >> 20} MB free", True
    else:
        yield "cuda", "not available", True
    yield "mps", "available" if torch.backends.mps.is_available() else "not available", True


def _system() -> Iterator[Finding]:
    import psutil

    memory = psutil.virtual_memory()
    yield "memory", f"{memory.available >> 20} of {memory.total >> 20} MB free", True
    yield "disk", f"{shutil.disk_usage(os.getcwd()).free >> 20} MB free here", True
    if sys.platform in ("win32", "darwin"):
        yield "display", "of the system", True
        return
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        yield name, os.environ.get(name) or "not set", True


def _weights() -> Iterator[Finding]:
    from facerestore.files.installed_weights import weights_folder
    from facerestore.inference.backends.onnx.exported import MANIFEST, exported_folder
    from facerestore.inference.installed_engines import has_torch

    yield "folder", str(weights_folder()), True
    if has_torch():
        yield from _installed_weights()
    if not has_torch() or (exported_folder() / MANIFEST).exists():
        yield from _exported_networks()


def _exported_networks() -> Iterator[Finding]:
    from facerestore.inference.backends.onnx.exported import exported_folder, verify_exported

    for file, is_whole, found in verify_exported(exported_folder()):
        yield file, found, is_whole


def _installed_weights() -> Iterator[Finding]:
    from facerestore.inference.backends.torch.networks import list_weights, own_task, verify_weights
    from facerestore.restoration.restorers import SEMANTIC

    verdicts = {file: (is_whole, found) for file, is_whole, found in verify_weights()}
    installed = list_weights()
    for weights in installed:
        is_whole, found = verdicts[weights.path.name]
        size = f"{weights.size_bytes / 1e6:.1f} MB"
        yield weights.name, f"{weights.task}, {size}, {weights.sha256}, {found}", is_whole
    # a folder of one's own may lack what measures; what restores must be there
    for task in set(SEMANTIC.networks) - {own_task(weights) for weights in installed}:
        yield task, "no network is installed for this task", False


def _places() -> Iterator[Finding]:
    for name, place in (("log", log_file()), ("settings", settings_folder())):
        yield name, f"{place}{'' if place.exists() else ' (not there yet)'}", True
