"""What a restoration costs: time, parameters, memory."""

import math
import multiprocessing
import statistics
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open

from facerestore.inference.backends.torch.devices import choose_device
from facerestore.restoration.restorers import RESTORERS, Restorer
from facerestore_training.evaluation.installed import Case, InstalledRestorer, weights_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Costs:
    """Of one way to restore. ``seconds``: of a clock, for one picture, median without the first, which loads the
    networks; ``processor_seconds``: of all cores together. ``parameters``: of all networks that it needs.
    ``memory_mb``: by how much the peak of a process grows that loads it and restores one picture; ``graphics_mb``: the
    same on a graphics device, None without one."""

    seconds: float
    processor_seconds: float
    parameters: int
    memory_mb: float
    graphics_mb: float | None = None


def costs_of(ran: InstalledRestorer, case: Case, *, device: str, weights_dir: Path | None) -> Costs:
    """The costs of what has restored pictures before; its memory is measured on ``case`` by a process of its own."""
    memory, graphics = _grown_apart(ran.restorer.name, case, device, weights_dir)
    return Costs(
        seconds=_median(ran.seconds),
        processor_seconds=_median(ran.processor_seconds),
        parameters=parameter_count(ran.restorer, weights_dir),
        memory_mb=memory,
        graphics_mb=graphics,
    )


def parameter_count(restorer: Restorer, weights_dir: Path | None = None) -> int:
    """Of all networks that a way needs, by their files. Raises WeightsMissing, WeightsDamaged."""
    total = 0
    for entry in weights_of(restorer, weights_dir):
        with safe_open(entry.path, framework="pt") as stream:
            total += sum(math.prod(stream.get_slice(key).get_shape()) for key in stream.keys())  # noqa: SIM118
    return total


def _median(values: Sequence[float]) -> float:
    return statistics.median(values[1:] or values)


def _grown_apart(name: str, case: Case, device: str, weights_dir: Path | None) -> tuple[float, float | None]:
    # one that is forked from a server without threads need not import PyTorch again
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_grown, name, case, device, weights_dir).result()


def _grown(name: str, case: Case, device: str, weights_dir: Path | None) -> tuple[float, float | None]:
    """(MB by which this process's peak has grown, MB on the graphics device) after one restoration."""
    before = _peak_bytes()
    InstalledRestorer(RESTORERS[name], device=device, weights_dir=weights_dir).restored(case)
    is_graphics = choose_device(device).type == "cuda"
    graphics = torch.cuda.max_memory_allocated() / 2**20 if is_graphics else None
    return (_peak_bytes() - before) / 2**20, graphics


def _peak_bytes() -> int:
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
