"""From examined photos to shards: duplicates are left out, and each shard is written whole."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facerestore.values.file_names import shown
from facerestore_training.data.tars import write_tar
from facerestore_training.preparation.cutting import Reason
from facerestore_training.preparation.duplicates import LookIndex
from facerestore_training.preparation.examining import Examined, ExaminedFace
from facerestore_training.preparation.ledger import FaceOutcome, Ledger, PhotoOutcome
from facerestore_training.preparation.photos import PhotoFile, Subset

_HASH_DIGITS: Final = 12
_MEMBER_OVERHEAD_BYTES: Final = 1024


def write_shards(
    plan: Sequence[tuple[Subset, PhotoFile]],
    examined: Iterable[Examined],
    ledger: Ledger,
    out: Path,
    *,
    source: str,
    shard_bytes: int,
) -> None:
    """Writes ``out/val-0000.tar``, ``out/train-0000.tar`` and so on for the photos of ``plan`` that the ledger does
    not know yet; ``examined`` has an answer for each of these, in order.

    A shard ends with the photo that fills it. Raises OutputRefused.
    """
    seen = _Seen.of(ledger.outcomes)
    pending = _Pending()
    todo = plan[len(ledger.outcomes) :]
    for index, ((subset, photo), found) in enumerate(zip(todo, examined, strict=True)):
        outcome, members = _judged(subset, photo, found, source, seen)
        pending.add(outcome, members)
        is_last = index + 1 == len(todo) or todo[index + 1][0] != subset
        if is_last or pending.size_bytes >= shard_bytes:
            name = None
            if pending.members:
                name = f"{subset}-{sum(shard.startswith(subset) for shard in ledger.shards):04d}.tar"
                write_tar(out / name, pending.members)
            ledger.commit(pending.outcomes, name)
            pending = _Pending()


@dataclass
class _Pending:
    """A shard that is not full yet."""

    outcomes: list[PhotoOutcome] = field(default_factory=list)
    members: list[tuple[str, bytes]] = field(default_factory=list)
    size_bytes: int = 0

    def add(self, outcome: PhotoOutcome, members: list[tuple[str, bytes]]) -> None:
        self.outcomes.append(outcome)
        self.members += members
        self.size_bytes += sum(len(content) + _MEMBER_OVERHEAD_BYTES for _, content in members)


@dataclass
class _Seen:
    """Files and faces so far."""

    files: dict[str, str]
    looks: LookIndex
    photo_by_key: dict[str, str]

    @classmethod
    def of(cls, outcomes: Sequence[PhotoOutcome]) -> "_Seen":
        seen = cls({}, LookIndex(), {})
        for outcome in outcomes:
            seen.add(outcome)
        return seen

    def add(self, outcome: PhotoOutcome) -> None:
        self.files.setdefault(outcome.sha256, outcome.photo)
        for face in outcome.faces:
            if not face.reason:
                self.add_face(face, outcome.photo)

    def add_face(self, face: FaceOutcome, photo: str) -> None:
        self.looks.add(face.key, bytes.fromhex(face.look))
        self.photo_by_key[face.key] = photo


def _judged(
    subset: Subset, photo: PhotoFile, found: Examined, source: str, seen: _Seen
) -> tuple[PhotoOutcome, list[tuple[str, bytes]]]:
    path = shown(photo.path)
    if found.sha256 in seen.files:
        detail = f"as {seen.files[found.sha256]}"
        reason = Reason.DUPLICATE_FILE.value
        return PhotoOutcome(photo=path, subset=subset, sha256=found.sha256, reason=reason, detail=detail), []
    if found.sha256:
        seen.files[found.sha256] = path
    members: list[tuple[str, bytes]] = []
    faces: list[FaceOutcome] = []
    for index, face in enumerate(found.faces):
        key = f"{source}-{found.sha256[:_HASH_DIGITS]}-{index}"
        outcome = _judged_face(key, face, seen)
        faces.append(outcome)
        if not outcome.reason:
            seen.add_face(outcome, path)
            members += _members(key, face, source)
    photo_outcome = PhotoOutcome(
        photo=path,
        subset=subset,
        sha256=found.sha256,
        reason=found.reason.value if found.reason else "",
        detail=found.detail,
        faces=tuple(faces),
    )
    return photo_outcome, members


def _judged_face(key: str, face: ExaminedFace, seen: _Seen) -> FaceOutcome:
    if face.reason:
        return FaceOutcome(key=key, reason=face.reason.value, detail=face.detail)
    other = seen.looks.nearest(face.look)
    if other is not None:
        detail = f"as in {seen.photo_by_key[other]}"
        return FaceOutcome(key=key, reason=Reason.DUPLICATE_FACE.value, detail=detail)
    return FaceOutcome(key=key, look=face.look.hex())


def _members(key: str, face: ExaminedFace, source: str) -> list[tuple[str, bytes]]:
    assert face.figures is not None
    description = json.dumps({"source": source} | face.figures.as_json())
    labels = [(f"{key}.png", face.labels)] if face.labels else []
    return [(f"{key}.webp", face.picture), *labels, (f"{key}.json", description.encode())]
