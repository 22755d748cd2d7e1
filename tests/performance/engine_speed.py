"""Time of both stages, of detection and of the search for damage, by PyTorch and by ONNX Runtime.

    OMP_NUM_THREADS=1 python tests/performance/engine_speed.py --exported FOLDER
    python tests/performance/engine_speed.py --exported FOLDER --beside 2

``FOLDER``: what ``facerestore models export-onnx -o FOLDER`` wrote. The first: processor time on one thread, medians of
runs in turn, and how far the answers are apart. Processor time and not time by the clock, so that other programs that
have the cores count little. The second: both stages by the clock on two threads, alone and beside so many programs that
compute without a pause, with threads that wait passively, as the program has them, and with threads that spin, as both
libraries have them by default. Each of the four is a process of its own; they take turns, so that a slow minute of the
machine slows all.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import numpy as np
import onnxruntime
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

WAITING: Final = {
    "passive": {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "0", "KMP_BLOCKTIME": "0"},
    "spinning": {},
}
THREADS: Final = "2"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exported", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--beside", type=int, default=0, metavar="PROGRAMS")
    parser.add_argument("--serve", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        _serve(arguments.exported, *arguments.serve)
    elif arguments.beside:
        _beside(arguments.exported, arguments.runs, arguments.beside)
    else:
        _one_thread(arguments)


def _beside(exported: Path, runs: int, programs: int) -> None:
    ways = [(engine, waiting) for engine in ("torch", "onnx") for waiting in WAITING]
    servers = {way: _server(exported, *way) for way in ways}
    for busy in (0, programs):
        times: dict[tuple[str, str], list[tuple[float, float]]] = {way: [] for way in ways}
        with _computing(busy):
            for _ in range(runs):
                for way in ways:
                    times[way].append(_asked(servers[way]))
        medians = {
            way: [1000 * statistics.median(kind) for kind in zip(*found, strict=True)] for way, found in times.items()
        }
        for (engine, waiting), (clock_ms, processor_ms) in medians.items():
            ratio = clock_ms / medians[engine, "passive"][0]
            found = {"beside": busy, "engine": engine, "waiting": waiting, "clock_ms": round(clock_ms)}
            more = {"processor_ms": round(processor_ms), "clock_to_passive": round(ratio, 2)}
            print(json.dumps({**found, **more}), flush=True)
    for server in servers.values():
        server.kill()


def _server(exported: Path, engine: str, waiting: str) -> "subprocess.Popen[str]":
    """A process that does the work whenever it is sent a line."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OMP_", "GOMP_", "KMP_"))}
    command = [sys.executable, __file__, "--exported", str(exported), "--serve", engine, waiting]
    environment = {**kept, **WAITING[waiting], "OMP_NUM_THREADS": THREADS}
    server = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    _asked(server)  # what the first time builds
    return server


def _asked(server: "subprocess.Popen[str]") -> tuple[float, float]:
    """(seconds by the clock, of the processor)."""
    asked, answers = server.stdin, server.stdout
    assert asked is not None
    assert answers is not None
    _write(asked)
    clock, processor = json.loads(answers.readline())
    return clock, processor


def _write(stream: IO[str]) -> None:
    stream.write("\n")
    stream.flush()


def _serve(exported: Path, engine: str, waiting: str) -> None:
    if waiting == "spinning":
        # as if the program had not told ONNX Runtime otherwise
        onnxruntime.SessionOptions.add_session_config_entry = lambda *entry: None
    backend: InferenceBackend = TorchBackend(torch.device("cpu")) if engine == "torch" else OnnxBackend(exported)
    jobs = _jobs(backend)
    for _ in sys.stdin:
        clock, processor = time.perf_counter(), time.process_time()
        for what in ("stage 1", "stage 2, painting", "stage 2, borrowing"):
            jobs[what]()
        print(json.dumps([time.perf_counter() - clock, time.process_time() - processor]), flush=True)


@contextmanager
def _computing(programs: int) -> Iterator[None]:
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(programs)]
    try:
        yield
    finally:
        for program in busy:
            program.kill()


def _one_thread(arguments: argparse.Namespace) -> None:
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
        "stage 2, borrowing": lambda: backend.texture("texture").borrowed(painted, lenders).painted,
        "detection with points": faces,
        "embedding": lambda: backend.embedding()(*given),
        "damage, a tile of 512 px": lambda: backend.damage()(tile),
    }


if __name__ == "__main__":
    main()
