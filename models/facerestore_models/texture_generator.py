"""Stage 2: texture for the hole, following the layout."""

# B batch, C channels, D style length, H W pixels, K classes, R references, Z latent length, h w cells of 16 px

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.attention import (
    MIRROR_BIAS,
    REFERENCE_BIAS,
    BorrowedBias,
    BorrowedCells,
    DynamicAttention,
    Positions,
)
from facerestore_models.blocks.convolution import Downsample, Merge, ResidualBlock, stage
from facerestore_models.blocks.membrane import membrane
from facerestore_models.blocks.modulation import Modulation, RegionStyles, StyleSums
from facerestore_models.registry import register
from facerestore_models.spec import NetworkSpec
from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED

LATENT_CHS: Final = 32
NOISE_MAPS: Final = 3


@dataclass(frozen=True, eq=False)
class ReferenceFeatures:
    """What further photographs of the person lend to a painting: R for each of B pictures.

    ``cells``: features (B, R, C, h, w) for each attention of the network, in its order; ``layout_BRKhw``,
    ``hole_BR1hw``: their layouts and holes at that size; ``styles``: sums (B, R, K, D) and masses (B, R, K, 1) of their
    regions; ``present_BR``: which of them count, because pictures of a batch may have few.
    """

    cells: tuple[Tensor, ...]
    layout_BRKhw: Tensor
    hole_BR1hw: Tensor
    styles: StyleSums
    present_BR: Tensor

    def arranged(self, places_BR: Tensor) -> "ReferenceFeatures":
        """For a batch, from the references of one picture (B = 1): which of them each has, -1 for none."""
        chosen = places_BR.clamp(min=0)
        return ReferenceFeatures(
            tuple(cells[0][chosen] for cells in self.cells),
            self.layout_BRKhw[0][chosen],
            self.hole_BR1hw[0][chosen],
            StyleSums(self.styles.sums_BKD[0][chosen], self.styles.mass_BK1[0][chosen]),
            places_BR >= 0,
        )

    def style_sums(self) -> StyleSums:
        """The references of each picture taken together."""
        counts = self.present_BR[..., None, None]
        return StyleSums(
            (self.styles.sums_BKD * counts).sum(dim=1),
            (self.styles.mass_BK1 * counts).sum(dim=1),
        )


@dataclass(frozen=True, eq=False)
class _Encoded:
    """A crop at the foot of the bottleneck, and all that was met on the way: finest first."""

    smooth: Tensor
    raw: Tensor
    layouts: list[Tensor]
    holes: list[Tensor]
    skips: tuple[Tensor, Tensor, Tensor]


