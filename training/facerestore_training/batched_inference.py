"""Both stages on many faces, a few at a time: what runs, gates and evaluations share.

Conditions are the engine's own (``inference.backends.torch.conditioning``), arithmetic is training's: bf16 autocast
where the device is fast at it.
"""

# N faces, B batch, H W pixels, K classes, Z latent length

from collections.abc import Iterator
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore.inference.backends.torch.conditioning import random_tensors
from facerestore_models import TextureInputs
from facerestore_models.in2 import read_size
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training.arithmetic import has_bf16
from facerestore_training.data.shards import FaceSet
from facerestore_training.losses import equations

LayoutSource = Literal["none", "predicted", "true"]


@torch.no_grad()
def layout_logits(network: nn.Module, crop_B3HW: Tensor, hole_B1HW: Tensor, latent_BZ: Tensor | None = None) -> Tensor:
    """Stage 1's logits (B, 19, H/2, W/2), float32, on the network's device. What lies under the hole is not shown."""
    device = next(network.parameters()).device
    crop = (crop_B3HW * (1 - hole_B1HW)).to(device, memory_format=torch.channels_last)
    # a parser need not know of alternatives
    latent = () if latent_BZ is None else (latent_BZ,)
    with torch.autocast(device.type, torch.bfloat16, enabled=has_bf16(device.type)):
        logits: Tensor = network(crop, hole_B1HW.to(device), *latent)
    return logits.float()


def layout_probabilities(
    network: nn.Module,
    pixels: NDArray[np.uint8],
    holes: NDArray[np.uint8] | None,
    latent_NZ: Tensor | None = None,
) -> NDArray[np.float32]:
    """Stage 1's probabilities (N, 19, H, W) for uint8 pictures (N, H, W, 3), as the engine computes them."""
    crop = _crops(pixels)
    hole = torch.zeros_like(crop[:, :1]) if holes is None else _holes(holes)
    logits = _enlarged(layout_logits(network, crop, hole, latent_NZ))
    return np.asarray(logits.softmax(dim=1).cpu().numpy())


def predicted_layouts(network: nn.Module, crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """Stage 1's answer as stage 2 is given it: hard labels, what the person sees and edits, averaged to probabilities
    (B, 19, H/2, W/2) on the crop's device."""
    logits = layout_logits(network, crop_B3HW, hole_B1HW).to(crop_B3HW.device)
    return equations.label_probabilities(_enlarged(logits).argmax(dim=1), logits.shape[-1], CLASS_COUNT)


@torch.no_grad()
def painted(network: nn.Module, inputs: TextureInputs) -> Tensor:
    """Stage 2's pictures (B, 3, H, W), float32, 0...1, on the CPU."""
    device = next(network.parameters()).device
    with torch.autocast(device.type, torch.bfloat16, enabled=has_bf16(device.type)):
        pictures: Tensor = network(inputs.to(device))
    return pictures.float().cpu().clamp(0, 1)


def paint(
    network: nn.Module,
    layout_network: nn.Module | None,
    faces: FaceSet,
    holes: NDArray[np.uint8],
    *,
    layouts: LayoutSource,
    batch: int = 8,
    seed: int = 0,
    composited: bool = True,
) -> NDArray[np.uint8]:
    """Stage 2's results (N, 256, 256, 3) for the first N = len(holes) faces, rounded to 8 bits.

    Composited: visible pixels are the source's. A single sample for each picture, from one seed. Raises ValueError
    where the layouts asked for cannot be had.
    """
    results = []
    for start, inputs in _batches(layout_network, faces, holes, layouts=layouts, batch=batch, seed=seed):
        rounded = (painted(network, inputs) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
        if composited:
            pixels = np.asarray(faces.pixels[start : start + len(inputs)])
            rounded = np.where(holes[start : start + batch][..., None] > 0, rounded, pixels)
        results.append(rounded)
    return np.concatenate(results)


@torch.no_grad()
def inpainted(
    network: nn.Module,
    crop_B3HW: Tensor,
    hole_B1HW: Tensor,
    face_box_B4: Tensor,
    read: tuple[int, int] | None = None,
) -> Tensor:
    """An inpainting network's pictures (B, 3, H, W), float32, 0...1, on the CPU. ``read``: at which size it reads."""
    device = next(network.parameters()).device
    with torch.autocast(device.type, torch.bfloat16, enabled=has_bf16(device.type)):
        pictures: Tensor = network(crop_B3HW.to(device), hole_B1HW.to(device), face_box_B4.to(device), None, read)
    return pictures.float().cpu().clamp(0, 1)


def inpainted_faces(
    network: nn.Module,
    faces: FaceSet,
    holes: NDArray[np.uint8],
    *,
    batch: int = 8,
    composited: bool = True,
) -> NDArray[np.uint8]:
    """An inpainting network's results (N, 256, 256, 3) for the first N = len(holes) faces, rounded to 8 bits, read as
    the program reads regions.

    Composited: visible pixels are the source's.
    """
    results = []
    for start in range(0, len(holes), batch):
        pixels, hole = faces.pixels[start : min(start + batch, len(holes))], _holes(holes[start : start + batch])
        side = float(pixels.shape[1])
        box = torch.tensor([[0.0, 0.0, side, side]]).expand(len(pixels), -1)
        made = inpainted(network, _crops(pixels) * (1 - hole), hole, box, read_size(*hole.shape[-2:]))
        rounded = (made * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
        if composited:
            rounded = np.where(holes[start : start + batch][..., None] > 0, rounded, np.asarray(pixels))
        results.append(rounded)
    return np.concatenate(results)


def _batches(
    layout_network: nn.Module | None,
    faces: FaceSet,
    holes: NDArray[np.uint8],
    *,
    layouts: LayoutSource,
    batch: int,
    seed: int,
) -> Iterator[tuple[int, TextureInputs]]:
    """(number of the first face, inputs of a few)."""
    for start in range(0, len(holes), batch):
        stop = min(start + batch, len(holes))
        hole = _holes(holes[start:stop])
        crop = (_crops(faces.pixels[start:stop]) * (1 - hole)).contiguous(memory_format=torch.channels_last)
        count, half = len(crop), crop.shape[-1] // 2
        if layouts == "predicted":
            if layout_network is None:
                raise ValueError("Predicted layouts need stage 1.")
            layout = predicted_layouts(layout_network, crop, hole)
        elif layouts == "true":
            if faces.labels is None:
                raise ValueError("True layouts need labels.")
            labels = torch.from_numpy(np.array(faces.labels[start:stop]))
            layout = equations.label_probabilities(labels, half, CLASS_COUNT)
        else:
            layout = torch.full((count, CLASS_COUNT, half, half), 1 / CLASS_COUNT)
        latent, noise = random_tensors(seed, half, crop.device)
        yield (
            start,
            TextureInputs(
                crop=crop,
                hole=hole,
                layout=layout.contiguous(memory_format=torch.channels_last),
                latent=latent.expand(count, -1),
                noise=noise.expand(count, -1, -1, -1),
            ),
        )


def _crops(pixels: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float().div_(255)


def _holes(holes: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(np.array(holes))[:, None].float()


def _enlarged(logits: Tensor) -> Tensor:
    return F.interpolate(logits, scale_factor=2, mode="bilinear", align_corners=False)
