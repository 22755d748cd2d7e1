"""IdentityCheck: how like a restored face is to other photographs of the person."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from facerestore.values.embedding import FaceEmbedding
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

ALIKE_BELOW: Final = 0.61
"""Distance to the nearest photograph below which nothing speaks against the same person. Of single photographs of
strangers, taken for references of a damaged face, 5 % were nearer to the restored one: 160 training persons of
persons-256, four kinds of holes, as with the limits below. What the limits miss: card of ``face_embedder``."""
UNLIKE_FROM: Final = 0.72
"""Distance from which a photograph is told as another person's; 2 % of the person's own were that far."""
AWAY_FROM: Final = 0.08
"""How much further from the photographs a restored face may be than what was visible of it; 2 % of those that borrowed
from the person's own were. For faces of whose painted part nothing is known."""
OF_PAINTED_TO_WHOLE: Final = 0.65
OF_PAINTED_TO_PART: Final = 0.3
"""What a distance of the painted part alone, to the photographs and to the same part of them, weighs beside how far the
face has moved away: a logistic regression on training persons, strangers' features against the person's own."""
STRANGE_FROM: Final = 0.68
"""Sum of the three from which a face is doubtful; 4 % of those that borrowed from the person's own photographs were,
with holes of 20 to 60 % of the crop and one or three photographs (100 training persons)."""
LEAST_PAINTED: Final = 0.05
"""Share of the face that must be painted for its painted part to say anything by itself."""


@dataclass(frozen=True, slots=True)
class IdentityLimits:
    """The distances from which a check says something; what each means stands with those in force, its defaults."""

    alike_below: float = ALIKE_BELOW
    unlike_from: float = UNLIKE_FROM
    away_from: float = AWAY_FROM
    strange_from: float = STRANGE_FROM


IN_FORCE: Final = IdentityLimits()


class IdentityOutcome(StrEnum):
    """What the check of a face says. None of these is a proof of anything."""

    ALIKE = "alike"
    """Nothing speaks against the same person."""
    DOUBTFUL = "doubtful"
    UNLIKE = "unlike"
    NOT_COMPARED = "not compared"
    """There is no other photograph of the person. From one photograph it cannot be told: over the same hole, whoever
    is painted in is about as far from what was visible."""


@dataclass(frozen=True, eq=False)
class ComparedPhotograph:
    """A face that a restored one is compared with: that of a reference, by the name of its file. ``part``: the same of
    it alone that is painted in the restored one, None where that was not looked at."""

    file_name: str
    embedding: FaceEmbedding
    part: FaceEmbedding | None = None


@dataclass(frozen=True, eq=False)
class KnownFace:
    """What all candidates of one face are compared with: ``before``, ``photographs``: as of the check."""

    before: FaceEmbedding
    photographs: tuple[ComparedPhotograph, ...]


