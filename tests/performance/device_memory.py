"""What each network takes of a device's memory: its weights, and the peak of what it holds beside them while it works.

    OMP_NUM_THREADS=2 python tests/performance/device_memory.py

Counted tensor by tensor on the processor, which needs no graphics card: the tensors are the same there. What a card
takes besides, its context and the libraries' workspaces, is not in it. The figures of
``facerestore/inference/device_memory.py`` are these.
"""

import json
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from facerestore.inference.backends.interface import ReferenceArrays
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.backends.torch.calls import TorchCall, TorchRegion
from facerestore.inference.device_probe import _crop, _inputs, _layout_by
from facerestore_models import create


def main() -> None:
    backend = TorchBackend(torch.device("cpu"))
    for name, pixels, call, network in _jobs(backend):
        call()  # loaded, and what is kept between calls is there
        with _Held(network) as held:
            call()
        peak = held.peak
        weights = sum(tensor.numel() * tensor.element_size() for tensor in network.state_dict().values())
        found = {"job": name, "weights_mb": round(weights / 1e6, 1), "peak_mb": round(peak / 1e6, 1)}
        print(json.dumps({**found, "bytes_per_pixel": round(peak / pixels)}), flush=True)


class _Held(TorchDispatchMode):
    """What tensors hold that were made since, without the weights. ``peak``: the most at a time."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.peak = self._now = 0
        self._live = {tensor.untyped_storage().data_ptr() for tensor in network.state_dict().values()}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        made = func(*args, **(kwargs or {}))
        for tensor in tree_leaves(made):
            if isinstance(tensor, torch.Tensor):
                self._note(tensor.untyped_storage())
        return made

    def _note(self, storage: torch.UntypedStorage) -> None:
        place, size = storage.data_ptr(), storage.nbytes()
        if place in self._live or not size:
            return
        self._live.add(place)
        self._now += size
        self.peak = max(self.peak, self._now)
        weakref.finalize(storage, self._gone, place, size)

    def _gone(self, place: int, size: int) -> None:
        self._live.discard(place)
        self._now -= size


def _jobs(backend: TorchBackend) -> list[tuple[str, int, Callable[[], object], nn.Module]]:
    crop = _crop()
    layout = _layout_by(backend, crop)
    inputs = _inputs(crop, layout)
    texture = backend.texture("texture")
    region = TorchRegion(create("in2").eval())

    def picture(side: int) -> tuple[np.ndarray, np.ndarray]:
        return np.full((1, 3, side, side), 0.5, np.float32), np.zeros((1, 1, side, side), np.float32)

    def lent(count: int) -> ReferenceArrays:
        return ReferenceArrays(
            crop_R3HW=np.repeat(inputs.crop, count, axis=0),
            hole_R1HW=np.repeat(inputs.hole, count, axis=0),
            layout_RKHW=np.repeat(inputs.layout, count, axis=0),
            allowed_R1HW=np.ones((count, 1, 256, 256), np.float32),
        )

    def borrow(count: int) -> object:
        lenders = texture.lenders(inputs, lent(count) if count else None)
        return None if lenders is None else texture.borrowed(inputs.crop, lenders)

    def hole(side: int) -> np.ndarray:
        cover = np.zeros((1, 1, side, side), np.float32)
        cover[..., side // 4 : side // 2, side // 4 : side // 2] = 1
        return cover

    crop_pixels = 256 * 256
    calls: list[tuple[str, int, Callable[[], object], TorchCall]] = [
        ("layout", crop_pixels, lambda: _layout_by(backend, crop), backend.layout()),
        ("texture", crop_pixels, lambda: texture.painted(inputs), texture),
        *(
            (f"borrowing, {count} references", crop_pixels, lambda n=count: borrow(n), texture)
            for count in (0, 1, 4, 8)
        ),
        ("points", 128 * 128, lambda: backend.points()(*picture(128)), backend.points()),
        ("embedding", crop_pixels, lambda: backend.embedding()(*picture(256)), backend.embedding()),
        *(
            (f"detection, {side} px", side * side, lambda n=side: backend.detector()(*picture(n)), backend.detector())
            for side in (256, 512, 1024)
        ),
        ("damage, 512 px", 512 * 512, lambda: backend.damage()(picture(512)[0]), backend.damage()),
        *(
            (f"inpainting, {n} px", n * n, lambda n=n: region(picture(n)[0], hole(n), None), region)
            for n in (256, 512, 768)
        ),
    ]
    return [(name, pixels, call, owner.network) for name, pixels, call, owner in calls]


if __name__ == "__main__":
    main()
