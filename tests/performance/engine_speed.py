"""Processor time of both stages, of detection and of the search for damage, by PyTorch and by ONNX Runtime on one
thread: medians of runs in turn, and how far the answers are apart.

    OMP_NUM_THREADS=1 python tests/performance/engine_speed.py --exported FOLDER

``FOLDER``: what ``facerestore models export-onnx -o FOLDER`` wrote. Processor time and not time by the clock, so that
other programs that have the cores count little.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from facerestore.demo.sample import damaged_sample
from facerestore.inference.arrays import crop_arrays, texture_arrays
from facerestore.inference.backends.interface import InferenceBackend
from facerestore.inference.backends.onnx.backend import OnnxBackend
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.detection import find_faces
from facerestore.inference.layout_prediction import predict_layout
from facerestore.values.alignment import Alignment, cut_crop
from facerestore.values.request import DetectionRequest, LayoutRequest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exported", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    backends: dict[str, InferenceBackend] = {
        "torch": TorchBackend(torch.device("cpu")),
        "onnx": OnnxBackend(arguments.exported),
    }
    jobs = {name: _jobs(backend) for name, backend in backends.items()}
    for what in jobs["torch"]:
        apart = float(np.abs(jobs["torch"][what]() - jobs["onnx"][what]()).max())
        times: dict[str, list[float]] = {name: [] for name in backends}
        # in turn, so that a slow minute of the machine slows both
        for _ in range(arguments.runs):
            for name in backends:
                started = time.process_time()
                jobs[name][what]()
                times[name].append(1000 * (time.process_time() - started))
        medians = {name: statistics.median(values) for name, values in times.items()}
        found = {f"{name}_ms": round(median, 1) for name, median in medians.items()}
        ratio = round(medians["onnx"] / medians["torch"], 2)
        print(json.dumps({"what": what, **found, "ratio": ratio, "apart": apart}), flush=True)


def _jobs(backend: InferenceBackend) -> dict[str, Callable[[], np.ndarray]]:
    sample = damaged_sample()
    request = DetectionRequest.of(sample.damaged, sample.mask)

    def faces() -> np.ndarray:
        return find_faces(backend.detector(), backend.points(), request)[0].points_photo

    crop = cut_crop(
        sample.damaged,
        sample.mask,
        Alignment.of_face(find_faces(backend.detector(), backend.points(), request)[0]),
    )
    given = crop_arrays(crop)
    inputs = texture_arrays(crop, predict_layout(backend.layout(), LayoutRequest(crop)).layout, 5)
    lenders = backend.texture("texture").lenders(inputs, None)
    assert lenders is not None
    painted = backend.texture("texture").painted(inputs)
    tile = np.ascontiguousarray(sample.damaged.pixels.transpose(2, 0, 1)[None] / np.float32(255), np.float32)

    return {
        "stage 1": lambda: backend.layout()(*given, None),
        "stage 2, painting": lambda: backend.texture("texture").painted(inputs),
        "stage 2, lenders": lambda: (backend.texture("texture").lenders(inputs, None), painted)[1],
        "stage 2, borrowing": lambda: backend.texture("texture").borrowed(painted, inputs, lenders).painted,
        "detection with points": faces,
        "embedding": lambda: backend.embedding()(*given),
        "damage, a tile of 512 px": lambda: backend.damage()(tile),
    }


if __name__ == "__main__":
    main()
