"""Earlier results as JSON and parts of a zip, for project files and journals alike. Their candidates are carried along
unopened."""

from typing import Final

from facerestore.documents.earlier_results import MOST_EARLIER, EarlierResult, EarlierResults, StoredCandidates
from facerestore.documents.face_codec import MAX_FACES, MAX_SEED
from facerestore.documents.json_fields import Fields, Read
from facerestore.documents.project_container import MAX_FILE_BYTES
from facerestore.documents.project_members import MemberReader, MemberWriter
from facerestore.files.stored_picture import UnsupportedPicture

NAME: Final = "earlier"
_THUMBNAIL_PX: Final = 512
_MOST_NUMBER: Final = 10**9
_MOST_SIDE_PX: Final = 4096
_KEY_DIGITS: Final = 64


def candidates_part(key: str) -> str:
    """The part of a project file that holds candidates of earlier results."""
    return f"candidates/{key}.zip"


def earlier_values(earlier: EarlierResults, parts: MemberWriter, *, carries: bool) -> dict[str, object]:
    """Earlier results as JSON; their small pictures are listed, and, if the zip ``carries`` them, their candidates."""
    if carries:
        for key, stored in earlier.stored.items():
            parts.carried(candidates_part(key), stored.content)
    return {
        "shown": earlier.shown,
        "count": earlier.count,
        "candidates": {key: one.byte_count for key, one in earlier.stored.items()},
        "results": [_result_values(one, parts.below(f"{NAME}/{at}")) for at, one in enumerate(earlier.results)],
    }


def earlier_of(fields: Fields, parts: MemberReader, *, carries: bool) -> Read[EarlierResults]:
    """What ``earlier_values`` said, with candidates that lie nowhere yet. Raises UnsupportedPicture; so does reading
    it."""
    sizes = fields.inner("candidates")
    if len(sizes.values) > MOST_EARLIER:
        raise UnsupportedPicture.damaged("it keeps too many results")
    stored = {key: StoredCandidates(_key(key), sizes.whole(key, most=MAX_FILE_BYTES)) for key in sizes.values}
    if carries:
        for key, one in stored.items():
            parts.carried(candidates_part(key), one.byte_count)
    count = fields.whole("count", most=_MOST_NUMBER)
    shown = fields.whole("shown", most=count)
    results = [
        _result_of(one, parts.below(f"{NAME}/{at}"), stored, count)
        for at, one in enumerate(fields.objects("results", most=MOST_EARLIER))
    ]
    return lambda: EarlierResults(tuple(read() for read in results), shown, count)


def _result_values(one: EarlierResult, parts: MemberWriter) -> dict[str, object]:
    parts.picture("thumbnail", one.thumbnail)
    height, width = one.thumbnail.shape[:2]
    faces = [
        {"key": key.hex(), "side": mix.plane.shape[0], **parts.below(str(at)).mix(mix)}
        for at, (key, mix) in enumerate(one.choices.items())
    ]
    return {
        "number": one.number,
        "candidates": one.candidates.key,
        "seed": one.seed,
        "detail": one.detail,
        "thumbnail": [width, height],
        "faces": faces,
    }


def _result_of(
    fields: Fields, parts: MemberReader, stored: dict[str, StoredCandidates], count: int
) -> Read[EarlierResult]:
    number, seed = fields.whole("number", least=1, most=count), fields.whole("seed", most=MAX_SEED)
    detail, key = fields.number("detail"), fields.text("candidates")
    if key not in stored or not 0 <= detail <= 1:
        raise UnsupportedPicture.damaged("an earlier result makes no sense")
    sides = fields.wholes("thumbnail", most=_THUMBNAIL_PX)
    if len(sides) != 2 or 0 in sides:
        raise UnsupportedPicture.damaged("an earlier result has no picture")
    thumbnail = parts.picture("thumbnail", (sides[1], sides[0], 3), 8)
    mixes = []
    for at, one in enumerate(fields.objects("faces", most=MAX_FACES)):
        side = one.whole("side", least=1, most=_MOST_SIDE_PX)
        mixes.append((_face_key(one.text("key")), parts.below(str(at)).mix(one, side)))

    def read() -> EarlierResult:
        choices = {key: mix for key, made in mixes if (mix := made()) is not None}
        return EarlierResult(number, stored[key], choices, seed, detail, thumbnail())

    return read


def _key(text: str) -> str:
    """A key is a part of a file's name."""
    if len(text) != _KEY_DIGITS or not set(text) <= set("0123456789abcdef"):
        raise UnsupportedPicture.damaged("its candidates have no name")
    return text


def _face_key(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise UnsupportedPicture.damaged("an earlier result is of no face") from error
