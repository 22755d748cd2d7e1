"""The record of a result: what it was made from, by what, and hashes of what was invented and of what nobody touched.

It is written as JSON beside the result. From it the result can be made again, and whoever receives both files
can see which part of the picture is the scan and which part was invented.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore import __version__
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import FULL_STRENGTH, CandidateMix
from facerestore.values.damage_table import ClassShare
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where
from facerestore.values.result import RestorationResult

_CHUNK_BYTES: Final = 1 << 20
_ROWS: Final = 256  # a large scan has no cheap copy


@dataclass(frozen=True, kw_only=True)
class PartRecord:
    """What a face has of one candidate: its share of the crop, 0...1, and at which strengths, in percent."""

    seed: int
    share: float
    mean_strength: float
    least_strength: int
    full_strength_share: float


@dataclass(frozen=True, kw_only=True)
class FaceRecord:
    """One restored face: where its crop lies, the layout it followed (hash of ids), and its seed, which is that of most
    of its ``parts``. ``parts_sha256``: of the plane that says which part lies where, as numbers of ``parts``."""

    matrix_photo_to_crop: tuple[tuple[float, ...], ...]
    crop_px: int
    layout_sha256: str
    seed: int
    parts: tuple[PartRecord, ...]
    parts_sha256: str
    strength_sha256: str


@dataclass(frozen=True, kw_only=True)
class AreaRecord:
    """Some of the photo's pixels. ``where_sha256``: of the area as a mask, like ``mask_sha256``; ``pixels_sha256``:
    ``pixels_hash`` of the result in it."""

    share: float
    where_sha256: str
    pixels_sha256: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything a sidecar says. Shares are of all pixels of the photo, 0...1; hashes are SHA-256 in hex.

    ``kept_pixels_sha256`` is ``kept_pixels_hash`` of the result; ``kept_pixels_exact`` says that the result's
    file holds these pixels bit for bit (JPEG cannot). ``areas``, without overlap: "generated" by the networks, "filled"
    from their surroundings, "left" as they were though the mask asks for them, because their strength is 0, and
    "protected", which lie outside the mask. ``classes``: the policies in force, of the classes that were painted.
    ``restorer``: the way in which it was restored; ``weights``: of the networks that had a part in it.
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
    areas: dict[str, AreaRecord]
    classes: tuple[ClassShare, ...]
    faces: tuple[FaceRecord, ...]
    restorer: str
    device: str
    weights: dict[str, str]
    notes: tuple[str, ...]


def record_of(
    result: RestorationResult, *, source: Photo, mask: Mask, result_name: str, is_lossless: bool = True
) -> Record:
    """The record of a result. Reads the source's file once more for its hash, if it came from one."""
    restore = mask.restore
    generated = result.generated & restore
    filled = (restore if result.filled is None else result.filled & restore) & ~generated
    protected = np.zeros_like(restore) if result.protected is None else result.protected.restore
    areas = {
        "generated": generated,
        "filled": filled,
        "left": restore & ~generated & ~filled,
        "protected": protected,
    }
    choices = result.choices or (None,) * len(result.candidates)
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
        filled_share=float(filled.mean()),
        kept_pixels_sha256=kept_pixels_hash(result.photo, mask),
        kept_pixels_exact=is_lossless,
        areas={name: _area_record(result.photo, area) for name, area in areas.items()},
        classes=result.classes,
        faces=tuple(
            _face_record(candidate, choice) for candidate, choice in zip(result.candidates, choices, strict=True)
        ),
        restorer=result.restorer,
        device=result.device,
        weights=dict(result.weights),
        notes=result.notes,
    )


def _face_record(candidate: Candidate, choice: CandidateMix | None) -> FaceRecord:
    made = choice or CandidateMix.whole(candidate.seed, candidate.alignment.crop_px)
    strengths = [made.strength[made.plane == number] for number in range(len(made.seeds))]
    return FaceRecord(
        matrix_photo_to_crop=tuple(
            tuple(float(value) for value in row) for row in candidate.alignment.matrix_photo_to_crop
        ),
        crop_px=candidate.alignment.crop_px,
        layout_sha256=array_hash(candidate.layout.labels),
        seed=candidate.seed,
        parts=tuple(
            PartRecord(
                seed=seed,
                share=strength.size / made.plane.size,
                mean_strength=float(strength.mean()) if strength.size else 0.0,
                least_strength=int(strength.min(initial=FULL_STRENGTH)),
                full_strength_share=float((strength == FULL_STRENGTH).mean()) if strength.size else 0.0,
            )
            for seed, strength in zip(made.seeds, strengths, strict=True)
        ),
        parts_sha256=array_hash(made.plane),
        strength_sha256=array_hash(made.strength),
    )


def _area_record(photo: Photo, area: NDArray[np.bool_]) -> AreaRecord:
    return AreaRecord(
        share=float(area.mean()),
        where_sha256=array_hash(area.view(np.uint8) * np.uint8(255)),
        pixels_sha256=pixels_hash(photo, area),
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
    """``pixels_hash`` of what lies outside the mask: equal for a photo and its restoration exactly when no kept pixel
    changed."""
    return pixels_hash(photo, ~mask.restore)


def pixels_hash(photo: Photo, area: NDArray[np.bool_]) -> str:
    """SHA-256 of the samples in an area (H, W), row by row, colour then alpha."""
    digest = hashlib.sha256(repr((photo.pixels.shape, photo.bits, photo.alpha is not None)).encode())
    for plane in (photo.pixels,) if photo.alpha is None else (photo.pixels, photo.alpha):
        for top in range(0, len(area), _ROWS):
            rows = slice(top, top + _ROWS)
            if area[rows].any():
                digest.update(_little_endian(pixels_where(plane[rows], area[rows])))
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


def _little_endian(array: NDArray[np.generic]) -> memoryview:
    contiguous = np.ascontiguousarray(array)
    return contiguous.astype(contiguous.dtype.newbyteorder("<"), copy=False).data
