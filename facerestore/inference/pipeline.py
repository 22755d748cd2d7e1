"""One photo, from request to result: the steps, in order."""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore.compositing.compositor import changed_by, composite, painted_by
from facerestore.inference.detection import find_faces
from facerestore.inference.devices import choose_device, describe_device
from facerestore.inference.layout_prediction import BestGuess, predict_layout
from facerestore.inference.networks import load_network, network_for
from facerestore.inference.texture_generation import generate_texture
from facerestore.values.alignment import Alignment, cut_crop
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.errors import NoFaceFound, OutOfMemory, UsageError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.face import Face
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest, LayoutRequest, TextureRequest
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText
from facerestore_models import Task

log = logging.getLogger(__name__)

POINTS_ADVICE = (
    "Say where it is: --points with eye on the left, eye on the right, nose tip, mouth corner on the left and "
    'on the right as "x,y;x,y;x,y;x,y;x,y", or --aligned if the picture already is a CelebA-HQ crop.'
)


ON_PROCESSOR_NOTE = "The graphics device had too little free memory; this was painted on the processor instead."


class Restorer:
    """The networks on one device, each loaded when it is first needed.

    Raises UsageError for a device that is not there; its methods raise WeightsMissing, WeightsDamaged and
    OutOfMemory.
    """

    def __init__(self, *, device: str = "auto", weights_dir: Path | None = None) -> None:
        self._device = choose_device(device)
        self._weights_dir = weights_dir
        self._networks: dict[tuple[Task, torch.device], nn.Module] = {}
        self._best_guess = BestGuess()
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

    def _painted(self, request: TextureRequest, device: torch.device) -> Candidate:
        # loading a network onto a full device fails like running it
        with _memory_errors():
            return generate_texture(self._network("texture", device), request)

    def _network(self, task: Task, device: torch.device | None = None) -> nn.Module:
        at = (task, device or self._device)
        if at not in self._networks:
            network, sha256 = load_network(network_for(task, self._weights_dir), at[1], self._weights_dir)
            log.info("loaded the %s network on %s", task, describe_device(at[1]))
            self._networks[at] = network
            self.weight_hashes[task] = sha256
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


def find_alignments(
    restorer: Restorer,
    photo: Photo,
    mask: Mask | None,
    *,
    aligned: bool = False,
    points: NDArray[np.floating] | None = None,
) -> tuple[Alignment, ...]:
    """Where the faces are: the whole picture, the face placed by hand, or all that the detector finds.

    Raises UsageError for a picture that is no aligned crop, or for points that no face has; NoFaceFound.
    """
    if aligned:
        extent = photo.extent
        if abs(extent.width - extent.height) > 0.02 * max(extent.width, extent.height):
            raise UsageError(
                TranslatableText(
                    "An aligned crop is square; this picture is {width} x {height} pixels.",
                    width=extent.width,
                    height=extent.height,
                ),
                advice="Leave out --aligned to have the face found.",
            )
        return (Alignment.of_aligned(extent),)
    if points is not None:
        return (_placed_by_hand(points, photo),)
    faces = restorer.find_faces(DetectionRequest.of(photo, mask))
    if not faces:
        raise NoFaceFound("No face was found in this photo.", advice=POINTS_ADVICE)
    return tuple(Alignment.of_face(face) for face in faces)


def _placed_by_hand(points: NDArray[np.floating], photo: Photo) -> Alignment:
    try:
        alignment = Alignment.of_face(Face.from_points(points))
    except ValueError as error:
        raise UsageError(str(error), advice=POINTS_ADVICE) from error
    if alignment.box_photo(photo.extent).is_empty:
        raise UsageError("The points lie outside the photo.", advice=POINTS_ADVICE)
    return alignment


def predict_photo_layout(
    restorer: Restorer, photo: Photo, mask: Mask | None, alignment: Alignment, *, alternative: int = 0
) -> LayoutPrediction:
    """Stage 1 for one face of a photo."""
    crop = cut_crop(photo, mask or Mask.empty(photo.extent), alignment)
    return restorer.predict_layout(LayoutRequest(crop, alternative))


def restore_photo(
    restorer: Restorer,
    photo: Photo,
    mask: Mask,
    *,
    alignments: Sequence[Alignment],
    layouts: Sequence[Layout | None] = (),
    fill: Mask | None = None,
    protected: Mask | None = None,
    seed: int = 0,
    on_progress: OnProgress = no_progress,
    cancel: CancelToken = NEVER,
) -> RestorationResult:
    """The photo with its mask restored: every face that the mask touches by the networks, the rest from its
    surroundings. ``layouts`` go with ``alignments``; where one is missing, stage 1 predicts it.

    ``fill`` is continued from its surroundings without a network, whatever the mask says; ``protected`` pixels
    are bit-identical whatever both say. Neither the networks nor the filling see what ``fill`` covers.
    Raises Cancelled between steps.
    """
    started = time.monotonic()
    changed, painted = changed_by(mask, fill, protected), painted_by(mask, fill, protected)
    given = [*layouts, *([None] * (len(alignments) - len(layouts)))]
    candidates: list[Candidate] = []
    for index, (alignment, layout) in enumerate(zip(alignments, given, strict=True)):
        raise_if_cancelled(cancel)
        on_progress("layout", index, len(alignments))
        crop = cut_crop(photo, changed, alignment)
        if not _touches(painted, alignment) and (painted is not changed or not crop.hole.any()):
            continue
        chosen = layout or restorer.predict_layout(LayoutRequest(crop)).layout
        raise_if_cancelled(cancel)
        on_progress("texture", index, len(alignments))
        candidates.append(restorer.generate_texture(TextureRequest(crop, chosen, seed), cancel=cancel))
    raise_if_cancelled(cancel)
    result = composite(
        photo,
        mask,
        candidates,
        fill=fill,
        protected=protected,
        seed=seed,
        on_progress=on_progress,
        cancel=cancel,
    )
    return RestorationResult(
        photo=result.photo,
        candidates=tuple(candidates),
        generated=result.generated,
        device=restorer.device_name,
        elapsed_s=time.monotonic() - started,
        weights=dict(restorer.weight_hashes),
        notes=tuple(dict.fromkeys(note for candidate in candidates for note in candidate.notes)),
        filled=result.filled,
        protected=protected,
    )


def _touches(mask: Mask, alignment: Alignment) -> bool:
    """Whether the mask has anything to restore in the crop, be it finer than the crop's pixels."""
    box = alignment.box_photo(mask.extent)
    return not box.is_empty and bool(mask.coverage[box.slices].any())
