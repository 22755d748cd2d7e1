"""Names of results: by a pattern, no two alike, and kept once a result is there."""

import json
import os
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from batches import entries, run_batch, statuses
from fake_backend import FakeNetworks
from pictures import noise_photo

from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.names import NamePattern
from facerestore.batch.plan import BatchRequest, planned
from facerestore.files.record_file import read_record, record_of_result
from facerestore.files.writing import write_mask, write_photo
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))
DAY = date(1931, 8, 2)


def put_photo(path, *, seed=0):
    path.parent.mkdir(parents=True, exist_ok=True)
    write_photo(noise_photo(32, 24, seed=seed), path, overwrite=True)
    write_mask(HALF, path.with_name(f"{path.stem}_mask.png"), overwrite=True)


@pytest.fixture
def asked(tmp_path):
    """A batch of photos that differ."""
    for number, name in enumerate("abc"):
        put_photo(tmp_path / "in" / f"{name}.png", seed=number)
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")


def called(asked, text):
    return replace(asked, name=NamePattern.parsed(text))


def names(asked, **options):
    return [item.job.output.relative_to(asked.results).as_posix() for item in planned(asked, **options)]


def results(asked):
    return sorted(path.name for path in asked.results.glob("*.png"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{stem}", "a.png"),
        ("{number}", "0001.png"),
        ("new {stem} (1).v2", "new a (1).v2.png"),
        ("{date}_{stem}", "1931-08-02_a.png"),
        ("{stem}-{restorer}", "a-semantic.png"),
        ("{stem}_restored.{ext}", "a_restored.png"),
        ("{stem}{stem}", "aa.png"),
    ],
)
def test_that_fields_of_a_pattern_become_what_they_name(asked, text, expected):
    assert names(called(asked, text), day=DAY)[0] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("restored", "one name"),
        ("{date}_{restorer}", "one name"),
        ("", "one name"),
        ("{stem}_{year}", r"no field \{year\}"),
        ("{ext}_{stem}", "ending"),
        ("{stem", "brace"),
        ("{stem}}", "brace"),
        ("{{stem}}", "brace"),
        ("a/{stem}", "/"),
        ("..\\{stem}", r"\\"),
        ("{stem}:", ":"),
        ("{stem}\0", "x00"),
        ("{stem}\n_", "x0a"),
        (".{stem}", "dot"),
        ("{stem}.", "dot"),
        ("{stem}.png", "ending"),
        ("{stem}_mask", "masks"),
        ("{stem}_Layout", "masks"),
    ],
)
def test_that_a_pattern_that_cannot_be_is_refused_with_the_reason(text, words):
    with pytest.raises(UsageError, match=words):
        NamePattern.parsed(text)


@pytest.mark.parametrize("stem", ["con", "Com1", "aux.1931"])
def test_that_a_name_that_windows_keeps_for_itself_is_refused(tmp_path, stem):
    put_photo(tmp_path / "in" / f"{stem}.png")
    asked = BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")
    with pytest.raises(UsageError, match="no name"):
        planned(called(asked, "{stem}"))


def test_that_a_result_is_never_called_as_a_photo_of_the_batch(asked):
    with pytest.raises(UsageError, match="as a photo of the batch is"):
        planned(called(replace(asked, results=asked.photos), "{stem}"))


def test_that_photos_of_one_stem_get_two_names(tmp_path):
    for name in ("a.png", "A.tif", "b.png"):
        put_photo(tmp_path / "in" / name)
    asked = BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")
    assert names(called(asked, "{stem} new")) == ["A_tif new.tif", "a_png new.png", "b new.png"]
    assert names(called(asked, "{number}")) == ["0001.tif", "0002.png", "0003.png"]


def test_that_another_pattern_restores_nothing_again_and_names_only_what_is_new(asked):
    run_batch(asked, FakeNetworks())
    networks = FakeNetworks()
    put_photo(asked.photos / "d.png", seed=9)
    report = run_batch(called(asked, "{number}_{stem}"), networks)
    assert statuses(report) == {"a.png": "done", "b.png": "done", "c.png": "done", "d.png": "restored"}
    assert results(asked) == ["0001_d.png", "a_restored.png", "b_restored.png", "c_restored.png"]
    assert entries(asked)["d.png"].output == "0001_d.png"


def test_that_what_changed_is_done_again_under_the_name_that_its_result_has(asked):
    run_batch(called(asked, "{date}_{stem}"), FakeNetworks(), items=planned(called(asked, "{date}_{stem}"), day=DAY))
    put_photo(asked.photos / "b.png", seed=7)
    report = run_batch(called(asked, "{stem} later"), FakeNetworks())
    assert statuses(report) == {"a.png": "done", "b.png": "restored", "c.png": "done"}
    assert results(asked) == ["1931-08-02_a.png", "1931-08-02_b.png", "1931-08-02_c.png"]


def test_that_a_result_that_is_gone_gets_a_new_name(asked):
    run_batch(asked, FakeNetworks())
    (asked.results / "a_restored.png").unlink()
    run_batch(called(asked, "new {stem}"), FakeNetworks())
    assert results(asked) == ["b_restored.png", "c_restored.png", "new a.png"]


def test_that_names_are_known_without_the_ledger_too_by_the_records(asked):
    run_batch(called(asked, "{number}"), FakeNetworks())
    put_photo(asked.photos / "0.png", seed=9)
    (asked.results / NAME).unlink()
    networks = FakeNetworks()
    run_batch(called(asked, "{number}"), networks)
    assert [name for name, *_ in networks.restored] == ["0.png"]
    assert {key: entry.output for key, entry in entries(asked).items()} == {
        "0.png": "0004.png",
        "a.png": "0001.png",
        "b.png": "0002.png",
        "c.png": "0003.png",
    }


