"""Reviews: by whom and when, in ledger and record, and of one result alone."""

import json

import numpy as np
import pytest
from batches import run_batch
from fake_backend import FakeNetworks
from pictures import noise_photo

from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.plan import BatchRequest
from facerestore.batch.report import write_report
from facerestore.batch.reviews import give_verdict, verdict_of
from facerestore.cli.main import main
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.review import Verdict

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "in").mkdir()
    for name in "ab":
        write_photo(noise_photo(32, 24), tmp_path / "in" / f"{name}.png")
        write_mask(HALF, tmp_path / "in" / f"{name}_mask.png")
    write_photo(noise_photo(32, 24), tmp_path / "in" / "without.png")
    request = BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")
    run_batch(request, FakeNetworks())
    return request


def verdicts(asked):
    with Ledger.opened(asked.results) as ledger:
        return {entry.photo: verdict_of(entry) for entry in ledger.entries()}


def accept(asked, photo="a.png"):
    with Ledger.opened(asked.results) as ledger:
        return give_verdict(ledger, asked.results, [photo], Verdict.ACCEPTED, "A. Archivist")


def test_that_a_result_needs_review_until_somebody_gave_one_and_what_has_none_needs_none(asked):
    assert verdicts(asked) == {"a.png": Verdict.NEEDS_REVIEW, "b.png": Verdict.NEEDS_REVIEW, "without.png": None}
    accept(asked)
    assert verdicts(asked) == {"a.png": Verdict.ACCEPTED, "b.png": Verdict.NEEDS_REVIEW, "without.png": None}


def test_that_the_record_says_by_whom_and_when_and_stays_a_record(asked):
    before = json.loads((asked.results / "a_restored.json").read_text())
    (entry,) = accept(asked)
    after = json.loads((asked.results / "a_restored.json").read_text())
    review = after.pop("review")
    assert after == before
    assert review == {
        "verdict": "accepted",
        "name": "A. Archivist",
        "at": entry.review.at,
        "result_sha256": entry.result_sha256,
    }
    assert len(review["at"]) == len("2026-11-29T10:00:00+0100")


def test_that_a_changed_mask_withdraws_an_approval(asked):
    accept(asked)
    write_mask(Mask(np.roll(HALF.coverage, 3, axis=1)), asked.photos / "a_mask.png", overwrite=True)
    run_batch(asked, FakeNetworks())
    assert verdicts(asked)["a.png"] is Verdict.NEEDS_REVIEW


def test_that_a_run_that_does_nothing_keeps_reviews_and_so_does_a_ledger_made_again(asked):
    accept(asked)
    run_batch(asked, FakeNetworks())
    assert verdicts(asked)["a.png"] is Verdict.ACCEPTED
    (asked.results / NAME).unlink()
    run_batch(asked, FakeNetworks())
    assert verdicts(asked)["a.png"] is Verdict.ACCEPTED


def test_that_what_is_not_there_or_was_changed_is_not_reviewed(asked):
    with pytest.raises(UsageError, match="no result"):
        accept(asked, "without.png")
    write_photo(noise_photo(32, 24, seed=7), asked.results / "b_restored.png", overwrite=True)
    with pytest.raises(UsageError, match="not the one"):
        accept(asked, "b.png")
    assert verdicts(asked)["b.png"] is Verdict.NEEDS_REVIEW


def test_that_the_command_lists_and_gives_verdicts_and_the_report_says_them(asked, capsys):
    assert main(["review", str(asked.results)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "needs review  a.png",
        "needs review  b.png",
        "skipped       without.png",
    ]
    assert main(["review", str(asked.results), "b.png", "--verdict", "rejected", "--name", "A. Archivist"]) == 0
    assert "rejected      b.png (A. Archivist, 20" in capsys.readouterr().out
    told = json.loads((asked.results / "facerestore-report" / "report.json").read_text())
    assert {row["photo"]: row["review"] for row in told["photos"]} == {
        "a.png": "needs review",
        "b.png": "rejected",
        "without.png": "",
    }
    assert main(["review", str(asked.results), "--verdict", "accepted"]) == 0
    assert verdicts(asked)["b.png"] is Verdict.ACCEPTED
    assert main(["review", str(asked.photos)]) == 2


def test_that_the_page_names_the_reviewer(asked):
    accept(asked)
    with Ledger.opened(asked.results) as ledger:
        page = write_report(ledger.entries(), asked.results).read_text()
    assert "accepted<br><small>A. Archivist, 20" in page
