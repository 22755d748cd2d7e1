"""Feature networks with random weights, as files."""

from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.models import squeezenet1_1


def written(network: nn.Module, path: Path) -> Path:
    """The file, with torchvision's names."""
    save_file({f"features.{k}": v for k, v in network.state_dict().items()}, path)
    return path


def squeezenet_file(folder: Path) -> Path:
    torch.manual_seed(0)
    return written(squeezenet1_1(weights=None).features, folder / "squeezenet.safetensors")
