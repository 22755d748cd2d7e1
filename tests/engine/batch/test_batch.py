"""A folder restored: pairing, names, isolation."""

import errno
import json
import os
import shutil
import sys
import threading

import numpy as np
import pytest
from batches import run_batch, statuses
from fake_backend import FakeNetworks
from pictures import noise_photo

from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest, planned, unused_files
from facerestore.files.record_file import record_of_result
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))


def put_photo(path, *, with_mask=True):
    path.parent.mkdir(parents=True, exist_ok=True)
    write_photo(noise_photo(32, 24), path)
    if with_mask:
        write_mask(HALF, path.with_name(f"{path.stem}_mask.png"), overwrite=True)


def request(tmp_path, **fields):
    return BatchRequest(**{"photos": tmp_path / "in", "results": tmp_path / "out", **fields})


def test_that_one_bad_photo_does_not_stop_the_rest(tmp_path):
    for name in ("a.png", "b.png", "c.png", "d.png"):
        put_photo(tmp_path / "in" / name)
    (tmp_path / "in" / "b.png").write_bytes(b"not a picture")
    networks = FakeNetworks(fails_on={"c.png": RuntimeError("a fault nobody expected")})
    report = run_batch(request(tmp_path), networks)
    assert statuses(report) == {
        "a.png": "restored",
        "b.png": "failed",
        "c.png": "failed",
        "d.png": "restored",
    }
    assert "RuntimeError" in report.outcomes[2].message
    assert sorted(p.name for p in (tmp_path / "out").glob("*.png")) == ["a_restored.png", "d_restored.png"]


def test_that_a_photo_too_large_for_the_memory_does_not_stop_the_rest(tmp_path):
    for name in ("a.png", "b.png"):
        put_photo(tmp_path / "in" / name)
    networks = FakeNetworks(fails_on={"a.png": MemoryError()})
    report = run_batch(request(tmp_path), networks)
    assert statuses(report) == {"a.png": "failed", "b.png": "restored"}
    assert "memory" in report.outcomes[0].message


