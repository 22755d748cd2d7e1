"""The workflow that builds the packages, each on its own system."""

import re
from pathlib import Path

import pytest
from package.macos import signing

ROOT = Path(__file__).parents[2]
FILE = ROOT / ".github/workflows/packages.yml"


@pytest.fixture(scope="module")
def jobs():
    return pytest.importorskip("yaml").safe_load(FILE.read_text(encoding="utf-8"))["jobs"]


def commands(job):
    return "\n".join(step.get("run", "") for step in job["steps"])


def test_that_each_system_builds_its_own_package(jobs):
    build = (ROOT / "installer/build.py").read_text(encoding="utf-8")
    for name, step in {"linux": "all", "windows": "windows", "macos": "macos"}.items():
        assert jobs[name]["runs-on"].startswith({"linux": "ubuntu"}.get(name, name))
        assert re.search(rf"python3? installer/build.py {step}$", commands(jobs[name]), re.MULTILINE)
        assert f'"{step}"' in build


def test_that_what_signs_comes_from_secrets_and_nothing_secret_is_in_the_file(jobs):
    text = FILE.read_text(encoding="utf-8")
    for name in (signing.IDENTITY, *signing.NOTARY):
        assert name in text
    given = [step.get("env", {}) for step in jobs["macos"]["steps"]]
    assert all(value.startswith("${{ secrets.") for variables in given for value in variables.values())


def test_that_a_job_keeps_no_key(jobs):
    last = [step for step in jobs["macos"]["steps"] if step.get("if") == "always()"]
    assert "notary.p8" in commands({"steps": last})
