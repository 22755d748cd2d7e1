"""TrainingKind: what ``facerestore train`` must know of one kind of network."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from facerestore_models import Task
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.loop import TrainingTask
from facerestore_training.runs.run_folder import LearntFrom

Build = Callable[[argparse.Namespace, Path, torch.device], tuple[TrainingTask, LearntFrom]]
"""(arguments, folder of decoded data, device of the networks that help) -> the task, and what it learns from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TrainingKind:
    """A kind of network, trained by ``facerestore train NAME``.

    ``task``: what it does in use. ``recipes``: by the names of ``--recipe``. ``add_options``: those of its data and
    losses; ``build`` reads what they fill, and ``recipe``.
    """

    name: str
    task: Task
    recipes: Mapping[str, Callable[[], RunConfig]]
    add_options: Callable[[argparse.ArgumentParser], None]
    build: Build

    def default_recipe(self, device: torch.device, *, is_from_shipped: bool) -> str:
        """``finetune`` from installed weights where there is such a recipe, else by the device."""
        if is_from_shipped and "finetune" in self.recipes:
            return "finetune"
        return "full" if device.type == "cuda" else "cpu"
