"""Stage 1: the layout of a crop, with probabilities."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from facerestore.conditioning import crop_tensors
from facerestore.layout import LayoutPrediction
from facerestore.request import LayoutRequest


@torch.no_grad()
def predict_layout(network: nn.Module, request: LayoutRequest) -> LayoutPrediction:
    """The layout of the whole crop: read off the picture where it is visible, imagined in the hole."""
    crop = request.crop
    logits = network(*crop_tensors(crop, next(network.parameters()).device)).float()
    side = crop.hole.shape[0]
    logits = F.interpolate(logits, size=(side, side), mode="bilinear", align_corners=False)
    probabilities = logits[0].softmax(dim=0).cpu().numpy().astype(np.float16)
    return LayoutPrediction.from_probabilities(probabilities, crop.alignment)
