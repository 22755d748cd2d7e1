"""Recipes for stage 1."""

from dataclasses import replace

from facerestore_training.recipes.smoke import smoke
from facerestore_training.runs.config import Phase, RunConfig


def cpu() -> RunConfig:
    """On two CPU cores: the first half at 128 px, then at both sizes."""
    return RunConfig(
        network="semantic_layout",
        images=120_000,
        phases=(
            Phase(share=0.55, sizes_px=(128,), batches=(8,)),
            Phase(share=0.45, sizes_px=(256, 128), batches=(4, 8)),
        ),
        learning_rate=6e-4,
        final_learning_rate=3e-5,
        auxiliary_first=3_000,
        average_half_life=2_000,
    )


def full() -> RunConfig:
    """On a GPU: half a million images, at both sizes from the start. What knows which layout it was learns alone for as
    many steps as in ``further``, 350 of about 190 images."""
    return replace(
        cpu(),
        images=500_000,
        phases=(Phase(share=1.0, sizes_px=(256, 128), batches=(128, 256)),),
        auxiliary_first=96_000,
        average_half_life=10_000,
    )


def further() -> RunConfig:
    """Finished weights trained on, on two CPU cores: both sizes from the start, because 128 px alone makes stage 1
    forget 256 px within 8,000 images. What knows which layout it was begins with nothing, so it learns first."""
    return replace(
        cpu(),
        phases=(Phase(share=1.0, sizes_px=(256, 128), batches=(4, 8)),),
        learning_rate=4e-4,
        final_learning_rate=2e-5,
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
    )


def tiny() -> RunConfig:
    """Seconds on any machine, for tests."""
    return smoke("semantic_layout_tiny", images=64)
