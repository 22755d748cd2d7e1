"""Restorers compared on faces and holes that never change: figures, intervals, a contact sheet."""

import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore_training import sheets
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation import kid, tables
from facerestore_training.evaluation.baselines import BASELINE, Inpaint, Pictures
from facerestore_training.evaluation.bootstrap import MARGINS, Comparison, compare_mean_iou, compare_means
from facerestore_training.evaluation.holes import fingerprint_of_holes
from facerestore_training.evaluation.judging import Judges, Scores, composited, score
from facerestore_training.evaluation.results import Bucket, Report
from facerestore_training.evaluation.spectrum import band_energies

log = logging.getLogger(__name__)

_CHUNK: Final = 16
_SHEET_FACES: Final = 4
_TRUTH: Final = "true faces"


def evaluate(
    faces: FaceSet,
    buckets: Mapping[str, NDArray[np.uint8]],
    restorers: Mapping[str, Inpaint],
    out_dir: Path,
    *,
    judges: Judges | None = None,
    pairs: Sequence[tuple[str, str]] = (),
    header: Mapping[str, object] | None = None,
    notes: Sequence[str] = (),
) -> Report:
    """All restorers on all buckets; also written as ``report.json``, ``report.md`` and ``contact.png``.

    Every restorer is compared with Telea if that is among them, and the first of each of ``pairs`` with the second.
    """
    judges = judges or Judges()
    found: dict[str, Bucket] = {}
    rows: list[list[Pictures]] = []
    for name, holes in buckets.items():
        log.info("judging %s", name)
        scores, shown = _judged(faces, holes, restorers, judges)
        bucket = Bucket(scores, fingerprint_of_holes(holes), float(holes.mean()))
        against_baseline = [(ours, BASELINE) for ours in scores if ours != BASELINE and BASELINE in scores]
        for ours, theirs in [*against_baseline, *pairs]:
            bucket.comparisons[ours, theirs] = compared(scores[ours], scores[theirs])
        bucket.kid.update(_kid(faces, scores, judges))
        found[name] = bucket
        for i in range(min(_SHEET_FACES, len(faces))):
            truth = np.asarray(faces.pixels[i])
            row = [sheets.captioned(sheets.with_hole(truth, holes[i]), name)]
            row += [sheets.captioned(p[i], title) for title, p in zip(scores, shown, strict=True)]
            rows.append([*row, sheets.captioned(truth, "true face")])
    report = Report(found, header or {}, tuple(notes))
    out_dir.mkdir(parents=True, exist_ok=True)
    (out_dir / "report.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    (out_dir / "report.md").write_text(tables.markdown(report), encoding="utf-8")
    sheets.save_sheet(rows, out_dir / "contact.png")
    return report


def compared(ours: Scores, theirs: Scores) -> tuple[Comparison, ...]:
    """Every figure that both have, by paired bootstrap."""
    found = [
        compare_means(name, ours.figures[name], theirs.figures[name])
        for name in MARGINS
        if name in ours.figures and name in theirs.figures
    ]
    if ours.confusion_NKK is not None and theirs.confusion_NKK is not None:
        found.append(compare_mean_iou(ours.confusion_NKK, theirs.confusion_NKK))
    return tuple(found)


def _judged(
    faces: FaceSet, holes: NDArray[np.uint8], restorers: Mapping[str, Inpaint], judges: Judges
) -> tuple[dict[str, Scores], list[Pictures]]:
    """(scores, the first pictures of each restorer); a few faces at a time, so that a large set needs little memory."""
    parts: dict[str, list[Scores]] = {name: [] for name in restorers}
    shown: list[Pictures] = []
    for start in range(0, len(faces), _CHUNK):
        some = faces.subset(range(start, min(len(faces), start + _CHUNK)))
        some_holes = holes[start : start + _CHUNK]
        energies = [band_energies(np.asarray(face)) for face in some.pixels] if judges.has_spectrum else None
        for name, restore in restorers.items():
            painted = restore(some, some_holes)
            parts[name].append(score(painted, some, some_holes, judges, energies_of_truth=energies))
            if start == 0:
                shown.append(composited(painted, some, some_holes)[:_SHEET_FACES])
    return {name: Scores.joined(found) for name, found in parts.items()}, shown


def _kid(faces: FaceSet, scores: Mapping[str, Scores], judges: Judges) -> dict[str, tuple[float, float]]:
    """KID of each restorer, and of one half of the true faces against the other: the floor."""
    if not judges.keeps_features or judges.distance is None:
        return {}
    features = judges.distance.features
    truths = np.concatenate(
        [kid.pooled_features(features, np.asarray(faces.pixels[i : i + _CHUNK])) for i in range(0, len(faces), _CHUNK)]
    )
    found = {
        name: kid.kernel_inception_distance(value.features_ND, truths)
        for name, value in scores.items()
        if value.features_ND is not None
    }
    found[_TRUTH] = kid.kernel_inception_distance(truths[::2], truths[1::2])
    return found
