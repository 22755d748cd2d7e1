"""Trains a tiny network for three steps on fixed faces, alone or under torchrun, and writes its losses and weights.

Each process takes its share of the same global batch, so that the result must not depend on how many there are.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from facerestore_models import create
from facerestore_training.config import Phase, RunConfig
from facerestore_training.loop import Batch, Trainer
from facerestore_training.processes import Processes

NAME = "semantic_layout_tiny"
GLOBAL_BATCH = 4


class FixedTask:
    def __init__(self, processes: Processes) -> None:
        generator = torch.Generator().manual_seed(3)
        crops = torch.rand(GLOBAL_BATCH, 3, 64, 64, generator=generator)
        own = slice(processes.rank, None, processes.count)
        self.crops, self.classes = crops[own], torch.arange(GLOBAL_BATCH)[own]

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        return {"crop": self.crops, "classes": self.classes}

    def loss(self, network: nn.Module, batch: Batch) -> tuple[Tensor, dict[str, Tensor]]:
        logits = network(batch["crop"], torch.zeros_like(batch["crop"][:, :1])).mean(dim=(2, 3))
        return nn.functional.cross_entropy(logits, batch["classes"]), {}

    def validate(self, network: nn.Module) -> dict[str, float]:
        return {}

    def contact_sheet(self, network: nn.Module, path: Path) -> None: ...


def main(out: Path) -> None:
    device = torch.device("cpu")
    torch.set_num_threads(1)
    processes = Processes.joined(device)
    config = RunConfig(
        network=NAME,
        images=100,
        phases=(Phase(share=1.0, sizes_px=(64,), batches=(GLOBAL_BATCH // processes.count,)),),
        learning_rate=1e-2,
        final_learning_rate=1e-3,
        warmup_images=1,
    )
    torch.manual_seed(0)
    trainer = Trainer(
        config, FixedTask(processes), create(NAME), out.parent, device=device, bf16=False, processes=processes
    )
    for _ in range(3):
        trainer.step(trainer.fraction_done(None))
    assert trainer.progress.images == 3 * GLOBAL_BATCH
    if processes.is_first:
        save_file({k: v.contiguous() for k, v in trainer.network.state_dict().items()}, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
