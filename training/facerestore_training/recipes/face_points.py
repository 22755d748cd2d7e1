"""Recipes for the five points."""

from facerestore_training.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores; a GPU only makes it shorter."""
    return RunConfig(
        network="face_points",
        images=150_000,
        phases=(Phase(share=1.0, sizes_px=(128,), batches=(12,)),),
        learning_rate=1e-3,
        final_learning_rate=1e-5,
        average_half_life=2_000,
    )


def full() -> RunConfig:
    """On a GPU."""
    return RunConfig(
        network="face_points",
        images=600_000,
        phases=(Phase(share=1.0, sizes_px=(128,), batches=(128,)),),
        learning_rate=1e-3,
        final_learning_rate=1e-5,
        average_half_life=10_000,
    )


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return RunConfig(
        network="face_points_tiny",
        images=32,
        phases=(Phase(share=1.0, sizes_px=(64,), batches=(4,)),),
        learning_rate=2e-3,
        final_learning_rate=1e-4,
        warmup_images=8,
        average_half_life=16,
    )
