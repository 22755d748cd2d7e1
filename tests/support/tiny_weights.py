"""Folders of weights for the tiny networks, so that the real pipeline runs in milliseconds."""

from pathlib import Path

import torch

from facerestore_models import create
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.weights import save_weights

TINY = (
    "face_detector_tiny",
    "face_points_tiny",
    "semantic_layout_tiny",
    "texture_generator_tiny",
    "face_embedder_tiny",
    "damage_net_tiny",
    "in2_tiny",
    "isfrnet_tiny",
)


def write_tiny_weights(folder: Path, *, seed: int = 0) -> Path:
    """The folder, filled with fresh tiny networks and their manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    for name in TINY:
        save_weights(create(name), name, folder / f"{name}.safetensors")
        write_manifest_entry(folder, name, f"{name}.safetensors", {"purpose": "tests"})
    return folder
