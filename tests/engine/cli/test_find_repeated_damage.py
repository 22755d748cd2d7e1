"""What repeats across the scans of a folder, from the command line."""

import pytest

from facerestore.cli.main import main
from facerestore.files.plane_file import read_plane
from facerestore.jobs.repeated_report import Decision, write_report
from facerestore.values.damage_classes import DamageClass
from tests.support.repeated_scans import EXTENT, HIDDEN, SPECK, reported, write_scans


@pytest.fixture
def scans(tmp_path):
    return write_scans(tmp_path)


def plane(folder, index):
    return read_plane(folder / "out" / f"{index}_mask.png", extent=EXTENT).plane


def test_that_a_person_may_refuse_it_and_is_not_asked_again(scans, fake, capsys):
    fake.backend.faces = []
    command = ["find-damage", str(scans / "in"), "-o", str(scans / "out")]
    assert main(command) == 0
    report = scans / "out" / "repeated" / "places.json"
    assert str(report) in capsys.readouterr().out
    report.write_text(report.read_text().replace('"confirmed": "yes"', '"confirmed": "no"'))
    assert main([*command, "--repeated", str(report)]) == 0
    assert capsys.readouterr().out.count("1 refused ones were taken out") == 6
    assert not any(plane(scans, index)[SPECK].any() for index in range(6))
    # found anew, the word of the person still holds
    assert main([*command, "--overwrite"]) == 0
    assert "1 of them were refused" in capsys.readouterr().out
    assert not any(plane(scans, index)[SPECK].any() for index in range(6))


def test_that_a_folder_may_be_searched_without_a_look_across_it(scans, fake):
    fake.backend.faces = []
    assert main(["find-damage", str(scans / "in"), "-o", str(scans / "out"), "--each-alone"]) == 0
    assert not plane(scans, HIDDEN)[SPECK].any()
    assert not (scans / "out" / "repeated").exists()


def test_that_confirmed_places_of_one_folder_hold_for_scans_of_another(scans, fake, tmp_path):
    fake.backend.faces = []
    write_report([reported(Decision.YES), reported(Decision.ASK, rows=slice(5, 9))], tmp_path / "other")
    report = tmp_path / "other" / "repeated" / "places.json"
    one = scans / "in" / f"{HIDDEN}.png"
    assert main(["find-damage", str(one), "-o", str(scans / "out"), "--repeated", str(report)]) == 0
    assert (plane(scans, HIDDEN)[SPECK] == DamageClass.DUST).all()
    assert not plane(scans, HIDDEN)[5:9].any()


def test_that_a_damaged_report_is_said_before_anything_is_searched(scans, fake, capsys):
    (scans / "bad.json").write_text("{")
    command = ["find-damage", str(scans / "in"), "-o", str(scans / "out"), "--repeated", str(scans / "bad.json")]
    assert main(command) == 1
    assert "bad.json" in capsys.readouterr().err
    assert not (scans / "out").exists()
