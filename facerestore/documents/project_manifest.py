"""The manifest of a project file: what it says beside its pictures, and which pictures there must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facerestore import __version__
from facerestore.documents.json_fields import Fields, packed
from facerestore.documents.saved_faces import MAX_FACES, alignment_of, alignment_values, face_of, face_values
from facerestore.documents.saved_project import Original, SavedProject, SavedResult
from facerestore.files.stored_picture import MAX_PIXELS, Unfit, refuse_size
from facerestore.values.alignment import CROP_PX, Alignment
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent

NAME: Final = "manifest.json"
MASK: Final = "mask.png"
MAX_BYTES: Final = 4 * 2**20
_FORMAT: Final = "facerestore-project/"
_VERSION: Final = 1
_MAX_RESULTS: Final = 32
_MAX_SEED: Final = 2**63 - 1
_MAX_FILE_BYTES: Final = 2**50
_MAX_NOTES: Final = 100


@dataclass(frozen=True)
class FaceEntry:
    face: Face
    has_layout: bool
    has_prediction: bool
    is_skipped: bool = False
    choice_seeds: tuple[int, ...] = ()
    """The candidates that the face's parts come from; empty: the seed's own everywhere."""


@dataclass(frozen=True)
class CandidateEntry:
    alignment: Alignment
    seed: int


@dataclass(frozen=True)
class ResultEntry:
    """``box``: the part of the photo that its pictures cover."""

    box: Box
    seed: int
    device: str
    elapsed_s: float
    weights: dict[str, str]
    notes: tuple[str, ...]
    candidates: tuple[CandidateEntry, ...]


@dataclass(frozen=True)
class Manifest:
    """``relative_path``: where the original was, seen from the project file; empty on another drive."""

    original: Original
    relative_path: str
    faces: tuple[FaceEntry, ...]
    current_face: int
    seed: int
    results: tuple[ResultEntry, ...]
    result_is_current: bool

    def member_names(self) -> set[str]:
        """Exactly these are in the file."""
        return {NAME, MASK, *self._layout_names(), *self._result_names()}

    def decoded_byte_count(self) -> int:
        """How much memory the pictures take once they are read."""
        sample_bytes = self.original.channels * self.original.bits // 8
        crops = sum(12 * one.alignment.crop_px**2 for result in self.results for one in result.candidates)
        results = sum(result.box.width * result.box.height * (sample_bytes + 1) for result in self.results)
        choices = sum(2 * CROP_PX**2 for face in self.faces if face.choice_seeds)
        return self.original.extent.pixel_count * (1 + len(self.results)) + results + crops + choices

    def _layout_names(self) -> Iterator[str]:
        for index, face in enumerate(self.faces):
            if face.has_layout:
                yield layout_name(index)
            if face.has_prediction:
                yield prediction_name(index)
            if face.choice_seeds:
                yield choice_name(index, "seeds")
                yield choice_name(index, "strength")

    def _result_names(self) -> Iterator[str]:
        for index, result in enumerate(self.results):
            yield from (result_name(index, part) for part in ("mask", "pixels", "generated"))
            for number in range(len(result.candidates)):
                yield candidate_pixels_name(index, number)
                yield candidate_layout_name(index, number)


def layout_name(face: int) -> str:
    return f"faces/{face}/layout.png"


def prediction_name(face: int) -> str:
    return f"faces/{face}/predicted.png"


def choice_name(face: int, plane: str) -> str:
    return f"faces/{face}/choice_{plane}.png"


def result_name(result: int, part: str) -> str:
    return f"results/{result}/{part}.png"


def candidate_pixels_name(result: int, candidate: int) -> str:
    """float32, little-endian, (S, S, 3) row by row."""
    return f"results/{result}/candidates/{candidate}/pixels.f32"


def candidate_layout_name(result: int, candidate: int) -> str:
    return f"results/{result}/candidates/{candidate}/layout.png"


def encoded(project: SavedProject, relative_path: str) -> bytes:
    return packed(
        {
            "format": f"{_FORMAT}{_VERSION}",
            "program": f"facerestore {__version__}",
            "original": original_values(project.original) | {"relative_path": relative_path},
            "settings": {"seed": project.seed, "current_face": project.current_face},
            "faces": [
                face_values(work.face)
                | {"has_layout": work.layout is not None, "has_prediction": work.predicted is not None}
                | {"is_skipped": work.is_skipped}
                | ({} if work.choice is None else {"choice_seeds": list(work.choice.seeds)})
                for work in project.faces
            ],
            "results": [_result_values(result) for result in project.results],
            "result_is_current": project.result_is_current,
        }
    )


def decoded(data: bytes) -> Manifest:
    """Raises Unfit."""
    fields = Fields.parsed(data)
    _refuse_version(fields.text("format"))
    settings = fields.inner("settings")
    faces = tuple(_face_entry(one) for one in fields.objects("faces", most=MAX_FACES))
    original = original_of(fields.inner("original"))
    return Manifest(
        original=original,
        relative_path=fields.inner("original").text("relative_path"),
        faces=faces,
        current_face=settings.whole("current_face", least=-1, most=len(faces) - 1),
        seed=settings.whole("seed", most=_MAX_SEED),
        results=tuple(_result_entry(one, original.extent) for one in fields.objects("results", most=_MAX_RESULTS)),
        result_is_current=fields.flag("result_is_current"),
    )


def original_values(original: Original) -> dict[str, object]:
    return {
        "path": str(original.path),
        "sha256": original.sha256,
        "bytes": original.byte_count,
        "width": original.extent.width,
        "height": original.extent.height,
        "bits": original.bits,
        "channels": original.channels,
    }


def original_of(fields: Fields) -> Original:
    """Raises Unfit, also for a photo of too many pixels."""
    width, height = (fields.whole(name, least=1, most=MAX_PIXELS) for name in ("width", "height"))
    refuse_size(width, height, MAX_PIXELS)
    bits, channels = fields.whole("bits", least=8, most=16), fields.whole("channels", least=1, most=3)
    if bits not in (8, 16) or channels not in (1, 3):
        raise Unfit.damaged("it names a photo that cannot be")
    return Original(
        path=Path(fields.text("path")),
        sha256=fields.text("sha256") if fields.has("sha256") else None,
        byte_count=fields.whole("bytes", most=_MAX_FILE_BYTES),
        extent=Extent(width, height),
        bits=bits,
        channels=channels,
    )


def _refuse_version(name: str) -> None:
    version = name.removeprefix(_FORMAT)
    if version == name:
        raise Unfit("The file is not a project of facerestore.", "Open a file that ends in .facerestore.")
    if version != str(_VERSION):
        raise Unfit("The project was saved by a newer facerestore.", "Update this program, and open it again.")


def _face_entry(fields: Fields) -> FaceEntry:
    return FaceEntry(
        face_of(fields),
        fields.flag("has_layout"),
        fields.flag("has_prediction"),
        fields.has("is_skipped") and fields.flag("is_skipped"),
        tuple(fields.wholes("choice_seeds", most=_MAX_SEED)) if fields.has("choice_seeds") else (),
    )


def _result_values(result: SavedResult) -> dict[str, Any]:
    box = result.box
    return {
        "box": [box.left, box.top, box.right, box.bottom],
        "seed": result.seed,
        "device": result.device,
        "elapsed_s": result.elapsed_s,
        "weights": result.weights,
        "notes": list(result.notes),
        "candidates": [alignment_values(one.alignment) | {"seed": one.seed} for one in result.candidates],
    }


def _result_entry(fields: Fields, extent: Extent) -> ResultEntry:
    box = Box(*(int(value) for value in fields.numbers("box", 4)))
    if box.is_empty or box.clipped(extent) != box:
        raise Unfit.damaged("a result lies outside its photo")
    return ResultEntry(
        box=box,
        seed=fields.whole("seed", most=_MAX_SEED),
        device=fields.text("device"),
        elapsed_s=fields.number("elapsed_s"),
        weights=fields.text_by_name("weights", most=_MAX_NOTES),
        notes=fields.texts("notes", most=_MAX_NOTES),
        candidates=tuple(
            CandidateEntry(alignment_of(one), one.whole("seed", most=_MAX_SEED))
            for one in fields.objects("candidates", most=MAX_FACES)
        ),
    )
