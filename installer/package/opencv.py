"""OpenCV's module without the libraries that it brings for what the program does not use.

OpenBLAS: scipy brings the same library, with ``scipy_`` before every name. OpenCV is made to look for these names
there. Both count with 32-bit integers, so that the calls are the same; ``folder_check`` calculates with it.

Videos and AVIF: the program has a file layer of its own, and never lets OpenCV open a file (a test of the architecture
sees to that). Their functions become ``abort``, and the libraries, patents and all, stay out.
Together 80 MB less, a seventh of the folder.
"""

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from problems import Problem

from package import layout
from package.running import PAGE_SIZE, run

_BLAS: Final = "libopenblas"
_BLAS_PREFIX: Final = "scipy_"
_BLAS_NAMES: Final = ("cblas_", "dge", "dpo", "sge", "spo")
_CODECS: Final = ("libavcodec", "libavformat", "libavutil", "libswscale", "libswresample", "libavif")
_CODEC_NAMES: Final = ("av_", "avcodec_", "avformat_", "avif", "avio_", "sws_", "swscale_", "swr_")
_PLACES: Final = "$ORIGIN/../opencv_python_headless.libs:$ORIGIN/../scipy.libs"
_DYNSYM: Final = 11
_UNDEFINED: Final = 0


def lighten(folder: Path, patchelf: Path, scratch: Path) -> None:
    """What OpenCV brought is then needed by nobody, and pruned. Raises Problem where OpenCV or scipy changed."""
    packages = folder / layout.PACKAGES
    module = packages / "cv2/cv2.abi3.so"
    needed = run([patchelf, "--print-needed", module]).split()
    dropped = [name for name in needed if name.startswith((_BLAS, *_CODECS))]
    others = sorted((packages / "scipy.libs").glob("libscipy_openblas-*.so"))
    if not any(name.startswith(_BLAS) for name in dropped) or len(others) != 1:
        raise Problem(f"OpenCV needs {needed}, scipy has {others}: look at package/opencv.py again.")
    new_names = renamed(list(undefined_names(module)))
    names = scratch / "names.txt"
    names.write_text("".join(f"{old} {new}\n" for old, new in new_names.items()), encoding="utf-8")
    unversioned = [word for old in new_names for word in ("--clear-symbol-version", old)]
    run([patchelf, *PAGE_SIZE, *unversioned, module])
    run([patchelf, *PAGE_SIZE, "--rename-dynamic-symbols", names, module])
    run(
        [
            patchelf,
            *PAGE_SIZE,
            *(word for name in dropped for word in ("--replace-needed", name, others[0].name)),
            module,
        ]
    )
    run([patchelf, *PAGE_SIZE, "--force-rpath", "--set-rpath", _PLACES, module])


def renamed(names: Sequence[str]) -> dict[str, str]:
    """What the module is to call in the place of the functions that it loses."""
    blas = {name: _BLAS_PREFIX + name for name in names if name.startswith(_BLAS_NAMES)}
    return blas | {name: "abort" for name in names if name.startswith(_CODEC_NAMES)}


def undefined_names(library: Path) -> Iterator[str]:
    """Names that a 64-bit ELF library looks for in others."""
    content = library.read_bytes()
    (sections_at,) = struct.unpack_from("<Q", content, 40)
    size, count = struct.unpack_from("<HH", content, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", content, sections_at + size * index) for index in range(count)]
    for _, kind, _, _, offset, length, link, _, _, entry_size in sections:
        if kind != _DYNSYM:
            continue
        strings_at = sections[link][4]
        for at in range(offset + entry_size, offset + length, entry_size):
            name_at, _, _, section = struct.unpack_from("<IBBH", content, at)
            if section == _UNDEFINED:
                start = strings_at + name_at
                yield content[start : content.index(b"\0", start)].decode()
