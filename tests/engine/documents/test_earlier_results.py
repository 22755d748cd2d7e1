"""Earlier results in project files and journals: what is read is what was written, and nothing else is taken."""

import io
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from saved_projects import choice, classes, drawn_project, drawn_references, layout

from facerestore.documents.candidates_codec import decoded_candidates, encoded_candidates
from facerestore.documents.earlier_results import EarlierResult, EarlierResults, StoredCandidates
from facerestore.documents.journal_earlier import read_earlier, write_earlier
from facerestore.documents.project_file import read_project, write_project, write_project_to
from facerestore.documents.saved_candidates import SavedCandidates, SavedFace
from facerestore.documents.saved_project import OtherCandidate
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.errors import ProjectUnreadable
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import NO_LAYER, TILE_PX, HandLayer

EXTENT = Extent(90, 70)
BOX = Box(10, 20, 60, 50)


def drawn(generator, *, with_hand=False):
    alignment = Alignment.of_face(Face.from_points(TEMPLATE * 60))
    references = drawn_references(generator)
    plane = np.where(generator.random((30, 50)) < 0.4, DamageClass.DAMAGE, DamageClass.NONE).astype(np.uint8)
    hand = NO_LAYER
    if with_hand:
        plane[0, 0] = HandClass.HEALED
        tile = np.zeros((TILE_PX, TILE_PX, 3), np.uint16)
        tile[20, 10] = (1, 2, 60_000)
        hand = HandLayer({(0, 0): tile})
    faces = (SavedFace(alignment, layout(generator, alignment), frozenset({"layout", "points"}), references),)
    painted = tuple(
        OtherCandidate(0, seed, generator.integers(0, 65536, (256, 256, 3), np.uint16), (f"note {seed}",))
        for seed in (3, 8)
    )
    return SavedCandidates(BOX, plane, DEFAULT_TABLE, hand, "semantic", "why", faces, painted)


def earlier(*contents):
    generator = np.random.default_rng(1)
    results = tuple(
        EarlierResult(
            number,
            StoredCandidates.of(content),
            {b"face": mix} if (mix := choice(generator)) else {},
            number + 10,
            0.25 * number,
            generator.integers(0, 255, (30, 48, 3), np.uint8),
        )
        for number, content in enumerate(contents, start=1)
    )
    return EarlierResults(results, shown=len(contents) + 1, count=len(contents) + 3)


def assert_equal(one, other):
    assert (one.shown, one.count) == (other.shown, other.count)
    assert len(one.results) == len(other.results)
    for a, b in zip(one.results, other.results, strict=True):
        assert (a.number, a.seed, a.detail, a.candidates.key) == (b.number, b.seed, b.detail, b.candidates.key)
        assert a.choices.keys() == b.choices.keys()
        assert all(mix.equals(b.choices[key]) for key, mix in a.choices.items())
        assert (a.thumbnail == b.thumbnail).all()
        assert a.candidates.content() == b.candidates.content()


@pytest.mark.parametrize("with_hand", [False, True])
def test_that_candidates_come_back_as_they_were(with_hand):
    saved = drawn(np.random.default_rng(2), with_hand=with_hand)
    again = decoded_candidates(encoded_candidates(saved), EXTENT)
    assert (again.box, again.restorer, again.reason, again.classes) == (BOX, "semantic", "why", DEFAULT_TABLE)
    assert (again.plane == saved.plane).all()
    assert again.hand.equals(saved.hand)
    (face,), (its,) = again.faces, saved.faces
    assert face.alignment.key == its.alignment.key
    assert (face.layout.labels == its.layout.labels).all()
    assert face.networks == its.networks
    assert [one.key for one in face.references] == [one.key for one in its.references]
    for one, other in zip(again.painted, saved.painted, strict=True):
        assert (one.face, one.seed, one.notes) == (other.face, other.seed, other.notes)
        assert (one.pixels == other.pixels).all()
    assert encoded_candidates(again) == encoded_candidates(saved)


def test_that_candidates_of_a_table_of_ones_own_come_back():
    table = classes(np.random.default_rng(0))
    saved = replace(drawn(np.random.default_rng(2)), classes=table)
    assert decoded_candidates(encoded_candidates(saved), EXTENT).classes == table


