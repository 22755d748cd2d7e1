"""Small changes of frame for pictures and their labels, in batch on any device; left and right classes change places
in a flip."""

# B batch, C channels, H W pixels

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_resources.face_classes import FLIPPED


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameJitter:
    """How far a crop's frame may be off: standard deviations of shift (share of the side), log scale, degrees."""

    shift: float = 0.015
    log_scale: float = 0.04
    degrees: float = 3.0
    probability: float = 0.6


@dataclass(frozen=True, eq=False, slots=True)
class Frames:
    """``theta_B23``: from where in the source, -1...1, each place of a sample comes; ``flipped_B``: which are mirror
    images. Both on the CPU, where they are drawn."""

    theta_B23: Tensor
    flipped_B: Tensor

    @classmethod
    def drawn(cls, count: int, jitter: FrameJitter, rng: np.random.Generator) -> "Frames":
        """Half of the samples flipped, ``jitter.probability`` of them reframed."""
        is_moved = rng.random(count) < jitter.probability
        scale = np.exp(rng.normal(0, jitter.log_scale, count) * is_moved)
        angle = np.deg2rad(rng.normal(0, jitter.degrees, count) * is_moved)
        shift = 2 * rng.normal(0, jitter.shift, (count, 2)) * is_moved[:, None]
        flipped = rng.random(count) < 0.5
        # the inverse of: scale and turn about the middle, then shift; a flip comes last, so it is undone first
        turned = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]).transpose(2, 0, 1)
        linear = turned / scale[:, None, None]
        offset = -np.einsum("bij,bj->bi", linear, shift)
        linear = linear * np.stack([np.where(flipped, -1, 1), np.ones(count)], axis=1)[:, None]
        theta = np.concatenate([linear, offset[:, :, None]], axis=2)
        return cls(torch.from_numpy(theta).float(), torch.from_numpy(flipped))


def reframed(pictures_BCHW: Tensor, frames: Frames) -> Tensor:
    """The pictures in their new frames, bilinear; what is outside is mirrored."""
    return F.grid_sample(
        pictures_BCHW,
        _grid(frames.theta_B23.to(pictures_BCHW.device), pictures_BCHW.shape[-1]),
        mode="bilinear",
        padding_mode="reflection",
        align_corners=False,
    )


def reframed_labels(labels_BHW: Tensor, frames: Frames) -> Tensor:
    """uint8 labels in their new frames, from the nearest pixel, with the classes of the other side in a flip."""
    device = labels_BHW.device
    moved = F.grid_sample(
        labels_BHW[:, None].float(),
        _grid(frames.theta_B23.to(device), labels_BHW.shape[-1]),
        mode="nearest",
        padding_mode="reflection",
        align_corners=False,
    )[:, 0].to(torch.uint8)
    which = frames.flipped_B.nonzero()[:, 0].to(device)
    partner_K = torch.tensor(FLIPPED, dtype=torch.uint8, device=device)
    swapped = partner_K.index_select(0, moved[which].flatten().int())
    return moved.index_copy_(0, which, swapped.view(-1, *moved.shape[1:]))


def _grid(theta_B23: Tensor, side_px: int) -> Tensor:
    """As ``F.affine_grid`` without aligned corners, in half its time on a CPU."""
    centre = (torch.arange(side_px, device=theta_B23.device) + 0.5) * (2 / side_px) - 1
    along_B2W = theta_B23[:, :, :1] * centre
    down_B2H = theta_B23[:, :, 1:2] * centre + theta_B23[:, :, 2:]
    grid = torch.empty(len(theta_B23), side_px, side_px, 2, device=theta_B23.device)
    for axis in range(2):
        torch.add(down_B2H[:, axis, :, None], along_B2W[:, axis, None, :], out=grid[..., axis])
    return grid
