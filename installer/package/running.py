"""Other programs, run while building."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from problems import Problem

PAGE_SIZE: Final = ("--page-size", "4096")
"""For patchelf, which otherwise leaves room for pages of 2 MB in every library that it changes."""


def run(
    command: Sequence[str | Path], *, folder: Path | None = None, variables: Mapping[str, str] | None = None
) -> str:
    """What a program printed. Raises Problem with its last words where it fails."""
    environment = {**os.environ, **(variables or {})}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        words = " ".join(str(word) for word in command)
        raise Problem(f"{words[:300]} failed:\n{(done.stderr or done.stdout).strip()[-4000:]}")
    return done.stdout
