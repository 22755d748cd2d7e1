"""Python for the systems that are not Debian's: archives of their makers, by SHA-256."""

import hashlib
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from problems import Problem

_WAIT_S: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class PinnedFile:
    """A file of the web that is one file for ever."""

    address: str
    sha256: str

    @property
    def name(self) -> str:
        return self.address.rsplit("/", 1)[1].replace("%2B", "+")


WINDOWS: Final = PinnedFile(
    address="https://www.python.org/ftp/python/3.11.9/python-3.11.9-embed-amd64.zip",
    sha256="009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b",
)
"""The embeddable build, the last of 3.11 that python.org made for Windows."""

MACOS: Final = PinnedFile(
    address="https://github.com/astral-sh/python-build-standalone/releases/download/20260901/"
    "cpython-3.11.16%2B20260901-aarch64-apple-darwin-install_only_stripped.tar.gz",
    sha256="768f05cf200273bbdda9a5955a5a6892a4b22f2a0b1e4b0a9160f5c7fce86816",
)
"""A build that runs from any path, which python.org's for macOS does not. It is the one that uv installs."""


def fetch(file: PinnedFile, folder: Path) -> Path:
    """The file, from the folder or from its address. Raises Problem."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / file.name
    if not target.exists():
        try:
            with urllib.request.urlopen(file.address, timeout=_WAIT_S) as answer:
                content = answer.read()
        except OSError as error:
            raise Problem(f"{file.address} could not be fetched: {error}") from error
        if hashlib.sha256(content).hexdigest() != file.sha256:
            raise Problem(f"{file.address} is not the file of the lock.")
        target.write_bytes(content)
    if hashlib.sha256(target.read_bytes()).hexdigest() != file.sha256:
        raise Problem(f"{target} is damaged. Delete it, and start again.")
    return target
