"""OnnxBackend: the exported networks, run by ONNX Runtime."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

import onnxruntime

from facerestore.inference.backends.interface import InferenceBackend, RegionNetwork, TextureNetwork
from facerestore.inference.backends.onnx.calls import (
    OnnxCall,
    OnnxDamage,
    OnnxDetector,
    OnnxEmbedding,
    OnnxLayout,
    OnnxPoints,
    OnnxTexture,
)
from facerestore.inference.backends.onnx.exported import (
    ADVICE,
    ExportedNetwork,
    LeftOutWeights,
    read_exported,
    verified_bytes,
)
from facerestore.inference.backends.onnx.graphs import OnnxGraphs
from facerestore.inference.backends.onnx.sessions import CUDA, PROCESSOR, SessionSettings, thread_count
from facerestore.inference.device_names import graphics_name, processor_name
from facerestore.inference.graphics_driver import free_nvidia_bytes
from facerestore.inference.lacking_networks import refuse_lacking_task
from facerestore.values.errors import UsageError, WeightsMissing
from facerestore.values.translatable_text import TranslatableText

_log = logging.getLogger(__name__)
_LIBRARY: Final = "ONNX Runtime"
_Call = TypeVar("_Call", bound=OnnxCall)

PROVIDERS: Final[Mapping[str, str]] = {
    "onnx": PROCESSOR,
    "cuda": CUDA,
    "directml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
}
"""What ONNX Runtime may calculate with, by the device's name."""


class OnnxBackend:
    """The networks of a folder of exported ones, each loaded when it is first needed.

    ``others``: makes the backend that runs networks which were not exported; None where there is no such backend.
    ``device``: one of PROVIDERS; UsageError where ONNX Runtime has not got it.
    """

    def __init__(
        self, folder: Path, *, device: str = "onnx", others: Callable[[], InferenceBackend] | None = None
    ) -> None:
        provider = PROVIDERS[device]
        if provider not in onnxruntime.get_available_providers():
            raise UsageError(
                TranslatableText("The device {name!r} is not available here.", name=device),
                advice="Choose --device auto or --device cpu.",
            )
        self._folder, self._device, self._make_others = folder, device, others
        self._settings = SessionSettings(provider=provider, threads=thread_count())
        self._networks = read_exported(folder)
        self._calls: dict[str, OnnxCall] = {}
        self._hashes: dict[str, str] = {}
        self._others: InferenceBackend | None = None
        self._processor: OnnxBackend | None = None

    @property
    def device_name(self) -> str:
        """``cpu (ONNX Runtime, 2 threads)``, with the networks that something else runs."""
        also = ", ".join(sorted(self._others.weight_hashes)) if self._others else ""
        if self._device == "onnx":
            return processor_name(_LIBRARY, self._settings.threads, also=also)
        return graphics_name(self._device, _LIBRARY, also=also)

    @property
    def weight_hashes(self) -> Mapping[str, str]:
        return {**self._hashes, **(self._others.weight_hashes if self._others else {})}

    def free_bytes(self) -> int | None:
        # what it took once it keeps, and does not say how much of that is in use
        return free_nvidia_bytes() if self._device == "cuda" and not self._calls else None

    def on_processor(self) -> "OnnxBackend | None":
        if self._device == "onnx":
            return None
        if self._processor is None:
            self._processor = OnnxBackend(self._folder, others=self._make_others)
        return self._processor

    def verified_hashes(self, wanted: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in wanted:
            network = self._exported(one)
            if network is None:
                found |= self._other_backend(one).verified_hashes([one])
                continue
            weights = LeftOutWeights(self._folder, network)
            for graph in network.graphs:
                verified_bytes(self._folder, graph)
                weights.of(graph)
            found[one] = network.weights_sha256
        return found

    def detector(self) -> OnnxDetector:
        return self._call("detection", OnnxDetector)

    def points(self) -> OnnxPoints:
        return self._call("points", OnnxPoints)

    def layout(self) -> OnnxLayout:
        return self._call("layout", OnnxLayout)

    def texture(self, wanted: str) -> TextureNetwork:
        if self._exported(wanted) is None:
            return self._other_backend(wanted).texture(wanted)
        return self._call(wanted, OnnxTexture)

    def region(self, wanted: str) -> RegionNetwork:
        return self._other_backend(wanted).region(wanted)

    def embedding(self) -> OnnxEmbedding:
        return self._call("embedding", OnnxEmbedding)

    def damage(self) -> OnnxDamage:
        return self._call("damage", OnnxDamage)

    def _call(self, wanted: str, make: Callable[[OnnxGraphs], _Call]) -> _Call:
        found = self._calls.get(wanted)
        if found is None:
            network = self._exported(wanted)
            if network is None:
                refuse_lacking_task(wanted, self._folder)
                raise WeightsMissing(
                    TranslatableText(
                        "There are no weights for the task {task!r} in {folder}.", task=wanted, folder=str(self._folder)
                    ),
                    advice=ADVICE,
                )
            found = self._calls[wanted] = make(OnnxGraphs(network, self._folder, self._settings))
            _log.info("loaded %s on %s", network.name, self.device_name)
            self._hashes[wanted] = network.weights_sha256
        return found  # type: ignore[return-value]

    def _exported(self, wanted: str) -> ExportedNetwork | None:
        return next((one for one in self._networks if one.is_called(wanted)), None)

    def _other_backend(self, wanted: str) -> InferenceBackend:
        """What runs a network that was not exported. Raises WeightsMissing."""
        refuse_lacking_task(wanted, self._folder)
        if self._others is None:
            if self._make_others is None:
                raise WeightsMissing(
                    TranslatableText(
                        "The network {network} is run by PyTorch only, which is not installed.", network=wanted
                    ),
                    advice="Choose another way to restore, or install PyTorch.",
                )
            self._others = self._make_others()
        return self._others
