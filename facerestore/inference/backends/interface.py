"""InferenceBackend: what runs the networks, and what each network is for those who ask it. Arrays are float32."""

# B batch, C channels, G groups of damage and none, H W pixels, K classes, N maps, P points, R lenders, Z latent length;
# h w cells

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Detections(NamedTuple):
    """One answer per cell of 8 px. ``score``: logits (B, h, w) of "a face has its centre here". ``box``: left, top,
    right, bottom in input pixels (B, h, w, 4). ``points``: five x, y in input pixels (B, h, w, 5, 2)."""

    score: Floats
    box: Floats
    points: Floats


class Detector(Protocol):
    """Photos (B, 3, H, W) 0...1 with zero in the hole, and holes (B, 1, H, W) -> detections. H and W are multiples of
    64."""

    def __call__(self, photo_B3HW: Floats, hole_B1HW: Floats, /) -> Detections: ...


class PointsNetwork(Protocol):
    """A close look at a face (1, 3, 128, 128) and its hole -> logits of each point's place (1, 5, 32, 32)."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, /) -> Floats: ...


class LayoutNetwork(Protocol):
    """A crop (1, 3, H, W) and its hole -> logits of the face classes (1, 19, H/2, W/2). A latent (1, 32) chooses among
    the layouts that the hole allows; None gives the best single guess."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, latent_BZ: Floats | None, /) -> Floats: ...


class EmbeddingNetwork(Protocol):
    """A crop (1, 3, H, W) and its hole -> the embedding (1, 128)."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, /) -> Floats: ...


class DamageNetwork(Protocol):
    """A tile (1, 3, H, W) 0...1 -> probabilities of what each pixel suffers from (1, 5, H, W). H and W are multiples of
    32, 64 at least."""

    def __call__(self, photo_B3HW: Floats, /) -> Floats: ...


class RegionNetwork(Protocol):
    """A region (1, 3, H, W) with zero in the hole, and its hole -> the region, painted, unclipped around 0...1.
    ``face_box``: left, top, right, bottom in pixels; None where no face is known."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, face_box: Sequence[float] | None, /) -> Floats: ...


@dataclass(frozen=True, eq=False, kw_only=True)
class TextureArrays:
    """What stage 2 is given for one crop. ``crop``: (1, 3, H, W) 0...1 with zero in the hole. ``hole``: (1, 1, H, W).
    ``layout``: probabilities (1, 19, H/2, W/2). ``latent``: (1, 32), ``noise``: (1, 3, H/2, W/2), both N(0, 1)."""

    crop: Floats
    hole: Floats
    layout: Floats
    latent: Floats
    noise: Floats


@dataclass(frozen=True, eq=False, kw_only=True)
class ReferenceArrays:
    """R other photographs of the person, in their own tone, and where each may lend 0...1: ``allowed_R1HW``."""

    crop_R3HW: Floats
    hole_R1HW: Floats
    layout_RKHW: Floats
    allowed_R1HW: Floats


class BorrowedArrays(NamedTuple):
    """A painting (1, 3, H, W) that has borrowed, and the lenders' shares of each pixel (R, H, W) 0...1, the mean of
    those of light and shape and of detail."""

    painted: Floats
    shares: Floats


class TextureNetwork(Protocol):
    """Stage 2. ``lenders`` belong to a crop and its layout, whatever is painted: the mirror image first, then the
    references in their order; None where the network does not borrow. They are read by its ``borrowed`` only."""

    def painted(self, inputs: TextureArrays) -> Floats: ...

    def lenders(self, inputs: TextureArrays, references: ReferenceArrays | None) -> object | None: ...

    def borrowed(self, painted_B3HW: Floats, lenders: object) -> BorrowedArrays: ...


class InferenceBackend(Protocol):
    """Something that runs the networks of an installation on one device, each loaded when it is first asked for; asked
    again it is the same object.

    ``wanted``: a task, or a network's own name. ``weight_hashes``: the SHA-256 of the weights that were loaded so far.
    Methods and networks raise WeightsMissing, WeightsDamaged and OutOfMemory.
    """

    @property
    def device_name(self) -> str: ...

    @property
    def weight_hashes(self) -> Mapping[str, str]: ...

    def free_bytes(self) -> int | None:
        """What this process may still take of a graphics device's memory; None where that cannot be told, and for the
        processor."""

    def on_processor(self) -> "InferenceBackend | None":
        """What takes over where the device has too little memory; None for the processor itself."""

    def verified_hashes(self, wanted: Sequence[str]) -> dict[str, str]:
        """SHA-256 of the weights of these networks, whose files are whole."""

    def detector(self) -> Detector: ...

    def points(self) -> PointsNetwork: ...

    def layout(self) -> LayoutNetwork: ...

    def texture(self, wanted: str) -> TextureNetwork: ...

    def region(self, wanted: str) -> RegionNetwork: ...

    def embedding(self) -> EmbeddingNetwork: ...

    def damage(self) -> DamageNetwork: ...
