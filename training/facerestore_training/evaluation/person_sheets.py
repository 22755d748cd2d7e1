"""Sheets of restored persons: what each way to restore gives, and from whom each pixel of it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.origins_picture import mixed_colours
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.persons import PersonCase, PersonPainter
from facerestore_training.sheets import captioned, save_sheet, with_hole

_MOST_LENDERS: Final = 3
_TINT: Final = 0.6


def save_origins_sheet(
    painter: PersonPainter,
    faces: FaceSet,
    cases: Sequence[PersonCase],
    holes: NDArray[np.uint8],
    path: Path,
    *,
    count: int = 12,
) -> None:
    """A row for each person: the damaged photograph, restored without anybody, with the mirror image, with up to three
    references; where that last is from (orange: the network, blue: the mirror image, then a colour for each
    reference, as in the program); the undamaged photograph; the references."""
    rows = []
    for case in cases[:count]:
        hole, truth = holes[case.target], np.asarray(faces.pixels[case.target])
        lenders = case.own[:_MOST_LENDERS]
        photo = painter.photo(case.target, hole)
        result = painter(photo, lenders, mirror=True)
        tints = mixed_colours(painter.shares(photo, lenders, mirror=True))
        grey = result.mean(axis=2, keepdims=True)
        coloured = np.where(hole[..., None] > 0, (1 - _TINT) * grey + _TINT * tints, grey.repeat(3, axis=2))
        rows.append(
            [
                with_hole(truth, hole),
                captioned(painter(photo, (), mirror=False), "nobody"),
                captioned(painter(photo, (), mirror=True), "mirror image"),
                captioned(result, f"{len(lenders)} references"),
                captioned(np.rint(coloured).astype(np.uint8), "from whom"),
                truth,
                *(np.asarray(faces.pixels[index]) for index in lenders),
            ]
        )
    save_sheet(rows, path)
