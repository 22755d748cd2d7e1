"""What a painting borrows from pictures of the same face: its own mirror image, and other photographs."""

# B batch, R lenders of each picture, H W pixels, K classes, P parts of the face

from dataclasses import dataclass, fields, replace
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.convolution import Downsample, Merge, stage
from facerestore_models.blocks.lender_shares import decided, soft_shares
from facerestore_models.blocks.membrane import membrane
from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED, FaceClass

_PARTS: Final = (
    (FaceClass.LEFT_EYE,),
    (FaceClass.RIGHT_EYE,),
    (FaceClass.LEFT_BROW,),
    (FaceClass.RIGHT_BROW,),
    (FaceClass.NOSE,),
    (FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP),
)
"""What is brought to its place."""
_LEAST_CELLS: Final = 12.0
"""Of a layout of 128 x 128: a smaller part has no place."""
_REACH: Final = 0.07
"""Standard deviation of how far a part's shift reaches, as a share of the side."""
_STILL: Final = 0.05
_FARTHEST: Final = 0.12
_COARSE: Final = 8
_FACE: Final = (FaceClass.SKIN, FaceClass.GLASSES, *(label for part in _PARTS for label in part))
_ELSEWHERE: Final = -4.0
"""How much less is borrowed outside the face, at first: hair, clothes and background are others in each photograph."""
_STEP: Final = 20.0
"""By how much the parameters of the first logits are multiplied: a logit has to move by several units in a run whose
rate moves a parameter by tenths."""
_LOOKED_AT: Final = (12, 12, CLASS_COUNT, 1, 1, 1)
"""Channels of the first look: painting, a lender's difference to it, layout, agreement, visibility, hole."""
START: Final = -6.0
"""Where the logits start: a lender has a share of 0.0025."""


@dataclass(frozen=True, eq=False)
class Lenders:
    """Pictures of the same face in the same frame, R for each of B paintings.

    ``crop_BR3HW`` 0...1, in the tone of the picture that borrows; ``hole_BR1HW``: 1 = hidden; ``layout_BRKHW``:
    probabilities, at half the size; ``present_BR``: which of them count, because pictures of a batch may have few;
    ``mirror_BR``: which are the picture's own mirror image.
    """

    crop_BR3HW: Tensor
    hole_BR1HW: Tensor
    layout_BRKHW: Tensor
    present_BR: Tensor
    mirror_BR: Tensor

    @classmethod
    def references(cls, crop_R3HW: Tensor, hole_R1HW: Tensor, layout_RKHW: Tensor) -> "Lenders":
        """R other photographs, for one painting (B = 1), best in the tone of its picture (``toned_like``)."""
        # not len(): an export would take it for a constant
        present = torch.ones(1, crop_R3HW.shape[0], dtype=torch.bool, device=crop_R3HW.device)
        return cls(crop_R3HW[None], hole_R1HW[None], layout_RKHW[None], present, torch.zeros_like(present))

    @classmethod
    def mirror(cls, crop_B3HW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor) -> "Lenders":
        """The pictures' own mirror images, left and right classes exchanged."""
        present = torch.ones(len(crop_B3HW), 1, dtype=torch.bool, device=crop_B3HW.device)
        turned = layout_BKHW.flip(3)[:, list(FLIPPED)]
        return cls(crop_B3HW.flip(3)[:, None], hole_B1HW.flip(3)[:, None], turned[:, None], present, present)

    def to(self, device: torch.device) -> "Lenders":
        """The same on a device."""
        return Lenders(**{field.name: getattr(self, field.name).to(device) for field in fields(self)})

    def arranged(self, places_BR: Tensor) -> "Lenders":
        """For a batch, from the lenders of one painting (B = 1): which of them each has, -1 for none."""
        chosen = places_BR.clamp(min=0)
        return Lenders(
            self.crop_BR3HW[0][chosen],
            self.hole_BR1HW[0][chosen],
            self.layout_BRKHW[0][chosen],
            places_BR >= 0,
            self.mirror_BR[0][chosen],
        )

    def joined(self, others: "Lenders") -> "Lenders":
        """These and, after them, the others."""
        return Lenders(
            torch.cat([self.crop_BR3HW, others.crop_BR3HW], dim=1),
            torch.cat([self.hole_BR1HW, others.hole_BR1HW], dim=1),
            torch.cat([self.layout_BRKHW, others.layout_BRKHW], dim=1),
            torch.cat([self.present_BR, others.present_BR], dim=1),
            torch.cat([self.mirror_BR, others.mirror_BR], dim=1),
        )


