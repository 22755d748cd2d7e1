"""Seconds and memory of a retoucher's way through one large scan: open, look round, generate, look round, save the
picture, save the project, open that again.

    python tests/performance/scan_speed.py [--size 8000x10000] [--kind rgb16] [--share 0.1]

The real window, offscreen unless QT_QPA_PLATFORM says otherwise; the worker is real too, its networks are not. Of each
step: by the clock, in processor time of the window's process, of its own thread alone, and of the worker; and the most
memory that both processes hold together, in copies of the photo, with how much of that each of them holds then. What
they share, libraries and pictures, is counted once (PSS), where Linux says so.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import cv2
import numpy as np
import tifffile
from candidate_speed import scan
from canvas_speed import Bench, percentile
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.window.main_window import MainWindow

_PAN_PX = 40
"""How far the hand moves from one event to the next."""
_TICKS = os.sysconf("SC_CLK_TCK")


class Usage(threading.Thread):
    """Looks twenty times a second at the memory of this process and its children, on Linux. ``peak_mib``: of the
    window, of the worker, when both together held most. What is shared is told apart only when there is more than
    before: looking through all pages takes the processor time that is measured."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak_mib = (0.0, 0.0)
        self._most_pages = 0

    def begin(self) -> None:
        self.peak_mib, self._most_pages = (0.0, 0.0), 0

    def run(self) -> None:
        while True:
            processes = (os.getpid(), *_children())
            pages = sum(map(_pages, processes))
            if pages > 1.01 * self._most_pages:
                self._most_pages = pages
                now = _held_mib(processes[0]), sum(map(_held_mib, processes[1:]))
                self.peak_mib = max(self.peak_mib, now, key=sum)
            time.sleep(0.05)


def _children() -> list[int]:
    tasks = Path("/proc/self/task").glob("*/children")
    return [int(child) for task in tasks for child in _text(task).split()]


def _pages(process: int) -> int:
    """In memory, of what it shares all."""
    return sum(map(int, _text(Path(f"/proc/{process}/statm")).split()[1:2]))


def _held_mib(process: int) -> float:
    """Memory that a process holds, of what it shares its part."""
    lines = _text(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 2**10


def _children_cpu_s() -> float:
    fields = (_text(Path(f"/proc/{child}/stat")).rpartition(")")[2].split() for child in _children())
    return sum(sum(map(int, one[11:13])) for one in fields if one) / _TICKS


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


class Steps:
    """Times each step. ``photo_mib``: of the photo's samples."""

    def __init__(self, photo_mib: float, usage: Usage) -> None:
        self._photo_mib, self._usage = photo_mib, usage

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        before = time.perf_counter(), time.process_time(), time.thread_time(), _children_cpu_s()
        self._usage.begin()
        yield
        after = time.perf_counter(), time.process_time(), time.thread_time(), _children_cpu_s()
        wall, own, thread, worker = (round(end - start, 2) for start, end in zip(before, after, strict=True))
        of_window, of_worker = self._usage.peak_mib
        copies = round((of_window + of_worker) / self._photo_mib, 2)
        figures = {"seconds": wall, "cpu_s": own, "thread_cpu_s": thread, "worker_cpu_s": worker, "copies": copies}
        figures |= {"window_mib": round(of_window), "worker_mib": round(of_worker)}
        print(json.dumps({"what": name} | figures), flush=True)


def tell_times(name: str, times: list[tuple[float, float]]) -> None:
    walls, cpus = zip(*times, strict=True)
    figures = {"p50_ms": percentile(walls, 0.5), "p95_ms": percentile(walls, 0.95), "max_ms": max(walls)}
    figures |= {"cpu_p95_ms": percentile(cpus, 0.95), "cpu_max_ms": max(cpus)}
    print(json.dumps({"what": name} | {key: round(value, 1) for key, value in figures.items()}), flush=True)


def pan(bench: Bench, step_px: int) -> None:
    for bar in (bench.canvas.horizontalScrollBar(), bench.canvas.verticalScrollBar()):
        bar.setValue(bar.value() + step_px)


def look_round(bench: Bench, name: str) -> None:
    """Notches of the wheel, in and out, and steps of the hand at a quarter of the size and at full size."""
    bench.canvas.fit()
    place = QPointF(bench.view.rect().center())
    for delta in [120] * 20 + [-120] * 20:
        bench.until_painted(f"{name}, wheel", lambda d=delta: bench.wheel(place, d))
    for scale in (0.25, 1.0):
        bench.canvas.zoom_to(scale)
        bench.settle()
        for step in [_PAN_PX] * 20 + [-_PAN_PX] * 20:
            bench.until_painted(f"{name}, pan at {scale:.0%}", lambda d=step: pan(bench, d))
    for told, times in bench.times.items():
        tell_times(told, times)
    bench.times.clear()


def until(window: MainWindow, holds: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + 3600
    while not holds():
        if time.monotonic() > ends_at:
            raise SystemExit(f"waited in vain; the window says {window.message_bar.message}")
        QTest.qWait(5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="8000x10000")
    parser.add_argument("--kind", choices=("rgb8", "rgb16"), default="rgb16")
    parser.add_argument("--share", type=float, default=0.1, help="half axes of the hole, as a share of the sides")
    parser.add_argument("--view", default="1600x1000", help="size of the window")
    arguments = parser.parse_args()
    application = QApplication([])
    window = MainWindow(WorkerSettings("fake_restorer:BySeed"))
    window.resize(*map(int, arguments.view.split("x")))
    window.show()
    session, document = window.session, window.session.document
    width, height = map(int, arguments.size.split("x"))

    def is_idle() -> bool:
        return not session.runner.is_busy and not session.restore_tasks.following.is_planned

    with tempfile.TemporaryDirectory() as folder:
        path, mask = Path(folder) / "scan.tif", Path(folder) / "mask.png"
        pixels = scan(width, height, arguments.kind)
        tifffile.imwrite(path, pixels)
        usage = Usage()
        steps = Steps(pixels.nbytes / 2**20, usage)
        hole = np.zeros((height, width), np.uint8)
        axes = round(arguments.share * width), round(arguments.share * height)
        cv2.ellipse(hole, (width // 2, height // 2), axes, 0, 0, 360, 255, -1)
        cv2.imwrite(str(mask), hole)
        del pixels, hole
        application.processEvents()
        usage.start()
        with steps.step("the empty window"):
            QTest.qWait(1000)
        with steps.step("open, to the first view"):
            session.files.open_photo(path, mask=mask)
            until(window, lambda: document.project is not None)
            application.processEvents()
        with steps.step("... to faces"):
            until(window, lambda: is_idle() and bool(document.project.faces))
        bench = Bench(window)
        look_round(bench, "photo")
        with steps.step("generate"):
            session.generate()
            until(window, lambda: is_idle() and document.result is not None)
        session.view.set_mode(ViewMode.RESULT)
        look_round(bench, "result")
        with steps.step("save TIFF"):
            session.file_tasks.save_result(Path(folder) / "out.tif", SaveOptions(), warning="")
            until(window, is_idle)
        with steps.step("save project"):
            session.project_tasks.save(Path(folder) / "scan.facerestore")
            until(window, lambda: is_idle() and document.project_file is not None)
        with steps.step("open the project"):
            before = document.project
            session.project_tasks.open(Path(folder) / "scan.facerestore")
            until(window, lambda: document.project is not before and document.project is not None)
            application.processEvents()
        with steps.step("... to rest"):
            until(window, is_idle)
        document.forget_unsaved()
        window.close()


if __name__ == "__main__":
    main()
