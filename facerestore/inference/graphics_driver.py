"""What the system's driver says of the graphics cards, without a library of networks: whether there is one, its
version, the cards' names, how much of their memory is free. Nothing here begins to calculate on a card.

NVIDIA's management library comes with its driver; three of its functions are called here, for which a package would be
one more to ship.
"""

import ctypes
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_DRIVERS: Final = {"linux": "libcuda.so.1", "win32": "nvcuda.dll"}
_MANAGEMENT: Final = {"linux": "libnvidia-ml.so.1", "win32": "nvml.dll"}
_NAME_BYTES: Final = 96
_AMD: Final = Path("/dev/kfd")


def may_have_graphics() -> bool:
    """Whether it is worth importing PyTorch to ask it: a driver of NVIDIA or AMD, or a Mac with Metal."""
    return is_mac_with_metal() or _AMD.exists() or has_nvidia_driver()


def is_mac_with_metal() -> bool:
    return sys.platform == "darwin" and platform.machine() == "arm64"


def has_nvidia_driver() -> bool:
    try:
        return sys.platform in _DRIVERS and bool(ctypes.CDLL(_DRIVERS[sys.platform]))
    except OSError:
        return False


def driver_and_cards() -> str:
    """Version of the driver and names of the cards, as a text that changes when one of them does. What only the system
    knows is known by the system's version."""
    with _management() as library:
        if library is None:
            return f"{platform.system()} {platform.release()} {platform.mac_ver()[0]}".strip()
        count = ctypes.c_uint()
        library.nvmlDeviceGetCount_v2(ctypes.byref(count))
        names = [_text(library.nvmlDeviceGetName, _card(library, index)) for index in range(count.value)]
        return f"NVIDIA driver {_text(library.nvmlSystemGetDriverVersion)}, {', '.join(names)}"


def free_nvidia_bytes() -> int | None:
    """What is free on the first card; None where that cannot be told."""
    with _management() as library:
        if library is None:
            return None
        memory = _Memory()
        failed = library.nvmlDeviceGetMemoryInfo(_card(library, 0), ctypes.byref(memory))
        return None if failed else int(memory.free)


class _Memory(ctypes.Structure):
    """``nvmlMemory_t``. Source: NVML API Reference, "Device Structs"."""

    _fields_ = (("total", ctypes.c_ulonglong), ("free", ctypes.c_ulonglong), ("used", ctypes.c_ulonglong))


@contextmanager
def _management() -> Iterator[Any]:
    """NVIDIA's management library, or None where there is none that works."""
    try:
        library: Any = ctypes.CDLL(_MANAGEMENT.get(sys.platform, _MANAGEMENT["linux"]))
    except OSError:
        yield None
        return
    if library.nvmlInit_v2():
        yield None
        return
    try:
        yield library
    finally:
        library.nvmlShutdown()


def _card(library: Any, index: int) -> ctypes.c_void_p:
    handle = ctypes.c_void_p()
    library.nvmlDeviceGetHandleByIndex_v2(ctypes.c_uint(index), ctypes.byref(handle))
    return handle


def _text(function: Any, *given: Any) -> str:
    """What a function writes into a place for a text."""
    place = ctypes.create_string_buffer(_NAME_BYTES)
    return "unknown" if function(*given, place, ctypes.c_uint(_NAME_BYTES)) else place.value.decode("utf-8", "replace")
