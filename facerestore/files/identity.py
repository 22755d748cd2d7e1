"""How like a restored face is to other photographs of the person, as the record says it."""

from dataclasses import dataclass

from facerestore.values.identity_check import ALIKE_BELOW, AWAY_FROM, STRANGE_FROM, UNLIKE_FROM, IdentityCheck


@dataclass(frozen=True, kw_only=True)
class PhotographRecord:
    """A reference that the face was compared with: distance of the embeddings from what was visible of the face
    (``before``), and from the restored face."""

    file_name: str
    distance_before: float
    distance: float


@dataclass(frozen=True, kw_only=True)
class IdentityRecord:
    """The check of a face: its ``outcome``, the same in ``words``, and what it rests on. Distances are dlib's, 0 for
    equal pictures; the limits are those of ``values/identity_check``. ``moved``: from what was visible to the restored
    face, which says little; ``moved_away``: from the photographs; ``strangeness``: of what was painted, which decides
    where it is given; ``hidden_share`` of the face, 0...1."""

    outcome: str
    words: str
    photographs: tuple[PhotographRecord, ...]
    alike_below: float
    unlike_from: float
    moved_away: float | None
    moved_away_limit: float
    strangeness: float | None
    strangeness_limit: float
    moved: float
    hidden_share: float
    embedder_sha256: str | None


def identity_record(check: IdentityCheck | None, embedder_sha256: str | None) -> IdentityRecord | None:
    """None for a face that nobody looked at."""
    if check is None:
        return None
    compared = zip(check.photographs, check.distances_before, check.distances, strict=True)
    return IdentityRecord(
        outcome=check.outcome.value,
        words=str(check.sentence),
        photographs=tuple(
            PhotographRecord(file_name=one.file_name, distance_before=before, distance=after)
            for one, before, after in compared
        ),
        alike_below=ALIKE_BELOW,
        unlike_from=UNLIKE_FROM,
        moved_away=check.moved_away,
        moved_away_limit=AWAY_FROM,
        strangeness=check.strangeness,
        strangeness_limit=STRANGE_FROM,
        moved=check.moved,
        hidden_share=check.before.hidden_share,
        embedder_sha256=embedder_sha256,
    )
