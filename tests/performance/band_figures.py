"""How well broad bright cracks are found by their course: cracks drawn over undamaged portraits, and the portraits
themselves.

Neither the network nor the other filters look here. The data are the developers'; nothing of them is kept.
"""

import argparse
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.bands import bands
from facerestore.damage.proposals import Caution
from facerestore.values.photo import Photo

WIDTHS: Final = (0.012, 0.02, 0.03, 0.045)
"""Of a crack, as shares of the shorter side."""
CAUTIONS: Final = (Caution.ALL, Caution.USUAL, Caution.CERTAIN)


def cracked(pixels: NDArray[np.uint8], width: float, rng: np.random.Generator) -> tuple[NDArray[np.uint8], NDArray]:
    """A portrait (h, w, 3) with a ragged, slightly bent crack, and where that is (h, w)."""
    height, across = pixels.shape[:2]
    side = min(height, across)
    angle, middle = rng.uniform(0, np.pi), np.array([across, height]) * rng.uniform(0.35, 0.65, 2)
    along = np.linspace(-1, 1, 300)[:, None] * max(height, across) * rng.uniform(0.35, 0.8)
    direction = np.array([np.cos(angle), np.sin(angle)])
    normal = np.array([-direction[1], direction[0]])
    points = middle + along * direction
    points += rng.uniform(-0.05, 0.05) * side * np.sin(along / side * 4 + rng.uniform(0, 6)) * normal
    ragged = cv2.GaussianBlur(np.cumsum(rng.normal(0, 1, 300))[None].astype(np.float32), (0, 0), 3)[0]
    points += (ragged - np.linspace(ragged[0], ragged[-1], 300))[:, None] * normal * side / 400
    uneven = cv2.GaussianBlur(rng.normal(0, 1, (1, 300)).astype(np.float32), (0, 0), 6)[0]
    widths = width * side * (1 + 0.25 * np.clip(4 * uneven, -1, 1))
    drawn = np.zeros((height, across), np.uint8)
    places = np.rint(points).astype(int).tolist()
    for one, other, thickness in zip(places, places[1:], widths, strict=False):
        cv2.line(drawn, one, other, 255, max(1, round(float(thickness))))
    share = cv2.GaussianBlur(drawn.astype(np.float32) / 255, (0, 0), 0.8)[..., None] * rng.uniform(0.85, 1)
    paper = rng.uniform(215, 250) + rng.normal(0, 5, (height, across, 1))
    return np.clip(pixels + (paper - pixels) * share, 0, 255).astype(np.uint8), drawn > 0


def covered(pixels: NDArray[np.uint8]) -> dict[Caution, NDArray[np.bool_]]:
    found = {caution: np.zeros(pixels.shape[:2], np.bool_) for caution in CAUTIONS}
    for region, confidence in bands(Photo(pixels), cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)):
        for caution in CAUTIONS:
            if confidence >= caution.value:
                found[caution][region.box.slices] |= region.inside
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("portraits", type=Path, help="folder of undamaged portraits, JPEG")
    parser.add_argument("--count", type=int, default=48)
    arguments = parser.parse_args()
    portraits = [
        cv2.cvtColor(cv2.imread(str(file)), cv2.COLOR_BGR2RGB) for file in sorted(arguments.portraits.glob("*.jpg"))
    ]
    rng = np.random.default_rng(0)
    recalls: dict[tuple[float, Caution], list[float]] = {}
    for index in range(arguments.count):
        width = WIDTHS[index % len(WIDTHS)]
        pixels, truth = cracked(portraits[index % len(portraits)], width, rng)
        for caution, inside in covered(pixels).items():
            recalls.setdefault((width, caution), []).append(float(inside[truth].mean()))
    for (width, caution), values in sorted(recalls.items(), key=lambda one: (one[0][0], one[0][1].value)):
        print(f"width {width}, {caution.name.lower()}: recall {np.mean(values):.2f}")
    found = [covered(pixels) for pixels in portraits]
    for caution in CAUTIONS:
        areas = [float(one[caution].mean()) for one in found]
        print(
            f"undamaged, {caution.name.lower()}: {sum(area > 0 for area in areas)} of {len(areas)} portraits, ", end=""
        )
        print(f"{100 * np.mean(areas):.3f} % of the area")


if __name__ == "__main__":
    main()
