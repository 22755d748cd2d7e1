#!/usr/bin/env python3
"""Makes the packages that people install, from what the package registries serve.

python3 installer/build.py folder    the relocatable folder: own Python, no PyTorch, runs from any path
python3 installer/build.py tarball   that folder in a .tar.xz
python3 installer/build.py run       an installer for one person, without root
python3 installer/build.py deb       a package for Debian and Ubuntu
python3 installer/build.py all       all of these, for 64-bit Linux PCs
python3 installer/build.py windows   a folder and its installer; finished on Windows (never tried there)
python3 installer/build.py macos     an app in a disk image, signed; finished on macOS (never tried there)
python3 installer/build.py --update-lock   take what the registries serve today, within constraints.txt

Built twice of the same commit, the files are the same, byte for byte.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from package import (
    archive,
    folder_check,
    inputs,
    layout,
    lock,
    other_builds,
    project,
    relocatable_folder,
    self_extracting,
    sizes,
)
from package.deb import build_deb
from problems import Problem

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "package"
STEPS = ("folder", "tarball", "run", "deb", "all")
OTHER_SYSTEMS = ("windows", "macos")


def main(argv: list[str]) -> int:
    """The exit code: 0 all good, 1 something failed, 2 usage."""
    parsed = _parser().parse_args(argv)
    try:
        if parsed.update_lock:
            with tempfile.TemporaryDirectory() as scratch:
                lock.update(ROOT, Path(scratch))
        if parsed.step in OTHER_SYSTEMS:
            _build_other(parsed.step, parsed.output.absolute(), is_dry=parsed.dry_run, is_plan=parsed.plan)
        elif parsed.step:
            _build(parsed.step, parsed.output.absolute(), is_quick=parsed.quick)
    except Problem as problem:
        print(f"\nbuild.py: {problem}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", nargs="?", choices=(*STEPS, *OTHER_SYSTEMS))
    parser.add_argument(
        "-o", "--output", type=Path, default=ROOT / "dist", metavar="DIR", help="where to (default: dist)"
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="pack in a fraction of the time, and larger: for trying, not for giving away",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="for windows and macos, on any system: lay out the real packages, list every file and the commands that "
        "would follow, and keep nothing",
    )
    parser.add_argument(
        "--plan",
        action="store_true",
        help="for windows and macos: only what would be fetched and run, without a network",
    )
    parser.add_argument("--update-lock", action="store_true", help="renew installer/package/lock.json first")
    return parser


def _build(step: str, output: Path, *, is_quick: bool) -> None:
    output.mkdir(parents=True, exist_ok=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    version = project.version(ROOT)
    folder = output / layout.folder_name(version)
    given = inputs.gather(ROOT, CACHE)
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
        sizes.report(build_deb(folder, version, output, given.epoch, is_quick=is_quick))


def _build_other(system: str, output: Path, *, is_dry: bool, is_plan: bool) -> None:
    if is_plan:
        print(other_builds.plan(ROOT, system, output))
    else:
        other_builds.build(ROOT, system, output, CACHE, is_dry=is_dry)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
