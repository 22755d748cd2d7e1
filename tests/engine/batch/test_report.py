"""The report of a batch: a page, a table and JSON that say what the ledger and the records say."""

import csv
import json
from html.parser import HTMLParser

import numpy as np
import pytest
from batches import run_batch
from fake_backend import FakeNetworks
from pictures import noise_photo
from PIL import Image

from facerestore.batch.keys import ResultKey
from facerestore.batch.ledger import Entry, Ledger
from facerestore.batch.outcomes import State
from facerestore.batch.plan import REPORT_FOLDER, BatchRequest, planned
from facerestore.batch.report import picture_name, write_report
from facerestore.batch.thumbnails import SIDE_PX, write_thumbnails
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))
ODD = "grand <mother> & co.png"


class Page(HTMLParser):
    """The rows of a page by their attributes, its pictures, links and text. An end tag that fits no beginning fails."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.pictures, self.links, self.words, self.open = [], [], [], [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag not in ("meta", "img", "input"):
            self.open.append(tag)
        if tag == "tr" and "data-state" in values:
            self.rows.append(values)
        self.pictures += [values["src"]] if tag == "img" else []
        self.links += [values["href"]] if tag == "a" else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.png", ODD, "broken.png"):
        write_photo(noise_photo(32, 24), tmp_path / "in" / name)
        write_mask(HALF, tmp_path / "in" / f"{name[:-4]}_mask.png")
    (tmp_path / "in" / "broken.png").write_bytes(b"nothing")
    write_photo(noise_photo(32, 24), tmp_path / "in" / "without.png")
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")


@pytest.fixture
def reported(asked):
    run_batch(asked, FakeNetworks(), has_pictures=True)
    with Ledger.opened(asked.results) as ledger:
        return write_report(ledger.entries(), asked.results)


def test_that_the_page_shows_every_photo_with_its_pictures_failures_first(reported):
    page = Page(reported.read_text("utf-8"))
    assert [row["data-state"] for row in page.rows] == ["failed", "restored", "restored", "skipped"]
    assert page.rows[0]["data-photo"] == "broken.png"
    assert len(page.pictures) == 6
    assert all((reported.parent / picture).is_file() for picture in page.pictures)
    assert sorted(page.links) == ["../a_restored.png", "../grand%20%3Cmother%3E%20%26%20co_restored.png"]
    assert ODD in page.words
    assert not [word for word in ("http:", "https:", 'src="//') if word in reported.read_text("utf-8")]


def test_that_csv_and_json_say_the_same(reported):
    told = json.loads((reported.parent / "report.json").read_text())
    assert told["counts"] == {"failed": 1, "restored": 2, "skipped": 1}
    with (reported.parent / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["photo"] for row in rows] == [row["photo"] for row in told["photos"]]
    restored = told["photos"][1]
    assert restored["generated"] + restored["filled"] == pytest.approx(0.5)
    assert restored["result_sha256"]
    assert rows[0]["reason"].startswith("broken.png")


def test_that_the_page_of_many_photos_shows_failures_first_and_names_the_files_that_have_all(asked, monkeypatch):
    monkeypatch.setattr("facerestore.batch.report.MOST_ON_PAGE", 2)
    run_batch(asked, FakeNetworks(), has_pictures=True)
    with Ledger.opened(asked.results) as ledger:
        reported = write_report(ledger.entries(), asked.results)
    page = Page(reported.read_text("utf-8"))
    assert [row["data-state"] for row in page.rows] == ["failed", "restored"]
    assert any("2 of 4 photographs" in words for words in page.words)
    assert {"report.csv", "report.json"} <= set(page.links)
    assert len(json.loads((reported.parent / "report.json").read_text())["photos"]) == 4
    with (reported.parent / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 4


def test_that_a_name_like_a_formula_is_none_in_a_spreadsheet(tmp_path):
    write_report([Entry("=SUM(A1).png", "", None, State.FAILED)], tmp_path)
    with (tmp_path / REPORT_FOLDER / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["photo"] == "'=SUM(A1).png"


def test_that_pictures_of_a_report_are_no_photos_of_the_next_run(asked):
    beside = BatchRequest(photos=asked.photos, results=asked.photos, is_recursive=True)
    run_batch(beside, FakeNetworks(), has_pictures=True)
    assert (asked.photos / REPORT_FOLDER).is_dir()
    assert [item.photo.name for item in planned(beside)] == ["a.png", "broken.png", ODD, "without.png"]


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("grey", [False, True])
def test_that_pictures_show_before_change_and_after_at_any_size(tmp_path, bits, grey):
    height, width = 1501, 700
    shape = (height, width) if grey else (height, width, 3)
    photo = Photo(np.zeros(shape, np.uint8 if bits == 8 else np.uint16))
    where = np.zeros((height, width), np.bool_)
    where[1000:] = True
    painted = np.full(shape, photo.white, photo.pixels.dtype)
    write_thumbnails(RepairedPhoto.of_planes(photo, painted, generated=where), tmp_path, "x")
    before, changed, after = (
        np.asarray(Image.open(tmp_path / f"x-{kind}.jpg")).astype(int) for kind in ("before", "changed", "after")
    )
    assert before.shape[0] == SIDE_PX
    assert before.max() < 10
    assert after[: SIDE_PX // 2].max() < 10
    assert after[-20:].min() > 245
    assert changed[-20:, :, 0].min() > changed[-20:, :, 2].max() + 50
    assert changed[: SIDE_PX // 2].max() < 10


def test_that_names_of_pictures_are_one_for_each_photo():
    assert (
        len(
            {
                picture_name(ResultKey(name, by))
                for name in ("a.png", "A.png", "a/a.png", "\udcdf.png")
                for by in ("semantic", "telea")
            }
        )
        == 8
    )
