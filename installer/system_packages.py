"""Libraries of the system that Qt needs on Linux: what is missing, and how to get it."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

from problems import Problem

_QT: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Shared libraries that every Qt window needs, also one that nobody sees, with their Debian packages."""

_DISPLAY: Final = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""What a window on an X11 display needs besides."""

_XVFB: Final = {"xvfb-run": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "openbox": "openbox"}


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing(*, with_display: bool) -> list[str]:
    """Debian's names of the packages whose libraries cannot be loaded; empty on Windows and macOS."""
    if sys.platform != "linux":
        return []
    needed = {**_QT, **_DISPLAY} if with_display else _QT
    return [package for library, package in needed.items() if not _loads(library)]


def missing_xvfb() -> list[str]:
    """Xvfb, a display without a screen, on which the tests open the real window; what starts it, a mouse and keyboard
    for it, and a window manager."""
    if sys.platform != "linux":
        return []
    return [package for program, package in _XVFB.items() if shutil.which(program) is None]


def advice(packages: Sequence[str]) -> str:
    """The command that installs them, or their names where the system has no apt."""
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(packages)}"
    return f"install these with your system's packages (names as in Debian): {' '.join(packages)}"


def may_install() -> bool:
    """Whether ``install`` may try: as root, or in CI."""
    return _root_prefix() is not None and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Installs packages with apt, as root or in CI; else raises Problem with the command to type."""
    if not packages:
        return
    prefix = _root_prefix()
    if prefix is None or not may_install():
        raise Problem(f"Some packages of the system are missing. This installs them:\n    {advice(packages)}")
    print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        words = [*prefix, "apt-get", *command]
        done = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise Problem(f"apt could not install what is missing. Try it yourself:\n    {advice(packages)}")


def _root_prefix() -> list[str] | None:
    """What goes before apt-get: nothing for root, sudo in CI, None where a person should decide."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if os.environ.get("CI") == "true" and shutil.which("sudo"):
        return ["sudo", "-n"]
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
