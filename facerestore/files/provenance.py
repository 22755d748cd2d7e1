"""The record of a result: what it was made from, by what, and hashes of what was invented and of what nobody touched.

It is written as JSON beside the result. From it the result can be made again, and whoever receives both files
can see which part of the picture is the scan and which part was invented.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore import __version__
from facerestore.files.identity import IdentityRecord, identity_record
from facerestore.files.installed_weights import set_used
from facerestore.files.origins import OriginsRecord, origins_record
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import FULL_STRENGTH, CandidateMix
from facerestore.values.damage_table import ClassShare
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where
from facerestore.values.reference import Reference
from facerestore.values.repair import BY_HAND, RepairKind
from facerestore.values.result import RestorationResult

_CHUNK_BYTES: Final = 1 << 20


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
    of its ``parts``. ``parts_sha256``: of the plane that says which part lies where, as numbers of ``parts``.
    ``origins``, ``identity``: None where they are not known."""

    matrix_photo_to_crop: tuple[tuple[float, ...], ...]
    crop_px: int
    layout_sha256: str
    seed: int
    parts: tuple[PartRecord, ...]
    parts_sha256: str
    strength_sha256: str
    origins: OriginsRecord | None
    identity: IdentityRecord | None


@dataclass(frozen=True, kw_only=True)
class AreaRecord:
    """Some of the photo's pixels. ``where_sha256``: of the area as a mask, like ``mask_sha256``; ``pixels_sha256``:
    ``pixels_hash`` of the result in it."""

    share: float
    where_sha256: str
    pixels_sha256: str


@dataclass(frozen=True, kw_only=True)
class FramingRecord:
    """How a result was turned, straightened and cropped for its file. ``crop_px``: left, top, right and bottom in
    pixels of the turned picture, which is straightened about its middle; ``resampled_by``: the kernel, None where it
    was not straightened. ``pixels_sha256``: ``pixels_hash`` of all of the file's picture; ``pixels_exact``: each of
    them is one of the restored scan's, bit for bit."""

    quarter_turns_clockwise: int
    straightened_degrees_clockwise: float
    crop_px: tuple[int, int, int, int]
    width_px: int
    height_px: int
    resampled_by: str | None
    pixels_sha256: str
    pixels_exact: bool


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything a sidecar says. Shares are of all pixels of the photo, 0...1; hashes are SHA-256 in hex.

    ``kept_pixels_sha256`` is ``kept_pixels_hash`` of the result; ``kept_pixels_exact`` says that the result's
    file holds these pixels bit for bit (JPEG cannot). ``areas``, without overlap: "generated" by the networks, "filled"
    from their surroundings, "healed" and "cloned" by hand, "left" as they were though the mask asks for them, because
    their strength is 0, and "protected", which lie outside the mask; ``by_hand_share``: of both that were filled by
    hand. ``classes``: the policies in force, of the classes that were painted. ``restorer``: the way in which it was
    restored; ``asked_restorer``: what was asked for where that left the way open, of which a note says why it was
    chosen; ``detail``: how strong the detail is that faces borrowed from the scan, 0...1; ``weights``: of the networks
    that had a part in it; ``weights_set``: the set that these are of, or that was chosen where none had, None for
    the program's own.
    ``job_sha256``: in a batch, of all that was asked for: equal ones give equal results. ``framing``: how the file
    shows the result; None: as the scan lies. All else that the record says is of the scan as it lies.
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
    by_hand_share: float
    kept_pixels_sha256: str
    kept_pixels_exact: bool
    areas: dict[str, AreaRecord]
    classes: tuple[ClassShare, ...]
    faces: tuple[FaceRecord, ...]
    restorer: str
    detail: float
    device: str
    weights: dict[str, str]
    notes: tuple[str, ...]
    job_sha256: str | None = None
    asked_restorer: str | None = None
    weights_set: str | None = None
    framing: FramingRecord | None = None


def record_of(
    result: RestorationResult, *, source: Photo, mask: Mask, result_name: str, is_lossless: bool = True
) -> Record:
    """The record of a result. Reads the source's file once more for its hash, if it came from one."""
    areas = _area_records(result, mask)
    kept = areas.pop("kept")
    choices = result.choices or (None,) * len(result.candidates)
    references = result.references or ((),) * len(result.candidates)
    faces = zip(result.candidates, choices, references, strict=True)
    return Record(
        program=f"facerestore {__version__}",
        result_name=result_name,
        source_name=source.path.name if source.path else "",
        source_sha256=file_hash(source.path) if source.path and source.path.is_file() else None,
        width_px=source.extent.width,
        height_px=source.extent.height,
        bits=source.bits,
        channels=result.repaired.channels or 1,
        has_alpha=source.alpha is not None,
        mask_sha256=array_hash(mask.coverage),
        masked_share=np.count_nonzero(mask.coverage) / mask.coverage.size,
        generated_share=areas["generated"].share,
        filled_share=areas["filled"].share,
        by_hand_share=sum(areas[kind].share for kind in BY_HAND),
        kept_pixels_sha256=kept.pixels_sha256,
        kept_pixels_exact=is_lossless,
        areas=areas,
        classes=result.classes,
        faces=tuple(_face_record(*face, result.embedder_sha256) for face in faces),
        restorer=result.restorer,
        detail=result.detail,
        device=result.device,
        weights=dict(result.weights),
        notes=result.notes,
        weights_set=set_used(result.weights.values()),
    )


def _face_record(
    candidate: Candidate,
    choice: CandidateMix | None,
    references: tuple[Reference, ...],
    embedder_sha256: str | None,
) -> FaceRecord:
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
        origins=origins_record(candidate, references),
        identity=identity_record(candidate.check, embedder_sha256),
    )


