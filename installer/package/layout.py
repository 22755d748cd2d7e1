"""Where things are in the relocatable folder."""

from pathlib import Path
from typing import Final

PYTHON: Final = "lib/facerestore"
"""The interpreter. Its name is what lists of processes show; it finds its library beside it, wherever the folder is."""

LIBRARY: Final = "lib/python3.11"
PACKAGES: Final = f"{LIBRARY}/dist-packages"
"""What Debian's Python calls site-packages."""

SHARED: Final = "lib/shared"
"""Shared libraries of the interpreter, which a bare system may lack."""

QT_LIBRARIES: Final = f"{PACKAGES}/PySide6/Qt/lib"
LICENCES: Final = "licences.html"


def folder_name(version: str) -> str:
    return f"facerestore-{version}-linux-x86_64"


def is_elf(path: Path) -> bool:
    """Whether a file is a program or a library."""
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"
