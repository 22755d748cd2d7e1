"""Photos to encoded faces, in this process or in several; whatever is wrong with one does not stop the rest."""

import hashlib
import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.files.reading import read_photo
from facerestore.inference.loaded_networks import Networks
from facerestore.values.alignment import Alignment
from facerestore.values.errors import FaceRestoreError, WeightsError
from facerestore.values.face import Face
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest
from facerestore_training.data.decoding import encode_labels, encode_lossless
from facerestore_training.preparation.cutting import Criteria, FaceFigures, Reason, cut_face, cut_labels, objection
from facerestore_training.preparation.duplicates import look_hash
from facerestore_training.preparation.photos import PhotoFile

_log = logging.getLogger(__name__)

FindFaces = Callable[[Photo], Sequence[Face]]

_WAITING_PER_WORKER: Final = 4


@dataclass(frozen=True, kw_only=True)
class ExaminedFace:
    """A face that is good enough (``reason`` None), with its files, or one that is not."""

    figures: FaceFigures | None
    reason: Reason | None = None
    detail: str = ""
    picture: bytes = b""
    labels: bytes = b""
    look: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Examined:
    """What a photo gave; ``reason`` is set where the photo as a whole is left out."""

    sha256: str = ""
    reason: Reason | None = None
    detail: str = ""
    faces: tuple[ExaminedFace, ...] = ()


def examine(photo_file: PhotoFile, find_faces: FindFaces, criteria: Criteria, *, needs_labels: bool) -> Examined:
    """The faces of a photo, cut, judged and encoded. Raises WeightsError, and nothing about the photo."""
    sha256 = ""
    try:
        sha256 = hashlib.sha256(photo_file.path.read_bytes()).hexdigest()
        photo = read_photo(photo_file.path)
        faces: Sequence[Face | None] = (None,) if photo_file.is_aligned else find_faces(photo)
        labels_photo = _labels(photo_file) if needs_labels and faces else None
        examined = tuple(_examined_face(photo, face, labels_photo, criteria) for face in faces)
    except WeightsError:
        raise
    except _LabelsUnusable as error:
        return Examined(sha256=sha256, reason=Reason.NO_LABELS, detail=str(error))
    except (FaceRestoreError, OSError) as error:
        return Examined(sha256=sha256, reason=Reason.UNREADABLE, detail=str(error))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one photo, the others are prepared
        _log.exception("%s", photo_file.path)
        return Examined(sha256=sha256, reason=Reason.UNREADABLE, detail=f"unexpected: {type(error).__name__}")
    return Examined(sha256=sha256, reason=None if examined else Reason.NO_FACE, faces=examined)


def examined_all(
    photos: Sequence[PhotoFile], *, criteria: Criteria, needs_labels: bool, device: str, workers: int
) -> Iterator[Examined]:
    """One answer for each photo, in order, a few photos ahead at most. Raises WeightsError."""
    arguments = (device, criteria, needs_labels)
    if workers == 1:
        _keep_to_one_thread()
        worker = _Worker(*arguments)
        yield from map(worker.examine, photos)
        return
    with ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_start_worker, initargs=arguments
    ) as pool:
        waiting: deque[Future[Examined]] = deque()
        for photo in photos:
            waiting.append(pool.submit(_examine_in_worker, photo))
            if len(waiting) >= _WAITING_PER_WORKER * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


class _Worker:
    def __init__(self, device: str, criteria: Criteria, needs_labels: bool) -> None:  # noqa: FBT001 - from initargs
        self._networks = Networks(device=device)
        self._criteria = criteria
        self._needs_labels = needs_labels

    def examine(self, photo: PhotoFile) -> Examined:
        return examine(photo, self._found, self._criteria, needs_labels=self._needs_labels)

    def _found(self, photo: Photo) -> Sequence[Face]:
        return self._networks.find_faces(DetectionRequest.of(photo))


_worker: _Worker | None = None


def _start_worker(device: str, criteria: Criteria, needs_labels: bool) -> None:  # noqa: FBT001 - from initargs
    global _worker
    # Ctrl+C is for the first process, which then ends the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _keep_to_one_thread()
    _worker = _Worker(device, criteria, needs_labels)


def _keep_to_one_thread() -> None:
    # the networks are small: cores are better used by processes than by threads that wait for each other
    torch.set_num_threads(1)
    cv2.setNumThreads(1)


def _examine_in_worker(photo: PhotoFile) -> Examined:
    assert _worker is not None
    return _worker.examine(photo)


class _LabelsUnusable(Exception):
    """A photo's label map is missing, unreadable or not the photo's."""


def _labels(photo_file: PhotoFile) -> NDArray[np.uint8]:
    if photo_file.labels is None:
        raise _LabelsUnusable("there is none")
    try:
        return photo_file.labels.read()
    except (FaceRestoreError, ValueError, OSError) as error:
        raise _LabelsUnusable(str(error)) from error


def _examined_face(
    photo: Photo, face: Face | None, labels_photo: NDArray[np.uint8] | None, criteria: Criteria
) -> ExaminedFace:
    try:
        alignment = Alignment.of_aligned(photo.extent) if face is None else Alignment.of_face(face)
        pixels, figures = cut_face(photo, alignment, face)
    except ValueError as error:
        return ExaminedFace(figures=None, reason=Reason.ODD_POINTS, detail=str(error))
    objected = objection(figures, criteria)
    if objected:
        return ExaminedFace(figures=figures, reason=objected[0], detail=objected[1])
    labels = b""
    if labels_photo is not None:
        try:
            labels = encode_labels(cut_labels(labels_photo, photo.extent, alignment))
        except ValueError as error:
            raise _LabelsUnusable(str(error)) from error
    return ExaminedFace(figures=figures, picture=encode_lossless(pixels), labels=labels, look=look_hash(pixels))
