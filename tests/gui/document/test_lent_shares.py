"""How much of a face each lender gave, as the window tells it."""

from pathlib import Path

import numpy as np
import pytest
from saved_projects import drawn_references, result_over

from facerestore.documents.saved_project import SavedResult
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.document.lent_shares import lent_shares
from facerestore_gui.document.result import Result


@pytest.fixture
def borrowed():
    """A photo, its mask and a restoration whose face borrowed from references."""
    for seed in range(50):
        generator = np.random.default_rng(seed)
        photo = Photo(generator.integers(0, 255, (40, 40, 3), np.uint8), path=Path("/nowhere/photo.png"))
        mask = Mask.from_bool(generator.random((40, 40)) < 0.5)
        restoration = result_over(photo, mask, generator)
        if restoration.references and len(restoration.references[0]) > 1:
            return photo, mask, restoration
    raise AssertionError("no seed draws one that borrows")


def shares_of(restoration, mask):
    key = restoration.candidates[0].alignment.key
    return lent_shares(Result(restoration, None, mask, 3), key)


def test_that_shares_of_a_face_are_told_by_reference_and_add_up_to_one(borrowed):
    _, mask, restoration = borrowed
    shares = shares_of(restoration, mask)
    references = restoration.references[0]
    assert shares.network + shares.mirror + sum(shares.of(one) for one in references) == pytest.approx(1)
    hole = restoration.candidates[0].crop.hole
    assert shares.of(references[1]) == pytest.approx(restoration.candidates[0].lent[2][hole].mean() / 255)
    others = [one for one in drawn_references(np.random.default_rng(0)) if one.key not in shares.by_key]
    assert all(shares.of(one) is None for one in others)
    assert lent_shares(None, b"") is None
    assert lent_shares(Result(restoration, None, mask, 3), b"another face") is None


def test_that_a_saved_result_still_knows_whom_it_borrowed_from(borrowed):
    photo, mask, restoration = borrowed
    again = SavedResult.of(restoration, mask, 3).restoration(photo)
    assert shares_of(again, mask) == shares_of(restoration, mask)
    candidate_set = DamageCandidateSet.of_result(mask.coverage, [], again, {})
    (face,) = candidate_set.faces
    assert [one.key for one in face.references] == [one.key for one in restoration.references[0]]
