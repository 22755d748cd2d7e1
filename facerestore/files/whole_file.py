"""Whether a file has arrived to its end, by what its format says of its own length."""

import os
import zipfile
from pathlib import Path
from typing import BinaryIO, Final

import tifffile

from facerestore.files.file_kinds import ENOUGH_BYTES, format_of

_TAIL_BYTES: Final = 64 * 1024
"""What programs add after the end of a picture is seldom more."""
_ENDS: Final = {"png": b"IEND", "jpeg": b"\xff\xd9"}
_ZIP: Final = b"PK\x03\x04"


def seems_whole(path: Path) -> bool:
    """Whether the file can be opened, and nothing says that its end is missing.

    It is not decoded: pixels may be damaged all the same, and a file with much after its end seems not whole. So this
    is a reason to wait, and no verdict.
    """
    try:
        with path.open("rb") as stream:
            beginning = stream.read(ENOUGH_BYTES)
            length = stream.seek(0, os.SEEK_END)
            return length > 0 and _has_end(stream, beginning, length)
    except (OSError, ValueError):
        return False


def _has_end(stream: BinaryIO, beginning: bytes, length: int) -> bool:
    kind = format_of(beginning)
    if kind in _ENDS:
        stream.seek(max(0, length - _TAIL_BYTES))
        return _ENDS[kind] in stream.read(_TAIL_BYTES)
    if kind == "webp":
        return int.from_bytes(beginning[4:8], "little") + 8 <= length
    if kind == "tiff":
        return _tiff_has_end(stream, length)
    if beginning.startswith(_ZIP):  # as projects are
        return zipfile.is_zipfile(stream)
    return True


def _tiff_has_end(stream: BinaryIO, length: int) -> bool:
    """All that its directories point to lies in the file."""
    stream.seek(0)
    try:
        with tifffile.TiffFile(stream) as tiff:
            pages = list(tiff.pages)
            return bool(pages) and all(
                offset + count <= length
                for page in pages
                for offset, count in zip(
                    getattr(page, "dataoffsets", ()), getattr(page, "databytecounts", ()), strict=False
                )
            )
    except Exception:  # noqa: BLE001 - tifffile raises what it meets; the reader says later what is wrong
        return False
