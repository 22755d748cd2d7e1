"""Photos a second of a batch, against what both stages alone allow, and the memory that it holds.

    python tests/performance/batch_speed.py [--photos 1 10 100] [--megapixels 0.07 12] [--networks none] [--engine ray]

Each photo is the sample portrait with other grain and a few scratches over the face. What both stages alone allow: how
many faces a second as many processes paint at the same time, each in one thread, if they do nothing else. Reading,
finding the face, putting together and writing are what a batch adds. ``--networks none`` takes ones that need no time,
for the engine itself and for soaks.
"""

import argparse
import itertools
import multiprocessing
import os
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import skimage.data

from facerestore.batch.crew import usable_cores
from facerestore.batch.crews import RayCluster
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.run import BatchOptions, run_batch
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import DEFAULT_FACTORY, WorkerSettings
from facerestore.values.alignment import Alignment, FaceCrop, cut_crop
from facerestore.values.face import Face
from facerestore.values.mask import Mask
from facerestore.values.passive_waiting import wait_passively
from facerestore.values.photo import Photo
from facerestore.values.request import LayoutRequest, TextureRequest

POINTS = np.array([[202, 100], [246, 98], [228, 123], [211, 144], [246, 142]], np.float64)
"""Of the face in ``skimage.data.astronaut()``."""
FAKE = "tests.support.fake_restorer:Astronaut"
ROUNDS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--megapixels", type=float, nargs="+", default=[0.07, 12.0])
    parser.add_argument("--workers", type=int, default=usable_cores())
    parser.add_argument("--networks", choices=("real", "none"), default="real")
    parser.add_argument("--engine", choices=("local", "ray"), default="local", help="ray: on this computer alone")
    arguments = parser.parse_args()
    cluster = RayCluster() if arguments.engine == "ray" else None
    os.environ["OMP_NUM_THREADS"] = "1"
    settings = WorkerSettings(DEFAULT_FACTORY if arguments.networks == "real" else FAKE)
    print("megapixels  photos  seconds  photos/s  of both stages alone  peak MiB, all processes")
    for megapixels in arguments.megapixels:
        allowed = faces_a_second(settings, megapixels, arguments.workers)
        for count in arguments.photos:
            seconds, peak = measured(settings, count, megapixels, arguments.workers, cluster)
            rate = count / seconds
            share = rate / allowed
            print(
                f"{megapixels:10.2f}  {count:6d}  {seconds:7.1f}  {rate:8.2f}  {share:20.0%}  {peak:23.0f}", flush=True
            )


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


def faces_a_second(settings: WorkerSettings, megapixels: float, workers: int) -> float:
    """What that many processes paint together, when each does both stages of one face after the other."""
    context = multiprocessing.get_context("spawn")
    begin = context.Barrier(workers + 1)
    ended = context.Queue()
    processes = [
        context.Process(target=paint, args=(settings, megapixels, begin, ended), daemon=True) for _ in range(workers)
    ]
    for process in processes:
        process.start()
    begin.wait()
    rates = [ended.get() for _ in processes]
    for process in processes:
        process.join()
    return float(sum(rates))


def paint(settings: WorkerSettings, megapixels: float, begin: Any, ended: Any) -> None:
    """The body of a process: its faces a second, for ROUNDS of them after the first."""
    wait_passively()
    backend = settings.make_backend()
    # both stages remember what they said of the last crop
    crops = itertools.cycle([face_crop(megapixels, seed) for seed in (1, 2)])

    def both() -> None:
        crop = next(crops)
        layout = backend.predict_layout(LayoutRequest(crop)).layout
        backend.generate_texture(TextureRequest(crop, layout), on_progress=lambda *told: None, cancel=threading.Event())

    both()
    begin.wait()
    began = time.perf_counter()
    for _ in range(ROUNDS):
        both()
    ended.put(ROUNDS / (time.perf_counter() - began))


def face_crop(megapixels: float, seed: int) -> FaceCrop:
    photo, mask = drawn(megapixels, seed)
    return cut_crop(photo, mask, Alignment.of_face(Face.from_points(POINTS * photo.extent.width / 512)))


def measured(
    settings: WorkerSettings, count: int, megapixels: float, workers: int, cluster: RayCluster | None
) -> tuple[float, float]:
    """Seconds of a whole batch, the start of its processes among them, and the peak of memory of all processes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        for number in range(count):
            photo, mask = drawn(megapixels, number)
            write_photo(photo, folder / f"{number:05d}.jpg" if megapixels > 1 else folder / f"{number:05d}.png")
            write_mask(mask, folder / f"{number:05d}_mask.png")
        request = BatchRequest(photos=folder, results=Path(place) / "out")
        items = planned(request)
        watch = Watch()
        began = time.perf_counter()
        ended = run_batch(request, items, settings, BatchOptions(workers=workers, cluster=cluster))
        seconds = time.perf_counter() - began
        assert not ended.report.failed, ended.report.failed
        return seconds, watch.end()


class Watch:
    """The largest memory of this process and all that it started, looked at ten times a second."""

    def __init__(self) -> None:
        self._own = psutil.Process()
        self._before = self._held()
        self._most = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> float:
        """MiB above what this process held before."""
        self._is_over.set()
        self._thread.join()
        return max(0, self._most - self._before) / 2**20

    def _look(self) -> None:
        while not self._is_over.wait(0.1):
            self._most = max(self._most, self._held())

    def _held(self) -> int:
        held = 0
        for process in (self._own, *self._own.children(recursive=True)):
            try:
                held += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return held


if __name__ == "__main__":
    main()
