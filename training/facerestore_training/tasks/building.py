"""From the arguments of ``facerestore train`` to what a network learns from."""

import argparse
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.values.errors import UsageError
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training import evaluation, held_out
from facerestore_training.data import masks, persons, shards
from facerestore_training.data.augmentation import FrameJitter
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import OLD_PHOTOGRAPHS, AgingConfig
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.data.persons import ReferenceBatches
from facerestore_training.data.scenes import Scene
from facerestore_training.data.shards import FaceSet
from facerestore_training.labels import point_labels
from facerestore_training.labels.labelled_faces import labelled_faces
from facerestore_training.losses.identity import IdentityDistance
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.runs.starting_weights import SHIPPED, loaded, weights_named
from facerestore_training.tasks.detector import DetectorTask
from facerestore_training.tasks.layout import LayoutTask
from facerestore_training.tasks.points import PointsTask
from facerestore_training.tasks.texture import SHARES, SHARES_WITH_IDENTITY, TextureTask
from facerestore_training.tasks.texture_opponent import TextureCritics, TextureOpponent

Builder = Callable[[argparse.Namespace, Path, torch.device], tuple[TrainingTask, LearntFrom]]
"""(arguments, folder of decoded data, device of the networks that help) -> the task, and what it learns from."""

Opposed = Literal["none", "parts", "both", "features"]
OPPONENTS: Final[tuple[Opposed, ...]] = get_args(Opposed)
HOLES: Final = {"layout": 3_000, "texture": 6_000}
"""How many are drawn before a run, which takes from them at random."""
KEPT_BATCHES: Final = 60
"""Of a run that only learns to borrow."""


def detector_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scenes", type=Path, required=True, help="tar of whole photos, KEY.webp and KEY.json")


def points_options(parser: argparse.ArgumentParser) -> None:
    detector_options(parser)
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of aligned faces without points")
    parser.add_argument(
        "--teacher", type=Path, help="YuNet as ONNX: gives --faces their points, and --scenes surer ones"
    )


def layout_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pairs", type=Path, required=True, help="tar of faces with labels, KEY.jpg and KEY.png")
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of faces without labels")
    parser.add_argument("--labeller", type=Path, help="stage 1 weights that label --faces")
    parser.add_argument(
        "--pairs-share", type=_share, default=0.4, help="of the faces seen that are --pairs where there are --faces too"
    )
    parser.add_argument(
        "--whole-share", type=_share, default=0.35, help="of the faces without a hole, for which stage 1 is a parser"
    )
    _hole_options(parser)


def face_options(parser: argparse.ArgumentParser) -> None:
    """What every stage 2 learns from and is judged on."""
    parser.add_argument("--faces", type=Path, nargs="+", required=True, help="tars of aligned faces")
    parser.add_argument("--validation", type=Path, required=True, help="tar of aligned faces never trained on")
    parser.add_argument("--layout-weights", type=Path, required=True, help="stage 1 weights")
    parser.add_argument("--masks", type=Path, help="folder of validation masks, BUCKET/KEY.png")
    parser.add_argument(
        "--parts-share", type=_share, default=0.1, help="of the holes that take away whole parts of the face"
    )
    _hole_options(parser)


def texture_options(parser: argparse.ArgumentParser) -> None:
    face_options(parser)
    parser.add_argument("--features", type=Path, help="SqueezeNet 1.1 features for the perceptual loss")
    parser.add_argument(
        "--persons", type=Path, nargs="+", default=[], help="tars of several faces of each person: references too"
    )
    parser.add_argument("--persons-share", type=_share, default=0.6, help="of the faces seen that are of --persons")
    parser.add_argument(
        "--embedder", metavar=f"FILE|{SHIPPED}", help="weights of a face embedder: the identity is a loss"
    )
    parser.add_argument(
        "--restore-share", type=_share, default=0.0, help="of the faces whose target is the photograph as it was new"
    )
    parser.add_argument(
        "--opponent",
        choices=OPPONENTS,
        help="critics from the recipe's 'opposed_from' on: of eyes and mouth alone (parts), of the whole crop too, by "
        "its pixels (both) or as the frozen --features see it; default: with the recipe full one of those two, "
        "none elsewhere",
    )


