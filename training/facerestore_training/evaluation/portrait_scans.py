"""Faces of whole photographs as scans: cut in the frame of a crop, enlarged as a finer scanner would have seen them.

A scanner set finer than its print is sharp gives a scan that holds nothing of its last octave. Borrowed detail must be
no finer than that either.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from facerestore.compositing.detail import LEAST_ENLARGED
from facerestore.files.reading import read_photo
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import CROP_PX, Alignment, cut_crop
from facerestore.values.errors import FileError
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest, LayoutRequest
from facerestore_training.evaluation.detail import LabelledScan

_LEAST_SURE: Final = 0.7
_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"})


def portrait_scans(folder: Path, networks: LocalNetworks, *, enlarged: float) -> Iterator[LabelledScan]:
    """The surest face of each picture of a folder, by name, whose crop has at least ``LEAST_ENLARGED`` times 256 pixels
    of its own, as a square of ``enlarged`` times so many. Its labels are what stage 1 reads on it undamaged. Pictures
    that cannot be read, and those without such a face, are left out."""
    for path in sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES):
        try:
            photo = read_photo(path)
        except FileError:
            continue
        face = _surest(photo, networks)
        if face is None:
            continue
        native_px = CROP_PX / Alignment.of_face(face).scale
        if native_px >= LEAST_ENLARGED * CROP_PX:
            yield _scan(path.stem, photo, face, round(native_px * enlarged), networks)


def _surest(photo: Photo, networks: LocalNetworks) -> Face | None:
    faces = networks.answer(DetectionRequest.of(photo))
    assert isinstance(faces, tuple)
    return next((one for one in faces if one.confidence >= _LEAST_SURE), None)


def _scan(key: str, photo: Photo, face: Face, side_px: int, networks: LocalNetworks) -> LabelledScan:
    alignment = Alignment.of_face(face, crop_px=side_px)
    # pixel centres, as everywhere: half a pixel is added before and taken off after
    matrix = alignment.matrix_photo_to_crop.copy()
    matrix[:, 2] += matrix[:, :2] @ np.array([0.5, 0.5]) - 0.5
    levels = cv2.warpAffine(
        photo.pixels.astype(np.float32) * np.float32(255 / photo.white),
        matrix,
        (side_px, side_px),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REFLECT_101,
    )
    rgb = np.repeat(levels[..., None], 3, axis=2) if levels.ndim == 2 else levels
    pixels = np.clip(np.rint(rgb), 0, 255).astype(np.uint8)
    square = Photo(pixels)
    extent = Extent(side_px, side_px)
    nothing = Mask.from_bool(np.zeros((side_px, side_px), np.bool_))
    read = networks.answer(LayoutRequest(cut_crop(square, nothing, Alignment.of_aligned(extent))))
    assert isinstance(read, LayoutPrediction)
    labels = cv2.resize(read.layout.labels, (side_px, side_px), interpolation=cv2.INTER_NEAREST)
    return LabelledScan(key, pixels, np.asarray(labels, np.uint8))
