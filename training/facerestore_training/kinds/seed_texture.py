"""The seed paper's stage 2."""

import argparse
from pathlib import Path
from typing import Final

import torch

from facerestore.values.errors import UsageError
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_training.kinds import texture
from facerestore_training.kinds.data_options import add_face_options
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.losses.critics import PatchCritic
from facerestore_training.losses.perceptual import LpipsDistance, ParserDistance
from facerestore_training.recipes import seed_texture
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.tasks.seed_texture import SeedDiscriminator, SeedTextureTask, fade_images
from facerestore_training.tasks.texture import TextureTask

RECIPES: Final = {"cpu": seed_texture.cpu, "full": seed_texture.full, "tiny": seed_texture.tiny}


def add_options(parser: argparse.ArgumentParser) -> None:
    add_face_options(parser)
    parser.add_argument("--critic", choices=("wgan-gp", "r1"), default="wgan-gp", help="the paper's, or the ablation")
    parser.add_argument("--lpips-backbone", type=Path, help="torchvision's VGG16, AlexNet or SqueezeNet 1.1")
    # all but the last are the product's; a growing network would be compiled again and again
    parser.set_defaults(
        features=None, discriminator="none", restore_share=0.0, persons=(), embedder=None, compile=False
    )


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    base, learnt_from = texture.build(arguments, cache, device)
    assert isinstance(base, TextureTask)
    if not isinstance(base.layout_network, SemanticLayoutNet):
        raise UsageError(
            "The perceptual loss reads faces with the product's stage 1.", advice="Give its --layout-weights."
        )
    config = RECIPES[arguments.recipe]()
    config = config.seeing(arguments.images) if arguments.images else config
    smallest_px = config.phases[0].sizes_px[0]
    task = SeedTextureTask(
        base,
        ParserDistance(base.layout_network).to(device),
        # at the smallest scale two patches a side are left
        SeedDiscriminator(PatchCritic(stages=smallest_px.bit_length() - 2), kind=arguments.critic),
        fade_images(config),
        lpips=LpipsDistance(arguments.lpips_backbone).to(device) if arguments.lpips_backbone else None,
        critic_steps=5 if arguments.critic == "wgan-gp" else 1,
        full_px=config.phases[-1].sizes_px[0],
    )
    return task, learnt_from


KIND = TrainingKind(name="seed-texture", task="texture", recipes=RECIPES, add_options=add_options, build=build)
