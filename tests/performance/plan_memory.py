"""How much memory a batch's own process takes for each photo: planned, gone through, and noted.

    python tests/performance/plan_memory.py [--photos 20000] [--masks beside|apart]

Photos and masks have 4 x 4 pixels, and nothing is restored: a crew that does nothing says of each photo that it is
done. Each step in a process of its own; above it, what a batch of ten photos takes.
"""

import argparse
import gc
import multiprocessing
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np
import psutil

from facerestore.batch.attempt import Assignment, AttemptEnd, Restored
from facerestore.batch.engine import BatchRun, Folders
from facerestore.batch.ledger import Ledger
from facerestore.batch.plan import BatchRequest, planned
from facerestore.restoration.restorers import RESTORERS


class IdleCrew:
    """Says of each photo that it is restored."""

    size, notes = 2, ()

    def __init__(self):
        self._given = []

    @property
    def free(self):
        return self.size - len(self._given)

    def weights(self, tasks):
        return {}

    def give(self, number: int, assignment: Assignment) -> None:
        self._given.append((number, assignment.job.output))

    def ended(self, timeout_s: float) -> list[tuple[int, AttemptEnd]]:
        given, self._given = self._given, []
        return [(number, Restored(output, (), "0" * 64, 0.1)) for number, output in given]

    def listen_to(self, cancel):
        pass

    def close(self):
        pass


def make_folder(folder: Path, count: int, masks: Path) -> None:
    photos = folder / "photos"
    photos.mkdir()
    masks.mkdir(exist_ok=True)
    end = "_mask" if masks == photos else ""
    rng = np.random.default_rng(0)
    mask = cv2.imencode(".png", np.zeros((4, 4), np.uint8))[1].tobytes()
    for number in range(count):
        # each another one, else all would be taken for one photo that was renamed
        picture = cv2.imencode(".png", rng.integers(0, 256, (4, 4, 3), np.uint8))[1].tobytes()
        (photos / f"scan of a photograph {number:07}.png").write_bytes(picture)
        (masks / f"scan of a photograph {number:07}{end}.png").write_bytes(mask)


def measure(folder: Path, masks: Path, is_run: bool, answers) -> None:
    photos = folder / "photos"
    request = BatchRequest(
        photos=photos,
        results=folder / "out",
        masks=None if masks == photos else masks,
        restorers=(RESTORERS["telea"],),
    )
    began = time.process_time()
    items = planned(request)
    spent = time.process_time() - began
    gc.collect()
    kept = psutil.Process().memory_info().rss
    if is_run:
        began = time.process_time()
        request.results.mkdir(exist_ok=True)
        with Ledger.opened(request.results) as ledger:
            ledger.begin_run({})
            BatchRun(items, Folders(photos, request.results), ledger, IdleCrew()).run()
        spent = time.process_time() - began
        kept = psutil.Process().memory_info().rss
    answers.put((len(items), kept, spent))


def in_process(folder: Path, masks: Path, is_run: bool) -> tuple[int, int, float]:
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=measure, args=(folder, masks, is_run, answers))
    process.start()
    process.join()
    assert process.exitcode == 0, "the process says why"
    found = answers.get()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=20_000)
    parser.add_argument("--masks", choices=("beside", "apart"), default="apart")
    parsed = parser.parse_args()
    for is_run in (False, True):
        found = []
        for count in (10, parsed.photos):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                masks = folder / ("photos" if parsed.masks == "beside" else "masks")
                make_folder(folder, count, masks)
                found.append(in_process(folder, masks, is_run))
        (few, kept_few, _), (many, kept, spent) = found
        what = "planned and run" if is_run else "planned"
        each = (kept - kept_few) / (many - few)
        print(f"{what:16} {many} photos: {each:.0f} bytes a photo, {1000 * spent / many:.2f} ms of the processor each")


if __name__ == "__main__":
    main()
