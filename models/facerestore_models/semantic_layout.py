"""Stage 1: the semantic layout of a face, also where nothing is visible. Hybrid CNN and ViT."""

# B batch, C channels, D width, H W pixels, K classes, Z latent length

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.attention import Positions
from facerestore_models.blocks.convolution import Downsample, Merge, stage
from facerestore_models.blocks.modulation import LatentModulation
from facerestore_models.registry import register
from facerestore_models.spec import Input, NetworkSpec
from facerestore_resources import network_shapes
from facerestore_resources.face_classes import CLASS_COUNT

LAYOUT_LATENT_CHS: Final = network_shapes.LAYOUT_LATENT_CHS
_INPUTS: Final[frozenset[Input]] = frozenset({"crop", "hole", "latent"})


class SemanticLayoutNet(nn.Module):
    """Masked crop and hole -> logits of the 19 classes at half the crop's size.

    The plan of arXiv 2512.05039 (CNN and ViT branches, fused by 1x1, decoder with skips), at a sixth of its size:
    the ViT reads the CNN's features instead of raw patches, most of which a large hole leaves empty. The stem
    unshuffles pixels, so that no visible pixel is lost before the first convolution. Nothing assumes a shape of
    the hole.

    A latent chooses among the layouts that a hole allows: one for the whole picture, so that an alternative is
    coherent (the conditional VAE of Sohn et al., NeurIPS 2015, whose encoder exists in training only). Without one
    the answer is the average over all of them, the best single guess.
    """

    def __init__(self, chs: Sequence[int] = (32, 64, 128, 192), width: int = 256, layers: int = 6) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(16, c0, 3, padding=1)
        self.encode0 = stage(c0, 1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 2)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 2)
        self.down3, self.encode3 = Downsample(c2, c3), stage(c3, 2)
        self.tokens = nn.Conv2d(c3, width, 1)
        self.positions = Positions(width)
        self.vit = nn.ModuleList(
            nn.TransformerEncoderLayer(
                width, 8, 3 * width, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
            )
            for _ in range(layers)
        )
        self.variation = nn.ModuleList(LatentModulation(width, LAYOUT_LATENT_CHS) for _ in range(layers))
        self.fuse = nn.Conv2d(c3 + width, c3, 1)
        self.merge2, self.decode2 = Merge(c3, c2), stage(c2, 2)
        self.merge1, self.decode1 = Merge(c2, c1), stage(c1, 2)
        self.merge0, self.decode0 = Merge(c1, c0), stage(c0, 1)
        self.head = nn.Conv2d(c0, CLASS_COUNT, 1)

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor, latent_BZ: Tensor | None = None) -> Tensor:
        """Logits (B, 19, H/2, W/2) of a crop 0...1 that is zero in the hole (1 = restore).

        ``latent``: N(0, 1), (B, 32), for one of the layouts that the hole allows; None or zero for their average.
        """
        logits: Tensor = self.head(F.leaky_relu(self.features(crop_B3HW, hole_B1HW, latent_BZ)[0], 0.2))
        return logits

    def features(
        self, crop_B3HW: Tensor, hole_B1HW: Tensor, latent_BZ: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Decoder features, finest first: strides 2, 4 and 8. For losses that compare pictures as faces."""
        centred = (2 * crop_B3HW - 1) * (1 - hole_B1HW)
        x = self.stem(F.pixel_unshuffle(torch.cat([centred, hole_B1HW], dim=1), 2))
        skip0 = self.encode0(x)
        skip1 = self.encode1(self.down1(skip0))
        skip2 = self.encode2(self.down2(skip1))
        local = self.encode3(self.down3(skip2))
        x = self.fuse(torch.cat([local, self._look_around(local, latent_BZ)], dim=1))
        x2 = self.decode2(self.merge2(x, skip2))
        x1 = self.decode1(self.merge1(x2, skip1))
        x0 = self.decode0(self.merge0(x1, skip0))
        return x0, x1, x2

    def _look_around(self, local_BCHW: Tensor, latent_BZ: Tensor | None) -> Tensor:
        grid_BDHW: Tensor = self.positions(self.tokens(local_BCHW))
        tokens_BND = grid_BDHW.flatten(2).transpose(1, 2)
        for vary, layer in zip(self.variation, self.vit, strict=True):
            if latent_BZ is not None:
                tokens_BND = vary(tokens_BND, latent_BZ)
            tokens_BND = layer(tokens_BND)
        return tokens_BND.transpose(1, 2).reshape(grid_BDHW.shape)


@register(
    "semantic_layout",
    NetworkSpec(task="layout", multiple_of=16, minimum_px=64, native_px=256, inputs=_INPUTS),
)
def semantic_layout() -> SemanticLayoutNet:
    """The product's stage 1."""
    return SemanticLayoutNet()


@register(
    "semantic_layout_tiny",
    NetworkSpec(task="layout", multiple_of=16, minimum_px=64, native_px=64, inputs=_INPUTS),
)
def semantic_layout_tiny() -> SemanticLayoutNet:
    """A few thousand parameters, for tests of everything around it."""
    return SemanticLayoutNet((8, 8, 16, 16), width=16, layers=1)
