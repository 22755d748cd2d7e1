"""A folder of scans with dust on the glass, and what a report says of such places."""

from pathlib import Path
from typing import Final

import numpy as np

from facerestore.editing.mask_shapes import Region
from facerestore.files.writing import write_photo
from facerestore.jobs.repeated_report import Decision, ReportedPlace
from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo

EXTENT: Final = Extent(160, 120)
SPECK: Final = np.s_[50:54, 70:75]
HIDDEN: Final = 2
"""The scan that is as white as the dust."""


def write_scans(folder: Path) -> Path:
    """Six scans in ``in/``, each of another picture, with one speck of dust; one of them hides it. Returns the
    folder."""
    (folder / "in").mkdir()
    rng = np.random.default_rng(0)
    for index in range(6):
        small = rng.integers(40, 120, (12, 16)).astype(np.uint8)
        pixels = np.kron(small, np.ones((10, 10), np.uint8))
        if index == HIDDEN:
            pixels = np.full((120, 160), 255, np.uint8)
        pixels[SPECK] = 255
        write_photo(Photo(pixels), folder / "in" / f"{index}.png")
    return folder


def reported(
    decision: Decision,
    *,
    rows: slice = SPECK[0],
    columns: slice = SPECK[1],
    kind: DamageClass = DamageClass.DUST,
    extent: Extent = EXTENT,
) -> ReportedPlace:
    """A place of those pixels, as a report has it."""
    inside = np.zeros((extent.height, extent.width), np.bool_)
    inside[rows, columns] = True
    region = Region.of(inside)
    assert region is not None
    return ReportedPlace(decision, kind, region, extent, 5, 6, ("a.png",), 0.1)
