"""How long the journal holds up the window on a 100-megapixel scan: per stroke, and for whole-mask edits.

    python tests/performance/journal_speed.py

A stroke is 60 pieces of a 60-pixel brush, written as one record when it ends. Times are of the calling thread's
processor, so that a busy machine does not count; the longest that a stroke took by the clock is told beside them.
"""

import tempfile
import time
from pathlib import Path

import numpy as np

from facerestore.documents.journal import Journal
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.journal_records import record_of_command
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.editing.commands import MaskEdit
from facerestore.editing.history import History
from facerestore.editing.painting import PixelDiff, paint_stroke
from facerestore.editing.project import Project
from facerestore.values.photo import Photo

WIDTH, HEIGHT = 12_000, 8_400


def main() -> None:
    project = Project(Photo(np.zeros((HEIGHT, WIDTH), np.uint8), path=Path("photo.png")))
    history = History(project)
    generator = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        began = time.thread_time()
        journal = Journal.begin(Path(folder), SavedProject(Original.of(project.photo, "0" * 64), project.coverage))
        print(f"begin, empty mask: {1e3 * (time.thread_time() - began):.1f} ms")
        strokes = [_stroke(project, history, journal, generator) for _ in range(100)]
        cpu, clock = np.array(strokes).T * 1e3
        print(f"stroke: median {np.median(cpu):.2f} ms, most {cpu.max():.2f} ms")
        print(f"        by the clock {np.median(clock):.2f} ms, most {clock.max():.2f} ms")
        undone = []
        for _ in range(50):
            command = history.undoable
            history.undo()
            began = time.thread_time()
            journal.write(record_of_command(command, project, -1))
            undone.append(time.thread_time() - began)
        print(f"stroke undone: median {1e3 * np.median(undone):.2f} ms, most {1e3 * max(undone):.2f} ms")
        inverted = []
        for _ in range(6):
            command = MaskEdit("invert", (PixelDiff.of_all(project.photo.extent.box, 255),))
            history.do(command)
            began = time.thread_time()
            journal.write(record_of_command(command, project, -1))
            inverted.append(time.thread_time() - began)
        print(f"mask inverted: median {1e3 * np.median(inverted):.1f} ms, most {1e3 * max(inverted):.1f} ms")
        began = time.perf_counter()
        journal.wait()
        print(f"base made elsewhere: {time.perf_counter() - began:.2f} s")
        began = time.perf_counter()
        journal.close()
        recovered = read_journal(journal.folder).project
        print(f"recovered in {time.perf_counter() - began:.2f} s")
        assert (recovered.coverage == project.coverage).all()
        began = time.thread_time()
        Journal.begin(Path(folder), recovered).close()
        print(f"begin with that mask: {1e3 * (time.thread_time() - began):.0f} ms")


def _stroke(
    project: Project, history: History, journal: Journal, generator: np.random.Generator
) -> tuple[float, float]:
    """Seconds that the journal took, of the processor and by the clock."""
    place, direction = generator.uniform((1000, 1000), (WIDTH - 1000, HEIGHT - 1000)), generator.normal(0, 20, 2)
    gesture = int(generator.integers(1, 2**31))
    patches: list[PixelDiff] = []
    for _ in range(60):
        ahead = place + direction + generator.normal(0, 5, 2)
        patch = paint_stroke(project.coverage, np.stack([place, ahead]), 30, 255)
        place = ahead
        if patch is not None:
            history.do(MaskEdit("brush", (patch,), gesture))
            patches.append(patch)
    began, clock = time.thread_time(), time.perf_counter()
    journal.write(record_of_command(MaskEdit("brush", tuple(patches)), project, -1))
    journal.sync()
    return time.thread_time() - began, time.perf_counter() - clock


if __name__ == "__main__":
    main()
