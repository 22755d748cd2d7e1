"""Photos a second of a batch, against what both stages and a photo's own work allow, and the memory that it holds.

    python tests/performance/batch_speed.py [--photos 1 10 100 1000] [--megapixels 0.0655 12] [--networks none]

Each photo is the sample portrait with other grain and a few scratches over the face; up to a megapixel a PNG, larger
ones JPEG. What is compared, all in the same run, and each process with one thread for its networks:

- *stages*: as many processes as the batch has paint faces at the same time, and do nothing else;
- *alone*: one process does whole photos one after the other, from reading to the hash of the result, as a worker of a
  batch does each. What it leaves out is what a batch adds: start, plan, ledger, fingerprints, report, and waiting;
- *batch*: a whole batch, with its start and its report.

Seconds and photos a second are by the clock. The rest is by processor time, so that it holds beside other programs:
seconds of it for each photo, those of all processes together, and what share of the batch's the stages and a photo
alone are. *waiting* is the share of the workers' time in which none of their threads worked or was ready to, for want
of a job or for the disk (Linux only). On cores of its own a batch has a throughput of workers * (1 - waiting) /
processor time; the last column is this as a share of what a photo alone allows on as many cores.

``--networks none`` takes networks that need no time, for the engine itself; ``--engine ray`` a cluster of this computer
alone, whose processor time is not seen.
"""

import argparse
import itertools
import multiprocessing
import os
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import skimage.data

from facerestore.batch.attempt import Assignment
from facerestore.batch.crew import usable_cores
from facerestore.batch.crews import RayCluster
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.run import BatchOptions, run_batch
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import DEFAULT_FACTORY, WorkerSettings
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import Alignment, FaceCrop, cut_crop
from facerestore.values.cancellation import NEVER
from facerestore.values.face import Face
from facerestore.values.mask import Mask
from facerestore.values.passive_waiting import wait_passively
from facerestore.values.photo import Photo
from facerestore.values.request import LayoutRequest, TextureRequest

POINTS = np.array([[202, 100], [246, 98], [228, 123], [211, 144], [246, 142]], np.float64)
"""Of the face in ``skimage.data.astronaut()``."""
FAKE = "tests.support.fake_restorer:Astronaut"
ROUNDS = 12
ALONE_SMALL, ALONE_LARGE = 10, 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--megapixels", type=float, nargs="+", default=[0.0655, 12.0])
    parser.add_argument("--workers", type=int, default=usable_cores())
    parser.add_argument("--networks", choices=("real", "none"), default="real")
    parser.add_argument("--engine", choices=("local", "ray"), default="local", help="ray: on this computer alone")
    arguments = parser.parse_args()
    cluster = RayCluster() if arguments.engine == "ray" else None
    os.environ["OMP_NUM_THREADS"] = "1"
    settings = WorkerSettings(DEFAULT_FACTORY if arguments.networks == "real" else FAKE)
    print(
        " megapixels  photos  seconds  photos/s | batch  alone  stages | stages alone | waiting throughput | peak MiB"
    )
    for megapixels in arguments.megapixels:
        stages_s, allowed = both_stages(settings, megapixels, arguments.workers)
        alone_s = photo_alone(settings, megapixels)
        print(f"{megapixels:11.4g}  by the clock both stages alone do {allowed:.2f} a second")
        for count in arguments.photos:
            one = measured(settings, count, megapixels, arguments.workers, cluster)
            share = alone_s / one.processor_s
            rate = f"{megapixels:11.4g}  {count:6d}  {one.seconds:7.1f}  {count / one.seconds:8.2f}"
            seconds = f"{one.processor_s:5.2f}  {alone_s:5.2f}  {stages_s:6.2f}"
            shares = f"{stages_s / one.processor_s:6.0%}  {share:4.0%}"
            quiet = f"{one.waiting:7.1%} {share * (1 - one.waiting):10.0%}"
            print(f"{rate} | {seconds} | {shares} | {quiet} | {one.peak_mib:8.0f}", flush=True)


