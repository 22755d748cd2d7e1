"""Who may import whom: the contracts hold, and each of them can fail."""

import ast
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
        ("models/facerestore_models/registry.py", "import facerestore.values.errors", "Layers"),
        ("resources/facerestore_resources/face_classes.py", "import facerestore_models", "Layers"),
        ("training/facerestore_training/runs/config.py", "import facerestore_gui", "Layers"),
        ("facerestore/values/mask.py", "import facerestore_training", "Layers"),
        ("facerestore/inference/loaded_networks.py", "from PySide6 import QtCore", "Qt stays in the gui"),
        ("training/facerestore_training/runs/loop.py", "from PySide6 import QtCore", "Qt stays in the gui"),
        (
            "gui/facerestore_gui/document/document.py",
            "import torch",
            "The window starts without torch and knows no network",
        ),
        (
            "gui/facerestore_gui/document/document.py",
            "import facerestore.inference.backends.torch.networks",
            "The window starts without torch and knows no network",
        ),
        ("facerestore/files/provenance.py", "import torch", "Torch stays in the engine's inference"),
        ("facerestore/jobs/batch.py", "import torch", "Torch stays in the engine's inference"),
        (
            "facerestore/jobs/worker.py",
            "import facerestore.inference.loaded_networks",
            "Torch stays in the engine's inference",
        ),
        (
            "facerestore/inference/arrays.py",
            "import torch",
            "What is asked of networks knows nothing of what runs them",
        ),
        (
            "facerestore/inference/backends/onnx/backend.py",
            "import facerestore_models",
            "What is asked of networks knows nothing of what runs them",
        ),
        ("facerestore/cli/doctor.py", "import onnxruntime", "ONNX Runtime stays in its backend"),
        ("facerestore/batch/ray_crew.py", "import ray", "Ray stays in its session"),
        ("gui/facerestore_gui/files/batch_control.py", "from ray.util import ActorPool", "Ray stays in its session"),
        ("facerestore/values/mask.py", "import facerestore.files.reading", "Folders of the engine"),
        ("facerestore/files/reading.py", "import facerestore.jobs.batch", "Folders of the engine"),
        ("facerestore/documents/journal.py", "import facerestore.damage.proposals", "Folders of the engine"),
        ("facerestore/editing/plane_editing.py", "import facerestore.compositing.seam", "Folders of the engine"),
        ("facerestore/restoration/recipe.py", "import torch", "Torch stays in the engine's inference"),
        ("facerestore/restoration/recipe.py", "import facerestore.jobs.worker", "Folders of the engine"),
        ("facerestore/inference/arrays.py", "import facerestore.restoration.steps", "Folders of the engine"),
        ("facerestore/restoration/restorers.py", "import facerestore.restoration.recipe", "Inside a restoration"),
        ("facerestore/restoration/newcomer.py", "", "Inside a restoration"),
        ("facerestore/newcomer.py", "", "Folders of the engine"),
        ("facerestore/new_folder/__init__.py", "", "Folders of the engine"),
        ("facerestore/editing/painting.py", "import facerestore.editing.project", "Strokes and shapes know no project"),
        ("facerestore/editing/newcomer.py", "", "Strokes and shapes know no project"),
        *(
            (f"gui/facerestore_gui/{module}.py", f"import facerestore_gui.{imported}", "Rooms of the window")
            for module, imported in (
                ("look/theme", "tasks.messages"),
                ("document/document", "background.lazy_modules"),
                ("document/document", "tasks.task_runner"),
                ("background/mask_calculations", "files.file_tasks"),
                ("files/file_control", "dialogs.files"),
                ("editing/mask_edits", "canvas.scene"),
                ("canvas/view", "session.session"),
                ("session/session", "actions.action_table"),
                ("actions/conditions", "window.main_window"),
                ("dialogs/save_as", "panels.section"),
                ("panels/section", "window.side_column"),
            )
        ),
        ("gui/facerestore_gui/newcomer.py", "", "Rooms of the window"),
        ("gui/facerestore_gui/new_folder/__init__.py", "", "Rooms of the window"),
        (
            "gui/facerestore_gui/window/tour.py",
            "import facerestore_gui.window.main_window",
            "No circles in the window",
        ),
        (
            "gui/facerestore_gui/canvas/tools/pointer.py",
            "import facerestore_gui.canvas.tools.toolbox",
            "No circles in the window",
        ),
        ("resources/facerestore_resources/face_classes.py", "import numpy", "Resources need the standard library only"),
    ],
)
def test_that_a_planted_fault_breaks_its_contract(tree, module, fault, contract):
    (tree / module).parent.mkdir(exist_ok=True)
    with (tree / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{fault}\n")
    code, output = lint_imports(tree)
    assert code != 0
    assert contract in broken(output), output


def folders_of_the_engine():
    return {path.parent.name for path in (ROOT / "facerestore").glob("*/__init__.py")}


def test_that_every_folder_of_the_engine_except_inference_is_held_to_stay_without_torch():
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = {contract["name"]: contract for contract in linter["contracts"]}
    held = set(contracts["Torch stays in the engine's inference"]["source_modules"])
    assert held == {f"facerestore.{folder}" for folder in folders_of_the_engine() - {"inference"}}


def test_that_the_folders_of_the_engine_import_nothing_by_themselves():
    for folder in folders_of_the_engine():
        tree = ast.parse((ROOT / "facerestore" / folder / "__init__.py").read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), folder
        assert len(tree.body) == 1, folder


def test_that_the_tests_of_the_engine_lie_in_its_folders():
    tests = {path.parent.relative_to(ROOT / "tests" / "engine") for path in (ROOT / "tests/engine").rglob("test_*.py")}
    assert tests == {Path(folder) for folder in folders_of_the_engine()}


def test_that_the_tests_of_the_window_lie_in_its_folders():
    tests = {path.parent.relative_to(ROOT / "tests" / "gui") for path in (ROOT / "tests/gui").rglob("test_*.py")}
    folders = {path.parent.name for path in (ROOT / "gui" / "facerestore_gui").glob("*/__init__.py")}
    assert tests <= {Path(folder) for folder in folders}


def test_that_the_folders_of_the_window_explain_themselves_and_import_nothing():
    for place in (ROOT / "gui" / "facerestore_gui").glob("*/__init__.py"):
        tree = ast.parse(place.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), place
        assert len(tree.body) == 1, place


STARTS = {
    "facerestore": ("torch", "PySide6", "numpy", "cv2"),
    "facerestore.cli.main": ("torch", "PySide6", "numpy", "cv2", "argparse", "logging"),
    "facerestore.cli.commands": ("torch", "PySide6", "numpy", "cv2"),
    "facerestore.jobs.worker": ("torch", "PySide6"),
    "facerestore.inference.loaded_networks": ("torch", "facerestore_models", "onnxruntime", "PySide6"),
    "facerestore.batch.run": ("torch", "PySide6", "ray"),
    "facerestore.batch.ray_crew": ("torch", "PySide6", "ray"),
    "facerestore_gui.session.session": ("torch", "facerestore_models", "PySide6.QtWidgets"),
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
