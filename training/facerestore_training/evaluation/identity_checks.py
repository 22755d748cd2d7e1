"""How well the identity check of restored faces tells who is who: where its limits lie, and what they do to others.

Four cases of each photograph with a hole: the person's own photographs as references; a stranger's, which the check is
then to notice; the restored face of another person beside the own references; and the hole filled with a stranger's
features, tone adapted, beside the own references.
"""

# N persons, R resamples

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.inference.backends.torch.calls import TorchEmbedding
from facerestore.inference.face_embedding import embed_face
from facerestore.values.alignment import CROP_PX, Alignment, FaceCrop
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.geometry import Extent
from facerestore.values.identity_check import (
    IN_FORCE,
    ComparedPhotograph,
    IdentityCheck,
    IdentityLimits,
    IdentityOutcome,
)
from facerestore.values.request import EmbeddingRequest
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.bootstrap import resampled_auc
from facerestore_training.evaluation.persons import PersonCase, PersonPainter
from facerestore_training.evaluation.tables import table

BUCKETS: Final = ("r20_40", "r40_60", "eyes", "half")
COUNTS: Final = (1, 3)
"""How many references there are, at most."""
SAME: Final = "the person"
OTHERS: Final = ("a stranger's photographs", "another person's face", "a stranger's features")
MISTAKEN_ALIKE: Final = 0.05
"""Share of strangers' photographs that may lie below the limit of what is alike."""
MISTAKEN_UNLIKE: Final = 0.02
"""Share of the person's own photographs that may lie beyond the limits from which a face is called unlike or moved."""

Key = tuple[str, int, str]
"""Bucket, references, case."""


@dataclass(frozen=True, eq=False)
class IdentityCheckReport:
    """``checks``: a check for each person. ``fitted``: the limits that calibration gives. ``halves``: those by which
    the persons of each half are judged, fitted on the other half; those in force without."""

    checks: Mapping[Key, Sequence[IdentityCheck]]
    count: int
    notes: tuple[str, ...]
    fitted: IdentityLimits | None = None
    halves: tuple[IdentityLimits, IdentityLimits] = (IN_FORCE, IN_FORCE)

    def auc(self, key: Key, figure: str) -> tuple[float, float, float]:
        """(chance that the other person has the larger figure, its 95 % interval): ``distance`` to the nearest
        photograph, ``moved_away``, ``strangeness``, or ``moved``, which needs no photograph."""
        bucket, count, _ = key
        other, same = _figures(self.checks[key], figure), _figures(self.checks[bucket, count, SAME], figure)
        # where too little of a face was painted there is no strangeness
        known = np.isfinite(other) & np.isfinite(same)
        return resampled_auc(other[known], same[known])

    def share(self, key: Key, outcome: IdentityOutcome) -> float:
        judged = zip(_halves(self.checks[key]), self.halves, strict=True)
        return float(np.mean([one.outcome_by(limits) is outcome for half, limits in judged for one in half]))

    def as_json(self) -> dict[str, Any]:
        rows = []
        for key, checks in self.checks.items():
            row: dict[str, Any] = dict(zip(("bucket", "references", "case"), key, strict=True))
            row |= {outcome.value: self.share(key, outcome) for outcome in IdentityOutcome}
            for figure in _FIGURES:
                row[f"mean {figure}"] = float(np.nanmean(_figures(checks, figure)))
                if key[2] != SAME:
                    row[f"auc {figure}"] = self.auc(key, figure)
            rows.append(row)
        fitted = None if self.fitted is None else asdict(self.fitted)
        return {
            "count": self.count,
            "limits": asdict(IN_FORCE),
            "fitted": fitted,
            "limits of the halves": [asdict(one) for one in self.halves],
            "notes": list(self.notes),
            "figures": rows,
        }

    def markdown(self) -> str:
        rows = []
        for key, checks in self.checks.items():
            mean = [f"{np.nanmean(_figures(checks, figure)):.3f}" for figure in _FIGURES]
            called = [f"{self.share(key, one):.2f}" for one in _CALLED]
            aucs = [""] * len(_FIGURES)
            if key[2] != SAME:
                aucs = ["{:.3f} ({:.3f} ... {:.3f})".format(*self.auc(key, figure)) for figure in _FIGURES]
            rows.append([key[0], str(key[1]), key[2], *mean, *called, *aucs])
        said = [figure.replace("_", " ") for figure in _FIGURES]
        head = [
            "holes",
            "references",
            "case",
            *said,
            *(one.value for one in _CALLED),
            *(f"AUC of {one}" for one in said),
        ]
        notes = "\n".join(f"- {note}" for note in self.notes)
        return f"{notes}\n\n{table(head, rows)}\n"


_FIGURES: Final = ("distance", "moved_away", "strangeness", "moved")
_CALLED: Final = (IdentityOutcome.ALIKE, IdentityOutcome.DOUBTFUL, IdentityOutcome.UNLIKE)


