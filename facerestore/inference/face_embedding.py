"""Who it is: the embedding of a face crop."""

from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from facerestore.inference.arrays import crop_arrays
from facerestore.inference.backends.interface import EmbeddingNetwork
from facerestore.values.alignment import FaceCrop
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.request import EmbeddingRequest
from facerestore_resources.network_shapes import FACE_WINDOW

_REACH_PX: Final = 5
"""How far Telea looks around each hidden pixel."""


def embed_face(network: EmbeddingNetwork, request: EmbeddingRequest) -> FaceEmbedding:
    """The embedding of a crop, what is hidden in it seen as the mean colour of faces or continued, as asked."""
    shown = _continued(request.crop) if request.is_continued else request.crop
    vector = network(*crop_arrays(shown))[0]
    side = request.crop.hole.shape[0]
    top, left, reach = (round(share * side) for share in (FACE_WINDOW.top, FACE_WINDOW.left, FACE_WINDOW.side))
    seen = request.crop.hole[top : top + reach, left : left + reach]
    return FaceEmbedding(np.asarray(vector, np.float32), float(seen.mean()))


def _continued(crop: FaceCrop) -> FaceCrop:
    """The crop with nothing hidden. One that is hidden as a whole stays as it is."""
    if not crop.hole.any() or crop.hole.all():
        return crop
    pixels = np.rint(np.clip(crop.pixels, 0, 1) * 255).astype(np.uint8)
    filled = cv2.inpaint(pixels, crop.hole.astype(np.uint8), _REACH_PX, cv2.INPAINT_TELEA)
    return replace(crop, pixels=np.asarray(filled, np.float32) / np.float32(255), hole=np.zeros_like(crop.hole))
