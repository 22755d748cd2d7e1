"""Levels that are filled behind the window's back, and the end of the program."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject

from facerestore.values.geometry import Extent
from facerestore_gui.canvas.level_builder import LevelBuilder

pytestmark = pytest.mark.gui

ENDS_AT_WORK = """
import cv2, numpy as np, time
from PySide6.QtCore import QCoreApplication, QObject
from facerestore.values.geometry import Extent
from facerestore_gui.canvas.level_builder import LevelBuilder

class Slow:
    is_complete, rows_ready, preview_step, extent = False, 0, 1, Extent(9, 9)

    def build(self, is_stopped):
        picture = np.zeros((1500, 1500), np.float32)
        for _ in range(8):
            begun.append(cv2.GaussianBlur(picture, (0, 0), 9)[0, 0])

begun = []
application = QCoreApplication([])
owner = QObject()
LevelBuilder(print, owner).follow([Slow()])
while not begun:
    time.sleep(0.01)
"""


def test_that_a_program_that_ends_while_levels_are_filled_ends_well():
    ended = subprocess.run([sys.executable, "-c", ENDS_AT_WORK], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


class Waiting:
    """A picture that is filled until it is stopped."""

    is_complete, rows_ready, preview_step, extent = False, 0, 1, Extent(9, 9)

    def __init__(self):
        self.has_ended = threading.Event()

    def build(self, is_stopped):
        while not is_stopped():
            pass
        self.has_ended.set()


def test_that_closing_stops_all(qtbot):
    picture, owner = Waiting(), QObject()
    builder = LevelBuilder(lambda part: None, owner)
    builder.follow([picture])
    builder.close()
    assert picture.has_ended.wait(20)
