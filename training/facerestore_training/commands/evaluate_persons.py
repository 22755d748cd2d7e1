"""``facerestore evaluate``: is the person kept, and what do references give? From arguments to reports."""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

import torch

from facerestore.values.errors import UsageError
from facerestore.values.identity_check import IN_FORCE, IdentityCheck, IdentityLimits
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_models.texture_generator import TextureGenerator
from facerestore_training import evaluation
from facerestore_training.commands.evaluation_inputs import chosen_ways, installed, installed_file, publish
from facerestore_training.data import persons as data_of_persons
from facerestore_training.data import shards
from facerestore_training.evaluation import identity, identity_checks, persons
from facerestore_training.evaluation.person_sheets import save_origins_sheet
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures

_IDENTITY_BUCKETS: Final = ("r20_40", "r40_60", "eyes")


def evaluate_identity(arguments: argparse.Namespace, cache: Path) -> None:
    file = arguments.embedder or installed_file("embedding", arguments.weights_dir)
    embed = identity.load_embedder(file, input_range=arguments.embedder_input)
    pairs = identity.read_pairs(arguments.lfw, cache, limit=arguments.limit)
    installed_ways, missing = chosen_ways(arguments)
    names = arguments.buckets or _IDENTITY_BUCKETS
    drawn = evaluation.FrozenBuckets(pairs.faces.keys, seed=arguments.seed, names=names)
    report = replace(identity.evaluate_identity(pairs, drawn, installed_ways, embed), missing=missing)
    (arguments.out / "identity.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    publish(report.markdown(), arguments.out / "identity.md")


def evaluate_persons(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    texture, layout, embedder = _person_networks(arguments, device)
    faces = shards.load_faces(arguments.persons, cache)
    cases = persons.person_cases(faces.keys, data_of_persons.read_persons(arguments.persons))[: arguments.limit]
    names = arguments.buckets or persons.BUCKETS
    drawn = evaluation.FrozenBuckets(faces.keys, seed=arguments.seed, names=names)
    distance = SqueezeNetDistance(SqueezeNetFeatures(arguments.features)) if arguments.features else None
    report = persons.evaluate_persons(
        texture, layout, embedder, faces, cases, drawn, distance=distance, seed=arguments.seed
    )
    painter = persons.PersonPainter(texture, layout, faces, arguments.seed)
    for bucket, holes in drawn.items():
        save_origins_sheet(painter, faces, cases, holes, arguments.out / f"persons_{bucket}.png")
    (arguments.out / "persons.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    publish(report.markdown(), arguments.out / "persons.md")


def evaluate_identity_check(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    texture, layout, embedder = _person_networks(arguments, device)
    names = arguments.buckets or identity_checks.BUCKETS

    def checks(tars: list[Path]) -> tuple[dict[identity_checks.Key, list[IdentityCheck]], int]:
        faces = shards.load_faces(tars, cache)
        cases = persons.person_cases(faces.keys, data_of_persons.read_persons(tars))[: arguments.limit]
        drawn = evaluation.FrozenBuckets(faces.keys, seed=arguments.seed, names=names)
        painter = persons.PersonPainter(texture, layout, faces, arguments.seed)
        return identity_checks.evaluate_identity_checks(painter, embedder, faces, cases, drawn), len(cases)

    found, count = checks(arguments.persons)
    halves = (IN_FORCE, IN_FORCE)
    if arguments.identity_check:
        calibration, fitted_on = checks(arguments.identity_check)
        fitted = identity_checks.fitted_limits(calibration)
        judged = f"Called alike, doubtful or unlike by the limits in force: {_told(IN_FORCE)}."
    else:
        fitted, fitted_on = identity_checks.fitted_limits(found), count
        halves = identity_checks.crossed_limits(found)
        judged = (
            "Called alike, doubtful or unlike by the limits that the other half of the persons gives: the first half "
            f"by {_told(halves[0])}, the second by {_told(halves[1])}. In force: {_told(IN_FORCE)}."
        )
    notes = (
        f"{count} persons, one photograph of each; limits fitted on {fitted_on} persons: alike below "
        f"{fitted.alike_below:.3f}, unlike from {fitted.unlike_from:.3f}, moved away from "
        f"{fitted.away_from:.3f}, strange from {fitted.strange_from:.3f}.",
        judged,
        "AUC: of the case against the person, 95 % by a bootstrap over persons.",
    )
    report = identity_checks.IdentityCheckReport(found, count, notes, fitted, halves)
    (arguments.out / "identity_check.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", "utf-8")
    publish(report.markdown(), arguments.out / "identity_check.md")


def _told(limits: IdentityLimits) -> str:
    return "{alike_below:.2f}, {unlike_from:.2f}, {away_from:.2f}, {strange_from:.2f}".format(**asdict(limits))


def _person_networks(
    arguments: argparse.Namespace, device: torch.device
) -> tuple[TextureGenerator, SemanticLayoutNet, FaceEmbedder]:
    texture, _ = installed("texture", device, arguments.weights_dir)
    layout, _ = installed("layout", device, arguments.weights_dir)
    # a folder of weights under test need not have one
    embedder, _ = installed("embedding", device, None)
    if not (
        isinstance(texture, TextureGenerator)
        and isinstance(layout, SemanticLayoutNet)
        and isinstance(embedder, FaceEmbedder)
    ):
        raise UsageError("These networks read no references.", advice="Choose the weights of this program.")
    return texture, layout, embedder
