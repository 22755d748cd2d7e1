"""Texts of licences that packages refer to by name only, out of Debian's base-files, on a system without dpkg."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from problems import Problem

from package import interpreters, lock

NAMES: Final = ("LGPL-3", "GPL-3", "GPL-2", "Apache-2.0")
_PACKAGE: Final = "base-files"
_FOLDER: Final = "./usr/share/common-licenses"
_MAGIC: Final = b"!<arch>\n"
_ENTRY_BYTES: Final = 60


def pinned(locked: lock.Lock) -> interpreters.PinnedFile:
    """Debian's package, by the lock."""
    (file,) = (one for one in locked.debian if one.name == _PACKAGE)
    name = f"{_PACKAGE}_{file.version}_amd64.deb"
    address = f"http://deb.debian.org/debian/pool/main/b/{_PACKAGE}/{name}"
    return interpreters.PinnedFile(address=address, sha256=file.sha256)


def texts(package: Path) -> dict[str, str]:
    """By name. Raises Problem."""
    members = dict(_members(package.read_bytes()))
    data = next((content for name, content in members.items() if name.startswith("data.tar")), None)
    if data is None:
        raise Problem(f"{package} is no Debian package.")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        opened = {name: archive.extractfile(f"{_FOLDER}/{name}") for name in NAMES}
        return {name: stream.read().decode() for name, stream in opened.items() if stream is not None}


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Files of an ar archive."""
    at = len(_MAGIC) if content.startswith(_MAGIC) else len(content)
    while at < len(content):
        header = content[at : at + _ENTRY_BYTES]
        name, size = header[:16].decode().strip().rstrip("/"), int(header[48:58])
        at += _ENTRY_BYTES
        yield name, content[at : at + size]
        at += size + size % 2
