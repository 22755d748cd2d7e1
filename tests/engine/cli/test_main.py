"""The command line: what it says, where, and with which exit code."""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import numpy as np
import pytest
from fake_engine import FakeEngine, alignment_at
from pictures import box_mask, noise_photo

from facerestore.cli import arguments
from facerestore.cli.main import main
from facerestore.cli.progress import ctrl_c_cancels
from facerestore.cli.restore import output_path
from facerestore.files.layout_file import read_layout
from facerestore.files.places import log_file, stop_log
from facerestore.files.plane_file import write_plane
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs import engine as engine_module
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind
from facerestore.values.errors import UsageError, WeightsMissing


@pytest.fixture(autouse=True)
def closed_log():
    yield
    stop_log()


@pytest.fixture
def fake(monkeypatch):
    """The engine that the commands get; its fields may be changed."""
    engine = FakeEngine()
    engine.devices = []

    def made(*, device):
        engine.devices.append(device)
        return engine

    monkeypatch.setattr(engine_module, "LocalEngine", made)
    return engine


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


def test_that_points_reach_the_engine(fake, photo, tmp_path):
    assert restore(photo, "--points", "20,20;40,20;30,30;22,38;38,38", out=tmp_path / "r.png") == 0
    centre = fake.restored[0][1][0].to_crop(np.array([[30, 30]]))[0]
    assert centre == pytest.approx([128, 159], abs=12)


def test_that_no_face_exits_with_1_and_says_how_to_give_points(fake, photo, tmp_path, capsys):
    fake.alignments = ()
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


@pytest.mark.parametrize(
    "argv",
    [
        ["bogus"],
        ["restore"],
        ["restore", "a.png", "--mask", "b.png"],
        ["restore", "a.png", "--mask", "b.png", "-o", "c.png", "--points", "1,2;3,4"],
        ["restore", "a.png", "--mask", "b.png", "-o", "c.png", "--seed", "-1"],
        ["restore", "a.png", "--mask", "b.png", "-o", "c.png", "--device", "tpu"],
        ["batch", "in"],
        ["models"],
    ],
)
def test_that_a_usage_that_cannot_be_meant_exits_with_2(argv, capsys):
    with pytest.raises(SystemExit) as left:
        main(argv)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_that_a_result_in_an_unknown_format_is_a_usage_error(fake, photo, tmp_path):
    assert restore(photo, out=tmp_path / "r.xyz") == 2


def test_that_layout_writes_an_indexed_png_and_names_the_largest_of_several_faces(fake, photo, tmp_path, capsys):
    fake.alignments = (alignment_at(16, 24, 20), alignment_at(44, 24, 36))
    assert main(["layout", str(photo), "-o", str(tmp_path / "l.png")]) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'l.png'}\n"
    assert "2 faces" in captured.err
    assert read_layout(tmp_path / "l.png").labels.shape == (256, 256)


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
    assert [line.split() for line in out.splitlines()[-3:]] == [["restored", "3"], ["skipped", "1"], ["failed", "0"]]


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


def test_that_missing_weights_are_one_error_and_not_one_for_each_photo(monkeypatch, folder, capsys):
    class Without:
        def __init__(self, *, device):
            pass

        def ensure_ready(self):
            raise WeightsMissing("The texture network is not installed.", advice="Install facerestore again.")

    monkeypatch.setattr(engine_module, "LocalEngine", Without)
    assert batch(folder) == 1
    captured = capsys.readouterr()
    assert captured.err == "facerestore: The texture network is not installed. Install facerestore again.\n"
    assert captured.out == ""


def test_that_a_folder_that_is_only_to_be_filled_needs_no_networks(fake, folder, monkeypatch, capsys):
    def missing():
        raise WeightsMissing("The texture network is not installed.", advice="Install facerestore again.")

    monkeypatch.setattr(fake, "ensure_ready", missing)
    fills = folder / "fills"
    fills.mkdir()
    for mask in (folder / "in").glob("*_mask.png"):
        mask.rename(fills / mask.name.replace("_mask", "_fill"))
    assert batch(folder, "--fill-dir", str(fills)) == 0
    assert "restored  a.png -> a_restored.png" in capsys.readouterr().out


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


def test_that_without_arguments_the_window_opens(monkeypatch):
    opened = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(
        sys.modules, "facerestore_gui.main", SimpleNamespace(main=lambda argv: opened.append(argv) or 0)
    )
    assert main([]) == 0
    assert main(["gui", "a.png", "--mask", "m.png", "--layout", "l.png"]) == 0
    assert opened == [[], ["a.png", "--mask", "m.png", "--layout", "l.png"]]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has a display")
def test_that_without_a_display_the_window_is_an_error_and_not_a_crash(monkeypatch, capsys):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert main([]) == 1
    assert "no display" in capsys.readouterr().err


def test_that_training_gets_its_arguments_untouched(monkeypatch):
    given = []
    monkeypatch.setitem(
        sys.modules, "facerestore_training.main", SimpleNamespace(main=lambda argv: given.append(argv) or 0)
    )
    assert main(["train", "texture", "--help"]) == 0
    assert main(["evaluate", "--anything"]) == 0
    assert given == [["train", "texture", "--help"], ["evaluate", "--anything"]]


