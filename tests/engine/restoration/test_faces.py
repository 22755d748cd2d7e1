"""Which faces of a photo are restored: the rules, without networks."""

from dataclasses import replace

import numpy as np
import pytest

from facerestore.restoration.faces import chosen_faces, face_of_layout
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.errors import NoFaceFound, UsageError
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.fake_backend import FakeBackend, alignment_at, face_at


def choose(width=96, height=96, *, found=(), **given):
    photo = Photo(np.zeros((height, width, 3), np.uint8))
    networks = LocalNetworks(make=lambda device: FakeBackend(found))
    return networks.run(chosen_faces(photo, Mask.empty(photo.extent), **given))


def test_that_points_place_the_face_and_nonsense_points_are_refused():
    (face,) = choose(points_photo=TEMPLATE * 96).faces
    np.testing.assert_allclose(face.alignment.to_crop(TEMPLATE * 96), TEMPLATE * 256, atol=1e-6)
    assert not face.is_found
    with pytest.raises(UsageError):
        choose(points_photo=np.ones((5, 2)))
    with pytest.raises(UsageError, match="outside"):
        choose(points_photo=TEMPLATE * 96 + 5_000)


@pytest.mark.parametrize(("width", "height"), [(96, 96), (100, 99), (1000, 1019)])
def test_that_an_aligned_picture_may_be_a_pixel_off_square(width, height):
    (face,) = choose(width, height, is_aligned=True).faces
    corner = face.alignment.to_crop(np.array([[width, height]], float))
    np.testing.assert_allclose(corner, [[256, 256]], atol=1e-9)


@pytest.mark.parametrize(("width", "height"), [(80, 50), (100, 97)])
def test_that_an_aligned_picture_that_is_no_square_is_refused_with_its_size(width, height):
    with pytest.raises(UsageError, match=f"square.*{width} x {height}"):
        choose(width, height, is_aligned=True)


def test_that_no_face_is_said_with_the_way_to_give_points():
    with pytest.raises(NoFaceFound, match="--points"):
        choose()


def test_that_found_faces_come_largest_first():
    small, large = face_at(20, 20, 30), face_at(60, 60, 50)
    faces = choose(found=(small, large)).faces
    assert [face.alignment.key for face in faces] == [Alignment.of_face(one).key for one in (large, small)]
    assert all(face.is_found for face in faces)


def test_that_what_is_unlikely_beside_a_plausible_face_is_left_alone_but_not_where_there_is_no_other():
    plausible, unlikely = face_at(60, 60, 50), replace(face_at(20, 20, 30), confidence=0.2)
    assert [one.alignment.key for one in choose(found=(plausible, unlikely)).faces] == [
        Alignment.of_face(plausible).key
    ]
    assert len(choose(found=(unlikely,)).faces) == 1


def test_that_a_layout_says_where_its_face_is_to_a_thousandth_of_a_pixel():
    alignment = alignment_at(40, 50, 60)
    place = face_of_layout(Layout(np.zeros((64, 64), np.uint8), alignment.resized(64)))
    np.testing.assert_allclose(Alignment.of_face(place).corners_photo(), alignment.corners_photo(), atol=1e-3)


def test_that_a_layout_of_an_aligned_picture_keeps_the_pictures_own_frame():
    whole = Alignment.of_aligned(Photo(np.zeros((99, 100), np.uint8)).extent)
    layout = Layout(np.full((100, 100), 13, np.uint8), whole.resized(100))
    (face,) = choose(100, 99, is_aligned=True, layout=layout).faces
    assert face.alignment.key == whole.key
    assert (face.layout.labels == 13).all()
