"""Stage 2: texture."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.values.errors import UsageError
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training import evaluation
from facerestore_training.data import persons, shards
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.data.persons import ReferenceBatches
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
from facerestore_training.losses.identity import IdentityDistance
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.recipes import texture_generator
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.runs.starting_weights import SHIPPED, loaded, weights_named
from facerestore_training.tasks.texture import SHARES, SHARES_WITH_IDENTITY, TextureTask
from facerestore_training.tasks.texture_discriminator import TextureCritics, TextureDiscriminator

DiscriminatorKind = Literal["none", "parts", "both", "features"]
DISCRIMINATORS: Final[tuple[DiscriminatorKind, ...]] = get_args(DiscriminatorKind)
KEPT_BATCHES: Final = 60
"""Of a run that only learns to borrow."""


def add_options(parser: argparse.ArgumentParser) -> None:
    add_face_options(parser)
    parser.add_argument("--features", type=Path, help="SqueezeNet 1.1 features for the perceptual loss")
    parser.add_argument(
        "--persons", type=Path, nargs="+", default=[], help="tars of several faces of each person: references too"
    )
    parser.add_argument("--persons-share", type=share, default=0.6, help="of the faces seen that are of --persons")
    parser.add_argument(
        "--embedder", metavar=f"FILE|{SHIPPED}", help="weights of a face embedder: the identity is a loss"
    )
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
    only = arguments.sources
    faces, kept = labelled_faces(arguments.faces, arguments.layout_weights, cache, device, only)
    _, layout_network = loaded(arguments.layout_weights)
    validation = shards.load_faces([arguments.validation], cache)
    validation = validation.subset(range(min(32, len(validation))))
    holes = (
        evaluation.read_buckets(arguments.masks, validation.keys)
        if arguments.masks
        else evaluation.own_buckets(len(validation), seed=0)
    )
    sets, weights, chosen = [faces], [1.0], [kept]
    others: list[Sequence[NDArray[np.intp]] | None] = [None]
    if arguments.persons:
        several, trusted = labelled_faces(arguments.persons, arguments.layout_weights, cache, device, only)
        sets, chosen = [faces, several], [kept, trusted]
        weights = [1 - arguments.persons_share, arguments.persons_share]
        others.append(persons.other_photographs(several.keys, persons.read_persons(arguments.persons)))
    pool = drawn_holes(HOLES["texture"], 11, arguments.overlays)
    batches = FaceBatches(
        sets,
        weights,
        pool,
        aging=AgingConfig(grain=0.2, faded=0.3, soft=0.15),
        whole_share=0.0,
        parts_share=arguments.parts_share,
        restore_share=arguments.restore_share,
        tells_drawn=bool(arguments.persons),
        chosen=chosen,
        device=batch_device(device, sets),
    )
    features = SqueezeNetFeatures(arguments.features).to(device) if arguments.features else None
    task = TextureTask(
        batches,
        layout_network.to(device),
        validation,
        holes,
        features=SqueezeNetDistance(features) if features else None,
        identity=_identity(arguments.embedder, device),
        judged_shares=SHARES_WITH_IDENTITY if arguments.embedder else SHARES,
        kept_batches=KEPT_BATCHES if arguments.recipe == "persons" else 0,
        references=ReferenceBatches(sets, others, pool) if arguments.persons else None,
        discriminator=critic_of(arguments.recipe, arguments.discriminator, features),
    )
    return task, faces_learnt([*arguments.faces, *arguments.persons], sets, only)


def _identity(asked: str | None, device: torch.device) -> IdentityDistance | None:
    """The identity loss by an embedder's weights. Raises UsageError for another network's."""
    if asked is None:
        return None
    name, network = loaded(weights_named(asked, "embedding"))
    if not isinstance(network, FaceEmbedder):
        raise UsageError(f"{asked} holds {name}, which is no face embedder.", advice="Leave --embedder out.")
    return IdentityDistance(network).to(device)


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
        "persons": texture_generator.persons,
        "tiny": texture_generator.tiny,
    },
    add_options=add_options,
    build=build,
)
