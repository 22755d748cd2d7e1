"""Pixels painted by hand in project files and journals."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from saved_projects import drawn_project

from facerestore.documents.journal import Journal
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.journal_records import record_of_command
from facerestore.documents.project_file import read_project, write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.editing.commands import HandEdit, MaskEdit
from facerestore.editing.history import History
from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import Project
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.errors import ProjectUnreadable
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import NO_LAYER, HandDiff, seen
from facerestore.values.photo import Photo

SIZE = Extent(600, 540)


def edit(project, box, rng, kind=HandClass.HEALED, gesture=0):
    """A step that paints random samples in a box by hand."""
    where = rng.random((box.height, box.width)) < 0.6
    where[0, 0] = True
    inner = project.photo.pixels.shape[2:]
    samples = rng.integers(1, 65_535, (int(where.sum()), *inner)).astype(project.photo.pixels.dtype)
    patch = PixelDiff.of_shape(project.coverage, box, where, kind)
    return HandEdit("Heal", (patch,) if patch else (), (HandDiff.of(project.hand, box, where, samples),), gesture)


@pytest.fixture(params=[(np.uint8, ()), (np.uint16, (3,))])
def project(request):
    dtype, inner = request.param
    return Project(Photo(np.zeros((SIZE.height, SIZE.width, *inner), dtype)))


def saved(project, **keywords):
    channels = 1 if project.photo.pixels.ndim == 2 else 3
    original = Original(Path("/nowhere/photo.png"), None, 5, SIZE, project.photo.bits, channels)
    return SavedProject(original, project.coverage.copy(), hand=project.hand, **keywords)


def painted(project):
    """Two strokes, one over a tile's edge, and a mark of the mask over a part of them."""
    rng, history = np.random.default_rng(5), History(project)
    history.do(edit(project, Box(480, 20, 560, 60), rng))
    history.do(edit(project, Box(490, 500, 600, 540), rng, HandClass.CLONED))
    over = PixelDiff.of_shape(project.coverage, Box(480, 20, 500, 60), np.ones((40, 20), bool), DamageClass.DAMAGE)
    history.do(MaskEdit("Brush stroke", (over,)))
    return history


def test_that_a_project_keeps_what_is_seen_and_forgets_what_was_painted_over(project, tmp_path):
    painted(project)
    path = tmp_path / "a.facerestore"
    write_project(saved(project), path)
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["format"] == "facerestore-project/6"
    read, _ = read_project(path)
    np.testing.assert_array_equal(read.coverage, project.coverage)
    assert read.hand.equals(project.hand.visible(project.coverage))
    assert not read.hand.equals(project.hand)
    one, other = (Project(project.photo) for _ in range(2))
    one.hand, other.hand = read.hand, project.hand
    for mine, its in zip(one.hand.repairs(read.coverage), other.hand.repairs(project.coverage), strict=True):
        assert (mine.box, mine.kind) == (its.box, its.kind)
        np.testing.assert_array_equal(mine.samples, its.samples)


def test_that_a_project_without_it_is_written_so_that_older_programs_open_it(tmp_path):
    path = tmp_path / "a.facerestore"
    write_project(drawn_project(np.random.default_rng(3)), path)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["format"] != "facerestore-project/6"
    assert "hand" not in manifest


@pytest.mark.parametrize("tiles", [[0], [0, 0, 0, 0], [0, 9], [5, 0], [0, -1], "many"])
def test_that_tiles_beyond_the_photo_or_twice_are_refused(tmp_path, project, tiles):
    painted(project)
    path = tmp_path / "a.facerestore"
    write_project(saved(project), path)
    refused(path, {"hand": tiles})


def test_that_a_mask_that_speaks_of_pixels_that_are_not_there_is_refused(tmp_path, project):
    project.coverage[3, 3] = HandClass.HEALED
    path = tmp_path / "a.facerestore"
    write_project(saved(project), path)
    with pytest.raises(ProjectUnreadable):
        read_project(path)


def refused(path, changes):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | changes).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(ProjectUnreadable):
        read_project(path)


@pytest.mark.parametrize("log_limit_bytes", [64 * 2**20, 2_000])
def test_that_a_journal_holds_every_stroke_and_every_undo(tmp_path, project, log_limit_bytes):
    """Also once its logs were made into a base, which still holds what was painted over."""
    journal = Journal.begin(tmp_path, saved(project), log_limit_bytes=log_limit_bytes)
    rng, history = np.random.default_rng(6), History(project)

    def do(command):
        history.do(command)
        journal.write(record_of_command(command, project, -1))

    do(edit(project, Box(480, 20, 560, 60), rng))
    do(edit(project, Box(490, 30, 600, 540), rng, HandClass.CLONED))
    over = PixelDiff.of_shape(project.coverage, Box(480, 20, 530, 60), np.ones((40, 50), bool), DamageClass.DAMAGE)
    do(MaskEdit("Brush stroke", (over,)))
    for _ in range(2):
        command = history.undoable
        history.undo()
        journal.write(record_of_command(command, project, -1))
        journal.wait()
    recovered = read_journal(journal.folder)
    np.testing.assert_array_equal(recovered.project.coverage, project.coverage)
    assert recovered.project.hand.equals(project.hand)
    assert seen(project.coverage).any()
    assert recovered.edit_count >= 1
    journal.discard()


def test_that_a_journal_goes_on_from_a_project_that_has_it(tmp_path, project):
    painted(project)
    journal = Journal.begin(tmp_path, saved(project))
    assert read_journal(journal.folder).project.hand.equals(project.hand)
    journal.discard()


def test_that_strokes_of_one_drag_are_one_step(project):
    rng, history = np.random.default_rng(7), History(project)
    before = project.coverage.copy()
    for left in range(0, 100, 20):
        history.do(edit(project, Box(left, 0, left + 40, 30), rng, gesture=3))
    after, hand = project.coverage.copy(), project.hand
    history.undo()
    np.testing.assert_array_equal(project.coverage, before)
    assert project.hand.equals(NO_LAYER)
    assert history.undo_label is None
    history.redo()
    np.testing.assert_array_equal(project.coverage, after)
    assert project.hand.equals(hand)


def test_that_a_layer_of_another_depth_in_a_journal_is_no_part_of_the_photo(tmp_path, project):
    journal = Journal.begin(tmp_path, saved(project))
    other = np.uint16 if project.photo.bits == 8 else np.uint8
    box = Box(0, 0, 1, 1)
    diff = HandDiff(box, np.packbits(np.ones((1, 1), bool)), np.ones(1, other))
    journal.write(record_of_command(HandEdit("Heal", (), (diff,)), project, -1))
    assert read_journal(journal.folder).project.hand.is_empty
    journal.discard()