@dataclass(frozen=True, eq=False)
class FittedLenders:
    """Lenders bent to a layout and set into a hole: what is the same for every painting of one crop.

    ``guess_BR3HW``: the crop as each lender would complete it, around 0...1. ``visible_BR1HW``: how far the lender
    shows what it lends, 0...1, nothing for one that is absent. ``agreed_BR1HW``: how far its layout is the crop's,
    0...1, at half the size. ``mirror_BR``: which are mirror images.
    """

    guess_BR3HW: Tensor
    visible_BR1HW: Tensor
    agreed_BR1HW: Tensor
    mirror_BR: Tensor

    def within(self, where_BR1HW: Tensor) -> "FittedLenders":
        """The same lenders, each only where it may lend, 0...1."""
        return replace(self, visible_BR1HW=self.visible_BR1HW * where_BR1HW)


@dataclass(frozen=True, eq=False, kw_only=True)
class LenderFeatures:
    """What fitted lenders bring to every painting of one crop, so that a painting needs to add its own only.

    ``look_BRCHW``: the first look at lender and place, at half the size. ``starts_BR2HW``: the logits that coarse and
    fine begin with. ``visible_BR1HW`` as in FittedLenders. ``coarse_BR3HW`` and ``fine_BR3HW``: light and shape of
    each lender's guess, and its detail.
    """

    look_BRCHW: Tensor
    starts_BR2HW: Tensor
    visible_BR1HW: Tensor
    coarse_BR3HW: Tensor
    fine_BR3HW: Tensor


@dataclass(frozen=True, eq=False)
class Borrowed:
    """A painting after it has borrowed, and the share of each lender in each pixel, 0...1: ``coarse_BR1HW`` of its
    light and shape, ``fine_BR1HW`` of its detail. What is missing to 1 is the network's own."""

    painted_B3HW: Tensor
    coarse_BR1HW: Tensor
    fine_BR1HW: Tensor


