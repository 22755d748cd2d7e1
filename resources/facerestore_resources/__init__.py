"""Files and tables that every part of the program shares. Standard library only."""

from pathlib import Path

_ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """The path of a resource file such as ``"weights/manifest.json"``. Raises KeyError if it is not there."""
    found = _ROOT / name
    if not found.resolve().is_relative_to(_ROOT.resolve()) or not found.exists():
        raise KeyError(name)
    return found
