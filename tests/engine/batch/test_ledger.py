"""The ledger: what is done is not done again, what changed is, and nothing of it is lost."""

import json
import os
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from batches import entries, run_batch, statuses
from fake_backend import FakeNetworks
from hypothesis import given, settings
from hypothesis import strategies as st
from killed import Killed, killed_before
from pictures import noise_photo

from facerestore.batch.fingerprints import FileHashes, FileStamp
from facerestore.batch.ledger import NAME, Entry, Ledger
from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest
from facerestore.files import process_mark
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.errors import OutputRefused, UsageError
from facerestore.values.mask import Mask

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))


@pytest.fixture
def asked(tmp_path):
    """A batch of three photos with masks."""
    (tmp_path / "in").mkdir()
    for name in "abc":
        write_photo(noise_photo(32, 24), tmp_path / "in" / f"{name}.png")
        write_mask(HALF, tmp_path / "in" / f"{name}_mask.png")
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")


def done_again(asked, **changes):
    """The photos that a further run restores."""
    networks = FakeNetworks()
    run_batch(replace(asked, **changes), networks)
    return [name for name, *_ in networks.restored]


def test_that_a_finished_run_repeated_does_nothing(asked):
    run_batch(asked, FakeNetworks())
    before = {path: path.read_bytes() for path in asked.results.iterdir() if path.suffix in (".png", ".json")}
    networks = FakeNetworks()
    report = run_batch(asked, networks)
    assert networks.restored == []
    assert statuses(report) == {"a.png": "done", "b.png": "done", "c.png": "done"}
    assert {path: path.read_bytes() for path in before} == before


class TestWhatChanged:
    """Exactly that is done again, over the batch's own earlier result."""

    @pytest.fixture(autouse=True)
    def done(self, asked):
        run_batch(asked, FakeNetworks())

    def test_a_mask(self, asked):
        write_mask(Mask(np.roll(HALF.coverage, 3, axis=1)), asked.photos / "b_mask.png", overwrite=True)
        assert done_again(asked) == ["b.png"]
        assert done_again(asked) == []

    def test_a_photo(self, asked):
        write_photo(noise_photo(32, 24, seed=5), asked.photos / "c.png", overwrite=True)
        assert done_again(asked) == ["c.png"]

    def test_a_seed(self, asked):
        assert done_again(asked, seed=3) == ["a.png", "b.png", "c.png"]
        assert done_again(asked, seed=3) == []

    def test_a_strength_of_detail(self, asked):
        assert done_again(asked, detail=0.5) == ["a.png", "b.png", "c.png"]
        assert done_again(asked, detail=0.5) == []

    def test_a_network(self, asked):
        networks = FakeNetworks()
        networks.verified_hashes = lambda tasks: dict.fromkeys(tasks, "9" * 64)
        run_batch(asked, networks)
        assert len(networks.restored) == 3

    def test_a_result_that_is_gone(self, asked):
        (asked.results / "a_restored.png").unlink()
        assert done_again(asked) == ["a.png"]

    def test_no_name_nor_time(self, asked):
        os.utime(asked.photos / "a.png")
        (asked.photos / "b_mask.png").rename(asked.photos / "B_mask.png")
        assert done_again(asked) == []

    def test_that_a_result_that_somebody_else_changed_is_not_overwritten(self, asked):
        result = asked.results / "a_restored.png"
        write_photo(noise_photo(32, 24, seed=9), result, overwrite=True)
        before = result.read_bytes()
        report = run_batch(replace(asked, seed=3), FakeNetworks())
        assert statuses(report) == {"a.png": "failed", "b.png": "restored", "c.png": "restored"}
        assert "in another program" in report.outcomes[0].message
        assert result.read_bytes() == before
        assert done_again(asked, seed=3, overwrite=True) == ["a.png", "b.png", "c.png"]


def test_that_a_run_with_nothing_to_do_tells_what_was_noted_of_the_results(asked):
    noted = [one.notes for one in run_batch(asked, FakeNetworks()).outcomes]
    assert all(noted)
    again = run_batch(asked, FakeNetworks()).outcomes
    assert all(one.was_done for one in again)
    assert [one.notes for one in again] == noted


