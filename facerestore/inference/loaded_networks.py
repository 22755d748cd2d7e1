"""Networks: those of this installation at work, on one device."""

import logging
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from facerestore.inference.borrowing import LendersOnce
from facerestore.inference.damage_detection import map_damage
from facerestore.inference.detection import find_faces
from facerestore.inference.devices import choose_device, describe_device
from facerestore.inference.face_embedding import embed_face
from facerestore.inference.inpainting import paint_region
from facerestore.inference.layout_prediction import BestGuess, predict_layout
from facerestore.inference.networks import load_network, name_for
from facerestore.inference.texture_generation import generate_texture
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.damage_map import DamageMap
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.errors import OutOfMemory
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.face import Face
from facerestore.values.layout import LayoutPrediction
from facerestore.values.region import PaintedRegion
from facerestore.values.request import (
    DamageRequest,
    DetectionRequest,
    EmbeddingRequest,
    InpaintingRequest,
    LayoutRequest,
    TextureRequest,
)

log = logging.getLogger(__name__)
ON_PROCESSOR_NOTE = "The graphics device had too little free memory; this was painted on the processor instead."


class Networks:
    """The networks on one device, each loaded when it is first needed.

    Raises UsageError for a device that is not there; its methods raise WeightsMissing, WeightsDamaged and
    OutOfMemory.
    """

    def __init__(self, *, device: str = "auto", weights_dir: Path | None = None) -> None:
        self._device = choose_device(device)
        self._weights_dir = weights_dir
        self._networks: dict[tuple[str, torch.device], nn.Module] = {}
        self._best_guess = BestGuess()
        self._lenders = LendersOnce()
        self.weight_hashes: dict[str, str] = {}

    @property
    def device_name(self) -> str:
        return describe_device(self._device)

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        """The faces in a reduced photo, in photo pixels, the surest first; empty if there are none."""
        detector, points = self._network("detection"), self._network("points")
        with _memory_errors():
            return find_faces(detector, points, request, cancel=cancel)

    def predict_layout(self, request: LayoutRequest) -> LayoutPrediction:
        """Stage 1."""
        network = self._network("layout")
        with _memory_errors():
            return predict_layout(network, request, self._best_guess)

    def embed_face(self, request: EmbeddingRequest) -> FaceEmbedding:
        """Who it is. A device with too little memory is answered by the processor."""
        try:
            return self._embedded(request, self._device)
        except OutOfMemory:
            if self._device.type == "cpu":
                raise
            return self._embedded(request, torch.device("cpu"))

    def map_damage(
        self, request: DamageRequest, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
    ) -> DamageMap:
        """Where it is damaged."""
        network = self._network("damage")
        with _memory_errors():
            return map_damage(network, request, on_progress=on_progress, cancel=cancel)

    def generate_texture(
        self, request: TextureRequest, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
    ) -> Candidate:
        """Stage 2. A device with too little memory is answered by the processor, which the candidate's notes say."""
        raise_if_cancelled(cancel)
        on_progress("texture", 0, 1)
        try:
            candidate = self._painted(request, self._device)
        except OutOfMemory:
            if self._device.type == "cpu":
                raise
            log.warning("%s has too little memory for stage 2: it is repeated on the processor", self.device_name)
            candidate = replace(self._painted(request, torch.device("cpu")), notes=(ON_PROCESSOR_NOTE,))
        on_progress("texture", 1, 1)
        return candidate

    def paint_region(self, request: InpaintingRequest) -> PaintedRegion:
        """A region, painted. A device with too little memory is answered by the processor, which the notes say."""
        try:
            return self._inpainted(request, self._device)
        except OutOfMemory:
            if self._device.type == "cpu":
                raise
            log.warning("%s has too little memory for a region: it is repeated on the processor", self.device_name)
            return replace(self._inpainted(request, torch.device("cpu")), notes=(ON_PROCESSOR_NOTE,))

    def _inpainted(self, request: InpaintingRequest, device: torch.device) -> PaintedRegion:
        with _memory_errors():
            return paint_region(self._network(request.network, device), request)

    def _embedded(self, request: EmbeddingRequest, device: torch.device) -> FaceEmbedding:
        with _memory_errors():
            return embed_face(self._network("embedding", device), request)

    def _painted(self, request: TextureRequest, device: torch.device) -> Candidate:
        # loading a network onto a full device fails like running it
        with _memory_errors():
            return generate_texture(self._network(request.network, device), request, self._lenders)

    def _network(self, wanted: str, device: torch.device | None = None) -> nn.Module:
        """The program's own network of a task, or one by its name."""
        at = (wanted, device or self._device)
        if at not in self._networks:
            name = name_for(wanted, self._weights_dir)
            network, sha256 = load_network(name, at[1], self._weights_dir)
            log.info("loaded %s on %s", name, describe_device(at[1]))
            self._networks[at] = network
            self.weight_hashes[wanted] = sha256
        return self._networks[at]


class _memory_errors:
    """Turns what a device says when it is full into an OutOfMemory."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, torch.OutOfMemoryError | MemoryError):
            raise OutOfMemory(
                "The device has too little free memory.", advice="Close other programs, or use --device cpu."
            ) from error
