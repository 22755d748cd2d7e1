"""How long the tools of the mask keep the window from answering, on a photo of 100 megapixels.

    python tests/performance/mask_tools_speed.py [--side 10000]

The real window, offscreen unless QT_QPA_PLATFORM says otherwise. While a tool works, a timer of the window's thread
ticks; the longest pause between two ticks is what a person would wait for an answer, by the clock and in processor
time of that thread, which a busy machine does not lengthen. Journal and history are on, as in use.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import numpy as np
import tifffile
from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.editing.mask_shapes import Combination
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.window.main_window import MainWindow


class Pauses:
    """The longest pauses between two ticks of the event loop."""

    def __init__(self) -> None:
        self._timer = QTimer()
        # a timer without interval would take the interpreter from the thread that calculates
        self._timer.setInterval(3)
        self._timer.timeout.connect(self._tick)
        self._last = (0.0, 0.0)
        self.longest_ms = (0.0, 0.0)

    def start(self) -> None:
        self._last, self.longest_ms = self._now(), (0.0, 0.0)
        self._timer.start()

    def stop(self) -> None:
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now = self._now()
        self.longest_ms = (
            max(self.longest_ms[0], now[0] - self._last[0]),
            max(self.longest_ms[1], now[1] - self._last[1]),
        )
        self._last = now

    @staticmethod
    def _now() -> tuple[float, float]:
        return 1000 * time.perf_counter(), 1000 * time.thread_time()


def scanned(side: int) -> np.ndarray:
    """Grain with ten long scratches."""
    random = np.random.default_rng(0)
    tile = random.integers(90, 120, (1000, 1000, 3)).astype(np.uint8)
    pixels = np.tile(tile, (-(-side // 1000), -(-side // 1000), 1))[:side, :side].copy()
    for column in random.integers(0, side - 40, 10):
        pixels[side // 10 : -side // 10, column : column + 8] = 235
    pixels[side // 3 : side // 3 + 10, : side // 2] = 240
    return pixels


class Bench:
    def __init__(self, folder: Path, side: int) -> None:
        self.application = QApplication([])
        tifffile.imwrite(folder / "scan.tif", scanned(side), photometric="rgb")
        self.window = MainWindow(WorkerSettings("fake_restorer:NoFace"), journals=folder / "journals")
        self.window.resize(1360, 900)
        self.window.show()
        self.pauses, self.side = Pauses(), side
        self.window.session.files.open_photo(folder / "scan.tif")
        self._wait()
        self.window.session.placer.stop()

    def measure(self, name: str, act: Callable[[], object]) -> None:
        began = time.perf_counter()
        self.pauses.start()
        act()
        self._wait()
        self.pauses.stop()
        clock, processor = self.pauses.longest_ms
        whole = time.perf_counter() - began
        print(f"{name:28} {whole:7.2f} s   pause {clock:7.1f} ms by the clock, {processor:7.1f} ms of processor time")

    def drag(self, kind: ToolKind, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Between two places, given as shares of the photo."""
        view = self.window.canvas.viewport()
        places = [self.window.canvas.mapFromScene(QPointF(x * self.side, y * self.side)) for x, y in (start, end)]
        self.window.session.tool_settings.choose(kind)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
        QTest.mouseMove(view, places[1])
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[1])

    def _wait(self) -> None:
        """Until nothing is going on, as the program itself waits: asleep between events."""
        loop, timer, quiet = QEventLoop(), QTimer(), [0]

        def look() -> None:
            quiet[0] = (
                0 if self.window.session.runner.is_busy or self.window.session.mask_edits.is_busy else quiet[0] + 1
            )
            if quiet[0] > 20:
                loop.quit()

        timer.setInterval(5)
        timer.timeout.connect(look)
        timer.start()
        loop.exec()


def run(bench: Bench) -> None:
    window, settings = bench.window, bench.window.session.tool_settings
    actions = window.actions_table.by_name
    bench.measure("nothing", lambda: None)
    bench.measure("wand, a scratch", lambda: bench.drag(ToolKind.WAND, (0.2, 0.33345), (0.2, 0.33345)))
    settings.set_wand(12, is_contiguous=False)
    bench.measure("wand, all of a colour", lambda: bench.drag(ToolKind.WAND, (0.2, 0.33345), (0.2, 0.33345)))
    for name in ("grow_mask", "shrink_mask", "smooth_mask", "remove_specks", "fill_holes"):
        bench.measure(name, actions[name].trigger)
    bench.measure("undo", window.session.document.undo)
    bench.measure("lasso-like ellipse, 90 %", lambda: bench.drag(ToolKind.ELLIPSE, (0.02, 0.02), (0.97, 0.97)))
    bench.measure("undo", window.session.document.undo)
    bench.measure("rectangle, 90 %", lambda: bench.drag(ToolKind.RECTANGLE, (0.02, 0.02), (0.97, 0.97)))
    bench.measure("grow_mask", actions["grow_mask"].trigger)
    bench.measure("invert_mask", actions["invert_mask"].trigger)
    bench.measure("undo", window.session.document.undo)
    settings.choose_combination(Combination.INTERSECT)
    bench.measure("intersect", lambda: bench.drag(ToolKind.RECTANGLE, (0.4, 0.4), (0.6, 0.6)))
    settings.choose_combination(Combination.ADD)
    bench.measure("clear_mask", actions["clear_mask"].trigger)
    bench.measure("find_damage", actions["find_damage"].trigger)
    print(f"{len(window.session.suggestions.shown)} suggestions")
    bench.measure("accept", actions["accept_suggestions"].trigger)
    window.session.document.forget_unsaved()
    window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=10_000)
    with tempfile.TemporaryDirectory() as folder:
        run(Bench(Path(folder), parser.parse_args().side))


if __name__ == "__main__":
    main()
