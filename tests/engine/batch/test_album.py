"""Albums and found damage: what a batch takes besides masks, as one photo does."""

from dataclasses import replace

import numpy as np
import pytest
from batches import run_batch, statuses
from fake_backend import FakeNetworks
from pictures import noise_photo

from facerestore.batch.plan import BatchRequest, planned
from facerestore.cli.main import main
from facerestore.damage.proposals import Caution
from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.damage_files import damage_jobs
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

SIDE = 96
HALF = Mask.from_bool(np.tile(np.arange(SIDE) < 20, (SIDE, 1)))


@pytest.fixture
def asked(tmp_path):
    """Two photos, and an album of two photographs of the same person, as far as the fake networks see."""
    for folder, names, first in (("in", "ab", 0), ("album", "xy", 20)):
        (tmp_path / folder).mkdir()
        for number, name in enumerate(names, first):
            write_photo(noise_photo(SIDE, SIDE, seed=number), tmp_path / folder / f"{name}.png")
    for name in "ab":
        write_mask(HALF, tmp_path / "in" / f"{name}_mask.png")
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out", album=tmp_path / "album")


def notes(report):
    return {one.photo.name: " ".join(one.notes) for one in report.outcomes}


def done_again(asked):
    networks = FakeNetworks()
    run_batch(asked, networks)
    return [name for name, *_ in networks.restored]


def test_that_every_photo_borrows_from_the_album(asked):
    said = notes(run_batch(asked, FakeNetworks()))
    for name in ("a.png", "b.png"):
        assert "From the album were taken, best first" in said[name]
        assert "x.png" in said[name]
        assert "y.png" in said[name]


def test_that_each_photograph_of_the_album_is_looked_through_once(asked, monkeypatch):
    read = []
    reading = "facerestore.jobs.reference_files.read_photo"
    monkeypatch.setattr(reading, lambda path: read.append(path.name) or read_photo(path))
    networks = FakeNetworks()
    run_batch(asked, networks)
    assert read == ["x.png", "y.png"]
    write_photo(noise_photo(SIDE, SIDE, seed=7), asked.album / "x.png", overwrite=True)
    run_batch(asked, networks)
    assert read == ["x.png", "y.png", "x.png"]


def test_that_what_changes_in_the_album_is_part_of_what_was_asked_for(asked):
    run_batch(asked, FakeNetworks())
    assert done_again(asked) == []
    (asked.album / "x.png").rename(asked.album / "z.png")
    assert done_again(asked) == []
    write_photo(noise_photo(SIDE, SIDE, seed=5), asked.album / "new.png")
    assert done_again(asked) == ["a.png", "b.png"]
    assert done_again(replace(asked, album=None)) == ["a.png", "b.png"]


def test_that_the_photos_themselves_may_be_the_album_without_their_masks_and_results(asked):
    beside = replace(asked, album=asked.photos, results=asked.photos)
    said = notes(run_batch(beside, FakeNetworks()))
    assert "b.png" in said["a.png"]
    assert "a.png" in said["b.png"]
    assert "mask" not in said["a.png"] + said["b.png"]
    assert done_again(beside) == []


def test_that_a_copy_of_the_photo_in_the_album_lends_nothing_and_changes_nothing(asked):
    run_batch(asked, FakeNetworks())
    (asked.album / "copy.png").write_bytes((asked.photos / "a.png").read_bytes())
    assert done_again(asked) == ["b.png"]
    said = notes(run_batch(replace(asked, overwrite=True), FakeNetworks()))
    assert "copy.png" not in said["a.png"]
    assert "copy.png" in said["b.png"]


def test_that_a_photo_alone_with_itself_in_its_album_is_restored_all_the_same(asked):
    for path in asked.photos.glob("b*.png"):
        path.unlink()
    report = run_batch(replace(asked, album=asked.photos), FakeNetworks())
    assert statuses(report) == {"a.png": "restored"}


def test_that_a_project_keeps_references_of_its_own(asked):
    photo = read_photo(asked.photos / "a.png")
    coverage = np.zeros((SIDE, SIDE), np.uint8)
    coverage[2:40, 20:30] = 255
    write_project(SavedProject(Original.of(photo, file_hash(photo.path)), coverage), asked.photos / "a.facerestore")
    assert [item.job.album for item in planned(asked)] == [None, asked.album]


