"""The detector: faces of whole photos."""

import argparse
from pathlib import Path

import torch

from facerestore_training import held_out
from facerestore_training.kinds.data_options import add_scene_options, scenes_learnt
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.recipes import face_detector
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.tasks.detector import DetectorTask


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    training, validation = held_out.split_scenes(arguments.scenes, arguments.sources)
    return DetectorTask(training, validation), scenes_learnt(arguments.scenes, training, arguments.sources)


KIND = TrainingKind(
    name="detector",
    task="detection",
    recipes={"cpu": face_detector.cpu, "full": face_detector.full, "tiny": face_detector.tiny},
    add_options=add_scene_options,
    build=build,
)
