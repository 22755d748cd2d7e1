"""What evaluations have in common: networks, ways to restore, faces, holes, judges, and where reports go."""

import argparse
import sys
from pathlib import Path
from typing import Final

import torch
from torch import nn

from facerestore.inference.backends.torch.networks import list_weights, load_network, network_for
from facerestore.values.errors import UsageError
from facerestore_models import Task
from facerestore_models.face_embedder import SAME_PERSON, FaceEmbedder
from facerestore_models.weights import sha256_of
from facerestore_training import evaluation
from facerestore_training.data import shards
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation import kid, perception
from facerestore_training.evaluation.installed import InstalledRestorer, ways_named, why_missing
from facerestore_training.labels import labelling
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.runs.starting_weights import loaded

TRUE_LABELS: Final = "True layouts are those that came with the faces."


def installed_file(task: Task, weights_dir: Path | None) -> Path:
    name = network_for(task, weights_dir)
    return next(entry.path for entry in list_weights(weights_dir) if entry.name == name)


def installed(task: Task, device: torch.device, weights_dir: Path | None) -> tuple[nn.Module, str]:
    """(the network that a folder has for a task, SHA-256 of its file)."""
    return load_network(network_for(task, weights_dir), device, weights_dir)


def parser_network(arguments: argparse.Namespace, device: torch.device) -> tuple[nn.Module, str]:
    """(the stage 1 that reads results, SHA-256 of its file)."""
    if arguments.parser is None:
        return installed("layout", device, arguments.weights_dir)
    _, network = loaded(arguments.parser)
    return network.to(device), sha256_of(arguments.parser)


def labelled_faces(arguments: argparse.Namespace, parser: nn.Module, cache: Path) -> tuple[FaceSet, str]:
    """(the faces with labels, a sentence that says whose labels)."""
    faces = shards.load_faces(arguments.faces, cache)
    faces = faces.subset(range(len(faces))[: arguments.limit])
    if faces.labels is not None:
        return faces, TRUE_LABELS
    name = f"eval-labels-{len(faces)}-{shards.fingerprint(arguments.faces)}-{labelling.network_fingerprint(parser)}.npy"
    return (
        labelling.labelled(parser, faces, cache / name),
        "Nobody drew layouts for these faces: 'true' is what the parser reads on the undamaged face.",
    )


def buckets_of(arguments: argparse.Namespace, faces: FaceSet) -> "evaluation.FolderBuckets | evaluation.FrozenBuckets":
    if arguments.masks:
        return evaluation.FolderBuckets(arguments.masks, faces.keys, names=arguments.buckets)
    return evaluation.FrozenBuckets(faces.keys, seed=arguments.seed, names=arguments.buckets)


def judges_of(
    arguments: argparse.Namespace, parser: nn.Module, count: int, device: torch.device
) -> tuple[evaluation.Judges, list[str]]:
    """(what judges, sentences on what is absent and why)."""
    lpips, lpips_note = perception.find_lpips(arguments.lpips_backbone)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)).to(device) if arguments.features else None
    # a folder of weights under test need not have one
    embedder, embedder_sha = installed("embedding", device, None)
    assert isinstance(embedder, FaceEmbedder), "the program's own is one"
    notes = [
        lpips_note,
        f"Identity distance: of dlib's embeddings of result and true face (SHA-256 {embedder_sha[:12]}), below "
        f"{SAME_PERSON} for one person; it may have been one of the losses.",
    ]
    if distance is None:
        notes.append("SqueezeNet feature distance and KID are absent: no --features were given.")
    elif count < kid.LEAST_PICTURES:
        notes.append(f"{kid.NAME} is absent: {count} faces, and below {kid.LEAST_PICTURES} it says little.")
    judges = evaluation.Judges(
        parser=parser,
        lpips=lpips,
        distance=distance,
        embedder=embedder,
        keeps_features=distance is not None and count >= kid.LEAST_PICTURES,
    )
    return judges, notes


def chosen_ways(arguments: argparse.Namespace) -> tuple[dict[str, InstalledRestorer], dict[str, str]]:
    """(the ways to restore that were asked for, all without ``--restorers``, by name; why others cannot take part)."""
    found, missing = {}, {}
    for one in ways_named(arguments.restorers):
        why = why_missing(one, arguments.weights_dir)
        if why is None:
            found[one.name] = InstalledRestorer(
                one, device=arguments.device, weights_dir=arguments.weights_dir, seed=arguments.seed
            )
        else:
            missing[one.name] = why
    if not found:
        raise UsageError("None of these restorers is installed.", advice="Choose others with --restorers.")
    return found, missing


def publish(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
