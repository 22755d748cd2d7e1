"""The wheel: what is in it, and that it runs from a fresh environment."""

import json
import os
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Final

import environment
from problems import Problem

PACKAGES: Final = frozenset(
    {
        "facerestore",
        "facerestore_gui",
        "facerestore_models",
        "facerestore_training",
        "facerestore_resources",
    }
)
_MANIFEST: Final = "facerestore_resources/weights/manifest.json"

_STARTS_LIGHT: Final = """
import sys
import facerestore.cli.main
assert "torch" not in sys.modules, "the command line imports torch at its start"
assert "PySide6" not in sys.modules, "the command line imports PySide6 at its start"
import facerestore_gui.main
assert "torch" not in sys.modules, "the window imports torch at its start"
print("starts without torch, from", facerestore.cli.main.__file__)
"""


def passes(root: Path, python: Path) -> bool:
    """Builds the wheel, installs it where only its dependencies are, and runs it there. Raises Problem."""
    with tempfile.TemporaryDirectory(prefix="facerestore-wheel-") as scratch_name:
        scratch = Path(scratch_name)
        wheel = _built(root, python, scratch)
        faults = [*faults_of(wheel)]
        for fault in faults:
            print(fault, flush=True)
        fresh = _fresh_environment(python, wheel, scratch)
        runs = [
            _run([fresh, "-c", _STARTS_LIGHT], scratch),
            _run([fresh, "-m", "facerestore", "doctor"], scratch),
            _run([fresh, "-m", "facerestore", "sample", "-o", scratch / "sample", "--device", "cpu"], scratch),
        ]
        return not faults and all(runs)


def faults_of(wheel: Path) -> list[str]:
    """What is wrong with the wheel's content, one sentence each."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        manifest = json.loads(archive.read(_MANIFEST)) if _MANIFEST in names else None
    top = {name.split("/")[0] for name in names}
    packages = {name for name in top if not name.endswith(".dist-info")}
    faults = []
    if packages != PACKAGES:
        faults.append(f"The wheel's top level is {sorted(packages)}, not the five packages.")
    if not any(name.endswith("LICENSE.txt") for name in names):
        faults.append("The wheel has no licence.")
    if manifest is None:
        return [*faults, f"The wheel has no {_MANIFEST}."]
    folder = _MANIFEST.rsplit("/", 1)[0]
    listed = {f"{folder}/{file}" for file in files_in(manifest)}
    faults += [f"The wheel lacks {name}." for name in sorted(listed - names)]
    if not listed:
        faults.append("The manifest lists no weights.")
    return faults


def files_in(manifest: object) -> set[str]:
    """Every ``file`` that a manifest names, at whatever depth."""
    if isinstance(manifest, dict):
        own = {manifest["file"]} if isinstance(manifest.get("file"), str) else set()
        return own.union(*(files_in(value) for value in manifest.values()))
    if isinstance(manifest, list):
        return set().union(*(files_in(value) for value in manifest))
    return set()


def _built(root: Path, python: Path, scratch: Path) -> Path:
    command = [python, "-m", "build", "--wheel", "--no-isolation", "--outdir", scratch, root]
    if not _run(command, root):
        raise Problem("The wheel cannot be built.")
    return next(scratch.glob("*.whl"))


def _fresh_environment(python: Path, wheel: Path, scratch: Path) -> Path:
    """The Python of an environment that has the wheel, and sees the dependencies installed already."""
    folder = scratch / "environment"
    if not _run([python, "-m", "venv", "--without-pip", folder], scratch):
        raise Problem("The fresh environment cannot be made.")
    fresh = environment.python_in(folder)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    dependencies, packages = (
        Path(subprocess.run([p, "-c", code], capture_output=True, text=True, check=True).stdout.strip())
        for p in (python, fresh)
    )
    # a path file of the fresh environment; those of the other one, which name this checkout, are not followed
    (packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    install = [python, "-m", "pip", "--python", fresh, "install", "--quiet", "--no-deps", "--no-index", wheel]
    if not _run(install, scratch):
        raise Problem("The wheel cannot be installed.")
    return fresh


def _run(command: list[object], folder: Path) -> bool:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=folder, env=variables, stdin=subprocess.DEVNULL, check=False).returncode == 0
