"""Journals: a killed program loses at most the stroke being drawn, and damaged journals lose no more than they must."""

import dataclasses
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import journal_painter
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saved_projects import assert_equal_faces, drawn_project

from facerestore.documents.abandoned_journals import abandoned_journals
from facerestore.documents.file_state import FileState
from facerestore.documents.journal import Journal
from facerestore.documents.journal_files import discard_journal
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.journal_records import (
    FacesSet,
    MaskFlips,
    ReferencesKept,
    framed,
    payloads,
    record_of,
    record_of_command,
)
from facerestore.documents.project_file import read_project
from facerestore.documents.reference_codec import distinct
from facerestore.editing import commands, face_commands
from facerestore.editing.commands import MaskEdit, SetClasses
from facerestore.editing.history import History
from facerestore.editing.painting import PixelDiff
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.errors import ProjectUnreadable
from facerestore.values.geometry import Box

SMALL = Box(0, 0, 4, 4)


@pytest.fixture
def root(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def begin(root):
    """Begins journals, and ends them."""
    journals = []

    def make(project=None, **keywords):
        saved = journal_painter.saved(project or journal_painter.new_project())
        journals.append(Journal.begin(root, saved, **keywords))
        return journals[-1]

    yield make
    for journal in journals:
        journal.close()


def state(coverage, faces):
    digest = hashlib.sha256(coverage.tobytes())
    for work in faces:
        digest.update(work.face.points_photo.tobytes())
        digest.update("".join(one.key for one in work.references).encode())
        for layout in (work.layout, work.predicted):
            digest.update(b"none" if layout is None else layout.labels.tobytes())
    return digest.hexdigest()


def play(project, journal, seed, count):
    """Strokes into a project and its journal."""
    history = History(project)
    for _, steps in zip(range(count), journal_painter.strokes(project, history, seed), strict=False):
        for command in steps:
            journal.write(record_of_command(command, project, 0))


def orphaned(folder):
    """A journal whose process is gone."""
    lock = json.loads((folder / "lock.json").read_text())
    (folder / "lock.json").write_text(json.dumps(lock | {"started": lock["started"] - 1000}))


@settings(max_examples=10)
@given(st.integers(0, 2**32 - 1), st.sampled_from([3_000, 10**9]))
def test_that_a_journal_gives_the_document_back(tmp_path_factory, seed, limit):
    project = journal_painter.new_project()
    journal = Journal.begin(tmp_path_factory.mktemp("root"), journal_painter.saved(project), log_limit_bytes=limit)
    play(project, journal, seed, 30)
    journal.close()
    recovered = read_journal(journal.folder).project
    assert (recovered.coverage == project.coverage).all()
    assert recovered.framing == project.framing
    assert_equal_faces(recovered.faces, project.faces)


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_that_a_journal_begins_with_all_that_is_there_already(tmp_path_factory, seed):
    project = drawn_project(np.random.default_rng(seed))
    journal = Journal.begin(tmp_path_factory.mktemp("root"), project, project_file=Path("/somewhere/a.facerestore"))
    journal.close()
    recovered = read_journal(journal.folder)
    assert (recovered.project.coverage == project.coverage).all()
    assert_equal_faces(recovered.project.faces, project.faces)
    assert recovered.project.original == project.original
    assert recovered.project.framing == project.framing
    assert recovered.project.current_face == project.current_face
    assert recovered.project_file == Path("/somewhere/a.facerestore")


def test_that_a_record_is_in_the_file_when_write_returns(begin):
    journal, project = begin(), journal_painter.new_project()
    play(project, journal, 1, 10)
    assert (read_journal(journal.folder).project.coverage == project.coverage).all()


@pytest.fixture(scope="module")
def painters():
    """A process that starts painters."""
    script = Path(journal_painter.__file__)
    process = subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    yield process
    process.stdin.close()
    process.wait(10)
    process.stdout.close()


def states_after(seed, count):
    """The states that a painter's document has after every record; and after which record a stroke ended."""
    project = journal_painter.new_project()
    history = History(project)
    states, ends = [state(project.coverage, project.faces)], [0]
    strokes = journal_painter.strokes(project, history, seed)
    for _ in range(count):
        before = project.coverage.copy()
        steps = next(strokes)
        if len(steps) > 1:
            for command in steps[:-1]:
                command.patches[0].flip(before)
                states.append(state(before, project.faces))
        states += [state(project.coverage, project.faces)] * bool(steps)
        ends.append(len(states) - 1)
    return states, ends


@pytest.mark.skipif(not hasattr(os, "fork"), reason="painters are forked")
@pytest.mark.parametrize("round_number", range(50))
def test_that_a_program_killed_while_it_paints_and_saves_loses_nothing_that_was_finished(
    painters, root, tmp_path, round_number
):
    project_file = tmp_path / "a.facerestore"
    painters.stdin.write(f"{round_number} {root} {project_file}\n")
    assert painters.stdout.readline() == "0\n"
    lock = next(path for path in root.glob("*/lock.json"))
    time.sleep(random.Random(round_number).uniform(0, 0.1))
    os.kill(json.loads(lock.read_text())["pid"], signal.SIGKILL)
    finished = 0
    for line in painters.stdout:
        if line == "gone\n":
            break
        finished = int(line)
    left = abandoned_journals(root)
    assert len(left) <= 1
    project = read_journal(left[0].folder).project if left else None
    if project is None and project_file.exists():
        project = read_project(project_file)[0]
    states, ends = states_after(round_number, finished + 1)
    if project is None:
        assert ends[finished] == 0
    else:
        assert state(project.coverage, project.faces) in states[ends[finished] :]


@settings(max_examples=30)
@given(st.data())
def test_that_a_truncated_journal_gives_the_state_of_its_last_whole_record(tmp_path_factory, data):
    project = journal_painter.new_project()
    journal = Journal.begin(tmp_path_factory.mktemp("root"), journal_painter.saved(project))
    play(project, journal, 3, 12)
    journal.close()
    log = journal.folder / "0000.log"
    content = log.read_bytes()
    beginning = sum(len(part) + 8 for part in payloads(content)[0][:2]) + 22
    length = data.draw(st.integers(beginning, len(content)))
    log.write_bytes(content[:length] + data.draw(st.sampled_from([b"", b"\0" * 100, b"rubbish" * 9])))
    states, _ = states_after(3, 12)
    recovered = read_journal(journal.folder).project
    assert state(recovered.coverage, recovered.faces) in states


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 255))
def test_that_a_flipped_byte_gives_an_earlier_state_or_an_error(tmp_path_factory, place, flip):
    project = journal_painter.new_project()
    journal = Journal.begin(tmp_path_factory.mktemp("root"), journal_painter.saved(project))
    play(project, journal, 5, 8)
    journal.close()
    log = journal.folder / "0000.log"
    content = bytearray(log.read_bytes())
    content[place % len(content)] ^= flip
    log.write_bytes(content)
    states, _ = states_after(5, 8)
    empty = state(np.zeros_like(project.coverage), ())
    try:
        recovered = read_journal(journal.folder).project
    except ProjectUnreadable:
        return
    assert state(recovered.coverage, recovered.faces) in [empty, *states]