def test_that_what_failed_is_tried_again_when_asked_or_when_it_changed(asked):
    (asked.photos / "b.png").write_bytes(b"nothing")
    run_batch(asked, FakeNetworks())
    networks = FakeNetworks()
    report = run_batch(asked, networks)
    assert statuses(report)["b.png"] == "failed"
    assert report.outcomes[1].was_done
    assert networks.restored == []
    report = run_batch(asked, FakeNetworks(), retry_failed=True)
    assert statuses(report)["b.png"] == "failed"
    assert entries(asked)["b.png"].attempts == 2
    write_photo(noise_photo(32, 24), asked.photos / "b.png", overwrite=True)
    assert done_again(asked) == ["b.png"]
    assert entries(asked)["b.png"].state is State.RESTORED


def test_that_the_ledger_says_what_became_of_each(asked):
    (asked.photos / "b.png").write_bytes(b"nothing")
    (asked.photos / "c_mask.png").unlink()
    run_batch(asked, FakeNetworks())
    said = entries(asked)
    assert {photo: entry.state for photo, entry in said.items()} == {
        "a.png": State.RESTORED,
        "b.png": State.FAILED,
        "c.png": State.SKIPPED,
    }
    assert said["a.png"].output == "a_restored.png"
    assert len(said["a.png"].result_sha256) == 64
    assert said["a.png"].seconds > 0
    assert "picture" in said["b.png"].message
    record = json.loads((asked.results / "a_restored.json").read_text())
    assert record["job_sha256"] == said["a.png"].fingerprint
    assert sorted(path.name for path in asked.results.iterdir()) == ["a_restored.json", "a_restored.png", NAME]


@pytest.mark.parametrize("harm", ["missing", "rubbish", "another's", "newer"])
def test_that_a_ledger_that_is_missing_or_damaged_is_made_again_from_the_records(asked, harm):
    run_batch(asked, FakeNetworks())
    before = entries(asked)
    place = asked.results / NAME
    match harm:
        case "missing":
            place.unlink()
        case "rubbish":
            place.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
        case "another's":
            place.unlink()
            with sqlite3.connect(place) as connection:
                connection.execute("CREATE TABLE somebodys (thing)")
        case "newer":
            with sqlite3.connect(place) as connection:
                connection.execute("PRAGMA user_version = 99")
    assert done_again(asked) == []
    after = entries(asked)
    assert {name: (one.fingerprint, one.state, one.result_sha256) for name, one in after.items()} == {
        name: (one.fingerprint, one.state, one.result_sha256) for name, one in before.items()
    }
    assert done_again(asked, seed=3) == ["a.png", "b.png", "c.png"]
    aside = [path for path in asked.results.iterdir() if "damaged" in path.name]
    assert len(aside) == (0 if harm == "missing" else 1)


def test_that_results_of_before_there_was_a_ledger_are_done(asked):
    run_batch(asked, FakeNetworks())
    (asked.results / NAME).unlink()
    for path in asked.results.glob("*.json"):
        record = json.loads(path.read_text())
        del record["job_sha256"]
        path.write_text(json.dumps(record))
    assert done_again(asked) == []


def test_that_two_runs_at_once_on_one_output_exclude_each_other(asked):
    asked.results.mkdir()
    with Ledger.opened(asked.results) as first:
        first.begin_run({})
        with Ledger.opened(asked.results) as second, pytest.raises(UsageError, match="Another run"):
            second.begin_run({})
    assert done_again(asked) == ["a.png", "b.png", "c.png"]


def test_that_a_run_that_was_killed_excludes_nobody_and_its_photo_comes_last(asked, monkeypatch):
    asked.results.mkdir()
    ended = f"{process_mark.PREFIX}{process_mark._computer()}-4194999-1-"
    monkeypatch.setattr("facerestore.batch.ledger.process_mark", lambda: ended)
    killed = Ledger.opened(asked.results)
    killed.begin_run({})
    killed.put(Entry("a.png", "a_restored.png", "0" * 64, State.WORKING, attempts=1, restorer="semantic"))
    killed._connection.close()
    monkeypatch.undo()
    assert done_again(asked) == ["b.png", "c.png", "a.png"]


def test_that_a_folder_that_cannot_be_written_is_said(asked, monkeypatch):
    asked.results.mkdir()
    (asked.results / NAME).mkdir()
    with pytest.raises(OutputRefused, match="ledger"):
        Ledger.opened(asked.results)


def test_that_a_ledger_that_cannot_be_written_stops_nothing_and_catches_up(asked):
    asked.results.mkdir()
    with Ledger.opened(asked.results) as ledger:
        ledger.begin_run({})
        # as a full disk answers
        ledger._connection.execute("PRAGMA max_page_count = 1")
        full = Entry("a.png", "a_restored.png", "0" * 64, State.FAILED, message="x" * 100_000)
        ledger.put(full)
        assert ledger.is_behind
        ledger._connection.execute("PRAGMA max_page_count = 1000000")
        ledger.put(replace(full, photo="b.png"))
        assert not ledger.is_behind
        assert [entry.photo for entry in ledger.entries()] == ["a.png", "b.png"]


