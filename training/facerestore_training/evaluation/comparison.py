"""Every way to restore on the same faces and holes, side by side: as shipped, and with weights of one's own."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from facerestore_training.evaluation.baselines import BASELINE
from facerestore_training.evaluation.bootstrap import Comparison
from facerestore_training.evaluation.costs import Costs
from facerestore_training.evaluation.results import Report
from facerestore_training.evaluation.tables import COLUMNS, cell, table

_COMPARED: Final = ("psnr", "identity")
"""Figures whose interval over the baseline stands in the table; the JSON has all."""


@dataclass(frozen=True, eq=False)
class Bench:
    """One set of ways to restore, judged. ``report``: None where none of them could be. ``missing``: by name, why one
    could not take part. ``images_seen``: of the painter, by its card; None where that is not stated."""

    title: str
    report: Report | None
    costs: Mapping[str, Costs] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    images_seen: Mapping[str, int | None] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "costs": {name: asdict(costs) for name, costs in self.costs.items()},
            "images_seen": dict(self.images_seen),
            "missing": dict(self.missing),
            **({} if self.report is None else self.report.as_json()),
        }

    def markdown(self) -> str:
        parts = [f"## {self.title}", self._figures(), self._costs()]
        if self.report is not None:
            parts.insert(1, "\n".join(f"- {note}" for note in self.report.notes))
        return "\n\n".join(part for part in parts if part)

    def rows(self) -> Iterator[dict[str, object]]:
        """One row for each bucket and way, and one for each way that is missing."""
        for bucket, restorers in ({} if self.report is None else self.report.means()).items():
            for name, figures in restorers.items():
                row: dict[str, object] = {"table": self.title, "holes": bucket, "restorer": name, **figures}
                for one in self._over_baseline(bucket, name):
                    row |= {f"{one.figure}_over_{BASELINE}": one.difference, f"{one.figure}_low": one.low}
                    row[f"{one.figure}_high"] = one.high
                costs = self.costs.get(name)
                yield row | ({} if costs is None else asdict(costs)) | {"images_seen": self.images_seen.get(name)}
        for name, why in self.missing.items():
            yield {"table": self.title, "restorer": name, "missing": why}

    def _figures(self) -> str:
        if self.report is None:
            return ""
        means = self.report.means()
        there = {name for restorers in means.values() for figures in restorers.values() for name in figures}
        columns = [column for column in COLUMNS if column[0] in there]
        compared = [name for name in _COMPARED if name in there]
        titles = {name: title for name, title, _ in COLUMNS}
        head = ["holes", "restorer", *(title for _, title, _ in columns)]
        head += [f"{titles[name]} over {BASELINE}, 95 %" for name in compared]
        rows = [
            [bucket, name, *(cell(figures.get(key), form) for key, _, form in columns)]
            + [_interval(self._over_baseline(bucket, name), figure) for figure in compared]
            for bucket, restorers in means.items()
            for name, figures in restorers.items()
        ]
        return table(head, rows)

    def _costs(self) -> str:
        has_graphics = any(costs.graphics_mb is not None for costs in self.costs.values())
        head = ["restorer", "seconds", "processor seconds", "parameters", "memory, MB"]
        head += ["graphics memory, MB"] if has_graphics else []
        rows = []
        for name, costs in self.costs.items():
            row = [name, f"{costs.seconds:.2f}", f"{costs.processor_seconds:.2f}"]
            row += [f"{costs.parameters / 1e6:.1f} M", f"{costs.memory_mb:.0f}"]
            row += [cell(costs.graphics_mb, ".0f")] if has_graphics else []
            rows.append([*row, _count(self.images_seen.get(name))])
        rows += [[name, f"not installed: {why}", *[""] * (len(head) - 1)] for name, why in self.missing.items()]
        return table([*head, "images seen"], rows)

    def _over_baseline(self, bucket: str, name: str) -> Sequence[Comparison]:
        assert self.report is not None
        return self.report.buckets[bucket].comparisons.get((name, BASELINE), ())


def write_comparison(benches: Sequence[Bench], out_dir: Path) -> str:
    """``comparison.md``, ``.json`` and ``.csv``. Returns the Markdown."""
    text = "\n\n".join(bench.markdown() for bench in benches) + "\n"
    (out_dir / "comparison.md").write_text(text, encoding="utf-8")
    content = json.dumps([bench.as_json() for bench in benches], indent=2)
    (out_dir / "comparison.json").write_text(content + "\n", encoding="utf-8")
    rows = [row for bench in benches for row in bench.rows()]
    names = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (out_dir / "comparison.csv").write_text(stream.getvalue(), encoding="utf-8")
    return text


def _interval(found: Sequence[Comparison], figure: str) -> str:
    return next((f"{one.low:+.2f} ... {one.high:+.2f}" for one in found if one.figure == figure), "")


def _count(images: int | None) -> str:
    return "" if images is None else f"{images:,}"
