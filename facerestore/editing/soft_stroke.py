"""A brush that is not hard: its core paints whatever is there, its rim only what stands out from the photo around it.

A mask is hard, because compositing blends along its border; a soft rim in the mask would blend twice. What a soft
brush is for, a stroke that need not be exact, is had in another way: sound pixels beside a scratch are left to the
photo, and compositing takes their colours for the border of the hole.
"""

from collections.abc import Callable, Collection
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.painting import PixelDiff, paint_stroke
from facerestore.values.geometry import Box

_LEAST_PX: Final = 16
"""Of fewer pixels nobody can say what stands out among them."""
_SPREADS: Final = 3.0
_LEAST_CONTRAST: Final = 0.03
"""Share of white: what differs by less is grain."""
_MAD_TO_DEVIATION: Final = 1.4826


def paint_soft_stroke(
    array: NDArray[np.uint8],
    pixels_of: Callable[[Box], NDArray[np.uint8] | NDArray[np.uint16]],
    points_px: NDArray[np.floating],
    radius_px: float,
    hardness: float,
    value: int,
    *,
    locked: Collection[int] = (),
) -> PixelDiff | None:
    """As ``painting.paint_stroke`` within ``hardness`` (0...1) of the radius. In the rim beyond, a pixel is painted
    when its brightness differs from the rim's median by three deviations (by the median of differences, so that the
    damage itself counts little) and by 3 % of white. ``pixels_of``: the photo's in a box, (h, w) or (h, w, 3)."""
    whole = paint_stroke(array, points_px, radius_px, value, locked=locked)
    if whole is None or hardness >= 1:
        return whole
    rim = whole.changed()
    core = paint_stroke(array, points_px, hardness * radius_px, value, locked=locked)
    painted = np.zeros_like(rim)
    if core is not None:
        # the core's box lies within that of the whole stroke
        rows = slice(core.box.top - whole.box.top, core.box.bottom - whole.box.top)
        painted[rows, core.box.left - whole.box.left : core.box.right - whole.box.left] = core.changed()
    rim &= ~painted
    part = pixels_of(whole.box)
    around = part[rim].astype(np.float32)
    if len(around) >= _LEAST_PX:
        grey = around if around.ndim == 1 else around.mean(axis=1)
        away = np.abs(grey - np.median(grey))
        limit = max(_SPREADS * _MAD_TO_DEVIATION * float(np.median(away)), _LEAST_CONTRAST * np.iinfo(part.dtype).max)
        painted[rim] = away > limit
    return PixelDiff.of_shape(array, whole.box, painted, value, locked=locked)
