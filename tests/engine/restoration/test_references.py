"""References of a face: those that are named, those that an album has, and what is said of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fake_backend import FakeBackend, FakeNetworks, face_at
from hypothesis import given
from hypothesis import strategies as st

from facerestore.restoration.face_references import with_references
from facerestore.restoration.recipe import FaceToRestore
from facerestore.restoration.reference_search import ReferencePhoto
from facerestore.values.alignment import Alignment
from facerestore.values.errors import NoFaceFound, PhotoUnreadable, UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import MOST_REFERENCES

PERSON, TWIN, STRANGER = 120, 123, 200
"""To the fake networks, photographs of one colour show one person."""


def plain(colour, side=96):
    return Photo(np.full((side, side, 3), colour, np.uint8))


def source(name, colour):
    return ReferencePhoto(name, lambda: plain(colour), lambda: name[0] * 64)


def unreadable(name):
    def read():
        raise PhotoUnreadable(Path(name), f"{name} is no picture.", advice="Choose another.")

    return ReferencePhoto(name, read, lambda: None)


def masked(share=0.1):
    restore = np.zeros((96, 96), bool)
    restore[: round(share * 96)] = True
    return Mask.from_bool(restore)


def asked(*, named=(), album=(), faces=None, mask=None, networks=None):
    photo = plain(PERSON)
    faces = faces or (FaceToRestore(Alignment.of_face(face_at(48, 48, 96))),)
    recipe = with_references(photo, mask or masked(), faces, named=named, album=album)
    return (networks or FakeNetworks()).run(recipe)


def names(found):
    return [one.file_name for face in found.faces for one in face.references]


def test_that_named_photographs_are_used_in_their_order_with_place_and_hash():
    found = asked(named=[source("b.png", TWIN), source("a.png", PERSON)])
    assert names(found) == ["b.png", "a.png"]
    (face,) = found.faces
    assert face.references[0].sha256 == "b" * 64
    assert face.references[0].face.confidence == pytest.approx(0.9)
    assert found.notes == ()


def test_that_a_named_photograph_of_another_person_is_used_and_said():
    found = asked(named=[source("other.png", STRANGER)])
    assert names(found) == ["other.png"]
    assert "may show another person" in found.notes[0]


def test_that_of_an_album_only_the_same_person_is_taken_and_the_rest_told_with_its_reason():
    album = [source("same.png", TWIN), source("other.png", STRANGER), unreadable("broken.png")]
    found = asked(album=album)
    assert names(found) == ["same.png"]
    told = " ".join(found.notes)
    assert "same.png (0." in told
    assert "no face in them is within 0.55 of the damaged one: other.png" in told
    assert "broken.png is no picture." in told


def test_that_named_photographs_leave_less_room_for_those_of_an_album():
    named = [source(f"{n}.png", PERSON) for n in range(MOST_REFERENCES - 1)]
    found = asked(named=named, album=[source("x.png", PERSON), source("y.png", PERSON)])
    assert len(names(found)) == MOST_REFERENCES
    assert "not taken because" in " ".join(found.notes)


def test_that_an_album_is_not_searched_for_a_face_that_shows_too_little():
    found = asked(album=[source("same.png", PERSON)], mask=masked(0.9))
    assert names(found) == []
    assert "too much to tell who it is" in found.notes[0]
    assert "--reference" in found.notes[0]


def test_that_a_photograph_without_a_face_is_refused_by_name():
    class Blind(FakeBackend):
        def find_faces(self, request, **_):
            return ()

    networks = FakeNetworks()
    networks.backend = Blind()
    with pytest.raises(NoFaceFound, match=r"reference a\.png"):
        asked(named=[source("a.png", PERSON)], networks=networks)


def test_that_more_references_than_a_face_can_have_are_refused():
    with pytest.raises(UsageError, match=f"at most {MOST_REFERENCES}"):
        asked(named=[source(f"{n}.png", PERSON) for n in range(MOST_REFERENCES + 1)])


def test_that_the_largest_face_that_is_restored_borrows_and_the_others_do_not():
    small, large = (FaceToRestore(Alignment.of_face(face_at(48, 48, side))) for side in (40, 90))
    found = asked(named=[source("a.png", PERSON)], faces=(small, large))
    assert [len(face.references) for face in found.faces] == [0, 1]
    assert "largest" in found.notes[0]


def test_that_a_layout_of_the_persons_own_stays():
    face = asked(named=[source("a.png", PERSON)]).faces[0]
    assert face.layout is not None
    assert face.is_predicted
    given_by_hand = replace(face, is_predicted=False, references=())
    again = asked(named=[source("a.png", PERSON)], faces=(given_by_hand,)).faces[0]
    assert again.layout is face.layout
    assert not again.is_predicted


@given(st.permutations(["a.png", "b.png", "c.png"]))
def test_that_the_order_of_an_album_decides_nothing_but_among_equals(order):
    colours = {"a.png": PERSON, "b.png": TWIN, "c.png": STRANGER}
    found = asked(album=[source(name, colours[name]) for name in order])
    assert set(names(found)) == {"a.png", "b.png"}
