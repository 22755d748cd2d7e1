import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from facerestore_training.processes import Processes

SCRIPT = Path(__file__).parent.parent / "support" / "two_processes.py"


def test_that_one_process_alone_is_the_first_and_agrees_with_itself() -> None:
    alone = Processes()
    network = torch.nn.Linear(1, 1)
    assert alone.is_first
    assert alone.agreed(0.25) == 0.25
    assert alone.wrapped(network) is network


@pytest.mark.slow
def test_that_two_processes_learn_what_one_learns_from_the_same_global_batch(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    together = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    for name, launcher in (("one", []), ("two", together)):
        command = [sys.executable, *launcher, str(SCRIPT), str(tmp_path / name)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
    one, two = load_file(tmp_path / "one"), load_file(tmp_path / "two")
    for key, value in one.items():
        # the mean of two means instead of one mean: rounding, then three steps of Adam
        torch.testing.assert_close(two[key], value, rtol=1e-3, atol=2e-4)