def test_that_nothing_after_a_torn_log_is_recovered(begin):
    journal = begin()
    journal.write(MaskFlips((PixelDiff.of_all(Box(50, 50, 60, 60), 255),)))
    journal.close()
    log = journal.folder / "0000.log"
    content = log.read_bytes()
    (journal.folder / "0001.log").write_bytes(content[:22] + framed(MaskFlips((PixelDiff.of_all(SMALL, 255),))))
    whole = read_journal(journal.folder).project.coverage
    log.write_bytes(content[:-1])
    torn = read_journal(journal.folder).project.coverage
    assert whole[:4, :4].all()
    assert whole[50:60, 50:60].all()
    assert not torn.any()


def test_that_a_record_with_a_right_checksum_and_no_sense_ends_the_recovery(begin):
    journal = begin()
    inside, outside = PixelDiff.of_all(SMALL, 255), PixelDiff.of_all(Box(0, 0, 5000, 3), 255)
    for patch in (inside, outside, inside):
        journal.write(MaskFlips((patch,)))
    assert read_journal(journal.folder).project.coverage[SMALL.slices].all()


def test_that_the_log_stays_bounded_however_long_one_paints(begin):
    journal, project = begin(log_limit_bytes=20_000), journal_painter.new_project()
    play(project, journal, 2, 400)
    journal.wait()
    size = sum(path.stat().st_size for path in journal.folder.iterdir())
    # each of the painter's four references at most twice: in the base, and in the log of its first use
    assert size < 80_000 + 2 * 4 * 900_000
    assert len(list(journal.folder.glob("*.log"))) <= 2
    assert (read_journal(journal.folder).project.coverage == project.coverage).all()