class TextureGenerator(nn.Module):
    """Masked crop, hole, layout, latent and noise -> the whole crop, painted.

    A U-Net on pixel-unshuffled input whose bottleneck alternates convolutions with dynamic attention, whose
    decoder is modulated by layout and region styles at every scale, and which paints the difference to a membrane
    through the visible pixels: a thin scratch starts from what interpolation already knows.

    Attention also sees the crop's own mirror image, so that a hidden eye finds the visible one at its place, and
    references: further photographs of the person (the same idea with other means: EXE-GAN, Lu et al., 2022; TransRef,
    Liao et al., 2025).
    """

    partner: Tensor

    def __init__(
        self, chs: Sequence[int] = (32, 64, 128, 192), blocks: int = 6, style_chs: int = 32, heads: int = 6
    ) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(16 + CLASS_COUNT, c0, 3, padding=1)
        self.encode0 = stage(c0, 1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 2)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 2)
        self.styles = RegionStyles(c2, style_chs, LATENT_CHS)
        self.down3 = Downsample(c2, c3)
        self.positions = Positions(c3)
        self.restored_tone = nn.Parameter(torch.zeros(1, c3, 1, 1))
        self.bottleneck = nn.ModuleList(ResidualBlock(c3) for _ in range(blocks))
        self.attention = nn.ModuleList(DynamicAttention(c3, heads, pool=1) for _ in range(blocks))
        self.merge2 = Merge(c3, c2)
        self.attention2 = DynamicAttention(c2, heads=4, pool=2)
        self.modulate2, self.decode2 = Modulation(c2, style_chs), stage(c2, 2)
        self.merge1 = Merge(c2, c1)
        self.modulate1, self.decode1 = Modulation(c1, style_chs), stage(c1, 2)
        self.merge0 = Merge(c1, c0)
        self.modulate0, self.decode0 = Modulation(c0, style_chs), stage(c0, 1)
        self.enlarge = nn.Conv2d(c0, 4 * 16, 1)
        self.refine = nn.Conv2d(16 + 4, 16, 3, padding=1)
        self.paint = nn.Conv2d(16, 3, 3, padding=1)
        nn.init.zeros_(self.paint.weight)
        nn.init.zeros_(self.paint.bias)  # type: ignore[arg-type]
        self.register_buffer("partner", torch.tensor(FLIPPED), persistent=False)
        self.register_load_state_dict_pre_hook(upgrade_state)

    def forward(
        self,
        crop_B3HW: Tensor,
        hole_B1HW: Tensor,
        layout_BKHW: Tensor,
        latent_BZ: Tensor,
        noise_BNHW: Tensor,
        restore_tone_B: Tensor | None = None,
        references: ReferenceFeatures | None = None,
        *,
        mirror: bool = True,
    ) -> Tensor:
        """The painted crop (B, 3, H, W), unclipped around 0...1; the caller keeps the visible pixels.

        ``layout``: probabilities (B, 19, H/2, W/2). ``latent``: N(0, 1), (B, 32). ``noise``: N(0, 1),
        (B, 3, H/2, W/2), one map for each scale of the decoder. ``restore_tone``: 0 keeps the photograph's tone (as
        None does), 1 paints the tone that the print had when it was new. ``references``: what ``encode_reference``
        gave. ``mirror``: whether attention sees the crop's own mirror image.
        """
        seen = self._encoded(crop_B3HW, hole_B1HW, layout_BKHW)
        layouts, holes = seen.layouts, seen.holes
        noise_BNHW = noise_BNHW.to(layouts[0].dtype)
        lent = None if references is None else references.style_sums()
        styles = self.styles(seen.skips[2], layouts[2], holes[2], latent_BZ, lent)
        x = self._looked_around(seen, restore_tone_B, mirror=mirror, references=references)
        x = self.decode2(self.modulate2(x, layouts[2], styles, holes[2], noise_BNHW[:, 0:1, ::4, ::4]))
        x = self.merge1(x, seen.skips[1])
        x = self.decode1(self.modulate1(x, layouts[1], styles, holes[1], noise_BNHW[:, 1:2, ::2, ::2]))
        x = self.merge0(x, seen.skips[0])
        x = self.decode0(self.modulate0(x, layouts[0], styles, holes[0], noise_BNHW[:, 2:3]))
        fine = F.pixel_shuffle(self.enlarge(F.leaky_relu(x, 0.2)), 2)
        fine = F.leaky_relu(self.refine(torch.cat([fine, seen.raw.to(fine.dtype)], dim=1)), 0.2)
        change: Tensor = self.paint(fine)
        return seen.smooth + change.float()

    def encode_reference(self, crop_R3HW: Tensor, hole_R1HW: Tensor, layout_RKHW: Tensor) -> ReferenceFeatures:
        """What R photographs of the person lend, for one picture (B = 1): once for a photo, whatever is painted.

        Crops 0...1 in the same frame with zero in their own holes, best in the tone of the photo (``toned_like``), and
        their layouts (R, 19, H/2, W/2).
        """
        seen = self._encoded(crop_R3HW, hole_R1HW, layout_RKHW)
        kept: list[Tensor] = []
        self._looked_around(seen, None, mirror=True, references=None, kept=kept)
        sums = self.styles.sums(seen.skips[2], seen.layouts[2], seen.holes[2])
        return ReferenceFeatures(
            tuple(cells[None] for cells in kept),
            seen.layouts[3][None],
            seen.holes[3][None],
            StyleSums(sums.sums_BKD[None], sums.mass_BK1[None]),
            torch.ones(1, len(crop_R3HW), dtype=torch.bool, device=crop_R3HW.device),
        )

    def _encoded(self, crop_B3HW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor) -> _Encoded:
        smooth = membrane(crop_B3HW, hole_B1HW)
        raw = torch.cat([2 * smooth - 1, hole_B1HW], dim=1)
        x = self.stem(torch.cat([F.pixel_unshuffle(raw, 2), layout_BKHW], dim=1))
        layout_BKHW, hole_B1HW = layout_BKHW.to(x.dtype), hole_B1HW.to(x.dtype)
        # layouts are averaged and holes kept if any of their pixels is one: half-seen cells are not trusted
        layouts = [layout_BKHW] + [F.avg_pool2d(layout_BKHW, 2**step) for step in (1, 2, 3)]
        holes = [F.max_pool2d(hole_B1HW, 2**step) for step in (1, 2, 3, 4)]
        skip0 = self.encode0(x)
        skip1 = self.encode1(self.down1(skip0))
        skip2 = self.encode2(self.down2(skip1))
        return _Encoded(smooth, raw, layouts, holes, (skip0, skip1, skip2))

    def _looked_around(
        self,
        seen: _Encoded,
        restore_tone_B: Tensor | None,
        *,
        mirror: bool,
        references: ReferenceFeatures | None,
        kept: list[Tensor] | None = None,
    ) -> Tensor:
        """The bottleneck and the first step of the decoder: all that has attention. ``kept`` gets the cells of each."""
        layouts, holes = seen.layouts, seen.holes
        turned = None
        if mirror:
            turned = BorrowedCells.of(layouts[3].flip(3)[:, None, self.partner], holes[3].flip(3)[:, None])
        lie = None
        if references is not None:
            lie = BorrowedCells.of(references.layout_BRKhw, references.hole_BR1hw, references.present_BR)

        def attended(attend: DynamicAttention, x: Tensor, scale: int, number: int) -> Tensor:
            if kept is not None:
                kept.append(attend.cells(x))
            further = None if references is None or lie is None else (references.cells[number], lie)
            found: Tensor = attend(x, holes[scale], layouts[scale], turned, further)
            return found

        x = self.positions(self.down3(seen.skips[2]))
        if restore_tone_B is not None:
            x = x + restore_tone_B.view(-1, 1, 1, 1).to(x.dtype) * self.restored_tone
        for number, (block, attend) in enumerate(zip(self.bottleneck, self.attention, strict=True)):
            assert isinstance(attend, DynamicAttention)
            x = attended(attend, block(x), 3, number)
        return attended(self.attention2, self.merge2(x, seen.skips[2]), 2, len(self.attention))


