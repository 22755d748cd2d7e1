"""How sure a face is: upright and turned photos, clean and partly covered, and the logistic regression on both signs.

    python tests/performance/face_certainty.py DATA --count 100

Prints the weights that these photos alone give to ``facerestore.inference.detection.certainty``, and what those in use
make of them: the table in models/README.md.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.files.reading import read_photo
from facerestore.inference.backends.torch.calls import TorchDetector, TorchPoints
from facerestore.inference.backends.torch.networks import load_network, network_for
from facerestore.inference.detection import DetectorSettings, Sighting, certainty, sightings
from facerestore.restoration.face_search import PLAUSIBLE
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest
from facerestore_training import held_out
from facerestore_training.data.scenes import cover_face

SHARES = (0.0, 0.25, 0.45)
SETTINGS = DetectorSettings(score=0.1)
RIGHT = 0.35
"""Mean error of the points, in eye distances, up to which a find is the face."""


def pictures(data: Path, count: int) -> Iterator[NDArray[np.uint8]]:
    """Whole portraits, then held-out scenes with one face."""
    portraits = sorted((data / "whole-portraits").glob("*.jpg"))
    _, scenes = held_out.split_scenes(data / "scenes-320" / "scenes.tar")
    alone = [np.asarray(scene.pixels) for scene in scenes if len(scene.boxes) == 1]
    read = [read_photo(path).pixels for path in portraits[: count // 2]]
    yield from (np.repeat(p[..., None], 3, axis=2) if p.ndim == 2 else p for p in read)
    yield from alone[: count - len(read)]


def fitted(signs: NDArray[np.float64], is_right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The weights of the signs (N, 2) and the constant, by Newton's method with a little ridge."""
    inputs = np.column_stack([signs, np.ones(len(signs))])
    weights = np.zeros(3)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + 0.01 * np.eye(3)
        weights += np.linalg.solve(curvature, inputs.T @ (is_right - chance) - 0.01 * weights)
    return weights


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args(argv)
    torch.set_num_threads(1)
    cpu = torch.device("cpu")
    networks = (load_network(network_for(task), cpu)[0] for task in ("detection", "points"))
    detector, points = TorchDetector(next(networks)), TorchPoints(next(networks))

    def best(request: DetectionRequest) -> Sighting | None:
        return max(sightings(detector, points, request, settings=SETTINGS), key=lambda s: s.score, default=None)

    rows: list[tuple[float, float, bool, int]] = []
    firsts = {share: 0 for share in SHARES}
    seen = 0
    for number, pixels in enumerate(pictures(arguments.data, arguments.count)):
        extent = Extent(pixels.shape[1], pixels.shape[0])
        photo = Photo(np.ascontiguousarray(pixels))
        clean = best(DetectionRequest.of(photo))
        if clean is None:
            continue
        seen += 1
        truth = DetectionRequest.of(photo).to_photo(clean.points)
        box = DetectionRequest.of(photo).to_photo(clean.box.reshape(2, 2)).ravel()
        eyes = float(np.linalg.norm(truth[1] - truth[0]))
        for share in SHARES:
            hole = np.zeros((extent.height, extent.width), np.uint8)
            if share:
                rng = np.random.default_rng([number, int(100 * share)])
                drawn = cover_face(box.astype(np.float32), share, max(extent.width, extent.height), rng)
                hole |= drawn[: extent.height, : extent.width]
            request = DetectionRequest.of(photo, Mask.from_bool(hole > 0))
            confidences = [0.0] * 4
            for turns in range(4):
                turned = request.turned(turns)
                found = best(turned)
                if found is None or found.spread is None:
                    continue
                error = np.linalg.norm(turned.to_photo(found.points) - truth, axis=1).mean() / eyes
                rows.append((found.score, found.spread, bool(error < RIGHT), turns))
                confidences[turns] = certainty(found.score, found.spread)
            firsts[share] += int(np.argmax(confidences) == 0)
    scores, spreads, right, _ = (np.array(column) for column in zip(*rows, strict=True))
    of_score, of_spread, constant = fitted(np.column_stack([np.log(scores / (1 - scores)), spreads]), right)
    print(f"score {of_score:.2f}, spread {of_spread:.1f}, usual spread {-constant / of_spread:.2f}")
    sure = np.array([certainty(float(score), float(spread)) for score, spread in zip(scores, spreads, strict=True)])
    print(f"{seen} photos; {right.sum()} finds are the face, {(~right).sum()} are not")
    for level in (0.4, PLAUSIBLE, 0.9):
        for name, values in (("score", scores), ("confidence", sure)):
            lost, false = (values[right] < level).sum(), (values[~right] >= level).sum()
            print(f"{name} {level}: {lost} faces below, {false} false ones above")
    print({f"{share:.0%} covered": f"{count} of {seen} surest upright" for share, count in firsts.items()})


if __name__ == "__main__":
    main()