class Borrowing(nn.Module):
    """A painting and its lenders -> a mixture of both, with a share for each place, for coarse and for fine.

    Each lender is bent so that eyes, brows, nose and mouth lie where the layout wants them, and set into the hole so
    that it meets the visible pixels (seamless cloning, Perez et al., SIGGRAPH 2003, with ``membrane`` for Poisson's
    equation). A small U-Net, the same for all lenders, then says how much of each is taken: shares are a softmax over
    the lenders and the painting itself, so that without lenders the painting stays as it is.
    """

    def __init__(self, chs: tuple[int, int, int] = (24, 32, 48)) -> None:
        super().__init__()
        c0, c1, c2 = chs
        self.look = nn.Conv2d(sum(_LOOKED_AT), c0, 3, padding=1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 1)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 2)
        self.merge1, self.merge0 = Merge(c2, c1), Merge(c1, c0)
        self.weigh = nn.Conv2d(c0, 2 * 4, 3, padding=1)
        self.chs = chs
        self.mirror_start = nn.Parameter(torch.full((2,), START / _STEP))
        self.reference_start = nn.Parameter(torch.full((2,), START / _STEP))
        liked = torch.full((2, CLASS_COUNT), _ELSEWHERE / _STEP)
        liked[:, list(map(int, _FACE))] = 0
        self.mirror_classes = nn.Parameter(liked.clone())
        self.reference_classes = nn.Parameter(liked.clone())
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)  # type: ignore[arg-type]

    def forward(self, painted_B3HW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor, lenders: FittedLenders) -> Borrowed:
        """``painted``: unclipped around 0...1; ``layout`` (B, 19, H/2, W/2)."""
        return self.borrow(painted_B3HW, self.features(hole_B1HW, layout_BKHW, lenders))

    def features(self, hole_B1HW: Tensor, layout_BKHW: Tensor, lenders: FittedLenders) -> LenderFeatures:
        """What the lenders bring to every painting of one crop and ``layout`` (B, 19, H/2, W/2)."""
        count = lenders.guess_BR3HW.shape[1]
        guess_L3HW, visible_L1HW, agreed_L1HW = (
            value.flatten(0, 1).float() for value in (lenders.guess_BR3HW, lenders.visible_BR1HW, lenders.agreed_BR1HW)
        )
        _, of_lender, of_place = self._look_weights()
        lent = torch.cat([F.pixel_unshuffle(4 * guess_L3HW - 2, 2), agreed_L1HW, F.avg_pool2d(visible_L1HW, 2)], dim=1)
        place = torch.cat([layout_BKHW.float(), F.avg_pool2d(hole_B1HW.float(), 2)], dim=1)
        with torch.autocast(hole_B1HW.device.type, enabled=False):
            look_LCHW = F.conv2d(_channels_last(lent), of_lender, padding=1)
            everywhere_BCHW = F.conv2d(_channels_last(place), of_place, self.look.bias, padding=1)
        coarse_L3HW = _blurred(guess_L3HW)
        return LenderFeatures(
            look_BRCHW=_by_lender(look_LCHW, count) + everywhere_BCHW[:, None],
            starts_BR2HW=self._starts(lenders.mirror_BR, layout_BKHW),
            visible_BR1HW=lenders.visible_BR1HW.float(),
            coarse_BR3HW=_by_lender(coarse_L3HW, count),
            fine_BR3HW=_by_lender(guess_L3HW - coarse_L3HW, count),
        )

    def borrow(self, painted_B3HW: Tensor, lenders: LenderFeatures) -> Borrowed:
        """``painted``: unclipped around 0...1."""
        count = lenders.look_BRCHW.shape[1]
        painted = painted_B3HW.float()
        of_painting, _, _ = self._look_weights()
        with torch.autocast(painted.device.type, enabled=False):
            own_BCHW = F.conv2d(_channels_last(F.pixel_unshuffle(2 * painted - 1, 2)), of_painting, padding=1)
        logits_BR2HW = _by_lender(self._logits((lenders.look_BRCHW + own_BCHW[:, None]).flatten(0, 1)), count)
        shares = soft_shares(logits_BR2HW.float() + lenders.starts_BR2HW, lenders.visible_BR1HW)
        if not self.training:  # who is left out has no gradient to come back by
            shares = decided(shares)
        coarse, fine = shares[:, :, :1], shares[:, :, 1:]
        lent = (coarse * lenders.coarse_BR3HW + fine * lenders.fine_BR3HW).sum(dim=1)
        coarse_B3HW = _blurred(painted)
        replaced = coarse.sum(dim=1) * coarse_B3HW + fine.sum(dim=1) * (painted - coarse_B3HW)
        return Borrowed(painted + lent - replaced, coarse, fine)

    def _look_weights(self) -> tuple[Tensor, Tensor, Tensor]:
        """The weights of the first look by who brings what they read: (the painting, the lender, the place).

        The first look reads the painting as 2 x - 1, four times the lender's difference to it, the layout, how far
        the lender's agrees, how far the lender is visible, and the hole. It is linear, so that the share of lender
        and place is the same for every painting.
        """
        painting, change, layout, agreed, visible, hole = torch.split(self.look.weight, list(_LOOKED_AT), dim=1)
        return painting - 2 * change, torch.cat([change, agreed, visible], dim=1), torch.cat([layout, hole], dim=1)

    def _starts(self, mirror_BR: Tensor, layout_BKHW: Tensor) -> Tensor:
        """(B, R, 2, H, W): what is borrowed by who lends and by what is painted, before either is looked at."""
        is_mirror = mirror_BR[..., None]
        by_class = torch.where(is_mirror[..., None], self.mirror_classes, self.reference_classes)
        found = torch.einsum("brsk,bkhw->brshw", by_class, layout_BKHW.float())
        found = F.interpolate(found.flatten(1, 2), scale_factor=2, mode="bilinear", align_corners=False)
        starts = torch.where(is_mirror, self.mirror_start, self.reference_start)
        found = found.reshape(*by_class.shape[:3], *found.shape[-2:])
        logits: Tensor = _STEP * (found + starts[..., None, None])
        return logits

    def _logits(self, x0: Tensor) -> Tensor:
        x1 = self.encode1(self.down1(x0))
        x2 = self.encode2(self.down2(x1))
        x = self.merge0(self.merge1(x2, x1), x0)
        return F.pixel_shuffle(self.weigh(F.leaky_relu(x, 0.2)), 2)


def fitted(crop_B3HW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor, lenders: Lenders) -> FittedLenders:
    """``crop`` with zero in the hole; ``layout`` (B, 19, H/2, W/2)."""
    count = lenders.crop_BR3HW.shape[1]
    crop, hole, layout = (value.repeat_interleave(count, dim=0) for value in (crop_B3HW, hole_B1HW, layout_BKHW))
    lent = (value.flatten(0, 1) for value in (lenders.crop_BR3HW, lenders.hole_BR1HW, lenders.layout_BRKHW))
    guess, visible, agreed = (_by_lender(value, count) for value in set_in(crop, hole, layout, *lent))
    return FittedLenders(guess, visible * lenders.present_BR[..., None, None, None], agreed, lenders.mirror_BR)


