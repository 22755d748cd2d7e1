"""Patches: a hole of a small picture filled with what fits together from the rest of it.

Coarse to fine, alternating between finding for each patch that touches the hole its nearest visible patch and
averaging what these say about each pixel: Y. Wexler, E. Shechtman and M. Irani, "Space-Time Completion of
Video" (PAMI 2007). Nearest patches are found by C. Barnes et al., "PatchMatch" (SIGGRAPH 2009), all pixels at
once: good offsets spread to neighbours, and random ones are tried ever nearer to the best.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.seam import membrane

_HALF: Final = 3
_COARSEST_PX: Final = 20
_ROUNDS: Final = 4
_TRIES: Final = 4
_NEARNESS: Final = 0.01
"""How much a patch from the other end of the picture must fit better than one next door (in squared 0...1)."""
_FAMILIARITY: Final = 0.3
"""How much a patch's mean colour should be what the hole's surroundings let expect there."""
_ALL: Final = slice(None)
_TRUST: Final = 0.85
_LEAST_TRUST: Final = 0.05
"""How much less a pixel of the hole says about a patch, for each pixel that it lies deeper."""


def patch_filled(
    pixels: NDArray[np.float32], hole: NDArray[np.bool_], unique: NDArray[np.bool_], *, seed: int
) -> NDArray[np.float32]:
    """The picture (H, W, C) 0...1 with its hole (H, W) filled; equal seeds give equal pictures.

    Nothing is copied from where the picture is ``unique`` (H, W): a head does not grow a second time. Where no
    whole patch may be copied, the hole is filled by a membrane.
    """
    rng = np.random.default_rng(seed)
    filled = expected = membrane(pixels, ~hole)
    offsets = np.zeros((*hole.shape, 2), np.intp)
    for height, width in _sizes(*hole.shape):
        small, small_hole = _reduced(pixels, hole, (width, height))
        start, around = (_resized(part, (width, height)) for part in (filled, expected))
        kept_back = cv2.resize(unique.astype(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST) > 0
        filled = np.where(small_hole[..., None], start, small)
        search = _Search(filled, small_hole, kept_back, around, rng)
        if search.is_possible:
            search.start_from(offsets)
            for _ in range(_ROUNDS):
                search.improve()
                search.vote()
            filled, offsets = search.picture, search.offsets()
    return filled


def _sizes(height: int, width: int) -> list[tuple[int, int]]:
    """Heights and widths from coarse to fine, each twice the one before."""
    sizes = [(height, width)]
    while min(sizes[-1]) >= 2 * _COARSEST_PX:
        sizes.append(((sizes[-1][0] + 1) // 2, (sizes[-1][1] + 1) // 2))
    return sizes[::-1]


def _resized(pixels: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    smaller = size[0] < pixels.shape[1]
    method = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, size, interpolation=method), np.float32).reshape(size[1], size[0], -1)


def _reduced(
    pixels: NDArray[np.float32], hole: NDArray[np.bool_], size: tuple[int, int]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Picture and hole at another size (width, height), averaged over the visible pixels only."""
    visible = (~hole).astype(np.float32)
    weight = cv2.resize(visible, size, interpolation=cv2.INTER_AREA)
    mean = _resized(pixels * visible[..., None], size) / np.maximum(weight, 1e-6)[..., None]
    return mean.astype(np.float32), np.asarray(weight < 0.5)


