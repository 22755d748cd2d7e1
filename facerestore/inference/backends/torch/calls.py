"""Networks of PyTorch as those who ask them see them: arrays in, arrays out."""

# B batch, H W pixels, R lenders, Z latent length

from collections.abc import Callable, Sequence
from functools import wraps
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from facerestore.inference.backends.interface import (
    BorrowedArrays,
    Detections,
    Floats,
    ReferenceArrays,
    TextureArrays,
)
from facerestore.values.errors import OutOfMemory
from facerestore_models import TextureInputs
from facerestore_models.blocks.borrowing import LenderFeatures, Lenders
from facerestore_models.in2 import read_size
from facerestore_models.texture_generator import TextureGenerator
from facerestore_models.tone import toned_like

_Given = ParamSpec("_Given")
_T = TypeVar("_T")


class MemoryErrors:
    """Turns what a device says when it is full into an OutOfMemory."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, torch.OutOfMemoryError | MemoryError):
            raise OutOfMemory(
                "The device has too little free memory.", advice="Close other programs, or use --device cpu."
            ) from error


def _asked(call: Callable[_Given, _T]) -> Callable[_Given, _T]:
    """A call without gradients that says where memory was missing."""

    @wraps(call)
    def answered(*args: _Given.args, **named: _Given.kwargs) -> _T:
        with MemoryErrors(), torch.no_grad():
            return call(*args, **named)

    return answered


class TorchCall:
    """A network in evaluation mode and the device that it is on."""

    def __init__(self, network: nn.Module) -> None:
        self.network = network
        self.device = next(network.parameters()).device

    def given(self, array: Floats) -> Tensor:
        """On the network's device, as convolutions like it."""
        # copied where it is read-only, or no order that a tensor can have
        held = array if array.flags.c_contiguous and array.flags.writeable else array.copy(order="C")
        tensor = torch.from_numpy(held)
        if tensor.ndim == 4:
            tensor = tensor.contiguous(memory_format=torch.channels_last)
        return tensor.to(self.device)


class TorchDetector(TorchCall):
    """A face detector."""

    @_asked
    def __call__(self, photo_B3HW: Floats, hole_B1HW: Floats, /) -> Detections:
        found = self.network(self.given(photo_B3HW), self.given(hole_B1HW))
        return Detections(_back(found.score), _back(found.box), _back(found.points))


class TorchPoints(TorchCall):
    """The five points of a face."""

    @_asked
    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, /) -> Floats:
        return _back(self.network(self.given(crop_B3HW), self.given(hole_B1HW)))


class TorchLayout(TorchCall):
    """Stage 1."""

    @_asked
    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, latent_BZ: Floats | None, /) -> Floats:
        latent = () if latent_BZ is None else (self.given(latent_BZ),)
        return _back(self.network(self.given(crop_B3HW), self.given(hole_B1HW), *latent))


class TorchEmbedding(TorchCall):
    """The face embedding."""

    @_asked
    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, /) -> Floats:
        return _back(self.network(self.given(crop_B3HW), self.given(hole_B1HW)))


class TorchDamage(TorchCall):
    """The search for damage, of which nothing is known beforehand."""

    @_asked
    def __call__(self, photo_B3HW: Floats, /) -> Floats:
        photo = self.given(photo_B3HW)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=_is_quick_with_bf16(self.device)):
            logits = self.network(photo, torch.zeros_like(photo[:, :1]))
        return _back(logits.softmax(dim=1))


class TorchRegion(TorchCall):
    """Inpainting of any shape."""

    @_asked
    def __call__(self, crop_B3HW: Floats, hole_B1HW: Floats, face_box: Sequence[float] | None, /) -> Floats:
        box = None if face_box is None else torch.tensor([face_box], device=self.device)
        size = (hole_B1HW.shape[-2], hole_B1HW.shape[-1])
        return _back(self.network(self.given(crop_B3HW), self.given(hole_B1HW), box, None, read_size(*size)))


class TorchTexture(TorchCall):
    """Stage 2, with its borrowing where the network has one."""

    @_asked
    def painted(self, inputs: TextureArrays) -> Floats:
        network = self.network
        found = network.painted if isinstance(network, TextureGenerator) else network
        return _back(found(self._inputs(inputs)))

    @_asked
    def lenders(self, inputs: TextureArrays, references: ReferenceArrays | None) -> LenderFeatures | None:
        network = self.network
        if not isinstance(network, TextureGenerator):
            return None
        given = self._inputs(inputs, None if references is None else self._toned(references, inputs))
        found = network.lenders(given)
        if found is None:
            return None
        if references is not None:
            allowed = self.given(references.allowed_R1HW)
            found = found.within(torch.cat([torch.ones_like(allowed[:1]), allowed])[None])
        return network.lender_features(given, found)

    @_asked
    def borrowed(self, painted_B3HW: Floats, lenders: object) -> BorrowedArrays:
        assert isinstance(self.network, TextureGenerator)
        assert isinstance(lenders, LenderFeatures)
        made = self.network.borrowing.borrow(self.given(painted_B3HW), lenders)
        shares_R1HW = (made.coarse_BR1HW[0] + made.fine_BR1HW[0]) / 2
        return BorrowedArrays(_back(made.painted_B3HW), _back(shares_R1HW[:, 0]))

    def _inputs(self, inputs: TextureArrays, references: Lenders | None = None) -> TextureInputs:
        tensors: dict[str, Any] = {name: self.given(array) for name, array in vars(inputs).items()}
        return TextureInputs(**tensors, references=references)

    def _toned(self, references: ReferenceArrays, inputs: TextureArrays) -> Lenders:
        """The references in the tone of the crop that borrows."""
        lent = (references.crop_R3HW, references.hole_R1HW, references.layout_RKHW)
        crop, hole, layout = (self.given(array) for array in lent)
        own = (self.given(array).expand(len(crop), -1, -1, -1) for array in (inputs.crop, inputs.hole, inputs.layout))
        return Lenders.references(toned_like(crop, hole, layout, *own), hole, layout)


def _back(tensor: Tensor) -> Floats:
    return np.ascontiguousarray(tensor.float().cpu().numpy())


def _is_quick_with_bf16(device: torch.device) -> bool:
    """On CPUs with matrix units; others imitate it, and are slower than in float32."""
    return device.type == "cpu" and bool(torch.cpu._is_amx_tile_supported())
