"""``facerestore train``: its options, and from them to a run or its weights."""

import argparse
import json
import logging
import re
import sys
from importlib.util import find_spec
from pathlib import Path

import torch

from facerestore.inference.backends.torch.devices import CHOICES, choose_device
from facerestore.values.errors import UsageError
from facerestore_training.arithmetic import has_bf16
from facerestore_training.commands import gate, import_stylegan, prepare
from facerestore_training.kinds import KINDS
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.runs.config import OPTIMIZERS, RunConfig
from facerestore_training.runs.distributed import DistributedContext, own_device
from facerestore_training.runs.export import Interpolation, add_tag_option, export_run
from facerestore_training.runs.loop import Trainer
from facerestore_training.runs.run_folder import Start, read_config, write_run
from facerestore_training.runs.starting_weights import SHIPPED, starting_network, weights_named

log = logging.getLogger(__name__)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The commands below ``train``; each sets ``command``, which takes what was parsed and returns the exit code."""
    kinds = parser.add_subparsers(
        required=True, metavar="|".join(("prepare", *KINDS, "import-stylegan", "gate", "export"))
    )
    prepare.add_options(kinds.add_parser("prepare", help="photos to shards of aligned faces"))
    for kind in KINDS.values():
        sub = kinds.add_parser(kind.name, help=f"train the {kind.name} network")
        _add_run_options(sub, kind)
        kind.add_options(sub)
        sub.set_defaults(command=_train, kind=kind)
    import_stylegan.add_options(
        kinds.add_parser("import-stylegan", help="public StyleGAN2 weights as the generator of ISFRNet's stage 1")
    )
    gate.add_options(kinds.add_parser("gate", help="export a run that is no worse than what is shipped, refuse others"))
    _add_export_options(kinds.add_parser("export", help="a run's moving average as a weights file with a card"))


def seconds(text: str) -> float:
    """A duration such as ``90``, ``90s``, ``20m`` or ``1.5h`` in seconds."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is no duration; write 90s, 20m or 1.5h")
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]]


def rate(text: str) -> float:
    value = float(text)
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{text} is no learning rate; write a number between 0 and 1")
    return value


def _add_run_options(parser: argparse.ArgumentParser, kind: TrainingKind) -> None:
    parser.add_argument("--out", type=Path, required=True, help="the run's folder; a run that is there goes on")
    parser.add_argument(
        "--recipe",
        choices=tuple(kind.recipes),
        help="default: full on a GPU, cpu without; finetune with --from-weights shipped",
    )
    parser.add_argument("--time-budget", type=seconds, help="90s, 20m, 1.5h: the schedule ends then at the latest")
    parser.add_argument("--images", type=int, help="images to see, in place of the recipe's number")
    parser.add_argument("--optimizer", choices=OPTIMIZERS, help="muon: for matrices; default: the recipe's")
    parser.add_argument("--learning-rate", type=rate, help="the highest; default: the recipe's")
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
    parser.add_argument("--from-weights", type=Path, metavar="FILE", help="with --share: what the run's are mixed with")
    parser.add_argument("--share", type=float, help="how far to go from those weights to the run's, 0 to 1")
    add_tag_option(parser)
    parser.set_defaults(command=_export)


def _train(arguments: argparse.Namespace) -> int:
    device = own_device(choose_device(arguments.device))
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    kind: TrainingKind = arguments.kind
    is_from_shipped = arguments.from_weights == SHIPPED
    arguments.recipe = arguments.recipe or kind.default_recipe(device, is_from_shipped=is_from_shipped)
    weights = weights_named(arguments.from_weights, kind.task) if arguments.from_weights else None
    config = run_config(kind, arguments)
    network = starting_network(weights, config.network)
    compiled = compiles(arguments.compile, device)
    distributed = DistributedContext.joined(device)
    with distributed.first_before_others():
        cache = arguments.cache or arguments.out.parent / "cache"
        task, data = kind.build(arguments, cache, device)
    # float16 would need loss scaling and breaks Fourier layers; bf16 is what GPUs, and CPUs with matrix units, are
    # fast at
    trainer = Trainer(
        config,
        task,
        network,
        arguments.out,
        device=device,
        bf16=has_bf16(device.type),
        compiled=compiled,
        distributed=distributed,
    )
    resumed = trainer.resume()
    if resumed:
        log.info("going on at %d images", trainer.progress.images)
    if distributed.is_first:
        start = Start(
            kind=kind.name,
            recipe=arguments.recipe,
            config=config,
            device=device,
            compiled=compiled,
            processes=distributed.count,
            resumed=resumed,
            weights=weights,
        )
        write_run(arguments.out, start, data)
    try:
        figures = trainer.run(time_budget_s=arguments.time_budget)
    except KeyboardInterrupt:
        if distributed.is_first:
            trainer.save()
        log.info("stopped at %d images; the same command goes on from here", trainer.progress.images)
        return 1
    if distributed.is_first:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


def run_config(kind: TrainingKind, arguments: argparse.Namespace) -> RunConfig:
    """The recipe's run, with as many images, the optimizer and the rate that were asked for."""
    config = kind.recipes[arguments.recipe]()
    # a run that goes on may be told so without its first weights
    if not arguments.from_weights and not read_config(arguments.out).get("started_from"):
        config = config.from_scratch()
    if arguments.optimizer:
        config = config.learning_by(arguments.optimizer)
    if arguments.learning_rate:
        config = config.at_rate(arguments.learning_rate)
    return config.seeing(arguments.images) if arguments.images else config


def compiles(asked: bool | None, device: torch.device) -> bool:  # noqa: FBT001
    """Not on CPUs unless asked for: it was measured slower there. Raises UsageError for a GPU without Triton."""
    can = device.type != "cuda" or find_spec("triton") is not None
    if asked and not can:
        raise UsageError("Compiling for a GPU needs Triton, which is not installed.", advice="Leave --compile out.")
    return can and device.type == "cuda" if asked is None else asked


def _export(arguments: argparse.Namespace) -> int:
    if (arguments.from_weights is None) != (arguments.share is None):
        raise UsageError("--from-weights and --share belong together.", advice="Give both, or neither.")
    if arguments.share is not None and not 0 <= arguments.share <= 1:
        raise UsageError("A share is 0 to 1.")
    card = json.loads(arguments.card.read_text(encoding="utf-8")) if arguments.card else {}
    interpolation = None if arguments.share is None else Interpolation(arguments.from_weights, arguments.share)
    path = export_run(arguments.run, arguments.out, card, tag=arguments.tag, interpolation=interpolation)
    sys.stdout.write(f"{path}\n")
    return 0
