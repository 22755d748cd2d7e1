"""Which packages of the system a folder of programs needs, found by dpkg-shlibdeps."""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from problems import Problem

from package.deb_texts import with_renamed

_ELF: Final = b"\x7fELF"
_OPTIONAL: Final = frozenset({"platformthemes"})
"""Folders of what Qt does without where its libraries are missing: it looks like a GNOME program with GTK only."""
_SOURCE: Final = "Source: facerestore\n\nPackage: facerestore\nArchitecture: amd64\n"


def depends_of(stage: Path) -> list[str]:
    """The dependencies of all programs and libraries below ``stage``, a package's tree with its ``DEBIAN``. What they
    need of each other is none. Raises Problem where a library is neither there nor on this system."""
    programs = sorted(path for path in _programs(stage) if path.parent.name not in _OPTIONAL)
    if not programs:
        return []
    folders = sorted({program.parent for program in programs})
    with tempfile.TemporaryDirectory() as work:
        debian = Path(work) / "debian"
        debian.mkdir()
        (debian / "control").write_text(_SOURCE, encoding="utf-8")
        (debian / "shlibs.local").write_text("".join(_without_package(programs)), encoding="utf-8")
        command = [
            "dpkg-shlibdeps",
            "-O",
            "--warnings=0",
            f"-S{stage}",
            *(f"-l{folder}" for folder in folders),
            *(f"-e{program}" for program in programs),
        ]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Problem(_why(done.stderr))
    found = re.search(r"^shlibs:Depends=(.*)$", done.stdout, re.MULTILINE)
    return with_renamed(found[1]) if found else []


def _without_package(programs: Iterable[Path]) -> Iterator[str]:
    """A line for each library of the folder: it comes from no package, though one may have a library of that name."""
    names = (re.fullmatch(r"(.+)\.so\.(.+)", program.name) for program in programs)
    return (f"{name[1]} {name[2]}\n" for name in names if name)


def _why(words: str) -> str:
    missing = sorted(set(re.findall(r"cannot find library (\S+) needed by \S*/(\S+)", words)))
    if not missing:
        return f"dpkg-shlibdeps does not say which packages are needed:\n{words}"
    listed = "\n".join(f"    {library}, needed by {program}" for library, program in missing)
    return (
        f"These libraries are neither in the folder nor on this system, where their package could be found:\n{listed}"
    )


def _programs(stage: Path) -> Iterator[Path]:
    """All programs and shared libraries, links left out."""
    for path in stage.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == _ELF:
                    yield path
