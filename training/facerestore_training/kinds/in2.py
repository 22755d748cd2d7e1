"""The inpainting of any shape: learnt from windows of whole photos and of faces."""

import argparse
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.values.errors import UsageError
from facerestore_training import evaluation, held_out
from facerestore_training.data import shards
from facerestore_training.data.scenes import Scene
from facerestore_training.data.windows import FramedPictures, WindowBatches, frame_box
from facerestore_training.kinds.data_options import HOLES, add_hole_options, add_source_option, drawn_holes
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.recipes import in2
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.tasks.inpainting import InpaintingTask

_PAIRS_PX = 512
_CHECKED = 32


def add_options(parser: argparse.ArgumentParser) -> None:
    add_source_option(parser)
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of aligned faces")
    parser.add_argument("--scenes", type=Path, help="tar of whole photos, KEY.webp and KEY.json with its faces")
    parser.add_argument("--pairs", type=Path, help="tar of aligned faces finer than 256 px, KEY.jpg")
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--masks", type=Path, help="folder of validation masks, BUCKET/KEY.png")
    parser.add_argument("--features", type=Path, help="SqueezeNet 1.1 features for the perceptual loss")
    add_hole_options(parser)


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    if not (arguments.faces or arguments.scenes or arguments.pairs):
        raise UsageError("There is nothing to learn from.", advice="Give --faces, --scenes or --pairs.")
    sets: list[FramedPictures] = []
    weights: list[float] = []
    keys: list[str] = []
    training, never = held_out.split_scenes(arguments.scenes, arguments.sources) if arguments.scenes else ([], [])
    if arguments.faces:
        faces = shards.load_faces(arguments.faces, cache, arguments.sources)
        # a photo and the crop of its face have one key
        keys_held_out = {scene.key for scene in never}
        kept = [i for i, key in enumerate(faces.keys) if key not in keys_held_out]
        sets.append(FramedPictures.aligned([faces.pixels[i] for i in kept], shards.FACE_PX))
        weights.append(0.6)
        keys += [faces.keys[i] for i in kept]
    if arguments.scenes:
        sets.append(_framed(training))
        weights.append(0.25)
        keys += [scene.key for scene in training]
    if arguments.pairs:
        pair_keys, photos, _ = held_out.split_photos(arguments.pairs, arguments.sources)
        sets.append(FramedPictures.aligned(photos, _PAIRS_PX))
        weights.append(0.15)
        keys += pair_keys
    validation = shards.load_faces([arguments.validation], cache)
    validation = validation.subset(range(min(_CHECKED, len(validation))))
    buckets = (
        evaluation.read_buckets(arguments.masks, validation.keys)
        if arguments.masks
        else evaluation.own_buckets(len(validation), seed=0)
    )
    pool = drawn_holes(HOLES["texture"], 11, arguments.overlays)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)).to(device) if arguments.features else None
    task = InpaintingTask(
        WindowBatches(sets, weights, pool),
        validation,
        buckets,
        windows=WindowBatches([_framed(never)], [1.0], drawn_holes(60, 12, None)) if never else None,
        features=distance,
    )
    paths = (*arguments.faces, *filter(None, (arguments.scenes, arguments.pairs)))
    pictures = chain.from_iterable(one.pictures for one in sets)
    return task, LearntFrom(paths, tuple(keys), pictures, tuple(arguments.sources))


def _framed(scenes: list[Scene]) -> FramedPictures:
    return FramedPictures([scene.pixels for scene in scenes], [_boxes(scene) for scene in scenes])


def _boxes(scene: Scene) -> NDArray[np.float32]:
    return np.array([frame_box(points) for points in scene.points], np.float32).reshape(-1, 4)


KIND = TrainingKind(
    name="in2",
    task="inpainting",
    recipes={"cpu": in2.cpu, "full": in2.full, "finetune": in2.finetune, "tiny": in2.tiny},
    add_options=add_options,
    build=build,
)
