"""``facerestore evaluate --all-restorers`` and ``--shapes``: every way to restore, from arguments to reports."""

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import torch

from facerestore.restoration.restorers import Restorer
from facerestore.values.alignment import Alignment
from facerestore.values.errors import UsageError
from facerestore.values.geometry import Extent
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training import evaluation, held_out
from facerestore_training.commands.evaluation_inputs import buckets_of, chosen_ways, installed, publish
from facerestore_training.data import shards
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation import beside_faces, perception, shapes
from facerestore_training.evaluation.comparison import Bench, write_comparison
from facerestore_training.evaluation.costs import costs_of
from facerestore_training.evaluation.installed import (
    Case,
    InstalledRestorer,
    images_seen,
    ways_named,
    with_painter,
)
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures

_SHIPPED: Final = "As shipped"
_EQUAL: Final = "Equal training"
_BESIDE: Final = "Beside faces"


def add_options(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--all-restorers",
        action="store_true",
        help="every way to restore that is installed, as the program runs it: with --faces on these, with --scenes on "
        "damage beside the faces of the held-out part",
    )
    group.add_argument(
        "--shapes",
        action="store_true",
        help="ways to restore in wide and tall windows against square ones (--faces), and across the border where a "
        "crop ends (--scenes)",
    )


def other_weights(text: str) -> tuple[str, Path]:
    """(name of a way, file) of ``NAME=FILE``. Raises ArgumentTypeError."""
    name, equals, file = text.partition("=")
    if not (name and equals and file):
        raise argparse.ArgumentTypeError("expected NAME=FILE")
    return name, Path(file).expanduser()


