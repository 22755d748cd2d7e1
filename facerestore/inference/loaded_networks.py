"""Networks: those of this installation at work, on one device."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from facerestore.inference.backend_choice import choose_backend
from facerestore.inference.backends.interface import InferenceBackend
from facerestore.inference.borrowing import LendersOnce
from facerestore.inference.damage_detection import map_damage
from facerestore.inference.detection import find_faces
from facerestore.inference.face_embedding import embed_face
from facerestore.inference.inpainting import paint_region
from facerestore.inference.layout_prediction import BestGuess, predict_layout
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

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
ON_PROCESSOR_NOTE: Final = "The graphics device had too little free memory; this was painted on the processor instead."


class Networks:
    """The networks on one device, each loaded when it is first needed; what runs them is chosen by the device
    (``backend_choice``), unless a backend is given.

    Raises UsageError for a device that is not there; its methods raise WeightsMissing, WeightsDamaged and
    OutOfMemory.
    """

    def __init__(
        self, *, device: str = "auto", weights_dir: Path | None = None, backend: InferenceBackend | None = None
    ) -> None:
        self.device_reason, self.device_note = "", ""
        if backend is None:
            chosen = choose_backend(device, weights_dir)
            backend, self.device_reason, self.device_note = chosen.backend, chosen.reason, chosen.note
        self._backend = backend
        self._processor: InferenceBackend | None = None
        self._best_guess = BestGuess()
        self._lenders = LendersOnce()

    @property
    def device_name(self) -> str:
        return self._backend.device_name

    @property
    def weight_hashes(self) -> Mapping[str, str]:
        fallen_back = self._processor.weight_hashes if self._processor else {}
        return {**fallen_back, **self._backend.weight_hashes}

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        """The faces in a reduced photo, in photo pixels, the surest first; empty if there are none."""
        return find_faces(self._backend.detector(), self._backend.points(), request, cancel=cancel)

    def predict_layout(self, request: LayoutRequest) -> LayoutPrediction:
        """Stage 1."""
        return predict_layout(self._backend.layout(), request, self._best_guess)

    def embed_face(self, request: EmbeddingRequest) -> FaceEmbedding:
        """Who it is. A device with too little memory is answered by the processor."""
        return self._answered("an embedding", lambda backend: embed_face(backend.embedding(), request))[0]

    def map_damage(
        self, request: DamageRequest, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
    ) -> DamageMap:
        """Where it is damaged."""
        return map_damage(self._backend.damage(), request, on_progress=on_progress, cancel=cancel)

    def generate_texture(
        self, request: TextureRequest, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
    ) -> Candidate:
        """Stage 2. A device with too little memory is answered by the processor, which the candidate's notes say."""
        raise_if_cancelled(cancel)
        on_progress("texture", 0, 1)
        candidate, has_fallen_back = self._answered(
            "stage 2", lambda backend: generate_texture(backend.texture(request.network), request, self._lenders)
        )
        on_progress("texture", 1, 1)
        return replace(candidate, notes=(ON_PROCESSOR_NOTE,)) if has_fallen_back else candidate

    def paint_region(self, request: InpaintingRequest) -> PaintedRegion:
        """A region, painted. A device with too little memory is answered by the processor, which the notes say."""
        painted, has_fallen_back = self._answered(
            "a region", lambda backend: paint_region(backend.region(request.network), request)
        )
        return replace(painted, notes=(ON_PROCESSOR_NOTE,)) if has_fallen_back else painted

    def _answered(self, what: str, work: Callable[[InferenceBackend], _T]) -> tuple[_T, bool]:
        """(what a backend made, whether that was the processor because the device has too little memory)."""
        try:
            return work(self._backend), False
        except OutOfMemory:
            self._processor = self._backend.on_processor()
            if self._processor is None:
                raise
            _log.warning("%s has too little memory for %s: it is repeated on the processor", self.device_name, what)
            return work(self._processor), True
