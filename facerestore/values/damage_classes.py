"""Damage classes: what a place of the photo suffers from, and the policy that says what is done about it.

All classes share one plane of labels, uint8 (H, W): a pixel has one class, painting with locked classes protects it,
undo stays a diff, and 100 megapixels take 100 MB. The plane of a project that knows only keep (0) and restore (255)
is such a plane as it stands.

The numbers are chosen so that a plane, saved as a grey PNG and read by a program that knows only masks (127 and above
restores), means what the default policies mean: repairs are light, what stays is dark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.mask import Mask


class Policy(StrEnum):
    """What is done to the pixels of a class."""

    KEEP = "keep"
    """Left as they are; tools may paint over them."""

    PROTECT = "protect"
    """Bit-identical whatever runs and whatever a mask says."""

    FILL = "fill"
    """Continued from their surroundings by classical means, without a network, inside a face too."""

    RESTORE = "restore"
    """By the networks inside a face crop, from their surroundings elsewhere."""


class DamageClass(IntEnum):
    """One label of a plane; the value is its number in the plane and in files."""

    NONE = 0
    ORIGINAL = 64
    """Not damage: a scar, a stamp, a signature, the studio's retouching."""

    DUST = 192
    SCRATCH = 200
    CREASE = 208
    STAIN = 216
    TEAR = 224
    """Torn or missing."""

    DAMAGE = 255
    """Damage of no named kind: what the brush paints."""


CLASS_NAMES: Final[Mapping[DamageClass, str]] = MappingProxyType(
    {
        DamageClass.NONE: "Keep",
        DamageClass.ORIGINAL: "Original, do not repair",
        DamageClass.DUST: "Dust",
        DamageClass.SCRATCH: "Scratch",
        DamageClass.CREASE: "Crease",
        DamageClass.STAIN: "Stain",
        DamageClass.TEAR: "Torn or missing",
        DamageClass.DAMAGE: "Damage",
    }
)
"""English display names."""

Policies = Mapping[DamageClass, Policy]

DEFAULT_POLICIES: Final[Policies] = MappingProxyType(
    {
        DamageClass.NONE: Policy.KEEP,
        DamageClass.ORIGINAL: Policy.PROTECT,
        # a speck of dust is smaller than anything a network knows better than its neighbours
        DamageClass.DUST: Policy.FILL,
        DamageClass.SCRATCH: Policy.RESTORE,
        DamageClass.CREASE: Policy.RESTORE,
        DamageClass.STAIN: Policy.RESTORE,
        DamageClass.TEAR: Policy.RESTORE,
        DamageClass.DAMAGE: Policy.RESTORE,
    }
)


@dataclass(frozen=True, eq=False)
class Treatment:
    """What is done where, without overlap: ``restore``; ``fill`` and ``protected``, None where no pixel has it."""

    restore: Mask
    fill: Mask | None = None
    protected: Mask | None = None


def is_plane(labels: NDArray[np.generic]) -> bool:
    """Whether an array is a plane of damage classes: uint8 (H, W) with no other number than theirs."""
    return labels.ndim == 2 and labels.dtype == np.uint8 and not cv2.LUT(np.asarray(labels, np.uint8), _UNKNOWN).any()


def treatment(plane: NDArray[np.uint8], policies: Policies = DEFAULT_POLICIES) -> Treatment:
    """What a plane (H, W) of damage classes asks for under a table of policies.

    Raises ValueError for numbers that are no class, for a table with a class missing, and for one that does
    something to NONE: it covers all that nobody has looked at.
    """
    if not is_plane(plane):
        raise ValueError("A plane of damage classes is uint8 (H, W) with their numbers only.")
    if policies.keys() != set(DamageClass) or policies[DamageClass.NONE] is not Policy.KEEP:
        raise ValueError("A table of policies has every class once, and keeps what has none.")
    fill, protected = (_where(plane, policies, policy) for policy in (Policy.FILL, Policy.PROTECT))
    return Treatment(
        Mask(_where(plane, policies, Policy.RESTORE)),
        Mask(fill) if fill.any() else None,
        Mask(protected) if protected.any() else None,
    )


def protected_classes(policies: Policies = DEFAULT_POLICIES) -> frozenset[int]:
    """The numbers that tools pass as ``locked``, so that nothing is painted over protected places."""
    return frozenset(int(one) for one, policy in policies.items() if policy is Policy.PROTECT)


def _where(plane: NDArray[np.uint8], policies: Policies, policy: Policy) -> NDArray[np.uint8]:
    table = np.zeros(256, np.uint8)
    table[[int(one) for one, its in policies.items() if its is policy]] = 255
    return np.asarray(cv2.LUT(plane, table), np.uint8)


_UNKNOWN: Final = (~np.isin(np.arange(256), list(DamageClass))).astype(np.uint8)
