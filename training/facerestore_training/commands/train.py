"""``facerestore train``: its options, and from them to a run or its weights."""

import argparse
import json
import logging
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import torch

from facerestore.inference.devices import CHOICES, choose_device
from facerestore.values.errors import UsageError
from facerestore_models import Task
from facerestore_training.arithmetic import has_bf16
from facerestore_training.commands import gate, prepare
from facerestore_training.recipes import face_detector, face_points, seed_texture, semantic_layout, texture_generator
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.export import export_run
from facerestore_training.runs.loop import Trainer
from facerestore_training.runs.processes import Processes, own_device
from facerestore_training.runs.run_folder import Start, write_run
from facerestore_training.runs.starting_weights import SHIPPED, starting_network, weights_named
from facerestore_training.tasks import building, seed_building

log = logging.getLogger(__name__)

_RECIPES: Final = {
    "detector": face_detector,
    "points": face_points,
    "layout": semantic_layout,
    "texture": texture_generator,
    "seed-texture": seed_texture,
}
_TASKS: Final[dict[str, Task]] = {
    "detector": "detection",
    "points": "points",
    "layout": "layout",
    "texture": "texture",
    "seed-texture": "texture",
}
_OPTIONS: Final = building.OPTIONS | {"seed-texture": seed_building.seed_texture_options}
_BUILDERS: Final = building.BUILDERS | {"seed-texture": seed_building.seed_texture_task}


def add_options(parser: argparse.ArgumentParser) -> None:
    """The commands below ``train``; each sets ``command``, which takes what was parsed and returns the exit code."""
    kinds = parser.add_subparsers(required=True, metavar="|".join(("prepare", *_OPTIONS, "gate", "export")))
    prepare.add_options(kinds.add_parser("prepare", help="photos to shards of aligned faces"))
    for kind, add_data_options in _OPTIONS.items():
        sub = kinds.add_parser(kind, help=f"train the {kind} network")
        _add_run_options(sub, kind)
        add_data_options(sub)
        sub.set_defaults(command=_train, kind=kind)
    gate.add_options(kinds.add_parser("gate", help="export a run that is no worse than what is shipped, refuse others"))
    _add_export_options(kinds.add_parser("export", help="a run's moving average as a weights file with a card"))


def seconds(text: str) -> float:
    """A duration such as ``90``, ``90s``, ``20m`` or ``1.5h`` in seconds."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is no duration; write 90s, 20m or 1.5h")
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]]


def _add_run_options(parser: argparse.ArgumentParser, kind: str) -> None:
    known = ("cpu", "full", "further", "finetune", "sharpen", "persons", "tiny")
    recipes = [name for name in known if hasattr(_RECIPES[kind], name)]
    parser.add_argument("--out", type=Path, required=True, help="the run's folder; a run that is there goes on")
    parser.add_argument(
        "--recipe", choices=recipes, help="default: full on a GPU, cpu without; finetune with --from-weights shipped"
    )
    parser.add_argument("--time-budget", type=seconds, help="90s, 20m, 1.5h: the schedule ends then at the latest")
    parser.add_argument("--images", type=int, help="images to see, in place of the recipe's number")
    parser.add_argument("--device", default="auto", choices=CHOICES)
    parser.add_argument(
        "--compile",
        action=argparse.BooleanOptionalAction,
        help="by torch.compile, once for each size; default: on a GPU, where Triton is installed",
    )
    parser.add_argument("--threads", type=int, help="CPU threads of the networks")
    parser.add_argument("--cache", type=Path, help="where decoded data is kept; default: OUT/../cache")
    parser.add_argument("--from-weights", metavar=f"FILE|{SHIPPED}", help="start from these, or from what is installed")


def _add_export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the weights folder")
    parser.add_argument("--card", type=Path, help="JSON with purpose, data, licence, limits")
    parser.set_defaults(command=_export)


def _train(arguments: argparse.Namespace) -> int:
    device = own_device(choose_device(arguments.device))
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    arguments.recipe = arguments.recipe or default_recipe(arguments, device)
    config: RunConfig = getattr(_RECIPES[arguments.kind], arguments.recipe)()
    config = config.seeing(arguments.images) if arguments.images else config
    weights = weights_named(arguments.from_weights, _TASKS[arguments.kind]) if arguments.from_weights else None
    network = starting_network(weights, config.network)
    compiled = compiles(arguments.compile, device)
    processes = Processes.joined(device)
    with processes.first_before_others():
        cache = arguments.cache or arguments.out.parent / "cache"
        task, data = _BUILDERS[arguments.kind](arguments, cache, device)
    # float16 would need loss scaling and breaks Fourier layers; bf16 is what CPUs with matrix units are fast at
    trainer = Trainer(
        config,
        task,
        network,
        arguments.out,
        device=device,
        bf16=has_bf16(device.type),
        compiled=compiled,
        processes=processes,
    )
    resumed = trainer.resume()
    if resumed:
        log.info("going on at %d images", trainer.progress.images)
    if processes.is_first:
        start = Start(
            kind=arguments.kind,
            recipe=arguments.recipe,
            config=config,
            device=device,
            compiled=compiled,
            processes=processes.count,
            resumed=resumed,
            weights=weights,
        )
        write_run(arguments.out, start, data)
    try:
        figures = trainer.run(time_budget_s=arguments.time_budget)
    except KeyboardInterrupt:
        if processes.is_first:
            trainer.save()
        log.info("stopped at %d images; the same command goes on from here", trainer.progress.images)
        return 1
    if processes.is_first:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


def default_recipe(arguments: argparse.Namespace, device: torch.device) -> str:
    """``finetune`` from installed weights where there is such a recipe, else by the device."""
    if arguments.from_weights == SHIPPED and hasattr(_RECIPES[arguments.kind], "finetune"):
        return "finetune"
    return "full" if device.type == "cuda" else "cpu"


def compiles(asked: bool | None, device: torch.device) -> bool:  # noqa: FBT001
    """Not on CPUs unless asked for: it was measured slower there. Raises UsageError for a GPU without Triton."""
    can = device.type != "cuda" or find_spec("triton") is not None
    if asked and not can:
        raise UsageError("Compiling for a GPU needs Triton, which is not installed.", advice="Leave --compile out.")
    return can and device.type == "cuda" if asked is None else asked


def _export(arguments: argparse.Namespace) -> int:
    card = json.loads(arguments.card.read_text(encoding="utf-8")) if arguments.card else {}
    sys.stdout.write(f"{export_run(arguments.run, arguments.out, card)}\n")
    return 0