def test_that_photos_without_a_mask_are_skipped_and_said(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    put_photo(tmp_path / "in" / "b.png", with_mask=False)
    report = run_batch(request(tmp_path), FakeNetworks())
    assert statuses(report) == {"a.png": "restored", "b.png": "skipped"}
    assert report.outcomes[1].message == "no mask"


def test_that_a_broken_photo_is_said_to_be_broken_also_without_a_mask(tmp_path):
    put_photo(tmp_path / "in" / "a.jpg", with_mask=False)
    (tmp_path / "in" / "empty.png").write_bytes(b"")
    (tmp_path / "in" / "cut.jpg").write_bytes((tmp_path / "in" / "a.jpg").read_bytes()[:-40])
    report = run_batch(request(tmp_path), FakeNetworks())
    said = {one.photo.name: one.message for one in report.outcomes}
    assert said["a.jpg"] == "no mask"
    assert "ends in the middle of the picture" in said["empty.png"]
    assert "ends in the middle of the picture" in said["cut.jpg"]


def test_that_photos_of_one_stem_get_results_and_records_of_their_own(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    put_photo(tmp_path / "in" / "a.jpg")
    put_photo(tmp_path / "in" / "A.tif")
    put_photo(tmp_path / "in" / "a_jpg.png")
    write_mask(HALF, tmp_path / "in" / "A_mask.png", overwrite=True)
    items = planned(request(tmp_path))
    outputs = [item.job.output for item in items]
    records = [item.job.record for item in items]
    assert len({str(path).casefold() for path in outputs}) == len(outputs)
    assert len({str(path).casefold() for path in records}) == len(records)
    report = run_batch(request(tmp_path), FakeNetworks())
    assert report.count(State.RESTORED) == len(items) == 4


def test_that_the_tree_of_folders_is_kept(tmp_path):
    put_photo(tmp_path / "in" / "1931" / "summer" / "a.png")
    put_photo(tmp_path / "in" / "1932" / "a.png")
    run_batch(request(tmp_path, is_recursive=True), FakeNetworks())
    found = {str(p.relative_to(tmp_path / "out").as_posix()) for p in (tmp_path / "out").rglob("*.png")}
    assert found == {"1931/summer/a_restored.png", "1932/a_restored.png"}


def test_that_folders_below_are_left_alone_unless_asked_for(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    put_photo(tmp_path / "in" / "below" / "b.png")
    assert [item.photo.name for item in planned(request(tmp_path))] == ["a.png"]


def test_that_results_in_a_folder_below_the_photos_are_not_taken_for_photos(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    inside = request(tmp_path, results=tmp_path / "in" / "results", is_recursive=True)
    run_batch(inside, FakeNetworks())
    assert [item.photo.name for item in planned(inside)] == ["a.png"]


def test_that_results_beside_their_photos_are_not_restored_again(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    beside = request(tmp_path, results=tmp_path / "in")
    assert run_batch(beside, FakeNetworks()).count(State.RESTORED) == 1
    assert [item.photo.name for item in planned(beside)] == ["a.png"]


def test_that_a_photo_that_is_only_named_like_a_companion_is_a_photo(tmp_path):
    for name in ("grandmother_restored.png", "carnival_mask.png"):
        put_photo(tmp_path / "in" / name, with_mask=False)
    assert len(planned(request(tmp_path))) == 2


@pytest.mark.parametrize("name", ["a.png", "a_mask.png"])
def test_that_a_mask_is_found_in_the_mask_folder_at_the_photos_place(tmp_path, name):
    put_photo(tmp_path / "in" / "below" / "a.png", with_mask=False)
    (tmp_path / "masks" / "below").mkdir(parents=True)
    write_mask(HALF, tmp_path / "masks" / "below" / name)
    (item,) = planned(request(tmp_path, masks=tmp_path / "masks", is_recursive=True))
    assert item.job.masks.mask == tmp_path / "masks" / "below" / name


def test_that_a_photo_is_never_its_own_mask(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    (item,) = planned(request(tmp_path, masks=tmp_path / "in"))
    assert item.job.masks.mask == tmp_path / "in" / "a_mask.png"


@pytest.mark.parametrize("name", ["a.png", "a_layout.png"])
def test_that_a_layout_is_found_in_the_layout_folder(tmp_path, name):
    put_photo(tmp_path / "in" / "a.png")
    put_photo(tmp_path / "in" / "b.png")
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / name).write_bytes(b"")
    first, second = planned(request(tmp_path, layouts=tmp_path / "layouts"))
    assert first.job.layout == tmp_path / "layouts" / name
    assert second.job.layout is None


def test_that_a_batch_goes_on_where_it_was_stopped(tmp_path):
    for name in ("a.png", "b.png", "c.png"):
        put_photo(tmp_path / "in" / name)
    stop = threading.Event()
    report = run_batch(request(tmp_path), FakeNetworks(cancels_on={"b.png": stop}), cancel=stop)
    assert report.is_cancelled
    assert statuses(report) == {"a.png": "restored"}
    networks = FakeNetworks()
    again = run_batch(request(tmp_path), networks)
    assert statuses(again) == {"a.png": "done", "b.png": "restored", "c.png": "restored"}
    assert [name for name, *_ in networks.restored] == ["b.png", "c.png"]


def test_that_every_photo_is_announced_and_answered_in_order(tmp_path):
    for name in ("a.png", "b.png"):
        put_photo(tmp_path / "in" / name)
    said = []
    run_batch(
        request(tmp_path),
        FakeNetworks(),
        on_item=lambda index, item: said.append(("begin", index, item.photo.name)),
        on_outcome=lambda index, outcome: said.append((outcome.state.value, index, outcome.photo.name)),
    )
    assert said == [
        ("begin", 0, "a.png"),
        ("restored", 0, "a.png"),
        ("begin", 1, "b.png"),
        ("restored", 1, "b.png"),
    ]


@pytest.mark.parametrize("missing", ["photos", "masks", "layouts"])
def test_that_a_folder_that_is_not_there_is_a_usage_error(tmp_path, missing):
    put_photo(tmp_path / "in" / "a.png")
    with pytest.raises(UsageError, match="nowhere"):
        planned(request(tmp_path, **{missing: tmp_path / "nowhere"}))


def test_that_a_folder_without_photos_is_a_usage_error(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="no photo"):
        planned(request(tmp_path))


def test_that_further_masks_are_found_in_their_folders_and_one_to_fill_is_enough(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    put_photo(tmp_path / "in" / "b.png", with_mask=False)
    put_photo(tmp_path / "in" / "c.png", with_mask=False)
    for folder, name in (("fill", "a_fill"), ("fill", "b"), ("protect", "a"), ("protect", "c")):
        (tmp_path / folder).mkdir(exist_ok=True)
        write_mask(HALF, tmp_path / folder / f"{name}.png")
    a, b, c = planned(request(tmp_path, fills=tmp_path / "fill", protects=tmp_path / "protect"))
    assert (a.job.masks.fill, a.job.masks.protect) == (
        tmp_path / "fill" / "a_fill.png",
        tmp_path / "protect" / "a.png",
    )
    assert (b.job.masks.mask, b.job.masks.fill) == (None, tmp_path / "fill" / "b.png")
    assert c.job is None


def test_that_in_a_folder_with_other_files_a_further_mask_says_what_it_is(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    for end in ("_fill", "_protect"):
        write_mask(HALF, tmp_path / "in" / f"a{end}.png")
    folder = tmp_path / "in"
    (item,) = planned(request(tmp_path, fills=folder, protects=folder, masks=folder))
    files = item.job.masks
    assert [path.name for path in (files.mask, files.fill, files.protect)] == [
        "a_mask.png",
        "a_fill.png",
        "a_protect.png",
    ]


@pytest.mark.parametrize(
    ("photo", "mask"),
    [
        ("a.png", "a.PNG"),
        ("a.png", "A.TIF"),
        ("K\u00e4the.png", "Ka\u0308the.png"),
        ("Ka\u0308the.png", "K\u00c4THE_mask.png"),
        ("a.jfif", "a.png"),
        ("a.jpe", "a.png"),
        ("a.picture", "a.jfif"),
        ("a.b.png", "a.b.png"),
        ("a", "a"),
    ],
)
def test_that_photo_and_mask_are_known_by_stem_and_content_whatever_their_spelling(tmp_path, photo, mask):
    for folder in ("in", "masks"):
        (tmp_path / folder).mkdir()
    formats = {".jfif": ".jpg", ".jpe": ".jpg", ".TIF": ".tif"}
    for place, write in ((tmp_path / "in" / photo, write_photo), (tmp_path / "masks" / mask, write_as_photo)):
        drawn = tmp_path / f"drawn{formats.get(place.suffix, '.png')}"
        write(noise_photo(32, 24), drawn)
        drawn.rename(place)
    (item,) = planned(request(tmp_path, masks=tmp_path / "masks"))
    assert item.job.masks.mask == tmp_path / "masks" / mask
    assert run_batch(request(tmp_path, masks=tmp_path / "masks"), FakeNetworks()).count(State.RESTORED) == 1
    assert unused_files(request(tmp_path, masks=tmp_path / "masks"), [item]) == ()


def write_as_photo(photo, path):
    write_photo(Photo(HALF.coverage), path)


def test_that_of_several_masks_the_one_that_can_be_read_and_has_exactly_the_name_is_taken(tmp_path):
    put_photo(tmp_path / "in" / "a.png", with_mask=False)
    (tmp_path / "masks").mkdir()
    for name in ("A.png", "a.png"):
        write_mask(HALF, tmp_path / "masks" / name)
    (tmp_path / "masks" / "a.bmp").write_bytes(b"BM of a drawing program")
    asked = request(tmp_path, masks=tmp_path / "masks")
    (item,) = planned(asked)
    assert item.job.masks.mask.name == "a.png"
    assert [path.name for path in unused_files(asked, [item])] == ["A.png", "a.bmp"]


def test_that_a_mask_that_cannot_be_read_is_no_missing_mask(tmp_path):
    put_photo(tmp_path / "in" / "a.png", with_mask=False)
    (tmp_path / "masks").mkdir()
    (tmp_path / "masks" / "a.bmp").write_bytes(b"BM of a drawing program")
    report = run_batch(request(tmp_path, masks=tmp_path / "masks"), FakeNetworks())
    assert statuses(report) == {"a.png": "failed"}
    assert "BMP" in report.outcomes[0].message


def test_that_masks_of_no_photo_and_photos_of_other_formats_are_said(tmp_path):
    put_photo(tmp_path / "in" / "a.png", with_mask=False)
    (tmp_path / "in" / "b.gif").write_bytes(b"GIF89a")
    (tmp_path / "masks").mkdir()
    write_mask(HALF, tmp_path / "masks" / "c.png")
    (tmp_path / "masks" / "notes.txt").write_text("c is grandmother")
    asked = request(tmp_path, masks=tmp_path / "masks")
    items = planned(asked)
    report = run_batch(asked, FakeNetworks())
    assert statuses(report) == {"a.png": "skipped", "b.gif": "skipped"}
    assert "GIF" in report.outcomes[1].message
    assert [path.name for path in unused_files(asked, items)] == ["c.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_that_pipes_folders_and_deep_records_beside_photos_stop_nothing(tmp_path):
    put_photo(tmp_path / "in" / "a.png")
    put_photo(tmp_path / "in" / "b.png", with_mask=False)
    for name in ("a.json", "b.png.json", "c.png", "b_mask.png"):
        os.mkfifo(tmp_path / "in" / name)
    (tmp_path / "in" / "b.json").write_text("[" * 200_000)
    (tmp_path / "in" / "folder.png").mkdir()
    for name, result in (("d", "../a.png"), ("e", ""), ("f", 3), ("g", None)):
        put_photo(tmp_path / "in" / f"{name}.png")
        content = {"format": "facerestore-record/1"} | ({} if result is None else {"result_name": result})
        (tmp_path / "in" / f"{name}.json").write_text(json.dumps(content))
    report = run_batch(request(tmp_path), FakeNetworks())
    assert {name for name, status in statuses(report).items() if status == "restored"} == {
        "a.png",
        "d.png",
        "e.png",
        "f.png",
        "g.png",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes")
def test_that_a_name_that_is_no_utf8_is_a_name_like_others(tmp_path):
    name = os.fsdecode(b"Gro\xdfmutter.png")
    put_photo(tmp_path / "in" / name)
    report = run_batch(request(tmp_path), FakeNetworks())
    assert report.count(State.RESTORED) == 1
    assert record_of_result(report.outcomes[0].output) is not None
    assert statuses(run_batch(request(tmp_path), FakeNetworks())) == {name: "done"}


def test_that_a_name_that_leaves_no_room_for_the_results_fails_alone(tmp_path):
    put_photo(tmp_path / "in" / ("a" * 245 + ".png"))
    put_photo(tmp_path / "in" / "b.png")
    report = run_batch(request(tmp_path), FakeNetworks())
    assert [outcome.state.value for outcome in report.outcomes] == ["failed", "restored"]
    assert "too long" in report.outcomes[0].message


def test_that_results_that_are_gone_at_the_end_are_no_results(tmp_path):
    for name in ("a.png", "b.png"):
        put_photo(tmp_path / "in" / name)

    def deleted(index, outcome):
        if index == 0:
            shutil.rmtree(tmp_path / "out")

    report = run_batch(request(tmp_path), FakeNetworks(), on_outcome=deleted)
    assert statuses(report) == {"a.png": "failed", "b.png": "restored"}
    assert "not there any more" in report.outcomes[0].message


def test_that_one_mask_serves_every_photo_that_has_none_and_one_of_another_size_fails_alone(tmp_path):
    put_photo(tmp_path / "in" / "a.png", with_mask=False)
    put_photo(tmp_path / "in" / "b.png")
    write_photo(noise_photo(40, 40), tmp_path / "in" / "other_size.png")
    common = tmp_path / "in" / "frame.png"
    write_mask(HALF, common)
    asked = request(tmp_path, common_mask=common)
    masks = {item.photo.name: item.job.masks.mask.name for item in planned(asked)}
    assert masks == {"a.png": "frame.png", "b.png": "b_mask.png", "other_size.png": "frame.png"}
    report = run_batch(asked, FakeNetworks())
    assert statuses(report) == {"a.png": "restored", "b.png": "restored", "other_size.png": "failed"}
    with pytest.raises(UsageError, match="no mask"):
        planned(request(tmp_path, common_mask=tmp_path / "nowhere.png"))


def test_that_a_full_disk_fails_only_what_does_not_fit_and_the_next_run_does_exactly_that(tmp_path, monkeypatch):
    for name in "abcdef":
        put_photo(tmp_path / "in" / f"{name}.png")
    written = []
    fsync = os.fsync

    def full_for_a_while(descriptor):
        written.append(descriptor)
        if 12 <= len(written) < 15:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full_for_a_while)
        first = statuses(run_batch(request(tmp_path), FakeNetworks()))
    missing = [name for name, state in first.items() if state == "failed"]
    assert missing
    assert first["a.png"] == first["f.png"] == "restored"
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".")]
    networks = FakeNetworks()
    run_batch(request(tmp_path), networks)
    assert sorted(name for name, *_ in networks.restored) == missing
