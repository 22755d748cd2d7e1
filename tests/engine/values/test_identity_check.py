"""What an identity check says: an outcome by its limits, in words that claim no more than was compared."""

import numpy as np
import pytest

from facerestore.values.embedding import FaceEmbedding
from facerestore.values.identity_check import (
    ALIKE_BELOW,
    AWAY_FROM,
    LEAST_PAINTED,
    OF_PAINTED_TO_PART,
    OF_PAINTED_TO_WHOLE,
    STRANGE_FROM,
    UNLIKE_FROM,
    ComparedPhotograph,
    IdentityCheck,
    IdentityOutcome,
)


def at(place: float) -> FaceEmbedding:
    """An embedding on a line: distances are differences of places."""
    vector = np.zeros(128, np.float32)
    vector[0] = place
    return FaceEmbedding(vector)


def check(*photographs: float, before: float = 0.0, after: float = 0.0) -> IdentityCheck:
    named = tuple(ComparedPhotograph(f"{number}.jpg", at(place)) for number, place in enumerate(photographs, 1))
    return IdentityCheck(at(before), at(after), named)


def painted(place: float, *, hidden_share: float = 0.4) -> IdentityCheck:
    """A face that is its photograph to the embedder, while what was painted in it, alone, lies elsewhere."""
    before = FaceEmbedding(at(0).vector, hidden_share)
    return IdentityCheck(before, at(0), (ComparedPhotograph("1.jpg", at(0), at(0)),), at(place))


BETWEEN = (ALIKE_BELOW + UNLIKE_FROM) / 2


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (check(), IdentityOutcome.NOT_COMPARED),
        (check(ALIKE_BELOW - 0.01), IdentityOutcome.ALIKE),
        (check(BETWEEN, BETWEEN), IdentityOutcome.DOUBTFUL),
        (check(UNLIKE_FROM + 0.01), IdentityOutcome.UNLIKE),
        (check(0.2, UNLIKE_FROM + 0.01), IdentityOutcome.DOUBTFUL),
        (check(0.1, after=-AWAY_FROM - 0.01), IdentityOutcome.DOUBTFUL),
        (check(0.1, after=AWAY_FROM + 0.01), IdentityOutcome.ALIKE),
    ],
)
def test_that_the_nearest_photograph_decides_and_a_stranger_among_them_is_noticed(found, outcome):
    assert found.outcome is outcome


def test_that_a_strangers_features_in_the_hole_make_a_face_doubtful_that_looks_alike_as_a_whole():
    limit = STRANGE_FROM / (OF_PAINTED_TO_WHOLE + OF_PAINTED_TO_PART)
    near, far = painted(limit - 0.01), painted(limit + 0.01)
    assert (near.outcome, far.outcome) == (IdentityOutcome.ALIKE, IdentityOutcome.DOUBTFUL)
    assert far.strangeness == pytest.approx(STRANGE_FROM + 0.01 * (OF_PAINTED_TO_WHOLE + OF_PAINTED_TO_PART))
    assert f"by {far.strangeness:.2f}, limit {STRANGE_FROM:.2f}" in far.sentence


def test_that_a_few_painted_pixels_say_nothing_by_themselves():
    few = painted(9.0, hidden_share=LEAST_PAINTED / 2)
    assert few.strangeness is None
    assert few.outcome is IdentityOutcome.ALIKE
    assert check(0.1).strangeness is None


def test_that_a_photograph_of_another_person_is_named():
    found = check(0.2, UNLIKE_FROM + 0.1)
    assert found.strangers == ("2.jpg",)
    assert found.sentence.startswith("2.jpg may show another person")
    assert check(UNLIKE_FROM + 0.1).sentence.startswith("Looks like another person than in 1.jpg (distance")


def test_that_words_give_distance_and_limit_and_never_claim_an_identity():
    places = (), (0.3,), (BETWEEN,), (UNLIKE_FROM + 0.1,), (0.3, UNLIKE_FROM + 0.1)
    found = [check(*some) for some in places] + [check(0.1, after=-AWAY_FROM - 0.01), painted(2.0)]
    assert len({one.sentence.template for one in found}) == 7
    for one in found:
        assert not any(word in one.sentence.lower() for word in ("verified", "identified", "recognised", "certain"))
        if one.distance is not None:
            assert f"{one.distance:.2f}" in one.sentence
    assert f"limit {ALIKE_BELOW:.2f}" in found[1].sentence


def test_that_distances_are_told_from_before_and_after():
    found = check(0.5, 0.3, before=0.1, after=0.2)
    assert found.distances == pytest.approx((0.3, 0.1))
    assert found.distances_before == pytest.approx((0.4, 0.2))
    assert (found.distance, found.moved, found.moved_away) == pytest.approx((0.1, 0.1, -0.1))
    assert check().moved_away is None
