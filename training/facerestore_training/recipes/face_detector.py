"""Recipes for the detector."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores."""
    return RunConfig(
        network="face_detector",
        images=160_000,
        phases=(Phase(share=1.0, sizes_px=(192, 320), batches=(10, 5)),),
        learning_rate=1e-3,
        final_learning_rate=2e-5,
        average_half_life=2_000,
    )


def full() -> RunConfig:
    """On a GPU: more images, in larger batches."""
    return replace(
        cpu(),
        images=600_000,
        phases=(Phase(share=1.0, sizes_px=(192, 320), batches=(128, 48)),),
        average_half_life=10_000,
    )


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return smoke("face_detector_tiny", images=32)
