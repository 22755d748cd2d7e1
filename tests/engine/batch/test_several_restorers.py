"""Each photo by several restorers: results of their own, in names, ledger, report and reviews."""

import json
import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from batches import run_batch
from fake_backend import FakeNetworks
from pictures import noise_photo

from facerestore.batch.keys import ResultKey
from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.names import NamePattern
from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.report import write_report
from facerestore.cli.main import main
from facerestore.files.writing import write_mask, write_photo
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))
SEMANTIC, TELEA = RESTORERS["semantic"], RESTORERS["telea"]


@pytest.fixture
def asked(tmp_path):
    """Two photos with masks and one without, by two restorers."""
    (tmp_path / "in").mkdir()
    for number, name in enumerate("ab"):
        write_photo(noise_photo(32, 24, seed=number), tmp_path / "in" / f"{name}.png")
        write_mask(HALF, tmp_path / "in" / f"{name}_mask.png")
    write_photo(noise_photo(32, 24), tmp_path / "in" / "without.png")
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out", restorers=(SEMANTIC, TELEA))


def ledgered(asked):
    with Ledger.opened(asked.results) as ledger:
        return {tuple(entry.key): entry for entry in ledger.entries()}


def results(asked):
    return sorted(path.name for path in asked.results.glob("*.png"))


def done(report):
    return [(one.photo.name, one.state.value, one.was_done) for one in report.outcomes]


def test_that_each_restorer_has_its_result_its_record_and_its_entry(asked):
    report = run_batch(asked, FakeNetworks())
    assert [(one.photo.name, one.state.value) for one in report.outcomes] == [
        ("a.png", "restored"),
        ("a.png", "restored"),
        ("b.png", "restored"),
        ("b.png", "restored"),
        ("without.png", "skipped"),
    ]
    assert results(asked) == [
        "a_restored_semantic.png",
        "a_restored_telea.png",
        "b_restored_semantic.png",
        "b_restored_telea.png",
    ]
    assert json.loads((asked.results / "a_restored_telea.json").read_text())["restorer"] == "telea"
    assert {key: entry.output for key, entry in ledgered(asked).items()} == {
        ("a.png", "semantic"): "a_restored_semantic.png",
        ("a.png", "telea"): "a_restored_telea.png",
        ("b.png", "semantic"): "b_restored_semantic.png",
        ("b.png", "telea"): "b_restored_telea.png",
        ("without.png", ""): "",
    }
    networks = FakeNetworks()
    again = run_batch(asked, networks)
    assert all(was_done for *_, was_done in done(again))
    assert networks.restored == []


def test_that_a_pattern_that_names_the_restorer_needs_no_addition(asked):
    run_batch(replace(asked, name=NamePattern.parsed("{restorer} {stem}")), FakeNetworks())
    assert results(asked) == ["semantic a.png", "semantic b.png", "telea a.png", "telea b.png"]


def test_that_a_number_is_the_photos_and_not_the_results(asked):
    run_batch(replace(asked, name=NamePattern.parsed("{number}")), FakeNetworks())
    assert results(asked) == ["0001_semantic.png", "0001_telea.png", "0002_semantic.png", "0002_telea.png"]


def test_that_a_further_restorer_restores_nothing_again(asked):
    run_batch(replace(asked, restorers=(SEMANTIC,)), FakeNetworks())
    networks = FakeNetworks()
    report = run_batch(asked, networks)
    assert done(report)[:2] == [("a.png", "restored", True), ("a.png", "restored", False)]
    assert results(asked) == ["a_restored.png", "a_restored_telea.png", "b_restored.png", "b_restored_telea.png"]


def test_that_another_restorer_alone_replaces_the_result_as_every_setting_does(asked):
    run_batch(replace(asked, restorers=(SEMANTIC,)), FakeNetworks())
    run_batch(replace(asked, restorers=(TELEA,)), FakeNetworks())
    assert results(asked) == ["a_restored.png", "b_restored.png"]
    assert [key for key in ledgered(asked) if key[0] == "a.png"] == [("a.png", "telea")]


def test_that_one_restorer_that_fails_stops_no_other(asked):
    networks = FakeNetworks(fails_on={"a.png": RuntimeError("unexpected")})
    run_batch(asked, networks)
    states = {key: entry.state for key, entry in ledgered(asked).items() if key[0] == "a.png"}
    assert states == {("a.png", "semantic"): State.FAILED, ("a.png", "telea"): State.RESTORED}


def test_that_a_mask_that_went_and_came_back_leaves_the_results_known(asked):
    run_batch(asked, FakeNetworks())
    mask = asked.photos / "a_mask.png"
    mask.rename(mask.with_suffix(".away"))
    run_batch(asked, FakeNetworks())
    assert ledgered(asked)["a.png", "telea"].state is State.RESTORED
    mask.with_suffix(".away").rename(mask)
    networks = FakeNetworks()
    run_batch(asked, networks)
    assert networks.restored == []
    assert ("a.png", "") not in ledgered(asked)


