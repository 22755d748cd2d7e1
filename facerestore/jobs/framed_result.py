"""A result as its framing shows it: turned, straightened and cropped, with all that its file says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.layer_stack import layer_stack
from facerestore.compositing.reframing import KERNEL, reframed
from facerestore.files.framed_metadata import framed_metadata
from facerestore.files.provenance import FramingRecord, pixels_hash
from facerestore.values.alignment import Alignment
from facerestore.values.candidate import Candidate
from facerestore.values.framing import Framing
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.picture_layer import PictureLayer
from facerestore.values.repair import RepairedPhoto, RepairKind
from facerestore.values.translatable_text import TranslatableText


@dataclass(frozen=True, eq=False)
class FramedLayers:
    """A result in layers as its framing shows it; ``repaired``: what scan and patches are together."""

    repaired: RepairedPhoto
    layers: tuple[PictureLayer, ...]


def framed_photo(repaired: RepairedPhoto, framing: Framing) -> Photo:
    """What is shown of a restored photo, in arrays of its own."""
    source = repaired.source
    extent = source.extent
    return replace(
        source,
        pixels=reframed(repaired.read, extent, framing),
        alpha=None if source.alpha is None else reframed(_of(source.alpha), extent, framing),
        extras=tuple(replace(plane, samples=reframed(_of(plane.samples), extent, framing)) for plane in source.extras),
        metadata=framed_metadata(source.metadata, framing, extent),
    )


def framing_record(framing: Framing, extent: Extent, framed: Photo, *, is_lossless: bool) -> FramingRecord:
    """What a record says of a framed result. ``extent``: of the scan; ``is_lossless``: the file's format is."""
    box = framing.box(extent)
    return FramingRecord(
        quarter_turns_clockwise=framing.quarter_turns,
        straightened_degrees_clockwise=framing.straightening_degrees,
        crop_px=(box.left, box.top, box.right, box.bottom),
        width_px=box.width,
        height_px=box.height,
        resampled_by=None if framing.is_lossless else KERNEL,
        pixels_sha256=pixels_hash(framed, np.broadcast_to(np.True_, framed.pixels.shape[:2])),
        pixels_exact=is_lossless and framing.is_lossless,
    )


def framing_note(framing: Framing) -> tuple[str, ...]:
    """What is to be said of a framing: nothing of one that takes the pixels as they are."""
    if framing.is_lossless:
        return ()
    sentence = "The result was straightened by {degrees} degrees: every pixel of it was resampled, once."
    return (TranslatableText(sentence, degrees=f"{framing.straightening_degrees:.2f}".rstrip("0").rstrip(".")),)


def framed_layers(
    repaired: RepairedPhoto, candidates: Sequence[Candidate], mask: Mask, framing: Framing
) -> FramedLayers:
    """The layers of a result as its framing shows it; scan and patches are still the result bit for bit. Raises
    ValueError for a photo with transparency."""
    if framing.is_plain:
        return FramedLayers(repaired, layer_stack(repaired, candidates, mask))
    extent = repaired.extent
    scan, result = framed_photo(RepairedPhoto(repaired.source), framing), framed_photo(repaired, framing)
    shown = {kind: reframed(_where(repaired, kind), extent, framing) for kind in RepairKind}
    generated, filled = shown[RepairKind.GENERATED] > 127, shown[RepairKind.FILLED] > 127
    if not framing.is_lossless:
        # the kernel carries a little of each change beyond its border
        changed = scan.pixels != result.pixels
        changed = changed.any(axis=2) if changed.ndim == 3 else changed
        has_generated = any(one.kind is RepairKind.GENERATED for one in repaired.repairs)
        is_nearer = shown[RepairKind.GENERATED] >= shown[RepairKind.FILLED]
        generated = changed & is_nearer & has_generated
        filled = changed & ~generated
    framed = RepairedPhoto.of_planes(scan, result.pixels, generated=generated, filled=filled)
    framed_mask = Mask.from_bool(reframed(_of(mask.coverage), extent, framing) > 127)
    return FramedLayers(
        framed, layer_stack(framed, [_framed_candidate(one, framing, extent) for one in candidates], framed_mask)
    )


def _framed_candidate(candidate: Candidate, framing: Framing, extent: Extent) -> Candidate:
    """A candidate whose crop lies over what is shown."""
    box, matrix = framing.box(extent), candidate.alignment.matrix_photo_to_crop
    corner_scan = framing.to_scan(np.array([[box.left, box.top]], np.float64), extent)[0]
    linear = matrix[:, :2] @ framing.linear.T
    offset = matrix[:, :2] @ corner_scan + matrix[:, 2]
    alignment = Alignment(np.column_stack([linear, offset]), candidate.alignment.crop_px)
    return replace(candidate, crop=replace(candidate.crop, alignment=alignment))


def _of(plane: NDArray[Any]) -> Callable[[Box], NDArray[Any]]:
    return lambda box: plane[box.slices]


def _where(repaired: RepairedPhoto, kind: RepairKind) -> Callable[[Box], NDArray[np.uint8]]:
    return lambda box: np.multiply(repaired.where(box, kind), np.uint8(255), dtype=np.uint8)
