"""Threads that sleep while they wait."""

import os
import subprocess
import sys

import pytest

from facerestore.values.passive_waiting import wait_passively

NAMES = ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "KMP_BLOCKTIME")


def test_that_waiting_is_passive_unless_the_person_chose_otherwise(monkeypatch):
    for name in NAMES:
        monkeypatch.setenv(name, "")  # so that what is set here goes away again
        monkeypatch.delenv(name)
    wait_passively()
    assert [os.environ[name] for name in NAMES] == ["PASSIVE", "0", "0"]
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    for name in NAMES[1:]:
        monkeypatch.delenv(name)
    wait_passively()
    assert os.environ["OMP_WAIT_POLICY"] == "ACTIVE"
    assert not set(NAMES[1:]) & set(os.environ)


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
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "GOMP_", "KMP_"))}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "PASSIVE False", done.stderr


def test_that_onnx_runtime_is_told_not_to_spin_whatever_the_number_of_threads(monkeypatch):
    onnxruntime = pytest.importorskip("onnxruntime", reason="comes with the extra dev")
    from facerestore.inference.backends.onnx.sessions import OnnxSession, SessionSettings

    made = []
    monkeypatch.setattr(onnxruntime, "InferenceSession", lambda content, options, providers: made.append(options))
    for threads in (1, 2, 8):
        OnnxSession(b"", "a.onnx", SessionSettings(threads=threads))
    for options, threads in zip(made, (1, 2, 8), strict=True):
        assert options.intra_op_num_threads == threads
        for kind in ("intra", "inter"):
            assert options.get_session_config_entry(f"session.{kind}_op.allow_spinning") == "0"