def test_that_the_report_shows_results_of_one_photo_side_by_side_and_lists_each(asked):
    run_batch(asked, FakeNetworks(), has_pictures=True)
    with Ledger.opened(asked.results) as ledger:
        page = write_report(ledger.entries(), asked.results)
    text = page.read_text()
    row = next(line for line in text.splitlines() if 'data-photo="a.png"' in line)
    assert row.count("<figure>") == 4
    assert row.count("<img") == 5
    assert 'href="../a_restored_telea.png">telea</a>' in row
    assert "<b>semantic</b>" in row
    rows = json.loads((page.parent / "report.json").read_text())["photos"]
    assert [(one["photo"], one["restorer"]) for one in rows if one["photo"] == "a.png"] == [
        ("a.png", "semantic"),
        ("a.png", "telea"),
    ]


def test_that_reviews_are_of_one_result(asked, capsys):
    run_batch(asked, FakeNetworks())
    arguments = ["review", str(asked.results), "a.png", "--name", "A. Archivist"]
    assert main([*arguments, "--restorer", "telea", "--verdict", "accepted"]) == 0
    assert capsys.readouterr().out.startswith("accepted      a.png [telea] (A. Archivist")
    assert main(["review", str(asked.results), "a.png"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "needs review  a.png [semantic]"
    assert lines[1].startswith("accepted      a.png [telea]")


def test_that_what_only_one_of_several_looks_at_is_given_to_that_one(asked):
    layouts = asked.photos.with_name("layouts")
    layouts.mkdir()
    (layouts / "a.png").write_bytes(b"")
    semantic, telea = [item.job for item in planned(replace(asked, layouts=layouts)) if item.photo.name == "a.png"]
    assert (semantic.layout, telea.layout) == (layouts / "a.png", None)
    with pytest.raises(UsageError, match="no layout"):
        planned(replace(asked, layouts=layouts, restorers=(TELEA,)))


V1 = """
CREATE TABLE photos (photo TEXT PRIMARY KEY, output TEXT NOT NULL, fingerprint TEXT, state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '[]', result_sha256 TEXT, changed_s REAL NOT NULL
) STRICT;
CREATE TABLE reviews (photo TEXT PRIMARY KEY, verdict TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL,
    result_sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE hashes (path TEXT PRIMARY KEY, byte_count INTEGER NOT NULL, written_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE runs (number INTEGER PRIMARY KEY, mark TEXT NOT NULL, request TEXT NOT NULL, began_s REAL NOT NULL,
    seen_s REAL NOT NULL, ended_s REAL) STRICT;
INSERT INTO runs VALUES (1, 'x', '{"restorer": "telea"}', 1, 1, 1);
INSERT INTO photos VALUES ('a.png', 'a_restored.png', 'f', 'restored', 1, 0, 2.5, '', '["n"]', 'r', 1);
INSERT INTO photos VALUES ('w.png', '', NULL, 'skipped', 0, 0, 0, 'no mask', '[]', NULL, 1);
INSERT INTO reviews VALUES ('a.png', 'accepted', 'A. Archivist', '1931', 'r');
PRAGMA user_version = 1;
"""


@pytest.mark.parametrize("opened", [Ledger.opened, Ledger.copy_of])
def test_that_a_ledger_of_an_older_program_is_taken_over(tmp_path, opened):
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.executescript(V1)
    connection.close()
    with opened(tmp_path) as ledger:
        assert not ledger.was_rebuilt
        restored, skipped = ledger.entries()
    assert (restored.key, restored.seconds, restored.notes) == (ResultKey("a.png", "telea"), 2.5, ("n",))
    assert restored.review.name == "A. Archivist"
    assert skipped.key == ResultKey("w.png", "")
    assert not list(tmp_path.glob("*damaged*"))


def test_that_one_that_chooses_keeps_its_entry_though_the_records_name_what_it_chose(asked):
    by_damage = replace(asked, restorers=(RESTORERS["auto"],))
    run_batch(by_damage, FakeNetworks())
    assert results(asked) == ["a_restored.png", "b_restored.png"]
    record = json.loads((asked.results / "a_restored.json").read_text())
    assert record["asked_restorer"] == "auto"
    assert record["restorer"] in RESTORERS
    assert record["restorer"] != "auto"
    assert {key for key, entry in ledgered(asked).items() if entry.output} == {("a.png", "auto"), ("b.png", "auto")}
    for path in asked.results.glob("facerestore-ledger*"):
        path.unlink()
    report = run_batch(by_damage, FakeNetworks())
    # made again from the records: nothing is restored twice
    assert all(one.was_done for one in report.outcomes if one.state.value == "restored")
    assert results(asked) == ["a_restored.png", "b_restored.png"]
