"""Who it is: the embedding of a face crop."""

import numpy as np
import torch
from torch import nn

from facerestore.inference.conditioning import crop_tensors
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.request import EmbeddingRequest
from facerestore_models.face_embedder import WINDOW


@torch.no_grad()
def embed_face(network: nn.Module, request: EmbeddingRequest) -> FaceEmbedding:
    """The embedding of a crop, what is hidden in it seen as the mean colour of faces."""
    crop, hole = crop_tensors(request.crop, next(network.parameters()).device)
    vector = network(crop, hole)[0].float().cpu().numpy()
    side = request.crop.hole.shape[0]
    top, left, reach = (round(share * side) for share in (WINDOW.top, WINDOW.left, WINDOW.side))
    seen = request.crop.hole[top : top + reach, left : left + reach]
    return FaceEmbedding(np.asarray(vector, np.float32), float(seen.mean()))
