"""``restore`` and ``layout``: what they say, where, and with which exit code."""

import json

import numpy as np
import pytest
from fake_backend import face_at
from pictures import box_mask, noise_photo

from facerestore.cli.main import main
from facerestore.cli.restore import output_path
from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.layout_file import read_layout
from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.files.user_dirs import log_file
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.errors import UsageError
from facerestore.values.framing import Framing


@pytest.fixture
def photo(tmp_path):
    """A photo with its mask beside it."""
    picture = noise_photo(64, 48)
    write_photo(picture, tmp_path / "scan.png")
    write_mask(box_mask(picture.extent, 20, 10, 40, 30), tmp_path / "scan_mask.png")
    return tmp_path / "scan.png"


def restore(photo, *more, out):
    return main(["restore", str(photo), "--mask", str(photo.with_name("scan_mask.png")), "-o", str(out), *more])


def test_that_restore_prints_the_result_and_nothing_else_on_standard_output(fake, photo, tmp_path, capsys):
    assert restore(photo, out=tmp_path / "result.png") == 0
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'result.png'}\n"
    assert captured.err == ""
    assert (tmp_path / "result.json").is_file()


def test_that_restore_into_a_folder_names_the_result_after_the_photo(fake, photo, tmp_path):
    assert restore(photo, out=f"{tmp_path}/results/") == 0
    assert read_photo(tmp_path / "results" / "scan_restored.png").extent == read_photo(photo).extent
    assert (tmp_path / "results" / "scan_restored.json").is_file()


def test_that_seed_and_device_reach_the_engine(fake, photo, tmp_path):
    assert restore(photo, "--seed", "7", "--device", "cpu", out=tmp_path / "r.png") == 0
    assert fake.devices == ["cpu"]
    assert fake.restored[0][3] == 7


def test_that_the_strength_of_detail_reaches_the_engine_and_the_record(fake, photo, tmp_path, capsys):
    assert restore(photo, out=tmp_path / "r.png") == 0
    assert restore(photo, "--detail", "0.25", out=tmp_path / "s.png") == 0
    assert fake.details == [1.0, 0.25]
    assert [json.loads((tmp_path / f"{name}.json").read_text())["detail"] for name in "rs"] == [1.0, 0.25]
    for wrong in ("1.5", "-0.1", "nan", "much"):
        with pytest.raises(SystemExit, match="2"):
            restore(photo, f"--detail={wrong}", out=tmp_path / "t.png")
        assert "from 0 to 1" in capsys.readouterr().err


@pytest.mark.parametrize("restorer", ["telea", "navier-stokes", "membrane"])
def test_that_a_restorer_without_networks_asks_for_none_and_is_recorded(fake, photo, tmp_path, restorer):
    assert restore(photo, "--restorer", restorer, out=tmp_path / "r.png") == 0
    record = json.loads((tmp_path / "r.json").read_text())
    assert (record["restorer"], record["weights"], record["generated_share"]) == (restorer, {}, 0)
    assert fake.devices == ["auto"]
    assert fake.restored == []


def test_that_a_way_that_was_chosen_stands_in_the_record_with_its_reason(fake, photo, tmp_path, capsys):
    assert restore(photo, "--restorer", "auto", out=tmp_path / "r.png") == 0
    record = json.loads((tmp_path / "r.json").read_text())
    assert (record["asked_restorer"], record["restorer"]) == ("auto", "semantic")
    (reason,) = [note for note in record["notes"] if note.startswith("Way to restore, chosen by the damage: ")]
    assert "Damage lies in a face" in reason
    assert f"note: {reason}" in capsys.readouterr().err
    fake.backend.faces = ()
    assert restore(photo, "--restorer", "auto", out=tmp_path / "s.png") == 0
    record = json.loads((tmp_path / "s.json").read_text())
    assert record["restorer"] in ("membrane", "navier-stokes")
    assert any("No face is damaged" in note for note in record["notes"])


def test_that_who_names_a_way_has_no_other_in_the_record(fake, photo, tmp_path):
    assert restore(photo, "--restorer", "telea", out=tmp_path / "r.png") == 0
    record = json.loads((tmp_path / "r.json").read_text())
    assert record["asked_restorer"] is None
    assert not any("chosen by the damage" in note for note in record["notes"])


