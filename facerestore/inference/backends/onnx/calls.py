"""Exported networks as those who ask them see them."""

# B batch, H W pixels, R lenders, Z latent length

from dataclasses import dataclass

import numpy as np

from facerestore.inference.backends.interface import (
    BorrowedArrays,
    Detections,
    Floats,
    ReferenceArrays,
    TextureArrays,
)
from facerestore.inference.backends.onnx.graphs import OnnxGraphs
from facerestore_resources.network_shapes import LAYOUT_LATENT_CHS


class OnnxCall:
    """A network of one graph or several, each loaded when it is first asked for."""

    def __init__(self, graphs: OnnxGraphs) -> None:
        self._graphs = graphs


class OnnxDetector(OnnxCall):
    """A face detector."""

    def __call__(self, photo_B3HW: Floats, hole_B1HW: Floats, /) -> Detections:
        return Detections(*self._graphs.whole.run(photo=photo_B3HW, hole=hole_B1HW))


class OnnxPoints(OnnxCall):
    """The five points of a face."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, /) -> Floats:
        return self._graphs.whole.run(crop=crop_B3HW, hole=hole_B1HW)[0]


class OnnxLayout(OnnxCall):
    """Stage 1; a latent of zero is the best single guess."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, latent_BZ: Floats | None, /) -> Floats:
        latent = np.zeros((1, LAYOUT_LATENT_CHS), np.float32) if latent_BZ is None else latent_BZ
        return self._graphs.whole.run(crop=crop_B3HW, hole=hole_B1HW, latent=latent)[0]


class OnnxEmbedding(OnnxCall):
    """The face embedding."""

    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, /) -> Floats:
        return self._graphs.whole.run(crop=crop_B3HW, hole=hole_B1HW)[0]


class OnnxDamage(OnnxCall):
    """The search for damage."""

    def __call__(self, photo_B3HW: Floats, /) -> Floats:
        return self._graphs.whole.run(photo=photo_B3HW)[0]


@dataclass(frozen=True, eq=False)
class _Lenders:
    """LenderFeatures of the models, in their order: of one crop and R lenders, the first the mirror image."""

    look: Floats
    starts: Floats
    visible: Floats
    coarse: Floats
    fine: Floats


class OnnxTexture(OnnxCall):
    """Stage 2, with its borrowing where the network has one."""

    def painted(self, inputs: TextureArrays) -> Floats:
        return self._graphs["painted"].run(**vars(inputs))[0]

    def lenders(self, inputs: TextureArrays, references: ReferenceArrays | None) -> _Lenders | None:
        if not self._graphs.has("mirror"):
            return None
        own = {"crop": inputs.crop, "hole": inputs.hole, "layout": inputs.layout}
        if references is None:
            return _Lenders(*self._graphs["mirror"].run(**own))
        return _Lenders(
            *self._graphs["references"].run(
                **own,
                reference_crop=references.crop_R3HW,
                reference_hole=references.hole_R1HW,
                reference_layout=references.layout_RKHW,
                reference_allowed=references.allowed_R1HW,
            )
        )

    def borrowed(self, painted_B3HW: Floats, lenders: object) -> BorrowedArrays:
        assert isinstance(lenders, _Lenders)
        graph = self._graphs["borrowed_one" if lenders.look.shape[1] == 1 else "borrowed_many"]
        return BorrowedArrays(*graph.run(painted=painted_B3HW, **vars(lenders)))
