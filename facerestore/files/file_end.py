"""Whether a picture's file ends where it should, found without decoding it."""

import os
from pathlib import Path
from typing import Final

from facerestore.files.file_kinds import ENOUGH_BYTES, format_of
from facerestore.files.jpeg_segments import scans_of, walked
from facerestore.files.stored_picture import UnsupportedPicture

_TAIL_BYTES: Final = 2**16
_JPEG_END: Final = b"\xff\xd9"
_PNG_END: Final = b"IEND"


def missing_end(path: Path) -> UnsupportedPicture | None:
    """Why a file cannot be a whole picture: it is empty, or a JPEG or PNG that breaks off. None for all others, and for
    what cannot be opened. Reads the beginning and the end; all of a JPEG that something else follows."""
    try:
        with path.open("rb") as stream:
            beginning = stream.read(ENOUGH_BYTES)
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _TAIL_BYTES))
            tail = stream.read()
        if not beginning:
            return UnsupportedPicture.truncated()
        match format_of(beginning):
            case "png" if _PNG_END not in tail:
                return UnsupportedPicture.truncated()
            case "jpeg" if _JPEG_END not in tail and _breaks_off(path.read_bytes()):
                return UnsupportedPicture.truncated()
    except OSError:
        return None
    return None


def _breaks_off(data: bytes) -> bool:
    """Whether a JPEG has no end, whatever lies behind it."""
    try:
        segments, _ = walked(data)
        return scans_of(segments[-1].data).end is None
    except UnsupportedPicture:
        return True
