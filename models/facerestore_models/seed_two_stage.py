"""The seed paper's two networks, rebuilt to be compared with. They ship without weights."""

# B batch, C channels, D width, H W pixels, K classes, N queries, M keys

import math
from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.registry import register
from facerestore_models.spec import Input, NetworkSpec
from facerestore_models.texture_inputs import TextureInputs
from facerestore_resources.face_classes import CLASS_COUNT

SEED_CLASSES: Final = CLASS_COUNT + 1
_SLOPE: Final = 0.2
_HIDDEN_KEY: Final = -1e4
_TEXTURE_INPUTS: Final[frozenset[Input]] = frozenset({"crop", "hole", "layout"})


class SeedLayoutNet(nn.Module):
    """Stage 1 of arXiv 2512.05039: CNN and ViT branches, fused by 1x1, a decoder with skips, 20 classes.

    Known of it: 3 residual blocks; a ViT of 6 layers, 8 heads, width 768 on patches of the masked crop and its
    hole; 4 up-sampling blocks with skips; K = 20. The rest is a reconstruction: patch 16, widths 64 to 512, group
    normalisation. CelebAMask-HQ has 19 labels with the background, so that the 20th can only be "unknown". No
    label names it; it takes part in the softmax of ``all_logits`` and is left out of the answer, whose softmax is
    the layout given that it is known.

    52.1 M parameters, 23.9 GMAC at 256 px (measured).
    """

    def __init__(
        self, chs: Sequence[int] = (64, 128, 256, 512), width: int = 768, layers: int = 6, decoder_chs: int = 32
    ) -> None:
        # who restores photos need not have timm, nor wait 0.6 s for it: it comes with facerestore[training]
        from timm.models.vision_transformer import VisionTransformer

        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(4, c0, 3, stride=2, padding=1)
        self.down1, self.down2, self.down3 = _Residual(c0, c1), _Residual(c1, c2), _Residual(c2, c3)
        self.vit = VisionTransformer(
            img_size=256,
            patch_size=16,
            in_chans=4,
            num_classes=0,
            global_pool="",
            embed_dim=width,
            depth=layers,
            num_heads=8,
            class_token=False,
            dynamic_img_size=True,
            # PyTorch's own initialisation: timm's takes four seconds
            weight_init="skip",
        )
        assert self.vit.pos_embed is not None
        nn.init.normal_(self.vit.pos_embed, std=0.02)
        self.fuse = nn.Conv2d(c3 + width, c3, 1)
        self.up3, self.up2 = _Up(c3, c2, c2), _Up(c2, c1, c1)
        self.up1, self.up0 = _Up(c1, c0, c0), _Up(c0, 4, decoder_chs)
        self.head = nn.Conv2d(decoder_chs, SEED_CLASSES, 1)

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor, latent_BZ: Tensor | None = None) -> Tensor:
        """Logits (B, 19, H/2, W/2) of a crop 0...1 that is zero in the hole (1 = restore).

        ``latent`` is taken like every stage 1's and not used: this one has a single answer.
        """
        return F.avg_pool2d(self.all_logits(crop_B3HW, hole_B1HW)[:, :CLASS_COUNT], 2)

    def all_logits(self, crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        """Logits (B, 20, H, W); the last class is "unknown"."""
        raw = _raw(crop_B3HW, hole_B1HW)
        skip1 = self.stem(raw)
        skip2 = self.down1(skip1)
        skip3 = self.down2(skip2)
        local = self.down3(skip3)
        tokens_BND: Tensor = self.vit.forward_features(raw)
        far = tokens_BND.transpose(1, 2).reshape(len(local), -1, *local.shape[-2:])
        x = self.fuse(torch.cat([local, far], dim=1))
        x = self.up1(self.up2(self.up3(x, skip3), skip2), skip1)
        logits: Tensor = self.head(self.up0(x, raw))
        return logits


class SeedTextureNet(nn.Module):
    """Stage 2 of arXiv 2512.05039: masked crop, hole and soft layout -> the whole crop, painted, growing.

    Known of it: multi-scale contextual ("dynamic") attention, a "multi-modal" generator, progressive training. The
    rest is a reconstruction: encoder 48 to 384 channels, four dilated residual blocks, attention at an eighth and a
    quarter of the side, a decoder modulated by the layout (SPADE, Park et al., CVPR 2019). Each of the scales 1/4,
    1/2 and 1 has an RGB output, which adds its detail to the enlarged coarser picture. The layout's 20th class,
    "unknown", is the share of a hole cell for which the layout names no class.

    15.3 M parameters, 47.9 GMAC at 256 px (measured).
    """

    def __init__(self, chs: Sequence[int] = (48, 96, 192, 384), hidden_chs: int = 64) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(4 + SEED_CLASSES, c0, 3, padding=1)
        self.down1, self.down2, self.down3 = _Residual(c0, c1), _Residual(c1, c2), _Residual(c2, c3)
        self.bottleneck = nn.Sequential(*(_Dilated(c3, dilation) for dilation in (1, 2, 4, 8)))
        self.attention3, self.attention2 = _SeedAttention(c3, pool=1), _SeedAttention(c2, pool=2)
        self.decode3 = _SpadeBlock(c3, hidden_chs)
        self.merges = nn.ModuleList(_Up(a, b, b, convolutions=1) for a, b in ((c3, c2), (c2, c1), (c1, c0)))
        self.decodes = nn.ModuleList(_SpadeBlock(c, hidden_chs) for c in (c2, c1, c0))
        self.heads = nn.ModuleList(nn.Conv2d(c, 3, 3, padding=1) for c in (c2, c1, c0))
        for head in self.heads:
            assert isinstance(head, nn.Conv2d)
            # what has not grown yet adds nothing
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)  # type: ignore[arg-type]

    def forward(self, inputs: TextureInputs, growth: float = 2.0) -> Tensor:
        """The painted crop, unclipped around 0...1; the caller keeps the visible pixels.

        There is a single answer: only crop, hole and layout are read. ``growth`` 0...2: 0 paints (B, 3, H/4, W/4), up
        to 1 the side is H/2, whose detail counts by growth, up to 2 it is H, whose detail counts by growth - 1.
        """
        crop_B3HW, hole_B1HW = inputs.crop, inputs.hole
        layouts = _with_unknown(inputs.layout, hole_B1HW)
        raw = _raw(crop_B3HW, hole_B1HW)
        skip0 = self.stem(torch.cat([raw, _resized(layouts, raw)], dim=1))
        skip1 = self.down1(skip0)
        skip2 = self.down2(skip1)
        x = self.bottleneck(self.down3(skip2))
        hole_B1HW = hole_B1HW.to(x.dtype)
        hole3, hole2 = F.max_pool2d(hole_B1HW, 8), F.max_pool2d(hole_B1HW, 4)
        x = self.attention3(x, hole3, _resized(layouts, x), only_visible=True)
        x = self.decode3(x, _resized(layouts, x))
        picture = torch.full_like(crop_B3HW[..., ::4, ::4], 0.5)
        for level, skip in enumerate((skip2, skip1, skip0)[: 1 + math.ceil(growth)]):
            x = self.merges[level](x, skip)
            if level == 0:
                # the hole was filled at the coarser scale: all of it may be looked at
                x = self.attention2(x, hole2, _resized(layouts, x), only_visible=False)
            x = self.decodes[level](x, _resized(layouts, x))
            if level > 0:
                picture = F.interpolate(picture, scale_factor=2, mode="bilinear", align_corners=False)
            picture = picture + min(1.0, growth - level + 1) * self.heads[level](F.leaky_relu(x, _SLOPE)).float()
        return picture


