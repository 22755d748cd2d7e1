"""Our own part of the folder: the wheel, and the networks exported for ONNX Runtime."""

import hashlib
import os
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import Final

from package import layout, wheels
from package.running import run

_SOURCES: Final = (".", "gui", "models", "training", "resources")
_EXPORT: Final = "import sys; from facerestore.cli.main import main; sys.exit(main(sys.argv[1:]))"


def commit_time(root: Path) -> int:
    """The time of everything that is packed: SOURCE_DATE_EPOCH, or the last commit's."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    return int(named) if named else int(run(["git", "-C", root, "log", "-1", "--format=%ct"]))


def version(root: Path) -> str:
    """As the project's file says."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def install(root: Path, packages: Path, python: Path, epoch: int) -> None:
    """The program's wheel among the other packages. ``python``: one with the tools of development."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [python, "-m", "build", "--wheel", "--no-isolation", "--outdir", scratch, root]
        run(command, variables={"SOURCE_DATE_EPOCH": str(epoch)})
        (wheel,) = Path(scratch).glob("*.whl")
        wheels.unpack(wheel, packages)


def exported_networks(root: Path, python: Path, cache: Path) -> Path:
    """A folder with the networks, exported by this source of these weights; kept in the cache for the next time."""
    folder = cache / f"networks-{_digest(root)[:16]}"
    if not folder.exists():
        print("Exporting the networks for ONNX Runtime (minutes) ...", flush=True)
        scratch = folder.with_suffix(".new")
        shutil.rmtree(scratch, ignore_errors=True)
        path = os.pathsep.join(str(root / source) for source in _SOURCES)
        weights = root / "resources/facerestore_resources/weights"
        command = [python, "-c", _EXPORT, "models", "export-onnx", "--weights-dir", weights, "-o", scratch]
        run(command, variables={"PYTHONPATH": path, "OMP_WAIT_POLICY": "PASSIVE"})
        scratch.rename(folder)
    return folder


def install_networks(networks: Path, folder: Path) -> None:
    """Where the program looks for them."""
    shutil.copytree(networks, folder / layout.WEIGHTS / "onnx")


def _digest(root: Path) -> str:
    """Of what decides what is exported."""
    sources = sorted((root / "facerestore/inference/backends/torch").glob("*.py"))
    sources += sorted((root / "models/facerestore_models").rglob("*.py"))
    sources += [root / "installer/constraints.txt", root / "resources/facerestore_resources/weights/manifest.json"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
