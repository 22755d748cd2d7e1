"""The masks of one photo as files: what to restore, what to fill without a network, what to protect.

Where they overlap, what is protected stays whatever the others say, and what is to be filled is not painted by a
network. A mask may hold damage classes, each with its own policy; to those the other two files are added.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facerestore.compositing.assembly import changed_by
from facerestore.files.plane_file import ClassedMask, read_plane
from facerestore.files.reading import read_mask
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import ClassShare, DamageTable, Treatment, class_shares, treatment
from facerestore.values.errors import UsageError
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask


@dataclass(frozen=True)
class MaskFiles:
    """``fill``: white is continued from its surroundings; ``protect``: white stays bit-identical. ``policies``: what is
    done about the mask's classes, by name or number, where that is not what the file says."""

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

    treatment: Treatment
    changed: Mask
    classes: tuple[ClassShare, ...]
    notes: tuple[str, ...]


def read_masks(files: MaskFiles, extent: Extent) -> AskedFor:
    """What the files ask for, over a photo of an extent. Raises MaskUnreadable, also for another size, and UsageError
    for a policy of a class that there is not."""
    painted = _painted(files, extent)
    table = with_policies(painted.table, files.policies)
    asked = treatment(painted.plane, table)
    fill = _either(asked.fill, None if files.fill is None else read_mask(files.fill, extent=extent))
    protected = _either(asked.protected, None if files.protect is None else read_mask(files.protect, extent=extent))
    done = Treatment(asked.restore, fill, protected)
    shares = class_shares(painted.plane, table)
    return AskedFor(done, changed_by(done.restore, fill, protected), shares, _notes(shares))


def with_policies(table: DamageTable, policies: tuple[tuple[str, Policy], ...]) -> DamageTable:
    """The table with other policies for classes, which are named by their English names without case, or by their
    numbers. Raises UsageError."""
    for name, policy in policies:
        kind = next((one for one in table.kinds if name.casefold() in _names_of(one.number, one.english_name)), None)
        if kind is None:
            known = ", ".join(one.english_name for one in table.kinds)
            raise UsageError(f"There is no damage class {name!r}.", advice=f"Known are {known}.")
        table = table.with_policy(kind.number, policy)
    return table


def _names_of(number: int, name: str) -> tuple[str, ...]:
    return (name.casefold(), str(number))


def _painted(files: MaskFiles, extent: Extent) -> ClassedMask:
    if files.mask is None:
        return ClassedMask(np.zeros((extent.height, extent.width), np.uint8))
    return read_plane(files.mask, extent=extent)


def _either(first: Mask | None, second: Mask | None) -> Mask | None:
    if first is None or second is None:
        return first or second
    return Mask(first.coverage | second.coverage)


def _notes(shares: tuple[ClassShare, ...]) -> tuple[str, ...]:
    """What the mask's classes were taken to mean; a plain mask needs no words."""
    if not shares or all(one.number == DamageClass.DAMAGE and one.policy is Policy.RESTORE for one in shares):
        return ()
    said = "; ".join(f"{one.name}: {_DONE[one.policy]} ({one.share:.2%})" for one in shares)
    return (f"The mask holds damage classes. {said}.",)


_DONE = {
    Policy.KEEP: "kept",
    Policy.PROTECT: "protected",
    Policy.FILL: "filled without a network",
    Policy.RESTORE: "restored",
}
