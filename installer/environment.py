"""The virtual environment ``.venv`` beside the project: made once, kept while nothing changes."""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from enum import IntEnum
from pathlib import Path
from typing import Final

import system_packages
from problems import Problem

_STAMP: Final = "facerestore-environment.json"
_NEEDED_GB: Final = 9 if sys.platform == "linux" else 3
"""Torch brings CUDA along on Linux."""
_LIGHT_GB: Final = 1.5
_PYTORCH: Final = ("torch", "torchvision")
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")

_CAUSES: Final = (
    (
        ("no space left on device", "errno 28", "disk quota exceeded", "not enough space on the disk"),
        "The disk is full. Free some room there (or name a larger temporary folder in TMPDIR), and start again.",
    ),
    (
        ("certificate_verify_failed", "sslerror"),
        "The package index could not be trusted (certificate). Name your network's certificate in PIP_CERT.",
    ),
    (
        (
            "name resolution",
            "failed to resolve",
            "name or service not known",
            "getaddrinfo failed",
            "nodename nor servname",
            "failed to establish a new connection",
            "network is unreachable",
            "read timed out",
            "connection refused",
            "proxyerror",
        ),
        "The packages could not be fetched: this machine seems to be offline. Connect it, and start again; "
        "what is fetched already is not fetched twice.",
    ),
    (
        ("no matching distribution found", "resolutionimpossible"),
        "There is no build of a needed package for this system and Python. CPython 3.11 to 3.13 on 64-bit "
        "Linux, Windows or macOS (Apple silicon) has them.",
    ),
)


class Contents(IntEnum):
    """What an environment is made for; what has more will do. ``LIGHT``: ONNX Runtime in place of PyTorch."""

    LIGHT = 0
    WHOLE = 1
    TESTS = 2


def prepared(root: Path, contents: Contents) -> Path:
    """The Python of an environment in which the project is installed. Raises Problem."""
    folder = root / ".venv"
    python = python_in(folder)
    if _is_current(folder, root, contents):
        return python
    if not _runs(python):
        _make(folder, _LIGHT_GB if contents is Contents.LIGHT else _NEEDED_GB)
    size = "about 900 MB" if contents is Contents.LIGHT else "gigabytes"
    print(f"Installing facerestore and what it needs ({size}, the first time) ...", flush=True)
    (folder / _STAMP).unlink(missing_ok=True)
    constraints = root / "installer" / "constraints.txt"
    for arguments in installations(root, contents):
        _pip(python, ["install", "-c", str(constraints), *arguments], constraints=constraints)
    stamp = {"digest": digest(root), "contents": contents}
    (folder / _STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    return python


def installations(root: Path, contents: Contents) -> list[list[str]]:
    """What pip is asked to install, one call after the other.

    PyTorch is a dependency that pip cannot be told to leave out: for a light environment the others are named here.
    """
    if contents is not Contents.LIGHT:
        return [["-e", f"{root}[dev]" if contents is Contents.TESTS else str(root)]]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project.get("dependencies", ()), *project.get("optional-dependencies", {}).get("light", ())]
    return [[one for one in wanted if _package(one) not in _PYTORCH], ["--no-deps", "-e", str(root)]]


def _package(requirement: str) -> str:
    found = _NAME.match(requirement)
    return found.group().lower() if found else requirement


def digest(root: Path) -> str:
    """Changes with what decides what is installed, and with the folder, whose path the install holds."""
    sources = [root / "installer" / "constraints.txt", root / "pyproject.toml"]
    parts = [str(root).encode(), *(source.read_bytes() for source in sources)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def python_in(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def command(root: Path) -> str:
    """How a person calls the installed program."""
    script = "Scripts\\facerestore" if sys.platform == "win32" else "bin/facerestore"
    return os.path.join(os.path.relpath(root / ".venv"), script)


def cause(output: str) -> str:
    """What pip's last words mean for a person."""
    lowered = output.lower()
    for signs, sentence in _CAUSES:
        if any(sign in lowered for sign in signs):
            return sentence
    return "The packages could not be installed; pip's own words are above."


def _is_current(folder: Path, root: Path, contents: Contents) -> bool:
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    has_all = stamp.get("contents", -1) >= contents
    return stamp.get("digest") == digest(root) and has_all and _runs(python_in(folder))


def _runs(python: Path) -> bool:
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make(folder: Path, needed_gb: float) -> None:
    free_gb = shutil.disk_usage(folder.parent).free / 1e9
    if free_gb < needed_gb:
        print(f"Only {free_gb:.1f} GB are free here; the environment needs about {needed_gb} GB.", flush=True)
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        # Debian and Ubuntu keep these parts of the standard library in a package of their own
        system_packages.install([f"python3.{sys.version_info[1]}-venv"])
        importlib.invalidate_caches()
    print(f"Making a virtual environment in {folder} ...", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", folder], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Problem(f"The virtual environment could not be made. {cause(done.stdout + done.stderr)}\n{done.stderr}")


def _pip(python: Path, arguments: list[str], *, constraints: Path) -> None:
    """Runs pip; its progress goes to the person, its errors too, and they decide what is said in the end."""
    variables = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if " " not in str(constraints):  # pip splits these at spaces
        variables |= {"PIP_CONSTRAINT": str(constraints), "PIP_BUILD_CONSTRAINT": str(constraints)}
    process = subprocess.Popen(
        [python, "-m", "pip", *arguments], stderr=subprocess.PIPE, text=True, errors="replace", env=variables
    )
    said = []
    assert process.stderr is not None
    for line in process.stderr:
        print(line, end="", file=sys.stderr, flush=True)
        said.append(line)
    if process.wait() != 0:
        raise Problem(cause("".join(said)))
