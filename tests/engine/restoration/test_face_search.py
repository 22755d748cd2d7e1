"""Where faces are looked for: turned where that is needed, closer around the mask, and nowhere else."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.restoration.face_search import (
    PLAUSIBLE,
    UNCERTAIN,
    found_faces,
    is_doubtful,
    outside_note,
    share_outside,
    windows_around,
    windows_on_small_faces,
)
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest
from tests.support.fake_backend import FakeBackend, face_at


class Searched(FakeBackend):
    """Finds what it is told to by quarter turns, in windows around the mask what ``nearer`` holds, in those on small
    faces what ``small`` does; remembers what it was asked."""

    def __init__(self, by_turn, nearer=(), small=()):
        super().__init__()
        self.by_turn, self.nearer, self.small = by_turn, nearer, small
        self.requests = []

    def find_faces(self, request, *, cancel=None):
        self.requests.append(request)
        if request.sizes_px is None:
            return tuple(self.by_turn.get(request.quarter_turns, ()))
        return tuple(self.nearer if request.scale > 1 else self.small)


def sure(face, confidence):
    return replace(face, confidence=confidence)


def search(backend, mask=None, side=400, viewed_turns=0):
    photo = Photo(np.zeros((side, side, 3), np.uint8))
    networks = LocalNetworks(make=lambda device: backend)
    return networks.run(found_faces(photo, mask or Mask.empty(photo.extent), viewed_turns=viewed_turns))


def masked(side, *boxes):
    coverage = np.zeros((side, side), np.uint8)
    for top, left, height, width in boxes:
        coverage[top : top + height, left : left + width] = 255
    return Mask(coverage)


FACE = face_at(200, 200, 300)


def test_that_a_photo_with_a_plausible_upright_face_is_searched_once():
    backend = Searched({0: [sure(FACE, PLAUSIBLE)]})
    found = search(backend, masked(400, (180, 180, 40, 40)))
    assert (len(found.faces), found.notes, len(backend.requests)) == (1, (), 1)


@pytest.mark.parametrize(("turns", "word"), [(1, "on its side"), (2, "upside down"), (3, "on its side")])
def test_that_a_face_is_found_as_it_lies_though_a_false_one_is_seen_upright(turns, word):
    backend = Searched({0: [sure(face_at(100, 100, 90), 0.5)], turns: [sure(FACE, 0.95)]})
    found = search(backend)
    assert [face.confidence for face in found.faces] == [0.95]
    assert word in found.notes[0]
    assert [request.quarter_turns for request in backend.requests] == [0, 1, 2, 3]


def test_that_what_is_seen_equally_well_turned_is_taken_upright():
    backend = Searched({turn: [sure(face_at(100 + turn, 100, 90), 0.5)] for turn in range(4)})
    found = search(backend)
    assert found.notes == (UNCERTAIN,)
    assert found.faces[0].box_xyxy == face_at(100, 100, 90).box_xyxy


def test_that_nothing_found_is_nothing_said():
    found = search(Searched({}))
    assert (found.faces, found.notes) == ((), ())


def test_that_small_faces_are_looked_for_around_the_mask_and_doubles_and_doubtful_ones_left_out():
    seen, new = sure(face_at(60, 60, 60), 0.9), sure(face_at(330, 330, 50), 0.8)
    again, doubtful = sure(face_at(61, 60, 62), 0.95), sure(face_at(300, 100, 50), 0.3)
    backend = Searched({0: [seen]}, nearer=[new, again, doubtful])
    found = search(backend, masked(400, (320, 320, 12, 12)))
    assert {face.confidence for face in found.faces} == {0.9, 0.8}
    assert "closer look" in found.notes[0]
    assert ": 1." in found.notes[0]
    assert any(request.scale > 1 for request in backend.requests)


def test_that_where_faces_are_small_all_of_the_photo_is_looked_at_from_nearer():
    seen = [sure(face_at(60 + 90 * place, 60, 60), 0.5 + 0.1 * place) for place in range(3)]
    sharper, duller = sure(face_at(61, 60, 60), 0.95), sure(face_at(151, 60, 60), 0.2)
    new, doubtful = sure(face_at(1500, 900, 60), 0.8), sure(face_at(1200, 900, 60), 0.5)
    backend = Searched({0: seen}, small=[sharper, duller, new, doubtful])
    found = search(backend, side=2_000)
    assert sorted(face.confidence for face in found.faces) == [0.6, 0.7, 0.8, 0.95]
    assert found.notes == ()
    windows = [request for request in backend.requests if request.sizes_px]
    assert 1 < len(windows) <= 24
    assert all(max(request.pixels.shape[:2]) <= 642 for request in windows)


def test_that_neither_a_large_face_nor_one_doubtful_find_is_looked_at_from_nearer():
    extent = Extent(2_000, 1_500)
    small, large = face_at(60, 60, 60), face_at(700, 700, 900)
    assert windows_on_small_faces(extent, [small, large])[0] == []
    assert windows_on_small_faces(extent, [])[0] == []
    assert windows_on_small_faces(extent, [sure(small, 0.3)])[0] == []
    assert windows_on_small_faces(extent, [small])[0]
    assert windows_on_small_faces(extent, [sure(small, 0.3), sure(face_at(200, 60, 60), 0.2)])[0]


@given(
    width=st.integers(200, 30_000),
    height=st.integers(200, 30_000),
    side=st.floats(4, 3_000),
    x=st.floats(0, 1),
    y=st.floats(0, 1),
)
def test_that_every_face_of_the_usual_size_is_whole_in_one_of_few_windows(width, height, side, x, y):
    extent = Extent(width, height)
    windows, scale = windows_on_small_faces(extent, [face_at(100, 100, side), face_at(150, 100, side)])
    assert len(windows) <= 24
    left, top, right, bottom = face_at(0, 0, side).box_xyxy
    if windows and right - left <= width and bottom - top <= height:
        x, y = x * (width - (right - left)), y * (height - (bottom - top))
        place = (x, y, x + right - left, y + bottom - top)
        assert any(
            one.left <= place[0] and one.top <= place[1] and place[2] <= one.right + 1 and place[3] <= one.bottom + 1
            for one in windows
        )
        assert scale <= 1


@pytest.mark.parametrize(
    ("confidence", "beside", "answer"),
    [(0.04, (), True), (0.06, (), False), (0.3, (0.9,), True), (0.3, (0.6,), False), (0.5, (0.9,), False)],
)
def test_that_a_find_is_doubtful_by_itself_or_beside_a_plausible_face(confidence, beside, answer):
    face = sure(FACE, confidence)
    assert is_doubtful(face, [face, *(sure(FACE, one) for one in beside)]) is answer


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_that_a_closer_look_is_turned_as_the_photo_was(turns):
    backend = Searched({turns: [sure(face_at(60, 60, 60), 0.9)]})
    search(backend, masked(400, (320, 320, 12, 12)))
    assert {request.quarter_turns for request in backend.requests if request.sizes_px} == {turns}


def test_that_a_portrait_and_a_mask_in_its_faces_need_no_closer_look():
    small, large = sure(face_at(60, 60, 60), 0.9), sure(FACE, 0.9)
    everywhere = masked(400, (0, 0, 400, 10), (390, 0, 10, 400))
    assert windows_around(everywhere, [large, small]) == []
    assert windows_around(masked(400, (58, 58, 4, 4)), [small]) == []
    assert windows_around(Mask.empty(Extent(400, 400)), [small]) == []
    # what may be no face makes no portrait
    assert windows_around(everywhere, [sure(FACE, 0.3)])


@given(
    width=st.integers(1, 900),
    height=st.integers(1, 900),
    spots=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6),
)
def test_that_all_that_is_masked_lies_in_a_window(width, height, spots):
    coverage = np.zeros((height, width), np.uint8)
    for down, across in spots:
        coverage[min(height - 1, int(down * height)), min(width - 1, int(across * width))] = 255
    windows = windows_around(Mask(coverage.copy()), [])
    for window in windows:
        assert window == window.clipped(Extent(width, height))
        coverage[window.slices] = 0
    assert not coverage.any()


def test_that_a_large_photo_masked_all_over_is_not_searched_forever():
    side = 2_000
    assert len(windows_around(masked(side, (0, 0, side, side)), [])) <= 24


def test_that_the_share_of_the_mask_outside_every_face_is_said():
    half = masked(400, (0, 0, 400, 400))
    frame = Alignment.of_face(Face.from_points(TEMPLATE * 200))
    assert share_outside(half, [frame]) == pytest.approx(0.75, abs=0.01)
    note = outside_note(half, [frame])
    assert note is not None
    assert note.startswith("75% of")
    assert outside_note(masked(400, (10, 10, 100, 100)), [frame]) is None
    assert outside_note(Mask.empty(Extent(400, 400)), []) is None


@given(
    turns=st.integers(0, 3),
    width=st.integers(3, 60),
    height=st.integers(3, 60),
    down=st.floats(0, 1),
    across=st.floats(0, 1),
    left=st.integers(0, 5),
)
def test_that_a_place_in_a_turned_window_is_the_place_in_the_photo(turns, width, height, down, across, left):
    photo = Photo(np.zeros((height + 7, width + left), np.uint8))
    y, x = 7 + min(height - 1, int(down * height)), left + min(width - 1, int(across * width))
    pixels = photo.pixels.copy()
    pixels[y, x] = 255
    window = Box(left, 7, left + width, 7 + height)
    request = DetectionRequest.of_window(Photo(pixels), None, window, scale=1.0).turned(turns)
    row, column = np.argwhere(request.pixels[..., 0] == 1)[0]
    np.testing.assert_allclose(request.to_photo([[column + 0.5, row + 0.5]]), [[x + 0.5, y + 0.5]], atol=1e-9)


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_that_a_real_portrait_is_found_as_it_lies_with_an_eye_masked(turns):
    skimage_data = pytest.importorskip("skimage.data")
    pixels = np.asarray(skimage_data.astronaut())
    coverage = np.zeros(pixels.shape[:2], np.uint8)
    coverage[88:118, 185:220] = 255
    photo, mask = (Photo(np.ascontiguousarray(np.rot90(pixels, turns))), Mask(np.rot90(coverage, turns).copy()))
    found = LocalNetworks(device="cpu").run(found_faces(photo, mask))
    eyes = np.array([[203.5, 101.5], [246, 103]])
    for _ in range(turns):
        eyes = np.stack([eyes[:, 1], 512 - eyes[:, 0]], axis=1)
    assert np.abs(found.faces[0].points_photo[:2] - eyes).max() < 8
    assert bool(found.notes) is (turns > 0)


@pytest.mark.parametrize("viewed_turns", [1, 2, 3])
def test_that_a_photo_is_searched_first_as_it_is_viewed(viewed_turns):
    backend = Searched({-viewed_turns % 4: (sure(FACE, 0.9),), 0: (sure(FACE, 0.8),)})
    found = search(backend, viewed_turns=viewed_turns)
    assert [request.quarter_turns for request in backend.requests] == [-viewed_turns % 4]
    assert found.faces[0].confidence == 0.9
    assert found.notes == ()


@pytest.mark.parametrize(("lies", "words"), [(0, "on its side"), (1, "upside down"), (2, "on its side")])
def test_that_what_lies_otherwise_than_it_is_viewed_is_found_and_said(lies, words):
    backend = Searched({lies: (sure(FACE, 0.9),)})
    found = search(backend, viewed_turns=1)
    assert sorted(request.quarter_turns for request in backend.requests) == [0, 1, 2, 3]
    assert found.faces[0].confidence == 0.9
    assert words in found.notes[0]


def test_that_a_group_on_its_side_is_numbered_as_it_is_viewed():
    # viewed after a turn to the right, the lowest of a column is the first of its row
    column = [sure(face_at(200, y, 60), 0.9) for y in (300, 200, 100)]
    found = search(Searched({3: column[::-1]}), viewed_turns=1)
    assert [face.box_xyxy for face in found.faces] == [face.box_xyxy for face in column]
