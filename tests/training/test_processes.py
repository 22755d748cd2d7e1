import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from facerestore.values.errors import UsageError
from facerestore_training.runs.config import OptimizerName
from facerestore_training.runs.distributed import DistributedContext, own_device

SCRIPT = Path(__file__).parent.parent / "support" / "two_processes.py"
TOGETHER = ("-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2")


def trained(kind: str, out: Path, launcher: Sequence[str] = (), *, optimizer: OptimizerName = "adamw") -> Path:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, *launcher, str(SCRIPT), kind, optimizer, str(out)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return out


def test_that_one_process_alone_is_the_first_and_agrees_with_itself() -> None:
    alone = DistributedContext()
    network = torch.nn.Linear(1, 1)
    assert alone.is_first
    assert alone.agreed(0.25) == 0.25
    assert alone.wrapped(network) is network
    assert alone.all_have(state=True)
    with alone.first_before_others():
        alone.share([network])


def test_that_each_process_of_a_machine_takes_a_gpu_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_RANK", "3")
    assert own_device(torch.device("cuda")) == torch.device("cuda:3")
    assert own_device(torch.device("cuda:1")) == torch.device("cuda:1")
    assert own_device(torch.device("cpu")) == torch.device("cpu")


def test_that_a_process_that_lacks_the_run_which_the_first_one_sees_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DistributedContext, "agreed", lambda self, value: 1.0)
    with pytest.raises(UsageError, match="same run"):
        DistributedContext(rank=1, count=2).all_have(state=False)


@pytest.mark.slow
def test_that_two_processes_learn_what_one_learns_from_the_same_global_batch(tmp_path: Path) -> None:
    one = load_file(trained("layout", tmp_path / "one") / "0.safetensors")
    two = load_file(trained("layout", tmp_path / "two", TOGETHER) / "0.safetensors")
    for key, value in one.items():
        # the mean of two means instead of one mean: rounding, then three steps of Adam
        torch.testing.assert_close(two[key], value, rtol=1e-3, atol=2e-4)


@pytest.mark.slow
def test_that_two_processes_learn_by_muon_what_one_learns(tmp_path: Path) -> None:
    one = load_file(trained("matrices", tmp_path / "one", optimizer="muon") / "0.safetensors")
    out = trained("matrices", tmp_path / "two", TOGETHER, optimizer="muon")
    first, second = (load_file(out / f"{rank}.safetensors") for rank in (0, 1))
    for key, value in one.items():
        torch.testing.assert_close(second[key], first[key], rtol=0, atol=0)
        # an orthogonal step turns rounding of the gradient into more than Adam does where bf16 is fast
        torch.testing.assert_close(first[key], value, rtol=1e-2, atol=1e-3)


@pytest.mark.slow
def test_that_network_auxiliary_modules_and_discriminator_stay_equal_in_two_processes(tmp_path: Path) -> None:
    out = trained("painting", tmp_path / "two", TOGETHER)
    first, second = (load_file(out / f"{rank}.safetensors") for rank in (0, 1))
    assert {name.split(".")[0] for name in first} == {"network", "auxiliary", "discriminator"}
    for key, value in first.items():
        torch.testing.assert_close(second[key], value, rtol=0, atol=0)
