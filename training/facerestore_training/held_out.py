"""Which photos are never trained on: the same split in every run and evaluation, whatever a run learns from."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from facerestore_training.data import scenes, shards
from facerestore_training.data.decoding import EncodedPictures
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.data.shards import FaceSet
from facerestore_training.data.sources import keys_of
from facerestore_training.data.tars import read_records

HELD_OUT_PAIRS: Final = 100
HELD_OUT_SCENES: Final = 300
HELD_OUT_OVERLAYS: Final = 5
SPLIT_SEED: Final = 1


def split_pairs(pairs: Path, cache: Path, only: Collection[str] = ()) -> tuple[FaceSet, FaceSet]:
    """(training, held out) faces with labels. ``only``, here and below: what is trained on is of the sources named
    there. Raises ShardUnreadable."""
    faces = shards.load_faces([pairs], cache)
    training, held_out = shards.split_off(len(faces), min(HELD_OUT_PAIRS, len(faces) // 4), SPLIT_SEED)
    kept = keys_of(pairs, only) if only else faces.keys
    return faces.subset([i for i in training if faces.keys[i] in kept]), faces.subset(held_out)


def split_photos(pairs: Path, only: Collection[str] = ()) -> tuple[list[str], EncodedPictures, EncodedPictures]:
    """(keys of the training part, its photos, the held-out photos) of the same split, at the photos' own size.
    Raises ShardUnreadable."""
    records = [(key, photo) for key, record in read_records(pairs) if (photo := _photo(record)) is not None]
    training, held_out = shards.split_off(len(records), min(HELD_OUT_PAIRS, len(records) // 4), SPLIT_SEED)
    kept = keys_of(pairs, only) if only else {key for key, _ in records}
    training = [i for i in training if records[i][0] in kept]
    return (
        [records[i][0] for i in training],
        EncodedPictures([records[i][1] for i in training]),
        EncodedPictures([records[i][1] for i in held_out]),
    )


def _photo(record: Mapping[str, bytes]) -> bytes | None:
    return next((record[suffix] for suffix in ("webp", "jpg") if suffix in record), None)


def split_scenes(shard: Path, only: Collection[str] = ()) -> tuple[list[scenes.Scene], list[scenes.Scene]]:
    """(training, held out) whole photos. Raises ShardUnreadable."""
    found = scenes.load_scenes(shard)
    training, held_out = scenes.split_scenes(found, min(HELD_OUT_SCENES, len(found) // 4), SPLIT_SEED)
    if only:
        kept = keys_of(shard, only)
        training = [scene for scene in training if scene.key in kept]
    return training, held_out


def split_overlays(overlays: OverlayPool) -> tuple[OverlayPool, OverlayPool]:
    """(training, held out) shapes of damage: every fifth of each kind is held out."""
    return overlays.split(HELD_OUT_OVERLAYS)
