"""What a package for Windows or macOS is made of: fetched and verified, on any system, with Python alone."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from package import common_licences, interpreters, lock, project, pruning, wheels
from package.inputs import unpacked_tools

_INTERPRETERS: Final = {"windows": interpreters.WINDOWS, "macos": interpreters.MACOS}
_RULES: Final = {"windows": pruning.WINDOWS_RULES, "macos": pruning.MACOS_RULES}


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherInputs:
    """Files of the registries. ``interpreter``: None for a dry run, which does without; ``texts``: of licences, by
    name; ``epoch``: the time of everything that is packed."""

    system: str
    wheels: tuple[Path, ...]
    tools: Path
    interpreter: Path | None
    texts: Mapping[str, str]
    epoch: int

    def lay_out(self, root: Path, packages: Path) -> None:
        """The Python packages, ours among them, without what the rules leave out."""
        for wheel in self.wheels:
            wheels.unpack(wheel, packages)
        project.install(root, packages, Path(sys.executable), self.tools, self.epoch)
        pruning.prune_packages(packages, _RULES[self.system])


def gather(root: Path, cache: Path, system: str, *, is_dry: bool) -> OtherInputs:
    """From the cache, or from the registries, by the lock. Raises Problem."""
    locked = lock.read()
    print("Fetching what the lock names ...", flush=True)
    tools = wheels.fetch(locked.tool_wheels, cache / "wheels")
    licences = interpreters.fetch(common_licences.pinned(locked), cache / "files")
    return OtherInputs(
        system=system,
        wheels=tuple(wheels.fetch(locked.shipped(system), cache / "wheels", system)),
        tools=unpacked_tools(tools, cache / "tool-packages"),
        interpreter=None if is_dry else interpreters.fetch(_INTERPRETERS[system], cache / "files"),
        texts=common_licences.texts(licences),
        epoch=project.commit_time(root),
    )


def plan(system: str) -> str:
    """What would be fetched, without a network: a line for each file, with its hash."""
    locked = lock.read()
    lines = [f"{file.sha256}  {file.name} {file.version}" for file in (*locked.shipped(system), *locked.tool_wheels)]
    pinned = (_INTERPRETERS[system], common_licences.pinned(locked))
    return "\n".join([*lines, *(f"{file.sha256}  {file.address}" for file in pinned)])
