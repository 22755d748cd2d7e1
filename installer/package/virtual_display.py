"""A display without a screen, with a window manager: what a window shows there, and a hand at its mouse."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from problems import Problem

PROGRAMS: Final = ("Xvfb", "openbox", "xdotool", "import")
"""What it needs: of Debian's packages xvfb, openbox, xdotool and imagemagick."""
_PATIENCE_S: Final = 600
_EMPTY_BYTES: Final = 12_000
"""A picture of a window in which nothing is painted yet takes less."""
_SCREEN: Final = "1440x900x24"


class VirtualDisplay:
    """A display by its name, such as ``:5``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.environment = {**os.environ, "DISPLAY": name}

    def window(self, title: str) -> str:
        """The number of the window with this in its title, when it is there. Raises Problem."""
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            if found := self._xdotool("search", "--onlyvisible", "--name", title).split():
                return found[-1]
            time.sleep(0.1)
        raise Problem(f"No window with {title!r} in its title came within {_PATIENCE_S} s.")

    def wait_until_gone(self, window: str) -> None:
        """Until the window is closed. Raises Problem."""
        deadline = time.monotonic() + _PATIENCE_S
        while self._xdotool("getwindowname", window):
            if time.monotonic() > deadline:
                raise Problem("The window was asked to close, and stayed.")
            time.sleep(0.1)

    def close(self, window: str) -> None:
        """As a person does by keyboard; the window manager hears it."""
        self._xdotool("windowactivate", "--sync", window)
        self.key("alt+F4")

    def drag(self, *places: tuple[int, int]) -> None:
        """Press the mouse at the first place, move over the others, let go."""
        words = [word for x, y in places[1:] for word in ("mousemove", str(x), str(y), "sleep", "0.1")]
        x, y = places[0]
        self._xdotool(
            "mousemove", str(x), str(y), "sleep", "0.2", "mousedown", "1", "sleep", "0.1", *words, "mouseup", "1"
        )

    def key(self, name: str) -> None:
        self._xdotool("key", name)

    def picture(self, path: Path) -> None:
        """Writes what the display shows as a PNG, once a window is painted and nothing changes any more. Raises
        Problem where it stays empty."""
        deadline = time.monotonic() + _PATIENCE_S
        path.unlink(missing_ok=True)
        before = b""
        while len(before) < _EMPTY_BYTES or before != path.read_bytes():
            if time.monotonic() > deadline:
                raise Problem(f"The window stayed empty, or never came to rest: {path}")
            before = path.read_bytes() if path.exists() else b""
            time.sleep(1)
            subprocess.run(["import", "-window", "root", path], env=self.environment, check=True)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()


@contextmanager
def virtual_display() -> Iterator[VirtualDisplay]:
    """A display with its window manager, as long as the block runs."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-nolisten", "tcp", "-displayfd", str(write), "-screen", "0", _SCREEN],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    manager = None
    try:
        with os.fdopen(read) as number:
            display = VirtualDisplay(f":{number.readline().strip()}")
        manager = subprocess.Popen(["openbox"], env=display.environment, stdout=subprocess.DEVNULL)
        yield display
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(10)
