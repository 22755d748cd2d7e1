"""``facerestore evaluate``: its options, and from them to reports."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import nn

from facerestore.inference.devices import CHOICES, choose_device
from facerestore.inference.networks import list_weights, load_network, network_for
from facerestore.values.errors import UsageError
from facerestore.values.identity_check import IdentityCheck
from facerestore_models import Task, split_tag
from facerestore_models.face_embedder import SAME_PERSON, FaceEmbedder
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_models.texture_generator import TextureGenerator
from facerestore_models.weights import sha256_of
from facerestore_training import evaluation, held_out
from facerestore_training.batched_inference import LayoutSource, inpainted_faces, paint
from facerestore_training.commands import evaluate_damage
from facerestore_training.data import persons as data_of_persons
from facerestore_training.data import shards
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation import (
    detail,
    holes,
    identity,
    identity_checks,
    kid,
    perception,
    persons,
    steered,
    tables,
)
from facerestore_training.evaluation.alternatives import alternative_figures
from facerestore_training.labels import labelling, point_labels
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.metrics import layout_figures
from facerestore_training.runs.starting_weights import loaded
from facerestore_training.tasks.detector import detector_figures

_IDENTITY_BUCKETS = ("r20_40", "r40_60", "eyes")
_WITH_ALTERNATIVES: Final = ("r20_40", "r40_60", "eyes", "mouth", "half")
"""Holes that hide enough to allow more than one layout."""
_TRUE_LABELS = "True layouts are those that came with the faces."
_LAYOUTS: tuple[LayoutSource, ...] = ("none", "predicted", "true")


def add_options(parser: argparse.ArgumentParser) -> None:
    """All options of the command; ``run`` reads what they fill."""
    what = parser.add_argument_group("what to judge (several at once will do)")
    what.add_argument("--faces", type=Path, nargs="+", help="tars of aligned faces: judges stage 2")
    what.add_argument("--steering", action="store_true", help="with --faces: does stage 2 follow an edited layout?")
    what.add_argument("--pairs", type=Path, help="tar of faces with labels: judges stage 1 on its held-out part")
    what.add_argument(
        "--detail",
        type=float,
        nargs="+",
        metavar="STRENGTH",
        help="with --pairs of photos finer than 256 px: has a hole its scan's own energy, with detail of these "
        "strengths (0 to 1) and without? Only this is judged then",
    )
    what.add_argument("--scenes", type=Path, help="tar of whole photos: judges the detector on its held-out part")
    what.add_argument("--lfw", type=Path, help="folder with images.tar and pairs.csv: is the person kept?")
    what.add_argument(
        "--persons", type=Path, nargs="+", help="tars of several faces of each person: stage 2 with references"
    )
    what.add_argument(
        "--identity-check",
        type=Path,
        nargs="+",
        metavar="OTHER_PERSONS",
        help="with --persons: how well a restored face's check against references tells who is who; tars of other "
        "persons, by whom its limits are fitted",
    )
    evaluate_damage.add_options(what)
    how = parser.add_argument_group("how")
    how.add_argument("--masks", type=Path, help="folder of masks, BUCKET/KEY.png; drawn by seed and key without it")
    how.add_argument("--buckets", nargs="+", metavar="BUCKET", help=f"only these; drawn: {' '.join(holes.KINDS)}")
    how.add_argument("--weights-dir", type=Path)
    how.add_argument("--against", type=Path, metavar="WEIGHTS_DIR", help="other stages 1 and 2, compared by picture")
    how.add_argument("--parser", type=Path, help="stage 1 weights that read results; default: those of --weights-dir")
    how.add_argument(
        "--features", type=Path, help="SqueezeNet 1.1 features: feature distance, and KID from 2,000 faces"
    )
    how.add_argument("--lpips-backbone", type=Path, help="AlexNet or VGG16 as safetensors, torchvision's names")
    how.add_argument("--embedder", type=Path, help="with --lfw: another face network, as ONNX or our weights")
    how.add_argument("--embedder-input", choices=tuple(identity.INPUTS), default="0-255", help="range of its RGB input")
    how.add_argument(
        "--teacher",
        type=Path,
        help="with --scenes: YuNet as ONNX; points are measured against the mean of its looks, not the stored ones",
    )
    how.add_argument("--limit", type=int, help="only the first so many faces or pairs")
    how.add_argument("--seed", type=int, default=0)
    how.add_argument("--device", default="auto", choices=CHOICES)
    how.add_argument("--cache", type=Path, help="where decoded data is kept; default: OUT/../cache")
    parser.add_argument("--out", type=Path, required=True)
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Every evaluation that was asked for. Returns 0. Raises FaceRestoreError, FileNotFoundError."""
    if not (arguments.faces or arguments.pairs or arguments.scenes or arguments.lfw or arguments.persons):
        raise UsageError("There is nothing to evaluate.", advice="Give --faces, --pairs, --scenes, --lfw or --persons.")
    if arguments.steering and not arguments.faces:
        raise UsageError("Steering is judged on faces.", advice="Give --faces.")
    if arguments.identity_check and not arguments.persons:
        raise UsageError("The identity check is judged on persons.", advice="Give --persons.")
    if arguments.detail and not arguments.pairs:
        raise UsageError("Detail is judged on pairs.", advice="Give --pairs.")
    if not all(0 <= one <= 1 for one in arguments.detail or ()):
        raise UsageError("The strength of detail is 0 to 1.")
    unknown = set(arguments.buckets or ()) - set(holes.KINDS)
    if unknown and (arguments.lfw or not arguments.masks):
        raise UsageError(f"There is no bucket {min(unknown)}.", advice=f"Known are {', '.join(holes.KINDS)}.")
    device = choose_device(arguments.device)
    cache = arguments.cache or arguments.out.parent / "cache"
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.damage:
        # what it is drawn over is not judged itself
        evaluate_damage.run(arguments, device, cache)
        return 0
    if arguments.scenes:
        _evaluate_detector(arguments, device, cache)
    if arguments.pairs and arguments.detail:
        _evaluate_detail(arguments, cache)
    elif arguments.pairs:
        _evaluate_layout(arguments, device, cache)
    if arguments.faces and arguments.steering:
        _evaluate_steering(arguments, device, cache)
    elif arguments.faces:
        _evaluate_texture(arguments, device, cache)
    if arguments.lfw:
        _evaluate_identity(arguments, device, cache)
    if arguments.persons and arguments.identity_check:
        _evaluate_identity_check(arguments, device, cache)
    elif arguments.persons:
        _evaluate_persons(arguments, device, cache)
    return 0