@pytest.mark.parametrize("text", ["", "1,2", "1,2;3,4;5,6;7,8", "1,2;3,4;5,6;7,8;9", "1,2;3,4;5,6;7,8;9,nan"])
def test_that_points_that_are_not_five_pairs_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError, match="five points"):
        arguments.points(text)


def test_that_points_may_have_fractions_and_a_last_semicolon():
    assert arguments.points("1,2; 3.5,4;5,6;7,8;9,10;")[1] == (3.5, 4.0)


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


def test_that_the_sample_writes_all_its_pictures_and_may_be_repeated(fake, tmp_path, capsys):
    fake.alignments = (alignment_at(225, 110, 160),)
    for _ in range(2):
        assert main(["sample", "-o", str(tmp_path / "sample")]) == 0
    assert sorted(path.name for path in (tmp_path / "sample").iterdir()) == [
        "before_after.png",
        "portrait.png",
        "portrait_layout.png",
        "portrait_mask.png",
        "portrait_restored.json",
        "portrait_restored.png",
    ]
    assert str(tmp_path / "sample" / "before_after.png") in capsys.readouterr().out


def test_that_the_doctor_speaks_even_where_the_networks_cannot_be_read(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "facerestore.inference.networks", None)
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "!! examination failed" in out
    assert "torch: " in out
    assert str(log_file()) in out


def test_that_help_is_quick_because_nothing_heavy_is_imported():
    code = (
        "import sys; from facerestore.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'PySide6', 'numpy', 'cv2', 'PIL', 'skimage'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "restore" in done.stdout


def test_that_models_are_listed_and_a_damaged_one_is_found(tmp_path, capsys):
    from tiny_weights import TINY, write_tiny_weights

    folder = write_tiny_weights(tmp_path / "weights")
    assert main(["models", "list", "--weights-dir", str(folder)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in listed} == set(TINY)
    assert main(["models", "verify", "--weights-dir", str(folder)]) == 0
    capsys.readouterr()
    (folder / f"{TINY[1]}.safetensors").write_bytes(b"")
    assert main(["models", "verify", "--weights-dir", str(folder)]) == 1
    verdicts = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert sorted(verdicts) == ["DAMAGED", *["ok"] * (len(TINY) - 1)]


def test_that_the_doctor_names_a_task_without_a_network(monkeypatch, tmp_path, capsys):
    from tiny_weights import write_tiny_weights

    folder = write_tiny_weights(tmp_path / "weights")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["weights"] = [entry for entry in manifest["weights"] if "texture" not in entry["network"]]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    monkeypatch.setenv("FACERESTORE_WEIGHTS", str(folder))
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "!! texture: no network is installed" in out
    assert out.count("!!") == 2  # there, and in the last sentence


class TestSeveralMasks:
    def test_that_they_are_taken_and_what_is_protected_stays(self, fake, photo, tmp_path):
        write_mask(box_mask(noise_photo(64, 48).extent, 0, 0, 30, 48), tmp_path / "stay.png")
        write_mask(box_mask(noise_photo(64, 48).extent, 45, 0, 60, 10), tmp_path / "fill.png")
        more = ("--protect", str(tmp_path / "stay.png"), "--fill", str(tmp_path / "fill.png"))
        assert restore(photo, *more, out=tmp_path / "result.png") == 0
        before, after = read_photo(photo).pixels, read_photo(tmp_path / "result.png").pixels
        assert (after[:, :30] == before[:, :30]).all()
        assert (after[10:30, 30:40] == 127).all()
        assert (after[:10, 45:60] == 63).all()

    def test_that_one_to_fill_is_enough_and_none_is_a_usage_error(self, fake, photo, tmp_path, capsys):
        mask = str(photo.with_name("scan_mask.png"))
        assert main(["restore", str(photo), "--fill", mask, "-o", str(tmp_path / "a.png")]) == 0
        assert main(["restore", str(photo), "--protect", mask, "-o", str(tmp_path / "b.png")]) == 2
        assert "--fill" in capsys.readouterr().err

    def test_that_a_policy_is_said_by_class_and_a_wrong_one_is_a_usage_error(self, fake, photo, tmp_path, capsys):
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

    def test_that_a_policy_of_a_class_that_only_some_masks_of_a_batch_have_fails_none(self, fake, folder, capsys):
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

    def test_that_a_batch_takes_folders_of_them(self, fake, folder):
        (folder / "stay").mkdir()
        write_mask(box_mask(noise_photo(32, 24).extent, 0, 0, 12, 24), folder / "stay" / "a.png")
        assert batch(folder, "--protect-dir", str(folder / "stay"), "--policy", "dust=restore") == 0
        before, after = read_photo(folder / "in" / "a.png").pixels, read_photo(folder / "out" / "a_restored.png").pixels
        assert (after[:, :12] == before[:, :12]).all()
        assert (after[:, 12:] != before[:, 12:]).any()
