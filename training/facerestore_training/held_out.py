"""Which photos are never trained on: the same split in every run and evaluation."""

from pathlib import Path
from typing import Final

from facerestore_training.data import scenes, shards
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.data.shards import FaceSet

HELD_OUT_PAIRS: Final = 100
HELD_OUT_SCENES: Final = 300
HELD_OUT_OVERLAYS: Final = 5
SPLIT_SEED: Final = 1


def split_pairs(pairs: Path, cache: Path) -> tuple[FaceSet, FaceSet]:
    """(training, held out) faces with labels."""
    faces = shards.load_faces([pairs], cache)
    training, held_out = shards.split_off(len(faces), min(HELD_OUT_PAIRS, len(faces) // 4), SPLIT_SEED)
    return faces.subset(training), faces.subset(held_out)


def split_scenes(shard: Path) -> tuple[list[scenes.Scene], list[scenes.Scene]]:
    """(training, held out) whole photos."""
    found = scenes.load_scenes(shard)
    return scenes.split_scenes(found, min(HELD_OUT_SCENES, len(found) // 4), SPLIT_SEED)


def split_overlays(overlays: OverlayPool) -> tuple[OverlayPool, OverlayPool]:
    """(training, held out) shapes of damage: every fifth of each kind is held out."""
    return overlays.split(HELD_OUT_OVERLAYS)
