"""Recipes for the search for damage."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores."""
    return RunConfig(
        network="damage_net",
        images=150_000,
        phases=(
            # first many small steps, then the surroundings
            Phase(share=0.55, sizes_px=(160,), batches=(6,)),
            Phase(share=0.45, sizes_px=(256,), batches=(4,)),
        ),
        learning_rate=2e-3,
        final_learning_rate=1e-5,
        warmup_images=400,
        average_half_life=2_000,
    )


def full() -> RunConfig:
    """On a GPU: more images, in larger batches."""
    return replace(
        cpu(),
        images=600_000,
        phases=(Phase(share=1.0, sizes_px=(256, 384), batches=(64, 32)),),
        average_half_life=10_000,
    )


def finetune() -> RunConfig:
    """From finished weights, on any device."""
    phases = (Phase(share=1.0, sizes_px=(256,), batches=(6,)),)
    return replace(cpu(), phases=phases, learning_rate=6e-4)


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return smoke("damage_net_tiny", images=32)