def set_in(
    crop_B3HW: Tensor,
    hole_B1HW: Tensor,
    layout_BKHW: Tensor,
    lender_B3HW: Tensor,
    lender_hole_B1HW: Tensor,
    lender_layout_BKHW: Tensor,
) -> tuple[Tensor, Tensor, Tensor]:
    """(the lender bent and set into the hole, how far it is visible there 0...1, agreement of both layouts at half the
    size 0...1)."""
    grid = _bending(layout_BKHW, lender_layout_BKHW)
    half = F.interpolate(grid.permute(0, 3, 1, 2), scale_factor=0.5, mode="bilinear", align_corners=False)
    lent = F.grid_sample(
        torch.cat([lender_B3HW * (1 - lender_hole_B1HW), lender_hole_B1HW], dim=1),
        grid,
        padding_mode="border",
        align_corners=False,
    )
    lent_layout = F.grid_sample(
        lender_layout_BKHW.float(), half.permute(0, 2, 3, 1), padding_mode="border", align_corners=False
    )
    hidden = (lent[:, 3:] > 0.01).float()
    known = (1 - hole_B1HW) * (1 - hidden)
    guess = lent[:, :3] + _continued(crop_B3HW - lent[:, :3], known)
    # its own hole ends softly, so that no seam lies inside the painting
    wide = F.max_pool2d(F.max_pool2d(hidden, 2), 5, 1, 2)
    soft = 1 - F.avg_pool2d(wide, 3, 1, 1, count_include_pad=False)
    visible = F.interpolate(soft, scale_factor=2, mode="bilinear", align_corners=False)
    agreed = (layout_BKHW.float() * lent_layout).sum(dim=1, keepdim=True)
    return guess, visible, agreed


def _continued(difference_B3HW: Tensor, known_B1HW: Tensor) -> Tensor:
    """A difference of two pictures, continued smoothly from where it is known; 0 where nothing is.

    By a membrane at half the size, in a quarter of the time: what is continued has no detail.
    """
    known = F.avg_pool2d(known_B1HW, 2)
    mean = F.avg_pool2d(difference_B3HW * known_B1HW, 2) / known.clamp(min=1e-3)
    # the membrane of a picture without any known pixel is 0.5 everywhere
    surface = membrane(mean, (known == 0).float()) - 0.5 * (known.amax(dim=(2, 3), keepdim=True) == 0).float()
    return F.interpolate(surface, scale_factor=2, mode="bilinear", align_corners=False)


def _bending(layout_BKHW: Tensor, lender_layout_BKHW: Tensor) -> Tensor:
    """(B, 2 H, 2 W, 2): where in the lender, -1...1, each pixel's content is taken from.

    Each part that both layouts show moves the places near it by the difference of its two middles.
    """
    middle, there = _middles(layout_BKHW)
    lender_middle, lender_there = _middles(lender_layout_BKHW)
    shift_BP2 = (lender_middle - middle).clamp(-_FARTHEST, _FARTHEST)
    weight_BP = there * lender_there
    height, width = (2 * side for side in layout_BKHW.shape[-2:])
    y = ((torch.arange(height, device=middle.device) + 0.5) / height)[:, None]
    x = ((torch.arange(width, device=middle.device) + 0.5) / width)[:, None]
    near_y = ((y - middle[:, None, :, 1]).square() / (-2 * _REACH**2)).exp()
    near_x = ((x - middle[:, None, :, 0]).square() / (-2 * _REACH**2)).exp()
    near_BHWP = (near_y[:, :, None] * near_x[:, None]) * weight_BP[:, None, None]
    shift = torch.einsum("bhwp,bpd->bhwd", near_BHWP, shift_BP2) / (near_BHWP.sum(dim=3, keepdim=True) + _STILL)
    places = torch.stack([x[:, 0].expand(height, -1), y.expand(-1, width)], dim=2)
    return 2 * (places + shift) - 1


def _middles(layout_BKHW: Tensor) -> tuple[Tensor, Tensor]:
    """(x and y of the middle of each part (B, P, 2), as shares of the sides; 1 where there is one (B, P))."""
    parts = torch.stack([layout_BKHW[:, list(map(int, part))].sum(dim=1) for part in _PARTS], dim=1).float()
    height, width = parts.shape[-2:]
    mass = parts.sum(dim=(2, 3))
    x = (torch.arange(width, device=parts.device) + 0.5) / width
    y = (torch.arange(height, device=parts.device) + 0.5) / height
    total = mass.clamp(min=1e-3)
    middle = torch.stack([(parts.sum(dim=2) * x).sum(dim=2), (parts.sum(dim=3) * y).sum(dim=2)], dim=2)
    # of a layout without any knowledge, every part is everywhere
    is_there = (mass * (128 * 128 / (height * width)) >= _LEAST_CELLS) & (mass < 0.05 * height * width)
    return middle / total[..., None], is_there.float()


def _channels_last(picture_BCHW: Tensor) -> Tensor:
    """As convolutions like it."""
    return picture_BCHW.contiguous(memory_format=torch.channels_last)


def _by_lender(rows: Tensor, count: int) -> Tensor:
    """(B R, ...) -> (B, R, ...)."""
    return rows.reshape(-1, count, *rows.shape[1:])


def _blurred(picture_BCHW: Tensor) -> Tensor:
    small = F.avg_pool2d(picture_BCHW, _COARSE)
    return F.interpolate(small, size=picture_BCHW.shape[-2:], mode="bilinear", align_corners=False)
