"""Does borrowed detail give a hole the energy of its scan? Photos finer than their crops, restored as in use.

Each photo is a scan: its crop of 256 px is painted by stages 1 and 2, put back by the engine, and judged at the scan's
own size. Energy is that of luma between the crop's Nyquist frequency (128 cycles per crop) and the scan's, averaged
over the pixels of a part by its true labels that lie in the hole, deeper than the seam.
"""

# N photos, H W pixels

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from facerestore.compositing.compositor import composite
from facerestore.inference.loaded_networks import Networks
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import CROP_PX, Alignment, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.layout import LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import LayoutRequest, TextureRequest
from facerestore_resources.face_classes import FaceClass
from facerestore_training import metrics
from facerestore_training.data import decoding, tars
from facerestore_training.evaluation.bootstrap import difference_interval
from facerestore_training.evaluation.holes import frozen_hole
from facerestore_training.evaluation.tables import table
from facerestore_training.losses.perceptual import SqueezeNetDistance

BUCKETS: Final = ("r10_20", "r20_30", "r30_40")
PARTS: Final = {
    "skin": (FaceClass.SKIN, FaceClass.NOSE, FaceClass.NECK, FaceClass.LEFT_EAR, FaceClass.RIGHT_EAR),
    "hair": (FaceClass.HAIR,),
}
WITHOUT: Final = 0.0
"""The strength that the others are compared with."""
_PICTURES: Final = ("jpg", "webp")
_DEPTH_PX: Final = 3.0
_LEAST_PIXELS: Final = 256
_SOFT_OCTAVES: Final = 0.5
"""Width of the filter's edge around the crop's Nyquist frequency."""


@dataclass(frozen=True, eq=False)
class DetailReport:
    """What detail gives. ``figures``: (holes, strength) -> figure -> (N,), one number for each photo, NaN where its
    hole shows too little of a part. "skin energy" and "hair energy" are ratios to the truth's, of means; "skin median
    energy" that of what the median pixel has: two fifths of the energy lie on the twentieth of the pixels that are
    edges, which no texture brings."""

    count: int
    notes: tuple[str, ...]
    figures: Mapping[tuple[str, float], Mapping[str, NDArray[np.float64]]]

    def as_json(self) -> dict[str, Any]:
        rows = []
        for (bucket, strength), figures in self.figures.items():
            row: dict[str, Any] = {"bucket": bucket, "strength": strength}
            for name, values in figures.items():
                row[name] = self.mean(bucket, strength, name)
                row[f"{name}, photos"] = int(np.isfinite(values).sum())
                if strength != WITHOUT:
                    row[f"{name} over none"] = self.difference(bucket, strength, name)
            rows.append(row)
        return {"count": self.count, "notes": list(self.notes), "figures": rows}

    def mean(self, bucket: str, strength: float, figure: str) -> list[float]:
        """[mean, low, high]: of energies the geometric mean; 95 %, bootstrap over photos."""
        values = _comparable(figure, self.figures[bucket, strength][figure])
        values = values[np.isfinite(values)]
        if not len(values):
            return [float("nan")] * 3
        found = np.array([values.mean(), *difference_interval(values, np.zeros_like(values))])
        return [float(one) for one in (np.exp(found) if _is_energy(figure) else found)]

    def difference(self, bucket: str, strength: float, figure: str) -> list[float]:
        """[mean, low, high] of a strength less no detail; of energies the factor between them. 95 %, paired bootstrap
        over photos."""
        ours, theirs = (_comparable(figure, self.figures[bucket, one][figure]) for one in (strength, WITHOUT))
        there = np.isfinite(ours) & np.isfinite(theirs)
        if not there.any():
            return [float("nan")] * 3
        found = np.array([(ours - theirs)[there].mean(), *difference_interval(ours[there], theirs[there])])
        return [float(one) for one in (np.exp(found) if _is_energy(figure) else found)]

    def markdown(self) -> str:
        names = list(next(iter(self.figures.values())))
        means = [
            [bucket, f"{strength:g}"]
            + ["{:.3f} ({:.3f} ... {:.3f})".format(*self.mean(bucket, strength, name)) for name in names]
            for bucket, strength in self.figures
        ]
        over = [
            [bucket, f"{strength:g}"]
            + [
                ("x {:.2f} ({:.2f} ... {:.2f})" if _is_energy(name) else "{:+.4f} ({:+.4f} ... {:+.4f})").format(
                    *self.difference(bucket, strength, name)
                )
                for name in names
            ]
            for bucket, strength in self.figures
            if strength != WITHOUT
        ]
        notes = "\n".join(f"- {note}" for note in self.notes)
        head = ["holes", "detail", *names]
        return f"{notes}\n\n{table(head, means)}\n\n## Over no detail\n\n{table(head, over)}\n"


@dataclass(frozen=True, eq=False)
class LabelledScan:
    """A photo in the CelebA-HQ frame at its own size, (H, H, 3), and its labels (H, H)."""

    key: str
    pixels: NDArray[np.uint8]
    labels: NDArray[np.uint8]


