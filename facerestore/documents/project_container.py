"""The zip of a project file: refused unless it is plain, its members read and written as they are.

Nothing in it is packed, so that no member can grow beyond the file.
"""

import os
import stat
import struct
import zipfile
from typing import BinaryIO, Final

from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.translatable_text import TranslatableText

SUFFIX: Final = ".facerestore"
MAX_FILE_BYTES: Final = 2 * 2**30 - 1
"""Below what would need zip's 64-bit extension."""
_MAX_MEMBERS: Final = 8192
_MAX_DIRECTORY_BYTES: Final = 2**20
_END: Final = struct.Struct("<4sHHHHIIH")


def refuse_container(stream: BinaryIO) -> None:
    """Raises UnsupportedPicture for what is no plain small zip, before the zip's own directory is read."""
    size = stream.seek(0, os.SEEK_END)
    if size > MAX_FILE_BYTES:
        raise UnsupportedPicture(
            TranslatableText("The file is too large: {size} GB.", size=f"{size / 2**30:.1f}"),
            "No project takes more than 2 GB.",
        )
    stream.seek(0)
    if stream.read(4) != b"PK\x03\x04":
        raise UnsupportedPicture(
            "The file is not a project of facerestore.",
            TranslatableText("Open a file that ends in {suffix}.", suffix=SUFFIX),
        )
    # with the place before it, where the end of a zip with 64-bit sizes would point to its real directory
    stream.seek(max(0, size - _END.size - 20))
    tail = stream.read()
    signature, disk, first_disk, here, total, directory_bytes, begins, comment = _END.unpack(tail[-_END.size :])
    if (
        signature != b"PK\x05\x06"
        or tail.startswith(b"PK\x06\x07")
        or (disk, first_disk, comment) != (0, 0, 0)
        or begins + directory_bytes + _END.size != size
    ):
        raise UnsupportedPicture("The project ends too early, or something was added to it.", "Use another copy of it.")
    if here != total or total > _MAX_MEMBERS or directory_bytes > _MAX_DIRECTORY_BYTES:
        raise UnsupportedPicture.damaged("it has too many parts")


def members_of(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What is in the archive, by name. Raises UnsupportedPicture for everything that this program does not write."""
    members: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        if info.filename in members:
            raise UnsupportedPicture.damaged("two parts have one name")
        plain = info.compress_type == zipfile.ZIP_STORED and info.flag_bits == 0
        kind = stat.S_IFMT(info.external_attr >> 16)
        if (
            not plain
            or info.compress_size != info.file_size
            or kind not in (0, stat.S_IFREG)
            or info.orig_filename != info.filename
        ):
            raise UnsupportedPicture.damaged("a part is stored in a way that this program does not use")
        members[info.filename] = info
    return members


def content_of(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> bytes:
    """A member's bytes, whose checksum is right. Raises UnsupportedPicture."""
    try:
        data = archive.read(members[name])
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, struct.error) as error:
        raise UnsupportedPicture.damaged(TranslatableText("{name} cannot be read", name=name)) from error
    if len(data) != members[name].file_size:
        raise UnsupportedPicture.truncated()
    return data


def add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    # the oldest date that a zip can hold: it would be the only thing in which two equal projects differ
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
