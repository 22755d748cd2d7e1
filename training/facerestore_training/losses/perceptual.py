"""Perceptual distances: on SqueezeNet features, on the frozen stage 1, and LPIPS."""

# B batch, C channels, H W pixels

import re
import warnings
from pathlib import Path
from typing import Final, Literal

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F
from torchvision.models import squeezenet1_1

from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_training.losses import equations

_TAPS: Final = (1, 4, 7, 10)
_MEAN_BGR: Final = (104.0, 117.0, 123.0)


class SqueezeNetFeatures(nn.Module):
    """SqueezeNet 1.1, frozen, up to its tenth layer: what pictures 0...1 look like to it at four depths.

    The file holds ``features.*`` under torchvision's names for the Caffe network, which reads BGR 0-255 minus its
    mean. Raises WeightsMissing or WeightsDamaged.
    """

    CHS: Final = (64, 128, 256, 384)

    def __init__(self, file: Path) -> None:
        super().__init__()
        tensors = {k.removeprefix("features."): v for k, v in _read(file).items()}
        self.layers = squeezenet1_1(weights=None).features[: _TAPS[-1] + 1]
        missing = self.layers.load_state_dict(tensors, strict=False).missing_keys
        if missing:
            raise WeightsDamaged(f"{file} lacks {missing[0]}.", advice="Give SqueezeNet 1.1 features.")
        self.register_buffer("mean", torch.tensor(_MEAN_BGR).view(1, 3, 1, 1), persistent=False)
        self.eval().requires_grad_(requires_grad=False)
        self.to(memory_format=torch.channels_last)

    def forward(self, picture_B3HW: Tensor) -> list[Tensor]:
        """Features (B, CHS, h, w) at strides 2, 4, 8 and 16."""
        assert isinstance(self.mean, Tensor)
        x, taps = picture_B3HW.flip(1) * 255 - self.mean, []
        for index, layer in enumerate(self.layers):
            # inplace activations would overwrite the taps
            x = torch.relu(x) if isinstance(layer, nn.ReLU) else layer(x)
            if index in _TAPS:
                taps.append(x)
        return taps


class SqueezeNetDistance(nn.Module):
    """Mean absolute difference of channel-normalised features at four depths of SqueezeNet 1.1.

    This is not LPIPS: those weights belong to another SqueezeNet.
    """

    def __init__(self, features: SqueezeNetFeatures) -> None:
        super().__init__()
        self.features = features

    def forward(self, result_B3HW: Tensor, truth_B3HW: Tensor) -> Tensor:
        """The distance of pictures 0...1, averaged over the batch."""
        with torch.no_grad():
            wanted = self.features(truth_B3HW)
        pairs = zip(self.features(result_B3HW), wanted, strict=True)
        differences = [(_normalised(mine) - _normalised(theirs)).abs() for mine, theirs in pairs]
        return torch.stack([difference.sum(dim=1).mean() for difference in differences]).mean()


