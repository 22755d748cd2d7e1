"""What tasks calculate in threads: reading, cutting, putting together, writing.

A module of its own because it is imported with the first task: most of the engine, and the libraries of the file
formats, are not needed before the window's first paint.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.compositor import changed_by
from facerestore.compositing.hand_filling import changed_with_hand, with_hand
from facerestore.editing.project import FaceState
from facerestore.files.layered_file import refuse_layers, write_layers
from facerestore.files.layout_file import LABEL_ORDERS, read_layout, write_layout
from facerestore.files.plane_file import ClassedMask, read_plane, write_plane
from facerestore.files.tiff_tags import colour_only, without_curves
from facerestore.jobs import result_files
from facerestore.jobs.framed_result import framed_layers
from facerestore.values.alignment import FaceCrop, cut_crop
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import DamageTable, class_shares, region_plan
from facerestore.values.errors import LayoutUnreadable
from facerestore.values.framing import Framing
from facerestore.values.hand_layer import HandLayer
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import BY_A_PERSON, HAND, RestorationResult
from facerestore_gui.background.photo_reading import photo_of
from facerestore_gui.document.result import Result
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from facerestore_gui.look.images import Picture

_ORDER_NAMES: Final = {"celeba": "CelebAMask-HQ", "bisenet": "BiSeNet", "segface": "SegFace"}


@dataclass(frozen=True, eq=False)
class Opened:
    photo: Photo
    picture: Picture
    mask: ClassedMask | None
    layout: Layout | None


def read_all(path: Path, mask_path: Path | None, layout_path: Path | None) -> Opened:
    """A photo with its picture for the screen, and the files that come with it."""
    photo = photo_of(path)
    mask = None if mask_path is None else read_plane(mask_path, extent=photo.extent)
    layout = None if layout_path is None else read_layout(layout_path)
    return Opened(photo, Picture(photo), mask, layout)


def changed_mask(plane: NDArray[np.uint8], classes: DamageTable) -> Mask:
    """All that a restoration changes under a plane of damage classes."""
    asked = region_plan(plane, classes)
    return changed_by(asked.restore, asked.fill, asked.protected)


def read_plane_of(photo: Photo, path: Path, classes: DamageTable) -> ClassedMask:
    return read_plane(path, extent=photo.extent, table=classes)


def worked(photo: Photo, hand: HandLayer, plane: NDArray[np.uint8]) -> Photo:
    """The photo as it is filled by hand: a copy, unless nothing is."""
    return RepairedPhoto(photo, hand.repairs(plane)).photo


def crop_of(photo: Photo, hand: HandLayer, plane: NDArray[np.uint8], classes: DamageTable, work: FaceState) -> FaceCrop:
    return cut_crop(worked(photo, hand, plane), changed_mask(plane, classes), work.alignment)


@dataclass(frozen=True, eq=False)
class Finished:
    """All that a photo has become: ``restoration`` with what is filled by hand over it, and a mask of all that may have
    changed."""

    restoration: RestorationResult
    mask: Mask


def finished(
    result: Result | None, photo: Photo, hand: HandLayer, plane: NDArray[np.uint8], classes: DamageTable
) -> Finished:
    """A result, or the photo where there is none, with what is filled by hand under a plane of classes (H, W)."""
    repairs = hand.repairs(plane)
    if result is None:
        protected = region_plan(plane, classes).protected
        shares = tuple(one for one in class_shares(plane, classes) if one.policy in (Policy.HAND, Policy.PROTECT))
        made = RestorationResult(
            RepairedPhoto(photo, repairs), (), BY_A_PERSON, 0.0, protected=protected, classes=shares, restorer=HAND
        )
        return Finished(made, changed_with_hand(Mask.empty(photo.extent), repairs))
    restoration = result.restoration
    if repairs:
        by_hand = tuple(one for one in class_shares(plane, classes) if one.policy is Policy.HAND)
        of_result = tuple(one for one in restoration.classes if one.policy is not Policy.HAND)
        both = with_hand(restoration.repaired, repairs)
        restoration = replace(restoration, repaired=both, classes=(*of_result, *by_hand))
    return Finished(restoration, changed_with_hand(result.mask, repairs))


def write_result(
    finish: Callable[[], Finished], source: Photo, path: Path, options: SaveOptions, framing: Framing
) -> tuple[str, ...]:
    """Writes the finished photo, and beside it the record of what was done to it, in the way the options say, shown as
    its framing says. What the file does not hold of the photo's comes back, for the person."""
    made = finish()
    return result_files.write_result(
        _as_wanted(made.restoration, options),
        path,
        source=source,
        mask=made.mask,
        overwrite=True,
        originals=_originals(source),
        quality=options.quality,
        is_compressed=options.is_compressed,
        is_marked=options.is_marked,
        has_record=options.has_record,
        framing=framing,
    ).notes


def _as_wanted(restoration: RestorationResult, options: SaveOptions) -> RestorationResult:
    """The result with the depth and the metadata that the options leave it."""
    repaired = restoration.repaired
    photo = repaired.source
    if options.metadata is KeptMetadata.COLOUR:
        photo = replace(photo, metadata=colour_only(photo.metadata))
    if options.eight_bit and photo.bits == 16:
        alpha = None if photo.alpha is None else _in_eight_bits(photo.alpha)
        extras = tuple(
            replace(plane, samples=_in_eight_bits(plane.samples)) if plane.page_kind is None else plane
            for plane in photo.extras
        )
        metadata = without_curves(photo.metadata)
        photo = replace(photo, pixels=_in_eight_bits(photo.pixels), alpha=alpha, metadata=metadata, extras=extras)
        repairs = tuple(replace(one, samples=_in_eight_bits(one.samples)) for one in repaired.repairs)
        repaired = replace(repaired, repairs=repairs)
    return replace(restoration, repaired=replace(repaired, source=photo))


def _in_eight_bits(samples: NDArray[Any]) -> NDArray[np.uint8]:
    """The nearest of 255 steps to each of 65535."""
    return ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)


def write_plane_of(photo: Photo, plane: NDArray[np.uint8], classes: DamageTable, path: Path) -> None:
    write_plane(plane, path, table=classes, overwrite=True, originals=_originals(photo))


def write_layers_of(finish: Callable[[], Finished], photo: Photo, path: Path, framing: Framing) -> None:
    """Raises OutputRefused before anything is made of the layers."""
    refuse_layers(photo, path)
    made = finish()
    framed = framed_layers(made.restoration.repaired, made.restoration.candidates, made.mask, framing)
    write_layers(framed.repaired, framed.layers, path, overwrite=True, originals=_originals(photo))


def write_layout_of(photo: Photo, layout: Layout, path: Path) -> None:
    write_layout(layout, path, overwrite=True, originals=_originals(photo))


def label_orders() -> dict[str, str]:
    """The orders in which a file may number the classes, with the names people know them by."""
    return {order: _ORDER_NAMES.get(order, order) for order in LABEL_ORDERS}


def layout_or_none(path: Path, label_order: str | None) -> Layout | None:
    """The layout of a file; None if all it lacks is the name of its label order."""
    try:
        return read_layout(path, label_order=label_order)
    except LayoutUnreadable as error:
        if label_order is not None:
            raise
        try:
            read_layout(path, label_order=LABEL_ORDERS[0])
        except LayoutUnreadable:
            raise error from None
        return None


def _originals(photo: Photo) -> tuple[Path, ...]:
    return () if photo.path is None else (photo.path,)
