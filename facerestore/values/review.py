"""Review: what a person says of a result that they looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is to become of a result."""

    NEEDS_REVIEW = "needs review"
    """Nobody has looked at it as it is now."""
    ACCEPTED = "accepted"
    CONSERVATIVE = "conservative"
    """To be used with caution: what was painted is not to be relied on."""
    REJECTED = "rejected"


@dataclass(frozen=True)
class Review:
    """A verdict on one result: by whom, when (ISO 8601, with the offset from UTC), and of which file (SHA-256). Of
    another file it says nothing: what is restored again is to be looked at again."""

    verdict: Verdict
    name: str
    at: str
    result_sha256: str

    def holds_of(self, result_sha256: str | None) -> bool:
        return self.result_sha256 == result_sha256
