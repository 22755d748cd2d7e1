"""Packages of Debian 12: which are taken, how they are fetched and unpacked. Needs apt, not root."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from problems import Problem

from package.running import run

if TYPE_CHECKING:
    from package.lock import LockedFile

INTERPRETER: Final = ("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib")
INTERPRETER_LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "libexpat1": ("libexpat.so.1",),
        "zlib1g": ("libz.so.1",),
        "libbz2-1.0": ("libbz2.so.1.0",),
        "liblzma5": ("liblzma.so.5",),
        "libffi8": ("libffi.so.8",),
        "libssl3": ("libcrypto.so.3", "libssl.so.3"),
        "libsqlite3-0": ("libsqlite3.so.0",),
    }
)
"""What the interpreter and its modules need of the system, but the C library."""

QT_LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "libxcb-cursor0": ("libxcb-cursor.so.0",),
        "libxcb-icccm4": ("libxcb-icccm.so.4",),
        "libxcb-image0": ("libxcb-image.so.0",),
        "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
        "libxcb-render-util0": ("libxcb-render-util.so.0",),
        "libxcb-util1": ("libxcb-util.so.1",),
    }
)
"""Small libraries that Qt needs for X11 and that many desktops lack; without them no window opens. They lie beside
Qt's own: those have a RUNPATH, and with it what the interpreter says of other places does not count."""

STRIP: Final = ("binutils-x86-64-linux-gnu", "libbinutils")
"""What takes symbols for debuggers out of libraries, and its own libraries."""

TOOLS: Final = ("xz-utils", "base-files", *STRIP)
"""The first packs, and unpacks in the self-extracting installer; the second holds the texts of licences."""

_KEYRING: Final = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_SOURCES: Final = (
    ("http://deb.debian.org/debian", "bookworm"),
    ("http://deb.debian.org/debian", "bookworm-updates"),
    ("http://deb.debian.org/debian-security", "bookworm-security"),
)
_CONFIGURATION: Final = """\
Dir::Etc::sourcelist "{folder}/sources.list";
Dir::Etc::sourceparts "-";
Dir::State "{folder}";
Dir::State::status "/dev/null";
Dir::Cache "{folder}";
APT::Architecture "amd64";
APT::Architectures "amd64";
APT::Sandbox::User "";
Acquire::Languages "none";
"""


def all_names() -> tuple[str, ...]:
    return (*INTERPRETER, *INTERPRETER_LIBRARIES, *QT_LIBRARIES, *TOOLS)


def newest(scratch: Path) -> "tuple[LockedFile, ...]":
    """What Debian 12 serves today of every package that is taken."""
    from package.lock import LockedFile

    apt = _private_apt(scratch)
    shown = _apt(apt, ["apt-cache", "show", "--no-all-versions", *all_names()])
    found = {}
    for paragraph in shown.split("\n\n"):
        fields = dict(re.findall(r"^(Package|Version|SHA256): (\S+)$", paragraph, re.MULTILINE))
        if fields:
            found[fields["Package"]] = fields
    return tuple(
        LockedFile(name=name, version=found[name]["Version"], sha256=found[name]["SHA256"]) for name in all_names()
    )


def fetch(locked: "Iterable[LockedFile]", folder: Path, scratch: Path) -> dict[str, Path]:
    """The package files by name, from the folder or from Debian, each with the hash of the lock. Raises Problem."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {one.name: folder / f"{one.name}_{one.sha256[:16]}.deb" for one in locked}
    missing = [one for one in locked if not files[one.name].exists()]
    if missing:
        apt = _private_apt(scratch)
        given = scratch / "given"
        shutil.rmtree(given, ignore_errors=True)
        given.mkdir(parents=True)
        wanted = [f"{one.name}={one.version}" for one in missing]
        _apt(apt, ["apt-get", "download", "--quiet=2", *wanted], folder=given)
        downloaded = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in given.iterdir()}
        for one in missing:
            if one.sha256 not in downloaded:
                raise Problem(f"Debian's {one.name}={one.version} is not the file of the lock.")
            downloaded[one.sha256].replace(files[one.name])
    return files


def unpack(packages: Sequence[Path], folder: Path) -> None:
    """Everything of some packages in one folder, as dpkg would lay it out below ``/``."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in packages:
        run(["dpkg-deb", "--extract", package, folder])


def library(folder: Path, name: str) -> Path:
    """A shared library of unpacked packages, by the name that others need it by. Raises Problem."""
    for base in ("usr/lib", "lib"):
        found = folder / base / "x86_64-linux-gnu" / name
        if found.exists():
            return found.resolve()
    raise Problem(f"Debian's packages hold no {name}.")


def version_of(package: Path) -> str:
    """As the package says itself."""
    return run(["dpkg-deb", "--field", package, "Version"]).strip()


def _private_apt(scratch: Path) -> Path:
    """The configuration of an apt that knows Debian 12 alone, with its lists read; the system's own stays untouched."""
    if not _KEYRING.exists():
        raise Problem(f"{_KEYRING} is missing: install debian-archive-keyring (and apt) to fetch Debian's Python.")
    folder = scratch / "apt"
    for part in ("lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    lines = [f"deb [signed-by={_KEYRING}] {address} {suite} main\n" for address, suite in _SOURCES]
    (folder / "sources.list").write_text("".join(lines), encoding="utf-8")
    configuration = folder / "apt.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    _apt(configuration, ["apt-get", "update", "--quiet=2"])
    return configuration


def _apt(configuration: Path, command: Sequence[str], *, folder: Path | None = None) -> str:
    try:
        return run(command, folder=folder, variables={"APT_CONFIG": str(configuration)})
    except Problem as problem:
        advice = "If Debian replaced the package by a newer one, renew the lock: build.py --update-lock"
        raise Problem(f"{problem}\n{advice}") from problem
