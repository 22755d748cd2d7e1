"""Milliseconds a megapixel of the network for damage on a tile of 512 px, 2 threads, and as a ratio to ten 3x3
convolutions of 192 channels at 32 x 32 in the same run; by the clock and of processor time."""

import argparse
import json
import statistics
import time
from collections.abc import Callable

import torch
from torch import nn

from facerestore_models import create

SIDE_PX = 512


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    network = create("damage_net").eval().to(memory_format=torch.channels_last)
    unit = nn.Sequential(*(nn.Conv2d(192, 192, 3, padding=1) for _ in range(10))).to(memory_format=torch.channels_last)
    small = torch.rand(1, 192, 32, 32).contiguous(memory_format=torch.channels_last)
    tile = torch.rand(1, 3, SIDE_PX, SIDE_PX).contiguous(memory_format=torch.channels_last)
    hole = torch.zeros(1, 1, SIDE_PX, SIDE_PX)
    jobs: dict[str, tuple[bool, float, Callable[[], object]]] = {
        "ten convolutions": (False, 1.0, lambda: unit(small)),
        "damage fp32": (False, SIDE_PX**2 / 1e6, lambda: network(tile, hole)),
        "damage bf16": (True, SIDE_PX**2 / 1e6, lambda: network(tile, hole)),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
    # in turn, so that a slow minute of the machine slows all of them
    for _ in range(arguments.runs + 1):
        for name, (bf16, megapixels, run) in jobs.items():
            clock, processor = time.perf_counter(), time.process_time()
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                run()
            spent = (time.perf_counter() - clock, time.process_time() - processor)
            times[name].append((1000 * spent[0] / megapixels, 1000 * spent[1] / megapixels))
    medians = {name: [statistics.median(column) for column in zip(*t[1:], strict=True)] for name, t in times.items()}
    for name, (clocked, processed) in medians.items():
        ratio = round(processed / medians["ten convolutions"][1], 2)
        found = {"median_ms": round(clocked, 1), "processor_ms": round(processed, 1), "processor_ratio": ratio}
        print(json.dumps({"what": name} | found))


if __name__ == "__main__":
    main()
