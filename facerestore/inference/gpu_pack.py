"""The pack for a graphics card, in the program's own folder of data: installed, tried, removed, and put before the
program's own packages where networks are run. The installation itself is never touched."""

import importlib
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from facerestore.files.gpu_pack_file import INSTALLED, installed_packages, pinned_wheels, refuse_small_disk, unpack
from facerestore.files.user_dirs import gpu_pack_folder
from facerestore.inference.device_probe import Probed
from facerestore.inference.installed_engines import has_torch
from facerestore.inference.probe_memory import forget
from facerestore.inference.probe_process import ProbeTarget, probe_in_process
from facerestore.values.errors import PackRefused, UsageError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.translatable_text import TranslatableText

_TRIED: Final = "being-tried"
_FACTORY: Final = "facerestore.inference.backend_choice:backend_to_try"
DEVICE: Final = "cuda by onnxruntime"


def install(
    pack: Path,
    *,
    probe: Callable[[ProbeTarget], Probed] = probe_in_process,
    wheels: Path | None = None,
    on_progress: OnProgress = no_progress,
) -> tuple[str, ...]:
    """The packages of a pack, in use from the next start on. They take the place of an older pack, once both stages ran
    on the card with them; otherwise everything is as it was.

    Raises PackRefused; UsageError where PyTorch is installed, which has its own way to the card.
    """
    if has_torch():
        raise UsageError(
            "PyTorch is installed, which brings its own libraries for the graphics card.",
            advice="A pack is for the program that was installed as a package, without PyTorch.",
        )
    folder = gpu_pack_folder()
    folder.mkdir(parents=True, exist_ok=True)
    refuse_small_disk(pack, folder)
    tried = folder / _TRIED
    shutil.rmtree(tried, ignore_errors=True)
    tried.mkdir()
    try:
        packages = unpack(pack, tried, pinned_wheels(wheels), on_progress=on_progress)
        on_progress("trying", 0, 0)
        found = probe(ProbeTarget(device=DEVICE, factory=_FACTORY, packages=tried))
        if found.problem:
            raise PackRefused(
                pack,
                TranslatableText("It was tried on the graphics card: {problem}.", problem=found.problem.rstrip(".")),
                advice="Nothing was changed. Look for a newer driver of the card, or go on with the processor.",
            )
        _put_in_place(tried, folder / INSTALLED)
    finally:
        shutil.rmtree(tried, ignore_errors=True)
    forget()
    return packages


def remove() -> bool:
    """Whether there was a pack. The networks run on the processor from the next start on."""
    folder = gpu_pack_folder() / INSTALLED
    if not folder.exists():
        return False
    gone = folder.with_name(_TRIED)
    shutil.rmtree(gone, ignore_errors=True)
    os.replace(folder, gone)  # at once: half a pack would be found and fail
    shutil.rmtree(gone, ignore_errors=True)
    forget()
    return True


def use_pack(packages: Path | None = None) -> None:
    """Have the libraries of the pack found before the program's own, in this process: those of ``packages``, or of the
    one that is installed. Does nothing where PyTorch runs the networks, or a library is loaded already."""
    place = packages or (None if has_torch() else installed_packages())
    if place is None or "onnxruntime" in sys.modules or str(place) in sys.path:
        return
    sys.path.insert(0, str(place))
    importlib.invalidate_caches()


def _put_in_place(new: Path, place: Path) -> None:
    """A folder in the place of another one, which is there again if that fails."""
    before = place.with_name("before")
    shutil.rmtree(before, ignore_errors=True)
    with suppress(FileNotFoundError):
        os.replace(place, before)
    try:
        os.replace(new, place)
    except OSError:
        with suppress(FileNotFoundError):
            os.replace(before, place)
        raise
    shutil.rmtree(before, ignore_errors=True)
