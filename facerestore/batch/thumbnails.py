"""Small pictures of a restored photo for the report: before, with what was changed, and after."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facerestore.compositing.origins_picture import HAND_RGB, NETWORK_RGB, SURROUNDINGS_RGB
from facerestore.files.atomic_file import atomic_write
from facerestore.values.geometry import Box
from facerestore.values.repair import RepairedPhoto, RepairKind

SIDE_PX: Final = 220
KINDS: Final = ("before", "changed", "after")
_QUALITY: Final = 82
_TINT: Final = 0.65
_COLOURS: Final = {
    RepairKind.GENERATED: NETWORK_RGB,
    RepairKind.FILLED: SURROUNDINGS_RGB,
    RepairKind.HEALED: HAND_RGB,
    RepairKind.CLONED: HAND_RGB,
}


def write_thumbnails(repaired: RepairedPhoto, folder: Path, name: str) -> None:
    """``name``-before.jpg, ``name``-changed.jpg and ``name``-after.jpg, none larger than SIDE_PX a side. The photo is
    read in strips, every so many pixels, so that no copy of it is made. Raises OSError, FaceRestoreError."""
    extent = repaired.source.extent
    step = max(1, max(extent.width, extent.height) // (2 * SIDE_PX))
    bits = repaired.source.bits

    def reduced(read: Callable[[Box], NDArray[Any]]) -> NDArray[Any]:
        rows = []
        for strip in extent.box.strips():
            rows.append(read(strip)[-strip.top % step :: step, ::step])
        return np.concatenate(rows)

    before = _rgb(reduced(lambda box: repaired.source.pixels[box.slices]), bits)
    after = _rgb(reduced(repaired.read), bits)
    changed = before.copy()
    for kind, colour in _COLOURS.items():
        where = reduced(lambda box, kind=kind: repaired.where(box, kind))  # type: ignore[misc]
        changed[where] = (1 - _TINT) * changed[where] + _TINT * np.array(colour)
    folder.mkdir(parents=True, exist_ok=True)
    for kind_name, pixels in zip(KINDS, (before, changed, after), strict=True):
        atomic_write(folder / f"{name}-{kind_name}.jpg", _jpeg(pixels), overwrite=True)


def _rgb(samples: NDArray[Any], bits: int) -> NDArray[np.uint8]:
    eight_bit = samples if bits == 8 else samples >> 8
    rgb = np.repeat(eight_bit[..., None], 3, axis=2) if eight_bit.ndim == 2 else eight_bit[..., :3]
    return np.ascontiguousarray(rgb, np.uint8)


def _jpeg(pixels: NDArray[np.uint8]) -> bytes:
    height, width = pixels.shape[:2]
    scale = min(1.0, SIDE_PX / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    stream = io.BytesIO()
    Image.fromarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)).save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()