def drawn(megapixels: float, seed: int) -> tuple[Photo, Mask]:
    generator = np.random.default_rng(seed)
    side = round(np.sqrt(megapixels * 1e6))
    pixels = cv2.resize(skimage.data.astronaut(), (side, side), interpolation=cv2.INTER_AREA)
    grain = generator.integers(-6, 7, (side, side, 1), np.int8)
    mask = np.zeros((side, side), np.uint8)
    scale = side / 512
    for _ in range(4):
        start, end = generator.uniform((190, 80), (260, 160), (2, 2)) * scale
        width = max(1, round(3 * scale))
        cv2.line(mask, tuple(map(round, start.tolist())), tuple(map(round, end.tolist())), 255, width)
    return Photo(np.clip(pixels.astype(np.int16) + grain, 0, 255).astype(np.uint8)), Mask(mask)


def both_stages(settings: WorkerSettings, megapixels: float, workers: int) -> tuple[float, float]:
    """(processor time of one face, faces a second) of that many processes, when each does both stages of one face after
    the other."""
    context = multiprocessing.get_context("spawn")
    begin = context.Barrier(workers)
    ended = context.Queue()
    processes = [
        context.Process(target=paint, args=(settings, megapixels, begin, ended), daemon=True) for _ in range(workers)
    ]
    for process in processes:
        process.start()
    each = [ended.get() for _ in processes]
    for process in processes:
        process.join()
    return sum(one[0] for one in each) / workers, sum(one[1] for one in each)


def paint(settings: WorkerSettings, megapixels: float, begin: Any, ended: Any) -> None:
    """The body of a process: processor time of a face, and its faces a second, for ROUNDS of them after the first."""
    wait_passively()
    cv2.setNumThreads(1)
    backend = settings.make_backend()
    # both stages remember what they said of the last crop
    crops = itertools.cycle([face_crop(megapixels, seed) for seed in (1, 2)])

    def both() -> None:
        crop = next(crops)
        layout = backend.predict_layout(LayoutRequest(crop)).layout
        backend.generate_texture(TextureRequest(crop, layout), on_progress=lambda *told: None, cancel=threading.Event())

    both()
    begin.wait()
    began_s, began = time.process_time(), time.perf_counter()
    for _ in range(ROUNDS):
        both()
    ended.put(((time.process_time() - began_s) / ROUNDS, ROUNDS / (time.perf_counter() - began)))


def photo_alone(settings: WorkerSettings, megapixels: float) -> float:
    """Processor time of a photo in a process that does one after the other, the first not counted."""
    context = multiprocessing.get_context("spawn")
    ended = context.Queue()
    process = context.Process(target=restore, args=(settings, megapixels, ended), daemon=True)
    process.start()
    seconds = float(ended.get())
    process.join()
    return seconds


def restore(settings: WorkerSettings, megapixels: float, ended: Any) -> None:
    """The body of that process."""
    wait_passively()
    cv2.setNumThreads(1)
    count = 1 + (ALONE_LARGE if megapixels > 1 else ALONE_SMALL)
    networks = LocalNetworks(make=lambda device: settings.make_backend(), device=settings.device)
    with tempfile.TemporaryDirectory() as place:
        items = planned(put_photos(Path(place), count, megapixels))
        began_s = 0.0
        for number, item in enumerate(items):
            if number == 1:
                began_s = time.process_time()
            assert item.job is not None
            Assignment(item.job, (Path(place) / "pictures", item.photo.stem)).done(networks, NEVER)
        ended.put((time.process_time() - began_s) / (count - 1))


def face_crop(megapixels: float, seed: int) -> FaceCrop:
    photo, mask = drawn(megapixels, seed)
    return cut_crop(photo, mask, Alignment.of_face(Face.from_points(POINTS * photo.extent.width / 512)))


