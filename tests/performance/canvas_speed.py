"""Milliseconds from a pointer event to painted pixels on a photo of 100 megapixels, as a ratio to one plain QPainter
blit of the same view in the same run; the longest time that opening keeps the window busy; and what is held for the
screen.

    python tests/performance/canvas_speed.py [--side 10000] [--brush 60] [--events 300] [--kind rgb8]

The real window, offscreen unless QT_QPA_PLATFORM says otherwise; real mouse events through the canvas, each timed until
the paint event that it causes is over: by the clock, and in processor time of the window's thread, which a busy machine
does not lengthen. A brush of 60 px is measured in pixels of the photo.
"""

import argparse
import json
import math
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import ImageCms
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.window.main_window import MainWindow

_STROKE_EVENTS = 15
_BLIT_EVERY = 10
_STEP_PX = 9.0
"""How far the pointer moves from one event to the next, on the screen: a quick stroke seen 125 times a second."""


class Clock:
    """Times from its making on: by the clock, and of this thread alone, which another program cannot lengthen."""

    def __init__(self) -> None:
        self._wall_s, self._cpu_s = time.perf_counter(), time.thread_time()

    def elapsed_ms(self) -> tuple[float, float]:
        return 1000 * (time.perf_counter() - self._wall_s), 1000 * (time.thread_time() - self._cpu_s)


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
    """The window with the photo, and times by name."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.canvas = window, window.canvas
        self.view = window.canvas.viewport()
        self.watcher = Watcher(self.view)
        self.times: dict[str, list[tuple[float, float]]] = {}
        size = self.view.size()
        self._blit_source = QImage(size, QImage.Format.Format_RGB32)
        self._blit_source.fill(Qt.GlobalColor.gray)
        self._blit_target = QImage(size, QImage.Format.Format_RGB32)

    def until_painted(self, name: str, event: Callable[[], object]) -> None:
        """Send an event and run the loop until everything it has caused is done, the paint with it."""
        before, started = self.watcher.paints, Clock()
        event()
        QApplication.processEvents()
        if self.watcher.paints > before:
            self.times.setdefault(name, []).append(started.elapsed_ms())

    def blit(self) -> None:
        started = Clock()
        painter = QPainter(self._blit_target)
        painter.drawImage(0, 0, self._blit_source)
        painter.end()
        self.times.setdefault("blit", []).append(started.elapsed_ms())

    def mouse(self, kind: QEvent.Type, place: QPointF, *, down: bool) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        held = left if down else none
        event = QMouseEvent(kind, place, self.view.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view, event)

    def enter(self) -> None:
        """The pointer comes into the view, so that the brush's ring is drawn too."""
        place = QPointF(self.view.rect().center())
        QApplication.sendEvent(self.canvas, QEnterEvent(place, place, self.view.mapToGlobal(place)))

    def wheel(self, place: QPointF, delta: int) -> None:
        event = QWheelEvent(
            place,
            self.view.mapToGlobal(place),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)

    def settle(self, seconds: float = 0.3) -> None:
        QTest.qWait(round(1000 * seconds))

    def strokes(self, zoom: str, events: int) -> None:
        """Curved strokes with a blit now and then."""
        places = self._curve()
        down = False
        for index in range(events):
            place = next(places)
            if index % _STROKE_EVENTS == 0:
                if down:
                    self.until_painted(f"{zoom} release", lambda at=place: self._release(at))
                self.until_painted(f"{zoom} press", lambda at=place: self._press(at))
                down = True
            else:
                self.until_painted(f"{zoom} stroke", lambda at=place: self._move(at, down=True))
            if index % _BLIT_EVERY == 0:
                self.blit()
        self._release(next(places))

    def hovers(self, zoom: str, events: int) -> None:
        places = self._curve()
        for _ in range(events):
            place = next(places)
            self.until_painted(f"{zoom} hover", lambda at=place: self._move(at, down=False))

    def pans(self, zoom: str, events: int) -> None:
        self.window.session.tool_settings.choose(ToolKind.HAND)
        places = self._curve()
        self._press(next(places))
        for _ in range(events):
            place = next(places)
            self.until_painted(f"{zoom} pan", lambda at=place: self._move(at, down=True))
        self._release(next(places))
        self.window.session.tool_settings.choose(ToolKind.BRUSH)

    def whole_view(self, zoom: str, count: int) -> None:
        for _ in range(count):
            self.until_painted(f"{zoom} whole view", self.view.update)

    def _press(self, at: QPointF) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, down=True)

    def _move(self, at: QPointF, *, down: bool) -> None:
        self.mouse(QEvent.Type.MouseMove, at, down=down)

    def _release(self, at: QPointF) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, down=False)

    def _curve(self) -> Iterator[QPointF]:
        """Places along a wide loop in the view, a step apart."""
        middle = QPointF(self.view.rect().center())
        reach = 0.42 * min(self.view.width(), self.view.height())
        turn = 0.0
        while True:
            radius = reach * (0.55 + 0.45 * math.sin(0.37 * turn))
            yield middle + QPointF(radius * math.cos(turn), radius * math.sin(turn))
            turn += _STEP_PX / radius