def evaluate_identity_checks(
    painter: PersonPainter,
    embedder: FaceEmbedder,
    faces: FaceSet,
    cases: Sequence[PersonCase],
    buckets: Mapping[str, NDArray[np.uint8]],
) -> dict[Key, list[IdentityCheck]]:
    """The checks of every case on every bucket; ``buckets`` hold a hole for every face of the set."""
    seen = _Seen(embedder, faces)
    found: dict[Key, list[IdentityCheck]] = {}
    for bucket, holes in buckets.items():
        for case in cases:
            hole = holes[case.target]
            photo, before = painter.photo(case.target, hole), seen.damaged(case.target, hole)
            pasted = painter.pasted(photo, case.stranger[0])
            for count in COUNTS:
                own, stranger = seen.photographs(case.own[:count], hole), seen.photographs(case.stranger[:count], hole)
                restored = painter(photo, case.own[:count], mirror=True)
                mistaken = painter(photo, case.stranger[:count], mirror=True)
                checks = {
                    SAME: seen.check(before, restored, hole, own),
                    OTHERS[0]: seen.check(before, mistaken, hole, stranger),
                    OTHERS[2]: seen.check(before, pasted, hole, own),
                }
                for name, check in checks.items():
                    found.setdefault((bucket, count, name), []).append(check)
        for count in COUNTS:
            same = found[bucket, count, SAME]
            # each person's photographs with the restored face of the next one
            found[bucket, count, OTHERS[1]] = [
                IdentityCheck(other.before, other.after, one.photographs, other.painted)
                for one, other in zip(same, [*same[1:], same[0]], strict=True)
            ]
    return found


def fitted_limits(checks: Mapping[Key, Sequence[IdentityCheck]]) -> IdentityLimits:
    """The limits that these persons give, each of their photographs by itself: those of ``MISTAKEN_ALIKE`` and
    ``MISTAKEN_UNLIKE``, over all buckets."""
    same = [one for (_, count, case), some in checks.items() if case == SAME and count == 1 for one in some]
    others = [one for (_, count, case), some in checks.items() if case == OTHERS[0] and count == 1 for one in some]
    return IdentityLimits(
        alike_below=float(np.quantile(_figures(others, "distance"), MISTAKEN_ALIKE)),
        unlike_from=float(np.quantile(_figures(same, "distance"), 1 - MISTAKEN_UNLIKE)),
        away_from=float(np.quantile(_figures(same, "moved_away"), 1 - MISTAKEN_UNLIKE)),
        strange_from=float(np.nanquantile(_figures(same, "strangeness"), 1 - MISTAKEN_UNLIKE)),
    )


def crossed_limits(checks: Mapping[Key, Sequence[IdentityCheck]]) -> tuple[IdentityLimits, IdentityLimits]:
    """For each half of the persons, the limits that the other half gives.

    Halves are the first and the last persons: a case's stranger is the next person, who is of the other half for the
    last of each only.
    """
    first, second = ({key: _halves(some)[half] for key, some in checks.items()} for half in (0, 1))
    return fitted_limits(second), fitted_limits(first)


def _halves(checks: Sequence[IdentityCheck]) -> tuple[Sequence[IdentityCheck], Sequence[IdentityCheck]]:
    middle = len(checks) // 2
    return checks[:middle], checks[middle:]


class _Seen:
    """Faces as the check sees them: through the same functions as in use."""

    def __init__(self, embedder: FaceEmbedder, faces: FaceSet) -> None:
        self._embedder, self._faces = embedder, faces
        self._known: dict[int, FaceEmbedding] = {}

    def picture(self, picture_HW3: NDArray[np.uint8]) -> FaceEmbedding:
        return self.crop(picture_HW3, np.zeros(picture_HW3.shape[:2], np.bool_))

    def damaged(self, index: int, hole_HW: NDArray[np.uint8]) -> FaceEmbedding:
        return self.crop(np.asarray(self._faces.pixels[index]), hole_HW > 0)

    def crop(self, picture_HW3: NDArray[np.uint8], hole_HW: NDArray[np.bool_]) -> FaceEmbedding:
        pixels = np.where(hole_HW[..., None], 0, picture_HW3).astype(np.float32) / np.float32(255)
        crop = FaceCrop(pixels, hole_HW, Alignment.of_aligned(Extent(CROP_PX, CROP_PX)))
        return embed_face(TorchEmbedding(self._embedder), EmbeddingRequest(crop, is_continued=True))

    def part(self, picture_HW3: NDArray[np.uint8], hole_HW: NDArray[np.uint8]) -> FaceEmbedding:
        """What lies in the hole, alone."""
        return self.crop(picture_HW3, hole_HW == 0)

    def check(
        self,
        before: FaceEmbedding,
        picture_HW3: NDArray[np.uint8],
        hole_HW: NDArray[np.uint8],
        photographs: tuple[ComparedPhotograph, ...],
    ) -> IdentityCheck:
        return IdentityCheck(before, self.picture(picture_HW3), photographs, self.part(picture_HW3, hole_HW))

    def photographs(self, indices: Sequence[int], hole_HW: NDArray[np.uint8]) -> tuple[ComparedPhotograph, ...]:
        found = []
        for index in indices:
            picture = np.asarray(self._faces.pixels[index])
            if index not in self._known:
                self._known[index] = self.picture(picture)
            part = self.part(picture, hole_HW)
            found.append(ComparedPhotograph(self._faces.keys[index], self._known[index], part))
        return tuple(found)


def _figures(checks: Sequence[IdentityCheck], name: str) -> NDArray[np.float64]:
    """NaN where a check has none."""
    return np.array([getattr(one, name) for one in checks], np.float64)
