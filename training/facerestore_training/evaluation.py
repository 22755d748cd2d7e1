"""Restorers compared on faces and holes that never change: figures, a table, a contact sheet."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_training import metrics, sheets
from facerestore_training.data import masks
from facerestore_training.data.shards import FACE_PX, FaceSet

Pictures = NDArray[np.uint8]
Restorer = Callable[[FaceSet, NDArray[np.uint8]], Pictures]
"""(faces, holes (N, 256, 256) 1 = restore) -> composites (N, 256, 256, 3)."""

BASELINE: Final = "telea"
_RADIUS_PX: Final = 5


@dataclass(frozen=True, eq=False)
class Scores:
    """One restorer on one bucket, one number for each picture."""

    psnr: NDArray[np.float64]
    hole_psnr: NDArray[np.float64]
    ssim: NDArray[np.float64]

    def means(self) -> dict[str, float]:
        return {
            "psnr": float(self.psnr.mean()),
            "hole_psnr": float(self.hole_psnr.mean()),
            "ssim": float(self.ssim.mean()),
        }


def telea(faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """Telea's fast marching (2004), radius 5."""
    return _by_opencv(faces, holes, cv2.INPAINT_TELEA)


def navier_stokes(faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """Navier-Stokes inpainting (Bertalmio et al., 2001), radius 5."""
    return _by_opencv(faces, holes, cv2.INPAINT_NS)


def mean_fill(faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """Every hole in the mean colour of what is visible."""
    filled = []
    for index, hole in enumerate(holes):
        picture = np.array(faces.pixels[index])
        picture[hole > 0] = picture[hole == 0].mean(axis=0).round().astype(np.uint8)
        filled.append(picture)
    return np.stack(filled)


def score(results: Pictures, faces: FaceSet, holes: NDArray[np.uint8]) -> Scores:
    """The figures of composites against the true faces."""
    rows = [
        (
            metrics.psnr(result, faces.pixels[i]),
            metrics.psnr(result, faces.pixels[i], holes[i] > 0),
            metrics.ssim(result, np.asarray(faces.pixels[i])),
        )
        for i, result in enumerate(results)
    ]
    psnr, hole_psnr, ssim = np.array(rows).T
    return Scores(psnr, hole_psnr, ssim)


def difference_interval(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], *, resamples: int = 10_000, seed: int = 0
) -> tuple[float, float]:
    """The 95 % interval of the mean difference, by a paired bootstrap over pictures (percentiles)."""
    difference = ours - theirs
    chosen = np.random.default_rng(seed).integers(len(difference), size=(resamples, len(difference)))
    low, high = np.percentile(difference[chosen].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


def evaluate(
    faces: FaceSet, buckets: Mapping[str, NDArray[np.uint8]], restorers: Mapping[str, Restorer], out_dir: Path
) -> dict[str, dict[str, dict[str, float]]]:
    """{bucket: {restorer: figures}}; also written as ``report.json``, ``report.txt`` and ``contact.png``."""
    report: dict[str, dict[str, dict[str, float]]] = {}
    rows: list[list[Pictures]] = []
    for bucket, holes in buckets.items():
        results = {name: restore(faces, holes) for name, restore in restorers.items()}
        scores = {name: score(pictures, faces, holes) for name, pictures in results.items()}
        report[bucket] = {name: value.means() for name, value in scores.items()}
        for name, value in scores.items():
            if name != BASELINE and BASELINE in scores:
                low, high = difference_interval(value.psnr, scores[BASELINE].psnr)
                report[bucket][name] |= {"psnr_over_telea_low": low, "psnr_over_telea_high": high}
        for i in range(min(4, len(faces))):
            truth = np.asarray(faces.pixels[i])
            rows.append([sheets.with_hole(truth, holes[i]), *(r[i] for r in results.values()), truth])
    out_dir.mkdir(parents=True, exist_ok=True)
    (out_dir / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    (out_dir / "report.txt").write_text(table(report), encoding="utf-8")
    sheets.save_sheet(rows, out_dir / "contact.png")
    return report


def table(report: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The report as a Markdown table."""
    lines = ["| holes | restorer | PSNR | hole PSNR | SSIM | PSNR over Telea |", "|---|---|---|---|---|---|"]
    for bucket, restorers in report.items():
        for name, figures in restorers.items():
            over = (
                f"{figures['psnr_over_telea_low']:+.2f} ... {figures['psnr_over_telea_high']:+.2f}"
                if "psnr_over_telea_low" in figures
                else ""
            )
            lines.append(
                f"| {bucket} | {name} | {figures['psnr']:.2f} | {figures['hole_psnr']:.2f} "
                f"| {figures['ssim']:.4f} | {over} |"
            )
    return "\n".join(lines) + "\n"


def read_buckets(folder: Path, keys: Sequence[str]) -> dict[str, NDArray[np.uint8]]:
    """{name of sub-folder: holes (N, 256, 256)} from ``SUBFOLDER/KEY.png``. Raises FileNotFoundError."""
    buckets = {}
    for sub in sorted(path for path in folder.iterdir() if path.is_dir()):
        buckets[sub.name] = np.stack([_read_hole(sub / f"{key}.png") for key in keys])
    if not buckets:
        raise FileNotFoundError(folder)
    return buckets


def own_buckets(count: int, *, seed: int) -> dict[str, NDArray[np.uint8]]:
    """Holes drawn here, for where no folder of masks is given: by share of the crop, and scratches."""
    rng = np.random.default_rng(seed)

    def drawn(low: float, high: float, draw: Callable[[np.random.Generator, int], masks.Hole]) -> masks.Hole:
        hole = draw(rng, FACE_PX)
        while not low <= hole.mean() < high:
            hole = draw(rng, FACE_PX)
        return hole

    kinds = {
        "10-20": (0.1, 0.2, masks.free_form),
        "20-40": (0.2, 0.4, masks.free_form),
        "40-60": (0.4, 0.6, masks.free_form),
        "scratch": (0.02, 0.15, masks.scratches),
    }
    return {name: np.stack([drawn(*kind) for _ in range(count)]) for name, kind in kinds.items()}


def _read_hole(path: Path) -> NDArray[np.uint8]:
    hole = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if hole is None or hole.shape != (FACE_PX, FACE_PX):
        raise FileNotFoundError(f"{path} is not a mask of {FACE_PX} x {FACE_PX} pixels")
    return (hole >= 127).astype(np.uint8)


def _by_opencv(faces: FaceSet, holes: NDArray[np.uint8], method: int) -> Pictures:
    return np.stack(
        [
            np.asarray(cv2.inpaint(np.ascontiguousarray(faces.pixels[i]), hole, _RADIUS_PX, method), np.uint8)
            for i, hole in enumerate(holes)
        ]
    )
