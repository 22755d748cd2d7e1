"""Contact sheets: rows of pictures for the eye, written during a run."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from facerestore_resources.face_classes import COLOURS, FaceClass
from facerestore_training.batched_inference import layout_probabilities
from facerestore_training.data.shards import FaceSet

_COLOURS = np.asarray(COLOURS, np.uint8)
_HOLE_COLOUR = np.array([255, 0, 255], np.uint8)


def save_sheet(rows: Sequence[Sequence[NDArray[np.uint8]]], path: Path) -> None:
    """Rows of equally large uint8 RGB pictures as one PNG; short rows end in black."""
    longest = max(len(row) for row in rows)
    black = np.zeros_like(rows[0][0])
    filled = [[*row, *([black] * (longest - len(row)))] for row in rows if row]
    sheet = np.concatenate([np.concatenate(row, axis=1) for row in filled], axis=0)
    # the run waits for it, so rather quick than small
    Image.fromarray(sheet).save(path, compress_level=1)


def painted(labels: NDArray[np.integer]) -> NDArray[np.uint8]:
    """Labels (H, W) in their colours (H, W, 3)."""
    colours: NDArray[np.uint8] = _COLOURS[labels]
    return colours


def with_hole(pixels: NDArray[np.uint8], hole: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with its hole in a colour that no face has."""
    return np.where(hole[..., None] > 0, _HOLE_COLOUR, pixels)


def layout_sheet(network: nn.Module, faces: FaceSet, holes: NDArray[np.uint8], path: Path, *, count: int = 12) -> None:
    """Rows of: picture with hole, layout predicted with the hole, without it, true layout."""
    count = min(count, len(faces))
    pixels = np.asarray(faces.pixels[:count])
    holed = layout_probabilities(network, pixels, holes[:count]).argmax(axis=1)
    whole = layout_probabilities(network, pixels, None).argmax(axis=1)
    rows = []
    for index in range(count):
        row = [with_hole(pixels[index], holes[index]), painted(holed[index]), painted(whole[index])]
        if faces.labels is not None:
            row.append(painted(np.asarray(faces.labels[index])))
        rows.append(row)
    pairs = [rows[i] + rows[i + 1] if i + 1 < len(rows) else rows[i] * 2 for i in range(0, len(rows), 2)]
    save_sheet(pairs, path)


def captioned(pixels: NDArray[np.uint8], caption: str) -> NDArray[np.uint8]:
    """The picture with white words on a black bar at its top."""
    marked = np.array(pixels)
    marked[:18] = 0
    cv2.putText(marked, caption, (3, 13), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (255, 255, 255), 1, cv2.LINE_AA)
    return marked


def label_sheet(faces: FaceSet, indices: Sequence[int], path: Path, *, columns: int = 4) -> None:
    """Faces beside themselves with their layouts blended over, in the order of ``indices``; background stays clear."""
    if faces.labels is None:
        raise ValueError("These faces have no layouts.")
    tiles = []
    for index in indices:
        pixels, labels = np.asarray(faces.pixels[index]), np.asarray(faces.labels[index])
        blended = (pixels.astype(np.uint16) * 5 + painted(labels).astype(np.uint16) * 4) // 9
        shown = np.where(labels[..., None] == FaceClass.BACKGROUND, pixels, blended.astype(np.uint8))
        tiles.append([pixels, shown])
    rows = [tiles[start : start + columns] for start in range(0, len(tiles), columns)]
    save_sheet([[picture for pair in row for picture in pair] for row in rows], path)
