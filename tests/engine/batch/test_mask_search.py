"""Masks of found damage for a folder, by the processes of a batch."""

import threading

import numpy as np
import pytest
from repeated_scans import EXTENT, SPECK, reported, write_scans

from facerestore.batch import mask_search
from facerestore.batch.crew import LocalCrew
from facerestore.batch.mask_search import find_masks, without_masks
from facerestore.batch.plan import BatchRequest, planned
from facerestore.damage.proposals import Caution
from facerestore.files.plane_file import read_plane
from facerestore.files.writing import write_mask
from facerestore.jobs.repeated_damage import settle_answers
from facerestore.jobs.repeated_report import FILE, FOLDER, Decision, report_in, write_report
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.mask import Mask


@pytest.fixture
def asked(tmp_path, fake, monkeypatch):
    write_scans(tmp_path)
    fake.backend.faces = []
    monkeypatch.setattr(mask_search, "ProcessCrew", lambda settings, size: LocalCrew(fake))
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out", found_damage=Caution.USUAL)


def found_in(asked, masks, **options):
    names, failed = [], {}
    find_masks(
        asked,
        planned(asked),
        masks,
        Caution.USUAL,
        WorkerSettings(),
        on_found=lambda photo, found: names.append(photo.name),
        on_failed=lambda photo, words: failed.update({photo.name: words}),
        **options,
    )
    return names, failed


def plane(masks, index):
    return read_plane(masks / f"{index}_mask.png", extent=EXTENT).plane


def test_that_masks_are_made_where_a_batch_looks_for_them_and_what_repeats_is_in_all(asked, tmp_path):
    masks = tmp_path / "masks"
    names, failed = found_in(asked, masks)
    assert (names, failed) == ([f"{index}.png" for index in range(6)], {})
    assert all(plane(masks, index)[SPECK].all() for index in range(6))  # the scan too that hides it
    with_masks = BatchRequest(photos=asked.photos, results=asked.results, masks=masks, found_damage=Caution.USUAL)
    assert without_masks(planned(with_masks)) == ()


def test_that_a_mask_of_a_person_is_left_and_a_photo_that_fails_stops_no_other(asked, tmp_path):
    own = Mask.from_bool(np.ones((EXTENT.height, EXTENT.width), np.bool_))
    write_mask(own, asked.photos / "0_mask.png")
    before = (asked.photos / "0_mask.png").read_bytes()
    (asked.photos / "1.png").write_bytes((asked.photos / "1.png").read_bytes()[:100])
    names, failed = found_in(asked, asked.photos)
    assert names == ["2.png", "3.png", "4.png", "5.png"]
    assert list(failed) == ["1.png"]
    assert failed["1.png"][0]
    assert (asked.photos / "0_mask.png").read_bytes() == before
    # neither masks nor the pictures of the report are photos
    everywhere = BatchRequest(photos=asked.photos, results=asked.results, is_recursive=True)
    assert (asked.photos / FOLDER / FILE).is_file()
    assert [item.photo.name for item in planned(everywhere)] == [f"{index}.png" for index in range(6)]


def test_that_a_search_stops_and_says_nothing_of_what_repeats(asked, tmp_path):
    stop = threading.Event()
    masks = tmp_path / "masks"
    find_masks(
        asked,
        planned(asked),
        masks,
        Caution.USUAL,
        WorkerSettings(),
        on_found=lambda photo, found: stop.set(),
        cancel=stop,
    )
    assert [path.name for path in masks.iterdir()] == ["0_mask.png"]


def test_that_answers_go_into_masks_and_report(asked, tmp_path):
    masks = tmp_path / "masks"
    found_in(asked, masks)
    write_report([reported(Decision.ASK), reported(Decision.ASK, rows=slice(5, 9))], masks)
    paths = [(asked.photos / f"{index}.png", masks / f"{index}_mask.png") for index in range(6)]
    settle_answers(masks, {0: Decision.NO, 1: Decision.YES}, paths)
    assert [one.decision for one in report_in(masks)] == [Decision.NO, Decision.YES]
    assert not any(plane(masks, index)[SPECK].any() for index in range(6))
    assert all(plane(masks, index)[5:9, SPECK[1]].all() for index in range(6))
