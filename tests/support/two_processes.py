"""Trains small networks for three steps on fixed faces, alone or under torchrun, and writes what each one ends with.

Each process takes its share of the same global batch, so that the result must not depend on how many there are. What
is trained starts from other numbers in every process, as it does where a task builds it.
"""

import sys
from pathlib import Path
from typing import cast

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from facerestore_models import create
from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training.runs.config import OptimizerName, Phase, RunConfig
from facerestore_training.runs.distributed import DistributedContext
from facerestore_training.runs.loop import Alone, Batch, Losses, Trainer
from facerestore_training.tasks.texture_discriminator import TextureCritics, TextureDiscriminator

NAME = "semantic_layout_tiny"
GLOBAL_BATCH = 4
SIZE_PX = 64


class LayoutWithoutOthers(Alone):
    """The real stage 1, without auxiliary module and discriminator."""

    def __init__(self, processes: DistributedContext) -> None:
        generator = torch.Generator().manual_seed(3)
        own = slice(processes.rank, None, processes.count)
        self.crops = torch.rand(GLOBAL_BATCH, 3, SIZE_PX, SIZE_PX, generator=generator)[own]
        self.classes = torch.arange(GLOBAL_BATCH)[own]

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        return {"crop": self.crops, "classes": self.classes}

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        crop, latent = batch["crop"], torch.zeros(len(batch["crop"]), LAYOUT_LATENT_CHS)
        logits = network(crop, torch.zeros_like(crop[:, :1]), latent).mean(dim=(2, 3))
        return Losses(nn.functional.cross_entropy(logits, batch["classes"]), {})

    def validate(self, network: nn.Module) -> dict[str, float]:
        return {}

    def contact_sheet(self, network: nn.Module, path: Path) -> None: ...


class WideReader(nn.Module):
    """Stage 1's inputs and outputs by two convolutions, the second of which is a matrix for Muon."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 32, 3, stride=2)
        self.second = nn.Conv2d(32, 32, 3, stride=2)
        self.head = nn.Conv2d(32, CLASS_COUNT, 1)

    def forward(self, crop: Tensor, hole: Tensor, latent: Tensor) -> Tensor:
        found: Tensor = self.head(self.second(self.first(crop).relu()).relu())
        return found


class PaintingAgainstACritic(LayoutWithoutOthers):
    """A painter of one layer with an auxiliary module of one layer, against stage 2's real critic, made small."""

    def __init__(self, processes: DistributedContext) -> None:
        super().__init__(processes)
        self.rank = processes.rank
        self.auxiliary_modules = {"auxiliary": nn.Conv2d(3, 3, 1)}
        self.discriminator = TextureDiscriminator(TextureCritics(4, 4), r1_every=2)

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        hole = torch.zeros_like(self.crops[:, :1])
        hole[..., 16:48, 16:48] = 1
        layout = torch.full((len(self.crops), CLASS_COUNT, SIZE_PX // 2, SIZE_PX // 2), 1 / CLASS_COUNT)
        seed = torch.tensor(int(rng.integers(2**62)))
        return {"target": self.crops, "hole": hole, "layout": layout, "augment_seed": seed}

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        painted = self.auxiliary_modules["auxiliary"](network(batch["target"] * (1 - batch["hole"])))
        return Losses((painted - batch["target"]).abs().mean(), {}, painted)


def main(kind: str, optimizer: OptimizerName, out: Path) -> None:
    device = torch.device("cpu")
    torch.set_num_threads(1)
    processes = DistributedContext.joined(device)
    config = RunConfig(
        network=NAME,
        images=100,
        phases=(Phase(share=1.0, sizes_px=(SIZE_PX,), batches=(GLOBAL_BATCH // processes.count,)),),
        learning_rate=1e-2,
        final_learning_rate=1e-3,
        warmup_images=1,
        optimizer=optimizer,
    )
    torch.manual_seed(processes.rank)
    network: nn.Module = {
        "layout": lambda: create(NAME),
        "matrices": WideReader,
        "painting": lambda: nn.Conv2d(3, 3, 3, padding=1),
    }[kind]()
    task = PaintingAgainstACritic(processes) if kind == "painting" else LayoutWithoutOthers(processes)
    trainer = Trainer(config, task, network, out.parent, device=device, bf16=False, distributed=processes)
    for _ in range(3):
        trainer.step(trainer.fraction_done(None))
    assert trainer.progress.images == 3 * GLOBAL_BATCH
    out.mkdir(parents=True, exist_ok=True)
    modules = {"network": trainer.network, **trainer.auxiliary_modules}
    if trainer.discriminator is not None:
        modules["discriminator"] = trainer.discriminator.network
    tensors: dict[str, Tensor] = {
        f"{name}.{key}": value.contiguous()
        for name, module in modules.items()
        for key, value in module.state_dict().items()
    }
    save_file(tensors, out / f"{processes.rank}.safetensors")


if __name__ == "__main__":
    main(sys.argv[1], cast("OptimizerName", sys.argv[2]), Path(sys.argv[3]))
