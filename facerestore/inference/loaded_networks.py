"""Networks: those of this installation at work, on one device."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from facerestore.inference.backend_choice import choose_backend
from facerestore.inference.backends.interface import InferenceBackend
from facerestore.inference.borrowing import LendersOnce
from facerestore.inference.damage_detection import TILE_PX, map_damage
from facerestore.inference.detection import DEFAULT, find_faces
from facerestore.inference.device_memory import lack_for_job, needed_bytes
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


@dataclass(frozen=True, slots=True)
class _Job:
    """What is asked of a network, as far as memory goes; see ``device_memory``."""

    kind: str
    network: str
    pixels: int
    references: int = 0


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

        def found(backend: InferenceBackend) -> tuple[Face, ...]:
            return find_faces(backend.detector(), backend.points(), request, cancel=cancel)

        return self._answered(_Job("detection", "detection", max(request.sizes_px or DEFAULT.sizes_px) ** 2), found)[0]

    def predict_layout(self, request: LayoutRequest) -> LayoutPrediction:
        """Stage 1."""

        def predicted(backend: InferenceBackend) -> LayoutPrediction:
            return predict_layout(backend.layout(), request, self._best_guess)

        return self._answered(_Job("layout", "layout", request.crop.hole.size), predicted)[0]

    def embed_face(self, request: EmbeddingRequest) -> FaceEmbedding:
        """Who it is. A device with too little memory is answered by the processor."""
        job = _Job("embedding", "embedding", request.crop.hole.size)
        return self._answered(job, lambda backend: embed_face(backend.embedding(), request))[0]

    def map_damage(
        self, request: DamageRequest, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
    ) -> DamageMap:
        """Where it is damaged."""

        def mapped(backend: InferenceBackend) -> DamageMap:
            return map_damage(backend.damage(), request, on_progress=on_progress, cancel=cancel)

        return self._answered(_Job("damage", "damage", TILE_PX**2), mapped)[0]

    def generate_texture(
        self, request: TextureRequest, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
    ) -> Candidate:
        """Stage 2. A device with too little memory is answered by the processor, which the candidate's notes say."""
        raise_if_cancelled(cancel)
        on_progress("texture", 0, 1)

        def painted(backend: InferenceBackend) -> Candidate:
            return generate_texture(backend.texture(request.network), request, self._lenders)

        job = _Job("texture", request.network, request.crop.hole.size, len(request.references))
        candidate, note = self._answered(job, painted)
        on_progress("texture", 1, 1)
        return replace(candidate, notes=(note,)) if note else candidate

    def paint_region(self, request: InpaintingRequest) -> PaintedRegion:
        """A region, painted. A device with too little memory is answered by the processor, which the notes say."""
        job = _Job("inpainting", request.network, request.region.hole.size)
        painted, note = self._answered(job, lambda backend: paint_region(backend.region(request.network), request))
        return replace(painted, notes=(note,)) if note else painted

    def _answered(self, job: _Job, work: Callable[[InferenceBackend], _T]) -> tuple[_T, str]:
        """(what a backend made, why that was the processor for want of memory on the device)."""
        is_loaded = job.network in self._backend.weight_hashes
        needed = needed_bytes(job.kind, job.pixels, is_loaded=is_loaded, references=job.references)
        note: str | None = lack_for_job(self._backend, needed)
        if note is None:
            try:
                return work(self._backend), ""
            except OutOfMemory:
                if self._backend.on_processor() is None:
                    raise
                note = ON_PROCESSOR_NOTE
        self._processor = self._backend.on_processor()
        assert self._processor is not None, "the processor's own memory is not asked for"
        _log.warning("%s has too little memory: %s is done on the processor", self.device_name, job.kind)
        return work(self._processor), note
