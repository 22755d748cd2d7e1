"""Who it is: a face crop -> 128 numbers that lie near each other for photographs of one person."""

# B batch, C channels, D length of an embedding, H W pixels

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.registry import register
from facerestore_models.spec import NetworkSpec
from facerestore_resources.network_shapes import FACE_WINDOW, Window

EMBEDDING_LENGTH: Final = 128
SAME_PERSON: Final = 0.6
"""Distance of two embeddings below which dlib calls two photographs one person's."""
INPUT_PX: Final = 150

_MEAN_RGB: Final = (122.782, 117.001, 104.298)
_DIVISOR: Final = 256.0


class EmbedderBlock(nn.Module):
    """Two 3x3 convolutions beside the input, with a ReLU after the sum.

    ``halves``: the first convolution has stride 2 and no padding, the input is averaged over 2 x 2 pixels; what the
    smaller of both lacks in channels, rows or columns is zero.
    """

    def __init__(self, in_chs: int, out_chs: int, *, halves: bool) -> None:
        super().__init__()
        self.halves = halves
        self.first = nn.Conv2d(in_chs, out_chs, 3, stride=2 if halves else 1, padding=0 if halves else 1)
        self.second = nn.Conv2d(out_chs, out_chs, 3, padding=1)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        change = self.second(torch.relu(self.first(x_BCHW)))
        if not self.halves:
            return torch.relu(x_BCHW + change)
        pooled = F.avg_pool2d(x_BCHW, 2)
        (high, wide), (high_change, wide_change) = pooled.shape[-2:], change.shape[-2:]
        more_chs = change.shape[1] - pooled.shape[1]
        pooled = F.pad(pooled, (0, 0, 0, 0, 0, more_chs))
        change = F.pad(change, (0, wide - wide_change, 0, high - high_change))
        return torch.relu(pooled + change)


class FaceEmbedder(nn.Module):
    """Face crop -> embedding: the face recognition ResNet of dlib (Davis King, 2017), 5.6 M parameters.

    27 convolutions after He et al., CVPR 2016, learnt with a metric loss so that photographs of one person lie within
    0.6 of each other. Here the scale layers are folded into the convolutions, and the face is a fixed square of the
    CelebA-HQ frame in place of dlib's own alignment. Differentiable, so that a distance can be a loss.
    """

    def __init__(
        self,
        chs: Sequence[int] = (32, 64, 128, 256),
        repeats: Sequence[int] = (3, 3, 2, 2),
        window: Window = FACE_WINDOW,
    ) -> None:
        super().__init__()
        self.window = window
        self.stem = nn.Conv2d(3, chs[0], 7, stride=2)
        blocks: list[EmbedderBlock] = []
        before = chs[0]
        for width, count in zip(chs, repeats, strict=True):
            if width != before or blocks:
                blocks.append(EmbedderBlock(before, width, halves=True))
            blocks += [EmbedderBlock(width, width, halves=False) for _ in range(count)]
            before = width
        blocks.append(EmbedderBlock(before, before, halves=True))
        self.blocks = nn.ModuleList(blocks)
        self.embed = nn.Linear(before, EMBEDDING_LENGTH, bias=False)
        self.register_buffer("mean", torch.tensor(_MEAN_RGB).view(1, 3, 1, 1) / 255, persistent=False)

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor | None = None) -> Tensor:
        """The embeddings (B, 128), not normalised, of crops 0...1 in the CelebA-HQ frame, at least 64 px.

        A hole (1 = hidden) is seen as the mean colour of faces.
        """
        assert isinstance(self.mean, Tensor)
        x = crop_B3HW - self.mean
        if hole_B1HW is not None:
            x = x * (1 - hole_B1HW)
        x = self.stem(self._looked_at(x) * (255 / _DIVISOR))
        x = F.max_pool2d(torch.relu(x), 3, 2)
        for block in self.blocks:
            x = block(x)
        embedding: Tensor = self.embed(x.mean(dim=(2, 3)))
        return embedding

    def _looked_at(self, x_B3HW: Tensor) -> Tensor:
        height, width = x_B3HW.shape[-2:]
        top, left = round(self.window.top * height), round(self.window.left * width)
        high, wide = round(self.window.side * height), round(self.window.side * width)
        square = x_B3HW[..., top : top + high, left : left + wide]
        return F.interpolate(
            square, size=(INPUT_PX, INPUT_PX), mode="bilinear", align_corners=False, antialias=high > INPUT_PX
        )


@register(
    "face_embedder",
    NetworkSpec(task="embedding", multiple_of=16, minimum_px=64, native_px=256),
)
def face_embedder() -> FaceEmbedder:
    """The product's face embedding."""
    return FaceEmbedder()


@register(
    "face_embedder_tiny",
    NetworkSpec(task="embedding", multiple_of=16, minimum_px=64, native_px=64),
)
def face_embedder_tiny() -> FaceEmbedder:
    """A few thousand parameters, for tests of everything around it."""
    return FaceEmbedder((4, 8, 8, 16), repeats=(1, 1, 1, 1))
