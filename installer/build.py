#!/usr/bin/env python3
"""Makes the packages that people install, for 64-bit Linux PCs, from what the package registries serve.

python3 installer/build.py folder    the relocatable folder: own Python, no PyTorch, runs from any path
python3 installer/build.py tarball   that folder in a .tar.xz
python3 installer/build.py run       an installer for one person, without root
python3 installer/build.py deb       a package for Debian and Ubuntu
python3 installer/build.py all       all of them
python3 installer/build.py --update-lock   take what the registries serve today, within constraints.txt

Built twice of the same commit, the files are the same, byte for byte.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import environment
from package import archive, folder_check, inputs, layout, lock, project, relocatable_folder, self_extracting, sizes
from package.deb import build_deb
from problems import Problem

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "package"
STEPS = ("folder", "tarball", "run", "deb", "all")


def main(argv: list[str]) -> int:
    """The exit code: 0 all good, 1 something failed, 2 usage."""
    parsed = _parser().parse_args(argv)
    try:
        if parsed.update_lock:
            with tempfile.TemporaryDirectory() as scratch:
                lock.update(ROOT, Path(scratch))
        if parsed.step:
            _build(parsed.step, parsed.output.absolute(), parsed.python, is_quick=parsed.quick)
    except Problem as problem:
        print(f"\nbuild.py: {problem}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", nargs="?", choices=STEPS)
    parser.add_argument(
        "-o", "--output", type=Path, default=ROOT / "dist", metavar="DIR", help="where to (default: dist)"
    )
    parser.add_argument(
        "--python",
        type=Path,
        metavar="PROGRAM",
        help="a Python with PyTorch and the tools of development, which exports the networks "
        "(default: the one that 'start.py test' makes)",
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="pack in a sixth of the time, a tenth larger: for trying, not for giving away",
    )
    parser.add_argument("--update-lock", action="store_true", help="renew installer/package/lock.json first")
    return parser


def _build(step: str, output: Path, python: Path | None, *, is_quick: bool) -> None:
    python = python.absolute() if python else environment.prepared(ROOT, with_tests=True)
    output.mkdir(parents=True, exist_ok=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    version = project.version(ROOT)
    folder = output / layout.folder_name(version)
    given = inputs.gather(ROOT, python, CACHE)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch_name:
        scratch = Path(scratch_name)
        print("Putting the folder together ...", flush=True)
        relocatable_folder.build(ROOT, folder, given, scratch)
        folder_check.check(folder)
        print(sizes.table(folder))
        if step in ("tarball", "run", "all"):
            compressor = archive.xz(given.debian, scratch)
            print("Packing (minutes) ...", flush=True)
            tarball = output / f"{folder.name}.tar.xz"
            archive.write_tarball(folder, tarball, given.epoch, compressor, is_quick=is_quick)
            sizes.report(tarball)
            if step != "tarball":
                target = output / f"{folder.name}.run"
                sizes.report(self_extracting.write_run(tarball, folder, target, version, given.epoch, compressor))
    if step in ("deb", "all"):
        sizes.report(build_deb(folder, version, output, given.epoch))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
