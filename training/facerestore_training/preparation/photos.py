"""Which photos are prepared, whose they are, and which of them are kept for validation."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.files.layout_file import read_layout
from facerestore.jobs.result_files import PHOTO_SUFFIXES
from facerestore.values.errors import UsageError
from facerestore_training.data import celebamask

Subset = Literal["val", "train"]


class LabelMap(Protocol):
    """The label map of a whole photo; can be sent to another process."""

    def read(self) -> NDArray[np.uint8]:
        """Canonical ids (H, W). Raises FaceRestoreError or ValueError."""
        ...


@dataclass(frozen=True)
class LabelFile:
    """A layout file; ``order`` is for files that do not name their label order."""

    path: Path
    order: str | None = None

    def read(self) -> NDArray[np.uint8]:
        return read_layout(self.path, label_order=self.order).labels


@dataclass(frozen=True)
class PartMasks:
    """The part masks of a face of CelebAMask-HQ."""

    root: Path
    number: int

    def read(self) -> NDArray[np.uint8]:
        labels = celebamask.merged_labels(self.root, self.number)
        if labels is None:
            raise ValueError(f"there are no part masks of {self.number}")
        return labels


@dataclass(frozen=True)
class PhotoFile:
    """``name``: its place below the given folder, which with the seed decides its place in the shards.
    ``person``: photos of one person all go into one subset. ``is_aligned``: it is in the CelebA-HQ frame."""

    path: Path
    name: str
    person: str
    is_aligned: bool = False
    labels: LabelMap | None = None


@dataclass(frozen=True)
class PhotoList:
    """``others``: files that are no photos by their names."""

    photos: tuple[PhotoFile, ...]
    others: tuple[Path, ...] = ()


def list_photos(
    paths: Sequence[Path],
    *,
    out: Path,
    labels_dir: Path | None = None,
    label_order: str | None = None,
) -> PhotoList:
    """All photos of files and folders with the folders below them, each once; hidden files are passed over.

    Known layouts: CelebA-HQ with CelebAMask-HQ (aligned, labels from its part masks), LFW
    (``Name/Name_0001.jpg``: a person each). In any other tree, FFHQ's among them, each photo is a person of its
    own. Raises UsageError for what is not there, and where there is no photo.
    """
    photos: dict[Path, PhotoFile] = {}
    others: list[Path] = []
    excluded = [folder.resolve() for folder in (out, labels_dir) if folder is not None]
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no file or folder {path}.", advice="Check the path.")
        for photo in _photos(path, labels_dir, label_order):
            place = photo.path.resolve()
            if any(place.is_relative_to(folder) for folder in excluded):
                continue
            if photo.path.suffix.lower() in PHOTO_SUFFIXES:
                photos.setdefault(place, photo)
            else:
                others.append(photo.path)
    if not photos:
        raise UsageError(
            "There is no photo in what was given.", advice=f"Photos end in {', '.join(sorted(PHOTO_SUFFIXES))}."
        )
    return PhotoList(tuple(photos.values()), tuple(sorted(others)))


def planned(photos: Sequence[PhotoFile], *, validation_share: float, seed: int) -> list[tuple[Subset, PhotoFile]]:
    """The photos in the order of the shards, validation first, shuffled by seed; no person is in both subsets.

    Validation gets whole persons until it has ``validation_share`` of the photos.
    """
    by_person: dict[str, list[PhotoFile]] = {}
    for photo in photos:
        by_person.setdefault(photo.person, []).append(photo)
    wanted = round(validation_share * len(photos))
    held_out: set[str] = set()
    count = 0
    for person in sorted(by_person, key=lambda person: _shuffled(seed, "person", person)):
        if count >= wanted:
            break
        held_out.add(person)
        count += len(by_person[person])
    order = sorted(photos, key=lambda photo: (_shuffled(seed, "photo", photo.name), str(photo.path)))
    validation: list[tuple[Subset, PhotoFile]] = [("val", photo) for photo in order if photo.person in held_out]
    return validation + [("train", photo) for photo in order if photo.person not in held_out]


def _photos(path: Path, labels_dir: Path | None, label_order: str | None) -> Iterator[PhotoFile]:
    if path.is_dir() and celebamask.is_celebamask(path):
        is_labelled = celebamask.has_part_masks(path)
        for number, file in celebamask.numbered_photos(path):
            name = file.relative_to(path).as_posix()
            labels = PartMasks(path, number) if is_labelled else None
            yield PhotoFile(file, name, name, is_aligned=True, labels=labels)
        return
    root = path if path.is_dir() else path.parent
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        place = file.relative_to(root)
        if file.is_file() and not any(part.startswith(".") for part in place.parts):
            found = None if labels_dir is None else _label_file(labels_dir, place)
            labels_file = None if found is None else LabelFile(found, label_order)
            yield PhotoFile(file, place.as_posix(), _person(place), labels=labels_file)


def _person(place: Path) -> str:
    """LFW's names say who is in the photo; elsewhere nothing does, and a photo stands for itself."""
    stem, _, number = place.stem.rpartition("_")
    is_lfw = stem == place.parent.name and len(number) == 4 and number.isdecimal()
    return f"person {stem}" if is_lfw and stem else place.as_posix()


def _label_file(labels_dir: Path, place: Path) -> Path | None:
    candidates = (labels_dir / place.with_suffix(".png"), labels_dir / f"{place.stem}.png")
    return next((file for file in candidates if file.is_file()), None)


def _shuffled(seed: int, kind: str, name: str) -> str:
    # by hash and not by a random generator: a photo keeps its place when others join
    return hashlib.sha256(f"{seed} {kind} {name}".encode(errors="surrogateescape")).hexdigest()
