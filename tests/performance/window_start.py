"""Milliseconds from the start of a new process to the window's first paint, as a ratio to a bare QApplication with an
empty window in the same run; and whether PyTorch was imported on the way (it must not be)."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
app = QApplication([]); window = QWidget(); window.show(); app.processEvents()
"""
OURS = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.window.main_window import MainWindow
app = QApplication([])
class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            Painted.seen = True
        return False
watcher = Painted(); app.installEventFilter(watcher)
window = MainWindow(WorkerSettings()); window.show()
while not Painted.seen:
    app.processEvents()
print("torch" in sys.modules, flush=True)
import os; os._exit(0)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    times: dict[str, list[float]] = {"bare": [], "facerestore": []}
    for index in range(runs + 1):
        for name, code in (("bare", BARE), ("facerestore", OURS)):
            started = time.perf_counter()
            done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
            elapsed_ms = 1000 * (time.perf_counter() - started)
            if done.returncode != 0:
                raise SystemExit(done.stderr)
            if "True" in done.stdout:
                raise SystemExit("The window imports torch.")
            if index:  # the first run reads the files from disk
                times[name].append(elapsed_ms)
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians["facerestore"] / medians["bare"]
    print(json.dumps({name: round(value) for name, value in medians.items()} | {"ratio": round(ratio, 2)}))


if __name__ == "__main__":
    main()