def test_that_an_album_is_for_those_that_borrow_and_a_folder(asked, tmp_path):
    with pytest.raises(UsageError, match="borrows from no other"):
        planned(replace(asked, restorers=(RESTORERS["telea"],)))
    both = planned(replace(asked, restorers=(RESTORERS["semantic"], RESTORERS["telea"])))
    assert [item.job.album for item in both] == [asked.album, None] * 2
    with pytest.raises(UsageError, match="no folder"):
        planned(replace(asked, album=tmp_path / "nowhere"))


def test_that_an_album_below_the_photos_holds_none_of_them(asked):
    below = asked.photos / "family"
    asked.album.rename(below)
    items = planned(replace(asked, album=below, is_recursive=True))
    assert [item.photo.name for item in items] == ["a.png", "b.png"]


@pytest.fixture
def scratched(tmp_path):
    """A photo with a white line, and no mask."""
    (tmp_path / "in").mkdir()
    pixels = np.full((120, 160), 90, np.uint8)
    pixels[60:62, 20:140] = 255
    write_photo(Photo(pixels), tmp_path / "in" / "scratched.png")
    return BatchRequest(
        photos=tmp_path / "in",
        results=tmp_path / "out",
        found_damage=Caution.ALL,
        restorers=(RESTORERS["telea"],),
    )


def test_that_a_photo_without_a_mask_is_restored_by_the_damage_that_is_found(scratched):
    report = run_batch(scratched, FakeNetworks(faces=[]))
    assert statuses(report) == {"scratched.png": "restored"}
    assert "Nobody painted a mask" in notes(report)["scratched.png"]
    before = read_photo(scratched.photos / "scratched.png").pixels
    after = read_photo(scratched.results / "scratched_restored.png").pixels
    assert (after[60:62, 30:130] != before[60:62, 30:130]).all()
    assert (after[:50] == before[:50]).all()


def test_that_a_mask_that_comes_later_is_what_counts(scratched):
    run_batch(scratched, FakeNetworks(faces=[]))
    write_mask(Mask.from_bool(np.tile(np.arange(160) < 9, (120, 1))), scratched.photos / "scratched_mask.png")
    assert statuses(run_batch(scratched, FakeNetworks(faces=[]))) == {"scratched.png": "restored"}
    after = read_photo(scratched.results / "scratched_restored.png").pixels
    assert (after[60:62, 30:130] == 255).all()


def test_that_the_command_finds_damage_and_names_an_album(fake, asked, capsys):
    write_photo(noise_photo(SIDE, SIDE, seed=9), asked.photos / "without.png")
    arguments = ["batch", str(asked.photos), "-o", str(asked.results), "--find-damage", "all"]
    assert main([*arguments, "--album", str(asked.album)]) == 0
    out = capsys.readouterr().out
    assert "From the album were taken" in out
    assert "Nobody painted a mask" in next(line for line in out.splitlines() if "without.png" in line)
    with pytest.raises(SystemExit):
        main([*arguments[:-1], "some"])


def test_that_masks_of_found_damage_are_found_for_photos_of_one_name_in_one_folder_and_in_several(tmp_path):
    photos, masks = tmp_path / "in", tmp_path / "masks"
    (photos / "below").mkdir(parents=True)
    for name in ("a.png", "a.jpg", "A.tif", "below/a.png", "b.png"):
        write_photo(noise_photo(32, 24), photos / name)
    jobs = damage_jobs(photos, masks, is_recursive=True)
    for _, mask in jobs:
        mask.parent.mkdir(parents=True, exist_ok=True)
        write_mask(Mask.from_bool(np.ones((24, 32), np.bool_)), mask)
    assert len({mask for _, mask in jobs}) == 5
    found = planned(BatchRequest(photos=photos, results=tmp_path / "out", masks=masks, is_recursive=True))
    assert {item.photo: item.job.masks.mask for item in found} == dict(jobs)


def test_that_masks_of_found_damage_beside_photos_of_one_name_are_no_photos(tmp_path):
    photos = tmp_path / "in"
    photos.mkdir()
    for name in ("a.png", "a.jpg"):
        write_photo(noise_photo(32, 24), photos / name)
    jobs = damage_jobs(photos, photos)
    for _, mask in jobs:
        write_mask(Mask.from_bool(np.ones((24, 32), np.bool_)), mask)
    found = planned(BatchRequest(photos=photos, results=tmp_path / "out"))
    assert {item.photo: item.job.masks.mask for item in found} == dict(jobs)
    assert damage_jobs(photos, photos) == jobs