class ParserDistance(nn.Module):
    """Distance of pictures as faces: stage 1's decoder features at strides 2, 4 and 8, channels normalised.

    mean over strides of mean_hw |f(result) - f(truth)|^2, f of length 1 at every place: 0 for the same features, 2
    for unrelated ones. A segmentation network of the right domain in place of ImageNet features, as LaMa's (Suvorov
    et al., WACV 2022). The network is frozen, and this module's own from here on.
    """

    def __init__(self, network: SemanticLayoutNet) -> None:
        super().__init__()
        self.network = network.eval().requires_grad_(requires_grad=False)

    def forward(self, result_B3HW: Tensor, truth_B3HW: Tensor) -> Tensor:
        """The distance of whole pictures 0...1, averaged over the batch."""
        return self._distance(self._features(result_B3HW), truth_B3HW)

    def with_consistency(
        self, composite_B3HW: Tensor, truth_B3HW: Tensor, asked_BKHW: Tensor, hole_B1HW: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(the distance, ``equations.layout_consistency``) from one pass over the composite.

        ``asked``: the layout that the composite was painted from, probabilities (B, 19, H/2, W/2).
        """
        features = self._features(composite_B3HW)
        logits = self.network.head(F.leaky_relu(features[0], 0.2))
        return self._distance(features, truth_B3HW), equations.layout_consistency(logits, asked_BKHW, hole_B1HW)

    def _features(self, picture_B3HW: Tensor) -> tuple[Tensor, ...]:
        return self.network.features(picture_B3HW, torch.zeros_like(picture_B3HW[:, :1]))

    def _distance(self, mine: tuple[Tensor, ...], truth_B3HW: Tensor) -> Tensor:
        with torch.no_grad():
            theirs = self._features(truth_B3HW)
        squares = [(_normalised(a) - _normalised(b)).square() for a, b in zip(mine, theirs, strict=True)]
        return torch.stack([square.sum(dim=1).mean() for square in squares]).mean()


class LpipsDistance(nn.Module):
    """LPIPS v0.1 (Zhang et al., CVPR 2018) by the ``lpips`` package, on a backbone that the person gives.

    The package ships the linear heads, but would fetch the backbone, which is why it is handed one: ``features.*``
    of torchvision's AlexNet, VGG16 or SqueezeNet 1.1 (ImageNet weights; with others the distance is no LPIPS) as
    safetensors. Which one it is, its shapes tell. The heads are .pth files; they are read as bare tensors
    (``weights_only``), never as objects.
    """

    def __init__(self, backbone_file: Path | None) -> None:
        super().__init__()
        if backbone_file is None:
            raise WeightsMissing(
                "LPIPS needs the ImageNet network that its heads were fitted to, which is not part of facerestore.",
                advice="Give torchvision's AlexNet, VGG16 or SqueezeNet 1.1 as a safetensors file, or leave LPIPS out.",
            )
        tensors = _read(backbone_file)
        name = _backbone(tensors)
        if name is None:
            raise WeightsDamaged(
                f"{backbone_file} is not one of LPIPS' backbones.",
                advice="Give torchvision's AlexNet, VGG16 or SqueezeNet 1.1 with its names (features.*).",
            )
        try:
            import lpips
        except ModuleNotFoundError as error:
            raise WeightsMissing(
                "LPIPS needs the package lpips.", advice="Install facerestore[training], or leave LPIPS out."
            ) from error
        with warnings.catch_warnings():
            # the package asks torchvision for a network in a way that is out of use
            warnings.simplefilter("ignore", UserWarning)
            self.model = lpips.LPIPS(net=name, pretrained=False, pnet_rand=True, verbose=False)
        # slices are runs of torchvision's features under their own numbers
        wanted = {key: re.sub(r"^slice\d+", "features", key) for key in self.model.net.state_dict()}
        try:
            self.model.net.load_state_dict({key: tensors[theirs] for key, theirs in wanted.items()})
        except (KeyError, RuntimeError) as error:
            raise WeightsDamaged(f"{backbone_file} is no whole {name} backbone.", advice="Fetch it again.") from error
        heads = Path(lpips.__file__).parent / "weights" / "v0.1" / f"{name}.pth"
        self.model.load_state_dict(torch.load(heads, map_location="cpu", weights_only=True), strict=False)
        self.model.eval().requires_grad_(requires_grad=False)

    def forward(self, result_B3HW: Tensor, truth_B3HW: Tensor) -> Tensor:
        """The distance of pictures 0...1, averaged over the batch."""
        distance: Tensor = self.model(result_B3HW, truth_B3HW, normalize=True).mean()
        return distance


def _backbone(tensors: dict[str, Tensor]) -> Literal["alex", "squeeze", "vgg"] | None:
    first = tensors.get("features.0.weight")
    if first is None:
        return None
    if tuple(first.shape) == (64, 3, 11, 11):
        return "alex"
    return "squeeze" if "features.3.squeeze.weight" in tensors else "vgg" if "features.2.weight" in tensors else None


def _normalised(x_BCHW: Tensor) -> Tensor:
    x = x_BCHW.float()
    return x / (x.square().sum(dim=1, keepdim=True) + 1e-6).sqrt()


def _read(file: Path) -> dict[str, Tensor]:
    """A feature network's tensors as float32. Raises WeightsMissing or WeightsDamaged."""
    try:
        return {key: value.float() for key, value in load_file(file).items()}
    except OSError as error:
        raise WeightsMissing(
            f"The feature network {file} cannot be read.", advice="Leave it out to go without it."
        ) from error
    except SafetensorError as error:
        raise WeightsDamaged(f"{file} is not a safetensors file.", advice="Fetch it again.") from error
