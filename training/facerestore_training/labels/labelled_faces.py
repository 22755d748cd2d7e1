"""Faces without labels made ready to learn from: read by a parser, filtered, and shown to a person."""

import logging
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore_resources.face_classes import FaceClass
from facerestore_training.data import shards
from facerestore_training.data.shards import FaceSet
from facerestore_training.labels.labelling import LabelledFaces, read_layouts
from facerestore_training.labels.trust import by_class_share, by_dark_chin, trusted
from facerestore_training.runs.starting_weights import loaded
from facerestore_training.sheets import label_sheet

log = logging.getLogger(__name__)

_SHOWN = 24


def labelled_faces(
    files: Sequence[Path], labeller: Path, cache: Path, device: torch.device, only: Collection[str] = ()
) -> tuple[FaceSet, NDArray[np.intp]]:
    """(faces with the layouts that the labeller reads, indices of those to learn from).

    ``only``: faces of the sources named there.
    Layouts and confidences are kept in ``cache``, beside sheets of glasses, hats, beards and of the least sure faces.
    Says what was left out and why; where nothing is trusted at all, everything is kept, and that is said.
    """
    faces = shards.load_faces(files, cache, only)
    _, network = loaded(labeller)
    file = cache / f"layouts-{shards.fingerprint([*files, labeller], only)}.npy"
    is_new = not file.exists()
    read = read_layouts(network.to(device), faces, file, mirrored=True)
    if is_new:
        _show(read, file)
    trust = trusted(read)
    log.info("%s", trust.report())
    if not len(trust.kept):
        log.warning("No layout of %s makes sense. All faces are kept; choose another labeller.", labeller.name)
        return read.faces, np.arange(len(faces))
    return read.faces, trust.kept


def _show(read: LabelledFaces, file: Path) -> None:
    sheets = {
        "glasses": by_class_share(read.faces, FaceClass.GLASSES),
        "hats": by_class_share(read.faces, FaceClass.HAT),
        "beards": by_dark_chin(read.faces),
        "unsure": np.argsort(read.confidence_N),
    }
    for name, indices in sheets.items():
        if len(indices):
            label_sheet(read.faces, indices[:_SHOWN].tolist(), file.with_suffix(f".{name}.png"))
