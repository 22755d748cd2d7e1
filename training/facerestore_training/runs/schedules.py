"""The learning rate as a function of how far a run is."""

import math

from facerestore_training.runs.config import RunConfig


def learning_rate(config: RunConfig, *, images_seen: int, progress: float) -> float:
    """Warm-up over images, then half a cosine from the full to the final rate as progress goes from 0 to 1. When the
    network joins its auxiliary modules, it warms up anew."""
    if images_seen >= config.auxiliary_first:
        images_seen -= config.auxiliary_first
    cosine = 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
    rate = config.final_learning_rate + (config.learning_rate - config.final_learning_rate) * cosine
    return rate * min(1.0, (images_seen + 1) / max(1, config.warmup_images))
