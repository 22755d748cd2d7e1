"""The weights that may be used for paid work, on the command line: what they do, and what they are refused for."""

import json

import pytest
from pictures import box_mask, noise_photo

from facerestore.cli.arguments import chosen_restorers
from facerestore.cli.main import main
from facerestore.files.installed_weights import WEIGHTS_VARIABLE
from facerestore.files.writing import write_mask, write_photo
from facerestore.inference.backends.torch.networks import name_for
from facerestore.inference.installed_engines import onnx_problem
from facerestore.restoration.restorer_cards import NOT_FOR_PAID_WORK, card_of
from facerestore.restoration.restorers import AUTO, RESTORERS, SEMANTIC, can_be_used
from facerestore.values.errors import WeightsMissing


@pytest.fixture(autouse=True)
def chosen(monkeypatch):
    monkeypatch.setenv(WEIGHTS_VARIABLE, "public-domain")


@pytest.fixture
def photo(tmp_path):
    """A photo with its mask beside it."""
    picture = noise_photo(64, 48)
    write_photo(picture, tmp_path / "scan.png")
    write_mask(box_mask(picture.extent, 20, 10, 40, 30), tmp_path / "scan_mask.png")
    return tmp_path / "scan.png"


def restore(photo, *more):
    mask, out = photo.with_name("scan_mask.png"), photo.with_name("r.png")
    return main(["restore", str(photo), "--mask", str(mask), "-o", str(out), "--device", "cpu", *more])


def test_that_the_ways_that_can_be_used_are_offered_and_the_first_of_them_is_the_default():
    assert {one.name for one in RESTORERS.values() if can_be_used(one)} == {
        "auto",
        "telea",
        "navier-stokes",
        "membrane",
    }
    assert chosen_restorers(None) == (AUTO,)
    assert NOT_FOR_PAID_WORK in card_of(SEMANTIC)


@pytest.mark.parametrize(("more", "way"), [((), "membrane"), (("--restorer", "telea"), "telea")])
def test_that_a_photo_is_restored_and_the_record_names_the_set(photo, more, way):
    assert restore(photo, *more) == 0
    record = json.loads(photo.with_name("r.json").read_text())
    assert (record["restorer"], record["weights_set"], record["weights"]) == (way, "public-domain", {})


def test_that_the_record_names_no_set_with_the_programs_own_weights(photo, monkeypatch):
    monkeypatch.delenv(WEIGHTS_VARIABLE)
    assert restore(photo, "--restorer", "telea") == 0
    assert json.loads(photo.with_name("r.json").read_text())["weights_set"] is None


def test_that_a_way_without_its_networks_is_refused_before_anything_is_done_with_what_to_do(photo, capsys):
    assert restore(photo, "--restorer", "semantic") == 1
    said = capsys.readouterr().err
    assert "research only" in said
    assert "telea, navier-stokes, membrane" in said
    assert not photo.with_name("r.png").exists()
    results = photo.parent / "results"
    assert main(["batch", str(photo.parent), "-o", str(results), "--restorer", "telea,semantic"]) == 1
    assert "research only" in capsys.readouterr().err
    assert not results.exists()


def test_that_a_layout_is_refused_with_what_to_do(tmp_path, capsys):
    write_photo(noise_photo(64, 64), tmp_path / "crop.png")
    layout = str(tmp_path / "layout.png")
    assert main(["layout", str(tmp_path / "crop.png"), "--aligned", "-o", layout, "--device", "cpu"]) == 1
    assert "The weights for paid work have no network for this (layout)" in capsys.readouterr().err
    for task in ("layout", "texture", "inpainting"):
        with pytest.raises(WeightsMissing, match="research only"):
            name_for(task)


def test_that_both_engines_have_what_the_set_has():
    assert onnx_problem() is None
    assert name_for("detection") == "face_detector.base"


def test_that_the_doctor_takes_the_set_for_whole_and_says_what_it_lacks(capsys):
    main(["doctor"])
    out = capsys.readouterr().out
    assert "set of weights: public-domain" in out
    assert "layout: not part of this set" in out
    assert "!! layout" not in out
    assert main(["models", "verify"]) == 0
    assert main(["models", "terms"]) == 0
    assert "non-commercial" not in capsys.readouterr().out
