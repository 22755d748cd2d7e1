"""Pictures as the shipped face embedder sees them."""

# N pictures, D length of an embedding, H W pixels

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore_models.face_embedder import FaceEmbedder

_CHUNK = 16


@torch.no_grad()
def embedded(embedder: FaceEmbedder, pictures_NHW3: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, D), not normalised, of whole pictures in the crop frame."""
    device = next(embedder.parameters()).device
    rows = []
    for start in range(0, len(pictures_NHW3), _CHUNK):
        pixels = torch.from_numpy(np.array(pictures_NHW3[start : start + _CHUNK])).to(device)
        rows.append(embedder(pixels.permute(0, 3, 1, 2).float().div_(255)).cpu())
    return np.asarray(torch.cat(rows).numpy(), np.float32)
