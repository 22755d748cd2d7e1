"""The masks of one photo as files: what to restore, what to fill without a network, what to protect.

Where they overlap, what is protected stays whatever the others say, and what is to be filled is not painted by a
network. A mask may hold damage classes, each with its own policy; to those the other two files are added.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from facerestore.compositing.compositor import changed_by
from facerestore.files.plane_file import ClassedMask, read_plane, table_in
from facerestore.files.reading import meaning_of, read_picture
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import (
    BY_HAND,
    DEFAULT_TABLE,
    ClassShare,
    DamageKind,
    DamageTable,
    RegionPlan,
    class_shares,
    region_plan,
)
from facerestore.values.errors import MaskUnreadable, UsageError
from facerestore.values.geometry import Extent
from facerestore.values.hand_layer import seen
from facerestore.values.mask import Mask
from facerestore.values.percentage import Percentage


@dataclass(frozen=True)
class MaskFiles:
    """``fill``: white is continued from its surroundings; ``protect``: white stays bit-identical. ``policies``: what is
    done about the mask's classes, by their English names without case or their numbers, where that is not what the file
    says."""

    mask: Path | None = None
    fill: Path | None = None
    protect: Path | None = None
    policies: tuple[tuple[str, Policy], ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(path for path in (self.mask, self.fill, self.protect) if path is not None)


@dataclass(frozen=True, eq=False)
class AskedFor:
    """What is to be done; ``changed``: all pixels that may change. ``notes`` are for the person."""

    region_plan: RegionPlan
    changed: Mask
    classes: tuple[ClassShare, ...]
    notes: tuple[str, ...]


def read_masks(files: MaskFiles, extent: Extent, *, painted: ClassedMask | None = None) -> AskedFor:
    """What the files ask for, over a photo of an extent. ``painted``: classes in place of the mask's. A policy of a
    class that the mask has not changes nothing, and is told. Raises MaskUnreadable, also for another size."""
    painted = painted or _painted(files, extent)
    has_hand = bool(painted.numbers & BY_HAND)
    if has_hand:
        painted = replace(painted, plane=np.where(seen(painted.plane), np.uint8(DamageClass.NONE), painted.plane))
    table, lacking = _with_policies(painted.table, files.policies)
    asked = region_plan(painted.plane, table)
    fill, fill_notes = _further(files.fill, extent)
    protected, protect_notes = _further(files.protect, extent)
    done = RegionPlan(asked.restore, _either(asked.fill, fill), _either(asked.protected, protected))
    changed = changed_by(done.restore, done.fill, done.protected)
    shares = class_shares(painted.plane, table)
    notes = (
        *((_LOST_CLASSES,) if painted.has_lost_classes else ()),
        *((_BY_HAND_ELSEWHERE,) if has_hand else ()),
        *_about("mask", painted.notes),
        *_about("mask to fill", fill_notes),
        *_about("mask to protect", protect_notes),
        *_notes(shares, lacking),
        *_note_of_share(changed),
    )
    return AskedFor(done, changed, shares, notes)


def refuse_unknown_classes(policies: Iterable[tuple[str, Policy]], several: Iterable[MaskFiles]) -> None:
    """Raises UsageError for a policy of a class that neither the program nor one of the masks knows: it can only be a
    mistake. A mask that cannot be read says nothing here."""
    strange = {name for name, _ in policies if _named(DEFAULT_TABLE, name) is None}
    if not strange:
        return  # no file needs to be opened
    tables = [DEFAULT_TABLE, *(table for files in several if (table := _table_of(files)) is not None)]
    for name in sorted(strange):
        if not any(_named(table, name) for table in tables):
            known = dict.fromkeys(one.english_name for table in tables for one in table.kinds)
            raise UsageError(f"There is no damage class {name!r}.", advice=f"Known are {', '.join(known)}.")


def _with_policies(table: DamageTable, policies: tuple[tuple[str, Policy], ...]) -> tuple[DamageTable, tuple[str, ...]]:
    """The table with other policies, and the names of classes that it has not."""
    lacking = []
    for name, policy in policies:
        kind = _named(table, name)
        if kind is None:
            lacking.append(name)
        else:
            table = table.with_policy(kind.number, policy)
    return table, tuple(lacking)


def _named(table: DamageTable, name: str) -> DamageKind | None:
    wanted = name.casefold()
    return next((one for one in table.kinds if wanted in (one.english_name.casefold(), str(one.number))), None)


def _table_of(files: MaskFiles) -> DamageTable | None:
    with suppress(MaskUnreadable):
        return None if files.mask is None else table_in(files.mask)
    return None


def _painted(files: MaskFiles, extent: Extent) -> ClassedMask:
    if files.mask is None:
        return ClassedMask(np.zeros((extent.height, extent.width), np.uint8))
    return read_plane(files.mask, extent=extent)


def _further(path: Path | None, extent: Extent) -> tuple[Mask | None, tuple[str, ...]]:
    """A mask of its own, None where it is empty, and how it was understood."""
    if path is None:
        return None, ()
    picture, _ = read_picture(path, MaskUnreadable)
    meaning = meaning_of(path, picture, extent=extent)
    mask = Mask(meaning.coverage)
    return None if mask.is_empty else mask, meaning.notes


def _about(name: str, notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(note.replace("The mask", f"The {name}", 1) for note in notes)


def _note_of_share(changed: Mask) -> tuple[str, ...]:
    """Whoever exchanges black and white gets nearly the whole photo replaced."""
    share = np.count_nonzero(changed.coverage) / changed.coverage.size
    if share <= _MOST_EXPECTED:
        return ()
    return (
        f"The mask asks for most of the photo: {Percentage(share)} of it was restored. If that was not meant, the "
        "mask may be inverted: white is restored, black is kept.",
    )


def _either(first: Mask | None, second: Mask | None) -> Mask | None:
    if first is None or second is None:
        return first or second
    return Mask(first.coverage | second.coverage)


def _notes(shares: tuple[ClassShare, ...], lacking: tuple[str, ...]) -> tuple[str, ...]:
    """What the mask's classes were taken to mean; a plain mask needs no words."""
    notes = [f"The mask has no damage class {name!r}, so --policy changed nothing about it." for name in lacking]
    if any(one.number != DamageClass.DAMAGE or one.policy is not Policy.RESTORE for one in shares):
        said = "; ".join(f"{one.name}: {_DONE[one.policy]} ({Percentage(one.share, decimals=2)})" for one in shares)
        notes.insert(0, f"The mask holds damage classes. {said}.")
    return tuple(notes)


_MOST_EXPECTED = 2 / 3
_LOST_CLASSES = (
    "The mask names damage classes, but has greys that belong to none of them, as after work in another program: it "
    "was read as a plain mask, of which all that is light is restored."
)
_DONE = {
    Policy.KEEP: "kept",
    Policy.PROTECT: "protected",
    Policy.FILL: "filled without a network",
    Policy.RESTORE: "restored",
    Policy.HAND: "filled by hand",
}
_BY_HAND_ELSEWHERE = (
    "The mask has places that were filled by hand. Their pixels are in the project alone, so they were left as the "
    "photo has them."
)