class _Search:
    """``targets``: centres (N, 2) y, x of the patches that touch the hole, ``matches`` their visible partners,
    ``costs`` (N,) how badly they fit."""

    def __init__(
        self,
        picture: NDArray[np.float32],
        hole: NDArray[np.bool_],
        unique: NDArray[np.bool_],
        expected: NDArray[np.float32],
        rng: np.random.Generator,
    ) -> None:
        side = 2 * _HALF + 1
        touching = cv2.dilate(hole.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
        whole = np.zeros_like(touching)
        whole[_HALF:-_HALF, _HALF:-_HALF] = True
        self.picture, self.hole, self.rng = np.array(picture, np.float32), hole, rng
        self.allowed, self.targets = whole & ~touching & ~unique, np.argwhere(whole & touching)
        self.matches = self.targets.copy()
        self.costs = np.full(len(self.targets), np.inf, np.float32)
        self.index = np.full(hole.shape, -1, np.intp)
        self.index[tuple(self.targets.T)] = np.arange(len(self.targets))
        depth = cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 3)
        self.confidence = np.maximum(_TRUST**depth, _LEAST_TRUST).astype(np.float32)
        self.expected = expected[tuple(self.targets.T)]

    @property
    def is_possible(self) -> bool:
        """Whether there is something to fill, and something to fill it with."""
        return bool(self.hole.any() and self.allowed.any() and len(self.targets))

    def start_from(self, offsets: NDArray[np.intp]) -> None:
        """Take over the offsets (h, w, 2) of a coarser picture, and random ones where they do not lead."""
        scale = np.array(self.hole.shape) / offsets.shape[:2]
        rows, columns = np.minimum(self.targets / scale, np.array(offsets.shape[:2]) - 1).astype(np.intp).T
        choices = np.argwhere(self.allowed)
        self.sources, self.own = _patches(self.picture), _patches(self.picture, self.targets)
        chs = self.picture.shape[2]
        self.colours = self.sources.reshape(len(self.sources), -1, chs).mean(axis=1)
        weight = np.repeat(_patches(self.confidence[..., None], self.targets), chs, axis=1)
        self.own_weight = weight / weight.sum(axis=1, keepdims=True)
        self._try(choices[self.rng.integers(0, len(choices), len(self.targets))])
        self._try(self.targets + np.rint(offsets[rows, columns] * scale).astype(np.intp))

    def improve(self) -> None:
        """One round: costs anew, since the picture has changed; good offsets spread; random ones are tried."""
        self.own = _patches(self.picture, self.targets)
        self.costs = self._costs(self.matches)
        for step in (-1, 1):
            for axis in (0, 1):
                self._try(self._spread(axis, step))
        radius = max(self.hole.shape) / 2
        for _ in range(_TRIES):
            jump = self.rng.uniform(-radius, radius, self.matches.shape)
            self._try(self.matches + np.rint(jump).astype(np.intp))
            radius = max(1.0, radius / 3)

    def vote(self) -> None:
        """Give each hole pixel the mean of what the matches of all patches over it say."""
        spread = max(float(np.percentile(self.costs, 75)), 1e-6)
        says = np.exp(-self.costs / (2 * spread)) * self.confidence[tuple(self.targets.T)] + 1e-6
        total = np.zeros(self.hole.shape, np.float32)
        summed = np.zeros_like(self.picture)
        width, channels = self.picture.shape[1:]
        # all in one row of pixels, where a step is one addition
        flat_total, flat_summed = total.reshape(-1), summed.reshape(-1, channels)
        seen = self.picture.reshape(-1, channels)
        targets, matches = (places[:, 0] * width + places[:, 1] for places in (self.targets, self.matches))
        for y in range(-_HALF, _HALF + 1):
            for x in range(-_HALF, _HALF + 1):
                at, source = targets + (y * width + x), matches + (y * width + x)
                flat_total[at] += says
                flat_summed[at] += says[:, None] * seen[source]
        at = np.nonzero(self.hole & (total > 0))
        self.picture[at] = summed[at] / total[at][:, None]

    def offsets(self) -> NDArray[np.intp]:
        """From each target to its match (H, W, 2), zero elsewhere."""
        found = np.zeros((*self.hole.shape, 2), np.intp)
        found[tuple(self.targets.T)] = self.matches - self.targets
        return found

    def _spread(self, axis: int, step: int) -> NDArray[np.intp]:
        """What each target's match would be, had it its neighbour's offset."""
        neighbour = self.targets.copy()
        neighbour[:, axis] = np.clip(neighbour[:, axis] + step, 0, self.hole.shape[axis] - 1)
        owner = self.index[tuple(neighbour.T)]
        owner = np.where(owner < 0, np.arange(len(owner)), owner)
        return self.matches[owner] + self.targets - self.targets[owner]

    def _try(self, proposals: NDArray[np.intp]) -> None:
        """Take proposed matches (N, 2) where they are allowed and fit better."""
        height, width = self.hole.shape
        rows, columns = np.clip(proposals[:, 0], 0, height - 1), np.clip(proposals[:, 1], 0, width - 1)
        proposals = np.stack([rows, columns], axis=1)
        # what is its match already cannot fit better
        asked = np.flatnonzero(self.allowed[rows, columns] & (proposals != self.matches).any(axis=1))
        costs = self._costs(proposals[asked], asked)
        is_better = costs < self.costs[asked]
        better = asked[is_better]
        self.matches[better], self.costs[better] = proposals[better], costs[is_better]

    def _costs(self, matches: NDArray[np.intp], of: NDArray[np.intp] | slice = _ALL) -> NDArray[np.float32]:
        """The mean squared difference between the patches ``of`` some targets and their matches', and the two smaller
        prices."""
        top_left = np.array(self.hole.shape) - 2 * _HALF - 1
        rows, columns = np.clip(matches - _HALF, 0, top_left).T
        chosen = rows * (top_left[1] + 1) + columns
        difference = self.sources[chosen] - self.own[of]
        unlike = np.einsum("nk,nk,nk->n", difference, difference, self.own_weight[of])
        strange = ((self.colours[chosen] - self.expected[of]) ** 2).mean(axis=1)
        apart = ((matches - self.targets[of]) ** 2).sum(axis=1) / (np.array(self.hole.shape) ** 2).sum()
        return np.asarray(unlike + _FAMILIARITY * strange + _NEARNESS * apart, np.float32)


def _patches(picture: NDArray[np.float32], centres: NDArray[np.intp] | None = None) -> NDArray[np.float32]:
    """The patches of a picture (H, W, C) around centres (N, 2), one in each row; all of them in reading order."""
    side = 2 * _HALF + 1
    windows = np.lib.stride_tricks.sliding_window_view(picture, (side, side), axis=(0, 1))
    chosen = windows.reshape(-1, *windows.shape[2:]) if centres is None else windows[tuple((centres - _HALF).T)]
    return np.ascontiguousarray(np.moveaxis(chosen, 1, -1)).reshape(len(chosen), -1)
