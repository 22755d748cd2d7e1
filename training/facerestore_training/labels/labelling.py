"""Layouts for faces that have none, by stage 1 on whole pictures, with how sure it was."""

# N faces, B batch, H W pixels, K classes

import hashlib
import logging
import os
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED
from facerestore_training.arithmetic import has_bf16
from facerestore_training.data.shards import FACE_PX, FaceSet

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class LabelledFaces:
    """Faces with the layouts that a parser read. ``confidence_N``: mean probability of the class that was chosen, over
    the face's pixels; ``confidence_NK``: the same over the pixels of each class, NaN where a face has none."""

    faces: FaceSet
    confidence_N: NDArray[np.float32]
    confidence_NK: NDArray[np.float32]


def read_layouts(
    network: nn.Module,
    faces: FaceSet,
    file: Path,
    *,
    size_px: int = FACE_PX,
    batch: int = 16,
    mirrored: bool = False,
) -> LabelledFaces:
    """The layouts that a parser reads at ``size_px``, kept in ``file`` (.npy) and their confidences beside it for the
    next time; neither is ever held in memory as a whole.

    ``mirrored``: the mean of the picture's and its mirror image's probabilities, in twice the time.
    """
    beside = file.with_suffix(".confidence.npy")
    if not (file.exists() and beside.exists()):
        file.parent.mkdir(parents=True, exist_ok=True)
        # two runs may read the same faces at the same time
        own = f".{os.getpid()}.part.npy"
        part, beside_part = file.with_suffix(own), file.with_suffix(f".confidence{own}")
        labels = np.lib.format.open_memmap(part, "w+", np.uint8, (len(faces), FACE_PX, FACE_PX))
        confidence = np.lib.format.open_memmap(beside_part, "w+", np.float32, (len(faces), 1 + CLASS_COUNT))
        for start in range(0, len(faces), batch):
            pixels = np.asarray(faces.pixels[start : start + batch])
            read = _read(network, _as_crop(pixels, size_px), mirrored=mirrored)
            labels[start : start + batch], confidence[start : start + batch] = read
            if start % (100 * batch) == 0:
                log.info("labelled %d of %d faces", start, len(faces))
        labels.flush()
        confidence.flush()
        # Windows moves no file that is mapped
        del labels, confidence
        beside_part.replace(beside)
        part.replace(file)
    labels = np.load(file, mmap_mode="r", allow_pickle=False)
    confidence = np.load(beside, allow_pickle=False)
    if len(labels) != len(faces) or len(confidence) != len(faces):
        raise ValueError(f"{file.name} holds the layouts of other faces.")
    return LabelledFaces(FaceSet(faces.keys, faces.pixels, labels), confidence[:, 0], confidence[:, 1:])


def labelled(network: nn.Module, faces: FaceSet, file: Path, *, size_px: int = FACE_PX, batch: int = 16) -> FaceSet:
    """The faces of ``read_layouts``, all of them."""
    return read_layouts(network, faces, file, size_px=size_px, batch=batch).faces


@torch.no_grad()
def probabilities(network: nn.Module, crop_B3HW: Tensor, *, mirrored: bool) -> Tensor:
    """(B, K, H/2, W/2) float32 probabilities of whole pictures 0...1, on the network's device."""
    device = next(network.parameters()).device
    crop = crop_B3HW.to(device).contiguous(memory_format=torch.channels_last)
    with torch.autocast(device.type, torch.bfloat16, enabled=has_bf16(device.type)):
        logits = network(crop, torch.zeros_like(crop[:, :1]))
    found: Tensor = logits.float().softmax(dim=1)
    if mirrored:
        other = probabilities(network, crop.flip(3), mirrored=False).flip(3)
        found = (found + other[:, list(FLIPPED)]) / 2
    return found


def _as_crop(pixels: NDArray[np.uint8], size_px: int) -> Tensor:
    if size_px != FACE_PX:
        pixels = np.stack([cv2.resize(p, (size_px, size_px), interpolation=cv2.INTER_AREA) for p in pixels])
    return torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float().div_(255)


def _read(network: nn.Module, crop_B3HW: Tensor, *, mirrored: bool) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """(labels (B, 256, 256), confidences (B, 1 + K), the face's first)."""
    found = probabilities(network, crop_B3HW, mirrored=mirrored)
    labels = F.interpolate(found, size=(FACE_PX, FACE_PX), mode="bilinear").argmax(dim=1)
    sure, chosen = found.max(dim=1)
    sure, chosen = sure.flatten(1), chosen.flatten(1)
    total = torch.zeros(len(found), CLASS_COUNT, device=found.device).scatter_add_(1, chosen, sure)
    count = torch.zeros_like(total).scatter_add_(1, chosen, torch.ones_like(sure))
    confidence = torch.cat([sure.mean(dim=1, keepdim=True), total / count], dim=1)
    return labels.to(torch.uint8).cpu().numpy(), confidence.cpu().numpy()


def network_fingerprint(network: nn.Module) -> str:
    """A short name that changes with a network's weights."""
    digest = hashlib.sha256()
    for value in network.state_dict().values():
        digest.update(np.ascontiguousarray(value.detach().float().cpu().numpy()).tobytes())
    return digest.hexdigest()[:12]
