"""TorchBackend: the installed networks, run by PyTorch on one device."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn

from facerestore.inference.backends.torch.calls import (
    MemoryErrors,
    TorchCall,
    TorchDamage,
    TorchDetector,
    TorchEmbedding,
    TorchLayout,
    TorchPoints,
    TorchRegion,
    TorchTexture,
)
from facerestore.inference.backends.torch.devices import describe_device, free_bytes
from facerestore.inference.backends.torch.networks import load_network, name_for, verified_task_hashes

_log = logging.getLogger(__name__)
_Call = TypeVar("_Call", bound=TorchCall)


class TorchBackend:
    """The networks of a folder of weights on one device, each loaded when it is first needed."""

    def __init__(self, device: torch.device, weights_dir: Path | None = None) -> None:
        self._device, self._weights_dir = device, weights_dir
        self._calls: dict[str, TorchCall] = {}
        self._hashes: dict[str, str] = {}
        self._processor: TorchBackend | None = None

    @property
    def device_name(self) -> str:
        return describe_device(self._device)

    @property
    def weight_hashes(self) -> Mapping[str, str]:
        return self._hashes

    def free_bytes(self) -> int | None:
        return free_bytes(self._device)

    def on_processor(self) -> "TorchBackend | None":
        if self._device.type == "cpu":
            return None
        if self._processor is None:
            self._processor = TorchBackend(torch.device("cpu"), self._weights_dir)
        return self._processor

    def verified_hashes(self, wanted: Sequence[str]) -> dict[str, str]:
        return verified_task_hashes(wanted, self._weights_dir)

    def detector(self) -> TorchDetector:
        return self._call("detection", TorchDetector)

    def points(self) -> TorchPoints:
        return self._call("points", TorchPoints)

    def layout(self) -> TorchLayout:
        return self._call("layout", TorchLayout)

    def texture(self, wanted: str) -> TorchTexture:
        return self._call(wanted, TorchTexture)

    def region(self, wanted: str) -> TorchRegion:
        return self._call(wanted, TorchRegion)

    def embedding(self) -> TorchEmbedding:
        return self._call("embedding", TorchEmbedding)

    def damage(self) -> TorchDamage:
        return self._call("damage", TorchDamage)

    def _call(self, wanted: str, make: Callable[[nn.Module], _Call]) -> _Call:
        """The program's own network of a task, or one by its name."""
        found = self._calls.get(wanted)
        if found is None:
            name = name_for(wanted, self._weights_dir)
            # loading a network onto a full device fails like running it
            with MemoryErrors():
                network, sha256 = load_network(name, self._device, self._weights_dir)
            _log.info("loaded %s on %s", name, self.device_name)
            found = self._calls[wanted] = make(network)
            self._hashes[wanted] = sha256
        return found  # type: ignore[return-value]
