"""The program as a process of its own on a display, with a person who sees its screen and has nothing else."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import psutil
from display import Display, wait_for

from facerestore.files.weights_terms import network_terms, note_known

_LIKENESS: Final = 0.98
"""Correlation of a picture with the place where it is seen; anything else of the screen stays far below."""


class Program:
    """``pixels``: the photo that it will show, ``untouched``: rows and columns of it that nothing covers at any time,
    by which it is found on the screen. Places on the photo are its pixels, x and y. The person has read
    what the networks may be used for."""

    def __init__(self, display: Display, pixels: np.ndarray, untouched: tuple[slice, slice]) -> None:
        self.display, self.pixels, self._untouched = display, pixels, untouched
        note_known("read", network_terms())
        self.process = subprocess.Popen([sys.executable, "-m", "facerestore", "gui"], env=display.environment)

    def open(self, path: Path) -> None:
        """Through the dialog, by keyboard."""
        self.display.wait_for_window("facerestore")
        self.display.key("ctrl+o")
        self.display.wait_for_window("Open a portrait")
        self.display.answer("Open a portrait", str(path))
        self.display.wait_for_window(path.name)

    def show_at_full_size(self) -> None:
        """One pixel of the photo on one of the screen, and its middle in the middle of the canvas."""

        def is_seen() -> bool:
            self.display.key("ctrl+0", "ctrl+1")
            return self.find(self.pixels[self._untouched]) is not None

        wait_for(is_seen, "the photo at full size")

    def find(self, picture: np.ndarray) -> np.ndarray | None:
        """Where a picture is seen on the screen: x and y of its corner; None if it is not."""
        likeness = cv2.matchTemplate(self.display.screenshot(), picture, cv2.TM_CCOEFF_NORMED)
        _, best, _, place = cv2.minMaxLoc(likeness)
        return np.array(place) if best > _LIKENESS else None

    def at(self, x: float, y: float) -> np.ndarray:
        """The place on the screen of a place on the photo, at full size; the photo moves when a message comes."""
        untouched = self.pixels[self._untouched]
        # a dialog that goes may cover it still
        wait_for(lambda: self.find(untouched) is not None, "the photo at full size")
        corner = self.find(untouched)
        assert corner is not None
        rows, columns = self._untouched
        return corner + np.array([x - columns.start, y - rows.start])

    def seen(self) -> np.ndarray:
        """The photo as the screen shows it at full size, uint8 RGB (H, W, 3)."""
        (x, y), (height, width) = self.at(0, 0), self.pixels.shape[:2]
        return self.display.screenshot()[y : y + height, x : x + width]

    def stroke(self, *places: tuple[float, float], button: int = 1) -> None:
        origin = self.at(0, 0)
        self.display.drag(*[origin + place for place in places], button=button)

    def save_by_menu(self, keys: tuple[str, ...], title: str, path: Path) -> None:
        """Through a menu, by its letters, to a file."""

        def ask() -> None:
            self.display.key(keys[0])
            self.display.key(*keys[1:])

        # the entry cannot be used while something is under way: then close the menu
        self.display.ask_for(title, ask, lambda: self.display.key("Escape"))
        self.display.answer(title, str(path))
        wait_for(path.exists, f"{path.name} written")

    def workers(self) -> list[psutil.Process]:
        """The processes with the networks."""
        children = psutil.Process(self.process.pid).children()
        return [child for child in children if "spawn_main" in " ".join(child.cmdline())]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)
