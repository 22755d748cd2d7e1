"""Distances between pictures as networks see them: LPIPS, and SqueezeNet features. Nothing is ever downloaded."""

import hashlib
import tempfile
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import Tensor
from torchvision.models import AlexNet_Weights

from facerestore.values.errors import UsageError
from facerestore_training.losses.perceptual import LpipsDistance, SqueezeNetDistance

_NAMES: Final = {"alex": "LPIPS-Alex", "vgg": "LPIPS-VGG"}


class Lpips:
    """LPIPS 0.1 of single pictures, whole and inside holes. ``name``: ``LPIPS-Alex`` or ``LPIPS-VGG``.

    Raises WeightsMissing, WeightsDamaged; UsageError for SqueezeNet, whose two kinds of weights look the same but of
    which only torchvision's belong to LPIPS.
    """

    def __init__(self, backbone: Path) -> None:
        distance = LpipsDistance(backbone)
        if distance.model.pnet_type not in _NAMES:
            raise UsageError(f"{backbone.name} is a SqueezeNet.", advice="Give AlexNet, or VGG16.")
        self.name = _NAMES[distance.model.pnet_type]
        self._model = distance.model

    @torch.no_grad()
    def __call__(
        self, result: NDArray[np.uint8], truth: NDArray[np.uint8], hole: NDArray[np.uint8]
    ) -> tuple[float, float]:
        """(LPIPS of the whole picture, mean of its map inside the hole) of uint8 pictures (H, W, 3)."""
        pair = (_tensor(result), _tensor(truth))
        self._model.spatial = False
        whole = float(self._model(*pair, normalize=True))
        self._model.spatial = True
        where = torch.from_numpy(hole > 0)
        return whole, float(self._model(*pair, normalize=True)[0, 0][where].mean())


def find_lpips(backbone: Path | None) -> tuple[Lpips | None, str]:
    """(LPIPS or None, a sentence for the report: on which backbone, or why it is absent).

    ``backbone``: a safetensors file with torchvision's names. Without one, torchvision's own cache is looked at: there
    the file must have the SHA-256 that its name tells, and PyTorch's weights-only reader reads it, which builds tensors
    and nothing else. Raises as ``Lpips`` does for a file that was given and cannot be used.
    """
    if backbone is not None:
        found = Lpips(backbone)
        return found, f"{found.name} 0.1 on {backbone.name}."
    name = AlexNet_Weights.IMAGENET1K_V1.url.rsplit("/", 1)[1]
    cached = Path(torch.hub.get_dir()) / "checkpoints" / name
    if not cached.exists():
        return None, (
            f"LPIPS is absent: its backbone ({name}) is not in torchvision's cache and nothing is ever downloaded; "
            "give one with --lpips-backbone."
        )
    if not hashlib.sha256(cached.read_bytes()).hexdigest().startswith(cached.stem.rsplit("-", 1)[1]):
        return None, f"LPIPS is absent: {name} in torchvision's cache is not what its name says."
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "alexnet.safetensors"
        save_file(torch.load(cached, map_location="cpu", weights_only=True), copy)
        found = Lpips(copy)
    return found, f"{found.name} 0.1 on {name} from torchvision's cache."


@torch.no_grad()
def squeezenet_distance(distance: SqueezeNetDistance, result: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """The feature distance of uint8 pictures (H, W, 3). It is not LPIPS."""
    device = next(distance.parameters()).device
    return float(distance(_tensor(result).to(device), _tensor(truth).to(device)))


def _tensor(picture: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float().div_(255)
