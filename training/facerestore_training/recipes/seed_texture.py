"""Recipes for the seed paper's stage 2: 64, 128 and 256 px for 15, 25 and 60 % of the images, Adam 1e-4 (0, 0.9).

A phase's size is the painting's; the network always sees the whole crop.
"""

from facerestore_training.runs.config import Phase, RunConfig


def full() -> RunConfig:
    """On a GPU: a million images, a fifth of the steps for the painter."""
    return _growing("seed_texture", images=1_000_000, sizes_px=(64, 128, 256), batches=(64, 64, 32), half_life=10_000)


def cpu() -> RunConfig:
    """On two CPU cores: enough to see that it learns, not to judge what it can."""
    return _growing("seed_texture", images=40_000, sizes_px=(64, 128, 256), batches=(4, 4, 4), half_life=2_000)


def tiny() -> RunConfig:
    """Seconds on any machine, for tests: a painter of 64 px."""
    return _growing("seed_texture_tiny", images=160, sizes_px=(16, 32, 64), batches=(4, 4, 4), half_life=16)


def _growing(
    network: str, *, images: int, sizes_px: tuple[int, int, int], batches: tuple[int, int, int], half_life: int
) -> RunConfig:
    phases = zip((0.15, 0.25, 0.6), sizes_px, batches, strict=True)
    return RunConfig(
        network=network,
        images=images,
        phases=tuple(Phase(share=share, sizes_px=(size,), batches=(batch,)) for share, size, batch in phases),
        learning_rate=1e-4,
        final_learning_rate=1e-4,
        discriminator_learning_rate=1e-4,
        betas=(0.0, 0.9),
        weight_decay=0.0,
        warmup_images=1,
        # a penalised critic's gradients are large and Adam does not mind: only what is not finite is left out
        clip_norm=1e6,
        average_half_life=half_life,
    )
