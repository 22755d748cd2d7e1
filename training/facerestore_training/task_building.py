"""From the arguments of ``facerestore train`` to what a network learns from."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from facerestore.errors import UsageError
from facerestore_training import evaluation, held_out, labelling
from facerestore_training.data import masks, shards
from facerestore_training.data.augmentation import FrameJitter
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.data.shards import FaceSet
from facerestore_training.detector_task import DetectorTask
from facerestore_training.layout_task import LayoutTask
from facerestore_training.loop import TrainingTask
from facerestore_training.perceptual import SqueezeNetDistance
from facerestore_training.points_task import PointsTask
from facerestore_training.starting_weights import loaded
from facerestore_training.texture_task import TextureTask

Builder = Callable[[argparse.Namespace, Path], TrainingTask]


def detector_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scenes", type=Path, required=True, help="tar of whole photos, KEY.webp and KEY.json")


def layout_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pairs", type=Path, required=True, help="tar of faces with labels, KEY.jpg and KEY.png")
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of faces without labels")
    parser.add_argument("--labeller", type=Path, help="stage 1 weights that label --faces")


def texture_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--faces", type=Path, nargs="+", required=True, help="tars of aligned faces")
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--layout-weights", type=Path, required=True, help="stage 1 weights")
    parser.add_argument("--masks", type=Path, help="folder of validation masks, BUCKET/KEY.png")
    parser.add_argument("--features", type=Path, help="SqueezeNet 1.1 features for the perceptual loss")


def detector_task(arguments: argparse.Namespace, cache: Path) -> DetectorTask:
    return DetectorTask(*held_out.split_scenes(arguments.scenes))


def points_task(arguments: argparse.Namespace, cache: Path) -> PointsTask:
    return PointsTask(*held_out.split_scenes(arguments.scenes))


def layout_task(arguments: argparse.Namespace, cache: Path) -> LayoutTask:
    training, validation = held_out.split_pairs(arguments.pairs, cache)
    sets, weights = [training], [1.0]
    if arguments.faces:
        if arguments.labeller is None:
            raise UsageError("Faces without labels need --labeller.", advice="Give stage 1 weights that label them.")
        sets.append(_labelled(arguments.faces, arguments.labeller, cache))
        weights = [0.4, 0.6]
    batches = FaceBatches(
        sets,
        weights,
        masks.mask_pool(3_000, size_px=shards.FACE_PX, seed=5),
        # a few hundred hand-made maps: vary the frame more than use would
        jitter=FrameJitter(shift=0.03, log_scale=0.08, degrees=6.0, probability=0.9),
        whole_share=0.35,
    )
    return LayoutTask(batches, validation, masks.mask_pool(len(validation), size_px=shards.FACE_PX, seed=77))


def texture_task(arguments: argparse.Namespace, cache: Path) -> TextureTask:
    faces = _labelled(arguments.faces, arguments.layout_weights, cache)
    _, layout_network = loaded(arguments.layout_weights)
    validation = shards.load_faces([arguments.validation], cache)
    validation = validation.subset(range(min(32, len(validation))))
    holes = (
        evaluation.read_buckets(arguments.masks, validation.keys)
        if arguments.masks
        else evaluation.own_buckets(len(validation), seed=0)
    )
    batches = FaceBatches(
        [faces],
        [1.0],
        masks.mask_pool(6_000, size_px=shards.FACE_PX, seed=11),
        aging=AgingConfig(grain=0.2, faded=0.3, soft=0.15),
        whole_share=0.0,
    )
    features = SqueezeNetDistance(arguments.features) if arguments.features else None
    return TextureTask(batches, layout_network, validation, holes, features=features)


BUILDERS: Final[dict[str, Builder]] = {
    "detector": detector_task,
    "points": points_task,
    "layout": layout_task,
    "texture": texture_task,
}
OPTIONS: Final[dict[str, Callable[[argparse.ArgumentParser], None]]] = {
    "detector": detector_options,
    "points": detector_options,
    "layout": layout_options,
    "texture": texture_options,
}


def _labelled(files: Sequence[Path], labeller: Path, cache: Path) -> FaceSet:
    faces = shards.load_faces(files, cache)
    _, network = loaded(labeller)
    return labelling.labelled(network, faces, cache / f"labels-{shards.fingerprint([*files, labeller])}.npy")
