"""FileState: what tells whether a file has been written since."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class FileState:
    """When a file was last written, in nanoseconds since 1970, and its length in bytes."""

    written_ns: int
    byte_count: int

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """None where there is no such file."""
        try:
            about = path.stat()
        except OSError:
            return None
        return cls(about.st_mtime_ns, about.st_size)
