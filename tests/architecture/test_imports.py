"""Who may import whom: the contracts hold, and each of them can fail."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("facerestore", "gui", "models", "training", "resources")


def lint_imports(folder):
    """Runs the contracts of a tree; (exit code, what was printed)."""
    search = os.pathsep.join(str(folder / place) for place in (".", "gui", "models", "training", "resources"))
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": search, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def tree(tmp_path):
    """A copy of the project's modules, to plant faults in."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=lambda folder, names: _not_python(folder, names))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _not_python(folder, names):
    return [
        name for name in names if not (Path(folder, name).is_dir() or name.endswith(".py")) or name == "__pycache__"
    ]


def broken(output):
    return set(re.findall(r"^(.+) BROKEN", output, re.MULTILINE))


def test_that_every_contract_holds():
    code, output = lint_imports(ROOT)
    assert code == 0, output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "fault", "contract"),
    [
        ("models/facerestore_models/registry.py", "import facerestore.errors", "Layers"),
        ("resources/facerestore_resources/face_classes.py", "import facerestore_models", "Layers"),
        ("training/facerestore_training/runs/config.py", "import facerestore_gui", "Layers"),
        ("facerestore/mask.py", "import facerestore_training", "Layers"),
        ("facerestore/pipeline.py", "from PySide6 import QtCore", "Qt stays in the gui"),
        ("training/facerestore_training/runs/loop.py", "from PySide6 import QtCore", "Qt stays in the gui"),
        (
            "gui/facerestore_gui/document.py",
            "import torch",
            "The window starts without torch and knows no network",
        ),
        (
            "gui/facerestore_gui/document.py",
            "import facerestore.networks",
            "The window starts without torch and knows no network",
        ),
        ("facerestore/provenance.py", "import torch", "Torch stays on the upper shelf of the engine"),
        ("facerestore/worker.py", "import facerestore.pipeline", "Torch stays on the upper shelf of the engine"),
        ("facerestore/mask.py", "import facerestore.reading", "Shelves of the engine"),
        ("facerestore/reading.py", "import facerestore.batch", "Shelves of the engine"),
        ("facerestore/newcomer.py", "", "Shelves of the engine"),
        ("resources/facerestore_resources/face_classes.py", "import numpy", "Resources need the standard library only"),
    ],
)
def test_that_a_planted_fault_breaks_its_contract(tree, module, fault, contract):
    with (tree / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{fault}\n")
    code, output = lint_imports(tree)
    assert code != 0
    assert contract in broken(output), output


def test_that_every_module_of_the_engine_without_torch_is_held_to_it():
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = {contract["name"]: contract for contract in linter["contracts"]}
    shelves = contracts["Shelves of the engine"]["layers"]
    below = {f"facerestore.{name}" for shelf in shelves[2:] for name in shelf.split(" : ")}
    held = set(contracts["Torch stays on the upper shelf of the engine"]["source_modules"])
    assert held == below | {"facerestore.cli", "facerestore.worker"}


STARTS = {
    "facerestore": ("torch", "PySide6", "numpy", "cv2"),
    "facerestore.cli.main": ("torch", "PySide6", "numpy", "cv2"),
    "facerestore.worker": ("torch", "PySide6"),
    "facerestore_gui.main": ("torch", "torchvision", "facerestore_models", "facerestore_training"),
    "facerestore_resources": ("torch", "PySide6", "numpy"),
}


@pytest.mark.parametrize("module", STARTS)
def test_that_a_start_leaves_heavy_libraries_alone(module):
    heavy = STARTS[module]
    code = f"import sys, {module}; print(sorted(set({heavy!r}) & set(sys.modules)))"
    search = os.pathsep.join(str(ROOT / place) for place in (".", "gui", "models", "training", "resources"))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": search},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
