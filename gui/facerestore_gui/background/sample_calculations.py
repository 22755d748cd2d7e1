"""The sample portrait as a file, calculated in a thread: it takes scikit-image to make it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.demo.sample import damaged_sample
from facerestore.files.plane_file import ClassedMask
from facerestore.files.writing import write_photo

_NAME: Final = "sample_portrait.png"


@dataclass(frozen=True, eq=False)
class SampleFile:
    """The sample portrait in a file. ``painted``: the mask as a careful hand would paint it; ``mask``: bool (H, W),
    where it is."""

    photo: Path
    painted: ClassedMask

    @property
    def mask(self) -> NDArray[np.bool_]:
        return self.painted.plane > 0


def sample_file(folder: Path) -> SampleFile:
    """The sample in a folder of the program's own; one that is there already is left alone."""
    sample, photo = damaged_sample(), folder / _NAME
    if not photo.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_photo(sample.damaged, photo)
    return SampleFile(photo, ClassedMask(sample.mask.coverage))
