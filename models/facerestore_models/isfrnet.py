"""ISFRNet: a face prior, a shallow refiner, a U-Net with two encoders (our reconstruction; KSII TIIS 17(3), 2023)."""

# B batch, C channels, D style length, H W pixels, L layers with a style, N cells

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.attention import Positions
from facerestore_models.blocks.convolution import Downsample, Merge, stage
from facerestore_models.blocks.membrane import membrane
from facerestore_models.registry import register
from facerestore_models.spec import Input, NetworkSpec
from facerestore_models.style_generator import StyleGenerator
from facerestore_models.texture_inputs import TextureInputs

Stage = Literal["prior", "refined", "painted"]

_SLOPE: Final = 0.2
_INPUTS: Final[frozenset[Input]] = frozenset({"crop", "hole", "noise"})


class StyleEncoder(nn.Module):
    """A damaged face -> W+, one style for each layer of the generator, through a pyramid of features.

    After pSp (Richardson et al., Encoding in Style, CVPR 2021): coarse styles are read from the coarsest features,
    fine ones from the finest. What reads them is not its convolutions but attention with a learned query for each
    layer (as Hu et al., Style Transformer, CVPR 2022), which has a fifth of the parameters.
    """

    def __init__(self, chs: Sequence[int], width: int, style_count: int, heads: int = 8) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(16, c0, 3, padding=1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 1)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 1)
        self.down3, self.encode3 = Downsample(c2, c3), stage(c3, 2)
        self.lateral2, self.lateral1 = nn.Conv2d(c2, c3, 1), nn.Conv2d(c1, c3, 1)
        self.merge2, self.merge1 = Merge(c3, c3), Merge(c3, c3)
        middle = min(8, style_count)
        self.counts = (min(4, style_count), middle - min(4, style_count), style_count - middle)
        self.readers = nn.ModuleList(_StyleReader(c3, width, count, heads) for count in self.counts if count)

    def forward(self, smooth_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        """(B, L, D) for a photo 0...1 whose hole (1) is filled smoothly; sides are multiples of 16."""
        x = self.stem(F.pixel_unshuffle(torch.cat([2 * smooth_B3HW - 1, hole_B1HW], dim=1), 2))
        x1 = self.encode1(self.down1(x))
        x2 = self.encode2(self.down2(x1))
        x3 = self.encode3(self.down3(x2))
        x2 = self.merge2(x3, self.lateral2(x2))
        x1 = self.merge1(x2, self.lateral1(x1))
        pyramid = [level for level, count in zip((x3, x2, x1), self.counts, strict=True) if count]
        return torch.cat([reader(level) for reader, level in zip(self.readers, pyramid, strict=True)], dim=1)

    def mean_styles(self) -> Tensor:
        """(L, D): what a face's styles are learnt as differences to."""
        return torch.cat([reader.mean for reader in self.readers if isinstance(reader, _StyleReader)])


class _StyleReader(nn.Module):
    """Some styles from one map: a query for each attends to its cells in several heads, then an MLP."""

    def __init__(self, chs: int, width: int, count: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.positions = Positions(chs)
        self.norm = nn.GroupNorm(1, chs)
        self.query = nn.Parameter(torch.randn(1, count, width))
        self.key_value = nn.Conv2d(chs, 2 * width, 1)
        self.hidden = nn.Linear(width, width)
        self.out = nn.Parameter(torch.randn(count, width, width) * width**-0.5)
        self.mean = nn.Parameter(torch.zeros(count, width))

    def forward(self, x_BCHW: Tensor) -> Tensor:
        """(B, count, D)."""
        batch, width = len(x_BCHW), self.query.shape[-1]
        key, value = self.key_value(self.norm(self.positions(x_BCHW))).flatten(2).transpose(1, 2).chunk(2, dim=2)
        query = self.query.expand(batch, -1, -1).to(key.dtype)

        def split(tokens_BND: Tensor) -> Tensor:
            return tokens_BND.reshape(batch, -1, self.heads, width // self.heads).transpose(1, 2)

        read = F.scaled_dot_product_attention(split(query), split(key), split(value))
        hidden = F.leaky_relu(self.hidden(read.transpose(1, 2).reshape(batch, -1, width)), _SLOPE)
        styles: Tensor = torch.einsum("bnh,nhd->bnd", hidden.float(), self.out.float()) + self.mean
        return styles


class FacePrior(nn.Module):
    """Stage 1: a damaged face -> a whole one that resembles it, by way of W+."""

    def __init__(
        self, encoder_chs: Sequence[int], generator_chs: Sequence[int], width: int, mapping_layers: int
    ) -> None:
        super().__init__()
        self.generator = StyleGenerator(generator_chs, width, mapping_layers)
        self.encoder = StyleEncoder(encoder_chs, width, self.generator.style_count)

    def forward(self, smooth_B3HW: Tensor, hole_B1HW: Tensor, noise_BNHW: Tensor | None) -> Tensor:
        """(B, 3, H, W): read and painted at the generator's size or, where the crop is smaller, at the largest of its
        blocks' that fits; enlarged to that of the crop."""
        height, width = smooth_B3HW.shape[-2:]
        side = min(self.generator.size_px, 2 ** (min(height, width).bit_length() - 1))
        if (height, width) != (side, side):
            smooth_B3HW, hole_B1HW = (_resized(x, (side, side)) for x in (smooth_B3HW, hole_B1HW))
        face: Tensor = self.generator(self.encoder(smooth_B3HW, hole_B1HW), noise_BNHW, side)
        return face if (height, width) == (side, side) else _resized(face, (height, width))


class ShallowRefiner(nn.Module):
    """Stage 2: the prior's face, corrected from what is visible close by: five 3x3 convolutions at cells of 2 px see
    22 px, so that texture and tone are refined and the face's structure is not invented anew."""

    def __init__(self, chs: int) -> None:
        super().__init__()
        widths = [28, *(chs,) * 4, 12]
        self.convolutions = nn.ModuleList(nn.Conv2d(a, b, 3, padding=1) for a, b in pairwise(widths))
        last = self.convolutions[-1]
        assert isinstance(last, nn.Conv2d)
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)  # type: ignore[arg-type]

    def forward(self, face_B3HW: Tensor, crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        x = F.pixel_unshuffle(
            torch.cat([2 * face_B3HW - 1, (2 * crop_B3HW - 1) * (1 - hole_B1HW), hole_B1HW], dim=1), 2
        )
        for index, convolution in enumerate(self.convolutions):
            x = convolution(F.leaky_relu(x, _SLOPE) if index else x)
        return face_B3HW + F.pixel_shuffle(x, 2).float()


class TwoEncoderUNet(nn.Module):
    """Stage 3: two encoders, one for the damaged photo and its hole, one for stage 2's face; one decoder.

    It paints the difference to the membrane that the first encoder reads.
    """

    def __init__(self, chs: Sequence[int], blocks: int) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.photo, self.face = _Encoder(chs), _Encoder(chs)
        self.fuse = nn.ModuleList(nn.Conv2d(2 * c, c, 1) for c in chs)
        self.bottleneck = nn.Sequential(Positions(c3), stage(c3, blocks))
        self.merge2, self.decode2 = Merge(c3, c2), stage(c2, 2)
        self.merge1, self.decode1 = Merge(c2, c1), stage(c1, 2)
        self.merge0, self.decode0 = Merge(c1, c0), stage(c0, 1)
        self.enlarge = nn.Conv2d(c0, 4 * 16, 1)
        self.refine = nn.Conv2d(16 + 7, 16, 3, padding=1)
        self.paint = nn.Conv2d(16, 3, 3, padding=1)
        nn.init.zeros_(self.paint.weight)
        nn.init.zeros_(self.paint.bias)  # type: ignore[arg-type]

    def forward(self, smooth_B3HW: Tensor, face_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        photo = torch.cat([2 * smooth_B3HW - 1, hole_B1HW], dim=1)
        face = torch.cat([2 * face_B3HW - 1, hole_B1HW], dim=1)
        pairs = zip(self.photo(photo), self.face(face), self.fuse, strict=True)
        skip0, skip1, skip2, x = (fuse(torch.cat([one, other], dim=1)) for one, other, fuse in pairs)
        x = self.bottleneck(x)
        x = self.decode2(self.merge2(x, skip2))
        x = self.decode1(self.merge1(x, skip1))
        x = self.decode0(self.merge0(x, skip0))
        fine = F.pixel_shuffle(self.enlarge(F.leaky_relu(x, _SLOPE)), 2)
        fine = self.refine(torch.cat([fine, photo.to(fine.dtype), face[:, :3].to(fine.dtype)], dim=1))
        change: Tensor = self.paint(F.leaky_relu(fine, _SLOPE))
        return smooth_B3HW + change.float()


class _Encoder(nn.Module):
    """Four maps, of 2, 4, 8 and 16 px a cell."""

    def __init__(self, chs: Sequence[int]) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(16, c0, 3, padding=1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 1)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 1)
        self.down3 = Downsample(c2, c3)

    def forward(self, x_B4HW: Tensor) -> tuple[Tensor, ...]:
        x0 = self.stem(F.pixel_unshuffle(x_B4HW, 2))
        x1 = self.encode1(self.down1(x0))
        x2 = self.encode2(self.down2(x1))
        return x0, x1, x2, self.down3(x2)


class IsfrNet(nn.Module):
    """Masked crop, hole and noise -> the whole crop, painted, in three stages: a prior that paints a whole face by way
    of a generator's styles, a shallow refiner with a small receptive field, and a U-Net with two encoders.

    It follows no layout. What it invents comes from the generator; the membrane keeps small holes where they are.
    """

    def __init__(
        self,
        *,
        encoder_chs: Sequence[int] = (32, 64, 128, 160),
        generator_chs: Sequence[int] = (192, 192, 128, 96, 48, 16),
        width: int = 256,
        mapping_layers: int = 4,
        refiner_chs: int = 32,
        chs: Sequence[int] = (32, 64, 96, 128),
        blocks: int = 3,
    ) -> None:
        super().__init__()
        self.prior = FacePrior(encoder_chs, generator_chs, width, mapping_layers)
        self.refiner = ShallowRefiner(refiner_chs)
        self.unet = TwoEncoderUNet(chs, blocks)

    def forward(self, inputs: TextureInputs, until: Stage = "painted") -> Tensor:
        """The painted crop (B, 3, H, W), unclipped around 0...1; the caller keeps the visible pixels.

        ``until``: "prior" for stage 1's face, "refined" for stage 2's.
        """
        return self.stages(inputs, until)[-1]

    def stages(self, inputs: TextureInputs, until: Stage = "painted") -> list[Tensor]:
        """The pictures of all stages, in their order, up to one."""
        crop, hole = inputs.crop, inputs.hole
        smooth = self.smoothed(crop, hole)
        pictures = [self.prior(smooth, hole, inputs.noise)]
        if until != "prior":
            pictures.append(self.refiner(pictures[0], crop, hole))
        if until == "painted":
            pictures.append(self.unet(smooth, pictures[1], hole))
        return pictures

    @staticmethod
    def smoothed(crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        """The crop with its hole filled by a membrane, which is what encoders read."""
        # for three channels the quicker order of memory
        return membrane(crop_B3HW.contiguous(), hole_B1HW.contiguous())


def _resized(picture_BCHW: Tensor, size: tuple[int, int]) -> Tensor:
    """Averaged where it becomes smaller, interpolated where it becomes larger."""
    if size[0] < picture_BCHW.shape[-2]:
        return F.interpolate(picture_BCHW, size=size, mode="area")
    return F.interpolate(picture_BCHW, size=size, mode="bilinear", align_corners=False)


@register("isfrnet", NetworkSpec(task="texture", multiple_of=16, minimum_px=64, native_px=256, inputs=_INPUTS))
def isfrnet() -> IsfrNet:
    """Small enough to be trained on two CPU cores: a generator of 128 px, styles of 256 numbers."""
    return IsfrNet()


@register("isfrnet_large", NetworkSpec(task="texture", multiple_of=16, minimum_px=64, native_px=256, inputs=_INPUTS))
def isfrnet_large() -> IsfrNet:
    """For a GPU: a generator of 256 px with the public networks' widths, styles of 512 numbers."""
    return IsfrNet(
        encoder_chs=(64, 128, 256, 512),
        generator_chs=(512, 512, 512, 512, 512, 256, 128),
        width=512,
        mapping_layers=8,
        refiner_chs=64,
        chs=(48, 96, 192, 256),
        blocks=6,
    )


@register("isfrnet_tiny", NetworkSpec(task="texture", multiple_of=16, minimum_px=64, native_px=64, inputs=_INPUTS))
def isfrnet_tiny() -> IsfrNet:
    """The same plan with few parameters, for tests."""
    return IsfrNet(
        encoder_chs=(8, 8, 8, 8),
        generator_chs=(8, 8, 8, 8, 8),
        width=16,
        mapping_layers=2,
        refiner_chs=8,
        chs=(8, 8, 8, 8),
        blocks=1,
    )
