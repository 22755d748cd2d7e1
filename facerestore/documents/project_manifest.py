"""The manifest of a project file: what it says beside its pictures."""

from pathlib import Path
from typing import Any, Final

from numpy.typing import NDArray

from facerestore import __version__
from facerestore.documents.earlier_codec import NAME as EARLIER
from facerestore.documents.earlier_codec import earlier_of, earlier_values
from facerestore.documents.earlier_results import NO_RESULTS, EarlierResults
from facerestore.documents.face_codec import MAX_FACES, MAX_SEED, face_of, face_values
from facerestore.documents.framing_codec import NAME as FRAMING
from facerestore.documents.framing_codec import framing_of, framing_values
from facerestore.documents.json_fields import Fields, Read, packed
from facerestore.documents.project_members import MemberReader, MemberWriter
from facerestore.documents.reference_codec import distinct, reference_of, reference_values
from facerestore.documents.result_codec import MOST_OTHERS, result_of, result_values
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.damage_table_text import table_of, table_values
from facerestore.files.stored_picture import MAX_PIXELS, UnsupportedPicture, refuse_size
from facerestore.values.alignment import CROP_PX
from facerestore.values.damage_table import DEFAULT_TABLE, is_plane
from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent
from facerestore.values.hand_layer import TILE_PX, HandLayer, TileKey, covers
from facerestore.values.reference import MOST_REFERENCES

NAME: Final = "manifest.json"
MAX_BYTES: Final = 16 * 2**20
BASE_DECODED_BYTES: Final = 256 * 2**20
"""What a project may take in memory besides what grows with its photo: faces, candidates, small results."""
_FORMAT: Final = "facerestore-project/"
_VERSIONS: Final = ("1", "2", "3", "4", "5", "6", "7")
"""2 since damage classes can be changed and results say more; 3 since faces borrow, and results say from whom; 4 since
all candidates are kept; 5 since photos can be turned, straightened and cropped; 6 since pixels are painted by hand;
7 since earlier results are kept. What an earlier version can say is written as that, so that older programs open it."""
_PLANES: Final = 6
"""Planes of the photo's size in a project with one result over all of it: its mask, and the result's mask, what was
generated, filled and protected; one to spare."""
_MAX_RESULTS: Final = 32
_MAX_REFERENCES: Final = 2 * MAX_FACES * MOST_REFERENCES
"""Those of all faces now, and those of a result that was made with others."""
_REFERENCE_BYTES: Final = 14 * CROP_PX**2
"""Its pixels, three numbers of four bytes, its hole and its layout."""
_OTHER_BYTES: Final = (6 + 1 + MOST_REFERENCES) * CROP_PX**2
"""Of a candidate that may be chosen: three samples of two bytes, and who lent what."""
_MAX_FILE_BYTES: Final = 2**50


def encoded(project: SavedProject, relative_path: str, parts: MemberWriter) -> bytes:
    """The manifest's bytes; the pictures that it speaks of are listed."""
    parts.picture("mask", project.coverage)
    # what was painted over is reached by undo alone, which ends with the file
    hand = project.hand.visible(project.coverage)
    for row, column in sorted(hand.tiles):
        parts.below("hand").picture(f"{row}_{column}", hand.tiles[row, column])
    references = [
        reference_values(one, parts.below(f"references/{number}"))
        for number, one in enumerate(distinct(project.references))
    ]
    return packed(
        {
            "format": f"{_FORMAT}{_version(project, hand)}",
            "program": f"facerestore {__version__}",
            "original": original_values(project.original) | {"relative_path": relative_path},
            "settings": {"seed": project.seed, "current_face": project.current_face},
            "faces": [face_values(one, parts.below(f"faces/{index}")) for index, one in enumerate(project.faces)],
            "results": [
                result_values(one, parts.below(f"results/{index}")) for index, one in enumerate(project.results)
            ],
            "result_is_current": project.result_is_current,
            "faces_are_sought": project.faces_are_sought,
        }
        | ({} if project.classes == DEFAULT_TABLE else {"classes": table_values(project.classes)})
        | ({"references": references} if references else {})
        | ({} if project.framing.is_plain else {FRAMING: framing_values(project.framing)})
        | ({} if hand.is_empty else {"hand": [index for key in sorted(hand.tiles) for index in key]})
        | ({EARLIER: earlier_values(project.earlier, parts, carries=True)} if project.earlier.results else {})
    )


