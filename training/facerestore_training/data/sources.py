"""Aligned faces from wherever they lie: a tar shard, a folder of crops, or CelebA-HQ's own folders.

Pictures that are not in the CelebA-HQ frame (FFHQ, LFW, scans) are no source: ``facerestore train prepare``
makes shards of them.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.values.file_names import shown
from facerestore_training.data import celebamask
from facerestore_training.data.decoding import decode_labels, decode_rgb
from facerestore_training.data.tars import ShardUnreadable, member_names, read_members, read_records

PICTURE_SUFFIXES: Final = ("webp", "jpg", "jpeg", "png")
"""Of a face's picture. A PNG beside one of the others is its label map."""

SOURCES_FILE: Final = "sources.json"
"""Beside shards: the terms of each source's data, ``{source: terms}``."""

NOT_STATED: Final = "not stated"

_PREPARE: Final = "'facerestore train prepare' aligns photos into shards."
_NOT_SQUARE: Final = 0.02
_OTHER_FRAME: Final = re.compile(r"/\d{2}000/\d{5}\.png$|/([^/]+)/\1_\d{4}\.jpg$")
"""Square pictures that only their names tell from crops: FFHQ's ``00000/00000.png``, LFW's ``Name/Name_0001.jpg``."""


@dataclass(frozen=True, eq=False)
class AlignedFace:
    """``pixels`` uint8 (S, S, 3) in the CelebA-HQ frame; ``labels`` uint8 (T, T), canonical ids, or None."""

    key: str
    pixels: NDArray[np.uint8]
    labels: NDArray[np.uint8] | None = None