def synthetic_scan(side_px: int, kind: str) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """Smooth shades with grain, so that no level of detail is flat."""
    tile = np.random.default_rng(0).integers(0, 64, (500, 500), np.uint8)
    grain = np.tile(tile, (side_px // 500 + 1, side_px // 500 + 1))[:side_px, :side_px]
    shade = np.linspace(20, 170, side_px, dtype=np.float32).astype(np.uint8)
    grey = grain + shade[:, None] // 2 + shade[None] // 2
    if kind == "grey8":
        return grey
    rgb = np.stack([grey, grey - grain // 2, 255 - grey], axis=-1)
    return rgb.astype(np.uint16) * 257 if kind == "rgb16" else rgb


def open_file(window: MainWindow, path: Path) -> dict[str, float]:
    """Open a photo as a person would; what the window's own thread was kept from doing meanwhile."""
    watcher = Watcher(window.canvas.viewport())
    began = Clock()
    turns: list[tuple[float, float]] = []
    shown_ms, ends_at = 0.0, math.inf
    window.session.file_tasks.open(path)
    turns.append(began.elapsed_ms())
    while time.perf_counter() < ends_at:
        turn = Clock()
        QApplication.processEvents()
        turns.append(turn.elapsed_ms())
        if not shown_ms and window.session.document.project is not None and watcher.paints:
            shown_ms = began.elapsed_ms()[0]
        if not window.session.runner.is_busy and ends_at == math.inf:
            ends_at = time.perf_counter() + 3
        time.sleep(0.0005)
    longest = {"longest_block_ms": max(wall for wall, _ in turns), "longest_block_cpu_ms": max(cpu for _, cpu in turns)}
    return {key: round(value, 1) for key, value in ({"first_shown_ms": shown_ms} | longest).items()}


def held_mib() -> float:
    """Memory that this process holds, on Linux."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=10_000)
    parser.add_argument("--brush", type=float, default=60.0)
    parser.add_argument("--events", type=int, default=300)
    parser.add_argument("--kind", choices=("rgb8", "rgb16", "grey8", "profile8"), default="rgb8")
    parser.add_argument("--view", default="1600x1000", help="size of the window")
    arguments = parser.parse_args()
    application = QApplication([])
    window = MainWindow(WorkerSettings("fake_restorer:NoFace"))
    window.resize(*map(int, arguments.view.split("x")))
    window.show()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.tif"
        pixels = synthetic_scan(arguments.side, arguments.kind)
        tags = []
        if arguments.kind == "profile8":
            profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
            tags = [(34675, 7, len(profile), profile.replace(b"s\x00R\x00G\x00B", b"o\x00t\x00h\x00e"), True)]
        array_mib = pixels.nbytes / 2**20
        tifffile.imwrite(path, pixels, extratags=tags)
        del pixels
        application.processEvents()
        before_mib = held_mib()
        opening = open_file(window, path)
    print(json.dumps({"what": "opening", "kind": arguments.kind} | opening))
    window.session.placer.stop()
    window.message_bar.clear()
    window.session.tool_settings.set_brush_diameter(arguments.brush)
    bench = Bench(window)
    for zoom, scale in (("fit", None), ("100 %", 1.0), ("400 %", 4.0), ("60 %", 0.6)):
        window.canvas.fit() if scale is None else window.canvas.zoom_to(scale)
        window.canvas.centerOn(window.canvas_scene.photo.boundingRect().center())
        bench.enter()
        bench.settle()
        bench.strokes(zoom, arguments.events)
        bench.hovers(zoom, arguments.events // 3)
        bench.whole_view(zoom, 20)
        bench.pans(zoom, arguments.events // 3)
    window.canvas.fit()
    place = QPointF(bench.view.rect().center())
    for delta in [120] * 20 + [-120] * 20:
        bench.until_painted("wheel", lambda d=delta: bench.wheel(place, d))
    unit = statistics.median(wall for wall, _ in bench.times["blit"])
    size = f"{bench.view.width()} x {bench.view.height()}"
    for name, pairs in bench.times.items():
        walls, cpus = ([pair[index] for pair in pairs] for index in (0, 1))
        figures = {
            "p50_ms": statistics.median(walls),
            "p95_ms": percentile(walls, 0.95),
            "max_ms": max(walls),
            "cpu_p50_ms": statistics.median(cpus),
            "cpu_p95_ms": percentile(cpus, 0.95),
            "ratio": statistics.median(walls) / unit,
        }
        print(json.dumps({"what": name, "n": len(pairs)} | {key: round(value, 2) for key, value in figures.items()}))
    grown = held_mib() - before_mib
    scene = window.canvas_scene
    shown_mib = (scene.photo.byte_count + scene.mask.byte_count) / 2**20
    sizes = {"array_mib": array_mib, "for_the_screen_mib": shown_mib, "grown_mib": grown}
    print(json.dumps({"what": "memory", "view": size} | {key: round(value) for key, value in sizes.items()}))
    window.session.document.forget_unsaved()
    window.close()


if __name__ == "__main__":
    main()
