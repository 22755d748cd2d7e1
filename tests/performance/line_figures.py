"""How well faint thin lines are found by their course: lines drawn over undamaged pictures, and undamaged portraits.

``--fit`` prints the weights of the certainty, fitted on the faces given, on the scenes that were learnt from, and on
every second portrait; without it, the faces given, the held-out scenes and the other portraits are measured. The data
are the developers'; nothing of them is kept.

    python tests/performance/line_figures.py --faces val-00.tar --scenes scenes.tar --portraits whole-portraits
    python tests/performance/line_figures.py --faces train-00.tar --scenes scenes.tar --portraits whole-portraits --fit
"""

import argparse
import tarfile
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.damage.line_certainty import FEATURES, certainties, terms
from facerestore.damage.proposals import Caution
from facerestore.damage.thin_lines import LineCandidate, line_candidates
from facerestore.inference.backends.torch.calls import TorchDamage
from facerestore.inference.backends.torch.networks import load_network, network_for
from facerestore.inference.damage_detection import map_damage
from facerestore.values.photo import Photo
from facerestore.values.request import DamageRequest
from facerestore_training import held_out
from facerestore_training.data.damage.canvas import field, line

_PENALTY: Final = 0.001
_PORTRAIT_WEIGHT: Final = 2
"""How many times a line of a portrait counts: aligned faces have no lapels."""
_FACES: Final = 300
_SEEDS: Final = (1, 2, 3)
_OTHER_SEEDS: Final = (100,)
_NEAR_PX: Final = 2
_SHARES: Final = (0.3, 0.6)
"""Of a candidate's course on a drawn line: what has less is none, what has more is one; between them nobody is asked.
"""


@dataclass(frozen=True, eq=False)
class Sample:
    """``drawn``: where the lines are, bool (h, w)."""

    pixels: NDArray[np.uint8]
    drawn: NDArray[np.bool_]


def samples(pictures: list[NDArray[np.uint8]], count: int, rng: np.random.Generator) -> Iterator[Sample]:
    """Pictures of several sizes with up to three lines; nearly half have none."""
    for index in range(count):
        pixels = pictures[index % len(pictures)]
        scale = rng.uniform(1, 1.8)
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC).astype(np.float32) / 255
        pixels += rng.normal(0, rng.uniform(0, 0.02), (*pixels.shape[:2], 1)).astype(np.float32)
        drawn = np.zeros(pixels.shape[:2], np.bool_)
        for _ in range(int(rng.integers(1, 4)) if rng.random() < 0.55 else 0):
            pixels, where = scratched(pixels, rng)
            drawn |= where
        yield Sample(np.rint(255 * np.clip(pixels, 0, 1)).astype(np.uint8), drawn)


def scratched(pixels: NDArray[np.float32], rng: np.random.Generator) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """A faint line, worn away in places, now and then with a shadow beside it as a crease has, and where it is."""
    shape, side = pixels.shape[:2], max(pixels.shape[:2])
    angle, middle = rng.uniform(0, np.pi), rng.uniform((0, 0), shape[::-1])
    length = rng.uniform(0.15, 1.2) * side
    along = np.linspace(-0.5, 0.5, 30)[:, None] * length
    direction = np.array([np.cos(angle), np.sin(angle)])
    normal = np.array([-direction[1], direction[0]])
    points = (
        middle
        + along * direction
        + rng.normal(0, 0.03) * length * np.sin(4 * along / length + rng.uniform(0, 6)) * normal
    )
    width = np.exp(rng.uniform(-0.2, 1.2))
    alpha = line(shape, points, width, softness_px=rng.uniform(0, 0.8))
    if rng.random() < 0.7:
        alpha = alpha * np.clip(0.6 + field(rng, shape, int(rng.integers(8, 50))) + rng.uniform(-0.1, 0.6), 0, 1)
    strength = np.exp(rng.uniform(np.log(0.05), np.log(0.7)))
    colour = rng.uniform(0.8, 1) if rng.random() < 0.75 else rng.uniform(0, 0.2)
    if rng.random() < 0.4:
        shadow = line(shape, points + normal * (width + 0.5) * rng.choice((-1, 1)), width, softness_px=0.6)
        pixels = pixels * (1 - rng.uniform(0.1, 0.6) * strength * shadow[..., None])
    changed = pixels + (colour - pixels) * (strength * alpha)[..., None]
    return np.asarray(changed, np.float32), np.abs(changed - pixels).max(axis=2) >= 0.02


def candidates(pixels: NDArray[np.uint8], network: TorchDamage) -> list[LineCandidate]:
    seen = map_damage(network, DamageRequest.of(Photo(pixels)))
    grey = pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    return list(line_candidates(grey, seen))


