"""What all ``tiny`` recipes share."""

from facerestore_training.runs.config import Phase, RunConfig


def smoke(network: str, *, images: int) -> RunConfig:
    """Seconds on any machine, for tests: batches of 4 at 64 px."""
    return RunConfig(
        network=network,
        images=images,
        phases=(Phase(share=1.0, sizes_px=(64,), batches=(4,)),),
        learning_rate=2e-3,
        final_learning_rate=1e-4,
        warmup_images=8,
        average_half_life=16,
    )
