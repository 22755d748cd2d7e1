"""Recipes for ISFRNet: ``prior`` teaches stage 1, ``cpu`` stages 2 and 3 on top of it; ``full_prior`` and ``full`` are
those of a GPU, and ``encoder`` fits stage 1 to a generator that is finished."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def prior() -> RunConfig:
    """Stage 1 on two CPU cores: more than half of the images at 64 px, the others at 128 px; the critic joins after a
    quarter, when there are faces to be told apart."""
    return RunConfig(
        network="isfrnet",
        images=200_000,
        phases=(Phase(share=0.55, sizes_px=(64,), batches=(16,)), Phase(share=0.45, sizes_px=(128,), batches=(8,))),
        learning_rate=1e-3,
        final_learning_rate=5e-5,
        betas=(0.5, 0.99),
        weight_decay=0.0,
        warmup_images=3_000,
        learning="prior.",
        discriminator_from=0.25,
        discriminator_learning_rate=3e-4,
        average_half_life=2_000,
        validate_every_s=600.0,
    )


def full_prior() -> RunConfig:
    """Stage 1 on a GPU, with the public networks' sizes: 256 px, styles of 512 numbers."""
    return replace(
        prior(),
        network="isfrnet_large",
        images=2_000_000,
        phases=(
            Phase(share=0.3, sizes_px=(64,), batches=(128,)),
            Phase(share=0.3, sizes_px=(128,), batches=(64,)),
            Phase(share=0.4, sizes_px=(256,), batches=(32,)),
        ),
        warmup_images=10_000,
        average_half_life=15_000,
    )


def encoder() -> RunConfig:
    """The encoder alone, for a generator that is finished (``import-stylegan``)."""
    return replace(full_prior(), learning="prior.encoder.", discriminator_from=1.0, images=400_000)


def cpu() -> RunConfig:
    """Stages 2 and 3 on two CPU cores, with a stage 1 that stays as it is: 128 px, then 256 px in between."""
    return RunConfig(
        network="isfrnet",
        images=200_000,
        phases=(
            Phase(share=0.6, sizes_px=(128,), batches=(8,)),
            Phase(share=0.4, sizes_px=(128, 256), batches=(8, 4)),
        ),
        learning_rate=8e-4,
        final_learning_rate=2e-5,
        warmup_images=1_500,
        learning=("refiner.", "unet."),
        average_half_life=1_500,
        validate_every_s=600.0,
    )


def full() -> RunConfig:
    """Stages 2 and 3 on a GPU."""
    return replace(
        cpu(),
        network="isfrnet_large",
        images=1_000_000,
        phases=(Phase(share=0.5, sizes_px=(128,), batches=(128,)), Phase(share=0.5, sizes_px=(256,), batches=(48,))),
        learning_rate=1e-3,
        warmup_images=20_000,
        average_half_life=15_000,
    )


def tiny_prior() -> RunConfig:
    """Seconds on any machine, for tests: stage 1."""
    return replace(smoke("isfrnet_tiny", images=32), learning="prior.")


def tiny() -> RunConfig:
    """Seconds on any machine, for tests: stages 2 and 3."""
    return replace(smoke("isfrnet_tiny", images=32), learning=("refiner.", "unet."))
