"""What does not ship: parts of the packages that the program never reaches. Each rule says why.

The check of the finished folder (``folder_check``) imports the whole program and uses what it imports late.
"""

import hashlib
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

COMMON_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "tests, and files for other programs": (
            *("**/tests", "**/*.pxd", "**/*.pyx", "**/*.a", "**/*.h", "**/*.hpp", "**/*.lib", "**/*.f", "**/*.f90"),
        ),
        "making and changing networks": tuple(
            f"onnxruntime/{name}" for name in ("transformers", "tools", "quantization", "backend", "datasets")
        ),
        "parts of scipy that neither the program nor scikit-image reaches": tuple(
            f"scipy/{name}"
            for name in (
                *("stats", "io", "signal", "integrate", "interpolate", "optimize", "odr", "misc", "datasets"),
                *("fftpack", "differentiate", "_lib/cobyqa", "_lib/pyprima", "_lib/_test_*"),
                *("sparse/linalg", "sparse/csgraph", "linalg/_decomp_interpolative.*"),
                "special/cython_special.*",
            )
        ),
        "parts of scikit-image that the program does not reach": tuple(
            f"skimage/{name}"
            for name in (
                *("feature", "restoration", "registration", "future", "metrics", "transform", "filters/rank"),
                *("filters/_multiotsu.*", "measure/_marching_cubes_lewiner_cy.*", "util/_remap.*"),
            )
        ),
        "what imageio reads but pictures that Pillow reads": tuple(
            f"imageio/plugins/{name}*.py"
            for name in (
                *(
                    "_[!_]",
                    "bsdf",
                    "dicom",
                    "example",
                    "feisem",
                    "ffmpeg",
                    "fits",
                    "freeimage",
                    "gdal",
                    "grab",
                    "lytro",
                ),
                *("npz", "opencv", "pillow_legacy", "pillowmulti", "pyav", "pydicom", "rawpy", "simpleitk", "spe"),
                *("swf", "tifffile"),
            )
        ),
        "parts of Pillow": ("PIL/_avif.*", "PIL/_imagingtk.*", "PIL/_imagingcms.*"),
        "cascades and scripts of OpenCV": ("cv2/data", "cv2/gapi", "cv2/samples"),
        "training, which needs PyTorch": ("facerestore_training",),
        "building of extensions": ("numpy/_core/include", "numpy/_core/lib", "numpy/distutils", "numpy/f2py/src"),
        "what numpy's own tests call": ("numpy/_core/_simd.*",),
    }
)
"""Patterns below the packages, on every system."""

_QT_TOOLS: Final = (
    *("assistant*", "Assistant.app", "designer*", "Designer.app", "linguist*", "Linguist.app", "lrelease*", "lupdate*"),
    *("qml*", "balsam*", "rcc*", "uic*", "svgtoqml*", "scripts", "doc", "glue", "include", "typesystems"),
)
_QT_PLUGINS: Final = (
    *("assetimporters", "designer", "egldeviceintegrations", "generic", "networkinformation", "printsupport"),
    *("qmllint", "qmltooling", "scxmldatamodel", "sqldrivers", "tls", "vectorimageformats"),
    "wayland-graphics-integration-server",
    "platforminputcontexts/*qtvirtualkeyboard*",
    *(
        f"platforms/*q{name}.*"
        for name in ("direct2d", "eglfs", "linuxfb", "minimal", "minimalegl", "vkkhrdisplay", "vnc")
    ),
    *(f"imageformats/*q{name}.*" for name in ("pdf", "icns", "tga", "wbmp")),
)
"""For what no part of the window does."""

PACKAGE_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **COMMON_RULES,
        "Qt's tools, and what they read": (
            *(f"PySide6/{name}" for name in (*_QT_TOOLS, "lib", "plugins")),
            *(f"PySide6/Qt/{name}" for name in ("libexec", "metatypes", "qml")),
        ),
        "Qt's plugins": tuple(f"PySide6/Qt/plugins/{name}" for name in _QT_PLUGINS),
        "the library for C programs; Python's module holds all of it": ("onnxruntime/capi/libonnxruntime.so*",),
    }
)
"""Patterns below the packages of the folder for Linux."""

WINDOWS_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **COMMON_RULES,
        "Qt's tools, and what they read": tuple(f"PySide6/{name}" for name in (*_QT_TOOLS, "metatypes", "lib")),
        "Qt's plugins": tuple(f"PySide6/plugins/{name}" for name in _QT_PLUGINS),
        # of the same interface as a driver's, for computers without one; the window draws without OpenGL
        "OpenGL by the processor": ("PySide6/opengl32sw.dll",),
        "videos": ("cv2/opencv_videoio_ffmpeg*",),
        "the library for C programs; Python's module holds all of it": ("onnxruntime/capi/onnxruntime.dll",),
    }
)
MACOS_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **COMMON_RULES,
        "Qt's tools, and what they read": (
            *(f"PySide6/{name}" for name in _QT_TOOLS),
            *(f"PySide6/Qt/{name}" for name in ("libexec", "metatypes", "qml")),
        ),
        "Qt's plugins": tuple(f"PySide6/Qt/plugins/{name}" for name in _QT_PLUGINS),
        "the library for C programs; Python's module holds all of it": ("onnxruntime/capi/libonnxruntime.*dylib",),
    }
)

