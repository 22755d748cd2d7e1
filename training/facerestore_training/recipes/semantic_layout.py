"""Recipes for stage 1."""

from facerestore_training.config import Phase, RunConfig


def full() -> RunConfig:
    """On a GPU: half a million images at 256 px."""
    return RunConfig(
        network="semantic_layout",
        images=500_000,
        phases=(Phase(share=1.0, sizes_px=(256, 128), batches=(128, 256)),),
        learning_rate=6e-4,
        final_learning_rate=3e-5,
        average_half_life=10_000,
    )


def cpu() -> RunConfig:
    """On two CPU cores: most of the images at 128 px, the last third at both sizes."""
    return RunConfig(
        network="semantic_layout",
        images=120_000,
        phases=(
            Phase(share=0.55, sizes_px=(128,), batches=(8,)),
            Phase(share=0.45, sizes_px=(256, 128), batches=(4, 8)),
        ),
        learning_rate=6e-4,
        final_learning_rate=3e-5,
        average_half_life=2_000,
    )


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return RunConfig(
        network="semantic_layout_tiny",
        images=64,
        phases=(Phase(share=1.0, sizes_px=(64,), batches=(4,)),),
        learning_rate=2e-3,
        final_learning_rate=1e-4,
        warmup_images=8,
        average_half_life=16,
    )
