"""Whether a long batch holds ever more memory: that of the program and of its workers, over time.

    python tests/performance/soak.py [--photos 2000] [--workers 2] [--engine ray] [--networks real]

Small photos, and networks that need no time, so that what is kept by mistake for each photo shows soon. After the first
fifth, in which libraries and caches fill, the program may grow by GROWTH_KIB_A_PHOTO for each photo, which is what it
knows of each until the report is written, and no worker by more than WORKER_GROWTH_MIB. Ends with exit code 1 where one
does.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import psutil
from batch_speed import FAKE, drawn

from facerestore.batch.crew import usable_cores
from facerestore.batch.crews import RayCluster
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.run import BatchOptions, run_batch
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import DEFAULT_FACTORY, WorkerSettings

GROWTH_KIB_A_PHOTO = 4
WORKER_GROWTH_MIB = 32
LOOKS = 20
DIFFERENT = 25
"""So many photos are drawn; the rest are links to them."""
MEGAPIXELS = 0.07


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=usable_cores())
    parser.add_argument("--engine", choices=("local", "ray"), default="local")
    parser.add_argument("--networks", choices=("real", "none"), default="none")
    arguments = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    # the workers of a cluster are started by it, and find what is named here
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    settings = WorkerSettings(DEFAULT_FACTORY if arguments.networks == "real" else FAKE)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        put_photos(folder, arguments.photos)
        request = BatchRequest(photos=folder, results=Path(place) / "out")
        options = BatchOptions(workers=arguments.workers, cluster=RayCluster() if arguments.engine == "ray" else None)
        memory = Memory(every=max(1, arguments.photos // LOOKS))
        ended = run_batch(request, planned(request), settings, options, on_outcome=memory.on_outcome)
        assert not ended.report.failed, ended.report.failed[0].message
    raise SystemExit(memory.verdict(arguments.photos))


def put_photos(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        photo, mask = folder / f"{number:05d}.png", folder / f"{number:05d}_mask.png"
        if number < DIFFERENT:
            pixels, scratches = drawn(MEGAPIXELS, number)
            write_photo(pixels, photo)
            write_mask(scratches, mask)
        else:
            first = folder / f"{number % DIFFERENT:05d}.png"
            os.link(first, photo)
            os.link(first.with_name(f"{first.stem}_mask.png"), mask)


class Memory:
    """What the program and its workers hold, looked at after every so many photos; a line for each look."""

    def __init__(self, *, every: int) -> None:
        self._every, self._began = every, time.perf_counter()
        self._own = psutil.Process()
        self._done = 0
        self._held: dict[str, list[tuple[int, float]]] = defaultdict(list)
        print("photos  seconds  program MiB  workers MiB", flush=True)

    def on_outcome(self, *told: object) -> None:
        self._done += 1
        if self._done % self._every:
            return
        workers = {}
        for process in self._own.children(recursive=True):
            try:
                if is_worker(process):
                    workers[f"worker {process.pid}"] = resident_mib(process)
            except psutil.NoSuchProcess:
                continue
        own = resident_mib(self._own)
        for name, held in {"program": own, **workers}.items():
            self._held[name].append((self._done, held))
        seconds = time.perf_counter() - self._began
        said = ", ".join(f"{held:.0f}" for held in workers.values())
        print(f"{self._done:6}  {seconds:7.0f}  {own:11.1f}  {said}", flush=True)

    def verdict(self, photos: int) -> int:
        """Says by how much each grew after the first fifth; 1 where that is too much."""
        is_good = True
        for name, looks in self._held.items():
            settled = [(done, held) for done, held in looks if done > photos / 5]
            if len(settled) < 4:
                continue
            third = max(1, len(settled) // 3)
            first, last = settled[:third], settled[-third:]
            grown = statistics.median(held for _, held in last) - statistics.median(held for _, held in first)
            between = statistics.median(done for done, _ in last) - statistics.median(done for done, _ in first)
            is_program = name == "program"
            most = between * GROWTH_KIB_A_PHOTO / 1024 if is_program else WORKER_GROWTH_MIB
            is_good &= grown <= most
            each = f", {grown * 1024 / between:.1f} KiB a photo" if is_program else ""
            print(f"{name}: {grown:+.1f} MiB over {between:.0f} photos{each}; {most:.0f} MiB are allowed")
        return 0 if is_good else 1


def is_worker(process: psutil.Process) -> bool:
    """Of a process of this program's, or Ray's; not what else Ray starts."""
    words = process.cmdline()
    return any("spawn_main" in word or word.startswith("ray::RayWorker") for word in words)


def resident_mib(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20


if __name__ == "__main__":
    main()