def put_photos(place: Path, count: int, megapixels: float) -> BatchRequest:
    folder = place / "in"
    folder.mkdir()
    for number in range(count):
        photo, mask = drawn(megapixels, number)
        write_photo(photo, folder / f"{number:05d}.jpg" if megapixels > 1 else folder / f"{number:05d}.png")
        write_mask(mask, folder / f"{number:05d}_mask.png")
    return BatchRequest(photos=folder, results=place / "out")


@dataclass(frozen=True)
class Measured:
    """A whole batch, the start of its processes among it: seconds by the clock, processor time of all processes for
    each photo, the share of a worker's time in which it waits, and the peak of memory above what this process held."""

    seconds: float
    processor_s: float
    waiting: float
    peak_mib: float


def measured(
    settings: WorkerSettings, count: int, megapixels: float, workers: int, cluster: RayCluster | None
) -> Measured:
    with tempfile.TemporaryDirectory() as place:
        request = put_photos(Path(place), count, megapixels)
        watch = Watch()
        began_s, began = processor_s(), time.perf_counter()
        items = planned(request)
        ended = run_batch(request, items, settings, BatchOptions(workers=workers, cluster=cluster))
        seconds, spent_s = time.perf_counter() - began, processor_s() - began_s
        assert not ended.report.failed, ended.report.failed
        peak_mib = watch.end()
        return Measured(seconds, (spent_s - watch.own_s) / count, watch.waiting, peak_mib)


def processor_s() -> float:
    """Processor time of this process and of all that it started and that have ended; not of a cluster's."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


class Watch:
    """The largest memory of this process and all that it started, and how long its workers waited, looked at ten times
    a second. ``own_s``: the processor time that looking took."""

    def __init__(self) -> None:
        self._own = psutil.Process()
        self._before = self._held()
        self._most = 0
        self.own_s = 0.0
        self._ready_ns: dict[int, dict[str, int]] = {}
        """By worker and thread: how long it has worked, or was ready to and waited for a core."""
        self._workers: dict[int, bool] = {}
        self._lived_s = self._busy_s = 0.0
        self._looked_s = time.perf_counter()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> float:
        """MiB above what this process held before."""
        self._is_over.set()
        self._thread.join()
        return max(0, self._most - self._before) / 2**20

    @property
    def waiting(self) -> float:
        return 1 - self._busy_s / self._lived_s if self._lived_s else 0.0

    def _look(self) -> None:
        while not self._is_over.wait(0.1):
            self._most = max(self._most, self._held())
            self._look_at_workers()
        self.own_s = time.thread_time()

    def _held(self) -> int:
        held = 0
        for process in (self._own, *self._own.children(recursive=True)):
            try:
                held += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return held

    def _look_at_workers(self) -> None:
        now_s = time.perf_counter()
        past_s, self._looked_s = now_s - self._looked_s, now_s
        for process in self._own.children():
            if not self._is_worker(process):
                continue
            ready = threads_ready_ns(process.pid)
            before = self._ready_ns.get(process.pid)
            if ready and before is not None:
                grown_s = sum(ns - before.get(thread, 0) for thread, ns in ready.items()) / 1e9
                self._lived_s += past_s
                self._busy_s += min(past_s, max(0.0, grown_s))
            self._ready_ns[process.pid] = ready

    def _is_worker(self, process: psutil.Process) -> bool:
        """Not the one that looks after what processes share."""
        known = self._workers.get(process.pid)
        if known is None:
            with suppress(psutil.Error):
                known = self._workers[process.pid] = any("spawn_main" in word for word in process.cmdline())
        return known or False


def threads_ready_ns(pid: int) -> dict[str, int]:
    """By thread, nanoseconds on a processor and waiting for one; empty where the system does not tell. Source: Linux,
    scheduler/sched-stats, "/proc/<pid>/schedstat"."""
    found = {}
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError, ValueError):
            on_processor, ready, _ = path.read_text().split()
            found[path.parent.name] = int(on_processor) + int(ready)
    return found


if __name__ == "__main__":
    main()