@dataclass(frozen=True, eq=False)
class IdentityCheck:
    """The embeddings of one restored face: ``before``: what was visible, continued into what was hidden; ``after``: as
    restored; ``photographs``: its references, in their order, none where it has none. ``painted``: what was painted,
    alone, continued into what was visible; None where it was not looked at."""

    before: FaceEmbedding
    after: FaceEmbedding
    photographs: tuple[ComparedPhotograph, ...] = ()
    painted: FaceEmbedding | None = None

    @property
    def moved(self) -> float:
        """Distance from before to after. It tells people apart badly, see the card of ``face_embedder``."""
        return self.before.distance_to(self.after)

    @property
    def distances_before(self) -> tuple[float, ...]:
        """From what was visible to each photograph."""
        return tuple(self.before.distance_to(one.embedding) for one in self.photographs)

    @property
    def distances(self) -> tuple[float, ...]:
        """From the restored face to each photograph."""
        return tuple(self.after.distance_to(one.embedding) for one in self.photographs)

    @property
    def distance(self) -> float | None:
        """To the nearest photograph; None without any."""
        return min(self.distances, default=None)

    @property
    def moved_away(self) -> float | None:
        """How much further from the photographs the face is than what was visible of it, mean over them; below 0 it
        came nearer; None without any."""
        if not self.photographs:
            return None
        return float(np.mean(self.distances) - np.mean(self.distances_before))

    @property
    def strangeness(self) -> float | None:
        """How little what was painted has of the person: ``moved_away``, and the mean distances of the painted part
        alone to the photographs and to the same part of them, weighted. None without photographs, where that part was
        not looked at, and where it is too small to say anything."""
        parts = [one.part for one in self.photographs if one.part is not None]
        if (
            self.moved_away is None
            or self.painted is None
            or len(parts) < len(self.photographs)
            or self.before.hidden_share < LEAST_PAINTED
        ):
            return None
        to_whole = np.mean([self.painted.distance_to(one.embedding) for one in self.photographs])
        to_part = np.mean([self.painted.distance_to(one) for one in parts])
        return float(self.moved_away + OF_PAINTED_TO_WHOLE * to_whole + OF_PAINTED_TO_PART * to_part)

    @property
    def is_strange(self) -> bool:
        """Whether what was painted looks less like the person than it may."""
        return self._is_strange_by(IN_FORCE)

    @property
    def strangers(self) -> tuple[str, ...]:
        """File names of the photographs that look like another person's."""
        pairs = zip(self.photographs, self.distances, strict=True)
        return tuple(one.file_name for one, distance in pairs if distance >= UNLIKE_FROM)

    @property
    def outcome(self) -> IdentityOutcome:
        return self.outcome_by(IN_FORCE)

    def outcome_by(self, limits: IdentityLimits) -> IdentityOutcome:
        """What these limits say."""
        if self.distance is None or self.moved_away is None:
            return IdentityOutcome.NOT_COMPARED
        if self.distance >= limits.unlike_from:
            return IdentityOutcome.UNLIKE
        is_any_unlike = max(self.distances) >= limits.unlike_from
        if self.distance >= limits.alike_below or is_any_unlike or self._is_strange_by(limits):
            return IdentityOutcome.DOUBTFUL
        return IdentityOutcome.ALIKE

    def _is_strange_by(self, limits: IdentityLimits) -> bool:
        if self.strangeness is not None:
            return self.strangeness >= limits.strange_from
        return self.moved_away is not None and self.moved_away >= limits.away_from

    @property
    def sentence(self) -> TranslatableText:
        """The outcome in plain words, with its numbers and limits."""
        if self.distance is None or self.moved_away is None:
            return TranslatableText("Not compared with the person: there is no other photograph.")
        said = {
            "files": ", ".join(shown(one.file_name) for one in self.photographs),
            "distance": f"{self.distance:.2f}",
            "limit": f"{ALIKE_BELOW:.2f}",
            "unlike": f"{UNLIKE_FROM:.2f}",
        }
        if self.distance >= UNLIKE_FROM:
            return TranslatableText(
                "Looks like another person than in {files} (distance {distance}, limit {unlike}).", **said
            )
        if self.strangers:
            return TranslatableText(
                "{strangers} may show another person: the restored face is {farthest} away (limit {unlike}), and "
                "{distance} from the photograph that is most like it.",
                strangers=", ".join(map(shown, self.strangers)),
                farthest=f"{max(self.distances):.2f}",
                **said,
            )
        if self.distance >= ALIKE_BELOW:
            return TranslatableText(
                "Compared with {files}: it is doubtful that this is the same person (distance {distance}, doubtful "
                "from {limit}, another person from {unlike}).",
                **said,
            )
        if self.is_strange and self.strangeness is not None:
            return TranslatableText(
                "Compared with {files}: what was painted is less like the person than it may be (by {strangeness}, "
                "limit {strange_limit}; distance of the whole face {distance}).",
                strangeness=f"{self.strangeness:.2f}",
                strange_limit=f"{STRANGE_FROM:.2f}",
                **said,
            )
        if self.is_strange:
            return TranslatableText(
                "Compared with {files}: restored, the face is less like the person than what was visible of it "
                "(further away by {away}, limit {away_limit}; distance {distance}).",
                away=f"{self.moved_away:.2f}",
                away_limit=f"{AWAY_FROM:.2f}",
                **said,
            )
        return TranslatableText(
            "Compared with {files}: nothing speaks against the same person (distance {distance}, limit {limit}).",
            **said,
        )
