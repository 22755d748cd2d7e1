"""Numbers that the networks and those who feed them must agree on, for programs without PyTorch too."""

from typing import Final, NamedTuple

LAYOUT_LATENT_CHS: Final = 32
"""Length of the latent that chooses among the layouts a hole allows."""

TEXTURE_LATENT_CHS: Final = 32
"""Length of the latent of a painting."""

NOISE_MAPS: Final = 3
"""Maps of noise of a painting, one for each scale of the decoder."""

POINT_STRIDE: Final = 4
"""Pixels a side of the cells in which the five points are looked for."""


class Window(NamedTuple):
    """The square of the crop frame that the face embedding looks at, as shares of the crop's side."""

    left: float
    top: float
    side: float


FACE_WINDOW: Final = Window(left=0.195, top=0.299, side=0.62)
"""Of the CelebA-HQ frame: of 20 squares the one by which the distance tells photographs of one person from those of two
best (training persons of persons-256)."""
