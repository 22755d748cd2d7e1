"""``batch``: what it says, where, and with which exit code."""

import json
import os
import signal
import sys
import time

import numpy as np
import pytest
from pictures import box_mask, noise_photo

from facerestore.batch.ledger import Ledger
from facerestore.cli.main import main
from facerestore.cli.progress import ctrl_c_cancels
from facerestore.documents.kept_projects import own_place
from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.plane_file import write_plane
from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.files.user_dirs import project_folder
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind
from facerestore.values.errors import WeightsMissing


def batch(tmp_path, *more):
    return main(["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"), *more])


@pytest.fixture
def folder(tmp_path):
    """Three photos with masks and one without."""
    (tmp_path / "in").mkdir()
    for name in ("a", "b", "c"):
        picture = noise_photo(32, 24)
        write_photo(picture, tmp_path / "in" / f"{name}.png")
        write_mask(box_mask(picture.extent, 4, 4, 20, 20), tmp_path / "in" / f"{name}_mask.png")
    write_photo(noise_photo(32, 24), tmp_path / "in" / "without.png")
    return tmp_path


def test_that_a_good_batch_exits_with_0_and_sums_up(fake, folder, capsys):
    assert batch(folder) == 0
    out = capsys.readouterr().out
    assert "restored  a.png -> a_restored.png" in out
    assert "skipped   without.png: no mask" in out
    assert [line.split() for line in out.splitlines()[-4:-1]] == [["restored", "3"], ["skipped", "1"], ["failed", "0"]]


def test_that_a_batch_with_a_bad_photo_restores_the_rest_and_exits_with_1(fake, folder, capsys):
    (folder / "in" / "b.png").write_bytes(b"nothing")
    assert batch(folder) == 1
    captured = capsys.readouterr()
    assert sorted(p.name for p in (folder / "out").glob("*.png")) == ["a_restored.png", "c_restored.png"]
    assert captured.err.count("\n") == 1
    assert "b.png" in captured.err


def test_that_a_batch_of_photos_without_masks_exits_with_1_and_says_where_masks_go(fake, folder, capsys):
    for mask in (folder / "in").glob("*_mask.png"):
        mask.unlink()
    assert batch(folder) == 1
    assert "--mask-dir" in capsys.readouterr().err


