"""Damage drawn on a known picture, and paintings that a network might have made for it."""

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage import data

from facerestore.values.alignment import Alignment, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

ASTRONAUT_POINTS = np.array([[205, 107], [245, 109], [226, 128], [208, 148], [244, 149]], np.float64)


def astronaut(scale: int = 1) -> NDArray[np.uint8]:
    """The upper part of the portrait (300, 400, 3), enlarged."""
    part = data.astronaut()[:300, :400]
    return np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)


def astronaut_alignment(scale: int = 1) -> Alignment:
    return Alignment.of_face(Face.from_points(ASTRONAUT_POINTS * scale))


def face_hole(scale: int = 1) -> Mask:
    """A slanted ellipse over nose and mouth of the astronaut."""
    covered = np.zeros((300 * scale, 400 * scale), np.uint8)
    cv2.ellipse(covered, (228 * scale, 128 * scale), (22 * scale, 30 * scale), 20, 0, 360, 255, -1)
    return Mask(covered)


def scratches(height: int, width: int, *, count: int, width_px: int, seed: int = 0) -> Mask:
    """Slightly bent lines across a photo."""
    rng = np.random.default_rng(seed)
    covered = np.zeros((height, width), np.uint8)
    for _ in range(count):
        start, angle = rng.uniform((0, 0), (width, height)), rng.uniform(0, np.pi)
        along = np.linspace(-1, 1, 40)[:, None] * max(height, width)
        bend = rng.uniform(-60, 60) * (along / max(height, width)) ** 2
        points = start + along * (np.cos(angle), np.sin(angle)) + bend * (-np.sin(angle), np.cos(angle))
        cv2.polylines(covered, [np.rint(points).astype(np.int32)], False, 255, width_px)
    return Mask(covered)


def damaged(pixels: NDArray[np.generic], mask: Mask) -> Photo:
    """The photo with white where the mask restores."""
    spoilt = pixels.copy()
    spoilt[mask.restore] = np.iinfo(pixels.dtype).max
    return Photo(spoilt)


def painting(
    truth: NDArray[np.generic],
    mask: Mask,
    alignment: Alignment,
    *,
    blur_px: float = 1.0,
    shift: float | tuple[float, float, float] = 0.0,
) -> Candidate:
    """What a network might paint: the true crop, blurred and shifted in colour."""
    crop = cut_crop(damaged(truth, mask), mask, alignment)
    whole = cut_crop(Photo(truth.copy()), Mask.empty(mask.extent), alignment).pixels
    painted = np.clip(cv2.GaussianBlur(whole, (0, 0), blur_px) + np.float32(shift), 0, 1)
    layout = Layout(np.zeros((alignment.crop_px, alignment.crop_px), np.uint8))
    return Candidate(painted.astype(np.float32), crop, layout, 0)


def grain(
    shape: tuple[int, int, int], *, sigma: float, size_px: float, is_coloured: bool, seed: int = 0
) -> NDArray[np.float32]:
    """Gaussian noise (H, W, 3), blurred by a Gaussian of ``size_px``, of standard deviation ``sigma``."""
    white = np.random.default_rng(seed).standard_normal(shape, dtype=np.float32)
    if not is_coloured:
        white[:] = white[..., :1]
    soft = cv2.GaussianBlur(white, (0, 0), size_px) if size_px else white
    return np.asarray(soft * (sigma / soft.std()), np.float32)


def decibels(result: NDArray[np.generic], truth: NDArray[np.generic], where: NDArray[np.bool_]) -> float:
    """PSNR of 8-bit pixels where true."""
    error = (result.astype(np.float64) - truth.astype(np.float64))[where]
    return float(-10 * np.log10((error**2).mean() / 255**2))