QT_MODULES: Final = frozenset({"QtCore", "QtDBus", "QtGui", "QtSvg", "QtWidgets"})
"""What the window imports, and what that imports."""

CODECS: Final = frozenset(
    {"_ccitt", "_deflate", "_imcd", "_jpeg8", "_png", "_shared", "_shared_cython", "_webp", "_zlib"}
)
"""What the file layer reads and writes: PNG, WebP, and TIFF with what it takes for a common compression."""

LANGUAGES: Final = ("de", "en", "es", "fr", "zh_CN")
SAMPLE_PICTURE: Final = "astronaut.png"
LIBRARY_PLACES: Final = ("*.libs/*.so*", "PySide6/Qt/lib/*.so*")
_PACKAGES_WITH_STUBS_TO_READ: Final = frozenset({"skimage"})
"""Its lazy imports are read from its stubs (lazy_loader)."""


def prune(folder: Path, patchelf: Path) -> None:
    """Take out what the rules name, then libraries that nothing needs any more."""
    packages = folder / layout.PACKAGES
    remove(folder / layout.LIBRARY, LIBRARY_RULES)
    prune_packages(packages, PACKAGE_RULES)
    needs = {path: run([patchelf, "--print-needed", path]).split() for path in _elf_files(folder)}
    remove_unneeded_libraries(packages, LIBRARY_PLACES, needs)
    link_twins(packages)
    remove_empty_folders(folder)


def prune_packages(packages: Path, rules: Mapping[str, Iterable[str]]) -> None:
    """Take out of the packages what the rules name, and what the window's modules of Qt and the file layer's codecs
    are not."""
    remove(packages, rules)
    _remove_qt_modules(packages / "PySide6")
    _remove_codecs(packages / "imagecodecs")
    _remove_files(packages)


def remove(folder: Path, rules: Mapping[str, Iterable[str]]) -> None:
    """What the patterns match below a folder. A folder that is named goes with all that is in it."""
    for patterns in rules.values():
        for pattern in patterns:
            for found in sorted(folder.glob(pattern)):
                _remove(found)


def remove_unneeded_libraries(packages: Path, places: Iterable[str], needs: Mapping[Path, Iterable[str]]) -> None:
    """Libraries at the places that no module, plugin or other library needs. ``needs``: names by the file that needs
    them, of all files; small and large letters are the same."""
    left = {path: {name.lower() for name in names} for path, names in needs.items()}
    libraries = {path for pattern in places for path in packages.glob(pattern)}
    while unneeded := {path for path in libraries if path.name.lower() not in set().union(*left.values())}:
        for path in unneeded:
            path.unlink()
            libraries.remove(path)
            left.pop(path, None)


def link_twins(packages: Path) -> None:
    """One file for the same library that several wheels brought, under its name in each: numpy and scipy carry the
    same run-time library of Fortran."""
    first: dict[tuple[str, str], Path] = {}
    for path in sorted(packages.glob("*.libs/*.so*")):
        if path.is_symlink():
            continue
        same = first.setdefault((path.name, hashlib.sha256(path.read_bytes()).hexdigest()), path)
        if same is not path:
            path.unlink()
            path.symlink_to(Path("..", same.parent.name, same.name))


def _elf_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and layout.is_elf(path)]


def _remove_qt_modules(pyside: Path) -> None:
    for module in (*pyside.glob("Qt*.abi3.so"), *pyside.glob("Qt*.pyd")):
        if module.name.split(".")[0] not in QT_MODULES:
            module.unlink()
    for library in (*pyside.glob("libpyside6qml*"), *pyside.glob("pyside6qml*")):
        library.unlink()
    for translation in (*pyside.glob("Qt/translations/*.qm"), *pyside.glob("translations/*.qm")):
        if translation.stem not in {f"{part}_{language}" for part in ("qt", "qtbase") for language in LANGUAGES}:
            translation.unlink()


def _remove_codecs(imagecodecs: Path) -> None:
    for module in (*imagecodecs.glob("_*.so"), *imagecodecs.glob("_*.pyd")):
        if module.name.split(".")[0] not in CODECS:
            module.unlink()


def _remove_files(packages: Path) -> None:
    """Stubs that nothing reads, translations in their sources, pictures of scikit-image that are not the sample's."""
    for stub in packages.rglob("*.pyi"):
        if stub.relative_to(packages).parts[0] not in _PACKAGES_WITH_STUBS_TO_READ:
            stub.unlink()
    for source in (packages / "facerestore_resources/translations").glob("*.ts"):
        source.unlink()
    for picture in (packages / "skimage/data").glob("*"):
        if picture.name != SAMPLE_PICTURE and picture.suffix not in (".py", ".pyi"):
            _remove(picture)


def remove_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