class _Residual(nn.Module):
    """3x3 of stride 2 and 3x3 beside a 1x1 shortcut of stride 2; group-normalised, pre-activated."""

    def __init__(self, in_chs: int, out_chs: int) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(8, in_chs), nn.GroupNorm(8, out_chs)
        self.first = nn.Conv2d(in_chs, out_chs, 3, stride=2, padding=1)
        self.second = nn.Conv2d(out_chs, out_chs, 3, padding=1)
        self.shortcut = nn.Conv2d(in_chs, out_chs, 1)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        y = self.first(F.leaky_relu(self.norm1(x_BCHW), _SLOPE))
        y = self.second(F.leaky_relu(self.norm2(y), _SLOPE))
        # torch 2.15 crashes on CPUs in the backward pass of a 1x1 convolution of stride 2 with 8 channels
        answer: Tensor = self.shortcut(x_BCHW[..., ::2, ::2]) + y
        return answer


class _Dilated(nn.Module):
    """x + 1x1(3x3 dilated(x)); group-normalised, pre-activated."""

    def __init__(self, chs: int, dilation: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(8, chs)
        self.first = nn.Conv2d(chs, chs, 3, padding=dilation, dilation=dilation)
        self.second = nn.Conv2d(chs, chs, 1)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        y = self.first(F.leaky_relu(self.norm(x_BCHW), _SLOPE))
        answer: Tensor = x_BCHW + self.second(F.leaky_relu(y, _SLOPE))
        return answer


class _Up(nn.Module):
    """Nearest enlargement by two, concatenation of the skip, 3x3 convolutions."""

    def __init__(self, in_chs: int, skip_chs: int, out_chs: int, convolutions: int = 2) -> None:
        super().__init__()
        chs = [in_chs + skip_chs] + [out_chs] * convolutions
        self.convolutions = nn.ModuleList(
            nn.Conv2d(chs[step], chs[step + 1], 3, padding=1) for step in range(convolutions)
        )

    def forward(self, x_BCHW: Tensor, skip_BCHW: Tensor) -> Tensor:
        x = torch.cat([F.interpolate(x_BCHW, scale_factor=2, mode="nearest"), skip_BCHW.to(x_BCHW.dtype)], dim=1)
        for convolution in self.convolutions:
            x = F.leaky_relu(convolution(x), _SLOPE)
        return x


class _SpadeBlock(nn.Module):
    """A residual block of two 3x3, whose normalised input is scaled and shifted by the layout."""

    def __init__(self, chs: int, hidden_chs: int) -> None:
        super().__init__()
        self.read = nn.Conv2d(SEED_CLASSES, hidden_chs, 3, padding=1)
        self.write = nn.Conv2d(hidden_chs, 2 * chs, 3, padding=1)
        self.first = nn.Conv2d(chs, chs, 3, padding=1)
        self.second = nn.Conv2d(chs, chs, 3, padding=1)

    def forward(self, x_BCHW: Tensor, layout_BKHW: Tensor) -> Tensor:
        gamma, beta = self.write(F.leaky_relu(self.read(layout_BKHW), _SLOPE)).chunk(2, dim=1)
        y = self.first(F.leaky_relu(F.group_norm(x_BCHW, 1) * (1 + gamma) + beta, _SLOPE))
        answer: Tensor = x_BCHW + self.second(F.leaky_relu(y, _SLOPE))
        return answer


class _SeedAttention(nn.Module):
    """x + sigmoid(gate(x, hole)) * attention, logits q.k / sqrt(d) + b <S_q, S_k>, b learned; keys pooled."""

    def __init__(self, chs: int, pool: int) -> None:
        super().__init__()
        self.pool = pool
        self.query, self.key_value = nn.Conv2d(chs, chs, 1), nn.Conv2d(chs, 2 * chs, 1)
        self.out, self.gate = nn.Conv2d(chs, chs, 1), nn.Conv2d(chs + 1, chs, 1)
        self.affinity = nn.Parameter(torch.ones(()))

    def forward(self, x_BCHW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor, *, only_visible: bool) -> Tensor:
        """``only_visible``: hole cells are no keys."""
        normed = F.group_norm(x_BCHW, 1)
        key, value = self.key_value(F.avg_pool2d(normed, self.pool)).flatten(2).transpose(1, 2).chunk(2, dim=2)
        keys_layout = F.avg_pool2d(layout_BKHW, self.pool).flatten(2).float()
        bias_BNM = self.affinity * torch.einsum("bkn,bkm->bnm", layout_BKHW.flatten(2).float(), keys_layout)
        if only_visible:
            bias_BNM = bias_BNM + _HIDDEN_KEY * F.max_pool2d(hole_B1HW, self.pool).flatten(2).float()
        query = self.query(normed).flatten(2).transpose(1, 2)
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=bias_BNM.to(query.dtype))
        merged = attended.transpose(1, 2).reshape(x_BCHW.shape)
        gate = torch.sigmoid(self.gate(torch.cat([normed, hole_B1HW.to(normed.dtype)], dim=1)))
        answer: Tensor = x_BCHW + gate * self.out(merged)
        return answer


