"""What does not ship: parts of the packages that the program never reaches. Each rule says why.

The check of the finished folder (``folder_check``) imports the whole program and uses what it imports late.
"""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from package import layout
from package.running import run

LIBRARY_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "no building of extensions": ("config-*", "distutils", "lib2to3", "ensurepip", "venv"),
        "no terminal programs": ("curses", "idlelib", "tkinter", "turtle*", "pydoc_data", "__phello__"),
        "libraries that are not carried": tuple(
            f"lib-dynload/{name}.*"
            for name in ("_curses", "_curses_panel", "readline", "_dbm", "_gdbm", "nis", "_uuid")
        ),
        "tests": ("lib-dynload/_test*", "lib-dynload/_xx*", "lib-dynload/xx*", "lib-dynload/_ctypes_test*", "test"),
    }
)
"""Patterns below the standard library."""

PACKAGE_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "tests, and files for other programs": ("**/tests", "**/*.pxd", "**/*.pyx", "**/*.a", "**/*.h", "**/*.hpp"),
        "Qt's tools, and what they read": (
            *(f"PySide6/{name}" for name in ("assistant", "designer", "linguist", "lrelease", "lupdate", "qml*")),
            *(f"PySide6/{name}" for name in ("balsam*", "rcc", "uic", "svgtoqml", "scripts", "doc", "glue", "include")),
            *(f"PySide6/{name}" for name in ("typesystems", "lib", "plugins", "Qt/libexec", "Qt/metatypes", "Qt/qml")),
        ),
        "Qt's plugins for what no part of the window does": tuple(
            f"PySide6/Qt/plugins/{name}"
            for name in (
                *("assetimporters", "designer", "egldeviceintegrations", "generic", "networkinformation"),
                *("printsupport", "qmllint", "qmltooling", "scxmldatamodel", "sqldrivers", "tls"),
                *("vectorimageformats", "wayland-graphics-integration-server"),
                "platforminputcontexts/libqtvirtualkeyboard*",
                *(f"platforms/libq{name}.so" for name in ("eglfs", "linuxfb", "minimalegl", "vkkhrdisplay", "vnc")),
                *(f"imageformats/libq{name}.so" for name in ("pdf", "icns", "tga", "wbmp")),
            )
        ),
        "the library for C programs; Python's module holds all of it": ("onnxruntime/capi/libonnxruntime.so*",),
        "making and changing networks": tuple(
            f"onnxruntime/{name}" for name in ("transformers", "tools", "quantization", "backend", "datasets")
        ),
        "parts of scipy that neither the program nor scikit-image reaches": tuple(
            f"scipy/{name}"
            for name in (
                *("stats", "io", "signal", "integrate", "interpolate", "optimize", "odr", "misc", "datasets"),
                *(
                    "fftpack",
                    "differentiate",
                    "_lib/cobyqa",
                    "_lib/pyprima",
                    "_lib/_test_*",
                    "special/cython_special.*",
                ),
            )
        ),
        "parts of scikit-image that the program does not reach": tuple(
            f"skimage/{name}"
            for name in (*("feature", "restoration", "registration", "future", "metrics", "transform", "filters/rank"),)
        ),
        "parts of Pillow": ("PIL/_avif.*", "PIL/_imagingtk.*", "PIL/_imagingcms.*"),
        "cascades and scripts of OpenCV": ("cv2/data", "cv2/gapi", "cv2/samples"),
        "training, which needs PyTorch": ("facerestore_training",),
        "building of extensions": ("numpy/_core/include", "numpy/_core/lib", "numpy/distutils"),
    }
)
"""Patterns below the packages."""

QT_MODULES: Final = frozenset({"QtCore", "QtDBus", "QtGui", "QtSvg", "QtWidgets"})
"""What the window imports, and what that imports."""

CODECS: Final = frozenset(
    {"_ccitt", "_deflate", "_imcd", "_jpeg8", "_png", "_shared", "_shared_cython", "_webp", "_zlib"}
)
"""What the file layer reads and writes: PNG, WebP, and TIFF with what it takes for a common compression."""

LANGUAGES: Final = ("de", "en", "es", "fr", "zh_CN")
SAMPLE_PICTURE: Final = "astronaut.png"
_LIBRARY_FOLDERS: Final = ("*.libs", "PySide6/Qt/lib")
_PACKAGES_WITH_STUBS_TO_READ: Final = frozenset({"skimage"})
"""Its lazy imports are read from its stubs (lazy_loader)."""


def prune(folder: Path, patchelf: Path) -> None:
    """Take out what the rules name, then libraries that nothing needs any more."""
    packages = folder / layout.PACKAGES
    remove(folder / layout.LIBRARY, LIBRARY_RULES)
    remove(packages, PACKAGE_RULES)
    _remove_qt_modules(packages / "PySide6")
    _remove_codecs(packages / "imagecodecs")
    _remove_files(packages)
    remove_unneeded_libraries(folder, patchelf)
    _remove_empty_folders(folder)


def remove(folder: Path, rules: Mapping[str, Iterable[str]]) -> None:
    """What the patterns match below a folder. A folder that is named goes with all that is in it."""
    for patterns in rules.values():
        for pattern in patterns:
            for found in sorted(folder.glob(pattern)):
                _remove(found)


def remove_unneeded_libraries(folder: Path, patchelf: Path) -> None:
    """Libraries in the packages' own folders of libraries that no module, plugin or other library needs."""
    needs = {path: run([patchelf, "--print-needed", path]).split() for path in _elf_files(folder)}
    packages = folder / layout.PACKAGES
    libraries = {path for pattern in _LIBRARY_FOLDERS for path in packages.glob(f"{pattern}/*.so*")}
    while unneeded := {
        path for path in libraries if path.name not in {name for names in needs.values() for name in names}
    }:
        for path in unneeded:
            path.unlink()
            libraries.remove(path)
            del needs[path]


def _elf_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and layout.is_elf(path)]


def _remove_qt_modules(pyside: Path) -> None:
    for module in pyside.glob("Qt*.abi3.so"):
        if module.name.split(".")[0] not in QT_MODULES:
            module.unlink()
    for library in pyside.glob("libpyside6qml*"):
        library.unlink()
    for translation in (pyside / "Qt/translations").glob("*.qm"):
        if translation.stem not in {f"{part}_{language}" for part in ("qt", "qtbase") for language in LANGUAGES}:
            translation.unlink()


def _remove_codecs(imagecodecs: Path) -> None:
    for module in imagecodecs.glob("_*.so"):
        if module.name.split(".")[0] not in CODECS:
            module.unlink()


def _remove_files(packages: Path) -> None:
    """Stubs that nothing reads, translations in their sources, pictures of scikit-image that are not the sample's,
    and weights in the form that PyTorch reads: the exported networks hold the same numbers."""
    for stub in packages.rglob("*.pyi"):
        if stub.relative_to(packages).parts[0] not in _PACKAGES_WITH_STUBS_TO_READ:
            stub.unlink()
    for source in (packages / "facerestore_resources/translations").glob("*.ts"):
        source.unlink()
    for picture in (packages / "skimage/data").glob("*"):
        if picture.name != SAMPLE_PICTURE and picture.suffix not in (".py", ".pyi"):
            _remove(picture)
    for weights in (packages / "facerestore_resources/weights").glob("*.safetensors"):
        weights.unlink()


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
