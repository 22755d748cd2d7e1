"""Stage 1: layouts."""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.values.errors import UsageError
from facerestore_training import held_out
from facerestore_training.data import masks, shards
from facerestore_training.data.augmentation import FrameJitter
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import OLD_PHOTOGRAPHS
from facerestore_training.kinds.data_options import (
    HOLES,
    add_hole_options,
    add_parts_option,
    add_source_option,
    batch_device,
    drawn_holes,
    faces_learnt,
    share,
)
from facerestore_training.kinds.kind import TrainingKind
from facerestore_training.labels.labelled_faces import labelled_faces
from facerestore_training.recipes import semantic_layout
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom
from facerestore_training.tasks.layout import LayoutTask


def add_options(parser: argparse.ArgumentParser) -> None:
    add_source_option(parser)
    parser.add_argument("--pairs", type=Path, required=True, help="tar of faces with labels, KEY.jpg and KEY.png")
    parser.add_argument("--faces", type=Path, nargs="*", default=[], help="tars of faces without labels")
    parser.add_argument("--labeller", type=Path, help="stage 1 weights that label --faces")
    parser.add_argument(
        "--pairs-share", type=share, default=0.4, help="of the faces seen that are --pairs where there are --faces too"
    )
    parser.add_argument(
        "--whole-share", type=share, default=0.35, help="of the faces without a hole, for which stage 1 is a parser"
    )
    add_parts_option(parser)
    add_hole_options(parser)


def build(arguments: argparse.Namespace, cache: Path, device: torch.device) -> tuple[TrainingTask, LearntFrom]:
    training, validation = held_out.split_pairs(arguments.pairs, cache, arguments.sources)
    sets, weights = [training], [1.0]
    chosen: list[NDArray[np.intp] | None] = [None]
    if arguments.faces:
        if arguments.labeller is None:
            raise UsageError("Faces without labels need --labeller.", advice="Give stage 1 weights that label them.")
        faces, kept = labelled_faces(arguments.faces, arguments.labeller, cache, device, arguments.sources)
        sets, weights, chosen = [training, faces], [arguments.pairs_share, 1 - arguments.pairs_share], [None, kept]
    batches = FaceBatches(
        sets,
        weights,
        drawn_holes(HOLES["layout"], 5, arguments.overlays),
        # a few hundred hand-made maps: vary the frame more than use would
        jitter=FrameJitter(shift=0.03, log_scale=0.08, degrees=6.0, probability=0.9),
        aging=OLD_PHOTOGRAPHS,
        whole_share=arguments.whole_share,
        parts_share=arguments.parts_share,
        chosen=chosen,
        device=batch_device(device, sets),
    )
    task = LayoutTask(batches, validation, masks.mask_pool(len(validation), size_px=shards.FACE_PX, seed=77))
    return task, faces_learnt([arguments.pairs, *arguments.faces], sets, arguments.sources)


KIND = TrainingKind(
    name="layout",
    task="layout",
    recipes={
        "cpu": semantic_layout.cpu,
        "full": semantic_layout.full,
        "further": semantic_layout.further,
        "finetune": semantic_layout.finetune,
        "tiny": semantic_layout.tiny,
    },
    add_options=add_options,
    build=build,
)
