"""What weighs what."""

import hashlib
from collections import Counter
from pathlib import Path

from package import layout


def table(folder: Path, packages: str = layout.PACKAGES) -> str:
    """The parts of the folder, the heaviest first, in MB of 10^6 bytes; libraries count with whose they are."""
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[_part(path.relative_to(folder), Path(packages))] += path.stat().st_size
    lines = [f"{size / 1e6:8.1f} MB  {part}" for part, size in sizes.most_common() if size >= 10**6]
    return "\n".join([f"{sum(sizes.values()) / 1e6:8.1f} MB  {folder.name}, of it:", *lines])


def report(file: Path) -> None:
    """Say what was made, and its hash."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    print(f"{file.stat().st_size / 1e6:8.1f} MB  {file}\n             sha256 {digest}", flush=True)


def _part(path: Path, packages: Path) -> str:
    if path.is_relative_to(packages):
        name = path.relative_to(packages).parts[0]
        return {"opencv_python_headless.libs": "cv2", "pillow.libs": "PIL"}.get(name, name.removesuffix(".libs"))
    return "Python" if path.is_relative_to(packages.parents[-2]) else path.parts[0]
