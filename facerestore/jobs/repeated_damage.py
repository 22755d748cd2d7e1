"""Damage that repeats across the scans of a folder: found in all of them together, put into the mask of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.repeated import LEAST_SCANS, repeated_places
from facerestore.files.picture_header import claimed_extent
from facerestore.files.plane_file import read_plane, write_plane
from facerestore.jobs.damage_files import FoundInFile
from facerestore.jobs.repeated_report import Decision, ReportedPlace, report_in, write_report
from facerestore.values.damage_classes import DamageClass
from facerestore.values.errors import MaskUnreadable
from facerestore.values.file_names import shown
from facerestore.values.geometry import Extent

_FOUND: Final = (DamageClass.DUST, DamageClass.SCRATCH, DamageClass.CREASE, DamageClass.STAIN, DamageClass.TEAR)
"""What a search may have put into a mask; what a person painted otherwise stays."""

_MOST_COPIES: Final = 64


def settle_repeated(found: Sequence[FoundInFile], folder: Path, earlier: Sequence[ReportedPlace] = ()) -> list[str]:
    """Looks across what was found in the scans of a folder, puts what is certain or confirmed into all masks of its
    size, takes out what was refused, and writes the report into the folder of masks. ``earlier``: places of a report in
    which a person may have decided. Returns what there is to say of it. Raises FaceRestoreError."""
    places = [*_repeated(found, earlier)]
    places += [one for one in earlier if not any(one.is_same_as(other) for other in places)]
    if not places:
        return []
    for one in found:
        put_into_mask(one.output, one.photo, places)
    path = write_report(places, folder)
    counts = Counter(one.decision for one in places)
    said = [f"{len(places)} places of damage repeat across scans of one size; they are listed in {shown(str(path))}."]
    if counts[Decision.YES]:
        said.append(f"{counts[Decision.YES]} of them are certain or confirmed, and are in every mask of that size.")
    if counts[Decision.NO]:
        said.append(f"{counts[Decision.NO]} of them were refused, and are in no mask.")
    if counts[Decision.ASK]:
        said.append(
            f"{counts[Decision.ASK]} of them wait for an answer: write yes or no there, and run the command again with "
            f"--repeated {shown(str(path))}."
        )
    return said


def keeps_copy(index: int, count: int) -> bool:
    """Whether a copy of that one of so many scans is kept to compare them: of a few of them, evenly spread."""
    return index % -(-count // _MOST_COPIES) == 0


def change_mask(path: Path, photo: Path, places: Sequence[ReportedPlace]) -> str:
    """Puts confirmed places into a mask that is there, and takes refused ones out. Returns the sentence for it. Raises
    MaskUnreadable or OutputRefused."""
    added, taken = put_into_mask(path, photo, places)
    if not added and not taken:
        return f"{shown(path.name)}: nothing was to be changed."
    return f"{shown(path.name)}: {added} confirmed places were put in, {taken} refused ones were taken out."


def settle_answers(
    folder: Path, answers: Mapping[int, Decision], masks: Sequence[tuple[Path, Path]]
) -> tuple[ReportedPlace, ...]:
    """What a person said of places of the report in a folder of masks, by their order in it: put into ``masks``,
    (photo, its mask) of the scans, and into the report. Returns its places. Raises FaceRestoreError."""
    places = tuple(
        replace(place, decision=answers.get(index, place.decision)) for index, place in enumerate(report_in(folder))
    )
    for photo, mask in masks:
        put_into_mask(mask, photo, places)
    # last, so that who is interrupted is asked again
    write_report(places, folder)
    return places


def put_into_mask(path: Path, photo: Path, places: Sequence[ReportedPlace]) -> tuple[int, int]:
    """Puts the confirmed places of its size into a mask, where it says nothing, and takes what a search found out of
    the refused ones; how many of each changed it. Raises MaskUnreadable or OutputRefused."""
    extent = _extent_of(path)
    ours = [one for one in places if one.extent == extent and one.decision is not Decision.ASK]
    if not ours:
        return 0, 0
    mask = read_plane(path, extent=extent)
    plane = mask.plane.copy()
    added = sum(_add(plane, one) for one in ours if one.decision is Decision.YES)
    # a refusal is a person's word, a confirmation may be the program's
    taken = sum(_take(plane, one) for one in ours if one.decision is Decision.NO)
    if added or taken:
        write_plane(plane, path, table=mask.table, overwrite=True, originals=(photo,))
    return added, taken


def _repeated(found: Sequence[FoundInFile], earlier: Sequence[ReportedPlace]) -> list[ReportedPlace]:
    by_extent: dict[Extent, list[FoundInFile]] = {}
    for one in found:
        by_extent.setdefault(one.extent, []).append(one)
    places = []
    for extent, scans in by_extent.items():
        if len(scans) >= LEAST_SCANS:
            names = [one.photo.name for one in scans]
            for place in repeated_places([one.seen for one in scans], extent):
                places.append(_decided(ReportedPlace.of(place, extent, names), earlier))
    return places


def _decided(place: ReportedPlace, earlier: Sequence[ReportedPlace]) -> ReportedPlace:
    """The place with what a person said of it before."""
    known = [one.decision for one in earlier if one.decision is not Decision.ASK and one.is_same_as(place)]
    return replace(place, decision=known[0]) if known else place


def _extent_of(path: Path) -> Extent:
    try:
        with path.open("rb") as stream:
            extent = claimed_extent(stream)
    except OSError as error:
        raise MaskUnreadable(path, "The file cannot be read.", advice="Check the disk.") from error
    if extent is None:
        raise MaskUnreadable(path, "The file is no picture.", advice="Find the damage of its photo again.")
    return extent


def _add(plane: NDArray[np.uint8], place: ReportedPlace) -> bool:
    here = plane[place.region.box.slices]
    new = place.region.inside & (here == DamageClass.NONE)
    here[new] = place.kind
    return bool(new.any())


def _take(plane: NDArray[np.uint8], place: ReportedPlace) -> bool:
    box = place.region.box.grown(1).clipped(Extent.of(plane))
    inside = cv2.dilate(place.region.over(box).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    here = plane[box.slices]
    found = inside & np.isin(here, [int(kind) for kind in _FOUND])
    here[found] = DamageClass.NONE
    return bool(found.any())
