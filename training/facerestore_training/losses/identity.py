"""Is it still the person? The distance of face embeddings as a loss."""

# B batch, H W pixels

from typing import Final

import torch
from torch import Tensor, nn

from facerestore_models.face_embedder import FaceEmbedder

_FROM_SHARE: Final = 0.04
_FULL_SHARE: Final = 0.25
"""Shares of the face that are hidden: below the first nothing is asked, from the second on all of it."""


class IdentityDistance(nn.Module):
    """Half the squared distance of embeddings of length 1, which is 1 - cosine: 0 for the same face, about 0.05 for two
    photographs of one person, 0.17 for those of two.

    (After the identity loss of face reenactment and restoration, for one GFPGAN, Wang et al., CVPR 2021, with dlib's
    network in place of ArcFace.) The embedder is frozen.
    """

    def __init__(self, embedder: FaceEmbedder) -> None:
        super().__init__()
        self.embedder = embedder.eval().requires_grad_(requires_grad=False)

    def forward(self, composite_B3HW: Tensor, truth_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        """The distance of composites 0...1, weighted by how much of each face is hidden, mean over the batch."""
        with torch.autocast(composite_B3HW.device.type, enabled=False):
            with torch.no_grad():
                wanted = nn.functional.normalize(self.embedder(truth_B3HW.float()), dim=1)
            found = nn.functional.normalize(self.embedder(composite_B3HW.float()), dim=1)
        left, top, side = self.embedder.window
        high, wide = hole_B1HW.shape[-2:]
        face = hole_B1HW[
            ..., round(top * high) : round((top + side) * high), round(left * wide) : round((left + side) * wide)
        ]
        asked = ((face.mean(dim=(1, 2, 3)) - _FROM_SHARE) / (_FULL_SHARE - _FROM_SHARE)).clamp(0, 1)
        return (asked * (1 - (found * wanted).sum(dim=1))).mean()