def run(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    """Writes ``comparison`` as Markdown, JSON and CSV, and ``shapes`` as Markdown and JSON. Raises FaceRestoreError."""
    if arguments.all_restorers:
        benches = []
        if arguments.faces:
            benches += _on_faces(arguments, device, cache)
        if arguments.scenes:
            benches.append(_beside_faces(arguments))
        publish(write_comparison(benches, arguments.out), arguments.out / "comparison.md")
    if arguments.shapes:
        _shapes(arguments, cache)


def _on_faces(arguments: argparse.Namespace, device: torch.device, cache: Path) -> list[Bench]:
    faces = shards.load_faces(arguments.faces, cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    ways, missing = chosen_ways(arguments)
    judges, notes = _judges(arguments, device)
    benches = [_bench(arguments, faces, _SHIPPED, ways, dict.fromkeys(ways, arguments.weights_dir), judges, notes)]
    benches[0] = replace(benches[0], missing=missing)
    if arguments.weights:
        with tempfile.TemporaryDirectory() as place:
            folders = _folders_of(arguments.weights, Path(place), arguments.weights_dir)
            trained = {
                name: InstalledRestorer(one, device=arguments.device, weights_dir=folder, seed=arguments.seed)
                for name, (one, folder) in folders.items()
            }
            if evaluation.BASELINE in ways:
                trained[evaluation.BASELINE] = ways[evaluation.BASELINE]
            where = {name: folder for name, (_, folder) in folders.items()}
            benches.append(_bench(arguments, faces, _EQUAL, trained, where, judges, notes))
    return benches


def _folders_of(
    given: Sequence[tuple[str, Path]], place: Path, weights_dir: Path | None
) -> dict[str, tuple[Restorer, Path]]:
    """(way, folder of weights) by what the way with these weights is called."""
    found = {}
    for number, (name, file) in enumerate(given):
        (one,) = ways_named([name])
        called = f"{name}, {file.stem}"
        called = called if called not in found else f"{called} ({number + 1})"
        found[called] = (one, with_painter(one, file, place / str(number), weights_dir))
    return found


def _bench(
    arguments: argparse.Namespace,
    faces: FaceSet,
    title: str,
    ways: Mapping[str, InstalledRestorer],
    folders: Mapping[str, Path | None],
    judges: evaluation.Judges,
    notes: Sequence[str],
) -> Bench:
    report = evaluation.evaluate(
        faces,
        buckets_of(arguments, faces),
        ways,
        arguments.out / title.lower().replace(" ", "-"),
        judges=judges,
        header={"faces": [file.name for file in arguments.faces], "count": len(faces), "seed": arguments.seed},
        notes=[f"{len(faces)} faces; each as the program restores it, seed {arguments.seed}.", *notes],
    )
    hole = next(iter(buckets_of(arguments, faces).values()))[0]
    case = Case(np.asarray(faces.pixels[0]), hole, (Alignment.of_aligned(Extent.of(hole)),))
    return _with_costs(arguments, Bench(title, report), ways, folders, case)


def _with_costs(
    arguments: argparse.Namespace,
    bench: Bench,
    ways: Mapping[str, InstalledRestorer],
    folders: Mapping[str, Path | None],
    case: Case,
) -> Bench:
    costs = {
        name: costs_of(one, case, device=arguments.device, weights_dir=folders.get(name, arguments.weights_dir))
        for name, one in ways.items()
    }
    seen = {name: images_seen(one.restorer, folders.get(name, arguments.weights_dir)) for name, one in ways.items()}
    return replace(bench, costs=costs, images_seen=seen)


def _beside_faces(arguments: argparse.Namespace) -> Bench:
    _, kept = held_out.split_scenes(arguments.scenes)
    kept = kept[: arguments.limit]
    names = arguments.buckets or beside_faces.BUCKETS
    buckets = {name: beside_faces.cases_beside_faces(kept, name, seed=arguments.seed) for name in names}
    buckets = {name: cases for name, cases in buckets.items() if cases}
    if not buckets:
        raise UsageError("None of these photos has room beside its faces.", advice="Raise --limit.")
    ways, missing = chosen_ways(arguments)
    counts = ", ".join(f"{name}: {len(cases)}" for name, cases in buckets.items())
    report = beside_faces.evaluate_cases(
        buckets, ways, notes=[f"Whole photos with damage outside all faces; {counts}."]
    )
    case = next(iter(buckets.values()))[0]
    return _with_costs(arguments, Bench(_BESIDE, report, missing=missing), ways, {}, case)


def _shapes(arguments: argparse.Namespace, cache: Path) -> None:
    ways, missing = chosen_ways(arguments)
    notes = [f"{name} is not installed: {why}" for name, why in missing.items()]
    of_shapes, of_seams = {}, {}
    if arguments.faces:
        faces = shards.load_faces(arguments.faces, cache)
        faces = faces.subset(range(len(faces))[: arguments.limit])
        of_shapes = shapes.evaluate_shapes(faces, arguments.buckets or shapes.BUCKETS, ways, seed=arguments.seed)
        notes.append(f"{len(faces)} faces; windows of one area around the same holes, PSNR in the hole.")
    if arguments.scenes:
        kept = held_out.split_scenes(arguments.scenes)[1][: arguments.limit]
        of_seams = shapes.evaluate_seams(kept, ways)
        notes.append("A seam of 1 is none: as steep at the border, against beside it, as the true photo.")
    report = shapes.ShapeReport(of_shapes, of_seams, tuple(notes))
    (arguments.out / "shapes.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    publish(report.markdown(), arguments.out / "shapes.md")


def _judges(arguments: argparse.Namespace, device: torch.device) -> tuple[evaluation.Judges, list[str]]:
    """(what judges beside pixels, sentences on what is absent and why)."""
    lpips, lpips_note = perception.find_lpips(arguments.lpips_backbone)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)).to(device) if arguments.features else None
    embedder, sha256 = installed("embedding", device, None)
    assert isinstance(embedder, FaceEmbedder), "the program's own is one"
    notes = [lpips_note, f"Identity distance: of dlib's embeddings of result and true face (SHA-256 {sha256[:12]})."]
    if distance is None:
        notes.append("SqueezeNet feature distance is absent: no --features were given.")
    return evaluation.Judges(lpips=lpips, distance=distance, embedder=embedder, has_spectrum=False), notes
