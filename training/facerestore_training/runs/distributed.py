"""Several processes of one run: torchrun starts them, PyTorch's distributed data parallel averages their gradients."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Self

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel

from facerestore.values.errors import UsageError

_PATIENCE: Final = timedelta(hours=2)
"""Until a process that waits gives up: decoding and labelling a data set takes its first one a while."""


def own_device(device: torch.device) -> torch.device:
    """The GPU of this process among those that torchrun started on this machine; other devices as they are."""
    if device.type != "cuda" or device.index is not None or "LOCAL_RANK" not in os.environ:
        return device
    return torch.device("cuda", int(os.environ["LOCAL_RANK"]))


@dataclass(frozen=True, slots=True)
class DistributedContext:
    """This process' place among those of a run. One process alone is rank 0 of 1."""

    rank: int = 0
    count: int = 1

    @classmethod
    def joined(cls, device: torch.device) -> Self:
        """Join the group that torchrun's environment names; alone without one."""
        count = int(os.environ.get("WORLD_SIZE", "1"))
        if count == 1:
            return cls()
        if not distributed.is_initialized():
            if device.type == "cuda":
                torch.cuda.set_device(device)
            # what is agreed on lies in main memory, which NCCL does not read
            distributed.init_process_group("cpu:gloo,cuda:nccl" if device.type == "cuda" else "gloo", timeout=_PATIENCE)
        return cls(distributed.get_rank(), count)

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def wrapped(self, network: nn.Module) -> nn.Module:
        """The network whose gradients are the mean over all processes; the network itself if there is one."""
        return DistributedDataParallel(network) if self.count > 1 else network

    @torch.no_grad()
    def share(self, modules: Iterable[nn.Module]) -> None:
        """Give all processes the first one's weights: each drew its own."""
        if self.count == 1:
            return
        for module in modules:
            for value in module.state_dict().values():
                # channels-last memory is no plain sequence of numbers
                plain = value.contiguous()
                distributed.broadcast(plain, src=0)
                value.copy_(plain)

    def average_gradients(self, modules: Iterable[nn.Module]) -> None:
        """Make the gradients of modules that are not ``wrapped`` the mean over all processes."""
        if self.count == 1:
            return
        for parameter in (p for module in modules for p in module.parameters()):
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
            distributed.all_reduce(parameter.grad)
            parameter.grad /= self.count

    def agreed(self, value: float) -> float:
        """The first process' value in all of them: clocks differ, and schedules must not."""
        if self.count == 1:
            return value
        shared = torch.tensor(value, dtype=torch.float64)
        distributed.broadcast(shared, src=0)
        return float(shared)

    def all_have(self, *, state: bool) -> bool:
        """``state``, which must be the same in all processes. Raises UsageError: machines with folders of their own."""
        if bool(self.agreed(float(state))) != state:
            raise UsageError(
                "The processes do not see the same run.", advice="Put --out where all machines reach it under one path."
            )
        return state

    @contextmanager
    def first_before_others(self) -> Iterator[None]:
        """One process on each machine goes through the block, then the others: they find in the cache what it made."""
        is_first_here = os.environ.get("LOCAL_RANK", "0") == "0"
        if not is_first_here:
            self._meet()
        yield
        if is_first_here:
            self._meet()

    def _meet(self) -> None:
        if self.count > 1:
            distributed.all_reduce(torch.zeros(1))
