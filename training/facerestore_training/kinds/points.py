"""The five points of one face."""

import argparse
from pathlib import Path

import torch

from facerestore.values.errors import UsageError
from facerestore_training import held_out
from facerestore_training.data import shards
from facerestore_training.data.scenes import Scene
from facerestore_training.kinds.data_options import add_scene_options
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.labels import point_labels
from facerestore_training.recipes import face_points
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.tasks.points import PointsTask


def add_options(parser: argparse.ArgumentParser) -> None:
    add_scene_options(parser)
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of aligned faces without points")
    parser.add_argument(
        "--teacher", type=Path, help="YuNet as ONNX: gives --faces their points, and --scenes surer ones"
    )


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    training, validation = held_out.split_scenes(arguments.scenes, arguments.sources)
    if arguments.faces and arguments.teacher is None:
        raise UsageError("Faces without points need --teacher.", advice="Give a detector that finds their points.")
    aligned: list[Scene] = []
    if arguments.teacher is not None:
        training, validation = (
            point_labels.surer_scenes(scenes, arguments.scenes, arguments.teacher, cache)
            for scenes in (training, validation)
        )
    if arguments.faces:
        faces = shards.load_faces(arguments.faces, cache, arguments.sources)
        # a photo and the crop of its face have one key
        never = {scene.key for scene in validation}
        aligned = [
            scene
            for scene in point_labels.aligned_scenes(
                faces, arguments.faces, arguments.teacher, cache, arguments.sources
            )
            if scene.key not in never
        ]
    learnt = [*training, *aligned]
    task = PointsTask(training, validation, aligned=aligned)
    return task, LearntFrom(
        (arguments.scenes, *arguments.faces),
        tuple(scene.key for scene in learnt),
        (scene.pixels for scene in learnt),
        tuple(arguments.sources),
    )


KIND = TrainingKind(
    name="points",
    task="points",
    recipes={
        "cpu": face_points.cpu,
        "full": face_points.full,
        "finetune": face_points.finetune,
        "tiny": face_points.tiny,
    },
    add_options=add_options,
    build=build,
)
