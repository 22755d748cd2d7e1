"""The search for damage in one photo, written once: for the command line, which runs it, and for the window, which
steps through it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facerestore.damage.infrared import InfraredDamage, infrared_damage
from facerestore.damage.known_places import with_known
from facerestore.damage.proposals import LEAST_CONFIDENCE, DamageProposal, find_damage, numbered
from facerestore.restoration.face_search import PLAUSIBLE, FoundFaces, found_faces
from facerestore.restoration.steps import Calculation, Recipe
from facerestore.values.damage_map import DamageMap
from facerestore.values.errors import WeightsError
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DamageRequest

BY_FILTERS_ONLY: Final = (
    "The network for damage is not installed, or its file is damaged: damage was looked for by filters alone, which "
    "take more for damage that is none."
)
WITHOUT_FACES: Final = "The networks that find faces cannot be loaded: eyes and mouths were not left out."


@dataclass(frozen=True, eq=False)
class FoundDamage:
    """Proposals, the surest first. For the person: ``notes``, what is missing on this computer; ``photo_notes``, what
    is to be said of this photo. ``by_infrared``: the numbers of those proposals that the scan's infrared shows."""

    proposals: tuple[DamageProposal, ...]
    notes: tuple[str, ...] = ()
    photo_notes: tuple[str, ...] = ()
    by_infrared: frozenset[int] = frozenset()


def found_damage(
    photo: Photo,
    *,
    faces: Sequence[Face] = (),
    layouts: Sequence[Layout] = (),
    least_confidence: float = LEAST_CONFIDENCE,
    most_dust_px: float | None = None,
) -> Recipe[FoundDamage]:
    """What looks damaged. Faces are looked for where none are given, so that their eyes and mouths are left out. What
    the scan's infrared shows is sure, and nothing else is proposed in its place.

    Networks that cannot be loaded are done without, which is said.
    """
    notes: list[str] = []
    if not faces:
        try:
            searched: FoundFaces = yield from found_faces(photo, Mask.empty(photo.extent))
            faces = [face for face in searched.faces if face.confidence >= PLAUSIBLE]
        except WeightsError:
            notes.append(WITHOUT_FACES)
    request: DamageRequest = yield Calculation("damage", lambda progress, cancel: DamageRequest.of(photo))
    seen: DamageMap | None = None
    try:
        seen = yield request
    except WeightsError:
        notes.append(BY_FILTERS_ONLY)
    infrared: InfraredDamage = yield Calculation(
        "damage", lambda progress, cancel: infrared_damage(photo, most_dust_px=most_dust_px, cancel=cancel)
    )
    proposals: tuple[DamageProposal, ...] = yield Calculation(
        "damage",
        lambda progress, cancel: find_damage(
            photo,
            seen=seen,
            faces=faces,
            layouts=layouts,
            least_confidence=least_confidence,
            most_dust_px=most_dust_px,
            cancel=cancel,
        ),
    )
    known = [one for one in infrared.proposals if one.confidence >= least_confidence]
    everything = numbered(with_known(proposals, known, photo.extent))
    regions = {id(one.region) for one in known}
    by_infrared = frozenset(one.number for one in everything if id(one.region) in regions)
    return FoundDamage(everything, tuple(notes), infrared.notes, by_infrared)