@pytest.mark.parametrize(
    "given", [("--aligned",), ("--points", "20,20;40,20;30,30;22,38;38,38"), ("--layout", "l.png")]
)
def test_that_what_a_restorer_does_not_look_at_is_a_usage_error(fake, photo, tmp_path, capsys, given):
    assert restore(photo, "--restorer", "telea", *given, out=tmp_path / "r.png") == 2
    assert "telea looks at no" in capsys.readouterr().err
    assert not (tmp_path / "r.png").exists()


def test_that_an_unknown_restorer_is_refused_with_those_that_are_known(fake, photo, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        restore(photo, "--restorer", "magic", out=tmp_path / "r.png")
    assert ended.value.code == 2
    assert "semantic, auto, in2, isfrnet, telea, navier-stokes, membrane" in capsys.readouterr().err.replace("'", "")


def test_that_points_reach_the_engine(fake, photo, tmp_path):
    assert restore(photo, "--points", "20,20;40,20;30,30;22,38;38,38", out=tmp_path / "r.png") == 0
    centre = fake.restored[0][1][0].to_crop(np.array([[30, 30]]))[0]
    assert centre == pytest.approx([128, 159], abs=12)


def test_that_no_face_exits_with_1_and_says_how_to_give_points(fake, photo, tmp_path, capsys):
    fake.backend.faces = ()
    assert restore(photo, out=tmp_path / "r.png") == 1
    assert "--points" in capsys.readouterr().err
    assert not (tmp_path / "r.png").exists()


def test_that_an_error_is_one_line_on_standard_error(fake, photo, tmp_path, capsys):
    photo.write_bytes(b"nothing")
    assert restore(photo, out=tmp_path / "r.png") == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("facerestore: scan.png: ")
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_that_an_unexpected_fault_shows_no_traceback_and_the_log_has_it(fake, photo, tmp_path, capsys):
    fake.fails_on["scan.png"] = ZeroDivisionError("deep inside")
    assert restore(photo, out=tmp_path / "r.png") == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.count("\n") == 1
    assert str(log_file()) in said
    assert "deep inside" in log_file().read_text(encoding="utf-8")


def test_that_too_little_memory_is_said_plainly(fake, photo, tmp_path, capsys):
    fake.fails_on["scan.png"] = MemoryError()
    assert restore(photo, out=tmp_path / "r.png") == 1
    assert "memory" in capsys.readouterr().err


def test_that_a_photo_that_is_not_square_cannot_be_aligned(fake, photo, tmp_path, capsys):
    assert restore(photo, "--aligned", out=tmp_path / "r.png") == 2
    assert "64 x 48" in capsys.readouterr().err


def test_that_a_result_in_an_unknown_format_is_a_usage_error(fake, photo, tmp_path):
    assert restore(photo, out=tmp_path / "r.xyz") == 2


def test_that_layout_writes_an_indexed_png_and_names_the_largest_of_several_faces(fake, photo, tmp_path, capsys):
    fake.backend.faces = (face_at(16, 24, 20), face_at(44, 24, 36))
    assert main(["layout", str(photo), "-o", str(tmp_path / "l.png")]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'l.png'}\n"
    assert "2 faces" in captured.err
    assert read_layout(tmp_path / "l.png").labels.shape == (256, 256)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("out.png", "out.png"),
        ("out.tif", "out.tif"),
        ("out/", "out/scan_restored.png"),
        ("out", "out/scan_restored.png"),
    ],
)
def test_that_out_is_a_file_or_a_folder(tmp_path, monkeypatch, text, expected):
    monkeypatch.chdir(tmp_path)
    assert output_path(text, photo=tmp_path / "scan.jpg").as_posix() == expected


def test_that_a_folder_with_a_dot_in_its_name_is_a_folder_if_it_is_there(tmp_path):
    (tmp_path / "year.1931").mkdir()
    assert output_path(str(tmp_path / "year.1931"), photo=tmp_path / "a.png").name == "a_restored.png"
    with pytest.raises(UsageError):
        output_path(str(tmp_path / "year.1932"), photo=tmp_path / "a.png")


