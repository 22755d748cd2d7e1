"""``facerestore train`` and ``facerestore evaluate``: from arguments to a run."""

import argparse
import json
import logging
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import torch
from torch import nn

from facerestore.devices import CHOICES, choose_device
from facerestore.errors import FaceRestoreError, UsageError, WeightsDamaged
from facerestore.networks import load_network
from facerestore_models import create
from facerestore_models.weights import WeightsProblem, load_weights
from facerestore_training import evaluation, labelling, prepare
from facerestore_training.config import RunConfig
from facerestore_training.data import masks, scenes, shards
from facerestore_training.data.augmentation import FrameJitter
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.data.shards import FaceSet
from facerestore_training.detector_task import DetectorTask, detector_figures
from facerestore_training.export import export_run
from facerestore_training.layout_task import LayoutTask
from facerestore_training.loop import Trainer, TrainingTask
from facerestore_training.metrics import layout_figures
from facerestore_training.perceptual import SqueezeNetDistance
from facerestore_training.points_task import PointsTask
from facerestore_training.processes import Processes
from facerestore_training.recipes import face_detector, face_points, semantic_layout, texture_generator
from facerestore_training.texture_task import LayoutSource, TextureTask, paint

log = logging.getLogger(__name__)

HELD_OUT_PAIRS = 100
HELD_OUT_SCENES = 300
SPLIT_SEED = 1
_RECIPES = {"detector": face_detector, "points": face_points, "layout": semantic_layout, "texture": texture_generator}


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``train ...`` or ``evaluate ...``; returns the exit code: 0, 1 failed, 2 usage."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    # the networks have the cores; OpenCV's own threads would only wait for them
    cv2.setNumThreads(1)
    try:
        command: Callable[[argparse.Namespace], int] = arguments.command
        return command(arguments)
    except FaceRestoreError as error:
        sys.stderr.write(f"facerestore: {error}\n")
        return 2 if isinstance(error, UsageError) else 1
    except FileNotFoundError as error:
        missing = error.filename or error
        sys.stderr.write(f"facerestore: {missing} is not there. Check the path.\n")
        return 1