class FaceSource(Protocol):
    """Aligned faces with their labels. Iterating raises ShardUnreadable for what cannot be used."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[AlignedFace]: ...

    def stated(self) -> dict[str, str]:
        """The ``source`` of each picture by its key, empty where none is stated."""
        ...


def open_source(path: Path, only: Collection[str] = ()) -> FaceSource:
    """The faces of a tar file or a folder, or those of the sources named in ``only``.

    Raises ShardUnreadable for what is neither, or not aligned, and as ``keys_of``.
    """
    keys = keys_of(path, only) if only else None
    if not path.is_dir():
        return _TarShard(path, keys)
    if celebamask.is_celebamask(path):
        return _CelebAMaskFolder(path)
    pictures = [file for file in path.iterdir() if _is_picture(file.name)]
    if not pictures:
        raise ShardUnreadable(
            path,
            f"There are no aligned faces in this folder: no KEY.webp, KEY.jpg or KEY.png, and no "
            f"{celebamask.PHOTOS_DIR}.",
            advice=_PREPARE,
        )
    if _OTHER_FRAME.search(min(pictures).resolve().as_posix()):
        raise ShardUnreadable(path, "FFHQ and LFW are not in the CelebA-HQ frame.", advice=_PREPARE)
    return _CropFolder(path, keys)


def keys_of(path: Path, only: Collection[str]) -> frozenset[str]:
    """The keys of a shard's or a folder's pictures, faces or whole photos, whose source is one of ``only``.

    Raises ShardUnreadable where a picture does not state its source, so that nobody learns from it unawares, and where
    none is left.
    """
    stated = open_source(path).stated()
    unknown = next((key for key, source in stated.items() if not source), None)
    if unknown is not None:
        raise ShardUnreadable(
            path,
            f"{shown(unknown)} does not state its source, and only {_listed(only)} may be learnt from.",
            advice="KEY.json needs a field 'source'. Add it, or leave this out.",
        )
    kept = frozenset(key for key, source in stated.items() if source in only)
    if not kept:
        raise ShardUnreadable(
            path,
            f"Nothing is left: its sources are {_listed(set(stated.values()))}, and only {_listed(only)} may be learnt "
            f"from.",
            advice="Leave it out, or name other sources.",
        )
    return kept


def terms_of(paths: Sequence[Path], only: Collection[str] = ()) -> dict[str, str]:
    """{source: terms} of the data in shards and folders, by name; for the card of weights trained on them.

    ``only``: of the sources named there. What states no source is called as its file or folder. Terms come from
    ``sources.json`` beside a shard or in a folder; a source of which it says nothing is "not stated". Raises
    ShardUnreadable.
    """
    terms: dict[str, str] = {}
    for path in paths:
        known = {celebamask.SOURCE: celebamask.TERMS} | _stated_terms(path if path.is_dir() else path.parent)
        names = {*open_source(path).stated().values()} - {""} or {_named(path)}
        for name in names.intersection(only) if only else names:
            if terms.get(name, NOT_STATED) == NOT_STATED:
                terms[name] = known.get(name, NOT_STATED)
    return dict(sorted(terms.items()))


@dataclass(frozen=True)
class _TarShard:
    path: Path
    keys: frozenset[str] | None = None
    """Those to be given; None for all."""

    def __len__(self) -> int:
        return len(_of_those(_keys(member_names(self.path)), self.keys))

    def __iter__(self) -> Iterator[AlignedFace]:
        for key, record in read_records(self.path):
            if _has_picture(record) and (self.keys is None or key in self.keys):
                yield _face(self.path, key, record)

    def stated(self) -> dict[str, str]:
        descriptions = read_members(self.path, wanted=lambda name: name.endswith(".json"))
        known = {name.partition(".")[0]: _source_name(content) for name, content in descriptions}
        return {key: known.get(key, "") for key in _keys(member_names(self.path))}


@dataclass(frozen=True)
class _CropFolder:
    """``KEY.webp`` and so on, not in a tar: an unpacked shard, or crops of another program."""

    path: Path
    keys: frozenset[str] | None = None

    def __len__(self) -> int:
        return len(_of_those(_keys(file.name for file in self._files()), self.keys))

    def __iter__(self) -> Iterator[AlignedFace]:
        records: dict[str, dict[str, Path]] = {}
        for file in self._files():
            key, _, suffix = file.name.partition(".")
            if suffix.lower() in (*PICTURE_SUFFIXES, "json"):
                records.setdefault(key, {})[suffix.lower()] = file
        for key, files in records.items():
            if _has_picture(files) and (self.keys is None or key in self.keys):
                yield _face(self.path, key, {suffix: file.read_bytes() for suffix, file in files.items()})

    def stated(self) -> dict[str, str]:
        files = self._files()
        known = {
            file.name.partition(".")[0]: _source_name(file.read_bytes()) for file in files if file.suffix == ".json"
        }
        return {key: known.get(key, "") for key in _keys(file.name for file in files)}

    def _files(self) -> list[Path]:
        return sorted(file for file in self.path.iterdir() if file.is_file() and not file.name.startswith("."))


@dataclass(frozen=True)
class _CelebAMaskFolder:
    path: Path

    def __len__(self) -> int:
        return len(celebamask.numbered_photos(self.path))

    def __iter__(self) -> Iterator[AlignedFace]:
        is_labelled = celebamask.has_part_masks(self.path)
        for number, file in celebamask.numbered_photos(self.path):
            pixels = _readable(self.path, file.name, decode_rgb, file.read_bytes())
            try:
                labels = celebamask.merged_labels(self.path, number) if is_labelled else None
            except ValueError as error:
                raise ShardUnreadable(self.path, f"Part masks of {number}: {error}.") from error
            yield AlignedFace(f"{number:05d}", _square(self.path, file.name, pixels), labels)

    def stated(self) -> dict[str, str]:
        return {f"{number:05d}": celebamask.SOURCE for number, _ in celebamask.numbered_photos(self.path)}


def _face(origin: Path, key: str, record: Mapping[str, bytes]) -> AlignedFace:
    suffix = next(suffix for suffix in PICTURE_SUFFIXES if suffix in record)
    name = f"{key}.{suffix}"
    pixels = _square(origin, name, _readable(origin, name, decode_rgb, record[suffix]))
    if suffix == "png" or "png" not in record:
        return AlignedFace(key, pixels)
    labels = _readable(origin, f"{key}.png", decode_labels, record["png"])
    return AlignedFace(key, pixels, _square(origin, f"{key}.png", labels))


def _readable(
    origin: Path, name: str, decode: Callable[[bytes], NDArray[np.uint8]], content: bytes
) -> NDArray[np.uint8]:
    try:
        return decode(content)
    except ValueError as error:
        raise ShardUnreadable(origin, f"{name}: {error}.", advice="Replace it, or leave it out.") from error


def _square(origin: Path, name: str, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = pixels.shape[:2]
    if abs(height - width) > _NOT_SQUARE * max(height, width):
        raise ShardUnreadable(
            origin, f"{name} has {width} x {height} pixels: no crop in the CelebA-HQ frame.", advice=_PREPARE
        )
    return pixels


def _is_picture(name: str) -> bool:
    return not name.startswith(".") and name.partition(".")[2].lower() in PICTURE_SUFFIXES


def _keys(names: Iterable[str]) -> dict[str, None]:
    """The keys of the pictures among files, in order."""
    return dict.fromkeys(name.partition(".")[0] for name in names if _is_picture(name))


def _of_those(found: Iterable[str], keys: frozenset[str] | None) -> list[str]:
    return [key for key in found if keys is None or key in keys]


def _named(path: Path) -> str:
    return path.resolve().name if path.is_dir() else path.stem


def _listed(names: Iterable[str]) -> str:
    return ", ".join(shown(name) for name in sorted(names))


def _has_picture(record: Mapping[str, object]) -> bool:
    return any(suffix in record for suffix in PICTURE_SUFFIXES)


def _source_name(content: bytes) -> str:
    """The ``source`` that a face's JSON names; empty if it names none."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return ""
    name = found.get("source") if isinstance(found, dict) else None
    return name if isinstance(name, str) else ""


def _stated_terms(folder: Path) -> dict[str, str]:
    file = folder / SOURCES_FILE
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, OSError, RecursionError) as error:
        raise ShardUnreadable(
            file, "The terms of the data cannot be read.", advice="Correct it: {source: terms}."
        ) from error
    if not isinstance(found, dict):
        raise ShardUnreadable(file, "The terms of the data cannot be read.", advice="Correct it: {source: terms}.")
    return {str(name): str(terms) for name, terms in found.items()}
