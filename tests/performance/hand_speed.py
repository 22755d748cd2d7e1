"""How long a dab of the heal brush and of the clone brush takes, from the press to painted pixels, at 80 megapixels.

    python tests/performance/hand_speed.py [--width 10328] [--height 7746] [--dabs 20]

The real window, offscreen unless QT_QPA_PLATFORM says otherwise, on a photo of 16 bit colour; journal and history are
on, as in use. A dab is timed with the repainting of what it changed, and so are the pieces of a stroke along a scratch:
by the clock, in processor time of the window's thread, and as a ratio to one blit.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import numpy as np
import psutil
import tifffile
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.window.main_window import MainWindow

_LEFT = Qt.MouseButton.LeftButton


def scanned(width: int, height: int) -> np.ndarray:
    """Grain in 16 bits with a long scratch and specks."""
    random = np.random.default_rng(0)
    tile = random.integers(23_000, 27_000, (1000, 1000, 3)).astype(np.uint16)
    pixels = np.tile(tile, (-(-height // 1000), -(-width // 1000), 1))[:height, :width].copy()
    pixels[height // 3 : height // 3 + 8] = 61_000
    for row, column in random.integers(300, height - 300, (200, 2)):
        pixels[row : row + 12, column : column + 12] = 62_000
    return pixels


class Bench:
    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.application = QApplication([])
        tifffile.imwrite(folder / "scan.tif", scanned(width, height), photometric="rgb")
        self.window = MainWindow(WorkerSettings("fake_restorer:NoFace"), journals=folder / "journals")
        self.window.resize(1360, 900)
        self.window.show()
        self.width, self.height = width, height
        self.window.session.files.open_photo(folder / "scan.tif")
        while self.window.session.runner.is_busy or not self.window.canvas.scene().photo.is_settled:
            QTest.qWait(20)
        self.window.session.placer.stop()
        self.view = self.window.canvas.viewport()
        self.blit_ms = self._blit_ms()

    def dabs(self, name: str, kind: ToolKind, diameter: float, count: int, scale: float) -> None:
        settings = self.window.session.tool_settings
        settings.choose(kind)
        settings.set_brush_diameter(diameter)
        self._look_at(scale)
        times = []
        for number in range(count):
            place = self._place(number, count)
            times.append(self._timed(lambda place=place: QTest.mousePress(self.view, _LEFT, pos=place)))
            QTest.mouseRelease(self.view, _LEFT, pos=place)
            QTest.qWait(5)
        self._tell(name, times)

    def stroke(self, name: str, diameter: float, count: int) -> None:
        """Along the scratch, in steps of a third of the brush."""
        self.window.session.tool_settings.choose(ToolKind.HEAL)
        self.window.session.tool_settings.set_brush_diameter(diameter)
        self.window.requests.zoom_to(0.5)
        start = QPointF(self.width / 3, self.height / 3 + 4)
        self.window.canvas.centerOn(start + QPointF(count * diameter / 6, 0))
        QTest.qWait(200)
        place = self.window.canvas.mapFromScene(start)
        QTest.mousePress(self.view, _LEFT, pos=place)
        times = []
        for number in range(1, count + 1):
            to = place + QPoint(round(number * diameter / 6), 0)
            times.append(self._timed(lambda to=to: QTest.mouseMove(self.view, to)))
        QTest.mouseRelease(self.view, _LEFT, pos=to)
        self._tell(name, times)

    def _look_at(self, scale: float) -> None:
        self.window.requests.zoom_to(scale)
        self.window.canvas.centerOn(QPointF(self.width / 2, self.height / 2))
        QTest.qWait(300)

    def _place(self, number: int, count: int) -> QPoint:
        size = self.view.size()
        across = 0.15 + 0.7 * number / max(1, count - 1)
        return QPoint(round(across * size.width()), round((0.3, 0.5, 0.7)[number % 3] * size.height()))

    def _timed(self, act: Callable[[], object]) -> tuple[float, float]:
        began, began_thread = time.perf_counter(), time.thread_time()
        act()
        self.view.repaint()
        return 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - began_thread)

    def _blit_ms(self) -> float:
        times = [self._timed(lambda: None)[1] for _ in range(15)]
        return statistics.median(times)

    def _tell(self, name: str, times: list[tuple[float, float]]) -> None:
        clock, thread = (sorted(one[axis] for one in times) for axis in (0, 1))
        last = min(len(clock) - 1, round(0.95 * len(clock)))
        print(
            f"{name:34} clock {statistics.median(clock):6.1f}, p95 {clock[last]:6.1f} ms   "
            f"processor {statistics.median(thread):6.1f}, p95 {thread[last]:6.1f} ms   "
            f"{statistics.median(thread) / self.blit_ms:5.1f} blits"
        )


def run(bench: Bench, count: int) -> None:
    before = psutil.Process().memory_info().rss
    for scale, words in ((1.0, "100 %"), (0.1, "whole photo")):
        bench.dabs(f"heal, 40 px, {words}", ToolKind.HEAL, 40, count, scale)
        bench.dabs(f"heal, 280 px, {words}", ToolKind.HEAL, 280, count, scale)
    bench.dabs("heal, 1000 px, whole photo", ToolKind.HEAL, 1000, count, 0.1)
    bench.stroke("heal, 60 px, along a scratch", 60, count)
    bench.stroke("heal, 280 px, along a scratch", 280, 2 * count)
    tool = bench.window.session.tools.clone
    bench.window.session.tool_settings.choose(ToolKind.CLONE)
    tool._choose((bench.width / 4, bench.height / 4))
    bench.dabs("clone, 280 px, 100 %", ToolKind.CLONE, 280, count, 1.0)
    layer = bench.window.session.document.project.hand
    held = psutil.Process().memory_info().rss - before
    print(f"the layer holds {layer.byte_count / 2**20:.0f} MiB; the process grew by {held / 2**20:.0f} MiB")
    bench.window.session.document.forget_unsaved()
    bench.window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, default=10_328)
    parser.add_argument("--height", type=int, default=7_746)
    parser.add_argument("--dabs", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(Bench(Path(folder), asked.width, asked.height), asked.dabs)


if __name__ == "__main__":
    main()
