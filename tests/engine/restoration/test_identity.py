"""The identity check as a step of a restoration. To the fake networks, crops of one brightness show one person."""

from dataclasses import replace

import numpy as np
import pytest
from fake_backend import FakeBackend

from facerestore.restoration.candidate_set import CandidateSet, FaceInput, unchanged_since
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import RestorationRequest, candidate, put_together
from facerestore.values.alignment import TEMPLATE, Alignment, FaceCrop
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import RegionPlan
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.identity_check import IdentityOutcome
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference

ALIGNMENT = Alignment.of_aligned(Extent(256, 256))


class Counting(FakeBackend):
    """Counts what it is asked to look at."""

    def __init__(self):
        super().__init__()
        self.looked = 0

    def embed_face(self, request):
        self.looked += 1
        return super().embed_face(request)


def crop(brightness: float, hole: np.ndarray | None = None) -> FaceCrop:
    hidden = np.zeros((256, 256), np.bool_) if hole is None else hole
    return FaceCrop(np.full((256, 256, 3), brightness, np.float32), hidden, ALIGNMENT)


def reference(brightness: float) -> Reference:
    layout = Layout(np.ones((256, 256), np.uint8), ALIGNMENT)
    return Reference(
        crop=crop(brightness), face=Face.from_points(TEMPLATE * 256), file_name=f"{brightness}.jpg", layout=layout
    )


def a_set(*references: Reference) -> CandidateSet:
    hole = np.zeros((256, 256), np.bool_)
    hole[:128] = True
    return CandidateSet(
        (FaceInput(crop(0.5, hole), Layout(np.ones((256, 256), np.uint8), ALIGNMENT), references=references),)
    )


def made(candidates: CandidateSet, backend: FakeBackend, *seeds: int):
    networks = LocalNetworks(make=lambda device: backend)
    (face,) = candidates.faces
    for seed in seeds:
        networks.run(candidate(candidates, face, seed))
    return [candidates.check_of(face.key, seed) for seed in seeds]


@pytest.mark.parametrize(
    ("references", "outcome"),
    [((), "not compared"), ((0.5,), "alike"), ((0.2,), "unlike"), ((0.5, 0.2), "doubtful")],
)
def test_that_each_candidate_is_compared_with_every_reference(references, outcome):
    (check,) = made(a_set(*map(reference, references)), Counting(), 3)
    assert check.outcome is IdentityOutcome(outcome)
    assert [one.file_name for one in check.photographs] == [f"{one}.jpg" for one in references]
    assert check.before.hidden_share == 0.5
    assert (check.strangeness is None) == (not references)


def test_that_references_are_looked_at_once_for_all_candidates_of_a_face():
    backend, candidates = Counting(), a_set(reference(0.5), reference(0.4))
    made(candidates, backend, 1, 2)
    # each reference as a whole, and the part of it that is painted; each candidate likewise
    assert backend.looked == 1 + 2 * 2 + 2 * 2
    again = unchanged_since(candidates, candidates.faces, candidates.restorer)
    made(again, backend, 1, 2, 3)
    assert backend.looked == 1 + 2 * 2 + 2 * 3
    other = replace(candidates.faces[0], references=(reference(0.4),))
    assert not unchanged_since(candidates, (other,), candidates.restorer).known


def test_that_a_mixture_has_a_check_of_its_own_where_its_candidates_have_one():
    backend, candidates = Counting(), a_set(reference(0.5))
    (first, _) = made(candidates, backend, 1, 2)
    networks = LocalNetworks(make=lambda device: backend)
    (face,) = candidates.faces
    photo = Photo(np.full((256, 256, 3), 128, np.uint8))
    request = RestorationRequest(photo=photo, plan=RegionPlan(Mask.empty(photo.extent)))
    top = np.zeros((256, 256), np.bool_)
    top[:64] = True

    def result(choice):
        mixes = {face.key: choice}
        return networks.run(put_together(request, candidates, networks.ready, began_s=0, mixes=mixes))

    whole = CandidateMix.whole(1, 256)
    before = backend.looked
    assert result(whole).candidates[0].check is first
    assert backend.looked == before
    mixed = result(whole.with_seed(top, 2)).candidates[0].check
    assert mixed is not first
    assert mixed.photographs == first.photographs
    assert backend.looked == before + 2
    candidates.known.clear()
    assert result(whole.with_seed(top, 2)).candidates[0].check is None