def _raw(crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """Crop -1...1 with zero in the hole, and the hole."""
    return torch.cat([(2 * crop_B3HW - 1) * (1 - hole_B1HW), hole_B1HW], dim=1)


def _with_unknown(layout_BKHW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """19 classes to 20: the more evenly a hole cell's layout is spread, the more of it is unknown."""
    classes = layout_BKHW.shape[1]
    certain = (layout_BKHW.amax(dim=1, keepdim=True) - 1 / classes) / (1 - 1 / classes)
    unknown = F.avg_pool2d(hole_B1HW, 2).to(layout_BKHW.dtype) * (1 - certain)
    return torch.cat([layout_BKHW * (1 - unknown), unknown], dim=1)


def _resized(layout_BKHW: Tensor, like_BCHW: Tensor) -> Tensor:
    height, width = like_BCHW.shape[-2:]
    if height > layout_BKHW.shape[-2]:
        resized = F.interpolate(layout_BKHW, size=(height, width), mode="bilinear", align_corners=False)
    else:
        resized = F.adaptive_avg_pool2d(layout_BKHW, (height, width))
    return resized.to(like_BCHW.dtype)


@register("seed_layout", NetworkSpec(task="layout", multiple_of=16, minimum_px=64, native_px=256))
def seed_layout() -> SeedLayoutNet:
    """The seed paper's stage 1 at its own size."""
    return SeedLayoutNet()


@register("seed_layout_tiny", NetworkSpec(task="layout", multiple_of=16, minimum_px=64, native_px=64))
def seed_layout_tiny() -> SeedLayoutNet:
    """The same plan with few parameters, for tests."""
    return SeedLayoutNet((8, 8, 16, 16), width=16, layers=1, decoder_chs=8)


@register(
    "seed_texture", NetworkSpec(task="texture", multiple_of=32, minimum_px=64, native_px=256, inputs=_TEXTURE_INPUTS)
)
def seed_texture() -> SeedTextureNet:
    """The seed paper's stage 2 at its own size."""
    return SeedTextureNet()


@register(
    "seed_texture_tiny",
    NetworkSpec(task="texture", multiple_of=32, minimum_px=64, native_px=64, inputs=_TEXTURE_INPUTS),
)
def seed_texture_tiny() -> SeedTextureNet:
    """The same plan with few parameters, for tests."""
    return SeedTextureNet((8, 8, 16, 16), hidden_chs=8)
