"""A face and the work on it as JSON and blobs, for project files and journals alike.

What a field of ``FaceState`` is called and means stands here, once. Where its pictures go is a store's: parts of a zip
(``project_members``) or arrays behind a record (``journal_blobs``).
"""

from typing import Final, Protocol

from facerestore.documents.json_fields import Fields, Read
from facerestore.documents.place_codec import found_face, found_values
from facerestore.documents.reference_codec import KnownReferences, linked_references, reference_links
from facerestore.editing.project import FaceState
from facerestore.values.alignment import CROP_PX
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.layout import Layout

MAX_FACES: Final = 100
MAX_SEED: Final = 2**63 - 1
MAX_LAYOUT_SIDE: Final = 2048

LayoutPair = tuple[Layout | None, Layout | None]
"""A face's layout as it stands, and as stage 1 predicted it: one object where nothing was painted since."""


class BlobWriter(Protocol):
    """A store that takes the pictures of one face. Methods return what the JSON says about them."""

    def layouts(self, layout: Layout | None, predicted: Layout | None) -> dict[str, object]: ...

    def mix(self, mix: CandidateMix | None) -> dict[str, object]: ...


class BlobReader(Protocol):
    """A store that gives the pictures of one face back, by what its JSON says. Methods, and what they return, raise
    UnsupportedPicture."""

    def layouts(self, fields: Fields) -> Read[LayoutPair]: ...

    def mix(self, fields: Fields, side_px: int) -> Read[CandidateMix | None]:
        """``side_px``: the side that the mix's planes must have."""


def face_values(state: FaceState, blobs: BlobWriter) -> dict[str, object]:
    """A face as JSON; its pictures go into the store. Of its references it says the keys: they are kept once for the
    document."""
    return {
        **found_values(state.face),
        **blobs.layouts(state.layout, state.predicted),
        "is_skipped": state.is_skipped,
        **blobs.mix(state.choice),
        **reference_links(state.references),
    }


def face_of(fields: Fields, blobs: BlobReader, known: KnownReferences) -> Read[FaceState]:
    """The face of a JSON object. Raises UnsupportedPicture, also for points that make no face, or a reference that is
    not ``known``; so does reading it."""
    face = found_face(fields)
    # journals and projects of the first versions know no skipped faces
    is_skipped = fields.has("is_skipped") and fields.flag("is_skipped")
    layouts, mix, references = blobs.layouts(fields), blobs.mix(fields, CROP_PX), linked_references(fields, known)
    return lambda: FaceState(face, *layouts(), choice=mix(), is_skipped=is_skipped, references=references())
