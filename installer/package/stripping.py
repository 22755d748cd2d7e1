"""Libraries without the symbols that debuggers read, which some wheels bring along: 15 MB less.

Qt and Qt for Python stay the builds of their project, as ``licences.html`` says; OpenCV's module has none.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from package import debian_packages, layout
from package.running import run

_PAGE: Final = 4096
_LOAD: Final = 1
_UNCHANGED: Final = frozenset({"PySide6", "shiboken6", "cv2"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Strip:
    """The program of the lock, with its libraries: another version's output need not be the same."""

    program: Path
    libraries: Path

    def over(self, packages: Path) -> None:
        """Every library of the packages. Raises Problem."""
        for path in sorted(packages.rglob("*.so*")):
            is_ours = path.relative_to(packages).parts[0] not in _UNCHANGED
            if is_ours and path.is_file() and not path.is_symlink() and layout.is_elf(path):
                self._strip(path)

    def _strip(self, path: Path) -> None:
        lighter = path.with_name(f"{path.name}.lighter")
        variables = {"LD_LIBRARY_PATH": str(self.libraries)}
        run([self.program, "--strip-unneeded", "-o", lighter, path], variables=variables)
        # of a library that patchelf changed, strip makes one that cannot be loaded: that one stays as it is
        if can_be_loaded(lighter.read_bytes()):
            lighter.replace(path)
        else:
            lighter.unlink()


def can_be_loaded(content: bytes) -> bool:
    """Whether every part of a 64-bit ELF library lies in the file as it does in the pages of memory."""
    (headers_at,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    headers = (struct.unpack_from("<II6Q", content, headers_at + size * index) for index in range(count))
    return all((address - at) % _PAGE == 0 for kind, _, at, address, *_ in headers if kind == _LOAD)


def strip(debian: Mapping[str, Path], scratch: Path) -> Strip:
    """Unpacked from Debian's packages."""
    unpacked = scratch / "strip"
    debian_packages.unpack([debian[name] for name in debian_packages.STRIP], unpacked)
    return Strip(program=unpacked / "usr/bin/x86_64-linux-gnu-strip", libraries=unpacked / "usr/lib/x86_64-linux-gnu")
