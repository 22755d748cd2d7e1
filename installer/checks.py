"""All checks and tests, one after the other, with a summary in the end."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import coverage_table
import system_packages
import wheel_check
from problems import Problem

_DISPLAY_TESTS: Final = "tests/end_to_end/test_display.py"
_IN_PARALLEL: Final = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
"""A file's tests stay in one process, which makes what they share once; four processes take about 4 GB."""


class Step(NamedTuple):
    """A check; ``run`` gives True when all is well."""

    name: str
    run: Callable[[], bool]


def run(root: Path, python: Path, *, with_coverage: bool = False) -> int:
    """0 if every check passes. A check that fails does not stop the rest."""
    verdicts = []
    for step in steps(root, python, with_coverage=with_coverage):
        print(f"\n== {step.name}", flush=True)
        began = time.monotonic()
        try:
            is_well = step.run()
        except Problem as problem:
            print(problem, flush=True)
            is_well = False
        verdicts.append((step.name, is_well, time.monotonic() - began))
    print("\n" + "=" * 60)
    for name, is_well, seconds in verdicts:
        print(f"{'passed' if is_well else 'FAILED':<8}{seconds:7.1f} s  {name}")
    return 0 if all(is_well for _, is_well, _ in verdicts) else 1


def steps(root: Path, python: Path, *, with_coverage: bool = False) -> list[Step]:
    """The checks in order, the quick ones first."""
    measured = coverage_table.PYTEST_OPTIONS if with_coverage else ()

    def tool(*arguments: str) -> Callable[[], bool]:
        return lambda: _succeeds([str(python), *arguments], root)

    linter = python.with_name("lint-imports.exe" if sys.platform == "win32" else "lint-imports")
    return [
        Step("format (ruff format)", tool("-m", "ruff", "format", "--check", ".")),
        Step("lint (ruff check)", tool("-m", "ruff", "check", ".")),
        Step("import contracts (lint-imports)", lambda: _succeeds([str(linter)], root)),
        Step("types (mypy --strict), tests read", lambda: _types_and_bytecode(root, python)),
        Step("tests, quick", tool("-m", "pytest", "-q", *_IN_PARALLEL, *measured, "-m", "not slow")),
        # what opens a display of its own comes with the next
        Step(
            "tests, slow and end to end",
            tool("-m", "pytest", "-q", *_IN_PARALLEL, *measured, "-m", "slow", "--ignore", _DISPLAY_TESTS),
        ),
        Step("the window on a display (Xvfb)", lambda: _window_on_display(root, python)),
        Step("wheel in a fresh environment", lambda: wheel_check.passes(root, python)),
        *([Step("coverage by folder", lambda: coverage_table.shown(root, python))] if with_coverage else []),
    ]


def _types_and_bytecode(root: Path, python: Path) -> bool:
    """Whether the types are right. mypy has one core; on another the tests are read once, so that not every process of
    theirs compiles them for itself."""
    reading = [str(python), "-m", "pytest", "-q", "--collect-only"]
    with subprocess.Popen(reading, cwd=root, env=_variables(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL):
        return _succeeds([str(python), "-m", "mypy"], root)


def _succeeds(command: list[str], root: Path, **more: str) -> bool:
    return (
        subprocess.run(command, cwd=root, env=_variables(**more), stdin=subprocess.DEVNULL, check=False).returncode == 0
    )


def _variables(**more: str) -> dict[str, str]:
    variables = {**os.environ, **more}
    # hundreds of processes begin with the same modules
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux":
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def _window_on_display(root: Path, python: Path) -> bool:
    """The end-to-end tests of the window on X11, from within and by mouse and keyboard; true without them where there
    is no Xvfb."""
    if sys.platform != "linux" or system_packages.missing_xvfb():
        print("left out: there is no Xvfb here", flush=True)
        return True
    command = ["xvfb-run", "-a", str(python), "-m", "pytest", "-q", "tests/end_to_end/test_window.py", _DISPLAY_TESTS]
    return _succeeds(command, root, QT_QPA_PLATFORM="xcb")
