"""Distances between pictures as networks see them: LPIPS, and SqueezeNet features. Nothing is ever downloaded."""

import hashlib
import warnings
from pathlib import Path
from typing import Final

import lpips
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torchvision.models import AlexNet_Weights

from facerestore.errors import WeightsDamaged, WeightsMissing
from facerestore_training.perceptual import SqueezeNetDistance

_KINDS: Final = {(64, 3, 11, 11): "alex", (64, 3, 3, 3): "vgg"}


class Lpips:
    """LPIPS 0.1 (Zhang et al., CVPR 2018) through the ``lpips`` package, on a backbone that the person has.

    ``name``: ``LPIPS-Alex`` or ``LPIPS-VGG``. The learned heads come with the package.
    """

    def __init__(self, backbone: dict[str, Tensor], source: str) -> None:
        first = backbone.get("features.0.weight")
        kind = _KINDS.get(tuple(first.shape)) if first is not None else None
        if kind is None:
            raise WeightsDamaged(
                f"{source} holds neither AlexNet nor VGG16 features.",
                advice="Give torchvision's weights of one of them.",
            )
        self.name = {"alex": "LPIPS-Alex", "vgg": "LPIPS-VGG"}[kind]
        with warnings.catch_warnings():
            # the package asks torchvision for an untrained network by an old name of that option
            warnings.simplefilter("ignore")
            self._network: nn.Module = lpips.LPIPS(net=kind, pnet_rand=True, verbose=False)
        trunk = self._network.net
        assert isinstance(trunk, nn.Module)
        wanted = {name: "features." + name.split(".", 1)[1] for name in trunk.state_dict()}
        missing = [theirs for theirs in wanted.values() if theirs not in backbone]
        if missing:
            raise WeightsDamaged(f"{source} lacks {missing[0]}.", advice="Give the whole network.")
        try:
            trunk.load_state_dict({ours: backbone[theirs].float() for ours, theirs in wanted.items()})
        except RuntimeError as error:
            raise WeightsDamaged(f"{source} is another network than it seems.", advice="Give another.") from error
        self._network.eval().requires_grad_(requires_grad=False)

    @torch.no_grad()
    def __call__(
        self, result: NDArray[np.uint8], truth: NDArray[np.uint8], hole: NDArray[np.uint8]
    ) -> tuple[float, float]:
        """(LPIPS of the whole picture, mean of its map inside the hole) of uint8 pictures (H, W, 3)."""
        pair = [_tensor(picture) * 2 - 1 for picture in (result, truth)]
        self._network.spatial = False
        whole = float(self._network(*pair))
        self._network.spatial = True
        where = torch.from_numpy(hole > 0)
        return whole, float(self._network(*pair)[0, 0][where].mean())


def find_lpips(backbone: Path | None) -> tuple[Lpips | None, str]:
    """(LPIPS or None, a sentence for the report: on which backbone, or why it is absent).

    ``backbone``: a safetensors file with torchvision's names. Without one, torchvision's own cache is looked at: there
    the file must have the SHA-256 that its name tells, and PyTorch's weights-only reader reads it, which builds tensors
    and nothing else. Raises WeightsMissing or WeightsDamaged for a file that was given and cannot be used.
    """
    if backbone is not None:
        try:
            found = Lpips(load_file(backbone), backbone.name)
        except OSError as error:
            raise WeightsMissing(f"The backbone {backbone} cannot be read.", advice="Leave LPIPS out.") from error
        except SafetensorError as error:
            raise WeightsDamaged(
                f"{backbone} is not a safetensors file.", advice="Save the backbone's tensors as safetensors."
            ) from error
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
    found = Lpips(torch.load(cached, map_location="cpu", weights_only=True), name)
    return found, f"{found.name} 0.1 on {name} from torchvision's cache."


@torch.no_grad()
def squeezenet_distance(distance: SqueezeNetDistance, result: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """The feature distance of uint8 pictures (H, W, 3). It is not LPIPS."""
    device = next(distance.parameters()).device
    return float(distance(_tensor(result).to(device), _tensor(truth).to(device)))


def _tensor(picture: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float().div_(255)
