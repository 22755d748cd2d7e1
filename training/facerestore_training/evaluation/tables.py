"""Reports as Markdown."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from facerestore_resources.face_classes import NAMES
from facerestore_training.evaluation import spectrum
from facerestore_training.evaluation.alternatives import AlternativeFigures
from facerestore_training.evaluation.baselines import BASELINE
from facerestore_training.evaluation.results import Report
from facerestore_training.metrics import LayoutFigures

COLUMNS: Final[tuple[tuple[str, str, str], ...]] = (
    ("psnr", "PSNR", ".2f"),
    ("hole_psnr", "hole PSNR", ".2f"),
    ("ssim", "SSIM", ".4f"),
    ("l1", "L1, %", ".2f"),
    ("lpips", "LPIPS", ".4f"),
    ("hole_lpips", "hole LPIPS", ".4f"),
    ("squeezenet", "SqueezeNet", ".4f"),
    ("identity", "identity distance", ".3f"),
    ("miou", "mIoU in hole", ".3f"),
    ("kid", "KID on SqueezeNet features", ".5f"),
    ("spectrum_within_crop", "bands within 20 %", ".2f"),
    ("raw_psnr", "raw PSNR", ".2f"),
    ("raw_ssim", "raw SSIM", ".4f"),
    ("visible_psnr", "visible PSNR", ".2f"),
)


def markdown(report: Report) -> str:
    """The figures, what the spectra are, every comparison that is not with the baseline, and the notes."""
    parts = ["\n".join(f"- {note}" for note in report.notes), figures_table(report)]
    for title, found in (("Spectrum of the hole", spectrum_table(report)), ("Comparisons", comparison_table(report))):
        if found:
            parts.append(f"## {title}\n\n{found}")
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figures_table(report: Report) -> str:
    """Composite first, raw beside it; the interval of PSNR over Telea last."""
    means = report.means()
    there = {name for restorers in means.values() for figures in restorers.values() for name in figures}
    columns = [column for column in COLUMNS if column[0] in there]
    rows = []
    for bucket, restorers in means.items():
        for restorer, figures in restorers.items():
            cells = [cell(figures.get(name), form) for name, _, form in columns]
            rows.append([bucket, restorer, *cells, _over_baseline(report, bucket, restorer)])
    return table(["holes", "restorer", *(title for _, title, _ in columns), f"PSNR over {BASELINE}, 95 %"], rows)


def spectrum_table(report: Report) -> str:
    """Energy ratios by band for every bucket that has them; the truth's own row says what surroundings can tell."""
    head = ["holes", "restorer", "ratio to", *(f"{cycles:.0f}" for cycles in spectrum.CENTRES)]
    rows = []
    for name, bucket in report.buckets.items():
        pooled = {restorer: scores.spectrum.pooled() for restorer, scores in bucket.scores.items() if scores.spectrum}
        found = {restorer: ratios for restorer, ratios in pooled.items() if np.isfinite(ratios.to_truth).any()}
        for restorer, ratios in found.items():
            for to, values in (("truth", ratios.to_truth), ("surroundings", ratios.to_surroundings)):
                rows.append([name, restorer, to, *(cell(float(value), ".2f") for value in values)])
        if found:
            truth = next(iter(found.values())).truth_to_surroundings
            rows.append([name, "true face", "surroundings", *(cell(float(value), ".2f") for value in truth)])
    return f"Energy by band, cycles per crop, geometric mean over pictures.\n\n{table(head, rows)}" if rows else ""


def comparison_table(report: Report) -> str:
    """Ours minus theirs with 95 % intervals, for every pair but those with the baseline."""
    rows = [
        [
            bucket,
            ours,
            theirs,
            c.figure,
            f"{c.difference:+.4f}",
            f"{c.low:+.4f} ... {c.high:+.4f}",
            str(c.count),
            c.verdict,
        ]
        for bucket, found in report.buckets.items()
        for (ours, theirs), comparisons in found.comparisons.items()
        if theirs != BASELINE
        for c in comparisons
    ]
    head = ["holes", "ours", "theirs", "figure", "difference", "95 % interval", "pictures", "verdict"]
    return table(head, rows) if rows else ""


def layout_tables(figures: Mapping[str, LayoutFigures], alternatives: Mapping[str, AlternativeFigures]) -> str:
    """Stage 1: a row for each place that was judged, what its alternatives do there, then IoU and F1 of each class."""
    rows = [
        [name, f"{f.mean_iou:.3f}", f"{f.mean_f1:.3f}", f"{f.accuracy:.3f}", f"{f.calibration_error:.3f}"]
        for name, f in figures.items()
    ]
    head = ["class", *(f"{name}: {what}" for name in figures for what in ("IoU", "F1"))]
    classes = [
        [title, *(cell for f in figures.values() for cell in _class_cells(f, index))]
        for index, title in enumerate(NAMES)
    ]
    summary = table(["where", "mIoU", "F1", "accuracy", "ECE"], rows)
    others = table(
        ["where", "pixels on which two alternatives disagree", "mIoU of an alternative", "mIoU of the best guess"],
        [
            [name, f"{a.disagreement:.3f}", f"{a.miou:.3f}", f"{a.miou_best_guess:.3f}"]
            for name, a in alternatives.items()
        ],
    )
    return f"{summary}\n\n## Alternatives\n\n{others}\n\n## By class\n\n{table(head, classes)}\n"


def _class_cells(figures: LayoutFigures, index: int) -> tuple[str, str]:
    if figures.share[index] == 0:
        return "", ""
    return f"{figures.iou[index]:.3f}", f"{figures.f1[index]:.3f}"


def _over_baseline(report: Report, bucket: str, restorer: str) -> str:
    found = report.buckets[bucket].comparisons.get((restorer, BASELINE), ())
    return next((f"{c.low:+.2f} ... {c.high:+.2f}" for c in found if c.figure == "psnr"), "")


def cell(value: float | None, form: str) -> str:
    return "" if value is None or not np.isfinite(value) else format(value, form)
