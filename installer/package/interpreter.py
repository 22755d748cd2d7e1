"""CPython of its own: Debian's, with the libraries that it needs, made to run from any path."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from package import debian_packages, layout
from package.running import PAGE_SIZE, run


def install(folder: Path, packages: Mapping[str, Path], patchelf: Path, scratch: Path) -> None:
    """The interpreter, its standard library and their shared libraries."""
    unpacked = scratch / "interpreter"
    debian_packages.unpack([packages[name] for name in debian_packages.INTERPRETER], unpacked)
    python, library = folder / layout.PYTHON, folder / layout.LIBRARY
    python.parent.mkdir(parents=True)
    shutil.copy(unpacked / "usr/bin/python3.11", python)
    # links lead into /etc
    shutil.copytree(unpacked / "usr/lib/python3.11", library, symlinks=True)
    for link in [path for path in library.rglob("*") if path.is_symlink()]:
        link.unlink()
    (library / "EXTERNALLY-MANAGED").unlink()  # for pip, which does not ship
    _copy_libraries(packages, debian_packages.INTERPRETER_LIBRARIES, folder / layout.SHARED, scratch / "libraries")
    # RPATH rather than RUNPATH: it holds for what the modules need too, and nothing in the environment overrides it
    run([patchelf, *PAGE_SIZE, "--force-rpath", "--set-rpath", f"$ORIGIN/{Path(layout.SHARED).name}", python])


def install_qt_libraries(folder: Path, packages: Mapping[str, Path], scratch: Path) -> None:
    """Beside Qt's own, where Qt's libraries look first."""
    _copy_libraries(packages, debian_packages.QT_LIBRARIES, folder / layout.QT_LIBRARIES, scratch / "qt-libraries")


def _copy_libraries(
    packages: Mapping[str, Path], wanted: Mapping[str, tuple[str, ...]], place: Path, scratch: Path
) -> None:
    debian_packages.unpack([packages[package] for package in wanted], scratch)
    place.mkdir(parents=True, exist_ok=True)
    for name in (name for group in wanted.values() for name in group):
        shutil.copy(debian_packages.library(scratch, name), place / name)
