"""How well damage is found: precision and recall on real damage shapes laid over undamaged faces and portraits.

``--fit`` prints the weights of the confidence, fitted on one half of faces and shapes; without it the other half is
measured. The data are the developers'; nothing of them is kept.
"""

import argparse
import json
import tarfile
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.confidence import terms
from facerestore.damage.features import face_map, measured_candidates
from facerestore.damage.filters import responses, toned
from facerestore.damage.proposals import DamageProposal, find_damage
from facerestore.values.alignment import TEMPLATE
from facerestore.values.face import Face
from facerestore.values.photo import Photo

SHARED = Path(__file__).parents[3] / "shared" / "data"
DRAWN = "drawn lines"
NARROW = (DRAWN, "dirt", "hair", "hair-short", "lint", "scratches", "spots", "sprinkles")
WIDE = ("dots", "smut", "stain")
NONE = "none"
VISIBLE = 0.08
"""A pixel is damaged when it is off by this share of white at least."""

TOLERANCE_PX = 2
_PENALTY = 0.003
"""Ridge penalty of the fit: what few candidates say must not weigh much."""


@dataclass(frozen=True, eq=False)
class Sample:
    kind: str
    pixels: NDArray[np.uint8]
    damaged: NDArray[np.bool_]
    faces: tuple[Face, ...]


def samples(pictures: str, half: int, count: int) -> Iterator[Sample]:
    """Pictures and shapes of one half; a tenth of them stays undamaged."""
    rng = np.random.default_rng(half)
    clean = _pictures(pictures)[half::2]
    shapes = _shapes()
    for index in range(count):
        pixels = clean[index % len(clean)].astype(np.float32) / 255
        is_crop = pictures == "faces"
        faces = (Face.from_points(TEMPLATE * pixels.shape[0]),) if is_crop else ()
        kind = (*NARROW, *WIDE, NONE)[index % (len(NARROW) + len(WIDE) + 1)]
        before = pixels
        if kind != NONE:
            size = (pixels.shape[0], pixels.shape[1])
            if kind == DRAWN:
                alpha = _lines(size, rng)
            else:
                of_kind = shapes[kind][half::2]
                alpha = _placed(of_kind[int(rng.integers(len(of_kind)))], size, rng)
            colour = rng.uniform(0.85, 1) if rng.random() < 0.65 else rng.uniform(0, 0.15)
            pixels = pixels + (colour - pixels) * (alpha * rng.uniform(0.55, 1))[..., None]
        damaged = np.abs(pixels - before).max(axis=2) >= VISIBLE
        yield Sample(kind, np.rint(255 * pixels).astype(np.uint8), damaged, faces)


def _lines(size: tuple[int, int], rng: np.random.Generator) -> NDArray[np.float32]:
    """One to four long scratches and creases, hardly bent: the shapes have none that cross a whole photo."""
    drawn = np.zeros(size, np.uint8)
    for _ in range(int(rng.integers(1, 5))):
        start, angle = rng.uniform((0, 0), size[::-1]), rng.uniform(0, np.pi)
        along = np.linspace(-1, 1, 30)[:, None] * rng.uniform(0.2, 1) * max(size)
        points = start + along * (np.cos(angle), np.sin(angle))
        points += rng.uniform(-8, 8) * np.sin(along / max(size) * 4) * (-np.sin(angle), np.cos(angle))
        fixed = np.rint(16 * points).astype(np.int32)
        cv2.polylines(drawn, [fixed], False, 255, int(rng.integers(1, 4)), cv2.LINE_AA, 4)
    return drawn.astype(np.float32) / 255


def _placed(shape: NDArray[np.uint8], size: tuple[int, int], rng: np.random.Generator) -> NDArray[np.float32]:
    scale = rng.uniform(0.64, 1.2) * max(size) / 400
    angle = rng.uniform(0, 360)
    matrix = cv2.getRotationMatrix2D((200, 200), angle, scale)
    matrix[:, 2] += np.array(size[::-1]) * rng.uniform(0.05, 0.95, 2) - 200
    soft = cv2.GaussianBlur(shape, (0, 0), 0.5 / scale) if scale < 1 else shape
    return np.asarray(cv2.warpAffine(soft, matrix, size[::-1]), np.float32) / 255


def _pictures(pictures: str) -> list[NDArray[np.uint8]]:
    if pictures == "portraits":
        files = sorted((SHARED / "whole-portraits").glob("*.jpg"))
        return [cv2.cvtColor(cv2.imread(str(file)), cv2.COLOR_BGR2RGB) for file in files]
    return [
        cv2.cvtColor(one, cv2.COLOR_BGR2RGB)
        for _, one in _members(SHARED / "faces-256" / "val-00.tar", cv2.IMREAD_COLOR)
    ]


