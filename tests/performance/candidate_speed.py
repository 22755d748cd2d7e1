"""Milliseconds from pointing at a candidate to its painted pixels on a photo of 80 megapixels, from the key that uses
one, and of the grid of all; with the preview's tiles cold (each candidate seen for the first time) and warm.

    python tests/performance/candidate_speed.py [--size 8000x10000] [--candidates 6] [--kind rgb16] [--share 0.25]

The real window, offscreen unless QT_QPA_PLATFORM says otherwise; candidates without a network. Each event is timed
until the paint events that it causes are over and nothing coarse or missing is left: by the clock, and in processor
time of the window's thread.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import cv2
import numpy as np
import tifffile
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.window.main_window import MainWindow


class Watcher(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.paints = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.paints += event.type() == QEvent.Type.Paint
        return False


class Bench:
    """The window with a result and its candidates, and times by name."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.looks = window.session.results.looks
        self._canvas, self._grid = Watcher(window.canvas.viewport()), Watcher(window.candidate_grid)
        self.times: dict[str, list[tuple[float, float]]] = {}

    def until(self, holds: Callable[[], bool], seconds: float = 600) -> None:
        ends_at = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > ends_at:
                raise SystemExit(f"waited in vain; the window says {self.window.message_bar.message}")
            QTest.qWait(5)

    def until_idle(self) -> None:
        session = self.window.session
        self.until(lambda: not session.runner.is_busy and not session.restore_tasks.following.is_planned)

    def until_seen(
        self, name: str, event: Callable[[], object], painted: Watcher, is_settled: Callable[[], bool]
    ) -> None:
        before = painted.paints
        began, cpu = time.perf_counter(), time.thread_time()
        event()
        while painted.paints == before or not is_settled():
            QApplication.processEvents()
        figures = 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - cpu)
        self.times.setdefault(name, []).append(figures)

    def on_canvas(self, name: str, event: Callable[[], object]) -> None:
        self.until_seen(name, event, self._canvas, lambda: self.window.canvas_scene.photo.is_settled)

    def in_grid(self, name: str, event: Callable[[], object]) -> None:
        grid = self.window.candidate_grid
        self.until_seen(name, event, self._grid, lambda: not grid._later.is_waiting)

    def tell(self) -> None:
        for name, pairs in self.times.items():
            walls, cpus = ([pair[index] for pair in pairs] for index in (0, 1))
            figures = {"median_ms": statistics.median(walls), "max_ms": max(walls), "cpu_max_ms": max(cpus)}
            print(json.dumps({"what": name, "n": len(pairs)} | {key: round(one, 1) for key, one in figures.items()}))


def scan(width: int, height: int, kind: str) -> np.ndarray:
    """Smooth shades with grain."""
    small = np.random.default_rng(0).random((12, 10, 3), np.float32)
    shades = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    grain = np.random.default_rng(1).integers(0, 12, (500, 500, 1), np.uint8)
    pixels = (shades * 180 + 30).astype(np.uint8)
    pixels += np.tile(grain, (height // 500 + 1, width // 500 + 1, 1))[:height, :width]
    return pixels.astype(np.uint16) * 257 if kind == "rgb16" else pixels


def measure(bench: Bench, count: int) -> None:
    window, canvas = bench.window, bench.window.canvas
    seeds = window.session.results.selection.seeds
    window.session.view.choose_mode("result")
    middle = window.session.document.work.alignment.to_photo(np.array([[128.0, 128.0]]))[0]
    for zoom, scale in (("fit", None), ("25 %", 0.25), ("100 %", 1.0)):
        canvas.fit() if scale is None else canvas.zoom_to(scale)
        if scale is not None:
            canvas.centerOn(*middle)
        bench.until(lambda: window.canvas_scene.photo.is_settled)
        for round_ in ("first time", "again"):
            for seed in seeds[1:]:
                bench.on_canvas(f"{zoom}: point at a candidate, {round_}", lambda at=seed: bench.looks.hover(at))
        bench.on_canvas(f"{zoom}: leave", lambda: bench.looks.hover(None))
    window.session.results.selection.choose_part("Mouth")
    for seed in seeds[1:3]:
        bench.on_canvas("100 %: look at a mouth", lambda at=seed: bench.looks.look_at(at))
        bench.on_canvas("100 %: use it", bench.looks.use)
    bench.until_idle()
    window.session.results.selection.choose_part("Whole face")
    bench.in_grid(f"grid of {count}", lambda: window.session.view.show_grid(shown=True))
    for seed in seeds:
        bench.in_grid("grid: take in hand", lambda at=seed: bench.looks.look_at(at))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="8000x10000")
    parser.add_argument("--candidates", type=int, default=6)
    parser.add_argument(
        "--share", type=float, default=0.25, help="half axes of the hole, as a share of the photo's sides"
    )
    parser.add_argument("--kind", choices=("rgb8", "rgb16"), default="rgb16")
    parser.add_argument("--view", default="1600x1000", help="size of the window")
    arguments = parser.parse_args()
    application = QApplication([])
    window = MainWindow(WorkerSettings("fake_restorer:BySeed"))
    window.resize(*map(int, arguments.view.split("x")))
    window.show()
    bench, session = Bench(window), window.session
    width, height = map(int, arguments.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.tif"
        tifffile.imwrite(path, scan(width, height, arguments.kind))
        hole = np.zeros((height, width), np.uint8)
        cv2.ellipse(
            hole,
            (width // 2, height // 2),
            (round(arguments.share * width), round(arguments.share * height)),
            0,
            0,
            360,
            255,
            -1,
        )
        mask = Path(folder) / "mask.png"
        cv2.imwrite(str(mask), hole)
        session.files.open_photo(path, mask=mask)
        bench.until(lambda: session.document.project is not None and not session.runner.is_busy)
    bench.until(lambda: bool(session.document.project.faces))
    application.processEvents()
    began = time.monotonic()
    session.generate()
    bench.until_idle()
    print(json.dumps({"what": "generate", "seconds": round(time.monotonic() - began, 1)}))
    session.restore_tasks.generate_more(1, arguments.candidates - 1)
    bench.until_idle()
    bench.until(lambda: window.canvas_scene.photo.is_settled)
    measure(bench, arguments.candidates)
    bench.tell()
    session.document.forget_unsaved()
    window.close()


if __name__ == "__main__":
    main()