def decoded(data: bytes, parts: MemberReader) -> tuple[Read[SavedProject], str]:
    """What reads the project, and the path of its original as seen from the file. Raises UnsupportedPicture, also for
    pictures that take more memory than a project of this photo can need; so does reading it."""
    fields = Fields.parsed(data)
    _refuse_version(fields.text("format"))
    settings, original = fields.inner("settings"), original_of(fields.inner("original"))
    classes = table_of(fields.values["classes"]) if fields.has("classes") else DEFAULT_TABLE
    extent = original.extent
    coverage = parts.picture("mask", (extent.height, extent.width), 8)
    hand = _hand_tiles(fields, original, parts)
    references = fields.objects("references", most=_MAX_REFERENCES) if fields.has("references") else ()
    known = dict(reference_of(one, parts.below(f"references/{number}")) for number, one in enumerate(references))
    faces = [
        face_of(one, parts.below(f"faces/{index}"), known)
        for index, one in enumerate(fields.objects("faces", most=MAX_FACES))
    ]
    results = [
        result_of(one, parts.below(f"results/{index}"), original, known)
        for index, one in enumerate(fields.objects("results", most=_MAX_RESULTS))
    ]
    earlier = earlier_of(fields.inner(EARLIER), parts, carries=True) if fields.has(EARLIER) else _no_results
    current_face = settings.whole("current_face", least=-1, most=len(faces) - 1)
    seed, result_is_current = settings.whole("seed", most=MAX_SEED), fields.flag("result_is_current")
    other_count = sum(
        len(one.objects("others", most=MOST_OTHERS))
        for one in fields.objects("results", most=_MAX_RESULTS)
        if one.has("others")
    )
    tile_bytes = TILE_PX**2 * original.channels * original.bits // 8
    most_bytes = _most_decoded_bytes(original) + len(hand) * tile_bytes
    most_bytes += len(references) * _REFERENCE_BYTES + other_count * _OTHER_BYTES
    parts.refuse_other_than_declared(besides=NAME, most_bytes=most_bytes)
    framing = framing_of(fields, extent)
    # files of earlier versions do not say it
    are_sought = fields.flag("faces_are_sought") if fields.has("faces_are_sought") else bool(faces)

    def read() -> SavedProject:
        plane = coverage()
        if not is_plane(plane, classes):
            raise UnsupportedPicture.damaged("its mask has values that mean nothing")
        layer = HandLayer({key: tile() for key, tile in hand.items()})
        if not covers(layer, plane):
            raise UnsupportedPicture.damaged("it lacks pixels that were painted by hand")
        return SavedProject(
            original=original,
            coverage=plane,
            faces=tuple(one() for one in faces),
            current_face=current_face,
            seed=seed,
            results=tuple(one() for one in results),
            result_is_current=result_is_current,
            classes=classes,
            framing=framing,
            hand=layer,
            faces_are_sought=are_sought,
            earlier=earlier(),
        )

    return read, fields.inner("original").text("relative_path")


def original_in(data: bytes) -> Original:
    """The original that a manifest names. Raises UnsupportedPicture."""
    fields = Fields.parsed(data)
    _refuse_version(fields.text("format"))
    return original_of(fields.inner("original"))


def framing_in(data: bytes) -> tuple[Framing, Extent]:
    """How a manifest says that its photo is looked at, and the photo's extent. Raises UnsupportedPicture."""
    fields = Fields.parsed(data)
    _refuse_version(fields.text("format"))
    extent = original_of(fields.inner("original")).extent
    return framing_of(fields, extent), extent


def result_count_in(data: bytes) -> int:
    """How many results a manifest names. Raises UnsupportedPicture."""
    fields = Fields.parsed(data)
    _refuse_version(fields.text("format"))
    return len(fields.objects("results", most=_MAX_RESULTS))


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


def _hand_tiles(fields: Fields, original: Original, parts: MemberReader) -> dict[TileKey, Read[NDArray[Any]]]:
    """What reads the tiles that were painted by hand."""
    if not fields.has("hand"):
        return {}
    rows, columns = (-(-side // TILE_PX) for side in (original.extent.height, original.extent.width))
    numbers = fields.wholes("hand", most=max(rows, columns))
    keys = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(numbers) % 2 or len(set(keys)) < len(keys) or any(row >= rows or column >= columns for row, column in keys):
        raise UnsupportedPicture.damaged("it was painted by hand outside the photo")
    shape = (TILE_PX, TILE_PX) if original.channels == 1 else (TILE_PX, TILE_PX, original.channels)
    return {key: parts.below("hand").picture(f"{key[0]}_{key[1]}", shape, original.bits) for key in keys}


def _most_decoded_bytes(original: Original) -> int:
    """A project that was saved by this program has one result, which covers its photo at most once."""
    sample_bytes = original.channels * original.bits // 8
    of_photo = original.extent.pixel_count * (_PLANES + sample_bytes)
    return BASE_DECODED_BYTES + of_photo


def _version(project: SavedProject, hand: HandLayer) -> str:
    """The oldest version that can hold a project; ``hand``: what is seen of its layer."""
    if project.earlier.results:
        return _VERSIONS[6]
    if not hand.is_empty:
        return _VERSIONS[5]
    if not project.framing.is_plain:
        return _VERSIONS[4]
    if any(result.others for result in project.results):
        return _VERSIONS[3]
    candidates = [candidate for result in project.results for candidate in result.candidates]
    if project.references or any(one.lent is not None or one.check is not None for one in candidates):
        return _VERSIONS[2]
    says_more = any(
        one.filled is not None or one.protected is not None or any(part.choice is not None for part in one.candidates)
        for one in project.results
    )
    return _VERSIONS[1] if says_more or project.classes != DEFAULT_TABLE else _VERSIONS[0]


def _no_results() -> EarlierResults:
    return NO_RESULTS


def _refuse_version(name: str) -> None:
    version = name.removeprefix(_FORMAT)
    if version == name:
        raise UnsupportedPicture("The file is not a project of facerestore.", "Open a file that ends in .facerestore.")
    if version not in _VERSIONS:
        raise UnsupportedPicture(
            "The project was saved by a newer facerestore.", "Update this program, and open it again."
        )
