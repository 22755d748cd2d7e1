import tarfile

import cv2
import numpy as np
import pytest

from facerestore.damage.features import face_map
from facerestore.damage.filters import line_response, responses
from facerestore.damage.proposals import WORK_PX, find_damage
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.cancellation import Cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo
from facerestore_resources.face_classes import FaceClass
from tests.support.damage import ASTRONAUT_POINTS, astronaut


def backdrop(height: int = 400, width: int = 500) -> np.ndarray:
    """A soft gradient with grain, and a dark coat with sharp edges."""
    rng = np.random.default_rng(0)
    picture = np.linspace(110, 170, width)[None].repeat(height, 0)
    picture[height // 2 :, width // 3 : 2 * width // 3] = 60
    return np.clip(picture + rng.normal(0, 2, (height, width)), 0, 255).astype(np.uint8)


def scratched(picture: np.ndarray, *, value: int = 235, width_px: int = 2) -> tuple[np.ndarray, np.ndarray]:
    height, width = picture.shape[:2]
    line = np.zeros((height, width), np.uint8)
    ends = (width // 16, height // 14), (width - width // 14, height // 3)
    cv2.line(line, *ends, 255, width_px)
    spoilt = picture.copy()
    spoilt[line > 0] = value
    return spoilt, line > 0


def proposed(photo: Photo, found) -> np.ndarray:
    covered = np.zeros((photo.extent.height, photo.extent.width), np.bool_)
    for one in found:
        covered[one.region.box.slices] |= one.region.inside
    return covered


@pytest.mark.parametrize("value", [235, 20])
def test_that_a_bright_or_dark_scratch_is_found_from_end_to_end_and_little_else(value: int) -> None:
    pixels, line = scratched(backdrop(), value=value)
    photo = Photo(pixels)
    found = find_damage(photo)
    assert found[0].kind in (DamageClass.SCRATCH, DamageClass.CREASE)
    covered = proposed(photo, found)
    assert covered[line].mean() > 0.9
    near = cv2.dilate(line.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert near[covered].mean() > 0.8


def test_that_dust_is_found_speck_by_speck() -> None:
    pixels = backdrop()
    places = np.random.default_rng(1).integers(20, (480, 180), (25, 2))
    for x, y in places:
        cv2.circle(pixels, (int(x), int(y)), 2, 240, -1)
    found = [one for one in find_damage(Photo(pixels)) if one.kind is DamageClass.DUST]
    covered = proposed(Photo(pixels), found)
    assert np.mean([covered[y, x] for x, y in places]) > 0.7


def test_that_the_edges_of_an_undamaged_photo_are_no_damage() -> None:
    photo = Photo(backdrop())
    assert proposed(photo, find_damage(photo)).mean() < 0.005


def test_that_a_torn_corner_is_one_and_paper_on_all_sides_is_none() -> None:
    pixels = backdrop()
    cv2.fillPoly(pixels, [np.array([[380, 0], [500, 0], [500, 130], [440, 80]])], 255)
    (torn,) = [one for one in find_damage(Photo(pixels)) if one.kind is DamageClass.TEAR]
    corner = np.zeros((400, 500), np.uint8)
    cv2.fillPoly(corner, [np.array([[380, 0], [500, 0], [500, 130], [440, 80]])], 1)
    inside = torn.region.over(Extent(500, 400).box)
    assert (inside & (corner > 0)).sum() / (inside | (corner > 0)).sum() > 0.85
    framed = cv2.copyMakeBorder(backdrop(), 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=255)
    assert not [one for one in find_damage(Photo(framed)) if one.kind is DamageClass.TEAR]


def test_that_proposals_are_numbered_and_the_surest_comes_first() -> None:
    found = find_damage(Photo(scratched(astronaut()[..., 1])[0]))
    assert [one.number for one in found] == list(range(len(found)))
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)
    assert all(0 <= one.confidence <= 1 for one in found)
    few = find_damage(Photo(scratched(astronaut()[..., 1])[0]), least_confidence=0.5)
    assert 0 < len(few) < len(found)
    assert min(one.confidence for one in few) >= 0.5


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("is_grey", [True, False])
def test_that_any_kind_of_photo_is_searched_and_left_as_it_is(bits: int, is_grey: bool) -> None:
    pixels, line = scratched(backdrop())
    pixels = pixels if is_grey else np.repeat(pixels[..., None], 3, axis=2)
    photo = Photo(pixels if bits == 8 else pixels.astype(np.uint16) * 257)
    before = photo.pixels.copy()
    assert proposed(photo, find_damage(photo))[line].mean() > 0.9
    assert (photo.pixels == before).all()


@pytest.mark.parametrize("shape", [(1, 1), (3, 40), (12, 5, 3)])
def test_that_a_tiny_or_flat_photo_has_no_damage(shape: tuple[int, ...]) -> None:
    assert find_damage(Photo(np.full(shape, 90, np.uint8))) == ()


def test_that_a_scan_finer_than_the_search_gets_outlines_in_its_own_pixels() -> None:
    scale = 3
    pixels = cv2.resize(backdrop(), None, fx=2.2 * scale, fy=2.2 * scale, interpolation=cv2.INTER_CUBIC)
    assert max(pixels.shape) > 2 * WORK_PX
    spoilt, line = scratched(pixels, width_px=7)
    covered = proposed(Photo(spoilt), find_damage(Photo(spoilt)))
    near = cv2.dilate(line.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert covered[line].mean() > 0.9
    assert near[covered].mean() > 0.7


def test_that_less_is_proposed_on_eyes_and_mouth_where_the_face_is_known() -> None:
    photo = Photo(astronaut())
    face = Face.from_points(ASTRONAUT_POINTS)
    eyes_and_mouth = face_map((300, 400), 1.0, [face], ()) > 0.5
    without, knowing = (proposed(photo, find_damage(photo, faces=faces)) for faces in ((), (face,)))
    assert without[eyes_and_mouth].sum() > 0
    assert knowing[eyes_and_mouth].sum() < 0.5 * without[eyes_and_mouth].sum()
    assert (knowing == without)[~cv2.dilate(eyes_and_mouth.astype(np.uint8), np.ones((41, 41))).astype(bool)].all()


def test_that_a_layout_marks_the_features_where_its_crop_lies() -> None:
    labels = np.full((256, 256), FaceClass.SKIN, np.uint8)
    labels[100:140, 60:110] = FaceClass.LEFT_EYE
    alignment = Alignment.of_face(Face.from_points(TEMPLATE * 200 + (50, 30)))
    marked = face_map((300, 400), 1.0, (), [Layout(labels, alignment)])
    inside = alignment.to_photo(np.array([[85.0, 120.0], [200.0, 120.0]])).astype(int)
    assert marked[inside[0, 1], inside[0, 0]] > 0.9
    assert marked[inside[1, 1], inside[1, 0]] < 0.1
    half = face_map((150, 200), 0.5, (), [Layout(labels, alignment)])
    assert np.abs(half - cv2.resize(marked, (200, 150), interpolation=cv2.INTER_AREA)).mean() < 0.01
    assert face_map((300, 400), 1.0, (), [Layout(labels)]).max() == 0


def test_that_a_line_answers_with_its_contrast_and_a_step_with_nothing() -> None:
    picture = np.full((80, 80), 0.4, np.float32)
    picture[:, 40:42] = 0.7
    assert line_response(picture)[40, 40] == pytest.approx(0.3, abs=0.12)
    assert line_response(1 - picture)[40, 40] < -0.15
    step = np.full((80, 80), 0.4, np.float32)
    step[:, 40:] = 0.7
    assert np.abs(line_response(step)).max() < 0.02
    assert responses((255 * step).astype(np.uint8)).candidates.max() == 0


class _Set:
    def is_set(self) -> bool:
        return True


def test_that_a_search_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        find_damage(Photo(backdrop()), cancel=_Set())


@pytest.mark.shared
def test_that_real_scratches_on_faces_are_found_better_than_by_chance(shared_data) -> None:
    with tarfile.open(shared_data / "damage-overlays" / "overlays-400.tar") as tar:
        alpha = cv2.imdecode(np.frombuffer(tar.extractfile("scratches/001.png").read(), np.uint8), 0)
    pixels = cv2.resize(astronaut(2)[:400, 150:550], (400, 400))
    spoilt = (pixels + (245.0 - pixels) * (alpha / 255)[..., None]).astype(np.uint8)
    damaged = np.abs(spoilt.astype(int) - pixels).max(axis=2) > 20
    covered = proposed(Photo(spoilt), find_damage(Photo(spoilt)))
    near = cv2.dilate(damaged.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert covered[damaged].mean() > 0.25
    assert near[covered].mean() > 2 * near.mean()
