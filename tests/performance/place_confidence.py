"""Fits how sure a place is that the network for damage sees, on damage drawn over pictures that it was trained on and
on undamaged ones; prints the weights. The data are the developers'; nothing of them is kept."""

import argparse
import tarfile
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.damage.filters import responses, toned
from facerestore.damage.network_places import network_places
from facerestore.damage.proposals import terms_of_places
from facerestore.inference.damage_detection import map_damage
from facerestore.inference.networks import load_network
from facerestore.values.photo import Photo
from facerestore.values.request import DamageRequest
from facerestore_training import held_out
from facerestore_training.damage_figures import near
from facerestore_training.data.damage.canvas import UNSURE
from facerestore_training.data.damage.samples import DamagedPictures
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.evaluation.damage import drawn_truths, quiet_truths

SHARED = Path(__file__).parents[3] / "shared" / "data"
PENALTY = 1e-4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights-dir", type=Path)
    parser.add_argument("--count", type=int, default=150, help="damaged windows, and as many undamaged pictures")
    arguments = parser.parse_args()
    network, _ = load_network("damage_net", torch.device("cpu"), arguments.weights_dir)
    scenes, _ = held_out.split_scenes(SHARED / "scenes-320" / "scenes.tar")
    pictures = faces(arguments.count) + [scene.pixels for scene in scenes]
    shapes, _ = held_out.split_overlays(OverlayPool.read(SHARED / "damage-overlays" / "overlays-400.tar"))
    damaged = drawn_truths(DamagedPictures(pictures=pictures, overlays=shapes), arguments.count)
    shown, right, weights = [], [], []
    for pixels, labels, _ in [*damaged, *quiet_truths(pictures[:: max(1, len(pictures) // arguments.count)])]:
        places = network_places(map_damage(network, DamageRequest.of(Photo(pixels))))
        if not places.kinds:
            continue
        grey = toned(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8))
        terms = terms_of_places(places, responses(grey))
        truth = near((labels > 0) & (labels != UNSURE)) | (labels == UNSURE)
        hits = np.bincount(places.labels.ravel(), weights=truth.ravel(), minlength=len(terms) + 1)[1:]
        areas = np.exp(terms[:, 1])
        shown.append(terms)
        right.append(hits / areas)
        weights.append(areas**0.75)
    x, y, w = np.concatenate(shown), np.concatenate(right), np.concatenate(weights)
    print(np.round(fitted(x, y, w / w.sum()), 3).tolist(), len(y), round(float((w * y).sum() / w.sum()), 3))


def faces(count: int) -> list[NDArray[np.uint8]]:
    """Training faces."""
    found = []
    with tarfile.open(SHARED / "faces-256" / "train-00.tar", "r:") as tar:
        for member in tar:
            if member.name.endswith(".webp") and len(found) < 4 * count:
                content = np.frombuffer(tar.extractfile(member).read(), np.uint8)
                found.append(cv2.cvtColor(cv2.imdecode(content, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB))
    return found


def fitted(x: NDArray[np.float64], y: NDArray[np.float64], w: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method."""
    beta = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        curve = (x * (w * p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(beta))
        beta += np.linalg.solve(curve, x.T @ (w * (y - p)) - PENALTY * beta)
    return beta


if __name__ == "__main__":
    main()
