"""Stage 2: texture for the hole, following the layout."""

# B batch, C channels, D style length, H W pixels, K classes, Z latent length

from collections.abc import Sequence
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.attention import DynamicAttention, Positions
from facerestore_models.blocks.borrowing import Borrowed, Borrowing, FittedLenders, LenderFeatures, Lenders, fitted
from facerestore_models.blocks.convolution import Downsample, Merge, ResidualBlock, stage
from facerestore_models.blocks.membrane import membrane
from facerestore_models.blocks.modulation import Modulation, RegionStyles
from facerestore_models.registry import register
from facerestore_models.spec import Input, NetworkSpec
from facerestore_models.texture_inputs import TextureInputs
from facerestore_resources import network_shapes
from facerestore_resources.face_classes import CLASS_COUNT

LATENT_CHS: Final = network_shapes.TEXTURE_LATENT_CHS
NOISE_MAPS: Final = network_shapes.NOISE_MAPS
_INPUTS: Final[frozenset[Input]] = frozenset(
    {"crop", "hole", "layout", "latent", "noise", "tone", "mirror", "references"}
)


class TextureGenerator(nn.Module):
    """Masked crop, hole, layout, latent and noise -> the whole crop, painted.

    A U-Net on pixel-unshuffled input whose bottleneck alternates convolutions with dynamic attention, whose
    decoder is modulated by layout and region styles at every scale, and which paints the difference to a membrane
    through the visible pixels: a thin scratch starts from what interpolation already knows. At the end the painting
    borrows from the crop's own mirror image, so that a hidden eye is like the visible one, and from references: further
    photographs of the person.
    """

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
        self.borrowing = Borrowing() if c0 > 8 else Borrowing((4, 4, 8))
        self.register_load_state_dict_pre_hook(upgrade_state)  # type: ignore[no-untyped-call]

    def forward(self, inputs: TextureInputs) -> Tensor:
        """The painted crop (B, 3, H, W), unclipped around 0...1; the caller keeps the visible pixels."""
        painted = self.painted(inputs)
        lenders = self.lenders(inputs)
        return painted if lenders is None else self.borrowed(painted, inputs, lenders).painted_B3HW

    def lenders(self, inputs: TextureInputs) -> FittedLenders | None:
        """Whom a painting borrows from: the mirror image first, then the references in their order, None for nobody.

        They depend on crop, hole and layout, and not on latent and noise.
        """
        found = inputs.references
        if inputs.mirror:
            own = Lenders.mirror(inputs.crop, inputs.hole, inputs.layout)
            found = own if found is None else own.joined(found)
        return None if found is None else fitted(inputs.crop, inputs.hole, inputs.layout, found)

    def borrowed(self, painted_B3HW: Tensor, inputs: TextureInputs, lenders: FittedLenders) -> Borrowed:
        """What ``painted`` becomes, and from whom each pixel is."""
        found: Borrowed = self.borrowing(painted_B3HW, inputs.hole, inputs.layout, lenders)
        return found

    def lender_features(self, inputs: TextureInputs, lenders: FittedLenders) -> LenderFeatures:
        """What lenders bring to all paintings of a crop: of it ``borrowing.borrow`` makes what ``borrowed`` does."""
        return self.borrowing.features(inputs.hole, inputs.layout, lenders)

    def painted(self, inputs: TextureInputs) -> Tensor:
        """What the network paints of its own, before it borrows: (B, 3, H, W).

        There is one map of noise for each scale of the decoder.
        """
        crop_B3HW, hole_B1HW, layout_BKHW = inputs.crop, inputs.hole, inputs.layout
        noise_BNHW = inputs.noise
        smooth = membrane(crop_B3HW, hole_B1HW)
        raw = torch.cat([2 * smooth - 1, hole_B1HW], dim=1)
        x = self.stem(torch.cat([F.pixel_unshuffle(raw, 2), layout_BKHW], dim=1))
        layout_BKHW, hole_B1HW, noise_BNHW = (c.to(x.dtype) for c in (layout_BKHW, hole_B1HW, noise_BNHW))
        # layouts are averaged and holes kept if any of their pixels is one: half-seen cells are not trusted
        layouts = [layout_BKHW] + [F.avg_pool2d(layout_BKHW, 2**step) for step in (1, 2, 3)]
        holes = [F.max_pool2d(hole_B1HW, 2**step) for step in (1, 2, 3, 4)]
        skip0 = self.encode0(x)
        skip1 = self.encode1(self.down1(skip0))
        skip2 = self.encode2(self.down2(skip1))
        styles = self.styles(skip2, layouts[2], holes[2], inputs.latent)
        x = self.positions(self.down3(skip2))
        if inputs.tone is not None:
            x = x + inputs.tone.view(-1, 1, 1, 1).to(x.dtype) * self.restored_tone
        for block, attend in zip(self.bottleneck, self.attention, strict=True):
            x = attend(block(x), holes[3], layouts[3])
        x = self.attention2(self.merge2(x, skip2), holes[2], layouts[2])
        x = self.decode2(self.modulate2(x, layouts[2], styles, holes[2], noise_BNHW[:, 0:1, ::4, ::4]))
        x = self.merge1(x, skip1)
        x = self.decode1(self.modulate1(x, layouts[1], styles, holes[1], noise_BNHW[:, 1:2, ::2, ::2]))
        x = self.merge0(x, skip0)
        x = self.decode0(self.modulate0(x, layouts[0], styles, holes[0], noise_BNHW[:, 2:3]))
        fine = F.pixel_shuffle(self.enlarge(F.leaky_relu(x, 0.2)), 2)
        fine = F.leaky_relu(self.refine(torch.cat([fine, raw.to(fine.dtype)], dim=1)), 0.2)
        change: Tensor = self.paint(fine)
        return smooth + change.float()


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
    """Give the state of a network from before it borrowed a fresh Borrowing, which takes next to nothing.

    A hook of ``load_state_dict``. The keys of ``borrowing`` are all missing or none is; anything else stays an error.
    """
    if any(key.startswith(f"{prefix}borrowing.") for key in state):
        return
    assert isinstance(network, TextureGenerator)
    fresh = Borrowing(network.borrowing.chs).state_dict()
    state.update({f"{prefix}borrowing.{key}": value for key, value in fresh.items()})


@register(
    "texture_generator",
    NetworkSpec(task="texture", multiple_of=32, minimum_px=64, native_px=256, inputs=_INPUTS),
)
def texture_generator() -> TextureGenerator:
    """The product's stage 2."""
    return TextureGenerator()


@register(
    "texture_generator_tiny",
    NetworkSpec(task="texture", multiple_of=32, minimum_px=64, native_px=64, inputs=_INPUTS),
)
def texture_generator_tiny() -> TextureGenerator:
    """A few thousand parameters, for tests of everything around it."""
    return TextureGenerator((8, 8, 16, 16), blocks=1, style_chs=8, heads=2)
