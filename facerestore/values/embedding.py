"""FaceEmbedding: a face as numbers that lie near each other for photographs of one person."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

SAME_PERSON: Final = 0.6
"""Distance of two embeddings below which two photographs are taken for one person's: the embedder's own, which holds
for damaged faces too. Of pairs of 250 training persons of persons-256, one of each damaged, at most 1.4 % of two
persons were nearer, whatever was hidden; of one person 98 % with nothing hidden, 80 % with 0.4 to 0.5 of the face, 56 %
with 0.5 to 0.6, 33 % with 0.6 to 0.7."""
FROM_ALBUM: Final = 0.55
"""Distance below which a face is taken from an album unasked. An album has many other people: among the 204 other
photographs of val-00, SAME_PERSON took 1.0 (eyes hidden) to 2.1 (40 to 60 %) strangers a search, this 0.10 to 0.25, and
of the person's own photographs 0.54 (eyes), 0.48 (half a face), 0.62 (20 to 40 %) and 0.26 (40 to 60 %)."""
MOST_HIDDEN: Final = 0.6
"""Share of the face that may be hidden in one that others are compared with."""


@dataclass(frozen=True, eq=False)
class FaceEmbedding:
    """``vector``: float32 (128,), not normalised; ``hidden_share``: how much of what was looked at is hidden, 0...1."""

    vector: NDArray[np.float32]
    hidden_share: float = 0.0

    @property
    def is_comparable(self) -> bool:
        """Whether enough of the face is seen to tell whose it is."""
        return self.hidden_share <= MOST_HIDDEN

    def distance_to(self, other: "FaceEmbedding") -> float:
        return float(np.linalg.norm(self.vector - other.vector))
