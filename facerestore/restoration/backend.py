"""Backend: what answers requests, be it in this process or in the worker's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from facerestore.values.cancellation import CancelToken, raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.damage_map import DamageMap
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.events import OnProgress
from facerestore.values.face import Face
from facerestore.values.layout import LayoutPrediction
from facerestore.values.region import PaintedRegion
from facerestore.values.request import (
    DamageRequest,
    DetectionRequest,
    EmbeddingRequest,
    InpaintingRequest,
    LayoutRequest,
    Request,
    TextureRequest,
)


class Backend(Protocol):
    """The loaded networks, or what stands for them in a test. ``weight_hashes`` grows as networks are loaded.
    ``device_reason``: why they run there; ``device_note``: what a person must know who named another device.

    Its methods raise WeightsMissing, WeightsDamaged and OutOfMemory.
    """

    @property
    def device_name(self) -> str: ...

    @property
    def device_reason(self) -> str: ...

    @property
    def device_note(self) -> str: ...

    @property
    def weight_hashes(self) -> Mapping[str, str]: ...

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken) -> tuple[Face, ...]: ...

    def predict_layout(self, request: LayoutRequest) -> LayoutPrediction: ...

    def generate_texture(
        self, request: TextureRequest, *, on_progress: OnProgress, cancel: CancelToken
    ) -> Candidate: ...

    def paint_region(self, request: InpaintingRequest) -> PaintedRegion: ...

    def embed_face(self, request: EmbeddingRequest) -> FaceEmbedding: ...

    def map_damage(self, request: DamageRequest, *, on_progress: OnProgress, cancel: CancelToken) -> DamageMap: ...


@dataclass(frozen=True)
class Ready:
    """What a backend works with: the device, and the SHA-256 of the networks loaded so far. ``device_reason``,
    ``device_note``: as of the backend."""

    device_name: str = ""
    weight_hashes: dict[str, str] = field(default_factory=dict)
    device_reason: str = ""
    device_note: str = ""

    @classmethod
    def of(cls, backend: Backend) -> "Ready":
        return cls(backend.device_name, dict(backend.weight_hashes), backend.device_reason, backend.device_note)


Answered = tuple[Face, ...] | LayoutPrediction | Candidate | PaintedRegion | FaceEmbedding | DamageMap
"""What there is for an answer."""


def answer(backend: Backend, request: Request, on_progress: OnProgress, cancel: CancelToken) -> Answered:
    """The answer to a request, of the kind that belongs to it. Raises Cancelled before and after, and what the backend
    raises."""
    raise_if_cancelled(cancel)
    on_progress(STAGES[type(request)], 0, 0)
    made: Answered
    match request:
        case DetectionRequest():
            made = backend.find_faces(request, cancel=cancel)
        case LayoutRequest():
            made = backend.predict_layout(request)
        case TextureRequest():
            made = backend.generate_texture(request, on_progress=on_progress, cancel=cancel)
        case InpaintingRequest():
            made = backend.paint_region(request)
        case EmbeddingRequest():
            made = backend.embed_face(request)
        case DamageRequest():
            made = backend.map_damage(request, on_progress=on_progress, cancel=cancel)
    raise_if_cancelled(cancel)
    return made


STAGES: Mapping[type[Request], str] = {
    DetectionRequest: "faces",
    LayoutRequest: "layout",
    TextureRequest: "texture",
    InpaintingRequest: "painting",
    EmbeddingRequest: "likeness",
    DamageRequest: "damage",
}
"""A word for each kind of request, as in Progressed."""
