"""Shapes of real damage, extracted from scans, as holes."""

import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.errors import PhotoUnreadable

_LARGEST_BYTES: Final = 16 * 2**20
_ADVICE: Final = "Give a tar file of grey PNG pictures, KIND/NAME.png."


@dataclass(frozen=True, eq=False)
class OverlayPool:
    """Encoded alpha pictures, 255 = damage, by folder: scratches, hair, stains... They are decoded when drawn: a
    pool of 900 has 13 MB encoded and 144 MB decoded."""

    file: Path
    kinds: tuple[tuple[bytes, ...], ...]
    names: tuple[str, ...] = ()
    """Of the kinds, in their order."""

    @classmethod
    def read(cls, file: Path) -> "OverlayPool":
        """The members ``KIND/NAME.png`` of a tar, 8-bit grey, any size; every kind is drawn equally often.

        Raises PhotoUnreadable where the file is no such tar.
        """
        kinds: dict[str, list[bytes]] = {}
        try:
            with tarfile.open(file, "r:") as tar:
                for member in tar:
                    stream = tar.extractfile(member) if member.isfile() and member.name.endswith(".png") else None
                    if stream is not None:
                        kinds.setdefault(PurePosixPath(member.name).parent.name, []).append(stream.read(_LARGEST_BYTES))
        except tarfile.TarError as error:
            raise PhotoUnreadable(file, "This is no tar file.", advice=_ADVICE) from error
        for content in (group[0] for group in kinds.values()):
            _decoded(content, file)
        if not kinds:
            raise PhotoUnreadable(file, "There are no pictures in it.", advice=_ADVICE)
        return cls(file, tuple(tuple(group) for group in kinds.values()), tuple(kinds))

    def only(self, name: str) -> "OverlayPool":
        """The shapes of one kind. Raises ValueError for a kind that there is not."""
        return OverlayPool(self.file, (self.kinds[self.names.index(name)],), (name,))

    def split(self, every: int) -> tuple["OverlayPool", "OverlayPool"]:
        """(training, held out): of each kind every so many-th shape is held out, and all are where it has only one."""
        held_out = tuple(group[::every] for group in self.kinds)
        training = tuple(
            tuple(one for index, one in enumerate(group) if index % every) or group for group in self.kinds
        )
        return OverlayPool(self.file, training, self.names), OverlayPool(self.file, held_out, self.names)

    def alpha(self, rng: np.random.Generator, size_px: int) -> NDArray[np.uint8]:
        """One shape (size, size), 0...255: turned, mirrored, and 0.6 to 2.5 times as large."""
        group = self.kinds[int(rng.integers(len(self.kinds)))]
        found = _decoded(group[int(rng.integers(len(group)))], self.file)
        scale = np.exp(rng.uniform(np.log(0.6), np.log(2.5))) * size_px / max(found.shape)
        matrix = cv2.getRotationMatrix2D(
            (found.shape[1] / 2, found.shape[0] / 2), float(rng.uniform(0, 360)), float(scale)
        )
        centre = size_px / 2 + rng.uniform(-0.35, 0.35, 2) * size_px
        matrix[:, 2] += centre - (found.shape[1] / 2, found.shape[0] / 2)
        # thin hairs vanish when a picture is shrunk without averaging
        smooth = cv2.GaussianBlur(found, (0, 0), 0.5 / scale) if scale < 1 else found
        turned = np.asarray(cv2.warpAffine(smooth, matrix, (size_px, size_px), flags=cv2.INTER_LINEAR), np.uint8)
        return np.ascontiguousarray(turned[:, ::-1]) if rng.random() < 0.5 else turned

    def hole(self, rng: np.random.Generator, size_px: int) -> NDArray[np.uint8]:
        """One to four shapes where they are clearly damage, 0 to 2 px wider at 256 as a person's brush covers them;
        1 = restore."""
        hole = np.zeros((size_px, size_px), np.uint8)
        for _ in range(rng.integers(1, 5)):
            hole |= (self.alpha(rng, size_px) > rng.uniform(40, 140)).astype(np.uint8)
        grown = 1 + 2 * round(rng.uniform(0, 2) * size_px / 256)
        return np.asarray(cv2.dilate(hole, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (grown, grown))), np.uint8)


def _decoded(content: bytes, file: Path) -> NDArray[np.uint8]:
    alpha = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE)
    if alpha is None:
        raise PhotoUnreadable(file, "One of its pictures cannot be decoded.", advice=_ADVICE)
    return np.asarray(alpha, np.uint8)
