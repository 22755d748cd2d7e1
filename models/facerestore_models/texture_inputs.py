"""TextureInputs: everything that a stage 2 may be given, by name, for a batch of crops."""

# B batch, H W pixels, K classes, N maps, Z latent length

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from facerestore_models.blocks.borrowing import Lenders


@dataclass(frozen=True, eq=False, kw_only=True)
class TextureInputs:
    """The inputs of a stage 2; ``NetworkSpec.inputs`` says which of them a network reads.

    ``crop``: (B, 3, H, W) 0...1 with zero in the hole. ``hole``: (B, 1, H, W), 1 = restore. ``layout``: probabilities
    (B, 19, H/2, W/2). ``latent``: N(0, 1), (B, 32). ``noise``: N(0, 1), (B, 3, H/2, W/2). ``tone``: (B,), 0 keeps the
    photograph's tone, 1 paints the tone that the print had when it was new; None is 0. ``mirror``: whether the crop's
    own mirror image is borrowed from. ``references``: further photographs of the person, None for none.

    >>> inputs = TextureInputs(crop=crop, hole=hole, layout=layout, latent=latent, noise=noise)
    >>> painted_B3HW = network(inputs.to(device))
    """

    crop: Tensor
    hole: Tensor
    layout: Tensor
    latent: Tensor
    noise: Tensor
    tone: Tensor | None = None
    mirror: bool = True
    references: Lenders | None = None

    def __len__(self) -> int:
        return len(self.crop)

    def to(self, device: torch.device) -> "TextureInputs":
        """The same on a device."""
        given = vars(self).items()
        moved: dict[str, Any] = {name: value.to(device) for name, value in given if isinstance(value, Tensor | Lenders)}
        return replace(self, **moved)

    @classmethod
    def joined(cls, parts: "Sequence[TextureInputs]") -> "TextureInputs":
        """The crops of all parts in one batch. A tone that some parts lack is 0 there.

        Raises ValueError for parts with references, whose numbers differ from picture to picture, and where only some
        borrow from their mirror image.
        """
        if any(part.references is not None for part in parts):
            raise ValueError("Pictures with references are no batch: their numbers differ.")
        if len({part.mirror for part in parts}) > 1:
            raise ValueError("A batch borrows from its mirror images or does not.")
        names = ("crop", "hole", "layout", "latent", "noise")
        tensors: dict[str, Any] = {name: torch.cat([getattr(part, name) for part in parts]) for name in names}
        tone = None
        if any(part.tone is not None for part in parts):
            tone = torch.cat([part.crop.new_zeros(len(part)) if part.tone is None else part.tone for part in parts])
        return cls(**tensors, tone=tone, mirror=parts[0].mirror)
