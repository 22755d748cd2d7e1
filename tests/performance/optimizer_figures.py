"""Optimizers of stage 2 by the images they have seen: what it loses, held-out figures, and processor time of a step.

    python tests/performance/optimizer_figures.py --optimizer muon --learning-rate 8e-4 --images 1600 \
        --record FILE.jsonl --cache DIR --faces train.tar --validation val.tar --overlays overlays.tar \
        --layout-weights semantic_layout.safetensors --features squeezenet.safetensors

One run a process, from fresh weights or ``--from-weights``; runs with the same ``--seed`` see the same faces, holes and
layouts in the same order. All of a run has one size, which is also the one it is judged at: the held-out faces of eight
batches, always the same ones. PSNR is that of composites, over all pixels and in the hole; losses are those of training
since the line before, of the network itself; held-out figures are of its moving average.
"""

import argparse
import json
import resource
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from facerestore_training.arithmetic import has_bf16
from facerestore_training.kinds import KINDS
from facerestore_training.kinds.data_options import HOLES
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.runs.config import OPTIMIZERS, Phase
from facerestore_training.runs.loop import Batch, Trainer
from facerestore_training.runs.starting_weights import starting_network
from facerestore_training.tasks.texture import JUDGES, TextureTask

JUDGED_BATCHES = 8
KIND = KINDS["texture"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--optimizer", choices=OPTIMIZERS, required=True)
    parser.add_argument("--learning-rate", type=float, help="the highest; default: the recipe's")
    parser.add_argument("--recipe", choices=tuple(KIND.recipes), default="cpu")
    parser.add_argument("--images", type=int, default=1_600)
    parser.add_argument("--every", type=int, default=400, help="images between two lines of figures")
    parser.add_argument("--warmup", type=int, default=200, help="images")
    parser.add_argument("--size-px", type=int, default=128)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--holes", type=int, default=600, help="are drawn, of which each face gets one")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--from-weights", type=Path)
    parser.add_argument("--cache", type=Path, required=True, help="where decoded data is kept")
    parser.add_argument("--record", type=Path, required=True, help="a line of JSON for each look")
    KIND.add_options(parser)
    arguments = parser.parse_args()
    HOLES["texture"] = arguments.holes
    torch.set_num_threads(1)
    device = torch.device("cpu")
    config = KIND.recipes[arguments.recipe]()
    if arguments.learning_rate:
        config = config.at_rate(arguments.learning_rate)
    config = replace(
        config.learning_by(arguments.optimizer).seeing(arguments.images),
        phases=(Phase(share=1.0, sizes_px=(arguments.size_px,), batches=(arguments.batch,)),),
        warmup_images=arguments.warmup,
        seed=arguments.seed,
    )
    torch.manual_seed(arguments.seed)
    network = starting_network(arguments.from_weights, config.network)
    task, _ = KIND.build(arguments, arguments.cache, device)
    judged = held_out(arguments, device)
    features = SqueezeNetDistance(SqueezeNetFeatures(arguments.features))
    trainer = Trainer(config, task, network, arguments.record.parent, device=device, bf16=has_bf16("cpu"))
    arguments.record.write_text("")
    sums: dict[str, list[float]] = {}
    seconds = 0.0
    while True:
        seen = trainer.progress.images
        if seen % arguments.every < arguments.batch:
            line = {
                "images": seen,
                "steps": trainer.progress.steps,
                "step_cpu_s": seconds / max(1, trainer.progress.steps),
            }
            line |= {f"train_{name}": float(np.mean(values)) for name, values in sorted(sums.items())}
            line |= figures(trainer, judged, features)
            with arguments.record.open("a") as stream:
                stream.write(json.dumps(line) + "\n")
            print(line, flush=True)
            sums = {}
        if seen >= arguments.images:
            return
        before = processor_time()
        for name, value in trainer.step(trainer.fraction_done(None)).items():
            sums.setdefault(name, []).append(value)
        seconds += processor_time() - before


def held_out(arguments: argparse.Namespace, device: torch.device) -> list[Batch]:
    """Batches of the validation faces, the same in every run, made as training makes its own."""
    of_validation = argparse.Namespace(**vars(arguments) | {"faces": [arguments.validation], "persons": []})
    task, _ = KIND.build(of_validation, arguments.cache, device)
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    return [task.batch(arguments.size_px, arguments.batch, rng) for _ in range(JUDGED_BATCHES)]


@torch.inference_mode()
def figures(trainer: Trainer, batches: list[Batch], features: SqueezeNetDistance) -> dict[str, float]:
    found: dict[str, list[float]] = {"psnr": [], "psnr_in_hole": [], "l1_in_hole": [], "squeezenet": []}
    task = trainer.task
    assert isinstance(task, TextureTask)
    for batch in batches:
        with torch.autocast("cpu", torch.bfloat16, enabled=trainer.bf16):
            answer = task.loss(trainer.average.network, dict(batch) | {"judge": NOBODY}).answer
        assert answer is not None
        hole, target = batch["hole"], batch["target"]
        composite = (hole * answer.float() + (1 - hole) * target).clamp(0, 1)
        error = (composite - target).float()
        squared, absolute = (e.sum(dim=(1, 2, 3)) for e in (error.square(), error.abs()))
        area = 3 * hole.sum(dim=(1, 2, 3)).clamp_min(1)
        found["psnr"] += (-10 * torch.log10(squared / error[0].numel() + 1e-10)).tolist()
        found["psnr_in_hole"] += (-10 * torch.log10(squared / area + 1e-10)).tolist()
        found["l1_in_hole"] += (absolute / area).tolist()
        found["squeezenet"].append(float(features(composite, target)))
    return {f"held_out_{name}": float(np.mean(values)) for name, values in found.items()}


NOBODY = torch.tensor(JUDGES.index("nobody"))
"""No frozen network looks."""


def processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
