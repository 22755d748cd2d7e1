"""How much of a restored face each lender gave."""

from collections.abc import Mapping
from dataclasses import dataclass

from facerestore.restoration.candidate_set import FaceKey
from facerestore.values.reference import Reference
from facerestore_gui.document.result import Result


@dataclass(frozen=True)
class LentShares:
    """Shares of a face's hole, 0...1: of the network alone, of its mirror image, and of references by their keys."""

    network: float
    mirror: float
    by_key: Mapping[str, float]

    def of(self, reference: Reference) -> float | None:
        """None for one that the result was made without."""
        return self.by_key.get(reference.key)


def lent_shares(result: Result | None, face: FaceKey) -> LentShares | None:
    """None where the result has no such face, or does not know."""
    if result is None:
        return None
    restoration = result.restoration
    references = restoration.references or ((),) * len(restoration.candidates)
    for candidate, lenders in zip(restoration.candidates, references, strict=True):
        shares = candidate.origin_shares() if candidate.alignment.key == face else None
        if shares is not None:
            network, mirror, *others = shares
            return LentShares(network, mirror, {one.key: share for one, share in zip(lenders, others, strict=True)})
    return None
