"""ISFRNet: stage 1 by the recipes of a prior, stages 2 and 3 on top of weights that hold one."""

import argparse
from pathlib import Path
from typing import Final

import torch

from facerestore.values.errors import UsageError
from facerestore_models import create
from facerestore_models.isfrnet import IsfrNet
from facerestore_training import evaluation
from facerestore_training.data import shards
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.kinds.data_options import (
    HOLES,
    add_hole_options,
    add_source_option,
    batch_device,
    drawn_holes,
    faces_learnt,
)
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.recipes import isfrnet
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom, read_config
from facerestore_training.tasks.face_prior import FacePriorTask, PriorDiscriminator
from facerestore_training.tasks.isfrnet import IsfrPaintingTask

_CHECKED: Final = 32

_PRIORS: Final = {
    "prior": isfrnet.prior,
    "full_prior": isfrnet.full_prior,
    "encoder": isfrnet.encoder,
    "tiny_prior": isfrnet.tiny_prior,
}
_PAINTINGS: Final = {"cpu": isfrnet.cpu, "full": isfrnet.full, "tiny": isfrnet.tiny}


def add_options(parser: argparse.ArgumentParser) -> None:
    add_source_option(parser)
    parser.add_argument("--faces", type=Path, nargs="+", required=True, help="tars of aligned faces")
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--masks", type=Path, help="folder of validation masks, BUCKET/KEY.png")
    parser.add_argument(
        "--features", type=Path, help="SqueezeNet 1.1 features: the perceptual loss, and what a prior's critic sees by"
    )
    add_hole_options(parser)


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    is_prior = arguments.recipe in _PRIORS
    started = arguments.from_weights or read_config(arguments.out).get("started_from")
    if not is_prior and not started:
        raise UsageError(
            "Stages 2 and 3 learn on what stage 1 finds.",
            advice="Train it first (--recipe prior), export it, and give it by --from-weights.",
        )
    if is_prior and arguments.features is None:
        raise UsageError(
            "The critic of a prior sees through SqueezeNet 1.1.", advice="Give its features by --features."
        )
    faces = shards.load_faces(arguments.faces, cache, arguments.sources)
    validation = shards.load_faces([arguments.validation], cache)
    validation = validation.subset(range(min(_CHECKED, len(validation))))
    holes = (
        evaluation.read_buckets(arguments.masks, validation.keys)
        if arguments.masks
        else evaluation.own_buckets(len(validation), seed=0)
    )
    batches = FaceBatches(
        [faces],
        [1.0],
        drawn_holes(HOLES["texture"], 11, arguments.overlays),
        aging=AgingConfig(grain=0.2, faded=0.3, soft=0.15),
        # a prior also learns what a whole face is
        whole_share=0.2 if is_prior else 0.0,
        parts_share=0.0,
        device=batch_device(device, [faces]),
    )
    features = SqueezeNetFeatures(arguments.features).to(device) if arguments.features else None
    distance = SqueezeNetDistance(features) if features else None
    learnt = faces_learnt(arguments.faces, [faces], arguments.sources)
    if not is_prior:
        return IsfrPaintingTask(batches, validation, holes, features=distance), learnt
    assert features is not None
    assert distance is not None
    width = _width(_PRIORS[arguments.recipe]().network)
    task = FacePriorTask(batches, validation, holes, distance, PriorDiscriminator(features), width)
    return task, learnt


def _width(network: str) -> int:
    built = create(network)
    assert isinstance(built, IsfrNet)
    return built.prior.generator.width


KIND = TrainingKind(
    name="isfrnet",
    task="texture",
    recipes={**_PAINTINGS, **_PRIORS},
    add_options=add_options,
    build=build,
)
