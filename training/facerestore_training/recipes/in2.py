"""Recipes for the inpainting of any shape. Sizes are sides of squares: windows have as many pixels, in any shape."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores: windows of as many pixels as 128 x 128, and an eighth of the steps on 256 x 256, which are read
    at half that size: so the network learns to paint finer than it reads."""
    return RunConfig(
        network="in2",
        images=400_000,
        phases=(
            Phase(share=0.1, sizes_px=(128,), batches=(8,)),
            Phase(share=0.9, sizes_px=(*(128,) * 7, 256), batches=(*(8,) * 7, 4)),
        ),
        learning_rate=8e-4,
        final_learning_rate=1e-5,
        warmup_images=1_500,
        average_half_life=1_500,
        validate_every_s=600.0,
    )


def full() -> RunConfig:
    """On a GPU: more images, in larger batches."""
    return replace(
        cpu(),
        images=1_500_000,
        phases=(
            Phase(share=0.4, sizes_px=(128,), batches=(128,)),
            Phase(share=0.6, sizes_px=(256, 192), batches=(48, 80)),
        ),
        learning_rate=1e-3,
        warmup_images=20_000,
        average_half_life=15_000,
    )


def finetune() -> RunConfig:
    """From finished weights on one's own photos, on any device."""
    phases = (Phase(share=1.0, sizes_px=(256, 192), batches=(3, 5)),)
    return replace(cpu(), images=20_000, phases=phases, learning_rate=1e-4)


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return smoke("in2_tiny", images=32)
