"""The lock fits the project; and what the folder leaves out of OpenCV is what the program never asks of it."""

import re
import subprocess
import sys
from pathlib import Path

import cv2
import pytest
from package import debian_packages, folder_check, inside_folder, lock, opencv
from problems import Problem

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def locked():
    return lock.read()


def test_that_every_wheel_of_the_lock_is_one_of_the_constraints(locked):
    lines = (ROOT / "installer/constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if "==" in line)
    assert locked.wheels
    assert {file.name: file.version for file in locked.wheels} == {
        file.name: pinned[file.name] for file in locked.wheels
    }


def test_that_everything_the_project_asks_for_is_locked_and_pytorch_is_not(locked):
    names = {file.name for file in locked.wheels}
    asked = {lock.normalised(requirement) for requirement in lock.requirements(ROOT / "pyproject.toml")}
    assert "onnxruntime" in asked
    assert asked <= names
    assert not names & {"torch", "torchvision"}


def test_that_every_debian_package_that_is_used_is_locked_and_no_other(locked):
    assert sorted(file.name for file in locked.debian) == sorted(debian_packages.all_names())


def test_that_every_file_of_the_lock_has_a_hash(locked):
    for file in (*locked.wheels, *locked.tool_wheels, *locked.debian):
        assert re.fullmatch("[0-9a-f]{64}", file.sha256), file


def test_that_a_lock_is_read_as_it_was_written(tmp_path, locked):
    lock.write(locked, tmp_path / "lock.json")
    assert lock.read(tmp_path / "lock.json") == locked


def test_that_a_broken_lock_says_how_to_renew_it(tmp_path):
    (tmp_path / "lock.json").write_text('{"wheels": [{}]}', encoding="utf-8")
    with pytest.raises(Problem, match="--update-lock"):
        lock.read(tmp_path / "lock.json")


def test_that_no_wheel_may_ask_for_a_newer_c_library_than_debian_12_has():
    words = lock.pip_platform()
    assert "manylinux_2_36_x86_64" in words
    assert "manylinux_2_37_x86_64" not in words


def test_that_opencv_asks_for_algebra_and_codecs_by_the_names_that_are_changed():
    (module,) = Path(cv2.__file__).parent.glob("cv2.abi3.so")
    names = set(opencv.undefined_names(module))
    changed = opencv.renamed(sorted(names))
    assert {"cblas_sgemm", "dgesdd_", "avcodec_open2", "sws_scale", "avifDecoderCreate"} <= set(changed)
    assert changed["cblas_sgemm"] == "scipy_cblas_sgemm"
    assert changed["avcodec_open2"] == "abort"
    # what all libraries share is left alone
    assert not {name for name in changed if name in ("malloc", "deflateInit_", "png_create_read_struct")}
    assert "malloc" in names


def test_that_the_program_never_lets_opencv_open_a_file():
    # in the packaged program these end it at once (package/opencv.py)
    banned = re.compile(r"cv2\.(imread|imdecode|imwrite|imencode|imcount|haveImage|Video|Animation)")
    sources = [path for folder in ("facerestore", "gui/facerestore_gui") for path in (ROOT / folder).rglob("*.py")]
    assert sources
    assert [path for path in sources if banned.search(path.read_text(encoding="utf-8"))] == []


def test_that_what_needs_pytorch_is_left_out_of_the_check_by_names_that_exist():
    for name in folder_check.NEEDS_TORCH:
        assert (ROOT / name.replace(".", "/") / "__init__.py").exists()
    assert set(inside_folder.PACKAGES) <= {path.name for path in ROOT.glob("*/facerestore*")} | {"facerestore"}


def test_that_the_check_says_which_modules_are_missing(monkeypatch, tmp_path):
    package = tmp_path / "broken_program"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "needs_more.py").write_text("import what_nobody_ships", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(inside_folder, "PACKAGES", ("broken_program",))
    with pytest.raises(ImportError, match=r"broken_program\.needs_more: .*what_nobody_ships"):
        inside_folder.import_all(())
    assert inside_folder.import_all(("broken_program.needs_more",)) == "1 modules are imported"


def test_that_build_names_every_step_and_refuses_others():
    command = [sys.executable, ROOT / "installer/build.py", "bogus"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(step in done.stderr for step in ("folder", "tarball", "run", "deb", "all"))


def test_that_building_needs_the_standard_library_only():
    installer = ROOT / "installer"
    code = (
        f"import sys; sys.path[:] = [{str(installer)!r}] + [p for p in sys.path if 'packages' not in p]; import build"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
