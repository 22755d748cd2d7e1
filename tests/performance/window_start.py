"""Milliseconds from the start of the program, as it is, to the window's first paint, by the clock and of the
processor, and as a ratio to an empty window in the same run; and that PyTorch was not imported on the way."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
app = QApplication([]); window = QWidget(); window.show(); app.processEvents()
"""
OURS = """
import os, sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from facerestore_gui.window.main_window import MainWindow
painted = MainWindow.event
def event(window, what):
    answer = painted(window, what)
    if what.type() == QEvent.Type.Paint:
        print("torch" in sys.modules, flush=True)
        os._exit(0)
    return answer
MainWindow.event = event
from facerestore_gui.main import main
sys.exit(main([]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        _measure(runs, {"QT_QPA_PLATFORM": "offscreen", **os.environ, **places})


def _measure(runs: int, environment: dict[str, str]) -> None:
    clock: dict[str, list[float]] = {"bare": [], "facerestore": []}
    processor: dict[str, list[float]] = {"bare": [], "facerestore": []}
    for index in range(runs + 1):
        for name, code in (("bare", BARE), ("facerestore", OURS)):
            started, worked = time.perf_counter(), _processor_s()
            done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
            if done.returncode != 0:
                raise SystemExit(done.stderr)
            if "True" in done.stdout:
                raise SystemExit("The window imports torch.")
            if index:  # the first run reads the files from disk
                clock[name].append(1000 * (time.perf_counter() - started))
                processor[name].append(1000 * (_processor_s() - worked))
    for what, times in (("clock", clock), ("processor", processor)):
        medians = {name: statistics.median(values) for name, values in times.items()}
        ratio = medians["facerestore"] / medians["bare"]
        rounded = {name: round(value) for name, value in medians.items()}
        print(json.dumps({"milliseconds by": what} | rounded | {"ratio": round(ratio, 2)}))


def _processor_s() -> float:
    """Of all processes that were started and have ended."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()