def _evaluate_detector(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    network, _ = _installed("detection", device, arguments.weights_dir)
    points, _ = _installed("points", device, arguments.weights_dir)
    _, kept = held_out.split_scenes(arguments.scenes)
    kept = kept[: arguments.limit]
    report: dict[str, object] = {"points": "stored with the scenes"}
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


def _evaluate_layout(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    network, _ = _installed("layout", device, arguments.weights_dir)
    _, faces = held_out.split_pairs(arguments.pairs, cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    figures = {"whole": layout_figures(network, faces, None)}
    alternatives = {}
    for name, drawn in _buckets(arguments, faces).items():
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
    _publish(tables.layout_tables(figures, alternatives), arguments.out / "layout.md")


def _evaluate_detail(arguments: argparse.Namespace, cache: Path) -> None:
    _, faces = held_out.split_pairs(arguments.pairs, cache)
    scans = list(detail.read_scans(arguments.pairs, faces.keys))[: arguments.limit]
    if not scans:
        raise UsageError("None of these photos is finer than a crop.", advice="Give pairs of more than 256 px.")
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
    _publish(report.markdown(), arguments.out / "detail.md")


def _evaluate_texture(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    parser, parser_sha = _parser(arguments, device)
    faces, labels_note = _labelled_faces(arguments, parser, cache)
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
    if labels_note == _TRUE_LABELS:
        # what the parser scores on the faces themselves: no result can be expected to score more
        baselines["true face"] = lambda some, _: np.asarray(some.pixels)
    judges, notes = _judges(arguments, parser, len(faces), device)
    header = {
        "faces": [file.name for file in arguments.faces],
        "count": len(faces),
        "seed": arguments.seed,
        "sha256": {"parser": parser_sha, **weights},
    }
    report = evaluation.evaluate(
        faces,
        _buckets(arguments, faces),
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


def _evaluate_steering(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    parser, _ = _parser(arguments, device)
    faces, note = _labelled_faces(arguments, parser, cache)
    texture, _ = _installed("texture", device, arguments.weights_dir)
    embedder, _ = _installed("embedding", device, None)
    assert isinstance(embedder, FaceEmbedder), "the program's own is one"
    report = steered.evaluate_steering(texture, parser, faces, arguments.out, seed=arguments.seed, embedder=embedder)
    (arguments.out / "steering.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    _publish(report.markdown(note), arguments.out / "steering.md")


def _evaluate_identity(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    file = arguments.embedder or _installed_file("embedding", arguments.weights_dir)
    embed = identity.load_embedder(file, input_range=arguments.embedder_input)
    pairs = identity.read_pairs(arguments.lfw, cache, limit=arguments.limit)
    restorers: dict[str, evaluation.Inpaint] = {
        "mean fill": evaluation.mean_fill,
        evaluation.BASELINE: evaluation.telea,
    }
    texture, _ = _installed("texture", device, arguments.weights_dir)
    layout, _ = _installed("layout", device, arguments.weights_dir)
    restorers["stage 2, predicted layout"] = _stage2(texture, layout, "predicted", arguments.seed)
    names = arguments.buckets or _IDENTITY_BUCKETS
    drawn = evaluation.FrozenBuckets(pairs.faces.keys, seed=arguments.seed, names=names)
    report = identity.evaluate_identity(pairs, drawn, restorers, embed)
    (arguments.out / "identity.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    _publish(report.markdown(), arguments.out / "identity.md")


def _evaluate_persons(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    texture, layout, embedder = _person_networks(arguments, device)
    faces = shards.load_faces(arguments.persons, cache)
    cases = persons.person_cases(faces.keys, data_of_persons.read_persons(arguments.persons))[: arguments.limit]
    names = arguments.buckets or persons.BUCKETS
    drawn = evaluation.FrozenBuckets(faces.keys, seed=arguments.seed, names=names)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)) if arguments.features else None
    report = persons.evaluate_persons(
        texture, layout, embedder, faces, cases, drawn, distance=distance, seed=arguments.seed
    )
    (arguments.out / "persons.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    _publish(report.markdown(), arguments.out / "persons.md")


def _evaluate_identity_check(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    texture, layout, embedder = _person_networks(arguments, device)
    names = arguments.buckets or identity_checks.BUCKETS

    def checks(tars: list[Path]) -> tuple[dict[identity_checks.Key, list[IdentityCheck]], int]:
        faces = shards.load_faces(tars, cache)
        cases = persons.person_cases(faces.keys, data_of_persons.read_persons(tars))[: arguments.limit]
        drawn = evaluation.FrozenBuckets(faces.keys, seed=arguments.seed, names=names)
        painter = persons.PersonPainter(texture, layout, faces, arguments.seed)
        return identity_checks.evaluate_identity_checks(painter, embedder, faces, cases, drawn), len(cases)

    calibration, fitted_on = checks(arguments.identity_check)
    fitted = identity_checks.fitted_limits(calibration)
    found, count = checks(arguments.persons)
    notes = (
        f"{count} persons, one photograph of each; limits fitted on {fitted_on} others: alike below "
        f"{fitted.alike_below:.3f}, unlike from {fitted.unlike_from:.3f}, moved away from "
        f"{fitted.away_from:.3f}, strange from "
        f"{fitted.strange_from:.3f}.",
        "Called alike, doubtful or unlike by the limits in force: {alike_below:.2f}, {unlike_from:.2f}, "
        "{away_from:.2f}, {strange_from:.2f}.".format(**vars(identity_checks.limits_in_force())),
        "AUC: of the case against the person, 95 % by a bootstrap over persons.",
    )
    report = identity_checks.IdentityCheckReport(found, count, notes, fitted)
    (arguments.out / "identity_check.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", "utf-8")
    _publish(report.markdown(), arguments.out / "identity_check.md")


def _person_networks(
    arguments: argparse.Namespace, device: torch.device
) -> tuple[TextureGenerator, SemanticLayoutNet, FaceEmbedder]:
    texture, _ = _installed("texture", device, arguments.weights_dir)
    layout, _ = _installed("layout", device, arguments.weights_dir)
    # a folder of weights under test need not have one
    embedder, _ = _installed("embedding", device, None)
    if not (
        isinstance(texture, TextureGenerator)
        and isinstance(layout, SemanticLayoutNet)
        and isinstance(embedder, FaceEmbedder)
    ):
        raise UsageError("These networks read no references.", advice="Choose the weights of this program.")
    return texture, layout, embedder


def _installed_file(task: Task, weights_dir: Path | None) -> Path:
    name = network_for(task, weights_dir)
    return next(entry.path for entry in list_weights(weights_dir) if entry.name == name)


def _installed(task: Task, device: torch.device, weights_dir: Path | None) -> tuple[nn.Module, str]:
    """(the network that a folder has for a task, SHA-256 of its file)."""
    return load_network(network_for(task, weights_dir), device, weights_dir)


def _parser(arguments: argparse.Namespace, device: torch.device) -> tuple[nn.Module, str]:
    """(the stage 1 that reads results, SHA-256 of its file)."""
    if arguments.parser is None:
        return _installed("layout", device, arguments.weights_dir)
    _, network = loaded(arguments.parser)
    return network.to(device), sha256_of(arguments.parser)


def _labelled_faces(arguments: argparse.Namespace, parser: nn.Module, cache: Path) -> tuple[FaceSet, str]:
    """(the faces with labels, a sentence that says whose labels)."""
    faces = shards.load_faces(arguments.faces, cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    if faces.labels is not None:
        return faces, _TRUE_LABELS
    name = f"eval-labels-{len(faces)}-{shards.fingerprint(arguments.faces)}-{labelling.network_fingerprint(parser)}.npy"
    return (
        labelling.labelled(parser, faces, cache / name),
        "Nobody drew layouts for these faces: 'true' is what the parser reads on the undamaged face.",
    )


def _buckets(arguments: argparse.Namespace, faces: FaceSet) -> "evaluation.FolderBuckets | evaluation.FrozenBuckets":
    if arguments.masks:
        return evaluation.FolderBuckets(arguments.masks, faces.keys, names=arguments.buckets)
    return evaluation.FrozenBuckets(faces.keys, seed=arguments.seed, names=arguments.buckets)


def _judges(
    arguments: argparse.Namespace, parser: nn.Module, count: int, device: torch.device
) -> tuple[evaluation.Judges, list[str]]:
    """(what judges, sentences on what is absent and why)."""
    lpips, lpips_note = perception.find_lpips(arguments.lpips_backbone)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)).to(device) if arguments.features else None
    # a folder of weights under test need not have one
    embedder, embedder_sha = _installed("embedding", device, None)
    assert isinstance(embedder, FaceEmbedder), "the program's own is one"
    notes = [
        lpips_note,
        f"Identity distance: of dlib's embeddings of result and true face (SHA-256 {embedder_sha[:12]}), below "
        f"{SAME_PERSON} for one person; it may have been one of the losses.",
    ]
    if distance is None:
        notes.append("SqueezeNet feature distance and KID are absent: no --features were given.")
    elif count < kid.LEAST_PICTURES:
        notes.append(f"{kid.NAME} is absent: {count} faces, and below {kid.LEAST_PICTURES} it says little.")
    judges = evaluation.Judges(
        parser=parser,
        lpips=lpips,
        distance=distance,
        embedder=embedder,
        keeps_features=distance is not None and count >= kid.LEAST_PICTURES,
    )
    return judges, notes


def _restorers(
    arguments: argparse.Namespace, device: torch.device, weights_dir: Path | None, name: str
) -> tuple[dict[str, evaluation.Inpaint], dict[str, str]]:
    """(restorers by name, one for each source of layouts, and the inpainting of any shape where the folder has it;
    SHA-256 of the weights)."""
    tasks = {entry.task for entry in list_weights(weights_dir)}
    # a folder with an inpainting network alone is judged by it
    restorers, weights = _stages(arguments, device, weights_dir, name) if "texture" in tasks else ({}, {})
    if "inpainting" in tasks:
        network, sha256 = _installed("inpainting", device, weights_dir)
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
    texture, texture_sha = _installed("texture", device, weights_dir)
    layout, layout_sha = _installed("layout", device, weights_dir)
    restorers = {f"{name}, {source} layout": _stage2(texture, layout, source, arguments.seed) for source in _LAYOUTS}
    return restorers, {f"{name}, texture": texture_sha, f"{name}, layout": layout_sha}


def _stage2(texture: nn.Module, layout: nn.Module, source: LayoutSource, seed: int) -> evaluation.Inpaint:
    return lambda faces, drawn: paint(texture, layout, faces, drawn, layouts=source, seed=seed, composited=False)


def _publish(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
