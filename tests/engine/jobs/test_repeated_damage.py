"""What repeats across a folder: into all masks where it is certain, as a person says where it is not."""

import json

import numpy as np
import pytest

from facerestore.damage.repeated import RepeatedPlace
from facerestore.editing.mask_shapes import Region
from facerestore.files.plane_file import read_plane, write_plane
from facerestore.jobs.damage_files import find_in_file
from facerestore.jobs.repeated_damage import change_mask, keeps_copy, put_into_mask, settle_repeated
from facerestore.jobs.repeated_report import Decision, ReportedPlace, read_report, report_in, write_report
from facerestore.restoration.local import LocalNetworks
from facerestore.values.damage_classes import DamageClass
from facerestore.values.errors import MaskUnreadable
from facerestore.values.geometry import Extent
from tests.support.fake_backend import FakeBackend
from tests.support.repeated_scans import EXTENT, HIDDEN, SPECK, reported, write_scans


@pytest.fixture
def scans(tmp_path):
    return write_scans(tmp_path)


def found_in(folder):
    networks = LocalNetworks(make=lambda device: FakeBackend(faces=[]))
    return [
        find_in_file(path, folder / "out" / f"{path.stem}_mask.png", networks, keeps_copy=True)
        for path in sorted((folder / "in").iterdir())
    ]


def plane(folder, index):
    return read_plane(folder / "out" / f"{index}_mask.png", extent=EXTENT).plane


def test_that_what_is_certain_is_in_the_mask_of_a_scan_that_hides_it_too(scans):
    found = found_in(scans)
    assert not plane(scans, HIDDEN)[SPECK].any()
    said = settle_repeated(found, scans / "out")
    assert all(plane(scans, index)[SPECK].any() for index in range(6))
    assert "1 places of damage repeat" in said[0]
    (one,) = report_in(scans / "out")
    assert (one.decision, one.seen, one.searched) == (Decision.YES, 5, 6)
    assert (scans / "out" / "repeated" / "160x120.png").exists()


def test_that_what_a_person_painted_otherwise_stays(tmp_path):
    painted = np.zeros((120, 160), np.uint8)
    painted[50:52], painted[52:54] = DamageClass.ORIGINAL, DamageClass.SCRATCH
    path, photo = tmp_path / "a_mask.png", tmp_path / "a.png"
    write_plane(painted, path)
    assert put_into_mask(path, photo, [reported(Decision.YES, rows=slice(48, 54))]) == (1, 0)
    changed = read_plane(path, extent=EXTENT).plane
    assert (changed[48:50, 70:75] == DamageClass.DUST).all()
    np.testing.assert_array_equal(changed[50:54], painted[50:54])
    assert put_into_mask(path, photo, [reported(Decision.NO, rows=slice(48, 54))]) == (0, 1)
    changed = read_plane(path, extent=EXTENT).plane
    assert (changed[50:52] == DamageClass.ORIGINAL).all()
    assert not changed[52:54, 70:75].any()


@pytest.mark.parametrize(
    "places",
    [[], [reported(Decision.ASK)], [reported(Decision.YES, extent=Extent(161, 120))]],
    ids=["none", "ask", "size"],
)
def test_that_a_mask_is_not_touched_without_an_answer_for_its_size(tmp_path, places):
    path = tmp_path / "a_mask.png"
    write_plane(np.zeros((120, 160), np.uint8), path)
    before = path.read_bytes()
    assert "nothing" in change_mask(path, tmp_path / "a.png", places)
    assert path.read_bytes() == before


def test_that_a_report_is_read_as_it_was_written(tmp_path):
    shape = np.random.default_rng(0).random((30, 40)) < 0.4
    found = RepeatedPlace(DamageClass.SCRATCH, Region.of(shape, 7, 9), (0, 2, 3), 0.75, 0.123, is_certain=False)
    places = [ReportedPlace.of(found, EXTENT, ["a", "b", "\udcff.tif", "d"]), reported(Decision.NO)]
    first, second = read_report(write_report(places, tmp_path))
    np.testing.assert_array_equal(first.region.inside, places[0].region.inside)
    assert first.region.box == places[0].region.box
    assert (first.kind, first.decision, first.extent) == (DamageClass.SCRATCH, Decision.ASK, EXTENT)
    assert (first.seen, first.searched, first.likeness) == (3, 4, 0.123)
    assert first.examples == ("a", "\udcff.tif", "d")
    assert second.decision is Decision.NO
    assert second.is_same_as(reported(Decision.YES))
    assert not second.is_same_as(first)


@pytest.mark.parametrize(
    "change",
    [
        {"confirmed": "maybe"},
        {"kind": "coffee"},
        {"runs": []},
        {"runs": [1, 2]},
        {"runs": [5, 9, 9]},
        {"runs": [5, 9, 161]},
        {"runs": [120, 1, 2]},
        {"runs": [1, -2, 3]},
        {"width": 0},
        {"width": 10**6, "height": 10**6},
        {"seen": "five"},
        {"likeness": "high"},
        {"examples": "a.png"},
    ],
)
def test_that_a_report_that_makes_no_sense_is_refused(tmp_path, change):
    path = write_report([reported(Decision.ASK)], tmp_path)
    content = json.loads(path.read_text())
    content["places"][0] |= change
    path.write_text(json.dumps(content))
    with pytest.raises(MaskUnreadable):
        read_report(path)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "places": []}', '{"version": 1}'])
def test_that_what_is_no_report_is_refused(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(MaskUnreadable):
        read_report(tmp_path / "a.json")
    with pytest.raises(MaskUnreadable):
        read_report(tmp_path / "missing.json")


def test_that_copies_are_kept_of_a_few_scans_only():
    assert [sum(keeps_copy(index, count) for index in range(count)) for count in (3, 64, 65, 1000)] == [3, 64, 33, 63]
