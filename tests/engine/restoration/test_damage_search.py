"""The search for damage as a task: what it asks the networks, and what it does without them."""

import numpy as np
import pytest

from facerestore.restoration.damage_search import BY_FILTERS_ONLY, WITHOUT_FACES, found_damage
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.run import run
from facerestore.values.errors import OutOfMemory, WeightsMissing
from facerestore.values.photo import Photo
from facerestore.values.request import DamageRequest, DetectionRequest
from tests.support.fake_backend import FakeBackend, face_at
from tests.support.infrared import drawn_scan


class Forgetful(FakeBackend):
    """Has none of the networks that are ``missing``."""

    def __init__(self, *missing):
        super().__init__(faces=[])
        self.missing = missing

    def find_faces(self, request, *, cancel):
        self._raise_for("faces")
        return super().find_faces(request, cancel=cancel)

    def map_damage(self, request, *, on_progress, cancel):
        self._raise_for("damage")
        return super().map_damage(request, on_progress=on_progress, cancel=cancel)

    def _raise_for(self, name):
        if name in self.missing:
            raise WeightsMissing(f"No {name}.", advice="Install it.")


@pytest.fixture
def scratched():
    pixels = np.random.default_rng(0).normal(110, 3, (200, 300)).astype(np.uint8)
    pixels[100:102, 40:260] = 255
    return Photo(pixels)


def found_with(backend, photo, **options):
    return LocalNetworks(make=lambda device: backend).run(found_damage(photo, **options))


@pytest.mark.parametrize(
    ("missing", "notes"),
    [
        ((), ()),
        (("damage",), (BY_FILTERS_ONLY,)),
        (("faces",), (WITHOUT_FACES,)),
        (("faces", "damage"), (WITHOUT_FACES, BY_FILTERS_ONLY)),
    ],
)
def test_that_it_goes_on_without_networks_and_says_so(scratched, missing, notes):
    found = found_with(Forgetful(*missing), scratched)
    assert found.notes == notes
    best = found.proposals[0]
    assert best.region.inside.sum() > 300


def test_that_faces_that_are_known_are_not_looked_for(scratched):
    asked = []
    backend = FakeBackend()

    def answer(request, progress, cancel):
        asked.append(type(request))
        return backend.map_damage(request)

    run(found_damage(scratched, faces=[face_at(150, 100, 80)]), answer)
    assert asked == [DamageRequest]
    found = run(found_damage(scratched), lambda request, *_: _answered(backend, request, asked))
    assert DetectionRequest in asked
    assert found.proposals


def _answered(backend, request, asked):
    asked.append(type(request))
    return backend.find_faces(request) if isinstance(request, DetectionRequest) else backend.map_damage(request)


def test_that_other_errors_end_it(scratched):
    def answer(request, progress, cancel):
        raise OutOfMemory("Full.", advice="Close something.")

    with pytest.raises(OutOfMemory):
        run(found_damage(scratched), answer)


def test_that_what_infrared_shows_comes_first_and_is_not_proposed_twice():
    scan = drawn_scan(offset=(-2, 4))
    found = found_with(FakeBackend(faces=[]), scan.photo)
    assert found.by_infrared
    assert found.by_infrared <= {one.number for one in found.proposals}
    assert [one.number for one in found.proposals] == list(range(len(found.proposals)))
    surest = sorted(found.proposals, key=lambda one: -one.confidence)
    assert [one.number for one in surest] == [one.number for one in found.proposals]
    times = np.zeros(scan.dirt.shape, np.int64)
    for one in found.proposals:
        times[one.region.box.slices] += one.region.inside
    assert (times[scan.dirt] == 1).mean() > 0.95