def test_that_another_photo_of_the_stem_changes_no_name(asked):
    run_batch(asked, FakeNetworks())
    put_photo(asked.photos / "a.tif", seed=8)
    report = run_batch(asked, FakeNetworks())
    assert statuses(report)["a.png"] == "done"
    assert results(asked) == ["a_restored.png", "b_restored.png", "c_restored.png"]
    assert (asked.results / "a_tif_restored.tif").exists()


class TestRenamedPhotos:
    """Their results follow, and nothing is restored again."""

    @pytest.fixture(autouse=True)
    def done(self, asked):
        run_batch(asked, FakeNetworks(), has_pictures=True)

    def rename(self, asked, new="grandmother"):
        (asked.photos / "a.png").rename(asked.photos / f"{new}.png")
        (asked.photos / "a_mask.png").rename(asked.photos / f"{new}_mask.png")

    def test_the_result_its_record_and_the_ledger_have_the_new_name(self, asked):
        before = (asked.results / "a_restored.png").read_bytes()
        self.rename(asked)
        networks = FakeNetworks()
        report = run_batch(asked, networks, has_pictures=True)
        assert networks.restored == []
        assert statuses(report)["grandmother.png"] == "done"
        assert results(asked) == ["b_restored.png", "c_restored.png", "grandmother_restored.png"]
        assert sorted(path.name for path in asked.results.glob("*.json")) == [
            "b_restored.json",
            "c_restored.json",
            "grandmother_restored.json",
        ]
        result = asked.results / "grandmother_restored.png"
        assert result.read_bytes() == before
        record = read_record(record_of_result(result))
        assert (record["result_name"], record["source_name"]) == (result.name, "grandmother.png")
        assert set(entries(asked)) == {"b.png", "c.png", "grandmother.png"}
        assert len(list((asked.results / "facerestore-report" / "pictures").glob("*.jpg"))) == 9

    def test_the_copy_of_its_infrared_goes_with_it(self, asked):
        put_photo(asked.photos / "boat.png", seed=9)
        write_photo(Photo(np.full((24, 32), 90, np.uint8)), asked.photos / "boat_IR.tif")
        run_batch(asked, FakeNetworks())
        assert (asked.results / "boat_restored_IR.tif").exists()
        for name in ("boat.png", "boat_mask.png", "boat_IR.tif"):
            (asked.photos / name).rename(asked.photos / name.replace("boat", "ship"))
        networks = FakeNetworks()
        run_batch(asked, networks)
        assert networks.restored == []
        assert (asked.results / "ship_restored_IR.tif").exists()
        assert not (asked.results / "boat_restored_IR.tif").exists()

    def test_which_photos_are_gone_is_looked_up_once_for_all_that_are_equal(self, asked, monkeypatch):
        self.rename(asked)
        for number in range(30):
            (asked.photos / f"n{number}.png").write_bytes((asked.photos / "grandmother.png").read_bytes())
            write_mask(HALF, asked.photos / f"n{number}_mask.png")
        asked_for, found = [], Ledger.restored_by
        monkeypatch.setattr(Ledger, "restored_by", lambda self, *one: asked_for.append(one) or found(self, *one))
        report = run_batch(asked, FakeNetworks())
        assert list(statuses(report).values()).count("done") == 3, "one of the equal photos has the result"
        assert len(asked_for) == len(set(asked_for)) == 1

    def test_a_result_that_was_changed_stays_where_it_is(self, asked):
        write_photo(noise_photo(32, 24, seed=3), asked.results / "a_restored.png", overwrite=True)
        self.rename(asked)
        assert statuses(run_batch(asked, FakeNetworks()))["grandmother.png"] == "restored"
        assert (asked.results / "a_restored.png").exists()

    def test_a_photo_that_is_there_twice_gets_two_results(self, asked):
        (asked.photos / "copy.png").write_bytes((asked.photos / "a.png").read_bytes())
        write_mask(HALF, asked.photos / "copy_mask.png")
        assert statuses(run_batch(asked, FakeNetworks()))["copy.png"] == "restored"
        assert (asked.results / "a_restored.png").exists()

    def test_the_result_of_a_photo_that_is_gone_is_not_written_over(self, asked):
        before = (asked.results / "a_restored.png").read_bytes()
        for path in asked.photos.glob("a*.png"):
            path.unlink()
        os.rename(asked.photos / "b.png", asked.photos / "a.jpg.png")
        write_mask(Mask(np.roll(HALF.coverage, 3, axis=1)), asked.photos / "a.jpg_mask.png")
        put_photo(asked.photos / "a.jpg", seed=4)
        run_batch(asked, FakeNetworks())
        assert (asked.results / "a_restored.png").read_bytes() == before

    def test_a_renaming_that_is_killed_in_the_middle_is_finished_by_the_next_run(self, asked, monkeypatch):
        self.rename(asked)

        def killed(*arguments):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr("facerestore.batch.ledger.Ledger.move", killed)
            with pytest.raises(KeyboardInterrupt):
                run_batch(asked, FakeNetworks())
        networks = FakeNetworks()
        assert statuses(run_batch(asked, networks))["grandmother.png"] == "done"
        assert networks.restored == []


def test_that_a_request_says_its_names_and_restorers_in_the_ledger(asked):
    from facerestore.batch.plan import request_values

    several = replace(called(asked, "{number}"), restorers=(RESTORERS["semantic"], RESTORERS["telea"]))
    values = json.loads(json.dumps(request_values(several)))
    assert (values["name"], values["restorers"]) == ("{number}", ["semantic", "telea"])
