"""Healing: a small hole continued at once from what lies around it, without a network, at the photo's own resolution.

One place near by that looks like the hole's border is copied as it is, grain and all, and a membrane carries the
difference between the two borders into it (see ``seam``; P. Perez et al., "Poisson Image Editing", 2003). Where no such
place is to be found the membrane alone continues the border. ``patch_inpainting`` fits a hole together from many
patches, and takes seconds: too long under a pen.
"""

from dataclasses import dataclass
from typing import Any, Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.seam import membrane
from facerestore.compositing.standing_out import thin_damage
from facerestore.values.geometry import Box, Extent
from facerestore.values.raster import pixels_where

_RING_PX: Final = 5
"""How far around a hole its border is compared and matched."""
_SEARCH_PX: Final = 40
"""A hole is looked for at about this size, so that a large one takes no longer."""
_REFINED_PX: Final = 150
"""And then, near where it was found, at about this one."""
_MEMBRANE_PX: Final = 192
"""The difference of the borders is carried inward at no more than this size: it is smooth."""
_NEARNESS: Final = 2e-4
"""How much better (in squared 0...1) a place as far away as the hole is long must fit than one next to it."""
_FAMILIARITY: Final = 0.1
"""How much a place's inside counts, against its border."""
_MARGIN: Final = 0.01
"""How far beyond what is seen at the border a healed pixel may be."""
_LEAST_UNLIKE: Final = 0.002
_MOST_UNLIKE: Final = 2.0
"""What is less like the border than this many times its own variance, or than this, is not copied at all."""
_LEAST_CONTEXT_PX: Final = 24
_CONTEXT: Final = 1.15


def context_of(hole: Box, extent: Extent) -> Box:
    """The box of a photo that is looked at to heal a hole in another box."""
    # room for a copy of the hole beside its shorter side
    reach = _LEAST_CONTEXT_PX + round(_CONTEXT * min(hole.width, hole.height))
    return hole.grown(reach).clipped(extent)


def healed(
    samples: NDArray[Any],
    hole: NDArray[np.bool_],
    known: NDArray[np.bool_],
    copied: NDArray[np.bool_],
    *,
    brush: NDArray[np.bool_] | None = None,
) -> NDArray[Any] | None:
    """What belongs into a hole (h, w) of samples (h, w) or (h, w, 3), uint8 or uint16: (N,) or (N, 3), in reading
    order; equal samples give equal ones. None where nothing is known to continue it from.

    ``known``: what may be looked at (h, w); ``copied``: what may be copied. Neither counts within the hole. ``brush``:
    what the brush covered (h, w), where the hole is but a part of that.
    """
    known = known & ~hole
    if not hole.any() or not known.any():
        return None
    sound = known & ~thin_damage(samples, hole if brush is None else brush)
    if sound.any():
        known = sound
    white = np.float32(np.iinfo(samples.dtype).max)
    offset = _best_offset(samples, hole, known, copied & known)
    box = Box.of_nonzero(hole).grown(_RING_PX).clipped(Extent.of(hole))
    if offset is None:
        # nothing to copy: the border is carried over the whole hole, from as far as is looked at
        picture = _carried(_as_float(samples, white), known)[box.slices]
    else:
        source, is_there = _shifted(samples, known, box, offset)
        copy = _as_float(source, white)
        own, matched = _as_float(samples[box.slices], white), known[box.slices] & is_there
        picture = copy + _carried(own - copy, matched)
        if matched.any():
            # a border that fits but for one spot would carry that spot inward as a glow
            picture = np.clip(picture, own[matched].min(axis=0) - _MARGIN, own[matched].max(axis=0) + _MARGIN)
    where = hole[box.slices]
    made = np.clip(np.rint(pixels_where(picture, where) * white), 0, white).astype(samples.dtype)
    return made[:, 0] if samples.ndim == 2 else made


def _as_float(samples: NDArray[Any], white: np.float32) -> NDArray[np.float32]:
    """Samples (h, w) or (h, w, C) as (h, w, C), 0...1."""
    scaled: NDArray[np.float32] = samples.reshape(*samples.shape[:2], -1).astype(np.float32) / white
    return scaled


