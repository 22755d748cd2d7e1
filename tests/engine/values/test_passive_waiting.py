"""Threads that sleep while they wait."""

import os
import subprocess
import sys

import pytest

from facerestore.values.passive_waiting import wait_passively


def test_that_waiting_is_passive_unless_the_person_chose_otherwise(monkeypatch):
    for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"):
        monkeypatch.setenv(name, "")  # so that what is set here goes away again
        monkeypatch.delenv(name)
    wait_passively()
    assert (os.environ["OMP_WAIT_POLICY"], os.environ["GOMP_SPINCOUNT"]) == ("PASSIVE", "0")
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    monkeypatch.delenv("GOMP_SPINCOUNT")
    wait_passively()
    assert os.environ["OMP_WAIT_POLICY"] == "ACTIVE"
    assert "GOMP_SPINCOUNT" not in os.environ


@pytest.mark.parametrize(
    "entry",
    [
        "import facerestore.cli.main as entry; entry.main(['--version'])",
        "import facerestore.jobs.worker as entry; from multiprocessing import Pipe; near, far = Pipe(); near.close()\n"
        "entry.run_worker(far, None, entry.WorkerSettings())",
    ],
)
def test_that_each_process_that_loads_the_networks_chooses_it_first(entry):
    code = (
        "import atexit, os, sys\n"
        "atexit.register(lambda: print(os.environ.get('OMP_WAIT_POLICY'), 'torch' in sys.modules))\n" + entry
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "GOMP_"))}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "PASSIVE False", done.stderr
