"""What an evaluation found: figures of every restorer on every bucket, and how they compare."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from facerestore_training.evaluation import spectrum
from facerestore_training.evaluation.bootstrap import Comparison
from facerestore_training.evaluation.judging import Scores


@dataclass(frozen=True, eq=False)
class Bucket:
    """One bucket's scores by restorer, comparisons by (ours, theirs), and the set's KID where there is one."""

    scores: dict[str, Scores]
    holes_sha256: str
    mean_share: float
    comparisons: dict[tuple[str, str], tuple[Comparison, ...]] = field(default_factory=dict)
    kid: dict[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Report:
    """``header``: what was judged, by what; ``notes``: sentences on what is absent or must be known."""

    buckets: dict[str, Bucket]
    header: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def means(self) -> dict[str, dict[str, dict[str, float]]]:
        """{bucket: {restorer: figures}}."""
        found = {}
        for name, bucket in self.buckets.items():
            found[name] = {restorer: scores.means() for restorer, scores in bucket.scores.items()}
            for restorer, (mean, _) in bucket.kid.items():
                found[name].setdefault(restorer, {})["kid"] = mean
        return found

    def as_json(self) -> dict[str, Any]:
        """All of it in JSON's types; NaN becomes null."""
        means = self.means()
        buckets = {
            name: {
                "holes_sha256": bucket.holes_sha256,
                "mean_share": bucket.mean_share,
                "restorers": means[name],
                "spectrum": {
                    restorer: {
                        "cycles_per_crop": list(spectrum.CENTRES),
                        **{key: value.tolist() for key, value in vars(scores.spectrum.pooled()).items()},
                    }
                    for restorer, scores in bucket.scores.items()
                    if scores.spectrum is not None
                },
                "comparisons": [
                    {"ours": ours, "theirs": theirs, **asdict(comparison), "verdict": comparison.verdict}
                    for (ours, theirs), found in bucket.comparisons.items()
                    for comparison in found
                ],
            }
            for name, bucket in self.buckets.items()
        }
        cleaned: dict[str, Any] = _without_nan({**self.header, "notes": list(self.notes), "buckets": buckets})
        return cleaned


def _without_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_nan(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