def _hole_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--overlays", type=Path, help="tar of damage shapes KIND/NAME.png, 255 = damage, for holes")


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no share; write a number from 0 to 1")
    return value


def detector_task(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    training, validation = held_out.split_scenes(arguments.scenes)
    return DetectorTask(training, validation), _scenes_learnt(arguments.scenes, training)


def points_task(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    training, validation = held_out.split_scenes(arguments.scenes)
    if arguments.faces and arguments.teacher is None:
        raise UsageError("Faces without points need --teacher.", advice="Give a detector that finds their points.")
    aligned: list[Scene] = []
    if arguments.teacher is not None:
        training, validation = (
            point_labels.surer_scenes(scenes, arguments.scenes, arguments.teacher, cache)
            for scenes in (training, validation)
        )
    if arguments.faces:
        faces = shards.load_faces(arguments.faces, cache)
        # a photo and the crop of its face have one key
        never = {scene.key for scene in validation}
        aligned = [
            scene
            for scene in point_labels.aligned_scenes(faces, arguments.faces, arguments.teacher, cache)
            if scene.key not in never
        ]
    learnt = [*training, *aligned]
    task = PointsTask(training, validation, aligned=aligned)
    return task, LearntFrom(
        (arguments.scenes, *arguments.faces),
        tuple(scene.key for scene in learnt),
        (scene.pixels for scene in learnt),
    )


def layout_task(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    training, validation = held_out.split_pairs(arguments.pairs, cache)
    sets, weights = [training], [1.0]
    chosen: list[NDArray[np.intp] | None] = [None]
    if arguments.faces:
        if arguments.labeller is None:
            raise UsageError("Faces without labels need --labeller.", advice="Give stage 1 weights that label them.")
        faces, kept = labelled_faces(arguments.faces, arguments.labeller, cache, device)
        sets, weights, chosen = [training, faces], [arguments.pairs_share, 1 - arguments.pairs_share], [None, kept]
    batches = FaceBatches(
        sets,
        weights,
        _holes(HOLES["layout"], 5, arguments.overlays),
        # a few hundred hand-made maps: vary the frame more than use would
        jitter=FrameJitter(shift=0.03, log_scale=0.08, degrees=6.0, probability=0.9),
        aging=OLD_PHOTOGRAPHS,
        whole_share=arguments.whole_share,
        chosen=chosen,
        device=_batch_device(device, sets),
    )
    task = LayoutTask(batches, validation, masks.mask_pool(len(validation), size_px=shards.FACE_PX, seed=77))
    return task, _faces_learnt([arguments.pairs, *arguments.faces], sets)


def texture_task(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    faces, kept = labelled_faces(arguments.faces, arguments.layout_weights, cache, device)
    _, layout_network = loaded(arguments.layout_weights)
    validation = shards.load_faces([arguments.validation], cache)
    validation = validation.subset(range(min(32, len(validation))))
    holes = (
        evaluation.read_buckets(arguments.masks, validation.keys)
        if arguments.masks
        else evaluation.own_buckets(len(validation), seed=0)
    )
    sets, weights, chosen = [faces], [1.0], [kept]
    others: list[Sequence[NDArray[np.intp]] | None] = [None]
    if arguments.persons:
        several, trusted = labelled_faces(arguments.persons, arguments.layout_weights, cache, device)
        sets, chosen = [faces, several], [kept, trusted]
        weights = [1 - arguments.persons_share, arguments.persons_share]
        others.append(persons.other_photographs(several.keys, persons.read_persons(arguments.persons)))
    drawn_holes = _holes(HOLES["texture"], 11, arguments.overlays)
    batches = FaceBatches(
        sets,
        weights,
        drawn_holes,
        aging=AgingConfig(grain=0.2, faded=0.3, soft=0.15),
        whole_share=0.0,
        parts_share=arguments.parts_share,
        restore_share=arguments.restore_share,
        tells_drawn=bool(arguments.persons),
        chosen=chosen,
        device=_batch_device(device, sets),
    )
    features = SqueezeNetFeatures(arguments.features).to(device) if arguments.features else None
    task = TextureTask(
        batches,
        layout_network.to(device),
        validation,
        holes,
        features=SqueezeNetDistance(features) if features else None,
        identity=_identity(arguments.embedder, device),
        judged_shares=SHARES_WITH_IDENTITY if arguments.embedder else SHARES,
        kept_batches=KEPT_BATCHES if arguments.recipe == "persons" else 0,
        references=ReferenceBatches(sets, others, drawn_holes) if arguments.persons else None,
        opponent=critic_of(arguments.recipe, arguments.opponent, features),
    )
    return task, _faces_learnt([*arguments.faces, *arguments.persons], sets)


def _identity(asked: str | None, device: torch.device) -> IdentityDistance | None:
    """The identity loss by an embedder's weights. Raises UsageError for another network's."""
    if asked is None:
        return None
    name, network = loaded(weights_named(asked, "embedding"))
    if not isinstance(network, FaceEmbedder):
        raise UsageError(f"{asked} holds {name}, which is no face embedder.", advice="Leave --embedder out.")
    return IdentityDistance(network).to(device)


def critic_of(recipe: str, asked: Opposed | None, features: SqueezeNetFeatures | None) -> TextureOpponent | None:
    """Stage 2's opponent: with the recipe full unless refused, elsewhere, and smaller, only when asked for.

    Raises UsageError where it should look through features that are not there.
    """
    is_full = recipe == "full"
    asked = asked or (("features" if features else "both") if is_full else "none")
    if asked == "none":
        return None
    if asked == "features" and features is None:
        raise UsageError("This opponent needs --features.", advice="Give SqueezeNet 1.1, or ask for --opponent both.")
    base, parts_base = (48, 32) if is_full else (32, 24)
    depths = SqueezeNetFeatures.CHS if asked == "features" else ()
    critics = TextureCritics(base if asked == "both" else 0, parts_base, depths)
    return TextureOpponent(critics, features if asked == "features" else None)


BUILDERS: Final[dict[str, Builder]] = {
    "detector": detector_task,
    "points": points_task,
    "layout": layout_task,
    "texture": texture_task,
}
OPTIONS: Final[dict[str, Callable[[argparse.ArgumentParser], None]]] = {
    "detector": detector_options,
    "points": points_options,
    "layout": layout_options,
    "texture": texture_options,
}


def _holes(count: int, seed: int, overlays: Path | None) -> NDArray[np.uint8]:
    return masks.mask_pool(
        count,
        size_px=shards.FACE_PX,
        seed=seed,
        mix=masks.MaskMix(above_60=0.1),
        overlays=OverlayPool.read(overlays) if overlays else None,
    )


def _batch_device(device: torch.device, sets: Sequence[FaceSet]) -> torch.device:
    """The GPU where the faces take less than half of its free memory, else the CPU."""
    if device.type != "cuda":
        return torch.device("cpu")
    needed = sum(faces.pixels.nbytes + (0 if faces.labels is None else faces.labels.nbytes) for faces in sets)
    return device if 2 * needed < torch.cuda.mem_get_info(device)[0] else torch.device("cpu")


def _faces_learnt(paths: Sequence[Path], sets: Sequence[FaceSet]) -> LearntFrom:
    keys = tuple(key for faces in sets for key in faces.keys)
    return LearntFrom(tuple(paths), keys, chain.from_iterable(faces.pixels for faces in sets))


def _scenes_learnt(shard: Path, training: Sequence[Scene]) -> LearntFrom:
    return LearntFrom((shard,), tuple(scene.key for scene in training), [scene.pixels for scene in training])
