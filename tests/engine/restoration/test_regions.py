"""What networks are asked for, and what not."""

import numpy as np

from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import FaceToRestore, RestorationRequest, restored
from facerestore.values.damage_table import RegionPlan
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.damage import astronaut, astronaut_alignment, face_hole
from tests.support.fake_backend import FakeBackend


class _CountingBackend(FakeBackend):
    def __init__(self) -> None:
        super().__init__()
        self.holes: list[np.ndarray] = []

    def generate_texture(self, request, *, on_progress, cancel):
        self.holes.append(request.crop.hole)
        return super().generate_texture(request, on_progress=on_progress, cancel=cancel)


def test_that_a_face_with_nothing_but_fill_and_protected_places_needs_no_network() -> None:
    photo, faces = Photo(astronaut()), (FaceToRestore(astronaut_alignment()),)
    empty, hole = Mask.empty(photo.extent), face_hole()
    backend = _CountingBackend()
    networks = LocalNetworks(make=lambda device: backend)

    def restore(*masks):
        request = RestorationRequest(photo=photo, plan=RegionPlan(*masks), faces=faces)
        return networks.run(restored(request, networks.ready))

    filled = restore(empty, hole)
    assert backend.holes == []
    assert not filled.repaired.generated.any()
    assert (filled.photo.pixels != photo.pixels)[hole.restore].any()
    assert filled.weights == {}
    kept = restore(hole, None, hole)
    assert backend.holes == []
    assert (kept.photo.pixels == photo.pixels).all()
    restore(hole, None, hole.grown(-5))
    assert 0 < backend.holes[0].mean() < 0.5