def _area_records(result: RestorationResult, mask: Mask) -> dict[str, AreaRecord]:
    """Of what is kept, and of the ``areas`` of a record: strip by strip, a large scan has no cheap copy."""
    repaired, protected = result.repaired, result.protected
    photo, box = repaired.source, repaired.extent.box

    def areas(strip: Box) -> dict[str, NDArray[np.bool_]]:
        restore = mask.coverage[strip.slices] > 0
        changed = {kind.value: repaired.where(strip, kind) & restore for kind in RepairKind}
        return {
            "kept": ~restore,
            **changed,
            "left": restore & ~np.logical_or.reduce(list(changed.values())),
            "protected": np.zeros_like(restore) if protected is None else protected.coverage[strip.slices] > 0,
        }

    hashes = {name: _AreaHash(photo) for name in areas(next(box.strips()))}
    nowhere = hashlib.sha256(_array_beginning(photo.pixels.shape[:2], np.dtype(np.uint8)))
    for strip in box.strips():
        pixels = repaired.read(strip)
        for name, area in areas(strip).items():
            hashes[name].take_where(area, nowhere)
            hashes[name].take_pixels(pixels, area)
        nowhere.update(bytes(strip.height * strip.width))
    # all colours come before the first alpha
    if photo.alpha is not None:
        for strip in box.strips():
            for name, area in areas(strip).items():
                hashes[name].take_pixels(photo.alpha[strip.slices], area)
    return {name: one.record(nowhere) for name, one in hashes.items()}


class _AreaHash:
    """What becomes an AreaRecord."""

    def __init__(self, photo: Photo) -> None:
        self._size = photo.extent.pixel_count
        self._count = 0
        self._where: hashlib._Hash | None = None
        self._pixels = hashlib.sha256(_pixels_beginning(photo))

    def take_where(self, area: NDArray[np.bool_], nowhere: "hashlib._Hash") -> None:
        """``nowhere``: the hash of an area without a pixel, up to this strip. Most areas of most results are that, and
        are hashed together."""
        count = int(np.count_nonzero(area))
        self._count += count
        if self._where is None:
            if count == 0:
                return
            self._where = nowhere.copy()
        self._where.update(np.multiply(area, np.uint8(255), dtype=np.uint8).data)

    def take_pixels(self, pixels: NDArray[np.generic], area: NDArray[np.bool_]) -> None:
        if area.any():
            self._pixels.update(_little_endian(pixels if area.all() else pixels_where(pixels, area)))

    def record(self, nowhere: "hashlib._Hash") -> AreaRecord:
        return AreaRecord(
            share=self._count / self._size,
            where_sha256=(self._where or nowhere).hexdigest(),
            pixels_sha256=self._pixels.hexdigest(),
        )


def source_type(record: Record) -> str | None:
    """What the result's XMP says about how it came to be, in IPTC's words; None if nothing was restored."""
    if record.generated_share > 0:
        return "compositeWithTrainedAlgorithmicMedia"
    if record.filled_share > 0 or record.areas[RepairKind.HEALED].share > 0:
        return "algorithmicallyEnhanced"
    return "humanEdits" if record.by_hand_share > 0 else None


def changed_kept_pixels(source: Photo, restored: Photo, mask: Mask) -> int:
    """How many pixels outside the mask differ between two photos of one size, depth and mode. Promised: 0.

    Raises ValueError when the photos cannot be compared bit for bit.
    """
    if source.pixels.shape != restored.pixels.shape or source.bits != restored.bits:
        raise ValueError("Photos of another size, depth or mode cannot be equal bit for bit.")
    if (source.alpha is None) != (restored.alpha is None) or mask.extent != source.extent:
        raise ValueError("Photos and mask have one size, and both photos have alpha or neither has.")
    return sum(_changed_kept(source, restored, mask, strip) for strip in source.extent.box.strips())


def _changed_kept(source: Photo, restored: Photo, mask: Mask, strip: Box) -> int:
    differs = source.pixels[strip.slices] != restored.pixels[strip.slices]
    if differs.ndim == 3:
        differs = differs.any(axis=2)
    if source.alpha is not None and restored.alpha is not None:
        differs = differs | (source.alpha[strip.slices] != restored.alpha[strip.slices])
    return int(np.count_nonzero(differs & (mask.coverage[strip.slices] == 0)))


def kept_pixels_hash(photo: Photo, mask: Mask) -> str:
    """``pixels_hash`` of what lies outside the mask: equal for a photo and its restoration exactly when no kept pixel
    changed."""
    return pixels_hash(photo, ~mask.restore)


def pixels_hash(photo: Photo, area: NDArray[np.bool_]) -> str:
    """SHA-256 of the samples in an area (H, W), row by row, colour then alpha."""
    digest = hashlib.sha256(_pixels_beginning(photo))
    for plane in (photo.pixels,) if photo.alpha is None else (photo.pixels, photo.alpha):
        for strip in photo.extent.box.strips():
            if area[strip.slices].any():
                digest.update(_little_endian(pixels_where(plane[strip.slices], area[strip.slices])))
    return digest.hexdigest()


def _pixels_beginning(photo: Photo) -> bytes:
    return repr((photo.pixels.shape, photo.bits, photo.alpha is not None)).encode()


def array_hash(array: NDArray[np.generic]) -> str:
    """SHA-256 of an array's shape, type and values, the same on every platform."""
    digest = hashlib.sha256(_array_beginning(array.shape, array.dtype))
    digest.update(_little_endian(array))
    return digest.hexdigest()


def _array_beginning(shape: tuple[int, ...], dtype: np.dtype[Any]) -> bytes:
    return repr((shape, dtype.newbyteorder("<").str)).encode()


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
