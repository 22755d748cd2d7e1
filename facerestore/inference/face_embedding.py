"""Who it is: the embedding of a face crop."""

from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import torch
from torch import nn

from facerestore.inference.conditioning import crop_tensors
from facerestore.values.alignment import FaceCrop
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.request import EmbeddingRequest
from facerestore_models.face_embedder import WINDOW

_REACH_PX: Final = 5
"""How far Telea looks around each hidden pixel."""


@torch.no_grad()
def embed_face(network: nn.Module, request: EmbeddingRequest) -> FaceEmbedding:
    """The embedding of a crop, what is hidden in it seen as the mean colour of faces or continued, as asked."""
    shown = _continued(request.crop) if request.is_continued else request.crop
    crop, hole = crop_tensors(shown, next(network.parameters()).device)
    vector = network(crop, hole)[0].float().cpu().numpy()
    side = request.crop.hole.shape[0]
    top, left, reach = (round(share * side) for share in (WINDOW.top, WINDOW.left, WINDOW.side))
    seen = request.crop.hole[top : top + reach, left : left + reach]
    return FaceEmbedding(np.asarray(vector, np.float32), float(seen.mean()))


def _continued(crop: FaceCrop) -> FaceCrop:
    """The crop with nothing hidden. One that is hidden as a whole stays as it is."""
    if not crop.hole.any() or crop.hole.all():
        return crop
    pixels = np.rint(np.clip(crop.pixels, 0, 1) * 255).astype(np.uint8)
    filled = cv2.inpaint(pixels, crop.hole.astype(np.uint8), _REACH_PX, cv2.INPAINT_TELEA)
    return replace(crop, pixels=np.asarray(filled, np.float32) / np.float32(255), hole=np.zeros_like(crop.hole))
