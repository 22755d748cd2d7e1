"""A perceptual distance on SqueezeNet features, from a weights file that the person gives."""

# B batch, C channels, H W pixels

from pathlib import Path
from typing import Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torchvision.models import squeezenet1_1

from facerestore.errors import WeightsDamaged, WeightsMissing

_TAPS: Final = (1, 4, 7, 10)
_MEAN_BGR: Final = (104.0, 117.0, 123.0)


class SqueezeNetDistance(nn.Module):
    """Mean absolute difference of channel-normalised features at four depths of SqueezeNet 1.1.

    The file holds ``features.*`` under torchvision's names for the Caffe network, which reads BGR 0-255 minus its
    mean. This is not LPIPS: those weights belong to another SqueezeNet.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        try:
            tensors = {k.removeprefix("features."): v.float() for k, v in load_file(file).items()}
        except OSError as error:
            raise WeightsMissing(
                f"The feature network {file} cannot be read.",
                advice="Leave --features out to train without it.",
            ) from error
        except SafetensorError as error:
            raise WeightsDamaged(f"{file} is not a safetensors file.", advice="Fetch it again.") from error
        self.features = squeezenet1_1(weights=None).features[: _TAPS[-1] + 1]
        missing = self.features.load_state_dict(tensors, strict=False).missing_keys
        if missing:
            raise WeightsDamaged(f"{file} lacks {missing[0]}.", advice="Give SqueezeNet 1.1 features.")
        self.register_buffer("mean", torch.tensor(_MEAN_BGR).view(1, 3, 1, 1), persistent=False)
        self.eval().requires_grad_(requires_grad=False)
        self.to(memory_format=torch.channels_last)

    def forward(self, result_B3HW: Tensor, truth_B3HW: Tensor) -> Tensor:
        """The distance of pictures 0...1, averaged over the batch."""
        with torch.no_grad():
            wanted = self._taps(truth_B3HW)
        pairs = zip(self._taps(result_B3HW), wanted, strict=True)
        return torch.stack([(mine - theirs).abs().sum(dim=1).mean() for mine, theirs in pairs]).mean()

    def _taps(self, picture_B3HW: Tensor) -> list[Tensor]:
        assert isinstance(self.mean, Tensor)
        x, taps = picture_B3HW.flip(1) * 255 - self.mean, []
        for index, layer in enumerate(self.features):
            # inplace activations would overwrite the taps
            x = torch.relu(x) if isinstance(layer, nn.ReLU) else layer(x)
            if index in _TAPS:
                taps.append(x.float() / (x.float().square().sum(dim=1, keepdim=True) + 1e-6).sqrt())
        return taps
