"""Photos in, masks of damage classes out: what ``facerestore find-damage`` does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.proposals import Caution, DamageProposal, sure_enough
from facerestore.damage.repeated import SeenScan, seen_scan
from facerestore.files.atomic_file import refuse_originals
from facerestore.files.plane_file import ClassedMask, write_plane
from facerestore.files.reading import read_photo
from facerestore.jobs.file_masks import AskedFor, MaskFiles, read_masks
from facerestore.jobs.pairing import Pictures, file_kind, files_of, is_infrared, name_key
from facerestore.jobs.repeated_report import is_of_report
from facerestore.jobs.result_files import ensure_folder, refuse_taken
from facerestore.restoration.damage_search import found_damage
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.steps import Recipe
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_classes import CLASS_NAMES, DamageClass
from facerestore.values.errors import UsageError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.file_names import shown
from facerestore.values.geometry import Extent
from facerestore.values.percentage import Percentage
from facerestore.values.photo import Photo
from facerestore.values.request import reduced
from facerestore.values.translatable_text import TranslatableText

MASK_ENDING: Final = "_mask"
"""So that ``facerestore batch`` finds the mask of a photo."""

_COPY_PX: Final = 700
_LEAST_SHARE_SAID: Final = 0.001


@dataclass(frozen=True, eq=False)
class FoundInFile:
    """What was found in one photo. ``output``: the mask that was written; ``places``: how many of each class;
    ``share``: of the photo, 0...1; ``by_infrared``: how many of the places the scan's infrared shows. ``notes`` and
    ``photo_notes``: as of FoundDamage. ``seen``: what is kept of all proposals, also of those that are not sure enough
    for the mask, to look across a folder."""

    photo: Path
    output: Path
    extent: Extent
    seen: SeenScan
    places: Mapping[DamageClass, int]
    share: float
    notes: tuple[str, ...]
    photo_notes: tuple[str, ...] = ()
    by_infrared: int = 0

    @property
    def sentence(self) -> str:
        """What was found, for the person."""
        photo = self.photo
        if not self.places:
            return f"{shown(photo.name)}: no damage found."
        named = ", ".join(f"{CLASS_NAMES[kind].lower()} {count}" for kind, count in self.places.items())
        share = Percentage(max(self.share, _LEAST_SHARE_SAID), decimals=1)
        said = share if self.share >= _LEAST_SHARE_SAID else f"less than {share}"
        surest = f"; {self.by_infrared} of them by infrared" if self.by_infrared else ""
        return f"{shown(photo.name)}: {sum(self.places.values())} places, {said} of the photo: {named}{surest}."


def damage_jobs(source: Path, output: Path, *, is_recursive: bool = False) -> list[tuple[Path, Path]]:
    """(photo, its mask) of a photo, or of those of a folder but masks; of the folders below too where asked for, each
    mask at its photo's place in the tree. Raises UsageError where there is none."""
    if not source.is_dir():
        is_file = output.suffix.lower() == ".png" and not output.is_dir()
        return [(source, output if is_file else output / f"{source.stem}{MASK_ENDING}.png")]
    pictures = Pictures()
    photos = [
        path
        for path in files_of(source, is_recursive=is_recursive)
        if file_kind(path).is_ours
        and not path.stem.endswith(MASK_ENDING)
        and not is_of_report(path)
        and not is_infrared(path, pictures)
        and not (is_recursive and output != source and path.is_relative_to(output))
    ]
    if not photos:
        raise UsageError(f"There are no photos in {shown(source.name)}.", advice="Name a photo, or a folder of photos.")
    return mask_paths(photos, source, output)


def mask_paths(photos: Sequence[Path], source: Path, output: Path) -> list[tuple[Path, Path]]:
    """(photo, its mask) of photos of a folder, each mask at its photo's place in the tree, as ``batch`` looks for
    them."""
    # two photos of one name need two masks; names are compared without case, as on Windows and macOS
    stems = Counter(name_key(str(path.with_suffix(""))) for path in photos)
    return [
        (path, output / path.parent.relative_to(source) / f"{own}{MASK_ENDING}.png")
        for path in photos
        for own in [path.stem if stems[name_key(str(path.with_suffix("")))] == 1 else path.name]
    ]


def find_in_file(
    photo_path: Path,
    output: Path,
    networks: LocalNetworks,
    *,
    caution: Caution = Caution.USUAL,
    most_dust_px: float | None = None,
    overwrite: bool = False,
    keeps_copy: bool = False,
    on_progress: OnProgress = no_progress,
    cancel: CancelToken = NEVER,
) -> FoundInFile:
    """The mask of what looks damaged, written. ``keeps_copy``: of the photo, a small one, to compare it with others.
    Raises FaceRestoreError or Cancelled."""
    refuse_taken(output, originals=(photo_path,), overwrite=overwrite)
    photo = read_photo(photo_path)
    # all proposals, as the window asks for them: what else is known of a photo decides about some
    search = found_damage(photo, most_dust_px=most_dust_px)
    found = networks.run(search, on_progress=on_progress, cancel=cancel)
    proposals = sure_enough(found.proposals, caution)
    plane = class_plane(proposals, photo.extent)
    raise_if_cancelled(cancel)
    ensure_folder(output.parent)
    refuse_originals(output, (photo_path,))
    write_plane(plane, output, overwrite=overwrite, originals=(photo_path,))
    places = Counter(one.kind for one in proposals)
    return FoundInFile(
        photo=photo_path,
        output=output,
        extent=photo.extent,
        seen=seen_scan(found.proposals, photo.extent, _small_grey(photo) if keeps_copy else None),
        places=dict(places.most_common()),
        share=float((plane > 0).mean()),
        notes=found.notes,
        photo_notes=found.photo_notes,
        by_infrared=sum(one.number in found.by_infrared for one in proposals),
    )


def _small_grey(photo: Photo) -> NDArray[np.uint8]:
    """A copy of few pixels (h, w), to compare scans by."""
    pixels, _ = reduced(photo)
    grey = pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    scale = _COPY_PX / max(grey.shape)
    if scale >= 1:
        return grey
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def asked_by_found_damage(photo: Photo, caution: Caution, masks: MaskFiles) -> Recipe[AskedFor]:
    """What is restored where nobody painted a mask: what looks damaged, and no policy or further mask forbids.

    Raises MaskUnreadable for one of the further masks.
    """
    found = yield from found_damage(photo, least_confidence=caution.value)
    proposals = sure_enough(found.proposals, caution)
    painted = ClassedMask(class_plane(proposals, photo.extent))
    asked = read_masks(masks, photo.extent, painted=painted)
    told = TranslatableText(
        "Nobody painted a mask: what looks damaged was restored, {count} places. Look at it before you use it.",
        count=len(proposals),
    )
    return replace(asked, notes=(told, *found.notes, *found.photo_notes, *asked.notes))


def class_plane(proposals: tuple[DamageProposal, ...], extent: Extent) -> NDArray[np.uint8]:
    """A plane of damage classes, uint8 (H, W); where places overlap, the surest gives its class."""
    plane = np.zeros((extent.height, extent.width), np.uint8)
    for one in sorted(proposals, key=lambda one: one.confidence):
        plane[one.region.box.slices][one.region.inside] = one.kind
    return plane
