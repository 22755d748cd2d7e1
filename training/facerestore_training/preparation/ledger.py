"""What became of each photo, kept in a file, so that a stopped preparation goes on after its last whole shard."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Self

from facerestore.values.errors import UsageError
from facerestore_training.preparation.photos import Subset

LEDGER_FILE: Final = "prepared.jsonl"


@dataclass(frozen=True, kw_only=True)
class FaceOutcome:
    """``reason`` is empty for a face that is in a shard; then ``look`` is its hash in hexadecimal digits."""

    key: str
    reason: str = ""
    detail: str = ""
    look: str = ""


@dataclass(frozen=True, kw_only=True)
class PhotoOutcome:
    """``reason`` is set where the photo as a whole is left out."""

    photo: str
    subset: Subset
    sha256: str = ""
    reason: str = ""
    detail: str = ""
    faces: tuple[FaceOutcome, ...] = ()


class Ledger:
    """The outcomes of whole shards, in order. One line of JSON each: the plan, photos, and a shard's name after
    the photos that it ends with."""

    def __init__(self, path: Path, plan: str) -> None:
        self._path = path
        self._plan = plan
        self._whole_bytes = 0
        self.outcomes: list[PhotoOutcome] = []
        self.shards: list[str] = []

    @classmethod
    def opened(cls, folder: Path, plan: str) -> Self:
        """The folder's ledger, or a new one where there is no shard yet. Raises UsageError for shards of another
        ``plan``, and for shards of which no ledger knows."""
        ledger = cls(folder / LEDGER_FILE, plan)
        is_own = ledger._read() if ledger._path.exists() else False
        if not is_own and any(folder.glob("*.tar")):
            raise UsageError(
                f"{folder} holds shards of other photos or other options.",
                advice="Choose another folder, or delete that one.",
            )
        return ledger

    def commit(self, outcomes: Sequence[PhotoOutcome], shard: str | None) -> None:
        """Adds photos whose faces are all on the disk, and the shard they end with, if they end one."""
        lines = [] if self._whole_bytes else [json.dumps({"plan": self._plan})]
        lines += [json.dumps(asdict(outcome)) for outcome in outcomes]
        lines.append(json.dumps({"shard": shard}))
        with self._path.open("r+b" if self._path.exists() else "w+b") as stream:
            # what stands behind the last shard was never finished
            stream.truncate(self._whole_bytes)
            stream.seek(self._whole_bytes)
            stream.write("".join(f"{line}\n" for line in lines).encode())
            stream.flush()
            os.fsync(stream.fileno())
            self._whole_bytes = stream.tell()
        self._take(outcomes, shard)

    def _read(self) -> bool:
        """Takes what the file holds, if it is of this plan."""
        pending: list[PhotoOutcome] = []
        position = 0
        with self._path.open("rb") as stream:
            for line in stream:
                position += len(line)
                try:
                    values = json.loads(line)
                except ValueError:
                    return position > len(line)
                if values.get("plan", self._plan) != self._plan:
                    return False
                if "photo" in values:
                    pending.append(_outcome(values))
                if "shard" in values:
                    self._take(pending, values["shard"])
                    self._whole_bytes = position
                    pending = []
        return position > 0

    def _take(self, outcomes: Sequence[PhotoOutcome], shard: str | None) -> None:
        self.outcomes += outcomes
        self.shards += [shard] if shard else []


def _outcome(values: dict[str, Any]) -> PhotoOutcome:
    faces = tuple(FaceOutcome(**face) for face in values.pop("faces"))
    return PhotoOutcome(**values, faces=faces)
