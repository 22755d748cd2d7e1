"""What several kinds have in common: options of their data, and what is made of them."""

import argparse
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore_training.data import masks, shards
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.data.scenes import Scene
from facerestore_training.data.shards import FaceSet
from facerestore_training.runs.run_folder import LearntFrom

HOLES: Final = {"layout": 3_000, "texture": 6_000}
"""How many are drawn before a run, which takes from them at random."""


def add_source_option(parser: argparse.ArgumentParser) -> None:
    """``sources``: empty for all."""
    parser.add_argument(
        "--sources",
        nargs="+",
        default=[],
        metavar="SOURCE",
        help="learn only from pictures whose KEY.json names one of these; what is never trained on stays as it is",
    )


def add_scene_options(parser: argparse.ArgumentParser) -> None:
    add_source_option(parser)
    parser.add_argument("--scenes", type=Path, required=True, help="tar of whole photos, KEY.webp and KEY.json")


def add_face_options(parser: argparse.ArgumentParser) -> None:
    """What every stage 2 learns from and is judged on."""
    add_source_option(parser)
    parser.add_argument("--faces", type=Path, nargs="+", required=True, help="tars of aligned faces")
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--layout-weights", type=Path, required=True, help="stage 1 weights")
    parser.add_argument("--masks", type=Path, help="folder of validation masks, BUCKET/KEY.png")
    add_parts_option(parser)
    add_hole_options(parser)


def add_parts_option(parser: argparse.ArgumentParser) -> None:
    """``parts_share``: an eye, the mouth, half a face and the like, as the layout of the face shows it."""
    parser.add_argument(
        "--parts-share", type=share, default=0.1, help="of the holes that take away whole parts of the face"
    )


def add_hole_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--overlays", type=Path, help="tar of damage shapes KIND/NAME.png, 255 = damage, for holes")


def share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no share; write a number from 0 to 1")
    return value


def drawn_holes(count: int, seed: int, overlays: Path | None) -> NDArray[np.uint8]:
    return masks.mask_pool(
        count,
        size_px=shards.FACE_PX,
        seed=seed,
        mix=masks.MaskMix(above_60=0.1),
        overlays=OverlayPool.read(overlays) if overlays else None,
    )


def batch_device(device: torch.device, sets: Sequence[FaceSet]) -> torch.device:
    """The GPU where the faces take less than half of its free memory, else the CPU."""
    if device.type != "cuda":
        return torch.device("cpu")
    needed = sum(faces.pixels.nbytes + (0 if faces.labels is None else faces.labels.nbytes) for faces in sets)
    return device if 2 * needed < torch.cuda.mem_get_info(device)[0] else torch.device("cpu")


def faces_learnt(paths: Sequence[Path], sets: Sequence[FaceSet], only: Sequence[str] = ()) -> LearntFrom:
    keys = tuple(key for faces in sets for key in faces.keys)
    return LearntFrom(tuple(paths), keys, chain.from_iterable(faces.pixels for faces in sets), tuple(only))


def scenes_learnt(shard: Path, training: Sequence[Scene], only: Sequence[str] = ()) -> LearntFrom:
    keys = tuple(scene.key for scene in training)
    return LearntFrom((shard,), keys, [scene.pixels for scene in training], tuple(only))
