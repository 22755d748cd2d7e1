"""Archives that are the same whenever and wherever they are made of the same files."""

import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from problems import Problem

from package import debian_packages


@dataclass(frozen=True, kw_only=True, slots=True)
class Xz:
    """The compressor of the lock, whose output another one's need not equal."""

    program: Path
    libraries: Path

    @property
    def files(self) -> tuple[Path, Path]:
        """What is needed to unpack elsewhere."""
        return self.program, self.libraries / "liblzma.so.5"


def xz(debian: Mapping[str, Path], scratch: Path) -> Xz:
    """Unpacked from Debian's packages."""
    debian_packages.unpack([debian["xz-utils"], debian["liblzma5"]], scratch / "unpacked")
    libraries = scratch / "tools"
    libraries.mkdir(exist_ok=True)
    for source, name in (
        (scratch / "unpacked/usr/bin/xz", "xz"),
        (debian_packages.library(scratch / "unpacked", "liblzma.so.5"), "liblzma.so.5"),
    ):
        (libraries / name).write_bytes(source.read_bytes())
    (libraries / "xz").chmod(0o755)
    return Xz(program=libraries / "xz", libraries=libraries)


def write_tarball(folder: Path, target: Path, epoch: int, compressor: Xz, *, is_quick: bool = False) -> Path:
    """The folder in a ``.tar.xz``. ``is_quick``: a sixth of the time, and a tenth larger."""
    partial = target.with_name(f"{target.name}.partial")
    # blocks, which several processors pack at once, are the same on any number of them; x86: for machine code
    command: list[str | Path] = [compressor.program, "--compress", "--stdout", "--threads=2", "--x86"]
    command += [f"--lzma2=preset={1 if is_quick else 9}"]
    with partial.open("wb") as output:
        variables = {"LD_LIBRARY_PATH": str(compressor.libraries)}
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, env=variables)
        assert process.stdin is not None
        with process.stdin:
            write_tar(folder, folder.name, process.stdin, epoch)
        if process.wait() != 0:
            raise Problem("The archive could not be packed.")
    partial.replace(target)
    return target


def write_tar(folder: Path, name: str, output: IO[bytes], epoch: int) -> None:
    """A folder under a name: entries in order of their paths, of root, at one time."""
    with tarfile.open(fileobj=output, mode="w|", format=tarfile.GNU_FORMAT) as archive:
        for path in [folder, *sorted(folder.rglob("*"))]:
            entry = archive.gettarinfo(path, str(Path(name, path.relative_to(folder))))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            if entry.islnk():  # a second name of one file, which is for the builder's disk only
                entry.type, entry.size, entry.linkname = tarfile.REGTYPE, path.stat().st_size, ""
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)