def test_that_a_journal_in_use_is_left_alone_and_one_left_behind_is_offered(begin, root):
    journal, project = begin(), journal_painter.new_project()
    play(project, journal, 1, 5)
    assert abandoned_journals(root) == []
    orphaned(journal.folder)
    (found,) = abandoned_journals(root)
    assert found.photo == project.photo.path
    assert found.edit_count > 0
    assert abs(found.changed_s - time.time()) < 60
    discard_journal(found.folder)
    assert list(root.iterdir()) == []


def test_that_a_journal_without_edits_or_all_saved_is_not_offered_but_deleted(begin, root):
    untouched, saved = begin(), begin()
    play(journal_painter.new_project(), saved, 1, 5)
    saved.mark_saved(Path("/somewhere/a.facerestore"))
    assert read_journal(saved.folder).project_file == Path("/somewhere/a.facerestore")
    for journal in (untouched, saved):
        orphaned(journal.folder)
    assert abandoned_journals(root) == []
    assert list(root.iterdir()) == []


def test_that_it_says_in_which_state_the_project_file_was_also_after_a_base(begin):
    known, later = FileState(1_764_518_400_123_456_789, 2**40), FileState(1_764_518_401_000_000_000, 7)
    journal = begin(project_file=Path("/a.facerestore"), project_state=known, log_limit_bytes=2000)
    assert read_journal(journal.folder).project_state == known
    project = journal_painter.new_project()
    play(project, journal, 1, 5)
    journal.mark_saved(Path("/b.facerestore"), later, is_all=False)
    play(project, journal, 2, 40)
    journal.wait()
    assert list(journal.folder.glob("*.base"))
    recovered = read_journal(journal.folder)
    assert (recovered.project_file, recovered.project_state) == (Path("/b.facerestore"), later)
    assert recovered.edit_count > 0


def test_that_it_says_whether_faces_were_looked_for(begin):
    project = journal_painter.new_project()
    project.faces = ()
    journal = begin(project)
    assert not read_journal(journal.folder).project.faces_are_sought
    journal.write(FacesSet((), -1, is_edit=False))
    assert read_journal(journal.folder).project.faces_are_sought


def test_that_a_file_that_was_saved_without_all_leaves_something_to_recover(begin):
    journal = begin()
    play(journal_painter.new_project(), journal, 1, 5)
    before = read_journal(journal.folder).edit_count
    journal.mark_saved(Path("/a.facerestore"), is_all=False)
    assert read_journal(journal.folder).edit_count == before > 0


def test_that_edits_after_a_save_are_offered_again(begin, root):
    journal, project = begin(), journal_painter.new_project()
    journal.mark_saved(Path("/somewhere/a.facerestore"))
    play(project, journal, 1, 5)
    orphaned(journal.folder)
    (found,) = abandoned_journals(root)
    assert found.project_file == Path("/somewhere/a.facerestore")


def test_that_what_was_recovered_and_not_saved_is_offered_again(begin, root):
    journal = begin(is_edited=True)
    orphaned(journal.folder)
    assert len(abandoned_journals(root)) == 1


def test_that_an_unreadable_journal_hides_no_other(begin, root):
    bad, good = begin(), begin()
    play(journal_painter.new_project(), good, 1, 5)
    (bad.folder / "0000.log").write_bytes(b"something else entirely")
    for journal in (bad, good):
        orphaned(journal.folder)
    assert [found.folder for found in abandoned_journals(root)] == [good.folder]


def test_that_a_discarded_journal_leaves_nothing(begin, root):
    journal = begin()
    journal.discard()
    assert list(root.iterdir()) == []


def test_that_a_result_is_kept_with_its_journal(begin):
    journal = begin()
    project = drawn_project(np.random.default_rng(0))
    journal.keep_result(lambda: project)
    journal.wait()
    recovered = read_journal(journal.folder).project
    assert (recovered.results[0].pixels == project.results[-1].pixels).all()
    assert not recovered.result_is_current


