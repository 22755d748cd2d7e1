"""The record of a result: what it was made from, by what, and a hash of the pixels that nobody touched.

It is written as JSON beside the result. From it the result can be made again, and whoever receives both files
can see which part of the picture is the scan and which part was invented.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore import __version__
from facerestore.files.atomic_file import atomic_file
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.result import RestorationResult

FORMAT: Final = "facerestore-record/1"
_CHUNK_BYTES: Final = 1 << 20
_ROWS: Final = 256  # a large scan has no cheap copy


@dataclass(frozen=True, kw_only=True)
class FaceRecord:
    """One restored face: where its crop lies, the layout it followed (hash of ids), and its seed."""

    matrix_photo_to_crop: tuple[tuple[float, ...], ...]
    crop_px: int
    layout_sha256: str
    seed: int


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything a sidecar says. Shares are of all pixels of the photo, 0...1; hashes are SHA-256 in hex.

    ``kept_pixels_sha256`` is ``kept_pixels_hash`` of the result; ``kept_pixels_exact`` says that the result's
    file holds these pixels bit for bit (JPEG cannot).
    """

    program: str
    result_name: str
    source_name: str
    source_sha256: str | None
    width_px: int
    height_px: int
    bits: int
    channels: int
    has_alpha: bool
    mask_sha256: str
    masked_share: float
    generated_share: float
    filled_share: float
    kept_pixels_sha256: str
    kept_pixels_exact: bool
    faces: tuple[FaceRecord, ...]
    device: str
    weights: dict[str, str]
    notes: tuple[str, ...]


def record_of(
    result: RestorationResult, *, source: Photo, mask: Mask, result_name: str, is_lossless: bool = True
) -> Record:
    """The record of a result. Reads the source's file once more for its hash, if it came from one."""
    restore = mask.restore
    generated = result.generated & restore
    pixels = result.photo.pixels
    return Record(
        program=f"facerestore {__version__}",
        result_name=result_name,
        source_name=source.path.name if source.path else "",
        source_sha256=file_hash(source.path) if source.path and source.path.is_file() else None,
        width_px=source.extent.width,
        height_px=source.extent.height,
        bits=source.bits,
        channels=1 if pixels.ndim == 2 else int(pixels.shape[2]),
        has_alpha=source.alpha is not None,
        mask_sha256=array_hash(mask.coverage),
        masked_share=float(restore.mean()),
        generated_share=float(generated.mean()),
        filled_share=float((restore & ~generated).mean()),
        kept_pixels_sha256=kept_pixels_hash(result.photo, mask),
        kept_pixels_exact=is_lossless,
        faces=tuple(
            FaceRecord(
                matrix_photo_to_crop=tuple(
                    tuple(float(value) for value in row) for row in candidate.alignment.matrix_photo_to_crop
                ),
                crop_px=candidate.alignment.crop_px,
                layout_sha256=array_hash(candidate.layout.labels),
                seed=candidate.seed,
            )
            for candidate in result.candidates
        ),
        device=result.device,
        weights=dict(result.weights),
        notes=result.notes,
    )


def source_type(record: Record) -> str | None:
    """What the result's XMP says about how it came to be, in IPTC's words; None if nothing was restored."""
    if record.generated_share > 0:
        return "compositeWithTrainedAlgorithmicMedia"
    return "algorithmicallyEnhanced" if record.filled_share > 0 else None


def changed_kept_pixels(source: Photo, restored: Photo, mask: Mask) -> int:
    """How many pixels outside the mask differ between two photos of one size, depth and mode. Promised: 0.

    Raises ValueError when the photos cannot be compared bit for bit.
    """
    if source.pixels.shape != restored.pixels.shape or source.bits != restored.bits:
        raise ValueError("Photos of another size, depth or mode cannot be equal bit for bit.")
    if (source.alpha is None) != (restored.alpha is None) or mask.extent != source.extent:
        raise ValueError("Photos and mask have one size, and both photos have alpha or neither has.")
    differs = source.pixels != restored.pixels
    if differs.ndim == 3:
        differs = differs.any(axis=2)
    if source.alpha is not None and restored.alpha is not None:
        differs = differs | (source.alpha != restored.alpha)
    return int(np.count_nonzero(differs & ~mask.restore))


def kept_pixels_hash(photo: Photo, mask: Mask) -> str:
    """SHA-256 of the samples outside the mask, row by row, colour then alpha: equal for a photo and its
    restoration exactly when no kept pixel changed."""
    keep = ~mask.restore
    digest = hashlib.sha256(repr((photo.pixels.shape, photo.bits, photo.alpha is not None)).encode())
    for plane in (photo.pixels,) if photo.alpha is None else (photo.pixels, photo.alpha):
        for top in range(0, len(keep), _ROWS):
            rows = slice(top, top + _ROWS)
            digest.update(_little_endian(plane[rows][keep[rows]]))
    return digest.hexdigest()


def array_hash(array: NDArray[np.generic]) -> str:
    """SHA-256 of an array's shape, type and values, the same on every platform."""
    digest = hashlib.sha256(repr((array.shape, array.dtype.newbyteorder("<").str)).encode())
    digest.update(_little_endian(array))
    return digest.hexdigest()


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def is_record(path: Path) -> bool:
    """Whether the file is a record that this program wrote."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and str(content.get("format", "")).startswith("facerestore-record/")


def read_record(path: Path) -> dict[str, Any]:
    """The content of a record as its JSON says it. Raises ValueError if it is not one of this program's."""
    if not is_record(path):
        raise ValueError(f"{path.name} is not a record of facerestore.")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@contextmanager
def record_beside(record: Record, path: Path) -> Iterator[None]:
    """Puts the record into place when the block ends well, and leaves nothing behind when it does not.

    The record's bytes are on the disk before the block starts, so that what can fail (a full disk, a folder
    without permission) fails before the result is written. Raises OutputRefused.
    """
    content = json.dumps({"format": FORMAT, **asdict(record)}, indent=2, ensure_ascii=False)
    with atomic_file(path, overwrite=True) as stream:
        stream.write(content.encode() + b"\n")
        stream.flush()
        yield


def _little_endian(array: NDArray[np.generic]) -> bytes:
    contiguous = np.ascontiguousarray(array)
    return contiguous.astype(contiguous.dtype.newbyteorder("<"), copy=False).tobytes()
