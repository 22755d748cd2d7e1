"""The two commands, as far as they can be tested without installing anything."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import checks
import coverage_table
import environment
import pytest
import system_packages
import wheel_check
from environment import Contents
from problems import Problem

INSTALLER = Path(__file__).parents[2] / "installer"


def start(*arguments, python=sys.executable):
    return subprocess.run(
        [python, INSTALLER / "start.py", *arguments], capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("arguments", [["bogus"], ["--bogus"], ["test", "more"], ["test", "--light"]])
def test_that_an_unknown_command_shows_the_usage_and_exits_with_2(arguments):
    done = start(*arguments)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_that_help_names_both_commands():
    done = start("--help")
    assert done.returncode == 0
    assert "start.py test" in done.stdout
    assert "--no-window" in done.stdout


def test_that_the_scripts_need_the_standard_library_only():
    code = (
        f"import sys; sys.path[:] = [{str(INSTALLER)!r}] + [p for p in sys.path if 'site-packages' not in p]\n"
        "import start, checks, wheel_check, environment, system_packages"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk"),
        ("NewConnectionError: Failed to establish a new connection: [Errno -3] Temporary failure in name", "offline"),
        ("NameResolutionError(... Failed to resolve 'pypi.org')\nERROR: No matching distribution found", "offline"),
        ("ERROR: No matching distribution found for torch>=2.14", "no build"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("something else", "above"),
    ],
)
def test_that_what_pip_says_is_told_in_plain_words(output, word):
    assert word in environment.cause(output)


@pytest.fixture
def project(tmp_path):
    """A folder with what decides an environment."""
    (tmp_path / "installer").mkdir()
    (tmp_path / "installer" / "constraints.txt").write_text("numpy==2.0\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return tmp_path


@pytest.fixture
def stamped(project, monkeypatch):
    """The project with an environment that was made for it; pip calls are counted instead of made."""
    calls = []
    monkeypatch.setattr(environment, "_pip", lambda python, arguments, constraints: calls.append(arguments))
    monkeypatch.setattr(environment, "_runs", lambda python: True)
    (project / ".venv").mkdir()
    environment.prepared(project, Contents.WHOLE)
    assert len(calls) == 1
    calls.clear()
    return project, calls


def test_that_an_unchanged_environment_is_used_again(stamped):
    project, calls = stamped
    environment.prepared(project, Contents.WHOLE)
    assert calls == []


@pytest.mark.parametrize("file", ["installer/constraints.txt", "pyproject.toml"])
def test_that_a_change_of_what_decides_it_installs_again(stamped, file):
    project, calls = stamped
    (project / file).write_text("other\n")
    environment.prepared(project, Contents.WHOLE)
    assert len(calls) == 1
    assert "-c" in calls[0]


def test_that_the_tests_need_more_and_what_has_more_will_do(stamped):
    project, calls = stamped
    environment.prepared(project, Contents.TESTS)
    assert calls[0][-1].endswith("[dev]")
    environment.prepared(project, Contents.WHOLE)
    assert len(calls) == 1


def test_that_a_light_environment_has_no_pytorch_and_all_else():
    first, second = environment.installations(INSTALLER.parent, Contents.LIGHT)
    assert not any(word.startswith("torch") for word in first)
    assert any(word.startswith("onnxruntime") for word in first)
    assert any(word.startswith("PySide6") for word in first)
    assert second == ["--no-deps", "-e", str(INSTALLER.parent)]


def test_that_a_light_environment_does_not_do_for_more_and_more_does_for_light(stamped):
    project, calls = stamped
    environment.prepared(project, Contents.LIGHT)
    assert calls == []
    (project / ".venv" / "facerestore-environment.json").unlink()
    environment.prepared(project, Contents.LIGHT)
    assert len(calls) == 2
    environment.prepared(project, Contents.LIGHT)
    assert len(calls) == 2
    environment.prepared(project, Contents.WHOLE)
    assert calls[2:] == [["install", "-c", str(project / "installer" / "constraints.txt"), "-e", str(project)]]


def test_that_an_installation_that_failed_is_not_taken_for_a_whole_one(stamped, monkeypatch):
    project, calls = stamped
    (project / "pyproject.toml").write_text("other\n")

    def fails(python, arguments, constraints):
        calls.append(arguments)
        raise Problem("The disk is full.")

    monkeypatch.setattr(environment, "_pip", fails)
    for _ in range(2):
        with pytest.raises(Problem):
            environment.prepared(project, Contents.WHOLE)
    assert len(calls) == 2


def test_that_who_may_not_install_is_told_the_command(monkeypatch):
    monkeypatch.setattr(system_packages, "_root_prefix", lambda: None)
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(Problem, match="sudo apt-get install libegl1 libxcb-cursor0"):
        system_packages.install(["libegl1", "libxcb-cursor0"])


def test_that_root_installs_without_being_asked_anything(monkeypatch):
    ran = []
    monkeypatch.setattr(system_packages, "_root_prefix", lambda: [])
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")

    def run(command, **keywords):
        ran.append((command, keywords))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(system_packages.subprocess, "run", run)
    system_packages.install(["libegl1"])
    assert ran[-1][0] == ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "libegl1"]
    assert ran[-1][1]["stdin"] == subprocess.DEVNULL
    assert ran[-1][1]["env"]["DEBIAN_FRONTEND"] == "noninteractive"


def test_that_a_library_that_is_not_there_names_its_package(monkeypatch):
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "_loads", lambda library: library != "libxcb-cursor.so.0")
    assert system_packages.missing(with_display=True) == ["libxcb-cursor0"]
    assert system_packages.missing(with_display=False) == []


def test_that_xvfb_is_whole_only_with_the_program_that_starts_it(monkeypatch):
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None if name == "xauth" else name)
    assert system_packages.missing_xvfb() == ["xauth"]


def test_that_a_window_is_opened_only_where_a_display_exists(monkeypatch):
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not system_packages.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system_packages.has_display()


def test_that_one_failing_check_does_not_stop_the_others_and_fails_the_whole(monkeypatch, tmp_path, capsys):
    def problem():
        raise Problem("The wheel cannot be built.")

    steps = [checks.Step("first", lambda: False), checks.Step("second", problem), checks.Step("third", lambda: True)]
    monkeypatch.setattr(checks, "steps", lambda root, python, **_: steps)
    assert checks.run(tmp_path, tmp_path) == 1
    summary = capsys.readouterr().out.splitlines()[-3:]
    assert [line.split()[0] for line in summary] == ["FAILED", "FAILED", "passed"]
    monkeypatch.setattr(checks, "steps", lambda root, python, **_: steps[2:])
    assert checks.run(tmp_path, tmp_path) == 0


def test_that_coverage_is_measured_when_it_is_asked_for_and_shown_last(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(checks, "_succeeds", lambda command, root, **_: asked.append(command) or True)
    plain, measured = (checks.steps(tmp_path, tmp_path / "python", with_coverage=wanted) for wanted in (False, True))
    assert [step.name for step in measured] == [*(step.name for step in plain), "coverage by folder"]
    for step in [*plain[4:6], *measured[4:6]]:
        step.run()
    assert [any("--cov=facerestore" in part for part in command) for command in asked] == [False, False, True, True]


@pytest.mark.skipif(sys.platform == "win32", reason="the Python that notes what it is asked is a shell script")
@pytest.mark.parametrize("are_right", [True, False])
def test_that_types_are_checked_while_the_tests_are_compiled_for_all_processes(are_right, monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\n"
        'echo "$2 $PYTHONDONTWRITEBYTECODE" >> asked\n'
        f'if [ "$2" = mypy ]; then exit {0 if are_right else 1}; fi\n'
    )
    python.chmod(0o755)
    (step,) = (step for step in checks.steps(tmp_path, python) if step.name.startswith("types"))
    assert step.run() is are_right
    assert sorted((tmp_path / "asked").read_text().splitlines()) == ["mypy ", "pytest "]


def test_that_coverage_is_summed_by_folder():
    def entry(covered, lines):
        return {"summary": {"covered_lines": covered, "num_statements": lines}}

    files = {"a/b/c.py": entry(3, 4), "a/b/d.py": entry(1, 6), "a/e.py": entry(2, 2), "f/__init__.py": entry(0, 0)}
    assert coverage_table.by_folder(files) == {"a/b": (4, 10), "a": (2, 2)}


def make_wheel(path, *, names=(), without=(), manifest=None):
    content = {f"{package}/__init__.py": "" for package in wheel_check.PACKAGES}
    content |= {"facerestore-0.dist-info/licenses/installer/LICENSE.txt": "", "facerestore-0.dist-info/METADATA": ""}
    weights = {"weights": [{"file": "a.safetensors"}]} if manifest is None else manifest
    content["facerestore_resources/weights/manifest.json"] = json.dumps(weights)
    content["facerestore_resources/weights/a.safetensors"] = ""
    content |= dict.fromkeys(names, "")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            if name not in without:
                archive.writestr(name, data)
    return path


def test_that_a_whole_wheel_has_no_faults(tmp_path):
    assert wheel_check.faults_of(make_wheel(tmp_path / "w.whl")) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"names": ["tests/test_a.py"]}, "top level"),
        ({"names": ["models/__init__.py"]}, "top level"),
        ({"without": ["facerestore_gui/__init__.py"]}, "top level"),
        ({"without": ["facerestore-0.dist-info/licenses/installer/LICENSE.txt"]}, "licence"),
        ({"without": ["facerestore_resources/weights/manifest.json"]}, "manifest.json"),
        ({"without": ["facerestore_resources/weights/a.safetensors"]}, "lacks"),
        ({"manifest": []}, "lists no weights"),
    ],
)
def test_that_a_fault_of_the_wheel_is_found(tmp_path, change, word):
    faults = wheel_check.faults_of(make_wheel(tmp_path / "w.whl", **change))
    assert len(faults) == 1
    assert word in faults[0]
