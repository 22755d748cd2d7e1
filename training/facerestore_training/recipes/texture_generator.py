"""Recipes for stage 2."""

from facerestore_training.config import Phase, RunConfig


def full() -> RunConfig:
    """On a GPU: a million images, the last half at 256 px."""
    return RunConfig(
        network="texture_generator",
        images=1_000_000,
        phases=(
            Phase(share=0.4, sizes_px=(128,), batches=(128,)),
            Phase(share=0.6, sizes_px=(256,), batches=(64,)),
        ),
        learning_rate=1e-3,
        final_learning_rate=2e-5,
        average_half_life=10_000,
    )


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
        average_half_life=2_000,
    )


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return RunConfig(
        network="texture_generator_tiny",
        images=64,
        phases=(Phase(share=1.0, sizes_px=(64,), batches=(4,)),),
        learning_rate=2e-3,
        final_learning_rate=1e-4,
        warmup_images=8,
        average_half_life=16,
    )