def test_that_a_dry_run_says_what_a_run_would_do_and_writes_nothing(asked):
    with Ledger.copy_of(asked.results) as ledger:
        assert ledger.entries() == ()
    assert not asked.results.exists()
    run_batch(asked, FakeNetworks())
    before = (asked.results / NAME).read_bytes()
    with Ledger.copy_of(asked.results) as ledger:
        assert len(ledger.entries()) == 3
        ledger.put(Entry("d.png", "", None, State.SKIPPED))
    assert (asked.results / NAME).read_bytes() == before


def test_that_a_file_is_read_once_for_each_time_it_is_written(tmp_path, monkeypatch):
    path = tmp_path / "photo"
    path.write_bytes(b"one")
    reads = []
    monkeypatch.setattr("facerestore.batch.fingerprints.file_hash", lambda path: reads.append(path) or str(len(reads)))
    with Ledger.opened(tmp_path) as ledger:
        hashes = FileHashes(ledger)
        assert [hashes.of(path), hashes.of(path)] == ["1", "1"]
        path.write_bytes(b"three")
        assert hashes.of(path) == "2"
        assert ledger.known_hash(str(path), FileStamp.of(path)) == "2"


@settings(max_examples=30, deadline=None)
@given(
    st.builds(
        Entry,
        photo=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
        output=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
        fingerprint=st.none() | st.just("f" * 64),
        state=st.sampled_from(State),
        attempts=st.integers(0, 2**31),
        ended=st.integers(0, 9),
        seconds=st.floats(0, 1e6),
        message=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
        notes=st.lists(st.text(), max_size=3).map(tuple),
        result_sha256=st.none() | st.just("a" * 64),
    )
)
def test_that_an_entry_is_read_as_it_was_put(tmp_path_factory, entry):
    with Ledger.copy_of(tmp_path_factory.getbasetemp() / "nowhere") as ledger:
        ledger.put(entry)
        (found,) = ledger.entries()
        assert replace(found, changed_s=0.0) == entry
        assert ledger.entry(entry.photo) == found


def test_that_a_run_killed_between_any_two_steps_is_gone_on_with(asked, monkeypatch):
    """Results are as of a run that nothing disturbed, each whole and none done twice."""
    run_batch(asked, FakeNetworks())
    undisturbed = {path.name: path.read_bytes() for path in asked.results.glob("*.png")}
    for step in (1, 5, 9, 14, 19, 25, 33, 41):
        other = replace(asked, results=asked.results.with_name(f"killed at {step}"))
        other.results.mkdir()
        monkeypatch.setattr("facerestore.batch.ledger.process_mark", process_mark_of_the_dead)
        with pytest.raises(Killed), killed_before(step, monkeypatch):
            run_batch(other, FakeNetworks())
        monkeypatch.setattr("facerestore.batch.ledger.process_mark", process_mark.process_mark)
        networks = FakeNetworks()
        report = run_batch(other, networks)
        assert {path.name: path.read_bytes() for path in other.results.glob("*.png")} == undisturbed
        assert set(statuses(report).values()) <= {"done", "restored"}
        assert sorted(statuses(report).values()).count("restored") == len(networks.restored)


def process_mark_of_the_dead():
    return f"{process_mark.PREFIX}{process_mark._computer()}-4194999-1-"


def test_that_a_ledger_that_was_out_of_reach_is_opened_anew(tmp_path):
    with Ledger.opened(tmp_path) as ledger:
        ledger.put(Entry("a.png", "a_restored.png", "f", State.RESTORED, restorer="semantic"))
        ledger._connection.close()
        assert ledger.entry("a.png", "semantic").output == "a_restored.png"
        ledger._connection.close()
        ledger.put(Entry("b.png", "b_restored.png", "f", State.RESTORED, restorer="semantic"))
        assert ledger.is_behind
        assert ledger.entry("b.png", "semantic") is None
        ledger.keep_run()
        assert not ledger.is_behind
        assert [entry.photo for entry in ledger.entries()] == ["a.png", "b.png"]
        aside = ledger.path.rename(tmp_path / "away")
        ledger._connection.close()
        with pytest.raises(OSError, match="no facerestore-ledger"):
            ledger.entries()
        aside.rename(ledger.path)
        assert len(ledger.entries()) == 2
