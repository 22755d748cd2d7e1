"""Where the pixels of a restored face come from, as the record says it."""

from dataclasses import dataclass

from facerestore.values.candidate import Candidate
from facerestore.values.reference import Reference, ReferencePart


@dataclass(frozen=True, kw_only=True)
class ReferenceRecord:
    """A face of another photograph: its file, where it lies there in pixels, which parts it could lend, and the share
    of the hole, 0...1, that is from it."""

    file_name: str
    sha256: str | None
    box_xyxy: tuple[float, float, float, float]
    parts: tuple[str, ...]
    share: float


@dataclass(frozen=True, kw_only=True)
class OriginsRecord:
    """Where the pixels of a face's hole come from, as shares of it that add up to 1: from the network, from the photo's
    own mirror image, from references."""

    network_share: float
    mirror_share: float
    references: tuple[ReferenceRecord, ...]


def origins_record(candidate: Candidate, references: tuple[Reference, ...]) -> OriginsRecord | None:
    """None for a candidate that does not know, or has nothing to restore."""
    shares = candidate.origin_shares()
    if shares is None:
        return None
    network, mirror, *others = shares
    return OriginsRecord(
        network_share=network,
        mirror_share=mirror,
        references=tuple(
            ReferenceRecord(
                file_name=one.file_name,
                sha256=one.sha256,
                box_xyxy=one.face.box_xyxy,
                parts=tuple(part.value for part in ReferencePart if part in one.parts),
                share=share,
            )
            for one, share in zip(references, others, strict=True)
        ),
    )