def test_that_candidates_beyond_the_photo_and_damaged_ones_are_refused():
    content = encoded_candidates(drawn(np.random.default_rng(2)))
    with pytest.raises(UnsupportedPicture, match="outside"):
        decoded_candidates(content, Extent(59, 70))
    for end in (0, 3, len(content) // 2, len(content) - 1):
        with pytest.raises((UnsupportedPicture, zipfile.BadZipFile)):
            decoded_candidates(content[:end], EXTENT)


def test_that_a_project_carries_them_and_reads_their_candidates_when_they_are_wanted(tmp_path):
    project = replace(drawn_project(np.random.default_rng(0)), earlier=earlier(b"first", b"second", b"first"))
    path = tmp_path / "work.facerestore"
    write_project(project, path)
    again, _ = read_project(path)
    assert_equal(again.earlier, project.earlier)
    assert len(again.earlier.stored) == 2
    # they stay in the file until then
    path.unlink()
    with pytest.raises(UnsupportedPicture, match="no longer there"):
        again.earlier.results[0].candidates.content()


def test_that_a_project_without_them_is_written_as_before_there_were_any():
    project = drawn_project(np.random.default_rng(0))
    streams = io.BytesIO(), io.BytesIO()
    write_project_to(streams[0], project)
    write_project_to(streams[1], replace(project, earlier=EarlierResults(count=3)))
    assert streams[0].getvalue() == streams[1].getvalue()


def test_that_candidates_that_another_file_took_the_place_of_are_not_taken(tmp_path):
    path = tmp_path / "work.facerestore"
    project = drawn_project(np.random.default_rng(0))
    write_project(replace(project, earlier=earlier(b"first")), path)
    again, _ = read_project(path)
    write_project(replace(project, earlier=earlier(b"other")), path, overwrite=True)
    with pytest.raises(UnsupportedPicture):
        again.earlier.results[0].candidates.content()
    assert again.earlier.readable().results == ()


def test_that_candidates_shorter_than_the_project_says_are_refused(tmp_path):
    path = tmp_path / "work.facerestore"
    write_project(replace(drawn_project(np.random.default_rng(0)), earlier=earlier(b"first")), path)
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data[:-1] if name.startswith("candidates/") else data)
    with pytest.raises(ProjectUnreadable, match="another size"):
        read_project(path)


class TestInAJournal:
    def test_that_they_come_back_and_what_nobody_needs_any_more_goes(self, tmp_path):
        before = earlier(b"first", b"second")
        write_earlier(tmp_path, before)
        assert_equal(read_earlier(tmp_path), before)
        write_earlier(tmp_path, earlier(b"second"))
        assert [path.read_bytes() for path in tmp_path.glob("*.candidates")] == [b"second"]
        assert_equal(read_earlier(tmp_path), earlier(b"second"))

    def test_that_once_they_are_written_memory_holds_them_no_more(self, tmp_path):
        kept = earlier(b"first")
        write_earlier(tmp_path, kept)
        (stored,) = kept.stored.values()
        assert stored.is_in_files
        (path,) = tmp_path.glob("*.candidates")
        path.unlink()
        with pytest.raises(UnsupportedPicture):
            stored.content()

    def test_that_those_of_another_journal_are_taken_along(self, tmp_path):
        old, new = tmp_path / "old", tmp_path / "new"
        for folder in (old, new):
            folder.mkdir()
        write_earlier(old, earlier(b"first", b"second"))
        read = read_earlier(old)
        write_earlier(new, read)
        for path in old.iterdir():
            path.unlink()
        assert_equal(read_earlier(new), earlier(b"first", b"second"))
        assert [one.candidates.content() for one in read.results] == [b"first", b"second"]

    @pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 and nothing", None])
    def test_that_a_damaged_list_is_as_if_there_were_none(self, tmp_path, damage):
        write_earlier(tmp_path, earlier(b"first"))
        index = tmp_path / "earlier.zip"
        index.write_bytes(index.read_bytes()[:-9] if damage is None else damage)
        assert read_earlier(tmp_path).results == ()
