#!/usr/bin/env python3
"""Sets everything up, then shows that it works. Needs CPython 3.11 or newer and nothing else.

python3 installer/start.py              restore the sample portrait, and open it where a display exists
python3 installer/start.py --no-window  the same without the window
python3 installer/start.py --light      the same without PyTorch: a seventh of the room, a processor will do
python3 installer/start.py test         run all checks and tests
python3 installer/start.py test --coverage   the same, and how much of each folder they ran (half as long again)
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - told before anything that an older Python cannot read
    sys.exit(
        "facerestore needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Install one from "
        "https://www.python.org or with your system's packages, and start again with it: "
        "python3.11 installer/start.py"
    )

import argparse
import subprocess
from pathlib import Path

import checks
import environment
import system_packages
from problems import Problem

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "restored-sample"


def main(argv: list[str]) -> int:
    """The exit code: 0 all good, 1 something failed, 2 usage."""
    parser = _parser()
    parsed = parser.parse_args(argv)
    if parsed.command == "test" and parsed.light:
        parser.error("the tests need PyTorch: leave --light out")
    try:
        if parsed.command == "test":
            return _test(with_coverage=parsed.coverage)
        contents = environment.Contents.LIGHT if parsed.light else environment.Contents.WHOLE
        return _sample(contents, with_window=not parsed.no_window)
    except Problem as problem:
        print(f"\nfacerestore: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nfacerestore: Stopped, as asked. The same command goes on where it was.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="start.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", nargs="?", choices=("sample", "test"), default="sample")
    parser.add_argument("--no-window", action="store_true", help="do not open the window")
    parser.add_argument(
        "--light", action="store_true", help="without PyTorch: ONNX Runtime restores, on the processor; no training"
    )
    parser.add_argument("--coverage", action="store_true", help="with test: say how much of each folder the tests ran")
    return parser


def _sample(contents: environment.Contents, *, with_window: bool) -> int:
    python = environment.prepared(ROOT, contents)
    done = subprocess.run([python, "-m", "facerestore", "sample", "-o", SAMPLE], cwd=ROOT, check=False)
    if done.returncode != 0:
        return done.returncode
    if with_window and system_packages.has_display():
        _open_window(python)
    print(f"\nTry your own: {environment.command(ROOT)} restore PHOTO --mask MASK -o OUT")
    return 0


def _open_window(python: Path) -> None:
    missing = system_packages.missing(with_display=True)
    if missing:
        print(f"\nThe window needs libraries that this system lacks:\n    {system_packages.advice(missing)}")
        return
    print("\nOpening the portrait with its mask. Close the window to come back here.", flush=True)
    photo, mask = SAMPLE / "portrait.png", SAMPLE / "portrait_mask.png"
    # a display that is named but cannot be reached is no fault of the sample
    subprocess.run([python, "-m", "facerestore", "gui", photo, "--mask", mask], cwd=ROOT, check=False)


def _test(*, with_coverage: bool) -> int:
    system_packages.install(system_packages.missing(with_display=False))
    wanted = [*system_packages.missing(with_display=True), *system_packages.missing_xvfb()]
    if wanted and not system_packages.may_install():
        print(f"Without these, no window is tested on a real display:\n    {system_packages.advice(wanted)}")
    else:
        system_packages.install(wanted)
    python = environment.prepared(ROOT, environment.Contents.TESTS)
    if with_coverage:
        (ROOT / ".coverage").unlink(missing_ok=True)
    return checks.run(ROOT, python, with_coverage=with_coverage)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
