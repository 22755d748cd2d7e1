"""The search for damage: learnt from damage drawn over undamaged pictures."""

import argparse
from itertools import chain
from pathlib import Path
from typing import Final

import torch

from facerestore.values.errors import UsageError
from facerestore_training import held_out
from facerestore_training.data import shards
from facerestore_training.data.damage.samples import DamagedPictures
from facerestore_training.data.evenly import Evenly
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.kinds.data_options import add_hole_options, add_source_option, share
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.recipes import damage_net
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.tasks.damage import DamageTask

_CHECKED: Final = 128


def add_options(parser: argparse.ArgumentParser) -> None:
    add_source_option(parser)
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of undamaged aligned faces")
    parser.add_argument("--scenes", type=Path, help="tar of undamaged whole photos, KEY.webp and KEY.json")
    parser.add_argument(
        "--pairs",
        type=Path,
        help="tar of undamaged faces with label maps, KEY.jpg and KEY.png: their photos, at their own size",
    )
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--checked", type=int, default=_CHECKED, help="windows that each validation looks at")
    parser.add_argument("--undamaged", type=share, default=0.2, help="share of the windows without any damage")
    parser.add_argument(
        "--dice",
        type=float,
        default=0.5,
        help="weight of the Dice loss: it finds rare damage, and makes the network too sure of itself; end with 0",
    )
    add_hole_options(parser)


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    if not (arguments.faces or arguments.scenes or arguments.pairs):
        raise UsageError("There is nothing to learn from.", advice="Give --faces, --scenes or --pairs.")
    checked = list(shards.load_faces([arguments.validation], cache).pixels)
    faces = shards.load_faces(arguments.faces, cache, arguments.sources) if arguments.faces else None
    training, never = held_out.split_scenes(arguments.scenes, arguments.sources) if arguments.scenes else ([], [])
    overlays, overlays_held_out = (
        held_out.split_overlays(OverlayPool.read(arguments.overlays)) if arguments.overlays else (None, None)
    )
    # a photo and the crop of its face have one key
    keys_held_out = {scene.key for scene in never}
    kept = [i for i, key in enumerate(faces.keys) if key not in keys_held_out] if faces is not None else []
    face_keys = tuple(faces.keys[i] for i in kept) if faces is not None else ()
    face_pixels = [faces.pixels[i] for i in kept] if faces is not None else []
    scene_pixels = [scene.pixels for scene in training]
    sharp_keys, sharp_pixels, _ = (
        held_out.split_photos(arguments.pairs, arguments.sources) if arguments.pairs else ([], [], [])
    )
    kinds_of_pictures = tuple(kind for kind in (face_pixels, scene_pixels, sharp_pixels) if len(kind))
    task = DamageTask(
        DamagedPictures(pictures=Evenly(kinds_of_pictures), overlays=overlays, undamaged=arguments.undamaged),
        DamagedPictures(pictures=[*checked, *(scene.pixels for scene in never)], overlays=overlays_held_out),
        checked=arguments.checked,
        dice=arguments.dice,
    )
    paths = (*arguments.faces, *filter(None, (arguments.scenes, arguments.pairs)))
    keys = (*face_keys, *(scene.key for scene in training), *sharp_keys)
    return task, LearntFrom(paths, keys, chain(face_pixels, scene_pixels, sharp_pixels), tuple(arguments.sources))


KIND = TrainingKind(
    name="damage",
    task="damage",
    recipes={
        "cpu": damage_net.cpu,
        "full": damage_net.full,
        "finetune": damage_net.finetune,
        "tiny": damage_net.tiny,
    },
    add_options=add_options,
    build=build,
)
