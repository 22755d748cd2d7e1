"""Recipes for stage 2. Whether a discriminator joins is said when a run starts; the recipes say when, and how fast it
learns."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores: first 128 px, the second half of the time mostly 256 px."""
    return RunConfig(
        network="texture_generator",
        images=400_000,
        phases=(
            Phase(share=0.55, sizes_px=(128,), batches=(8,)),
            Phase(share=0.45, sizes_px=(256, 256, 128), batches=(5, 5, 8)),
        ),
        learning_rate=8e-4,
        final_learning_rate=2e-5,
        discriminator_from=0.55,
        average_half_life=2_000,
    )


def full() -> RunConfig:
    """On a GPU: a million images, half at 128 px and half at 256 px, the discriminator from 0.35 on.

    Batches, Adam's betas and first rates are those planned for 25 minutes of one data-centre GPU. The plan's steps and
    what half a cosine passes instead:

    ==================  =======  =================  ==============  ========
    part                start    discriminator joins     256 px begins   end
    ==================  =======  =================  ==============  ========
    painter, plan       1e-3     5e-4               5e-4            1e-4 ... 0
    painter, here       1e-3     7.3e-4             5.1e-4          2e-5
    discriminator, plan               2e-4               2e-4            1e-4
    discriminator, here               2.2e-4             1.5e-4          6e-6
    ==================  =======  =================  ==============  ========

    The plan's last part, both stages together, is not here.
    """
    return replace(
        cpu(),
        images=1_000_000,
        phases=(
            Phase(share=0.5, sizes_px=(128,), batches=(256,)),
            Phase(share=0.5, sizes_px=(256,), batches=(80,)),
        ),
        learning_rate=1e-3,
        betas=(0.0, 0.99),
        weight_decay=0.0,
        discriminator_from=0.35,
        discriminator_learning_rate=3e-4,
        average_half_life=15_000,
    )


def finetune() -> RunConfig:
    """From finished weights on one's own faces, on any device: 256 px only, slowly."""
    return replace(
        cpu(),
        images=20_000,
        phases=(Phase(share=1.0, sizes_px=(256,), batches=(8,)),),
        learning_rate=1e-4,
        final_learning_rate=1e-5,
        warmup_images=1_000,
        discriminator_from=0.0,
        discriminator_learning_rate=1e-4,
    )


def sharpen() -> RunConfig:
    """From finished weights, with a discriminator (``--discriminator``), for a process on each of two CPU cores: 256
    px, the painter slowly and the critics faster, because they begin with nothing."""
    return replace(
        cpu(),
        images=40_000,
        phases=(Phase(share=1.0, sizes_px=(256,), batches=(5,)),),
        learning_rate=1.5e-4,
        final_learning_rate=1.5e-5,
        betas=(0.5, 0.99),
        weight_decay=0.0,
        warmup_images=1_000,
        discriminator_from=0.0,
        discriminator_learning_rate=5e-4,
        average_half_life=2_000,
    )


def persons() -> RunConfig:
    """From finished weights, for mirror image and references (``--persons``): what is borrowed is learnt, what is
    painted stays as it is, which saves more than half of a step. At 2e-3, with which borrowing was learnt from nothing,
    weights that borrow stop to."""
    return replace(
        cpu(),
        images=20_000,
        phases=(Phase(share=1.0, sizes_px=(256,), batches=(5,)),),
        learning_rate=3e-4,
        final_learning_rate=2e-5,
        betas=(0.9, 0.99),
        weight_decay=0.0,
        warmup_images=600,
        average_half_life=600,
        validate_every_s=3_600.0,
        learning="borrowing.",
    )


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return smoke("texture_generator_tiny", images=64)
