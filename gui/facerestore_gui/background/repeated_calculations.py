"""What repeats across the scans of a batch, as it is shown to a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.batch.item import BatchItem
from facerestore.batch.plan import BatchRequest
from facerestore.files.reading import read_photo
from facerestore.jobs.damage_files import mask_paths
from facerestore.jobs.repeated_damage import settle_answers
from facerestore.jobs.repeated_report import Decision, ReportedPlace, report_in
from facerestore.values.damage_classes import DamageClass
from facerestore.values.errors import FaceRestoreError
from facerestore.values.geometry import Box
from facerestore.values.photo import Photo
from facerestore_gui.look.images import ScreenPixels

__all__ = ["PICTURE_PX", "Decision", "Question", "answer", "open_questions", "questions"]

PICTURE_PX: Final = 168
_EXAMPLES: Final = 2
_LEAST_AROUND_PX: Final = 24
_MOST_ENLARGED: Final = 4
_OUTLINE: Final = (210, 60, 235, 255)
"""In Qt's order blue, green, red, alpha."""


@dataclass(frozen=True, eq=False)
class Question:
    """A place of a report, ``index`` in it, that may be damage in every scan of its size. ``box``: where, in pixels of
    a scan. ``pictures``: of it with its surroundings in some of the scans, uint8 (h, w, 4) in Qt's order."""

    index: int
    kind: DamageClass
    box: Box
    seen: int
    searched: int
    pictures: tuple[NDArray[np.uint8], ...]


def open_questions(wanted: BatchRequest) -> int:
    """How many places of the report wait for an answer. Raises MaskUnreadable."""
    return len(_asked(wanted))


def questions(wanted: BatchRequest) -> tuple[Question, ...]:
    """Those places, with pictures. Raises MaskUnreadable."""
    asked = _asked(wanted)
    pictures: dict[int, list[NDArray[np.uint8]]] = {index: [] for index in asked}
    names = dict.fromkeys(name for place in asked.values() for name in place.examples)
    for name in names:  # each scan is read once
        wanting = [index for index, one in asked.items() if name in one.examples and len(pictures[index]) < _EXAMPLES]
        photo = _photo(wanted.photos / name) if wanting else None
        for index in wanting:
            if photo is not None and photo.extent == asked[index].extent:
                pictures[index].append(_picture(photo, asked[index]))
    return tuple(
        Question(index, place.kind, place.region.box, place.seen, place.searched, tuple(pictures[index]))
        for index, place in asked.items()
    )


def answer(wanted: BatchRequest, items: Sequence[BatchItem], answers: Mapping[int, Decision]) -> None:
    """What a person said, by the indexes of the questions: into the report and all masks of the folder. Raises
    FaceRestoreError."""
    folder = _folder(wanted)
    photos = list(dict.fromkeys(item.photo for item in items))
    masks = [(photo, mask) for photo, mask in mask_paths(photos, wanted.photos, folder) if mask.is_file()]
    settle_answers(folder, answers, masks)


def _folder(wanted: BatchRequest) -> Path:
    return wanted.masks or wanted.photos


def _asked(wanted: BatchRequest) -> dict[int, ReportedPlace]:
    if wanted.is_recursive:  # a report is of one folder
        return {}
    places = report_in(_folder(wanted))
    return {index: place for index, place in enumerate(places) if place.decision is Decision.ASK}


def _photo(path: Path) -> Photo | None:
    """None where it is not there any more, or cannot be read."""
    try:
        return read_photo(path)
    except (FaceRestoreError, OSError):
        return None


def _picture(photo: Photo, place: ReportedPlace) -> NDArray[np.uint8]:
    """The place with its surroundings, at most PICTURE_PX a side, and a line around it."""
    box = place.region.box
    around = max(_LEAST_AROUND_PX, min(box.width, box.height), max(box.width, box.height) // 4)
    wide = box.grown(around).clipped(photo.extent)
    scale = min(PICTURE_PX / max(wide.width, wide.height), _MOST_ENLARGED)
    size = max(1, round(wide.width * scale)), max(1, round(wide.height * scale))
    pixels = _four_channels(ScreenPixels(photo).part(wide))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_NEAREST
    shown = np.ascontiguousarray(cv2.resize(pixels, size, interpolation=way))
    # none of a thin line may be lost where it is reduced
    inside = cv2.resize(place.region.over(wide).astype(np.float32), size, interpolation=way) > 0
    grown = cv2.dilate(inside.astype(np.uint8), np.ones((9, 9), np.uint8))
    lines, _ = cv2.findContours(grown, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(shown, lines, -1, _OUTLINE, 1)
    return np.asarray(shown, np.uint8)


def _four_channels(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGRA), np.uint8) if pixels.ndim == 2 else pixels
