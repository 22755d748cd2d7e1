"""IN2: inpainting of photos of any shape, decoded implicitly (our reconstruction of arXiv 2401.10537)."""

# B batch, C channels, H W pixels of what is read, Y X pixels of what is painted

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.convolution import Downsample, Merge, stage
from facerestore_models.blocks.fourier_convolution import ProcessingBlock
from facerestore_models.blocks.implicit_decoder import AXIS_FEATURES, ImplicitHead, Places, resampled
from facerestore_models.blocks.membrane import membrane
from facerestore_models.blocks.neighbourhood import HybridAttention
from facerestore_models.registry import register
from facerestore_models.spec import Input, NetworkSpec

CELL_PX = 16
"""Side of the coarsest cells: what a token is."""

READ_PX: Final = 128
"""Side of the square with as many pixels as most windows that it learns from."""


def read_size(height: int, width: int) -> tuple[int, int] | None:
    """The size at which a picture is read where one may choose: at half its own where it has more than twice as many
    pixels as a square of READ_PX, and is no narrow strip; None: at its own."""
    is_large = height * width > 2 * READ_PX**2 and min(height, width) >= READ_PX
    return (round(height / 2), round(width / 2)) if is_large else None


class In2(nn.Module):
    """A photo with holes -> the photo, painted; height and width are any, what is painted may have another number of
    pixels, and it may be read at a smaller size than it is painted at: time goes into reading.

    Four down-sampling steps, each with a processing block; neighbour hybrid attention on the cells; an implicit neural
    pyramid decoder. It paints the difference to a membrane through the visible pixels. ``face_box`` says where a face
    is, and with it where eyes and mouth are; without one it paints by what is visible.
    """

    def __init__(
        self,
        chs: Sequence[int] = (32, 64, 128, 224),
        blocks: tuple[int, int] = (6, 1),
        heads: tuple[int, int] = (7, 4),
        hidden: int = 48,
    ) -> None:
        super().__init__()
        c0, c1, c2, c3 = chs
        self.stem = nn.Conv2d(16, c0, 3, padding=1)
        self.process0 = ProcessingBlock(c0)
        self.down1, self.process1 = Downsample(c0, c1), ProcessingBlock(c1)
        self.down2, self.process2 = Downsample(c1, c2), ProcessingBlock(c2)
        self.down3, self.process3 = Downsample(c2, c3), ProcessingBlock(c3)
        self.rows, self.columns = (nn.Linear(AXIS_FEATURES, c3, bias=False) for _ in range(2))
        self.attention3 = nn.Sequential(*(HybridAttention(c3, heads[0]) for _ in range(blocks[0])))
        self.merge2 = Merge(c3, c2)
        self.attention2 = nn.Sequential(*(HybridAttention(c2, heads[1]) for _ in range(blocks[1])))
        self.merge1, self.decode1 = Merge(c2, c1), stage(c1, 1)
        self.merge0, self.decode0 = Merge(c1, c0), stage(c0, 1)
        self.heads = nn.ModuleList(
            [ImplicitHead(c2, hidden, 8), ImplicitHead(c1, hidden, 4), ImplicitHead(c0, hidden, 2)]
        )

    def forward(
        self,
        crop_B3HW: Tensor,
        hole_B1HW: Tensor,
        face_box_B4: Tensor | None = None,
        size: tuple[int, int] | None = None,
        read: tuple[int, int] | None = None,
    ) -> Tensor:
        """The painted photo (B, 3, Y, X), unclipped around 0...1; the caller keeps the visible pixels.

        ``face_box``: left, top, right, bottom in pixels of the crop, of the upright square around a face's CelebA-HQ
        frame; None, or one without a width, where no face is known. ``size``: (Y, X), else the crop's own. ``read``:
        the (height, width) at which features are read, at most the crop's, which it is by default.
        """
        height, width = crop_B3HW.shape[-2:]
        if face_box_B4 is None:
            face_box_B4 = crop_B3HW.new_zeros(len(crop_B3HW), 4)
        # for three channels the quicker order of memory
        crop_B3HW, hole_B1HW = crop_B3HW.contiguous(), hole_B1HW.contiguous()
        smooth = membrane(crop_B3HW, hole_B1HW)
        base = resampled(smooth, 1, Places(height, width, *(size or (height, width)), face_box_B4))
        if read is not None and read != (height, width):
            to_read = face_box_B4.new_tensor([read[1] / width, read[0] / height] * 2)
            face_box_B4 = face_box_B4 * to_read
            smooth, hole_B1HW = _reduced(smooth, hole_B1HW, read)
            height, width = read
        places = Places(height, width, base.shape[-2], base.shape[-1], face_box_B4)
        return base + self.decoded(self.encoded(smooth, hole_B1HW, places), places)

    def encoded(self, smooth_B3HW: Tensor, hole_B1HW: Tensor, places: Places) -> list[Tensor]:
        """Features at cells of 8, 4 and 2 pixels, of the photo continued to whole cells of 16."""
        across, down = -places.width % CELL_PX, -places.height % CELL_PX
        raw = F.pad(torch.cat([2 * smooth_B3HW - 1, hole_B1HW], dim=1), (0, across, 0, down), mode="replicate")
        skip0 = self.process0(self.stem(F.pixel_unshuffle(raw, 2)))
        skip1 = self.process1(self.down1(skip0))
        skip2 = self.process2(self.down2(skip1))
        x = self.process3(self.down3(skip2))
        down_BFY, across_BFX = _whole(x, CELL_PX, 1, places.face_box_B4).fourier()
        rows, columns = self.rows(down_BFY.transpose(1, 2)), self.columns(across_BFX.transpose(1, 2))
        x = self.attention3(x + rows.transpose(1, 2)[..., None] + columns.transpose(1, 2)[:, :, None])
        x2 = self.attention2(self.merge2(x, skip2))
        x1 = self.decode1(self.merge1(x2, skip1))
        x0 = self.decode0(self.merge0(x1, skip0))
        return [x2, x1, x0]

    def decoded(self, coarse_to_fine: Sequence[Tensor], places: Places) -> Tensor:
        """The difference to the membrane at the pixels of ``places``: each level adds to the enlarged one before."""
        change: Tensor | None = None
        for level, (head, x_BCHW) in enumerate(zip(self.heads, coarse_to_fine, strict=True)):
            assert isinstance(head, ImplicitHead)
            # coarse levels are painted at half their cells' size, the last one at the size that is asked for
            is_last = level == len(self.heads) - 1
            at = places if is_last else _whole(x_BCHW, head.cell_px, 2, places.face_box_B4)
            found = head(x_BCHW, at)
            change = found if change is None else found + resampled(change, head.cell_px, at)
        assert change is not None
        return change