def seconds(text: str) -> float:
    """A duration such as ``90``, ``90s``, ``20m`` or ``1.5h`` in seconds."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is no duration; write 90s, 20m or 1.5h")
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="facerestore")
    verbs = parser.add_subparsers(required=True, metavar="train|evaluate")
    train = verbs.add_parser("train", help="train a network, or turn a run into weights")
    kinds = train.add_subparsers(required=True, metavar="prepare|detector|points|layout|texture|export")
    prepare.add_options(kinds.add_parser("prepare", help="photos to shards of aligned faces"))
    options = {
        "detector": _detector_options,
        "points": _detector_options,
        "layout": _layout_options,
        "texture": _texture_options,
    }
    for kind, describe in options.items():
        sub = kinds.add_parser(kind, help=f"train the {kind} network")
        _run_options(sub)
        describe(sub)
        sub.set_defaults(command=_train, kind=kind)
    _export_options(kinds.add_parser("export", help="a run's moving average as a weights file with a card"))
    _evaluate_options(verbs.add_parser("evaluate", help="compare restorers on faces and holes that never change"))
    return parser


def _run_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="the run's folder; a run that is there goes on")
    parser.add_argument("--recipe", choices=("cpu", "full", "tiny"), help="default: full on a GPU, cpu without")
    parser.add_argument("--time-budget", type=seconds, help="90s, 20m, 1.5h: the schedule ends then at the latest")
    parser.add_argument("--images", type=int, help="images to see, in place of the recipe's number")
    parser.add_argument("--device", default="auto", choices=CHOICES)
    parser.add_argument("--threads", type=int, help="CPU threads of the networks")
    parser.add_argument("--cache", type=Path, help="where decoded data is kept; default: OUT/../cache")
    parser.add_argument("--from-weights", type=Path, help="start from a weights file")


def _detector_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scenes", type=Path, required=True, help="tar of whole photos, KEY.webp and KEY.json")


def _layout_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pairs", type=Path, required=True, help="tar of faces with labels, KEY.jpg and KEY.png")
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of faces without labels")
    parser.add_argument("--labeller", type=Path, help="stage 1 weights that label --faces")


def _texture_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--faces", type=Path, nargs="+", required=True, help="tars of aligned faces")
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--layout-weights", type=Path, required=True, help="stage 1 weights")
    parser.add_argument("--masks", type=Path, help="folder of validation masks, BUCKET/KEY.png")
    parser.add_argument("--features", type=Path, help="SqueezeNet 1.1 features for the perceptual loss")


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the weights folder")
    parser.add_argument("--card", type=Path, help="JSON with purpose, data, licence, limits")
    parser.set_defaults(command=_export)


def _evaluate_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--faces", type=Path, help="tar of aligned faces: judges stage 2")
    parser.add_argument("--masks", type=Path, help="folder of masks, BUCKET/KEY.png; drawn by seed without it")
    parser.add_argument("--pairs", type=Path, help="tar of faces with labels: judges stage 1 on its held-out part")
    parser.add_argument("--scenes", type=Path, help="tar of whole photos: judges the detector on its held-out part")
    parser.add_argument("--weights-dir", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="only the first so many faces")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto", choices=CHOICES)
    parser.add_argument("--cache", type=Path, help="where decoded data is kept; default: OUT/../cache")
    parser.set_defaults(command=_evaluate)


def _train(arguments: argparse.Namespace) -> int:
    device = choose_device(arguments.device)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    config = _config(arguments, device)
    cache = arguments.cache or arguments.out.parent / "cache"
    tasks: dict[str, Callable[[argparse.Namespace, Path], TrainingTask]] = {
        "detector": _detector_task,
        "points": _points_task,
        "layout": _layout_task,
        "texture": _texture_task,
    }
    task = tasks[arguments.kind](arguments, cache)
    network = _network(arguments.from_weights, config.network)
    # float16 would need loss scaling and breaks Fourier layers; bf16 is what CPUs with matrix units are fast at
    trainer = Trainer(
        config,
        task,
        network,
        arguments.out,
        device=device,
        bf16=device.type in ("cpu", "cuda"),
        processes=Processes.joined(device),
    )
    if trainer.resume():
        log.info("going on at %d images", trainer.progress.images)
    try:
        figures = trainer.run(time_budget_s=arguments.time_budget)
    except KeyboardInterrupt:
        if trainer.processes.is_first:
            trainer.save()
        log.info("stopped at %d images; the same command goes on from here", trainer.progress.images)
        return 1
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


def _config(arguments: argparse.Namespace, device: torch.device) -> RunConfig:
    recipe = arguments.recipe or ("full" if device.type == "cuda" else "cpu")
    config: RunConfig = getattr(_RECIPES[arguments.kind], recipe)()
    return config.seeing(arguments.images) if arguments.images else config


def _network(weights: Path | None, name: str) -> nn.Module:
    if weights is None:
        return create(name)
    found, network = _loaded(weights)
    if found != name:
        raise UsageError(f"{weights.name} holds {found}, but this recipe trains {name}.", advice="Choose another.")
    return network.requires_grad_(requires_grad=True)


def _loaded(weights: Path) -> tuple[str, nn.Module]:
    try:
        return load_weights(weights)
    except WeightsProblem as error:
        raise WeightsDamaged(f"{weights.name} is no usable weights file: {error}.", advice="Choose another.") from error


def _detector_task(arguments: argparse.Namespace, cache: Path) -> DetectorTask:
    training, held_out = _split_scenes(arguments.scenes)
    return DetectorTask(training, held_out)


def _points_task(arguments: argparse.Namespace, cache: Path) -> PointsTask:
    training, held_out = _split_scenes(arguments.scenes)
    return PointsTask(training, held_out)


def _layout_task(arguments: argparse.Namespace, cache: Path) -> LayoutTask:
    training, held_out = split_pairs(arguments.pairs, cache)
    sets, weights = [training], [1.0]
    if arguments.faces:
        if arguments.labeller is None:
            raise UsageError("Faces without labels need --labeller.", advice="Give stage 1 weights that label them.")
        sets.append(_labelled(arguments.faces, arguments.labeller, cache))
        weights = [0.4, 0.6]
    batches = FaceBatches(
        sets,
        weights,
        masks.mask_pool(3_000, size_px=shards.FACE_PX, seed=5),
        # a few hundred hand-made maps: vary the frame more than use would
        jitter=FrameJitter(shift=0.03, log_scale=0.08, degrees=6.0, probability=0.9),
        whole_share=0.35,
    )
    return LayoutTask(batches, held_out, masks.mask_pool(len(held_out), size_px=shards.FACE_PX, seed=77))


def _texture_task(arguments: argparse.Namespace, cache: Path) -> TextureTask:
    faces = _labelled(arguments.faces, arguments.layout_weights, cache)
    _, layout_network = _loaded(arguments.layout_weights)
    validation = shards.load_faces([arguments.validation], cache)
    validation = validation.subset(range(min(32, len(validation))))
    holes = (
        evaluation.read_buckets(arguments.masks, validation.keys)
        if arguments.masks
        else evaluation.own_buckets(len(validation), seed=0)
    )
    batches = FaceBatches(
        [faces],
        [1.0],
        masks.mask_pool(6_000, size_px=shards.FACE_PX, seed=11),
        aging=AgingConfig(grain=0.2, faded=0.3, soft=0.15),
        whole_share=0.0,
    )
    features = SqueezeNetDistance(arguments.features) if arguments.features else None
    return TextureTask(batches, layout_network, validation, holes, features=features)


def split_pairs(pairs: Path, cache: Path) -> tuple[FaceSet, FaceSet]:
    """(training, held out) faces with labels; the split is the same in every run and evaluation."""
    faces = shards.load_faces([pairs], cache)
    training, held_out = shards.split_off(len(faces), min(HELD_OUT_PAIRS, len(faces) // 4), SPLIT_SEED)
    return faces.subset(training), faces.subset(held_out)


def _split_scenes(shard: Path) -> tuple[list[scenes.Scene], list[scenes.Scene]]:
    found = scenes.load_scenes(shard)
    return scenes.split_scenes(found, min(HELD_OUT_SCENES, len(found) // 4), SPLIT_SEED)


def _labelled(files: Sequence[Path], labeller: Path, cache: Path) -> FaceSet:
    faces = shards.load_faces(files, cache)
    _, network = _loaded(labeller)
    return labelling.labelled(network, faces, cache / f"labels-{shards.fingerprint([*files, labeller])}.npy")


def _export(arguments: argparse.Namespace) -> int:
    card = json.loads(arguments.card.read_text(encoding="utf-8")) if arguments.card else {}
    sys.stdout.write(f"{export_run(arguments.run, arguments.out, card)}\n")
    return 0


def _evaluate(arguments: argparse.Namespace) -> int:
    if not (arguments.faces or arguments.pairs or arguments.scenes):
        raise UsageError("There is nothing to evaluate.", advice="Give --faces, --pairs or --scenes.")
    device = choose_device(arguments.device)
    cache = arguments.cache or arguments.out.parent / "cache"
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.scenes:
        _evaluate_detector(arguments, device)
    if arguments.pairs:
        _evaluate_layout(arguments, device, cache)
    if arguments.faces:
        _evaluate_texture(arguments, device, cache)
    return 0


def _evaluate_detector(arguments: argparse.Namespace, device: torch.device) -> None:
    network, _ = load_network("detection", device, arguments.weights_dir)
    points, _ = load_network("points", device, arguments.weights_dir)
    _, held_out = _split_scenes(arguments.scenes)
    report = {}
    for name, covered in (("clean", 0.0), ("30 % masked", 0.3)):
        figures = detector_figures(
            network, held_out[: arguments.limit], covered=covered, points_network=points, seed=arguments.seed
        )
        report[name] = {"recall": figures.recall, "point_error": figures.point_error, "score": figures.score}
    _write(report, arguments.out / "detector.json")


def _evaluate_layout(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    network, _ = load_network("layout", device, arguments.weights_dir)
    _, held_out = split_pairs(arguments.pairs, cache)
    held_out = held_out.subset(range(len(held_out))[: arguments.limit])
    report = {"whole": layout_figures(network, held_out, None)}
    for name, holes in evaluation.own_buckets(len(held_out), seed=arguments.seed).items():
        report[f"in {name} holes"] = layout_figures(network, held_out, holes)
    _write(
        {
            name: {
                "miou": figures.mean_iou,
                "f1": figures.mean_f1,
                "accuracy": figures.accuracy,
                "ece": figures.calibration_error,
            }
            for name, figures in report.items()
        },
        arguments.out / "layout.json",
    )


def _evaluate_texture(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    texture, _ = load_network("texture", device, arguments.weights_dir)
    layout, _ = load_network("layout", device, arguments.weights_dir)
    faces = shards.load_faces([arguments.faces], cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    if faces.labels is None:
        # the layout of the undamaged face stands in for the true one where nobody drew it
        fingerprint = f"{arguments.faces.stem}-{len(faces)}-{shards.fingerprint([arguments.faces])}"
        name = f"eval-labels-{fingerprint}-{labelling.network_fingerprint(layout)}.npy"
        faces = labelling.labelled(layout, faces, cache / name)
    if arguments.masks:
        buckets = evaluation.read_buckets(arguments.masks, faces.keys)
    else:
        buckets = evaluation.own_buckets(len(faces), seed=arguments.seed)
    sources: tuple[LayoutSource, ...] = ("none", "predicted", "true")
    restorers: dict[str, evaluation.Restorer] = {
        "mean fill": evaluation.mean_fill,
        evaluation.BASELINE: evaluation.telea,
        "navier-stokes": evaluation.navier_stokes,
    }
    for source in sources:
        restorers[f"stage 2, {source} layout"] = _stage2(texture, layout, source, arguments.seed)
    report = evaluation.evaluate(faces, buckets, restorers, arguments.out)
    sys.stdout.write(evaluation.table(report))


def _stage2(texture: nn.Module, layout: nn.Module, source: LayoutSource, seed: int) -> evaluation.Restorer:
    return lambda faces, holes: paint(texture, layout, faces, holes, layouts=source, seed=seed)


def _write(report: object, path: Path) -> None:
    text = json.dumps(report, indent=2) + "\n"
    path.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