def upgrade_state(
    network: nn.Module,
    state: dict[str, Tensor],
    prefix: str,
    metadata: dict[str, Any],
    strict: bool,  # noqa: FBT001
    missing: list[str],
    unexpected: list[str],
    errors: list[str],
) -> None:
    """Give the state of a network from before mirror image and references what it lacks, so that it paints as it did.

    A hook of ``load_state_dict``. All the keys of ``added_keys`` are missing or none is; anything else stays an error.
    """
    added = added_state(network)
    if not any(prefix + key in state for key in added):
        state.update({prefix + key: value for key, value in added.items()})


def added_state(network: nn.Module) -> dict[str, Tensor]:
    """The values, by key, that a fresh network has where one from before mirror image and references has nothing."""
    added: dict[str, Tensor] = {}
    for name, module in network.named_modules():
        if isinstance(module, DynamicAttention):
            fresh = nn.Conv2d(module.mirrored.in_channels, module.mirrored.out_channels, 1)
            nn.init.dirac_(fresh.weight)
            added[f"{name}.mirrored.weight"] = fresh.weight.detach()
            added[f"{name}.mirrored.bias"] = torch.zeros_like(fresh.bias)  # type: ignore[arg-type]
            for part, start in (("mirror_bias", MIRROR_BIAS), ("reference_bias", REFERENCE_BIAS)):
                bias = BorrowedBias(module.heads, start).state_dict()
                added |= {f"{name}.{part}.{key}": value for key, value in bias.items()}
    return added


@register(
    "texture_generator",
    NetworkSpec(task="texture", multiple_of=32, minimum_px=64, native_px=256),
)
def texture_generator() -> TextureGenerator:
    """The product's stage 2."""
    return TextureGenerator()


@register(
    "texture_generator_tiny",
    NetworkSpec(task="texture", multiple_of=32, minimum_px=64, native_px=64),
)
def texture_generator_tiny() -> TextureGenerator:
    """A few thousand parameters, for tests of everything around it."""
    return TextureGenerator((8, 8, 16, 16), blocks=1, style_chs=8, heads=2)
