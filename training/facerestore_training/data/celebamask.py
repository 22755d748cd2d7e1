"""CelebA-HQ with CelebAMask-HQ as they are distributed: ``CelebA-HQ-img/N.jpg``, and a mask file for each part
of each face, ``CelebAMask-HQ-mask-anno/N div 2000/N_part.png`` with N in five digits."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore_training.data.decoding import decode_grey

PHOTOS_DIR: Final = "CelebA-HQ-img"
MASKS_DIR: Final = "CelebAMask-HQ-mask-anno"
SOURCE: Final = "celebamask-hq"
TERMS: Final = "non-commercial research"

PARTS: Final = (
    "skin",
    "nose",
    "eye_g",
    "l_eye",
    "r_eye",
    "l_brow",
    "r_brow",
    "l_ear",
    "r_ear",
    "mouth",
    "u_lip",
    "l_lip",
    "hair",
    "hat",
    "ear_r",
    "neck_l",
    "neck",
    "cloth",
)
"""File names of the classes 1 to 18. Masks overlap, and the later part covers the earlier one, as in the data
set's own ``g_mask.py``: the order is part of what the labels mean."""

_FACES_PER_FOLDER: Final = 2000


def is_celebamask(folder: Path) -> bool:
    """Whether the folder is the root of the data set."""
    return (folder / PHOTOS_DIR).is_dir()


def numbered_photos(root: Path) -> list[tuple[int, Path]]:
    """(number, file) of every photo, by number."""
    found = [(int(file.stem), file) for file in (root / PHOTOS_DIR).glob("*.jpg") if file.stem.isdecimal()]
    return sorted(found)


def has_part_masks(root: Path) -> bool:
    return (root / MASKS_DIR).is_dir()


def merged_labels(root: Path, number: int) -> NDArray[np.uint8] | None:
    """The canonical label map of a face, uint8 (512, 512) in the data set; None for a face without part masks.

    Raises ValueError for masks that cannot be decoded or differ in size.
    """
    folder = root / MASKS_DIR / str(number // _FACES_PER_FOLDER)
    labels: NDArray[np.uint8] | None = None
    for class_id, part in enumerate(PARTS, start=1):
        file = folder / f"{number:05d}_{part}.png"
        if not file.is_file():
            continue
        mask = decode_grey(file.read_bytes())
        if labels is None:
            labels = np.zeros(mask.shape, np.uint8)
        if mask.shape != labels.shape:
            raise ValueError(f"{file.name} has another size than the parts before it")
        labels[mask > 0] = class_id
    return labels
