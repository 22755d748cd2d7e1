"""The examination of an installation: what is there, what is broken, and what may become a nuisance. The command line
prints it, the window shows it; it also works where the rest does not.

What needs PyTorch, and what asks a driver, is imported inside functions that a process of their own calls: a broken
driver ends that one.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from facerestore import __version__
from facerestore.files.user_dirs import crash_folder, journal_folder, log_file, project_folder, settings_folder
from facerestore.jobs.examination_process import ExaminationProcess, ProcessEnded, ProcessSilent
from facerestore.values.translatable_text import TranslatableText

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

_LITTLE_MEMORY_MB: Final = 1_000
_LITTLE_ROOM_MB: Final = 500
_AGAIN: Final = "Install facerestore again."
_BROKEN_DRIVER: Final = "The driver of the graphics card may be broken: install another version of it."
_DRIVER_LIMIT_S: Final = 600.0
"""PyTorch alone takes minutes to be read from a slow disk."""
_PROBE_LIMIT_S: Final = 1500.0
"""A device is tried with limits of its own, which are shorter (``inference/probe_process``)."""
_ANOTHER_DEVICE: Final = "All works, more slowly. With a newer driver, try it again: facerestore doctor --probe."


class Verdict(StrEnum):
    """``ATTENTION``: all works, but something is scarce or missing that one may want."""

    GOOD = "good"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found of one thing, and what to do about it; ``advice`` is empty where all is well."""

    name: str
    found: str
    verdict: Verdict = Verdict.GOOD
    advice: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    title: str
    findings: tuple[Finding, ...]


Examine = Callable[[], Iterator[Finding]]


def examined() -> Iterator[Section]:
    """All that is looked at, in order; it takes seconds. The libraries that run networks are loaded by a process of
    their own."""
    with ExaminationProcess() as process:
        for title, examine, limit_s in (
            (TranslatableText("Program"), _program, None),
            (TranslatableText("Packages"), _packages, None),
            (TranslatableText("Engine"), _engine, _PROBE_LIMIT_S),
            (TranslatableText("Devices"), _devices, _DRIVER_LIMIT_S),
            (TranslatableText("System"), _system, None),
            (TranslatableText("Weights"), _weights, _DRIVER_LIMIT_S),
            (TranslatableText("File types"), _file_types, None),
            (TranslatableText("Languages"), _languages, None),
            (TranslatableText("Places"), _places, None),
        ):
            found = _findings(examine) if limit_s is None else _apart(process, examine, limit_s)
            yield Section(title=title, findings=tuple(found))


def verdict_of(sections: "tuple[Section, ...] | list[Section]") -> Verdict:
    """The worst of all."""
    found = {finding.verdict for section in sections for finding in section.findings}
    return next(one for one in (Verdict.BROKEN, Verdict.ATTENTION, Verdict.GOOD) if one in found or one is Verdict.GOOD)


def examined_now() -> list[Section]:
    """All of it at once, for a process of its own."""
    return list(examined())


def _apart(process: ExaminationProcess, examine: Examine, limit_s: float) -> Iterator[Finding]:
    name = TranslatableText("examination failed")
    try:
        yield from process.asked(partial(_findings, examine), limit_s)
    except ProcessEnded as ended:
        text = TranslatableText("the process that looked at this ended with {code}", code=ended.exit_code)
        yield _broken(name, text, _BROKEN_DRIVER)
    except ProcessSilent:
        text = TranslatableText(
            "the process that looked at this gave no answer within {seconds:.0f} s", seconds=limit_s
        )
        yield _broken(name, text, _BROKEN_DRIVER)


def _findings(examine: Examine) -> Iterator[Finding]:
    try:
        yield from examine()
    except Exception as error:  # noqa: BLE001 - a doctor that falls ill with the patient helps nobody
        yield _broken(TranslatableText("examination failed"), f"{type(error).__name__}: {error}", _AGAIN)


def _good(name: str, found: str) -> Finding:
    return Finding(name=name, found=found)


