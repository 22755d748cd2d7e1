"""The state of a run on disk: tensors as safetensors, the rest as JSON. Nothing is ever unpickled."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from facerestore.values.errors import UsageError, WeightsDamaged
from facerestore_training.runs.config import OptimizerName

_TENSORS = "state.safetensors"
_VALUES = "state.json"
_FORMER_NAMES = {"discriminator": "opponent", "discriminator_optimizer": "opponent_optimizer"}
"""What states of earlier versions call a module or an optimizer."""


@dataclass
class Progress:
    """How far a run is."""

    images: int = 0
    steps: int = 0
    elapsed_s: float = 0.0


def save_state(
    run_dir: Path,
    *,
    modules: Mapping[str, nn.Module],
    optimizers: Mapping[str, torch.optim.Optimizer],
    rng: np.random.Generator,
    progress: Progress,
    network_name: str,
    optimizer_name: OptimizerName = "adamw",
) -> None:
    """Write all that a run needs to go on as if it had never stopped. Replaces the last state atomically."""
    tensors: dict[str, Tensor] = {"torch_rng": torch.get_rng_state()}
    for prefix, module in modules.items():
        tensors |= {f"{prefix}.{k}": v.detach().contiguous() for k, v in module.state_dict().items()}
    for prefix, optimizer in optimizers.items():
        for index, state in optimizer.state_dict()["state"].items():
            tensors |= {f"{prefix}.{index}.{k}": torch.as_tensor(v).contiguous() for k, v in state.items()}
    values = {
        "network": network_name,
        "optimizer": optimizer_name,
        "images": progress.images,
        "steps": progress.steps,
        "elapsed_s": progress.elapsed_s,
        "rng": rng.bit_generator.state,
    }
    run_dir.mkdir(parents=True, exist_ok=True)
    # one file after the other: each holds the count of steps, and a pair that disagrees is refused
    save_file(tensors, run_dir / f"{_TENSORS}.part", metadata={"steps": str(progress.steps)})
    (run_dir / f"{_VALUES}.part").write_text(json.dumps(values))
    os.replace(run_dir / f"{_TENSORS}.part", run_dir / _TENSORS)
    os.replace(run_dir / f"{_VALUES}.part", run_dir / _VALUES)


def has_state(run_dir: Path) -> bool:
    return (run_dir / _VALUES).exists()


def load_state(
    run_dir: Path,
    *,
    modules: Mapping[str, nn.Module],
    optimizers: Mapping[str, torch.optim.Optimizer],
    rng: np.random.Generator,
    network_name: str,
    optimizer_name: OptimizerName = "adamw",
) -> Progress:
    """Put a saved state back. Raises WeightsDamaged when it is another network's or cannot be read, UsageError when
    another optimizer learnt it: its moments are of no use to this one.

    A module or optimizer of which the state knows nothing keeps its start: a discriminator may join a run that began
    without one.
    """
    try:
        values: dict[str, Any] = json.loads((run_dir / _VALUES).read_text())
        with safe_open(run_dir / _TENSORS, framework="pt") as stream:
            steps = (stream.metadata() or {}).get("steps")
        tensors = load_file(run_dir / _TENSORS)
    except (OSError, ValueError, SafetensorError) as error:
        raise WeightsDamaged(
            f"The state of the run in {run_dir} cannot be read.", advice="Start the run in a new folder."
        ) from error
    if values["network"] != network_name:
        raise WeightsDamaged(
            f"The run in {run_dir} trains {values['network']}, not {network_name}.",
            advice="Choose another folder.",
        )
    # states of earlier versions are AdamW's and do not say so
    learnt_by = values.get("optimizer", "adamw")
    if learnt_by != optimizer_name:
        raise UsageError(
            f"The run in {run_dir} learns by {learnt_by}, not {optimizer_name}.",
            advice=f"Give --optimizer {learnt_by}, or choose another folder.",
        )
    if steps != str(values["steps"]):
        raise WeightsDamaged(
            f"The run in {run_dir} was stopped while it saved: its two files are of different steps.",
            advice="Start the run in a new folder, with --from-weights if it was exported before.",
        )
    for prefix, module in modules.items():
        if found := _part(tensors, prefix):
            module.load_state_dict(found)
    for prefix, optimizer in optimizers.items():
        _load_optimizer(optimizer, _part(tensors, prefix))
    torch.set_rng_state(tensors["torch_rng"])
    rng.bit_generator.state = values["rng"]
    return Progress(images=values["images"], steps=values["steps"], elapsed_s=values["elapsed_s"])


def _part(tensors: dict[str, Tensor], name: str) -> dict[str, Tensor]:
    """The tensors of a module or optimizer, by their names in it, be they saved under its former name."""
    for saved in (name, _FORMER_NAMES.get(name)):
        found = {key.removeprefix(f"{saved}."): value for key, value in tensors.items() if key.startswith(f"{saved}.")}
        if found:
            return found
    return {}


def _load_optimizer(optimizer: torch.optim.Optimizer, tensors: dict[str, Tensor]) -> None:
    state: dict[int, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        index, key = name.split(".", 1)
        state.setdefault(int(index), {})[key] = tensor
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
    for parameter, values in optimizer.state.items():
        for key, value in values.items():
            if value.shape == parameter.shape:
                # the fused optimizer walks both in memory order: channels-last weights need channels-last moments
                values[key] = torch.empty_like(parameter).copy_(value)