def read_scans(pairs: Path, keys: Sequence[str]) -> Iterator[LabelledScan]:
    """The photos of a tar of labelled faces with these keys, in its order. Those that are not finer than a crop, or not
    square, are left out."""
    wanted = set(keys)
    for key, members in tars.read_records(pairs):
        if key not in wanted:
            continue
        picture = next((data for suffix, data in members.items() if suffix in _PICTURES), None)
        if picture is None or "png" not in members:
            continue
        pixels, labels = decoding.decode_rgb(picture), decoding.decode_labels(members["png"])
        side_px = len(pixels)
        if pixels.shape[1] == side_px > CROP_PX:
            if labels.shape != pixels.shape[:2]:
                sized = cv2.resize(labels, (side_px, side_px), interpolation=cv2.INTER_NEAREST)
                labels = np.asarray(sized, np.uint8)
            yield LabelledScan(key, pixels, labels)


def evaluate_detail(
    scans: Sequence[LabelledScan],
    strengths: Sequence[float],
    *,
    device: str = "auto",
    weights_dir: Path | None = None,
    buckets: Sequence[str] = BUCKETS,
    distance: SqueezeNetDistance | None = None,
    seed: int = 0,
) -> DetailReport:
    """Every photo with a hole of each bucket, restored without detail and with each strength 0...1; the painting is the
    same. Figures of the whole photo: ``psnr``, ``squeezenet``; in the hole: ``hole_psnr`` and the energies."""
    networks = LocalNetworks(device=device, make=lambda device: Networks(device=device, weights_dir=weights_dir))
    tried = (WITHOUT, *(one for one in strengths if one != WITHOUT))
    rows: dict[tuple[str, float], list[dict[str, float]]] = {(one, at): [] for one in buckets for at in tried}
    for scan in scans:
        truth = _fine_energy(scan.pixels)
        for bucket in buckets:
            hole = frozen_hole(bucket, scan.key, seed=seed, size_px=len(scan.pixels))
            photo, mask = Photo(scan.pixels), Mask.from_bool(hole > 0)
            candidate = _painted(photo, mask, networks, seed)
            for strength in tried:
                made = composite(photo, mask, [candidate], seed=seed, detail=strength).photo.pixels
                rows[bucket, strength].append(_figures(np.asarray(made, np.uint8), scan, hole, truth, distance))
    figures = {at: {name: np.array([one[name] for one in found]) for name in found[0]} for at, found in rows.items()}
    notes = (
        f"{len(scans)} photos as scans, crops of {CROP_PX} px; single samples, seed {seed}; 95 % in brackets.",
        "Energy from the crop's Nyquist frequency to the scan's, in the hole by that of the truth, geometric mean.",
    )
    return DetailReport(len(scans), notes, figures)


def _painted(photo: Photo, mask: Mask, networks: LocalNetworks, seed: int) -> Candidate:
    crop = cut_crop(photo, mask, Alignment.of_aligned(photo.extent))
    prediction = networks.answer(LayoutRequest(crop))
    assert isinstance(prediction, LayoutPrediction)
    candidate = networks.answer(TextureRequest(crop, prediction.layout, seed))
    assert isinstance(candidate, Candidate)
    return candidate


def _figures(
    result: NDArray[np.uint8],
    scan: LabelledScan,
    hole: NDArray[np.uint8],
    truth: NDArray[np.float32],
    distance: SqueezeNetDistance | None,
) -> dict[str, float]:
    made, deep = _fine_energy(result), cv2.distanceTransform(hole, cv2.DIST_L2, 3) >= _DEPTH_PX
    found = {}
    for name, classes in PARTS.items():
        where = deep & np.isin(scan.labels, classes)
        enough = where.sum() >= _LEAST_PIXELS
        for figure, typical in (("energy", np.mean), ("median energy", np.median)):
            found[f"{name} {figure}"] = float(typical(made[where]) / typical(truth[where])) if enough else float("nan")
    found["psnr"] = metrics.psnr(result, scan.pixels)
    found["hole_psnr"] = metrics.psnr(result, scan.pixels, hole > 0)
    if distance is not None:
        found["squeezenet"] = float(distance(_tensor(result), _tensor(scan.pixels)))
    return found


def _fine_energy(pixels_HW3: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(H, W) squared luma (levels of 255) beyond the crop's Nyquist frequency, mirrored at the borders."""
    luma = cv2.cvtColor(pixels_HW3, cv2.COLOR_RGB2GRAY).astype(np.float32)
    side = len(luma)
    border = side // 4
    padded = torch.from_numpy(cv2.copyMakeBorder(luma, border, border, border, border, cv2.BORDER_REFLECT_101))
    answer = torch.fft.irfft2(torch.fft.rfft2(padded) * _gains(side, len(padded)), s=padded.shape)
    energy: NDArray[np.float32] = answer[border : border + side, border : border + side].square().numpy()
    return np.maximum(energy, np.float32(1e-9))


@cache
def _gains(side_px: int, padded_px: int) -> Tensor:
    y = torch.fft.fftfreq(padded_px)[:, None] * side_px
    x = torch.fft.rfftfreq(padded_px) * side_px
    octaves = torch.log2(torch.hypot(y, x).clamp(min=1e-3) / (CROP_PX / 2))
    return torch.sin((octaves / _SOFT_OCTAVES + 0.5).clamp(0, 1) * torch.pi / 2)


def _tensor(pixels_HW3: NDArray[np.uint8]) -> Tensor:
    return torch.from_numpy(np.array(pixels_HW3)).permute(2, 0, 1)[None].float().div_(255)


def _is_energy(figure: str) -> bool:
    return figure.endswith("energy")


def _comparable(figure: str, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithms of ratios, other figures as they are."""
    return np.asarray(np.log(values) if _is_energy(figure) else values, np.float64)
