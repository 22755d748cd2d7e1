"""How much of each folder's code the tests ran: a table, nothing that could fail."""

import json
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_PACKAGES: Final = (
    "facerestore",
    "facerestore_gui",
    "facerestore_models",
    "facerestore_training",
    "facerestore_resources",
)

PYTEST_OPTIONS: Final = (*(f"--cov={package}" for package in _PACKAGES), "--cov-append", "--cov-report=")
"""What pytest is told so that ``shown`` has something to read: what earlier runs saw stays."""


def shown(root: Path, python: Path) -> bool:
    """Prints a line for each folder that has code; false if nothing was measured."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "coverage.json"
        command = [python, "-m", "coverage", "json", "-q", "-o", report]
        if subprocess.run(command, cwd=root, check=False).returncode != 0:
            return False
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    for folder, (covered, lines) in sorted(by_folder(files).items()):
        print(f"{covered / lines:6.0%} of {lines:6} lines  {folder}", flush=True)
    return True


def by_folder(files: Mapping[str, Mapping[str, Mapping[str, int]]]) -> dict[str, tuple[int, int]]:
    """Folder -> (lines that ran, lines that could), of the files in coverage's JSON report; empty ones left out."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, entry in files.items():
        sums[Path(name).parent.as_posix()][0] += entry["summary"]["covered_lines"]
        sums[Path(name).parent.as_posix()][1] += entry["summary"]["num_statements"]
    return {folder: (covered, lines) for folder, (covered, lines) in sums.items() if lines}
