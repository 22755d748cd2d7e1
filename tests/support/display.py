"""A display without a screen, with a window manager, and a real mouse and keyboard for it.

Xvfb keeps its screen in a file, which is read for pictures. Keys and mouse go through the server (XTEST, by xdotool),
so a program cannot tell them from a person's.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

PROGRAMS: Final = ("Xvfb", "xdotool", "openbox")
_SCREEN: Final = "1440x1000x24"
_PATIENCE_S: Final = 180.0
_ANSWER_S: Final = 2.0


def is_possible() -> bool:
    """Whether all programs for it are installed."""
    return all(shutil.which(program) is not None for program in PROGRAMS)


def wait_for(condition: Callable[[], object], what: str, seconds: float = _PATIENCE_S) -> None:
    """Until it is true; AssertionError with ``what`` if it never is."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.05)


class Display:
    """Its number, its screen, and the hand at its mouse. Places are pixels of the screen."""

    def __init__(self, folder: Path, number: int) -> None:
        self._screen_file = folder / "Xvfb_screen0"
        self._number = number

    @property
    def environment(self) -> dict[str, str]:
        """For programs that are to be seen on it, in English."""
        return {**os.environ, "DISPLAY": f":{self._number}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}

    def screenshot(self) -> np.ndarray:
        """uint8 RGB (H, W, 3)."""
        data = self._screen_file.read_bytes()
        # the X window dump format: big-endian numbers, the colour map, then rows of BGRX
        header = np.frombuffer(data, ">u4", 25)
        size, width, height, row_bytes, colours = (int(header[index]) for index in (0, 4, 5, 12, 19))
        rows = np.frombuffer(data, np.uint8, height * row_bytes, size + colours * 12)
        return rows.reshape(height, row_bytes // 4, 4)[:, :width, 2::-1].copy()

    def titles(self) -> list[str]:
        """The titles of all windows that can be seen."""
        return [self._xdotool("getwindowname", window, is_checked=False).strip() for window in self._windows()]

    def active_title(self) -> str:
        """The title of the window that has the keyboard; empty if none has."""
        return self._xdotool("getactivewindow", "getwindowname", is_checked=False).strip()

    def ask_for(self, part: str, ask: Callable[[], object], take_back: Callable[[], object] = lambda: None) -> None:
        """Ask for a window until it has the keyboard; ``take_back`` what did not bring it, as a person would."""

        def is_there() -> bool:
            ask()
            deadline = time.monotonic() + _ANSWER_S
            while part not in self.active_title():
                if time.monotonic() > deadline:
                    take_back()
                    return False
            return True

        wait_for(is_there, f"a window named {part}")

    def wait_for_window(self, part: str) -> None:
        """Until a window has the keyboard whose title has this part."""
        self._wait_for_keyboard(part, f"a window named {part}")

    def wait_without_window(self, part: str) -> None:
        """Until no window has this part in its title, and another has the keyboard."""
        wait_for(lambda: not any(part in title for title in self.titles()), f"no window named {part}")
        self._wait_for_keyboard("", "the keyboard back")

    def _wait_for_keyboard(self, part: str, what: str) -> None:
        """Until a window whose title has this part has it. If one is there and has it not, for longer than a person
        waits, it is picked as from a task bar: a busy manager gives the keyboard to none at times."""

        def is_there() -> bool:
            deadline = time.monotonic() + _ANSWER_S
            while not (title := self.active_title()) or part not in title:
                if time.monotonic() > deadline:
                    self._pick(part)
                    return False
                time.sleep(0.05)
            return True

        try:
            wait_for(is_there, what)
        except AssertionError as error:
            error.add_note(f"there are {self.titles()}; the keyboard has {self.active_title()!r}")
            raise

    def _pick(self, part: str) -> None:
        for window in self._windows():
            title = self._xdotool("getwindowname", window, is_checked=False).strip()
            if title and part in title:
                self._xdotool("windowactivate", window, is_checked=False)

    def _windows(self) -> list[str]:
        """The numbers of all windows that can be seen."""
        return self._xdotool("search", "--onlyvisible", "--name", ".", is_checked=False).split()

    def key(self, *keys: str) -> None:
        """Press and release, one after the other; names of X with + between, as "ctrl+z"."""
        self._xdotool("key", "--delay", "30", *keys)

    def hold(self, key: str) -> None:
        self._xdotool("keydown", key)

    def let_go(self, key: str) -> None:
        self._xdotool("keyup", key)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "8", text)

    def answer(self, part: str, text: str) -> None:
        """Enter a text in place of what the field in hand holds, in a window that is there, and confirm until it is
        gone: a busy program loses a key at times."""
        self.key("ctrl+a")
        self.type(text)
        self.confirm(part)

    def confirm(self, part: str) -> None:
        def is_gone() -> bool:
            self.key("Return")
            deadline = time.monotonic() + _ANSWER_S
            while any(part in title for title in self.titles()):
                if time.monotonic() > deadline:
                    return False
            return True

        wait_for(is_gone, f"no window named {part}")
        self._wait_for_keyboard("", "the keyboard back")

    def move(self, place: Sequence[float]) -> None:
        self._xdotool(*_to(place))

    def release(self, button: int = 1) -> None:
        self._xdotool("mouseup", str(button))

    def click(self, place: Sequence[float], button: int = 1) -> None:
        """A click; the buttons 4 and 5 are a notch of the wheel, up and down."""
        self._xdotool(*_to(place), "sleep", "0.03", "click", str(button))

    def drag(self, *places: Sequence[float], button: int = 1) -> None:
        """Press at the first place, go to the others in steps as a hand does, and release."""
        self.press_and_move(*places, button=button)
        self.release(button)

    def press_and_move(self, *places: Sequence[float], button: int = 1) -> None:
        """As ``drag``, but the button stays down."""
        words = [*_to(places[0]), "sleep", "0.03", "mousedown", str(button), "sleep", "0.03"]
        for start, end in pairwise(places):
            for step in range(1, 9):
                between = np.asarray(start) + (np.asarray(end) - np.asarray(start)) * step / 8
                words += [*_to(between), "sleep", "0.008"]
        self._xdotool(*words, "sleep", "0.03")

    def has_manager(self) -> bool:
        """Whether a window manager answers on it."""
        return bool(self._xdotool("get_num_desktops", is_checked=False).strip())

    def _xdotool(self, *words: str, is_checked: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=is_checked, timeout=60
        )
        return done.stdout


def _to(place: Sequence[float]) -> list[str]:
    return ["mousemove", str(round(place[0])), str(round(place[1]))]


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """A running display with its window manager; ``folder`` is for its screen."""
    read, write = os.pipe()
    # without -noreset the server starts anew when its last client leaves, and whoever is just coming is turned away:
    # the window manager, if anything asked before it
    screen = ["-screen", "0", _SCREEN, "-fbdir", str(folder)]
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-nolisten", "tcp", "-displayfd", str(write), *screen],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    manager = None
    try:
        with os.fdopen(read) as number:
            shown = Display(folder, int(number.readline()))
        manager = subprocess.Popen(["openbox"], env=shown.environment, stdout=subprocess.DEVNULL)
        wait_for(lambda: manager.poll() is not None or shown.has_manager(), "the window manager")
        assert manager.poll() is None, f"openbox ended at once with {manager.poll()}"
        yield shown
    finally:
        for process in (manager, server):
            if process is not None:
                process.send_signal(signal.SIGTERM)
                process.wait(10)
