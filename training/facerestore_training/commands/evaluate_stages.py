"""``facerestore evaluate``: detector, stage 1 and stage 2, from arguments to reports."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import nn

from facerestore.compositing.detail import LEAST_ENLARGED
from facerestore.inference.backends.torch.networks import list_weights, network_for
from facerestore.inference.loaded_networks import Networks
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import CROP_PX
from facerestore.values.errors import UsageError
from facerestore_models import split_tag
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training import evaluation, held_out
from facerestore_training.batched_inference import LayoutSource, inpainted_faces, paint
from facerestore_training.commands.evaluation_inputs import (
    TRUE_LABELS,
    buckets_of,
    installed,
    judges_of,
    labelled_faces,
    parser_network,
    publish,
)
from facerestore_training.data.sources import keys_of
from facerestore_training.evaluation import detail, steered, tables
from facerestore_training.evaluation.alternatives import alternative_figures
from facerestore_training.evaluation.portrait_scans import portrait_scans
from facerestore_training.labels import point_labels
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.metrics import layout_figures
from facerestore_training.tasks.detector import detector_figures

_WITH_ALTERNATIVES: Final = ("r20_40", "r40_60", "eyes", "mouth", "half")
"""Holes that hide enough to allow more than one layout."""
_LAYOUTS: tuple[LayoutSource, ...] = ("none", "predicted", "true")


def evaluate_detector(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    network, _ = installed("detection", device, arguments.weights_dir)
    points, _ = installed("points", device, arguments.weights_dir)
    _, kept = held_out.split_scenes(arguments.scenes)
    report: dict[str, object] = {"points": "stored with the scenes"}
    if arguments.sources:
        keys = keys_of(arguments.scenes, arguments.sources)
        kept = [scene for scene in kept if scene.key in keys]
        report["sources"] = arguments.sources
    kept = kept[: arguments.limit]
    report["scenes"] = len(kept)
    if arguments.teacher is not None:
        kept = point_labels.surer_scenes(kept, arguments.scenes, arguments.teacher, cache)
        report["points"] = (
            f"mean of {point_labels.LOOKS} looks of {arguments.teacher.name}, half of them at the mirror image"
        )
    for name, covered in (("clean", 0.0), ("30 % masked", 0.3)):
        figures = detector_figures(network, kept, covered=covered, points_network=points, seed=arguments.seed)
        report[name] = {"recall": figures.recall, "point_error": figures.point_error, "score": figures.score}
    text = json.dumps(report, indent=2) + "\n"
    (arguments.out / "detector.json").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def evaluate_layout(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    network, _ = installed("layout", device, arguments.weights_dir)
    _, faces = held_out.split_pairs(arguments.pairs, cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    figures = {"whole": layout_figures(network, faces, None)}
    alternatives = {}
    for name, drawn in buckets_of(arguments, faces).items():
        figures[f"in {name}"] = layout_figures(network, faces, drawn)
        if name in _WITH_ALTERNATIVES:
            alternatives[f"in {name}"] = alternative_figures(network, faces, drawn)
    report: dict[str, object] = {
        name: {
            "miou": f.mean_iou,
            "f1": f.mean_f1,
            "accuracy": f.accuracy,
            "ece": f.calibration_error,
            "iou_by_class": f.iou.tolist(),
            "f1_by_class": f.f1.tolist(),
            "share_by_class": f.share.tolist(),
        }
        for name, f in figures.items()
    }
    report["alternatives"] = {name: asdict(a) for name, a in alternatives.items()}
    (arguments.out / "layout.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    publish(tables.layout_tables(figures, alternatives), arguments.out / "layout.md")


def evaluate_detail(arguments: argparse.Namespace, cache: Path) -> None:
    scans = list(islice(_scans(arguments, cache), arguments.limit))
    if not scans:
        advice = f"Give faces of more than {round(CROP_PX * LEAST_ENLARGED)} px."
        raise UsageError("None of these photos is finer than a crop.", advice=advice)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)) if arguments.features else None
    report = detail.evaluate_detail(
        scans,
        arguments.detail,
        device=arguments.device,
        weights_dir=arguments.weights_dir,
        buckets=arguments.buckets or detail.BUCKETS,
        distance=distance,
        seed=arguments.seed,
    )
    (arguments.out / "detail.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    publish(report.markdown(), arguments.out / "detail.md")


def _scans(arguments: argparse.Namespace, cache: Path) -> Iterator[detail.LabelledScan]:
    if arguments.portraits is not None:
        networks = LocalNetworks(
            device=arguments.device, make=lambda device: Networks(device=device, weights_dir=arguments.weights_dir)
        )
        yield from portrait_scans(arguments.portraits, networks, enlarged=arguments.enlarged)
    else:
        _, faces = held_out.split_pairs(arguments.pairs, cache)
        yield from detail.read_scans(arguments.pairs, faces.keys)


def evaluate_texture(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    parser, parser_sha = parser_network(arguments, device)
    faces, labels_note = labelled_faces(arguments, parser, cache)
    restorers, weights = _restorers(arguments, device, arguments.weights_dir, "stage 2")
    pairs: list[tuple[str, str]] = []
    if arguments.against:
        others, weights_of_others = _restorers(arguments, device, arguments.against, "against")
        pairs = [(mine, name) for mine in restorers if (name := _against(mine)) in others]
        restorers, weights = restorers | others, weights | weights_of_others
    baselines: dict[str, evaluation.Inpaint] = {
        "mean fill": evaluation.mean_fill,
        evaluation.BASELINE: evaluation.telea,
        "navier-stokes": evaluation.navier_stokes,
    }
    if labels_note == TRUE_LABELS:
        # what the parser scores on the faces themselves: no result can be expected to score more
        baselines["true face"] = lambda some, _: np.asarray(some.pixels)
    judges, notes = judges_of(arguments, parser, len(faces), device)
    header = {
        "faces": [file.name for file in arguments.faces],
        "count": len(faces),
        "seed": arguments.seed,
        "sha256": {"parser": parser_sha, **weights},
    }
    report = evaluation.evaluate(
        faces,
        buckets_of(arguments, faces),
        baselines | restorers,
        arguments.out,
        judges=judges,
        pairs=pairs,
        header=header,
        notes=[
            f"{len(faces)} faces; single samples, seed {arguments.seed}; composites of 8 bits.",
            labels_note,
            *notes,
        ],
    )
    sys.stdout.write(evaluation.markdown(report))


def evaluate_steering(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    parser, _ = parser_network(arguments, device)
    faces, note = labelled_faces(arguments, parser, cache)
    texture, _ = installed("texture", device, arguments.weights_dir)
    embedder, _ = installed("embedding", device, None)
    assert isinstance(embedder, FaceEmbedder), "the program's own is one"
    report = steered.evaluate_steering(texture, parser, faces, arguments.out, seed=arguments.seed, embedder=embedder)
    (arguments.out / "steering.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    publish(report.markdown(note), arguments.out / "steering.md")


def _restorers(
    arguments: argparse.Namespace, device: torch.device, weights_dir: Path | None, name: str
) -> tuple[dict[str, evaluation.Inpaint], dict[str, str]]:
    """(restorers by name, one for each source of layouts, and the inpainting of any shape where the folder has it;
    SHA-256 of the weights)."""
    tasks = {entry.task for entry in list_weights(weights_dir)}
    # a folder with an inpainting network alone is judged by it
    restorers, weights = _stages(arguments, device, weights_dir, name) if "texture" in tasks else ({}, {})
    if "inpainting" in tasks:
        network, sha256 = installed("inpainting", device, weights_dir)
        called = split_tag(network_for("inpainting", weights_dir))[0]
        called = called if name == "stage 2" else _against(called)
        restorers[called] = lambda faces, drawn: inpainted_faces(network, faces, drawn, composited=False)
        weights[called] = sha256
    if not restorers:
        raise UsageError("This folder has no network that restores faces.", advice="Choose another --weights-dir.")
    return restorers, weights


def _against(name: str) -> str:
    """What the same restorer with the other weights is called."""
    return f"against, {name.removeprefix('stage 2, ')}"


def _stages(
    arguments: argparse.Namespace, device: torch.device, weights_dir: Path | None, name: str
) -> tuple[dict[str, evaluation.Inpaint], dict[str, str]]:
    """(restorers by name, one for each source of layouts; SHA-256 of the weights)."""
    texture, texture_sha = installed("texture", device, weights_dir)
    layout, layout_sha = installed("layout", device, weights_dir)
    restorers = {f"{name}, {source} layout": _stage2(texture, layout, source, arguments.seed) for source in _LAYOUTS}
    return restorers, {f"{name}, texture": texture_sha, f"{name}, layout": layout_sha}


def _stage2(texture: nn.Module, layout: nn.Module, source: LayoutSource, seed: int) -> evaluation.Inpaint:
    return lambda faces, drawn: paint(texture, layout, faces, drawn, layouts=source, seed=seed, composited=False)
