"""Stage 2: texture."""

import argparse
from pathlib import Path
from typing import Final, Literal, get_args

import torch

from facerestore.values.errors import UsageError
from facerestore_training import evaluation
from facerestore_training.data import shards
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.kinds.data_options import (
    HOLES,
    add_face_options,
    batch_device,
    drawn_holes,
    faces_learnt,
    share,
)
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.labels.labelled_faces import labelled_faces
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.recipes import texture_generator
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.runs.starting_weights import loaded
from facerestore_training.tasks.texture import TextureTask
from facerestore_training.tasks.texture_discriminator import TextureCritics, TextureDiscriminator

DiscriminatorKind = Literal["none", "parts", "both", "features"]
DISCRIMINATORS: Final[tuple[DiscriminatorKind, ...]] = get_args(DiscriminatorKind)


def add_options(parser: argparse.ArgumentParser) -> None:
    add_face_options(parser)
    parser.add_argument("--features", type=Path, help="SqueezeNet 1.1 features for the perceptual loss")
    parser.add_argument(
        "--restore-share", type=share, default=0.0, help="of the faces whose target is the photograph as it was new"
    )
    parser.add_argument(
        "--discriminator",
        choices=DISCRIMINATORS,
        help="critics from the recipe's 'discriminator_from' on: of eyes and mouth alone (parts), of the whole crop "
        "too, by its pixels (both) or as the frozen --features see it; default: with the recipe full one of those two, "
        "none elsewhere",
    )
    # runs that were begun by its former name go on by the same command
    parser.add_argument("--opponent", dest="discriminator", choices=DISCRIMINATORS, help=argparse.SUPPRESS)


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    faces, kept = labelled_faces(arguments.faces, arguments.layout_weights, cache, device)
    _, layout_network = loaded(arguments.layout_weights)
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
        drawn_holes(HOLES["texture"], 11, arguments.overlays),
        aging=AgingConfig(grain=0.2, faded=0.3, soft=0.15),
        whole_share=0.0,
        parts_share=arguments.parts_share,
        restore_share=arguments.restore_share,
        chosen=[kept],
        device=batch_device(device, [faces]),
    )
    features = SqueezeNetFeatures(arguments.features).to(device) if arguments.features else None
    task = TextureTask(
        batches,
        layout_network.to(device),
        validation,
        holes,
        features=SqueezeNetDistance(features) if features else None,
        discriminator=critic_of(arguments.recipe, arguments.discriminator, features),
    )
    return task, faces_learnt(arguments.faces, [faces])


def critic_of(
    recipe: str, asked: DiscriminatorKind | None, features: SqueezeNetFeatures | None
) -> TextureDiscriminator | None:
    """Stage 2's discriminator: with the recipe full unless refused, elsewhere, and smaller, only when asked for.

    Raises UsageError where it should look through features that are not there.
    """
    is_full = recipe == "full"
    asked = asked or (("features" if features else "both") if is_full else "none")
    if asked == "none":
        return None
    if asked == "features" and features is None:
        raise UsageError(
            "This discriminator needs --features.", advice="Give SqueezeNet 1.1, or ask for --discriminator both."
        )
    base, parts_base = (48, 32) if is_full else (32, 24)
    depths = SqueezeNetFeatures.CHS if asked == "features" else ()
    critics = TextureCritics(base if asked == "both" else 0, parts_base, depths)
    return TextureDiscriminator(critics, features if asked == "features" else None)


KIND = TrainingKind(
    name="texture",
    task="texture",
    recipes={
        "cpu": texture_generator.cpu,
        "full": texture_generator.full,
        "finetune": texture_generator.finetune,
        "sharpen": texture_generator.sharpen,
        "tiny": texture_generator.tiny,
    },
    add_options=add_options,
    build=build,
)