def _carried(values: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Values (h, w, C), smoothly continued where they are not known (h, w); zero everywhere if none are."""
    factor = -(-max(known.shape) // _MEMBRANE_PX)
    if factor == 1:
        return membrane(values * known[..., None], known)
    size = (-(-known.shape[1] // factor), -(-known.shape[0] // factor))
    weight = cv2.resize(known.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    mean = cv2.resize(values * known[..., None], size, interpolation=cv2.INTER_AREA).reshape(*weight.shape, -1)
    small = membrane((mean / np.maximum(weight, 1e-6)[..., None]).astype(np.float32), weight > 0)
    full = cv2.resize(small, (known.shape[1], known.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(full, np.float32).reshape(values.shape)


def _shifted(
    samples: NDArray[Any], known: NDArray[np.bool_], box: Box, offset: tuple[int, int]
) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """The samples that lie at an offset (y, x) from those of a box, and which of them are known (h, w); zero beyond."""
    there = box.moved(offset[1], offset[0])
    inside = there.clipped(Extent.of(known))
    if inside == there:
        return samples[there.slices], known[there.slices]
    made = np.zeros((box.height, box.width, *samples.shape[2:]), samples.dtype)
    is_known = np.zeros((box.height, box.width), np.bool_)
    if not inside.is_empty:
        at = inside.moved(-there.left, -there.top).slices
        made[at], is_known[at] = samples[inside.slices], known[inside.slices]
    return made, is_known


def _best_offset(
    samples: NDArray[Any], hole: NDArray[np.bool_], known: NDArray[np.bool_], copied: NDArray[np.bool_]
) -> tuple[int, int] | None:
    """From the hole to the place (y, x) whose border looks most like the hole's own and which may be copied; None if
    there is no such place."""
    inner = Box.of_nonzero(hole)
    size = max(inner.width, inner.height)
    fine_step = -(-size // _REFINED_PX)
    fine = _Search.of(samples, hole, known, copied).reduced(fine_step)
    further = -(-size // (fine_step * _SEARCH_PX))
    found = fine.reduced(further).best()
    if found is None:
        return None
    found = (found[0] * further, found[1] * further)
    if further > 1:
        found = fine.best(found, reach_px=further) or found
    found = (found[0] * fine_step, found[1] * fine_step)
    return found if _may_be_copied(hole, copied, found) else None


def _may_be_copied(hole: NDArray[np.bool_], copied: NDArray[np.bool_], offset: tuple[int, int]) -> bool:
    box = Box.of_nonzero(hole)
    _, is_copied = _shifted(copied, copied, box, offset)
    return bool(is_copied[hole[box.slices]].all())


@dataclass(frozen=True, eq=False)
class _Search:
    """``picture``: float32 (h, w) 0...1, the brightness of squares of pixels; ``known``, ``copied``, ``hole``: uint8
    (h, w), the share of each square that is known, may be copied, or is to be healed, in 255ths."""

    picture: NDArray[np.float32]
    known: NDArray[np.uint8]
    copied: NDArray[np.uint8]
    hole: NDArray[np.uint8]

    @classmethod
    def of(
        cls, samples: NDArray[Any], hole: NDArray[np.bool_], known: NDArray[np.bool_], copied: NDArray[np.bool_]
    ) -> Self:
        grey = samples if samples.ndim == 2 else cv2.cvtColor(np.ascontiguousarray(samples), cv2.COLOR_RGB2GRAY)
        white = np.float32(np.iinfo(samples.dtype).max)
        picture = np.asarray(grey, np.float32) / white
        return cls(picture, *(plane.view(np.uint8) * np.uint8(255) for plane in (known, copied, hole)))

    def reduced(self, step: int) -> Self:
        """The same in squares of ``step`` a side; what is left over at the right and the bottom is dropped."""
        if step == 1:
            return self
        height, width = (max(1, side // step) for side in self.hole.shape)

        def mean(plane: NDArray[Any]) -> NDArray[Any]:
            whole = plane[: height * step, : width * step]
            return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA))

        return type(self)(mean(self.picture), mean(self.known), mean(self.copied), mean(self.hole))

    def best(self, around: tuple[int, int] | None = None, *, reach_px: int = 0) -> tuple[int, int] | None:
        """The offset that fits best; with ``around`` of those within ``reach_px`` of it alone."""
        extent, inner = Extent.of(self.hole), Box.of_nonzero(self.hole)
        box = inner.grown(_RING_PX).clipped(extent)
        part = self.hole[box.slices] > 0
        near = cv2.dilate(part.astype(np.uint8), np.ones((2 * _RING_PX + 1,) * 2, np.uint8)) > 0
        ring = near & ~part & (self.known[box.slices] == 255)
        looked_at = extent.box if around is None else box.moved(around[1], around[0]).grown(reach_px).clipped(extent)
        if not ring.any() or looked_at.width < box.width or looked_at.height < box.height:
            return None
        there = looked_at.slices
        # what lies within should be much as the border lets expect: no mouth on a forehead
        expected = membrane(np.where(ring, self.picture[box.slices], 0)[..., None].astype(np.float32), ring)[..., 0]
        # OpenCV squares the weights
        weight = np.where(ring, 1, np.where(part, np.sqrt(_FAMILIARITY), 0)).astype(np.float32)
        unlike = cv2.matchTemplate(self.picture[there], expected, cv2.TM_SQDIFF, mask=weight) / (weight**2).sum()
        missing = ((self.copied[there] < 255) | (self.hole[there] > 0)).astype(np.float32)
        taboo = cv2.matchTemplate(missing, near.astype(np.float32), cv2.TM_CCORR)
        rows = np.arange(unlike.shape[0]) + looked_at.top - box.top
        columns = np.arange(unlike.shape[1]) + looked_at.left - box.left
        apart = (rows[:, None] ** 2 + columns[None, :] ** 2) / max(inner.width, inner.height) ** 2
        price = np.where(taboo > 0.5, np.inf, unlike + _NEARNESS * apart)
        at = np.unravel_index(int(np.argmin(price)), price.shape)
        most = max(_LEAST_UNLIKE, _MOST_UNLIKE * float(self.picture[box.slices][ring].var()))
        return (int(rows[at[0]]), int(columns[at[1]])) if price[at] < most else None
