"""What a preparation made and left out, for programs (report.json) and for people (report.txt)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from facerestore.values.file_names import shown
from facerestore_training.preparation.cutting import Reason
from facerestore_training.preparation.ledger import PhotoOutcome

Report = dict[str, Any]


def report_of(
    outcomes: Sequence[PhotoOutcome], others: Sequence[Path], shards: Sequence[str], settings: dict[str, Any]
) -> Report:
    """Counts, and every photo, face or file that was left out with its path and why."""
    left_out = [*_left_out(outcomes), *({"path": shown(path), "reason": Reason.NO_PHOTO.value} for path in others)]
    kept = Counter(outcome.subset for outcome in outcomes for face in outcome.faces if not face.reason)
    return {
        "photos": len(outcomes),
        "photos_with_kept_faces": sum(any(not face.reason for face in outcome.faces) for outcome in outcomes),
        "faces_found": sum(len(outcome.faces) for outcome in outcomes),
        "faces_kept": {"train": kept["train"], "val": kept["val"]},
        "shards": list(shards),
        "left_out_by_reason": dict(sorted(Counter(entry["reason"] for entry in left_out).items())),
        "left_out": left_out,
        "settings": settings,
    }


def readable(report: Report) -> str:
    """The report as text: the counts first, then the paths by reason."""
    kept = report["faces_kept"]
    lines = [
        f"{report['photos']} photos, {report['faces_found']} faces.",
        f"Kept: {kept['train']} faces for training, {kept['val']} for validation, "
        f"from {report['photos_with_kept_faces']} photos, in {len(report['shards'])} shards.",
        "",
    ]
    if not report["left_out"]:
        return "\n".join([*lines, "Nothing was left out.", ""])
    lines.append("Left out:")
    lines += [f"  {count:6}  {reason}" for reason, count in report["left_out_by_reason"].items()]
    for reason in report["left_out_by_reason"]:
        lines += ["", f"{reason.capitalize()}:"]
        for entry in (entry for entry in report["left_out"] if entry["reason"] == reason):
            face = f", face {entry['face']}" if "face" in entry else ""
            detail = f": {entry['detail']}" if entry.get("detail") else ""
            lines.append(f"  {entry['path']}{face}{detail}")
    return "\n".join([*lines, ""])


def _left_out(outcomes: Sequence[PhotoOutcome]) -> Iterator[dict[str, Any]]:
    for outcome in sorted(outcomes, key=lambda outcome: outcome.photo):
        if outcome.reason:
            yield {"path": outcome.photo, "reason": outcome.reason, "detail": shown(outcome.detail)}
        for number, face in enumerate(outcome.faces, start=1):
            if face.reason:
                yield {"path": outcome.photo, "face": number, "reason": face.reason, "detail": shown(face.detail)}
