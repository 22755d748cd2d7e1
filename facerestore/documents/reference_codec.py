"""References as JSON and blobs, for project files and journals alike.

Faces and candidates name a reference by its key and say which parts it lends; the reference itself, the crop of another
photograph, is kept once for a document, however many of them name it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.json_fields import Fields, Read
from facerestore.documents.place_codec import alignment_of, alignment_values, found_face, found_values
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.alignment import CROP_PX, FaceCrop
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.reference import ALL_PARTS, MOST_REFERENCES, Reference, ReferencePart

_PARTS: Final = tuple(ReferencePart)
_MOST_PX: Final = 2**31 - 1
_NO_PARTS: Final = frozenset[ReferencePart]()

KnownReferences = Mapping[str, Read[Reference]]
"""What reads each reference that a document keeps, by its key."""


@dataclass(frozen=True, eq=False)
class ReferencePictures:
    """``pixels`` float32 (S, S, 3) 0...1 and ``hole`` bool (S, S) of its crop as if no mask hid anything;
    ``masked``: what a mask hides of it, bool (S, S), and ``layout``: None where it has none."""

    pixels: NDArray[np.float32]
    hole: NDArray[np.bool_]
    layout: Layout | None
    masked: NDArray[np.bool_] | None = None


class ReferenceWriter(Protocol):
    """A store that takes the pictures of one reference, and returns what the JSON says about them."""

    def reference(self, pictures: ReferencePictures) -> dict[str, object]: ...


class ReferenceReader(Protocol):
    """A store that gives the pictures of one reference back. Raises UnsupportedPicture; so does what it returns."""

    def reference(self, fields: Fields, side_px: int) -> Read[ReferencePictures]: ...


def distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """One of each key, in the order in which they come first."""
    found: dict[str, Reference] = {}
    for one in references:
        found.setdefault(one.key, one)
    return tuple(found.values())


def reference_values(one: Reference, blobs: ReferenceWriter) -> dict[str, object]:
    """A reference as JSON, without what it may lend; its pictures go into the store."""
    return {
        "key": one.key,
        "file_name": one.file_name,
        "sha256": one.sha256,
        "is_grey": one.crop.is_grey,
        **({} if one.extent is None else {"photo_width": one.extent.width, "photo_height": one.extent.height}),
        **found_values(one.face),
        **alignment_values(one.crop.alignment),
        **blobs.reference(ReferencePictures(one.whole.pixels, one.whole.hole, one.layout, _masked(one))),
    }


def reference_of(fields: Fields, blobs: ReferenceReader) -> tuple[str, Read[Reference]]:
    """The key of a JSON object, and what reads its reference, which may lend every part. Raises UnsupportedPicture; so
    does reading it."""
    alignment, face = alignment_of(fields), found_face(fields)
    if alignment.crop_px != CROP_PX:
        raise UnsupportedPicture.damaged("a reference has another size than faces have")
    file_name, is_grey = fields.text("file_name"), fields.flag("is_grey")
    sha256 = fields.text("sha256") if fields.has("sha256") else None
    extent = _extent(fields)
    pictures = blobs.reference(fields, CROP_PX)

    @cache
    def read() -> Reference:
        found = pictures()
        crop = FaceCrop(found.pixels, found.hole, alignment, is_grey=is_grey)
        one = Reference(crop=crop, face=face, file_name=file_name, sha256=sha256, extent=extent)
        masked = one if found.masked is None else one.with_mask(found.masked)
        return masked if found.layout is None else masked.with_layout(found.layout)

    return fields.text("key"), read


def reference_links(references: Iterable[Reference]) -> dict[str, object]:
    """Which references, and what each may lend, as JSON; nothing where there are none, as in older files."""
    links = [{"key": one.key, "parts": [part.value for part in _PARTS if part in one.parts]} for one in references]
    return {"references": links} if links else {}


def linked_references(fields: Fields, known: KnownReferences) -> Read[tuple[Reference, ...]]:
    """What ``reference_links`` said. Raises UnsupportedPicture, also for one that is not known."""
    links = fields.objects("references", most=MOST_REFERENCES) if fields.has("references") else ()
    found = [(_known(link.text("key"), known), _parts(link)) for link in links]
    return lambda: tuple(_lending(read(), parts) for read, parts in found)


def _masked(one: Reference) -> NDArray[np.bool_] | None:
    return None if one.beneath is None else one.crop.hole


def _extent(fields: Fields) -> Extent | None:
    if not fields.has("photo_width"):
        return None
    width, height = (fields.whole(name, least=1, most=_MOST_PX) for name in ("photo_width", "photo_height"))
    return Extent(width, height)


def _lending(reference: Reference, parts: frozenset[ReferencePart]) -> Reference:
    return reference if parts == ALL_PARTS else reference.with_parts(parts)


def _known(key: str, known: KnownReferences) -> Read[Reference]:
    if key not in known:
        raise UnsupportedPicture.damaged("it names a reference that it does not hold")
    return known[key]


def _parts(fields: Fields) -> frozenset[ReferencePart]:
    try:
        return _NO_PARTS.union(map(ReferencePart, fields.texts("parts", most=len(_PARTS))))
    except ValueError as error:
        raise UnsupportedPicture.damaged("a reference lends a part that no face has") from error