def test_that_a_batch_of_a_folder_that_is_not_there_exits_with_2(fake, tmp_path):
    assert main(["batch", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out")]) == 2


def test_that_missing_weights_are_one_error_and_not_one_for_each_photo(fake, monkeypatch, folder, capsys):
    def missing(tasks):
        raise WeightsMissing("The texture network is not installed.", advice="Install facerestore again.")

    monkeypatch.setattr(fake, "verified_hashes", missing)
    assert batch(folder) == 1
    captured = capsys.readouterr()
    assert captured.err == "facerestore: The texture network is not installed. Install facerestore again.\n"
    assert captured.out == ""


def test_that_a_batch_with_a_restorer_without_networks_asks_for_none(fake, folder, monkeypatch, capsys):
    monkeypatch.setattr(fake, "verified_hashes", lambda tasks: pytest.fail("no network is needed"))
    assert batch(folder, "--restorer", "telea") == 0
    assert json.loads((folder / "out" / "a_restored.json").read_text())["restorer"] == "telea"
    assert batch(folder, "--restorer", "telea", "--layout-dir", str(folder)) == 2
    assert "no layout" in capsys.readouterr().err


def test_that_a_folder_that_is_only_to_be_filled_needs_no_networks(fake, folder, monkeypatch, capsys):
    def missing(tasks):
        raise WeightsMissing("The texture network is not installed.", advice="Install facerestore again.")

    monkeypatch.setattr(fake, "verified_hashes", missing)
    fills = folder / "fills"
    fills.mkdir()
    for mask in (folder / "in").glob("*_mask.png"):
        mask.rename(fills / mask.name.replace("_mask", "_fill"))
    assert batch(folder, "--fill-dir", str(fills)) == 0
    assert "restored  a.png -> a_restored.png" in capsys.readouterr().out


def test_that_a_policy_of_a_class_that_only_some_masks_of_a_batch_have_fails_none(fake, folder, capsys):
    tape = DamageKind(number=254, policy=Policy.RESTORE, name="Tape", colour="#804020")
    plane = np.zeros((24, 32), np.uint8)
    plane[4:20, 4:20], plane[:2] = 254, 255
    write_plane(plane, folder / "in" / "a_mask.png", table=DEFAULT_TABLE.added(tape), overwrite=True)
    assert batch(folder, "--policy", "foxing=keep") == 2
    assert "Tape" in capsys.readouterr().err
    assert not (folder / "out").exists()
    assert batch(folder, "--policy", "tape=keep") == 0
    lines = capsys.readouterr().out.splitlines()
    assert ["tape" in line for line in lines if line.startswith("restored ")] == [False, True, True, False]
    before, after = read_photo(folder / "in" / "a.png").pixels, read_photo(folder / "out" / "a_restored.png").pixels
    assert (after[4:] == before[4:]).all()
    assert (after[:2] != before[:2]).any()


def test_that_a_batch_takes_folders_of_further_masks(fake, folder):
    (folder / "stay").mkdir()
    write_mask(box_mask(noise_photo(32, 24).extent, 0, 0, 12, 24), folder / "stay" / "a.png")
    assert batch(folder, "--protect-dir", str(folder / "stay"), "--policy", "dust=restore") == 0
    before, after = read_photo(folder / "in" / "a.png").pixels, read_photo(folder / "out" / "a_restored.png").pixels
    assert (after[:, :12] == before[:, :12]).all()
    assert (after[:, 12:] != before[:, 12:]).any()


@pytest.fixture
def python_interrupts():
    """Ctrl+C as Python handles it: a shell that starts its tests in the background lets them ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("python_interrupts")
def test_that_the_first_ctrl_c_asks_politely_and_the_second_stops_at_once(capsys):
    with ctrl_c_cancels() as cancel:
        assert not cancel.is_set()
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        assert cancel.is_set()
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - the signal may come a moment after the call
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("python_interrupts")
def test_that_a_stopped_batch_exits_with_130_and_says_how_many_are_left(fake, folder, capsys):
    class Stop:
        def set(self):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.01)

    fake.cancels_on["b.png"] = Stop()
    assert batch(folder) == 130
    captured = capsys.readouterr()
    assert ["not", "begun", "3"] in [line.split() for line in captured.out.splitlines()]
    assert sorted(p.name for p in (folder / "out").glob("*.png")) == ["a_restored.png"]


def test_that_a_dry_run_lists_what_would_happen_and_does_nothing(fake, folder, capsys):
    assert batch(folder, "--dry-run") == 0
    out = capsys.readouterr().out
    assert "restore   a.png -> a_restored.png: not restored yet" in out
    assert "nothing   without.png: no mask" in out
    assert not (folder / "out").exists()
    assert batch(folder) == 0
    capsys.readouterr()
    assert batch(folder, "--dry-run", "--seed", "4") == 0
    assert capsys.readouterr().out.count("photo, mask or settings changed") == 3
    assert fake.restored == fake.restored[:3]


def test_that_the_same_command_says_what_was_done_before_and_what_failed(fake, folder, capsys):
    (folder / "in" / "b.png").write_bytes(b"nothing")
    assert batch(folder) == 1
    capsys.readouterr()
    assert batch(folder) == 1
    captured = capsys.readouterr()
    assert "done      a.png: already restored" in captured.out
    assert "(in an earlier run)" in captured.out
    assert ["done", "before", "2"] in [line.split() for line in captured.out.splitlines()]
    assert "--retry-failed" in captured.err
    assert len(fake.restored) == 2


def test_that_a_second_run_on_one_output_is_refused(fake, folder, capsys):
    (folder / "out").mkdir()
    with Ledger.opened(folder / "out") as ledger:
        ledger.begin_run({})
        assert batch(folder) == 2
    assert "Another run" in capsys.readouterr().err


def test_that_a_project_beside_a_photo_comes_before_its_mask(fake, folder, capsys):
    photo = read_photo(folder / "in" / "a.png")
    coverage = np.zeros((24, 32), np.uint8)
    coverage[2:5, 20:30] = 255
    saved = SavedProject(Original.of(photo, file_hash(photo.path)), coverage, seed=7)
    write_project(saved, folder / "in" / "a.facerestore")
    assert batch(folder) == 0
    after = read_photo(folder / "out" / "a_restored.png").pixels
    changed = (after != photo.pixels).any(axis=2)
    assert changed[2:5, 20:30].all()
    assert not changed[5:].any()
    assert [seed for name, *_, seed in fake.restored if name == "a.png"] == [7]
    assert batch(folder, "--no-projects") == 0
    assert (read_photo(folder / "out" / "a_restored.png").pixels != photo.pixels).any(axis=2)[10, 10]
    write_photo(noise_photo(32, 24, seed=8), folder / "in" / "a.png", overwrite=True)
    capsys.readouterr()
    assert batch(folder) == 1
    assert "made with another photo" in capsys.readouterr().err


def test_that_of_two_projects_the_newest_is_taken_as_in_the_window_and_said(fake, folder, capsys):
    photo = read_photo(folder / "in" / "a.png")
    for name, rows, written_s in (("a.facerestore", slice(2, 5), 1000), ("a.png.facerestore", slice(10, 14), 2000)):
        coverage = np.zeros((24, 32), np.uint8)
        coverage[rows, 20:30] = 255
        saved = SavedProject(Original.of(photo, file_hash(photo.path)), coverage)
        write_project(saved, folder / "in" / name)
        os.utime(folder / "in" / name, (written_s, written_s))
    said = "The photo has 2 projects. The newest is used, a.png.facerestore"
    assert batch(folder, "--dry-run") == 0
    assert [line for line in capsys.readouterr().out.splitlines() if said in line and "a.png" in line]
    assert batch(folder) == 0
    assert said in capsys.readouterr().out
    changed = (read_photo(folder / "out" / "a_restored.png").pixels != photo.pixels).any(axis=2)
    assert changed[10:14, 20:30].all()
    assert not changed[:10].any()


def test_that_a_project_in_the_programs_own_folder_is_taken_as_in_the_window(fake, folder, capsys):
    photo = read_photo(folder / "in" / "without.png")
    coverage = np.zeros((24, 32), np.uint8)
    coverage[2:5, 20:30] = 255
    place = own_place(photo.path, project_folder())
    place.parent.mkdir(parents=True)
    write_project(SavedProject(Original.of(photo, file_hash(photo.path)), coverage), place)
    assert batch(folder, "--no-projects") == 0
    assert not (folder / "out" / "without_restored.png").exists()
    assert batch(folder) == 0
    assert "restored  without.png" in capsys.readouterr().out
    changed = (read_photo(folder / "out" / "without_restored.png").pixels != photo.pixels).any(axis=2)
    assert changed[2:5, 20:30].all()
    assert not changed[5:].any()


def test_that_the_project_of_another_photo_of_the_same_stem_is_not_taken(fake, folder):
    (folder / "in" / "a_mask.png").unlink()
    write_photo(noise_photo(32, 24, seed=8), folder / "in" / "a.tif")
    other = read_photo(folder / "in" / "a.tif")
    coverage = np.zeros((24, 32), np.uint8)
    coverage[2:5, 20:30] = 255
    write_project(SavedProject(Original.of(other, file_hash(other.path)), coverage), folder / "in" / "a.facerestore")
    assert batch(folder) == 0
    assert not list((folder / "out").glob("a*_restored.png"))
    assert list((folder / "out").glob("a*_restored.tif"))


def test_that_a_cluster_without_ray_is_a_usage_error_that_says_how_to_install_it(fake, folder, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ray", None)
    assert batch(folder, "--engine", "ray") == 2
    said = capsys.readouterr().err
    assert "Ray is not installed" in said
    assert "python -m pip install ray" in said
    assert list((folder / "out").iterdir()) == []


@pytest.mark.parametrize("more", [("--ray-address", "auto"), ("--ray-cores", "2")])
def test_that_options_of_a_cluster_without_one_are_a_usage_error(fake, folder, more, capsys):
    assert batch(folder, *more) == 2
    assert "--engine ray" in capsys.readouterr().err


def test_that_what_goes_by_a_ray_client_is_refused_with_the_way_that_works(fake, folder, capsys):
    assert batch(folder, "--engine", "ray", "--ray-address", "ray://head:10001") == 2
    assert "--ray-address auto" in capsys.readouterr().err


def test_that_a_result_changed_elsewhere_is_not_said_to_have_failed_before(fake, folder, capsys):
    assert batch(folder) == 0
    write_photo(noise_photo(32, 24, seed=9), folder / "out" / "a_restored.png", overwrite=True)
    capsys.readouterr()
    assert batch(folder, "--seed", "3") == 1
    captured = capsys.readouterr()
    assert "in another program" in captured.out
    assert "earlier run" not in captured.out + captured.err


def test_that_restorers_are_given_again_or_in_a_list_and_each_once(fake, folder, capsys):
    assert batch(folder, "--restorer", "semantic", "--restorer", "telea,semantic", "--name", "{restorer}-{stem}") == 0
    assert sorted(path.name for path in (folder / "out").glob("*.png")) == [
        f"{way}-{photo}.png" for way in ("semantic", "telea") for photo in "abc"
    ]
    with pytest.raises(SystemExit):
        batch(folder, "--restorer", "telea,magic")
    assert "no restorer 'magic'" in capsys.readouterr().err


def test_that_names_that_cannot_be_are_a_usage_error_before_anything_starts(fake, folder, capsys):
    assert batch(folder, "--name", "result") == 2
    assert "one name" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_that_a_dry_run_knows_renamed_photos(fake, folder, capsys):
    assert batch(folder) == 0
    for end in (".png", "_mask.png"):
        (folder / "in" / f"a{end}").rename(folder / "in" / f"grandmother{end}")
    capsys.readouterr()
    assert batch(folder, "--dry-run") == 0
    assert "nothing   grandmother.png -> grandmother_restored.png: restored as a.png" in capsys.readouterr().out
    assert (folder / "out" / "a_restored.png").exists()


def test_that_a_dry_run_is_not_watched(fake, folder, capsys):
    assert batch(folder, "--dry-run", "--watch") == 2
    assert "--watch" in capsys.readouterr().err
