"""Recipes for the five points."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores."""
    return RunConfig(
        network="face_points",
        images=150_000,
        phases=(Phase(share=1.0, sizes_px=(128,), batches=(12,)),),
        learning_rate=1e-3,
        final_learning_rate=1e-5,
        average_half_life=2_000,
    )


def full() -> RunConfig:
    """On a GPU: more images, in larger batches."""
    return replace(
        cpu(),
        images=600_000,
        phases=(Phase(share=1.0, sizes_px=(128,), batches=(128,)),),
        average_half_life=10_000,
    )


def finetune() -> RunConfig:
    """From finished weights, on any device."""
    return replace(cpu(), learning_rate=4e-4, warmup_images=1_000)


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return smoke("face_points_tiny", images=32)
