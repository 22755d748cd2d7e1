"""A result of a project as JSON and parts of a zip."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.face_codec import MAX_FACES, MAX_SEED
from facerestore.documents.identity_codec import identity_of, identity_values
from facerestore.documents.json_fields import Fields, Read
from facerestore.documents.place_codec import alignment_of, alignment_values
from facerestore.documents.project_members import MemberReader, MemberWriter
from facerestore.documents.reference_codec import KnownReferences, linked_references, reference_links
from facerestore.documents.saved_project import Original, OtherCandidate, SavedCandidate, SavedResult
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import ClassShare
from facerestore.values.geometry import Box
from facerestore.values.reference import MOST_REFERENCES
from facerestore.values.result import DEFAULT_RESTORER

_MAX_NOTES: Final = 100
_MAX_CLASSES: Final = 255
MOST_OTHERS: Final = 1024


def result_values(result: SavedResult, parts: MemberWriter) -> dict[str, object]:
    """A result as JSON; its pictures are listed. They cover the box of its mask, but for the mask itself and what was
    protected, which are as large as the photo."""
    parts.picture("mask", result.mask.coverage)
    parts.picture("pixels", result.pixels)
    parts.picture("generated", result.generated)
    if result.filled is not None:
        parts.picture("filled", result.filled)
    if result.protected is not None:
        parts.picture("protected", result.protected.coverage)
    box = result.box
    return {
        "box": [box.left, box.top, box.right, box.bottom],
        "seed": result.seed,
        "device": result.device,
        "elapsed_s": result.elapsed_s,
        "weights": result.weights,
        "notes": list(result.notes),
        "candidates": [
            _candidate_values(one, parts.below(f"candidates/{number}")) for number, one in enumerate(result.candidates)
        ],
        "has_filled": result.filled is not None,
        "has_protected": result.protected is not None,
        "classes": [
            {"number": one.number, "name": one.name, "policy": str(one.policy), "share": one.share}
            for one in result.classes
        ],
        **({} if result.restorer == DEFAULT_RESTORER else {"restorer": result.restorer}),
        **({"detail": result.detail} if result.detail else {}),
        **({} if result.embedder_sha256 is None else {"embedder_sha256": result.embedder_sha256}),
        **other_values(result.others, parts),
    }


def result_of(fields: Fields, parts: MemberReader, original: Original, known: KnownReferences) -> Read[SavedResult]:
    """The result of a JSON object. Raises UnsupportedPicture, also for a reference that is not ``known``; so does
    reading it."""
    extent = original.extent
    box = Box(*(int(value) for value in fields.numbers("box", 4)))
    if box.is_empty or box.clipped(extent) != box:
        raise UnsupportedPicture.damaged("a result lies outside its photo")
    whole, shape = (extent.height, extent.width), (box.height, box.width)
    mask = parts.mask("mask", whole)
    pixels = parts.picture("pixels", shape if original.channels == 1 else (*shape, original.channels), original.bits)
    generated = parts.flags("generated", shape)
    filled = parts.flags("filled", shape) if _flag(fields, "has_filled") else None
    protected = parts.mask("protected", whole) if _flag(fields, "has_protected") else None
    candidates = [
        _candidate_of(one, parts.below(f"candidates/{number}"), known)
        for number, one in enumerate(fields.objects("candidates", most=MAX_FACES))
    ]
    classes = fields.objects("classes", most=_MAX_CLASSES) if fields.has("classes") else ()
    class_shares = tuple(_class_share(one) for one in classes)
    seed, device, elapsed_s = fields.whole("seed", most=MAX_SEED), fields.text("device"), fields.number("elapsed_s")
    weights = fields.text_by_name("weights", most=_MAX_NOTES)
    notes = fields.texts("notes", most=_MAX_NOTES)
    restorer = fields.text("restorer") if fields.has("restorer") else DEFAULT_RESTORER
    detail = fields.number("detail") if fields.has("detail") else 0.0
    if not 0 <= detail <= 1:
        raise UnsupportedPicture.damaged("the detail of a result has an unknown strength")
    embedder_sha256 = fields.text("embedder_sha256") if fields.has("embedder_sha256") else None
    sides = [alignment_of(one).crop_px for one in fields.objects("candidates", most=MAX_FACES)]
    others = [
        other_of(one, parts.below(f"others/{number}"), sides)
        for number, one in enumerate(fields.objects("others", most=MOST_OTHERS) if fields.has("others") else ())
    ]

    def read() -> SavedResult:
        painted = mask()
        if painted.box != box:
            raise UnsupportedPicture.damaged("a result does not cover its mask")
        return SavedResult(
            mask=painted,
            pixels=pixels(),
            generated=generated(),
            seed=seed,
            device=device,
            elapsed_s=elapsed_s,
            candidates=tuple(one() for one in candidates),
            weights=weights,
            notes=notes,
            filled=None if filled is None else filled(),
            protected=None if protected is None else protected(),
            classes=class_shares,
            restorer=restorer,
            detail=detail,
            embedder_sha256=embedder_sha256,
            others=tuple(one() for one in others),
        )

    return read


def other_values(others: Sequence[OtherCandidate], parts: MemberWriter) -> dict[str, object]:
    """Candidates as JSON; their pictures are listed. The last ones, where there are more than a file may hold."""
    told = []
    for number, one in enumerate(others[-MOST_OTHERS:]):
        below = parts.below(f"others/{number}")
        below.picture("pixels", one.pixels)
        lent = _lent_values(one.lent, below)
        told.append(
            {"face": one.face, "seed": one.seed, "notes": list(one.notes), **lent, **identity_values(one.check)}
        )
    return {"others": told} if told else {}


def other_of(fields: Fields, parts: MemberReader, sides: Sequence[int]) -> Read[OtherCandidate]:
    """What ``other_values`` said of one. ``sides``: of the crops of the faces, in pixels. Raises UnsupportedPicture; so
    does reading it."""
    face, seed = fields.whole("face", most=MAX_FACES), fields.whole("seed", most=MAX_SEED)
    if face >= len(sides):
        raise UnsupportedPicture.damaged("a candidate belongs to no face")
    side = sides[face]
    pixels, lent = parts.picture("pixels", (side, side, 3), 16), _lent_of(fields, parts, side)
    notes, check = fields.texts("notes", most=_MAX_NOTES), identity_of(fields)
    return lambda: OtherCandidate(face, seed, pixels(), tuple(notes), lent(), check)


def _lent_values(lent: NDArray[np.uint8] | None, parts: MemberWriter) -> dict[str, object]:
    planes = () if lent is None else tuple(lent)
    for lender, plane in enumerate(planes):
        parts.picture(f"lent_{lender}", plane)
    return {"lenders": len(planes)} if planes else {}


def _lent_of(fields: Fields, parts: MemberReader, side_px: int) -> Read[NDArray[np.uint8] | None]:
    """Files of the first versions do not say who lent what."""
    count = fields.whole("lenders", least=1, most=1 + MOST_REFERENCES) if fields.has("lenders") else 0
    planes = [parts.picture(f"lent_{lender}", (side_px, side_px), 8) for lender in range(count)]
    return lambda: np.stack([plane() for plane in planes]) if planes else None


def _candidate_values(one: SavedCandidate, parts: MemberWriter) -> dict[str, object]:
    parts.crop("pixels", one.pixels)
    parts.layout("layout", one.layout)
    lent = _lent_values(one.lent, parts)
    return {
        **alignment_values(one.alignment),
        "seed": one.seed,
        **parts.mix(one.choice),
        **reference_links(one.references),
        **lent,
        **identity_values(one.check),
    }


def _candidate_of(fields: Fields, parts: MemberReader, known: KnownReferences) -> Read[SavedCandidate]:
    alignment, seed = alignment_of(fields), fields.whole("seed", most=MAX_SEED)
    pixels, layout = parts.crop("pixels", alignment.crop_px), parts.layout("layout")
    mix, references = parts.mix(fields, alignment.crop_px), linked_references(fields, known)
    lent, check = _lent_of(fields, parts, alignment.crop_px), identity_of(fields)

    def read() -> SavedCandidate:
        lenders, planes = references(), lent()
        if planes is not None and len(planes) != 1 + len(lenders):
            raise UnsupportedPicture.damaged("a face borrows from others than it names")
        return SavedCandidate(pixels(), layout(), alignment, seed, mix(), lenders, planes, check)

    return read


def _class_share(fields: Fields) -> ClassShare:
    try:
        policy = Policy(fields.text("policy"))
    except ValueError as error:
        raise UnsupportedPicture.damaged("a class of damage is treated in an unknown way") from error
    return ClassShare(fields.whole("number", least=1, most=255), fields.text("name"), policy, fields.number("share"))


def _flag(fields: Fields, name: str) -> bool:
    """A flag that files of the first version do not have."""
    return fields.has(name) and fields.flag(name)