def _reduced(smooth_B3HW: Tensor, hole_B1HW: Tensor, size: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Both averaged to a size; a pixel that is half hidden or more is hidden, and shows the membrane."""
    small, hidden = F.interpolate(smooth_B3HW, size, mode="area"), F.interpolate(hole_B1HW, size, mode="area")
    return small, (hidden >= 0.5).to(hidden.dtype)


def _whole(x_BCHW: Tensor, cell_px: int, times: int, face_box_B4: Tensor) -> Places:
    """All that a map of cells covers, at ``times`` as many pixels a side as there are cells."""
    rows, columns = x_BCHW.shape[-2:]
    return Places(cell_px * rows, cell_px * columns, times * rows, times * columns, face_box_B4)


_INPUTS: Final[frozenset[Input]] = frozenset({"crop", "hole", "face_box"})


@register("in2", NetworkSpec(task="inpainting", multiple_of=1, minimum_px=64, native_px=256, inputs=_INPUTS))
def in2() -> In2:
    """The product's inpainting of any shape."""
    return In2()


@register("in2_tiny", NetworkSpec(task="inpainting", multiple_of=1, minimum_px=64, native_px=64, inputs=_INPUTS))
def in2_tiny() -> In2:
    """A few thousand parameters, for tests of everything around it."""
    return In2((8, 8, 16, 16), blocks=(1, 1), heads=(2, 2), hidden=8)
