"""The report of repeated damage: a JSON file that lists the places, in which a person says yes or no to each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.damage.repeated import RepeatedPlace, agreement, tolerance_px
from facerestore.documents.json_fields import Fields
from facerestore.editing.mask_shapes import Region
from facerestore.files.atomic_file import atomic_write
from facerestore.files.plane_file import write_plane
from facerestore.files.stored_picture import MAX_PIXELS, MAX_SIDE_PX, UnsupportedPicture
from facerestore.jobs.result_files import ensure_folder
from facerestore.values.damage_classes import CLASS_NAMES, DamageClass
from facerestore.values.errors import MaskUnreadable
from facerestore.values.geometry import Box, Extent

FOLDER: Final = "repeated"
FILE: Final = "places.json"
_VERSION: Final = 1
_EXAMPLES: Final = 5
_MOST_PLACES: Final = 10_000
_MOST_BYTES: Final = 64 * 2**20
_SAME: Final = 0.6
_KINDS: Final = {CLASS_NAMES[kind].lower(): kind for kind in DamageClass if kind >= DamageClass.DUST}


class Decision(StrEnum):
    """What is to be done about a place: it is damage in every scan of its size, it is none, or a person is asked."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


@dataclass(frozen=True, eq=False)
class ReportedPlace:
    """A repeated place as the report has it. ``extent``: the size of the scans; ``seen``, ``searched``: in how many of
    how many; ``examples``: names of some of them; ``likeness``: as of RepeatedPlace."""

    decision: Decision
    kind: DamageClass
    region: Region
    extent: Extent
    seen: int
    searched: int
    examples: tuple[str, ...]
    likeness: float | None

    @classmethod
    def of(cls, place: RepeatedPlace, extent: Extent, names: Sequence[str]) -> "ReportedPlace":
        """Of what was found in scans with these names: decided where it is certain."""
        examples = tuple(names[index] for index in place.scans[:_EXAMPLES])
        decision = Decision.YES if place.is_certain else Decision.ASK
        return cls(decision, place.kind, place.region, extent, len(place.scans), len(names), examples, place.likeness)

    def is_same_as(self, other: "ReportedPlace") -> bool:
        """Whether both have one shape at one place of scans of one size."""
        box = self.region.box.union(other.region.box)
        return (
            self.extent == other.extent
            and not self.region.box.intersection(other.region.box).is_empty
            and agreement(self.region.over(box), other.region.over(box), tolerance_px(self.extent)) >= _SAME
        )


def is_of_report(path: Path) -> bool:
    """Whether a picture belongs to a report, and is no photo."""
    return path.parent.name == FOLDER and (path.parent / FILE).is_file()


def report_in(folder: Path) -> tuple[ReportedPlace, ...]:
    """The places of the report in a folder of masks; none where there is no report. Raises as ``read_report`` does."""
    path = folder / FOLDER / FILE
    return read_report(path) if path.exists() else ()


def read_report(path: Path) -> tuple[ReportedPlace, ...]:
    """The places of a report. Raises MaskUnreadable for what is none, or is damaged."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnsupportedPicture("The file is too large for a list of repeated places.", "Check its name.")
        fields = Fields.parsed(path.read_bytes())
        fields.whole("version", least=_VERSION, most=_VERSION)
        return tuple(_place_of(one) for one in fields.objects("places", most=_MOST_PLACES))
    except OSError as error:
        raise MaskUnreadable(path, "The file cannot be read.", advice="Check its name.") from error
    except UnsupportedPicture as error:
        raise MaskUnreadable(path, error.sentence, advice=error.advice) from error


def write_report(places: Sequence[ReportedPlace], folder: Path) -> Path:
    """Writes the report of a folder of masks, and for each size of scans a picture of its places. Returns the report's
    path. Raises OutputRefused."""
    target = folder / FOLDER / FILE
    ensure_folder(target.parent)
    lines = ",\n".join(f"  {json.dumps(_values(number, one))}" for number, one in enumerate(places, 1))
    about = (
        f"Damage at one place of many scans. Set {json.dumps('confirmed')} to yes (it is in every scan of its size) or "
        f"no (it is no damage), and run find-damage again with --repeated and this file."
    )
    text = f'{{\n"about": {json.dumps(about)},\n"version": {_VERSION},\n"places": [\n{lines}\n]\n}}\n'
    for extent in dict.fromkeys(one.extent for one in places):
        plane = np.zeros((extent.height, extent.width), np.uint8)
        for one in places:
            if one.extent == extent:
                plane[one.region.box.slices][one.region.inside] = one.kind
        write_plane(plane, target.parent / f"{extent.width}x{extent.height}.png", overwrite=True)
    atomic_write(target, text.encode("ascii"), overwrite=True)
    return target


def _values(number: int, place: ReportedPlace) -> dict[str, object]:
    box = place.region.box
    return {
        "number": number,
        "confirmed": place.decision.value,
        "kind": CLASS_NAMES[place.kind].lower(),
        "width": place.extent.width,
        "height": place.extent.height,
        "box": [box.left, box.top, box.right, box.bottom],
        "seen": place.seen,
        "searched": place.searched,
        "examples": list(place.examples),
        "likeness": None if place.likeness is None else round(place.likeness, 3),
        "runs": _runs(place.region),
    }


def _place_of(fields: Fields) -> ReportedPlace:
    extent = Extent(fields.whole("width", least=1, most=MAX_SIDE_PX), fields.whole("height", least=1, most=MAX_SIDE_PX))
    if extent.pixel_count > MAX_PIXELS:
        raise UnsupportedPicture.damaged("it speaks of a scan that is too large")
    kind, decision = fields.text("kind"), fields.text("confirmed").strip().lower()
    if kind not in _KINDS:
        raise UnsupportedPicture.damaged("it names a kind of damage that there is not")
    if decision not in list(Decision):
        raise UnsupportedPicture(
            "A place is confirmed by neither yes nor no, nor left at ask.", "Write one of these three words."
        )
    return ReportedPlace(
        Decision(decision),
        _KINDS[kind],
        _region(fields.wholes("runs", most=MAX_SIDE_PX), extent),
        extent,
        fields.whole("seen", most=10**6),
        fields.whole("searched", most=10**6),
        fields.texts("examples", most=_EXAMPLES),
        fields.number("likeness") if fields.has("likeness") else None,
    )


def _runs(region: Region) -> list[int]:
    """A region's pixels: row, first column and the column after the last, of each run, one after the other."""
    inside = np.pad(region.inside, ((0, 0), (1, 1))).astype(np.int8)
    steps = np.diff(inside, axis=1)
    rows, first = np.nonzero(steps == 1)
    _, after = np.nonzero(steps == -1)
    box = region.box
    return [int(one) for one in np.stack([rows + box.top, first + box.left, after + box.left], axis=1).ravel()]


def _region(runs: Sequence[int], extent: Extent) -> Region:
    lines: NDArray[np.intp] = np.array(runs, np.intp)
    if len(lines) == 0 or len(lines) % 3:
        raise UnsupportedPicture.damaged("a place of it has no pixels")
    lines = lines.reshape(-1, 3)
    box = Box(int(lines[:, 1].min()), int(lines[:, 0].min()), int(lines[:, 2].max()), int(lines[:, 0].max()) + 1)
    if (lines[:, 1] >= lines[:, 2]).any() or box.intersection(extent.box) != box:
        raise UnsupportedPicture.damaged("a place of it lies outside its scan")
    inside = np.zeros((box.height, box.width), np.bool_)
    for row, first, after in lines.tolist():
        inside[row - box.top, first - box.left : after - box.left] = True
    return Region(box, inside)
