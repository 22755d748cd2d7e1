"""The command line as a whole: usage, help, the window, training, the sample."""

import argparse
import importlib.util
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from fake_backend import face_at

from facerestore.cli import arguments
from facerestore.cli.main import main


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


def test_that_without_arguments_the_window_opens(monkeypatch):
    opened = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(
        sys.modules, "facerestore_gui.main", SimpleNamespace(main=lambda argv: opened.append(argv) or 0)
    )
    assert main([]) == 0
    assert main(["gui", "a.png", "--mask", "m.png", "--layout", "l.png"]) == 0
    assert opened == [[], ["a.png", "--mask", "m.png", "--layout", "l.png"]]


def test_that_a_file_in_place_of_a_command_opens_the_window_on_it(monkeypatch, tmp_path, capsys):
    opened = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(
        sys.modules, "facerestore_gui.main", SimpleNamespace(main=lambda argv: opened.append(argv) or 0)
    )
    monkeypatch.chdir(tmp_path)
    (tmp_path / "portraits").mkdir()
    assert main(["scan.tif", "--language", "de"]) == 0
    assert main(["portraits"]) == 0
    assert main(["gui", "--language", "de"]) == 0
    assert opened == [["scan.tif", "--language", "de"], ["portraits"], ["--language", "de"]]
    with pytest.raises(SystemExit):
        main(["restroe"])
    assert "invalid choice" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has a display")
def test_that_without_a_display_the_window_is_an_error_and_not_a_crash(monkeypatch, capsys):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    program = [sys.executable, "-m", "facerestore"]
    search = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        program, env={**os.environ, "PYTHONPATH": search}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has a display")
@pytest.mark.parametrize("settings", [{"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "nonsense"}])
@pytest.mark.parametrize("module", ["facerestore", "facerestore_gui.main"])
def test_that_a_display_that_does_not_answer_is_one_sentence(settings, module):
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in names} | settings
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run([sys.executable, "-m", module], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("facerestore: The window cannot be opened on this display")
    assert done.stderr.count("\n") == 1


def test_that_training_gets_its_arguments_untouched(monkeypatch):
    given = []
    monkeypatch.setitem(
        sys.modules, "facerestore_training.main", SimpleNamespace(main=lambda argv: given.append(argv) or 0)
    )
    assert main(["train", "texture", "--help"]) == 0
    assert main(["evaluate", "--anything"]) == 0
    assert given == [["train", "texture", "--help"], ["evaluate", "--anything"]]


def test_that_training_without_pytorch_says_what_it_needs(monkeypatch, capsys):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "torch" else found(name, *rest)
    )
    monkeypatch.setitem(sys.modules, "facerestore_training.main", None)
    assert main(["train", "texture"]) == 2
    assert "PyTorch, which is not installed" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "1,2", "1,2;3,4;5,6;7,8", "1,2;3,4;5,6;7,8;9", "1,2;3,4;5,6;7,8;9,nan"])
def test_that_points_that_are_not_five_pairs_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError, match="five points"):
        arguments.points(text)


def test_that_points_may_have_fractions_and_a_last_semicolon():
    assert arguments.points("1,2; 3.5,4;5,6;7,8;9,10;")[1] == (3.5, 4.0)


def test_that_the_sample_writes_all_its_pictures_and_may_be_repeated(fake, tmp_path, capsys):
    fake.backend.faces = (face_at(225, 110, 160),)
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
