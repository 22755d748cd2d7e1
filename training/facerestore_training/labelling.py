"""Layouts for faces that have none, by stage 1 on whole pictures."""

import hashlib
import logging
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore_training.data.shards import FACE_PX, FaceSet

log = logging.getLogger(__name__)


@torch.no_grad()
def labelled(network: nn.Module, faces: FaceSet, file: Path, *, size_px: int = FACE_PX, batch: int = 16) -> FaceSet:
    """The faces with the layouts that a parser reads at ``size_px``; kept in ``file`` for the next time."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        labels = np.zeros((len(faces), FACE_PX, FACE_PX), np.uint8)
        for start in range(0, len(faces), batch):
            pixels = np.asarray(faces.pixels[start : start + batch])
            labels[start : start + batch] = _parsed(network, pixels, size_px)
            if start % (100 * batch) == 0:
                log.info("labelled %d of %d faces", start, len(faces))
        part = file.with_suffix(".part.npy")
        np.save(part, labels)
        part.replace(file)
    return FaceSet(faces.keys, faces.pixels, np.load(file, mmap_mode="r", allow_pickle=False))


def _parsed(network: nn.Module, pixels: NDArray[np.uint8], size_px: int) -> NDArray[np.uint8]:
    if size_px != FACE_PX:
        pixels = np.stack([cv2.resize(p, (size_px, size_px), interpolation=cv2.INTER_AREA) for p in pixels])
    crop = torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float().div_(255)
    crop = crop.contiguous(memory_format=torch.channels_last)
    device = next(network.parameters()).device
    with torch.autocast(device.type, torch.bfloat16):
        logits = network(crop.to(device), torch.zeros_like(crop[:, :1]).to(device))
    logits = torch.nn.functional.interpolate(logits.float(), size=(FACE_PX, FACE_PX), mode="bilinear")
    return logits.argmax(dim=1).to(torch.uint8).cpu().numpy()


def network_fingerprint(network: nn.Module) -> str:
    """A short name that changes with a network's weights."""
    digest = hashlib.sha256()
    for value in network.state_dict().values():
        digest.update(np.ascontiguousarray(value.detach().float().cpu().numpy()).tobytes())
    return digest.hexdigest()[:12]