def test_that_further_masks_are_taken_and_what_is_protected_stays(fake, photo, tmp_path):
    write_mask(box_mask(noise_photo(64, 48).extent, 0, 0, 30, 48), tmp_path / "stay.png")
    write_mask(box_mask(noise_photo(64, 48).extent, 45, 0, 60, 10), tmp_path / "fill.png")
    more = ("--protect", str(tmp_path / "stay.png"), "--fill", str(tmp_path / "fill.png"))
    assert restore(photo, *more, out=tmp_path / "result.png") == 0
    before, after = read_photo(photo).pixels, read_photo(tmp_path / "result.png").pixels
    assert (after[:, :30] == before[:, :30]).all()
    assert (after[10:30, 30:40] == 127).all()
    assert (after[:10, 45:60] == 63).all()


def test_that_a_mask_to_fill_is_enough_and_none_is_a_usage_error(fake, photo, tmp_path, capsys):
    mask = str(photo.with_name("scan_mask.png"))
    assert main(["restore", str(photo), "--fill", mask, "-o", str(tmp_path / "a.png")]) == 0
    assert main(["restore", str(photo), "--protect", mask, "-o", str(tmp_path / "b.png")]) == 2
    assert "--fill" in capsys.readouterr().err


def test_that_a_policy_is_said_by_class_and_a_wrong_one_is_a_usage_error(fake, photo, tmp_path, capsys):
    out = tmp_path / "a.png"
    assert restore(photo, "--policy", "damage=fill", out=out) == 0
    assert "Damage: filled without a network" in capsys.readouterr().err
    assert json.loads(out.with_suffix(".json").read_text())["generated_share"] == 0
    with pytest.raises(SystemExit) as ended:
        restore(photo, "--policy", "damage=burn", out=out)
    assert ended.value.code == 2
    assert "keep, protect, fill, restore" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        restore(photo, "--policy", "fill", out=out)
    written = out.read_bytes()
    assert restore(photo, "--policy", "mould=keep", "--overwrite", out=out) == 2
    assert "Known are Damage" in capsys.readouterr().err
    assert out.read_bytes() == written


@pytest.fixture
def project(photo):
    """A project of the photo, which is turned by a quarter."""
    picture = read_photo(photo)
    mask = box_mask(picture.extent, 20, 10, 40, 30)
    saved = SavedProject(Original.of(picture, file_hash(photo)), mask.coverage, framing=Framing(1))
    write_project(saved, photo.with_suffix(".facerestore"))
    return photo.with_suffix(".facerestore")


def test_that_a_project_is_restored_as_the_scan_lies_unless_it_is_asked_for_as_viewed(fake, photo, project, tmp_path):
    assert main(["restore", str(project), "-o", str(tmp_path / "lying.png")]) == 0
    assert main(["restore", str(project), "--framed", "-o", str(tmp_path / "viewed.png")]) == 0
    lying, viewed = (read_photo(tmp_path / name).pixels for name in ("lying.png", "viewed.png"))
    assert lying.shape == read_photo(photo).pixels.shape
    assert np.array_equal(viewed, np.rot90(lying, -1))


def test_that_a_project_into_a_folder_is_called_after_its_photo(fake, project, tmp_path):
    assert main(["restore", str(project), "-o", f"{tmp_path}/results/"]) == 0
    assert (tmp_path / "results" / "scan_restored.png").is_file()


def test_that_only_a_project_can_be_written_as_viewed(fake, photo, tmp_path, capsys):
    assert restore(photo, "--framed", out=tmp_path / "r.png") == 2
    assert "Only a project says" in capsys.readouterr().err


def test_that_a_mask_beside_a_project_is_refused(fake, photo, project, tmp_path, capsys):
    mask = str(photo.with_name("scan_mask.png"))
    assert main(["restore", str(project), "--mask", mask, "-o", str(tmp_path / "r.png")]) == 2
    assert "Leave --mask out" in capsys.readouterr().err


def test_that_a_project_whose_photo_is_gone_says_where_to_put_it(fake, photo, project, tmp_path, capsys):
    photo.unlink()
    assert main(["restore", str(project), "-o", str(tmp_path / "r.png")]) == 1
    assert "Put the photo beside the project" in capsys.readouterr().err