def on_drawn(one: LineCandidate, drawn: NDArray[np.bool_]) -> float:
    """The share of a candidate's course that is on a drawn line."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _NEAR_PX + 1,) * 2)
    near = cv2.dilate(drawn.astype(np.uint8), disc) > 0
    places = np.clip(one.line.middles.astype(int), 0, np.array(near.shape[::-1]) - 1)
    return float(near[places[:, 1], places[:, 0]].mean())


def measured(
    faces: list[NDArray[np.uint8]],
    scenes: list[NDArray[np.uint8]],
    seeds: tuple[int, ...],
    count: int,
    network: TorchDamage,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Features (N, F) of lines that can be followed, and the share of each that is on a drawn line (N,)."""
    features, shares = [], []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        pairs = zip(rng.permutation(len(faces)), rng.permutation(len(scenes)), strict=False)
        pictures = [one for face, scene in pairs for one in (faces[face], scenes[scene])]
        for sample in samples(pictures, count, rng):
            for one in candidates(sample.pixels, network):
                features.append(one.features)
                shares.append(on_drawn(one, sample.drawn))
    return np.stack(features), np.array(shares)


def fit(features: NDArray[np.float64], shares: NDArray[np.float64], quiet: NDArray[np.float64]) -> None:
    """Logistic regression on the features and their squares, by Newton's method. ``quiet``: of undamaged portraits."""
    is_asked = (shares <= _SHARES[0]) | (shares >= _SHARES[1])
    x = np.concatenate([features[is_asked], *[quiet] * _PORTRAIT_WEIGHT])
    y = np.zeros(len(x))
    y[: is_asked.sum()] = shares[is_asked] >= _SHARES[1]
    mean, spread = np.round(x.mean(axis=0), 3), np.round(x.std(axis=0), 3)
    z = terms(np.clip((x - mean) / spread, -3, 3))
    beta = np.zeros(z.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        curve = (z * (p * (1 - p))[:, None]).T @ z / len(y) + _PENALTY * np.eye(len(beta))
        beta += np.linalg.solve(curve, z.T @ (y - p) / len(y) - _PENALTY * beta)
    print("# fmt: off")
    for name, values in (("_MEAN", mean), ("_SPREAD", spread), ("_WEIGHTS", np.round(beta, 3))):
        print(textwrap.fill(f"{name}: Final = np.array({values.tolist()})", 120, subsequent_indent="    "))
    print("# fmt: on")


def tell(features: NDArray[np.float64], shares: NDArray[np.float64], quiet: list[NDArray[np.float64]]) -> None:
    sure, right = certainties(features), shares >= _SHARES[1]
    for caution in Caution:
        taken = sure >= caution.value
        false = sum(bool(len(one)) and bool((certainties(one) >= caution.value).any()) for one in quiet)
        print(
            f"{caution.name.lower()}: {taken.sum()} of {len(sure)} lines, {(taken & right).sum()} of "
            f"them drawn, of {right.sum()} that are; one in {false} of {len(quiet)} undamaged portraits"
        )


def faces_of(file: Path, most: int) -> list[NDArray[np.uint8]]:
    found = []
    with tarfile.open(file, "r:") as tar:
        for member in tar:
            if member.name.endswith(".webp") and len(found) < most:
                content = np.frombuffer(tar.extractfile(member).read(), np.uint8)
                found.append(cv2.cvtColor(cv2.imdecode(content, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faces", type=Path, required=True, help="tar of aligned faces")
    parser.add_argument("--scenes", type=Path, required=True, help="tar of whole photos")
    parser.add_argument("--portraits", type=Path, required=True, help="folder of undamaged portraits, JPEG")
    parser.add_argument("--count", type=int, default=40, help="pictures of each seed")
    parser.add_argument("--fit", action="store_true", help="print the weights of the certainty")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network = TorchDamage(load_network(network_for("damage", None), torch.device("cpu"), None)[0])
    learnt, held = held_out.split_scenes(arguments.scenes)
    scenes = [one.pixels for one in (learnt if arguments.fit else held)]
    seeds = _SEEDS if arguments.fit else _OTHER_SEEDS
    features, shares = measured(faces_of(arguments.faces, _FACES), scenes, seeds, arguments.count, network)
    quiet = []
    for file in sorted(arguments.portraits.glob("*.jpg"))[0 if arguments.fit else 1 :: 2]:
        pixels = cv2.cvtColor(cv2.imread(str(file)), cv2.COLOR_BGR2RGB)
        found = candidates(pixels, network)
        quiet.append(np.array([one.features for one in found]).reshape(-1, len(FEATURES)))
    if arguments.fit:
        fit(features, shares, np.concatenate(quiet))
    else:
        tell(features, shares, quiet)


if __name__ == "__main__":
    main()
