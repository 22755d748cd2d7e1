"""``facerestore train``: its options, and from them to a run or its weights."""

import argparse
import json
import logging
import re
import sys
from pathlib import Path
from typing import Final

import torch

from facerestore.devices import CHOICES, choose_device
from facerestore_models import Task
from facerestore_training import prepare, task_building
from facerestore_training.config import RunConfig
from facerestore_training.export import export_run
from facerestore_training.loop import Trainer
from facerestore_training.processes import Processes
from facerestore_training.recipes import face_detector, face_points, semantic_layout, texture_generator
from facerestore_training.starting_weights import SHIPPED, starting_network, weights_named

log = logging.getLogger(__name__)

_RECIPES: Final = {
    "detector": face_detector,
    "points": face_points,
    "layout": semantic_layout,
    "texture": texture_generator,
}
_TASKS: Final[dict[str, Task]] = {
    "detector": "detection",
    "points": "points",
    "layout": "layout",
    "texture": "texture",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """The commands below ``train``; each sets ``command``, which takes what was parsed and returns the exit code."""
    kinds = parser.add_subparsers(required=True, metavar="prepare|detector|points|layout|texture|export")
    prepare.add_options(kinds.add_parser("prepare", help="photos to shards of aligned faces"))
    for kind, add_data_options in task_building.OPTIONS.items():
        sub = kinds.add_parser(kind, help=f"train the {kind} network")
        _add_run_options(sub)
        add_data_options(sub)
        sub.set_defaults(command=_train, kind=kind)
    _add_export_options(kinds.add_parser("export", help="a run's moving average as a weights file with a card"))


def seconds(text: str) -> float:
    """A duration such as ``90``, ``90s``, ``20m`` or ``1.5h`` in seconds."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is no duration; write 90s, 20m or 1.5h")
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]]


def _add_run_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="the run's folder; a run that is there goes on")
    parser.add_argument("--recipe", choices=("cpu", "full", "tiny"), help="default: full on a GPU, cpu without")
    parser.add_argument("--time-budget", type=seconds, help="90s, 20m, 1.5h: the schedule ends then at the latest")
    parser.add_argument("--images", type=int, help="images to see, in place of the recipe's number")
    parser.add_argument("--device", default="auto", choices=CHOICES)
    parser.add_argument("--threads", type=int, help="CPU threads of the networks")
    parser.add_argument("--cache", type=Path, help="where decoded data is kept; default: OUT/../cache")
    parser.add_argument("--from-weights", metavar=f"FILE|{SHIPPED}", help="start from these, or from what is installed")


def _add_export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the weights folder")
    parser.add_argument("--card", type=Path, help="JSON with purpose, data, licence, limits")
    parser.set_defaults(command=_export)


def _train(arguments: argparse.Namespace) -> int:
    device = choose_device(arguments.device)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    config = _config(arguments, device)
    cache = arguments.cache or arguments.out.parent / "cache"
    task = task_building.BUILDERS[arguments.kind](arguments, cache)
    weights = weights_named(arguments.from_weights, _TASKS[arguments.kind]) if arguments.from_weights else None
    network = starting_network(weights, config.network)
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


def _export(arguments: argparse.Namespace) -> int:
    card = json.loads(arguments.card.read_text(encoding="utf-8")) if arguments.card else {}
    sys.stdout.write(f"{export_run(arguments.run, arguments.out, card)}\n")
    return 0