def _shapes() -> dict[str, list[NDArray[np.uint8]]]:
    found: dict[str, list[NDArray[np.uint8]]] = {}
    for name, one in _members(SHARED / "damage-overlays" / "overlays-400.tar", cv2.IMREAD_GRAYSCALE):
        found.setdefault(name.split("/")[0], []).append(one)
    return found


def _members(file: Path, flag: int) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    with tarfile.open(file, "r:") as tar:
        for member in sorted(tar.getmembers(), key=lambda one: one.name):
            if member.name.endswith((".webp", ".png")):
                content = tar.extractfile(member).read()
                yield member.name, np.asarray(cv2.imdecode(np.frombuffer(content, np.uint8), flag), np.uint8)


def near(where: NDArray[np.bool_]) -> NDArray[np.bool_]:
    side = 2 * TOLERANCE_PX + 1
    return cv2.dilate(where.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))) > 0


def fit(count: int) -> None:
    """Logistic regression on the features, their squares and products, by Newton's method."""
    features, truths, weights = [], [], []
    for pictures in ("faces", "portraits"):
        for sample in samples(pictures, 0, count):
            grey = toned(np.asarray(cv2.cvtColor(sample.pixels, cv2.COLOR_RGB2GRAY), np.uint8))
            found = measured_candidates(grey, responses(grey), face_map(grey.shape, 1.0, sample.faces, ()))
            at = found.labels[found.labels > 0]
            sizes = np.bincount(at, minlength=found.count + 1)[1:]
            hits = np.bincount(at, weights=near(sample.damaged)[found.labels > 0], minlength=found.count + 1)[1:]
            # large candidates are worth more, and busy pictures less, but neither by as much as they have pixels
            own = sizes**0.75
            features.append(found.features)
            truths.append(hits >= sizes / 2)
            weights.append(own / np.sqrt(own.sum() + 30))
    x, y, w = np.concatenate(features), np.concatenate(truths).astype(np.float64), np.concatenate(weights)
    mean, spread = np.round(x.mean(axis=0), 3), np.round(x.std(axis=0), 3)
    z, w = terms(np.clip((x - mean) / spread, -3, 3)), w / w.sum()
    beta = np.zeros(z.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        curve = (z * (w * p * (1 - p))[:, None]).T @ z + _PENALTY * np.eye(len(beta))
        beta += np.linalg.solve(curve, z.T @ (w * (y - p)) - _PENALTY * beta)
    print("# fmt: off")
    for name, values in (("_MEAN", mean), ("_SPREAD", spread), ("_WEIGHTS", np.round(beta, 3))):
        print(textwrap.fill(f"{name}: Final = np.array({values.tolist()})", 120, subsequent_indent="    "))
    print("# fmt: on")
    print(f"# {len(y)} candidates, {y.mean():.3f} of them damage")


@dataclass
class Tally:
    """Pixels and places counted over many pictures."""

    proposed: int = 0
    right: int = 0
    damaged: int = 0
    covered: int = 0
    places: int = 0
    right_places: int = 0

    def figures(self) -> dict[str, float]:
        def share(part: int, whole: int) -> float:
            return round(part / whole, 3) if whole else 0.0

        return {
            "pixel_precision": share(self.right, self.proposed),
            "pixel_recall": share(self.covered, self.damaged),
            "place_precision": share(self.right_places, self.places),
        }


def measure(count: int, limits: tuple[float, ...]) -> None:
    for pictures in ("faces", "portraits"):
        tallies: dict[tuple[float, str], Tally] = {}
        for sample in samples(pictures, 1, count):
            proposals = find_damage(Photo(sample.pixels), faces=sample.faces, least_confidence=min(limits))
            for limit in limits:
                for group in {sample.kind, "narrow" if sample.kind in NARROW else "wide or none"}:
                    tally = tallies.setdefault((limit, group), Tally())
                    count_in(tally, sample, [one for one in proposals if one.confidence >= limit])
        for (limit, group), tally in sorted(tallies.items()):
            print(json.dumps({"pictures": pictures, "from": limit, "damage": group} | tally.figures()))


def count_in(tally: Tally, sample: Sample, proposals: list[DamageProposal]) -> None:
    truth, found = near(sample.damaged), np.zeros(sample.damaged.shape, np.bool_)
    for one in proposals:
        found[one.region.box.slices] |= one.region.inside
        tally.places += 1
        tally.right_places += bool(truth[one.region.box.slices][one.region.inside].mean() >= 0.5)
    tally.proposed += int(found.sum())
    tally.right += int((found & truth).sum())
    tally.damaged += int(sample.damaged.sum())
    tally.covered += int((near(found) & sample.damaged).sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=165, help="pictures of each kind")
    parser.add_argument("--fit", action="store_true", help="print the weights of the confidence")
    arguments = parser.parse_args()
    if arguments.fit:
        fit(arguments.count)
    else:
        measure(arguments.count, (0.25, 0.4, 0.6))


if __name__ == "__main__":
    main()
