"""The manifest of a project file: what it says beside its pictures, and which pictures there must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facerestore import __version__
from facerestore.documents.json_fields import Fields, packed
from facerestore.documents.saved_faces import MAX_FACES, alignment_of, alignment_values, face_of, face_values
from facerestore.documents.saved_project import Original, SavedCandidate, SavedProject, SavedResult
from facerestore.files.damage_table_text import table_of, table_values
from facerestore.files.stored_picture import MAX_PIXELS, UnsupportedPicture, refuse_size
from facerestore.values.alignment import CROP_PX, Alignment
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import DEFAULT_TABLE, ClassShare, DamageTable
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent

NAME: Final = "manifest.json"
MASK: Final = "mask.png"
MAX_BYTES: Final = 4 * 2**20
_FORMAT: Final = "facerestore-project/"
_VERSIONS: Final = ("1", "2")
"""2 since damage classes can be changed and results say more. What version 1 can say is written as version 1, so that
older programs open it."""
_MAX_RESULTS: Final = 32
_MAX_SEED: Final = 2**63 - 1
_MAX_FILE_BYTES: Final = 2**50
_MAX_NOTES: Final = 100
_MAX_CLASSES: Final = 255


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
    choice_seeds: tuple[int, ...] = ()
    """As those of a face."""


@dataclass(frozen=True)
class ResultEntry:
    """``box``: the part of the photo that its pictures cover, but for its mask and what was protected."""

    box: Box
    seed: int
    device: str
    elapsed_s: float
    weights: dict[str, str]
    notes: tuple[str, ...]
    candidates: tuple[CandidateEntry, ...]
    has_filled: bool = False
    has_protected: bool = False
    classes: tuple[ClassShare, ...] = ()


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
    classes: DamageTable = DEFAULT_TABLE

    def member_names(self) -> set[str]:
        """Exactly these are in the file."""
        return {NAME, MASK, *self._layout_names(), *self._result_names()}

    def decoded_byte_count(self) -> int:
        """How much memory the pictures take once they are read."""
        sample_bytes = self.original.channels * self.original.bits // 8
        crops = sum(12 * one.alignment.crop_px**2 for result in self.results for one in result.candidates)
        results = sum(result.box.width * result.box.height * (sample_bytes + 2) for result in self.results)
        choices = sum(2 * CROP_PX**2 for face in self.faces if face.choice_seeds)
        choices += sum(2 * one.alignment.crop_px**2 for result in self.results for one in result.candidates)
        planes = 1 + sum(1 + result.has_protected for result in self.results)
        return self.original.extent.pixel_count * planes + results + crops + choices

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
            if result.has_filled:
                yield result_name(index, "filled")
            if result.has_protected:
                yield result_name(index, "protected")
            for number, one in enumerate(result.candidates):
                yield candidate_pixels_name(index, number)
                yield candidate_layout_name(index, number)
                if one.choice_seeds:
                    yield from (candidate_choice_name(index, number, plane) for plane in ("seeds", "strength"))


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


def candidate_choice_name(result: int, candidate: int, plane: str) -> str:
    return f"results/{result}/candidates/{candidate}/choice_{plane}.png"


def encoded(project: SavedProject, relative_path: str) -> bytes:
    return packed(
        {
            "format": f"{_FORMAT}{_version(project)}",
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
        | ({} if project.classes == DEFAULT_TABLE else {"classes": table_values(project.classes)})
    )


def decoded(data: bytes) -> Manifest:
    """Raises UnsupportedPicture."""
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
        classes=table_of(fields.values["classes"]) if fields.has("classes") else DEFAULT_TABLE,
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
    """Raises UnsupportedPicture, also for a photo of too many pixels."""
    width, height = (fields.whole(name, least=1, most=MAX_PIXELS) for name in ("width", "height"))
    refuse_size(width, height, MAX_PIXELS)
    bits, channels = fields.whole("bits", least=8, most=16), fields.whole("channels", least=1, most=3)
    if bits not in (8, 16) or channels not in (1, 3):
        raise UnsupportedPicture.damaged("it names a photo that cannot be")
    return Original(
        path=Path(fields.text("path")),
        sha256=fields.text("sha256") if fields.has("sha256") else None,
        byte_count=fields.whole("bytes", most=_MAX_FILE_BYTES),
        extent=Extent(width, height),
        bits=bits,
        channels=channels,
    )


def _version(project: SavedProject) -> str:
    """The oldest version that can hold a project."""
    says_more = any(
        one.filled is not None or one.protected is not None or any(part.choice is not None for part in one.candidates)
        for one in project.results
    )
    return _VERSIONS[1] if says_more or project.classes != DEFAULT_TABLE else _VERSIONS[0]


def _refuse_version(name: str) -> None:
    version = name.removeprefix(_FORMAT)
    if version == name:
        raise UnsupportedPicture("The file is not a project of facerestore.", "Open a file that ends in .facerestore.")
    if version not in _VERSIONS:
        raise UnsupportedPicture(
            "The project was saved by a newer facerestore.", "Update this program, and open it again."
        )


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
        "candidates": [_candidate_values(one) for one in result.candidates],
        "has_filled": result.filled is not None,
        "has_protected": result.protected is not None,
        "classes": [
            {"number": one.number, "name": one.name, "policy": str(one.policy), "share": one.share}
            for one in result.classes
        ],
    }


def _candidate_values(one: SavedCandidate) -> dict[str, object]:
    choice: dict[str, object] = {} if one.choice is None else {"choice_seeds": list(one.choice.seeds)}
    return alignment_values(one.alignment) | {"seed": one.seed} | choice


def _result_entry(fields: Fields, extent: Extent) -> ResultEntry:
    box = Box(*(int(value) for value in fields.numbers("box", 4)))
    if box.is_empty or box.clipped(extent) != box:
        raise UnsupportedPicture.damaged("a result lies outside its photo")
    return ResultEntry(
        box=box,
        seed=fields.whole("seed", most=_MAX_SEED),
        device=fields.text("device"),
        elapsed_s=fields.number("elapsed_s"),
        weights=fields.text_by_name("weights", most=_MAX_NOTES),
        notes=fields.texts("notes", most=_MAX_NOTES),
        candidates=tuple(_candidate_entry(one) for one in fields.objects("candidates", most=MAX_FACES)),
        has_filled=fields.has("has_filled") and fields.flag("has_filled"),
        has_protected=fields.has("has_protected") and fields.flag("has_protected"),
        classes=tuple(_class_share(one) for one in fields.objects("classes", most=_MAX_CLASSES))
        if fields.has("classes")
        else (),
    )


def _candidate_entry(fields: Fields) -> CandidateEntry:
    seeds = tuple(fields.wholes("choice_seeds", most=_MAX_SEED)) if fields.has("choice_seeds") else ()
    return CandidateEntry(alignment_of(fields), fields.whole("seed", most=_MAX_SEED), seeds)


def _class_share(fields: Fields) -> ClassShare:
    try:
        policy = Policy(fields.text("policy"))
    except ValueError as error:
        raise UnsupportedPicture.damaged("a class of damage is treated in an unknown way") from error
    return ClassShare(fields.whole("number", least=1, most=255), fields.text("name"), policy, fields.number("share"))
