"""Hashes of files: read ahead or not they are the same, and a file being written is never known by a wrong one."""

import hashlib
import os
import threading
from pathlib import Path

import pytest

from facerestore.batch import fingerprints
from facerestore.batch.fingerprints import LEAST_AHEAD_BYTES, FileHashes, FileStamp

FIRST = b"1" * LEAST_AHEAD_BYTES


class Store:
    def __init__(self):
        self.known = {}

    def known_hash(self, path, stamp):
        return self.known.get((path, stamp))

    def note_hash(self, path, stamp, sha256):
        self.known[path, stamp] = sha256


@pytest.fixture
def hashes():
    made = FileHashes(Store())
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(FIRST)
    return path


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def counted(monkeypatch):
    """The names of the files that were read, and the threads that did."""
    read, original = [], fingerprints.file_hash

    def file_hash(path):
        read.append((path.name, threading.current_thread().name))
        return original(path)

    monkeypatch.setattr(fingerprints, "file_hash", file_hash)
    return read


def test_that_a_file_is_read_once_ahead_and_in_another_thread(hashes, file, monkeypatch):
    read = counted(monkeypatch)
    hashes.read_ahead(file)
    hashes.read_ahead(file)
    assert hashes.of(file) == hashes.of(file) == sha256(FIRST)
    hashes.read_ahead(file)
    ((name, thread),) = read
    assert (name, thread.startswith("hashes")) == ("a", True)


def test_that_a_small_file_is_not_read_ahead(hashes, tmp_path, monkeypatch):
    read = counted(monkeypatch)
    small = tmp_path / "small"
    small.write_bytes(FIRST[:-1])
    hashes.read_ahead(small)
    assert hashes.of(small) == sha256(FIRST[:-1])
    assert read == [("small", "MainThread")]


def test_that_a_file_written_after_it_was_read_ahead_is_read_again(hashes, file):
    hashes.read_ahead(file)
    hashes._ahead[file].result()
    file.write_bytes(b"second!")
    assert hashes.of(file) == sha256(b"second!")
    assert hashes._store.known == {(str(file), FileStamp.of(file)): sha256(b"second!")}


def test_that_what_was_written_while_it_was_read_is_not_kept(hashes, file, monkeypatch):
    original = fingerprints.file_hash

    def slow(path):
        found = original(path)
        path.write_bytes(b"written meanwhile")
        return found

    monkeypatch.setattr(fingerprints, "file_hash", slow)
    hashes.of(file)
    assert hashes._store.known == {}


def test_that_a_file_that_is_gone_is_said_when_it_is_asked_for(hashes, file):
    hashes.read_ahead(file)
    hashes._ahead[file].result()
    os.unlink(file)
    with pytest.raises(FileNotFoundError):
        hashes.of(file)
    hashes.read_ahead(file)
    with pytest.raises(FileNotFoundError):
        hashes.of(file)
