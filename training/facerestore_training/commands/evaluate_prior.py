"""``facerestore evaluate --prior``: stage 1 of an ISFRNet alone, and the faces that its generator invents."""

import argparse
import json
from pathlib import Path
from typing import Final

import torch

from facerestore.values.errors import UsageError
from facerestore_models.isfrnet import IsfrNet
from facerestore_models.weights import sha256_of
from facerestore_training.commands.evaluation_inputs import buckets_of, installed, publish
from facerestore_training.data import shards
from facerestore_training.evaluation import prior
from facerestore_training.losses.perceptual import SqueezeNetFeatures
from facerestore_training.runs.starting_weights import loaded

_BUCKETS: Final = ("r20_40", "r40_60")


def add_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--prior",
        type=Path,
        metavar="WEIGHTS",
        help="with --faces: is what stage 1 of this ISFRNet paints the right face? With --features and 2,000 faces "
        "also the KID of invented ones. Only this is judged then",
    )


def run(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    """Writes ``prior.md``, ``prior.json`` and ``prior.png``. Raises UsageError for another network's weights."""
    name, network = loaded(arguments.prior)
    if not isinstance(network, IsfrNet):
        raise UsageError(f"{arguments.prior.name} holds {name}.", advice="Give the weights of an ISFRNet.")
    faces = shards.load_faces(arguments.faces, cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    arguments.buckets = arguments.buckets or _BUCKETS
    holes = dict(buckets_of(arguments, faces))
    detector, _ = installed("detection", device, arguments.weights_dir)
    points_network, _ = installed("points", device, arguments.weights_dir)
    features = SqueezeNetFeatures(arguments.features).to(device) if arguments.features else None
    network = network.to(device)
    report = prior.evaluate_prior(network, detector, points_network, faces, holes, features=features)
    known = {"network": name, "sha256": sha256_of(arguments.prior), "seed": arguments.seed}
    text = json.dumps(known | report.as_json(), indent=2)
    (arguments.out / "prior.json").write_text(text + "\n", encoding="utf-8")
    prior.save_sheet(network, faces, holes, arguments.out / "prior.png")
    publish(
        f"{name}, stage 1 alone, SHA-256 {known['sha256'][:12]}\n\n{report.as_markdown()}", arguments.out / "prior.md"
    )
