"""The gate before a run's weights: no worse, on faces never trained on, than the weights that are there."""

import argparse
import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore.inference.backends.torch.devices import CHOICES, choose_device
from facerestore.inference.backends.torch.networks import (
    list_weights,
    load_network,
    name_for,
    network_for,
    own_task,
    paints_for_one_way,
)
from facerestore.values.errors import UsageError
from facerestore_models import Task, spec_of, split_tag
from facerestore_models.manifest import write_manifest_entry
from facerestore_training import evaluation, held_out, metrics
from facerestore_training.batched_inference import layout_probabilities, paint
from facerestore_training.data import shards
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.bootstrap import Comparison, compare_mean_iou, compare_means
from facerestore_training.runs.export import add_tag_option, averaged, export_run
from facerestore_training.runs.run_folder import trained_on

TOLERANCES: Final[dict[Task, float]] = {"texture": 0.1, "layout": 0.01}
"""How much worse is still "no worse": dB of PSNR, and mean IoU."""
LEAST_FACES: Final = 10
BUCKETS: Final = ("r10_20", "r20_40", "r40_60", "scratch")


@dataclass(frozen=True, kw_only=True)
class Bucket:
    """The run's figure and the one that it is held against, on the same faces and holes."""

    ours: float
    theirs: float
    comparison: Comparison


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """By bucket of holes. ``passed``: the 95 % interval of every difference lies above ``-tolerance``."""

    figure: str
    tolerance: float
    buckets: Mapping[str, Bucket]

    @property
    def passed(self) -> bool:
        # not a number is no pass
        return all(bucket.comparison.low > -self.tolerance for bucket in self.buckets.values())

    def as_json(self) -> dict[str, Any]:
        return {
            "passed": self.passed,
            "figure": self.figure,
            "tolerance": self.tolerance,
            "buckets": {
                name: {
                    "ours": round(b.ours, 4),
                    "theirs": round(b.theirs, 4),
                    "difference": round(b.comparison.difference, 4),
                    "interval": [round(b.comparison.low, 4), round(b.comparison.high, 4)],
                    "faces": b.comparison.count,
                }
                for name, b in self.buckets.items()
            },
        }


