"""Faces of composed group photos that are found, with the closer look at small faces and without it.

    python tests/performance/small_faces.py --faces persons-256/val-00.tar

A group is rows of faces, round and of one size, on a blurred pattern: composed, no real photo. The table is in
models/README.md.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.restoration import face_search
from facerestore.restoration.face_search import PLAUSIBLE, found_faces
from facerestore.restoration.local import LocalNetworks
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_training.data.tars import read_members

GROUPS = (
    *((Extent(1200, 900), 5, 6, side) for side in (60, 90, 150)),
    *((Extent(2400, 1800), 5, 6, side) for side in (100, 150, 200)),
    *((Extent(1600, 1000), 2, 4, side) for side in (120, 250)),
)
"""Photo, rows, columns, and the side of each picture of a face in it; the face is half as wide."""


def pictures(tar: Path) -> Iterator[NDArray[np.uint8]]:
    for name, content in read_members(tar, wanted=lambda name: name.endswith((".webp", ".jpg", ".png"))):
        picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR_RGB)
        assert picture is not None, name
        yield np.asarray(picture, np.uint8)


def composed(
    faces: Iterator[NDArray[np.uint8]], extent: Extent, rows: int, columns: int, side: int
) -> tuple[Photo, list[tuple[float, float]]]:
    """The photo, and the middle of each face in it."""
    rng = np.random.default_rng(side)
    coarse = rng.normal(110, 25, (extent.height // 40, extent.width // 40, 3))
    ground = cv2.resize(coarse, (extent.width, extent.height), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:side, 0:side] / side - 0.5
    alpha = np.clip((0.5 - np.hypot(x, y / 1.05)) * 10, 0, 1)[..., None]
    middles = []
    for number, face in enumerate(islice(faces, rows * columns)):
        row, column = divmod(number, columns)
        left = round((column + 0.5 + 0.1 * rng.uniform(-1, 1)) * extent.width / columns - side / 2)
        top = round((row + 0.5) * extent.height / rows - side / 2)
        place = np.s_[max(0, top) : top + side, left : left + side]
        small = cv2.resize(face, (side, side), interpolation=cv2.INTER_AREA)
        ground[place] = ground[place] * (1 - alpha) + small * alpha
        middles.append((left + side / 2, top + side / 2))
    ground += rng.normal(0, 3, ground.shape)
    return Photo(np.clip(ground, 0, 255).astype(np.uint8)), middles


def hits(found: Sequence[Face], middles: Sequence[tuple[float, float]], side: int) -> tuple[int, int, int]:
    """(faces found, of these plausible, finds that are no face)."""
    seen: dict[int, float] = {}
    wrong = 0
    for face in found:
        centre = face.points_photo.mean(axis=0)
        near = [n for n, middle in enumerate(middles) if np.hypot(*(centre - middle)) < side / 4]
        if near:
            seen[near[0]] = max(seen.get(near[0], 0.0), face.confidence)
        else:
            wrong += 1
    return len(seen), sum(one >= PLAUSIBLE for one in seen.values()), wrong


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True)
    arguments = parser.parse_args(argv)
    networks = LocalNetworks()
    kept = face_search.windows_on_small_faces
    for extent, rows, columns, side in GROUPS:
        photo, middles = composed(cycle(list(islice(pictures(arguments.faces), 60))), extent, rows, columns, side)
        shown = [f"{extent.width} x {extent.height}, faces {side // 2} px wide, {len(middles)}"]
        for search in (lambda extent, faces: ([], 1.0), kept):
            face_search.windows_on_small_faces = search
            began = time.process_time()
            found = networks.run(found_faces(photo, Mask.empty(photo.extent))).faces
            seconds = time.process_time() - began
            shown.append("{} found, {} plausible, {} wrong".format(*hits(found, middles, side)) + f", {seconds:.1f} s")
        print(" | ".join(shown), flush=True)


if __name__ == "__main__":
    main()
