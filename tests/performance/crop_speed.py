"""Milliseconds of both stages on one 256 px crop, 2 threads, and as a ratio to ten 3x3 convolutions of 192 channels at
32 x 32 in the same run."""

import argparse
import json
import statistics
import time
from collections.abc import Callable

import torch
from torch import nn

from facerestore_models import create
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS

SIDE_PX = 256


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    jobs = _jobs()
    for job in jobs.values():
        job()
    times: dict[str, list[float]] = {name: [] for name in jobs}
    # in turn, so that a slow minute of the machine slows all of them
    for _ in range(arguments.runs):
        for name, job in jobs.items():
            started = time.perf_counter()
            job()
            times[name].append(1000 * (time.perf_counter() - started))
    medians = {name: statistics.median(values) for name, values in times.items()}
    unit = medians["ten convolutions"]
    for name, median in medians.items():
        print(json.dumps({"what": name, "median_ms": round(median, 1), "ratio": round(median / unit, 2)}))


def _jobs() -> dict[str, Callable[[], object]]:
    layout_net = create("semantic_layout").eval().to(memory_format=torch.channels_last)
    texture_net = create("texture_generator").eval().to(memory_format=torch.channels_last)
    hole = torch.zeros(1, 1, SIDE_PX, SIDE_PX)
    hole[..., 90:170, 60:200] = 1
    crop = (torch.rand(1, 3, SIDE_PX, SIDE_PX) * (1 - hole)).contiguous(memory_format=torch.channels_last)
    half = SIDE_PX // 2
    layout = torch.rand(1, 19, half, half).softmax(dim=1).contiguous(memory_format=torch.channels_last)
    latent, noise = torch.randn(1, LATENT_CHS), torch.randn(1, NOISE_MAPS, half, half)
    unit = nn.Sequential(*(nn.Conv2d(192, 192, 3, padding=1) for _ in range(10)))
    unit = unit.to(memory_format=torch.channels_last)
    small = torch.rand(1, 192, 32, 32).contiguous(memory_format=torch.channels_last)

    def timed(run: Callable[[], object], *, bf16: bool = False) -> Callable[[], object]:
        def job() -> object:
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                return run()

        return job

    return {
        "ten convolutions": timed(lambda: unit(small)),
        "stage 1 fp32": timed(lambda: layout_net(crop, hole)),
        "stage 2 fp32": timed(lambda: texture_net(crop, hole, layout, latent, noise)),
        "stage 1 bf16": timed(lambda: layout_net(crop, hole), bf16=True),
        "stage 2 bf16": timed(lambda: texture_net(crop, hole, layout, latent, noise), bf16=True),
    }


if __name__ == "__main__":
    main()
