"""Whether another computer sees the folders of a batch: the same files, under the same paths."""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from facerestore.batch.plan import BatchRequest
from facerestore.files.atomic_file import PART
from facerestore.files.process_mark import process_mark
from facerestore.values.errors import FileError, OutputRefused, UsageError
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

_ADVICE = (
    "Put photos, masks and results on a file system that every computer of the cluster mounts under the same path."
)


@dataclass(frozen=True)
class SharedFolders:
    """What every computer must see. ``sign``: a passing file among the results, and ``word``, what it says: a folder of
    the same name on another disk does not have it. ``files``: some of the batch, with their lengths in bytes. All paths
    are absolute, because no other computer has this one's current folder."""

    folders: tuple[Path, ...]
    files: tuple[tuple[Path, int], ...]
    sign: Path
    word: str

    @classmethod
    def of(cls, request: BatchRequest, some_files: Sequence[Path]) -> Self:
        named = (request.photos, request.results, request.masks, request.fills, request.protects, request.layouts)
        return cls(
            tuple(folder.absolute() for folder in named if folder is not None),
            tuple((path.absolute(), path.stat().st_size) for path in some_files if path.is_file()),
            request.results.absolute() / f"{process_mark()}shared{PART}",
            secrets.token_hex(16),
        )

    def leave_sign(self) -> None:
        """Raises OutputRefused where nothing can be written."""
        try:
            self.sign.write_text(self.word, encoding="ascii")
        except OSError as error:
            raise OutputRefused(
                self.sign.parent,
                TranslatableText("Nothing can be written here ({reason}).", reason=error.strerror or str(error)),
                advice="Choose another output folder.",
            ) from error

    def remove_sign(self) -> None:
        with suppress(OSError):
            self.sign.unlink()

    def refuse_unless_seen(self, computer: str) -> None:
        """For another computer to call, whose name is given. Raises UsageError for what it does not see, FileError
        where it cannot write results."""
        for folder in self.folders:
            if not folder.is_dir():
                raise UsageError(
                    TranslatableText(
                        "The computer {computer} does not see the folder {folder}.",
                        computer=computer,
                        folder=shown(folder),
                    ),
                    advice=_ADVICE,
                )
        if _word_of(self.sign) != self.word or any(_length_of(path) != length for path, length in self.files):
            raise UsageError(
                TranslatableText(
                    "The computer {computer} has folders of these names, but not the same files in them.",
                    computer=computer,
                ),
                advice=_ADVICE,
            )
        if not os.access(self.sign.parent, os.W_OK):
            raise FileError(
                self.sign.parent,
                TranslatableText(
                    "The computer {computer} may not write into {folder}.",
                    computer=computer,
                    folder=shown(self.sign.parent),
                ),
                advice="Allow its user to, or choose another output folder.",
            )


def _word_of(sign: Path) -> str | None:
    try:
        return sign.read_text(encoding="ascii")
    except (OSError, ValueError):
        return None


def _length_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
