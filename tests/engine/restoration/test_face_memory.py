"""The memory of albums: the first that fill it stay, and what was written anew is forgotten."""

import pytest

from facerestore.restoration import face_memory
from facerestore.restoration.face_memory import FaceMemory


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(face_memory, "_MOST_FACES", 3)


def test_that_what_is_kept_is_known_by_its_stamp():
    memory = FaceMemory()
    memory.keep("a1", ("face",))
    assert memory.known("a1") == ("face",)
    assert memory.known("a2") is None
    memory.keep(None, ("face",))
    assert memory.known(None) is None


def test_that_a_photograph_without_a_face_is_remembered_as_one():
    memory = FaceMemory()
    memory.keep("a", ())
    assert memory.known("a") == ()


def test_that_the_first_that_fill_it_stay():
    memory = FaceMemory()
    for name in "abcd":
        memory.keep(name, (name,))
    assert [memory.known(name) for name in "abcd"] == [("a",), ("b",), ("c",), None]
