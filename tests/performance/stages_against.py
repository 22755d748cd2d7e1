"""Both stages of this tree against those of an older one, in one process and in turn: processor time of one thread.

    git worktree add /tmp/older COMMIT
    python tests/performance/stages_against.py /tmp/older [--runs 15]

Stage 2 is timed without what it borrows, and with the mirror image: for the first candidate of a crop, which fits it,
and for each further one. The older tree's stage 2 is timed as its own ``forward``. Weights are fresh ones: they take
the same time.
"""

import argparse
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import torch

SIDE_PX: Final = 256
_PACKAGES: Final = ("facerestore_models", "facerestore_resources")
_HERE: Final = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("older", type=Path, help="a checkout of an older commit")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    jobs = _older(_models_of(arguments.older)) | _newer(_models_of(_HERE))
    times: dict[str, list[float]] = {name: [] for name in jobs}
    with torch.no_grad():
        for job in jobs.values():
            job()
        for _ in range(arguments.runs):
            for name, job in jobs.items():
                begun = time.process_time()
                job()
                times[name].append(1e3 * (time.process_time() - begun))
    ms = {name: statistics.median(values) for name, values in times.items()}
    before = ms["stage 1, older"] + ms["stage 2, older"]
    one, two = ms["stage 1"], ms["stage 2, painting"]
    further = ms["mirror image lends"]
    ratios = {
        "without what is borrowed": (one + two) / before,
        "first candidate": (one + two + ms["mirror image is fitted"] + further) / before,
        "further candidate, stage 2 alone": (two + further) / ms["stage 2, older"],
    }
    print(
        json.dumps(
            {
                "processor, ms": {name: round(value, 1) for name, value in ms.items()},
                "ratios": {name: round(value, 2) for name, value in ratios.items()},
            },
            indent=2,
        )
    )


def _models_of(tree: Path) -> ModuleType:
    """The networks' package as it is in a tree, beside another tree's."""
    for name in [one for one in sys.modules if one.partition(".")[0] in _PACKAGES]:
        del sys.modules[name]
    parts = [str(tree / part) for part in ("models", "resources")]
    sys.path[:0] = parts
    try:
        models = importlib.import_module("facerestore_models")
    finally:
        del sys.path[: len(parts)]
    assert Path(models.__file__ or "").is_relative_to(tree.resolve())
    return models


def _given() -> dict[str, Any]:
    hole = torch.zeros(1, 1, SIDE_PX, SIDE_PX)
    hole[..., 90:170, 60:200] = 1
    half = SIDE_PX // 2
    given = {
        "crop": torch.rand(1, 3, SIDE_PX, SIDE_PX) * (1 - hole),
        "hole": hole,
        "layout": torch.rand(1, 19, half, half).softmax(dim=1),
        "noise": torch.randn(1, 3, half, half),
    }
    laid = {name: value.contiguous(memory_format=torch.channels_last) for name, value in given.items()}
    return laid | {"latent": torch.randn(1, 32)}


def _stage(models: ModuleType, name: str) -> Any:
    return models.create(name).eval().to(memory_format=torch.channels_last)


def _older(models: ModuleType) -> dict[str, Callable[[], object]]:
    given = _given()
    layout_net, texture_net = _stage(models, "semantic_layout"), _stage(models, "texture_generator")
    if hasattr(models, "TextureInputs"):
        inputs = (models.TextureInputs(**given),)
    else:
        inputs = tuple(given[name] for name in ("crop", "hole", "layout", "latent", "noise"))
    return {
        "stage 1, older": lambda: layout_net(given["crop"], given["hole"]),
        "stage 2, older": lambda: texture_net(*inputs),
    }


def _newer(models: ModuleType) -> dict[str, Callable[[], object]]:
    given = _given()
    layout_net, texture_net = _stage(models, "semantic_layout"), _stage(models, "texture_generator")
    inputs = models.TextureInputs(**given)
    painted = texture_net.painted(inputs).detach()

    def features() -> Any:
        return texture_net.lender_features(inputs, texture_net.lenders(inputs))

    lenders = features()
    return {
        "stage 1": lambda: layout_net(given["crop"], given["hole"]),
        "stage 2, painting": lambda: texture_net.painted(inputs),
        "mirror image is fitted": features,
        "mirror image lends": lambda: texture_net.borrowing.borrow(painted, lenders),
    }


if __name__ == "__main__":
    main()
