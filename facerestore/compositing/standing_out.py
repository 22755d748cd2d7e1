"""What a brush was put down for: thin damage that stands out under it, and goes on beyond it.

Within the brush that is what a soft brush heals. At its end a stroke along a scratch sees the rest of the scratch: to
continue or to copy that would draw the scratch anew, so it is found and left out of account.
"""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.seam import membrane

_WORK_PX: Final = 50
"""The longest side of the hole, as it is looked at."""
_LEAST_CONTRAST: Final = 8
"""Of 255: what differs by less is grain."""
_SPREADS: Final = 3.0
_MAD_TO_DEVIATION: Final = 1.4826
_THIN: Final = 0.8
"""Up to this share of the brush's width counts as thin: what is wider is a part of the picture."""
_GAP: Final = 2
_RIM: Final = 2


def thin_damage(samples: NDArray[Any], hole: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where samples (h, w) or (h, w, 3) hold what stands out in a hole (h, w), is thin beside it, and is connected with
    it, within and beyond; with its rim."""
    height, width = hole.shape
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    step = -(-(max(np.ptp(rows), np.ptp(columns)) + 1) // _WORK_PX)
    size = (-(-width // step), -(-height // step))
    grey = samples if samples.ndim == 2 else cv2.cvtColor(np.ascontiguousarray(samples), cv2.COLOR_RGB2GRAY)
    if step > 1:
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    shades = np.asarray(grey)
    bright = (shades // 256 if shades.dtype == np.uint16 else shades).astype(np.uint8)
    inside = hole
    if step > 1:
        inside = cv2.resize(hole.view(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    if not inside.any():
        return np.zeros_like(hole)
    radius = float(cv2.distanceTransform(np.pad(inside, 1).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_3).max())
    # without what is in the hole, which would bend the edges beside it
    ground = np.rint(membrane(bright[..., None].astype(np.float32), ~inside)[..., 0]).astype(np.uint8)
    away = cv2.absdiff(bright, cv2.medianBlur(ground, 2 * int(np.ceil(radius)) + 1))
    # the median of what is outside says how much differs by itself
    counts = np.bincount(away[~inside], minlength=256).cumsum()
    spread = float(np.searchsorted(counts, counts[-1] / 2))
    out = (away > max(_LEAST_CONTRAST, _SPREADS * _MAD_TO_DEVIATION * spread)).astype(np.uint8)
    disc = _disc(max(1, round(_THIN * radius)))
    wide = np.asarray(cv2.dilate(cv2.erode(out, disc, borderValue=0), disc), np.uint8)
    thin = out * (1 - wide)
    _, labels = cv2.connectedComponents(np.asarray(cv2.dilate(thin, _disc(_GAP)), np.uint8))
    touched = np.unique(labels[inside & (thin > 0)])
    found = np.isin(labels, touched[touched > 0]) & (np.asarray(cv2.dilate(thin, _disc(_RIM))) > 0)
    if step > 1:
        found = np.asarray(cv2.resize(found.view(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST)) > 0
    return found


def _disc(radius: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)