def _broken(name: str, found: str, advice: str) -> Finding:
    return Finding(name=name, found=found, verdict=Verdict.BROKEN, advice=advice)


def _scarce(name: str, found: str, advice: str, *, is_scarce: bool) -> Finding:
    if not is_scarce:
        return _good(name, found)
    return Finding(name=name, found=found, verdict=Verdict.ATTENTION, advice=advice)


def _program() -> Iterator[Finding]:
    from facerestore import __file__ as location

    yield _good("facerestore", __version__)
    yield _good(TranslatableText("installed in"), os.path.dirname(location))
    yield _good("Python", f"{platform.python_version()} ({sys.executable})")
    yield _good(TranslatableText("platform"), platform.platform())


def _packages() -> Iterator[Finding]:
    from importlib import metadata  # takes as long as all else that --help imports

    for name in _PACKAGES:
        try:
            yield _good(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield _broken(name, TranslatableText("not installed"), _AGAIN)


def _engine() -> Iterator[Finding]:
    """What runs the networks, and why."""
    from importlib import metadata

    for name in _ENGINES:
        try:
            yield _good(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield _good(name, TranslatableText("not installed"))
    from facerestore.inference.backend_choice import choose_backend
    from facerestore.values.errors import FaceRestoreError

    name = TranslatableText("networks run on")
    try:
        chosen = choose_backend()
        found = TranslatableText("{device}. {reason}", device=chosen.backend.device_name, reason=chosen.reason)
        yield _scarce(name, found, _ANOTHER_DEVICE, is_scarce=chosen.is_instead)
    except FaceRestoreError as error:
        yield _broken(name, error.sentence, error.advice)


def _devices() -> Iterator[Finding]:
    from facerestore.inference.installed_engines import has_torch

    threads = TranslatableText("CPU threads")
    if not has_torch():
        yield _good(threads, str(os.cpu_count()))
        return
    import torch

    yield _good(threads, str(torch.get_num_threads()))
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            free, total = torch.cuda.mem_get_info(index)
            name = torch.cuda.get_device_name(index)
            yield _good(f"cuda:{index}", f"{name}, {free >> 20} of {total >> 20} MB free")
    else:
        yield _good("cuda", TranslatableText("not available"))
    has_mps = torch.backends.mps.is_available()
    yield _good("mps", TranslatableText("available") if has_mps else TranslatableText("not available"))


def _system() -> Iterator[Finding]:
    import psutil

    memory = psutil.virtual_memory()
    free_mb = memory.available >> 20
    yield _scarce(
        TranslatableText("memory"),
        TranslatableText("{free} of {total} MB free", free=free_mb, total=memory.total >> 20),
        "Close other programs before you restore large photos.",
        is_scarce=free_mb < _LITTLE_MEMORY_MB,
    )
    here = Path.cwd()
    yield _good(
        TranslatableText("room in this folder"),
        TranslatableText("{place}, {free} MB free", place=str(here), free=shutil.disk_usage(here).free >> 20),
    )
    if sys.platform in ("win32", "darwin"):
        yield _good(TranslatableText("display"), TranslatableText("of the system"))
        return
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        yield _good(name, os.environ.get(name) or TranslatableText("not set"))


def _weights() -> Iterator[Finding]:
    from facerestore.files.installed_weights import set_of, weights_folder
    from facerestore.inference.backends.onnx.exported import MANIFEST, exported_folder
    from facerestore.inference.installed_engines import has_torch

    yield _good(TranslatableText("folder of networks"), str(weights_folder()))
    name = set_of(weights_folder())
    if name is not None:
        yield _good(TranslatableText("set of weights"), TranslatableText("{name}, for paid work too", name=name))
    if has_torch():
        yield from _installed_weights()
    if not has_torch() or (exported_folder() / MANIFEST).exists():
        yield from _exported_networks()


def _exported_networks() -> Iterator[Finding]:
    from facerestore.inference.backends.onnx.exported import exported_folder, verify_exported

    for file, is_whole, found in verify_exported(exported_folder()):
        yield _good(file, found) if is_whole else _broken(file, found, _AGAIN)


def _installed_weights() -> Iterator[Finding]:
    from facerestore.files.installed_weights import lacking_tasks
    from facerestore.inference.backends.torch.networks import list_weights, own_task, verify_weights
    from facerestore.restoration.restorers import SEMANTIC

    verdicts = {file: (is_whole, found) for file, is_whole, found in verify_weights()}
    installed = list_weights()
    for weights in installed:
        is_whole, found = verdicts[weights.path.name]
        text = f"{weights.task}, {weights.size_bytes / 1e6:.1f} MB, {weights.sha256}, {found}"
        yield _good(weights.name, text) if is_whole else _broken(weights.name, text, _AGAIN)
    # a folder of one's own may lack what measures; what restores must be there
    lacking = lacking_tasks()
    for task in SEMANTIC.networks:
        if task in lacking:
            yield _good(task, TranslatableText("not part of this set: faces are not painted by networks"))
    for task in set(SEMANTIC.networks) - {own_task(weights) for weights in installed} - lacking:
        yield _broken(task, TranslatableText("no network is installed for this task"), _AGAIN)


def _file_types() -> Iterator[Finding]:
    """A small picture is written and read in each format that results have."""
    import numpy as np

    from facerestore.files.reading import read_photo
    from facerestore.files.writing import FORMATS_BY_SUFFIX, write_photo
    from facerestore.values.errors import FaceRestoreError
    from facerestore.values.photo import Photo

    suffixes = {format_: suffix for suffix, format_ in FORMATS_BY_SUFFIX.items()}
    with tempfile.TemporaryDirectory(prefix="facerestore-check-") as folder:
        for name, suffix in suffixes.items():
            path = Path(folder) / f"check{suffix}"
            try:
                write_photo(Photo(np.full((8, 8, 3), 127, np.uint8)), path)
                is_read = read_photo(path).extent.height == 8
            except FaceRestoreError as error:
                yield _broken(str(name), error.sentence, _AGAIN)
                continue
            if is_read:
                yield _good(str(name), TranslatableText("can be read and written"))
            else:
                yield _broken(str(name), TranslatableText("is read as another picture"), _AGAIN)


def _languages() -> Iterator[Finding]:
    from facerestore_resources.translations import LANGUAGES, translation_file

    for language, title in LANGUAGES.items():
        if translation_file(language).is_file():
            yield _good(title, TranslatableText("the window has its words"))
        else:
            yield _broken(title, TranslatableText("the words of the window are missing"), _AGAIN)
    lister = shutil.which("fc-list")
    if sys.platform in ("win32", "darwin") or lister is None:
        return
    listed = subprocess.run([lister, ":lang=zh"], capture_output=True, check=False, timeout=30).stdout
    yield _scarce(
        TranslatableText("Chinese letters"),
        TranslatableText("a font has them") if listed.strip() else TranslatableText("no font has them"),
        "Install a font such as Noto Sans CJK to read Chinese.",
        is_scarce=not listed.strip(),
    )


def _places() -> Iterator[Finding]:
    yield _good(TranslatableText("log"), str(log_file()))
    for name, place in (
        (TranslatableText("folder of settings"), settings_folder()),
        (TranslatableText("folder of the log"), log_file().parent),
        (TranslatableText("folder of unsaved work"), journal_folder()),
        (TranslatableText("folder of projects"), project_folder()),
        (TranslatableText("folder of crash reports"), crash_folder()),
    ):
        yield _room(name, place)


def _room(name: str, place: Path) -> Finding:
    """Whether a folder can be written to, and how much room there is; of one that is not there yet, where it would
    be."""
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
        text = TranslatableText("{place} cannot be written to", place=str(place))
        return _broken(name, text, "Give yourself the right to write there.")
    free_mb = shutil.disk_usage(there).free >> 20
    return _scarce(
        name,
        TranslatableText("{place}, {free} MB free", place=str(place), free=free_mb),
        "Free some room on this disk: what is not saved yet is kept there.",
        is_scarce=free_mb < _LITTLE_ROOM_MB,
    )
