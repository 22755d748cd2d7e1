"""Stage 1: the layout of a crop, with probabilities."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from facerestore.inference.conditioning import crop_tensors, layout_latent
from facerestore.values.layout import LayoutPrediction
from facerestore.values.request import LayoutRequest


@torch.no_grad()
def predict_layout(network: nn.Module, request: LayoutRequest) -> LayoutPrediction:
    """The layout of the whole crop: read off the picture where it is visible, imagined in the hole.

    Alternatives differ in the hole alone: what is visible has one layout.
    """
    crop = request.crop
    device = next(network.parameters()).device
    tensors = crop_tensors(crop, device)
    logits = network(*tensors).float()
    latent = layout_latent(request.alternative, device)
    if latent is not None:
        hole = F.max_pool2d(tensors[1], 2)
        logits = torch.where(hole > 0, network(*tensors, latent).float(), logits)
    side = crop.hole.shape[0]
    logits = F.interpolate(logits, size=(side, side), mode="bilinear", align_corners=False)
    probabilities = logits[0].softmax(dim=0).cpu().numpy().astype(np.float16)
    return LayoutPrediction.from_probabilities(probabilities, crop.alignment)