def test_that_a_damaged_result_does_not_take_the_strokes_with_it(begin):
    journal, project = begin(), journal_painter.new_project()
    play(project, journal, 1, 5)
    (journal.folder / "result.facerestore").write_bytes(b"PK\x03\x04 rubbish")
    recovered = read_journal(journal.folder).project
    assert recovered.results == ()
    assert (recovered.coverage == project.coverage).all()


def test_that_a_full_disk_is_told_once_and_stops_nothing(begin, monkeypatch):
    told = []
    journal, project = begin(on_failure=told.append), journal_painter.new_project()

    def full(descriptor, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    play(project, journal, 1, 5)
    assert len(told) == 1
    assert journal.has_failed


def test_that_a_stroke_is_written_in_a_few_milliseconds_of_the_processor(begin):
    # a stroke of 300 dabs of 60 pixels, as a merged step writes it when it is undone; by the thread's own time, because
    # other programs may have the processor (``tests/performance/journal_speed.py`` measures by the clock)
    journal = begin()
    dab = PixelDiff.of_all(Box(0, 0, 60, 60), 255)
    times = []
    for _ in range(50):
        began = time.thread_time()
        journal.write(record_of_command(MaskEdit("brush", (dab,) * 300), journal_painter.new_project(), 0))
        times.append(time.thread_time() - began)
    assert np.median(times) < 0.006


def test_that_every_kind_of_command_has_a_record():
    found = {**vars(commands), **vars(face_commands)}
    kinds = {kind for name, kind in found.items() if hasattr(kind, "merged") and name != "Command"}
    project = journal_painter.new_project()
    for kind in kinds:
        fields = {field.name: () for field in dataclasses.fields(kind)}
        assert record_of_command(kind(**fields), project, 0)
    assert len(kinds) >= 5
    with pytest.raises(TypeError):
        record_of_command(object(), project, 0)


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_that_a_record_packed_or_not_is_read_as_it_was(seed):
    project = drawn_project(np.random.default_rng(seed))
    records = ReferencesKept(distinct(project.references)), FacesSet(project.faces, 0, is_edit=False)
    for pack in (False, True):
        data = b"facerestore-journal/1\n" + b"".join(framed(record, pack=pack) for record in records)
        (kept, faces), is_whole = payloads(data)
        assert is_whole
        references = record_of(kept, {}).references
        known = {one.key: lambda one=one: one for one in references}
        assert_equal_faces(record_of(faces, known).faces, project.faces)
        if any(one.references for one in project.faces):
            with pytest.raises(UnsupportedPicture, match="does not hold"):
                record_of(faces, {})


def test_that_classes_and_what_goes_with_them_are_recovered(begin):
    journal, project = begin(), journal_painter.new_project()
    history = History(project)
    steps = [
        SetClasses("policy", project.classes, project.classes.with_policy(DamageClass.STAIN, Policy.PROTECT)),
        MaskEdit("brush", (PixelDiff.of_all(SMALL, DamageClass.DUST),)),
    ]
    for step in steps:
        history.do(step)
        journal.write(record_of_command(step, project, 0))
    gone = SetClasses(
        "remove",
        project.classes,
        project.classes.without(DamageClass.DUST),
        (PixelDiff.of_all(SMALL, DamageClass.DUST),),
    )
    history.do(gone)
    journal.write(record_of_command(gone, project, 0))
    recovered = read_journal(journal.folder).project
    assert recovered.classes == project.classes
    assert not recovered.coverage.any()
    history.undo()
    journal.write(record_of_command(gone, project, 0))
    recovered = read_journal(journal.folder).project
    assert recovered.classes == project.classes != DEFAULT_TABLE
    assert (recovered.coverage[SMALL.slices] == DamageClass.DUST).all()


def test_that_a_base_keeps_the_classes(begin):
    journal, project = begin(log_limit_bytes=2_000), journal_painter.new_project()
    history = History(project)
    step = SetClasses("policy", project.classes, project.classes.with_policy(DamageClass.STAIN, Policy.PROTECT))
    history.do(step)
    journal.write(record_of_command(step, project, 0))
    play(project, journal, 2, 60)
    journal.wait()
    assert list(journal.folder.glob("*.base"))
    assert read_journal(journal.folder).project.classes == project.classes
