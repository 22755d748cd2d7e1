"""References in stage 2's training: from drawn photographs to what the network reads."""

# B batch, R references of the batch, N references of one sample, H W pixels, K classes

import numpy as np
from torch import Tensor

from facerestore_models.blocks.borrowing import Lenders
from facerestore_models.tone import toned_like
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training.data.persons import ReferenceBatches
from facerestore_training.losses import equations
from facerestore_training.runs.loop import Batch


def reference_inputs(references: ReferenceBatches, batch: Batch, rng: np.random.Generator) -> dict[str, Tensor]:
    """``reference_crop``, ``reference_hole``, ``reference_layout`` of R references in the tone of their samples, and
    ``reference_places`` (B, N). Nothing where no sample has one.

    ``batch`` has ``crop``, ``hole``, ``layout`` and ``drawn``.
    """
    crop, hole, layout = batch["crop"], batch["hole"], batch["layout"]
    # references are read from memory or disk, whatever device makes the batches
    drawn = {name: value.to(crop.device) for name, value in references(batch["drawn"], crop.shape[-1], rng).items()}
    if not drawn:
        return {}
    labels, places = drawn.pop("reference_labels"), drawn["reference_places"]
    lent = equations.label_probabilities(labels, layout.shape[-1], CLASS_COUNT)
    sample_R = (places >= 0).nonzero()[:, 0]
    photo = (crop[sample_R], hole[sample_R], layout[sample_R])
    toned = toned_like(drawn["reference_crop"], drawn["reference_hole"], lent, *photo)
    return drawn | {"reference_crop": toned, "reference_layout": lent}


def lenders_of(batch: Batch) -> Lenders | None:
    """The references of a batch as the network reads them."""
    if "reference_places" not in batch:
        return None
    lent = Lenders.references(batch["reference_crop"], batch["reference_hole"], batch["reference_layout"])
    return lent.arranged(batch["reference_places"])
