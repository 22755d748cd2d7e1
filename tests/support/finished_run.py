"""Folders of runs that look finished, without the hours."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from facerestore_training.data.shards import FaceSet
from facerestore_training.runs import checkpoints
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.recording import Recorder
from facerestore_training.runs.run_folder import LearntFrom, Start, write_run


def write_finished_run(
    folder: Path, config: RunConfig, network: nn.Module, shard: Path, faces: FaceSet, *, weights: Path | None = None
) -> Path:
    """The folder of a run with this moving average, which was trained on ``faces`` out of ``shard``."""
    start = Start(
        kind="texture" if "texture" in config.network else "layout",
        recipe="tiny",
        config=config,
        device=torch.device("cpu"),
        compiled=False,
        processes=1,
        resumed=False,
        weights=weights,
    )
    write_run(folder, start, LearntFrom((shard,), faces.keys, faces.pixels))
    progress = checkpoints.Progress(images=64, steps=16, elapsed_s=2.0)
    checkpoints.save_state(
        folder,
        modules={"average": network},
        optimizers={},
        rng=np.random.default_rng(0),
        progress=progress,
        network_name=config.network,
    )
    recorder = Recorder(folder)
    recorder.figures("validation", progress, {"psnr_r20_40": 25.0})
    recorder.close()
    return folder
