"""Several processes of one run: torchrun starts them, PyTorch's distributed data parallel averages their gradients."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel


@dataclass(frozen=True, slots=True)
class Processes:
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
            distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")
        return cls(distributed.get_rank(), count)

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def wrapped(self, network: nn.Module) -> nn.Module:
        """The network whose gradients are the mean over all processes; the network itself if there is one."""
        return DistributedDataParallel(network) if self.count > 1 else network

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