def add_options(parser: argparse.ArgumentParser) -> None:
    """All options of the command; ``run`` reads what they fill."""
    parser.add_argument("--run", type=Path, required=True, help="folder of a run of stage 1 or stage 2")
    parser.add_argument(
        "--against", type=Path, metavar="WEIGHTS_DIR", help="held against these; default: what is installed"
    )
    faces = parser.add_mutually_exclusive_group(required=True)
    faces.add_argument(
        "--validation", type=Path, metavar="SHARD", help="aligned faces never trained on; stage 1: with labels"
    )
    faces.add_argument(
        "--pairs", type=Path, metavar="SHARD", help="faces with labels, of which training leaves a part out: that part"
    )
    parser.add_argument("--masks", type=Path, help="folder of masks, BUCKET/KEY.png; drawn by seed and key without it")
    parser.add_argument(
        "--tolerance", type=float, help="still no worse; default: 0.1 dB for stage 2, 0.01 mean IoU for stage 1"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="weights folder that gets the run's weights if it passes"
    )
    parser.add_argument("--card", type=Path, help="JSON with purpose, data, licence, limits")
    add_tag_option(parser)
    parser.add_argument("--device", default="auto", choices=CHOICES)
    parser.add_argument("--cache", type=Path, help="where decoded data is kept; default: RUN/../cache")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Judge, print the figures, and export if the run passes: 0; else 1. Raises FaceRestoreError."""
    cache = arguments.cache or arguments.run.parent / "cache"
    faces = _faces(arguments, cache)
    _require_unseen(arguments.run, faces)
    buckets = (
        evaluation.FolderBuckets(arguments.masks, faces.keys)
        if arguments.masks
        else evaluation.FrozenBuckets(faces.keys, names=BUCKETS)
    )
    verdict = judge(
        arguments.run,
        faces,
        buckets,
        against=arguments.against,
        tolerance=arguments.tolerance,
        device=choose_device(arguments.device),
    )
    sys.stdout.write(json.dumps(verdict.as_json(), indent=2) + "\n")
    if not verdict.passed:
        sys.stderr.write("facerestore: Refused: the run is worse than what is there, or too few faces say otherwise.\n")
        return 1
    card = json.loads(arguments.card.read_text(encoding="utf-8")) if arguments.card else {}
    path = export_run(arguments.run, arguments.out, card | {"gate": verdict.as_json()}, tag=arguments.tag)
    _complete(arguments.out, arguments.against)
    sys.stdout.write(f"{path}\n")
    return 0


def judge(
    run_dir: Path,
    faces: FaceSet,
    buckets: Mapping[str, NDArray[np.uint8]],
    *,
    against: Path | None,
    tolerance: float | None,
    device: torch.device,
) -> Verdict:
    """The run's moving average, as its file would hold it, against the weights of the same task in ``against``,
    or of the same network where that paints for one way to restore only.

    Stage 2: PSNR of composites, painted to the layout that ``against`` predicts. Stage 1: mean IoU of the foreground
    classes, on whole faces and inside the holes. Differences are paired by picture. Raises UsageError for another
    network's run, for fewer than LEAST_FACES faces, and for stage 1 without labels; WeightsMissing, WeightsDamaged.
    """
    name, average = averaged(run_dir)
    task = spec_of(name).task
    if task not in TOLERANCES:
        raise UsageError(f"There is no gate for {name}.", advice="Use 'facerestore train export'.")
    if len(faces) < LEAST_FACES:
        raise UsageError(f"{len(faces)} faces say too little.", advice=f"Give at least {LEAST_FACES}.")
    # a weights file holds float16
    ours = average.half().float().to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    # what paints for one way only is held against its own earlier weights
    wanted = name_for(split_tag(name)[0], against) if paints_for_one_way(name, task) else network_for(task, against)
    theirs, _ = load_network(wanted, device, against)
    tolerance = TOLERANCES[task] if tolerance is None else tolerance
    if task == "layout":
        if faces.labels is None:
            raise UsageError("Stage 1 is judged by labels.", advice="Give faces with label maps, KEY.png.")
        found = {"whole": _by_miou(ours, theirs, faces, None)}
        found |= {name: _by_miou(ours, theirs, faces, holes) for name, holes in buckets.items()}
        return Verdict(figure="mean IoU", tolerance=tolerance, buckets=found)
    layout, _ = load_network(network_for("layout", against), device, against)
    found = {name: _by_psnr(ours, theirs, layout, faces, holes) for name, holes in buckets.items()}
    return Verdict(figure="PSNR, dB", tolerance=tolerance, buckets=found)


def _by_psnr(ours: nn.Module, theirs: nn.Module, layout: nn.Module, faces: FaceSet, holes: NDArray[np.uint8]) -> Bucket:
    psnr_ours, psnr_theirs = (
        np.array(
            [
                metrics.psnr(result, faces.pixels[i])
                for i, result in enumerate(paint(network, layout, faces, holes, layouts="predicted"))
            ]
        )
        for network in (ours, theirs)
    )
    comparison = compare_means("psnr", psnr_ours, psnr_theirs)
    return Bucket(ours=float(psnr_ours.mean()), theirs=float(psnr_theirs.mean()), comparison=comparison)


def _by_miou(ours: nn.Module, theirs: nn.Module, faces: FaceSet, holes: NDArray[np.uint8] | None) -> Bucket:
    confusion_ours, confusion_theirs = (_confusions(network, faces, holes) for network in (ours, theirs))
    pooled = (float(metrics.mean_iou(confusion.sum(axis=0))) for confusion in (confusion_ours, confusion_theirs))
    comparison = compare_mean_iou(confusion_ours, confusion_theirs)
    return Bucket(ours=next(pooled), theirs=next(pooled), comparison=comparison)


@torch.no_grad()
def _confusions(network: nn.Module, faces: FaceSet, holes: NDArray[np.uint8] | None) -> NDArray[np.int64]:
    """(N, 19, 19): true by predicted class of each face, in its hole if there are holes."""
    assert faces.labels is not None
    found = []
    for i, truth in enumerate(faces.labels):
        hole = None if holes is None else holes[i : i + 1]
        guess = layout_probabilities(network, faces.pixels[i : i + 1], hole).argmax(axis=1)[0]
        where = np.ones(truth.shape, bool) if hole is None else hole[0] > 0
        found.append(metrics.confusion_matrix(truth, guess, where))
    return np.stack(found)


def _faces(arguments: argparse.Namespace, cache: Path) -> FaceSet:
    if arguments.pairs:
        return held_out.split_pairs(arguments.pairs, cache)[1]
    return shards.load_faces([arguments.validation], cache)


def _require_unseen(run_dir: Path, faces: FaceSet) -> None:
    seen = trained_on(run_dir, faces.keys, faces.pixels)
    if seen:
        raise UsageError(
            f"The run was trained on {len(seen)} of these {len(faces)} faces, {seen[0]} among them.",
            advice="Give faces that it never saw; other pictures want other names.",
        )


def _complete(weights_dir: Path, against: Path | None) -> None:
    """Add the networks that the folder lacks, so that it can be used as it is."""
    there = list_weights(weights_dir)
    tasks, names = {own_task(entry) for entry in there}, {entry.name for entry in there}
    for entry in list_weights(against):
        # what paints for one way to restore only takes no other's place
        if own_task(entry) not in tasks or (own_task(entry) is None and entry.name not in names):
            shutil.copyfile(entry.path, weights_dir / entry.path.name)
            write_manifest_entry(weights_dir, entry.name, entry.path.name, entry.card)
